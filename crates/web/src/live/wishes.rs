//! From a posted form or JSON to a wish, and from its answer back to the sender.

use axum::extract::{Path, Request};
use axum::response::Response;
use kernel::ids::{ContributionId, ItemNo, Place, SeatId, TableNumber};
use kernel::role::Role as TableRole;
use kernel::step::{Kind, TurnOrder};
use kernel::time::Minutes;
use meeting::command::{Actor, Command, Text};
use meeting::goals::GoalAnswer;
use meeting::refusal::Refusal;
use meeting::state::State as Meeting;
use serde_json::{Value, json};

use crate::App;
use crate::door::access::ORG;
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
pub type Wisher = fn(&Fields, &Meeting, Actor) -> Result<Command, Wrong>;

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

/// Answers a route that is one wish.
pub async fn wish(
    app: App,
    by: By,
    wisher: Wisher,
    Path(params): Params,
    request: Request,
) -> Result<Response, Wrong> {
    let head = RequestHead::of(&app.shell, request.headers(), request.uri());
    let meeting = param(&params, "id")?.to_owned();
    let entry = app.enter(&head.device, &meeting).await?;
    let (mut fields, op) = body(&head, request).await?;
    for (name, value) in params.iter().filter(|(name, _)| name != "id") {
        fields.push(&format!("path.{name}"), value);
    }
    let actor = actor(by, &entry, &head, &fields)?;
    let command = entry.room.read(|at| wisher(&fields, at.state, actor))?;
    if command == Command::Start {
        app.ensure_open(&entry.room).await?;
    }
    let ends = matches!(command, Command::End | Command::UndoEnd);
    let work = ends.then(|| meeting_ended::id(&meeting, &op));
    let answer = entry.room.wish(actor, command, op, None).await?;
    if let Some(work) = work {
        worker::see_done(&app.store, ORG, &work).await;
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

pub fn door(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::LockDoor { locked: fields.flag("locked")? })
}

pub fn departure(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::Leave { seat: SeatId(fields.number("path.n")?) })
}

pub fn come_back(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::Return { seat: SeatId(fields.number("path.n")?) })
}

pub fn name(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::Rename { name: fields.text("name").to_owned() })
}

pub fn claim_answer(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    let claim = fields.number("path.n")?;
    Ok(Command::AnswerClaim { claim, granted: fields.flag("granted")? })
}

pub fn groups(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::MakeGroups { again: fields.maybe_flag("again")?.unwrap_or_default() })
}

pub fn group_move(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    let seat = SeatId(fields.number("seat")?);
    Ok(Command::MoveSeat { seat, table: TableNumber(fields.number("table")?) })
}

pub fn role_pass(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    let unreadable = Wrong::Unreadable { field: "role" };
    Ok(Command::PassRole { role: TableRole::from_key(fields.text("role")).ok_or(unreadable)? })
}

pub fn start(_: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::Start)
}

pub fn position(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    let from =
        Place { item: ItemNo(fields.number("from_item")?), step: fields.number("from_step")? };
    match fields.text("to") {
        "next" => Ok(Command::MoveOn { from }),
        "previous" => Ok(Command::Reopen { from }),
        _ => Err(Wrong::Unreadable { field: "to" }),
    }
}

pub fn skip(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::SkipItem { item: ItemNo(fields.number("path.n")?) })
}

/// Puts an item before another; last where none is named.
pub fn item_move(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    let before = fields.maybe("before")?.map(ItemNo);
    Ok(Command::MoveItem { item: ItemNo(fields.number("path.n")?), before })
}

pub fn nudge(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::SetNudge { on: fields.flag("on")? })
}

pub fn clock(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    match fields.text("do") {
        "start" => Ok(Command::StartClock { place: fields.place()? }),
        "pause" => Ok(Command::PauseClock),
        "add" => Ok(Command::AddTime { minutes: Minutes(fields.number("minutes")?) }),
        _ => Err(Wrong::Unreadable { field: "do" }),
    }
}

pub fn closure(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    let undo = fields.maybe_flag("undo")?.unwrap_or_default();
    Ok(if undo { Command::UndoEnd } else { Command::End })
}

pub fn turn(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::PassTurn { from: fields.number("from")? })
}

/// Writes a field. One that is emptied is withdrawn.
pub fn text(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    let place = fields.place()?;
    let kind = kind(fields.text("kind"))?;
    let slot = fields.maybe("slot")?.unwrap_or_default();
    let text = fields.text("text").to_owned();
    let parents = fields.all("parents").flat_map(|parents| parents.split(','));
    let parents = parents.map(str::trim).filter(|parent| !parent.is_empty());
    let parents = parents.map(|parent| parent.parse().map(ContributionId));
    let parents = parents.collect::<Result<_, _>>();
    let parents = parents.map_err(|_| Wrong::Unreadable { field: "parents" })?;
    let base = fields.maybe("base")?;
    Ok(Command::Write(Text { place, kind, slot, text, parents, base }))
}

fn kind(key: &str) -> Result<Kind, Wrong> {
    serde_json::from_value(json!(key)).map_err(|_| Wrong::Unreadable { field: "kind" })
}

pub fn withdrawal(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::Withdraw { id: ContributionId(fields.number("path.n")?) })
}

pub fn restoration(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::Restore { id: ContributionId(fields.number("path.n")?) })
}

pub fn loan(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::Borrow { of: ContributionId(fields.number("of")?) })
}

pub fn goal(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    let answer = GoalAnswer::from_key(fields.text("answer"));
    let answer = answer.ok_or(Wrong::Unreadable { field: "answer" })?;
    Ok(Command::AnswerGoal { goal: fields.number("path.n")?, answer })
}

pub fn stand(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    let point = ContributionId(fields.number("point")?);
    Ok(Command::Stand { point, stands: fields.flag("stands")? })
}

pub fn choice(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::Choose { note: ContributionId(fields.number("note")?) })
}

pub fn delivery(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    let delivered = fields.flag("delivered")?;
    Ok(Command::Deliver { item: ItemNo(fields.number("item")?), delivered })
}

pub fn hand(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::RaiseHand { up: fields.flag("up")? })
}

pub fn hand_lowering(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::LowerHand { seat: SeatId(fields.number("path.n")?) })
}

/// Asks for help, or tells that a table has had it.
pub fn help(fields: &Fields, _: &Meeting, actor: Actor) -> Result<Command, Wrong> {
    match fields.maybe("table")? {
        Some(table) => Ok(Command::GiveHelp { table: TableNumber(table) }),
        None if actor == Actor::Leader => Err(Wrong::refused(Refusal::SeatOnly)),
        None => Ok(Command::AskHelp),
    }
}

pub fn readiness(_: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::BeReady)
}

pub fn parked(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::Park { text: fields.text("text").to_owned() })
}

pub fn question(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::ChangeQuestion { text: fields.text("text").to_owned() })
}

pub fn commitment(fields: &Fields, _: &Meeting, actor: Actor) -> Result<Command, Wrong> {
    let owner = match (fields.maybe("owner")?, actor) {
        (Some(owner), _) => SeatId(owner),
        (None, Actor::Seat(seat)) => seat,
        (None, Actor::Leader | Actor::Newcomer) => {
            return Err(Wrong::Unreadable { field: "owner" });
        }
    };
    Ok(Command::Propose {
        what: fields.text("what").to_owned(),
        owner,
        due: fields.text("due").to_owned(),
        sign: fields.text("sign").to_owned(),
    })
}

pub fn commitment_answer(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    let number = fields.number("path.n")?;
    Ok(Command::AnswerCommitment { number, accepted: fields.flag("accepted")? })
}

pub fn deputy(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(Command::NameDeputy { seat: SeatId(fields.number("seat")?) })
}

pub fn lead(fields: &Fields, _: &Meeting, _: Actor) -> Result<Command, Wrong> {
    Ok(if fields.flag("take")? { Command::TakeLead } else { Command::ReturnLead })
}

/// `POST /meetings/{id}/detours`: the focus keeper asks. Seen for ten seconds and never stored.
pub async fn detour(
    In { head, entry, right: AtSeat(seat), .. }: In<AtSeat>,
) -> Result<Response, Wrong> {
    let (table, seats, seq) = entry.room.read(|at| {
        let (seating, table) = {
            let place = at.state.place().ok_or(Wrong::refused(Refusal::NotStarted))?;
            at.state.table_at(place, seat).ok_or(Wrong::refused(Refusal::NoSuchTable))?
        };
        let seated = at.state.seating(seating).ok_or(Wrong::Missing)?;
        if seated.holder(table, TableRole::FocusKeeper).is_some_and(|holder| holder != seat) {
            return Err(Wrong::refused(Refusal::NotYours));
        }
        Ok((table.number, table.seats.clone(), at.seq))
    })?;
    entry.room.detour(table, seats);
    let now = crate::shell::clock::as_clock(crate::shell::clock::now());
    let json = json!({ "ok": true, "seq": seq, "saved_at": now });
    Ok(head.done(&json, &format!("/meetings/{}?seat={}", entry.room.id(), seat.0)))
}
