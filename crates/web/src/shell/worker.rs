//! Work that follows from what was written, done after it and outside every request.
//!
//! ```text
//! fact and row ─▶ store, in one transaction ─▶ ring ─▶ claim ─▶ run ─▶ done
//!                                                        └─▶ failed ─▶ later, and later still
//! ```
//!
//! A job is one file, and stands in the list beside the floors. It is given the rows of its
//! organisation and its own row,
//! and nothing of the one who asked.
//! The outbox keeps it until it is done (`at-least-once`), so every job is safe to run twice, late,
//! or beside itself on another node: it reads what is so now and writes what follows from that.

use std::pin::Pin;
use std::time::Duration;

use futures::future::join_all;
use store::health::Outage;
use store::outbox::{CLAIM_MAX, Claimed};
use store::{Org, Store};
use tokio::sync::watch;

use crate::shell::doorbell::Topic;
use crate::shell::{Shell, clock};

/// A kind of work.
pub struct Job {
    /// Its name in the outbox. Rows outlive a version of the program, so a name is never changed.
    pub kind: &'static str,
    pub run: fn(Org, Claimed) -> Working,
}

pub type Working = Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send>>;

/// How often the outbox is looked into without a ring.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// How long work is one worker's. When that worker died, another takes it after this.
const CLAIMED_FOR: Duration = Duration::from_secs(30);
/// How long work that failed waits for its next try: the first time, and at most.
const WAIT_MIN: Duration = Duration::from_secs(5);
const WAIT_MAX: Duration = Duration::from_hours(1);
/// How long an answer waits for the work that follows from it.
const ANSWER_WAITS_MAX: Duration = Duration::from_secs(2);
const ANSWER_LOOKS_EVERY: Duration = Duration::from_millis(10);

/// Does what the outbox asks for.
pub struct Worker {
    pub store: Store,
    pub shell: Shell,
}

impl Worker {
    /// Does what is due until the server stops, and finishes what has begun by then. No kind of
    /// work waits for another.
    pub async fn work(self, jobs: &[Job]) {
        join_all(jobs.iter().map(|job| self.work_on(job))).await;
    }

    async fn work_on(&self, job: &Job) {
        let mut stop = self.shell.stop.subscribe();
        let mut bell = self.shell.doorbell.listen(&Topic::Jobs);
        while !*stop.borrow() {
            // Before the look, so that what is asked for during it is not overheard.
            bell.mark_unchanged();
            if self.do_due(job, &stop).await {
                continue;
            }
            tokio::select! {
                biased;
                // It changes once, when the server stops.
                _ = stop.changed() => (),
                _ = bell.changed() => (),
                () = tokio::time::sleep(LOOK_EVERY) => (),
            }
        }
    }

    /// Does what is due of a kind, and tells whether there may be more.
    async fn do_due(&self, job: &Job, stop: &watch::Receiver<bool>) -> bool {
        let now = clock::now().0;
        let until = now.saturating_add(millis(CLAIMED_FOR));
        let claimed = match self.store.claim(job.kind, now, until).await {
            Ok(claimed) => claimed,
            Err(why) if Outage::is_in(&why) => return false,
            Err(why) => {
                tracing::warn!(kind = job.kind, error = format!("{why:#}"), "no work was taken");
                return false;
            }
        };
        let may_be_more = i64::try_from(claimed.len()).is_ok_and(|taken| taken == CLAIM_MAX);
        for work in claimed {
            let now = clock::now().0;
            if until <= now {
                // What is left may be somebody else's by now.
                return true;
            }
            if *stop.borrow() {
                self.put_off(&self.store.org(&work.org), &work.id, now).await;
            } else {
                self.do_one(job, work).await;
            }
        }
        may_be_more
    }

    async fn do_one(&self, job: &Job, work: Claimed) {
        let Claimed { org, id, attempts, .. } = work.clone();
        let org = self.store.org(&org);
        // On a task of its own, so that a job that panics has failed as any other.
        let ran = tokio::spawn((job.run)(org.clone(), work)).await;
        let now = clock::now().0;
        match ran.map_err(anyhow::Error::from).flatten() {
            Ok(()) => {
                self.shell.metrics.worked(job.kind, "done");
                if let Err(why) = org.mark_done(&id, now).await {
                    let error = format!("{why:#}");
                    tracing::warn!(
                        kind = job.kind,
                        id,
                        error,
                        "work that is done will be repeated"
                    );
                }
            }
            Err(why) => {
                let wait = wait(attempts);
                let (error, wait_s) = (format!("{why:#}"), wait.as_secs());
                tracing::error!(kind = job.kind, id, attempts, wait_s, error, "a job failed");
                self.shell.metrics.worked(job.kind, "failed");
                self.put_off(&org, &id, now.saturating_add(millis(wait))).await;
            }
        }
    }

    async fn put_off(&self, org: &Org, id: &str, due_at: i64) {
        if let Err(why) = org.postpone(id, due_at).await
            && !Outage::is_in(&why)
        {
            // It falls due when the claim has run out.
            tracing::warn!(id, error = format!("{why:#}"), "work was not put off");
        }
    }
}

/// Waits for work that was just asked for, as long as an answer may wait for it, so that who looks
/// after the answer sees what followed. Work that takes longer, or fails, is done later all the
/// same.
pub async fn see_done(org: &Org, id: &str) {
    let done = async {
        while org.waits(id).await.unwrap_or_default() {
            tokio::time::sleep(ANSWER_LOOKS_EVERY).await;
        }
    };
    if tokio::time::timeout(ANSWER_WAITS_MAX, done).await.is_err() {
        tracing::warn!(id, "an answer is given before the work that follows from it is done");
    }
}

/// How long work waits after a try: twice as long after each.
fn wait(attempts: i64) -> Duration {
    let doubled = u32::try_from(attempts.saturating_sub(1)).unwrap_or(u32::MAX).min(31);
    WAIT_MIN.saturating_mul(1 << doubled).min(WAIT_MAX)
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::wait;

    #[test]
    fn work_that_fails_waits_longer_each_time_and_an_hour_at_most() {
        let waits: Vec<u64> =
            [1, 2, 3, 4, 10, 11, 40, i64::MAX].map(|it| wait(it).as_secs()).into();
        assert_eq!(waits, [5, 10, 20, 40, 2560, 3600, 3600, 3600]);
    }
}
