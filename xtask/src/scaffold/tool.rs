//! A new way of working.

use std::fs;
use std::path::Path;

use super::{Scaffold, checked, filled, module, with_last, with_sorted};

const TOOL: &str = include_str!("tool/tool.rs.txt");
const TEXTS: &str = include_str!("tool/texts.ftl.txt");
const SCENARIOS: &str = include_str!("tool/scenarios.md.txt");

const CATALOGUE: &str = "crates/tools/src/lib.rs";

/// Returns a tool's files, and the catalogue with it.
pub fn new(root: &Path, name: &str) -> Result<Scaffold, String> {
    let name = checked(name)?;
    let module = module(name);
    let folder = format!("crates/tools/src/{module}");
    let place = places_taken(root)? + 1;
    let mut new = Scaffold::default();
    let tool = filled(TOOL, name).replace("PLACE", &place.to_string());
    new.make(format!("{folder}.rs"), tool);
    for language in ["nb", "nn", "en"] {
        new.make(format!("{folder}/{language}.ftl"), filled(TEXTS, name));
    }
    new.make(format!("{folder}/{module}.md"), filled(SCENARIOS, name));
    new.change(root, CATALOGUE, |text| {
        let text = with_sorted(text, "pub mod ", &format!("pub mod {module};"))?;
        with_last(&text, "    &", &format!("    &{module}::TOOL,"))
    })?;
    Ok(new)
}

/// A new tool comes last among those that get everybody's thoughts out, until its author has
/// thought about what it is for.
fn places_taken(root: &Path) -> Result<usize, String> {
    let folder = root.join("crates/tools/src");
    let entries = fs::read_dir(&folder).map_err(|error| format!("the tools: {error}"))?;
    let files = entries.filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok());
    Ok(files.map(|text| text.matches("(Purpose::Voices, ").count()).sum())
}
