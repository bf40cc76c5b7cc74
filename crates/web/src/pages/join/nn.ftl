# The way in.
join-title = Bli med i møtet
join-code = Skriv koden på seks siffer
join-code-wrong = Vi finn ikkje eit møte med den koden. Sjekk tala på skjermen i rommet.
join-name = Kva heiter du?
join-name-text = Førenamn er nok. Namnet gjeld berre dette møtet.
join-send = Bli med
claim-title = Eg er med frå før, på ei anna eining
claim-text = Møteleiaren stadfestar at det er deg. Då kjem det du har skrive, hit.
claim-label = Kven er du?
claim-send = Be om å kome inn att
waiting-title = Vent litt
waiting-text = Møteleiaren stadfestar at du er { $name }.
waiting-again = Sjå om du er inne

# Plain messages.
not-found-title = Vi finn ikkje sida
not-found-text = Adressa kan vere skriven av litt skeivt. Prøv å bli med på nytt frå framsida.
busy-title = Det er mange på ein gong
busy-text = Vent nokre sekund og prøv igjen.
ours-title = Noko stoppa hos oss
ours-text = Det du har skrive, ligg på eininga di. Prøv igjen om litt.
leader-only-title = Dette er sida til møteleiaren
leader-only-text = Opne henne på eininga møtet vart laga på, eller be om lenkja.
rejoin-title = Du er ikkje med på denne eininga
rejoin-text = Bli med på nytt med koden på skjermen i rommet.
