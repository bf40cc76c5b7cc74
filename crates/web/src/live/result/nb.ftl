# The result, and the print pack.
recipe-dated = Oppskrift fra { $day }
result-running = Møtet pågår. Mer kan komme til.
result-empty = Ingen bord har levert punkter ennå.
result-disagree = Dette er vi uenige om – også et resultat
stand-behind = { $n ->
        [one] 1 står for det
       *[other] { $n } står for det
    }
thread-title = Rød tråd: dette vokste det fram av
thread-own-note = eget notat (ikke delt)
result-thanks = { $n ->
        [one] Takk. 1 bidrag ligger bak.
       *[other] Takk. { $n } bidrag ligger bak.
    }
print-parts = Deler av utskriften
print-all = Alt
print-program = Programmet på papir
print-roles = Rollekort
print-sheets = Gruppeark
print-signs = Bordskilt
print-groups = Gruppelister
print-groups-none = Det er ikke satt opp grupper til dette møtet ennå.
print-who = Hvem
print-slips = Lapper til å bli med
print-run = Kjøreplan for møteleder
run-step = Steg
run-say = Si
