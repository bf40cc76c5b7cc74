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
wrong-title = Det gikk ikke
wrong-missing-title = Vi finner ikke siden
wrong-missing = Adressa kan være skrevet av litt skjevt, eller du er ikke med på denne enheten. Bli med på nytt fra forsida.
wrong-no-such-code-title = Vi finner ikke møtet
wrong-no-such-code = Vi finner ikke et møte med den koden. Sjekk tallene på skjermen i rommet.
wrong-meeting-over-title = Møtet er slutt
wrong-meeting-over = Det er ikke mulig å bli med nå. Spør møtelederen om resultatet.
wrong-too-large-title = Det var for mye på en gang
wrong-too-large = Vi tar imot { $limit } kilobyte om gangen. Del teksten i to og lagre på nytt.
wrong-other-site-title = Dette kom fra en annen side
wrong-other-site = Åpne møtet her og gjør det på nytt. Ingenting er endret.
wrong-unreadable-title = Vi kunne ikke lese det
wrong-unreadable = Noe mangler eller kan ikke leses. Gå tilbake, oppdater sida og prøv igjen.
wrong-busy-title = Det er mange på en gang
wrong-busy = Vent noen sekunder og prøv igjen.
wrong-too-many-tries-title = Vent litt
wrong-too-many-tries = Det er prøvd mange ganger herfra. Vent et minutt og prøv igjen.
wrong-too-many-streams-title = For mange åpne vinduer
wrong-too-many-streams = Denne enheten har møtet åpent i flere vinduer enn det går an. Lukk ett av dem, så kommer møtet hit om noen sekunder.
wrong-ours-title = Noe stoppet hos oss
wrong-ours = Det du har skrevet, ligger på enheten din. Prøv igjen om litt.
claim-refused-title = Møtelederen sa nei
claim-refused = Plassen ble ikke gitt videre. Bli med under ditt eget navn, eller snakk med møtelederen.
