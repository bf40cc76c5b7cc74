# A program from three answers.
quick-title = Quick plan
quick-intro = Answer three questions, and you get a whole program to start from. All of it can be changed afterwards.
quick-wiser = What do you want to be wiser about?
quick-wiser-help = For example: how we receive new pupils.
quick-minutes = How many minutes do you have?
quick-people = How many take part?
quick-between = From { $least } to { $most }.
quick-make = Make the program
quick-wiser-wanted = Write what you wonder about.
quick-number-wanted = Write a number. { $range }
