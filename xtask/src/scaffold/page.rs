//! A new page for those who plan a meeting.

use std::path::Path;

use super::{Scaffold, checked, filled, module, with_after, with_last, with_sorted};

const FEATURE: &str = include_str!("page/feature.rs.txt");
const PAGE: &str = include_str!("page/page.rs.txt");
const TEXTS: &str = include_str!("page/texts.ftl.txt");

const SRC: &str = "crates/web/src";

/// A page for planners that has no more than its path and its handler: a new row is made from its
/// row, so that the table of routes may change its form.
const LIKE: (&str, &str) = ("/plan/questions\"", "editor::questions::questions");

/// Returns a page's folder, and the floor, the routes, the words and the tests with it.
pub fn new(root: &Path, name: &str) -> Result<Scaffold, String> {
    let name = checked(name)?;
    let module = module(name);
    let folder = format!("{SRC}/before/{module}");
    let mut new = Scaffold::default();
    new.make(format!("{folder}.rs"), filled(FEATURE, name));
    new.make(format!("{folder}/page.rs"), filled(PAGE, name));
    for language in ["nb", "nn", "en"] {
        new.make(format!("{folder}/{language}.ftl"), filled(TEXTS, name));
    }
    new.change(root, &format!("{SRC}/before.rs"), |text| {
        with_sorted(text, "pub mod ", &format!("pub mod {module};"))
    })?;
    new.change(root, &format!("{SRC}/routes.rs"), |text| {
        let row = text.lines().find(|line| line.contains(LIKE.0) && line.contains(LIKE.1))?;
        let (path, handler) = (format!("/{name}\""), format!("{module}::page"));
        let row = row.replace(LIKE.0, &path).replace(LIKE.1, &handler);
        let text = with_after(text, LIKE.1, &row)?;
        with_after(&text, "use crate::App;", &format!("use crate::before::{module};"))
    })?;
    new.change(root, &format!("{SRC}/words.rs"), |text| {
        let line = format!("    kernel::texts!(\"before/{module}\"),");
        with_last(text, "    kernel::texts!", &line)
    })?;
    new.change(root, &format!("{SRC}/tests/planning.rs"), |text| {
        let page = format!("crate::before::{module}::page::{module}_page");
        with_after(text, "(\"limits\", page(", &format!("        (\"{name}\", page(&{page})),"))
    })?;
    Ok(new)
}
