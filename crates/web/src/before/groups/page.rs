//! Groups before a meeting: the table map, what stands in the way, and what can be changed.

use kernel::ids::PlanVersion;
use maud::{Markup, html};
use meeting::expected::Expected;
use meeting::groups::{Conflict, GroupPlan, Met};

use super::{map, setup, words};
use crate::shell::bits::{self, Press};
use crate::shell::frame::{Frame, Sheet, page};

pub use super::words::groups_trouble;

/// What the page shows. Only the one who plans sees it.
pub struct GroupsPage<'a> {
    pub title: &'a str,
    /// Ids and titles of the program's items.
    pub items: Vec<(&'a str, &'a str)>,
    pub people: &'a [Expected],
    /// The groups as they are saved.
    pub plan: &'a GroupPlan,
    /// The switches and rules as they were wanted, when that could not be.
    pub wanted: &'a GroupPlan,
    pub version: PlanVersion,
    pub met: &'a Met,
    /// How many earlier meetings are remembered.
    pub remembered: i64,
    pub chosen: Option<u32>,
    pub moved: Option<u32>,
    /// The bonds are what the last change was about.
    pub shows_bonds: bool,
    pub is_running: bool,
    /// Organises all the meetings, and not only this one.
    pub organises: bool,
    pub trouble: Option<GroupsTrouble>,
}

/// Why a change was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupsTrouble {
    Conflict(Conflict),
    /// Somebody else saved first.
    Changed,
}

impl GroupsTrouble {
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            GroupsTrouble::Conflict(_) => "rules-clash",
            GroupsTrouble::Changed => "changed",
        }
    }
}

impl GroupsPage<'_> {
    pub(super) fn name(&self, person: u32) -> &str {
        let found = self.people.iter().find(|it| it.number == person);
        found.map_or("", |it| it.name.as_str())
    }
}

/// Returns the page.
#[must_use]
pub fn groups_page(f: &Frame<'_>, s: &GroupsPage<'_>) -> Markup {
    let title = f.t("groups");
    let has_people = !s.people.is_empty();
    let has_tables = !s.plan.tables.is_empty();
    let content = html! {
        p { strong { (s.title) } br; (f.t("gr-intro")) }
        nav class="sl-row" aria-label=(f.t("console-links")) {
            a class="ds-link" href=(f.at("plan")) { (f.t("link-plan")) }
            a class="ds-link" href=(f.at("console")) { (f.t("link-console")) }
            a class="ds-link" href=(f.at("print/groups")) { (f.t("gr-print")) }
        }
        @if s.is_running { p class="sl-strip" { (f.t("gr-running")) } }
        (said(f, s))
        (trouble(f, s))
        @if has_tables { (map::map(f, s)) }
        @if has_people {
            (setup::switches(f, s))
            (setup::bonds(f, s))
        }
        @if has_tables { (map::rotations(f, s)) }
        (setup::people(f, s))
        (setup::history(f, s))
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, true, &content)
}

/// What the last move led to, with the way back.
fn said(f: &Frame<'_>, s: &GroupsPage<'_>) -> Markup {
    let moved = s.moved.and_then(|person| Some((person, s.plan.table_of(person)?)));
    html! {
        @if let Some((person, table)) = moved {
            div class="ds-alert" data-color="success" id="said" role="status" tabindex="-1" {
                p { (f.with("gr-moved", &[("name", s.name(person).into()), ("table", number(table + 1).into())])) }
                (undo(f, s, "undo-move"))
            }
        }
    }
}

/// The button that takes the last change back, if there is one.
pub(super) fn undo(f: &Frame<'_>, s: &GroupsPage<'_>, id: &str) -> Markup {
    let action = f.at("group-plan/undo");
    let values = [("version", s.version.to_string())];
    html! {
        @if s.plan.before.is_some() {
            (Press { values: &values, is_plain: true, ..Press::new(id, &action, "undo", &f.t("gr-undo")) }.form(f))
        }
    }
}

fn trouble(f: &Frame<'_>, s: &GroupsPage<'_>) -> Markup {
    html! {
        @if let Some(trouble) = &s.trouble {
            @let (title, text) = groups_trouble(f, s.people, trouble);
            div class="ds-alert" data-color="warning" id="trouble" role="alert" {
                h2 class="ds-heading" data-size="xs" { (title) }
                p { (text) }
                @if let GroupsTrouble::Conflict(conflict) = trouble {
                    (words::clashing(f, s.people, conflict))
                    p { (f.t("gr-conflict-way-out")) }
                }
            }
        }
    }
}

/// The version that a form was made from.
pub(super) fn version(s: &GroupsPage<'_>) -> Markup {
    html! { input type="hidden" name="version" value=(s.version); }
}

pub(super) fn number(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(super) fn lock(
    f: &Frame<'_>,
    s: &GroupsPage<'_>,
    what: (&str, String),
    locked: bool,
    of: &str,
) -> Markup {
    let id = format!("lock-{}-{}", what.0, what.1);
    let at = format!("table-{}", if what.0 == "table" { what.1.clone() } else { String::new() });
    let action = f.at("group-plan/locks");
    let values = [
        ("version", s.version.to_string()),
        ("locked", (!locked).to_string()),
        // The page opens again where the lock is.
        ("at", if what.0 == "table" { at } else { "chosen".to_owned() }),
        what,
    ];
    let label = f.t(if locked { "gr-unlock" } else { "gr-lock" });
    let press = Press {
        values: &values,
        variant: "tertiary",
        of: Some(of),
        is_plain: true,
        ..Press::new(&id, &action, "", &label)
    };
    press.form(f)
}

pub(super) fn icon(f: &Frame<'_>, name: &str) -> Markup {
    bits::icon(f, name)
}
