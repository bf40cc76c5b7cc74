//! When what was given ends by itself: one table, asked at the door.
//!
//! **Invariant `ends-with-the-meeting`:** a role in a meeting opens nothing once its time after the
//! end is over. When a meeting ends is not known when a role is given, so it is worked out each time
//! somebody comes, and each time a stream asks again. Held by `App::keys`, which lets through only
//! what [`end_of`] has not ended.

use std::time::Duration;

use kernel::time::Moment;

use crate::door::access::AccessRole;

/// How long those who were in a meeting read what came of it.
pub const ROLE_KEPT: Duration = Duration::from_hours(30 * 24);
/// How long the projector shows a meeting that is over.
pub const WALL_KEPT: Duration = Duration::from_hours(24);

/// Returns how long a role lasts after its meeting has ended; `None` where the end of a meeting ends
/// nothing.
#[must_use]
pub fn kept(role: AccessRole) -> Option<Duration> {
    match role {
        AccessRole::Leader | AccessRole::Seat(_) | AccessRole::Claim(_) => Some(ROLE_KEPT),
        AccessRole::Wall => Some(WALL_KEPT),
        // The way in lasts as long as the code, which has a rule of its own.
        AccessRole::Join | AccessRole::Organiser => None,
    }
}

/// Returns when a role ends, in a meeting that ended at a moment. While a meeting has not ended, time
/// ends nothing.
#[must_use]
pub fn end_of(role: AccessRole, ended_at: Option<Moment>) -> Option<Moment> {
    let kept_ms = i64::try_from(kept(role)?.as_millis()).unwrap_or(i64::MAX);
    Some(Moment(ended_at?.0.saturating_add(kept_ms)))
}

#[cfg(test)]
mod tests {
    use kernel::ids::SeatId;

    use super::*;

    const DAY_MS: i64 = 24 * 60 * 60 * 1000;

    #[test]
    fn a_role_ends_so_many_days_after_its_meeting() {
        let days = [
            (AccessRole::Leader, Some(30)),
            (AccessRole::Seat(SeatId(1)), Some(30)),
            (AccessRole::Claim(1), Some(30)),
            (AccessRole::Wall, Some(1)),
            (AccessRole::Join, None),
            (AccessRole::Organiser, None),
        ];
        for (role, days) in days {
            let end = days.map(|days| Moment(1000 + days * DAY_MS));
            assert_eq!(end_of(role, Some(Moment(1000))), end, "{role:?}");
            assert_eq!(end_of(role, None), None, "{role:?}");
        }
    }
}
