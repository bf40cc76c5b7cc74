# The organisation's own numbers for Møteråd.
limits-title = Tall for Møteråd hos dere
limits-intro = Møteråd legger disse tallene til grunn når det ser på planene deres. La et felt stå tomt, så gjelder det vanlige tallet.
limits-saved = Tallene er lagret og gjelder fra nå.
limits-outside = Noen av tallene er utenfor det feltet tar imot. Se under hvert felt hva som er mulig.
limits-usual = Vanligvis { $usual }. Fra { $least } til { $most }.
limit-lead-days-min = Dager fra innkalling til møte
limit-lead-days-min-network = Dager fra innkalling til møte i nettverk
limit-prep-minutes-max-school = Minutter til forberedelse i skolen, høyst
limit-prep-minutes-max-kindergarten = Minutter til forberedelse i barnehagen, høyst
limit-prep-minutes-max-without-planning-time = Minutter til forberedelse for dem uten planleggingstid, høyst
limit-net-minutes-max-without-break = Minutter uten pause, høyst
limit-one-way-minutes-max = Minutter innlegg på rad, høyst
limit-active-percent-min = Prosent av tida deltakerne er aktive, minst
limit-days-between-min = Dager mellom to lærende møter, minst
limits-wanted = Skriv et tall fra { $least } til { $most }.
