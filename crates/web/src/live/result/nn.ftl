# The result, and the print pack.
recipe-dated = Oppskrift frå { $day }
result-running = Møtet er i gang. Meir kan kome til.
result-empty = Ingen bord har levert punkt enno.
result-disagree = Dette er vi usamde om – det er òg eit resultat
stand-behind = { $n ->
        [one] 1 står for det
       *[other] { $n } står for det
    }
thread-title = Raud tråd: dette voks det fram av
thread-own-note = eige notat (ikkje delt)
result-thanks = { $n ->
        [one] Takk. 1 bidrag ligg bak.
       *[other] Takk. { $n } bidrag ligg bak.
    }
print-parts = Delar av utskrifta
print-all = Alt
print-program = Programmet på papir
print-roles = Rollekort
print-sheets = Gruppeark
print-signs = Bordskilt
print-groups = Gruppelister
print-groups-none = Det er ikkje sett opp grupper til dette møtet enno.
print-who = Kven
print-slips = Lappar til å bli med
print-run = Køyreplan for møteleiar
run-step = Steg
run-say = Sei
