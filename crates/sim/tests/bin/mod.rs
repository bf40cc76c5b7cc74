//! The binary that tests play against.

use std::path::PathBuf;

/// The built server: `SLOYFE_BIN`, or the one in the target directory of this test.
pub fn server() -> PathBuf {
    if let Some(bin) = std::env::var_os("SLOYFE_BIN") {
        return PathBuf::from(bin);
    }
    let exe = std::env::current_exe().expect("this test runs from a file");
    let target = exe.ancestors().nth(2).expect("target/debug/deps/…");
    let bin = target.join(format!("sloyfe{}", std::env::consts::EXE_SUFFIX));
    assert!(
        bin.exists(),
        "{} is missing; run `cargo build --workspace` first, or set SLOYFE_BIN",
        bin.display()
    );
    bin
}
