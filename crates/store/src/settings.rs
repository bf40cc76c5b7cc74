//! Small things an organisation has chosen, by name.

use crate::db::values;
use crate::{Result, Store};

pub(crate) const READ: &str = "select value from setting where org = $1 and name = $2";
pub(crate) const PUT: &str = "insert into setting (org, name, value) values ($1, $2, $3) \
    on conflict (org, name) do update set value = excluded.value";
pub(crate) const PUT_FIRST: &str = "insert into setting (org, name, value) values ($1, $2, $3) \
    on conflict (org, name) do nothing";

impl Store {
    pub async fn setting(&self, org: &str, name: &str) -> Result<Option<String>> {
        let row = self.db.row::<(String,)>(READ, values![org, name]).await?;
        Ok(row.map(|(value,)| value))
    }

    pub async fn put_setting(&self, org: &str, name: &str, value: &str) -> Result<()> {
        self.db.execute(PUT, values![org, name, value]).await?;
        Ok(())
    }

    /// Puts a value where there is none. Returns whether this was the first.
    pub async fn put_first_setting(&self, org: &str, name: &str, value: &str) -> Result<bool> {
        Ok(self.db.execute(PUT_FIRST, values![org, name, value]).await? > 0)
    }
}
