# Words that many pages share.
app-name = Sløyfe
colophon = Bygd med Designsystemet. Ingenting sendes ut av huset.
skip-to-content = Hopp til innholdet
language = Språk
to-start = Til forsida
no-script = Denne sida følger ikke med av seg selv her.
refresh = Oppdater
save = Lagre
next = Neste
previous = Forrige
back = Tilbake
close = Lukk
print = Skriv ut
print-hint = Skriv ut fra menyen i nettleseren, eller med Ctrl + P.
choose = Velg
and = og
now = Nå
done = Ferdig
skipped = Hoppet over
you = deg
yours = Ditt
minutes = { $n ->
        [one] 1 minutt
       *[other] { $n } minutter
    }
minutes-short = { $n } min
times = { $n ->
        [one] 1 gang
       *[other] { $n } ganger
    }
item-of = Økt { $n } av { $of }
program = Programmet
goals = Mål for møtet
purpose = Formål
parked = Parkert
disagreement = Dette er vi uenige om
col-time = Tid
col-what = Hva
col-goal = Mål
nav-meetings = Møter
nav-actions = Hvem gjør hva når
act-who = Hvem
act-does-what = Gjør hva
act-when = Når
act-sign = Slik ser vi at det virker
frame-decided = Dette er bestemt
frame-open = Dette er åpent
frame-expected = Dette forventes av deg

# The clock. Time left has a colon, clock times a full stop.
clock-label = { $min } minutter og { $sec } sekunder igjen
clock-over = { $min } minutter og { $sec } sekunder over tida
clock-say = { $n ->
        [one] Ett minutt igjen
       *[other] { $n } minutter igjen
    }
clock-paused = pause
clock-waiting = ikke startet
time-left = igjen
time-ends = ferdig kl. { $time }
time-up = Tida er ute
timer-start = Start tida
timer-pause = Sett på pause
timer-plus = Ett minutt til
timer-plus-two = To minutter til
timer-sound = Lyd når tida er ute
date-round = Runde { $n } av { $of }

# The line to the server, and what waits to be sent.
conn-online = Tilkoblet
conn-reconnecting = Kobler til igjen …
conn-offline = Ikke på nett
conn-over = Møtet er slutt
conn-ended = Du er ikke med lenger
save-saved-at = Lagret { $time }
save-saving = Lagrer …
outbox-name = Det du har sendt
outbox-from-store = Du ser det siste denne enheten fikk.
outbox-unsent = Ikke sendt – ligger på denne enheten
outbox-refused = Ikke tatt imot
outbox-changed = Det ligger to tekster her
outbox-waiting-one = 1 svar venter på nett
outbox-waiting-many = { $count } svar venter på nett
outbox-not-stored = Serveren får ikke lagret akkurat nå. Teksten ligger trygt på denne enheten og sendes av seg selv når det går igjen.
outbox-rejoin = Bli med igjen, så sender vi det du skrev.
outbox-rejoin-link = Bli med igjen
outbox-yours = Din tekst
outbox-theirs = Teksten som ligger der
outbox-keep-mine = Behold min
outbox-keep-theirs = Behold den andre
outbox-keep-both = Behold begge
outbox-again = Prøv igjen
outbox-discard = Kast teksten
outbox-kept = Teksten din er lagret under forrige steg
outbox-kept-sending = Teksten fra forrige steg sendes …
copy-text = Kopier teksten
copy-text-hint = Kopier teksten før du går videre, så mister du den ikke.
copied = Kopiert

# Tables, groups and roles.
table = Bord { $n }
table-word = Bord
tables = Bordene
table-finding = Finner bordet
table-ready = Klare
table-talking = Snakker
table-writing = Skriver
table-delivered = Levert
table-asks-for-help = Ber om hjelp
floor-table = Bord { $n } har ordet
turns-done = Alle har hatt ordet.
role-chair = Ordstyrer
    .help = Gir ordet til én om gangen, og tar det selv til sist.
    .say = Hvem vil begynne? / Nå har vi ikke hørt fra deg ennå. Vil du si noe, eller stå over? / Hva er vi uenige om?
role-timekeeper = Tidtaker
    .help = Følger med på klokka og sier fra i god tid.
    .say = To minutter igjen. / Ett minutt igjen. Hva må vi få med? / Tida er ute. Vi runder av.
role-reporter = Reporter
    .help = Skriver det gruppa blir enig om, med gruppas egne ord, og legger det fram.
    .say = Har jeg skrevet det slik dere mente det? / Kan alle stå for dette?
role-focus-keeper = Viddevakt
    .help = Passer på at gruppa holder seg til saken. Noen turer på vidda er verdt det. Dere bestemmer.
    .say = Jeg tror vi er på vidda. Skal vi tilbake, parkere det, eller er dette viktigere?
role-cafe-host = Kafévert
    .help = Blir ved bordet i alle rundene, og forteller nye gjester på ett minutt hva bordet har skrevet.
    .say = Dette har bordet skrevet til nå. / Hva vil dere bygge videre på? / Alle ideer er velkomne. Motforestillingene kommer etterpå.

# What a text is called where the way of working has no word of its own.
kind-note = Notat
kind-strength = Kvalitet
kind-challenge = Utfordring
kind-moment = Moment
kind-heard = Det jeg hørte
kind-story = Fortelling
kind-question = Spørsmål
kind-trial = Dette vil jeg prøve
kind-loan = Dette vil jeg låne
kind-carried = Tatt med videre
kind-picked = Valgt ut
kind-found-strength = Felles kvalitet
kind-found-challenge = Felles utfordring
kind-point = Punkt
kind-disagreement = Uenighet
kind-table-text = Tekst fra bordet

# Lines that both phone, console and projector need.
date-carry = Dette har du med deg
source-listening-order = Lyttebestilling
source-room-points = Punktene fra alle bordene
report-submitted = Levert
choice-title = Velg det dere vil arbeide med
commit-open = venter på svar
commit-taken = tatt på seg
commit-refused = sagt nei
park-label = Hva skal vi huske til seinere?
park-send = Parker det
join-at = Bli med på
join-with-code = med kode
code-works-from = Koden virker fra { $when }.
code-works-clock = { $day } kl. { $clock }
code-works-opened = Koden virker når møtelederen har åpnet møtet.
qr-label = QR-kode til { $host }
code-word = Kode
lobby-count = { $n ->
        [one] 1 er med
       *[other] { $n } er med
    }
lead-take-back = Ta ledelsen tilbake
door-is-locked = Døra er låst. Spør møtelederen om du vil inn.
ended-thanks = Takk for møtet
ended-result = Se resultatet

# The red thread, the goals, and taking something back.
undo = Angre
opening-title = Sist ble vi enige om
goals-asked = Nådde vi målene?
goal-reached = Ja
goal-partly = Delvis
goal-not-yet = Ikke ennå
goal-counts = { $reached } ja, { $partly } delvis, { $notyet } ikke ennå
sign-out = Logg av denne enheten
sign-out-unsent = { $count } svar er ikke sendt ennå. Trykk en gang til for å kaste dem.
