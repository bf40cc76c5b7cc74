//! Paper: the meeting can be held with it alone.

use kernel::step::{Capture, Field, Step};

use super::*;

pub(super) fn print_set() -> PrintSet {
    let think =
        Step::new("think", Mode::Alone, 3).takes(Capture::Notes(vec![Field::new(Kind::Note, 3)]));
    let agree = Step::new("agree", Mode::Group, 2).takes(Capture::Points { most: 3 });
    let list = GroupList {
        title: None,
        rounds: vec![vec![vec!["Kari".to_owned(), "Ola".to_owned()], vec!["Per".to_owned()]]],
    };
    PrintSet {
        plan: plan(),
        console: console(),
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
    assert!(html.contains("13.00 (20 minutter)") && html.contains("13.20 (20 minutter)"));
}
