//! The lobby follows the plan: what is mended after the console was opened is what will be run.
//!
//! ```text
//! saved plan ─▶ keep ─▶ follow ─▶ room (in the lobby) ─▶ every screen
//!                        ▲
//! opened page ───────────┘   finds what another process has stored
//! ```
//!
//! **Invariant `runs-as-started`:** a meeting that has started keeps its plan. Held by the
//! meeting, which takes a plan over in its lobby alone.

use anyhow::Context as _;
use kernel::ids::MeetingId;
use kernel::time::Moment;
use plan::document::{Plan, Standing};
use plan::news::{self, News};
use store::Org;

use crate::App;
use crate::door::planner::newest_plan;
use crate::live::rooms::{Followed, Room, Stage};
use crate::shell::failure::Wrong;

impl App {
    /// Opens the lobby of a room with the newest plan, or lets an open lobby take it over. A plan
    /// that still has problems is not run: a lobby that is open keeps the one it has.
    pub async fn ensure_open(&self, room: &Room) -> Result<(), Wrong> {
        let used = match room.stage() {
            Stage::Closed => None,
            Stage::Lobby(version) => Some(version),
            Stage::Runs | Stage::Over => return Ok(()),
        };
        if used.is_some() {
            let newest = room.org().plan_version(room.id()).await?.ok_or(Wrong::Missing)?;
            if room.followed().version == newest {
                return Ok(());
            }
        }
        let (version, plan) = newest_plan(room.org(), room.id()).await?;
        let standing = plan.standing.clone();
        let is_ready = plan.problems(|tool| tools::named(tool).is_some()).is_empty();
        let uses_plan_of = match used {
            Some(used) if used == version => None,
            _ if is_ready => {
                room.open(version, plan).await?;
                None
            }
            Some(used) => room.org().plan_saved_at(room.id(), used).await?.map(Moment),
            None => return Err(Wrong::PlanUnfinished),
        };
        let news = news_in(room, &standing).await?.into();
        room.follow(Followed { version, uses_plan_of, news });
        Ok(())
    }

    /// Tells the lobby of a plan that has just been stored, if anybody is in it. The plan is safe
    /// whatever becomes of this, and the next page that is opened looks again.
    pub async fn follow_plan(&self, org: &Org, meeting: &MeetingId) {
        let Some(room) = self.rooms.loaded(org.id(), meeting).await else { return };
        if !matches!(room.stage(), Stage::Lobby(_)) {
            return;
        }
        if let Err(why) = self.ensure_open(&room).await {
            tracing::warn!(
                meeting = meeting.as_str(),
                code = why.code(),
                "a lobby could not follow its plan"
            );
        }
    }
}

/// Returns what the lobby's plan says that the invitation did not.
async fn news_in(room: &Room, standing: &Standing) -> Result<Vec<News>, Wrong> {
    let Standing::Sent { version, .. } = standing else { return Ok(vec![]) };
    let Some(sent) = room.org().plan_at(room.id(), *version).await? else {
        return Ok(vec![]);
    };
    let sent: Plan = serde_json::from_str(&sent).context("a plan cannot be read")?;
    let sent = sent.with_ids();
    Ok(room.read(|at| at.state.plan.as_ref().map_or(vec![], |now| news::news(&sent, now))))
}
