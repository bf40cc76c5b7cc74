# The phone: one sentence, one action.
hero-name = Kvar og kor lenge
gone-name = Du har gått
gone-text = Du har sagt at du måtte gå. Plassen din står klar.
gone-return = Eg er tilbake
lead-name = Leiinga av møtet
lead-away = Møteleiaren er utan nett. Du er stadfortredar og kan ta over.
lead-take = Ta over leiinga
lead-yours = Du leier møtet no.
lead-console = Opne møteleiarsida
lead-give = Gi leiinga tilbake
news-title = Endra sidan innkallinga
news-time = Ny tid: { $when }
news-no-time = Tidspunktet er ikkje sett enno
news-place = Ny stad: { $place }
news-no-place = Staden er ikkje sett enno
news-added = Ny økt: { $what }
news-removed = Økta «{ $what }» er teken ut
lobby-wait = Du er med. Møtet startar snart.
lobby-you = Du er med som { $name }.
ended-text = Det du skreiv, er lagra. Resultatet er klart.
your-group = Gruppa di: bord { $n }
own-question = Spørsmålet dykkar
why-this = Kvifor gjer vi dette?
mode-alone = For deg sjølv
mode-pair = To og to
mode-trio = Tre og tre
mode-group = I gruppa
mode-plenary = Alle saman
mode-input = Lytt
mode-break = Pause
date-meet = Du møter
date-trio = De er tre denne runden
date-go-table = Gå til bord
date-ready = Vi er klare
date-common = Felles funn
table-members = Dei som sit ved bordet
table-is-ready = Bordet er klart. Tida startar snart.
turns-name = Taletur
speak-now = Du fortel for bord { $n } no.
speak-later = Du fortel for bord { $n } når det får ordet.
turn-now = har ordet, { $time }
turn-then = så
turn-next = Neste
turn-pass = Pass

# What stands beside the task.
source-own-notes = Notata dine
source-table-carried = Dei andre ved bordet tok med
source-table-picked = Korta på bordet
source-room-carried = Det rommet tok med seg
source-table-points = Punkta dykkar
source-table-text = Dette har bordet skrive

# Who sees it.
seen-by-me = Berre du ser dette, til du tek det med deg vidare.
seen-by-table = Dei du sit saman med, ser dette. Seinare kan det stå på veggen, utan namn.
seen-by-table-shared = Alle ved bordet ser dette og kan endre det.
grew-from = Kva kort byggjer det på?
notes-name = Notata dine
carry-title = Vel éin ting, eller skriv sjølv
carry-taken = Valt
pick-title = { $n ->
        [one] Vel éin
       *[other] Vel { $n }
    }
pick-full = Du har valt alle. Vil du byte, så tøm eit felt og lagre.
picked-as = Valt som nummer { $n }
points-title = Punkta dykkar
stand = Eg kan stå for dette
stand-count = { $n } av { $of } står for det
report-submit = Lever til plenum
deliver-not-yet = De kan levere når alle ved bordet står for kvart punkt.
deliver-undo = Angre leveringa
table-text-name = Teksten dykkar
choice-none = Ingen har skrive noko å velje mellom enno.
votes = { $n ->
        [one] 1 har valt denne
       *[other] { $n } har valt denne
    }
commit-title = Kven gjer kva når?
commit-owner-text = Du kan ta på deg noko sjølv. Foreslår du ein annan, må den andre seie ja.
commit-propose = Legg til
commit-asked = Nokon har foreslått dette for deg
commit-accept = Ja, det gjer eg
commit-decline = Nei takk
commit-mine = Dette har du teke på deg

# Roles.
role-yours = Rolla di: { $role }
role-say = Dette kan du seie:
role-pass = Byt rolle
role-pass-text = Vil du ikkje ha rolla? Ein annan ved bordet får henne. Ingen spør kvifor.
watch-title = Viddevakt: kvar er samtalen?
watch-on = På sporet
watch-on-text = Fint. Då treng du ikkje gjere noko.
watch-off = På vidda
detour-title = Er vi på saka?
detour-text = Nokre turar på vidda er verde det. De bestemmer.
detour-back = Tilbake til spørsmålet
detour-back-text = Les det høgt og hald fram.
detour-park = Parker det
detour-question = Dette er viktigare – byt spørsmål
question-label = Det nye spørsmålet
question-send = Byt spørsmål

# The bar, and the device.
shortcuts = Snarvegar
hand-raise = Rekk opp handa
hand-place = Ta ned handa (du er nr. { $n })
help-ask = Be om hjelp
help-asked = Hjelpa er på veg
leave = Eg må gå
seats-name = Dei som deler denne telefonen
seats-now = No skriv { $name }.
seats-switch = Byt til { $name }
more = Meir
awake-on = Skjermen blir halden vaken
awake-off = Skjermen kan slokne. Trykk for å halde han vaken.
awake-unsupported = Denne telefonen kan ikkje halde skjermen vaken
rename = Byt namn
share-label = Namnet på den som deler telefonen
share-add = Legg til ein som deler denne telefonen

# Change of place: where, whom, what to bring, when.
change-places = Byt plass
change-map = Kart over borda: du går frå bord { $from } til bord { $to }.
change-map-to = Kart over borda: du går til bord { $to }.
change-map-text = Borda står i nummerrekkjefølgje på kartet. Sjå etter skiltet på bordet.
change-front = Tavla
change-meet = Der møter du
change-at = Der sit også
change-bring = Dette tek du med deg
change-host-kicker = Du er kafévert
change-host-stay = Bli ved bord
change-host-first = Du blir ved dette bordet i alle rundane. Dei andre går vidare etter kvar runde.
change-host-next = Fortel dei nye gjestene på eitt minutt kva bordet har skrive. Så skriv de vidare på den same teksten.
change-when = Så har de { $length }. Møteleiaren startar tida.

# Shared, borrowed, and made concrete.
shared-title = Det du har delt
shared-take-back = Trekk tilbake
shared-taken-back = trekt tilbake, berre du ser det
borrow = Lån ideen
borrowed = Lånt. Han ligg i notata dine, og berre du ser han.
borrowed-from = lånt frå bord { $n }
borrowed-from-room = lånt frå rommet
example-hint = Kan du gi eit døme?
goals-asked-text = Ingen andre i møtet ser svaret ditt. Når så mange har svart at ingen kan kjennast att, blir talet vist etter møtet. Da blir svara sletta. Fram til det kan den som driftar tenesta, sjå dei.
