//! The only door: what a device may open.
//!
//! A device carries one cookie of 256 random bits, of which only the SHA-256 is stored. Links are
//! tokens of the same kind; opening one copies its role to the device. `Authorization: Bearer`
//! takes a token directly.

use axum::http::HeaderValue;
use kernel::ids::{MeetingId, OrgId, SeatId, TokenHash};
use kernel::time::Moment;
use store::Org;
use store::access::{Grant, GrantRow};
use store::meetings::MeetingRow;

use crate::App;
use crate::door::ends::end_of;
use crate::shell::clock;
use crate::shell::device::Device;
use crate::shell::failure::Wrong;
use crate::shell::request::RequestHead;

/// The organisation of a server that serves one. Everything else is told by a code or a token.
const ORG: &str = "local";

/// What a token opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessRole {
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

impl AccessRole {
    /// Returns the role as stored. Seats and claims carry their number, since a device may hold
    /// several and a role is a part of the row's key.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            AccessRole::Leader => "leader".to_owned(),
            AccessRole::Wall => "wall".to_owned(),
            AccessRole::Seat(seat) => format!("seat-{}", seat.0),
            AccessRole::Claim(claim) => format!("claim-{claim}"),
            AccessRole::Organiser => "organiser".to_owned(),
            AccessRole::Join => "join".to_owned(),
        }
    }

    /// Returns the role that is stored under a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<AccessRole> {
        match key {
            "leader" => Some(AccessRole::Leader),
            "wall" => Some(AccessRole::Wall),
            "organiser" => Some(AccessRole::Organiser),
            "join" => Some(AccessRole::Join),
            _ => match key.split_once('-')? {
                ("seat", number) => Some(AccessRole::Seat(SeatId(number.parse().ok()?))),
                ("claim", number) => Some(AccessRole::Claim(number.parse().ok()?)),
                _ => None,
            },
        }
    }

    /// Returns what gives this role to a token.
    #[must_use]
    pub fn grant(self, token: &TokenHash, meeting: Option<&MeetingId>, now: Moment) -> Grant {
        let subject = match self {
            AccessRole::Seat(seat) => seat.0.to_string(),
            AccessRole::Claim(claim) => claim.to_string(),
            AccessRole::Leader | AccessRole::Wall | AccessRole::Organiser | AccessRole::Join => {
                String::new()
            }
        };
        Grant {
            token: token.clone(),
            meeting: meeting.cloned(),
            role: self.key(),
            subject,
            created_at: now.0,
            expires_at: None,
            link: None,
        }
    }

    /// Returns a link: what gives this role to whoever opens it.
    #[must_use]
    pub fn link(self, token: &TokenHash, meeting: Option<&MeetingId>, now: Moment) -> Grant {
        Grant { link: Some(token.clone()), ..self.grant(token, meeting, now) }
    }
}

/// One thing a token opens: a meeting of an organisation, or the organisation itself.
#[derive(Clone, Debug)]
pub struct Key {
    pub org: OrgId,
    pub meeting: Option<MeetingId>,
    pub role: AccessRole,
}

impl Key {
    /// Tells whether it opens the meeting, if that is one of its organisation. The right to join is
    /// no role in it yet.
    fn may_open(&self, meeting: &MeetingId) -> bool {
        match &self.meeting {
            Some(opens) => opens == meeting && self.role != AccessRole::Join,
            None => self.role == AccessRole::Organiser,
        }
    }
}

impl App {
    /// Returns the rows of the organisation of a server that serves one: for its first links, which
    /// come before any code or token.
    #[must_use]
    pub fn own_org(&self) -> Org {
        self.store.org(&OrgId::from(ORG))
    }

    /// Returns a new token for a device that is about to gain a role, with all that the device has
    /// already, and its cookie. A token that somebody else put into the browser, or read there,
    /// opens nothing of what comes now. A program keeps its own token, but not one that was only
    /// the way in: that is everybody's who has seen the QR code.
    pub async fn renewed(
        &self,
        head: &RequestHead,
    ) -> Result<(TokenHash, Option<HeaderValue>), Wrong> {
        let (fresh, cookie) = head.new_device()?;
        let Some(old) = &head.device.token_hash else { return Ok((fresh, Some(cookie))) };
        if head.device.by_bearer {
            let keys = self.keys(&head.device).await?;
            let is_own = !keys.is_empty() && keys.iter().all(|key| key.role != AccessRole::Join);
            return Ok(if is_own { (old.clone(), None) } else { (fresh, Some(cookie)) });
        }
        self.store.renew(old, &fresh).await?;
        Ok((fresh, Some(cookie)))
    }

    /// Returns everything a device may open now.
    pub async fn keys(&self, device: &Device) -> Result<Vec<Key>, Wrong> {
        let Some(token) = &device.token_hash else { return Ok(vec![]) };
        let now = clock::now();
        let mut keys = vec![];
        for GrantRow { org, grant, meeting_ended_at } in self.store.access(token).await? {
            let Grant { meeting, role, expires_at, .. } = grant;
            let Some(role) = AccessRole::from_key(&role) else { continue };
            let end = end_of(role, meeting_ended_at.map(Moment));
            let mut ends = expires_at.map(Moment).into_iter().chain(end);
            if ends.all(|end| now < end) {
                keys.push(Key { org, meeting, role });
            }
        }
        Ok(keys)
    }

    /// Returns the roles of a device in a meeting of an organisation.
    pub async fn roles(
        &self,
        device: &Device,
        org: &OrgId,
        meeting: &MeetingId,
    ) -> Result<Vec<AccessRole>, Wrong> {
        let keys = self.keys(device).await?.into_iter();
        let here = keys.filter(|key| key.org == *org && key.may_open(meeting));
        Ok(here.map(|key| key.role).collect())
    }

    /// Returns a meeting with the rows of its organisation and the roles of a device in it;
    /// `Missing` when it has none. Where an address names a meeting, the device's own keys say whose
    /// it is.
    pub async fn let_in(&self, device: &Device, meeting: &MeetingId) -> Result<LetIn, Wrong> {
        let mut keys = self.keys(device).await?;
        keys.retain(|key| key.may_open(meeting));
        while let Some(org) = keys.first().map(|key| key.org.clone()) {
            let (here, elsewhere): (Vec<Key>, _) = keys.into_iter().partition(|it| it.org == org);
            let org = self.store.org(&org);
            if let Some(row) = org.meeting(meeting).await? {
                let roles = here.into_iter().map(|key| key.role).collect();
                return Ok(LetIn { org, row, roles });
            }
            keys = elsewhere;
        }
        Err(Wrong::Missing)
    }

    /// Returns the organisation that a device plans and leads every meeting of.
    pub async fn organised_by(&self, device: &Device) -> Result<Option<Org>, Wrong> {
        let mut keys = self.keys(device).await?.into_iter();
        let own = keys.find(|key| key.role == AccessRole::Organiser && key.meeting.is_none());
        Ok(own.map(|key| self.store.org(&key.org)))
    }
}

/// What a device comes to when the address names a meeting that is its own in some role.
pub struct LetIn {
    pub org: Org,
    pub row: MeetingRow,
    pub roles: Vec<AccessRole>,
}
