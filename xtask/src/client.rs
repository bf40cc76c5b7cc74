//! The browser's part: installed and bundled when it has changed, and left alone otherwise.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::shell::{self, Workspace};

/// Folders in `ui` that are made, not written.
const MADE: [&str; 4] = ["node_modules", "dist", "design-tokens", "design-tokens-build"];

/// Installs the packages of `ui` and bundles it into `ui/dist`.
pub fn build(workspace: &Workspace) -> Result<(), String> {
    if !workspace.has("ui/package-lock.json") {
        return Err("ui/package-lock.json is missing; this is not a whole checkout.".to_owned());
    }
    install(workspace, "ui")?;
    let sources = fingerprint(&sources(&workspace.root.join("ui"))?);
    let stamp = workspace.root.join("ui/node_modules/.sloyfe-built");
    if workspace.has("ui/dist") && is_stamped(&stamp, &sources) {
        return Ok(());
    }
    println!("xtask: bundling the client");
    shell::run(&mut workspace.command("ui", "npm", &["run", "--silent", "build"]))?;
    write_stamp(&stamp, &sources)
}

/// Runs `npm ci` in a folder whose lock file has changed since the last time.
pub fn install(workspace: &Workspace, folder: &str) -> Result<(), String> {
    let at = workspace.root.join(folder);
    let lock = BTreeMap::from([(PathBuf::from("lock"), read(&at.join("package-lock.json"))?)]);
    let wanted = fingerprint(&lock);
    let stamp = at.join("node_modules/.sloyfe-installed");
    if is_stamped(&stamp, &wanted) {
        return Ok(());
    }
    println!("xtask: installing the packages of {folder}");
    shell::run(&mut workspace.command(folder, "npm", &["ci", "--no-audit", "--no-fund"]))?;
    write_stamp(&stamp, &wanted)
}

fn is_stamped(stamp: &Path, wanted: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|kept| kept == wanted)
}

fn write_stamp(stamp: &Path, text: &str) -> Result<(), String> {
    fs::write(stamp, text).map_err(|error| format!("{} was not written: {error}", stamp.display()))
}

/// Contents count, not times: a checkout sets times as it likes.
fn fingerprint(files: &BTreeMap<PathBuf, Vec<u8>>) -> String {
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn sources(ui: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![ui.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let is_made = folder == ui && MADE.iter().any(|made| path.ends_with(made));
            if is_made {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = read(&path)?;
                found.insert(path, bytes);
            }
        }
    }
    Ok(found)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{} was not read: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_moved_or_removed_source_changes_the_fingerprint() {
        let of = |name: &str, text: &str| {
            fingerprint(&BTreeMap::from([(PathBuf::from(name), text.as_bytes().to_vec())]))
        };
        assert_eq!(of("a.ts", "x"), of("a.ts", "x"));
        assert_ne!(of("a.ts", "x"), of("a.ts", "y"));
        assert_ne!(of("a.ts", "x"), of("b.ts", "x"));
        assert_ne!(of("a.ts", "x"), fingerprint(&BTreeMap::new()));
    }
}
