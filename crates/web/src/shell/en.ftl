# Words that many pages share.
app-name = Sløyfe
colophon = Built with Designsystemet. Nothing leaves the house.
skip-to-content = Skip to content
language = Language
to-start = To the front page
no-script = This page does not follow along by itself here.
refresh = Refresh
save = Save
next = Next
previous = Previous
back = Back
close = Close
print = Print
print-hint = Print from the browser’s menu, or with Ctrl + P.
choose = Choose
and = and
now = Now
done = Done
skipped = Skipped
you = you
yours = Yours
minutes = { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    }
minutes-short = { $n } min
times = { $n ->
        [one] once
       *[other] { $n } times
    }
item-of = Block { $n } of { $of }
program = The program
goals = Goals of the meeting
purpose = Purpose
parked = Parked
disagreement = What we disagree on
col-time = Time
col-what = What
col-goal = Goal
nav-meetings = Meetings
nav-actions = Who does what when
act-who = Who
act-does-what = Does what
act-when = When
act-sign = How we see that it works
frame-decided = This is decided
frame-open = This is open
frame-expected = This is expected of you

# The clock. Time left has a colon, clock times a full stop.
clock-label = { $min } minutes and { $sec } seconds left
clock-over = { $min } minutes and { $sec } seconds over time
clock-say = { $n ->
        [one] One minute left
       *[other] { $n } minutes left
    }
clock-paused = paused
clock-waiting = not started
time-left = left
time-ends = ends at { $time }
time-up = Time is up
timer-start = Start timer
timer-pause = Pause
timer-plus = One more minute
timer-plus-two = Two more minutes
timer-sound = Sound when time is up
date-round = Round { $n } of { $of }

# The line to the server, and what waits to be sent.
conn-online = Connected
conn-reconnecting = Reconnecting …
conn-offline = Offline
conn-over = The meeting is over
conn-ended = You are no longer in the meeting
save-saved-at = Saved { $time }
save-saving = Saving …
outbox-name = What you have sent
outbox-from-store = You see the last that this device received.
outbox-unsent = Not sent – kept on this device
outbox-refused = Not accepted
outbox-changed = There are two texts here
outbox-waiting-one = 1 answer is waiting for the network
outbox-waiting-many = { $count } answers are waiting for the network
outbox-not-stored = The server cannot save right now. Your text is safe on this device, and is sent by itself when it works again.
outbox-rejoin = Join again, and we send what you wrote.
outbox-rejoin-link = Join again
outbox-yours = Your text
outbox-theirs = The text that is there
outbox-keep-mine = Keep mine
outbox-keep-theirs = Keep the other
outbox-keep-both = Keep both
outbox-again = Try again
outbox-discard = Discard the text
outbox-kept = Your text is saved under the last step
outbox-kept-sending = The text from the last step is being sent …
copy-text = Copy the text
copy-text-hint = Copy the text before you go on, so that you do not lose it.
copied = Copied

# Tables, groups and roles.
table = Table { $n }
table-word = Table
tables = Tables
table-finding = Finding the table
table-ready = Ready
table-talking = Talking
table-writing = Writing
table-delivered = Submitted
table-asks-for-help = Asks for help
floor-table = Table { $n } has the floor
turns-done = Everyone has had the floor.
role-chair = Chair
    .help = Gives the floor to one at a time, and speaks last.
    .say = Who would like to begin? / We have not heard from you yet. Would you like to speak, or pass? / What do we disagree on?
role-timekeeper = Timekeeper
    .help = Watches the clock and speaks up in good time.
    .say = Two minutes left. / One minute left. What must we include? / Time is up. Let us round off.
role-reporter = Reporter
    .help = Writes what the group agrees on, in the group’s own words, and presents it.
    .say = Have I written it the way you meant it? / Can everyone stand behind this?
role-focus-keeper = Focus keeper
    .help = Makes sure that the group keeps to the matter. Some detours are worth it. You decide.
    .say = I think we are off track. Shall we go back, park it, or is this more important?
role-cafe-host = Café host
    .help = Stays at the table in all rounds, and tells new guests in one minute what the table has written.
    .say = This is what the table has written so far. / What will you build on? / All ideas are welcome. Objections come afterwards.

# What a text is called where the way of working has no word of its own.
kind-note = Note
kind-strength = Strength
kind-challenge = Challenge
kind-moment = Passage
kind-heard = What I heard
kind-story = Story
kind-question = Question
kind-trial = What I will try
kind-loan = What I want to borrow
kind-carried = Taken along
kind-picked = Picked
kind-found-strength = Shared strength
kind-found-challenge = Shared challenge
kind-point = Point
kind-disagreement = Disagreement
kind-table-text = The table’s text

# Lines that both phone, console and projector need.
date-carry = What you have brought
source-listening-order = Listening order
source-room-points = Points from all tables
report-submitted = Submitted
choice-title = Choose what you want to work on
commit-open = waiting for an answer
commit-taken = taken on
commit-refused = declined
park-label = What should we remember for later?
park-send = Park it
join-at = Join at
join-with-code = with code
code-works-from = The code works from { $when }.
code-works-clock = { $day } at { $clock }
code-works-opened = The code works when the facilitator has opened the meeting.
qr-label = QR code to { $host }
code-word = Code
lobby-count = { $n ->
        [one] 1 has joined
       *[other] { $n } have joined
    }
lead-take-back = Take the lead back
door-is-locked = The door is locked. Ask the facilitator if you want to come in.
ended-thanks = Thank you for the meeting
ended-result = See the result

# The red thread, the goals, and taking something back.
undo = Undo
opening-title = Last time we agreed on
goals-asked = Did we reach the goals?
goal-reached = Yes
goal-partly = Partly
goal-not-yet = Not yet
goal-counts = { $reached } yes, { $partly } partly, { $notyet } not yet
sign-out = Sign out of this device
sign-out-unsent = { $count } answers are not sent yet. Press once more to throw them away.
