//! The only door: what a device may open.
//!
//! A device carries one cookie of 256 random bits, of which only the SHA-256 is stored. Links are
//! tokens of the same kind; opening one copies its role to the device. `Authorization: Bearer`
//! takes a token directly.
//!
//! **Invariant `access-first`:** what is not yours is answered as if it did not exist.
//! Held by [`App::enter`], which every route of a meeting goes through.

use axum::http::{HeaderMap, header};
use kernel::ids::SeatId;
use kernel::limits::SEATS_PER_DEVICE_MAX;
use kernel::time::Moment;
use meeting::state::{Lead, State};
use store::access::AccessRow;

use crate::App;
use crate::rooms::Room;
use crate::wrong::Wrong;
use crate::{chance, clock};

/// The organisation of a server that serves one.
pub const ORG: &str = "local";
pub const DEVICE_COOKIE: &str = "sl_device";

/// What a token opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Leader,
    Wall,
    Seat(SeatId),
    /// Says that a seat is its own; acts as it once the leader has agreed.
    Claim(u32),
    /// Plans and leads every meeting of the organisation.
    Organiser,
    /// May join: the QR code.
    Join,
}

impl Role {
    /// Returns the role as stored. Seats and claims carry their number, since a device may hold
    /// several and a role is a part of the row's key.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Role::Leader => "leader".to_owned(),
            Role::Wall => "wall".to_owned(),
            Role::Seat(seat) => format!("seat-{}", seat.0),
            Role::Claim(claim) => format!("claim-{claim}"),
            Role::Organiser => "organiser".to_owned(),
            Role::Join => "join".to_owned(),
        }
    }

    fn from_key(key: &str) -> Option<Role> {
        match key {
            "leader" => Some(Role::Leader),
            "wall" => Some(Role::Wall),
            "organiser" => Some(Role::Organiser),
            "join" => Some(Role::Join),
            _ => match key.split_once('-')? {
                ("seat", number) => Some(Role::Seat(SeatId(number.parse().ok()?))),
                ("claim", number) => Some(Role::Claim(number.parse().ok()?)),
                _ => None,
            },
        }
    }

    /// Returns the row that gives this role to a token.
    #[must_use]
    pub fn row(self, token_hash: &str, meeting: Option<&str>, now: Moment) -> AccessRow {
        let subject = match self {
            Role::Seat(seat) => seat.0.to_string(),
            Role::Claim(claim) => claim.to_string(),
            Role::Leader | Role::Wall | Role::Organiser | Role::Join => String::new(),
        };
        AccessRow {
            token_hash: token_hash.to_owned(),
            org: ORG.to_owned(),
            meeting: meeting.map(str::to_owned),
            role: self.key(),
            subject,
            created_at: now.0,
            expires_at: None,
        }
    }
}

/// One thing a token opens: a meeting, or the organisation itself.
#[derive(Clone, Debug)]
pub struct Key {
    pub meeting: Option<String>,
    pub role: Role,
}

/// Who asks, before anything is known of them.
#[derive(Clone, Debug, Default)]
pub struct Device {
    pub token_hash: Option<String>,
    /// The token came in a header that no other site can send.
    pub by_bearer: bool,
}

impl Device {
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Device {
        let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        if let Some(token) = bearer.and_then(|value| value.strip_prefix("Bearer ")) {
            return Device { token_hash: Some(chance::hash(token.trim())), by_bearer: true };
        }
        let token = cookie(headers, DEVICE_COOKIE).filter(|token| !token.is_empty());
        Device { token_hash: token.map(chance::hash), by_bearer: false }
    }
}

/// Returns a cookie of a request.
#[must_use]
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
    pairs.find(|(is, _)| is.trim() == name).map(|(_, value)| value.trim())
}

/// A device that has come into a meeting.
pub struct Entry {
    pub room: Room,
    pub roles: Vec<Role>,
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
        self.roles.iter().any(|role| matches!(role, Role::Leader | Role::Organiser))
    }

    #[must_use]
    pub fn may_see_wall(&self) -> bool {
        self.roles.contains(&Role::Wall) || self.leads()
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

    #[must_use]
    pub fn may_take_another_seat(&self) -> bool {
        self.seats().len() < SEATS_PER_DEVICE_MAX
    }

    /// Returns the claim of the device that was made last.
    #[must_use]
    pub fn claim(&self) -> Option<u32> {
        let claims = self.roles.iter().filter_map(|role| match role {
            Role::Claim(claim) => Some(*claim),
            Role::Leader | Role::Wall | Role::Seat(_) | Role::Organiser | Role::Join => None,
        });
        claims.max()
    }
}

fn seat_of(role: Role, state: &State) -> Option<SeatId> {
    match role {
        Role::Seat(seat) => state.seats.contains_key(&seat).then_some(seat),
        Role::Claim(claim) => {
            let claim = state.claims.get(&claim)?;
            (claim.granted == Some(true)).then_some(claim.seat)
        }
        Role::Leader | Role::Wall | Role::Organiser | Role::Join => None,
    }
}

impl App {
    /// Returns everything a device may open now.
    pub async fn keys(&self, device: &Device) -> Result<Vec<Key>, Wrong> {
        let Some(token_hash) = &device.token_hash else { return Ok(vec![]) };
        let rows = self.store.access(token_hash).await?;
        let now = clock::now();
        let open = rows.into_iter().filter(|row| {
            row.org == ORG && row.expires_at.is_none_or(|expires_at| expires_at > now.0)
        });
        let keys = open
            .filter_map(|row| Some(Key { role: Role::from_key(&row.role)?, meeting: row.meeting }));
        Ok(keys.collect())
    }

    /// Returns what a device may do in a meeting; `Missing` when that is nothing.
    pub async fn enter(&self, device: &Device, meeting: &str) -> Result<Entry, Wrong> {
        let roles = self.roles(device, meeting).await?;
        if roles.is_empty() {
            return Err(Wrong::Missing);
        }
        let room = self.rooms.room(meeting).await?;
        Ok(Entry { room, roles })
    }

    /// Returns the roles of a device in a meeting. The right to join is no role in it yet.
    pub async fn roles(&self, device: &Device, meeting: &str) -> Result<Vec<Role>, Wrong> {
        let keys = self.keys(device).await?;
        let here = keys.into_iter().filter(|key| match &key.meeting {
            Some(opens) => opens == meeting && key.role != Role::Join,
            None => key.role == Role::Organiser,
        });
        Ok(here.map(|key| key.role).collect())
    }

    pub async fn is_organiser(&self, device: &Device) -> Result<bool, Wrong> {
        let keys = self.keys(device).await?;
        Ok(keys.iter().any(|key| key.role == Role::Organiser && key.meeting.is_none()))
    }
}
