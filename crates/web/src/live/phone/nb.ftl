# The phone: one sentence, one action.
hero-name = Hvor og hvor lenge
gone-name = Du har gått
gone-text = Du har sagt at du måtte gå. Plassen din står klar.
gone-return = Jeg er tilbake
lead-name = Ledelsen av møtet
lead-away = Møtelederen er uten nett. Du er stedfortreder og kan ta over.
lead-take = Ta over ledelsen
lead-yours = Du leder møtet nå.
lead-console = Åpne møteledersida
lead-give = Gi ledelsen tilbake
news-title = Endret siden innkallingen
news-time = Ny tid: { $when }
news-no-time = Tidspunktet er ikke satt ennå
news-place = Nytt sted: { $place }
news-no-place = Stedet er ikke satt ennå
news-added = Ny økt: { $what }
news-removed = Økta «{ $what }» er tatt ut
lobby-wait = Du er med. Møtet starter snart.
lobby-you = Du er med som { $name }.
ended-text = Det du skrev, er lagret. Resultatet er klart.
your-group = Gruppa di: bord { $n }
own-question = Spørsmålet deres
why-this = Hvorfor gjør vi dette?
mode-alone = For deg selv
mode-pair = To og to
mode-trio = Tre og tre
mode-group = I gruppa
mode-plenary = Alle sammen
mode-input = Lytt
mode-break = Pause
date-meet = Du møter
date-trio = Dere er tre denne runden
date-go-table = Gå til bord
date-ready = Vi er klare
date-common = Felles funn
table-members = De som sitter ved bordet
table-is-ready = Bordet er klart. Tida starter snart.
turns-name = Taletur
speak-now = Du forteller for bord { $n } nå.
speak-later = Du forteller for bord { $n } når det får ordet.
turn-now = har ordet, { $time }
turn-then = så
turn-next = Neste
turn-pass = Pass

# What stands beside the task.
source-own-notes = Dine notater
source-table-carried = De andre ved bordet tok med
source-table-picked = Kortene på bordet
source-room-carried = Det rommet tok med seg
source-table-points = Punktene deres
source-table-text = Dette har bordet skrevet

# Who sees it.
seen-by-me = Bare du ser dette, til du tar det med deg videre.
seen-by-table = De du sitter sammen med, ser dette. Seinere kan det stå på veggen, uten navn.
seen-by-table-shared = Alle ved bordet ser dette og kan endre det.
grew-from = Hvilke kort bygger det på?
notes-name = Notatene dine
carry-title = Velg én ting, eller skriv selv
carry-taken = Valgt
pick-title = { $n ->
        [one] Velg én
       *[other] Velg { $n }
    }
pick-full = Du har valgt alle. Vil du bytte, så tøm et felt og lagre.
picked-as = Valgt som nummer { $n }
points-title = Punktene deres
stand = Jeg kan stå for dette
stand-count = { $n } av { $of } står for det
report-submit = Lever til plenum
deliver-not-yet = Dere kan levere når alle ved bordet står for hvert punkt.
deliver-undo = Angre levering
table-text-name = Teksten deres
choice-none = Ingen har skrevet noe å velge mellom ennå.
votes = { $n ->
        [one] 1 har valgt denne
       *[other] { $n } har valgt denne
    }
commit-title = Hvem gjør hva når?
commit-owner-text = Du kan ta på deg noe selv. Foreslår du en annen, må den andre si ja.
commit-propose = Legg til
commit-asked = Noen har foreslått dette for deg
commit-accept = Ja, det gjør jeg
commit-decline = Nei takk
commit-mine = Dette har du tatt på deg

# Roles.
role-yours = Rolla di: { $role }
role-say = Dette kan du si:
role-pass = Bytt rolle
role-pass-text = Vil du ikke ha rolla? En annen ved bordet får den. Ingen spør hvorfor.
watch-title = Viddevakt: hvor er samtalen?
watch-on = På sporet
watch-on-text = Fint. Da trenger du ikke gjøre noe.
watch-off = På vidda
detour-title = Er vi på saken?
detour-text = Noen turer på vidda er verdt det. Dere bestemmer.
detour-back = Tilbake til spørsmålet
detour-back-text = Les det høyt og fortsett.
detour-park = Parker det
detour-question = Dette er viktigere – bytt spørsmål
question-label = Det nye spørsmålet
question-send = Bytt spørsmål

# The bar, and the device.
shortcuts = Snarveier
hand-raise = Rekk opp hånda
hand-place = Ta ned hånda (du er nr. { $n })
help-ask = Be om hjelp
help-asked = Hjelp er på vei
leave = Jeg må gå
seats-name = De som deler denne telefonen
seats-now = Nå skriver { $name }.
seats-switch = Bytt til { $name }
more = Mer
awake-on = Skjermen holdes våken
awake-off = Skjermen kan slukne. Trykk for å holde den våken.
awake-unsupported = Denne telefonen kan ikke holde skjermen våken
rename = Bytt navn
share-label = Navnet på den som deler telefonen
share-add = Legg til en som deler denne telefonen

# Change of place: where, whom, what to bring, when.
change-places = Bytt plass
change-map = Kart over bordene: du går fra bord { $from } til bord { $to }.
change-map-to = Kart over bordene: du går til bord { $to }.
change-map-text = Bordene står i nummerrekkefølge på kartet. Se etter skiltet på bordet.
change-front = Tavla
change-meet = Der møter du
change-at = Der sitter også
change-bring = Dette tar du med deg
change-host-kicker = Du er kafévert
change-host-stay = Bli ved bord
change-host-first = Du blir ved dette bordet i alle rundene. De andre går videre etter hver runde.
change-host-next = Fortell de nye gjestene på ett minutt hva bordet har skrevet. Så skriver dere videre på den samme teksten.
change-when = Så har dere { $length }. Møtelederen starter tida.

# Shared, borrowed, and made concrete.
shared-title = Det du har delt
shared-take-back = Trekk tilbake
shared-taken-back = trukket tilbake, bare du ser det
borrow = Lån ideen
borrowed = Lånt. Den ligger i notatene dine, og bare du ser den.
borrowed-from = lånt fra bord { $n }
borrowed-from-room = lånt fra rommet
example-hint = Kan du gi et eksempel?
goals-asked-text = Ingen andre i møtet ser svaret ditt. Når så mange har svart at ingen kan kjennes igjen, vises antallet etter møtet. Da slettes svarene. Fram til det kan den som drifter tjenesten, se dem.
