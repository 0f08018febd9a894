"""What all checks of the demo share: the list of mistakes, and reading a file of JSON Lines."""

import json
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
LANGS = ("de", "en")

mistakes = []


def expect(holds, text):
    if not holds:
        mistakes.append(text)


def lines(name):
    """The objects of a JSON Lines file; every line must be one."""
    rows = []
    for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError as error:
            mistakes.append(f"{name}:{number}: {error}")
    return rows
