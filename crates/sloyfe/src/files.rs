//! How many files the process may have open, which decides how many lines it can carry.

use web::shell::limits::LINES_MAX;

/// Files for the database, the log, listeners and whatever is read meanwhile.
const OWN_FILES: u64 = 64;
/// Lines that a browser has to one server while somebody takes part in a meeting.
const PHONE_LINES: usize = 4;
/// The largest meeting that one server is made for.
const PHONES_WANTED: usize = 300;

/// Lines that a server has files and memory for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Carried {
    lines: usize,
    phones: usize,
}

fn carried(files: u64) -> Carried {
    let lines = usize::try_from(files.saturating_sub(OWN_FILES)).unwrap_or(usize::MAX);
    let lines = lines.clamp(PHONE_LINES, LINES_MAX);
    Carried { lines, phones: lines / PHONE_LINES }
}

/// Lets the process open as many files as it may, says how many phones that carries, and returns
/// how many lines it is.
pub fn raised() -> anyhow::Result<usize> {
    let files = raise()?;
    let Carried { lines, phones } = carried(files);
    tracing::info!(files, lines, phones, "so many phones fit, with four lines each");
    if phones < PHONES_WANTED {
        tracing::warn!(
            phones,
            "fewer than {PHONES_WANTED} phones fit: raise the hard limit of open files, with \
             LimitNOFILE under systemd or ulimit -Hn in a shell"
        );
    }
    Ok(lines)
}

/// Raises the soft limit to the hard one, and returns what it is then.
#[cfg(unix)]
fn raise() -> anyhow::Result<u64> {
    use nix::sys::resource::{Resource, getrlimit, setrlimit};

    let (soft, hard) = getrlimit(Resource::RLIMIT_NOFILE)?;
    let Err(why) = setrlimit(Resource::RLIMIT_NOFILE, hard, hard) else { return Ok(hard) };
    tracing::warn!(error = %why, "the limit of open files could not be raised");
    Ok(soft)
}

#[cfg(not(unix))]
fn raise() -> anyhow::Result<u64> {
    Ok(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Carried, carried};

    #[test]
    fn four_lines_a_phone_beside_what_the_server_needs_itself() {
        let all = [0, 1024, 1264, 4096, 1 << 20, u64::MAX].map(carried);
        let told = all.map(|Carried { lines, phones }| (lines, phones));
        let most = (16_384, 4096);
        assert_eq!(told, [(4, 1), (960, 240), (1200, 300), (4032, 1008), most, most]);
    }
}
