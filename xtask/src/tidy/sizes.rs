//! Files and functions that fit on a desk, by ratchet.
//!
//! What was longer when the limit came is listed in `xtask/tidy-exceptions.txt` with its length.
//! A line there may shrink or go, never grow.
//!
//! A line of CSS has its length too, since its files are not formatted.

use std::collections::BTreeMap;

use crate::tidy::tree::Tree;

const FILE_LINES_MAX: usize = 500;
const FUNCTION_LINES_MAX: usize = 70;
const CSS_COLUMNS_MAX: usize = 160;
const EXCEPTIONS: &str = "xtask/tidy-exceptions.txt";

/// No file is longer than 500 lines and no function longer than 70, save the listed ones.
pub fn are_short(tree: &Tree) -> Vec<String> {
    let mut findings = vec![];
    let mut exceptions = exceptions(tree.text(EXCEPTIONS).unwrap_or_default(), &mut findings);
    let mut weigh = |name: String, lines: usize, max: usize| {
        let listed = exceptions.remove(&name);
        findings.extend(finding(&name, lines, max, listed));
    };
    for (path, text) in tree.ending(&[".rs", ".ts", ".js", ".mjs", ".css"]) {
        weigh(path.to_owned(), text.lines().count(), FILE_LINES_MAX);
        for (function, lines) in longest_functions(path, text) {
            weigh(format!("{path}::{function}"), lines, FUNCTION_LINES_MAX);
        }
    }
    for name in exceptions.keys() {
        findings.push(format!("{EXCEPTIONS} lists {name}, which is gone. Remove the line."));
    }
    findings
}

/// No line of CSS is so long that a difference cannot be read.
pub fn css_lines_are_short(tree: &Tree) -> Vec<String> {
    let mut findings = vec![];
    for (path, text) in tree.ending(&[".css"]) {
        for (index, line) in text.lines().enumerate() {
            let columns = line.chars().count();
            if CSS_COLUMNS_MAX < columns {
                findings.push(format!(
                    "{path}:{} has {columns} columns; {CSS_COLUMNS_MAX} are allowed. Write a \
                     selector or a declaration a line.",
                    index + 1
                ));
            }
        }
    }
    findings
}

fn finding(name: &str, lines: usize, max: usize, listed: Option<usize>) -> Option<String> {
    match listed {
        None if max < lines => {
            Some(format!("{name} has {lines} lines; {max} are allowed. Split it by subject."))
        }
        Some(listed) if listed < lines => Some(format!(
            "{name} has grown from {listed} to {lines} lines. It may only shrink; split it."
        )),
        Some(_) if lines <= max => {
            Some(format!("{name} is within the limit now. Remove its line from {EXCEPTIONS}."))
        }
        None | Some(_) => None,
    }
}

fn exceptions(text: &str, findings: &mut Vec<String>) -> BTreeMap<String, usize> {
    let mut listed = BTreeMap::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.split_once(' ').map(|(name, lines)| (name, lines.trim().parse())) {
            Some((name, Ok(lines))) => {
                listed.insert(name.to_owned(), lines);
            }
            _ => findings.push(format!("{EXCEPTIONS}: `{line}` is not a name and a number.")),
        }
    }
    listed
}

/// Returns each function's name and lines; of several with one name, the longest.
fn longest_functions(path: &str, text: &str) -> BTreeMap<String, usize> {
    let keyword = if path.to_ascii_lowercase().ends_with(".rs") { "fn " } else { "function " };
    let mut found = BTreeMap::new();
    if path.to_ascii_lowercase().ends_with(".css") {
        return found;
    }
    let lines: Vec<&str> = text.lines().collect();
    for (first, line) in lines.iter().enumerate() {
        let Some(name) = function_name(line, keyword) else {
            continue;
        };
        let length = length_from(&lines[first..]);
        let longest = found.entry(name.to_owned()).or_insert(length);
        *longest = length.max(*longest);
    }
    found
}

/// Returns the name of the function that a line begins.
fn function_name<'line>(line: &'line str, keyword: &str) -> Option<&'line str> {
    let (front, rest) = line.split_at(line.find(keyword)?);
    let is_modifier = |word: &str| {
        let word = word.split('(').next().unwrap_or(word);
        ["pub", "async", "const", "unsafe", "extern", "export", "default"].contains(&word)
    };
    let name = rest[keyword.len()..].split(['(', '<']).next()?.trim();
    (front.split_whitespace().all(is_modifier) && !name.is_empty()).then_some(name)
}

/// Formatted code closes a function at the indent it begins with.
fn length_from(lines: &[&str]) -> usize {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let Some(first) = lines.first() else {
        return 0;
    };
    let is_last = |line: &&str| {
        let ending = line.trim_end();
        let closes = ending.trim_start() == "}" || ending.ends_with("{}") || ending.ends_with(';');
        indent(line) == indent(first) && closes
    };
    if is_last(first) || first.trim_end().ends_with('}') {
        return 1;
    }
    lines.iter().skip(1).position(is_last).map_or(lines.len(), |more| more + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(name: &str, lines: usize) -> String {
        format!("fn {name}() {{\n{}}}\n", "    step();\n".repeat(lines - 2))
    }

    fn findings(file: &str, exceptions: &str) -> Vec<String> {
        are_short(&Tree::of(&[("a.rs", file), (EXCEPTIONS, exceptions)]))
    }

    #[test]
    fn a_long_function_and_a_long_file_are_found() {
        assert!(findings(&function("f", 70), "").is_empty());
        assert!(findings(&function("f", 71), "")[0].starts_with("a.rs::f has 71 lines"));
        assert!(findings(&"// x\n".repeat(501), "")[0].starts_with("a.rs has 501 lines"));
    }

    #[test]
    fn an_exception_may_only_shrink() {
        assert!(findings(&function("f", 90), "a.rs::f 90\n").is_empty());
        assert!(findings(&function("f", 80), "a.rs::f 90\n").is_empty());
        assert!(findings(&function("f", 91), "a.rs::f 90\n")[0].contains("grown from 90 to 91"));
        assert!(findings(&function("f", 60), "a.rs::f 90\n")[0].contains("within the limit"));
        assert!(findings("", "b.rs 600\n")[0].contains("which is gone"));
        assert!(findings("", "b.rs\n")[0].contains("not a name and a number"));
    }

    #[test]
    fn a_long_line_of_css_is_found() {
        let of = |line: &str| css_lines_are_short(&Tree::of(&[("ui/a.css", line)])).len();
        assert_eq!(of(&format!(".a {{ content: '{}'; }}", "x".repeat(141))), 0);
        assert_eq!(of(&format!(".a {{ content: '{}'; }}", "x".repeat(142))), 1);
    }

    #[test]
    fn functions_are_measured_one_by_one() {
        let text = format!(
            "impl A {{\n    pub(crate) async fn g(\n        x: u8,\n    ) -> u8 {{\n        x\n    }}\n    fn h();\n}}\n{}",
            function("f", 5)
        );
        let found = longest_functions("a.rs", &text);
        assert_eq!(found.get("g"), Some(&5));
        assert_eq!(found.get("h"), Some(&1));
        assert_eq!(found.get("f"), Some(&5));
        let script = "export async function go() {\n  stop()\n}\n";
        assert_eq!(longest_functions("a.ts", script).get("go"), Some(&3));
    }
}
