# Meetings and the plan.
meetings-none = You have no meetings yet.
plan-new = New learning meeting
plan-make = Make the meeting
plan-from-template = Start from a template
plan-frames = Frames
plan-total = { $n ->
        [one] 1 minute in all
       *[other] { $n } minutes in all
    }
plan-flaws = What is missing before the meeting can start
block = Block { $n }
block-move-up = Move up
block-move-down = Move down
block-remove = Remove
problem-title-missing = Give the meeting a name.
problem-no-items = Add at least one block.
problem-too-many-items = There are too many blocks. Merge some.
problem-item-title-missing = Write what is to happen.
problem-minutes-outside = Write how many minutes the block lasts.
problem-tool-unknown = Choose a way of working.
problem-line-too-long = A line is too long. Shorten it.
problem-title = The meeting was not made
problem-start-unreadable = Write the start as a date and a time.
template-keep = Keep as a template
template-keep-intro = The template gets the program, the goals and the questions of the plan. Time, place and what you have sent out are left behind.
template-name = Name of the template
template-rename = Change the name
template-remove = Delete the template
templates-own = Your templates
templates-full = You have as many templates as there is room for. Delete one, and try again.
back-to-plan = Back to the plan
quick-link = Quick plan
