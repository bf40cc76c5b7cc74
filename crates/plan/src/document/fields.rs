//! Every field of a plan, of its rows and of their own steps, in one table: what it holds, what it
//! is called, who writes it, and whether it belongs to the one meeting.
//!
//! The merge of two plans, the differences between them, the form, the joining of two rows, a
//! template and a copy all read the table, so that none of them can forget a field.
//!
//! **Invariant `every-field-in-the-table`:** what a stored document holds stands here, or is an id
//! or a row. Held by a test that reads the names in a document.

use serde::Serialize;
use serde_json::Value;

use super::slot::{FieldLine, Slot, at};
use super::{Item, OwnStep, Plan, Preparation};

#[cfg(test)]
mod tests;

/// People in a plan: as many as a meeting has seats, since tables are laid out for each of them.
const PEOPLE_MAX: u32 = 2_000;
/// A week. More than an item may take, so that who types too much is told so, and little enough
/// that a program of such rows can be added up.
const MINUTES_MAX: u32 = 10_080;

/// A field of a plan, of an item, of an own step or of a preparation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanField {
    Title,
    Kind,
    Unit,
    Lang,
    StartsAt,
    EndsAt,
    Place,
    Leader,
    Participants,
    Purpose,
    Goals,
    Result,
    FramesDecided,
    FramesOpen,
    FramesExpected,
    NoPreparation,
    Materials,
    GroupsWanted,
    RolesWanted,
    Stage,
    ResultChannel,
    Spread,
    Trial,
    Evaluate,
    Notes,
    Previous,
    Dismissed,
    Standing,
    ItemTitle,
    Goal,
    Minutes,
    ItemKind,
    KindGuessed,
    Tool,
    OwnSteps,
    Questions,
    Orders,
    Presenters,
    LockedStart,
    MinutesLocked,
    Prepared,
    Audience,
    OpenEnough,
    ReturnsAt,
    Capture,
    NoCapture,
    ReporterMinutes,
    LinksPrevious,
    Commitments,
    Evaluation,
    Mode,
    Says,
    Captures,
    Challenge,
    Instruction,
    TaskMinutes,
    Starters,
    DueAt,
    UsedBy,
}

impl PlanField {
    /// Returns its key in the texts: `no-preparation`.
    #[must_use]
    pub fn key(self) -> String {
        match serde_json::to_value(self) {
            Ok(Value::String(key)) => key,
            Ok(_) | Err(_) => String::new(),
        }
    }
}

/// Something that has fields.
pub trait Fielded: Clone + 'static {
    /// In the order in which people are told of changes.
    const FIELDS: &'static [FieldLine<Self>];

    /// Returns one in which nothing is said.
    fn blank() -> Self;

    /// Returns the line of the table that a field stands on; nothing when this has no such field.
    #[must_use]
    fn entry(field: PlanField) -> Option<&'static FieldLine<Self>> {
        Self::FIELDS.iter().find(|entry| entry.field == field)
    }
}

impl Fielded for Plan {
    const FIELDS: &'static [FieldLine<Plan>] = &[
        FieldLine::new(PlanField::Title, "title", Slot::Line(at!(title))),
        FieldLine::new(PlanField::Kind, "kind", Slot::Choice(at!(kind))),
        FieldLine::new(PlanField::Unit, "unit", Slot::Choice(at!(unit))),
        FieldLine::new(PlanField::Lang, "lang", Slot::Choice(at!(lang))),
        FieldLine::<Self>::new(PlanField::StartsAt, "starts_at", Slot::Time(at!(starts_at)))
            .of_the_meeting(),
        FieldLine::<Self>::new(PlanField::EndsAt, "ends_at", Slot::Time(at!(ends_at)))
            .of_the_meeting(),
        FieldLine::<Self>::new(PlanField::Place, "place", Slot::Line(at!(place))).of_the_meeting(),
        FieldLine::new(PlanField::Leader, "leader", Slot::Line(at!(leader))),
        FieldLine::new(
            PlanField::Participants,
            "participants",
            Slot::Count(at!(participants), PEOPLE_MAX),
        ),
        FieldLine::new(PlanField::Purpose, "purpose", Slot::Text(at!(purpose))),
        FieldLine::new(PlanField::Goals, "goals", Slot::Lines(at!(goals))),
        FieldLine::new(PlanField::Result, "result", Slot::Text(at!(result))),
        FieldLine::new(PlanField::FramesDecided, "decided", Slot::Text(at!(frames.decided))),
        FieldLine::new(PlanField::FramesOpen, "open", Slot::Text(at!(frames.open))),
        FieldLine::new(PlanField::FramesExpected, "expected", Slot::Text(at!(frames.expected))),
        FieldLine::new(PlanField::NoPreparation, "no_preparation", Slot::Line(at!(no_preparation))),
        FieldLine::new(PlanField::Materials, "materials", Slot::Lines(at!(materials))),
        FieldLine::new(PlanField::GroupsWanted, "groups_wanted", Slot::Switch(at!(groups_wanted))),
        FieldLine::new(PlanField::RolesWanted, "roles_wanted", Slot::Switch(at!(roles_wanted))),
        FieldLine::new(PlanField::Stage, "stage", Slot::Line(at!(stage))),
        FieldLine::new(PlanField::ResultChannel, "result_channel", Slot::Line(at!(result_channel))),
        FieldLine::new(PlanField::Spread, "spread", Slot::Line(at!(spread))),
        FieldLine::new(PlanField::Trial, "trial", Slot::Switch(at!(trial))),
        FieldLine::new(PlanField::Evaluate, "evaluate", Slot::Switch(at!(evaluate))),
        FieldLine::<Self>::new(PlanField::Notes, "notes", Slot::Lines(at!(notes))).of_the_meeting(),
        FieldLine::<Self>::new(PlanField::Previous, "previous", Slot::Lines(at!(previous)))
            .of_the_meeting(),
        FieldLine::<Self>::new(PlanField::Dismissed, "dismissed", Slot::SetAside(at!(dismissed)))
            .by_press(),
        FieldLine::<Self>::new(PlanField::Standing, "standing", Slot::Choice(at!(standing)))
            .by_press()
            .of_the_meeting(),
    ];

    fn blank() -> Plan {
        Plan::default()
    }
}

impl Fielded for Item {
    const FIELDS: &'static [FieldLine<Item>] = &[
        FieldLine::new(PlanField::ItemTitle, "title", Slot::Line(at!(title))),
        FieldLine::new(PlanField::Goal, "goal", Slot::Line(at!(goal))),
        FieldLine::new(PlanField::Minutes, "minutes", Slot::Count(at!(minutes), MINUTES_MAX)),
        FieldLine::new(PlanField::ItemKind, "kind", Slot::Choice(at!(kind))),
        FieldLine::<Self>::new(
            PlanField::KindGuessed,
            "kind_guessed",
            Slot::Choice(at!(kind_guessed)),
        )
        .untold(),
        FieldLine::new(PlanField::Tool, "tool", Slot::Choice(at!(tool))),
        FieldLine::<Self>::new(PlanField::OwnSteps, "parts", Slot::OwnSteps(at!(own_steps)))
            .by_press(),
        FieldLine::new(PlanField::Questions, "questions", Slot::Lines(at!(questions))),
        FieldLine::new(PlanField::Orders, "orders", Slot::Lines(at!(orders))),
        FieldLine::new(PlanField::Presenters, "presenters", Slot::Lines(at!(presenters))),
        FieldLine::<Self>::new(PlanField::LockedStart, "starts_at", Slot::Clock(at!(starts_at)))
            .of_the_meeting(),
        FieldLine::new(
            PlanField::MinutesLocked,
            "minutes_locked",
            Slot::Switch(at!(minutes_locked)),
        ),
        FieldLine::new(PlanField::Prepared, "prepared", Slot::Switch(at!(prepared))),
        FieldLine::new(PlanField::Audience, "audience", Slot::Line(at!(audience))),
        FieldLine::<Self>::new(PlanField::OpenEnough, "open_enough", Slot::Lines(at!(open_enough)))
            .by_press(),
        FieldLine::new(PlanField::ReturnsAt, "returns_at", Slot::Choice(at!(returns_at))),
        FieldLine::new(PlanField::Capture, "capture", Slot::Line(at!(capture))),
        FieldLine::new(PlanField::NoCapture, "no_capture", Slot::Line(at!(no_capture))),
        FieldLine::new(
            PlanField::ReporterMinutes,
            "reporter_minutes",
            Slot::Count(at!(reporter_minutes), MINUTES_MAX),
        ),
        FieldLine::new(
            PlanField::LinksPrevious,
            "links_previous",
            Slot::Switch(at!(links_previous)),
        ),
        FieldLine::new(PlanField::Commitments, "commitments", Slot::Switch(at!(commitments))),
        FieldLine::new(PlanField::Evaluation, "evaluation", Slot::Switch(at!(evaluation))),
    ];

    fn blank() -> Item {
        Item::default()
    }
}

impl Fielded for OwnStep {
    const FIELDS: &'static [FieldLine<OwnStep>] = &[
        FieldLine::new(PlanField::Mode, "mode", Slot::Choice(at!(mode))),
        FieldLine::new(PlanField::Minutes, "minutes", Slot::Count(at!(minutes), MINUTES_MAX)),
        FieldLine::new(PlanField::Says, "says", Slot::Line(at!(says))),
        FieldLine::<Self>::new(PlanField::Captures, "captures", Slot::Choice(at!(captures)))
            .untold(),
        FieldLine::new(PlanField::Challenge, "challenge", Slot::Switch(at!(challenge))),
    ];

    fn blank() -> OwnStep {
        OwnStep::new(kernel::step::Mode::Plenary, 0)
    }
}

impl Fielded for Preparation {
    const FIELDS: &'static [FieldLine<Preparation>] = &[
        FieldLine::new(PlanField::Instruction, "instruction", Slot::Text(at!(instruction))),
        FieldLine::new(PlanField::TaskMinutes, "minutes", Slot::Count(at!(minutes), MINUTES_MAX)),
        FieldLine::new(PlanField::Starters, "starters", Slot::Lines(at!(starters))),
        FieldLine::<Self>::new(PlanField::DueAt, "due_at", Slot::Time(at!(due_at)))
            .of_the_meeting(),
        FieldLine::<Self>::new(PlanField::UsedBy, "used_by", Slot::Ids(at!(used_by))).by_press(),
        FieldLine::<Self>::new(
            PlanField::OpenEnough,
            "open_enough",
            Slot::Choice(at!(open_enough)),
        )
        .by_press(),
    ];

    fn blank() -> Preparation {
        Preparation::default()
    }
}

impl Plan {
    /// Returns the plan as the beginning of another meeting: without what belonged to this one.
    #[must_use]
    pub fn for_another_meeting(mut self) -> Plan {
        clear(&mut self);
        self.items.iter_mut().for_each(clear);
        self.own_steps_mut().for_each(clear);
        self.preparation.iter_mut().for_each(clear);
        self
    }
}

fn clear<T: Fielded>(of: &mut T) {
    let blank = T::blank();
    for entry in T::FIELDS.iter().filter(|entry| entry.is_of_the_meeting()) {
        entry.copy(&blank, of);
    }
}
