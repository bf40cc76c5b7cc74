pause = Pause
    .purpose = Hodet hviler, og samtalene går videre uten plan.
    .when = Etter høyst en time, og alltid mellom to økter som krever mye.
    .result = Folk som orker neste økt.
pause-rest = Ta pause. Veggen viser når vi starter igjen.
    .title = Pause
    .script = Nå tar vi pause. Se på veggen når vi starter igjen.
    .paper = Skriv på tavla når dere starter igjen.
