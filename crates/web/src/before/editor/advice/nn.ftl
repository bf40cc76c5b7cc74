# Møteråd beside the plan.
advice-checklist = { $n } av { $of } på sjekklista
advice-checklist-show = Sjå sjekklista
advice-good = Dette er på plass
advice-good-all = Vis alle { $n }
advice-lift = Dette kan løfte møtet
advice-none = Møteråd har ikkje meir å seie. Planen er klar til å sendast.
advice-later = { $n ->
        [one] Eitt råd til kjem fram når nokre av desse er ordna.
       *[other] { $n } råd til kjem fram når nokre av desse er ordna.
    }
advice-tips = Tips ({ $n })
advice-aside = Sette til side ({ $n })
advice-aside-quiet = Dette rådet gjeld ikkje lenger.
advice-reason = Kvifor
advice-recall = Ta fram att
advice-why = Kvifor?
advice-source = { $rule }. Kjelde: { $where }.
advice-source-deck = lysbileta om lærande møte, linje { $lines }
advice-source-own = vår eiga erfaring
advice-language-rule = Dette er ein enkel språkregel. Du kjenner spørsmålet best.
advice-open-enough = Spørsmålet er ope nok
advice-not-now = Ikkje no
advice-not-now-why = Kvifor passar det ikkje no?
advice-set-aside = Set til side
advice-administration = Dette er eit møte om drift. Møteråd ser berre på tid og rammer.
check-purpose = Føremålet er klart
check-result = De veit kva de skal sitje att med
check-preparation = Førebuinga er avklart og blir nytta
check-overview = Program og rammer gir oversikt
check-active = Deltakarane er aktive
check-questions = Spørsmåla er opne
check-process = Arbeidsmåtane er valde
check-forward = Kven gjer kva, og når, har fått tid
check-collected = Det gruppene finn ut, blir samla inn
check-shared = Det er bestemt korleis resultatet blir delt
check-not-yet = ikkje enno
question-find = Finn eit spørsmål
question-find-explore = Utforske
question-find-strengths = Styrkar
question-find-practice = Praksis
question-find-links = Samanhengar
question-find-forward = Vegen vidare
question-find-for = Til økta «{ $what }»
advice-write = Skriv sjølv
