//! Invariants: named in the code, listed in `ARCHITECTURE.md`, and held where the list says.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::tree::Tree;

const LIST: &str = "ARCHITECTURE.md";

/// What stands before the name of an invariant where it is held.
const SAID: &str = concat!("Invariant", " `");

/// What is said to hold an invariant has its name in it.
pub fn are_held(tree: &Tree) -> Vec<String> {
    let mut findings = vec![];
    for (name, holders) in listed(tree) {
        for holder in holders {
            let inside = format!("{}/", holder.trim_end_matches('/'));
            let mut files =
                tree.all().filter(|(path, _)| *path == holder || path.starts_with(&inside));
            if !files.any(|(_, text)| is_named(text, name)) {
                findings.push(format!(
                    "{LIST} says that {holder} holds `{name}`, which does not name it. Name it \
                     where it is held, or say who does."
                ));
            }
        }
    }
    findings
}

/// The list has each invariant once.
pub fn are_listed_once(tree: &Tree) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let doubled = rows(tree).filter(|(name, _)| !seen.insert(*name));
    let told = doubled.map(|(name, _)| {
        format!("{LIST} lists the invariant `{name}` more than once. Make one row of them.")
    });
    told.collect()
}

/// What the code calls an invariant is in the list.
pub fn are_listed(tree: &Tree) -> Vec<String> {
    let listed = listed(tree);
    let mut findings = vec![];
    let mut told = BTreeSet::new();
    for (path, text) in tree.ending(&[".rs", ".ts", ".sql"]) {
        // A name may stand on the line after.
        let text = text.lines().map(|line| line.trim_start_matches(['/', '!', '*', ' ']));
        let text = text.collect::<Vec<_>>().join(" ");
        let names = text.split(SAID).skip(1).filter_map(|rest| rest.split('`').next());
        for name in names.filter(|name| !listed.contains_key(name)) {
            if told.insert(name.to_owned()) {
                findings.push(format!(
                    "{path} holds the invariant `{name}`, which {LIST} does not list. Add a row: \
                     its name, what holds, and this file."
                ));
            }
        }
    }
    findings
}

/// Tells whether a text has the name, and not only as the beginning or the end of a longer one.
fn is_named(text: &str, name: &str) -> bool {
    let continues = |letter: char| letter.is_alphanumeric() || "-_".contains(letter);
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(continues) && !after.is_some_and(continues)
    })
}

/// Returns the invariants of the list, each with the paths that are said to hold it.
fn listed(tree: &Tree) -> BTreeMap<&str, Vec<&str>> {
    rows(tree).collect()
}

fn rows(tree: &Tree) -> impl Iterator<Item = (&str, Vec<&str>)> {
    let text = tree.text(LIST).unwrap_or_default();
    let section = text.split("\n## Invariants\n").nth(1).unwrap_or_default();
    let section = section.split("\n## ").next().unwrap_or_default();
    section.lines().filter_map(row)
}

fn row(line: &str) -> Option<(&str, Vec<&str>)> {
    let mut cells = line.strip_prefix('|')?.split('|');
    let name = cells.next()?.trim().strip_prefix('`')?.strip_suffix('`')?;
    let holders = cells.nth(1)?.split('`').skip(1).step_by(2).filter(|it| it.contains('/'));
    Some((name, holders.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(row: &str, code: &str) -> Tree {
        let list = format!(
            "# A\n\n## Invariants\n\n| Name | What | Held by |\n|---|---|---|\n{row}\n\n## B\n"
        );
        Tree::of(&[(LIST, &list), ("crates/a/src/lib.rs", code), ("crates/a/src/b.rs", "")])
    }

    #[test]
    fn a_holder_that_does_not_name_it_is_found() {
        let row = "| `one-writer` | One writes. | `crates/a/src/lib.rs` |";
        assert!(are_held(&tree(row, "// one-writer")).is_empty());
        assert!(are_held(&tree(row, ""))[0].contains("crates/a/src/lib.rs holds `one-writer`"));
        let folder = "| `one-writer` | One writes. | the lock, in `crates/a` |";
        assert!(are_held(&tree(folder, "// one-writer")).is_empty());
        assert_eq!(are_held(&tree(folder, "// one-writer-more")).len(), 1);
    }

    #[test]
    fn an_invariant_that_is_listed_twice_is_found() {
        let row = "| `a-b` | It. | the schema |";
        assert!(are_listed_once(&tree(row, "")).is_empty());
        let twice = format!("{row}\n{row}");
        assert!(are_listed_once(&tree(&twice, ""))[0].contains("lists the invariant `a-b`"));
    }

    #[test]
    fn an_invariant_that_is_not_listed_is_found_once() {
        let code = format!("//! {SAID}a-b`:** x.\n//! **Invariant\n//! `c-d`:** y.\n");
        let row = "| `a-b` | It. | the schema |";
        let findings = are_listed(&tree(row, &code));
        assert_eq!(findings.len(), 1);
        assert!(findings[0].contains("`c-d`"));
    }
}
