# The leader's console.
console-here = { $n } til stede, { $lines } skjermer på nett
console-lobby = Folk kommer
console-older-plan = Den nyeste planen er ikke ferdig. Møtet følger planen fra kl. { $time } til den er det.
console-finish-plan = Gjør planen ferdig
console-lobby-text = Start når dere er klare. De som kommer seinere, kommer rett inn.
console-start = Start møtet
console-ended = Møtet er avsluttet
console-undo-end = Åpne møtet igjen
console-now = Nå
on-phones = Dette står på telefonene
console-next = Neste
next-table = Neste bord
console-late = { $n ->
        [one] Dere ligger 1 minutt etter planen
       *[other] Dere ligger { $n } minutter etter planen
    }
console-early = { $n ->
        [one] Dere ligger 1 minutt foran planen
       *[other] Dere ligger { $n } minutter foran planen
    }
console-on-time = Dere er i rute
console-ends = Planlagt slutt kl. { $planned }. Slik det går nå: kl. { $reckoned }.
console-takes-from = Neste minutt tas fra «{ $name }».
console-skip = Hopp over
console-end = Avslutt møtet
console-end-text = Alle får se resultatet. Du kan åpne møtet igjen.
console-end-now = Avslutt nå
console-ready = { $n } av { $of } bord er klare
console-links = Andre sider
needs = Venter på deg
needs-none = Ingen venter på deg nå.
help-table = Bord { $n } ber om hjelp
help-given = Hjulpet
hands = Hender, i rekkefølge
hand-lower = Ta ned hånda
claim-asks = Er det { $name } som vil inn fra en annen enhet? Se opp i rommet.
claim-grant = Ja, slipp inn
claim-deny = Nei
people = Folk i rommet
person-add-label = Navnet på en uten telefon
person-add = Legg til uten telefon
person-gone = Har gått
person-back = Er tilbake
person-has-gone = gått
person-put-out = Ta ut av møtet
person-is-out = tatt ut av møtet
person-let-in = Slipp inn igjen
person-without-phone = uten telefon
choose-person = Velg en person
deputy-label = Stedfortreder, som kan ta over om nettet ditt svikter
deputy-name = Velg stedfortreder
deputy-leads = Stedfortrederen leder møtet nå.
door-lock = Lås døra for flere
door-open = Åpne døra
groups = Grupper
groups-make = Del inn i grupper
groups-again = Del inn på nytt
move-who = Hvem skal flytte?
move-where = Til hvilket bord?
move = Flytt
link-wall = Åpne projektorbildet
link-result = Åpne resultatet
link-print = Skriv ut alt på papir
link-plan = Åpne planen
link-groups = Sett opp gruppene
link-console = Til møteledersida

# The keys.
keys-title = Taster
keys-key = Tast
keys-does = Gjør
keys-single = Bruk taster med ett tegn
key-fullscreen = Fullskjerm
key-black = Svart skjerm

# Moving what is to come, the nudge, and the goals.
move-earlier = Flytt opp
move-later = Flytt ned
item-moved = «{ $name }» er flyttet.
nudge = Guru-alarm
nudge-text = Sier fra til deg, og bare deg, når et innlegg har vart i { $n } minutter eller tida er ute.
nudge-now = Guru-alarm: Nå har rommet lyttet lenge. Hva med to minutter nabosamtale?
goals-answered = { $n } har svart på om dere nådde målene.
goals-answered-few = Færre enn fem har svart på om dere nådde målene.
