# The leader's console.
console-here = { $n } present, { $lines } screens online
console-lobby = People are arriving
console-older-plan = The newest plan is unfinished. Until it is ready, the meeting follows the plan from { $time }.
console-finish-plan = Finish the plan
console-lobby-text = Start when you are ready. Latecomers come straight in.
console-start = Start the meeting
console-ended = The meeting has ended
console-undo-end = Reopen the meeting
console-now = Now
on-phones = This is on the phones
console-next = Next
next-table = Next table
console-late = { $n ->
        [one] You are 1 minute behind
       *[other] You are { $n } minutes behind
    }
console-early = { $n ->
        [one] You are 1 minute ahead
       *[other] You are { $n } minutes ahead
    }
console-on-time = You are on time
console-ends = Planned end { $planned }. As things stand: { $reckoned }.
console-takes-from = The next minute is taken from “{ $name }”.
console-skip = Skip
console-end = End the meeting
console-end-text = Everyone sees the result. You can reopen the meeting.
console-end-now = End now
console-ready = { $n } of { $of } tables are ready
console-links = Other pages
needs = Waiting for you
needs-none = Nobody is waiting for you now.
help-table = Table { $n } asks for help
help-given = Helped
hands = Hands, in order
hand-lower = Lower hand
claim-asks = Is it { $name } who wants in from another device? Look up into the room.
claim-grant = Yes, let in
claim-deny = No
people = People in the room
person-add-label = The name of someone without a phone
person-add = Add without a phone
person-gone = Has left
person-back = Is back
person-has-gone = left
person-put-out = Take out of the meeting
person-is-out = taken out of the meeting
person-let-in = Let in again
person-without-phone = without a phone
choose-person = Choose a person
deputy-label = Deputy, who can take over if your network fails
deputy-name = Choose the deputy
deputy-leads = The deputy is leading the meeting now.
door-lock = Lock the door
door-open = Open the door
groups = Groups
groups-make = Make groups
groups-again = Make new groups
move-who = Who is moving?
move-where = To which table?
move = Move
link-wall = Open the projector page
link-result = Open the result
link-print = Print everything on paper
link-plan = Open the plan
link-groups = Set up the groups
link-console = To the facilitator’s page

# The keys.
keys-title = Keys
keys-key = Key
keys-does = Does
keys-single = Use single-character keys
key-fullscreen = Full screen
key-black = Black screen

# Moving what is to come, the nudge, and the goals.
move-earlier = Move up
move-later = Move down
item-moved = “{ $name }” has been moved.
nudge = Guru alarm
nudge-text = Tells you, and only you, when a talk has lasted { $n } minutes or its time is up.
nudge-now = Guru alarm: The room has listened for a while. How about two minutes of talk with a neighbour?
goals-answered = { $n } have answered whether you reached the goals.
goals-answered-few = Fewer than five have answered whether you reached the goals.
