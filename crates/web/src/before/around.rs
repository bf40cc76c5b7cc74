//! What is known of a meeting besides its plan, from rows: all that Møteråd may ask for.
//!
//! A field of [`Around`] is written here and nowhere else, and none is left out: what no row can
//! tell yet is [`Awaited`], and the rules that need it wait in `plan::lint::waiting`.

use std::collections::BTreeSet;

use plan::lint::around::{Around, Awaited};
use plan::lint::told::Told;

use crate::App;
use crate::door::access::ORG;
use crate::shell::clock;
use crate::shell::failure::Wrong;

impl App {
    /// Returns what is known around a meeting.
    pub async fn around(&self, meeting: &str) -> Result<Around, Wrong> {
        Ok(Around {
            today: clock::today(),
            thresholds: self.thresholds().await?,
            expected: None,
            groups: vec![],
            roles: BTreeSet::new(),
            earlier_is_over: self.store.is_another_over(ORG, meeting).await?,
            awaited: Awaited::default(),
            told: Told::default(),
        })
    }
}
