# The plan editor.
ed-untitled = Møte uten navn
ed-main-menu = Hovedmeny
ed-you-are-here = Du er her
ed-plan = Plan
ed-versions = Versjoner
ed-undo = Angre
ed-redo = Gjør om
ed-regret = Angret?
ed-about = Om møtet
ed-change = Endre
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
ed-ends-at = Når slutter møtet?
ed-participants = Hvor mange blir med?
ed-kind = Hva slags møte er det?
kind-development = Utvikling
kind-mixed = Både utvikling og forvaltning
kind-administration = Forvaltning
ed-unit = Hvor jobber dere?
unit-school = Skole
unit-kindergarten = Barnehage
unit-after-school = SFO
unit-network = Nettverk
unsaid = Ikke valgt
ed-groups-wanted = Sett gruppene før møtet
ed-roles-wanted = Fordel de fire rollene
ed-notes = Fra den gamle innkallingen

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
prep-instruction = Hva skal deltakerne gjøre før møtet?
prep-minutes = Hvor mange minutter tar det?
prep-due = Frist
prep-starters = Setningsstartere, én på hver linje
prep-unused = Brukes ikke i møtet ennå. Velg det i økta.
prep-used-in = Brukes i:
prep-remove = Ta bort forberedelsen
ed-no-preparation = Hvorfor ingen forberedelse denne gangen?
ed-materials = Vedlegg og lenker, én på hver linje
ed-result-channel = Hvordan deles resultatet, og med hvem?
ed-spread = Hvordan får de som ikke er til stede, være med?
ed-stage = Hvordan ser alle programmet?
ed-trial = Dere skal prøve ut noe før neste møte
ed-evaluate = Send en kort evaluering etter møtet

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
ed-uses-preparation = Bruker forberedelsen
ed-audience-is = For { $who }
ed-item-kind = Hva slags økt er det?
item-kind-development = Utvikling
item-kind-administration = Forvaltning
item-kind-notice = Orientering
item-kind-pause = Pause
ed-presenters-help = Navn, og gjerne hvor de kommer fra: «Kari Nes, Nordvika skole»
ed-audience = Hvem er økta for, om ikke for alle?
ed-uses-task = Bruker forberedelsen «{ $what }»
ed-split = Del i to
ed-join = Slå sammen med neste
ed-duplicate = Lag en kopi
ed-more = Lås, lyttebestillinger og det som samles inn
ed-lock-start = Starter alltid klokka
ed-lock-minutes = Lås minuttene når programmet kortes ned
ed-reporter-minutes = Minutter til hver reporter
ed-returns-at = Lyttebestillingene hentes fram igjen i
ed-capture = Hva samles inn, og hvordan?
ed-no-capture = Hvorfor samles ingenting inn?
ed-links-previous = Tar opp det vi bestemte sist
ed-commitments = Her skriver vi hvem som gjør hva, og når
ed-evaluation = Her evaluerer vi møtet
ed-put-together = Sett sammen økta selv
ed-parts-none = Arbeidsmåten har sine egne trinn. Legg til et trinn når du vil bestemme dem selv.
ed-parts-help = Disse trinnene brukes i stedet for trinnene i arbeidsmåten.
ed-part = Trinn { $n }
ed-part-mode = Hvordan
ed-part-says = Hva gjør vi?
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
