# The links of a meeting, and those to all meetings.
link-links = Lenker og enheter
links-title = Lenker og enheter
links-intro = Alle som har en lenke, kommer inn med den. Trekk tilbake en lenke som er kommet på avveie. Da mister enhetene som kom inn med den, tilgangen innen ett minutt.
links-kind-leader = Møteleder
links-kind-wall = Storskjerm
links-kind-join = Bli med
links-kind-organiser = Alle møter
links-kind-seat = Plassen til { $name }
links-made = Laget { $day }.
links-gone = Lenka er trukket tilbake, men enheten som gjorde det, har beholdt tilgangen.
links-earlier = Lenker og enheter fra før Sløyfe husket hvor en enhet kom fra. De trekkes tilbake samlet.
links-unused = Ingen enhet er kommet inn med den.
links-used = { $n ->
        [one] 1 enhet er kommet inn med den, sist { $day }.
       *[other] { $n } enheter er kommet inn med den, sist { $day }.
    }
links-used-earlier = { $n ->
        [one] 1 lenke eller enhet.
       *[other] { $n } lenker og enheter.
    }
links-used-here = Denne enheten er med blant dem.
links-by-code = { $n ->
        [one] 1 enhet er kommet inn med koden. Folk kan du ta ut av møtet på møteledersida.
       *[other] { $n } enheter er kommet inn med koden. Folk kan du ta ut av møtet på møteledersida.
    }
links-lasts = Virker til du trekker den tilbake. En nettleser husker den i { $n } dager, og må så åpne den på nytt.
links-lasts-after = { $n ->
        [one] Virker til én dag etter at møtet er avsluttet.
       *[other] Virker til { $n } dager etter at møtet er avsluttet.
    }
links-lasts-until = Virker til { $day }.
links-lasted-until = Virket til { $day }.
links-lasts-with-code = Virker like lenge som koden til møtet.
links-take-back = Trekk tilbake
links-take-back-text = { $n ->
        [0] Lenka slutter å virke.
        [one] Lenka slutter å virke, og 1 annen enhet mister tilgangen.
       *[other] Lenka slutter å virke, og { $n } andre enheter mister tilgangen.
    }
links-take-back-seat = Plassen og det som er skrevet, blir stående. Den som har plassen, kan be om den på nytt med koden til møtet.
links-take-back-join = Lenka slutter å virke. De seks sifrene i koden virker som før.
links-keep-here = Du som trekker den tilbake, beholder tilgangen på denne enheten.
links-also-here = Ta tilgangen fra denne enheten også
links-take-back-now = Trekk tilbake nå
links-taken-back = Lenka er trukket tilbake.
links-make = Lag en ny lenke
links-make-text = Den nye lenka kommer i tillegg til dem som finnes.
links-fresh = Ta vare på lenka nå. Den vises bare denne gangen.
links-fresh-qr = QR-kode med den nye lenka
