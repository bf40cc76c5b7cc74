//! What crates may use, and what tools may know of each other.

use crate::tidy::tree::Tree;

/// Crates without a clock, chance, disk, network or runtime.
const PURE: [&str; 7] = ["kernel", "texts", "tools", "plan", "agenda", "seating", "meeting"];

/// Dependencies that would bring one of those.
const IMPURE: [&str; 8] =
    ["tokio", "sqlx", "axum", "reqwest", "getrandom", "rand", "tower-http", "store"];

/// What the `clippy.toml` of a pure crate must ban.
const BANNED: [&str; 9] = [
    "std::time::SystemTime::now",
    "std::time::Instant::now",
    "std::env::var",
    "std::fs::read",
    "std::fs::read_to_string",
    "std::fs::write",
    "std::thread::spawn",
    "std::collections::HashMap",
    "std::collections::HashSet",
];

/// What a pure crate with jiff must ban too: the calls that read the machine's clock and place.
const BANNED_WITH_JIFF: [&str; 3] =
    ["jiff::Timestamp::now", "jiff::ZonedDateTime::now", "jiff::tz::TimeZone::system"];

/// Pure crates depend on nothing impure and ban the calls that clippy can see.
pub fn pure_crates(tree: &Tree) -> Vec<String> {
    let mut findings = vec![];
    for name in PURE {
        let manifest = format!("crates/{name}/Cargo.toml");
        let Some(text) = tree.text(&manifest) else {
            findings.push(format!(
                "{manifest} is missing. If the crate was renamed, change PURE in \
                 xtask/src/tidy/crates.rs."
            ));
            continue;
        };
        for dependency in dependencies(text).filter(|name| IMPURE.contains(name)) {
            findings.push(format!(
                "{manifest} depends on {dependency}. Take the result as an argument, or move the \
                 code to a crate that is not pure."
            ));
        }
        let clippy = format!("crates/{name}/clippy.toml");
        let bans = tree.text(&clippy).unwrap_or_default();
        let has_jiff = dependencies(text).any(|name| name == "jiff");
        let with_jiff = BANNED_WITH_JIFF.iter().filter(|_| has_jiff);
        let wanted = BANNED.iter().chain(with_jiff);
        for banned in wanted.filter(|banned| !bans.contains(&format!("\"{banned}\""))) {
            findings.push(format!(
                "{clippy} does not ban {banned}. Copy the line from crates/kernel/clippy.toml."
            ));
        }
    }
    findings
}

/// Returns the names under `[dependencies]` and its tables for one platform.
pub fn dependencies(manifest: &str) -> impl Iterator<Item = &str> {
    let mut section = "";
    manifest.lines().filter_map(move |line| {
        if line.starts_with('[') {
            section = line.trim();
            return section.strip_prefix("[dependencies.")?.strip_suffix(']');
        }
        let is_here = section == "[dependencies]" || section.ends_with(".dependencies]");
        let name = line.split(['.', ' ', '=']).next()?;
        (is_here && !name.is_empty() && !name.starts_with('#')).then_some(name)
    })
}

/// A tool knows the kernel and itself. A tool is a module with texts of its own.
pub fn tools_are_strangers(tree: &Tree) -> Vec<String> {
    let tools: Vec<&str> = tree.all().filter_map(|(path, _)| tool_with_texts(path)).collect();
    let mut findings = vec![];
    for (path, text) in tree.ending(&[".rs"]) {
        let Some(tool) = tool_of(path).filter(|tool| tools.contains(tool)) else {
            continue;
        };
        for other in tools.iter().filter(|other| **other != tool) {
            if names_module(text, other) {
                findings.push(format!(
                    "{path} uses the tool {other}. Move what both need to the kernel, or to \
                     crates/tools/src/lib.rs."
                ));
            }
        }
    }
    findings
}

fn tool_with_texts(path: &str) -> Option<&str> {
    path.strip_prefix("crates/tools/src/")?.strip_suffix("/nb.ftl")
}

fn tool_of(path: &str) -> Option<&str> {
    path.strip_prefix("crates/tools/src/")?.split(['/', '.']).next()
}

/// Tells whether code names a module of its crate, by path or inside a braced `use`.
fn names_module(text: &str, module: &str) -> bool {
    let code: Vec<&str> =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    let by_path = ["crate::", "super::"].iter().any(|root| {
        code.match_indices(root).any(|(at, _)| starts_with_word(&code[at + root.len()..], module))
    });
    let braced = code.split("use crate::{").skip(1).filter_map(|rest| rest.split(';').next());
    by_path || braced.into_iter().any(|list| is_in_list(list, module))
}

fn is_in_list(list: &str, module: &str) -> bool {
    list.split(['{', ',', '}']).any(|item| starts_with_word(item.trim(), module))
}

fn starts_with_word(text: &str, word: &str) -> bool {
    let rest = text.strip_prefix(word);
    rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
}

/// A tool names its sources by keys of `docs/sources.md`, or by lines of the seed deck.
pub fn sources_are_listed(tree: &Tree) -> Vec<String> {
    let list = tree.text("docs/sources.md").unwrap_or_default();
    let mut findings = vec![];
    for (path, text) in tree.ending(&[".rs"]).filter(|(path, _)| tool_of(path).is_some()) {
        let named = text.split("sources: &[").skip(1).filter_map(|rest| rest.split(']').next());
        for key in named.flat_map(|keys| keys.split('"').skip(1).step_by(2)) {
            if !key.starts_with("seed:") && !list.contains(&format!("| {key} |")) {
                findings.push(format!(
                    "{path} names the source {key}. Add a row for it to docs/sources.md."
                ));
            }
        }
    }
    findings
}

/// Every dependency from outside has a line that says why, above it or above its group.
pub fn dependencies_say_why(tree: &Tree) -> Vec<String> {
    let mut findings = vec![];
    let mut is_here = false;
    let mut is_explained = false;
    for line in tree.text("Cargo.toml").unwrap_or_default().lines() {
        if line.starts_with('[') {
            is_here = line == "[workspace.dependencies]";
            is_explained = false;
        } else if line.trim().is_empty() {
            is_explained = false;
        } else if line.starts_with('#') {
            is_explained = true;
        } else if is_here && !is_explained && !line.contains("path = ") {
            let name = line.split([' ', '=']).next().unwrap_or(line);
            findings.push(format!(
                "Cargo.toml: {name} has no reason. Write a comment line above it that says what \
                 it is for, or do without it."
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pure(manifest: &str, clippy: &str) -> Vec<String> {
        let mut files = vec![];
        for name in PURE {
            let bans = BANNED.map(|ban| format!("{{ path = \"{ban}\" }}")).join("\n");
            files.push((format!("crates/{name}/Cargo.toml"), "[dependencies]\n".to_owned()));
            files.push((format!("crates/{name}/clippy.toml"), bans));
        }
        manifest.clone_into(&mut files[0].1);
        files[1].1.push_str(clippy);
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        pure_crates(&Tree::of(&files))
    }

    #[test]
    fn a_runtime_in_a_pure_crate_is_found_however_it_is_written() {
        assert!(pure("[dependencies]\nserde.workspace = true\n", "").is_empty());
        for line in ["tokio.workspace = true", "tokio = \"1\"", "tokio = { version = \"1\" }"] {
            let findings = pure(&format!("[dependencies]\n{line}\n"), "");
            assert!(findings[0].contains("depends on tokio"), "{line}");
        }
        assert_eq!(pure("[dependencies.tokio]\nversion = \"1\"\n", "").len(), 1);
    }

    #[test]
    fn a_pure_crate_takes_days_from_jiff_and_never_the_clock() {
        let jiff = "[dependencies]\njiff.workspace = true\n";
        assert_eq!(pure(jiff, "").len(), BANNED_WITH_JIFF.len());
        let bans = BANNED_WITH_JIFF.map(|ban| format!("{{ path = \"{ban}\" }}")).join("\n");
        assert!(pure(jiff, &bans).is_empty());
    }

    #[test]
    fn tests_of_a_pure_crate_may_use_what_they_like() {
        assert!(pure("[dev-dependencies]\ntokio.workspace = true\n", "").is_empty());
    }

    #[test]
    fn a_missing_ban_is_found() {
        let tree = Tree::of(&[("crates/kernel/Cargo.toml", ""), ("crates/kernel/clippy.toml", "")]);
        let findings = pure_crates(&tree);
        assert!(findings.iter().any(|why| why.contains("does not ban std::env::var")));
    }

    #[test]
    fn a_tool_that_uses_another_is_found() {
        let texts = ("crates/tools/src/igp/nb.ftl", "");
        let others = ("crates/tools/src/trio/nb.ftl", "");
        let findings_in =
            |path, code| tools_are_strangers(&Tree::of(&[texts, others, (path, code)])).len();
        let igp = "crates/tools/src/igp.rs";
        assert_eq!(findings_in(igp, "use crate::trio::TOOL;"), 1);
        assert_eq!(findings_in(igp, "use crate::{fit_with_turns, trio};"), 1);
        assert_eq!(findings_in("crates/tools/src/igp/rounds.rs", "crate::trio::steps()"), 1);
        assert_eq!(findings_in(igp, "use crate::igp::TOOL;\n// As in crate::trio."), 0);
        assert_eq!(findings_in(igp, "use crate::trio_sizes;"), 0);
        assert_eq!(findings_in("crates/tools/src/lib.rs", "use crate::trio::TOOL;"), 0);
    }

    #[test]
    fn a_source_without_a_row_is_found() {
        let tool = "sources: &[\"seed:1-10\", \"KS-IGP\", \"NONE\"],";
        let findings = sources_are_listed(&Tree::of(&[
            ("crates/tools/src/igp.rs", tool),
            ("docs/sources.md", "| KS-IGP | KS, IGP | <https://example.org> |"),
        ]));
        assert_eq!(findings.len(), 1);
        assert!(findings[0].contains("NONE"));
    }

    #[test]
    fn a_dependency_without_a_reason_is_found() {
        let of = |text: &str| dependencies_say_why(&Tree::of(&[("Cargo.toml", text)])).len();
        assert_eq!(of("[workspace.dependencies]\n# Errors.\nanyhow = \"1\"\n"), 0);
        assert_eq!(
            of("[workspace.dependencies]\n# Facts.\nserde = \"1\"\nserde_json = \"1\"\n"),
            0
        );
        assert_eq!(of("[workspace.dependencies]\n# Errors.\nanyhow = \"1\"\n\nserde = \"1\"\n"), 1);
        assert_eq!(of("[workspace.dependencies]\nkernel = { path = \"crates/kernel\" }\n"), 0);
    }
}
