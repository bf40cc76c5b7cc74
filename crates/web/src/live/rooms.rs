//! Live meetings: one task decides for each, so that its facts come one after another.
//!
//! A published state is what everybody reads; it changes only after the facts are on disk.
//!
//! **Invariant `answer-after-commit`:** a wish is answered, also with a refusal, only when all
//! that the decision rested on is stored. Held by the host in `rooms/host.rs`.

mod host;
mod lines;
mod marks;
mod rate;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use kernel::ids::{MeetingId, OpId, OrgId, PlanVersion, SeatId, TableNumber, TokenHash};
use meeting::decide::Command;
use meeting::decide::room::RoomWish;
use meeting::given::Actor;
use meeting::screens::Live;
use meeting::screens::board::{Board, Scene};
use meeting::state::{Phase, State};
use plan::document::Plan;
use store::Org;
use store::meetings::MeetingRow;
use tokio::sync::{Notify, mpsc, oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::Instant;

pub use host::Answer;
pub use lines::{Followed, OpenLine};

use crate::live::replay::Replayed;
use crate::shell::doorbell::{Bell, Topic};
use crate::shell::failure::Wrong;
use crate::shell::{Shell, chance, heard};
use host::Wish;
use lines::Lines;
use marks::Marks;
use rate::Rate;

/// How long a table sees that its focus keeper has asked.
const DETOUR: std::time::Duration = std::time::Duration::from_secs(10);

/// The meetings that are in memory: those that somebody has asked for lately.
pub struct Rooms {
    shell: Shell,
    open: tokio::sync::Mutex<HashMap<Key, Opened>>,
    /// Those that are being read: who comes meanwhile waits for one reading, and for no other's.
    reading: Mutex<HashMap<Key, Arc<tokio::sync::Mutex<()>>>>,
}

type Key = (OrgId, MeetingId);

/// A meeting with the task that decides for it.
struct Opened {
    room: Room,
    host: JoinHandle<()>,
}

/// A live meeting. Cheap to clone.
#[derive(Clone)]
pub struct Room(Arc<Shared>);

struct Shared {
    org: Org,
    row: MeetingRow,
    shell: Shell,
    published: RwLock<Published>,
    /// Rings with each publication; what has changed, the marks say.
    bell: Bell,
    lines: Mutex<Lines>,
    rates: Mutex<HashMap<SeatId, Rate>>,
    /// What rates are counted from.
    loaded_at: Instant,
    wishes: mpsc::Sender<Wish>,
    /// When somebody last asked for the meeting, or stopped following it.
    used_at: Mutex<Instant>,
    /// Tells the host to end, when nobody is there to ask it for anything.
    unload: Notify,
}

struct Published {
    state: State,
    board: Board,
    seq: i64,
    marks: Marks,
}

/// The meeting as everybody may read it.
pub struct RoomView<'a> {
    pub state: &'a State,
    pub seq: i64,
    board: &'a Board,
}

impl<'a> RoomView<'a> {
    /// Returns the state with what has been worked out of it for other screens.
    #[must_use]
    pub fn scene(&self) -> Scene<'a> {
        Scene::new(self.state, self.board)
    }
}

/// Whose screen it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScreenOwner {
    Seat(SeatId),
    Console {
        is_leader: bool,
    },
    Wall,
    /// Someone who has said that a seat is theirs, until the leader has answered.
    Claim(u32),
}

/// How far a meeting has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody has opened it.
    Closed,
    /// People are coming, and this version of the plan is the one that will be run.
    Lobby(PlanVersion),
    Runs,
    Over,
}

impl Rooms {
    #[must_use]
    pub fn new(shell: Shell) -> Rooms {
        Rooms { shell, open: tokio::sync::Mutex::default(), reading: Mutex::default() }
    }

    /// Returns how many meetings are in memory.
    pub async fn count(&self) -> usize {
        self.open.lock().await.len()
    }

    /// Lets go of the meetings that nobody follows and nobody has asked for in a while. They are
    /// read from the store again when they are asked for.
    pub async fn unload_idle(&self) {
        let mut open = self.open.lock().await;
        let idle = open.iter().filter(|(_, it)| it.room.is_idle());
        let idle: Vec<Key> = idle.map(|(key, _)| key.clone()).collect();
        for key in idle {
            let Some(Opened { room, host }) = open.remove(&key) else { continue };
            room.0.unload.notify_one();
            drop(room);
            // Under the lock, so that nobody reads the meeting before its last fact is stored.
            if let Err(why) = host.await {
                let meeting = key.1.as_str();
                tracing::error!(meeting, error = %why, "a meeting's host did not end well");
            }
        }
    }

    /// Returns a meeting, read from the store the first time.
    pub async fn room(&self, org: &Org, id: &MeetingId) -> Result<Room, Wrong> {
        let room = self.read(org, id).await?;
        if let Some(lang) = room.read(|at| at.state.plan.as_ref().map(|plan| plan.lang)) {
            heard::meeting_speaks(lang);
        }
        Ok(room)
    }

    async fn read(&self, org: &Org, id: &MeetingId) -> Result<Room, Wrong> {
        let key = (org.id().clone(), id.clone());
        if let Some(room) = self.open_room(&key).await {
            return Ok(room);
        }
        let turn = self.with_reading(|reading| Arc::clone(reading.entry(key.clone()).or_default()));
        let _turn = turn.lock().await;
        // Whoever was first has read it.
        if let Some(room) = self.open_room(&key).await {
            return Ok(room);
        }
        let row = org.meeting(id).await?.ok_or(Wrong::Missing)?;
        let opened = self.load(org, row).await?;
        let room = opened.room.clone();
        self.open.lock().await.insert(key, opened);
        self.with_reading(|reading| reading.retain(|_, turn| Arc::strong_count(turn) > 1));
        Ok(room)
    }

    async fn open_room(&self, key: &Key) -> Option<Room> {
        let open = self.open.lock().await;
        let it = open.get(key).filter(|it| !it.host.is_finished())?;
        it.room.note_use();
        Some(it.room.clone())
    }

    fn with_reading<T>(
        &self,
        change: impl FnOnce(&mut HashMap<Key, Arc<tokio::sync::Mutex<()>>>) -> T,
    ) -> T {
        change(&mut self.reading.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Returns a meeting that is in memory, and reads none.
    pub async fn loaded(&self, org: &OrgId, id: &MeetingId) -> Option<Room> {
        let open = self.open.lock().await;
        open.get(&(org.clone(), id.clone()))
            .filter(|it| !it.host.is_finished())
            .map(|it| it.room.clone())
    }

    async fn load(&self, org: &Org, row: MeetingRow) -> Result<Opened, Wrong> {
        let Replayed { state, seq } = Replayed::of(org, &row.id).await?;
        let ops = org.ops(&row.id).await?;
        let (wishes, waiting) = mpsc::channel(self.shell.config.limits.wishes_waiting_max);
        let published = Published {
            state: state.clone(),
            board: Board::default(),
            seq,
            marks: Marks::default(),
        };
        let room = Room(Arc::new(Shared {
            shell: self.shell.clone(),
            published: RwLock::new(published),
            bell: self.shell.doorbell.bell(&Topic::Meeting(row.org.clone(), row.id.clone())),
            lines: Mutex::default(),
            rates: Mutex::default(),
            loaded_at: Instant::now(),
            wishes,
            used_at: Mutex::new(Instant::now()),
            unload: Notify::new(),
            org: org.clone(),
            row,
        }));
        let answers = ops.into_iter().map(|op| (op.id, op.answer)).collect();
        let host = host::start(room.clone(), state, answers, waiting);
        room.tell_when_away();
        Ok(Opened { room, host })
    }
}

impl Room {
    #[must_use]
    pub fn id(&self) -> &MeetingId {
        &self.0.row.id
    }

    /// Returns the rows of the organisation that holds the meeting.
    #[must_use]
    pub fn org(&self) -> &Org {
        &self.0.org
    }

    #[must_use]
    pub fn code(&self) -> &str {
        &self.0.row.code
    }

    #[must_use]
    pub fn join_token(&self) -> &str {
        &self.0.row.join_token
    }

    /// Reads the published state.
    pub fn read<T>(&self, look: impl FnOnce(RoomView<'_>) -> T) -> T {
        let published = self.0.published.read().unwrap_or_else(PoisonError::into_inner);
        look(RoomView { state: &published.state, seq: published.seq, board: &published.board })
    }

    /// Asks the meeting for something and returns what it answered, once that is on disk. A seat or
    /// a claim that is made becomes the role of the `device`.
    pub async fn wish(
        &self,
        actor: Actor,
        command: impl Into<Command>,
        op: OpId,
        device: Option<TokenHash>,
    ) -> Result<Answer, Wrong> {
        let (reply, answered) = oneshot::channel();
        let chance = chance::number()?;
        let wish = Wish { actor, command: command.into(), op, device, chance, reply };
        let busy = Wrong::Busy { retry_s: 1 };
        self.0.wishes.try_send(wish).map_err(|_| busy.clone())?;
        answered.await.map_err(|_| busy)?
    }

    /// Opens the lobby with a version of the plan, or takes it over in a lobby that is open.
    pub async fn open(&self, version: PlanVersion, plan: Plan) -> Result<(), Wrong> {
        let command = RoomWish::Open { plan: Box::new(plan), version };
        self.wish(Actor::Leader, command, chance::op()?, None).await.map(|_| ())
    }

    /// Counts what a seat writes, and asks it to wait when that is more than anybody types.
    pub fn count_write(&self, seat: SeatId, bytes: usize) -> Result<(), Wrong> {
        let mut rates = self.0.rates.lock().unwrap_or_else(PoisonError::into_inner);
        let limits = self.0.shell.config.limits.seat_rate;
        let rate = rates.entry(seat).or_default();
        let taken = rate.take(bytes, self.0.loaded_at.elapsed(), limits);
        taken.map_err(|retry_s| Wrong::TooFast { retry_s })
    }

    #[must_use]
    pub fn stage(&self) -> Stage {
        self.read(|at| match at.state.phase {
            Phase::Lobby if at.state.plan.is_none() => Stage::Closed,
            Phase::Lobby => Stage::Lobby(at.state.plan_version),
            Phase::Running(_) => Stage::Runs,
            Phase::Ended { .. } => Stage::Over,
        })
    }

    /// Returns what the lobby has been told of the newest plan.
    #[must_use]
    pub fn followed(&self) -> Followed {
        let lines = self.0.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.followed.clone()
    }

    /// Tells every screen of the lobby what has become of the newest plan. What was found out
    /// about an older one comes too late.
    pub fn follow(&self, followed: Followed) {
        let is_news = self.with_lines(|lines| {
            let is_newer = lines.followed.version < followed.version;
            if is_newer {
                lines.followed = followed;
            }
            is_newer
        });
        if is_news {
            self.ring(Marks::touch_everyone);
        }
    }

    #[must_use]
    pub fn listen(&self) -> watch::Receiver<()> {
        self.0.bell.listen()
    }

    /// Returns a number that grows whenever a viewer's screen may have changed.
    #[must_use]
    pub fn mark(&self, viewer: ScreenOwner) -> u64 {
        let published = self.0.published.read().unwrap_or_else(PoisonError::into_inner);
        published.marks.of(viewer)
    }

    /// Returns what is known of the room that is not a fact.
    #[must_use]
    pub fn live(&self) -> Live {
        let lines = self.0.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.live(self.0.shell.config.limits.leader_away)
    }

    /// Notes an open stream until the returned value is dropped.
    #[must_use]
    pub fn line(&self, viewer: ScreenOwner) -> OpenLine {
        OpenLine::new(self.clone(), viewer)
    }

    /// Lets a table see for a while that its focus keeper has asked. Nothing of it is kept.
    pub fn detour(&self, table: TableNumber, seats: Vec<SeatId>) {
        self.with_lines(|lines| lines.detours.push(table));
        self.ring(|marks| marks.touch_seats(seats.iter().copied()));
        let room = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(DETOUR).await;
            room.with_lines(|lines| lines.end_detour(table));
            room.ring(|marks| marks.touch_seats(seats));
        });
    }

    /// Tells whether only the list and the host hold the meeting, and have for long.
    fn is_idle(&self) -> bool {
        const THE_LIST_AND_THE_HOST: usize = 2;
        let used_at = *self.0.used_at.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::strong_count(&self.0) <= THE_LIST_AND_THE_HOST
            && used_at.elapsed() >= self.0.shell.config.limits.room_idle
    }

    fn note_use(&self) {
        *self.0.used_at.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    fn with_lines<T>(&self, change: impl FnOnce(&mut Lines) -> T) -> T {
        change(&mut self.0.lines.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Tells open streams that something other than facts has changed.
    fn ring(&self, touch: impl FnOnce(&mut Marks)) {
        touch(&mut self.0.published.write().unwrap_or_else(PoisonError::into_inner).marks);
        self.0.bell.ring();
    }
}
