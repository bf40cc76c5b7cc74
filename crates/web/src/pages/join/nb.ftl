# The way in.
join-title = Bli med i møtet
join-code = Skriv koden på seks siffer
join-code-wrong = Vi finner ikke et møte med den koden. Sjekk tallene på skjermen i rommet.
join-name = Hva heter du?
join-name-text = Fornavn er nok. Navnet gjelder bare dette møtet.
join-send = Bli med
claim-title = Jeg er med fra før, på en annen enhet
claim-text = Møtelederen bekrefter at det er deg. Da kommer det du har skrevet, hit.
claim-label = Hvem er du?
claim-send = Be om å komme inn igjen
waiting-title = Vent litt
waiting-text = Møtelederen bekrefter at du er { $name }.
waiting-again = Se om du er inne

# Plain messages.
not-found-title = Vi finner ikke siden
not-found-text = Adressa kan være skrevet av litt skjevt. Prøv å bli med på nytt fra forsida.
busy-title = Det er mange på en gang
busy-text = Vent noen sekunder og prøv igjen.
ours-title = Noe stoppet hos oss
ours-text = Det du har skrevet, ligger på enheten din. Prøv igjen om litt.
leader-only-title = Dette er møtelederens side
leader-only-text = Åpne den på enheten møtet ble laget på, eller be om lenka.
rejoin-title = Du er ikke med på denne enheten
rejoin-text = Bli med på nytt med koden på skjermen i rommet.
