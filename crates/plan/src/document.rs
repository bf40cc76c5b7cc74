//! The plan of a meeting as one document: purpose, result, frames and the program.
//!
//! Stored as JSON in versions, so fields are added with a default and never renamed or removed.
//! The three columns of the program (tid, hva, mål) are the deck's own (seed lines 323–383).

use kernel::lang::Lang;
use kernel::limits::{ITEM_MINUTES_MAX, ITEMS_MAX, LINE_GRAPHEMES_MAX};
use serde::{Deserialize, Serialize};

/// What is planned for one meeting.
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
}

/// Dette er bestemt, dette er åpent, dette forventes av deg (seed lines 163–164).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Frames {
    pub decided: String,
    pub open: String,
    pub expected: String,
}

/// A row of the program: hva, mål, and how long.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Item {
    pub title: String,
    pub goal: String,
    pub minutes: u32,
    /// The name of a way of working in the catalogue.
    pub tool: String,
    pub presenters: Vec<String>,
    pub questions: Vec<String>,
    /// Listening orders, dealt round the room: one per third when there are three.
    pub orders: Vec<String>,
    /// The preparation that this item uses has been done before the meeting.
    pub prepared: bool,
}

/// What people do before they come, and where it is used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preparation {
    pub instruction: String,
    pub minutes: u32,
    pub starters: Vec<String>,
    /// Positions of the items that use it, counted from 0.
    pub used_in: Vec<usize>,
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
    /// Returns what must be mended before the plan can run; nothing when it can.
    ///
    /// `knows_tool` tells whether the catalogue has a way of working of that name.
    #[must_use]
    pub fn problems(&self, knows_tool: impl Fn(&str) -> bool) -> Vec<Problem> {
        let mut problems = vec![];
        if self.title.trim().is_empty() {
            problems.push(Problem::TitleMissing);
        }
        if is_too_long(&self.title) {
            problems.push(Problem::LineTooLong { item: None });
        }
        if self.items.is_empty() {
            problems.push(Problem::NoItems);
        }
        if self.items.len() > ITEMS_MAX {
            problems.push(Problem::TooManyItems);
        }
        if !self.starts_at.is_empty() && !is_local_time(&self.starts_at) {
            problems.push(Problem::StartUnreadable);
        }
        for (item, row) in self.items.iter().enumerate() {
            if row.title.trim().is_empty() {
                problems.push(Problem::ItemTitleMissing { item });
            }
            if row.minutes == 0 || row.minutes > ITEM_MINUTES_MAX {
                problems.push(Problem::MinutesOutside { item });
            }
            if !knows_tool(&row.tool) {
                problems.push(Problem::ToolUnknown { item });
            }
            let lines = row.questions.iter().chain(&row.orders).chain([&row.title, &row.goal]);
            if lines.into_iter().any(|line| is_too_long(line)) {
                problems.push(Problem::LineTooLong { item: Some(item) });
            }
        }
        problems
    }

    /// Returns the planned length of the whole program, in minutes.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.items.iter().map(|item| item.minutes).sum()
    }
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
    fn an_old_document_without_new_fields_still_reads() {
        let plan: Plan =
            serde_json::from_str(r#"{"title":"T","items":[{"title":"A","minutes":5}]}"#).unwrap();
        assert_eq!(plan.minutes(), 5);
    }
}
