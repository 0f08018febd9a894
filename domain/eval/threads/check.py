#!/usr/bin/env python3
"""Checks that threads.jsonl, queries.jsonl and guard.jsonl hold together, and prints what they contain.

Run it from anywhere: `python3 domain/eval/threads/check.py`. It needs nothing but Python. It says every fault it finds,
one a line, and ends with status 1 if there was any.
"""

import collections
import hashlib
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
LANGUAGES = {"de", "en"}

# How many queries of each kind there must be at least.
KINDS = {
    "natural": 80,
    "compound": 25,
    "typo": 25,
    "no-shared-word": 25,
    "cross-language": 25,
    "trap": 25,
    "unanswerable": 25,
    "anger": 25,
    "safety": 25,
    "personal-data": 25,
    "money-dispute": 25,
}
# Kinds that ask for something the threads hold: each of these names at least one thread.
ANSWERABLE = {"natural", "compound", "typo", "no-shared-word", "cross-language", "trap"}
FLAGS = {flag: 15 for flag in ("anger", "safety", "personal_data", "money_dispute", "complaint", "none")}

THREAD = {"id": str, "lang": str, "title": str, "body": str, "tags": list, "accepted_answer": str, "other_answers": list}
QUERY = {"id": str, "text": str, "lang": str, "relevant": list, "kind": str}
GUARD = {"text": str, "lang": str, "flag": str}

# Words too common to say what a text is about.
COMMON = set(
    """aber alle alles also auch auf aus bei bekomme bekommt beim bitte bleibt brauche braucht dann darf das dass dem den
    denn der des die dies diese dieser doch drei eben eine einem einen einer eines etwas ganz geht gern gibt habe haben
    hast hatte hätte hier immer ist ja jede jetzt kann kein keine keinen kommt können lässt lassen macht machen man mehr
    mein meine meinem meinen meiner mich mir mit muss müssen nach nicht nichts noch nur oder ohne schon sehr sein seit
    selbst sich sie sieht sind soll über für und uns unter viel vom von vor waren wann war warum was weil welche welchen
    welcher welches wenn wer werden wie wieder wird wohin worden zum zur zurück zwei about after again also because been
    before does doing done down from have into just more much must need only over says that their them then there they
    this what when where which while will with would your""".split()
)
GERMAN = set("der die das und nicht ich ist mit wie ein eine den beim vom zum was kann mein für auf wer im".split())
ENGLISH = set("the and is not my with how what does can for you it has are when which i to of a do".split())

faults = []


def fault(where, what):
    """Notes a fault; the script goes on, so that one run shows them all."""
    faults.append(f"{where}: {what}")


def read(name, shape, optional=()):
    """Reads one JSON object a line, and checks names and types of what it holds."""
    rows = []
    for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
        where = f"{name}:{number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            fault(where, f"not JSON ({error})")
            continue
        missing, unknown = shape.keys() - row.keys(), row.keys() - shape.keys() - set(optional)
        if missing or unknown:
            fault(where, f"missing {sorted(missing)}, unknown {sorted(unknown)}")
            continue
        for key, kind in shape.items():
            if not isinstance(row[key], kind):
                fault(where, f"{key} is not a {kind.__name__}")
        if row["lang"] not in LANGUAGES:
            fault(where, f"language {row['lang']!r}")
        rows.append(row)
    return rows


def folded(text):
    """Lower case, umlauts written out, only letters and digits: what two texts are compared by."""
    text = text.lower()
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.replace(umlaut, letters)
    return " ".join(re.findall(r"[a-z0-9]+", text))


COMMON_FOLDED = {folded(word) for word in COMMON}


def telling(text):
    """The words of a text that say what it is about, cut to their first five letters so that endings do not matter."""
    return {word[:5] for word in folded(text).split() if len(word) >= 4 and word not in COMMON_FOLDED}


def unique(rows, name, key):
    """No id twice."""
    for value, count in collections.Counter(row[key] for row in rows).items():
        if count > 1:
            fault(name, f"{key} {value!r} {count} times")


def distinct(texts, name):
    """No text empty and none twice, whatever its case and punctuation."""
    seen = {}
    for label, text in texts:
        if not text.strip():
            fault(name, f"{label} is empty")
        elif (same := folded(text)) in seen:
            fault(name, f"{label} says the same as {seen[same]}")
        else:
            seen[same] = label


def guess(text):
    """The language a text seems to be in by its little words, or None where they do not tell."""
    words = folded(text).split()
    german, english = sum(w in GERMAN for w in words), sum(w in ENGLISH for w in words)
    return None if abs(german - english) < 2 else "de" if german > english else "en"


def check_threads(threads):
    """Threads by themselves."""
    unique(threads, "threads", "id")
    distinct([(t["id"] + " title", t["title"]) for t in threads], "threads")
    distinct([(t["id"] + " body", t["body"]) for t in threads], "threads")
    answers = [(t["id"] + " accepted", t["accepted_answer"]) for t in threads if t["accepted_answer"]]
    answers += [(f"{t['id']} other {n}", text) for t in threads for n, text in enumerate(t["other_answers"], 1)]
    distinct(answers, "threads")
    for t in threads:
        if not t["tags"] or any(not tag.strip() or tag != tag.lower() for tag in t["tags"]):
            fault("threads", f"{t['id']} tags {t['tags']}")
        if guess(t["body"]) not in (None, t["lang"]):
            fault("threads", f"{t['id']} does not look like {t['lang']}")
    if len(threads) < 140:
        fault("threads", f"only {len(threads)}")


def check_queries(queries, threads):
    """Queries by themselves, and what they say about threads."""
    known = {t["id"]: t for t in threads}
    unique(queries, "queries", "id")
    distinct([(q["id"], q["text"]) for q in queries], "queries")
    for q in queries:
        relevant, avoid = q["relevant"], q.get("avoid", [])
        for name in relevant + avoid:
            if name not in known:
                fault("queries", f"{q['id']} names {name}, which is no thread")
        if len(set(relevant)) < len(relevant) or len(set(avoid)) < len(avoid) or set(relevant) & set(avoid):
            fault("queries", f"{q['id']} names a thread twice")
        if q["kind"] not in KINDS:
            fault("queries", f"{q['id']} is of kind {q['kind']!r}")
        if q["kind"] in ANSWERABLE and not relevant:
            fault("queries", f"{q['id']} is {q['kind']} and names no thread")
        if q["kind"] == "unanswerable" and relevant:
            fault("queries", f"{q['id']} is unanswerable and names {relevant}")
        if q["kind"] == "trap" and not avoid:
            fault("queries", f"{q['id']} is a trap and names nothing to avoid")
        if guess(q["text"]) not in (None, q["lang"]):
            fault("queries", f"{q['id']} does not look like {q['lang']}: {q['text']}")
        for thread in (known[name] for name in relevant if name in known):
            if q["kind"] == "cross-language" and thread["lang"] == q["lang"]:
                fault("queries", f"{q['id']} crosses no language: {thread['id']} is {thread['lang']} too")
            if q["kind"] == "no-shared-word":
                text = " ".join([thread["title"], thread["body"], thread["accepted_answer"], *thread["tags"]])
                if shared := telling(q["text"]) & telling(text):
                    fault("queries", f"{q['id']} shares {sorted(shared)} with {thread['id']}: {q['text']}")


def check_counts(name, counts, least):
    """At least so many of each kind."""
    for kind, count in least.items():
        if counts[kind] < count:
            fault(name, f"{counts[kind]} of {kind}, {count} are due")


def check_guard(guard, queries):
    """Sentences for the guard: known flags, and none that is a query already."""
    distinct([(f"line {n}", g["text"]) for n, g in enumerate(guard, 1)], "guard")
    asked = {folded(q["text"]): q["id"] for q in queries}
    for n, g in enumerate(guard, 1):
        if g["flag"] not in FLAGS:
            fault("guard", f"line {n} has flag {g['flag']!r}")
        if folded(g["text"]) in asked:
            fault("guard", f"line {n} is query {asked[folded(g['text'])]}")
        if guess(g["text"]) not in (None, g["lang"]):
            fault("guard", f"line {n} does not look like {g['lang']}: {g['text']}")


def tuning(query):
    """Whether a query may be looked at while tuning: the first byte of the SHA-256 of its id is below 128."""
    return hashlib.sha256(query["id"].encode()).digest()[0] < 128


def main():
    threads = read("threads.jsonl", THREAD)
    queries = read("queries.jsonl", QUERY, optional=("avoid",))
    guard = read("guard.jsonl", GUARD)
    check_threads(threads)
    check_queries(queries, threads)
    check_guard(guard, queries)
    kinds = collections.Counter(q["kind"] for q in queries)
    flags = collections.Counter(g["flag"] for g in guard)
    check_counts("queries", kinds, KINDS)
    check_counts("guard", flags, FLAGS)

    german = sum(t["lang"] == "de" for t in threads)
    unanswered = sum(not t["accepted_answer"] for t in threads)
    print(f"{len(threads)} threads: {german} de, {len(threads) - german} en, {unanswered} without an accepted answer")
    print(f"{len(queries)} queries: {sum(q['lang'] == 'de' for q in queries)} de, tuning and holdout by kind:")
    halves = collections.Counter((q["kind"], tuning(q)) for q in queries)
    for kind in KINDS:
        print(f"  {kind:15} {kinds[kind]:4} = {halves[kind, True]:3} + {halves[kind, False]:3}")
    print(f"{len(guard)} sentences for the guard: " + ", ".join(f"{flags[flag]} {flag}" for flag in FLAGS))
    asked = {name for q in queries for name in q["relevant"]}
    print(f"threads that no query asks for: {sum(t['id'] not in asked for t in threads)}")
    for line in faults:
        print("FAULT", line)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
