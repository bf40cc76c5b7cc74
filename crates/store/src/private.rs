//! What learners write is nobody else's on the machine.
//!
//! **Invariant `own-eyes-only`:** no other user of the machine can read a file of the store.
//! Held by [`files`], which takes rights away and looks again, and refuses what stays open. A folder that holds nothing else is closed too.

use std::fs::File;
use std::path::Path;

use anyhow::Context as _;

use crate::Result;

/// Our files all begin with this.
const OURS: &str = "sloyfe.";

/// A disk that is mounted for the store alone has this at its root.
#[cfg(unix)]
const OF_THE_DISK: &str = "lost+found";

/// The rights of all but the owner.
#[cfg(unix)]
const OTHERS: u32 = 0o077;

/// Opens a file of ours for reading and writing, and makes it when it is not there.
pub(crate) fn file(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes the folder, or closes one that was there and is ours alone.
pub(crate) fn folder(directory: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(directory)
        .with_context(|| format!("cannot make the folder {}", directory.display()))?;
    #[cfg(unix)]
    if is_ours_alone(directory)? {
        // Its files are closed in any case, so a folder of somebody else may stay as it is.
        let _ = close(directory, 0o700);
    }
    Ok(())
}

/// Closes the files that are there already.
pub(crate) fn files(directory: &Path) -> Result<()> {
    #[cfg(unix)]
    for name in names(directory)?.iter().filter(|name| name.starts_with(OURS)) {
        let path = directory.join(name);
        let is_closed = close(&path, 0o600).and_then(|()| is_closed(&path));
        if !is_closed.unwrap_or(false) {
            anyhow::bail!(
                "others on this machine can read {} and it cannot be closed to them: run chmod 600 on it as its owner, or use a folder on a disk that knows owners",
                path.display()
            );
        }
    }
    Ok(())
}

#[cfg(unix)]
fn is_ours_alone(directory: &Path) -> Result<bool> {
    Ok(names(directory)?.iter().all(|name| name.starts_with(OURS) || name == OF_THE_DISK))
}

#[cfg(unix)]
fn names(directory: &Path) -> Result<Vec<String>> {
    let cannot = || format!("cannot read the folder {}", directory.display());
    let mut names = vec![];
    for entry in std::fs::read_dir(directory).with_context(cannot)? {
        names.push(entry.with_context(cannot)?.file_name().to_string_lossy().into_owned());
    }
    Ok(names)
}

#[cfg(unix)]
fn close(path: &Path, mode: u32) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    if is_closed(path)? {
        return Ok(());
    }
    match std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)) {
        // A log of another process is gone when that one closes.
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(()),
        closed => closed,
    }
}

#[cfg(unix)]
fn is_closed(path: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::PermissionsExt as _;
    match path.metadata() {
        Ok(known) => Ok(known.permissions().mode() & OTHERS == 0),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(why) => Err(why),
    }
}
