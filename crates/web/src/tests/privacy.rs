//! What must never be on a page that others read.

use super::*;

#[test]
fn a_note_that_is_not_shared_stands_without_words_in_the_red_thread() {
    let html = with_frame(Lang::Nb, |f| result_page(f, &result()));
    assert!(html.contains("eget notat (ikke delt)"));
    assert!(html.contains("Vi prøver mer"));
    assert!(html.contains("Oppskrift fra mandag 26. april 2027"));
    assert!(html.contains("Takk. 61 bidrag ligger bak."));
}

#[test]
fn only_what_was_taken_on_bears_a_name_on_the_result_and_the_wall() {
    let result = with_frame(Lang::Nb, |f| result_page(f, &result()));
    assert_eq!(result.matches("Prøver samtalekort").count(), 1);
    let wall = with_frame(Lang::Nb, |f| wall_page(f, &wall(PhaseCard::Ended)));
    assert_eq!(wall.matches("Prøver samtalekort").count(), 1);
}

#[test]
fn the_wall_takes_no_form_but_the_one_that_closes_its_help() {
    let html = with_frame(Lang::Nb, |f| wall_page(f, &wall(PhaseCard::Running)));
    assert_eq!(html.matches("<form").count(), 1);
    assert!(!html.contains("<textarea"));
}

#[test]
fn a_locked_door_shows_no_code() {
    let screen = WallScreen { door_locked: true, ..wall(PhaseCard::Lobby) };
    let html = with_frame(Lang::Nb, |f| wall_page(f, &screen));
    assert!(!html.contains("482 913"));
    let open = with_frame(Lang::Nb, |f| wall_page(f, &wall(PhaseCard::Lobby)));
    assert!(open.contains("482 913") && open.contains("shape-rendering"));
}
