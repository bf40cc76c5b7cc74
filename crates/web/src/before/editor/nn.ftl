# The plan editor.
ed-untitled = Møte utan namn
ed-main-menu = Hovudmeny
ed-you-are-here = Du er her
ed-plan = Plan
ed-versions = Versjonar
ed-changes = Det du nett gjorde
ed-undo = Angre
ed-redo = Gjer om
ed-regret = Angra?
ed-about = Om møtet
ed-change = Endre
ed-meeting-runs = Møtet er i gang. Endringar her gjeld ikkje møtet som går.
ed-meeting-over = Møtet er slutt. Endringar her gjeld ikkje møtet som er halde.
standing-draft = Utkast
standing-sent = Sendt ut
standing-called-off = Avlyst
standing-notice = Orientering
ed-participants-count = { $n ->
        [one] 1 deltakar
       *[other] { $n } deltakarar
    }
advice = Møteråd
advice-may-start = Planen har det som trengst for å starte.

# When, where, and what kind of meeting.
kind-development = Utvikling
kind-mixed = Både utvikling og forvalting
kind-administration = Forvalting
unit-school = Skule
unit-kindergarten = Barnehage
unit-after-school = SFO
unit-network = Nettverk
unsaid = Ikkje valt

# Before, during and after.
ed-loop = Læringssløyfa
ed-before = Før
ed-during = Under
ed-after = Etter
ed-before-title = Før møtet
ed-after-title = Etter møtet
ed-before-due = Førebuing, frist { $day }
ed-before-tasks = { $n ->
        [one] 1 oppgåve utan frist
       *[other] { $n } oppgåver utan frist
    }
ed-before-skipped = Inga førebuing denne gongen
ed-before-none = Inga førebuing enno
ed-during-items = { $n ->
        [one] Program, 1 økt
       *[other] Program, { $n } økter
    }
ed-after-none = Ingen plan enno
ed-after-some = Planen er lagd
prep-add = Legg til førebuing
prep-task = Førebuing
prep-unused = Blir ikkje brukt i møtet enno. Vel det i økta.
prep-used-in = Blir brukt i:
prep-remove = Ta bort førebuinga

# The program.
balance-said = { $mode } { $n } minutt
balance-label = Slik er tida fordelt: { $said }
balance-active = aktiv deltakartid
ed-mode-alone = Åleine
ed-mode-pair = Par
ed-mode-trio = Trio
ed-mode-group = Gruppe
ed-mode-plenary = Plenum
ed-mode-input = Innlegg
ed-mode-break = Pause
ed-no-rows = Programmet er tomt. Legg til den første økta.
ed-moved = { $what } er flytta til plass { $n } av { $of }
ed-over = { $n ->
        [one] 1 minutt for langt
       *[other] { $n } minutt for langt
    }
ed-shorten = Kort ned der det går
ed-add = Legg til økt
ed-all-tools = Alle verktøy …
ed-goal-missing = Mål manglar
ed-title-missing = Kva skal skje?
ed-minute-less = Eitt minutt mindre
ed-minute-more = Eitt minutt meir
ed-min = min
ed-locked = låst
ed-start-locked = Startar kl. { $time }
ed-own-parts = Sett saman sjølv
ed-no-tool = Ingen arbeidsmåte vald
ed-guessed = (gjetta)
ed-uses-preparation = Byggjer på førebuinga
ed-audience-is = For { $who }
item-kind-development = Utvikling
item-kind-administration = Forvalting
item-kind-notice = Orientering
item-kind-pause = Pause
ed-uses-task = Byggjer på førebuinga «{ $what }»
ed-split = Del i to
ed-join = Slå saman med neste
ed-duplicate = Lag ein kopi
ed-more = Lås, lyttebestillingar og det som blir samla inn
ed-put-together = Set saman økta sjølv
ed-parts-none = Arbeidsmåten har sine eigne steg. Legg til eit steg når du vil bestemme dei sjølv.
ed-parts-help = Desse stega blir brukte i staden for stega i arbeidsmåten.
ed-part = Steg { $n }
ed-part-add = Legg til steg
question-open = Ope
question-task = Open oppgåve
question-closed = Lukka
question-leading = Leiande
question-narrow = Smalt
question-unknown = Ikkje vurdert
question-open-enough = Ope nok

# What an edit did, and why one was not made.
said-the-row = Økta
said-moved = { $what } er flytta til plass { $n } av { $of }.
said-unmoved = { $what } står alt på plass { $n } av { $of }.
said-added = { $what } er lagd til på plass { $n } av { $of }.
said-duplicated = { $what } er kopiert til plass { $n } av { $of }.
said-removed = { $what } er teken bort.
said-split = { $what } er delt i { $first } og { $second } minutt.
said-joined = { $what } er slått saman med { $with }: { $n } minutt.
said-minutes = { $what }: { $n } minutt.
said-shortened = { $n ->
        [one] Programmet er korta ned med 1 minutt.
       *[other] Programmet er korta ned med { $n } minutt.
    }
said-shared = { $n ->
        [one] Øktene fekk 1 minutt til saman.
       *[other] Øktene fekk { $n } minutt til saman.
    }
said-preparation-added = Førebuinga er lagd til.
said-preparation-removed = Førebuinga er teken bort.
said-remedied = Rådet er følgt.
said-dismissed = Rådet er lagt bort.
said-called-off = Møtet er avlyst i planen.
said-made-notice = Møtet er gjort om til ei orientering.
said-taken-up = Møtet er eit utkast att.
said-asked = «{ $question }» står no i { $what }
said-changed = Planen er endra.
said-row-changed = { $what } er endra.
said-undone = Endringa er teken tilbake.
row-gone-title = Økta er borte
row-gone = Nokon tok bort økta medan du skreiv. Det du skreiv, står her, så du kan kopiere det.
edit-gone-title = Det er borte
edit-gone = Nokon har teke det bort medan du såg på planen. Sjå kva som står der no.
edit-unreadable-title = Knappen var ukjend
edit-unreadable = Last inn sida på nytt, og prøv igjen.
edit-full-title = Det er ikkje plass til fleire økter
edit-full = Slå saman to økter, eller ta bort éi.
edit-minutes-title = Minutta vart ikkje endra
edit-minutes = Ei økt varer frå eitt minutt til ti timar.
edit-join-title = Det er inga økt etter denne
edit-join = Vel ei økt som har ei anna etter seg.
edit-split-title = Økta er for kort til å delast
edit-split = Gi økta minst to minutt først.
edit-times-title = Start og slutt manglar
edit-times = Skriv når møtet startar og sluttar, så reknar vi ut resten.
edit-locked-title = Alt som er igjen, er låst
edit-locked = Lås opp minutta i ei økt, eller ta bort ei økt.
edit-share-title = Alle øktene har minutt
edit-share = Det er ingenting å dele ut.
edit-reason-title = Skriv kvifor
edit-reason = Skriv éi linje om kvifor rådet ikkje passar denne gongen.
edit-tool-title = Vel ein arbeidsmåte først
edit-tool = Økta har ingen arbeidsmåte vi kjenner.

# The picture of the plan.
ed-hints = { $n ->
        [one] 1 møteråd for denne økta
       *[other] { $n } møteråd for denne økta
    }
ed-send = Send innkalling
ed-away = Flytt til eit anna møte
ed-add-after = Legg til økt etter denne
mirror-title = Dei to logikkane
mirror-both = Det trengst begge logikkar. Er det denne balansen du vil ha i dette møtet?
mirror-stands = { $n } av 100 på vegen frå «{ $from }» til «{ $to }»
mirror-unknown = Planen seier ikkje noko om dette.
mirror-structure-name = Struktur
mirror-structure-from = fast
mirror-structure-to = skiftande
mirror-agenda-name = Agenda
mirror-agenda-from = klar
mirror-agenda-to = open
mirror-flow-name = Kunnskapsflyt
mirror-flow-from = éin veg
mirror-flow-to = deling
mirror-responsibility-name = Ansvar
mirror-responsibility-from = nokon andre
mirror-responsibility-to = alle
mirror-learning-name = Læring
mirror-learning-from = utanfrå
mirror-learning-to = innanfrå
short-igp = IGP
short-speed-date = Speed-date
short-trio = Trio-forhandling
short-prep-work = Gruppearbeid
short-article-exchange = Artikkelutveksling
short-plenary = Plenum
short-peer-supervision = Kollegarettleiing

# Ways of working to pick from.
tools-title = Alle verktøy
tools-purposes = Kva vil de med økta?
tools-add = Legg til i programmet
tools-easy = Lett å kome i gang med
tools-some = Krev litt øving
tools-hard = For grupper som har øvd
tools-people = { $fewest }–{ $most } deltakarar
tools-unsuited = Passar dårleg med talet på deltakarar
tools-last-used = Sist brukt { $day }
tools-never-used = Ikkje brukt her før
purpose-voices = Få fram tankane til alle
purpose-share = Dele erfaringar
purpose-agree = Bli samde om få ting
purpose-results = Forstå resultat
purpose-read = Lese fag saman
purpose-listen = Lytte aktivt
purpose-practice = Undersøkje eigen praksis
purpose-challenge = Utfordre semja
purpose-begin = Bli kjende eller starte noko nytt
purpose-follow-up = Planleggje og følgje opp

# Versions, and rows that leave.
versions-title = Versjonar av planen
versions-first = Dette er den første versjonen.
versions-same = Ingenting er annleis enn før.
versions-bring = Ta fram denne
said-brought = Versjonen er teken fram att.
said-away = Økta er flytta til det andre møtet.
previous-fetch = Hent frå eit tidlegare møte
previous-title = Hent det de vart samde om sist
previous-text = Vi hentar punkta gruppene leverte, og det nokon tok på seg – utan namn. Det blir lagt under det som står i planen frå før.
previous-from = Kva møte?
previous-fetch-now = Hent
previous-none = Det finst ingen tidlegare møte å hente frå enno.
said-previous = { $n ->
    [0] Det møtet leverte ingen punkt.
    [one] Eitt punkt er henta.
   *[other] { $n } punkt er henta.
}
away-title = Flytt «{ $what }» til eit anna møte
away-to = Kva møte?
away-move = Flytt økta
away-none = Det er ingen andre møte å flytte henne til. Lag møtet først.
plan-copy = Eller kopier frå eit tidlegare møte
plan-unfinished-title = Møtet er ikkje klart til å starte
plan-unfinished = Planen manglar noko. Møteleiaren ser i planen kva som manglar.
diff-added = ny økt på plass { $n }
diff-removed = teken bort
diff-moved = flytta frå plass { $from } til { $to }
diff-on = ja
diff-off = nei
field-title = Namn
    .ask = Kva heiter møtet?
field-kind = Slag
    .ask = Kva slags møte er det?
field-unit = Arbeidsplass
    .ask = Kvar jobbar de?
field-lang = Språk
field-starts-at = Start
    .ask = Når startar møtet?
field-ends-at = Slutt
    .ask = Når sluttar møtet?
field-place = Stad
    .ask = Kvar er møtet?
field-leader = Møteleiar
    .ask = Kven leier møtet?
field-participants = Deltakarar
    .ask = Kor mange blir med?
field-purpose = Føremål
    .ask = Kva er føremålet med møtet?
field-goals = Mål
    .ask = Mål, eitt på kvar linje
field-result = Resultat
    .ask = Kva skal de sitje att med?
field-frames-decided = Bestemt
    .ask = { frame-decided }
field-frames-open = Ope
    .ask = { frame-open }
field-frames-expected = Forventa
    .ask = { frame-expected }
field-no-preparation = Kvifor inga førebuing
    .ask = Kvifor inga førebuing denne gongen?
field-materials = Vedlegg
    .ask = Vedlegg og lenkjer, éi på kvar linje
field-groups-wanted = Grupper blir sette før møtet
    .ask = Set gruppene før møtet
field-roles-wanted = Roller blir fordelte
    .ask = Fordel dei fire rollene
field-stage = Slik blir programmet vist
    .ask = Korleis ser alle programmet?
field-result-channel = Deling av resultatet
    .ask = Korleis blir resultatet delt, og med kven?
field-spread = Dei som ikkje er til stades
    .ask = Korleis får dei som ikkje er til stades, vere med?
field-trial = Utprøving før neste møte
    .ask = De skal prøve ut noko før neste møte
field-evaluate = Evaluering etter møtet
    .ask = Send ei kort evaluering etter møtet
field-notes = Frå den gamle innkallinga
field-previous = Samde om sist
    .ask = Det vart vi samde om sist, eitt på kvar linje
field-dismissed = Råd som er lagde bort
field-standing = Status
field-item-title = Namn
    .ask = Kva
field-goal = Mål
field-minutes = Minutt
field-item-kind = Slag
    .ask = Kva slags økt er det?
field-tool = Arbeidsmåte
field-own-steps = Eigne steg
field-questions = Spørsmål
    .ask = Spørsmål, eitt på kvar linje
field-orders = Lyttebestillingar
    .ask = Lyttebestillingar, éi på kvar linje
field-presenters = Innleiarar
    .ask = Innleiarar, éin på kvar linje
    .help = Namn, og gjerne kvar dei kjem frå: «Kari Nes, Nordvika skule»
field-locked-start = Låst start
    .ask = Startar alltid klokka
field-minutes-locked = Låste minutt
    .ask = Lås minutta når programmet blir korta ned
field-prepared = Deltakarane har førebudd seg
    .ask = Deltakarane har førebudd seg
field-audience = For kven
    .ask = Kven er økta for, om ikkje for alle?
field-open-enough = Opne nok spørsmål
field-returns-at = Blir henta fram att
    .ask = Lyttebestillingane blir henta fram att i
field-capture = Blir samla inn
    .ask = Kva blir samla inn, og korleis?
field-no-capture = Kvifor ingenting blir samla inn
    .ask = Kvifor blir ingenting samla inn?
field-reporter-minutes = Minutt til kvar reporter
field-links-previous = Tek opp det frå sist
    .ask = Tek opp det vi bestemte sist
field-commitments = Kven gjer kva når
    .ask = Her skriv vi kven som gjer kva, og når
field-evaluation = Evaluering i møtet
    .ask = Her evaluerer vi møtet
field-mode = Korleis
field-says = Kva gjer vi?
field-challenge = Ber om motførestillingar
field-instruction = Oppgåve
    .ask = Kva skal deltakarane gjere før møtet?
field-task-minutes = Minutt
    .ask = Kor mange minutt tek det?
field-starters = Setningsstartarar
    .ask = Setningsstartarar, éin på kvar linje
field-due-at = Frist
field-used-by = Blir brukt i
