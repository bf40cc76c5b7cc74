//! The groups page: what it says, and to whom.

use kernel::ids::PlanVersion;
use std::collections::BTreeMap;

use kernel::lang::Lang;
use maud::Markup;
use meeting::company::Acquaintance;
use meeting::expected::{Expected, read};
use meeting::groups::{Conflict, GroupPlan, Kept, Met};

use super::{HOSTILE, with_frame};
use crate::before::groups::page::{GroupsPage, GroupsTrouble, groups_page};
use crate::shell::frame::Frame;

fn plan() -> GroupPlan {
    let tables = vec![vec![1, 2, 3, 4], vec![5, 6, 7, 8]];
    GroupPlan {
        tables: tables.clone(),
        rotations: BTreeMap::from([("i1".to_owned(), vec![tables])]),
        apart: vec![[1, 5]],
        together: vec![[2, 3]],
        locked: [1].into(),
        before: Some(PlanVersion(1)),
        ..GroupPlan::default()
    }
}

fn people() -> Vec<Expected> {
    let names =
        ["Kari; A", "Per; A", "Ola; B; leder", "Eli; C", "Gro; A", "Liv; B", "Tor; C", "Åse"];
    read(&names.join("\n"), &[])
}

fn met() -> Met {
    BTreeMap::from([((1, 5), Acquaintance { tenths: 18, meetings: 2 })])
}

fn look(f: &Frame<'_>, people: &[Expected], trouble: Option<GroupsTrouble>) -> Markup {
    look_at(f, people, &plan(), trouble)
}

fn look_at(
    f: &Frame<'_>,
    people: &[Expected],
    plan: &GroupPlan,
    trouble: Option<GroupsTrouble>,
) -> Markup {
    groups_page(
        f,
        &GroupsPage {
            title: HOSTILE,
            items: vec![("i1", HOSTILE)],
            people,
            plan,
            wanted: plan,
            version: PlanVersion(2),
            met: &met(),
            remembered: 2,
            chosen: Some(1),
            moved: Some(2),
            shows_bonds: true,
            is_running: true,
            organises: true,
            trouble,
        },
    )
}

pub(super) fn hostile(f: &Frame<'_>) -> Markup {
    let mut people = people();
    for person in &mut people {
        HOSTILE.clone_into(&mut person.name);
        HOSTILE.clone_into(&mut person.unit);
    }
    let rules = vec![
        Kept::Apart(1, 2),
        Kept::Together(vec![1, 2, 3]),
        Kept::Leader(3, vec![1, 2, 4, 5, 6]),
        Kept::Locked(1, 1),
    ];
    let conflict = Conflict { people: 8, tables: 2, item: None, rules, smallest: true };
    look(f, &people, Some(GroupsTrouble::Conflict(conflict)))
}

#[test]
fn the_map_says_what_a_seat_costs_and_why_the_groups_are_good() {
    let html = with_frame(Lang::Nb, |f| look(f, &people(), None));
    for said in [
        "8 personer ved 2 bord",
        "Kari, bord 1",
        "Kari og Gro har møttes to ganger før.",
        "Kari og Gro er fra samme team.",
        "Bryter en regel: Kari og Gro skal ikke sitte sammen.",
        "Bord 1 blir bare 3.",
        "Gro – Gro og Per er fra samme team.",
        "Åse – Kari og Gro har møttes to ganger før. Kari og Gro er fra samme team.",
        "Ingen ved samme bord har sittet sammen i de siste møtene.",
        "Teamene er fordelt så jevnt som tallet på bord tillater.",
        "Per sitter nå ved bord 1.",
    ] {
        assert!(html.contains(said), "{said}");
    }
}

#[test]
fn a_clash_is_one_sentence_and_the_rules_that_clash() {
    let rules = vec![Kept::Apart(1, 2), Kept::Together(vec![1, 2])];
    let conflict = Conflict { people: 8, tables: 2, item: None, rules, smallest: true };
    let trouble = Some(GroupsTrouble::Conflict(conflict));
    let html = with_frame(Lang::Nb, |f| look(f, &people(), trouble.clone()));
    let sentence = "Med 8 personer ved 2 bord kan ikke alle disse reglene holdes samtidig:";
    assert!(html.contains(sentence));
    assert!(html.contains("Kari og Per skal sitte sammen."));
}

#[test]
fn history_is_of_pairs_and_no_person_has_a_number() {
    let html = with_frame(Lang::Nb, |f| look(f, &people(), None));
    assert!(html.contains("teller aldri opp for den enkelte"));
    for name in ["Kari har møtt", "Per har møtt"] {
        assert!(!html.contains(name));
    }
}

#[test]
fn the_host_of_a_rotation_is_marked() {
    let people = people();
    let mut plan = plan();
    plan.hosts.insert("i1".to_owned(), vec![1, 5]);
    let html = with_frame(Lang::Nb, |f| look_at(f, &people, &plan, None));
    assert!(html.contains("Kari (vert), Per, Ola og Eli"), "{html}");
    let html = with_frame(Lang::Nb, |f| look(f, &people, None));
    assert!(!html.contains("(vert)"));
}
