//! Who is here, in which group, and who may take over.

use maud::{Markup, html};
use meeting::screens::console::{ConsoleScreen, PersonCard};

use crate::shell::bits::{self, Press};
use crate::shell::frame::Frame;

pub(super) fn people(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    let door = f.at("door");
    let values = [("locked", (!s.door_locked).to_string())];
    let label = if s.door_locked { f.t("door-open") } else { f.t("door-lock") };
    html! {
        details class="ds-details" id="people" {
            summary { (f.t("people")) " (" (s.people.len()) ")" }
            div class="sl-stack" {
                ul class="sl-plain sl-stack" {
                    @for it in &s.people { li class="sl-row" { (person(f, it)) } }
                }
                form class="sl-stack" id="add-person" method="post" action=(f.at("seats"))
                    data-outbox data-reset {
                    input type="hidden" name="shared" value="false";
                    (bits::input("person-name", "name", &f.t("person-add-label"), "text", ""))
                    button class="ds-button" data-variant="secondary" {
                        (bits::icon(f, "person-add")) (f.t("person-add"))
                    }
                }
                (deputy(f, s))
                @if s.door_locked { p { (f.t("door-is-locked")) } }
                (Press { values: &values, ..Press::new("door-form", &door, "", &label) }.form(f))
            }
        }
    }
}

/// Whoever has been put out can be let in again, and has left the list of who is here.
fn person(f: &Frame<'_>, it: &PersonCard) -> Markup {
    let out = f.at(&format!("seats/{}/removal", it.seat.0));
    let out_id = format!("out-{}", it.seat.0);
    if it.is_out {
        let back = [("out", "false".to_owned())];
        let label = f.t("person-let-in");
        return html! {
            span { (it.name) " – " (f.t("person-is-out")) }
            (Press { variant: "tertiary", values: &back, ..Press::new(&out_id, &out, "undo", &label) }.form(f))
        };
    }
    let values = [("out", "true".to_owned())];
    let put_out = f.t("person-put-out");
    let put_out =
        Press { variant: "tertiary", values: &values, ..Press::new(&out_id, &out, "", &put_out) };
    let verb = if it.present { "departure" } else { "return" };
    let action = f.at(&format!("seats/{}/{verb}", it.seat.0));
    let label = if it.present { f.t("person-gone") } else { f.t("person-back") };
    let id = format!("person-{}", it.seat.0);
    html! {
        span {
            (it.name)
            @if it.without_device { " (" (f.t("person-without-phone")) ")" }
            @if !it.present { " – " (f.t("person-has-gone")) }
        }
        (Press { variant: "tertiary", ..Press::new(&id, &action, "", &label) }.form(f))
        (put_out.form(f))
    }
}

fn deputy(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    let action = f.at("lead");
    let give = [("take", "false".to_owned())];
    html! {
        @if s.deputy_leads {
            p { (f.t("deputy-leads")) }
            (Press { values: &give, ..Press::new("lead-form", &action, "undo", &f.t("lead-take-back")) }.form(f))
        }
        form class="sl-stack" id="deputy-form" method="post" action=(f.at("deputy")) data-outbox {
            (seats(f, s, "deputy", &f.t("deputy-label")))
            button class="ds-button" data-variant="secondary" { (f.t("deputy-name")) }
        }
    }
}

fn seats(f: &Frame<'_>, s: &ConsoleScreen, id: &str, label: &str) -> Markup {
    let is_chosen = |it: &PersonCard| id == "deputy" && s.deputy == Some(it.seat);
    html! {
        ds-field class="ds-field" {
            label class="ds-label" for=(id) { (label) }
            select class="ds-input" id=(id) name="seat" {
                option value="" { (f.t("choose-person")) }
                @for it in s.people.iter().filter(|it| it.present) {
                    option value=(it.seat.0) selected[is_chosen(it)] { (it.name) }
                }
            }
        }
    }
}

/// The groups of the meeting: made once, and changed without a word about why.
pub(super) fn groups(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    let action = f.at("groups");
    let has = !s.groups.is_empty();
    let again = [("again", has.to_string())];
    let label = if has { f.t("groups-again") } else { f.t("groups-make") };
    html! {
        details class="ds-details" id="groups" {
            summary { (f.t("groups")) " (" (s.groups.len()) ")" }
            div class="sl-stack" {
                @for table in &s.groups {
                    p { strong { (f.n("table", table.number.0)) ": " }
                        @for (number, it) in table.members.iter().enumerate() {
                            @if number > 0 { ", " }
                            (bits::member(f, it))
                        }
                    }
                }
                (Press { values: &again, ..Press::new("groups-form", &action, "group", &label) }.form(f))
                @if has {
                    form class="sl-stack" id="move-form" method="post" action=(f.at("groups/moves"))
                        data-outbox {
                        (seats(f, s, "move-seat", &f.t("move-who")))
                        ds-field class="ds-field" {
                            label class="ds-label" for="move-table" { (f.t("move-where")) }
                            select class="ds-input" id="move-table" name="table" {
                                @for table in &s.groups {
                                    option value=(table.number.0) { (f.n("table", table.number.0)) }
                                }
                            }
                        }
                        button class="ds-button" data-variant="secondary" { (f.t("move")) }
                    }
                }
            }
        }
    }
}
