# The way in.
join-title = Bli med i møtet
join-code = Skriv koden på seks siffer
join-name = Kva heiter du?
join-name-text = Førenamn er nok. Namnet gjeld berre dette møtet.
join-send = Bli med
claim-title = Eg er med frå før, på ei anna eining
claim-text = Møteleiaren stadfestar at det er deg. Då kjem det du har skrive, hit.
claim-label = Kven er du?
claim-send = Be om å kome inn att
waiting-title = Vent litt
waiting-text = Møteleiaren stadfestar at du er { $name }.
waiting-again = Sjå om du er inne

# Plain messages.
