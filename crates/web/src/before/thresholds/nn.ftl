# The organisation's own numbers for Møteråd.
limits-title = Tal for Møteråd hos dykk
limits-intro = Møteråd legg desse tala til grunn når det ser på planane dykkar. Lat eit felt stå tomt, så gjeld det vanlege talet.
limits-saved = Tala er lagra og gjeld frå no.
limits-outside = Nokre av tala er utanfor det feltet tek imot. Sjå under kvart felt kva som er mogleg.
limits-usual = Til vanleg { $usual }. Frå { $least } til { $most }.
limit-lead-days-min = Dagar frå innkalling til møte
limit-lead-days-min-network = Dagar frå innkalling til møte i nettverk
limit-prep-minutes-max-school = Minutt til førebuing i skulen, høgst
limit-prep-minutes-max-kindergarten = Minutt til førebuing i barnehagen, høgst
limit-prep-minutes-max-without-planning-time = Minutt til førebuing for dei utan planleggingstid, høgst
limit-net-minutes-max-without-break = Minutt utan pause, høgst
limit-one-way-minutes-max = Minutt innlegg på rad, høgst
limit-active-percent-min = Prosent av tida deltakarane er aktive, minst
limit-days-between-min = Dagar mellom to lærande møte, minst
limits-wanted = Skriv eit tal frå { $least } til { $most }.
