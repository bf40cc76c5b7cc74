//! The only door: what a device may open.
//!
//! A device carries one cookie of 256 random bits, of which only the SHA-256 is stored. Links are
//! tokens of the same kind; opening one copies its role to the device. `Authorization: Bearer`
//! takes a token directly.

use kernel::ids::SeatId;
use kernel::time::Moment;
use store::access::AccessRow;

use crate::App;
use crate::shell::clock;
use crate::shell::device::Device;
use crate::shell::failure::Wrong;

/// The organisation of a server that serves one.
pub const ORG: &str = "local";

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
