//! What stands beside the task: changes of place, loans, what was shared, the goals.

use super::*;

pub(super) fn lent(id: u32, text: &str, kept_as: Option<ContributionId>) -> CountedCard {
    CountedCard { loan: Some(LoanCard { kept_as }), ..counted(id, Kind::Point, text) }
}

pub(super) fn goal_results() -> Vec<GoalResult> {
    let count = GoalCount { reached: 4, partly: 2, not_yet: 1 };
    vec![GoalResult { goal: HOSTILE.to_owned(), count }]
}

pub(super) fn shared() -> Vec<SharedCard> {
    let card = |id: u32, text: &str, is_withdrawn| SharedCard {
        id: ContributionId(id),
        kind: Kind::Carried,
        text: text.to_owned(),
        is_withdrawn,
    };
    vec![card(61, HOSTILE, false), card(62, "Angret", true)]
}

/// A café's tables find themselves.
fn to_a_cafe(number: u8, roles: Vec<Role>) -> PhoneScreen {
    let screen = changing(None);
    let round = Some(Round { number, of: 3 });
    let now = screen.now.map(|now| NowCard { seating: Seating::Cafe, round, ..now });
    PhoneScreen { now, roles, ..screen }
}

#[test]
fn a_cafe_host_is_told_to_stay_and_to_tell_the_next_guests() {
    let said = |number, roles| phone_html(Lang::Nb, &to_a_cafe(number, roles));
    let first = said(1, vec![Role::CafeHost]);
    assert!(first.contains("Gå til bord") && first.contains("i alle rundene"));
    let next = said(2, vec![Role::CafeHost]);
    assert!(next.contains("Bli ved bord") && next.contains("på ett minutt"));
    assert!(!next.contains("class=\"ph-room\""), "a host needs no map");
    let guest = said(2, vec![]);
    assert!(guest.contains("Gå til bord") && !guest.contains("på ett minutt"));
}

#[test]
fn who_speaks_for_a_table_is_told_before_it_has_the_floor_and_when_it_has() {
    let said = |turn| {
        let names = vec![];
        let floor =
            TurnCard { turn, of: 3, each: Seconds(120), table: Some(TableNumber(turn + 1)), names };
        let now = NowCard { turn: Some(floor), ..now("summary", Seating::Room) };
        let speaks_for = Some(Speaker { table: TableNumber(2), turn: 1 });
        phone_html(Lang::Nb, &PhoneScreen { now: Some(now), speaks_for, ..phone(vec![]) })
    };
    assert!(said(0).contains("Du forteller for bord 2 når det får ordet."));
    assert!(said(1).contains("Du forteller for bord 2 nå."));
    assert!(!said(2).contains("Du forteller"));
}

/// People find new tables.
pub(super) fn changing(from: Option<u32>) -> PhoneScreen {
    let waiting = ClockCard { state: ClockState::Waiting, until: None, ..clock() };
    let now = NowCard { clock: waiting, ..now("agree", Seating::Pairs) };
    let change = ChangeCard { from: from.map(TableNumber), to: TableNumber(5), tables: 6 };
    PhoneScreen { now: Some(now), change: Some(change), ..phone(vec![]) }
}

#[test]
fn the_item_that_gives_a_minute_is_named_also_when_items_have_been_moved() {
    let mut screen = console();
    screen.program.reverse();
    let html = with_frame(Lang::Nb, |f| console_page(f, &screen));
    assert!(html.contains("Neste minutt tas fra «Økt 1»"), "{html}");
}
