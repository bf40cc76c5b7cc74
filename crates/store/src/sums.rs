//! Whether the facts are what was stored.
//!
//! A bit that turns on a disk changes a word in a sound row, and neither engine tells. So each fact is stored with a sum of all that it is.
//!
//! **Invariant `as-stored`:** a fact that is read is the fact that was written, in its place, or it is not read at all.
//! Held by [`refuse_damaged`], where a log is read, and looked for in all of them by [`Store::damage`].

use std::fmt;

use kernel::ids::{MeetingId, OrgId};
use sha2::{Digest as _, Sha256};

use crate::db::values;
use crate::{Result, Store};

const PAGE_MAX: i64 = 500;
const PAGE: &str = "select org, meeting, seq, at, body, sum from fact \
    where (org, meeting, seq) > ($1, $2, $3) order by org, meeting, seq limit $4";
const CUT: &str = "select h.org, h.meeting, h.seq from log_head h where h.seq <> \
    (select coalesce(max(f.seq), 0) from fact f where f.org = h.org and f.meeting = h.meeting)";

/// A fact that is not what was stored, or not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    pub org: OrgId,
    pub meeting: MeetingId,
    pub seq: i64,
}

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Damaged { meeting, seq, .. } = self;
        write!(
            f,
            "fact {seq} of the meeting {meeting} is not what was stored: the disk has changed it, or somebody has, and the meeting is not shown until it is brought back from a backup"
        )
    }
}

impl std::error::Error for Damaged {}

/// A fact as it stands in its row.
#[derive(sqlx::FromRow)]
pub(crate) struct FactRow {
    pub(crate) seq: i64,
    pub(crate) at: i64,
    pub(crate) body: String,
    sum: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Placed {
    org: String,
    meeting: String,
    #[sqlx(flatten)]
    fact: FactRow,
}

/// Returns what a fact comes to. Lengths stand between the texts, so that no two facts read alike.
pub(crate) fn sum(org: &str, meeting: &str, seq: i64, at: i64, body: &str) -> i64 {
    let mut hash = Sha256::new();
    for text in [org, meeting] {
        hash.update(text.len().to_le_bytes());
        hash.update(text);
    }
    hash.update(seq.to_le_bytes());
    hash.update(at.to_le_bytes());
    hash.update(body);
    let whole = hash.finalize();
    whole.iter().take(size_of::<i64>()).fold(0, |sum, byte| (sum << 8) | i64::from(*byte))
}

/// Refuses rows that do not follow fact `after` one by one, as they were stored.
pub(crate) fn refuse_damaged(
    org: &OrgId,
    meeting: &MeetingId,
    after: i64,
    rows: &[FactRow],
) -> Result<(), Damaged> {
    for (row, seq) in rows.iter().zip(after + 1..) {
        if row.seq != seq || !row.is_as_stored(org.as_str(), meeting.as_str()) {
            return Err(Damaged { org: org.clone(), meeting: meeting.clone(), seq });
        }
    }
    Ok(())
}

impl FactRow {
    fn is_as_stored(&self, org: &str, meeting: &str) -> bool {
        let FactRow { seq, at, body, sum: stored } = self;
        stored.is_none_or(|stored| stored == sum(org, meeting, *seq, *at, body))
    }
}

impl Store {
    /// Reads every fact there is, and returns the first damaged one of each meeting.
    pub async fn damage(&self) -> Result<Vec<Damaged>> {
        let mut damaged: Vec<Damaged> = vec![];
        let (mut org, mut meeting, mut seq) = (String::new(), String::new(), 0);
        loop {
            let from = values![&org, &meeting, seq, PAGE_MAX];
            let page: Vec<Placed> = self.db.rows(PAGE, from).await?;
            let is_last = i64::try_from(page.len()).is_ok_and(|rows| rows < PAGE_MAX);
            for Placed { org: its_org, meeting: its_meeting, fact } in page {
                if (&its_org, &its_meeting) != (&org, &meeting) {
                    (org, meeting, seq) = (its_org, its_meeting, 0);
                }
                let is_told = damaged.last().is_some_and(|damaged| {
                    damaged.org.as_str() == org && damaged.meeting.as_str() == meeting
                });
                if !is_told && (fact.seq != seq + 1 || !fact.is_as_stored(&org, &meeting)) {
                    let (org, meeting) = (org.as_str().into(), meeting.as_str().into());
                    damaged.push(Damaged { org, meeting, seq: seq + 1 });
                }
                seq = fact.seq;
            }
            if is_last {
                break;
            }
        }
        let cut: Vec<(String, String, i64)> = self.db.rows(CUT, &[]).await?;
        let cut = cut.into_iter().map(|(org, meeting, seq)| Damaged {
            org: org.into(),
            meeting: meeting.into(),
            seq,
        });
        damaged.extend(cut);
        Ok(damaged)
    }
}
