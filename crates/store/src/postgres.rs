//! PostgreSQL, for several nodes or an operator who has it already.

use std::time::Duration;

use anyhow::{Context as _, bail};
use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::db::Db;
use crate::{PostgresDisk, Result};

const CONNECTIONS_MAX: u32 = 16;
const ACQUIRE_WAIT: Duration = Duration::from_secs(5);

pub(crate) async fn open(url: &str, disk: PostgresDisk) -> Result<Db> {
    // The address may hold a password, so no message repeats it.
    let options: PgConnectOptions = url.parse().context("the PostgreSQL address cannot be read")?;
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
        .connect_with(options.application_name("sloyfe"))
        .await
        .context("cannot reach PostgreSQL")?;
    if disk == PostgresDisk::Durable {
        refuse_forgetful(&pool).await?;
    }
    Ok(Db::postgres(pool))
}

async fn refuse_forgetful(pool: &PgPool) -> Result<()> {
    let fsync: String =
        sqlx::query_scalar("select current_setting('fsync')").fetch_one(pool).await?;
    if fsync != "on" {
        bail!(
            "this PostgreSQL runs with fsync={fsync} and can lose what it has confirmed: set fsync=on in postgresql.conf"
        );
    }
    Ok(())
}
