//! A PostgreSQL server for the tests of one process, unless `SLOYFE_TEST_POSTGRES` hands one over.
//!
//! The server lives as long as a pipe from this process is open, so it ends with the tests however they end.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::net::TcpListener;
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use sqlx::{Connection as _, PgConnection};

const REMEDY: &str = "the store's contract needs PostgreSQL; run: apt-get install -y postgresql";
const START_WAIT: Duration = Duration::from_mins(1);

/// Starts the server, waits for the pipe to close, stops the server by its id and clears up.
const KEEPER: &str = r#"
"$1/postgres" -D "$2/db" -p "$3" -k "$2" -c listen_addresses=127.0.0.1 -c fsync=off \
    -c max_connections=300 >"$2/log" 2>&1 &
server=$!
cat >/dev/null
kill -INT $server
wait $server
rm -rf "$2"
"#;

static SERVER: LazyLock<Server> = LazyLock::new(Server::start);

struct Server {
    address: String,
    /// Holds the pipe open.
    _keeper: Option<Child>,
}

/// The address of a database from which others can be made.
pub fn address() -> &'static str {
    &SERVER.address
}

pub async fn run(address: &str, sql: &str) {
    let mut connection = PgConnection::connect(address).await.expect("PostgreSQL answers");
    let sql = sqlx::AssertSqlSafe(sql.to_owned());
    sqlx::raw_sql(sql).execute(&mut connection).await.expect("PostgreSQL does as told");
    connection.close().await.expect("the connection closes");
}

impl Server {
    fn start() -> Self {
        if let Ok(address) = std::env::var("SLOYFE_TEST_POSTGRES") {
            return Self { address, _keeper: None };
        }
        let programs = programs().expect(REMEDY);
        let made = as_server_user("mktemp").args(["-d", "/tmp/sloyfe-postgres-XXXXXX"]).output();
        let made = made.expect("mktemp runs");
        assert!(made.status.success(), "{REMEDY} ({made:?})");
        let home = String::from_utf8(made.stdout).expect("a path").trim().to_owned();
        let initdb = as_server_user(&programs.join("initdb").display().to_string())
            .args(["-D", &format!("{home}/db"), "-U", "sloyfe", "--auth=trust"])
            .args(["-E", "UTF8", "--locale=C.UTF-8", "--no-sync"])
            .output()
            .expect("initdb runs");
        assert!(initdb.status.success(), "initdb failed: {initdb:?}");
        let port = free_port().to_string();
        let keeper = as_server_user("sh")
            .args(["-c", KEEPER, "keeper"])
            .args([&programs.display().to_string(), &home, &port])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("the server's keeper starts");
        wait_for(&programs, &home, &port);
        let address = format!("postgres://sloyfe@127.0.0.1:{port}/postgres");
        Self { address, _keeper: Some(keeper) }
    }
}

/// The newest version's folder of programs.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut found: Vec<(u32, PathBuf)> = versions
        .filter_map(|version| {
            let path = version.ok()?.path();
            let number = path.file_name()?.to_str()?.parse().ok()?;
            Some((number, path.join("bin")))
        })
        .filter(|(_, programs)| programs.join("initdb").exists())
        .collect();
    found.sort();
    found.pop().map(|(_, programs)| programs)
}

/// PostgreSQL refuses to run as root, so root hands over to the server's own user.
fn as_server_user(program: &str) -> Command {
    let is_root = Path::new("/proc/self").metadata().is_ok_and(|own| own.uid() == 0);
    let mut command = if is_root {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--", program]);
        command
    } else {
        Command::new(program)
    };
    command.current_dir("/tmp");
    command
}

/// Below the ports that outgoing connections are given, so that none of them takes it first.
fn free_port() -> u16 {
    let chance =
        || 10_000 + u16::try_from(RandomState::new().build_hasher().finish() % 20_000).unwrap();
    let is_free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    std::iter::repeat_with(chance).take(1000).find(is_free).expect("a port is free")
}

/// A server that is still starting takes connections and turns them away, so it is asked in its own words.
fn wait_for(programs: &Path, home: &str, port: &str) {
    let start = Instant::now();
    while !is_ready(programs, port) {
        let log = || std::fs::read_to_string(format!("{home}/log")).unwrap_or_default();
        assert!(start.elapsed() < START_WAIT, "PostgreSQL does not start: {}", log());
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn is_ready(programs: &Path, port: &str) -> bool {
    let answer = Command::new(programs.join("pg_isready"))
        .args(["-q", "-h", "127.0.0.1", "-p", port])
        .status();
    answer.expect("pg_isready runs").success()
}
