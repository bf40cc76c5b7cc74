//! Which modules of its crate a Rust file names: `crate::` and `super::`, lists taken apart.

use std::collections::BTreeSet;

/// Returns the module that a file is, from `src`: `live::phone::parts` of `live/phone/parts.rs`.
pub fn module(path: &str) -> String {
    let path = path.strip_suffix(".rs").unwrap_or(path);
    path.strip_suffix("/mod").unwrap_or(path).replace('/', "::")
}

/// Tells whether a file holds tests, which may know everybody.
pub fn is_test(path: &str) -> bool {
    path.split(['/', '.']).any(|part| part == "tests")
}

/// Returns the paths that a file names, from the root of its crate. Comments and the tests at its
/// end are not read.
pub fn named_in(path: &str, text: &str) -> BTreeSet<String> {
    let code = code(text);
    let mut named = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if !continues_a_word(&code, at) {
            take_apart("", &code[at + "crate::".len()..], &mut named);
        }
    }
    for (at, _) in code.match_indices("super::") {
        // Of `super::super::x` the first says where to begin.
        if !continues_a_word(&code, at) && !code[..at].ends_with("::") {
            let mut module: Vec<String> = module(path).split("::").map(str::to_owned).collect();
            let mut rest = &code[at..];
            while let Some(above) = rest.strip_prefix("super::") {
                module.pop();
                rest = above;
            }
            take_apart(&module.join("::"), rest, &mut named);
        }
    }
    named
}

fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

fn continues_a_word(code: &str, at: usize) -> bool {
    let before = code[..at].chars().next_back();
    before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == '$')
}

/// Reads one path, or a list of them in braces, and returns what comes after.
fn take_apart<'code>(front: &str, rest: &'code str, named: &mut BTreeSet<String>) -> &'code str {
    let rest = rest.trim_start();
    if let Some(list) = rest.strip_prefix('{') {
        let mut list = list.trim_start();
        while !list.is_empty() && !list.starts_with('}') {
            let after = take_apart(front, list, named).trim_start();
            // Past `as other` and the comma, to the next of the list.
            let next = after.find([',', '}']).unwrap_or(after.len());
            list = after[next..].trim_start_matches(',').trim_start();
        }
        return list.strip_prefix('}').unwrap_or(list);
    }
    let end = rest.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(rest.len());
    let (word, rest) = rest.split_at(end);
    let path = match (front, word) {
        (front, "" | "self") => front.to_owned(),
        ("", word) => word.to_owned(),
        (front, word) => format!("{front}::{word}"),
    };
    if let Some(rest) = rest.strip_prefix("::") {
        return take_apart(&path, rest, named);
    }
    named.insert(path);
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(path: &str, text: &str) -> Vec<String> {
        named_in(path, text).into_iter().collect()
    }

    #[test]
    fn lists_are_taken_apart() {
        let text = "use crate::{a::{self, b as c}, d};\nfn f() { crate::e::f(); }";
        assert_eq!(named("x.rs", text), ["a", "a::b", "d", "e::f"]);
    }

    #[test]
    fn above_is_counted_from_the_file() {
        let text = "use super::wall;\nuse super::super::shell::frame::Frame;";
        assert_eq!(named("live/phone.rs", text), ["live::wall", "shell::frame::Frame"]);
    }

    #[test]
    fn other_crates_comments_and_tests_are_not_read() {
        let text = "// crate::a\nuse my_crate::b;\n#[cfg(test)]\nmod tests {\n    use crate::c;\n}";
        assert!(named("x.rs", text).is_empty());
    }
}
