# Meetings and the plan.
meetings-none = Du har ingen møte enno.
plan-new = Nytt lærande møte
plan-make = Lag møtet
plan-from-template = Start frå ein mal
plan-frames = Rammer
plan-total = { $n ->
        [one] 1 minutt i alt
       *[other] { $n } minutt i alt
    }
plan-flaws = Dette manglar før møtet kan starte
block = Økt { $n }
block-move-up = Flytt opp
block-move-down = Flytt ned
block-remove = Ta bort
problem-title-missing = Gi møtet eit namn.
problem-no-items = Legg til minst éi økt.
problem-too-many-items = Det er for mange økter. Slå saman nokre.
problem-item-title-missing = Skriv kva som skal skje.
problem-minutes-outside = Skriv kor mange minutt økta skal vare.
problem-tool-unknown = Vel ein arbeidsmåte.
problem-line-too-long = Ei linje er for lang. Kort henne ned.
problem-title = Møtet vart ikkje laga
problem-start-unreadable = Skriv starten som dato og klokkeslett.
template-keep = Lagre som mal
template-keep-intro = Malen får programmet, måla og spørsmåla i planen. Tid, stad og det de har sendt ut, blir ikkje med.
template-name = Namn på malen
template-rename = Endre namn
template-remove = Slett malen
templates-own = Malane dykkar
templates-full = De har så mange malar som det er plass til. Slett ein, og prøv på nytt.
back-to-plan = Tilbake til planen
quick-link = Rask plan
