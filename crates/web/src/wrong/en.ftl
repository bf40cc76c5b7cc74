# What can stand in the way of a request, beside the meeting's own refusals.
meeting-over-title = The meeting is over
meeting-over-text = The code belongs to a meeting that has ended. Ask the leader for the link to the result.
too-large-title = The text is too long
too-large-text = What you sent is larger than 256 kilobytes. Split it up, and send it again.
other-site-title = This came from another site
other-site-text = We did not take it. Open the meeting again, and try from there.
unreadable-title = Something is missing in what you sent
unreadable-text = Reload the page, and try again. What you wrote is on your device.
claim-refused-title = The leader said no
claim-refused-text = The seat did not become yours on this device. Talk to the leader, or join again from the front page.
