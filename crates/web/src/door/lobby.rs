//! When a code means its meeting.
//!
//! **Invariant `a-code-has-its-day`:** a typed code and a scanned square let newcomers in from the
//! day of the meeting on, or while those who lead hold its lobby open. Before that a typed code is
//! as wrong as any other. Held by [`is_open`].

use kernel::ids::MeetingId;
use kernel::local::When;
use kernel::time::Moment;
use plan::document::Plan;
use store::Org;
use store::meetings::MeetingRow;

use crate::App;
use crate::door::codes::is_spoken_of;
use crate::door::planner::newest_plan;
use crate::shell::failure::Wrong;
use crate::shell::frame::Frame;
use crate::shell::limits::LOBBY_HELD;
use crate::shell::{CodeOpens, clock, time};

/// The start of a meeting whose plan names no day: it comes only when somebody opens the lobby.
const NO_DAY: i64 = i64::MAX;
const HOUR_MS: i64 = 60 * 60 * 1000;

/// Returns when a meeting starts, as its row keeps it.
#[must_use]
pub fn start_of(plan: &Plan) -> i64 {
    // A row with 0 is one that nobody has worked out.
    planned(&plan.starts_at).map_or(NO_DAY, |at| at.0.max(1))
}

fn planned(starts_at: &str) -> Option<Moment> {
    time::moment_of(starts_at.parse::<When>().ok()?)
}

/// Tells whether newcomers may come in by the code or the square.
#[must_use]
pub fn is_open(row: &MeetingRow, opens: CodeOpens, now: Moment) -> bool {
    let has_come = match opens {
        CodeOpens::TheDay => time::end_of_day(now).is_some_and(|end| row.starts_at < end.0),
        CodeOpens::HoursBefore(hours) => {
            row.starts_at.saturating_sub(i64::from(hours) * HOUR_MS) <= now.0
        }
    };
    is_spoken_of(row) && (has_come || now.0 < row.lobby_until)
}

/// Says to those who plan, and on paper, from when the code works.
#[must_use]
pub fn works_from(f: &Frame<'_>, starts_at: &str) -> String {
    let Some(planned) = planned(starts_at) else { return f.t("code-works-opened") };
    let when = match f.code_opens {
        CodeOpens::TheDay => time::day(f.lang, planned),
        CodeOpens::HoursBefore(hours) => {
            let from = Moment(planned.0.saturating_sub(i64::from(hours) * HOUR_MS));
            let (day, clock) = (time::day(f.lang, from), time::clock(from));
            f.with("code-works-clock", &[("day", day.into()), ("clock", clock.into())])
        }
    };
    f.with("code-works-from", &[("when", when.into())])
}

impl App {
    /// Returns the row with its start worked out, which one from before starts were kept lacks.
    pub async fn with_start(&self, row: MeetingRow) -> Result<MeetingRow, Wrong> {
        if row.starts_at != 0 {
            return Ok(row);
        }
        let org = self.store.org(&row.org);
        let (_, plan) = newest_plan(&org, &row.id).await?;
        let starts_at = start_of(&plan);
        org.follow_plan(&row.id, &row.title, starts_at).await?;
        Ok(MeetingRow { starts_at, ..row })
    }

    /// Holds the lobby open for a while, since somebody who leads has opened the console or the
    /// wall. A page is shown also where that cannot be written down.
    pub async fn hold_lobby(&self, org: &Org, meeting: &MeetingId) {
        let held_ms = i64::try_from(LOBBY_HELD.as_millis()).unwrap_or(i64::MAX);
        let now = clock::now().0;
        let hold = async {
            // A page that is loaded again writes nothing.
            let row = org.meeting(meeting).await?;
            if row.is_some_and(|row| row.lobby_until < now.saturating_add(held_ms - HOUR_MS)) {
                org.hold_lobby(meeting, now.saturating_add(held_ms)).await?;
            }
            Ok::<_, anyhow::Error>(())
        };
        if let Err(why) = hold.await {
            tracing::warn!(error = format!("{why:#}"), "a lobby could not be held open");
        }
    }

    /// Opens the lobby until the meeting ends, since it starts.
    pub async fn open_lobby(&self, org: &Org, meeting: &MeetingId) -> Result<(), Wrong> {
        Ok(org.hold_lobby(meeting, i64::MAX).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = HOUR_MS;

    fn row(starts_at: &str, lobby_until: i64) -> MeetingRow {
        MeetingRow {
            org: "local".into(),
            id: "m".into(),
            code: "123456".to_owned(),
            title: String::new(),
            created_at: 0,
            ended_at: None,
            starts_at: start_of(&Plan { starts_at: starts_at.to_owned(), ..Plan::default() }),
            lobby_until,
            join_token: String::new(),
        }
    }

    fn at(text: &str) -> Moment {
        time::moment_of(text.parse().unwrap()).unwrap()
    }

    #[test]
    fn a_code_works_from_midnight_on_its_day() {
        let row = row("2027-04-26T14:00", 0);
        let is_open = |text: &str| is_open(&row, CodeOpens::TheDay, at(text));
        assert!(!is_open("2027-01-26T14:00"));
        assert!(!is_open("2027-04-25T23:59"));
        assert!(is_open("2027-04-26T00:00"));
        assert!(is_open("2027-04-26T14:30"));
        assert!(is_open("2027-04-27T08:00"), "until it ends");
    }

    #[test]
    fn a_code_may_work_from_some_hours_before_the_start() {
        let row = row("2027-04-26T14:00", 0);
        let is_open = |text: &str| is_open(&row, CodeOpens::HoursBefore(2), at(text));
        assert!(!is_open("2027-04-26T11:59"));
        assert!(is_open("2027-04-26T12:00"));
    }

    #[test]
    fn a_lobby_that_is_held_open_needs_no_day() {
        let now = at("2027-04-26T14:00");
        for starts_at in ["", "2027-09-01T08:00", "en gang"] {
            assert!(!is_open(&row(starts_at, 0), CodeOpens::TheDay, now));
            assert!(is_open(&row(starts_at, now.0 + HOUR), CodeOpens::TheDay, now));
            assert!(!is_open(&row(starts_at, now.0), CodeOpens::TheDay, now));
            assert!(!is_open(&row(starts_at, 0), CodeOpens::HoursBefore(24), now));
        }
    }
}
