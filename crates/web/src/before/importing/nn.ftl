# An old agenda becomes a plan.
import-title = Lim inn ei gammal sakliste
import-intro = Vi les saklista og legg henne inn i ein ny plan. Det vi gissar, er merkt. Det vi ikkje finn plass til, blir ståande som notat.
import-text = Sakliste eller innkalling
import-text-help = Lim henne inn slik ho er, med overskrift, tid og punkt.
import-file = Eller vel ei fil
import-file-help = .docx, .odt, .pdf, .md, .txt eller .ics, opptil 10 MB.
import-read = Les og lag plan
import-without = Start utan sakliste
import-link = Lim inn ei gammal sakliste
import-refused-title = Vi fekk ikkje lese saklista
import-empty = Lim inn teksten, eller vel ei fil.
import-slow = Fila tok for lang tid å lese. Lim inn teksten i staden.
