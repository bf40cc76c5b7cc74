//! The start of a new feature: its files, and the lines that make it one of the others.
//!
//! What a scaffold leaves behind builds and passes every check but one: tidy finds the texts that
//! nobody has written yet.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub mod page;
pub mod rule;
pub mod tool;

/// Files by their path from the root, as they shall be.
pub type Files = BTreeMap<String, String>;

/// A new feature: which files are new, and which are there and get a line more.
#[derive(Default)]
pub struct Scaffold {
    pub made: Files,
    pub changed: Files,
}

impl Scaffold {
    /// Adds a file that is made from a template.
    fn make(&mut self, path: String, text: String) {
        self.made.insert(path, text);
    }

    /// Changes a file that is there. A file that is changed twice is changed on from the first.
    fn change(
        &mut self,
        root: &Path,
        path: &str,
        edit: impl FnOnce(&str) -> Option<String>,
    ) -> Result<(), String> {
        let text = match self.changed.remove(path) {
            Some(text) => text,
            None => fs::read_to_string(root.join(path))
                .map_err(|error| format!("{path} was not read: {error}"))?,
        };
        let text = edit(&text).ok_or_else(|| {
            format!("{path} does not look as xtask/src/scaffold expects. Mend the scaffold.")
        })?;
        self.changed.insert(path.to_owned(), text);
        Ok(())
    }

    /// Writes all of it, or nothing where a file would be written over.
    pub fn write(&self, root: &Path) -> Result<(), String> {
        if let Some(path) = self.made.keys().find(|path| root.join(path).exists()) {
            return Err(format!("{path} is there already. Choose another name."));
        }
        for (path, text) in self.made.iter().chain(&self.changed) {
            let at = root.join(path);
            let written =
                at.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&at, text));
            written.map_err(|error| format!("{path} was not written: {error}"))?;
            println!("{path}");
        }
        Ok(())
    }
}

/// Fills in a template: `NAME` is `fish-bowl`, `MODULE` is `fish_bowl`.
fn filled(template: &str, name: &str) -> String {
    template.replace("NAME", name).replace("MODULE", &module(name))
}

fn module(name: &str) -> String {
    name.replace('-', "_")
}

/// A name is words of small letters with hyphens between them.
fn checked(name: &str) -> Result<&str, String> {
    let is_letters =
        |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_lowercase());
    if name.split('-').all(is_letters) {
        Ok(name)
    } else {
        Err(format!("`{name}` is not kebab-case. Write it like fish-bowl."))
    }
}

/// Puts a line among those that begin alike, in the order of the alphabet.
fn with_sorted(text: &str, front: &str, line: &str) -> Option<String> {
    let mut lines: Vec<&str> = text.lines().collect();
    let own: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with(front)).collect();
    let after = own.iter().rev().find(|at| lines[**at] < line);
    let at = after.map_or(*own.first()?, |at| at + 1);
    lines.insert(at, line);
    Some(lines.join("\n") + "\n")
}

/// Puts lines after the last that begins like this.
fn with_last(text: &str, front: &str, new: &str) -> Option<String> {
    let mut lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().rposition(|line| line.starts_with(front))?;
    lines.insert(at + 1, new);
    Some(lines.join("\n") + "\n")
}

/// Puts lines after the first that has this in it.
fn with_after(text: &str, part: &str, new: &str) -> Option<String> {
    let mut lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| line.contains(part))?;
    lines.insert(at + 1, new);
    Some(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy;

    type New = fn(&Path, &str) -> Result<Scaffold, String>;

    /// Every scaffold, with a name to try it by that nobody who begins something would choose.
    const SCAFFOLDS: &[(New, &str)] =
        &[(tool::new, "tried-tool"), (rule::new, "tried-rule"), (page::new, "tried-page")];

    #[test]
    fn what_a_scaffold_leaves_lacks_only_its_texts() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let before = tidy::check_with(root, std::iter::empty()).unwrap();
        for (new, name) in SCAFFOLDS {
            let made = new(root, name).unwrap();
            let after = tidy::check_with(root, made.made.iter().chain(&made.changed)).unwrap();
            for ((check, before), (_, after)) in before.iter().zip(after) {
                let new: Vec<&String> = after.iter().filter(|it| !before.contains(it)).collect();
                let is_about_texts = *check == "texts-are-written";
                assert_eq!(new.is_empty(), !is_about_texts, "{name}: {check}: {new:#?}");
            }
        }
    }

    #[test]
    fn no_name_is_left_to_fill_in() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        for (new, name) in SCAFFOLDS {
            for (path, text) in new(root, name).unwrap().made {
                for blank in ["NAME", "MODULE", "PLACE", "CODE"] {
                    assert!(!text.contains(blank) && !path.contains(blank), "{path}: {blank}");
                }
            }
        }
    }

    #[test]
    fn a_line_finds_its_place_in_the_alphabet() {
        let text = "//! Doc.\n\npub mod b;\npub mod d;\n\nmod tests;\n";
        let with = |line: &str| with_sorted(text, "pub mod ", line).unwrap();
        assert!(with("pub mod c;").contains("b;\npub mod c;\npub mod d;"));
        assert!(with("pub mod a;").contains("\n\npub mod a;\npub mod b;"));
        assert!(with("pub mod e;").contains("d;\npub mod e;\n\nmod tests;"));
        assert_eq!(with_sorted("", "pub mod ", "pub mod a;"), None);
    }

    #[test]
    fn a_name_is_kebab_case() {
        assert!(checked("FishBowl").is_err() && checked("fish--bowl").is_err());
        assert!(checked("").is_err() && checked("fish-bowl").is_ok());
    }

    #[test]
    fn nothing_is_written_over() {
        let root = std::env::temp_dir().join(format!("scaffold-{}", std::process::id()));
        let mut scaffold = Scaffold::default();
        scaffold.make("a/new.rs".to_owned(), "one".to_owned());
        scaffold.write(&root).unwrap();
        let again = scaffold.write(&root);
        fs::remove_dir_all(&root).unwrap();
        assert!(again.unwrap_err().contains("a/new.rs is there already"));
    }
}
