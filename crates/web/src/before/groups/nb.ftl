# Groups before a meeting.
gr-intro = Her setter du sammen gruppene før møtet. Bare du som planlegger, ser denne sida.
gr-print = Skriv ut gruppelister
gr-running = Møtet er i gang. Endringer her gjelder bord som ikke er satt ennå. Flytt folk ved bordene fra møteledersida.
gr-map = { $n ->
        [one] 1 person
       *[other] { $n } personer
    } ved { $tables ->
        [one] 1 bord
       *[other] { $tables } bord
    }
gr-map-text = Velg en person for å se hva hvert bord koster. Du kan også dra personen til et annet bord. På mobil og nettbrett drar du i prikkene foran navnet.
gr-seats = { $n } ved bordet
gr-leader = leder
gr-is-locked = låst
gr-lock = Lås
gr-unlock = Lås opp
gr-chosen = { $name }, bord { $table }
gr-move-to = Til bord { $n }
gr-swap-with = Eller bytt plass med
gr-swap = Bytt
gr-moved = { $name } sitter nå ved bord { $table }.
gr-undo = Angre siste endring
gr-people = { $n ->
        [0] Hvem kommer?
        [one] 1 person på lista
       *[other] { $n } personer på lista
    }
gr-people-write = Skriv eller lim inn lista
gr-people-change = Endre lista
gr-people-label = Én person på hver linje
gr-people-help = Navn; team; fag eller rolle. Bare navnet må være med. Skriv «leder» som rolle for den som leder teamet sitt. Du kan lime inn fra et regneark.
gr-people-save = Lagre lista
gr-people-remove = Slett lista
gr-people-remove-text = Da sletter vi navnene og alle gruppene du har laget her. Det kan ikke angres.
gr-remove-for-good = Slett for godt
gr-rules = Hva skal gruppene ta hensyn til?
gr-rule-mix-units = Bland team
    .help = Folk fra samme team fordeles så jevnt som mulig. Det samme gjelder fag og rolle.
gr-rule-meet-new = Møt noen nye
    .help = De som satt sammen i tidligere møter, havner helst ved ulike bord.
gr-rule-leaders-apart = Lederen sitter ikke med sine egne
    .help = Den som har «leder» som rolle, sitter aldri ved bord med noen fra sitt eget team.
gr-rule-keep-bonds = Følg lista over hvem som skal og ikke skal sitte sammen
    .help = Lista står under. Bare du ser den.
gr-again-text = De som er låst, blir sittende.
gr-bonds = Skal sitte sammen, skal ikke sitte sammen
gr-bonds-text = Ingen andre enn du som planlegger, får se disse.
gr-bond-one = Den ene
gr-bond-other = Den andre
gr-bond-kind = De to
gr-bond-together = skal sitte sammen
gr-bond-apart = skal ikke sitte sammen
gr-bond-add = Legg til
gr-bond-remove = Ta bort
gr-kept-together = { $names } skal sitte sammen.
gr-kept-apart = { $names } skal ikke sitte sammen.
gr-kept-leader = { $leader } skal ikke sitte med sine egne: { $staff }.
gr-kept-locked = { $name } er låst til bord { $table }.
gr-and-others = { $name } og { $n } andre
gr-conflict-title = Dette går ikke opp
gr-conflict = Med { $n } personer ved { $tables } bord kan ikke alle disse reglene holdes samtidig:
gr-conflict-perhaps = Med { $n } personer ved { $tables } bord kan ikke alle disse reglene holdes samtidig. Kanskje er det nok å endre én:
gr-conflict-one = Med { $n } personer ved { $tables } bord kan ikke denne regelen holdes: { $rule }
gr-conflict-sizes = Det er ikke plass til { $n } personer ved { $tables } bord slik bordene er låst.
gr-conflict-way-out = Ta bort én av dem, eller slå av regelen. Gruppene under er som før.
gr-changed-title = Noen andre endret gruppene
gr-changed = Endringen din er ikke lagret. Her er gruppene slik de er nå. Prøv igjen.
gr-all-new = Ingen ved samme bord har sittet sammen i de siste møtene.
gr-each-meets-new = Alle møter noen nye.
gr-no-history = Vi vet ikke om noen tidligere møter, så alle regnes som nye for hverandre.
gr-met-before = { $n ->
        [one] 1 par har møttes før: { $pairs }.
       *[other] { $n } par har møttes før: { $pairs }.
    }
gr-more-pairs = og { $n } til
gr-units-even = Teamene er fordelt så jevnt som tallet på bord tillater.
gr-same-unit-at = Bord { $table }: { $names } er fra samme team.
gr-broken = Bryter en regel: { $rule }
gr-best = Det finnes ingen bedre fordeling med disse reglene. Det er regnet ut.
gr-cost-free = Koster ingenting.
gr-cost-met = { $n ->
        [one] { $names } har møttes én gang før.
        [2] { $names } har møttes to ganger før.
       *[other] { $names } har møttes { $n } ganger før.
    }
gr-cost-unit = { $names } er fra samme team.
gr-cost-becomes = Bordet blir { $n }.
gr-cost-leaves = { $n ->
        [0] Bord { $table } blir tomt.
       *[other] Bord { $table } blir bare { $n }.
    }
gr-rotations = Rulleringer
gr-rotations-text = Disse øktene setter folk ved egne bord. De blir trukket sammen med gruppene. Der folk blandes, møtes så få som mulig igjen.
gr-rounds = { $n ->
        [one] 1 runde
       *[other] { $n } runder
    }
gr-round = Runde { $n }
gr-host = { $name } (vert)
gr-hosts-text = Verten blir ved bordet i alle rundene.
gr-history = Møtehistorikk
gr-history-text = { $n ->
        [0] Når et møte er slutt, husker vi hvem som satt sammen, så folk kan møte nye neste gang. Vi husker bare par, under kode i stedet for navn, og teller aldri opp for den enkelte. Foreløpig husker vi ingen møter.
        [one] Vi husker hvem som satt sammen i 1 møte, så folk kan møte nye neste gang. Vi husker bare par, under kode i stedet for navn, og teller aldri opp for den enkelte. Historikken tilhører enheten.
       *[other] Vi husker hvem som satt sammen i { $n } møter, så folk kan møte nye neste gang. Vi husker bare par, under kode i stedet for navn, og teller aldri opp for den enkelte. Historikken tilhører enheten.
    }
gr-history-remove = Slett møtehistorikken
gr-history-remove-text = Da glemmer vi hvem som har sittet sammen i alle møter i enheten. Alle regnes som nye for hverandre igjen. Det kan ikke angres.
