//! A new rule of Møteråd.

use std::fs;
use std::path::Path;

use super::{Scaffold, checked, filled, module, with_last, with_sorted};

const RULE: &str = include_str!("rule/rule.rs.txt");
const TEXTS: &str = include_str!("rule/texts.ftl.txt");

const FOLDER: &str = "crates/plan/src/lint";

/// Codes of rules that have no group yet are `NY-01` and on.
const GROUP: &str = "NY-";

/// Returns a rule's file, and the list and the texts with it.
pub fn new(root: &Path, name: &str) -> Result<Scaffold, String> {
    let name = checked(name)?;
    let module = module(name);
    let list = format!("{FOLDER}/rules.rs");
    let code = format!("{GROUP}{:02}", rules_without_group(root)? + 1);
    let mut new = Scaffold::default();
    let rule = filled(RULE, name).replace("CODE", &code);
    new.make(format!("{FOLDER}/rules/{module}.rs"), rule);
    new.change(root, &list, |text| {
        let text = with_sorted(text, "mod ", &format!("mod {module};"))?;
        with_last(&text, "    ", &format!("    {module}::RULE,"))
    })?;
    for language in ["nb", "nn", "en"] {
        let path = format!("{FOLDER}/{language}.ftl");
        new.change(root, &path, |text| Some(format!("{text}{}", filled(TEXTS, name))))?;
    }
    Ok(new)
}

fn rules_without_group(root: &Path) -> Result<usize, String> {
    let folder = root.join(FOLDER).join("rules");
    let entries = fs::read_dir(&folder).map_err(|error| format!("the rules: {error}"))?;
    let files = entries.filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok());
    Ok(files.map(|text| text.matches(&format!("\"{GROUP}")).count()).sum())
}
