//! What a remedy does to a plan: presses of the editor's own buttons, or an edit that no button
//! asks for by itself.
//!
//! What an edit writes comes from the text files, in the plan's language.

use kernel::step::Mode;

use super::rows::{self, item};
use super::whole::preparation;
use super::{At, Desk, Edit, NotEdited, edit};
use crate::document::{Item, ItemKind, OwnStep, Plan, Preparation};
use crate::questions::{self, Reframing};
use crate::ways;
use kernel::local::When;

mod steps;

/// One change that answers a finding. Rows and preparation are found by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// The buttons that do the same, pressed one after the other.
    Press(Vec<Edit>),
    /// Writes the remedy's text.
    Write(Blank),
    Turn(Switch),
    /// Writes the opening «Vi møtes for å …», which does not yet count as a purpose.
    StartPurpose,
    /// Writes the beginning of a sentence in each of the two frames, which does not yet count.
    StartFrames,
    /// Keeps the first goals; the others go to the notes.
    KeepGoals(usize),
    SetEnd(When),
    /// Takes the leader off a row, for someone else to take.
    GiveAway(String),
    /// A preparation with the remedy's text.
    Prepare,
    /// Moves the reading into the meeting: the minutes above `most`, alone, first.
    PrepareInMeeting {
        prep: String,
        most: u32,
    },
    /// To the day before the meeting, the latest that leaves time to use it.
    MoveDue(String),
    /// The usual program: alone and in groups, and the way forward.
    StartProgram,
    /// Puts something into the program, at a position counted from 0.
    Insert {
        at: usize,
        piece: Inset,
    },
    /// Parts a row without steps: alone, in groups, in plenary.
    LayOut(String),
    /// Puts two minutes with a neighbour between stretches of at most `most` minutes.
    BreakTalk {
        item: String,
        most: u32,
    },
    /// Three minutes alone before the rest of a row.
    ThinkFirst(String),
    /// Five minutes in which groups are asked for objections.
    Challenge(String),
    /// Returns to what was listened for or carried on: in the next row of development where it was
    /// carried, in a row of its own where it was listened for.
    Return {
        item: String,
        carries: bool,
    },
    /// Minutes for each reporter.
    ReporterMinutes {
        item: String,
        each: u32,
    },
    /// A question in another form.
    Reframe {
        item: String,
        question: usize,
        frame: Reframing,
    },
    /// Takes the leading words out of a question.
    Unload {
        item: String,
        question: usize,
    },
    SplitQuestion {
        item: String,
        question: usize,
    },
    /// Keeps the first questions; the others are for another day.
    KeepQuestions {
        item: String,
        most: usize,
    },
    /// Puts what works before what is hard.
    StrengthFirst(At),
}

/// A text of the plan that a remedy may fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blank {
    Result,
    NoPreparation,
    Spread,
    ResultChannel,
    Stage,
    Goal(String),
    Capture(String),
    NoCapture(String),
}

/// A choice of the plan that a remedy may make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    Groups,
    Roles,
    Trial,
    Evaluation,
}

/// Something to put into a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inset {
    Break,
    Igp,
    SpeedDate,
    Opening,
    WayForward,
}

impl Inset {
    /// Its key in the text files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Inset::Break => "piece-break",
            Inset::Igp => "piece-igp",
            Inset::SpeedDate => "piece-speed-date",
            Inset::Opening => "piece-opening",
            Inset::WayForward => "piece-way-forward",
        }
    }

    const fn tool(self) -> Option<&'static str> {
        match self {
            Inset::Break => Some(ways::PAUSE),
            Inset::Igp => Some("igp"),
            Inset::SpeedDate => Some("speed-date"),
            Inset::Opening => None,
            Inset::WayForward => Some(ways::CLOSING),
        }
    }
}

/// Makes the change of the remedy whose texts are under `key`.
///
/// # Errors
///
/// When a row or a question is gone, or there is no room for more.
pub fn mend(plan: &Plan, mend: &Mend, key: &str, desk: &Desk<'_>) -> Result<Plan, NotEdited> {
    let mut mended = plan.clone().with_ids();
    mended.ids_used = mended.highest_id();
    let plan = &mut mended;
    match mend {
        Mend::Press(edits) => {
            for press in edits {
                *plan = edit(plan, press, desk)?.plan;
            }
        }
        Mend::Write(blank) => *text(plan, blank)? = desk.texts.written(key),
        Mend::Turn(switch) => turn(plan, *switch),
        Mend::StartPurpose => plan.purpose = desk.texts.word("purpose-opening"),
        Mend::StartFrames => start_frames(plan, desk),
        Mend::KeepGoals(most) => {
            let others = plan.goals.split_off((*most).min(plan.goals.len()));
            plan.notes.extend(others);
        }
        Mend::SetEnd(end) => plan.ends_at = end.to_string(),
        Mend::GiveAway(id) => {
            let leader = plan.leader.clone();
            item(plan, id)?.presenters.retain(|it| !is_leader(it, &leader));
        }
        Mend::Prepare => {
            let (id, instruction) = (plan.take_id('p'), desk.texts.written(key));
            plan.preparation.push(Preparation { instruction, id, ..Preparation::default() });
        }
        Mend::PrepareInMeeting { prep, most } => prepare_in_meeting(plan, prep, *most, desk)?,
        Mend::MoveDue(prep) => move_due(plan, prep)?,
        Mend::StartProgram => {
            for piece in [Inset::Igp, Inset::WayForward] {
                insert(plan, plan.items.len(), piece, desk)?;
            }
        }
        Mend::Insert { at, piece } => insert(plan, *at, *piece, desk)?,
        Mend::LayOut(id) => steps::lay_out(item(plan, id)?),
        Mend::BreakTalk { item, most } => steps::break_talk(plan, item, *most, desk)?,
        Mend::ThinkFirst(item) => steps::think_first(plan, item, desk)?,
        Mend::Challenge(item) => steps::challenge(plan, item, desk)?,
        Mend::Return { item, carries } => return_to(plan, item, *carries, desk)?,
        Mend::ReporterMinutes { item: id, each } => item(plan, id)?.reporter_minutes = *each,
        Mend::Reframe { item, question, frame } => {
            let question = asked(plan, item, *question)?;
            *question = questions::reframe(question, *frame, &desk.texts.written(key));
        }
        Mend::Unload { item, question } => {
            let question = asked(plan, item, *question)?;
            *question = questions::unload(question);
        }
        Mend::SplitQuestion { item: id, question } => {
            let parts = questions::split(asked(plan, id, *question)?);
            item(plan, id)?.questions.splice(*question..=*question, parts);
        }
        Mend::KeepQuestions { item: id, most } => item(plan, id)?.questions.truncate(*most),
        Mend::StrengthFirst(at) => strength_first(plan, at, &desk.texts.written(key))?,
    }
    plan.name_own_steps();
    Ok(mended)
}

fn text<'a>(plan: &'a mut Plan, blank: &Blank) -> Result<&'a mut String, NotEdited> {
    Ok(match blank {
        Blank::Result => &mut plan.result,
        Blank::NoPreparation => &mut plan.no_preparation,
        Blank::Spread => &mut plan.spread,
        Blank::ResultChannel => &mut plan.result_channel,
        Blank::Stage => &mut plan.stage,
        Blank::Goal(id) => &mut item(plan, id)?.goal,
        Blank::Capture(id) => &mut item(plan, id)?.capture,
        Blank::NoCapture(id) => &mut item(plan, id)?.no_capture,
    })
}

fn turn(plan: &mut Plan, switch: Switch) {
    match switch {
        Switch::Groups => plan.groups_wanted = true,
        Switch::Roles => plan.roles_wanted = true,
        Switch::Trial => plan.trial = true,
        Switch::Evaluation => plan.evaluate = true,
    }
}

/// What somebody has begun is not written over.
fn start_frames(plan: &mut Plan, desk: &Desk<'_>) {
    let frames = &mut plan.frames;
    for (frame, key) in
        [(&mut frames.decided, "decided-opening"), (&mut frames.open, "open-opening")]
    {
        if frame.trim().is_empty() {
            *frame = desk.texts.word(key);
        }
    }
}

/// Whether a presenter, written as «Kari Nes, rektor», is who leads the meeting.
pub(crate) fn is_leader(presenter: &str, leader: &str) -> bool {
    let name = presenter.split(',').next().unwrap_or_default().trim();
    !name.is_empty() && name == leader.trim()
}

fn asked<'a>(plan: &'a mut Plan, id: &str, question: usize) -> Result<&'a mut String, NotEdited> {
    item(plan, id)?.questions.get_mut(question).ok_or(NotEdited::QuestionGone)
}

fn prepare_in_meeting(
    plan: &mut Plan,
    prep: &str,
    most: u32,
    desk: &Desk<'_>,
) -> Result<(), NotEdited> {
    rows::has_room(plan)?;
    let id = plan.take_id('i');
    let task = preparation(plan, prep)?;
    let minutes = task.minutes.saturating_sub(most).max(1);
    task.minutes = most;
    task.used_by.push(id.clone());
    let own_steps = vec![OwnStep::new(Mode::Alone, minutes)];
    let title = desk.texts.word("reading-time");
    plan.items.insert(0, Item { title, minutes, id, own_steps, ..Item::default() });
    Ok(())
}

fn move_due(plan: &mut Plan, prep: &str) -> Result<(), NotEdited> {
    let start: Option<When> = plan.starts_at.parse().ok();
    let (start, day) = start.and_then(|it| Some((it, it.day?))).ok_or(NotEdited::TimesMissing)?;
    let before = When { day: Some(day.plus_days(-1)), ..start };
    preparation(plan, prep)?.due_at = before.to_string();
    Ok(())
}

fn insert(plan: &mut Plan, at: usize, piece: Inset, desk: &Desk<'_>) -> Result<(), NotEdited> {
    rows::has_room(plan)?;
    let mut item = Item { title: desk.texts.written(piece.key()), ..Item::default() };
    if let Some(tool) = piece.tool() {
        rows::set_tool(&mut item, rows::way(tool, desk)?, plan.participants);
    } else {
        item.own_steps.push(OwnStep::new(Mode::Plenary, 5));
        item.minutes = 5;
        item.links_previous = true;
    }
    item.id = plan.take_id('i');
    plan.items.insert(at.min(plan.items.len()), item);
    Ok(())
}

fn return_to(plan: &mut Plan, id: &str, carries: bool, desk: &Desk<'_>) -> Result<(), NotEdited> {
    let at = rows::at(plan, id)?;
    let mut later = plan.items[at + 1..].iter();
    let next = later.find(|it| it.kind == ItemKind::Development).filter(|_| carries);
    let to = if let Some(next) = next {
        next.id.clone()
    } else {
        rows::has_room(plan)?;
        let back = Item {
            id: plan.take_id('i'),
            title: desk.texts.word("return-item"),
            minutes: 5,
            own_steps: vec![OwnStep::new(Mode::Pair, 5)],
            ..Item::default()
        };
        let to = back.id.clone();
        plan.items.insert(at + 1, back);
        to
    };
    plan.items[at].returns_at = to;
    Ok(())
}

fn strength_first(plan: &mut Plan, at: &At, prompt: &str) -> Result<(), NotEdited> {
    match at {
        At::Prep(id) => {
            let task = preparation(plan, id)?;
            task.instruction = format!("{prompt}\n{}", task.instruction);
        }
        At::Item(id) => item(plan, id)?.questions.insert(0, prompt.to_owned()),
        At::Plan => (),
    }
    Ok(())
}
