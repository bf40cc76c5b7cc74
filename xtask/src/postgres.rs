//! One database server for a test run: made in a temporary folder, gone afterwards.
//!
//! A small shell holds the server and waits for its standard input to close. That happens when
//! the run ends, however it ends, so no server outlives a run that was killed.

use std::fs;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::setup;
use crate::shell;

const START_MAX: Duration = Duration::from_mins(1);

/// `initdb` refuses root, so root runs the server as this user, which Debian's package makes.
const USER: &str = "postgres";

const KEEPER: &str = r#"
trap '' INT HUP TERM
"$1/initdb" -D "$2/db" -U sloyfe --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync >"$2/log" 2>&1 || exit 1
"$1/postgres" -D "$2/db" -p "$3" -k "$2" -c listen_addresses=127.0.0.1 \
    -c fsync=off -c max_connections=300 >>"$2/log" 2>&1 &
server=$!
cat >/dev/null
kill -INT "$server"
wait "$server"
rm -rf "$2"
"#;

/// A running server. It stops when this is dropped.
pub struct Server {
    keeper: Child,
    folder: PathBuf,
    port: u16,
}

impl Server {
    pub fn start() -> Result<Server, String> {
        let programs = setup::postgres_programs()
            .ok_or("PostgreSQL is missing. Run `cargo xtask setup --tests`.")?;
        let folder = std::env::temp_dir().join(format!("sloyfe-postgres-{}", std::process::id()));
        fs::create_dir_all(&folder)
            .map_err(|error| format!("{} was not made: {error}", folder.display()))?;
        let port = free_port()?;
        let keeper = keeper(&programs, &folder, port)?;
        let mut server = Server { keeper, folder, port };
        server.wait_until_ready(&programs)?;
        Ok(server)
    }

    pub fn url(&self) -> String {
        format!("postgres://sloyfe@127.0.0.1:{}/postgres", self.port)
    }

    fn wait_until_ready(&mut self, programs: &Path) -> Result<(), String> {
        let until = Instant::now() + START_MAX;
        let port = self.port.to_string();
        while Instant::now() < until {
            let mut question = Command::new(programs.join("pg_isready"));
            question.args(["-q", "-h", "127.0.0.1", "-p", &port]);
            if shell::answer(&mut question).is_some() {
                return Ok(());
            }
            if !matches!(self.keeper.try_wait(), Ok(None)) {
                break;
            }
            thread::sleep(Duration::from_millis(100));
        }
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(format!("PostgreSQL did not start. Its log says:\n{log}"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // Nobody is left to tell; the folder is removed below in any case.
        let _ = self.keeper.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn keeper(programs: &Path, folder: &Path, port: u16) -> Result<Child, String> {
    let mut command = Command::new("sh");
    command.args(["-c", KEEPER, "sloyfe-postgres"]).arg(programs).arg(folder);
    command.arg(port.to_string()).current_dir(folder).stdin(Stdio::piped());
    if shell::is_root() {
        let id = |flag| -> Result<u32, String> {
            shell::answer(Command::new("id").args([flag, USER]))
                .and_then(|id| id.parse().ok())
                .ok_or_else(|| format!("there is no user {USER}; install Debian's postgresql."))
        };
        let (user, group) = (id("-u")?, id("-g")?);
        std::os::unix::fs::chown(folder, Some(user), Some(group))
            .map_err(|error| format!("{} was not given away: {error}", folder.display()))?;
        command.uid(user).gid(group);
    }
    command.spawn().map_err(|error| format!("`sh` could not be run: {error}."))
}

/// Below the ports that outgoing connections are given, so that none of them takes it first.
fn free_port() -> Result<u16, String> {
    let chance = || (RandomState::new().build_hasher().finish() % 20_000) as u16 + 10_000;
    let is_free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    let found = std::iter::repeat_with(chance).take(1000).find(is_free);
    found.ok_or_else(|| "no port is free on 127.0.0.1".to_owned())
}
