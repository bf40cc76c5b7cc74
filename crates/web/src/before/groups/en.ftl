# Groups before a meeting.
gr-intro = Here you make the groups before the meeting. Only you who plan it see this page.
gr-print = Print the group lists
gr-running = The meeting is running. Changes here are for tables that are not set yet. Move people at the tables from the leader's page.
gr-map = { $n ->
        [one] 1 person
       *[other] { $n } people
    } at { $tables ->
        [one] 1 table
       *[other] { $tables } tables
    }
gr-map-text = Choose a person to see what each table costs. You can also drag the person to another table. On a phone or tablet, drag by the dots before the name.
gr-seats = { $n } at the table
gr-leader = leader
gr-is-locked = locked
gr-lock = Lock
gr-unlock = Unlock
gr-chosen = { $name }, table { $table }
gr-move-to = To table { $n }
gr-swap-with = Or change places with
gr-swap = Change places
gr-moved = { $name } now sits at table { $table }.
gr-undo = Undo the last change
gr-people = { $n ->
        [0] Who is coming?
        [one] 1 person on the list
       *[other] { $n } people on the list
    }
gr-people-write = Write or paste the list
gr-people-change = Change the list
gr-people-label = One person on each line
gr-people-help = Name; team; subject or role. Only the name is needed. Write “leader” as the role of whoever leads their team. You can paste from a spreadsheet.
gr-people-save = Save the list
gr-people-remove = Delete the list
gr-people-remove-text = This deletes the names and all the groups you have made here. It cannot be undone.
gr-remove-for-good = Delete for good
gr-rules = What should the groups take into account?
gr-rule-mix-units = Mix teams
    .help = People from the same team are spread as evenly as possible. So are subjects and roles.
gr-rule-meet-new = Meet someone new
    .help = Those who sat together in earlier meetings are placed at different tables if possible.
gr-rule-leaders-apart = Leaders do not sit with their own staff
    .help = Whoever has “leader” as their role never shares a table with anyone from their own team.
gr-rule-keep-bonds = Follow the list of who should and should not sit together
    .help = The list is below. Only you see it.
gr-again-text = Those who are locked stay where they are.
gr-bonds = Should sit together, should not sit together
gr-bonds-text = Nobody but you who plan the meeting sees these.
gr-bond-one = One
gr-bond-other = The other
gr-bond-kind = The two
gr-bond-together = should sit together
gr-bond-apart = should not sit together
gr-bond-add = Add
gr-bond-remove = Remove
gr-kept-together = { $names } should sit together.
gr-kept-apart = { $names } should not sit together.
gr-kept-leader = { $leader } should not sit with their own staff: { $staff }.
gr-kept-locked = { $name } is locked to table { $table }.
gr-and-others = { $name } and { $n } others
gr-conflict-title = This cannot be done
gr-conflict = With { $n } people at { $tables } tables, these rules cannot all be kept:
gr-conflict-perhaps = With { $n } people at { $tables } tables, these rules cannot all be kept. Perhaps changing one is enough:
gr-conflict-one = With { $n } people at { $tables } tables, this rule cannot be kept: { $rule }
gr-conflict-sizes = There is no room for { $n } people at { $tables } tables with the tables locked as they are.
gr-conflict-way-out = Remove one of them, or turn the rule off. The groups below are as they were.
gr-changed-title = Somebody else changed the groups
gr-changed = Your change is not saved. Here are the groups as they are now. Try again.
gr-all-new = Nobody at the same table has shared one in the latest meetings.
gr-each-meets-new = Everyone meets someone new.
gr-no-history = We know of no earlier meetings, so everybody counts as new to each other.
gr-met-before = { $n ->
        [one] 1 pair has met before: { $pairs }.
       *[other] { $n } pairs have met before: { $pairs }.
    }
gr-more-pairs = and { $n } more
gr-units-even = The teams are spread as evenly as the number of tables allows.
gr-same-unit-at = Table { $table }: { $names } are from the same team.
gr-broken = Breaks a rule: { $rule }
gr-best = No arrangement is better by these rules. That has been proved.
gr-cost-free = Costs nothing.
gr-cost-met = { $n ->
        [one] { $names } have met once before.
        [2] { $names } have met twice before.
       *[other] { $names } have met { $n } times before.
    }
gr-cost-unit = { $names } are from the same team.
gr-cost-becomes = The table becomes { $n }.
gr-cost-leaves = { $n ->
        [0] Table { $table } becomes empty.
       *[other] Table { $table } is left with { $n }.
    }
gr-rotations = Rotations
gr-rotations-text = These items seat people at tables of their own. They are drawn together with the groups. Where people are mixed, as few as possible meet again.
gr-rounds = { $n ->
        [one] 1 round
       *[other] { $n } rounds
    }
gr-round = Round { $n }
gr-host = { $name } (host)
gr-hosts-text = The host stays at the table in all rounds.
gr-history = Who has met
gr-history-text = { $n ->
        [0] When a meeting is over, we remember who sat together, so that people can meet others next time. We remember pairs only, under a code instead of a name, and never add up for one person. So far we remember no meetings.
        [one] We remember who sat together in 1 meeting, so that people can meet others next time. We remember pairs only, under a code instead of a name, and never add up for one person. The history belongs to the unit.
       *[other] We remember who sat together in { $n } meetings, so that people can meet others next time. We remember pairs only, under a code instead of a name, and never add up for one person. The history belongs to the unit.
    }
gr-history-remove = Delete who has met
gr-history-remove-text = This forgets who has sat together in every meeting of the unit. Everybody counts as new to each other again. It cannot be undone.
