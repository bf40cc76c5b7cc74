//! Lets the crate build before the client does, and again whenever the client has been built.

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let dist = PathBuf::from("../../ui/dist");
    std::fs::create_dir_all(&dist)?;
    println!("cargo::rerun-if-changed={}", dist.display());
    Ok(())
}
