//! The one task that writes what meetings append.
//!
//! It takes whatever is waiting, commits it in one transaction, and only then answers.
//! There is no timer: while one group is being written to disk the next one gathers, so a lone writer never waits and a crowd shares the disk.

use std::iter::repeat_with;

use kernel::ids::OrgId;
use tokio::sync::{mpsc, oneshot};

use crate::GROUP_OPS_MAX;
use crate::db::{self, Db};
use crate::health::Outage;
use crate::log::{Append, AppendError, Appended};

mod group;

pub(crate) type Verdict = Result<Appended, AppendError>;

/// What an organisation appends.
type Batch = (OrgId, Append);

pub(crate) enum Errand {
    Append(OrgId, Append, oneshot::Sender<Verdict>),
    /// Wants to know that a commit works.
    Beat(oneshot::Sender<anyhow::Result<()>>),
    /// Takes no more, and finishes what is waiting.
    Close,
}

#[derive(Default)]
struct Group {
    batches: Vec<Batch>,
    answers: Vec<oneshot::Sender<Verdict>>,
    beats: Vec<oneshot::Sender<anyhow::Result<()>>>,
    ops: usize,
}

pub(crate) async fn run(db: Db, mut waiting: mpsc::Receiver<Errand>, batches_max: usize) {
    while let Some(errand) = waiting.recv().await {
        let mut group = Group::default();
        group.take(errand, &mut waiting);
        while group.batches.len() < batches_max && group.ops < GROUP_OPS_MAX {
            let Ok(errand) = waiting.try_recv() else { break };
            group.take(errand, &mut waiting);
        }
        group.commit(&db).await;
    }
}

impl Group {
    fn take(&mut self, errand: Errand, waiting: &mut mpsc::Receiver<Errand>) {
        match errand {
            Errand::Append(org, batch, answer) => {
                self.ops += batch.ops.len().max(batch.facts.len());
                self.batches.push((org, batch));
                self.answers.push(answer);
            }
            Errand::Beat(answer) => self.beats.push(answer),
            Errand::Close => waiting.close(),
        }
    }

    async fn commit(self, db: &Db) {
        let is_beating = !self.beats.is_empty();
        let outcome = if is_beating || !self.batches.is_empty() {
            store(db, &self.batches, is_beating).await
        } else {
            Ok(vec![])
        };
        let outcome = match outcome {
            Err(Failure { is_own_fault: true, .. }) => Ok(one_by_one(db, &self.batches).await),
            other => other,
        };
        match outcome {
            Ok(verdicts) => {
                answer(self.answers, verdicts);
                answer(self.beats, repeat_with(|| Ok(())));
            }
            Err(Failure { why, .. }) => {
                let failed = || Outage::or_other(&why);
                if !Outage::is_in(&failed()) {
                    tracing::error!(error = %why, batches = self.batches.len(), "a group was not stored");
                }
                answer(self.answers, repeat_with(|| Err(AppendError::Failed(failed()))));
                answer(self.beats, repeat_with(|| Err(failed())));
            }
        }
    }
}

struct Failure {
    why: sqlx::Error,
    /// A batch is to blame, and nothing was committed.
    is_own_fault: bool,
}

/// Writes and commits all batches, or none of them.
async fn store(db: &Db, batches: &[Batch], is_beating: bool) -> Result<Vec<Verdict>, Failure> {
    let before_commit = |why: sqlx::Error| Failure { is_own_fault: db::is_own_fault(&why), why };
    let mut tx = db.begin().await.map_err(before_commit)?;
    let verdicts = group::write(&mut tx, batches).await.map_err(before_commit)?;
    if is_beating {
        group::beat(&mut tx).await.map_err(before_commit)?;
    }
    // What a failed commit left behind is not known, so it is never tried again here.
    tx.commit().await.map_err(|why| Failure { is_own_fault: false, why })?;
    Ok(verdicts)
}

/// Finds the batch that spoils a group, so that only its sender hears of it.
async fn one_by_one(db: &Db, batches: &[Batch]) -> Vec<Verdict> {
    let mut verdicts = Vec::with_capacity(batches.len());
    for batch in batches {
        let verdict = match store(db, std::slice::from_ref(batch), false).await {
            Ok(mut verdicts) => verdicts.pop().unwrap_or(Err(AppendError::Missing)),
            Err(Failure { why, .. }) => Err(AppendError::Failed(why.into())),
        };
        verdicts.push(verdict);
    }
    verdicts
}

fn answer<T>(waiting: Vec<oneshot::Sender<T>>, answers: impl IntoIterator<Item = T>) {
    for (sender, answer) in waiting.into_iter().zip(answers) {
        // The asker may have gone; what it asked for is stored all the same.
        let _ = sender.send(answer);
    }
}
