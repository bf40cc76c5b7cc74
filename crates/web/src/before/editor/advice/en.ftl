# Møteråd beside the plan.
advice-checklist = { $n } of { $of } on the checklist
advice-checklist-show = See the checklist
advice-good = This is in place
advice-good-all = Show all { $n }
advice-lift = This can lift the meeting
advice-none = Møteråd has no more to say. The plan is ready to be sent.
advice-later = { $n ->
        [one] One more piece of advice comes when some of these are settled.
       *[other] { $n } more pieces of advice come when some of these are settled.
    }
advice-tips = Tips ({ $n })
advice-aside = Set aside ({ $n })
advice-aside-quiet = This advice no longer applies.
advice-reason = Why
advice-recall = Take it up again
advice-why = Why?
advice-source = { $rule }. Source: { $where }.
advice-source-deck = the slides on learning meetings, line { $lines }
advice-source-own = our own experience
advice-language-rule = This is a simple rule of language. You know the question best.
advice-open-enough = The question is open enough
advice-not-now = Not now
advice-not-now-why = Why does it not fit now?
advice-set-aside = Set aside
advice-administration = This meeting is administration. Møteråd looks only at time and frames.
check-purpose = The purpose is clear
check-result = You know what you will be left with
check-preparation = The preparation is settled and used
check-overview = Program and frames give an overview
check-active = The participants are active
check-questions = The questions are open
check-process = The ways of working are chosen
check-forward = Who does what and when has its time
check-collected = What the groups find out is collected
check-shared = It is settled how the result is shared
check-not-yet = not yet
question-find = Find a question
question-find-explore = Explore
question-find-strengths = Strengths
question-find-practice = Practice
question-find-links = Connections
question-find-forward = The way forward
question-find-for = For the block “{ $what }”
advice-write = Write it yourself
