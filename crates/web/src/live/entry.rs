//! A device that has come into a meeting, and what it may do there.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::ids::{MeetingId, SeatId};
use kernel::limits::SEATS_PER_DEVICE_MAX;
use meeting::state::{Lead, State};

use crate::App;
use crate::door::access::{AccessRole, LetIn};
use crate::door::planner::meeting_in_path;
use crate::door::who::{Proof, Who};
use crate::live::rooms::Room;
use crate::shell::device::Device;
use crate::shell::failure::Wrong;
use crate::shell::frame::Frame;
use crate::shell::request::RequestHead;

/// A device that has come into a meeting.
pub struct Entry {
    pub room: Room,
    pub roles: Vec<AccessRole>,
}

impl Entry {
    /// Tells whether the device leads now: its own link, the organiser's, or a deputy's seat.
    #[must_use]
    pub fn leads(&self) -> bool {
        self.is_leader() || {
            let seats = self.seats();
            self.room.read(|at| match at.state.lead {
                Lead::Deputy(seat) => seats.contains(&seat),
                Lead::Leader => false,
            })
        }
    }

    /// Tells whether the device is the leader's own.
    #[must_use]
    pub fn is_leader(&self) -> bool {
        self.roles.iter().any(|role| matches!(role, AccessRole::Leader | AccessRole::Organiser))
    }

    #[must_use]
    pub fn may_see_wall(&self) -> bool {
        self.roles.contains(&AccessRole::Wall) || self.leads()
    }

    /// Returns the seats that the device acts as, the first one first.
    #[must_use]
    pub fn seats(&self) -> Vec<SeatId> {
        self.room.read(|at| {
            let mut seats = vec![];
            for role in &self.roles {
                let seat = seat_of(*role, at.state);
                if let Some(seat) = seat.filter(|seat| !seats.contains(seat)) {
                    seats.push(seat);
                }
            }
            seats.sort_unstable();
            seats
        })
    }

    /// Returns the seat that is asked for, or the first one when none is.
    #[must_use]
    pub fn seat(&self, wanted: Option<SeatId>) -> Option<SeatId> {
        let seats = self.seats();
        match wanted {
            Some(wanted) => seats.contains(&wanted).then_some(wanted),
            None => seats.first().copied(),
        }
    }

    /// Returns the seats with the names that stand on them.
    #[must_use]
    pub fn named_seats(&self) -> Vec<(SeatId, String)> {
        let seats = self.seats();
        self.room.read(|at| {
            seats.into_iter().map(|seat| (seat, at.state.name(seat).to_owned())).collect()
        })
    }

    /// Tells whether the device had a seat that the leader has put out.
    #[must_use]
    pub fn was_put_out(&self) -> bool {
        self.room.read(|at| {
            let mut seats = self.roles.iter().filter_map(|role| match role {
                AccessRole::Seat(seat) => at.state.seats.get(seat),
                AccessRole::Claim(claim) => {
                    at.state.claims.get(claim).and_then(|it| at.state.seats.get(&it.seat))
                }
                AccessRole::Leader
                | AccessRole::Wall
                | AccessRole::Organiser
                | AccessRole::Join => None,
            });
            seats.any(|seat| seat.is_out)
        })
    }

    #[must_use]
    pub fn may_take_another_seat(&self) -> bool {
        self.seats().len() < SEATS_PER_DEVICE_MAX
    }

    /// Returns the claim of the device that was made last.
    #[must_use]
    pub fn claim(&self) -> Option<u32> {
        let claims = self.roles.iter().filter_map(|role| match role {
            AccessRole::Claim(claim) => Some(*claim),
            AccessRole::Leader
            | AccessRole::Wall
            | AccessRole::Seat(_)
            | AccessRole::Organiser
            | AccessRole::Join => None,
        });
        claims.max()
    }
}

fn seat_of(role: AccessRole, state: &State) -> Option<SeatId> {
    match role {
        AccessRole::Seat(seat) => is_open(state, seat).then_some(seat),
        AccessRole::Claim(claim) => {
            let claim = state.claims.get(&claim)?;
            (claim.granted == Some(true) && is_open(state, claim.seat)).then_some(claim.seat)
        }
        AccessRole::Leader | AccessRole::Wall | AccessRole::Organiser | AccessRole::Join => None,
    }
}

/// Tells whether a seat opens anything: one whose owner was put out does not.
fn is_open(state: &State, seat: SeatId) -> bool {
    state.seats.get(&seat).is_some_and(|it| !it.is_out)
}

impl App {
    /// Returns what a device may do in a meeting; `Missing` when that is nothing.
    pub async fn enter(&self, device: &Device, meeting: &MeetingId) -> Result<Entry, Wrong> {
        let LetIn { org, roles, .. } = self.let_in(device, meeting).await?;
        let room = self.rooms.room(&org, meeting).await?;
        Ok(Entry { room, roles })
    }
}

impl RequestHead {
    /// Returns the frame of a page in a meeting.
    #[must_use]
    pub fn frame_in<'a>(&'a self, app: &'a App, entry: &'a Entry) -> Frame<'a> {
        let (own, seq) =
            entry.room.read(|at| (at.state.plan.as_ref().map(|plan| plan.lang), at.seq));
        Frame {
            lang: self.lang(own),
            meeting: entry.room.id().as_str(),
            code: entry.room.code(),
            join_token: entry.room.join_token(),
            seq,
            seats: entry.named_seats(),
            leads: entry.leads(),
            plans: entry.is_leader(),
            ..self.frame(&app.shell)
        }
    }
}

/// A request by somebody who has come into the meeting in the path by a right.
pub struct In<R> {
    pub app: App,
    pub head: RequestHead,
    pub entry: Entry,
    pub right: R,
}

/// What lets a device in, read from its entry.
pub trait Right: Sized {
    const WHO: Who;

    fn of(entry: &Entry, head: &RequestHead) -> Option<Self>;
}

/// Leads the meeting now.
pub struct Leading;

/// Acts as the seat that the address names, or as the device's first.
pub struct AtSeat(pub SeatId);

/// Sees the wall.
pub struct Watching;

/// Has said that a seat is theirs.
pub struct Claiming(pub u32);

/// Has a seat, or leads.
pub struct SeatedOrLeading;

/// Sees the meeting, from a seat or the wall or as its leader.
pub struct Viewing;

/// Has any role in the meeting.
pub struct AnyRole;

impl Right for Leading {
    const WHO: Who = Who::Leader;

    fn of(entry: &Entry, _: &RequestHead) -> Option<Leading> {
        entry.leads().then_some(Leading)
    }
}

impl Right for AtSeat {
    const WHO: Who = Who::Seat;

    fn of(entry: &Entry, head: &RequestHead) -> Option<AtSeat> {
        entry.seat(head.seat).map(AtSeat)
    }
}

impl Right for Watching {
    const WHO: Who = Who::Wall;

    fn of(entry: &Entry, _: &RequestHead) -> Option<Watching> {
        entry.may_see_wall().then_some(Watching)
    }
}

impl Right for Claiming {
    const WHO: Who = Who::Claim;

    fn of(entry: &Entry, _: &RequestHead) -> Option<Claiming> {
        entry.claim().map(Claiming)
    }
}

impl Right for SeatedOrLeading {
    const WHO: Who = Who::SeatOrLeader;

    fn of(entry: &Entry, _: &RequestHead) -> Option<SeatedOrLeading> {
        (entry.leads() || !entry.seats().is_empty()).then_some(SeatedOrLeading)
    }
}

impl Right for Viewing {
    const WHO: Who = Who::Viewer;

    fn of(entry: &Entry, _: &RequestHead) -> Option<Viewing> {
        (entry.may_see_wall() || !entry.seats().is_empty()).then_some(Viewing)
    }
}

impl Right for AnyRole {
    const WHO: Who = Who::AnyRole;

    fn of(_: &Entry, _: &RequestHead) -> Option<AnyRole> {
        Some(AnyRole)
    }
}

impl<R: Right> Proof for In<R> {
    const WHO: Who = R::WHO;
}

impl<R: Right> FromRequestParts<App> for In<R> {
    type Rejection = Wrong;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<In<R>, Wrong> {
        let id = meeting_in_path(parts, app).await?;
        let head = RequestHead::of(&app.shell, &parts.headers, &parts.uri);
        let entry = app.enter(&head.device, &id).await?;
        let right = R::of(&entry, &head).ok_or(Wrong::Missing)?;
        Ok(In { app: app.clone(), head, entry, right })
    }
}
