# The plan editor.
ed-untitled = Møte uten navn
ed-main-menu = Hovedmeny
ed-you-are-here = Du er her
ed-plan = Plan
ed-versions = Versjoner
ed-changes = Det du nettopp gjorde
ed-undo = Angre
ed-redo = Gjør om
ed-regret = Angret?
ed-about = Om møtet
ed-change = Endre
ed-meeting-runs = Møtet er i gang. Endringer her gjelder ikke møtet som går.
ed-meeting-over = Møtet er slutt. Endringer her gjelder ikke møtet som er holdt.
standing-draft = Utkast
standing-sent = Sendt ut
standing-called-off = Avlyst
standing-notice = Orientering
ed-participants-count = { $n ->
        [one] 1 deltaker
       *[other] { $n } deltakere
    }
advice = Møteråd
advice-may-start = Planen har det som trengs for å starte.

# When, where, and what kind of meeting.
kind-development = Utvikling
kind-mixed = Både utvikling og forvaltning
kind-administration = Forvaltning
unit-school = Skole
unit-kindergarten = Barnehage
unit-after-school = SFO
unit-network = Nettverk
unsaid = Ikke valgt

# Before, during and after.
ed-loop = Læringssløyfa
ed-before = Før
ed-during = Under
ed-after = Etter
ed-before-title = Før møtet
ed-after-title = Etter møtet
ed-before-due = Forberedelse, frist { $day }
ed-before-tasks = { $n ->
        [one] 1 oppgave uten frist
       *[other] { $n } oppgaver uten frist
    }
ed-before-skipped = Ingen forberedelse denne gangen
ed-before-none = Ingen forberedelse ennå
ed-during-items = { $n ->
        [one] Program, 1 økt
       *[other] Program, { $n } økter
    }
ed-after-none = Ingen plan ennå
ed-after-some = Planen er lagt
prep-add = Legg til forberedelse
prep-task = Forberedelse
prep-unused = Brukes ikke i møtet ennå. Velg det i økta.
prep-used-in = Brukes i:
prep-remove = Ta bort forberedelsen

# The program.
balance-said = { $mode } { $n } minutter
balance-label = Slik fordeles tida: { $said }
balance-active = aktiv deltakertid
ed-mode-alone = Alene
ed-mode-pair = Par
ed-mode-trio = Trio
ed-mode-group = Gruppe
ed-mode-plenary = Plenum
ed-mode-input = Innlegg
ed-mode-break = Pause
ed-no-rows = Programmet er tomt. Legg til den første økta.
ed-moved = { $what } er flyttet til plass { $n } av { $of }
ed-over = { $n ->
        [one] 1 minutt for langt
       *[other] { $n } minutter for langt
    }
ed-shorten = Kort ned der det går
ed-add = Legg til økt
ed-all-tools = Alle verktøy …
ed-goal-missing = Mål mangler
ed-title-missing = Hva skal skje?
ed-minute-less = Ett minutt mindre
ed-minute-more = Ett minutt mer
ed-min = min
ed-locked = låst
ed-start-locked = Starter kl. { $time }
ed-own-parts = Satt sammen selv
ed-no-tool = Ingen arbeidsmåte valgt
ed-guessed = (gjettet)
ed-uses-preparation = Bygger på forberedelsen
ed-audience-is = For { $who }
item-kind-development = Utvikling
item-kind-administration = Forvaltning
item-kind-notice = Orientering
item-kind-pause = Pause
ed-uses-task = Bygger på forberedelsen «{ $what }»
ed-split = Del i to
ed-join = Slå sammen med neste
ed-duplicate = Lag en kopi
ed-more = Lås, lyttebestillinger og det som samles inn
ed-put-together = Sett sammen økta selv
ed-parts-none = Arbeidsmåten har sine egne trinn. Legg til et trinn når du vil bestemme dem selv.
ed-parts-help = Disse trinnene brukes i stedet for trinnene i arbeidsmåten.
ed-part = Trinn { $n }
ed-part-add = Legg til trinn
question-open = Åpent
question-task = Åpen oppgave
question-closed = Lukket
question-leading = Ledende
question-narrow = Smalt
question-unknown = Ikke vurdert
question-open-enough = Åpent nok

# What an edit did, and why one was not made.
said-the-row = Økta
said-moved = { $what } er flyttet til plass { $n } av { $of }.
said-unmoved = { $what } står alt på plass { $n } av { $of }.
said-added = { $what } er lagt til på plass { $n } av { $of }.
said-duplicated = { $what } er kopiert til plass { $n } av { $of }.
said-removed = { $what } er tatt bort.
said-split = { $what } er delt i { $first } og { $second } minutter.
said-joined = { $what } er slått sammen med { $with }: { $n } minutter.
said-minutes = { $what }: { $n } minutter.
said-shortened = { $n ->
        [one] Programmet er kortet ned med 1 minutt.
       *[other] Programmet er kortet ned med { $n } minutter.
    }
said-shared = { $n ->
        [one] Øktene fikk 1 minutt til sammen.
       *[other] Øktene fikk { $n } minutter til sammen.
    }
said-preparation-added = Forberedelsen er lagt til.
said-preparation-removed = Forberedelsen er tatt bort.
said-remedied = Rådet er fulgt.
said-dismissed = Rådet er lagt bort.
said-called-off = Møtet er avlyst i planen.
said-made-notice = Møtet er gjort om til en orientering.
said-taken-up = Møtet er et utkast igjen.
said-asked = «{ $question }» står nå i { $what }
said-changed = Planen er endret.
said-row-changed = { $what } er endret.
said-undone = Endringen er tatt tilbake.
row-gone-title = Økta er borte
row-gone = Noen tok bort økta mens du skrev. Det du skrev, står her, så du kan kopiere det.
edit-gone-title = Det er borte
edit-gone = Noen har tatt det bort mens du så på planen. Se hva som står der nå.
edit-unreadable-title = Knappen var ukjent
edit-unreadable = Last inn sida på nytt, og prøv igjen.
edit-full-title = Det er ikke plass til flere økter
edit-full = Slå sammen to økter, eller ta bort én.
edit-minutes-title = Minuttene ble ikke endret
edit-minutes = En økt varer fra ett minutt til ti timer.
edit-join-title = Det er ingen økt etter denne
edit-join = Velg en økt som har en annen etter seg.
edit-split-title = Økta er for kort til å deles
edit-split = Gi økta minst to minutter først.
edit-times-title = Start og slutt mangler
edit-times = Skriv når møtet starter og slutter, så regner vi ut resten.
edit-locked-title = Alt som er igjen, er låst
edit-locked = Lås opp minuttene i en økt, eller ta en økt bort.
edit-share-title = Alle øktene har minutter
edit-share = Det er ingenting å dele ut.
edit-reason-title = Skriv hvorfor
edit-reason = Skriv én linje om hvorfor rådet ikke passer denne gangen.
edit-tool-title = Velg en arbeidsmåte først
edit-tool = Økta har ingen arbeidsmåte vi kjenner.

# The picture of the plan.
ed-hints = { $n ->
        [one] 1 møteråd for denne økta
       *[other] { $n } møteråd for denne økta
    }
ed-send = Send innkalling
ed-away = Flytt til et annet møte
ed-add-after = Legg til økt etter denne
mirror-title = De to logikkene
mirror-both = Begge logikker trengs. Er det denne balansen du vil ha i dette møtet?
mirror-stands = { $n } av 100 på veien fra «{ $from }» til «{ $to }»
mirror-unknown = Planen sier ikke noe om dette.
mirror-structure-name = Struktur
mirror-structure-from = fast
mirror-structure-to = skiftende
mirror-agenda-name = Agenda
mirror-agenda-from = klar
mirror-agenda-to = åpen
mirror-flow-name = Kunnskapsflyt
mirror-flow-from = én vei
mirror-flow-to = deling
mirror-responsibility-name = Ansvar
mirror-responsibility-from = noen andre
mirror-responsibility-to = alle
mirror-learning-name = Læring
mirror-learning-from = utenfra
mirror-learning-to = innenfra
short-igp = IGP
short-speed-date = Speed-date
short-trio = Trio-forhandling
short-prep-work = Gruppearbeid
short-article-exchange = Artikkelutveksling
short-plenary = Plenum
short-peer-supervision = Kollegaveiledning

# Ways of working to pick from.
tools-title = Alle verktøy
tools-purposes = Hva vil dere med økta?
tools-add = Legg til i programmet
tools-easy = Lett å komme i gang med
tools-some = Krever litt øvelse
tools-hard = For grupper som har øvd
tools-people = { $fewest }–{ $most } deltakere
tools-unsuited = Passer dårlig med antallet dere er
tools-last-used = Sist brukt { $day }
tools-never-used = Ikke brukt her før
purpose-voices = Få fram alles tanker
purpose-share = Dele erfaringer
purpose-agree = Bli enige om få ting
purpose-results = Forstå resultater
purpose-read = Lese fag sammen
purpose-listen = Lytte aktivt
purpose-practice = Undersøke egen praksis
purpose-challenge = Utfordre enighet
purpose-begin = Bli kjent eller starte noe nytt
purpose-follow-up = Planlegge og følge opp

# Versions, and rows that leave.
versions-title = Versjoner av planen
versions-first = Dette er den første versjonen.
versions-same = Ingenting er annerledes enn før.
versions-bring = Ta fram denne
said-brought = Versjonen er tatt fram igjen.
said-away = Økta er flyttet til det andre møtet.
previous-fetch = Hent fra et tidligere møte
previous-title = Hent det dere ble enige om sist
previous-text = Vi henter punktene gruppene leverte, og det noen tok på seg – uten navn. Det legges under det som står i planen fra før.
previous-from = Hvilket møte?
previous-fetch-now = Hent
previous-none = Det er ingen tidligere møter å hente fra ennå.
said-previous = { $n ->
    [0] Det møtet leverte ingen punkter.
    [one] Ett punkt er hentet.
   *[other] { $n } punkter er hentet.
}
away-title = Flytt «{ $what }» til et annet møte
away-to = Hvilket møte?
away-move = Flytt økta
away-none = Det er ingen andre møter å flytte den til. Lag møtet først.
plan-copy = Eller kopier fra et tidligere møte
plan-unfinished-title = Møtet er ikke klart til å starte
plan-unfinished = Planen mangler noe. Møtelederen ser i planen hva som mangler.
diff-added = ny økt på plass { $n }
diff-removed = tatt bort
diff-moved = flyttet fra plass { $from } til { $to }
diff-on = ja
diff-off = nei
field-title = Navn
    .ask = Hva heter møtet?
field-kind = Slag
    .ask = Hva slags møte er det?
field-unit = Arbeidsplass
    .ask = Hvor jobber dere?
field-lang = Språk
field-starts-at = Start
    .ask = Når starter møtet?
field-ends-at = Slutt
    .ask = Når slutter møtet?
field-place = Sted
    .ask = Hvor er møtet?
field-leader = Møteleder
    .ask = Hvem leder møtet?
field-participants = Deltakere
    .ask = Hvor mange blir med?
field-purpose = Formål
    .ask = Hva er formålet med møtet?
field-goals = Mål
    .ask = Mål, ett på hver linje
field-result = Resultat
    .ask = Hva skal dere sitte igjen med?
field-frames-decided = Bestemt
    .ask = { frame-decided }
field-frames-open = Åpent
    .ask = { frame-open }
field-frames-expected = Forventet
    .ask = { frame-expected }
field-no-preparation = Hvorfor ingen forberedelse
    .ask = Hvorfor ingen forberedelse denne gangen?
field-materials = Vedlegg
    .ask = Vedlegg og lenker, én på hver linje
field-groups-wanted = Grupper settes før møtet
    .ask = Sett gruppene før møtet
field-roles-wanted = Roller fordeles
    .ask = Fordel de fire rollene
field-stage = Slik vises programmet
    .ask = Hvordan ser alle programmet?
field-result-channel = Deling av resultatet
    .ask = Hvordan deles resultatet, og med hvem?
field-spread = De som ikke er til stede
    .ask = Hvordan får de som ikke er til stede, være med?
field-trial = Utprøving før neste møte
    .ask = Dere skal prøve ut noe før neste møte
field-evaluate = Evaluering etter møtet
    .ask = Send en kort evaluering etter møtet
field-notes = Fra den gamle innkallingen
field-previous = Enige om sist
    .ask = Det ble vi enige om sist, ett på hver linje
field-dismissed = Råd som er lagt bort
field-standing = Status
field-item-title = Navn
    .ask = Hva
field-goal = Mål
field-minutes = Minutter
field-item-kind = Slag
    .ask = Hva slags økt er det?
field-tool = Arbeidsmåte
field-own-steps = Egne trinn
field-questions = Spørsmål
    .ask = Spørsmål, ett på hver linje
field-orders = Lyttebestillinger
    .ask = Lyttebestillinger, én på hver linje
field-presenters = Innledere
    .ask = Innledere, én på hver linje
    .help = Navn, og gjerne hvor de kommer fra: «Kari Nes, Nordvika skole»
field-locked-start = Låst start
    .ask = Starter alltid klokka
field-minutes-locked = Låste minutter
    .ask = Lås minuttene når programmet kortes ned
field-prepared = Deltakerne har forberedt seg
    .ask = Deltakerne har forberedt seg
field-audience = For hvem
    .ask = Hvem er økta for, om ikke for alle?
field-open-enough = Åpne nok spørsmål
field-returns-at = Hentes fram igjen
    .ask = Lyttebestillingene hentes fram igjen i
field-capture = Samles inn
    .ask = Hva samles inn, og hvordan?
field-no-capture = Hvorfor ingenting samles inn
    .ask = Hvorfor samles ingenting inn?
field-reporter-minutes = Minutter til hver reporter
field-links-previous = Tar opp det fra sist
    .ask = Tar opp det vi bestemte sist
field-commitments = Hvem gjør hva når
    .ask = Her skriver vi hvem som gjør hva, og når
field-evaluation = Evaluering i møtet
    .ask = Her evaluerer vi møtet
field-mode = Hvordan
field-says = Hva gjør vi?
field-challenge = Ber om motforestillinger
field-instruction = Oppgave
    .ask = Hva skal deltakerne gjøre før møtet?
field-task-minutes = Minutter
    .ask = Hvor mange minutter tar det?
field-starters = Setningsstartere
    .ask = Setningsstartere, én på hver linje
field-due-at = Frist
field-used-by = Brukes i
