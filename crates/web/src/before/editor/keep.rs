//! A change to a plan becomes a new version of it, whatever others have stored meanwhile.

use anyhow::Context as _;
use kernel::ids::{MeetingId, OpId, PlanVersion};
use plan::document::Plan;
use serde_json::{Value, json};
use store::Org;
use store::log::Op;
use store::plans::PlanEdit;
use store::versions::Saved;

use crate::App;
use crate::door::lobby;
use crate::door::planner::newest_plan;
use crate::shell::clock;
use crate::shell::doorbell::Topic;
use crate::shell::failure::Wrong;

/// How often a change is made anew because somebody else stored a version first.
const TRIES_MAX: usize = 50;

/// What a change makes of the newest plan, and what its sender is told besides.
pub struct Changed {
    pub plan: Plan,
    pub says: Vec<(&'static str, Value)>,
}

impl From<Plan> for Changed {
    fn from(plan: Plan) -> Changed {
        Changed { plan, says: vec![] }
    }
}

impl App {
    /// Stores what `change` makes of the newest version, and returns the answer to its sender.
    ///
    /// `change` is called again on a newer plan when somebody else was faster, so it must rest on
    /// nothing but the plan it is given. The same operation is stored once.
    pub async fn keep(
        &self,
        org: &Org,
        meeting: &MeetingId,
        op: OpId,
        change: impl Fn(PlanVersion, &Plan) -> Result<Changed, Wrong>,
    ) -> Result<Value, Wrong> {
        // Before the change is made anew: on a plan that has it already it would say something else.
        if let Some(answer) = org.answer(meeting, &op).await? {
            return again(&answer);
        }
        for _ in 0..TRIES_MAX {
            let (newest, before) = newest_plan(org, meeting).await?;
            let changed = change(newest, &before)?;
            let now = clock::now();
            let is_new = changed.plan != before;
            let version = if is_new { newest.next() } else { newest };
            let answer = answer(now, version, is_new, changed.says);
            if !is_new {
                return Ok(answer);
            }
            let edit = PlanEdit {
                meeting: meeting.clone(),
                expected_version: newest,
                body: serde_json::to_string(&changed.plan).context("a plan was not written")?,
                at: now.0,
                op: Some(Op { id: op.clone(), answer: answer.to_string() }),
                outbox: vec![],
            };
            match org.save_plan(edit).await? {
                Saved::New { .. } => {
                    let (title, start) = (&changed.plan.title, lobby::start_of(&changed.plan));
                    if *title != before.title || start != lobby::start_of(&before) {
                        org.follow_plan(meeting, title, start).await?;
                    }
                    self.follow_plan(org, meeting).await;
                    let topic = Topic::Plan(org.id().clone(), meeting.clone());
                    self.shell.doorbell.ring(&topic);
                    return Ok(answer);
                }
                Saved::Repeated { answer } => return again(&answer),
                Saved::Moved { .. } => (),
            }
        }
        Err(Wrong::Busy { retry_s: 1 })
    }
}

fn again(answer: &str) -> Result<Value, Wrong> {
    Ok(serde_json::from_str(answer).context("an answer cannot be read")?)
}

/// `undo` names the version that takes this change back, and is missing where nothing changed.
fn answer(
    now: kernel::time::Moment,
    version: PlanVersion,
    is_new: bool,
    says: Vec<(&'static str, Value)>,
) -> Value {
    let mut answer = json!({ "ok": true, "saved_at": clock::as_clock(now), "version": version });
    if is_new {
        answer["undo"] = json!(version);
    }
    for (name, value) in says {
        answer[name] = value;
    }
    answer
}
