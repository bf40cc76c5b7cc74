# The links of a meeting, and those to all meetings.
link-links = Lenkjer og einingar
links-title = Lenkjer og einingar
links-intro = Alle som har ei lenkje, kjem inn med henne. Trekk tilbake ei lenkje som er komen på avvegar. Då mistar einingane som kom inn med henne, tilgangen innan eitt minutt.
links-kind-leader = Møteleiar
links-kind-wall = Storskjerm
links-kind-join = Bli med
links-kind-organiser = Alle møte
links-kind-seat = Plassen til { $name }
links-made = Laga { $day }.
links-gone = Lenkja er trekt tilbake, men eininga som gjorde det, har halde på tilgangen.
links-earlier = Lenkjer og einingar frå før Sløyfe hugsa kvar ei eining kom frå. Dei blir trekte tilbake samla.
links-unused = Inga eining er komen inn med henne.
links-used = { $n ->
        [one] 1 eining er komen inn med henne, sist { $day }.
       *[other] { $n } einingar er komne inn med henne, sist { $day }.
    }
links-used-earlier = { $n ->
        [one] 1 lenkje eller eining.
       *[other] { $n } lenkjer og einingar.
    }
links-used-here = Denne eininga er med blant dei.
links-by-code = { $n ->
        [one] 1 eining er komen inn med koden. Folk kan du ta ut av møtet på møteleiarsida.
       *[other] { $n } einingar er komne inn med koden. Folk kan du ta ut av møtet på møteleiarsida.
    }
links-lasts = Verkar til du trekkjer henne tilbake. Ein nettlesar hugsar henne i { $n } dagar, og må så opne henne på nytt.
links-lasts-after = { $n ->
        [one] Verkar til éin dag etter at møtet er avslutta.
       *[other] Verkar til { $n } dagar etter at møtet er avslutta.
    }
links-lasts-until = Verkar til { $day }.
links-lasted-until = Verka til { $day }.
links-lasts-with-code = Verkar like lenge som koden til møtet.
links-take-back = Trekk tilbake
links-take-back-text = { $n ->
        [0] Lenkja sluttar å verke.
        [one] Lenkja sluttar å verke, og 1 anna eining mistar tilgangen.
       *[other] Lenkja sluttar å verke, og { $n } andre einingar mistar tilgangen.
    }
links-take-back-seat = Plassen og det som er skrive, blir ståande. Den som har plassen, kan be om han på nytt med koden til møtet.
links-take-back-join = Lenkja sluttar å verke. Dei seks siffera i koden verkar som før.
links-keep-here = Du som trekkjer henne tilbake, held på tilgangen på denne eininga.
links-also-here = Ta tilgangen frå denne eininga òg
links-take-back-now = Trekk tilbake no
links-taken-back = Lenkja er trekt tilbake.
links-make = Lag ei ny lenkje
links-make-text = Den nye lenkja kjem i tillegg til dei som finst.
links-fresh = Ta vare på lenkja no. Ho blir berre vist denne gongen.
links-fresh-qr = QR-kode med den nye lenkja
