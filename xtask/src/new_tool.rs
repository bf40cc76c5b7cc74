//! The files of a new way of working, as a start to write from.

use std::fs;

use crate::shell::Workspace;

const TOOL: &str = include_str!("new_tool/tool.rs.txt");
const TEXTS: &str = include_str!("new_tool/texts.ftl.txt");
const SCENARIOS: &str = include_str!("new_tool/scenarios.md.txt");

/// Writes the files of a tool, and says which lines are left to add.
pub fn write(workspace: &Workspace, name: &str) -> Result<(), String> {
    for (path, text) in files(name)? {
        let at = workspace.root.join(&path);
        if at.exists() {
            return Err(format!("{path} is there already. Choose another name."));
        }
        let written =
            at.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&at, text));
        written.map_err(|error| format!("{path} was not written: {error}"))?;
        println!("{path}");
    }
    let module = module(name);
    println!(
        "\nAdd to crates/tools/src/lib.rs:\n    pub mod {module};\nand to ALL there:\n    &{module}::TOOL,"
    );
    println!("Then write the texts, and run `cargo xtask gen` and `cargo xtask test`.");
    Ok(())
}

fn files(name: &str) -> Result<Vec<(String, String)>, String> {
    let is_letters =
        |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_lowercase());
    if !name.split('-').all(is_letters) {
        return Err(format!("`{name}` is not kebab-case. Write it like fish-bowl."));
    }
    let module = module(name);
    let filled = |template: &str| template.replace("NAME", name).replace("MODULE", &module);
    let folder = format!("crates/tools/src/{module}");
    let mut files = vec![(format!("{folder}.rs"), filled(TOOL))];
    for language in ["nb", "nn", "en"] {
        files.push((format!("{folder}/{language}.ftl"), filled(TEXTS)));
    }
    files.push((format!("{folder}/{module}.md"), filled(SCENARIOS)));
    Ok(files)
}

fn module(name: &str) -> String {
    name.replace('-', "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_gets_five_files_that_carry_its_name() {
        let files = files("fish-bowl").unwrap();
        assert_eq!(files.len(), 5);
        assert_eq!(files[0].0, "crates/tools/src/fish_bowl.rs");
        assert!(files[0].1.contains("include_str!(\"fish_bowl/nb.ftl\")"));
        assert!(files[1].1.starts_with("fish-bowl = "));
        assert!(files.iter().all(|(_, text)| !text.contains("NAME") && !text.contains("MODULE")));
    }

    #[test]
    fn a_name_is_kebab_case() {
        assert!(files("FishBowl").is_err() && files("fish--bowl").is_err() && files("").is_err());
    }
}
