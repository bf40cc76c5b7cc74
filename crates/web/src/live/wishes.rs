//! From a posted form or JSON to a wish, and from its answer back to the sender.

use axum::extract::{Path, Request};
use axum::response::Response;
use kernel::ids::{ContributionId, ItemNo, MeetingId, Place, SeatId, TableNumber};
use kernel::limits::ITEM_MINUTES_MAX;
use kernel::role::Role;
use kernel::step::{Kind, TurnOrder};
use kernel::time::Minutes;
use meeting::decide::Command;
use meeting::decide::outcomes::OutcomeWish;
use meeting::decide::people::PeopleWish;
use meeting::decide::program::ProgramWish;
use meeting::decide::room::RoomWish;
use meeting::decide::tables::TableWish;
use meeting::decide::texts::{Text, TextWish};
use meeting::event::GoalAnswer;
use meeting::given::Actor;
use meeting::refusal::Refusal;
use meeting::state::{Phase, State as Meeting};
use serde_json::{Value, json};

use crate::App;
use crate::door::who::Who;
use crate::live::entry::{AtSeat, Entry, In};
use crate::live::meeting_ended;
use crate::live::rooms::Answer;
use crate::shell::body::body;
use crate::shell::failure::Wrong;
use crate::shell::fields::Fields;
use crate::shell::request::RequestHead;
use crate::shell::worker;

/// Makes a wish of fields. The path's parameters stand among them.
pub type Wisher = fn(&Fields, Actor) -> Result<Command, Wrong>;

/// Who a route's wish comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The leader, or the deputy who has the lead.
    Leader,
    Seat,
    /// The seat that the address names, or else the leader, or else the device's first seat.
    Either,
    /// The seat in the path, which is the device's own or, for the leader, anyone's.
    NamedSeat,
    /// The owner of a promise, where a device has several seats.
    Promiser,
    /// A member where a table passes the turn on, the leader where the room does.
    Turn,
    /// A seat that takes the lead, or whoever has it and gives it back.
    Lead,
}

impl By {
    /// Returns those whose wish it may be.
    #[must_use]
    pub fn who(self) -> Who {
        match self {
            By::Leader => Who::Leader,
            By::Seat | By::Promiser => Who::Seat,
            By::Either | By::NamedSeat | By::Turn | By::Lead => Who::SeatOrLeader,
        }
    }
}

/// The path's parameters, of which each route has its own.
pub type Params = Path<Vec<(String, String)>>;

/// The field that names the first seat of the device that asks.
const DEVICE: &str = "device.seat";

/// Answers a route that is one wish.
pub async fn wish(
    app: App,
    by: By,
    wisher: Wisher,
    Path(params): Params,
    request: Request,
) -> Result<Response, Wrong> {
    let head = RequestHead::of(&app.shell, request.headers(), request.uri());
    let meeting = MeetingId::from(param(&params, "id")?);
    let entry = app.enter(&head.device, &meeting).await?;
    let (mut fields, op) = body(&head, request).await?;
    for (name, value) in params.iter().filter(|(name, _)| name != "id") {
        fields.set(&format!("path.{name}"), value);
    }
    if let Some(first) = entry.seat(None) {
        fields.set(DEVICE, &first.0.to_string());
    }
    let actor = actor(by, &entry, &head, &fields)?;
    if let Actor::Seat(seat) = actor {
        entry.room.count_write(seat, fields.bytes())?;
    }
    let command = wisher(&fields, actor)?;
    if command == ProgramWish::Start.into() {
        app.ensure_open(&entry.room).await?;
        app.open_lobby(entry.room.org(), &meeting).await?;
    }
    let ends = matches!(command, Command::Program(ProgramWish::End | ProgramWish::UndoEnd));
    let work = ends.then(|| meeting_ended::id(&meeting, &op));
    let answer = entry.room.wish(actor, command, op, None).await?;
    if let Some(work) = work {
        worker::see_done(entry.room.org(), &work).await;
    }
    granted(&head, &answer, &back(&entry, actor, &fields))
}

/// Answers a granted wish.
pub fn granted(head: &RequestHead, answer: &Answer, back: &str) -> Result<Response, Wrong> {
    let json: Value = serde_json::from_str(&answer.0).map_err(anyhow::Error::from)?;
    Ok(head.done(&json, back))
}

pub fn param<'p>(params: &'p [(String, String)], name: &str) -> Result<&'p str, Wrong> {
    let found = params.iter().find(|(is, _)| is == name);
    found.map(|(_, value)| value.as_str()).ok_or(Wrong::Missing)
}

/// Where a browser without scripts goes: the page that the form stood on.
fn back(entry: &Entry, actor: Actor, fields: &Fields) -> String {
    let own = format!("/meetings/{}", entry.room.id());
    if let Some(back) = fields.get("back").filter(|back| is_within(back, &own)) {
        return back.to_owned();
    }
    match actor {
        Actor::Leader => format!("{own}/console"),
        Actor::Seat(seat) => format!("{own}?seat={}", seat.0),
        Actor::Newcomer => own,
    }
}

fn is_within(address: &str, own: &str) -> bool {
    let rest = address.strip_prefix(own);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
}

fn actor(by: By, entry: &Entry, head: &RequestHead, fields: &Fields) -> Result<Actor, Wrong> {
    let as_seat = || entry.seat(head.seat).map(Actor::Seat).ok_or(Wrong::Missing);
    let as_leader = || if entry.leads() { Ok(Actor::Leader) } else { Err(Wrong::Missing) };
    match by {
        By::Leader => as_leader(),
        By::Seat => as_seat(),
        By::Either if head.seat.is_some() => as_seat(),
        By::Either => as_leader().or_else(|_| as_seat()),
        By::NamedSeat => {
            let seat = SeatId(fields.number("path.n")?);
            let is_mine = entry.seats().contains(&seat);
            if is_mine || entry.leads() { Ok(Actor::Seat(seat)) } else { Err(Wrong::Missing) }
        }
        By::Promiser => {
            let number = fields.number("path.n")?;
            let owner = entry.room.read(|at| at.state.commitments.get(&number).map(|it| it.owner));
            let owner = owner.filter(|owner| head.seat.is_none() && entry.seats().contains(owner));
            owner.map_or_else(as_seat, |owner| Ok(Actor::Seat(owner)))
        }
        By::Turn => {
            let by_members = entry.room.read(|at| turns_by_members(at.state));
            if by_members && entry.seat(head.seat).is_some() { as_seat() } else { as_leader() }
        }
        By::Lead => {
            if fields.flag("take")? {
                as_seat()
            } else {
                as_leader()
            }
        }
    }
}

fn turns_by_members(state: &Meeting) -> bool {
    let step = state.place().and_then(|place| state.step(place));
    let turns = step.and_then(|step| step.turns);
    turns.is_some_and(|turns| turns.order == TurnOrder::Members)
}

pub fn door(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(RoomWish::LockDoor { locked: fields.flag("locked")? }.into())
}

pub fn departure(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(PeopleWish::Leave { seat: SeatId(fields.number("path.n")?) }.into())
}

pub fn come_back(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(PeopleWish::Return { seat: SeatId(fields.number("path.n")?) }.into())
}

/// Puts somebody out of the meeting, or lets them in again.
pub fn removal(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    let seat = SeatId(fields.number("path.n")?);
    Ok(PeopleWish::PutOut { seat, out: fields.flag("out")? }.into())
}

pub fn name(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(PeopleWish::Rename { name: fields.text("name").to_owned() }.into())
}

pub fn claim_answer(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    let claim = fields.number("path.n")?;
    Ok(PeopleWish::AnswerClaim { claim, granted: fields.flag("granted")? }.into())
}

pub fn groups(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(TableWish::MakeGroups { again: fields.maybe_flag("again")?.unwrap_or_default() }.into())
}

pub fn group_move(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    let seat = SeatId(fields.number("seat")?);
    Ok(TableWish::MoveSeat { seat, table: TableNumber(fields.number("table")?) }.into())
}

pub fn role_pass(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    let unreadable = Wrong::Unreadable { field: "role" };
    Ok(TableWish::PassRole { role: Role::from_key(fields.text("role")).ok_or(unreadable)? }.into())
}

pub fn start(_: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(ProgramWish::Start.into())
}

pub fn position(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    let from =
        Place { item: ItemNo(fields.number("from_item")?), step: fields.number("from_step")? };
    match fields.text("to") {
        "next" => Ok(ProgramWish::MoveOn { from }.into()),
        "previous" => Ok(ProgramWish::Reopen { from }.into()),
        _ => Err(Wrong::Unreadable { field: "to" }),
    }
}

pub fn skip(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(ProgramWish::SkipItem { item: ItemNo(fields.number("path.n")?) }.into())
}

/// Puts an item before another; last where none is named.
pub fn item_move(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    let before = fields.maybe("before")?.map(ItemNo);
    Ok(ProgramWish::MoveItem { item: ItemNo(fields.number("path.n")?), before }.into())
}

pub fn nudge(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(ProgramWish::SetNudge { on: fields.flag("on")? }.into())
}

pub fn clock(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    match fields.text("do") {
        "start" => Ok(ProgramWish::StartClock { place: fields.place()? }.into()),
        "pause" => Ok(ProgramWish::PauseClock.into()),
        "add" => {
            let minutes = fields.number::<u32>("minutes")?.min(ITEM_MINUTES_MAX);
            Ok(ProgramWish::AddTime { minutes: Minutes(minutes) }.into())
        }
        _ => Err(Wrong::Unreadable { field: "do" }),
    }
}

pub fn closure(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    let undo = fields.maybe_flag("undo")?.unwrap_or_default();
    let wish = if undo { ProgramWish::UndoEnd } else { ProgramWish::End };
    Ok(wish.into())
}

pub fn turn(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(TableWish::PassTurn { from: fields.number("from")? }.into())
}

/// Writes a field. One that is emptied is withdrawn.
pub fn text(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    let place = fields.place()?;
    let kind = kind(fields.text("kind"))?;
    let slot = fields.maybe("slot")?.unwrap_or_default();
    let text = fields.one("text")?.to_owned();
    let parents = fields.all("parents").flat_map(|parents| parents.split(','));
    let parents = parents.map(str::trim).filter(|parent| !parent.is_empty());
    let parents = parents.map(|parent| parent.parse().map(ContributionId));
    let parents = parents.collect::<Result<_, _>>();
    let parents = parents.map_err(|_| Wrong::Unreadable { field: "parents" })?;
    let base = fields.maybe("base")?;
    Ok(TextWish::Write(Text { place, kind, slot, text, parents, base }).into())
}

fn kind(key: &str) -> Result<Kind, Wrong> {
    serde_json::from_value(json!(key)).map_err(|_| Wrong::Unreadable { field: "kind" })
}

pub fn withdrawal(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(TextWish::Withdraw { id: ContributionId(fields.number("path.n")?) }.into())
}

pub fn restoration(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(TextWish::Restore { id: ContributionId(fields.number("path.n")?) }.into())
}

pub fn loan(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(TextWish::Borrow { of: ContributionId(fields.number("of")?) }.into())
}

pub fn goal(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    let answer = GoalAnswer::from_key(fields.text("answer"));
    let answer = answer.ok_or(Wrong::Unreadable { field: "answer" })?;
    let (goal, device) = (fields.number("path.n")?, SeatId(fields.number(DEVICE)?));
    Ok(OutcomeWish::AnswerGoal { goal, answer, device }.into())
}

pub fn stand(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    let point = ContributionId(fields.number("point")?);
    Ok(TextWish::Stand { point, stands: fields.flag("stands")? }.into())
}

pub fn choice(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(TextWish::Choose { note: ContributionId(fields.number("note")?) }.into())
}

pub fn delivery(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    let delivered = fields.flag("delivered")?;
    Ok(TextWish::Deliver { item: ItemNo(fields.number("item")?), delivered }.into())
}

pub fn hand(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(TableWish::RaiseHand { up: fields.flag("up")? }.into())
}

pub fn hand_lowering(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(TableWish::LowerHand { seat: SeatId(fields.number("path.n")?) }.into())
}

/// Asks for help, or tells that a table has had it.
pub fn help(fields: &Fields, actor: Actor) -> Result<Command, Wrong> {
    match fields.maybe("table")? {
        Some(table) => Ok(TableWish::GiveHelp { table: TableNumber(table) }.into()),
        None if actor == Actor::Leader => Err(Wrong::refused(Refusal::SeatOnly)),
        None => Ok(TableWish::AskHelp.into()),
    }
}

pub fn readiness(_: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(TableWish::BeReady.into())
}

pub fn parked(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(OutcomeWish::Park { text: fields.text("text").to_owned() }.into())
}

pub fn question(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(TableWish::ChangeQuestion { text: fields.text("text").to_owned() }.into())
}

pub fn commitment(fields: &Fields, actor: Actor) -> Result<Command, Wrong> {
    let owner = match (fields.maybe("owner")?, actor) {
        (Some(owner), _) => SeatId(owner),
        (None, Actor::Seat(seat)) => seat,
        (None, Actor::Leader | Actor::Newcomer) => {
            return Err(Wrong::Unreadable { field: "owner" });
        }
    };
    Ok(OutcomeWish::Propose {
        what: fields.text("what").to_owned(),
        owner,
        due: fields.text("due").to_owned(),
        sign: fields.text("sign").to_owned(),
    }
    .into())
}

pub fn commitment_answer(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    let number = fields.number("path.n")?;
    Ok(OutcomeWish::AnswerCommitment { number, accepted: fields.flag("accepted")? }.into())
}

pub fn deputy(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    Ok(RoomWish::NameDeputy { seat: SeatId(fields.number("seat")?) }.into())
}

pub fn lead(fields: &Fields, _: Actor) -> Result<Command, Wrong> {
    let wish = if fields.flag("take")? { RoomWish::TakeLead } else { RoomWish::ReturnLead };
    Ok(wish.into())
}

/// `POST /meetings/{id}/detours`: the focus keeper asks. Seen for ten seconds and never stored.
pub async fn detour(
    In { head, entry, right: AtSeat(seat), .. }: In<AtSeat>,
) -> Result<Response, Wrong> {
    entry.room.count_write(seat, 0)?;
    let (table, seats, seq) = entry.room.read(|at| {
        let (seating, table) = {
            if matches!(at.state.phase, Phase::Ended { .. }) {
                return Err(Wrong::refused(Refusal::Over));
            }
            let place = at.state.place().ok_or(Wrong::refused(Refusal::NotStarted))?;
            at.state.table_at(place, seat).ok_or(Wrong::refused(Refusal::NoSuchTable))?
        };
        let seated = at.state.seating(seating).ok_or(Wrong::Missing)?;
        if seated.holder(table, Role::FocusKeeper).is_some_and(|holder| holder != seat) {
            return Err(Wrong::refused(Refusal::NotYours));
        }
        Ok((table.number, table.seats.clone(), at.seq))
    })?;
    entry.room.detour(table, seats);
    let now = crate::shell::clock::as_clock(crate::shell::clock::now());
    let json = json!({ "ok": true, "seq": seq, "saved_at": now });
    Ok(head.done(&json, &format!("/meetings/{}?seat={}", entry.room.id(), seat.0)))
}
