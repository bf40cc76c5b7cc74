//! PostgreSQL, for several nodes or an operator who has it already.

use std::time::Duration;

use anyhow::{Context as _, bail};
use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::db::Db;
use crate::hold::{self, Held, Hold};
use crate::{Options, PostgresDisk, Result};

const CONNECTIONS_MAX: u32 = 16;
const ACQUIRE_WAIT: Duration = Duration::from_secs(5);

pub(crate) async fn open(url: &str, chosen: &Options) -> Result<(Db, Held)> {
    let options = address(url)?;
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS_MAX)
        .acquire_timeout(ACQUIRE_WAIT)
        .after_connect(|connection, _| {
            Box::pin(async move {
                // A stronger setting than `on` is the operator's choice and stays.
                sqlx::query(
                    "select set_config('synchronous_commit', 'on', false) \
                     where current_setting('synchronous_commit') in ('off', 'local')",
                )
                .execute(connection)
                .await
                .map(|_| ())
            })
        })
        .connect_with(options.clone())
        .await
        .context("cannot reach PostgreSQL")?;
    if chosen.postgres_disk == PostgresDisk::Durable {
        refuse_forgetful(&pool).await?;
    }
    let held = hold::take_database(&options, chosen.hold).await?;
    Ok((Db::postgres(pool), held))
}

/// Takes the hold of nobody else, without waiting for it.
pub(crate) async fn hold_at_once(url: &str) -> Result<Held> {
    hold::take_database_at_once(&address(url)?, Hold::Alone).await
}

fn address(url: &str) -> Result<PgConnectOptions> {
    // It may hold a password, so no message repeats it.
    let options: PgConnectOptions = url.parse().context("the PostgreSQL address cannot be read")?;
    Ok(options.application_name("sloyfe"))
}

/// Settings without which PostgreSQL can lose or tear in a power cut what it has confirmed.
async fn refuse_forgetful(pool: &PgPool) -> Result<()> {
    let mut forgets = vec![];
    for setting in ["fsync", "full_page_writes"] {
        let value: String =
            sqlx::query_scalar("select current_setting($1)").bind(setting).fetch_one(pool).await?;
        if value != "on" {
            forgets.push(format!("{setting}={value}"));
        }
    }
    if !forgets.is_empty() {
        bail!(
            "this PostgreSQL runs with {} and can lose what it has confirmed: set fsync=on and full_page_writes=on in postgresql.conf",
            forgets.join(" and ")
        );
    }
    Ok(())
}
