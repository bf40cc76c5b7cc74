//! The text files of a checkout, read once.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::shell;

/// Paths relative to the root, with `/`, and the text of each file. A file that is not text is
/// there with an empty text.
pub struct Tree {
    files: BTreeMap<String, String>,
}

impl Tree {
    pub fn of_checkout(root: &Path) -> Result<Tree, String> {
        let mut git = Command::new("git");
        git.current_dir(root).args(["-c", "safe.directory=*", "ls-files", "-z"]);
        git.args(["--cached", "--others", "--exclude-standard"]);
        let list = shell::answer(&mut git)
            .ok_or("git could not list the files. Tidy reads what git knows; run it in a clone.")?;
        let mut files = BTreeMap::new();
        for path in list.split('\0').filter(|path| !path.is_empty()) {
            // A file that was deleted and not yet committed is still listed.
            if let Ok(bytes) = fs::read(root.join(path)) {
                files.insert(path.to_owned(), String::from_utf8(bytes).unwrap_or_default());
            }
        }
        Ok(Tree { files })
    }

    /// Returns the tree as it would be with these files.
    #[cfg(test)]
    pub fn with<'a>(mut self, files: impl Iterator<Item = (&'a String, &'a String)>) -> Tree {
        self.files.extend(files.map(|(path, text)| (path.clone(), text.clone())));
        self
    }

    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Tree {
        let owned = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        Tree { files: owned.collect() }
    }

    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Returns the files whose name ends with one of these.
    pub fn ending(&self, ends: &[&str]) -> impl Iterator<Item = (&str, &str)> {
        self.all().filter(move |(path, _)| ends.iter().any(|end| path.ends_with(end)))
    }

    /// Tells whether a path is a file or a folder here.
    pub fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let folder = format!("{path}/");
        path.is_empty()
            || self.files.contains_key(path)
            || self
                .files
                .range(folder.clone()..)
                .next()
                .is_some_and(|(at, _)| at.starts_with(&folder))
    }
}

/// Tells whether a text holds a word that is not a part of a longer one.
pub fn has_word(text: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_there_when_a_file_is_in_it() {
        let tree = Tree::of(&[("docs/a/b.md", ""), ("docs-old/c.md", "")]);
        assert!(tree.has("docs") && tree.has("docs/a/") && tree.has("docs/a/b.md"));
        assert!(!tree.has("docs/b") && !tree.has("doc"));
    }

    #[test]
    fn a_word_is_whole() {
        assert!(has_word("a `Step` of", "Step"));
        assert!(!has_word("Steps", "Step") && !has_word("my_Step", "Step"));
    }
}
