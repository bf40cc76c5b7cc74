//! One word for one thing: a type's name is defined once.
//!
//! Two files may each have their own type of a name, where `xtask/defined-twice.txt` says who
//! they are. A word of the glossary may not: whoever reads it must find one meaning.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::paths;
use crate::tidy::tree::Tree;

const GLOSSARY: &str = "GLOSSARY.md";
const LIST: &str = "xtask/defined-twice.txt";

/// Names that Rust's own habits give to one type in each module.
const CUSTOMARY: [&str; 2] = ["Error", "Args"];

/// A name that two files define is listed with both, and is no word of the glossary.
pub fn names_are_defined_once(tree: &Tree) -> Vec<String> {
    let mut findings = vec![];
    let words = words(tree.text(GLOSSARY).unwrap_or_default());
    let mut listed = listed(tree.text(LIST).unwrap_or_default());
    for (name, files) in defined(tree) {
        let allowed = listed.remove(name).unwrap_or_default();
        if files.len() == 1 && allowed.is_empty() {
            continue;
        }
        let list = files.iter().copied().collect::<Vec<_>>().join(" and ");
        if words.contains(name) && files.len() > 1 && !allowed.is_superset(&files) {
            findings.push(format!(
                "{name} is a word of {GLOSSARY} and is defined in {list}. Find another word for \
                 the one that the glossary does not mean."
            ));
        } else if !allowed.is_superset(&files) {
            findings
                .push(format!("{name} is defined in {list}. Find another word for one of them."));
        } else if allowed != files {
            findings.push(format!(
                "{LIST} lists more for {name} than there are: {list}. Remove the rest, or the \
                 line."
            ));
        }
    }
    for name in listed.keys() {
        findings.push(format!("{LIST} lists {name}, which is defined no more. Remove the line."));
    }
    findings
}

/// Returns the types of each name, by the file that defines them. What only one module
/// sees, tests and the simulator are left out.
fn defined(tree: &Tree) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut defined: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (path, text) in tree.ending(&[".rs"]) {
        let is_product = path.starts_with("crates/") && path.contains("/src/");
        if !is_product || path.starts_with("crates/sim/") || paths::is_test(path) {
            continue;
        }
        for name in text.lines().filter_map(type_defined) {
            if !CUSTOMARY.contains(&name) {
                defined.entry(name).or_default().insert(path);
            }
        }
    }
    defined
}

/// Returns the type that a line defines for the whole crate to see.
fn type_defined(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("pub ").or_else(|| line.strip_prefix("pub(crate) "))?;
    let kinds = ["struct ", "enum ", "trait ", "type "];
    let name = kinds.iter().find_map(|kind| rest.strip_prefix(kind))?;
    name.split(|it: char| !it.is_alphanumeric()).next().filter(|name| !name.is_empty())
}

/// Returns the types among the code words of the glossary.
fn words(text: &str) -> BTreeSet<&str> {
    let cells = text.lines().filter_map(|line| line.strip_prefix("| ")?.split('|').next());
    let words = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    words.filter(|word| word.starts_with(|first: char| first.is_ascii_uppercase())).collect()
}

fn listed(text: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(row).collect()
}

fn row(line: &str) -> Option<(&str, BTreeSet<&str>)> {
    let mut parts = line.split_whitespace();
    Some((parts.next()?, parts.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: (&str, &str) = ("crates/kernel/src/step.rs", "pub struct Step {}\n");

    fn findings(other: &str, list: &str) -> Vec<String> {
        names_are_defined_once(&Tree::of(&[
            STEP,
            ("crates/web/src/step.rs", other),
            (GLOSSARY, "| `Step` | trinn | steg | One timed part |\n"),
            (LIST, list),
        ]))
    }

    #[test]
    fn a_name_that_is_defined_twice_is_found() {
        assert!(findings("pub struct Stage;\nstruct Step;\n", "").is_empty());
        assert!(findings("pub(crate) enum Step {}\n", "")[0].starts_with("Step is a word of"));
        let two = ("crates/web/src/row.rs", "pub struct Row<'a> {}");
        let row = ("crates/store/src/row.rs", "pub type Row = u8;");
        let found = names_are_defined_once(&Tree::of(&[two, row]));
        assert!(found[0].starts_with("Row is defined in crates/store/src/row.rs and crates/web"));
    }

    #[test]
    fn the_list_may_only_shrink() {
        let both = "Step crates/kernel/src/step.rs crates/web/src/step.rs\n";
        assert!(findings("pub enum Step {}\n", both).is_empty());
        assert!(findings("", both)[0].contains("lists more for Step"));
        assert!(findings("", "Pace crates/a.rs crates/b.rs\n")[0].contains("defined no more"));
    }

    #[test]
    fn tests_and_the_simulator_have_words_of_their_own() {
        let sim = ("crates/sim/src/step.rs", "pub struct Step;");
        let tests = ("crates/web/src/tests/step.rs", "pub struct Step;");
        assert!(names_are_defined_once(&Tree::of(&[STEP, sim, tests])).is_empty());
    }
}
