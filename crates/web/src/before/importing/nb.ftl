# An old agenda becomes a plan.
import-title = Lim inn en gammel saksliste
import-intro = Vi leser sakslista og legger den inn i en ny plan. Det vi gjetter, er merket. Det vi ikke finner plass til, blir stående som notater.
import-text = Saksliste eller innkalling
import-text-help = Lim den inn slik den er, med overskrift, tid og punkter.
import-file = Eller velg en fil
import-file-help = .docx, .odt, .pdf, .md, .txt eller .ics, opptil 10 MB.
import-read = Les og lag plan
import-without = Start uten saksliste
import-link = Lim inn en gammel saksliste
import-refused-title = Vi fikk ikke lest sakslista
import-empty = Lim inn teksten, eller velg en fil.
import-slow = Fila tok for lang tid å lese. Lim inn teksten i stedet.
