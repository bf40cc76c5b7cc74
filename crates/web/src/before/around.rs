//! What is known of a meeting besides its plan, from rows: all that Møteråd may ask for.
//!
//! A field of [`Around`] is written here and nowhere else, and none is left out: what no row can
//! tell yet is [`Awaited`], and the rules that need it wait in `plan::lint::waiting`.

use std::collections::BTreeSet;

use kernel::ids::MeetingId;
use kernel::role::Role;
use meeting::state::Seated;
use plan::lint::around::{Around, Awaited};
use plan::lint::told::Told;
use store::Org;

use crate::App;
use crate::before::thresholds::thresholds;
use crate::live::group_rows;
use crate::shell::clock;
use crate::shell::failure::Wrong;

impl App {
    /// Returns what is known around a meeting.
    pub async fn around(&self, org: &Org, meeting: &MeetingId) -> Result<Around, Wrong> {
        let expected = org.expected(meeting).await?.len();
        let planned = match org.groups(meeting).await? {
            Some((_, body)) => sizes(group_rows::read(&body)?.tables.iter().map(Vec::len)),
            None => vec![],
        };
        let held =
            self.rooms.room(org, meeting).await?.read(|at| at.state.groups().map(|it| held(it.1)));
        let held = held.unwrap_or_default();
        let groups = if planned.is_empty() { held.groups } else { planned };
        Ok(Around {
            today: clock::today(),
            thresholds: thresholds(org).await?,
            expected: u32::try_from(expected).ok().filter(|people| *people != 0),
            groups,
            roles: held.roles,
            earlier_is_over: org.is_another_over(meeting).await?,
            awaited: Awaited::default(),
            told: Told::default(),
        })
    }
}

/// Groups that the meeting has made while it ran, and the roles in them.
#[derive(Default)]
struct Held {
    groups: Vec<u32>,
    roles: BTreeSet<Role>,
}

fn held(seated: &Seated) -> Held {
    Held {
        groups: sizes(seated.tables.iter().map(|table| table.seats.len())),
        roles: seated.roles.iter().map(|(_, role)| *role).collect(),
    }
}

fn sizes(tables: impl Iterator<Item = usize>) -> Vec<u32> {
    tables.map(|people| u32::try_from(people).unwrap_or(u32::MAX)).collect()
}
