//! How many tests a runner says it ran.

use std::ops::AddAssign;

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Returns the sum of the summary lines of nextest, `cargo test`, `node --test` and our own
/// browser suites, and none where there is no such line.
///
/// Nextest repeats what a failed test printed, so where it has summed up, only that counts.
pub fn in_lines(lines: &[String]) -> Option<Counts> {
    let lines: Vec<String> = lines.iter().map(|line| without_colour(line)).collect();
    let is_nextest = lines.iter().any(|line| is_of_nextest(line));
    let mut sum = None;
    for line in lines.iter().filter(|line| !is_nextest || is_of_nextest(line)) {
        if let Some(counts) = in_line(line) {
            *sum.get_or_insert_with(Counts::default) += counts;
        }
    }
    sum
}

fn is_of_nextest(line: &str) -> bool {
    line.trim_start().starts_with("Summary [")
}

fn in_line(line: &str) -> Option<Counts> {
    let line = line.trim();
    let is_libtest = line.starts_with("test result:");
    let is_plain = starts_with_number(line) && line.contains(" passed, ");
    if is_of_nextest(line) || is_libtest || is_plain {
        let failed = ["failed", "timed out", "exec failed"].map(|word| before(line, word));
        return Some(Counts {
            passed: before(line, "passed").unwrap_or(0),
            failed: failed.into_iter().flatten().sum(),
        });
    }
    let node = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ "))?;
    let (word, number) = node.split_once(' ')?;
    let number = number.parse().ok()?;
    match word {
        "pass" => Some(Counts { passed: number, failed: 0 }),
        "fail" | "cancelled" => Some(Counts { passed: 0, failed: number }),
        _ => None,
    }
}

/// Returns the number in front of a word: 3 for `passed` in `3 tests run: 3 passed, 1 failed`.
fn before(line: &str, word: &str) -> Option<u32> {
    let mut parts = line.split([',', ';', ':', '.', '(']).map(str::trim);
    parts.find_map(|part| {
        let (number, rest) = part.split_once(' ')?;
        let is_it = rest == word || rest.strip_prefix(word)?.starts_with([' ', ')']);
        number.parse().ok().filter(|_| is_it)
    })
}

fn starts_with_number(line: &str) -> bool {
    line.split(' ').next().is_some_and(|word| word.parse::<u32>().is_ok())
}

fn without_colour(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut in_code = false;
    for letter in line.chars() {
        match letter {
            '\u{1b}' => in_code = true,
            'm' if in_code => in_code = false,
            _ if in_code => (),
            _ => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> Option<(u32, u32)> {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        in_lines(&lines).map(|counts| (counts.passed, counts.failed))
    }

    #[test]
    fn nextest_is_read() {
        let line = "     Summary [   1.9s] 40 tests run: 37 passed (1 slow), 2 failed, 1 timed out, 0 skipped";
        assert_eq!(of(&[line]), Some((37, 3)));
        let coloured = "\u{1b}[32m     Summary\u{1b}[0m [   0.1s] \u{1b}[1m2\u{1b}[0m tests run: \u{1b}[1m2\u{1b}[0m passed, 0 skipped";
        assert_eq!(of(&[coloured]), Some((2, 0)));
    }

    #[test]
    fn what_nextest_repeats_of_a_failed_test_counts_once() {
        let lines = [
            "    test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 30 filtered out",
            "     Summary [  11.1s] 200 tests run: 199 passed, 1 failed, 0 skipped",
        ];
        assert_eq!(of(&lines), Some((199, 1)));
    }

    #[test]
    fn every_binary_of_cargo_test_counts() {
        let lines = [
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
        ];
        assert_eq!(of(&lines), Some((4, 2)));
    }

    #[test]
    fn both_reporters_of_node_are_read() {
        assert_eq!(of(&["# tests 5", "# pass 4", "# fail 1", "# cancelled 0"]), Some((4, 1)));
        assert_eq!(of(&["ℹ pass 4", "ℹ fail 0"]), Some((4, 0)));
    }

    #[test]
    fn the_plain_line_is_read() {
        assert_eq!(of(&["12 passed, 1 failed"]), Some((12, 1)));
    }

    #[test]
    fn other_lines_are_not_counts() {
        assert_eq!(of(&["# a heading", "warning: 3 passed by reference", ""]), None);
    }
}
