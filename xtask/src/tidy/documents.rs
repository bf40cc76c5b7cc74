//! Documents name what exists, and their links lead somewhere.

use std::collections::BTreeSet;

use crate::tidy::tree::{Tree, has_word};

/// Documents at the root that speak of the code.
const AT_ROOT: [&str; 6] =
    ["ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md", "README.md", "SECURITY.md", "STYLE.md"];

/// A back-ticked name with one of these in it is a pattern, an address or an example.
const NOT_A_NAME: [&str; 11] = ["…", "<", "{", "*", " ", "://", "(", "=", "?", "#", "$"];

/// A line that shows how not to do it names what is not there.
const COUNTER_EXAMPLE: &str = "- BAD:";

/// First parts of media types, which look like paths.
const MEDIA: [&str; 4] = ["text", "application", "image", "font"];

/// Every path, type and kebab-case name (invariants, checks, scenarios) in back-ticks exists.
pub fn names_exist(tree: &Tree) -> Vec<String> {
    let code: Vec<&str> = tree
        .all()
        .filter(|(path, _)| !is_markdown(path) && !path.ends_with("-lock.json"))
        .map(|(_, text)| text)
        .collect();
    let mut findings = vec![];
    for (path, text) in tree.all().filter(|(path, _)| speaks_of_code(path)) {
        for (number, name) in back_ticked(text) {
            if let Some(why) = what_is_wrong(tree, &code, name) {
                findings.push(format!("{path}:{number} names `{name}`, {why}"));
            }
        }
    }
    findings
}

/// Every relative link in a Markdown file leads to a file or folder here.
pub fn links_lead_somewhere(tree: &Tree) -> Vec<String> {
    let mut findings = vec![];
    for (path, text) in tree.all().filter(|(path, _)| is_markdown(path)) {
        for (number, target) in links(text) {
            let file = target.split('#').next().unwrap_or_default();
            let is_elsewhere = file.is_empty() || target.contains(':');
            if !is_elsewhere && !resolve(path, file).is_some_and(|file| tree.has(&file)) {
                findings.push(format!(
                    "{path}:{number} links to {target}, which is not here. Mend or remove the link."
                ));
            }
        }
    }
    findings
}

fn what_is_wrong(tree: &Tree, code: &[&str], name: &str) -> Option<String> {
    if NOT_A_NAME.iter().any(|part| name.contains(part)) {
        return None;
    }
    if name.contains('/') {
        let is_known = is_outside(name) || is_ignored(tree, name) || tree.has(name);
        return (!is_known).then(|| {
            "which is no path from the root. Write the path as it is now, or without back-ticks \
             if it is not one."
                .to_owned()
        });
    }
    let is_known = !(is_type(name) || is_kebab(name))
        || tree.has(name)
        || code.iter().any(|text| has_word(text, name));
    (!is_known).then(|| {
        "which no source file has. Write the name as it is now, or say it in plain words."
            .to_owned()
    })
}

fn is_outside(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    path.starts_with(['/', '~', '@']) || MEDIA.contains(&first)
}

/// What git ignores is made on each machine, so a document may name it.
fn is_ignored(tree: &Tree, path: &str) -> bool {
    let path = path.trim_start_matches("./");
    let ignored = tree.text(".gitignore").unwrap_or_default().lines();
    ignored.map(|line| line.trim_matches('/')).any(|folder| {
        let rest = path.strip_prefix(folder);
        !folder.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

fn is_type(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric())
        && name.contains(|letter: char| letter.is_ascii_lowercase())
}

fn is_kebab(name: &str) -> bool {
    let parts: BTreeSet<bool> = name
        .split('-')
        .map(|part| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_lowercase()))
        .collect();
    name.contains('-') && !parts.contains(&false)
}

fn is_markdown(path: &str) -> bool {
    path.to_ascii_lowercase().ends_with(".md")
}

fn speaks_of_code(path: &str) -> bool {
    AT_ROOT.contains(&path) || (path.starts_with("docs/") && is_markdown(path))
}

/// Returns the lines outside fenced blocks, numbered from 1.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut is_fenced = false;
    text.lines().enumerate().filter_map(move |(index, line)| {
        let is_fence = line.trim_start().starts_with("```");
        is_fenced ^= is_fence;
        (!is_fenced && !is_fence).then_some((index + 1, line))
    })
}

fn back_ticked(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = prose(text).filter(|(_, line)| !line.trim_start().starts_with(COUNTER_EXAMPLE));
    lines.flat_map(|(number, line)| {
        line.split('`').skip(1).step_by(2).map(move |name| (number, name))
    })
}

fn links(text: &str) -> impl Iterator<Item = (usize, &str)> {
    prose(text).flat_map(|(number, line)| {
        let targets = line.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next());
        targets.map(move |target| (number, target))
    })
}

/// Returns the path from the root that a link in a file means.
fn resolve(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    if link.starts_with('/') {
        parts.clear();
    }
    for part in link.split('/') {
        match part {
            "" | "." => (),
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(document: &str) -> Vec<String> {
        let tree = Tree::of(&[
            ("ARCHITECTURE.md", document),
            (".gitignore", "/target\n/ui/dist\n"),
            ("crates/kernel/src/step.rs", "pub struct Step; // seen-by"),
        ]);
        names_exist(&tree)
    }

    #[test]
    fn a_path_that_is_not_there_is_found() {
        assert!(findings("See `crates/kernel` and `crates/kernel/src/step.rs`.").is_empty());
        let found = findings("\nSee `crates/kernel/src/tool.rs`.");
        assert!(found[0].starts_with("ARCHITECTURE.md:2 names `crates/kernel/src/tool.rs`"));
    }

    #[test]
    fn a_type_or_an_invariant_that_is_not_there_is_found() {
        assert!(findings("`Step` keeps `seen-by`.").is_empty());
        assert_eq!(findings("`Stepper` keeps `seen-by-none`.").len(), 2);
    }

    #[test]
    fn patterns_made_files_and_media_types_are_not_paths() {
        let document = "`crates/<name>` `/m/7` `ui/dist/app.js` `target/release/sloyfe` \
                        `text/event-stream` `docs/*.md` `a/{b}` `cargo run`";
        assert!(findings(document).is_empty());
    }

    #[test]
    fn fenced_examples_and_counter_examples_are_not_read() {
        assert!(findings("```\n`crates/none`\n```\n").is_empty());
        assert!(findings("- BAD: `StepManager`").is_empty());
    }

    #[test]
    fn a_dead_link_is_found() {
        let of = |text: &str| {
            links_lead_somewhere(&Tree::of(&[("docs/a.md", text), ("README.md", "")])).len()
        };
        assert_eq!(of("[x](../README.md#part) [y](https://example.org/z) [z](#here)"), 0);
        assert_eq!(of("[x](README.md) [y](../../out.md)"), 2);
    }
}
