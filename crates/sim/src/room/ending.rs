//! The end: everybody is awake, everything is quiet, and all screens are read once more.

use std::time::{Duration, Instant};

use anyhow::Result;
use serde::Deserialize;
use serde_json::Value;
use tokio::time::sleep;

use super::Room;
use crate::history::{Committed, End, Thread, Viewer};
use crate::phone::Presence;
use crate::server::Stop;
use crate::stream::Listening;

/// All screens show the same this long after the last wish.
const EQUAL_WITHIN: Duration = Duration::from_secs(5);

#[derive(Deserialize)]
struct Console {
    commitments: Vec<Committed>,
}

#[derive(Deserialize)]
struct ResultScreen {
    items: Vec<ResultItem>,
    contributions: usize,
}

#[derive(Deserialize)]
struct ResultItem {
    points: Vec<Thread>,
}

impl Room {
    pub(super) async fn end(&mut self) -> Result<()> {
        let ended_seq = self.leader.state("console", Viewer::Console).await?.seq;
        self.send_what_was_held().await?;
        self.wait_for_streams(ended_seq).await;
        let mut end = self.read_all().await?;
        end.ended_seq = ended_seq;
        self.recorder.history().streams = self.streams.drain(..).map(Listening::close).collect();
        self.server.restart(Stop::Kill).await?;
        let after = self.wall.state("wall", Viewer::Wall).await?;
        end.seq_after_restart = after.seq;
        end.walls_after_restart = vec![after.screen];
        end.result_after_restart = self.leader.state("result", Viewer::Result).await?.screen;
        self.recorder.history().end = end;
        Ok(())
    }

    /// Phones that slept over the end send what they had written.
    async fn send_what_was_held(&mut self) -> Result<()> {
        for phone in self.phones.iter_mut().filter(|it| it.presence != Presence::Gone) {
            while phone.presence != Presence::Awake {
                phone.step_went_by();
            }
            phone.act(0).await?;
        }
        Ok(())
    }

    async fn wait_for_streams(&self, seq: i64) {
        let began = Instant::now();
        while began.elapsed() < EQUAL_WITHIN && self.streams.iter().any(|it| it.last_id() < seq) {
            sleep(Duration::from_millis(50)).await;
        }
    }

    async fn read_all(&self) -> Result<End> {
        let mut rooms: Vec<(String, Value)> = vec![];
        for phone in self.phones.iter().filter(|it| it.presence == Presence::Awake) {
            rooms.push((format!("seat {}", phone.seat), phone.look().await?.screen));
        }
        let wall = self.wall.state("wall", Viewer::Wall).await?;
        let other = self.leader.state("wall", Viewer::Wall).await?;
        let console = self.leader.state("console", Viewer::Console).await?;
        rooms.push(("wall".to_owned(), wall.screen.clone()));
        let Console { commitments } = console.read()?;
        rooms.push(("console".to_owned(), console.screen));
        let result = self.leader.state("result", Viewer::Result).await?;
        let screen: ResultScreen = result.read()?;
        Ok(End {
            seq: console.seq,
            rooms,
            walls: vec![wall.screen, other.screen],
            threads: screen.items.into_iter().flat_map(|item| item.points).collect(),
            contributions: screen.contributions,
            commitments,
            result: result.screen,
            ..End::default()
        })
    }
}
