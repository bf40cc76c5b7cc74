//! Who may open what. A token itself is never stored, only its SHA-256 in hex, which the caller makes.

use kernel::ids::{MeetingId, OrgId, TokenHash};

use crate::db::{Tx, Value, values};
use crate::rows::{self, Statement};
use crate::{Org, Result, Store};

/// A row that is there already stays as it is, so that granting twice is harmless.
const ADD: Statement = Statement {
    head: "insert into access \
        (token_hash, org, meeting, role, subject, created_at, expires_at, link) values",
    columns: 8,
    tail: "on conflict (token_hash, org, meeting, role) do nothing",
};
const OF_TOKEN: &str = "select a.token_hash, a.org, a.meeting, a.role, a.subject, a.created_at, \
    a.expires_at, a.link, m.ended_at from access a \
    left join meeting m on m.org = a.org and m.id = a.meeting \
    where a.token_hash = $1 order by a.org, a.meeting, a.role";
const COPY: &str = "insert into access \
    (token_hash, org, meeting, role, subject, created_at, expires_at, link) \
    select $2, org, meeting, role, subject, created_at, expires_at, link from access \
    where token_hash = $1 on conflict (token_hash, org, meeting, role) do nothing";
const RENEW: &str = "insert into renewal (token_hash, device) \
    select $2, coalesce((select device from renewal where token_hash = $1), $1) \
    where exists (select 1 from access where token_hash = $1) on conflict (token_hash) do nothing";
const OPEN: &str = "insert into access \
    (token_hash, org, meeting, role, subject, created_at, expires_at, link) \
    select $2, org, meeting, role, subject, $3, expires_at, link from access \
    where token_hash = $1 and org = $4 and meeting = $5 and role = $6 \
    on conflict (token_hash, org, meeting, role) \
    do update set created_at = excluded.created_at, link = excluded.link";
const CALL_LINK: &str = "update access set link = token_hash where token_hash = $1 and org = $2";
const LINKS: &str = "select a.role, a.subject, a.link, \
    min(case when a.token_hash = a.link then a.created_at end) as made_at, \
    count(distinct case when a.token_hash <> a.link \
        then coalesce(r.device, a.token_hash) end) as devices, \
    max(case when a.token_hash <> a.link then a.created_at end) as opened_at, \
    count(case when a.token_hash = $3 and a.token_hash <> a.link then 1 end) as by_viewer \
    from access a left join renewal r on r.token_hash = a.token_hash \
    where a.org = $1 and a.meeting = $2 group by a.role, a.subject, a.link \
    order by a.role, made_at, a.link";
const REVOKE: &str = "delete from access where token_hash = $1 \
    or token_hash = (select device from renewal where token_hash = $1) \
    or token_hash in (select token_hash from renewal where device = \
        coalesce((select device from renewal where token_hash = $1), $1))";
const FORGET_RENEWALS: &str = "delete from renewal where device = \
    coalesce((select device from renewal where token_hash = $1), $1)";
const REVOKE_IN: &str = "delete from access where token_hash = $1 and org = $2 and meeting = $3";
const REVOKE_LINK: &str = "delete from access \
    where org = $1 and meeting = $2 and role = $3 and link = $4 \
    and (token_hash = link or token_hash <> $5)";
const REVOKE_ROLE: &str =
    "delete from access where org = $1 and meeting = $2 and role = $3 and subject = $4";

/// One token opens one meeting, or the organisation itself, in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub token: TokenHash,
    /// `None` is the organisation itself.
    pub meeting: Option<MeetingId>,
    pub role: String,
    /// Whom the token stands for.
    pub subject: String,
    pub created_at: i64,
    /// Grants are returned past this moment too; the caller has the clock.
    pub expires_at: Option<i64>,
    /// The link that the role was opened from; a link names itself. `None` where no link was opened,
    /// and for all that was granted before links were remembered.
    pub link: Option<TokenHash>,
}

/// A grant with what may end it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantRow {
    pub org: OrgId,
    pub grant: Grant,
    /// When the meeting of the grant ended.
    pub meeting_ended_at: Option<i64>,
}

/// A link, or what is left of one, with the devices that have its role from it. The line without a
/// link counts the tokens that have a role and do not say from where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    pub role: String,
    pub subject: String,
    pub link: Option<TokenHash>,
    /// `None` when the link itself has been taken back, and for the line without a link.
    pub made_at: Option<i64>,
    pub devices: i64,
    /// When a device opened it last.
    pub opened_at: Option<i64>,
    /// The token that asks has its role from it.
    pub is_by_viewer: bool,
}

impl Grant {
    pub(crate) fn texts(&self) -> [&str; 4] {
        [self.token.as_str(), meeting_key(self.meeting.as_ref()), &self.role, &self.subject]
    }
}

fn link_key(link: Option<&TokenHash>) -> &str {
    link.map(TokenHash::as_str).unwrap_or_default()
}

fn link_of(key: String) -> Option<TokenHash> {
    Some(key).filter(|key| !key.is_empty()).map(TokenHash::from)
}

/// A key cannot be null in PostgreSQL, so the organisation itself is the empty meeting.
fn meeting_key(meeting: Option<&MeetingId>) -> &str {
    meeting.map(MeetingId::as_str).unwrap_or_default()
}

#[derive(sqlx::FromRow)]
struct Stored {
    token_hash: String,
    org: String,
    meeting: String,
    role: String,
    subject: String,
    created_at: i64,
    expires_at: Option<i64>,
    link: String,
    ended_at: Option<i64>,
}

impl From<Stored> for GrantRow {
    fn from(stored: Stored) -> Self {
        let Stored { token_hash, org, meeting, role, subject, created_at, expires_at, .. } = stored;
        let meeting = Some(meeting).filter(|meeting| !meeting.is_empty()).map(MeetingId::from);
        let (token, link) = (token_hash.into(), link_of(stored.link));
        let grant = Grant { token, meeting, role, subject, created_at, expires_at, link };
        GrantRow { org: org.into(), grant, meeting_ended_at: stored.ended_at }
    }
}

#[derive(sqlx::FromRow)]
struct StoredLink {
    role: String,
    subject: String,
    link: String,
    made_at: Option<i64>,
    devices: i64,
    opened_at: Option<i64>,
    by_viewer: i64,
}

impl From<StoredLink> for LinkRow {
    fn from(stored: StoredLink) -> Self {
        let StoredLink { role, subject, link, made_at, devices, opened_at, by_viewer } = stored;
        let (link, is_by_viewer) = (link_of(link), by_viewer > 0);
        LinkRow { role, subject, link, made_at, devices, opened_at, is_by_viewer }
    }
}

impl Store {
    /// Everything a token opens in any organisation, expired or not.
    pub async fn access(&self, token: &TokenHash) -> Result<Vec<GrantRow>> {
        let stored = self.db.rows::<Stored>(OF_TOKEN, values![token]).await?;
        Ok(stored.into_iter().map(Into::into).collect())
    }

    /// Gives a new token of a device everything that its token until now has.
    pub async fn renew(&self, token: &TokenHash, fresh: &TokenHash) -> Result<()> {
        let mut tx = self.db.begin().await?;
        tx.execute(COPY, values![token, fresh]).await?;
        tx.execute(RENEW, values![token, fresh]).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Takes everything from a token, and from every other that its device has had.
    pub async fn sign_out(&self, token: &TokenHash) -> Result<()> {
        let mut tx = self.db.begin().await?;
        tx.execute(REVOKE, values![token]).await?;
        tx.execute(FORGET_RENEWALS, values![token]).await?;
        tx.commit().await?;
        Ok(())
    }
}

impl Org {
    /// Grants on its own. In a meeting, send grants with the facts in an append instead, which shares its commit.
    pub async fn grant(&self, grants: Vec<Grant>) -> Result<()> {
        let mut tx = self.db().begin().await?;
        let grants: Vec<_> = grants.iter().map(|grant| (&self.id, grant)).collect();
        add(&mut tx, &grants).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Gives a device the role of a link, and remembers which. Returns whether the link opens it: it
    /// may have been taken back a moment ago.
    pub async fn open_link(
        &self,
        link: &TokenHash,
        (meeting, role): (Option<&MeetingId>, &str),
        device: &TokenHash,
        at: i64,
    ) -> Result<bool> {
        let values = values![link, device, at, &self.id, meeting_key(meeting), role];
        Ok(self.db().execute(OPEN, values).await? > 0)
    }

    /// Says of a token that it is a link.
    pub async fn call_link(&self, token: &TokenHash) -> Result<()> {
        self.db().execute(CALL_LINK, values![token, &self.id]).await?;
        Ok(())
    }

    /// The links of a meeting, or of the organisation itself, with their devices. `viewer` is the
    /// token that asks.
    pub async fn links(
        &self,
        meeting: Option<&MeetingId>,
        viewer: &TokenHash,
    ) -> Result<Vec<LinkRow>> {
        let values = values![&self.id, meeting_key(meeting), viewer];
        let stored = self.db().rows::<StoredLink>(LINKS, values).await?;
        Ok(stored.into_iter().map(Into::into).collect())
    }

    /// Takes back a link, and its role from the devices that opened it, but for the one that is
    /// named. Without a link: from all that have the role and do not say from where.
    pub async fn revoke_link(
        &self,
        meeting: Option<&MeetingId>,
        role: &str,
        link: Option<&TokenHash>,
        but: Option<&TokenHash>,
    ) -> Result<()> {
        let (meeting, link, but) = (meeting_key(meeting), link_key(link), link_key(but));
        self.db().execute(REVOKE_LINK, values![&self.id, meeting, role, link, but]).await?;
        Ok(())
    }

    /// Takes a token from one meeting.
    pub async fn revoke(&self, token: &TokenHash, meeting: &MeetingId) -> Result<()> {
        self.db().execute(REVOKE_IN, values![token, &self.id, meeting]).await?;
        Ok(())
    }

    /// Takes a role from someone, whichever tokens they hold it by.
    pub async fn revoke_role(
        &self,
        meeting: Option<&MeetingId>,
        role: &str,
        subject: &str,
    ) -> Result<()> {
        let place = values![&self.id, meeting_key(meeting), role, subject];
        self.db().execute(REVOKE_ROLE, place).await?;
        Ok(())
    }
}

pub(crate) async fn add(tx: &mut Tx, granted: &[(&OrgId, &Grant)]) -> Result<(), sqlx::Error> {
    let mut values: Vec<Value<'_>> = vec![];
    for (org, grant) in granted.iter().copied() {
        let [token, meeting, role, subject] = grant.texts();
        values.extend(values![token, org, meeting, role, subject, grant.created_at]);
        values.push(grant.expires_at.into());
        values.push(link_key(grant.link.as_ref()).into());
    }
    rows::write(tx, ADD, &values).await.map(|_| ())
}
