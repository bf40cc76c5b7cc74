pause = Pause
    .purpose = Hovudet kviler, og samtalane går vidare utan plan.
    .when = Etter høgst ein time, og alltid mellom to økter som krev mykje.
    .result = Folk som orkar neste økt.
pause-rest = Ta pause. Veggen viser når vi startar igjen.
    .title = Pause
    .script = No tek vi pause. Sjå på veggen når vi startar igjen.
    .paper = Skriv på tavla når de startar igjen.
