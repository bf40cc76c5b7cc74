# The invitation, and the meeting that is not held.
invite-title = Send innkalling
invite-text = Innkallingen
invite-text-called-off = Beskjeden om at møtet er avlyst
invite-text-notice = Orienteringen
invite-text-help = Kopier teksten inn i en e-post eller der dere pleier å kalle inn.
invite-calendar = Last ned kalenderfil
invite-calendar-none = Sett dag, start og slutt i planen, så får du en kalenderfil her.
invite-send-title = Når innkallingen er ute
invite-send-help = Marker at du har sendt den. Da ser alle som planlegger, hvilken dag den gikk ut.
invite-missing = Møteråd savner dette:
invite-reason = Hvorfor sender du den likevel?
invite-reason-wanted-title = Innkallingen er ikke sendt
invite-reason-wanted = Skriv en linje om hvorfor, så kan du sende.
invite-mark-sent = Innkallingen er sendt
invite-send-anyway = Send likevel
invite-sent-again = Den er sendt på nytt
invite-sent-on = Innkallingen ble sendt { $day }.
invite-sent-because = Det som manglet: { $why }
invite-others = Blir det ikke møte?
invite-notice = Gjør om til orientering
invite-notice-help = Kan alt leses? Da trenger dere ikke møtes. Du får en tekst å sende i stedet.
invite-call-off = Avlys møtet
invite-call-off-why = Hvorfor blir det avlyst? Teksten går til alle.
invite-is-called-off = Møtet er avlyst.
invite-is-notice = Møtet er gjort om til en orientering. Ingen møtes.
invite-take-up = Angre, møtet blir holdt
mail-called-off = Avlyst: { $title }
mail-notice = Til orientering: { $title }
mail-notice-text = Vi møtes ikke. Dette er til å lese:
mail-preparation = Forberedelse
mail-takes = { $n ->
        [one] ca. 1 minutt
       *[other] ca. { $n } minutter
    }
mail-due = frist { $when }
mail-join = Bli med på { $address } (kode { $code }).
ed-materials-short = Vedlegg og lenker
