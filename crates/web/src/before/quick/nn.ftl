# A program from three answers.
quick-title = Rask plan
quick-intro = Svar på tre spørsmål, så får de eit heilt program å starte frå. Alt kan endrast etterpå.
quick-wiser = Kva vil de bli klokare på?
quick-wiser-help = Til dømes: korleis vi tek imot nye elevar.
quick-minutes = Kor mange minutt har de?
quick-people = Kor mange blir med?
quick-between = Frå { $least } til { $most }.
quick-make = Lag programmet
quick-wiser-wanted = Skriv det de lurer på.
quick-number-wanted = Skriv eit tal. { $range }
