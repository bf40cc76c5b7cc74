# The invitation, and the meeting that is not held.
invite-title = Send the invitation
invite-text = The invitation
invite-text-called-off = The word that the meeting is called off
invite-text-notice = The notice
invite-text-help = Copy the text into a mail, or to where you usually call people in.
invite-calendar = Download the calendar file
invite-calendar-none = Set the day, the start and the end in the plan, and there is a calendar file here.
invite-send-title = When the invitation is out
invite-send-help = Mark that you have sent it. Everyone who plans then sees which day it went out.
invite-missing = Møteråd misses this:
invite-reason = Why do you send it all the same?
invite-reason-wanted-title = The invitation was not sent
invite-reason-wanted = Write a line about why, and you can send it.
invite-mark-sent = The invitation is sent
invite-send-anyway = Send it all the same
invite-sent-again = It is sent anew
invite-sent-on = The invitation was sent { $day }.
invite-sent-because = What was missing: { $why }
invite-others = Is there no meeting after all?
invite-notice = Turn it into a notice
invite-notice-help = Can all of it be read? Then you need not meet. You get a text to send instead.
invite-call-off = Call the meeting off
invite-call-off-why = Why is it called off? The text goes to everyone.
invite-is-called-off = The meeting is called off.
invite-is-notice = The meeting has become a notice. Nobody meets.
invite-take-up = Undo, the meeting is held
mail-called-off = Called off: { $title }
mail-notice = For information: { $title }
mail-notice-text = We do not meet. This is to be read:
mail-preparation = Preparation
mail-takes = { $n ->
        [one] about 1 minute
       *[other] about { $n } minutes
    }
mail-due = by { $when }
mail-join = Join at { $address } (code { $code }).
ed-materials-short = Attachments and links
