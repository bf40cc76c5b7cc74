# What can stand in the way of a request, beside the meeting's own refusals.
meeting-over-title = Møtet er slutt
meeting-over-text = Koden gjelder et møte som er avsluttet. Spør møtelederen om lenka til resultatet.
too-large-title = Teksten er for lang
too-large-text = Det du sendte, er større enn 256 kilobyte. Del det opp, og send på nytt.
other-site-title = Dette kom fra et annet nettsted
other-site-text = Vi tok ikke imot det. Åpne møtet på nytt, og prøv igjen derfra.
unreadable-title = Noe mangler i det du sendte
unreadable-text = Last siden på nytt, og prøv igjen. Det du skrev, ligger på enheten din.
claim-refused-title = Møtelederen sa nei
claim-refused-text = Plassen ble ikke din på denne enheten. Snakk med møtelederen, eller bli med på nytt fra forsida.
