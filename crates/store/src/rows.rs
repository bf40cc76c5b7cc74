//! Many rows in few statements.
//!
//! A group commit of 64 batches would otherwise spend its time in round trips.

use sqlx::AssertSqlSafe;

use crate::db::{EngineRow, Tx, Value};

/// Rows in one statement. Few sizes, so that the prepared statements are few too.
const SIZES: [usize; 4] = [64, 16, 4, 1];

/// A statement around a list of rows: `head ($1, $2), ($3, $4) tail`.
#[derive(Clone, Copy)]
pub(crate) struct Statement {
    pub(crate) head: &'static str,
    pub(crate) columns: usize,
    pub(crate) tail: &'static str,
}

/// Writes the rows that lie one after the other in `values`.
pub(crate) async fn write(
    tx: &mut Tx,
    statement: Statement,
    values: &[Value<'_>],
) -> Result<u64, sqlx::Error> {
    let mut changed = 0;
    for part in parts(values, statement.columns) {
        let sql = text(statement, part.len() / statement.columns);
        changed += tx.execute(AssertSqlSafe(sql), part).await?;
    }
    Ok(changed)
}

/// Reads the rows for the keys that lie one after the other in `keys`.
pub(crate) async fn read<R: EngineRow>(
    tx: &mut Tx,
    statement: Statement,
    keys: &[Value<'_>],
) -> Result<Vec<R>, sqlx::Error> {
    let mut found = vec![];
    for part in parts(keys, statement.columns) {
        let sql = text(statement, part.len() / statement.columns);
        found.extend(tx.rows::<R>(AssertSqlSafe(sql), part).await?);
    }
    Ok(found)
}

/// As [`read`], and keeps the rows of the table called `name` in the statement as they are until the commit.
pub(crate) async fn lock<R: EngineRow>(
    tx: &mut Tx,
    statement: Statement,
    name: &'static str,
    keys: &[Value<'_>],
) -> Result<Vec<R>, sqlx::Error> {
    let mut found = vec![];
    for part in parts(keys, statement.columns) {
        let sql = text(statement, part.len() / statement.columns);
        let sql = format!("{sql}{}", tx.locking(name));
        found.extend(tx.rows::<R>(AssertSqlSafe(sql), part).await?);
    }
    Ok(found)
}

fn parts<'a, 'v>(values: &'a [Value<'v>], columns: usize) -> Vec<&'a [Value<'v>]> {
    let mut rest = values;
    let mut parts = vec![];
    for size in SIZES {
        while rest.len() >= size * columns {
            let (part, after) = rest.split_at(size * columns);
            parts.push(part);
            rest = after;
        }
    }
    parts
}

/// The statement for so many rows.
pub(crate) fn text(statement: Statement, rows: usize) -> String {
    let Statement { head, columns, tail } = statement;
    let row = |row: usize| {
        let places: Vec<String> =
            (1..=columns).map(|column| format!("${}", row * columns + column)).collect();
        format!("({})", places.join(", "))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    format!("{head} {} {tail}", rows.join(", "))
}
