//! One meeting from the lobby to the end, with everything that goes wrong on the way.

mod ending;
mod people;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use futures::StreamExt;
use kernel::ids::Place;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::chance::Chance;
use crate::check::findings;
use crate::history::{Recorder, Tables, Viewer};
use crate::line::{Answer, Device, Line, Tally};
use crate::phone::Phone;
use crate::screen::{ConsoleScreen, Now, WallScreen};
use crate::server::{Seeded, Server, Stop};
use crate::stream::Listening;

/// Phones that act at the same time.
const AT_ONCE_MAX: usize = 48;
/// A step is over when nobody has anything to do, or after this many rounds.
const PASSES_MAX: usize = 7;
const STEPS_MAX: usize = 200;
const RESTARTS: usize = 3;

/// What is played.
#[derive(Clone, Debug)]
pub struct Play {
    pub bin: PathBuf,
    /// Where data directories are made; on a disk.
    pub dir: PathBuf,
    pub scenario: String,
    pub people: usize,
    pub seed: u64,
    pub lang: String,
}

/// How it went.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub findings: Vec<String>,
    pub steps: usize,
    pub texts: usize,
    pub delivered: usize,
    pub restarts: usize,
    pub streams: usize,
    pub requests: u64,
    /// dropped, answers lost, doubled, delayed
    pub faults: [u64; 4],
    pub retried: u64,
    pub changed: u64,
    pub refusals: Vec<String>,
    pub slowest_start: Duration,
    pub took: Duration,
    /// The server's last lines, when something was found.
    pub last_words: String,
}

pub struct Room {
    pub(crate) server: Server,
    pub(crate) seeded: Seeded,
    pub(crate) phones: Vec<Phone>,
    pub(crate) leader: Line,
    pub(crate) wall: Line,
    pub(crate) chance: Chance,
    pub(crate) streams: Vec<Listening>,
    pub(crate) recorder: Arc<Recorder>,
    pub(crate) tally: Arc<Tally>,
    pub(crate) seed: u64,
    /// Restarts that are still to come, by the step in which they come.
    restarts: Vec<Place>,
    restarted: usize,
    pub(crate) is_disturbed: bool,
    pub(crate) came_late: bool,
    pub(crate) left: Option<(usize, usize)>,
    has_reopened: bool,
    steps: usize,
}

/// Plays a meeting and judges it.
pub async fn play(play: &Play) -> Result<Report> {
    let began = Instant::now();
    let name = format!("{}-{}-{}", play.scenario, play.people, play.seed);
    let data = play.dir.join(name);
    let (bin, scenario) = (&play.bin, &play.scenario);
    let (server, seeded) =
        Server::seed(bin, &data, scenario, play.people, play.seed, &play.lang).await?;
    let mut room = Room::new(server, seeded, play.seed)?;
    let played = room.through().await;
    let _ = room.server.stop(Stop::Kill).await;
    let last_words = room.server.last_words();
    let mut report = room.report();
    if let Err(why) = played {
        // What the end would have shown is not known, so only the reason is worth reading.
        report.findings.insert(0, format!("stopped: {why:#}"));
    }
    if report.findings.is_empty() {
        room.server.clean_up();
    } else {
        report.last_words = last_words;
    }
    report.took = began.elapsed();
    Ok(report)
}

impl Room {
    fn new(server: Server, seeded: Seeded, seed: u64) -> Result<Room> {
        let recorder = Arc::new(Recorder::default());
        let tally = Arc::new(Tally::default());
        let client = reqwest::Client::builder().pool_max_idle_per_host(64).build()?;
        let line = |token: &str| Line {
            client: client.clone(),
            base: server.base(),
            meeting: seeded.meeting.clone(),
            device: Device::Token(token.to_owned()),
            recorder: Arc::clone(&recorder),
            tally: Arc::clone(&tally),
        };
        let phones =
            seeded.participants.iter().map(|it| Phone::new(it.seat, line(&it.token), seed));
        Ok(Room {
            phones: phones.collect(),
            leader: line(&seeded.tokens.leader),
            wall: line(&seeded.tokens.wall),
            chance: Chance::new(seed),
            streams: vec![],
            recorder,
            tally,
            seed,
            restarts: vec![],
            restarted: 0,
            is_disturbed: false,
            came_late: false,
            left: None,
            has_reopened: false,
            steps: 0,
            server,
            seeded,
        })
    }

    async fn through(&mut self) -> Result<()> {
        self.server.start().await?;
        self.open_streams();
        self.lead("start", &json!({})).await?;
        let mut last = None;
        while self.steps < STEPS_MAX {
            let console: ConsoleScreen =
                self.leader.state("console", Viewer::Console).await?.read()?;
            let Some(now) = console.now.clone() else {
                if console.phase == "ended" {
                    break;
                }
                bail!("the meeting is {} and at no step", console.phase);
            };
            if last == Some(now.place) {
                bail!("the leader moved on from {:?}, and nothing happened", now.place);
            }
            last = Some(now.place);
            self.step(&console, &now).await?;
            self.steps += 1;
        }
        self.end().await
    }

    async fn step(&mut self, console: &ConsoleScreen, now: &Now) -> Result<()> {
        self.plan_restarts(now);
        self.people_come_and_go(now).await?;
        if now.clock.state == "waiting" {
            let body = json!({ "do": "start", "item": now.place.item, "step": now.place.step });
            self.lead("clock", &body).await?;
        }
        if !self.restarts.contains(&now.place) {
            self.note_tables(console, now).await?;
        }
        for pass in 0..PASSES_MAX {
            let restart = pass == 0 && self.restarts.contains(&now.place);
            let did = if restart { self.act_over_restart().await? } else { self.act(pass).await? };
            if !did {
                break;
            }
        }
        self.take_stock().await?;
        self.turns(now).await?;
        self.fall_asleep(now).await?;
        self.move_on(now).await
    }

    /// The three restarts fall in steps that the seed chooses: one in each third of the program.
    fn plan_restarts(&mut self, now: &Now) {
        if now.place.step > 0 {
            return;
        }
        let due = (1..=RESTARTS).filter(|number| {
            let item = now.items * (2 * number - 1) / (2 * RESTARTS);
            item == now.place.item.0
        });
        for _ in 0..due.count() {
            let step = self.chance.below(now.steps.len());
            self.restarts.push(Place { step, ..now.place });
        }
    }

    async fn act(&mut self, pass: usize) -> Result<bool> {
        act_all(&mut self.phones, pass).await
    }

    /// Everybody writes while the server goes down and comes back.
    async fn act_over_restart(&mut self) -> Result<bool> {
        let how = if (self.restarted + usize::from(self.seed % 2 == 1)).is_multiple_of(2) {
            Stop::Kill
        } else {
            Stop::Term
        };
        self.restarted += 1;
        let wait = Duration::from_millis(2 + self.chance.next_number() % 60);
        let server = &mut self.server;
        let restart = async {
            sleep(wait).await;
            server.restart(how).await
        };
        let (acted, restarted) = tokio::join!(act_all(&mut self.phones, 0), restart);
        restarted.with_context(|| format!("restart {} by {how:?}", self.restarted))?;
        acted
    }

    /// Notes who sits where, on the wall. Where somebody comes or goes meanwhile, it says so.
    async fn note_tables(&mut self, console: &ConsoleScreen, now: &Now) -> Result<()> {
        let wall: WallScreen = self.wall.state("wall", Viewer::Wall).await?.read()?;
        let seats =
            wall.tables.iter().map(|table| table.members.iter().map(|it| it.seat).collect());
        let present = if self.is_disturbed {
            let state = self.leader.state("console", Viewer::Console).await?;
            state.read::<ConsoleScreen>()?.people
        } else {
            console.people.clone()
        };
        let present = present.iter().filter(|it| it.present).map(|it| it.seat);
        self.recorder.history().tables.push(Tables {
            place: now.place,
            seating: now.seating,
            tables: seats.collect(),
            present: present.collect(),
            is_disturbed: self.is_disturbed,
        });
        Ok(())
    }

    async fn take_stock(&mut self) -> Result<()> {
        let looks = self.phones.iter().map(Phone::take_stock);
        let looks: Vec<Result<()>> =
            futures::stream::iter(looks).buffer_unordered(AT_ONCE_MAX).collect().await;
        looks.into_iter().collect()
    }

    /// Passes the room's turn on, table by table.
    async fn turns(&mut self, now: &Now) -> Result<()> {
        let Some(turn) = &now.turn else { return Ok(()) };
        for from in turn.turn..turn.of.saturating_sub(1) {
            self.lead("turns", &json!({ "from": from })).await?;
        }
        let wall = self.wall.state("wall", Viewer::Wall).await?;
        let _: WallScreen = wall.read()?;
        Ok(())
    }

    async fn move_on(&mut self, now: &Now) -> Result<()> {
        let position = |place: Place, to: &str| json!({ "from_item": place.item, "from_step": place.step, "to": to });
        if !self.has_reopened && now.place.step > 0 && self.chance.one_in(4) {
            self.has_reopened = true;
            let before = Place { step: now.place.step - 1, ..now.place };
            self.lead("position", &position(now.place, "previous")).await?;
            self.take_stock().await?;
            self.lead("position", &position(before, "next")).await?;
        }
        let body = position(now.place, "next");
        if self.chance.one_in(6) {
            // The leader's phone and laptop are pressed at the same time.
            let mut other = self.chance.fork(1);
            let op = self.chance.op();
            let pressed = self.leader.post("position", &body, &op, &mut other);
            let leader = self.leader.clone();
            let op = other_op(&op);
            let (one, two) =
                tokio::join!(pressed, leader.post("position", &body, &op, &mut self.chance));
            one?;
            two?;
            return Ok(());
        }
        self.lead("position", &body).await
    }

    pub(crate) async fn lead(&mut self, path: &str, body: &Value) -> Result<()> {
        let op = self.chance.op();
        match self.leader.post(path, body, &op, &mut self.chance).await? {
            Answer::Granted(_) => Ok(()),
            Answer::Changed { .. } => bail!("the leader's {path} {body} was answered `changed`"),
            Answer::Refused { code } => bail!("the leader's {path} {body} was refused: {code}"),
        }
    }

    fn open_streams(&mut self) {
        for phone in &self.phones {
            let who = format!("seat {}", phone.seat);
            let is_asleep = Arc::clone(&phone.is_asleep);
            self.streams.push(Listening::open(phone.line.clone(), "seat", who, is_asleep));
        }
        let rooms = [("wall", &self.wall), ("console", &self.leader)];
        for (screen, line) in rooms {
            let stream = Listening::open(line.clone(), screen, screen.to_owned(), Arc::default());
            self.streams.push(stream);
        }
    }

    fn report(&mut self) -> Report {
        let refusals = self.tally.refusals.lock();
        let refusals = refusals.unwrap_or_else(std::sync::PoisonError::into_inner);
        let count = |count: &std::sync::atomic::AtomicU64| count.load(Ordering::Relaxed);
        let history = self.recorder.history();
        Report {
            findings: findings(&history),
            steps: self.steps,
            texts: history.writes.len(),
            delivered: history.deliveries.len(),
            restarts: self.restarted,
            streams: history.streams.len(),
            requests: count(&self.tally.requests),
            faults: [
                count(&self.tally.dropped),
                count(&self.tally.lost),
                count(&self.tally.doubled),
                count(&self.tally.delayed),
            ],
            retried: count(&self.tally.retried),
            changed: count(&self.tally.changed),
            refusals: refusals.iter().map(|(what, times)| format!("{what} ×{times}")).collect(),
            slowest_start: self.server.slowest_start,
            ..Report::default()
        }
    }
}

async fn act_all(phones: &mut [Phone], pass: usize) -> Result<bool> {
    let acts = phones.iter_mut().map(|phone| phone.act(pass));
    let acts: Vec<Result<bool>> =
        futures::stream::iter(acts).buffer_unordered(AT_ONCE_MAX).collect().await;
    let acts: Vec<bool> = acts.into_iter().collect::<Result<_>>()?;
    Ok(acts.contains(&true))
}

fn other_op(op: &str) -> String {
    op.chars().rev().collect()
}

/// Returns where data is kept while a meeting is played: beside the running binary, on its disk.
pub fn dir_beside(exe: &Path) -> Result<PathBuf> {
    let dir = exe.parent().context("the binary stands nowhere")?.join("sim-data");
    std::fs::create_dir_all(&dir)?;
    Ok(dir)
}
