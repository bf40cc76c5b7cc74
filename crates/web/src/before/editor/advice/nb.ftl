# Møteråd beside the plan.
advice-checklist = { $n } av { $of } på sjekklista
advice-checklist-show = Se sjekklista
advice-good = Dette er på plass
advice-good-all = Vis alle { $n }
advice-lift = Dette kan løfte møtet
advice-none = Møteråd har ikke mer å si. Planen er klar til å sendes.
advice-later = { $n ->
        [one] Ett råd til vises når noen av disse er ordnet.
       *[other] { $n } råd til vises når noen av disse er ordnet.
    }
advice-tips = Tips ({ $n })
advice-aside = Satt til side ({ $n })
advice-aside-quiet = Dette rådet gjelder ikke lenger.
advice-reason = Hvorfor
advice-recall = Ta fram igjen
advice-why = Hvorfor?
advice-source = { $rule }. Kilde: { $where }.
advice-source-deck = lysbildene om lærende møter, linje { $lines }
advice-source-own = vår egen erfaring
advice-language-rule = Dette er en enkel språkregel. Du kjenner spørsmålet best.
advice-open-enough = Spørsmålet er åpent nok
advice-not-now = Ikke nå
advice-not-now-why = Hvorfor passer det ikke nå?
advice-set-aside = Sett til side
advice-administration = Dette er et møte om drift. Møteråd ser bare på tid og rammer.
check-purpose = Formålet er klart
check-result = Dere vet hva dere skal sitte igjen med
check-preparation = Forberedelsen er avklart og blir brukt
check-overview = Program og rammer gir oversikt
check-active = Deltakerne er aktive
check-questions = Spørsmålene er åpne
check-process = Arbeidsmåtene er valgt
check-forward = Hvem gjør hva, og når, har fått tid
check-collected = Det gruppene finner ut, samles inn
check-shared = Det er bestemt hvordan resultatet deles
check-not-yet = ikke ennå
question-find = Finn et spørsmål
question-find-explore = Utforske
question-find-strengths = Styrker
question-find-practice = Praksis
question-find-links = Sammenhenger
question-find-forward = Veien videre
question-find-for = Til økta «{ $what }»
advice-write = Skriv selv
