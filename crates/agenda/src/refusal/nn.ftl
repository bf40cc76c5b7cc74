# Why a file was not opened, and what to do.
file-too-large = Fila er større enn 10 MB. Lim inn teksten i staden.
file-too-long = Teksten er lengre enn ei sakliste. Lim inn berre det som gjeld møtet.
file-bomb = Fila pakkar ut til mykje meir enn eit dokument. Vi opnar henne ikkje. Lim inn teksten.
file-macros = Fila inneheld makroar. Lagre henne utan makroar (.docx), eller lim inn teksten.
file-old-or-encrypted = Fila er låst med passord eller laga i eit gammalt format. Lagre henne som .docx utan passord.
file-not-a-document = Dette er ei pakka fil, ikkje eit dokument. Send dokumentet som ligg i henne.
file-not-text = Vi finn ikkje tekst i fila. Vi les .docx, .odt, .pdf, .md, .txt og .ics.
file-unreadable = Vi fekk ikkje lese fila. Lagre henne på nytt, eller lim inn teksten.
file-no-text = Fila har berre bilete av tekst. Lim inn teksten i staden.
