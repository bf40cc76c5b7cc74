use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};

use super::{ANSWERS, HEADS};
use crate::rows;

/// A scan would make each group slower the more meetings the store has seen.
#[tokio::test]
async fn a_group_finds_its_rows_by_key() {
    let mut db = SqliteConnection::connect("sqlite::memory:").await.unwrap();
    let tables = include_str!("../../../migrations/0001_meetings.sql");
    sqlx::raw_sql(tables).execute(&mut db).await.unwrap();
    for (statement, name) in [(HEADS, "h"), (ANSWERS, "o")] {
        let sql = format!("explain query plan {}", rows::text(statement, 64));
        let steps: Vec<(i64, i64, i64, String)> =
            sqlx::query_as(AssertSqlSafe(sql)).fetch_all(&mut db).await.unwrap();
        let steps: Vec<String> = steps.into_iter().map(|(_, _, _, step)| step).collect();
        assert!(steps.iter().any(|step| step.starts_with(&format!("SEARCH {name}"))), "{steps:?}");
        assert!(!steps.iter().any(|step| step.starts_with(&format!("SCAN {name}"))), "{steps:?}");
    }
}
