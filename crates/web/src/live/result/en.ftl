# The result, and the print pack.
recipe-dated = A recipe from { $day }
result-running = The meeting is running. More may come.
result-empty = No table has submitted points yet.
result-disagree = What we disagree on – also a result
stand-behind = { $n ->
        [one] 1 stands behind it
       *[other] { $n } stand behind it
    }
thread-title = Red thread: what it grew from
thread-own-note = own note (not shared)
result-thanks = { $n ->
        [one] Thank you. 1 contribution lies behind this.
       *[other] Thank you. { $n } contributions lie behind this.
    }
print-parts = Parts of the print
print-all = Everything
print-program = The program on paper
print-roles = Role cards
print-sheets = Group sheets
print-signs = Table signs
print-groups = Group lists
print-groups-none = No groups have been set up for this meeting yet.
print-who = Who
print-slips = Slips to join with
print-run = Run sheet for the leader
run-step = Step
run-say = Say
