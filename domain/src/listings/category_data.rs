//! Categories from the file that comes with the program into the tables, and from the tables into memory.

use super::categories::{Attribute, AttributeKind, Categories, Category, Choice, FALLBACK, Names};
use crate::{
    Ctx,
    db::{Db, Tx},
    error::Fault,
};
use serde::Deserialize;
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, RwLock},
};

/// The tree that an instance starts with.
const FILE: &str = include_str!("../../data/categories.toml");

/// Keeps the tree once it was read. Part of the context, so that each database has its own.
#[derive(Clone, Debug, Default)]
pub struct Cache(Arc<RwLock<Option<Arc<Categories>>>>);

/// The category tree of this instance.
///
/// # Errors
/// When the database does not answer.
pub async fn tree(ctx: &Ctx) -> Result<Arc<Categories>, Fault> {
    let kept = ctx.categories.0.read().ok().and_then(|kept| kept.clone());
    if let Some(tree) = kept {
        return Ok(tree);
    }
    let mut tx = ctx.db.read().await?;
    let tree = Arc::new(Categories::new(all(&mut tx).await?));
    drop(tx);
    if let (false, Ok(mut kept)) = (tree.is_empty(), ctx.categories.0.write()) {
        *kept = Some(tree.clone());
    }
    Ok(tree)
}

/// Brings the tables up to the file that comes with the program: what is new or different is written, attributes that
/// are gone are removed, categories that are gone stay, because listings may be in them. Called at start; writes nothing
/// if nothing differs.
///
/// # Errors
/// When the file contradicts itself or the database refuses.
pub async fn load_into(db: &Db) -> Result<(), Fault> {
    let wanted = from_file(FILE).map_err(|why| Fault::Other(format!("categories.toml: {why}")))?;
    let mut tx = db.read().await?;
    let there = all(&mut tx).await?;
    drop(tx);
    if there.iter().filter(|c| wanted.iter().any(|w| w.id == c.id)).eq(&wanted) {
        return Ok(());
    }
    let mut tx = db.write().await?;
    for (position, category) in (0_i64..).zip(&wanted) {
        put(&mut tx, category, position).await?;
        let gone = there.iter().filter(|c| c.id == category.id).flat_map(|c| &c.attributes);
        for attribute in gone.filter(|a| !category.attributes.iter().any(|kept| kept.key == a.key)) {
            remove_attribute(&mut tx, &category.id, &attribute.key).await?;
        }
        for (position, attribute) in (0_i64..).zip(&category.attributes) {
            put_attribute(&mut tx, &category.id, attribute, position).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    category: Vec<FileCategory>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileCategory {
    id: String,
    parent: Option<String>,
    #[serde(default)]
    icon: String,
    name: Names,
    #[serde(default)]
    examples: Names,
    #[serde(default)]
    attributes: Vec<FileAttribute>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileAttribute {
    id: String,
    kind: String,
    name: Names,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    min: i64,
    max: Option<i64>,
    #[serde(default)]
    decimals: u8,
    #[serde(default)]
    options: Vec<FileChoice>,
    #[serde(default)]
    filter: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileChoice {
    id: String,
    name: Names,
}

/// Reads the file: each category must stand after the one above it, ids are unique, [`FALLBACK`] exists, and an
/// attribute that appears twice is the same both times.
fn from_file(text: &str) -> Result<Vec<Category>, String> {
    let file: File = toml::from_str(text).map_err(|e| e.to_string())?;
    let mut seen = HashSet::new();
    let mut kinds: HashMap<String, AttributeKind> = HashMap::new();
    let mut all = Vec::with_capacity(file.category.len());
    for category in file.category {
        if category.parent.as_ref().is_some_and(|parent| !seen.contains(parent)) {
            return Err(format!("{} stands before the category above it", category.id));
        }
        if !seen.insert(category.id.clone()) {
            return Err(format!("{} is there twice", category.id));
        }
        let attributes: Vec<Attribute> = category
            .attributes
            .into_iter()
            .map(attribute)
            .collect::<Result<_, _>>()?;
        for attribute in &attributes {
            let before = kinds
                .entry(attribute.key.clone())
                .or_insert_with(|| attribute.kind.clone());
            if !alike(before, &attribute.kind) {
                return Err(format!(
                    "{} of {} is something else elsewhere",
                    attribute.key, category.id
                ));
            }
        }
        all.push(Category {
            id: category.id,
            parent: category.parent,
            icon: category.icon,
            name: category.name,
            examples: category.examples,
            attributes,
        });
    }
    if seen.contains(FALLBACK) {
        Ok(all)
    } else {
        Err(format!("{FALLBACK} is missing"))
    }
}

fn attribute(file: FileAttribute) -> Result<Attribute, String> {
    let key = file.id;
    let kind = match file.kind.as_str() {
        "text" => AttributeKind::Text,
        "boolean" => AttributeKind::Boolean,
        "number" => AttributeKind::Number {
            unit: file.unit,
            min: file.min,
            max: file
                .max
                .filter(|max| *max >= file.min)
                .ok_or_else(|| format!("{key} needs a max above its min"))?,
            decimals: if file.decimals <= 6 {
                file.decimals
            } else {
                return Err(format!("{key}: too many decimals"));
            },
        },
        "choice" if !file.options.is_empty() => AttributeKind::Choice(
            file.options
                .into_iter()
                .map(|o| Choice {
                    key: o.id,
                    name: o.name,
                })
                .collect(),
        ),
        kind => return Err(format!("{key} cannot be a {kind}")),
    };
    Ok(Attribute {
        key,
        name: file.name,
        kind,
        filter: file.filter,
    })
}

/// Whether two attributes of the same key can mean the same.
fn alike(one: &AttributeKind, other: &AttributeKind) -> bool {
    match (one, other) {
        (AttributeKind::Number { unit: a, .. }, AttributeKind::Number { unit: b, .. }) => a == b,
        _ => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

#[derive(sqlx::FromRow)]
struct CategoryRow {
    id: String,
    parent_id: Option<String>,
    name_de: String,
    name_en: String,
    examples_de: String,
    examples_en: String,
    icon: String,
}

#[derive(sqlx::FromRow)]
struct AttributeRow {
    category_id: String,
    attribute_key: String,
    kind: String,
    name_de: String,
    name_en: String,
    unit: String,
    least: i64,
    most: i64,
    decimals: i64,
    options: String,
    filter: bool,
}

impl AttributeRow {
    fn read(self) -> Result<Attribute, Fault> {
        let nonsense = |what: String| Fault::Row {
            table: "category_attribute",
            id: format!("{}/{}", self.category_id, self.attribute_key),
            what,
        };
        let kind = match self.kind.as_str() {
            "text" => AttributeKind::Text,
            "boolean" => AttributeKind::Boolean,
            "number" => AttributeKind::Number {
                unit: self.unit.clone(),
                min: self.least,
                max: self.most,
                decimals: u8::try_from(self.decimals).map_err(|e| nonsense(e.to_string()))?,
            },
            "choice" => {
                AttributeKind::Choice(serde_json::from_str(&self.options).map_err(|e| nonsense(e.to_string()))?)
            }
            other => return Err(nonsense(format!("no such kind: {other}"))),
        };
        let name = Names {
            de: self.name_de,
            en: self.name_en,
        };
        Ok(Attribute {
            key: self.attribute_key,
            name,
            kind,
            filter: self.filter,
        })
    }
}

/// All categories with their own attributes, in order.
async fn all(tx: &mut Tx) -> Result<Vec<Category>, Fault> {
    let categories = run!(tx, db => sqlx::query_as::<_, CategoryRow>(
        "select id, parent_id, name_de, name_en, examples_de, examples_en, icon from category order by position, id",
    ).fetch_all(db))?;
    let attributes = run!(tx, db => sqlx::query_as::<_, AttributeRow>(
        "select category_id, attribute_key, kind, name_de, name_en, unit, least, most, decimals, options, filter
           from category_attribute order by category_id, position, attribute_key",
    ).fetch_all(db))?;
    let mut by_category: HashMap<String, Vec<Attribute>> = HashMap::new();
    for row in attributes {
        by_category
            .entry(row.category_id.clone())
            .or_default()
            .push(row.read()?);
    }
    Ok(categories
        .into_iter()
        .map(|row| Category {
            attributes: by_category.remove(&row.id).unwrap_or_default(),
            id: row.id,
            parent: row.parent_id,
            icon: row.icon,
            name: Names {
                de: row.name_de,
                en: row.name_en,
            },
            examples: Names {
                de: row.examples_de,
                en: row.examples_en,
            },
        })
        .collect())
}

async fn put(tx: &mut Tx, category: &Category, position: i64) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query(
            "insert into category (id, parent_id, name_de, name_en, examples_de, examples_en, icon, position)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (id) do update set parent_id = excluded.parent_id, name_de = excluded.name_de,
                name_en = excluded.name_en, examples_de = excluded.examples_de, examples_en = excluded.examples_en,
                icon = excluded.icon, position = excluded.position",
        )
        .bind(&category.id)
        .bind(&category.parent)
        .bind(&category.name.de)
        .bind(&category.name.en)
        .bind(&category.examples.de)
        .bind(&category.examples.en)
        .bind(&category.icon)
        .bind(position)
    )
    .map(|_| ())
}

async fn put_attribute(tx: &mut Tx, category: &str, attribute: &Attribute, position: i64) -> Result<(), Fault> {
    let (kind, unit, least, most, decimals, choices) = match &attribute.kind {
        AttributeKind::Text => ("text", "", 0, 0, 0, [].as_slice()),
        AttributeKind::Boolean => ("boolean", "", 0, 0, 0, [].as_slice()),
        AttributeKind::Number {
            unit,
            min,
            max,
            decimals,
        } => ("number", unit.as_str(), *min, *max, i64::from(*decimals), [].as_slice()),
        AttributeKind::Choice(choices) => ("choice", "", 0, 0, 0, choices.as_slice()),
    };
    let options = serde_json::to_string(choices).map_err(|e| Fault::Other(e.to_string()))?;
    change!(
        tx,
        sqlx::query(
            "insert into category_attribute (category_id, attribute_key, kind, name_de, name_en, unit, least, most,
                                             decimals, options, filter, position)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             on conflict (category_id, attribute_key) do update set kind = excluded.kind, name_de = excluded.name_de,
                name_en = excluded.name_en, unit = excluded.unit, least = excluded.least, most = excluded.most,
                decimals = excluded.decimals, options = excluded.options, filter = excluded.filter,
                position = excluded.position",
        )
        .bind(category)
        .bind(&attribute.key)
        .bind(kind)
        .bind(&attribute.name.de)
        .bind(&attribute.name.en)
        .bind(unit)
        .bind(least)
        .bind(most)
        .bind(decimals)
        .bind(&options)
        .bind(attribute.filter)
        .bind(position)
    )?;
    Ok(())
}

async fn remove_attribute(tx: &mut Tx, category: &str, key: &str) -> sqlx::Result<()> {
    change!(
        tx,
        sqlx::query("delete from category_attribute where category_id = $1 and attribute_key = $2")
            .bind(category)
            .bind(key)
    )
    .map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::on_both_engines;

    #[test]
    fn the_file_that_comes_with_the_program_makes_sense() {
        let tree = Categories::new(from_file(FILE).unwrap());
        assert!(tree.roots().count() >= 12, "the demo needs twelve");
        for category in tree.all() {
            assert!(
                !category.name.de.is_empty() && !category.name.en.is_empty(),
                "{}",
                category.id
            );
            assert!(
                !category.icon.is_empty(),
                "{} has no icon and no parent with one",
                category.id
            );
        }
    }

    #[test]
    fn a_file_that_contradicts_itself_is_refused() {
        let named = |id: &str, rest: &str| {
            format!("[[category]]\nid = \"{id}\"\nname = {{ de = \"x\", en = \"x\" }}\n{rest}\n")
        };
        let other = named("other", "");
        let reason = |text: &str| from_file(text).unwrap_err();
        assert!(reason(&named("a", "")).contains("other is missing"));
        assert!(reason(&(named("a", "") + &named("a", "") + &other)).contains("twice"));
        assert!(reason(&(named("a", "parent = \"b\"") + &other)).contains("before the category above"));
        assert!(reason(&named("a", "colour = \"red\"")).contains("unknown field"));
        let attribute =
            |kind: &str| format!("attributes = [ {{ id = \"k\", {kind}, name = {{ de = \"x\", en = \"x\" }} }} ]");
        assert!(reason(&named("a", &attribute("kind = \"colour\""))).contains("cannot be"));
        assert!(reason(&named("a", &attribute("kind = \"choice\""))).contains("cannot be"));
        assert!(reason(&named("a", &attribute("kind = \"number\""))).contains("max"));
        let two_meanings = named("a", &attribute("kind = \"text\"")) + &named("b", &attribute("kind = \"boolean\""));
        assert!(reason(&two_meanings).contains("something else elsewhere"));
    }

    on_both_engines! {
        async fn the_tables_hold_what_the_file_says_and_are_mended(world: World) {
            let wanted = from_file(FILE).unwrap();
            let mut tx = world.ctx.db.write().await.unwrap();
            assert_eq!(all(&mut tx).await.unwrap(), wanted);
            let drills = wanted.iter().find(|c| c.id == "drills").unwrap();
            let old = Category { name: Names { de: "Alt".into(), en: "Old".into() }, ..drills.clone() };
            put(&mut tx, &old, 999).await.unwrap();
            let gone = Attribute { key: "gone".into(), ..drills.attributes[0].clone() };
            put_attribute(&mut tx, "drills", &gone, 0).await.unwrap();
            tx.commit().await.unwrap();
            load_into(&world.ctx.db).await.unwrap();
            let mut tx = world.ctx.db.read().await.unwrap();
            assert_eq!(all(&mut tx).await.unwrap(), wanted);
        }

        async fn the_tree_is_read_once(world: World) {
            let once = tree(&world.ctx).await.unwrap();
            assert!(!once.is_empty());
            assert!(Arc::ptr_eq(&once, &tree(&world.ctx).await.unwrap()));
        }
    }
}
