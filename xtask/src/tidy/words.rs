//! Words that must not be in the repository.
//!
//! They are put together here, so that this file does not find itself.

use crate::tidy::tree::Tree;

const SILENCERS: [&str; 2] = [concat!("#[", "allow"), concat!("#![", "allow")];
const IGNORES: [&str; 2] = [concat!("#[", "ignore"), concat!("#![", "ignore")];
const SKIPS: [&str; 4] = [
    concat!(".", "skip("),
    concat!("test.", "only"),
    concat!("it.", "only"),
    concat!("describe.", "only"),
];
const MACHINE: [&str; 3] = [concat!("/", "work/"), concat!("/", "root/"), concat!("/", "home/")];

const SCRIPTS: [&str; 4] = [".ts", ".mts", ".js", ".mjs"];

/// A lint that is wrong in one place is expected there, with a reason.
pub fn nothing_is_silenced(tree: &Tree) -> Vec<String> {
    let remedy = "Write `#[expect(…, reason = \"…\")]`, which fails when it is no longer needed.";
    find(tree, &[".rs"], &SILENCERS, remedy)
}

/// A test that is not run proves nothing.
pub fn no_test_is_skipped(tree: &Tree) -> Vec<String> {
    let remedy = "Mend the test or delete it; a slow one belongs in `cargo xtask nightly`.";
    let mut findings = find(tree, &[".rs"], &IGNORES, remedy);
    findings.extend(find(tree, &SCRIPTS, &SKIPS, remedy));
    findings
}

/// What works on one machine only is not in the repository.
pub fn no_machine_paths(tree: &Tree) -> Vec<String> {
    let mut findings = vec![];
    for (path, text) in tree.all() {
        for (number, line) in text.lines().enumerate() {
            if MACHINE.iter().any(|folder| has_path(line, folder)) {
                findings.push(format!(
                    "{path}:{} names a folder of one machine. Write the path relative to the root, \
                     or take it as an argument.",
                    number + 1
                ));
            }
        }
    }
    findings
}

fn find(tree: &Tree, ends: &[&str], words: &[&str], remedy: &str) -> Vec<String> {
    let mut findings = vec![];
    for (path, text) in tree.ending(ends) {
        for (number, line) in text.lines().enumerate() {
            for word in words.iter().filter(|word| line.contains(**word)) {
                findings.push(format!("{path}:{} has `{word}`. {remedy}", number + 1));
            }
        }
    }
    findings
}

/// A path begins where no longer path or address is going on.
fn has_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || "/._-)}>".contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_silenced_lint_is_found_with_its_line() {
        let text = format!("\n{}(dead_code)]\nfn f() {{}}", SILENCERS[0]);
        let findings = nothing_is_silenced(&Tree::of(&[("a.rs", &text)]));
        assert!(findings[0].starts_with("a.rs:2 "));
        let expected = Tree::of(&[("a.rs", "#[expect(dead_code, reason = \"…\")]")]);
        assert!(nothing_is_silenced(&expected).is_empty());
    }

    #[test]
    fn a_skipped_test_is_found_but_an_iterator_may_skip() {
        let skip = format!("test{}'x', () => {{}})", SKIPS[0]);
        let iterator = format!("list.iter(){}1)", SKIPS[0]);
        assert_eq!(no_test_is_skipped(&Tree::of(&[("a.ts", &skip)])).len(), 1);
        assert!(no_test_is_skipped(&Tree::of(&[("a.rs", &iterator)])).is_empty());
        assert_eq!(no_test_is_skipped(&Tree::of(&[("a.rs", IGNORES[0])])).len(), 1);
    }

    #[test]
    fn a_path_of_one_machine_is_found_but_not_an_address() {
        let of = |text: &str| no_machine_paths(&Tree::of(&[("a.md", text)])).len();
        assert_eq!(of(&format!("see `{}x`", MACHINE[0])), 1);
        assert_eq!(of(&format!("https://example.org{}x", MACHINE[2])), 0);
        assert_eq!(of("crates/work/x"), 0);
    }
}
