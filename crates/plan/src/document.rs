//! The plan of a meeting as one document: purpose, result, frames and the program.
//!
//! Stored as JSON in versions, so fields are added with a default and never renamed or removed.
//! The three columns of the program (tid, hva, mål) are the deck's own (seed lines 323–383).

use std::collections::BTreeSet;

use kernel::ids::PlanVersion;
use kernel::lang::Lang;
use kernel::limits::{ITEM_MINUTES_MAX, ITEMS_MAX, LINE_GRAPHEMES_MAX};
use serde::{Deserialize, Serialize};

pub mod fields;
mod item;
pub mod slot;

use fields::Fielded;
use slot::Slot;

pub use item::{Item, ItemKind, OWN, OwnStep, Preparation};

/// What is planned for one meeting.
///
/// A text that is empty and a number that is 0 mean *not said*.
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own in the document")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    pub title: String,
    pub lang: Lang,
    pub purpose: String,
    /// One to three goals, shown at the start and again at the end.
    pub goals: Vec<String>,
    /// What people should sit with when it is over.
    pub result: String,
    pub frames: Frames,
    /// Local date and time as `2026-04-26T14:00`; empty when not set.
    pub starts_at: String,
    pub place: String,
    pub leader: String,
    pub items: Vec<Item>,
    pub preparation: Vec<Preparation>,
    pub kind: MeetingKind,
    pub unit: Option<Unit>,
    /// Local date and time as `2026-04-26T16:00`; empty when not set. The end that people are told.
    pub ends_at: String,
    /// How many are expected.
    pub participants: u32,
    /// Why nobody prepares this time.
    pub no_preparation: String,
    /// Groups of 4–5 are to be set before the meeting.
    pub groups_wanted: bool,
    /// The four roles are to be drawn.
    pub roles_wanted: bool,
    /// Attachments and links, a line each.
    pub materials: Vec<String>,
    /// How those who are not there take part in the result.
    pub spread: String,
    /// How and with whom the result is shared.
    pub result_channel: String,
    /// How everyone sees the program: a big screen, or paper.
    pub stage: String,
    /// An evaluation is sent when the meeting is over.
    pub evaluate: bool,
    /// Something is to be tried in practice before the next meeting.
    pub trial: bool,
    /// What an imported agenda said that found no place. For planners.
    pub notes: Vec<String>,
    /// Advice that the planners have set aside, and why. Kept for the series.
    pub dismissed: Vec<Dismissed>,
    pub standing: Standing,
    /// What was agreed on last time, a line each: the red thread's first card.
    pub previous: Vec<String>,
    /// The highest number that an id has had. A new id is above it, so none is used twice.
    pub ids_used: u32,
}

/// What a meeting is for as a whole. Advice is about development only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingKind {
    #[default]
    Development,
    Mixed,
    Administration,
}

/// What kind of workplace it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    School,
    Kindergarten,
    AfterSchool,
    Network,
}

/// Advice that was set aside.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dismissed {
    /// The rule's catalogue name: `FOR-01`.
    pub rule: String,
    pub reason: String,
}

/// How far a plan has come on its way out to people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum Standing {
    #[default]
    Draft,
    /// The invitation went out on this day (`2026-04-12`). `in_spite_of` is the line the planner
    /// wrote because something was still missing; empty when nothing was. `version` is the one of
    /// the plan that people were told of; 0 when it is not known.
    Sent {
        on: String,
        in_spite_of: String,
        #[serde(default)]
        version: PlanVersion,
    },
    /// «Avlys»: it will not be held, and why.
    CalledOff { why: String },
    /// «Gjør om til orientering»: it is something to read, and nobody meets.
    Notice,
}

/// Dette er bestemt, dette er åpent, dette forventes av deg (seed lines 163–164).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Frames {
    pub decided: String,
    pub open: String,
    pub expected: String,
}

/// Something that must be mended before the plan can run. The texts are the screen's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "code")]
pub enum Problem {
    TitleMissing,
    NoItems,
    TooManyItems,
    ItemTitleMissing { item: usize },
    MinutesOutside { item: usize },
    ToolUnknown { item: usize },
    LineTooLong { item: Option<usize> },
    StartUnreadable,
}

impl Plan {
    /// Returns the plan with an id on every item, own step and preparation, the same ones each time
    /// for the same document, and with positions in preparations turned into ids. A row worked with
    /// as a pause is a pause, also in documents from before rows had a kind.
    #[must_use]
    pub fn with_ids(mut self) -> Plan {
        self.clamp_counts();
        name_all('i', self.items.iter_mut().map(|item| &mut item.id).collect());
        name_all('s', self.own_steps_mut().map(|step| &mut step.id).collect());
        name_all('p', self.preparation.iter_mut().map(|task| &mut task.id).collect());
        for item in self.items.iter_mut().filter(|item| item.worked_with() == crate::ways::PAUSE) {
            item.kind = ItemKind::Pause;
        }
        for task in &mut self.preparation {
            let users = task.used_in.drain(..).filter_map(|item| self.items.get(item));
            task.used_by.extend(users.map(|item| item.id.clone()));
        }
        self
    }

    /// Holds every number within the limit of its field, whatever a stored document says.
    fn clamp_counts(&mut self) {
        clamp(self);
        for item in &mut self.items {
            clamp(item);
            item.own_steps.iter_mut().for_each(clamp);
        }
        self.preparation.iter_mut().for_each(clamp);
    }

    /// Returns the highest number that an id has had in this plan.
    #[must_use]
    pub fn highest_id(&self) -> u32 {
        let items = self.items.iter().map(|item| &item.id);
        let steps = self.own_steps().map(|step| &step.id);
        let ids = items.chain(steps).chain(self.preparation.iter().map(|task| &task.id));
        let numbers = ids.filter_map(|id| id.trim_start_matches(char::is_alphabetic).parse().ok());
        numbers.max().unwrap_or(0).max(self.ids_used)
    }

    /// Takes a new id, `i8` for the letter `i`, and remembers that it is taken.
    pub fn take_id(&mut self, letter: char) -> String {
        self.ids_used = self.highest_id().saturating_add(1);
        format!("{letter}{}", self.ids_used)
    }

    /// Gives a new id to each own step that has none, or one that stands for the second time, and
    /// remembers that they are taken.
    pub fn name_own_steps(&mut self) {
        let mut used = self.highest_id();
        let mut seen = BTreeSet::new();
        for step in self.own_steps_mut() {
            if step.id.is_empty() || !seen.insert(step.id.clone()) {
                used = used.saturating_add(1);
                step.id = format!("s{used}");
            }
        }
        self.ids_used = used;
    }

    /// Returns the own steps of all items.
    pub fn own_steps(&self) -> impl Iterator<Item = &OwnStep> {
        self.items.iter().flat_map(|item| &item.own_steps)
    }

    fn own_steps_mut(&mut self) -> impl Iterator<Item = &mut OwnStep> {
        self.items.iter_mut().flat_map(|item| &mut item.own_steps)
    }

    /// Returns the position of the item with an id.
    #[must_use]
    pub fn item_at(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    /// Returns what must be mended before the plan can be saved: what is longer or more than there
    /// is room for. An unfinished plan may be saved.
    #[must_use]
    pub fn over_limits(&self) -> Vec<Problem> {
        let mut problems = vec![];
        if is_too_long(&self.title) {
            problems.push(Problem::LineTooLong { item: None });
        }
        if self.items.len() > ITEMS_MAX {
            problems.push(Problem::TooManyItems);
        }
        for (item, row) in self.items.iter().enumerate() {
            if row.minutes > ITEM_MINUTES_MAX {
                problems.push(Problem::MinutesOutside { item });
            }
            if has_long_line(row) || row.own_steps.iter().any(has_long_line) {
                problems.push(Problem::LineTooLong { item: Some(item) });
            }
        }
        problems
    }

    /// Returns what must be mended before the plan can run; nothing when it can.
    ///
    /// `knows_tool` tells whether the catalogue has a way of working of that name. A row with
    /// steps of its own needs none, and something to read is not run.
    #[must_use]
    pub fn problems(&self, knows_tool: impl Fn(&str) -> bool) -> Vec<Problem> {
        let mut problems = self.over_limits();
        if self.title.trim().is_empty() {
            problems.push(Problem::TitleMissing);
        }
        if self.items.iter().all(|row| row.kind == ItemKind::Notice) {
            problems.push(Problem::NoItems);
        }
        if !self.starts_at.is_empty() && !is_local_time(&self.starts_at) {
            problems.push(Problem::StartUnreadable);
        }
        for (item, row) in self.items.iter().enumerate() {
            if row.title.trim().is_empty() {
                problems.push(Problem::ItemTitleMissing { item });
            }
            if row.kind == ItemKind::Notice {
                continue;
            }
            if row.minutes == 0 {
                problems.push(Problem::MinutesOutside { item });
            }
            if row.own_steps.is_empty() && !knows_tool(&row.tool) {
                problems.push(Problem::ToolUnknown { item });
            }
        }
        problems
    }

    /// Returns the planned length of the whole program, in minutes. Something to read takes none.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.items.iter().map(Item::minutes_in_meeting).sum()
    }
}

/// Gives each id that is empty, or stands for the second time, the lowest name that is not taken:
/// `i1`, `i2` … for the letter `i`.
fn name_all(letter: char, mut ids: Vec<&mut String>) {
    let mut taken = BTreeSet::new();
    for id in &mut ids {
        if !taken.insert(id.clone()) {
            id.clear();
        }
    }
    let names = (1..).map(|number: u32| format!("{letter}{number}"));
    let free = names.filter(|name| !taken.contains(name));
    for (id, name) in ids.into_iter().filter(|id| id.is_empty()).zip(free) {
        *id = name;
    }
}

fn clamp<T: Fielded>(of: &mut T) {
    for line in T::FIELDS {
        line.clamp(of);
    }
}

fn has_long_line<T: Fielded>(of: &T) -> bool {
    T::FIELDS.iter().any(|entry| match &entry.slot {
        Slot::Line(at) => is_too_long((at.get)(of)),
        Slot::Lines(at) => (at.get)(of).iter().any(|line| is_too_long(line)),
        Slot::Text(_)
        | Slot::Count(..)
        | Slot::Switch(_)
        | Slot::Choice(_)
        | Slot::Time(_)
        | Slot::Clock(_)
        | Slot::Ids(_)
        | Slot::SetAside(_)
        | Slot::OwnSteps(_) => false,
    })
}

fn is_too_long(line: &str) -> bool {
    line.chars().count() > LINE_GRAPHEMES_MAX
}

/// Tells whether a text reads as `2026-04-26T14:00`.
fn is_local_time(text: &str) -> bool {
    let shape = "dddd-dd-ddTdd:dd";
    text.len() == shape.len()
        && text
            .chars()
            .zip(shape.chars())
            .all(|(is, should)| if should == 'd' { is.is_ascii_digit() } else { is == should })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound() -> Plan {
        let item = Item {
            title: "Speed-date".to_owned(),
            minutes: 20,
            tool: "speed-date".to_owned(),
            ..Item::default()
        };
        Plan { title: "Bedre møter".to_owned(), items: vec![item], ..Plan::default() }
    }

    fn problems_of(plan: &Plan) -> Vec<Problem> {
        plan.problems(|tool| tool == "speed-date")
    }

    #[test]
    fn a_sound_plan_has_no_problems() {
        assert_eq!(problems_of(&sound()), vec![]);
    }

    #[test]
    fn each_flaw_is_named_with_its_place() {
        let mut plan = sound();
        plan.title = " ".to_owned();
        plan.items[0].minutes = 0;
        plan.items[0].tool = "lottery".to_owned();
        plan.starts_at = "i morgen".to_owned();
        assert_eq!(
            problems_of(&plan),
            vec![
                Problem::TitleMissing,
                Problem::StartUnreadable,
                Problem::MinutesOutside { item: 0 },
                Problem::ToolUnknown { item: 0 },
            ]
        );
    }

    #[test]
    fn an_unfinished_plan_may_be_saved_but_not_run() {
        let mut plan = sound();
        plan.title.clear();
        plan.items[0].tool.clear();
        plan.items[0].minutes = 0;
        assert_eq!(plan.over_limits(), vec![]);
        assert_eq!(problems_of(&plan).len(), 3);
        plan.items[0].questions = vec!["å".repeat(301)];
        assert_eq!(plan.over_limits(), vec![Problem::LineTooLong { item: Some(0) }]);
    }

    #[test]
    fn steps_of_ones_own_need_no_way_of_working_and_a_notice_needs_nothing() {
        let mut plan = sound();
        plan.items[0].tool.clear();
        let step = r#"{"mode": "pair", "minutes": 5}"#;
        plan.items[0].own_steps = vec![serde_json::from_str(step).unwrap()];
        let title = "Ferielister".to_owned();
        plan.items.push(Item { title, kind: ItemKind::Notice, ..Item::default() });
        assert_eq!(problems_of(&plan), vec![]);
        plan.items.remove(0);
        assert_eq!(problems_of(&plan), vec![Problem::NoItems]);
    }

    #[test]
    fn a_pause_of_an_old_document_is_a_pause() {
        let mut plan = sound();
        plan.items.push(Item { tool: "pause".to_owned(), minutes: 10, ..Item::default() });
        let kinds: Vec<ItemKind> = plan.with_ids().items.iter().map(|item| item.kind).collect();
        assert_eq!(kinds, [ItemKind::Development, ItemKind::Pause]);
    }

    #[test]
    fn ids_are_given_once_and_positions_become_ids() {
        let mut plan = sound();
        plan.items.push(Item { id: "i1".to_owned(), ..Item::default() });
        plan.preparation = vec![Preparation { used_in: vec![1, 7], ..Preparation::default() }];
        let plan = plan.with_ids();
        let ids: Vec<&str> = plan.items.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(ids, ["i2", "i1"]);
        assert_eq!(plan.preparation[0].used_by, ["i1"]);
        assert_eq!(plan.preparation[0].id, "p1");
        assert_eq!(plan.clone().with_ids(), plan);
    }

    #[test]
    fn own_steps_of_an_old_document_get_ids_that_are_unique_in_the_plan() {
        let row = r#"{"title": "A", "parts": [{"mode": "pair", "minutes": 5},
            {"mode": "alone", "minutes": 2, "id": "s1"}, {"mode": "group", "minutes": 9}]}"#;
        let plan = format!(r#"{{"items": [{row}, {row}], "ids_used": 4}}"#);
        let mut plan = serde_json::from_str::<Plan>(&plan).unwrap().with_ids();
        let ids = |plan: &Plan| plan.own_steps().map(|it| it.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&plan), ["s2", "s1", "s3", "s4", "s5", "s6"]);
        assert_eq!(plan.clone().with_ids(), plan);
        plan.items[1].own_steps[0].id.clear();
        plan.items[1].own_steps[1].id = "s1".to_owned();
        plan.name_own_steps();
        assert_eq!(ids(&plan), ["s2", "s1", "s3", "s7", "s8", "s6"]);
        assert_eq!(plan.take_id('i'), "i9");
    }

    #[test]
    fn an_old_document_without_new_fields_still_reads() {
        let plan: Plan =
            serde_json::from_str(r#"{"title":"T","items":[{"title":"A","minutes":5}]}"#).unwrap();
        assert_eq!(plan.minutes(), 5);
    }
}
