//! The task that decides for one meeting.
//!
//! It takes what is waiting, decides each wish on the state that the ones before have made,
//! stores all their facts in one batch, and only then publishes and answers.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::PoisonError;

use anyhow::anyhow;
use kernel::ids::{OpId, SeatId, TokenHash};
use kernel::time::Moment;
use meeting::company::Known;
use meeting::created::{Created, created};
use meeting::decide::{Command, Draws};
use meeting::event::Event;
use meeting::given::{Actor, Given};
use meeting::screens::board::Board;
use meeting::state::State;
use meeting::{decide, evolve};
use serde_json::{Value, json};
use store::access::Grant;
use store::log::{Append, AppendError, Op};
use store::outbox::OutboxRow;
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::Room;
use crate::door::access::AccessRole;
use crate::live::group_rows::{self, GroupRows};
use crate::live::{goal_answers, meeting_ended, replay};
use crate::shell::clock;
use crate::shell::doorbell::Topic;
use crate::shell::failure::Wrong;

/// Wishes decided in one batch.
const BATCH_MAX: usize = 64;

/// How often a batch is decided anew because someone else has written to the meeting.
const TRIES_MAX: usize = 8;

/// What a granted wish is answered, as it was stored: JSON with `ok`, `seq`, `saved_at`, `made`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer(pub String);

impl Answer {
    /// Returns the number of something that the wish made: `seat`, `claim`, `contribution`.
    #[must_use]
    pub fn made(&self, what: &str) -> Option<u32> {
        let value = serde_json::from_str::<Value>(&self.0).ok()?;
        u32::try_from(value.get("made")?.get(what)?.as_u64()?).ok()
    }
}

pub(super) struct Wish {
    pub actor: Actor,
    pub command: Command,
    pub op: OpId,
    pub device: Option<TokenHash>,
    pub chance: u64,
    pub reply: oneshot::Sender<Result<Answer, Wrong>>,
}

/// What has been decided about one wish and waits for the disk.
enum Verdict {
    Granted { answer: String, is_new: bool },
    Refused(Wrong),
}

#[derive(Default)]
struct Batch {
    verdicts: Vec<Verdict>,
    events: Vec<Event>,
    ops: Vec<Op>,
    access: Vec<Grant>,
    /// What is to be done when the facts are on disk.
    outbox: Vec<OutboxRow>,
}

struct Host {
    room: Room,
    /// As the state will be when the batch at hand is stored.
    working: State,
    answers: HashMap<OpId, String>,
}

pub(super) fn start(
    room: Room,
    state: State,
    answers: HashMap<OpId, String>,
    mut waiting: mpsc::Receiver<Wish>,
) -> JoinHandle<()> {
    let mut host = Host { room, working: state, answers };
    tokio::spawn(async move {
        loop {
            let first = tokio::select! {
                biased;
                wish = waiting.recv() => wish,
                () = host.room.0.unload.notified() => None,
            };
            let Some(first) = first else { return };
            let mut wishes = vec![first];
            while wishes.len() < BATCH_MAX {
                let Ok(wish) = waiting.try_recv() else { break };
                wishes.push(wish);
            }
            host.settle(wishes).await;
        }
    })
}

impl Host {
    async fn settle(&mut self, wishes: Vec<Wish>) {
        for _ in 0..TRIES_MAX {
            let mut prepared = self.prepared(&wishes).await;
            let batch = self.decide_all(&wishes, &mut prepared);
            if batch.ops.is_empty() && batch.access.is_empty() {
                return self.answer(wishes, batch.verdicts);
            }
            match self.append(&batch).await {
                Ok(()) => {
                    self.publish(&batch.events);
                    if !batch.outbox.is_empty() {
                        self.room.0.shell.doorbell.ring(&Topic::Jobs);
                    }
                    self.answers.extend(batch.ops.into_iter().map(|op| (op.id, op.answer)));
                    return self.answer(wishes, batch.verdicts);
                }
                Err(AppendError::Moved { .. }) => {
                    if let Err(why) = self.catch_up().await {
                        return self.fail(wishes, &why);
                    }
                }
                Err(AppendError::Repeated { op, answer }) => {
                    self.restore();
                    self.answers.insert(op, answer);
                }
                Err(why) => {
                    self.restore();
                    return self.fail(wishes, &Wrong::from(why));
                }
            }
        }
        self.restore();
        self.fail(wishes, &Wrong::Busy { retry_s: 1 });
    }

    /// Reads what was set up before the meeting, when a wish may draw tables. A meeting whose rows
    /// cannot be read draws by chance rather than stopping.
    async fn prepared(&self, wishes: &[Wish]) -> GroupRows {
        // What a wish comes to after others in the batch is not known yet.
        let is_sure = wishes.len() == 1;
        let may_need = |wish: &Wish| match decide::draws(&self.working, &wish.command) {
            Draws::Never => false,
            Draws::NotNow => !is_sure,
            Draws::Now => true,
        };
        if !wishes.iter().any(may_need) {
            return GroupRows::default();
        }
        group_rows::load(self.room.org(), self.room.id()).await.unwrap_or_else(|why| {
            tracing::error!(error = format!("{why:#}"), "what was prepared cannot be read");
            GroupRows::default()
        })
    }

    fn decide_all(&mut self, wishes: &[Wish], prepared: &mut GroupRows) -> Batch {
        let mut batch = Batch::default();
        for wish in wishes {
            let known = batch.ops.iter().find(|op| op.id == wish.op).map(|op| &op.answer);
            let known = known.or_else(|| self.answers.get(&wish.op)).cloned();
            let verdict = match known {
                Some(answer) => Verdict::Granted { answer, is_new: false },
                None => self.decide_one(wish, prepared, &mut batch),
            };
            if let (Verdict::Granted { answer, .. }, Some(device)) = (&verdict, &wish.device) {
                batch.access.extend(self.grant(device, answer));
            }
            batch.verdicts.push(verdict);
        }
        batch
    }

    fn decide_one(&mut self, wish: &Wish, prepared: &mut GroupRows, batch: &mut Batch) -> Verdict {
        let now = clock::now();
        let leader_is_away = self.room.live().leader_is_away;
        let decide = |known: &Known| {
            let given = Given { now, chance: wish.chance, leader_is_away, known };
            catch_unwind(AssertUnwindSafe(|| {
                decide::decide(&self.working, wish.actor, wish.command.clone(), &given)
            }))
        };
        let decided = match decide::draws(&self.working, &wish.command) {
            Draws::Now => {
                in_place(|| decide(&prepared.known(&self.working, wish.command.coming())))
            }
            Draws::NotNow | Draws::Never => decide(&Known::default()),
        };
        let events = match decided {
            Ok(Ok(events)) => events,
            Ok(Err(refusal)) => {
                let yours = wish.command.own_words().to_owned();
                return Verdict::Refused(Wrong::Refused { refusal, yours });
            }
            Err(_) => {
                let why = anyhow!("deciding a wish of meeting {} panicked", self.room.id());
                return Verdict::Refused(Wrong::from(why));
            }
        };
        for event in &events {
            evolve::evolve(&mut self.working, event);
        }
        batch.events.extend(events.iter().cloned());
        if events.iter().any(meeting_ended::follows_from) {
            batch.outbox.push(meeting_ended::row(self.room.id(), &wish.op, now));
        }
        batch.outbox.extend(goal_answers::row(self.room.id(), &wish.op, &events, now));
        let count = i64::try_from(batch.events.len()).unwrap_or(i64::MAX);
        let seq = self.room.read(|at| at.seq) + count;
        let answer = self.answer_text(wish, &events, seq, now);
        batch.ops.push(Op { id: wish.op.clone(), answer: answer.clone() });
        Verdict::Granted { answer, is_new: true }
    }

    fn answer_text(&self, wish: &Wish, events: &[Event], seq: i64, now: Moment) -> String {
        let made = created(&self.working, wish.actor, &wish.command, events);
        let mut answer = json!({ "ok": true, "seq": seq, "saved_at": clock::as_clock(now) });
        if let Some(version) = made.version {
            answer["version"] = json!(version);
        }
        if let Some(seat) = made.seat.filter(|_| wish.device.is_some()) {
            answer["go"] = json!(format!("/meetings/{}?seat={}", self.room.id(), seat.0));
        }
        if made.claim.is_some() {
            answer["go"] = json!(format!("/meetings/{}/waiting", self.room.id()));
        }
        if made != Created::default() {
            answer["made"] = json!(made);
        }
        answer.to_string()
    }

    fn grant(&self, device: &TokenHash, answer: &str) -> Option<Grant> {
        let answer = Answer(answer.to_owned());
        let seat = answer.made("seat").map(|seat| AccessRole::Seat(SeatId(seat)));
        let role = seat.or_else(|| answer.made("claim").map(AccessRole::Claim))?;
        Some(role.grant(device, Some(self.room.id()), clock::now()))
    }

    async fn append(&self, batch: &Batch) -> Result<(), AppendError> {
        let facts = batch.events.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>();
        let facts = facts.map_err(|why| AppendError::Failed(why.into()))?;
        let append = Append {
            meeting: self.room.id().clone(),
            expected_seq: self.room.read(|at| at.seq),
            at: clock::now().0,
            facts,
            ops: batch.ops.clone(),
            access: batch.access.clone(),
            outbox: batch.outbox.clone(),
        };
        let facts = append.facts.len();
        let began = Instant::now();
        self.room.org().append(append).await?;
        self.room.0.shell.metrics.committed(facts, began.elapsed());
        Ok(())
    }

    fn publish(&self, events: &[Event]) {
        let shared = &self.room.0;
        let mut published = shared.published.write().unwrap_or_else(PoisonError::into_inner);
        let published_now = &mut *published;
        if !events.is_empty() {
            published_now.board = Board::default();
        }
        for event in events {
            evolve::evolve(&mut published_now.state, event);
            published_now.marks.touch(&published_now.state, event);
            published_now.seq += 1;
        }
        drop(published);
        if !events.is_empty() {
            shared.bell.ring();
        }
    }

    /// Reads what another node has stored, and starts again from there.
    async fn catch_up(&mut self) -> Result<(), Wrong> {
        let after_seq = self.room.read(|at| at.seq);
        let facts = self.room.org().facts_after(self.room.id(), after_seq).await?;
        let events = facts.iter().map(|fact| replay::event(self.room.id(), fact));
        self.publish(&events.collect::<anyhow::Result<Vec<Event>>>()?);
        self.restore();
        Ok(())
    }

    fn restore(&mut self) {
        self.working = self.room.read(|at| at.state.clone());
    }

    fn answer(&self, wishes: Vec<Wish>, verdicts: Vec<Verdict>) {
        for (wish, verdict) in wishes.into_iter().zip(verdicts) {
            let answer = match verdict {
                Verdict::Granted { answer, is_new } => {
                    tracing::debug!(meeting = self.room.id().as_str(), is_new, "granted");
                    Ok(Answer(answer))
                }
                Verdict::Refused(wrong) => Err(wrong),
            };
            // Whoever asked may have hung up; the facts are stored all the same.
            let _ = wish.reply.send(answer);
        }
    }

    fn fail(&self, wishes: Vec<Wish>, wrong: &Wrong) {
        if !wrong.is_outage() {
            let (meeting, count) = (self.room.id().as_str(), wishes.len());
            tracing::warn!(meeting, count, "a batch was not stored");
        }
        for wish in wishes {
            let _ = wish.reply.send(Err(wrong.clone()));
        }
    }
}

/// Lets the tasks beside this one go elsewhere while tables are drawn, where there is an elsewhere.
fn in_place<T>(work: impl FnOnce() -> T) -> T {
    if Handle::current().runtime_flavor() == RuntimeFlavor::MultiThread {
        tokio::task::block_in_place(work)
    } else {
        work()
    }
}
