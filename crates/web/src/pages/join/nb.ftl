# The way in.
join-title = Bli med i møtet
join-code = Skriv koden på seks siffer
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
