# The phone: one sentence, one action.
hero-name = Where and how long
gone-name = You have left
gone-text = You said that you had to leave. Your seat is still yours.
gone-return = I am back
lead-name = The lead
lead-away = The facilitator is offline. You are the deputy and can take over.
lead-take = Take over the lead
lead-yours = You are leading the meeting now.
lead-console = Open the facilitator’s page
lead-give = Give the lead back
news-title = Changed since the invitation
news-time = New time: { $when }
news-no-time = The time is not set yet
news-place = New place: { $place }
news-no-place = The place is not set yet
news-added = New block: { $what }
news-removed = The block “{ $what }” has been taken out
lobby-wait = You are in. The meeting starts soon.
lobby-you = You are in as { $name }.
ended-text = What you wrote is saved. The result is ready.
your-group = Your group: table { $n }
own-question = Your own question
why-this = Why are we doing this?
mode-alone = On your own
mode-pair = In pairs
mode-trio = In threes
mode-group = In the group
mode-plenary = Everyone together
mode-input = Listen
mode-break = Break
date-meet = You meet
date-trio = You are three this round
date-go-table = Go to table
date-ready = We are ready
date-common = Shared finding
table-members = Those at the table
table-is-ready = The table is ready. The time starts soon.
turns-name = Turns
speak-now = You speak for table { $n } now.
speak-later = You speak for table { $n } when it has the floor.
turn-now = has the floor, { $time }
turn-then = then
turn-next = Next
turn-pass = Pass

# What stands beside the task.
source-own-notes = Your notes
source-table-carried = The others at the table brought
source-table-picked = The cards on the table
source-room-carried = What the room took along
source-table-points = Your table’s points
source-table-text = What the table has written

# Who sees it.
seen-by-me = Only you see this, until you take it along.
seen-by-table = Those you sit with see this. Later it may stand on the wall, without names.
seen-by-table-shared = Everyone at the table sees this and can change it.
grew-from = Which cards does it build on?
notes-name = Your notes
carry-title = Choose one thing, or write your own
carry-taken = Chosen
pick-title = { $n ->
        [one] Choose one
       *[other] Choose { $n }
    }
pick-full = You have chosen them all. To change one, empty a field and save.
picked-as = Chosen as number { $n }
points-title = Your points
stand = I can stand behind this
stand-count = { $n } of { $of } stand behind it
report-submit = Submit to plenary
deliver-not-yet = You can submit when everyone at the table stands behind each point.
deliver-undo = Undo submission
table-text-name = Your text
choice-none = Nobody has written anything to choose from yet.
votes = { $n ->
        [one] 1 has chosen this
       *[other] { $n } have chosen this
    }
commit-title = Who does what when?
commit-owner-text = You can take something on yourself. If you suggest someone else, they must say yes.
commit-propose = Add
commit-asked = Someone has suggested this for you
commit-accept = Yes, I will
commit-decline = No, thank you
commit-mine = What you have taken on

# Roles.
role-yours = Your role: { $role }
role-say = You can say:
role-pass = Pass the role on
role-pass-text = Would you rather not? Someone else at the table gets the role. Nobody asks why.
watch-title = Focus keeper: where is the talk?
watch-on = On track
watch-on-text = Good. Then you need do nothing.
watch-off = Off track
detour-title = Are we on the matter?
detour-text = Some detours are worth it. You decide.
detour-back = Back to the question
detour-back-text = Read it aloud and go on.
detour-park = Park it
detour-question = This matters more – change the question
question-label = The new question
question-send = Change the question

# The bar, and the device.
shortcuts = Shortcuts
hand-raise = Raise hand
hand-place = Lower hand (you are no. { $n })
help-ask = Ask for help
help-asked = Help is on its way
leave = I have to leave
seats-name = Those who share this phone
seats-now = { $name } is writing now.
seats-switch = Switch to { $name }
more = More
awake-on = Keeping the screen awake
awake-off = The screen may go dark. Press to keep it awake.
awake-unsupported = This phone cannot keep the screen awake
rename = Change name
share-label = The name of the one who shares the phone
share-add = Add someone who shares this phone

# Change of place: where, whom, what to bring, when.
change-places = Change places
change-map = Map of the tables: you go from table { $from } to table { $to }.
change-map-to = Map of the tables: you go to table { $to }.
change-map-text = The map shows the tables in order of number. Look for the sign on the table.
change-front = Board
change-meet = There you meet
change-at = Also at that table
change-bring = You bring this along
change-host-kicker = You are the café host
change-host-stay = Stay at table
change-host-first = You stay at this table in all rounds. The others go on after each round.
change-host-next = Tell the new guests in one minute what the table has written. Then you continue the same text.
change-when = Then you have { $length }. The leader starts the clock.

# Shared, borrowed, and made concrete.
shared-title = What you have shared
shared-take-back = Take back
shared-taken-back = taken back, only you see it
borrow = Borrow the idea
borrowed = Borrowed. It is among your notes, and only you see it.
borrowed-from = borrowed from table { $n }
borrowed-from-room = borrowed from the room
example-hint = Can you give an example?
goals-asked-text = Nobody else in the meeting sees your answer. When so many have answered that nobody can be told apart, the counts are shown after the meeting. The answers are then deleted. Until that, whoever runs the service can see them.
