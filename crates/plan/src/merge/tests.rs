//! Two people in one plan, and undo.

use std::collections::BTreeSet;

use kernel::step::Mode;
use proptest::collection::vec;
use proptest::prelude::*;

use super::{plans, words};
use crate::document::{Item, ItemKind, OwnStep, Plan, Preparation};

fn item(id: &str, title: &str) -> Item {
    Item { id: id.to_owned(), title: title.to_owned(), minutes: 10, ..Item::default() }
}

fn plan(titles: &[&str]) -> Plan {
    let numbered = titles.iter().zip(1..);
    let items = numbered.map(|(title, number)| item(&format!("i{number}"), title)).collect();
    Plan { title: "Møte".to_owned(), items, ..Plan::default() }.with_ids()
}

fn titles(plan: &Plan) -> Vec<&str> {
    plan.items.iter().map(|item| item.title.as_str()).collect()
}

#[test]
fn words_from_both_stay_where_they_were_written() {
    assert_eq!(words("Vi deler", "Vi deler mer", "Her: Vi deler"), "Her: Vi deler mer");
    assert_eq!(words("en to tre", "en tre", "en to tre fire"), "en tre fire");
}

#[test]
fn in_the_same_place_mine_comes_after_theirs_and_never_runs_into_it() {
    assert_eq!(words("", "ro", "mot"), "mot ro");
    assert_eq!(words("Vi lærer", "Vi prøver", "Vi deler"), "Vi deler prøver");
    assert_eq!(words("Mål", "Mål\nMitt", "Mål\nDitt"), "Mål\nDitt\nMitt");
}

#[test]
fn what_one_took_out_and_the_other_wrote_in_stays_as_it_was_written() {
    assert_eq!(
        words("Vi møtes for å lære.", "", "Vi møtes for å lære mer."),
        "Vi møtes for å lære mer."
    );
    assert_eq!(words("a b c d", "a d", "a b ny c d"), "a b ny c d");
}

#[test]
fn the_beginning_of_what_i_typed_is_not_doubled_when_it_was_saved_before() {
    assert_eq!(words("", "Hei på deg", "Hei"), "Hei på deg");
}

#[test]
fn goals_are_lines() {
    let with = |goals: &[&str]| Plan {
        goals: goals.iter().map(|it| (*it).to_owned()).collect(),
        ..Plan::default()
    };
    let both = plans(&with(&[]), &with(&["Lære"]), &with(&["Dele"]));
    assert_eq!(both.goals, ["Dele", "Lære"]);
    let both = plans(&with(&["Lære"]), &with(&["Lære mer"]), &with(&["Å Lære"]));
    assert_eq!(both.goals, ["Å Lære mer"]);
}

#[test]
fn rows_added_on_either_side_stay() {
    let base = plan(&["A", "B"]);
    let mut mine = base.clone();
    mine.items.insert(1, item("i8", "Min"));
    let mut theirs = base.clone();
    theirs.items.insert(1, item("i9", "Deres"));
    assert_eq!(titles(&plans(&base, &mine, &theirs)), ["A", "Deres", "Min", "B"]);
}

#[test]
fn a_row_that_one_moves_and_the_other_writes_in_is_moved_with_the_words() {
    let base = plan(&["A", "B", "C"]);
    let mut mine = base.clone();
    mine.items.rotate_right(1);
    let mut theirs = base.clone();
    theirs.items[2].title = "C2".to_owned();
    assert_eq!(titles(&plans(&base, &mine, &theirs)), ["C2", "A", "B"]);
    assert_eq!(titles(&plans(&base, &theirs, &mine)), ["C2", "A", "B"]);
}

#[test]
fn a_removed_row_goes_unless_the_other_changed_it() {
    let base = plan(&["A", "B"]);
    let mut without = base.clone();
    without.items.remove(1);
    assert_eq!(titles(&plans(&base, &without, &base)), ["A"]);
    assert_eq!(titles(&plans(&base, &base, &without)), ["A"]);
    let mut changed = base.clone();
    changed.items[1].minutes = 25;
    assert_eq!(titles(&plans(&base, &without, &changed)), ["A", "B"]);
    assert_eq!(titles(&plans(&base, &changed, &without)), ["A", "B"]);
}

#[test]
fn two_new_rows_with_one_id_are_two_rows() {
    let base = plan(&["A"]);
    let mut mine = base.clone();
    mine.items.push(item("i2", "Min"));
    mine.preparation.push(Preparation {
        id: "p3".to_owned(),
        used_by: vec!["i2".to_owned()],
        ..Preparation::default()
    });
    let mut theirs = base.clone();
    theirs.items.push(item("i2", "Deres"));
    let merged = plans(&base, &mine, &theirs);
    assert_eq!(titles(&merged), ["A", "Deres", "Min"]);
    assert_eq!(merged.preparation[0].used_by, [merged.items[2].id.clone()]);
    assert_ne!(merged.items[1].id, merged.items[2].id);
}

fn own(id: &str, says: &str) -> OwnStep {
    let step = OwnStep::new(Mode::Pair, 5);
    OwnStep { id: id.to_owned(), says: says.to_owned(), ..step }
}

fn says(item: &Item) -> Vec<(&str, &str)> {
    item.own_steps.iter().map(|it| (it.id.as_str(), it.says.as_str())).collect()
}

#[test]
fn words_in_an_own_step_find_it_after_another_has_gone() {
    let mut base = plan(&["A"]);
    base.items[0].own_steps = vec![own("s2", "Tenk"), own("s3", "Snakk")];
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.items[0].own_steps[1].says = "Snakk i par".to_owned();
    theirs.items[0].own_steps.remove(0);
    for merged in [plans(&base, &mine, &theirs), plans(&base, &theirs, &mine)] {
        assert_eq!(says(&merged.items[0]), [("s3", "Snakk i par")]);
    }
}

#[test]
fn two_new_own_steps_with_one_id_are_two_steps() {
    let base = plan(&["A", "B"]);
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.items[0].own_steps = vec![own("s3", "Mitt")];
    theirs.items[0].own_steps = vec![own("s3", "Deres")];
    let merged = plans(&base, &mine, &theirs);
    assert_eq!(says(&merged.items[0]), [("s3", "Deres"), ("s4", "Mitt")]);
    mine.items[0].own_steps = theirs.items[0].own_steps.clone();
    theirs.items[1].own_steps = std::mem::take(&mut theirs.items[0].own_steps);
    let merged = plans(&base, &mine, &theirs);
    assert_eq!(says(&merged.items[0]), [("s3", "Deres")]);
    assert_eq!(says(&merged.items[1]), [("s4", "Deres")]);
}

#[test]
fn undo_takes_back_one_version_and_leaves_what_came_after() {
    let before = plan(&["A", "B"]);
    let mut removed = before.clone();
    removed.items.remove(0);
    let mut now = removed.clone();
    now.purpose = "Bli klokere".to_owned();
    let undone = plans(&removed, &before, &now);
    assert_eq!(titles(&undone), ["A", "B"]);
    assert_eq!(undone.purpose, "Bli klokere");
}

prop_compose! {
    fn text()(words in vec("[abcd]|\n", 0..8)) -> String {
        words.join(" ")
    }
}

prop_compose! {
    fn any_item()(
        title in text(),
        questions in vec(text(), 0..3),
        minutes in 0u32..4,
        kind in prop_oneof![Just(ItemKind::Development), Just(ItemKind::Pause)],
        steps in vec(text(), 0..3),
    ) -> Item {
        let own_steps = steps.iter().map(|says| own("", says)).collect();
        Item { title, minutes, questions, kind, own_steps, ..Item::default() }
    }
}

prop_compose! {
    fn any_plan()(
        purpose in text(),
        goals in vec("[a-f]{1,2}", 0..4),
        rows in vec((1u32..8, any_item()), 0..6),
        used in vec(1u32..8, 0..3),
    ) -> Plan {
        let mut seen = BTreeSet::new();
        let items = rows
            .into_iter()
            .filter(|(id, _)| seen.insert(*id))
            .map(|(id, item)| Item { id: format!("i{id}"), ..item })
            .collect();
        let used_by = used.into_iter().map(|id| format!("i{id}")).collect();
        let task = Preparation { used_by, ..Preparation::default() };
        Plan { purpose, goals, items, preparation: vec![task], ..Plan::default() }.with_ids()
    }
}

/// What people see of it.
fn seen(plan: Plan) -> Plan {
    Plan { ids_used: 0, ..plan }
}

fn words_in(text: &str) -> BTreeSet<&str> {
    text.split_whitespace().collect()
}

proptest! {
    #[test]
    fn one_side_alone_decides(base in any_plan(), other in any_plan()) {
        prop_assert_eq!(seen(plans(&base, &base, &other)), other.clone());
        prop_assert_eq!(seen(plans(&base, &other, &base)), other.clone());
        prop_assert_eq!(seen(plans(&base, &other, &other)), other);
    }

    #[test]
    fn every_word_that_was_put_in_is_there(before in text(), mine in text(), theirs in text()) {
        let merged = words(&before, &mine, &theirs);
        for side in [&mine, &theirs] {
            for word in words_in(side).difference(&words_in(&before)) {
                prop_assert!(words_in(&merged).contains(word), "{} is not in {}", word, merged);
            }
        }
    }

    #[test]
    fn every_row_that_was_put_in_is_there(a in any_plan(), b in any_plan(), c in any_plan()) {
        let merged = plans(&a, &b, &c);
        let before: Vec<&String> = a.items.iter().map(|it| &it.id).collect();
        let new = |plan: &Plan| plan.items.iter().filter(|it| !before.contains(&&it.id)).count();
        prop_assert!(merged.items.len() >= new(&b).max(new(&c)));
        let ids: BTreeSet<&String> = merged.items.iter().map(|it| &it.id).collect();
        prop_assert_eq!(ids.len(), merged.items.len());
    }

    #[test]
    fn undo_then_redo_gives_back(before in any_plan(), after in any_plan(), line in "[g-k]{3}") {
        let mut now = after.clone();
        now.title = line;
        let undone = plans(&after, &before, &now);
        prop_assert_eq!(&undone.title, &now.title);
        let redone = plans(&undone, &now, &undone);
        prop_assert_eq!(seen(redone), seen(now));
    }
}
