# The organisation's own numbers for Møteråd.
limits-title = Your numbers for Møteråd
limits-intro = Møteråd uses these numbers when it looks at your plans. Leave a field empty to use the usual number.
limits-saved = The numbers are saved and count from now on.
limits-outside = Some of the numbers are outside what the field takes. See what is possible under each field.
limits-usual = Usually { $usual }. From { $least } to { $most }.
limit-lead-days-min = Days from invitation to meeting
limit-lead-days-min-network = Days from invitation to meeting in a network
limit-prep-minutes-max-school = Minutes of preparation in school, at most
limit-prep-minutes-max-kindergarten = Minutes of preparation in kindergarten, at most
limit-prep-minutes-max-without-planning-time = Minutes of preparation for those without planning time, at most
limit-net-minutes-max-without-break = Minutes without a break, at most
limit-one-way-minutes-max = Minutes of talk in a row, at most
limit-active-percent-min = Per cent of the time that participants are active, at least
limit-days-between-min = Days between two learning meetings, at least
limits-wanted = Write a number from { $least } to { $most }.
