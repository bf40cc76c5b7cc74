//! The table map, and the tables of items that have their own.

use kernel::ids::TableNumber;
use maud::{Markup, html};

use super::page::{GroupsPage, icon, lock, number, undo};
use super::{chosen, words};
use crate::shell::bits;
use crate::shell::frame::Frame;

/// Every table as a card. A person is a link, which shows what each table would cost; where a
/// script runs, who is not locked can be dragged as well.
pub(super) fn map(f: &Frame<'_>, s: &GroupsPage<'_>) -> Markup {
    let count =
        [("n", number(s.people.len()).into()), ("tables", number(s.plan.tables.len()).into())];
    html! {
        section class="sl-stack" aria-labelledby="map-title" {
            h2 class="ds-heading" data-size="sm" id="map-title" { (f.with("gr-map", &count)) }
            (words::reasons(f, s))
            p class="cn-said" { (f.t("gr-map-text")) }
            @if s.moved.is_none() { div class="sl-row" { (undo(f, s, "undo-form")) } }
            (chosen::chosen(f, s))
            form id="drag-form" method="post" action=(f.at("group-plan/moves")) hidden {
                (super::page::version(s))
                input type="hidden" name="person" value="";
                input type="hidden" name="table" value="";
                button { (f.t("move")) }
            }
            ol class="gr-map" data-groups=(f.at("groups")) {
                @for (place, table) in s.plan.tables.iter().enumerate() {
                    li id=(format!("table-{}", place + 1)) data-table=(place + 1)
                        data-group=(colour(place)) { (card(f, s, place, table)) }
                }
            }
        }
    }
}

fn colour(place: usize) -> u32 {
    bits::group_colour(TableNumber(u32::try_from(place + 1).unwrap_or(1)))
}

fn card(f: &Frame<'_>, s: &GroupsPage<'_>, place: usize, table: &[u32]) -> Markup {
    let name = f.n("table", place + 1);
    let locked = !table.is_empty() && table.iter().all(|it| s.plan.locked.contains(it));
    html! {
        div class="gr-head" {
            h3 { (name) }
            span class="gr-count" {
                span aria-hidden="true" { (table.len()) }
                span class="ds-sr-only" { (f.n("gr-seats", table.len())) }
            }
            @if !table.is_empty() {
                (lock(f, s, ("table", (place + 1).to_string()), locked, &name))
            }
        }
        ul class="sl-plain" {
            @for person in table { (seat(f, s, *person)) }
        }
    }
}

fn seat(f: &Frame<'_>, s: &GroupsPage<'_>, person: u32) -> Markup {
    let Some(it) = s.people.iter().find(|it| it.number == person) else { return html! {} };
    let is_chosen = s.chosen == Some(person);
    let is_locked = s.plan.locked.contains(&person);
    let href = format!("{}?person={person}#chosen", f.at("groups"));
    html! {
        li class="gr-seat" data-person=(person) data-locked[is_locked] {
            // The browser's own dragging of links would take the pointer.
            a id=(format!("seat-{person}")) href=(href) draggable="false"
                aria-current=[is_chosen.then_some("true")] {
                @if !is_locked {
                    span class="gr-drag" data-drag aria-hidden="true" hidden { (icon(f, "drag")) }
                }
                span class="gr-who" {
                    span class="gr-name" { (it.name) }
                    @if !it.unit.is_empty() { " " span class="gr-unit" { (it.unit) } }
                }
            }
            @if it.leads() { " " span class="ds-tag" data-size="sm" { (f.t("gr-leader")) } }
            @if is_locked {
                " " span class="gr-locked" { (icon(f, "lock")) span class="ds-sr-only" { (f.t("gr-is-locked")) } }
            }
        }
    }
}

/// The tables of each item that has its own, round by round.
pub(super) fn rotations(f: &Frame<'_>, s: &GroupsPage<'_>) -> Markup {
    let own = s.items.iter();
    let own = own.filter_map(|(id, title)| Some((id, title, s.plan.rotations.get(*id)?)));
    let own: Vec<_> = own.collect();
    html! {
        @if !own.is_empty() {
            section class="sl-stack" aria-labelledby="rotations-title" {
                h2 class="ds-heading" data-size="sm" id="rotations-title" { (f.t("gr-rotations")) }
                p { (f.t("gr-rotations-text")) }
                @for (id, title, rounds) in own {
                    @let hosts = s.plan.hosts.get(*id).map_or(&[][..], Vec::as_slice);
                    details class="ds-details" id=(format!("rotation-{id}")) {
                        summary { (title) " (" (f.n("gr-rounds", rounds.len())) ")" }
                        div class="sl-stack" {
                            @if !hosts.is_empty() { p { (f.t("gr-hosts-text")) } }
                            @for (round, tables) in rounds.iter().enumerate() {
                                h3 class="ds-heading" data-size="2xs" { (f.n("gr-round", round + 1)) }
                                ol class="gr-round" {
                                    @for (place, table) in filled(tables) {
                                        li value=(place + 1) { (words::names_with_host(f, s.people, table, hosts)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Tables that somebody sits at, with their place: the number on the sign stays.
fn filled(tables: &[Vec<u32>]) -> impl Iterator<Item = (usize, &Vec<u32>)> {
    tables.iter().enumerate().filter(|(_, table)| !table.is_empty())
}
