# A program from three answers.
quick-title = Rask plan
quick-intro = Svar på tre spørsmål, så får dere et helt program å starte fra. Alt kan endres etterpå.
quick-wiser = Hva vil dere bli klokere på?
quick-wiser-help = For eksempel: hvordan vi tar imot nye elever.
quick-minutes = Hvor mange minutter har dere?
quick-people = Hvor mange blir med?
quick-between = Fra { $least } til { $most }.
quick-make = Lag programmet
quick-wiser-wanted = Skriv det dere lurer på.
quick-number-wanted = Skriv et tall. { $range }
