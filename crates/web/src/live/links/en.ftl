# The links of a meeting, and those to all meetings.
link-links = Links and devices
links-title = Links and devices
links-intro = Whoever has a link comes in by it. Take back a link that has gone astray. The devices that came in by it lose their access within a minute.
links-kind-leader = Facilitator
links-kind-wall = Projector
links-kind-join = Join
links-kind-organiser = All meetings
links-kind-seat = { $name }’s seat
links-made = Made on { $day }.
links-gone = The link has been taken back, but the device that did so has kept its access.
links-earlier = Links and devices from before Sløyfe remembered where a device came from. They are taken back together.
links-unused = No device has come in by it.
links-used = { $n ->
        [one] 1 device has come in by it, last on { $day }.
       *[other] { $n } devices have come in by it, last on { $day }.
    }
links-used-earlier = { $n ->
        [one] 1 link or device.
       *[other] { $n } links and devices.
    }
links-used-here = This device is one of them.
links-by-code = { $n ->
        [one] 1 device has come in by the code. You can put people out of the meeting on the facilitator’s page.
       *[other] { $n } devices have come in by the code. You can put people out of the meeting on the facilitator’s page.
    }
links-lasts = Works until you take it back. A browser remembers it for { $n } days, and must then open it again.
links-lasts-after = { $n ->
        [one] Works until one day after the meeting has ended.
       *[other] Works until { $n } days after the meeting has ended.
    }
links-lasts-until = Works until { $day }.
links-lasted-until = Worked until { $day }.
links-lasts-with-code = Works for as long as the code of the meeting.
links-take-back = Take back
links-take-back-text = { $n ->
        [0] The link stops working.
        [one] The link stops working, and 1 other device loses its access.
       *[other] The link stops working, and { $n } other devices lose their access.
    }
links-take-back-seat = The seat and what was written stay. Its owner can ask for it again with the code of the meeting.
links-take-back-join = The link stops working. The six digits of the code work as before.
links-keep-here = You keep your access on this device.
links-also-here = Take it from this device too
links-take-back-now = Take back now
links-taken-back = The link has been taken back.
links-make = Make a new link
links-make-text = The new link comes in addition to those that exist.
links-fresh = Keep the link now. It is shown only this once.
links-fresh-qr = QR code with the new link
