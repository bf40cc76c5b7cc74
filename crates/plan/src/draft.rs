//! The JSON that outside readers write for `sloyfe lint`, read into a plan and what is around it.
//!
//! Every field may be left out, and left out means *not known*. Unset steps stay unset: nothing
//! is guessed. `docs/lint.md` lists the fields for people.

use kernel::local::{Day, When};
use kernel::role::Role;
use serde::{Deserialize, Serialize};

use crate::lint::offered::role_called;

mod reading;

/// A plan as a file from outside says it.
#[expect(clippy::struct_excessive_bools, reason = "each is a field of its own in the JSON")]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub kind: Option<DraftKind>,
    #[serde(alias = "unit_type")]
    pub unit: Option<DraftUnit>,
    pub title: Option<String>,
    pub purpose: Option<String>,
    pub goals: Vec<String>,
    /// What is kept for another day.
    pub notes: Vec<String>,
    #[serde(alias = "result")]
    pub intended_result: Option<String>,
    pub frames: DraftFrames,
    #[serde(alias = "starts_at")]
    pub start: Option<When>,
    #[serde(alias = "ends_at")]
    pub end: Option<When>,
    pub place: Option<String>,
    /// The day the invitation went out.
    #[serde(alias = "sent_at")]
    pub sent: Option<Day>,
    /// The day the plan is read; counts for the notice while nothing is sent.
    pub today: Option<Day>,
    /// Notice in days, where no dates are given.
    pub days_left: Option<i64>,
    /// The organisation's agreed notice for this meeting.
    pub lead_days: Option<i64>,
    #[serde(alias = "n")]
    pub participants: Option<u32>,
    /// Occupational groups of the unit that are not invited.
    #[serde(alias = "excluded_groups")]
    pub left_out: Vec<String>,
    /// Whether some of the staff will not be there.
    pub absent_staff: bool,
    pub items: Vec<DraftItem>,
    #[serde(alias = "prep_tasks")]
    pub prep: Vec<Prep>,
    pub no_prep_reason: Option<String>,
    /// Minutes the audience has for preparing.
    pub prep_budget: Option<u32>,
    /// Whether those invited have no planning time of their own.
    pub no_planning_time: bool,
    pub materials: Vec<String>,
    /// The size of each group.
    pub groups: Vec<u32>,
    /// Named in Norwegian or English. What is no role of a group is left out.
    #[serde(deserialize_with = "roles")]
    pub roles: Vec<Role>,
    pub leader_chairs_group: bool,
    /// How many have no active part planned.
    #[serde(deserialize_with = "count_or_flag")]
    pub idle_participants: u32,
    #[serde(alias = "same_leader_run")]
    pub leader_in_a_row: u32,
    pub eligible_leaders: u32,
    #[serde(alias = "same_tool_run")]
    pub tool_in_a_row: u32,
    /// Whether an earlier meeting of the series is over.
    pub prev_closed: bool,
    /// What was agreed on last time, where the plan says it.
    pub previous: Vec<String>,
    pub next_meeting: bool,
    pub trial_planned: bool,
    pub days_since_last: Option<i64>,
    pub spread: Option<String>,
    pub result_channel: Option<String>,
    pub auto_eval: Option<bool>,
    pub year_slot: Option<String>,
    pub focus_area: Option<String>,
    /// How everyone sees the program: a stage screen or paper.
    pub stage: Option<String>,
    pub dismissed: Vec<DraftDismissed>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DraftKind {
    #[serde(rename = "utvikling")]
    Development,
    #[serde(rename = "drift")]
    Administration,
    #[serde(rename = "blandet")]
    Mixed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DraftUnit {
    #[serde(rename = "skole", alias = "skule")]
    School,
    #[serde(rename = "barnehage")]
    Kindergarten,
    #[serde(rename = "sfo", alias = "SFO")]
    AfterSchool,
    #[serde(rename = "nettverk")]
    Network,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftFrames {
    pub decided: Option<String>,
    pub open: Option<String>,
    pub expected: Option<String>,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a field of its own in the JSON")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftItem {
    pub title: String,
    pub goal: Option<String>,
    pub minutes: Option<u32>,
    pub kind: DraftItemKind,
    /// How people are together, where the item has no steps.
    pub mode: Option<DraftMode>,
    pub steps: Vec<DraftStep>,
    /// The way of working chosen.
    pub tool: Option<String>,
    /// What the chosen ways of working take by default.
    pub tool_minutes: Option<u32>,
    /// The smallest and largest group the way of working suits.
    pub tool_sizes: Option<(u32, u32)>,
    /// The smallest and largest meeting the way of working suits.
    pub tool_people: Option<(u32, u32)>,
    pub tool_mismatch: bool,
    #[serde(alias = "presenters")]
    pub presenter: Option<Names>,
    pub presenter_is_leader: bool,
    #[serde(alias = "work_questions")]
    pub questions: Vec<Question>,
    pub uses_prep: bool,
    /// Something is carried on from here.
    #[serde(deserialize_with = "flag")]
    pub carry: bool,
    pub uses_carry: bool,
    pub listening_order: bool,
    pub returned: bool,
    #[serde(alias = "capture_spec")]
    pub capture: Option<String>,
    pub no_capture_reason: Option<String>,
    /// The item that ends the meeting: *who* and *when* belong there.
    pub closing: bool,
    /// Who does what and when is written down here.
    pub commitments: bool,
    pub evaluation: bool,
    #[serde(alias = "links_prev_result")]
    pub links_prev: bool,
    #[serde(deserialize_with = "flag")]
    pub audience_subset: bool,
    pub reporter_min: Option<u32>,
    pub plenary_min: Option<u32>,
    /// Minutes that shortening leaves alone.
    pub locked: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DraftItemKind {
    #[default]
    #[serde(rename = "utvikling")]
    Development,
    #[serde(rename = "forvaltning", alias = "drift")]
    Administration,
    #[serde(rename = "orientering")]
    Notice,
    #[serde(rename = "pause")]
    Pause,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftStep {
    pub mode: DraftMode,
    pub minutes: Option<u32>,
    pub capture: Option<String>,
    /// Whether comments are held back in this step.
    pub comment_free: Option<bool>,
    /// Whether this step asks for objections.
    pub challenge: bool,
}

/// How people are together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DraftMode {
    #[default]
    #[serde(rename = "I")]
    Input,
    #[serde(rename = "A")]
    Alone,
    #[serde(rename = "P")]
    Pair,
    #[serde(rename = "T")]
    Trio,
    #[serde(rename = "G")]
    Group,
    #[serde(rename = "PLd")]
    PlenaryDialogue,
    #[serde(rename = "PLr", alias = "PL")]
    PlenarySharing,
    #[serde(rename = "B")]
    Break,
}

/// A question the participants work with. A plain string will do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Question {
    pub text: String,
    /// The planner has said that it is open enough, or only practical.
    pub open_enough: bool,
}

impl<'de> Deserialize<'de> for Question {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Text(String),
            Whole {
                text: String,
                #[serde(default)]
                open_enough: bool,
            },
        }
        Ok(match Written::deserialize(deserializer)? {
            Written::Text(text) => Self { text, open_enough: false },
            Written::Whole { text, open_enough } => Self { text, open_enough },
        })
    }
}

/// One name or several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Names {
    One(String),
    Several(Vec<String>),
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prep {
    #[serde(alias = "instruction")]
    pub text: String,
    #[serde(alias = "estimated_minutes")]
    pub estimate: Option<u32>,
    pub due_hours_before: Option<u32>,
    pub window_workdays: Option<u32>,
    pub open_enough: bool,
}

/// A rule the planner has set aside for the series, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftDismissed {
    pub rule: String,
    pub reason: String,
}

/// `3`, or `true` for "some".
fn count_or_flag<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Count(u32),
        Flag(bool),
    }
    Ok(match Written::deserialize(deserializer)? {
        Written::Count(count) => count,
        Written::Flag(flag) => u32::from(flag),
    })
}

fn roles<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<Role>, D::Error> {
    let written = Vec::<String>::deserialize(deserializer)?;
    Ok(written.iter().filter_map(|word| role_called(word)).collect())
}

/// `true`, or anything that names what it is about.
fn flag<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    let written = serde_json::Value::deserialize(deserializer)?;
    Ok(!matches!(written, serde_json::Value::Null | serde_json::Value::Bool(false)))
}
