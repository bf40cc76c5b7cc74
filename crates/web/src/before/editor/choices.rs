//! The words of what is chosen in a plan, in a form and in its history.

use kernel::lang::Lang;
use kernel::step::Mode;
use plan::document::fields::PlanField;
use plan::document::{ItemKind, MeetingKind, Unit};
use serde::Serialize;

use super::field::word;
use super::program::mode_name;
use crate::shell::frame::Frame;

const MODES: [Mode; 7] =
    [Mode::Alone, Mode::Pair, Mode::Trio, Mode::Group, Mode::Plenary, Mode::Input, Mode::Break];

/// Returns what a field may be, each by its name in the document and in words; nothing for a field
/// that is no choice, or one among the plan's own rows.
#[must_use]
pub fn choices(f: &Frame<'_>, field: PlanField) -> Vec<(String, String)> {
    if field == PlanField::Kind {
        let kinds = [MeetingKind::Development, MeetingKind::Mixed, MeetingKind::Administration];
        kinds.map(|kind| said(f, "kind", &kind)).to_vec()
    } else if field == PlanField::Unit {
        let units = [Unit::School, Unit::Kindergarten, Unit::AfterSchool, Unit::Network];
        or_none(f, "unsaid", units.map(|unit| said(f, "unit", &unit)))
    } else if field == PlanField::Lang {
        let names = [(Lang::Nb, "Bokmål"), (Lang::Nn, "Nynorsk"), (Lang::En, "English")];
        names.map(|(lang, name)| (lang.tag().to_owned(), name.to_owned())).to_vec()
    } else if field == PlanField::ItemKind {
        [ItemKind::Development, ItemKind::Administration, ItemKind::Notice, ItemKind::Pause]
            .map(|kind| said(f, "item-kind", &kind))
            .to_vec()
    } else if field == PlanField::Tool {
        let tools = tools::ALL.iter().map(|tool| (tool.name.to_owned(), f.t(tool.name)));
        or_none(f, "ed-no-tool", tools)
    } else if field == PlanField::Mode {
        MODES.map(|mode| (word(&mode), mode_name(f, mode))).to_vec()
    } else {
        vec![]
    }
}

/// Returns the choices with *none* before them.
#[must_use]
pub fn or_none(
    f: &Frame<'_>,
    none: &str,
    choices: impl IntoIterator<Item = (String, String)>,
) -> Vec<(String, String)> {
    std::iter::once((String::new(), f.t(none))).chain(choices).collect()
}

fn said(f: &Frame<'_>, key: &str, choice: &impl Serialize) -> (String, String) {
    let name = word(choice);
    let words = f.t(&format!("{key}-{name}"));
    (name, words)
}
