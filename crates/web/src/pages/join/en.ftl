# The way in.
join-title = Join the meeting
join-code = Enter the six-digit code
join-name = What is your name?
join-name-text = A first name is enough. The name is for this meeting only.
join-send = Join
claim-title = I am in already, on another device
claim-text = The facilitator confirms that it is you. Then what you have written comes here.
claim-label = Who are you?
claim-send = Ask to come back in
waiting-title = Wait a moment
waiting-text = The facilitator is confirming that you are { $name }.
waiting-again = See if you are in

# Plain messages.
wrong-title = That did not work
wrong-missing-title = We cannot find the page
wrong-missing = The address may have been copied wrongly, or you are not in on this device. Join again from the front page.
wrong-no-such-code-title = We cannot find the meeting
wrong-no-such-code = We cannot find a meeting with that code. Check the numbers on the screen.
wrong-meeting-over-title = The meeting is over
wrong-meeting-over = It is not possible to join now. Ask the facilitator for the result.
wrong-too-large-title = That was too much at once
wrong-too-large = We accept { $limit } kilobytes at a time. Split the text in two and save again.
wrong-other-site-title = This came from another site
wrong-other-site = Open the meeting here and do it again. Nothing has changed.
wrong-unreadable-title = We could not read it
wrong-unreadable = Something is missing or cannot be read. Go back, refresh the page and try again.
wrong-busy-title = Many people at once
wrong-busy = Wait a few seconds and try again.
wrong-too-many-tries-title = Wait a moment
wrong-too-many-tries = There have been many tries from here. Wait a minute and try again.
wrong-too-many-streams-title = Too many open windows
wrong-too-many-streams = This device has the meeting open in more windows than it can follow. Close one of them, and the meeting comes here in a few seconds.
wrong-ours-title = Something stopped at our end
wrong-ours = What you have written is on your device. Try again in a while.
claim-refused-title = The facilitator said no
claim-refused = The seat was not handed over. Join with your name, or talk to the facilitator.
