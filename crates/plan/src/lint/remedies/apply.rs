//! One edit at a time, on a copy.

use kernel::role::Role;

use super::{Piece, Remedy};
use crate::lint::Place;
use crate::lint::draft::{Draft, Frames, Item, ItemKind, Mode, Prep, Question, Step};
use crate::lint::seen::{informs, is_written};
use crate::lint::texts::Wording;
use crate::questions;

/// Returns the draft with the edit made. An edit whose place is gone changes nothing.
#[must_use]
pub fn apply(draft: &Draft, remedy: &Remedy, texts: Wording<'_>) -> Draft {
    let mut edited = draft.clone();
    match *remedy {
        Remedy::StartPurpose => edited.purpose = Some(texts.word("purpose-opening")),
        Remedy::NameResult(_) => edited.intended_result = Some(texts.written(remedy)),
        Remedy::KeepGoals { most } => {
            let others = edited.goals.split_off(most.min(edited.goals.len()));
            edited.notes.extend(others);
        }
        Remedy::StartFrames => start_frames(&mut edited.frames, texts),
        Remedy::InformBefore => make_notices(&mut edited, informs),
        Remedy::SkipPrep => edited.no_prep_reason = Some(texts.written(remedy)),
        Remedy::AddPrep(_) => {
            let text = texts.written(remedy);
            edited.prep.push(Prep { text, ..Prep::default() });
        }
        Remedy::StartProgram => start_program(&mut edited, texts),
        Remedy::ShareMinutes => share_minutes(&mut edited),
        Remedy::SetEnd(end) => edited.end = Some(end),
        Remedy::Shorten => shorten(&mut edited),
        Remedy::Insert { at, piece } => insert(&mut edited, at, piece, texts),
        Remedy::PrepareInMeeting { task, most } => {
            prepare_in_meeting(&mut edited, task, most, texts);
        }
        Remedy::MoveDue { task } => edited.prep.get_mut(task).into_iter().for_each(move_due),
        Remedy::MakeGroups => make_groups(&mut edited),
        Remedy::DrawRoles => edited.roles = Role::ALL.to_vec(),
        Remedy::OtherChair => edited.leader_chairs_group = false,
        Remedy::DevelopmentFirst => edited.items = development_first(&draft.items),
        Remedy::MakeNotices => make_notices(&mut edited, |it| it.kind == ItemKind::Forvaltning),
        Remedy::StrengthFirst(place) => strength_first(&mut edited, place, texts.written(remedy)),
        Remedy::PlanTrial => edited.trial_planned = true,
        Remedy::Spread => edited.spread = Some(texts.written(remedy)),
        Remedy::Channel => edited.result_channel = Some(texts.written(remedy)),
        Remedy::Evaluate => edited.auto_eval = Some(true),
        Remedy::Show => edited.stage = Some(texts.written(remedy)),
        Remedy::SetGoal { item, .. }
        | Remedy::CallAdministration { item }
        | Remedy::GiveAway { item }
        | Remedy::TimeSteps { item }
        | Remedy::GiveMinutes { item, .. }
        | Remedy::UsePrep { item }
        | Remedy::BreakTalk { item, .. }
        | Remedy::ThinkFirst { item }
        | Remedy::Ask { item, .. }
        | Remedy::Reframe { item, .. }
        | Remedy::Unload { item, .. }
        | Remedy::SplitQuestion { item, .. }
        | Remedy::KeepQuestions { item, .. }
        | Remedy::UseTool { item, .. }
        | Remedy::Return { item }
        | Remedy::Challenge { item }
        | Remedy::ReporterMinutes { item, .. }
        | Remedy::Collect { item }
        | Remedy::DoNotCollect { item } => {
            if let Some(item) = edited.items.get_mut(item) {
                edit_item(item, remedy, texts);
            }
            if let Remedy::Return { item } = *remedy {
                return_to(&mut edited, item, texts);
            }
        }
    }
    edited
}

/// What lies within one item. Remedies of the whole plan are not for here.
#[expect(clippy::wildcard_enum_match_arm, reason = "the remedies of the plan are settled above")]
fn edit_item(item: &mut Item, remedy: &Remedy, texts: Wording<'_>) {
    match *remedy {
        Remedy::SetGoal { .. } => item.goal = Some(texts.written(remedy)),
        Remedy::CallAdministration { .. } => item.kind = ItemKind::Forvaltning,
        Remedy::GiveAway { .. } => item.presenter_is_leader = false,
        Remedy::TimeSteps { .. } => time_steps(item),
        Remedy::GiveMinutes { minutes, .. } => set_minutes(item, minutes),
        Remedy::UsePrep { .. } => item.uses_prep = true,
        Remedy::BreakTalk { most, .. } => break_talk(item, most),
        Remedy::ThinkFirst { .. } => think_first(item),
        Remedy::Ask { from, .. } => {
            let asked: Vec<&str> = item.questions.iter().map(|it| it.text.as_str()).collect();
            let text = questions::bank::fresh(texts.lang(), from, &asked).to_owned();
            item.questions.push(Question { text, open_enough: false });
        }
        Remedy::Reframe { question, frame, .. } => {
            if let Some(question) = item.questions.get_mut(question) {
                question.text = questions::reframe(&question.text, frame, &texts.written(remedy));
            }
        }
        Remedy::Unload { question, .. } => {
            if let Some(question) = item.questions.get_mut(question) {
                question.text = questions::unload(&question.text);
            }
        }
        Remedy::SplitQuestion { question, .. } => {
            if let Some(whole) = item.questions.get(question) {
                let parts = questions::split(&whole.text);
                let parts = parts.into_iter().map(|text| Question { text, open_enough: false });
                item.questions.splice(question..=question, parts);
            }
        }
        Remedy::KeepQuestions { most, .. } => item.questions.truncate(most),
        Remedy::UseTool { tool, .. } => item.tool = Some(tool.to_owned()),
        Remedy::Return { .. } => item.returned = true,
        Remedy::Challenge { .. } => {
            let step =
                Step { mode: Mode::Group, minutes: Some(5), challenge: true, ..Step::default() };
            item.steps.push(step);
            item.minutes = item.minutes.map(|it| it + 5);
        }
        Remedy::ReporterMinutes { each, .. } => item.reporter_min = Some(each),
        Remedy::Collect { .. } => item.capture = Some(texts.written(remedy)),
        Remedy::DoNotCollect { .. } => item.no_capture_reason = Some(texts.written(remedy)),
        _ => (),
    }
}

fn make_notices(draft: &mut Draft, of: impl Fn(&Item) -> bool) {
    for item in draft.items.iter_mut().filter(|it| of(it)) {
        item.kind = ItemKind::Orientering;
    }
}

fn move_due(task: &mut Prep) {
    task.due_hours_before = task.due_hours_before.map(|it| it.max(24));
    task.window_workdays = task.window_workdays.map(|it| it.max(3));
}

/// What somebody has begun is not written over.
fn start_frames(frames: &mut Frames, texts: Wording<'_>) {
    for (frame, key) in
        [(&mut frames.decided, "decided-opening"), (&mut frames.open, "open-opening")]
    {
        if !is_written(frame.as_ref()) {
            *frame = Some(texts.word(key));
        }
    }
}

fn start_program(draft: &mut Draft, texts: Wording<'_>) {
    for piece in [Piece::Igp, Piece::WayForward] {
        insert(draft, draft.items.len(), piece, texts);
    }
}

fn insert(draft: &mut Draft, at: usize, piece: Piece, texts: Wording<'_>) {
    let at = at.min(draft.items.len());
    draft.items.insert(at, made(piece, texts));
}

fn made(piece: Piece, texts: Wording<'_>) -> Item {
    let title = texts.written(&Remedy::Insert { at: 0, piece });
    let step = |mode, minutes, capture: Option<&str>| Step {
        mode,
        minutes: Some(minutes),
        capture: capture.map(str::to_owned),
        ..Step::default()
    };
    let (steps, tool) = match piece {
        Piece::Break => (vec![], None),
        Piece::Igp => {
            let alone = step(Mode::Alone, 3, None);
            let group = step(Mode::Group, 12, Some("points"));
            (vec![alone, group, step(Mode::PlenaryDialogue, 10, None)], Some("igp"))
        }
        Piece::SpeedDate => (vec![step(Mode::Pair, 20, Some("carry"))], Some("speed-date")),
        Piece::Opening => (vec![step(Mode::PlenaryDialogue, 5, None)], None),
        Piece::WayForward => {
            (vec![step(Mode::PlenaryDialogue, 10, Some("commitment"))], Some("closing"))
        }
    };
    let minutes = steps.iter().filter_map(|it| it.minutes).sum::<u32>();
    let pause = piece == Piece::Break;
    Item {
        title,
        minutes: Some(if pause { 10 } else { minutes }),
        kind: if pause { ItemKind::Pause } else { ItemKind::Utvikling },
        steps,
        tool: tool.map(str::to_owned),
        links_prev: piece == Piece::Opening,
        commitments: piece == Piece::WayForward,
        closing: piece == Piece::WayForward,
        ..Item::default()
    }
}

fn share_minutes(draft: &mut Draft) {
    let length = draft.start.zip(draft.end).and_then(|(start, end)| start.minutes_until(end));
    let used: u32 = draft.items.iter().filter_map(|it| it.minutes).sum();
    let left = u32::try_from(length.unwrap_or(0) - i64::from(used)).unwrap_or(0);
    let untimed = draft.items.iter().filter(|it| it.minutes.is_none()).count();
    let each = left / u32::try_from(untimed).unwrap_or(1).max(1);
    for item in draft.items.iter_mut().filter(|it| it.minutes.is_none()) {
        item.minutes = Some(each.max(1));
    }
}

fn shorten(draft: &mut Draft) {
    let length = draft.start.zip(draft.end).and_then(|(start, end)| start.minutes_until(end));
    let Some(length) = length.and_then(|it| u32::try_from(it).ok()) else { return };
    let minutes = |items: &[Item]| items.iter().filter_map(|it| it.minutes).sum::<u32>();
    let fixed = |it: &Item| it.locked || it.kind == ItemKind::Pause;
    let kept: u32 = draft.items.iter().filter(|it| fixed(it)).filter_map(|it| it.minutes).sum();
    let free = minutes(&draft.items) - kept;
    let room = length.saturating_sub(kept);
    for item in draft.items.iter_mut().filter(|it| !fixed(it)) {
        let share = item.minutes.map(|it| (it * room / free.max(1)).max(1));
        if let Some(share) = share {
            set_minutes(item, share);
        }
    }
}

/// Gives the item new minutes and its steps their share of them.
fn set_minutes(item: &mut Item, minutes: u32) {
    let before = item.minutes.unwrap_or(0).max(1);
    for step in &mut item.steps {
        step.minutes = step.minutes.map(|it| (it * minutes / before).max(1));
    }
    item.minutes = Some(minutes);
}

fn time_steps(item: &mut Item) {
    let Some(minutes) = item.minutes else { return };
    if item.steps.is_empty() {
        let modes = [(Mode::Alone, 1), (Mode::Group, 6), (Mode::PlenarySharing, 3)];
        let steps = modes.map(|(mode, tenths)| Step {
            mode,
            minutes: Some((minutes * tenths / 10).max(1)),
            ..Step::default()
        });
        item.steps = steps.to_vec();
        return;
    }
    let timed: u32 = item.steps.iter().filter_map(|it| it.minutes).sum();
    let untimed = item.steps.iter().filter(|it| it.minutes.is_none()).count();
    let each = minutes.saturating_sub(timed) / u32::try_from(untimed).unwrap_or(1).max(1);
    for step in item.steps.iter_mut().filter(|it| it.minutes.is_none()) {
        step.minutes = Some(each.max(1));
    }
}

fn prepare_in_meeting(draft: &mut Draft, task: usize, most: u32, texts: Wording<'_>) {
    let Some(task) = draft.prep.get_mut(task) else { return };
    let minutes = task.estimate.map_or(10, |it| it.saturating_sub(most));
    task.estimate = Some(most);
    let reading = Item {
        title: texts.word("reading-time"),
        minutes: Some(minutes),
        mode: Some(Mode::Alone),
        steps: vec![Step { mode: Mode::Alone, minutes: Some(minutes), ..Step::default() }],
        uses_prep: true,
        ..Item::default()
    };
    draft.items.insert(0, reading);
}

fn break_talk(item: &mut Item, most: u32) {
    let whole = Step { mode: Mode::Input, minutes: item.minutes, ..Step::default() };
    let steps = if item.steps.is_empty() { vec![whole] } else { item.steps.clone() };
    let short = item.minutes.is_some_and(|it| it <= most);
    item.steps = steps.into_iter().flat_map(|step| parted(&step, most)).collect();
    // The talk began in an earlier item, so this one opens with a word with a neighbour.
    if let Some(first) = item.steps.first_mut().filter(|_| short) {
        first.minutes = first.minutes.map(|it| it.saturating_sub(2));
        item.steps.insert(0, Step { mode: Mode::Pair, minutes: Some(2), ..Step::default() });
    }
}

/// Keeps the step's minutes; the talks with a neighbour are taken from the speaker.
fn parted(step: &Step, most: u32) -> Vec<Step> {
    let minutes = step.minutes.unwrap_or(0);
    if step.mode != Mode::Input || minutes <= most {
        return vec![step.clone()];
    }
    let parts = (minutes + 2).div_ceil(most + 2).max(2);
    let talk = minutes - 2 * (parts - 1);
    let mut steps = vec![];
    for part in 0..parts {
        let longer = u32::from(part < talk % parts);
        steps.push(Step { minutes: Some(talk / parts + longer), ..step.clone() });
        if part + 1 < parts {
            steps.push(Step { mode: Mode::Pair, minutes: Some(2), ..Step::default() });
        }
    }
    steps
}

fn think_first(item: &mut Item) {
    if item.steps.is_empty() {
        let minutes = item.minutes.map(|it| it.saturating_sub(3).max(1));
        let mode = item.mode.unwrap_or(Mode::Group);
        item.steps.push(Step { mode, minutes, capture: item.capture.clone(), ..Step::default() });
    } else {
        item.minutes = item.minutes.map(|it| it + 3);
    }
    item.steps.insert(0, Step { mode: Mode::Alone, minutes: Some(3), ..Step::default() });
}

fn return_to(draft: &mut Draft, item: usize, texts: Wording<'_>) {
    let carries = draft.items.get(item).is_some_and(|it| it.carry);
    let later = draft.items.iter_mut().skip(item + 1);
    let next = later.into_iter().find(|it| it.kind == ItemKind::Utvikling);
    match next {
        Some(next) if carries => next.uses_carry = true,
        Some(_) | None => {
            let at = (item + 1).min(draft.items.len());
            let back = Item {
                title: texts.word("return-item"),
                minutes: Some(5),
                mode: Some(Mode::Pair),
                steps: vec![Step { mode: Mode::Pair, minutes: Some(5), ..Step::default() }],
                uses_carry: carries,
                ..Item::default()
            };
            draft.items.insert(at, back);
        }
    }
}

/// Fives and fours, as few groups as that allows; threes where it cannot be helped.
fn make_groups(draft: &mut Draft) {
    let people = draft.participants.unwrap_or_else(|| draft.groups.iter().sum());
    let groups = people.div_ceil(5).max(1);
    draft.groups =
        (0..groups).map(|at| people / groups + u32::from(at < people % groups)).collect();
}

fn development_first(items: &[Item]) -> Vec<Item> {
    let (mut first, after): (Vec<Item>, Vec<Item>) =
        items.iter().cloned().partition(|it| it.kind != ItemKind::Forvaltning);
    first.extend(after);
    first
}

fn strength_first(draft: &mut Draft, place: Place, prompt: String) {
    match place {
        Place::Prep(at) => {
            if let Some(task) = draft.prep.get_mut(at) {
                task.text = format!("{prompt}\n{}", task.text);
            }
        }
        Place::Item(at) => {
            if let Some(item) = draft.items.get_mut(at) {
                item.questions.insert(0, Question { text: prompt, open_enough: false });
            }
        }
        Place::Plan => (),
    }
}
