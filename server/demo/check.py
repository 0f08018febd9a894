#!/usr/bin/env python3
"""Checks the demo community's data against its description in README.md.

    python3 server/demo/check.py

Needs Python 3.11 or later and nothing else. Prints every mistake, then a summary; exits with 1 if there was a mistake.
"""

import math
import re
import struct
import sys
import tomllib

from check_threads import check_articles, check_thread_counts, check_threads
from checking import HERE, LANGS, expect, lines, mistakes

CATEGORIES = HERE.parents[1] / "domain" / "data" / "categories.toml"
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
BONN = (50.7374, 7.0982)
MOST_PICTURE_BYTES = 4 * 1024 * 1024

MEMBER_KEYS = {"key", "name", "email", "role", "about", "about_lang", "languages", "preferred_language", "place",
               "portrait", "joined_days_ago"}
LISTING_KEYS = {"key", "owner", "kind", "state", "title", "description", "lang", "category", "attributes", "condition",
                "accessories", "house_rules", "replacement_value_minor", "handover", "handover_note", "lat", "lon",
                "weekdays", "lead_time_days", "longest_days", "blocked_days", "pictures", "tags",
                "published_days_ago"}
TIMES_KEYS = {"grain", "preset_hours", "longest_hours", "buffer_hours", "buffer_days", "stays_out", "units"}
PRICE_KEYS = {"price_basis", "price_fixed", "price_hour", "price_day", "price_week", "price_month", "price_weekend_hour",
              "price_weekend_day", "discounts", "minimum", "delivery_fee", "deposit"}
BOOKING_KEYS = {"key", "listing", "borrower", "from", "to", "state", "events"}
REVIEW_KEYS = {"loan", "what", "by", "days_later", "overall", "aspects", "words", "lang"}
ASPECTS = {"borrower": {"as_described", "condition", "communication"},
           "lender": {"care", "punctuality", "communication"}}
STARS = range(1, 6)

# What has to have happened, in this order, for each state. Handing over and returning are said by both sides.
STORY = {
    "requested": ["requested"],
    "accepted": ["requested", "accepted"],
    "active": ["requested", "accepted", "handed_over", "handed_over"],
    "overdue": ["requested", "accepted", "handed_over", "handed_over"],
    "returned": ["requested", "accepted", "handed_over", "handed_over", "returned"],
    "closed": ["requested", "accepted", "handed_over", "handed_over", "returned", "returned"],
    "declined": ["requested", "declined"],
    "withdrawn": ["requested", "withdrawn"],
    "expired": ["requested", "expired"],
    "cancelled": ["requested", "accepted", "cancelled"],
}
ACTOR = {"requested": {"borrower"}, "accepted": {"lender"}, "declined": {"lender"}, "withdrawn": {"borrower"},
         "expired": {"clock"}, "cancelled": {"borrower", "lender"}, "handed_over": {"borrower", "lender"},
         "returned": {"borrower", "lender"}}

def by_key(rows, name):
    found = {}
    for row in rows:
        expect(row["key"] not in found, f"{name}: {row['key']} appears twice")
        expect(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["key"]), f"{name}: {row['key']} is not a slug")
        found[row["key"]] = row
    return found


def webp_size(path):
    """Width and height of a lossy or lossless WebP without an animation."""
    head = path.read_bytes()[:32]
    if head[:4] != b"RIFF" or head[8:12] != b"WEBP":
        return None
    if head[12:16] == b"VP8 ":
        return struct.unpack("<HH", head[26:30])
    if head[12:16] == b"VP8X":
        return tuple(int.from_bytes(head[i:i + 3], "little") + 1 for i in (24, 27))
    return None


def kilometres(a, b):
    """Great-circle distance of two (lat, lon) in degrees, by the haversine formula."""
    (la, lo), (lb, lp) = (map(math.radians, a), map(math.radians, b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(h))


def check_categories():
    categories = {}
    for row in tomllib.loads(CATEGORIES.read_text(encoding="utf-8"))["category"]:
        where = f"categories.toml: {row['id']}"
        expect(row["id"] not in categories, f"{where} appears twice")
        expect(re.fullmatch(r"[a-z0-9-]+", row["id"]), f"{where} is not a slug")
        expect(set(row["name"]) == set(LANGS), f"{where}: name in both languages")
        expect(set(row["examples"]) == set(LANGS), f"{where}: examples in both languages")
        expect("parent" not in row or row["parent"] in categories, f"{where}: parent must stand above it")
        for attribute in row.get("attributes", []):
            spot = f"{where}.{attribute['id']}"
            expect(attribute["kind"] in ("text", "number", "choice", "boolean"), f"{spot}: kind")
            expect(set(attribute["name"]) == set(LANGS), f"{spot}: name in both languages")
            expect((attribute["kind"] == "number") == ("unit" in attribute), f"{spot}: numbers have a unit, others none")
            expect((attribute["kind"] == "choice") == ("options" in attribute), f"{spot}: choices have options, others none")
            for option in attribute.get("options", []):
                expect(set(option["name"]) == set(LANGS), f"{spot}.{option['id']}: name in both languages")
        categories[row["id"]] = row
    same = {}
    for row in categories.values():
        for attribute in row.get("attributes", []):
            meaning = (attribute["kind"], attribute.get("unit"))
            expect(same.setdefault(attribute["id"], meaning) == meaning,
                   f"categories.toml: {attribute['id']} means different things")
    expect(sum("parent" not in row for row in categories.values()) == 14, "categories.toml: not 14 top categories")
    return categories


def check_members(portraits):
    rows = lines("members.jsonl")
    members = by_key(rows, "members.jsonl")
    for row in rows:
        where = f"members.jsonl: {row['key']}"
        expect(set(row) == MEMBER_KEYS, f"{where}: keys {set(row) ^ MEMBER_KEYS}")
        expect(row["email"].endswith("@example.org"), f"{where}: e-mail outside example.org")
        expect(row["about_lang"] in LANGS and row["preferred_language"] in LANGS, f"{where}: language")
        expect(row["portrait"] is None or row["portrait"] in portraits, f"{where}: no portrait {row['portrait']}")
        expect(re.fullmatch(r"\d{5}", row["place"]["postcode"]), f"{where}: postcode")
        expect(kilometres((row["place"]["lat"], row["place"]["lon"]), BONN) < 40, f"{where}: far from Bonn and Köln")
    expect(len({row["email"] for row in rows}) == len(rows), "members.jsonl: an e-mail appears twice")
    expect([row["key"] for row in rows if row["role"] == "operator"] == ["olga", "petra"],
           "members.jsonl: olga and petra are the operators: who decided first does not decide about an appeal")
    expect(len(rows) >= 40, "members.jsonl: fewer than 40 members")
    for key in ("lena", "bea", "hassan", "olga"):
        expect(key in members, f"members.jsonl: {key} is missing")
    return members


def attribute_fits(attribute, value):
    """Whether a value is one that the attribute takes."""
    kind = attribute["kind"]
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "number":
        places = attribute.get("decimals", 0)
        return (not isinstance(value, bool) and isinstance(value, (int, float)) and round(value, places) == value
                and attribute.get("min", value) <= value <= attribute.get("max", value))
    if kind == "choice":
        return value in [option["id"] for option in attribute["options"]]
    return isinstance(value, str) and 0 < len(value) <= 80


def check_listings(categories, members, pictures):
    rows = lines("listings.jsonl")
    listings = by_key(rows, "listings.jsonl")
    for row in rows:
        where = f"listings.jsonl: {row['key']}"
        expect(set(row) - {"price", "times"} == LISTING_KEYS, f"{where}: keys {set(row) ^ LISTING_KEYS}")
        owner, category = members.get(row["owner"]), categories.get(row["category"])
        expect(owner, f"{where}: no member {row['owner']}")
        expect(category and "parent" in category, f"{where}: {row['category']} is not a sub-category")
        if not owner or not category:
            continue
        expect(row["kind"] in ("lend", "rent", "service", "wanted_thing", "wanted_help"), f"{where}: kind")
        expect(row["state"] in ("published", "draft", "paused"), f"{where}: state")
        expect(row["lang"] in LANGS, f"{where}: language")
        expect(3 <= len(row["title"]) <= 70, f"{where}: title has {len(row['title'])} characters")
        sentences = len(re.findall(r"[.!?](?=\s|$)", row["description"]))
        expect(2 <= sentences <= 6, f"{where}: description has {sentences} sentences")
        known = {a["id"]: a for c in (category, categories.get(category.get("parent"), {})) for a in c.get("attributes", [])}
        for name, value in row["attributes"].items():
            expect(name in known, f"{where}: {row['category']} has no attribute {name}")
            expect(name not in known or attribute_fits(known[name], value), f"{where}: {name} = {value!r}")
        thing = row["kind"] in ("lend", "rent")
        expect(row["condition"] in (("new", "very_good", "good", "worn") if thing else (None,)), f"{where}: condition")
        expect((row["replacement_value_minor"] is not None) == thing, f"{where}: replacement value")
        expect(row["replacement_value_minor"] is None or 500 <= row["replacement_value_minor"] <= 1_000_000,
               f"{where}: replacement value {row['replacement_value_minor']}")
        priced = row["kind"] in ("rent", "service")
        expect(("price" in row) == priced and set(row.get("price", {})) <= PRICE_KEYS, f"{where}: price")
        expect(row["handover"] in ("pick_up", "deliver", "key_box"), f"{where}: handover")
        home = (owner["place"]["lat"], owner["place"]["lon"])
        expect(kilometres((row["lat"], row["lon"]), home) < 0.5, f"{where}: not near its owner")
        expect(row["weekdays"] and row["weekdays"] == [d for d in WEEKDAYS if d in row["weekdays"]], f"{where}: weekdays")
        expect(0 <= row["lead_time_days"] <= 14 and 1 <= row["longest_days"] <= 90, f"{where}: lead time or longest loan")
        expect(set(row.get("times", {})) <= TIMES_KEYS, f"{where}: times")
        blocked = row["blocked_days"]
        expect(blocked == sorted(set(blocked)) and all(1 <= d <= 120 for d in blocked), f"{where}: blocked days")
        expect(len(row["pictures"]) <= 4, f"{where}: more than four pictures")
        for picture in row["pictures"]:
            expect(picture["name"] in pictures, f"{where}: no picture {picture['name']}")
            expect(picture["alt"].strip(), f"{where}: no alternative text for {picture['name']}")
        expect(len({p["name"] for p in row["pictures"]}) == len(row["pictures"]), f"{where}: a picture twice")
        expect((row["published_days_ago"] is None) == (row["state"] == "draft"), f"{where}: published_days_ago")
        expect((row["published_days_ago"] or 0) <= owner["joined_days_ago"], f"{where}: published before its owner joined")
    for field in ("title", "description"):
        texts = [row[field] for row in rows]
        expect(len(set(texts)) == len(texts), f"listings.jsonl: a {field} appears twice")
    return listings


def check_counts(categories, listings, histories):
    """The promises of the demo as a whole."""
    shown = [row for row in listings.values() if row["state"] == "published"]
    expect(len(shown) >= 310, f"listings.jsonl: only {len(shown)} published")
    tops = {categories[row["category"]]["parent"] for row in shown}
    expect(len(tops) == 12, f"listings.jsonl: only {len(tops)} top categories used")
    english = sum(row["lang"] == "en" for row in shown) / len(shown)
    expect(0.15 <= english <= 0.35, f"listings.jsonl: {english:.0%} are English")
    expect(listings.get("lena-bohrmaschine", {}).get("owner") == "lena", "listings.jsonl: lena lends no drill")
    expect(listings.get("lena-lastenrad", {}).get("category") == "cargo-bikes", "listings.jsonl: lena lends no cargo bike")
    held = {row["listing"] for row in histories if row["state"] in ("accepted", "active", "overdue", "returned")}
    drills = [row["key"] for row in shown if row["category"] == "drills" and {"sat", "sun"} <= set(row["weekdays"])
              and not row["blocked_days"] and row["key"] not in held
              and kilometres((row["lat"], row["lon"]), BONN) <= 3]
    expect(len(drills) >= 6, f"listings.jsonl: only {len(drills)} drills near Bonn free on every weekend")
    return len(shown), len(drills)


def moment(event):
    """Days from now, roughly, for comparing: whole days for older events."""
    if "hours_ago" in event:
        return -event["hours_ago"] / 24
    hour, minute = map(int, event["time"].split(":"))
    return event["day"] + (hour * 60 + minute) / 1440 - 0.5


def check_histories(members, listings):
    rows = lines("histories.jsonl")
    by_key(rows, "histories.jsonl")
    holding = {}
    for row in rows:
        where = f"histories.jsonl: {row['key']}"
        expect(set(row) == BOOKING_KEYS, f"{where}: keys {set(row) ^ BOOKING_KEYS}")
        listing, borrower = listings.get(row["listing"]), members.get(row["borrower"])
        expect(listing, f"{where}: no listing {row['listing']}")
        expect(borrower, f"{where}: no member {row['borrower']}")
        expect(row["state"] in STORY, f"{where}: state {row['state']}")
        if not listing or not borrower or row["state"] not in STORY:
            continue
        first, last, state, events = row["from"], row["to"], row["state"], row["events"]
        expect(listing["state"] == "published", f"{where}: the listing is not published")
        expect(listing["owner"] != row["borrower"], f"{where}: borrows from themselves")
        expect([e["what"] for e in events] == STORY[state], f"{where}: events do not lead to {state}")
        times = [moment(e) for e in events]
        expect(times == sorted(times) and times[-1] <= 0, f"{where}: events out of order or in the future")
        for event in events:
            keys = {"what", "by", "note"} | ({"hours_ago"} if "hours_ago" in event else {"day", "time"})
            expect(set(event) == keys, f"{where}: keys of {event['what']}")
            expect(event["by"] in ACTOR[event["what"]], f"{where}: {event['what']} by {event['by']}")
            expect("hours_ago" not in event or 0 < event["hours_ago"] <= 48, f"{where}: hours_ago")
            expect("day" not in event or event["day"] <= -2, f"{where}: recent events are given in hours_ago")
            expect("time" not in event or re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", event["time"]), f"{where}: time")
        for what in ("handed_over", "returned"):
            said = [e["by"] for e in events if e["what"] == what]
            expect(len(said) == len(set(said)), f"{where}: the same side said {what} twice")
        expect(events[0]["note"], f"{where}: a request has a note")
        expect(state not in ("declined", "cancelled") or events[-1]["note"], f"{where}: {state} without a reason")
        expect(first <= last and last - first < listing["longest_days"], f"{where}: longer than the listing lends")
        oldest = -min(borrower["joined_days_ago"], listing["published_days_ago"])
        expect(times[0] >= oldest, f"{where}: asked before the member joined or the listing was published")
        when = {"requested": 0 < first, "accepted": 0 < first, "active": first < 0 <= last, "overdue": last < 0,
                "returned": first < 0, "closed": last < -1}
        expect(when.get(state, True), f"{where}: {state} does not fit days {first} to {last}")
        expect(state != "requested" or moment(events[0]) > -1, f"{where}: an open request is younger than 24 hours")
        expect(state != "requested" or first >= listing["lead_time_days"], f"{where}: too short notice")
        if state in ("requested", "accepted", "active", "overdue"):
            expect(listing["weekdays"] == WEEKDAYS, f"{where}: open, so its listing must be lent on all weekdays")
            clash = set(listing["blocked_days"]) & set(range(first, last + 1))
            expect(not clash, f"{where}: blocked on {sorted(clash)}")
        if state in ("accepted", "active", "overdue", "returned", "closed"):
            for other, a, b in holding.setdefault(row["listing"], []):
                expect(last < a or first > b, f"{where}: overlaps with {other}")
            holding[row["listing"]].append((row["key"], first, last))
    for state in STORY:
        expect(any(row["state"] == state for row in rows), f"histories.jsonl: nothing is {state}")
    expect(len(rows) >= 60, "histories.jsonl: fewer than 60 bookings")
    return rows


def check_reviews(histories):
    """Both reviews of a loan within their time; answers after both, or after a fortnight."""
    closed = {row["key"]: row for row in histories if row["state"] == "closed"}
    said, answers = {}, []
    for row in lines("reviews.jsonl"):
        where = f"reviews.jsonl: {row.get('loan')} by {row.get('by')}"
        expect(set(row) == REVIEW_KEYS, f"{where}: keys {set(row) ^ REVIEW_KEYS}")
        loan = closed.get(row["loan"])
        expect(loan, f"{where}: no closed loan")
        expect(row["by"] in ASPECTS and row["lang"] in LANGS, f"{where}: by or lang")
        if not loan or row["by"] not in ASPECTS:
            continue
        expect(moment(loan["events"][-1]) + row["days_later"] <= -1, f"{where}: not in the past")
        if row["what"] == "reply":
            answers.append((where, row))
            continue
        expect(row["what"] == "review" and 0 <= row["days_later"] <= 13, f"{where}: neither reply nor review in time")
        expect(row["overall"] in STARS and set(row["aspects"].values()) <= set(STARS), f"{where}: stars")
        expect(set(row["aspects"]) <= ASPECTS[row["by"]], f"{where}: aspects")
        expect(row["overall"] > 3 or len(row["words"]) >= 10, f"{where}: few stars without words")
        expect((row["loan"], row["by"]) not in said, f"{where}: twice")
        said[row["loan"], row["by"]] = row["days_later"]
    for where, row in answers:
        other = "borrower" if row["by"] == "lender" else "lender"
        both = [said.get((row["loan"], side)) for side in ASPECTS]
        open_from = 14 if None in both else max(both)
        expect(row["words"] and (row["loan"], other) in said, f"{where}: answers to nothing")
        expect(row["days_later"] > open_from, f"{where}: answers to what is hidden")
    return len(said)


def check_sharing(members, listings):
    """Circles with people there are, and kits of things of one owner."""
    rows = lines("sharing.jsonl")
    for number, row in enumerate(rows, 1):
        where = f"sharing.jsonl: line {number}"
        if row["what"] == "circle":
            people = [row["keeper"], *row["members"]]
            expect(set(people) <= set(members) and len(people) == len(set(people)), f"{where}: who is that?")
            for key in row["only"]:
                expect(key in listings and listings[key]["owner"] in people, f"{where}: {key} is of nobody in it")
        elif row["what"] == "known":
            expect(row["listing"] in listings and 0 <= row["loans"] <= 20 and 0 <= row["per_month"] <= 31, f"{where}: {row}")
        else:
            expect(row["what"] == "kit", f"{where}: {row['what']}")
            parts = [row["listing"], *row["parts"]]
            expect(all(key in listings for key in parts), f"{where}: no such thing")
            expect(len({listings[key]["owner"] for key in parts if key in listings}) == 1, f"{where}: of several owners")
    return len(rows)


def check_pictures(folder, size):
    found = {}
    for path in sorted((HERE / folder).glob("*.webp")):
        expect(webp_size(path) == size, f"{folder}/{path.name}: not {size[0]} x {size[1]}")
        found[path.stem] = path.stat().st_size
    return found


def main():
    pictures, portraits = check_pictures("pictures", (1280, 960)), check_pictures("portraits", (512, 512))
    drawn = {row["name"]: row for row in lines("pictures.jsonl")}
    expect(set(drawn) == set(pictures), f"pictures.jsonl and pictures/ differ: {sorted(set(drawn) ^ set(pictures))}")
    for name, row in drawn.items():
        expect(set(row["alt"]) == set(LANGS), f"pictures.jsonl: {name}: alternative text in both languages")
    weight = sum(pictures.values()) + sum(portraits.values())
    expect(weight <= MOST_PICTURE_BYTES, f"pictures weigh {weight} bytes")
    categories = check_categories()
    members = check_members(portraits)
    listings = check_listings(categories, members, pictures)
    histories = check_histories(members, listings)
    reviews = check_reviews(histories)
    check_sharing(members, listings)
    shown, drills = check_counts(categories, listings, histories)
    threads, texts, proven = check_threads(categories, members, listings)
    answers = check_thread_counts(threads, proven)
    articles = check_articles(threads, members, texts)
    for mistake in mistakes:
        print(mistake)
    print(f"{len(categories)} categories, {len(members)} members, {len(listings)} listings ({shown} published, "
          f"{drills} drills near Bonn free on weekends), {len(histories)} bookings, {reviews} reviews, {len(pictures)} pictures and "
          f"{len(portraits)} portraits in {weight / 1e6:.2f} MB, {len(threads)} threads with {answers} answers, {articles} articles, "
          f"{len(mistakes)} mistakes")
    sys.exit(bool(mistakes))


if __name__ == "__main__":
    main()
