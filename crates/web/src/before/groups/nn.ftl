# Groups before a meeting.
gr-intro = Her set du saman gruppene før møtet. Berre du som planlegg, ser denne sida.
gr-print = Skriv ut gruppelister
gr-running = Møtet er i gang. Endringar her gjeld bord som ikkje er sette enno. Flytt folk ved borda frå møteleiarsida.
gr-map = { $n ->
        [one] 1 person
       *[other] { $n } personar
    } ved { $tables ->
        [one] 1 bord
       *[other] { $tables } bord
    }
gr-map-text = Vel ein person for å sjå kva kvart bord kostar. Du kan òg dra personen til eit anna bord. På mobil og nettbrett dreg du i prikkane framfor namnet.
gr-seats = { $n } ved bordet
gr-leader = leiar
gr-is-locked = låst
gr-lock = Lås
gr-unlock = Lås opp
gr-chosen = { $name }, bord { $table }
gr-move-to = Til bord { $n }
gr-swap-with = Eller byt plass med
gr-swap = Byt
gr-moved = { $name } sit no ved bord { $table }.
gr-undo = Angre siste endring
gr-people = { $n ->
        [0] Kven kjem?
        [one] 1 person på lista
       *[other] { $n } personar på lista
    }
gr-people-write = Skriv eller lim inn lista
gr-people-change = Endre lista
gr-people-label = Éin person på kvar linje
gr-people-help = Namn; team; fag eller rolle. Berre namnet må vere med. Skriv «leiar» som rolle for den som leier teamet sitt. Du kan lime inn frå eit rekneark.
gr-people-save = Lagre lista
gr-people-remove = Slett lista
gr-people-remove-text = Då slettar vi namna og alle gruppene du har laga her. Det kan ikkje angrast.
gr-remove-for-good = Slett for godt
gr-rules = Kva skal gruppene ta omsyn til?
gr-rule-mix-units = Bland team
    .help = Folk frå same team blir fordelte så jamt som råd er. Det same gjeld fag og rolle.
gr-rule-meet-new = Møt nokon nye
    .help = Dei som sat saman i tidlegare møte, hamnar helst ved ulike bord.
gr-rule-leaders-apart = Leiaren sit ikkje med sine eigne
    .help = Den som har «leiar» som rolle, sit aldri ved bord med nokon frå sitt eige team.
gr-rule-keep-bonds = Følg lista over kven som skal og ikkje skal sitje saman
    .help = Lista står under. Berre du ser henne.
gr-again-text = Dei som er låste, blir sitjande.
gr-bonds = Skal sitje saman, skal ikkje sitje saman
gr-bonds-text = Ingen andre enn du som planlegg, får sjå desse.
gr-bond-one = Den eine
gr-bond-other = Den andre
gr-bond-kind = Dei to
gr-bond-together = skal sitje saman
gr-bond-apart = skal ikkje sitje saman
gr-bond-add = Legg til
gr-bond-remove = Ta bort
gr-kept-together = { $names } skal sitje saman.
gr-kept-apart = { $names } skal ikkje sitje saman.
gr-kept-leader = { $leader } skal ikkje sitje med sine eigne: { $staff }.
gr-kept-locked = { $name } er låst til bord { $table }.
gr-and-others = { $name } og { $n } andre
gr-conflict-title = Dette går ikkje opp
gr-conflict = Med { $n } personar ved { $tables } bord kan ikkje alle desse reglane haldast samtidig:
gr-conflict-perhaps = Med { $n } personar ved { $tables } bord kan ikkje alle desse reglane haldast samtidig. Kanskje er det nok å endre éin:
gr-conflict-one = Med { $n } personar ved { $tables } bord kan ikkje denne regelen haldast: { $rule }
gr-conflict-sizes = Det er ikkje plass til { $n } personar ved { $tables } bord slik borda er låste.
gr-conflict-way-out = Ta bort éin av dei, eller slå av regelen. Gruppene under er som før.
gr-changed-title = Nokon andre endra gruppene
gr-changed = Endringa di er ikkje lagra. Her er gruppene slik dei er no. Prøv igjen.
gr-all-new = Ingen ved same bord har sete saman i dei siste møta.
gr-each-meets-new = Alle møter nokon nye.
gr-no-history = Vi veit ikkje om nokon tidlegare møte, så alle blir rekna som nye for kvarandre.
gr-met-before = { $n ->
        [one] 1 par har møtst før: { $pairs }.
       *[other] { $n } par har møtst før: { $pairs }.
    }
gr-more-pairs = og { $n } til
gr-units-even = Teama er fordelte så jamt som talet på bord tillèt.
gr-same-unit-at = Bord { $table }: { $names } er frå same team.
gr-broken = Bryt ein regel: { $rule }
gr-best = Det finst inga betre fordeling med desse reglane. Det er rekna ut.
gr-cost-free = Kostar ingenting.
gr-cost-met = { $n ->
        [one] { $names } har møtst éin gong før.
        [2] { $names } har møtst to gonger før.
       *[other] { $names } har møtst { $n } gonger før.
    }
gr-cost-unit = { $names } er frå same team.
gr-cost-becomes = Bordet blir { $n }.
gr-cost-leaves = { $n ->
        [0] Bord { $table } blir tomt.
       *[other] Bord { $table } blir berre { $n }.
    }
gr-rotations = Rulleringar
gr-rotations-text = Desse øktene set folk ved eigne bord. Dei blir trekte saman med gruppene. Der folk blir blanda, møtest så få som mogleg igjen.
gr-rounds = { $n ->
        [one] 1 runde
       *[other] { $n } rundar
    }
gr-round = Runde { $n }
gr-host = { $name } (vert)
gr-hosts-text = Verten blir ved bordet i alle rundane.
gr-history = Møtehistorikk
gr-history-text = { $n ->
        [0] Når eit møte er slutt, hugsar vi kven som sat saman, så folk kan møte nye neste gong. Vi hugsar berre par, under kode i staden for namn, og tel aldri opp for den einskilde. Førebels hugsar vi ingen møte.
        [one] Vi hugsar kven som sat saman i 1 møte, så folk kan møte nye neste gong. Vi hugsar berre par, under kode i staden for namn, og tel aldri opp for den einskilde. Historikken høyrer til eininga.
       *[other] Vi hugsar kven som sat saman i { $n } møte, så folk kan møte nye neste gong. Vi hugsar berre par, under kode i staden for namn, og tel aldri opp for den einskilde. Historikken høyrer til eininga.
    }
gr-history-remove = Slett møtehistorikken
gr-history-remove-text = Då gløymer vi kven som har sete saman i alle møte i eininga. Alle blir rekna som nye for kvarandre igjen. Det kan ikkje angrast.
