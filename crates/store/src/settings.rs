//! Small things an organisation has chosen, by name.

use crate::db::values;
use crate::{Org, Result};

pub(crate) const READ: &str = "select value from setting where org = $1 and name = $2";
pub(crate) const PUT: &str = "insert into setting (org, name, value) values ($1, $2, $3) \
    on conflict (org, name) do update set value = excluded.value";
pub(crate) const PUT_FIRST: &str = "insert into setting (org, name, value) values ($1, $2, $3) \
    on conflict (org, name) do nothing";

impl Org {
    pub async fn setting(&self, name: &str) -> Result<Option<String>> {
        let row = self.db().row::<(String,)>(READ, values![&self.id, name]).await?;
        Ok(row.map(|(value,)| value))
    }

    pub async fn put_setting(&self, name: &str, value: &str) -> Result<()> {
        self.db().execute(PUT, values![&self.id, name, value]).await?;
        Ok(())
    }

    /// Puts a value where there is none. Returns whether this was the first.
    pub async fn put_first_setting(&self, name: &str, value: &str) -> Result<bool> {
        Ok(self.db().execute(PUT_FIRST, values![&self.id, name, value]).await? > 0)
    }
}
