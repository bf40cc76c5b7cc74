# Meetings and the plan.
meetings-none = Du har ingen møter ennå.
plan-new = Nytt lærende møte
plan-make = Lag møtet
plan-from-template = Start fra en mal
plan-frames = Rammer
plan-total = { $n ->
        [one] 1 minutt i alt
       *[other] { $n } minutter i alt
    }
plan-flaws = Dette mangler før møtet kan starte
block = Økt { $n }
block-move-up = Flytt opp
block-move-down = Flytt ned
block-remove = Ta bort
problem-title-missing = Gi møtet et navn.
problem-no-items = Legg til minst én økt.
problem-too-many-items = Det er for mange økter. Slå sammen noen.
problem-item-title-missing = Skriv hva som skal skje.
problem-minutes-outside = Skriv hvor mange minutter økta skal vare.
problem-tool-unknown = Velg en arbeidsmåte.
problem-line-too-long = En linje er for lang. Kort den ned.
problem-title = Møtet ble ikke laget
problem-start-unreadable = Skriv starten som dato og klokkeslett.
template-keep = Lagre som mal
template-keep-intro = Malen får programmet, målene og spørsmålene i planen. Tid, sted og det dere har sendt ut, blir ikke med.
template-name = Navn på malen
template-rename = Endre navn
template-remove = Slett malen
templates-own = Malene deres
templates-full = Dere har så mange maler som det er plass til. Slett en, og prøv igjen.
back-to-plan = Tilbake til planen
quick-link = Rask plan
