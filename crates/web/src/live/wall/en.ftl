# The projector.
wall-tools = Screen settings
wall-light = Light
wall-result = What we should end up with
wall-next = Next: { $name } at { $time }
wall-steps = The steps of the block
wall-timeline = The program: block { $n } of { $of }
