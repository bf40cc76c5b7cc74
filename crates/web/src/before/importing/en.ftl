# An old agenda becomes a plan.
import-title = Paste an old agenda
import-intro = We read the agenda and put it into a new plan. What we guess is marked. What finds no place stays as notes.
import-text = Agenda or invitation
import-text-help = Paste it as it is, with heading, time and points.
import-file = Or choose a file
import-file-help = .docx, .odt, .pdf, .md, .txt or .ics, up to 10 MB.
import-read = Read and make a plan
import-without = Start without an agenda
import-link = Paste an old agenda
import-refused-title = We could not read the agenda
import-empty = Paste the text, or choose a file.
import-slow = The file took too long to read. Paste the text instead.
