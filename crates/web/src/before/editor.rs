//! The plan editor: one page that is a form without a script, and follows others with one.
//!
//! ```text
//! form  ─▶ save  ─┐
//! words ─▶ save  ─┼▶ keep (newest plan ─▶ merged ─▶ new version) ─▶ bell ─▶ open streams
//! undo  ─▶ save  ─┘
//! ```
//!
//! **Invariant `nothing-asks`:** a save never stops to ask. What two planners wrote at the same
//! time is merged, and what the plan still lacks is said beside it. Held by `keep`, which knows
//! no answer but a new version.

pub mod advice;
pub mod around;
pub mod away;
pub mod choices;
pub mod field;
pub mod inputs;
pub mod keep;
pub mod live;
pub mod more;
pub mod page;
pub mod picker;
pub mod picture;
pub mod previous;
pub mod program;
pub mod questions;
pub mod row;
pub mod said;
pub mod save;
pub mod versions;

use kernel::ids::PlanVersion;
use kernel::time::Moment;
use plan::document::Plan;

use self::advice::Advised;
use crate::live::rooms::Stage;

/// One version of a plan, as the editor shows it.
#[derive(Clone, Debug)]
pub struct View {
    /// With an id on every row.
    pub plan: Plan,
    pub version: PlanVersion,
    pub saved_at: Moment,
    pub stage: Stage,
    /// What Møteråd says of it.
    pub advised: Advised,
}
