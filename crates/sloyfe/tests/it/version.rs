//! What a program may ask another program.

use serde_json::Value;

use crate::server::{fresh, sloyfe};

#[test]
fn a_version_says_what_it_was_built_from_and_what_is_inside() {
    let answer = sloyfe(&fresh("version")).args(["--version", "--json"]).output().unwrap();
    let told: Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert_eq!(told["version"], env!("CARGO_PKG_VERSION"));
    let commit = told["commit"].as_str().unwrap();
    let is_hash = commit.len() == 40 && commit.chars().all(|sign| sign.is_ascii_hexdigit());
    assert!(is_hash || commit == "unknown", "{commit}");
    let sqlite: Vec<u32> =
        told["sqlite"].as_str().unwrap().split('.').map(|part| part.parse().unwrap()).collect();
    assert!(vec![3, 51, 3] <= sqlite, "{sqlite:?}");
}
