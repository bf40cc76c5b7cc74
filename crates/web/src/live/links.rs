//! The links of a meeting, and those to all meetings: what they opened, and the way to take them
//! back.
//!
//! A device is counted and never described: what is kept of it is the link it came by and the day it
//! opened it.

pub mod page;

use axum::response::Response;
use kernel::ids::{MeetingId, SeatId, TokenHash};
use kernel::time::Moment;
use serde_json::json;
use store::Org;
use store::access::LinkRow;

use crate::App;
use crate::door::access::AccessRole;
use crate::door::organiser::{Organiser, OrganisersForm};
use crate::door::planner::{Planner, PlannersForm};
use crate::live::links::page::{FreshLink, LinkLine, LinkList, links_page};
use crate::shell::answer::private;
use crate::shell::failure::Wrong;
use crate::shell::fields::Fields;
use crate::shell::request::RequestHead;
use crate::shell::{chance, clock};

/// Whose links: those of a meeting, or those that open every meeting.
struct Place<'a> {
    app: &'a App,
    head: &'a RequestHead,
    org: &'a Org,
    meeting: Option<&'a MeetingId>,
}

pub async fn of_meeting(Planner { app, head, org, id, .. }: Planner) -> Result<Response, Wrong> {
    Place { app: &app, head: &head, org: &org, meeting: Some(&id) }.page(None).await
}

pub async fn of_organiser(Organiser { app, head, org }: Organiser) -> Result<Response, Wrong> {
    Place { app: &app, head: &head, org: &org, meeting: None }.page(None).await
}

/// `POST /meetings/{id}/links`: makes a link of the wanted `kind`, which is shown only now.
pub async fn make(
    PlannersForm { app, head, org, id, fields, .. }: PlannersForm,
) -> Result<Response, Wrong> {
    Place { app: &app, head: &head, org: &org, meeting: Some(&id) }.make(&fields).await
}

/// `POST /links`: makes another organiser's link.
pub async fn make_organisers(
    OrganisersForm { app, head, org, fields, .. }: OrganisersForm,
) -> Result<Response, Wrong> {
    Place { app: &app, head: &head, org: &org, meeting: None }.make(&fields).await
}

/// `POST /meetings/{id}/links/removal`: takes back a link, and its role from every device that has
/// it from there; from the one that asks only when `here` says so.
pub async fn take_back(
    PlannersForm { app, head, org, id, fields, .. }: PlannersForm,
) -> Result<Response, Wrong> {
    Place { app: &app, head: &head, org: &org, meeting: Some(&id) }.take_back(&fields).await
}

/// `POST /links/removal`: the same of an organiser's link.
pub async fn take_back_organisers(
    OrganisersForm { app, head, org, fields, .. }: OrganisersForm,
) -> Result<Response, Wrong> {
    Place { app: &app, head: &head, org: &org, meeting: None }.take_back(&fields).await
}

impl Place<'_> {
    fn address(&self) -> String {
        self.meeting.map_or("/links".to_owned(), |id| format!("/meetings/{id}/links"))
    }

    /// Returns the role of a form's `kind`, if links of this place give it.
    fn role(&self, fields: &Fields) -> Result<AccessRole, Wrong> {
        let role = AccessRole::from_key(fields.text("kind"));
        let gives = |role: &AccessRole| match role {
            AccessRole::Leader | AccessRole::Wall | AccessRole::Join | AccessRole::Seat(_) => {
                self.meeting.is_some()
            }
            AccessRole::Organiser => self.meeting.is_none(),
            AccessRole::Claim(_) => false,
        };
        role.filter(gives).ok_or(Wrong::Unreadable { field: "kind" })
    }

    async fn make(&self, fields: &Fields) -> Result<Response, Wrong> {
        let role = self.role(fields)?;
        // A seat is its owner's: whoever has a link to it reads what only the owner may.
        let letter = letter(role).ok_or(Wrong::Unreadable { field: "kind" })?;
        let token = self.new_link(role).await?;
        let address = format!("{}/{letter}/{token}", self.head.origin);
        if self.head.wants_json {
            return Ok(self.head.done(&json!({ "ok": true, "link": address }), ""));
        }
        self.page(Some(FreshLink { role, address })).await
    }

    /// Makes a link. The newest one to join is what the square to scan carries.
    async fn new_link(&self, role: AccessRole) -> Result<String, Wrong> {
        let token = chance::token()?;
        let link = role.link(&chance::token_hash(&token), self.meeting, clock::now());
        self.org.grant(vec![link]).await?;
        if let (AccessRole::Join, Some(meeting)) = (role, self.meeting) {
            self.org.put_join_token(meeting, &token).await?;
        }
        Ok(token)
    }

    /// Tells whether the square to scan carries a link.
    async fn is_square(&self, role: AccessRole, link: Option<&TokenHash>) -> Result<bool, Wrong> {
        let (AccessRole::Join, Some(link), Some(id)) = (role, link, self.meeting) else {
            return Ok(false);
        };
        let row = self.org.meeting(id).await?;
        Ok(row.is_some_and(|row| chance::token_hash(&row.join_token) == *link))
    }

    async fn take_back(&self, fields: &Fields) -> Result<Response, Wrong> {
        let role = self.role(fields)?;
        let link = Some(fields.text("link")).filter(|link| !link.is_empty()).map(TokenHash::from);
        if link.is_none() && matches!(role, AccessRole::Seat(_)) {
            // Those who came by the code have seats of their own, and are put out one by one.
            return Err(Wrong::Unreadable { field: "link" });
        }
        let here = fields.maybe_flag("here")?.unwrap_or_default();
        let but = self.head.device.token_hash.as_ref().filter(|_| !here);
        let is_square = self.is_square(role, link.as_ref()).await?;
        self.org.revoke_link(self.meeting, &role.key(), link.as_ref(), but).await?;
        if is_square {
            // The room still has to be shown a way in.
            self.new_link(role).await?;
        }
        let back = if here { "/".to_owned() } else { format!("{}?done=1", self.address()) };
        Ok(self.head.done(&json!({ "ok": true, "go": back }), &back))
    }

    async fn page(&self, fresh: Option<FreshLink>) -> Result<Response, Wrong> {
        let viewer = self.head.device.token_hash.as_ref().ok_or(Wrong::Missing)?;
        let rows = self.org.links(self.meeting, viewer).await?;
        let (mut lines, mut by_code) = (vec![], 0);
        for row in rows {
            match AccessRole::from_key(&row.role) {
                Some(AccessRole::Seat(_)) if row.link.is_none() => by_code += row.devices,
                None | Some(AccessRole::Claim(_)) => (),
                Some(role) => lines.push(self.line(role, row).await?),
            }
        }
        let row = match self.meeting {
            Some(id) => self.org.meeting(id).await?,
            None => None,
        };
        let mut frame = self.head.frame(&self.app.shell);
        if let Some(row) = &row {
            frame.meeting = row.id.as_str();
            frame.code = &row.code;
        }
        let address = self.address();
        frame.path = &address;
        let list = LinkList {
            title: row.as_ref().map(|row| row.title.clone()),
            ended_at: row.as_ref().and_then(|row| row.ended_at).map(Moment),
            address: address.clone(),
            lines,
            by_code,
            fresh,
            is_done: self.head.query("done").is_some(),
        };
        Ok(private(&links_page(&frame, &list)))
    }

    async fn line(&self, role: AccessRole, row: LinkRow) -> Result<LinkLine, Wrong> {
        let name = match (role, self.meeting) {
            (AccessRole::Seat(seat), Some(meeting)) => self.name(meeting, seat).await?,
            _ => String::new(),
        };
        Ok(LinkLine {
            role,
            name,
            link: row.link,
            made_at: row.made_at.map(Moment),
            devices: row.devices,
            opened_at: row.opened_at.map(Moment),
            is_by_viewer: row.is_by_viewer,
        })
    }

    async fn name(&self, meeting: &MeetingId, seat: SeatId) -> Result<String, Wrong> {
        let room = self.app.rooms.room(self.org, meeting).await?;
        Ok(room.read(|at| at.state.name(seat).to_owned()))
    }
}

/// Returns what the address of a new link begins with. A seat's link is made with the seat alone.
fn letter(role: AccessRole) -> Option<&'static str> {
    match role {
        AccessRole::Leader => Some("l"),
        AccessRole::Wall => Some("w"),
        AccessRole::Join => Some("j"),
        AccessRole::Organiser => Some("o"),
        AccessRole::Seat(_) | AccessRole::Claim(_) => None,
    }
}
