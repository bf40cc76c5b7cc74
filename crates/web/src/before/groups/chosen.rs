//! One person, and what each table would cost: the way to move somebody without a mouse.

use maud::{Markup, html};
use meeting::groups::{Cost, costs_of_seats, costs_of_swaps};

use super::page::{GroupsPage, icon, lock};
use super::words;
use crate::shell::frame::Frame;

/// What is chosen, with every other table and what it costs to sit there. The cheapest stand
/// first.
pub(super) fn chosen(f: &Frame<'_>, s: &GroupsPage<'_>) -> Markup {
    let found = s.chosen.and_then(|person| Some((person, s.plan.table_of(person)?)));
    let Some((person, here)) = found else { return html! {} };
    let name = s.name(person);
    let costs = costs_of_seats(s.plan, s.people, s.met, person);
    let mut tables: Vec<(usize, Vec<Cost>)> =
        costs.into_iter().enumerate().filter(|(table, _)| *table != here).collect();
    tables.sort_by_key(|(table, costs)| (costs.len(), *table));
    let is_locked = s.plan.locked.contains(&person);
    html! {
        section class="gr-chosen sl-stack" id="chosen" tabindex="-1" aria-labelledby="chosen-title" {
            div class="gr-head" {
                h3 class="ds-heading" data-size="xs" id="chosen-title" {
                    (f.with("gr-chosen", &[("name", name.into()), ("table", super::page::number(here + 1).into())]))
                }
                (lock(f, s, ("person", person.to_string()), is_locked, name))
                a class="ds-link" href=(format!("{}#seat-{person}", f.at("groups"))) { (f.t("close")) }
            }
            ul class="sl-plain gr-ways" {
                @for (table, costs) in &tables {
                    li {
                        form method="post" id=(format!("move-to-{}", table + 1))
                            action=(f.at("group-plan/moves")) {
                            (super::page::version(s))
                            input type="hidden" name="person" value=(person);
                            input type="hidden" name="table" value=(table + 1);
                            button class="ds-button" data-variant="secondary" data-size="sm" {
                                (icon(f, "right")) (f.n("gr-move-to", table + 1))
                            }
                        }
                        span data-cost-of=(table + 1) { (words::costs(f, s.people, costs)) }
                    }
                }
            }
            (swap(f, s, person, here))
        }
    }
}

fn swap(f: &Frame<'_>, s: &GroupsPage<'_>, person: u32, here: usize) -> Markup {
    let swaps = costs_of_swaps(s.plan, s.people, s.met, person);
    let swaps =
        swaps.iter().enumerate().filter(|(table, swaps)| *table != here && !swaps.is_empty());
    html! {
        form id="swap-form" method="post" action=(f.at("group-plan/moves")) {
            (super::page::version(s))
            input type="hidden" name="person" value=(person);
            ds-field class="ds-field" {
                label class="ds-label" for="swap-with" { (f.t("gr-swap-with")) }
                select class="ds-input" id="swap-with" name="with" required {
                    option value="" { (f.t("choose-person")) }
                    @for (table, swaps) in swaps {
                        optgroup label=(f.n("table", table + 1)) {
                            @for (other, costs) in swaps {
                                @let cost = words::costs(f, s.people, costs);
                                option value=(other) data-cost-said=(cost) {
                                    (s.name(*other)) " – " (cost)
                                }
                            }
                        }
                    }
                }
            }
            // A closed list shows only the beginning of what it costs.
            p id="swap-cost" role="status" {}
            div { button class="ds-button" data-variant="secondary" { (f.t("gr-swap")) } }
        }
    }
}
