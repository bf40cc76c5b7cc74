# The projector.
wall-tools = Innstillinger for skjermen
wall-light = Lyst
wall-result = Dette skal vi sitte igjen med
wall-next = Neste: { $name } kl. { $time }
wall-steps = Stegene i økta
wall-timeline = Programmet: økt { $n } av { $of }
