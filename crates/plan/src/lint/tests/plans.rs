//! A plan of our own, as the rules read it.

use crate::document::{Item, ItemKind, Plan};
use crate::lint::around::Around;
use crate::lint::lint;
use crate::lint::seen::Seen;

fn row(title: &str, tool: &str, minutes: u32) -> Item {
    Item { title: title.to_owned(), tool: tool.to_owned(), minutes, ..Item::default() }
}

#[test]
fn steps_come_from_the_way_of_working_and_something_to_read_takes_no_time() {
    let mut note = row("Ferielister", "", 15);
    note.kind = ItemKind::Notice;
    let items = vec![note, row("Innlegg", "input", 20), row("IGP", "igp", 40)];
    let plan = Plan { items, ..Plan::default() }.with_ids();
    let around = Around::default();
    let seen = Seen::of(&plan, &around, tools::ALL);
    assert_eq!(seen.rows[0].minutes, Some(0));
    let minutes =
        |at: usize| seen.rows[at].stretches.iter().filter_map(|it| it.minutes).sum::<u32>();
    assert_eq!((minutes(1), minutes(2)), (20, 34));
    let found = lint(&plan, &around, tools::ALL);
    assert_eq!(found.iter().filter(|it| it.rule == "AKT-02").count(), 1);
}
