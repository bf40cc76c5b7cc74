//! Paper: the meeting can be held with it alone.

use kernel::step::{Capture, Field, Step};

use ::plan::document::ItemKind;

use super::*;
use crate::before::paper::page::{GroupList, PrintSet, print_page};

pub(super) fn print_set() -> PrintSet {
    let think =
        Step::new("think", Mode::Alone, 3).takes(Capture::Notes(vec![Field::new(Kind::Note, 3)]));
    let agree = Step::new("agree", Mode::Group, 2).takes(Capture::Points { most: 3 });
    let list = GroupList {
        title: None,
        rounds: vec![vec![vec!["Kari".to_owned(), "Ola".to_owned()], vec!["Per".to_owned()]]],
        hosts: vec![],
    };
    PrintSet {
        plan: plan(),
        groups: console().groups,
        people: 20,
        steps: vec![vec![think, agree]],
        lists: vec![list],
    }
}

#[test]
fn a_group_sheet_says_how_on_paper_and_has_lines_for_each_answer() {
    let html = with_frame(Lang::Nb, |f| print_page(f, "sheets", &print_set()));
    assert!(html.contains("Del ut lapper."));
    assert!(html.contains("Din tanke 3:"));
    assert!(html.contains("Dette er vi uenige om:"));
    assert!(!html.contains("Bordskilt</h2>"));
}

#[test]
fn the_program_on_paper_reckons_its_times() {
    let mut set = print_set();
    set.plan.items.push(set.plan.items[0].clone());
    let html = with_frame(Lang::Nb, |f| print_page(f, "program", &set));
    assert!(html.contains("13.00–13.20") && html.contains("13.20–13.40"));
    assert!(html.contains("<svg viewBox"), "the square to scan is on the sheet");
}

#[test]
fn the_run_sheet_gives_each_step_its_clock_and_its_line() {
    let html = with_frame(Lang::Nb, |f| print_page(f, "run", &print_set()));
    assert!(html.contains("<strong>13.00</strong>") && html.contains("<strong>13.03</strong>"));
    assert_eq!(html.matches("Nå er det stille i tre minutter.").count(), 1);
}

#[test]
fn a_notice_takes_no_time_on_paper() {
    let mut set = print_set();
    let notice = Item { title: "Ferielister".into(), kind: ItemKind::Notice, ..Item::default() };
    set.plan.items.insert(0, notice);
    set.steps.insert(0, vec![]);
    let html = with_frame(Lang::Nb, |f| print_page(f, "program", &set));
    assert!(!html.contains("Ferielister") && html.contains("13.00–13.20"));
}

#[test]
fn the_lists_of_a_cafe_say_who_stays() {
    let mut set = print_set();
    set.lists[0].hosts = vec!["Kari".to_owned()];
    let html = with_frame(Lang::Nb, |f| print_page(f, "groups", &set));
    assert!(html.contains("Kari (vert), Ola") && !html.contains("Per (vert)"));
    assert!(html.contains("Verten blir ved bordet i alle rundene."));
}

#[test]
fn a_cafe_has_a_card_for_its_host() {
    let mut set = print_set();
    let card = |set: &PrintSet| {
        with_frame(Lang::Nb, |f| print_page(f, "roles", set)).contains("Kafévert</h3>")
    };
    assert!(!card(&set));
    set.steps[0].push(Step::new("talk", Mode::Group, 12).seated(Seating::Cafe));
    assert!(card(&set));
}
