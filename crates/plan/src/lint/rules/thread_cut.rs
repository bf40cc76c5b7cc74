//! The last meeting left something behind, and this one does not pick it up.
//!
//! ## Why
//!
//! Five minutes of «last time we agreed» make two meetings one piece of work.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"prev_closed": true, "items": [{"title": "Lesing"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"prev_closed": true, "items": [{"title": "Sist", "links_prev": true}]}
//! ```
//!
//! ```json
//! {"prev_closed": true, "previous": ["Vi prøver stille start"], "items": [{"title": "Lesing"}]}
//! ```
//!
//! ```json
//! {}
//! ```

use crate::edit::mend::Inset;
use crate::lint::praise::picks_up_the_thread;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("thread_cut.rs"),
    ..Rule::new("RT-01", "thread-cut", Severity::Consider, Subject::Thread, "seed:532")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.around.earlier_is_over && !picks_up_the_thread(seen) {
        vec![RULE.on_plan().insert(0, Inset::Opening)]
    } else {
        vec![]
    }
}
