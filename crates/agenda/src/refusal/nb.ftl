# Why a file was not opened, and what to do.
file-too-large = Fila er større enn 10 MB. Lim inn teksten i stedet.
file-too-long = Teksten er lengre enn en saksliste. Lim inn bare det som gjelder møtet.
file-bomb = Fila pakker ut til mye mer enn et dokument. Vi åpner den ikke. Lim inn teksten.
file-macros = Fila inneholder makroer. Lagre den uten makroer (.docx), eller lim inn teksten.
file-old-or-encrypted = Fila er låst med passord eller laget i et gammelt format. Lagre den som .docx uten passord.
file-not-a-document = Dette er ei pakka fil, ikke et dokument. Send dokumentet som ligger i den.
file-not-text = Vi finner ikke tekst i fila. Vi leser .docx, .odt, .pdf, .md, .txt og .ics.
file-unreadable = Vi fikk ikke lest fila. Lagre den på nytt, eller lim inn teksten.
file-no-text = Fila har bare bilder av tekst. Lim inn teksten i stedet.
