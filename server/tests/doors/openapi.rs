//! The JSON interface is what its description says: every answer fits the schema of its status, and holds nothing that
//! the schema does not name.

use super::browser::{Answer, Browser};
use domain::{
    listings::{add_photo, import_csv, testing::Thing},
    on_both_engines,
    testing::World,
};
use http::{StatusCode, header};
use serde_json::Value;
use std::{collections::BTreeSet, io::Cursor};

/// The description, as served.
struct Described(Value);

impl Described {
    async fn by(browser: &Browser) -> Self {
        let answer = browser.get("/api/v1/openapi.json").await.expect(StatusCode::OK);
        Self(serde_json::from_str(&answer.text).unwrap())
    }

    /// What is wrong with an answer to `GET path`, where `path` is as the description names it.
    fn wrong(&self, path: &str, answer: &Answer) -> Vec<String> {
        let documented = &self.0["paths"][path]["get"]["responses"][answer.status.as_str()];
        let kind = answer.headers[header::CONTENT_TYPE].to_str().unwrap();
        let schema = &documented["content"][kind]["schema"];
        if !schema.is_object() {
            return vec![format!("{} as {kind} is not described", answer.status)];
        }
        let value = serde_json::from_str(&answer.text).unwrap();
        let mut wrong = Vec::new();
        self.compare(schema, &value, "$", &mut wrong);
        wrong
    }

    fn resolved<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str() {
            Some(name) => self.0.pointer(name.trim_start_matches('#')).unwrap(),
            None => schema,
        }
    }

    /// The names that a schema of an object knows, those of its parts included.
    fn names(&self, schema: &Value) -> BTreeSet<String> {
        let schema = self.resolved(schema);
        let own = schema["properties"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, _)| name.clone());
        let parts = schema["allOf"].as_array().into_iter().flatten();
        own.chain(parts.flat_map(|part| self.names(part))).collect()
    }

    fn compare(&self, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
        let schema = self.resolved(schema);
        for part in schema["allOf"].as_array().into_iter().flatten() {
            self.parts(part, value, at, wrong);
        }
        self.parts(schema, value, at, wrong);
        let (names, more) = (self.names(schema), &schema["additionalProperties"]);
        for (name, value) in value
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(name, _)| !names.contains(*name))
        {
            if more.is_object() {
                self.compare(more, value, &format!("{at}.{name}"), wrong);
            } else {
                wrong.push(format!("{at}.{name} is not described"));
            }
        }
    }

    fn parts(&self, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
        let schema = self.resolved(schema);
        let kinds: Vec<&str> = match &schema["type"] {
            Value::String(one) => vec![one],
            Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        if !kinds.is_empty() && !kinds.iter().any(|kind| is(value, kind)) {
            wrong.push(format!("{at} is no {kinds:?}: {value}"));
        }
        if schema["minimum"]
            .as_f64()
            .zip(value.as_f64())
            .is_some_and(|(least, value)| value < least)
        {
            wrong.push(format!("{at} is too small: {value}"));
        }
        if schema["enum"]
            .as_array()
            .is_some_and(|choices| !choices.contains(value))
        {
            wrong.push(format!("{at} is no choice: {value}"));
        }
        for name in schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            if value.get(name).is_none() {
                wrong.push(format!("{at}.{name} is missing"));
            }
        }
        for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
            if let Some(value) = value.get(name) {
                self.compare(schema, value, &format!("{at}.{name}"), wrong);
            }
        }
        for (number, value) in value.as_array().into_iter().flatten().enumerate() {
            self.compare(&schema["items"], value, &format!("{at}[{number}]"), wrong);
        }
    }
}

fn is(value: &Value, kind: &str) -> bool {
    match kind {
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "object" => value.is_object(),
        "array" => value.is_array(),
        "null" => value.is_null(),
        _ => false,
    }
}

/// A thing that says as much about itself as can be, one that says next to nothing, and one with a price.
async fn things(world: &World) -> [String; 3] {
    let lena = world.member("Lena").await;
    let mut much = Thing::called("Schlagbohrmaschine");
    much.details.tags = "Hilti, مثقاب".into();
    much.details.condition = "very_good".into();
    much.details.accessories = "Koffer\nZusatzgriff".into();
    much.details.house_rules = "Nicht im Regen.".into();
    much.details.attributes = [("power_w".to_owned(), "1.200".to_owned())].into();
    let much = much.publish(&world.ctx, &lena).await;
    let mut photo = Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(64, 48)
        .write_to(&mut photo, image::ImageFormat::Png)
        .unwrap();
    add_photo(&world.ctx, &lena, much, photo.into_inner()).await.unwrap();
    let little = Thing::called("Leiter")
        .in_category("tools")
        .publish(&world.ctx, &lena)
        .await;
    let line = "title,kind,category,price_minor_per_day,lat,lon\nBohrmaschine,rent,drills,500,50.7351,7.1004\n";
    let priced = import_csv(&world.ctx, lena.id, line.as_bytes()).await.unwrap();
    [much, little, priced.imported[0].id].map(|id| id.to_string())
}

on_both_engines! {
    async fn every_answer_is_as_described(world: World) {
        let things = things(&world).await;
        let machine = Browser::limited(&world);
        let described = Described::by(&machine).await;
        assert!(described.0["openapi"].as_str().unwrap().starts_with("3.1"));
        let (list, item) = ("/api/v1/listings", "/api/v1/listings/{id}");
        let mut asked = vec![
            (list, list.to_owned(), StatusCode::OK),
            (list, format!("{list}?lat=50.7351&lon=7.1004&radius_km=2&sort=distance"), StatusCode::OK),
            (list, format!("{list}?q=bohrmaschine&category=drills&from=2030-05-02&to=2030-05-03&kind=rent"), StatusCode::OK),
            (list, format!("{list}?q=nirgends&place=Bonn"), StatusCode::OK),
            (list, format!("{list}?page=7"), StatusCode::OK),
            (list, format!("{list}?lat=north&radius_km=-1&from=yesterday&sort=best&cell=x&page=-1"), StatusCode::BAD_REQUEST),
            (item, format!("{list}/nonsense"), StatusCode::NOT_FOUND),
            (item, format!("{list}/0190a000-0000-7000-8000-000000000000"), StatusCode::NOT_FOUND),
        ];
        asked.extend(things.map(|id| (item, format!("{list}/{id}"), StatusCode::OK)));
        for (path, address, status) in &asked {
            let answer = machine.get(address).await.expect(*status);
            assert_eq!(described.wrong(path, &answer), Vec::<String>::new(), "{address}: {}", answer.text);
        }
        // Each example of a parameter is a good question.
        for parameter in described.0["paths"][list]["get"]["parameters"].as_array().unwrap() {
            let (name, example) = (parameter["name"].as_str().unwrap(), &parameter["example"]);
            let other = match name {
                "lat" => "&lon=7.1004",
                "lon" => "&lat=50.7351",
                "to" => "&from=2030-05-02",
                _ => "",
            };
            if !example.is_null() {
                let example = example.as_str().map_or_else(|| example.to_string(), ToOwned::to_owned);
                machine.get(&format!("{list}?{name}={example}{other}")).await.expect(StatusCode::OK);
            }
        }
        // A description that fits everything would be none.
        let answer = machine.get(list).await;
        assert_ne!(described.wrong(item, &answer), Vec::<String>::new());

        for _ in 0..600 {
            machine.get("/api/v1/openapi.json").await;
        }
        for (path, address) in [(list, list.to_owned()), (item, format!("{list}/nonsense"))] {
            let answer = machine.get(&address).await.expect(StatusCode::TOO_MANY_REQUESTS);
            assert_eq!(described.wrong(path, &answer), Vec::<String>::new(), "{address}");
        }
    }
}
