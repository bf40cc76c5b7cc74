pause = Break
    .purpose = Heads rest, and talk goes on without a plan.
    .when = After an hour at most, and always between two demanding blocks.
    .result = People with energy for the next block.
pause-rest = Take a break. The wall shows when we start again.
    .title = Break
    .script = Now we take a break. See on the wall when we start again.
    .paper = Write on the board when you start again.
