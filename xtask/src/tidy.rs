//! What must be true of the repository as text. Every finding names its remedy.

use std::path::Path;

mod crates;
mod documents;
pub mod edges;
mod fluent;
mod glossary;
mod invariants;
mod paths;
mod sizes;
mod tree;
mod words;

use crate::tidy::tree::Tree;

type Check = fn(&Tree) -> Vec<String>;

/// Every check, in the order they are run.
const CHECKS: &[(&str, Check)] = &[
    ("pure-crates", crates::pure_crates),
    ("tools-are-strangers", crates::tools_are_strangers),
    ("crates-know-their-place", edges::crates_know_their_place),
    ("floors-do-not-climb", edges::floors_do_not_climb),
    ("edges-are-told", edges::edges_are_told),
    ("names-are-defined-once", glossary::names_are_defined_once),
    ("invariants-are-held", invariants::are_held),
    ("invariants-are-listed", invariants::are_listed),
    ("invariants-are-listed-once", invariants::are_listed_once),
    ("sources-are-listed", crates::sources_are_listed),
    ("dependencies-say-why", crates::dependencies_say_why),
    ("texts-in-three-languages", fluent::texts_in_three_languages),
    ("texts-are-written", fluent::texts_are_written),
    ("documents-name-what-exists", documents::names_exist),
    ("links-lead-somewhere", documents::links_lead_somewhere),
    ("files-and-functions-are-short", sizes::are_short),
    ("css-lines-are-short", sizes::css_lines_are_short),
    ("nothing-is-silenced", words::nothing_is_silenced),
    ("no-test-is-skipped", words::no_test_is_skipped),
    ("no-machine-paths", words::no_machine_paths),
];

/// Returns the findings of every check on the files that git knows or would add.
pub fn check(root: &Path) -> Result<Vec<(&'static str, Vec<String>)>, String> {
    let tree = Tree::of_checkout(root)?;
    Ok(CHECKS.iter().map(|(name, check)| (*name, check(&tree))).collect())
}

/// Returns the findings of every check on the checkout as it would be with these files.
#[cfg(test)]
pub fn check_with<'a>(
    root: &Path,
    files: impl Iterator<Item = (&'a String, &'a String)>,
) -> Result<Vec<(&'static str, Vec<String>)>, String> {
    let tree = Tree::of_checkout(root)?.with(files);
    let edges = edges::page(&tree);
    let tree = tree.with([(&edges::PAGE.to_owned(), &edges)].into_iter());
    Ok(CHECKS.iter().map(|(name, check)| (*name, check(&tree))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_is_tidy() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let findings: Vec<String> = check(root)
            .unwrap()
            .into_iter()
            .flat_map(|(check, found)| found.into_iter().map(move |why| format!("{check}: {why}")))
            .collect();
        assert!(findings.is_empty(), "\n{}", findings.join("\n"));
    }
}
