# The projector.
wall-tools = Innstillingar for skjermen
wall-light = Lyst
wall-result = Dette skal vi sitje att med
wall-next = Neste: { $name } kl. { $time }
wall-steps = Stega i økta
wall-timeline = Programmet: økt { $n } av { $of }
