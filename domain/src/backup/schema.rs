//! Which tables and columns there are: asked of the engine itself, so that a new migration needs nothing here.

use super::rows::{Object, Value, Values};
use crate::{db::Tx, error::Fault};
use std::collections::BTreeSet;

/// Tables that are not backed up, beside the derived ones.
pub const LEFT_OUT: [&str; 4] = ["_sqlx_migrations", "handover_code", "member_token", "session"];
/// What the name of a derived table, or of a fact about one, begins with.
pub const DERIVED: &str = "search_";

/// One table.
#[derive(PartialEq, Eq, Debug)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns by name.
    pub columns: Vec<Column>,
    /// The columns of its primary key.
    pub key: Vec<String>,
    /// If rows refer to rows of the same table: places in `columns` of the reference and of what it names.
    pub within: Option<(usize, usize)>,
    /// The tables it refers to, without itself.
    parents: BTreeSet<String>,
}

/// One column.
#[derive(PartialEq, Eq, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// The types that both engines have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// 16 bytes.
    Uuid,
    /// 64 bits with sign.
    Bigint,
    /// UTF-8.
    Text,
    /// 64 bits with point.
    Double,
    /// Yes or no.
    Boolean,
}

impl Kind {
    fn named(sql: &str) -> Option<Self> {
        Some(match sql {
            "uuid" => Self::Uuid,
            "bigint" => Self::Bigint,
            "text" => Self::Text,
            "double precision" => Self::Double,
            "boolean" => Self::Boolean,
            _ => return None,
        })
    }
}

impl Table {
    /// Reads one line of the table's rows. The words say what is wrong with it.
    pub fn parse(&self, line: &str) -> Result<Values, String> {
        let row: Object = serde_json::from_str(line).map_err(|e| format!("table {}: {e}", self.name))?;
        if row.len() != self.columns.len() {
            return Err(format!(
                "table {}: a row has other columns than this version",
                self.name
            ));
        }
        self.columns
            .iter()
            .map(|column| {
                row.get(&column.name)
                    .and_then(|json| Value::from_json(column.kind, json))
                    .ok_or_else(|| format!("table {}: column {} makes no sense", self.name, column.name))
            })
            .collect()
    }
}

#[derive(sqlx::FromRow)]
struct ColumnRow {
    table_name: String,
    column_name: String,
    kind: String,
    /// Counted from 1; 0 if it is not in the primary key.
    key_position: i64,
}

#[derive(sqlx::FromRow)]
struct Reference {
    table_name: String,
    column_name: String,
    parent: String,
    parent_column: String,
}

/// All tables that belong into a backup, each after those it refers to.
///
/// # Errors
/// When the engine does not answer, or a column has a type that the two engines do not share.
pub async fn tables(tx: &mut Tx) -> Result<Vec<Table>, Fault> {
    let mut tables: Vec<Table> = Vec::new();
    for row in columns(tx).await? {
        if LEFT_OUT.contains(&row.table_name.as_str()) {
            continue;
        }
        let kind = Kind::named(&row.kind).ok_or_else(|| {
            Fault::Other(format!(
                "{}.{}: backups do not know the type {}",
                row.table_name, row.column_name, row.kind
            ))
        })?;
        if tables.last().is_none_or(|table| table.name != row.table_name) {
            tables.push(Table {
                name: row.table_name.clone(),
                columns: Vec::new(),
                key: Vec::new(),
                within: None,
                parents: BTreeSet::new(),
            });
        }
        let Some(table) = tables.last_mut() else { continue };
        if let Ok(position @ 1..) = usize::try_from(row.key_position) {
            table.key.resize(table.key.len().max(position), String::new());
            table.key[position - 1].clone_from(&row.column_name);
        }
        table.columns.push(Column {
            name: row.column_name,
            kind,
        });
    }
    for reference in references(tx).await? {
        let Some(table) = tables.iter_mut().find(|table| table.name == reference.table_name) else {
            continue;
        };
        if reference.parent == reference.table_name {
            let place = |name: &str| table.columns.iter().position(|column| column.name == name);
            table.within = place(&reference.column_name).zip(place(&reference.parent_column));
        } else {
            table.parents.insert(reference.parent);
        }
    }
    parents_first(tables)
}

fn parents_first(mut waiting: Vec<Table>) -> Result<Vec<Table>, Fault> {
    waiting.sort_by(|a, b| a.name.cmp(&b.name));
    let mut sorted: Vec<Table> = Vec::new();
    while !waiting.is_empty() {
        let known: BTreeSet<&str> = sorted.iter().map(|table| table.name.as_str()).collect();
        let ready = waiting
            .iter()
            .position(|table| table.parents.iter().all(|parent| known.contains(parent.as_str())))
            .ok_or_else(|| Fault::Other("tables refer to each other in a circle".into()))?;
        sorted.push(waiting.remove(ready));
    }
    Ok(sorted)
}

async fn columns(tx: &mut Tx) -> sqlx::Result<Vec<ColumnRow>> {
    match tx {
        Tx::Sqlite(tx) => {
            sqlx::query_as(
                "select t.name as table_name, c.name as column_name, lower(c.type) as kind, c.pk as key_position
                   from sqlite_schema t join pragma_table_info(t.name) c
                  where t.type = 'table' and substr(t.name, 1, 7) not in ('sqlite_', $1)
                  order by t.name, c.name",
            )
            .bind(DERIVED)
            .fetch_all(&mut **tx)
            .await
        }
        Tx::Postgres(tx) => {
            sqlx::query_as(
                "select t.relname::text as table_name, c.attname::text as column_name,
                        format_type(c.atttypid, c.atttypmod) as kind,
                        coalesce(array_position(string_to_array(k.indkey::text, ' '), c.attnum::text), 0)::bigint
                          as key_position
                   from pg_class t join pg_attribute c on c.attrelid = t.oid
                        left join pg_index k on k.indrelid = t.oid and k.indisprimary
                  where t.relkind in ('r', 'p') and t.relnamespace = current_schema()::regnamespace
                    and c.attnum > 0 and not c.attisdropped and substr(t.relname::text, 1, 7) <> $1
                  order by t.relname::text collate \"C\", c.attname::text collate \"C\"",
            )
            .bind(DERIVED)
            .fetch_all(&mut **tx)
            .await
        }
    }
}

async fn references(tx: &mut Tx) -> sqlx::Result<Vec<Reference>> {
    match tx {
        Tx::Sqlite(tx) => sqlx::query_as(
            "select t.name as table_name, f.\"from\" as column_name, f.\"table\" as parent, f.\"to\" as parent_column
                   from sqlite_schema t join pragma_foreign_key_list(t.name) f
                  where t.type = 'table' and substr(t.name, 1, 7) not in ('sqlite_', $1)",
        )
        .bind(DERIVED)
        .fetch_all(&mut **tx)
        .await,
        Tx::Postgres(tx) => {
            sqlx::query_as(
                "select t.relname::text as table_name, c.attname::text as column_name, p.relname::text as parent,
                        pc.attname::text as parent_column
                   from pg_constraint f
                        join pg_class t on t.oid = f.conrelid
                        join pg_attribute c on c.attrelid = t.oid and c.attnum = f.conkey[1]
                        join pg_class p on p.oid = f.confrelid
                        join pg_attribute pc on pc.attrelid = p.oid and pc.attnum = f.confkey[1]
                  where f.contype = 'f' and t.relnamespace = current_schema()::regnamespace",
            )
            .fetch_all(&mut **tx)
            .await
        }
    }
}
