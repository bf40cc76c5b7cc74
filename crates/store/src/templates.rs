//! Plans that an organisation has kept to start new meetings from.

use crate::db::values;
use crate::{Org, Result};

/// Templates in one organisation; one more is refused, so that the list can be read.
pub const TEMPLATES_MAX: i64 = 100;

/// Counted in the statement itself, so that two who keep one at once do not pass the limit by more
/// than the other's.
const ADD: &str = "insert into template (org, id, name, body, created_at) \
    select $1, $2, $3, $4, $5 where (select count(*) from template where org = $1) < $6 \
    on conflict (org, id) do nothing";
const ALL: &str = "select id, name, body from template where org = $1 order by name, id";
const ONE: &str = "select id, name, body from template where org = $1 and id = $2";
const RENAME: &str = "update template set name = $3 where org = $1 and id = $2";
const REMOVE: &str = "delete from template where org = $1 and id = $2";

/// A plan under a name of its own.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct TemplateRow {
    pub id: String,
    pub name: String,
    /// The plan, as JSON.
    pub body: String,
}

impl Org {
    /// Keeps a template. Returns whether there was room for it; the same id twice is kept once.
    pub async fn add_template(&self, row: &TemplateRow, at: i64) -> Result<bool> {
        let TemplateRow { id, name, body } = row;
        let place = values![&self.id, id, name, body, at, TEMPLATES_MAX];
        let added = self.db().execute(ADD, place).await? > 0;
        Ok(added || self.template(id).await?.is_some())
    }

    /// All templates by name.
    pub async fn templates(&self) -> Result<Vec<TemplateRow>> {
        Ok(self.db().rows(ALL, values![&self.id]).await?)
    }

    pub async fn template(&self, id: &str) -> Result<Option<TemplateRow>> {
        Ok(self.db().row(ONE, values![&self.id, id]).await?)
    }

    /// Returns whether there was one to rename.
    pub async fn rename_template(&self, id: &str, name: &str) -> Result<bool> {
        Ok(self.db().execute(RENAME, values![&self.id, id, name]).await? > 0)
    }

    /// Returns whether there was one to remove.
    pub async fn remove_template(&self, id: &str) -> Result<bool> {
        Ok(self.db().execute(REMOVE, values![&self.id, id]).await? > 0)
    }
}
