//! Tables, their roles, turns and calls for help.

use kernel::ids::{ItemNo, Place, SeatId, SeatingNo, TableNumber};
use kernel::limits::LINE_GRAPHEMES_MAX;
use kernel::role::Role;
use kernel::seating::{Drawn, Seating, Stands};
use kernel::step::{Step, TurnOrder};
use seating::rng::Rng;

use super::{Decision, Draws, clean_line, is_leading, leads, seat_of};
use crate::cafe;
use crate::event::{Event, Table};
use crate::given::{Actor, Given};
use crate::refusal::Refusal;
use crate::state::{Phase, Seated, State};
use crate::tables::{
    draw_roles, mend, needs_mending, set, table_for_late, turn_order, without_table,
};

/// What is wished of the tables, and at them.
#[derive(Clone, Debug, PartialEq)]
pub enum TableWish {
    MakeGroups {
        again: bool,
    },
    MoveSeat {
        seat: SeatId,
        table: TableNumber,
    },
    /// Passes a role on; no reason is asked for.
    PassRole {
        role: Role,
    },
    /// Passes the turn on: of the room's tables (leader), or within the seat's own table.
    PassTurn {
        from: u32,
    },
    AskHelp,
    GiveHelp {
        table: TableNumber,
    },
    BeReady,
    RaiseHand {
        up: bool,
    },
    /// A seat lowers its own hand, the leader anyone's.
    LowerHand {
        seat: SeatId,
    },
    ChangeQuestion {
        text: String,
    },
}

impl TableWish {
    pub(crate) fn own_words(&self) -> &str {
        match self {
            TableWish::ChangeQuestion { text } => text,
            TableWish::MakeGroups { .. }
            | TableWish::MoveSeat { .. }
            | TableWish::PassRole { .. }
            | TableWish::PassTurn { .. }
            | TableWish::AskHelp
            | TableWish::GiveHelp { .. }
            | TableWish::BeReady
            | TableWish::RaiseHand { .. }
            | TableWish::LowerHand { .. } => "",
        }
    }

    pub(super) fn draws(&self, state: &State) -> Draws {
        match self {
            TableWish::MakeGroups { again } => Draws::when(*again || state.groups().is_none()),
            TableWish::MoveSeat { .. }
            | TableWish::PassRole { .. }
            | TableWish::PassTurn { .. }
            | TableWish::AskHelp
            | TableWish::GiveHelp { .. }
            | TableWish::BeReady
            | TableWish::RaiseHand { .. }
            | TableWish::LowerHand { .. }
            | TableWish::ChangeQuestion { .. } => Draws::Never,
        }
    }
}

pub(super) fn decide(state: &State, actor: Actor, wish: TableWish, given: &Given<'_>) -> Decision {
    match wish {
        TableWish::MakeGroups { again } => {
            leads(state, actor)?;
            make_groups(state, again, given)
        }
        TableWish::MoveSeat { seat, table } => {
            leads(state, actor)?;
            move_seat(state, seat, table, given)
        }
        TableWish::PassRole { role } => pass_role(state, seat_of(state, actor)?, role, given),
        TableWish::PassTurn { from } => pass_turn(state, actor, from),
        TableWish::AskHelp => ask_help(state, seat_of(state, actor)?),
        TableWish::GiveHelp { table } => give_help(state, actor, table),
        TableWish::BeReady => be_ready(state, seat_of(state, actor)?),
        TableWish::RaiseHand { up } => Ok(raise_hand(state, seat_of(state, actor)?, up)),
        TableWish::LowerHand { seat } => lower_hand(state, actor, seat),
        TableWish::ChangeQuestion { text } => change_question(state, seat_of(state, actor)?, &text),
    }
}

/// Returns the seating of a step with the facts that set it: the one it had before, the meeting's
/// groups, the item's own trios, or a new one.
pub(super) fn for_step(
    state: &State,
    place: Place,
    step: &Step,
    given: &Given<'_>,
) -> (SeatingNo, Vec<Event>) {
    if let Some(standing) = standing(state, place, step) {
        return (standing, seat_those_without(state, standing, given));
    }
    let number = state.next_seating();
    let facts = match step.seating.kind().drawn {
        Drawn::RoundHosts => {
            let (tables, roles) = cafe::set(state, step.seating, place.item, step.round, given);
            facts_of(step.seating, place.item, number, tables, roles)
        }
        Drawn::Never | Drawn::InTurn | Drawn::AcrossOrders | Drawn::Weighed => {
            set_with_roles(state, step.seating, place.item, number, given)
        }
    };
    (number, facts)
}

/// Returns the seating that a step uses again, if it has one.
fn standing(state: &State, place: Place, step: &Step) -> Option<SeatingNo> {
    let same_kind = || {
        let mut seatings = state.numbered_seatings();
        let found = seatings.rfind(|(_, seated)| {
            seated.seating == step.seating
                && match step.seating.kind().stands {
                    Stands::Meeting => true,
                    Stands::Item => seated.item == place.item,
                    Stands::Round => seated.item == place.item && step.round.is_none(),
                    Stands::Step => false,
                }
        });
        found.map(|(seating, _)| seating)
    };
    state.seating_at(place).or_else(same_kind)
}

/// Tells whether opening a step sets tables or places somebody.
pub(super) fn draws_at(state: &State, place: Place, step: &Step) -> bool {
    step.seating.has_tables()
        && standing(state, place, step)
            .is_none_or(|it| !without_table(state, &state.seatings[it.0]).is_empty())
}

/// Tells whether somebody who leaves leaves a table with too few.
pub(super) fn draws_after(state: &State, left_by: SeatId) -> bool {
    let standing = [state.tables_now(), state.groups()];
    standing.into_iter().flatten().any(|(_, seated)| needs_mending(seated, left_by))
}

/// Tables that are used again take in those who have come since they were set.
fn seat_those_without(state: &State, seating: SeatingNo, given: &Given<'_>) -> Vec<Event> {
    let mut seated = state.seatings[seating.0].clone();
    let is_here = |seat: &SeatId| state.seats.get(seat).is_some_and(|seat| seat.present);
    for table in &mut seated.tables {
        table.seats.retain(is_here);
    }
    let mut facts = vec![];
    for seat in without_table(state, &seated) {
        let Some(number) = table_for_late(state, &seated, seat, given) else { break };
        facts.push(Event::SeatPlaced { seating, seat, table: number });
        if let Some(table) = seated.tables.iter_mut().find(|table| table.number == number) {
            table.seats.push(seat);
        }
    }
    facts.extend(new_hosts(state, seating, &seated, given));
    facts
}

/// A café table that is in use has a host.
fn new_hosts(state: &State, seating: SeatingNo, seated: &Seated, given: &Given<'_>) -> Vec<Event> {
    let hosts = cafe::missing_hosts(state, seated, given).into_iter();
    hosts.map(|seat| Event::RoleGiven { seating, seat, role: Role::CafeHost }).collect()
}

/// The same tables once somebody has come to one of them.
fn with_seat(seated: &Seated, seat: SeatId, number: TableNumber) -> Seated {
    let mut seated = seated.clone();
    for table in &mut seated.tables {
        table.seats.retain(|it| *it != seat);
        table.seats.extend((table.number == number).then_some(seat));
    }
    seated
}

fn set_with_roles(
    state: &State,
    seating: Seating,
    item: ItemNo,
    number: SeatingNo,
    given: &Given<'_>,
) -> Vec<Event> {
    let tables = set(state, seating, item, given);
    let mut rng = Rng::new(given.chance.rotate_left(17));
    let with_roles = tables.iter().filter(|_| !seating.kind().roles.is_empty());
    let roles = with_roles.flat_map(|table| draw_roles(state, table, &mut rng)).collect();
    facts_of(seating, item, number, tables, roles)
}

fn facts_of(
    seating: Seating,
    item: ItemNo,
    number: SeatingNo,
    tables: Vec<Table>,
    roles: Vec<(SeatId, Role)>,
) -> Vec<Event> {
    let mut facts = vec![Event::TablesSet { seating, item, tables }];
    let with_roles = roles.into_iter();
    facts.extend(with_roles.map(|(seat, role)| Event::RoleGiven { seating: number, seat, role }));
    facts
}

/// Makes the meeting's groups before they are needed, or shuffles them again while nothing has
/// been done in them.
fn make_groups(state: &State, again: bool, given: &Given<'_>) -> Decision {
    if matches!(state.phase, Phase::Ended { .. }) {
        return Err(Refusal::Over);
    }
    if state.present().is_empty() {
        return Err(Refusal::TooFewPeople);
    }
    if state.groups().is_some() && !again {
        return Ok(vec![]);
    }
    let item = state.place().map_or(ItemNo(0), |place| place.item);
    Ok(set_with_roles(state, Seating::Groups, item, state.next_seating(), given))
}

/// Moves someone to another table of the tables that stand now, or of the groups.
fn move_seat(state: &State, seat: SeatId, table: TableNumber, given: &Given<'_>) -> Decision {
    let standing = state.tables_now().or_else(|| state.groups());
    let (seating, seated) = standing.ok_or(Refusal::NoSuchTable)?;
    let to = seated.table(table).ok_or(Refusal::NoSuchTable)?;
    if !state.seats.get(&seat).is_some_and(|seat| seat.present) {
        return Err(Refusal::NoSuchSeat);
    }
    if to.seats.contains(&seat) {
        return Ok(vec![]);
    }
    let mut facts = vec![Event::SeatPlaced { seating, seat, table }];
    facts.extend(fill_roles(state, seating, seated, seat, given));
    if to.seats.is_empty() {
        let mut after = with_seat(seated, seat, table);
        after.tables.retain(|it| it.number == table);
        facts.extend(new_hosts(state, seating, &after, given));
    }
    Ok(facts)
}

/// Places a late-comer at a table of what stands now and of the groups.
pub(super) fn seat_late_comer(state: &State, seat: SeatId, given: &Given<'_>) -> Vec<Event> {
    let now = state.tables_now();
    let groups = state.groups().filter(|(groups, _)| now.is_none_or(|(now, _)| now != *groups));
    let standing = [now, groups].into_iter().flatten();
    let placed = standing.filter_map(|(seating, seated)| {
        let table = table_for_late(state, seated, seat, given)?;
        let mut facts = vec![Event::SeatPlaced { seating, seat, table }];
        facts.extend(new_hosts(state, seating, &with_seat(seated, seat, table), given));
        Some(facts)
    });
    placed.flatten().collect()
}

/// Mends the tables that stand now and the groups after someone left.
pub(super) fn mend_after(state: &State, left_by: SeatId, given: &Given<'_>) -> Vec<Event> {
    let now = state.tables_now();
    let groups = state.groups().filter(|(groups, _)| now.is_none_or(|(now, _)| now != *groups));
    let mut facts = vec![];
    for (seating, seated) in [now, groups].into_iter().flatten() {
        let mut left = seated.clone();
        for table in &mut left.tables {
            table.seats.retain(|seat| *seat != left_by);
        }
        let moves = mend(state, seated, left_by, given);
        for (mover, number) in &moves {
            facts.push(Event::SeatPlaced { seating, seat: *mover, table: *number });
            for table in &mut left.tables {
                table.seats.retain(|seat| seat != mover);
                table.seats.extend((table.number == *number).then_some(*mover));
            }
        }
        for gone in std::iter::once(left_by).chain(moves.iter().map(|(mover, _)| *mover)) {
            let table = seated.table_of(gone).and_then(|table| left.table(table.number));
            facts.extend(
                table
                    .map(|rest| pass_roles(state, (seating, seated), gone, rest, given))
                    .unwrap_or_default(),
            );
        }
    }
    facts
}

/// Gives the roles that someone vacates at their table to those left there with the fewest.
fn fill_roles(
    state: &State,
    seating: SeatingNo,
    seated: &Seated,
    vacated_by: SeatId,
    given: &Given<'_>,
) -> Vec<Event> {
    let Some(table) = seated.table_of(vacated_by) else { return vec![] };
    let seats = table.seats.iter().copied().filter(|seat| *seat != vacated_by).collect();
    let rest = Table { number: table.number, seats };
    pass_roles(state, (seating, seated), vacated_by, &rest, given)
}

fn pass_roles(
    state: &State,
    (seating, seated): (SeatingNo, &Seated),
    vacated_by: SeatId,
    rest: &Table,
    given: &Given<'_>,
) -> Vec<Event> {
    let mut seats = rest.seats.clone();
    Rng::new(given.chance).shuffle(&mut seats);
    // Somebody who has just come to the table has left the old roles behind.
    let load = |seat: SeatId| {
        let is_new = seated.table_of(seat).is_none_or(|table| table.number != rest.number);
        if is_new { 0 } else { seated.roles_of(seat).len() }
    };
    let is_here = |seat: &SeatId| state.seats.get(seat).is_some_and(|seat| seat.present);
    let mut load: Vec<(usize, SeatId)> =
        seats.into_iter().filter(is_here).map(|seat| (load(seat), seat)).collect();
    let mut facts = vec![];
    for role in seated.roles_of(vacated_by) {
        if let Some(least) = load.iter_mut().min_by_key(|(roles, _)| *roles) {
            least.0 += 1;
            facts.push(Event::RoleGiven { seating, seat: least.1, role });
        }
    }
    facts
}

/// Passes a role to the one at the table with the fewest roles. No reason is asked for.
fn pass_role(state: &State, seat: SeatId, role: Role, given: &Given<'_>) -> Decision {
    let standing = state.tables_now().filter(|(_, seated)| !seated.roles.is_empty());
    let (seating, seated) = standing.or_else(|| state.groups()).ok_or(Refusal::NoRoleToPass)?;
    if !seated.roles.contains(&(seat, role)) {
        return Err(Refusal::NoRoleToPass);
    }
    let table = seated.table_of(seat).ok_or(Refusal::NoRoleToPass)?;
    let mut others: Vec<SeatId> =
        table.seats.iter().copied().filter(|other| *other != seat).collect();
    Rng::new(given.chance).shuffle(&mut others);
    let next = others.into_iter().min_by_key(|other| seated.roles_of(*other).len());
    next.map(|seat| vec![Event::RoleGiven { seating, seat, role }]).ok_or(Refusal::NoRoleToPass)
}

/// Passes the turn on: the leader between tables in plenary, anyone at a table round it.
fn pass_turn(state: &State, actor: Actor, from: u32) -> Decision {
    let place = state.running().and_then(|running| running.place).ok_or(Refusal::NotStarted)?;
    let turns = state.step(place).and_then(|step| step.turns).ok_or(Refusal::NothingToWrite)?;
    match (turns.order, actor) {
        (TurnOrder::Tables, _) => {
            leads(state, actor)?;
            if state.room_turn != from {
                return Ok(vec![]);
            }
            Ok(vec![Event::TurnMoved { table: None, turn: from + 1 }])
        }
        (TurnOrder::Members, Actor::Seat(seat)) => {
            let (_, seated) = state.tables_now().ok_or(Refusal::NoSuchTable)?;
            let table = seated.table_of(seat).ok_or(Refusal::NoSuchTable)?;
            let turn = state.table_turns.get(&table.number).copied().unwrap_or(0);
            let is_over =
                usize::try_from(turn).is_ok_and(|it| it >= turn_order(seated, table).len());
            if turn != from || is_over {
                return Ok(vec![]);
            }
            Ok(vec![Event::TurnMoved { table: Some(table.number), turn: turn + 1 }])
        }
        (TurnOrder::Members, Actor::Leader | Actor::Newcomer) => Err(Refusal::SeatOnly),
    }
}

fn own_table(state: &State, seat: SeatId) -> Result<TableNumber, Refusal> {
    let (_, seated) = state.tables_now().ok_or(Refusal::NoSuchTable)?;
    seated.table_of(seat).map(|table| table.number).ok_or(Refusal::NoSuchTable)
}

fn ask_help(state: &State, seat: SeatId) -> Decision {
    let table = own_table(state, seat)?;
    let asked = state.help.contains(&table);
    Ok(if asked { vec![] } else { vec![Event::HelpAsked { table }] })
}

/// The leader has been there, or the table managed by itself.
fn give_help(state: &State, actor: Actor, table: TableNumber) -> Decision {
    let is_own = match actor {
        Actor::Seat(seat) => own_table(state, seat) == Ok(table),
        Actor::Leader | Actor::Newcomer => false,
    };
    if !is_own {
        leads(state, actor)?;
    }
    let asked = state.help.contains(&table);
    Ok(if asked { vec![Event::HelpGiven { table }] } else { vec![] })
}

fn be_ready(state: &State, seat: SeatId) -> Decision {
    let table = own_table(state, seat)?;
    let is_ready = state.ready.contains(&table);
    Ok(if is_ready { vec![] } else { vec![Event::TableReady { table }] })
}

fn raise_hand(state: &State, seat: SeatId, up: bool) -> Vec<Event> {
    match (state.hands.contains(&seat), up) {
        (false, true) => vec![Event::HandRaised { seat }],
        (true, false) => vec![Event::HandLowered { seat }],
        (true, true) | (false, false) => vec![],
    }
}

fn lower_hand(state: &State, actor: Actor, seat: SeatId) -> Decision {
    if actor != Actor::Seat(seat) && !is_leading(state, actor) {
        return Err(Refusal::NotYours);
    }
    Ok(raise_hand(state, seat, false))
}

/// «Dette er viktigere – bytt spørsmål»: the table's own choice (level 0, dialogue 5.1).
fn change_question(state: &State, seat: SeatId, text: &str) -> Decision {
    let table = own_table(state, seat)?;
    let text = clean_line(text, LINE_GRAPHEMES_MAX)?;
    let item = state.place().map_or(ItemNo(0), |place| place.item);
    if state.questions.get(&(item, table)) == Some(&text) {
        return Ok(vec![]);
    }
    Ok(vec![Event::QuestionChanged { table, text }])
}
