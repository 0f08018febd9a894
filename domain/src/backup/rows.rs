//! Rows in a form that both engines read: JSON objects by column name. Instants, days and amounts are the numbers that
//! the columns hold; ids are UUIDs in the usual text; coordinates are decimal text, so that every reader gets the same
//! 64 bits.

use super::schema::{Kind, Table};
use crate::db::Tx;
use futures::{StreamExt, stream::BoxStream};
use serde_json::Value as Json;
use sqlx::{AssertSqlSafe, ColumnIndex, Database, Decode, Encode, Row, Type, query::Query};
use std::fmt::{self, Write};
use uuid::Uuid;

/// One row by column name.
pub type Object = serde_json::Map<String, Json>;

/// One row's values, in the order of its table's columns.
pub type Values = Vec<Value>;

/// How many rows one statement puts in: even the widest table stays below SQLite's 32,766 parameters.
pub const AT_ONCE: usize = 100;

/// A column's value with its type, so that null has one, too.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// An id.
    Uuid(Option<Uuid>),
    /// A whole number.
    Bigint(Option<i64>),
    /// Words.
    Text(Option<String>),
    /// A number with a point.
    Double(Option<f64>),
    /// Yes or no.
    Boolean(Option<bool>),
}

impl Value {
    /// The value of a column; `None` if the JSON does not fit it.
    pub fn from_json(kind: Kind, json: &Json) -> Option<Self> {
        if json.is_null() {
            return Some(match kind {
                Kind::Uuid => Self::Uuid(None),
                Kind::Bigint => Self::Bigint(None),
                Kind::Text => Self::Text(None),
                Kind::Double => Self::Double(None),
                Kind::Boolean => Self::Boolean(None),
            });
        }
        Some(match kind {
            Kind::Uuid => Self::Uuid(Some(json.as_str()?.parse().ok()?)),
            Kind::Bigint => Self::Bigint(Some(json.as_i64()?)),
            Kind::Text => Self::Text(Some(json.as_str()?.to_owned())),
            Kind::Double => Self::Double(Some(json.as_str()?.parse().ok()?)),
            Kind::Boolean => Self::Boolean(Some(json.as_bool()?)),
        })
    }

    /// Whether the column is empty.
    pub fn is_null(&self) -> bool {
        matches!(
            self,
            Self::Uuid(None) | Self::Bigint(None) | Self::Text(None) | Self::Double(None) | Self::Boolean(None)
        )
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Uuid(Some(id)) => id.fmt(f),
            Self::Bigint(Some(number)) => number.fmt(f),
            Self::Text(Some(text)) => f.write_str(text),
            Self::Double(Some(number)) => number.fmt(f),
            Self::Boolean(Some(yes)) => yes.fmt(f),
            _ => f.write_str("null"),
        }
    }
}

// The statements below are put together from names that the engine's own catalogue gave, in quotes; no word of a member
// is in them.

/// All rows of a table, in the order of its key.
pub fn all<'a>(tx: &'a mut Tx, table: &'a Table) -> BoxStream<'a, sqlx::Result<Object>> {
    let columns = quoted(table.columns.iter().map(|column| column.name.as_str()));
    let mut sql = format!("select {columns} from \"{}\"", table.name);
    if !table.key.is_empty() {
        let _ = write!(sql, " order by {}", quoted(table.key.iter().map(String::as_str)));
    }
    let query = AssertSqlSafe(sql);
    match tx {
        Tx::Sqlite(tx) => sqlx::query(query)
            .fetch(&mut **tx)
            .map(move |row| object(&row?, table))
            .boxed(),
        Tx::Postgres(tx) => sqlx::query(query)
            .fetch(&mut **tx)
            .map(move |row| object(&row?, table))
            .boxed(),
    }
}

/// Whether a table has rows.
pub async fn any(tx: &mut Tx, table: &Table) -> sqlx::Result<bool> {
    let sql = format!(
        "select count(*) from (select 1 from \"{}\" limit 1) as first",
        table.name
    );
    run!(tx, db => sqlx::query_scalar::<_, i64>(AssertSqlSafe(sql)).fetch_one(db)).map(|count| count > 0)
}

/// Takes all rows out of a table.
pub async fn clear(tx: &mut Tx, table: &Table) -> sqlx::Result<()> {
    let sql = format!("delete from \"{}\"", table.name);
    change!(tx, sqlx::query(AssertSqlSafe(sql))).map(|_| ())
}

/// Puts rows into a table.
pub async fn insert(tx: &mut Tx, table: &Table, rows: &[Values]) -> sqlx::Result<()> {
    let columns = quoted(table.columns.iter().map(|column| column.name.as_str()));
    for chunk in rows.chunks(AT_ONCE) {
        let mut sql = format!("insert into \"{}\" ({columns}) values ", table.name);
        let mut place = 0;
        for row in 0..chunk.len() {
            sql.push_str(if row == 0 { "(" } else { ", (" });
            for column in 0..table.columns.len() {
                place += 1;
                let _ = write!(sql, "{}${place}", if column == 0 { "" } else { ", " });
            }
            sql.push(')');
        }
        change!(tx, bound(sqlx::query(AssertSqlSafe(sql)), chunk))?;
    }
    Ok(())
}

fn quoted<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}

/// A row as JSON.
fn object<R: Row>(row: &R, table: &Table) -> sqlx::Result<Object>
where
    usize: ColumnIndex<R>,
    Uuid: for<'r> Decode<'r, R::Database> + Type<R::Database>,
    i64: for<'r> Decode<'r, R::Database> + Type<R::Database>,
    String: for<'r> Decode<'r, R::Database> + Type<R::Database>,
    f64: for<'r> Decode<'r, R::Database> + Type<R::Database>,
    bool: for<'r> Decode<'r, R::Database> + Type<R::Database>,
{
    let mut object = Object::new();
    for (place, column) in table.columns.iter().enumerate() {
        let json = match column.kind {
            Kind::Uuid => row.try_get::<Option<Uuid>, _>(place)?.map(|id| id.to_string().into()),
            Kind::Bigint => row.try_get::<Option<i64>, _>(place)?.map(Json::from),
            Kind::Text => row.try_get::<Option<String>, _>(place)?.map(Json::from),
            Kind::Double => row
                .try_get::<Option<f64>, _>(place)?
                .map(|number| number.to_string().into()),
            Kind::Boolean => row.try_get::<Option<bool>, _>(place)?.map(Json::from),
        };
        object.insert(column.name.clone(), json.unwrap_or_default());
    }
    Ok(object)
}

/// A statement with the values of all rows bound to it.
fn bound<'q, DB: Database>(query: Query<'q, DB, DB::Arguments>, rows: &[Values]) -> Query<'q, DB, DB::Arguments>
where
    Option<Uuid>: for<'t> Encode<'t, DB> + Type<DB>,
    Option<i64>: for<'t> Encode<'t, DB> + Type<DB>,
    Option<String>: for<'t> Encode<'t, DB> + Type<DB>,
    Option<f64>: for<'t> Encode<'t, DB> + Type<DB>,
    Option<bool>: for<'t> Encode<'t, DB> + Type<DB>,
{
    rows.iter().flatten().fold(query, |query, value| match value {
        Value::Uuid(id) => query.bind(*id),
        Value::Bigint(number) => query.bind(*number),
        Value::Text(text) => query.bind(text.clone()),
        Value::Double(number) => query.bind(*number),
        Value::Boolean(yes) => query.bind(*yes),
    })
}
