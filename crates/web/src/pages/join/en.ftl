# The way in.
join-title = Join the meeting
join-code = Enter the six-digit code
join-code-wrong = We cannot find a meeting with that code. Check the numbers on the screen.
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
not-found-title = We cannot find the page
not-found-text = The address may have been copied wrongly. Try to join again from the front page.
busy-title = Many people at once
busy-text = Wait a few seconds and try again.
ours-title = Something stopped at our end
ours-text = What you have written is on your device. Try again in a while.
leader-only-title = This is the facilitator’s page
leader-only-text = Open it on the device that the meeting was made on, or ask for the link.
rejoin-title = You are not in the meeting on this device
rejoin-text = Join again with the code on the screen in the room.
