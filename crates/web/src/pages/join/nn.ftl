# The way in.
join-title = Bli med i møtet
join-code = Skriv koden på seks siffer
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
wrong-title = Det gjekk ikkje
wrong-missing-title = Vi finn ikkje sida
wrong-missing = Adressa kan vere skriven av litt skeivt, eller du er ikkje med på denne eininga. Bli med på nytt frå framsida.
wrong-no-such-code-title = Vi finn ikkje møtet
wrong-no-such-code = Vi finn ikkje eit møte med den koden. Sjekk tala på skjermen i rommet.
wrong-meeting-over-title = Møtet er slutt
wrong-meeting-over = Det går ikkje å bli med no. Spør møteleiaren om resultatet.
wrong-too-large-title = Det var for mykje på ein gong
wrong-too-large = Vi tek imot { $limit } kilobyte om gongen. Del teksten i to og lagre på nytt.
wrong-other-site-title = Dette kom frå ei anna side
wrong-other-site = Opne møtet her og gjer det på nytt. Ingenting er endra.
wrong-unreadable-title = Vi kunne ikkje lese det
wrong-unreadable = Noko manglar eller kan ikkje lesast. Gå tilbake, oppdater sida og prøv igjen.
wrong-busy-title = Det er mange på ein gong
wrong-busy = Vent nokre sekund og prøv igjen.
wrong-too-many-tries-title = Vent litt
wrong-too-many-tries = Det er prøvd mange gonger herifrå. Vent eit minutt og prøv igjen.
wrong-too-many-streams-title = For mange opne vindauge
wrong-too-many-streams = Denne eininga har møtet ope i fleire vindauge enn det går an. Lukk eitt av dei, så kjem møtet hit om nokre sekund.
wrong-ours-title = Noko stoppa hos oss
wrong-ours = Det du har skrive, ligg på eininga di. Prøv igjen om litt.
claim-refused-title = Møteleiaren sa nei
claim-refused = Plassen vart ikkje gitt vidare. Bli med under ditt eige namn, eller snakk med møteleiaren.
