#!/usr/bin/env python3
"""Renders the demo's pictures of things and its portraits from the drawings in `pictures-src`.

    python3 -m pip install pillow==12.*        # and Chromium, which renders the SVG
    python3 server/demo/make_pictures.py                      # everything
    python3 server/demo/make_pictures.py drill-teal tent-dome # only these
    python3 server/demo/make_pictures.py --sheet FILE.png     # a contact sheet, nothing written to the folders

What is drawn, in which colours and before which wall stands in `pictures.jsonl`. Scenes that are not given are chosen
by the picture's name, so that a run always gives the same pictures.
"""

import argparse
import hashlib
import importlib
import io
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "pictures-src"))

import paper  # noqa: E402
import portraits  # noqa: E402
import scene  # noqa: E402

THING, FACE, QUALITY, BATCH = (1280, 960), (512, 512), 78, 6


def thing(row):
    """The SVG of a row of `pictures.jsonl`."""
    module, function = row["draw"].split(".")
    drawing = getattr(importlib.import_module(module), function)
    options, view = row.get("with", {}), dict(row.get("scene", {}))
    rnd = random.Random(hashlib.sha256(row["name"].encode()).digest())
    wall = view.pop("wall", None) or rnd.choice(sorted(scene.WALLS))
    ground = view.pop("ground", None) or rnd.choice(scene.GROUNDS)
    back = view.pop("back", None) or rnd.choice(scene.BACKS)
    return scene.compose(lambda sheet: drawing(sheet, **options), wall, ground, back, row["name"], **view)


def face(name):
    """The SVG of a portrait."""
    sheet, ground = portraits.portrait(name)
    backdrop = (scene.gradient("wall", paper.light(ground, .2), paper.dark(ground, .08))
                + '<rect width="1000" height="1000" fill="url(#wall)"/>')
    filters = scene.FILTERS.replace('width="1080" height="830"', 'width="1080" height="1140"')
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000"><defs>{filters}{sheet.definitions()}</defs>'
            f"{backdrop}{sheet.markup()}</svg>")


def render(svgs, size, columns=1):
    """All SVGs on one page, as a Pillow image; one below the other unless `columns` says otherwise."""
    from PIL import Image

    chromium = next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)
    if not chromium:
        sys.exit("Chromium is needed to render the drawings; install it (Debian: apt-get install chromium).")
    width, height = size
    rows = -(-len(svgs) // columns)
    style = (f"body{{margin:0;display:grid;grid-template-columns:repeat({columns},{width}px)}}"
             f"svg{{display:block;width:{width}px;height:{height}px}}")
    own_ids = (re.sub(r'(id="|url\(#)', rf"\g<1>p{i}-", svg) for i, svg in enumerate(svgs))
    with tempfile.TemporaryDirectory() as folder:
        page, shot = pathlib.Path(folder, "page.html"), pathlib.Path(folder, "page.png")
        page.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(own_ids)}", encoding="utf-8")
        subprocess.run([chromium, "--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=1",
                        f"--window-size={width * columns},{height * rows}", f"--screenshot={shot}", page.as_uri()],
                       check=True, capture_output=True, timeout=300)
        return Image.open(io.BytesIO(shot.read_bytes())).convert("RGB")


def write(jobs, size, folder, quality):
    """Renders (name, svg) pairs in batches into WebP files."""
    folder.mkdir(exist_ok=True)
    for start in range(0, len(jobs), BATCH):
        batch = jobs[start:start + BATCH]
        image = render([svg for _, svg in batch], size)
        for i, (name, _) in enumerate(batch):
            box = (0, i * size[1], size[0], (i + 1) * size[1])
            image.crop(box).save(folder / f"{name}.webp", "webp", quality=quality, method=6)
        print(f"{folder.name}: {min(start + BATCH, len(jobs))} of {len(jobs)}", flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("names", nargs="*", help="pictures or portraits to render; default: all")
    arguments.add_argument("--sheet", help="write a contact sheet of them to this file instead")
    chosen = arguments.parse_args()
    rows = [json.loads(line) for line in (HERE / "pictures.jsonl").read_text(encoding="utf-8").splitlines()]
    things = [(row["name"], thing(row)) for row in rows if not chosen.names or row["name"] in chosen.names]
    faces = [(name, face(name)) for name in portraits.PEOPLE if not chosen.names or name in chosen.names]
    unknown = set(chosen.names) - {name for name, _ in things + faces}
    if unknown:
        sys.exit(f"no such picture: {', '.join(sorted(unknown))}")
    if chosen.sheet:
        small = (320, 240)
        render([svg for _, svg in things + faces], small, columns=5).save(chosen.sheet)
        return
    write(things, THING, HERE / "pictures", QUALITY)
    write(faces, FACE, HERE / "portraits", QUALITY)


if __name__ == "__main__":
    main()
