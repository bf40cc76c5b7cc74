# The leader's console.
console-here = { $n } til stades, { $lines } skjermar på nett
console-lobby = Folk kjem
console-older-plan = Den nyaste planen er ikkje ferdig. Møtet følgjer planen frå kl. { $time } til han er det.
console-finish-plan = Gjer planen ferdig
console-lobby-text = Start når de er klare. Dei som kjem seinare, kjem rett inn.
console-start = Start møtet
console-ended = Møtet er avslutta
console-undo-end = Opne møtet att
console-now = No
on-phones = Dette står på telefonane
console-next = Neste
next-table = Neste bord
console-late = { $n ->
        [one] De ligg 1 minutt etter planen
       *[other] De ligg { $n } minutt etter planen
    }
console-early = { $n ->
        [one] De ligg 1 minutt føre planen
       *[other] De ligg { $n } minutt føre planen
    }
console-on-time = De er i rute
console-ends = Planlagd slutt kl. { $planned }. Slik det går no: kl. { $reckoned }.
console-takes-from = Neste minutt blir teke frå «{ $name }».
console-skip = Hopp over
console-end = Avslutt møtet
console-end-text = Alle får sjå resultatet. Du kan opne møtet att.
console-end-now = Avslutt no
console-ready = { $n } av { $of } bord er klare
console-links = Andre sider
needs = Ventar på deg
needs-none = Ingen ventar på deg no.
help-table = Bord { $n } ber om hjelp
help-given = Hjelpt
hands = Hender, i rekkjefølgje
hand-lower = Ta ned handa
claim-asks = Er det { $name } som vil inn frå ei anna eining? Sjå opp i rommet.
claim-grant = Ja, slepp inn
claim-deny = Nei
people = Folk i rommet
person-add-label = Namnet på ein utan telefon
person-add = Legg til utan telefon
person-gone = Har gått
person-back = Er tilbake
person-has-gone = gått
person-put-out = Ta ut av møtet
person-is-out = teken ut av møtet
person-let-in = Slepp inn att
person-without-phone = utan telefon
choose-person = Vel ein person
deputy-label = Stadfortredar, som kan ta over om nettet ditt sviktar
deputy-name = Vel stadfortredar
deputy-leads = Stadfortredaren leier møtet no.
door-lock = Lås døra for fleire
door-open = Opne døra
groups = Grupper
groups-make = Del inn i grupper
groups-again = Del inn på nytt
move-who = Kven skal flytte?
move-where = Til kva bord?
move = Flytt
link-wall = Opne projektorbiletet
link-result = Opne resultatet
link-print = Skriv ut alt på papir
link-plan = Opne planen
link-groups = Set opp gruppene
link-console = Til møteleiarsida

# The keys.
keys-title = Tastar
keys-key = Tast
keys-does = Gjer
keys-single = Bruk tastar med eitt teikn
key-fullscreen = Fullskjerm
key-black = Svart skjerm

# Moving what is to come, the nudge, and the goals.
move-earlier = Flytt opp
move-later = Flytt ned
item-moved = «{ $name }» er flytt.
nudge = Guru-alarm
nudge-text = Seier frå til deg, og berre deg, når eit innlegg har vart i { $n } minutt eller tida er ute.
nudge-now = Guru-alarm: No har rommet lytta lenge. Kva med to minutt nabosamtale?
goals-answered = { $n } har svart på om de nådde måla.
goals-answered-few = Færre enn fem har svart på om de nådde måla.
