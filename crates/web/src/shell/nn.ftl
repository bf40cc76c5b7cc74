# Words that many pages share.
app-name = Sløyfe
colophon = Bygd med Designsystemet. Ingenting blir sendt ut av huset.
skip-to-content = Hopp til innhaldet
language = Språk
to-start = Til framsida
no-script = Denne sida følgjer ikkje med av seg sjølv her.
refresh = Oppdater
save = Lagre
next = Neste
previous = Førre
back = Tilbake
close = Lukk
print = Skriv ut
print-hint = Skriv ut frå menyen i nettlesaren, eller med Ctrl + P.
choose = Vel
and = og
now = No
done = Ferdig
skipped = Hoppa over
you = deg
yours = Ditt
minutes = { $n ->
        [one] 1 minutt
       *[other] { $n } minutt
    }
minutes-short = { $n } min
times = { $n ->
        [one] 1 gong
       *[other] { $n } gonger
    }
item-of = Økt { $n } av { $of }
program = Programmet
goals = Mål for møtet
purpose = Føremål
parked = Parkert
disagreement = Dette er vi usamde om
col-time = Tid
col-what = Kva
col-goal = Mål
nav-meetings = Møte
nav-actions = Kven gjer kva når
act-who = Kven
act-does-what = Gjer kva
act-when = Når
act-sign = Slik ser vi at det verkar
frame-decided = Dette er bestemt
frame-open = Dette er ope
frame-expected = Dette er forventa av deg

# The clock. Time left has a colon, clock times a full stop.
clock-label = { $min } minutt og { $sec } sekund att
clock-over = { $min } minutt og { $sec } sekund over tida
clock-say = { $n ->
        [one] Eitt minutt att
       *[other] { $n } minutt att
    }
clock-paused = pause
clock-waiting = ikkje starta
time-left = att
time-ends = ferdig kl. { $time }
time-up = Tida er ute
timer-start = Start tida
timer-pause = Set på pause
timer-plus = Eitt minutt til
timer-plus-two = To minutt til
timer-sound = Lyd når tida er ute
date-round = Runde { $n } av { $of }

# The line to the server, and what waits to be sent.
conn-online = Tilkopla
conn-reconnecting = Koplar til igjen …
conn-offline = Ikkje på nett
conn-over = Møtet er slutt
conn-ended = Du er ikkje med lenger
save-saved-at = Lagra { $time }
save-saving = Lagrar …
outbox-name = Det du har sendt
outbox-from-store = Du ser det siste denne eininga fekk.
outbox-unsent = Ikkje sendt – ligg på denne eininga
outbox-refused = Ikkje teke imot
outbox-changed = Det ligg to tekstar her
outbox-waiting-one = 1 svar ventar på nett
outbox-waiting-many = { $count } svar ventar på nett
outbox-not-stored = Serveren får ikkje lagra akkurat no. Teksten ligg trygt på denne eininga og blir send av seg sjølv når det går igjen.
outbox-rejoin = Bli med igjen, så sender vi det du skreiv.
outbox-rejoin-link = Bli med igjen
outbox-yours = Din tekst
outbox-theirs = Teksten som ligg der
outbox-keep-mine = Behald min
outbox-keep-theirs = Behald den andre
outbox-keep-both = Behald begge
outbox-again = Prøv igjen
outbox-discard = Kast teksten
outbox-kept = Teksten din er lagra under førre steg
outbox-kept-sending = Teksten frå førre steg blir send …
copy-text = Kopier teksten
copy-text-hint = Kopier teksten før du går vidare, så mistar du han ikkje.
copied = Kopiert

# Tables, groups and roles.
table = Bord { $n }
table-word = Bord
tables = Borda
table-finding = Finn bordet
table-ready = Klare
table-talking = Snakkar
table-writing = Skriv
table-delivered = Levert
table-asks-for-help = Ber om hjelp
floor-table = Bord { $n } har ordet
turns-done = Alle har hatt ordet.
role-chair = Ordstyrar
    .help = Gir ordet til éin om gongen, og tek det sjølv til sist.
    .say = Kven vil byrje? / No har vi ikkje høyrt frå deg enno. Vil du seie noko, eller stå over? / Kva er vi usamde om?
role-timekeeper = Tidtakar
    .help = Følgjer med på klokka og seier frå i god tid.
    .say = To minutt att. / Eitt minutt att. Kva må vi få med? / Tida er ute. Vi rundar av.
role-reporter = Reporter
    .help = Skriv det gruppa blir samd om, med gruppa sine eigne ord, og legg det fram.
    .say = Har eg skrive det slik de meinte det? / Kan alle stå for dette?
role-focus-keeper = Viddevakt
    .help = Passar på at gruppa held seg til saka. Nokre turar på vidda er verde det. De bestemmer.
    .say = Eg trur vi er på vidda. Skal vi tilbake, parkere det, eller er dette viktigare?
role-cafe-host = Kafévert
    .help = Blir ved bordet i alle rundane, og fortel nye gjester på eitt minutt kva bordet har skrive.
    .say = Dette har bordet skrive til no. / Kva vil de byggje vidare på? / Alle idear er velkomne. Motførestillingane kjem etterpå.

# What a text is called where the way of working has no word of its own.
kind-note = Notat
kind-strength = Kvalitet
kind-challenge = Utfordring
kind-moment = Moment
kind-heard = Det eg høyrde
kind-story = Forteljing
kind-question = Spørsmål
kind-trial = Dette vil eg prøve
kind-loan = Dette vil eg låne
kind-carried = Teke med vidare
kind-picked = Valt ut
kind-found-strength = Felles kvalitet
kind-found-challenge = Felles utfordring
kind-point = Punkt
kind-disagreement = Usemje
kind-table-text = Tekst frå bordet

# Lines that both phone, console and projector need.
date-carry = Dette har du med deg
source-listening-order = Lyttebestilling
source-room-points = Punkta frå alle borda
report-submitted = Levert
choice-title = Vel det de vil arbeide med
commit-open = ventar på svar
commit-taken = teke på seg
commit-refused = sagt nei
park-label = Kva skal vi hugse til seinare?
park-send = Parker det
join-at = Bli med på
join-with-code = med kode
code-works-from = Koden verkar frå { $when }.
code-works-clock = { $day } kl. { $clock }
code-works-opened = Koden verkar når møteleiaren har opna møtet.
qr-label = QR-kode til { $host }
code-word = Kode
lobby-count = { $n ->
        [one] 1 er med
       *[other] { $n } er med
    }
lead-take-back = Ta leiinga tilbake
door-is-locked = Døra er låst. Spør møteleiaren om du vil inn.
ended-thanks = Takk for møtet
ended-result = Sjå resultatet

# The red thread, the goals, and taking something back.
undo = Angre
opening-title = Sist vart vi samde om
goals-asked = Nådde vi måla?
goal-reached = Ja
goal-partly = Delvis
goal-not-yet = Ikkje enno
goal-counts = { $reached } ja, { $partly } delvis, { $notyet } ikkje enno
sign-out = Logg av denne eininga
sign-out-unsent = { $count } svar er ikkje sende enno. Trykk ein gong til for å kaste dei.
