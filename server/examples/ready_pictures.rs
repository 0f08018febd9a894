//! Puts the demo's pictures through the same preparation as uploads and writes the result to `server/demo/ready`, so that
//! a first start need not do it. Run after redrawing: `cargo run --release --package server --example ready_pictures`.

use domain::photos::{self, Size};
use serde_json::json;
use std::{fs, path::Path};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo");
    for kind in ["pictures", "portraits"] {
        let (from, to) = (demo.join(kind), demo.join("ready").join(kind));
        for size in Size::ALL {
            fs::create_dir_all(to.join(size.name()))?;
        }
        let mut drawn: Vec<_> = fs::read_dir(&from)?.collect::<Result<_, _>>()?;
        drawn.sort_by_key(fs::DirEntry::file_name);
        let mut list = String::new();
        for entry in drawn {
            let path = entry.path();
            let Some(name) = path
                .file_stem()
                .and_then(|s| s.to_str())
                .filter(|_| path.extension().is_some_and(|e| e == "webp"))
            else {
                continue;
            };
            let ready = photos::prepare(&fs::read(&path)?).map_err(|why| format!("{name}: {why:?}"))?;
            for (size, webp) in &ready.files {
                fs::write(to.join(size.name()).join(format!("{name}.webp")), webp)?;
            }
            let line =
                json!({"name": name, "width": ready.width, "height": ready.height, "thumbhash": ready.thumbhash});
            list.push_str(&format!("{line}\n"));
        }
        fs::write(to.join("list.jsonl"), list)?;
    }
    Ok(())
}
