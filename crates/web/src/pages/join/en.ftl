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
