//! A participant's phone: one sentence, one action.

use std::collections::{BTreeMap, BTreeSet};

use kernel::ids::{ContributionId, Place, SeatId, TableNumber};
use kernel::role::Role;
use kernel::step::{Capture, Kind, Seating, Source, Step, TurnOrder};
use serde::Serialize;

use super::wall::board;
use super::{
    Card, CommitmentCard, CountedCard, Live, NowCard, PhaseCard, SourceCard, TableCard, TurnCard,
    commitments, now_card, table_card,
};
use crate::seen::{Viewer, may_see};
use crate::state::{FieldKey, Lead, Owner, Phase, State};

/// What one seat's phone shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "a screen lists independent facts")]
pub struct PhoneScreen {
    pub me: SeatId,
    pub name: String,
    pub present: bool,
    pub phase: PhaseCard,
    pub title: String,
    pub goals: Vec<String>,
    pub here: u32,
    pub now: Option<NowCard>,
    /// Where to sit in this step, and with whom.
    pub table: Option<TableCard>,
    /// In the group of the meeting, also while the room is together.
    pub group: Option<TableCard>,
    pub roles: Vec<Role>,
    /// The question of the table, when it has changed its own.
    pub question: Option<String>,
    pub sources: Vec<SourceCard>,
    pub forms: Vec<Form>,
    pub table_turn: Option<TurnCard>,
    /// The focus keeper has just asked whether the table is on the matter.
    pub detour: bool,
    pub hand: Option<usize>,
    pub help_asked: bool,
    pub table_ready: bool,
    pub commitments: Vec<CommitmentCard>,
    /// The deputy may take over, because the leader's line is gone.
    pub may_take_lead: bool,
    pub has_lead: bool,
}

/// What can be written now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "form")]
pub enum Form {
    /// Own notes, seen by nobody else.
    Notes {
        fields: Vec<FieldCard>,
    },
    /// One thing to take along, with what there is to choose from.
    Carry {
        field: FieldCard,
        choices: Vec<Card>,
    },
    Pick {
        fields: Vec<FieldCard>,
        choices: Vec<Card>,
    },
    Points {
        fields: Vec<FieldCard>,
        disagreement: FieldCard,
        cards: Vec<Card>,
        members: usize,
        may_deliver: bool,
        delivered: bool,
    },
    TableText {
        field: FieldCard,
    },
    Found {
        fields: Vec<FieldCard>,
    },
    Choice {
        notes: Vec<ChoiceCard>,
    },
    Commitments,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldCard {
    pub place: Place,
    pub kind: Kind,
    pub slot: u8,
    pub id: Option<ContributionId>,
    pub text: String,
    /// How many times it has been written; sent back with a change.
    pub version: u32,
    pub parents: Vec<ContributionId>,
    pub i_stand: bool,
    pub stands: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChoiceCard {
    pub card: Card,
    pub votes: usize,
    pub is_my_choice: bool,
}

/// Returns what a seat's phone may show, or `None` for a seat that does not exist.
#[must_use]
pub fn phone(state: &State, me: SeatId, live: &Live) -> Option<PhoneScreen> {
    let seat = state.seats.get(&me)?;
    let plan = state.plan.as_ref()?;
    let now = now_card(state);
    let place = now.as_ref().map(|now| now.place);
    let step = place.and_then(|place| state.step(place));
    let at = place.and_then(|place| state.table_at(place, me));
    let group = state.groups().and_then(|(seating, seated)| {
        table_card(state, seating, seated.table_of(me)?.number, Some(me))
    });
    let number = at.map(|(_, table)| table.number);
    Some(PhoneScreen {
        me,
        name: seat.name.clone(),
        present: seat.present,
        phase: phase_card(state),
        title: plan.title.clone(),
        goals: plan.goals.clone(),
        here: u32::try_from(state.present().len()).unwrap_or(u32::MAX),
        table: at.and_then(|(seating, table)| table_card(state, seating, table.number, Some(me))),
        group,
        roles: roles_now(state, me, at.map(|(seating, _)| seating)),
        question: place
            .zip(number)
            .and_then(|(place, number)| state.questions.get(&(place.item, number)).cloned()),
        sources: place.zip(step).map_or(vec![], |(place, step)| sources(state, place, step, me)),
        forms: place.zip(step).map_or(vec![], |(place, step)| forms(state, place, step, me)),
        table_turn: step.and_then(|step| table_turn(state, step, me)),
        detour: number.is_some_and(|number| live.detours.contains(&number)),
        hand: state.hands.iter().position(|hand| *hand == me).map(|place| place + 1),
        help_asked: number.is_some_and(|number| state.help.contains(&number)),
        table_ready: number.is_some_and(|number| state.ready.contains(&number)),
        commitments: commitments(state),
        may_take_lead: state.deputy == Some(me)
            && live.leader_is_away
            && state.lead == Lead::Leader,
        has_lead: state.lead == Lead::Deputy(me),
        now,
    })
}

pub(super) fn phase_card(state: &State) -> PhaseCard {
    match state.phase {
        Phase::Lobby => PhaseCard::Lobby,
        Phase::Running(_) => PhaseCard::Running,
        Phase::Ended { .. } => PhaseCard::Ended,
    }
}

/// Roles hold in the meeting's groups and in tables that drew their own; in pairs nobody has one.
fn roles_now(state: &State, me: SeatId, seating: Option<usize>) -> Vec<Role> {
    let seating = seating.or_else(|| state.groups().map(|(seating, _)| seating));
    let seated = seating.and_then(|seating| state.seatings.get(seating));
    seated.map_or(vec![], |seated| seated.roles_of(me))
}

fn table_turn(state: &State, step: &Step, me: SeatId) -> Option<TurnCard> {
    let turns = step.turns.filter(|turns| turns.order == TurnOrder::Members)?;
    let (_, seated) = state.tables_now()?;
    let table = seated.table_of(me)?;
    let turn = state.table_turns.get(&table.number).copied().unwrap_or(0);
    let order = crate::tables::turn_order(seated, table);
    let names = order.iter().map(|seat| state.name(*seat).to_owned());
    Some(TurnCard {
        turn,
        of: u32::try_from(order.len()).unwrap_or(u32::MAX),
        each: turns.each,
        table: Some(table.number),
        names: names.collect(),
    })
}

fn sources(state: &State, place: Place, step: &Step, me: SeatId) -> Vec<SourceCard> {
    let of = |source: &Source| source_card(state, place, *source, me);
    step.shows.iter().map(of).collect()
}

fn source_card(state: &State, place: Place, source: Source, me: SeatId) -> SourceCard {
    let order = match source {
        Source::ListeningOrder => order_of(state, place.item, me),
        Source::OwnNotes
        | Source::OwnCarried
        | Source::TableCarried
        | Source::TablePicked
        | Source::RoomCarried
        | Source::RoomPoints
        | Source::TablePoints => None,
    };
    let cards = match source {
        Source::OwnNotes => own(state, me, is_note),
        Source::OwnCarried => newest(own(state, me, |kind| kind == Kind::Carried)),
        Source::TableCarried => at_table(state, place, me, Kind::Carried),
        Source::TablePicked => at_table(state, place, me, Kind::Picked),
        Source::RoomCarried => {
            return counted(source, board(state).carried.clone());
        }
        Source::RoomPoints => return counted(source, board(state).points.clone()),
        Source::TablePoints => table_points(state, place, me),
        Source::ListeningOrder => vec![],
    };
    let single = |card: Card| CountedCard { card, times: 1, table: None };
    SourceCard { source, cards: cards.into_iter().map(single).collect(), order }
}

fn counted(source: Source, cards: Vec<CountedCard>) -> SourceCard {
    SourceCard { source, cards, order: None }
}

/// Deals the item's listening orders round the room by seat number.
#[must_use]
pub fn order_of(state: &State, item: usize, me: SeatId) -> Option<String> {
    let orders = &state.plan.as_ref()?.items.get(item)?.orders;
    let number = usize::try_from(me.0).ok()?;
    orders.get(number.checked_sub(1)? % orders.len().max(1)).cloned()
}

fn is_note(kind: Kind) -> bool {
    !kind.is_of_the_table() && kind != Kind::Carried && kind != Kind::Picked
}

fn own(state: &State, me: SeatId, wanted: impl Fn(Kind) -> bool) -> Vec<Card> {
    let mine = state.texts_of(me).filter(|it| wanted(it.kind));
    mine.map(|it| card(state, it.id, Some(me))).collect()
}

fn newest(mut cards: Vec<Card>) -> Vec<Card> {
    cards.pop().into_iter().collect()
}

/// What the others at the viewer's table took along or picked in this item. Where someone has
/// taken along more than once, the last counts: that is what the change of round asks for.
fn at_table(state: &State, place: Place, me: SeatId, kind: Kind) -> Vec<Card> {
    let Some((_, table)) = state.table_at(place, me) else { return vec![] };
    let mut cards = BTreeMap::new();
    for it in table.seats.iter().flat_map(|seat| state.texts_of(*seat)) {
        let counts = it.kind == kind && it.place.item == place.item;
        let is_theirs = it.by != me || kind == Kind::Picked;
        if counts && is_theirs && may_see(state, Viewer::Seat(me), it.id) {
            let key = if kind == Kind::Carried { (it.by, 0) } else { (it.by, it.id.0) };
            cards.insert(key, card(state, it.id, Some(me)));
        }
    }
    cards.into_values().collect()
}

fn table_points(state: &State, place: Place, me: SeatId) -> Vec<Card> {
    let Some((seating, table)) = state.table_at(place, me) else { return vec![] };
    let points = state
        .texts_at(seating, table.number)
        .filter(|it| it.place.item == place.item && it.kind == Kind::Point);
    points.map(|it| card(state, it.id, Some(me))).collect()
}

/// Returns a text as a card; the name stands on it only for the viewer's own table.
pub(super) fn card(state: &State, id: ContributionId, me: Option<SeatId>) -> Card {
    let it = &state.contributions[&id];
    let named = me.is_some() && it.table.is_none() && me != Some(it.by);
    Card {
        id,
        kind: it.kind,
        text: it.text.clone(),
        by: named.then(|| state.name(it.by).to_owned()),
        is_mine: me == Some(it.by) && it.table.is_none(),
        parents: it.parents.clone(),
    }
}

fn forms(state: &State, place: Place, step: &Step, me: SeatId) -> Vec<Form> {
    let of = |capture: &Capture| form(state, place, step, capture, me);
    step.captures.iter().filter_map(of).collect()
}

fn form(state: &State, place: Place, step: &Step, capture: &Capture, me: SeatId) -> Option<Form> {
    let own = |kind, slot| field(state, Owner::Seat(me), place, kind, slot, me);
    let at = || state.table_at(place, me);
    let owner =
        |(seating, table): (usize, &crate::state::Table)| Owner::Table(seating, table.number);
    Some(match capture {
        Capture::Notes(fields) => Form::Notes { fields: each(fields, own) },
        Capture::Carry => {
            Form::Carry { field: own(Kind::Carried, 0), choices: choices(state, place, me) }
        }
        Capture::Pick { exactly } => Form::Pick {
            fields: (0..*exactly).map(|slot| own(Kind::Picked, slot)).collect(),
            choices: choices(state, place, me),
        },
        Capture::Points { most } => {
            let (seating, table) = at()?;
            points(state, place, (seating, table.number), *most, me)
        }
        Capture::TableText => {
            Form::TableText { field: field(state, owner(at()?), place, Kind::TableText, 0, me) }
        }
        Capture::Found(fields) => {
            let owner = owner(at()?);
            Form::Found {
                fields: each(fields, |kind, slot| field(state, owner, place, kind, slot, me)),
            }
        }
        Capture::Choice => Form::Choice { notes: choice_cards(state, place, me) },
        Capture::Commitments => {
            debug_assert!(step.seating == Seating::Room || at().is_some());
            Form::Commitments
        }
    })
}

fn each(fields: &[kernel::step::Field], make: impl Fn(Kind, u8) -> FieldCard) -> Vec<FieldCard> {
    let slots = fields.iter().flat_map(|field| (0..field.count).map(|slot| (field.kind, slot)));
    slots.map(|(kind, slot)| make(kind, slot)).collect()
}

fn field(state: &State, owner: Owner, place: Place, kind: Kind, slot: u8, me: SeatId) -> FieldCard {
    let it = state.written(FieldKey { owner, place, kind, slot });
    FieldCard {
        place,
        kind,
        slot,
        id: it.map(|it| it.id),
        text: it.map_or(String::new(), |it| it.text.clone()),
        version: it.map_or(0, |it| it.version),
        parents: it.map_or(vec![], |it| it.parents.clone()),
        i_stand: it.is_some_and(|it| it.stands.contains(&me)),
        stands: it.map_or(0, |it| it.stands.len()),
    }
}

/// What there is to take along: own notes, and what others took to my tables in this meeting.
fn choices(state: &State, place: Place, me: SeatId) -> Vec<Card> {
    let mut cards = own(state, me, is_note);
    let seatings = state.seated_at.range(..=place).map(|(_, seating)| &state.seatings[*seating]);
    let tables = seatings.filter_map(|seated| seated.table_of(me));
    let mates: BTreeSet<SeatId> =
        tables.flat_map(|table| table.seats.iter().copied()).filter(|seat| *seat != me).collect();
    let received = mates.into_iter().flat_map(|mate| state.texts_of(mate)).filter(|it| {
        it.kind == Kind::Carried && it.place < place && crate::seen::met_over(state, me, it)
    });
    cards.extend(received.map(|it| card(state, it.id, Some(me))));
    cards
}

fn points(
    state: &State,
    place: Place,
    (seating, number): (usize, TableNumber),
    most: u8,
    me: SeatId,
) -> Form {
    let owner = Owner::Table(seating, number);
    let at = |kind, slot| field(state, owner, place, kind, slot, me);
    let fields: Vec<FieldCard> = (0..most).map(|slot| at(Kind::Point, slot)).collect();
    let members = state.must_stand(seating, number).len();
    let disagreement = at(Kind::Disagreement, 0);
    let written = fields.iter().filter(|field| field.id.is_some());
    let all_stand = written.clone().all(|field| field.stands >= members);
    let is_something = written.count() > 0 || disagreement.id.is_some();
    Form::Points {
        may_deliver: is_something && all_stand,
        fields,
        disagreement,
        cards: at_table(state, place, me, Kind::Picked),
        members,
        delivered: state.delivered.contains(&(place.item, number)),
    }
}

fn choice_cards(state: &State, place: Place, me: SeatId) -> Vec<ChoiceCard> {
    let Some((_, table)) = state.table_at(place, me) else { return vec![] };
    let asked = table.seats.iter().flat_map(|seat| state.texts_of(*seat)).filter(|it| {
        it.place.item == place.item
            && matches!(it.kind, Kind::Question | Kind::Story)
            && may_see(state, Viewer::Seat(me), it.id)
    });
    let cards = asked.map(|it| ChoiceCard {
        card: card(state, it.id, Some(me)),
        votes: state.chosen.values().filter(|chosen| **chosen == it.id).count(),
        is_my_choice: state.chosen.get(&me) == Some(&it.id),
    });
    cards.collect()
}
