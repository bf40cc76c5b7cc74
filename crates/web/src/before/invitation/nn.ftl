# The invitation, and the meeting that is not held.
invite-title = Send innkalling
invite-text = Innkallinga
invite-text-called-off = Meldinga om at møtet er avlyst
invite-text-notice = Orienteringa
invite-text-help = Kopier teksten inn i ein e-post eller der de plar kalle inn.
invite-calendar = Last ned kalenderfil
invite-calendar-none = Set dag, start og slutt i planen, så får du ei kalenderfil her.
invite-send-title = Når innkallinga er ute
invite-send-help = Marker at du har sendt henne. Då ser alle som planlegg, kva dag ho gjekk ut.
invite-missing = Møteråd saknar dette:
invite-reason = Kvifor sender du henne likevel?
invite-reason-wanted-title = Innkallinga er ikkje send
invite-reason-wanted = Skriv ei linje om kvifor, så kan du sende.
invite-mark-sent = Innkallinga er send
invite-send-anyway = Send likevel
invite-sent-again = Ho er send på nytt
invite-sent-on = Innkallinga vart send { $day }.
invite-sent-because = Det som mangla: { $why }
invite-others = Blir det ikkje møte?
invite-notice = Gjer om til orientering
invite-notice-help = Kan alt lesast? Då treng de ikkje møtast. Du får ein tekst å sende i staden.
invite-call-off = Avlys møtet
invite-call-off-why = Kvifor blir det avlyst? Teksten går til alle.
invite-is-called-off = Møtet er avlyst.
invite-is-notice = Møtet er gjort om til ei orientering. Ingen møtest.
invite-take-up = Angre, møtet blir halde
mail-called-off = Avlyst: { $title }
mail-notice = Til orientering: { $title }
mail-notice-text = Vi møtest ikkje. Dette er til å lese:
mail-preparation = Førebuing
mail-takes = { $n ->
        [one] om lag 1 minutt
       *[other] om lag { $n } minutt
    }
mail-due = frist { $when }
mail-join = Bli med på { $address } (kode { $code }).
ed-materials-short = Vedlegg og lenkjer
