# What can stand in the way of a request, beside the meeting's own refusals.
meeting-over-title = Møtet er slutt
meeting-over-text = Koden gjeld eit møte som er avslutta. Spør møteleiaren om lenkja til resultatet.
too-large-title = Teksten er for lang
too-large-text = Det du sende, er større enn 256 kilobyte. Del det opp, og send på nytt.
other-site-title = Dette kom frå ein annan nettstad
other-site-text = Vi tok ikkje imot det. Opne møtet på nytt, og prøv igjen derifrå.
unreadable-title = Noko manglar i det du sende
unreadable-text = Last sida på nytt, og prøv igjen. Det du skreiv, ligg på eininga di.
claim-refused-title = Møteleiaren sa nei
claim-refused-text = Plassen vart ikkje din på denne eininga. Snakk med møteleiaren, eller bli med på nytt frå framsida.
