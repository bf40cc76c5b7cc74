# The plan editor.
ed-untitled = Unnamed meeting
ed-main-menu = Main menu
ed-you-are-here = You are here
ed-plan = Plan
ed-versions = Versions
ed-changes = What you just did
ed-undo = Undo
ed-redo = Redo
ed-regret = Changed your mind?
ed-about = About the meeting
ed-change = Change
ed-meeting-runs = The meeting is running. Changes here do not change the meeting that runs.
ed-meeting-over = The meeting is over. Changes here do not change the meeting that was held.
standing-draft = Draft
standing-sent = Sent
standing-called-off = Called off
standing-notice = Notice
ed-participants-count = { $n ->
        [one] 1 participant
       *[other] { $n } participants
    }
advice = Meeting advice
advice-may-start = The plan has what it takes to start.

# When, where, and what kind of meeting.
kind-development = Development
kind-mixed = Both development and administration
kind-administration = Administration
unit-school = School
unit-kindergarten = Kindergarten
unit-after-school = After-school programme
unit-network = Network
unsaid = Not chosen

# Before, during and after.
ed-loop = The learning loop
ed-before = Before
ed-during = During
ed-after = After
ed-before-title = Before the meeting
ed-after-title = After the meeting
ed-before-due = Preparation, due { $day }
ed-before-tasks = { $n ->
        [one] 1 task with no due date
       *[other] { $n } tasks with no due date
    }
ed-before-skipped = No preparation this time
ed-before-none = No preparation yet
ed-during-items = { $n ->
        [one] Program, 1 block
       *[other] Program, { $n } blocks
    }
ed-after-none = No plan yet
ed-after-some = Planned
prep-add = Add preparation
prep-task = Preparation
prep-unused = Not used in the meeting yet. Choose it in the block.
prep-used-in = Used in:
prep-remove = Remove the preparation

# The program.
balance-said = { $mode } { $n } minutes
balance-label = How the time is shared: { $said }
balance-active = active time
ed-mode-alone = Alone
ed-mode-pair = Pairs
ed-mode-trio = Trios
ed-mode-group = Groups
ed-mode-plenary = Plenary
ed-mode-input = Input
ed-mode-break = Break
ed-no-rows = The program is empty. Add the first block.
ed-moved = { $what } has moved to place { $n } of { $of }
ed-over = { $n ->
        [one] 1 minute too long
       *[other] { $n } minutes too long
    }
ed-shorten = Shorten where possible
ed-add = Add block
ed-all-tools = All ways of working …
ed-goal-missing = Goal missing
ed-title-missing = What is to happen?
ed-minute-less = One minute less
ed-minute-more = One minute more
ed-min = min
ed-locked = locked
ed-start-locked = Starts at { $time }
ed-own-parts = Put together
ed-no-tool = No way of working chosen
ed-guessed = (a guess)
ed-uses-preparation = Uses the preparation
ed-audience-is = For { $who }
item-kind-development = Development
item-kind-administration = Administration
item-kind-notice = Notice
item-kind-pause = Break
ed-uses-task = Uses the preparation “{ $what }”
ed-split = Split in two
ed-join = Join with the next
ed-duplicate = Make a copy
ed-more = Locks, listening orders and what is collected
ed-put-together = Put the block together yourself
ed-parts-none = The way of working has its own steps. Add one to decide them yourself.
ed-parts-help = These steps are used instead of those of the way of working.
ed-part = Step { $n }
ed-part-add = Add step
question-open = Open
question-task = Open task
question-closed = Closed
question-leading = Leading
question-narrow = Narrow
question-unknown = Not judged
question-open-enough = Open enough

# What an edit did, and why one was not made.
said-the-row = The block
said-moved = { $what } has moved to place { $n } of { $of }.
said-unmoved = { $what } is already at place { $n } of { $of }.
said-added = { $what } was added at place { $n } of { $of }.
said-duplicated = { $what } was copied to place { $n } of { $of }.
said-removed = { $what } was removed.
said-split = { $what } was split into { $first } and { $second } minutes.
said-joined = { $what } was joined with { $with }: { $n } minutes.
said-minutes = { $what }: { $n } minutes.
said-shortened = { $n ->
        [one] The program is 1 minute shorter.
       *[other] The program is { $n } minutes shorter.
    }
said-shared = { $n ->
        [one] The blocks got 1 minute together.
       *[other] The blocks got { $n } minutes together.
    }
said-preparation-added = The preparation was added.
said-preparation-removed = The preparation was removed.
said-remedied = The advice was followed.
said-dismissed = The advice was set aside.
said-called-off = The meeting is called off in the plan.
said-made-notice = The meeting is now a notice.
said-taken-up = The meeting is a draft again.
said-asked = “{ $question }” now stands in { $what }
said-changed = The plan was changed.
said-row-changed = { $what } was changed.
said-undone = The change was taken back.
row-gone-title = The block is gone
row-gone = Somebody removed the block while you were writing. What you wrote is here for you to copy.
edit-gone-title = It is gone
edit-gone = Somebody removed it while you looked at the plan. See what is there now.
edit-unreadable-title = Unknown button
edit-unreadable = Load the page again, and try once more.
edit-full-title = No room for more blocks
edit-full = Join two blocks, or remove one.
edit-minutes-title = The minutes were not changed
edit-minutes = A block lasts from one minute to ten hours.
edit-join-title = No block comes after this one
edit-join = Choose a block that is followed by another.
edit-split-title = The block is too short to split
edit-split = Give the block at least two minutes first.
edit-times-title = Start and end are missing
edit-times = Write when the meeting starts and ends, and the rest is worked out.
edit-locked-title = All that is left is locked
edit-locked = Unlock the minutes of a block, or remove one.
edit-share-title = Every block has its minutes
edit-share = There is nothing to share out.
edit-reason-title = Say why
edit-reason = Write one line on why the advice does not fit this time.
edit-tool-title = Choose a way of working first
edit-tool = The block has no way of working that is known.

# The picture of the plan.
ed-hints = { $n ->
        [one] 1 piece of advice for this block
       *[other] { $n } pieces of advice for this block
    }
ed-send = Send invitation
ed-away = Move to another meeting
ed-add-after = Add block after this one
mirror-title = The two logics
mirror-both = Both logics are needed. Is this the balance you want in this meeting?
mirror-stands = { $n } of 100 on the way from “{ $from }” to “{ $to }”
mirror-unknown = The plan does not say.
mirror-structure-name = Structure
mirror-structure-from = fixed
mirror-structure-to = changing
mirror-agenda-name = Agenda
mirror-agenda-from = clear
mirror-agenda-to = open
mirror-flow-name = Flow of knowledge
mirror-flow-from = one way
mirror-flow-to = sharing
mirror-responsibility-name = Responsibility
mirror-responsibility-from = someone else
mirror-responsibility-to = everyone
mirror-learning-name = Learning
mirror-learning-from = from outside
mirror-learning-to = from inside
short-igp = IGP
short-speed-date = Speed date
short-trio = Trio negotiation
short-prep-work = Group work
short-article-exchange = Article exchange
short-plenary = Plenary
short-peer-supervision = Peer supervision

# Ways of working to pick from.
tools-title = All ways of working
tools-purposes = What is the block for?
tools-add = Add to the program
tools-easy = Easy to begin with
tools-some = Takes some practice
tools-hard = For practised groups
tools-people = { $fewest }–{ $most } participants
tools-unsuited = Does not suit the number of people
tools-last-used = Last used { $day }
tools-never-used = Not used here before
purpose-voices = Bring out everyone’s thoughts
purpose-share = Share experience
purpose-agree = Agree on a few things
purpose-results = Understand results
purpose-read = Read together
purpose-listen = Listen actively
purpose-practice = Examine our own practice
purpose-challenge = Challenge agreement
purpose-begin = Get to know each other, or begin
purpose-follow-up = Plan and follow up

# Versions, and rows that leave.
versions-title = Versions of the plan
versions-first = This is the first version.
versions-same = Nothing differs from before.
versions-bring = Bring this one forth
said-brought = The version was brought forth.
said-away = The block was moved to the other meeting.
previous-fetch = Fetch from an earlier meeting
previous-title = Fetch what you agreed on last time
previous-text = We fetch the points that the groups delivered and what people took on, without names. It is added below what the plan already says.
previous-from = Which meeting?
previous-fetch-now = Fetch
previous-none = There are no earlier meetings to fetch from yet.
said-previous = { $n ->
    [0] That meeting delivered no points.
    [one] One point was fetched.
   *[other] { $n } points were fetched.
}
away-title = Move “{ $what }” to another meeting
away-to = Which meeting?
away-move = Move the block
away-none = There is no other meeting to move it to. Make the meeting first.
plan-copy = Or copy from an earlier meeting
plan-unfinished-title = The meeting is not ready to start
plan-unfinished = The plan lacks something. The leader sees in the plan what it is.
diff-added = new at place { $n }
diff-removed = removed
diff-moved = moved from place { $from } to { $to }
diff-on = yes
diff-off = no
field-title = Name
    .ask = What is the meeting called?
field-kind = Kind
    .ask = What kind of meeting is it?
field-unit = Workplace
    .ask = Where do you work?
field-lang = Language
field-starts-at = Start
    .ask = When does the meeting start?
field-ends-at = End
    .ask = When does the meeting end?
field-place = Place
    .ask = Where is the meeting?
field-leader = Leader
    .ask = Who leads the meeting?
field-participants = Participants
    .ask = How many take part?
field-purpose = Purpose
    .ask = What is the purpose of the meeting?
field-goals = Goals
    .ask = Goals, one on each line
field-result = Result
    .ask = What should you end up with?
field-frames-decided = Decided
    .ask = { frame-decided }
field-frames-open = Open
    .ask = { frame-open }
field-frames-expected = Expected
    .ask = { frame-expected }
field-no-preparation = Why no preparation
    .ask = Why no preparation this time?
field-materials = Attachments
    .ask = Attachments and links, one on each line
field-groups-wanted = Groups set before the meeting
    .ask = Set the groups before the meeting
field-roles-wanted = Roles shared out
    .ask = Share out the four roles
field-stage = How the program is shown
    .ask = How does everyone see the program?
field-result-channel = Sharing the result
    .ask = How and with whom is the result shared?
field-spread = Those who are away
    .ask = How do those who are away take part?
field-trial = Trial before the next meeting
    .ask = Something is to be tried before the next meeting
field-evaluate = Evaluation after the meeting
    .ask = Send a short evaluation after the meeting
field-notes = From the old agenda
field-previous = Agreed last time
    .ask = What we agreed on last time, one on each line
field-dismissed = Advice set aside
field-standing = Standing
field-item-title = Name
    .ask = What
field-goal = Goal
field-minutes = Minutes
field-item-kind = Kind
    .ask = What kind of block is it?
field-tool = Way of working
field-own-steps = Own steps
field-questions = Questions
    .ask = Questions, one on each line
field-orders = Listening orders
    .ask = Listening orders, one on each line
field-presenters = Presenters
    .ask = Presenters, one on each line
    .help = Name, and where they come from: “Kari Nes, Nordvika school”
field-locked-start = Locked start
    .ask = Always starts at
field-minutes-locked = Locked minutes
    .ask = Lock the minutes when the program is shortened
field-prepared = People have prepared
    .ask = The participants have prepared
field-audience = For whom
    .ask = Who is it for, if not for everyone?
field-open-enough = Questions open enough
field-returns-at = Taken up again
    .ask = The listening orders are taken up again in
field-capture = Collected
    .ask = What is collected, and how?
field-no-capture = Why nothing is collected
    .ask = Why is nothing collected?
field-reporter-minutes = Minutes for each reporter
field-links-previous = Takes up last time
    .ask = Takes up what we decided last time
field-commitments = Who does what when
    .ask = Here we write who does what, and when
field-evaluation = Evaluation in the meeting
    .ask = Here we evaluate the meeting
field-mode = How
field-says = What do we do?
field-challenge = Asks for objections
field-instruction = Task
    .ask = What should people do before the meeting?
field-task-minutes = Minutes
    .ask = How many minutes does it take?
field-starters = Sentence starters
    .ask = Sentence starters, one on each line
field-due-at = Due
field-used-by = Used in
