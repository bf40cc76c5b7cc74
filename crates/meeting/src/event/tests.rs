use super::*;

/// Every fact ever stored still reads: the golden file grows with the variants.
#[test]
fn every_fact_ever_stored_still_reads() {
    let golden = include_str!("golden.jsonl");
    assert!(golden.lines().count() >= 40);
    for line in golden.lines() {
        let fact: Event = serde_json::from_str(line).unwrap_or_else(|why| panic!("{line}\n{why}"));
        let again = serde_json::to_value(&fact).unwrap();
        let stored: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(holds(&again, &stored), "{line}\n{again}");
    }
}

/// A reader that is given an unknown fact names all that it knows.
#[test]
fn every_fact_there_is_stands_in_the_golden_file() {
    let why = serde_json::from_str::<Event>(r#"{"fact": "unknown"}"#).unwrap_err().to_string();
    let known: Vec<&str> = why.split('`').skip(3).step_by(2).collect();
    assert!(known.len() >= 40, "{why}");
    let golden = include_str!("golden.jsonl");
    for fact in known {
        assert!(golden.contains(&format!("{{\"fact\": \"{fact}\"")), "{fact} is not there");
    }
}

/// Tells whether everything that was stored is in what is read; fields may have come since.
fn holds(read: &serde_json::Value, stored: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Object};
    match (read, stored) {
        (Object(read), Object(stored)) => {
            stored.iter().all(|(key, value)| read.get(key).is_some_and(|it| holds(it, value)))
        }
        (Array(read), Array(stored)) => {
            read.len() == stored.len()
                && read.iter().zip(stored).all(|(read, stored)| holds(read, stored))
        }
        _ => read == stored,
    }
}
