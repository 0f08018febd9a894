"""Checks the demo's questions, answers and articles; called by check.py."""

import re

from checking import LANGS, expect, lines

THREAD_KEYS = {"id", "lang", "kind", "about", "tags", "title", "body", "author", "days_ago", "me_too", "answers"}
THREAD_MORE = {"anonymous", "state", "reason", "duplicate_of"}
ANSWER_KEYS = {"author", "body", "after_hours", "votes", "comments"}
ARTICLE_KEYS = {"id", "subject", "lang", "title", "body", "sources", "authors", "days_ago"}
KINDS = ("question", "problem", "idea", "praise", "complaint")
PHASES = ("requested", "before_handover", "out", "return", "after")
OUTCOMES = {"idea": ("planned", "done", "declined"), "question": ("reopened", "outdated"),
            "problem": ("reopened", "outdated")}
# Words that only one of the two languages has, and that nearly every text of three sentences holds.
TELLING = {"de": {"und", "der", "die", "das", "ist", "nicht", "ich", "du", "ein", "mit", "es", "auch", "den", "wie"},
           "en": {"and", "the", "is", "not", "you", "with", "it", "of", "to", "that", "have", "for", "i", "my"}}


def language_of(text):
    """The language whose telling words the text has more of; None if it says too little."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    count = {lang: sum(word in telling for word in words) for lang, telling in TELLING.items()}
    best = max(count, key=count.get)
    return best if abs(count["de"] - count["en"]) >= 3 else None


def plain(text):
    """A text as it is compared with others: without marks, case and spaces."""
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def check_markdown(text, where):
    """What a reader of the demo should never meet: other people's addresses, numbers to call, broken steps."""
    expect(text == text.strip() and text, f"{where}: empty, or space around it")
    expect(not re.search(r"https?://|www\.|<[a-z/]|!\[", text), f"{where}: a link, a picture or HTML")
    expect(not re.search(r"\b0\d{2,5}[ /-]?\d{4,}|\+\d{2} ?\d{3}", text), f"{where}: a telephone number")
    expect(not re.search("[\u2013\u2014\u00a0]", text), f"{where}: a long dash or a hard space")
    expect("  " not in text and "\t" not in text, f"{where}: two spaces")
    for paragraph in text.split("\n\n"):
        steps = [int(n) for n in re.findall(r"^(\d+)\. ", paragraph, re.M)]
        expect(not steps or steps == list(range(1, len(steps) + 1)), f"{where}: steps are not 1, 2, 3: {steps}")


def check_threads(categories, members, listings):
    """Questions and answers: by members who were there, about things that were there, in the order of time."""
    rows = lines("threads.jsonl")
    threads, texts, proven = {}, {}, {}

    def check_text(text, where, least, most):
        check_markdown(text, where)
        expect(least <= len(text) <= most, f"{where}: {len(text)} characters")
        expect(plain(text) not in texts, f"{where}: the same text as {texts.get(plain(text))}")
        texts[plain(text)] = where

    def check_writer(name, days_ago, where):
        expect(name in members, f"{where}: no member {name}")
        expect(members.get(name, {}).get("joined_days_ago", 9999) >= days_ago, f"{where}: {name} was not there yet")

    for row in rows:
        where = f"threads.jsonl: {row['id']}"
        expect(THREAD_KEYS <= set(row) <= THREAD_KEYS | THREAD_MORE, f"{where}: keys {set(row) ^ THREAD_KEYS}")
        expect(row["id"] not in threads, f"{where} appears twice")
        expect(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]), f"{where} is not a slug")
        threads[row["id"]] = row
        expect(row["kind"] in KINDS and row["lang"] in LANGS, f"{where}: kind or language")
        about = row["about"]
        expect(len(about) == 1, f"{where}: is about one thing")
        if "listing" in about:
            listing = listings.get(about["listing"], {"state": None, "published_days_ago": 0})
            expect(listing["state"] == "published", f"{where}: no published listing {about['listing']}")
            expect((listing["published_days_ago"] or 0) >= row["days_ago"], f"{where}: older than its listing")
        else:
            fine = (about.get("community") is True or about.get("category") in categories or about.get("phase") in PHASES)
            expect(fine, f"{where}: is about {about}")
        expect(1 <= len(row["tags"]) <= 5 and len(set(row["tags"])) == len(row["tags"]), f"{where}: tags")
        expect(all(tag == tag.lower() and 0 < len(tag) <= 30 for tag in row["tags"]), f"{where}: tags")
        expect(2 <= row["days_ago"] <= 420, f"{where}: days_ago")
        check_text(row["title"], f"{where}, title", 5, 100)
        check_text(row["body"], f"{where}, body", 20, 2000)
        check_writer(row["author"], row["days_ago"], where)
        expect(row.get("anonymous", True) is True, f"{where}: anonymous is true, or left out")
        expect(("state" in row) == ("reason" in row), f"{where}: a state has a reason")
        expect(row.get("state") in (None, *OUTCOMES.get(row["kind"], ())), f"{where}: state {row.get('state')}")
        expect(len(set(row["me_too"])) == len(row["me_too"]) and row["author"] not in row["me_too"], f"{where}: me_too")
        expect(set(row["me_too"]) <= set(members), f"{where}: me_too of whom?")
        said = [row["title"], row["body"]]
        last = 0
        for number, answer in enumerate(row["answers"], 1):
            spot = f"{where}, answer {number}"
            expect(ANSWER_KEYS <= set(answer) <= ANSWER_KEYS | {"accepted"}, f"{spot}: keys {set(answer) ^ ANSWER_KEYS}")
            check_text(answer["body"], spot, 20, 3000)
            check_writer(answer["author"], row["days_ago"] - answer["after_hours"] / 24, spot)
            expect(last < answer["after_hours"] < row["days_ago"] * 24 - 12, f"{spot}: not in order, or in the future")
            last = answer["after_hours"]
            expect(answer.get("accepted", True) is True, f"{spot}: accepted is true, or left out")
            voters = answer["votes"]
            expect(len(set(voters)) == len(voters) and set(voters) <= set(members), f"{spot}: votes")
            expect(answer["author"] not in voters, f"{spot}: votes for themselves")
            said.append(answer["body"])
            if answer.get("accepted") and answer["author"] != row["author"]:
                proven[answer["author"]] = proven.get(answer["author"], 0) + 1
            latest = answer["after_hours"]
            for comment in answer["comments"]:
                expect(set(comment) == {"author", "body", "after_hours"}, f"{spot}: keys of a comment")
                check_text(comment["body"], f"{spot}, comment", 5, 1000)
                check_writer(comment["author"], row["days_ago"] - comment["after_hours"] / 24, spot)
                expect(latest < comment["after_hours"] < row["days_ago"] * 24 - 12, f"{spot}: comments not in order of time")
                latest = comment["after_hours"]
                said.append(comment["body"])
        expect(language_of(" ".join(said)) in (None, row["lang"]), f"{where}: is not in {row['lang']}")
        if row["kind"] == "complaint":
            expect([a["author"] for a in row["answers"]][:1] == ["olga"], f"{where}: answered first by the operator")
    for row in rows:
        if "duplicate_of" in row:
            where, other = f"threads.jsonl: {row['id']}", threads.get(row["duplicate_of"])
            expect(other and other is not row and "duplicate_of" not in other, f"{where}: a duplicate of what?")
            expect(not other or other["days_ago"] > row["days_ago"] and other["answers"], f"{where}: older than what it repeats")
    return threads, texts, proven


def check_thread_counts(threads, proven):
    """The promises of the demo about its questions."""
    rows = threads.values()
    answers = [answer for row in rows for answer in row["answers"]]
    langs = {lang: sum(row["lang"] == lang for row in rows) for lang in LANGS}
    expect(len(rows) >= 160 and len(answers) >= 430, f"threads.jsonl: {len(rows)} threads, {len(answers)} answers")
    expect(langs["de"] >= 110 and langs["en"] >= 50, f"threads.jsonl: languages {langs}")
    expect(sum(not row["answers"] for row in rows) == 12, f"threads.jsonl: {sum(not r['answers'] for r in rows)} unanswered")
    expect(sum("duplicate_of" in row for row in rows) == 8, "threads.jsonl: not eight duplicates")
    expect(sum(row["kind"] == "complaint" for row in rows) == 4, "threads.jsonl: not four complaints")
    for kind, least in (("idea", 6), ("praise", 6), ("problem", 12)):
        expect(sum(row["kind"] == kind for row in rows) >= least, f"threads.jsonl: too few of kind {kind}")
    for state in sorted({state for states in OUTCOMES.values() for state in states}):
        expect(any(row.get("state") == state for row in rows), f"threads.jsonl: nothing is {state}")
    for phase in PHASES:
        expect(any(row["about"].get("phase") == phase for row in rows), f"threads.jsonl: nothing about {phase}")
    expect(any("anonymous" in row for row in rows), "threads.jsonl: nobody asks anonymously")
    expect(any(sum("accepted" in a for a in row["answers"]) > 1 for row in rows), "threads.jsonl: never two accepted")
    expect(sum(count >= 5 for count in proven.values()) >= 8, f"threads.jsonl: knowledge does not cluster: {proven}")
    return len(answers)


def check_articles(threads, members, texts):
    """Articles in both languages, each made from solved threads, by people who wrote in them or translated."""
    rows, ids, subjects = lines("articles.jsonl"), set(), {}
    for row in rows:
        where = f"articles.jsonl: {row['id']}"
        expect(set(row) == ARTICLE_KEYS, f"{where}: keys {set(row) ^ ARTICLE_KEYS}")
        expect(row["id"] not in ids, f"{where} appears twice")
        ids.add(row["id"])
        subjects.setdefault(row["subject"], []).append(row["lang"])
        for part, least, most in (("title", 5, 90), ("body", 500, 6000)):
            check_markdown(row[part], f"{where}, {part}")
            expect(least <= len(row[part]) <= most, f"{where}: {part} has {len(row[part])} characters")
            expect(plain(row[part]) not in texts, f"{where}: {part} is the same as {texts.get(plain(row[part]))}")
            texts[plain(row[part])] = where
        expect(re.search(r"^1\. ", row["body"], re.M), f"{where}: no steps")
        expect(language_of(row["body"]) == row["lang"], f"{where}: is not in {row['lang']}")
        expect(row["sources"] and len(set(row["sources"])) == len(row["sources"]), f"{where}: sources")
        for source in row["sources"]:
            thread = threads.get(source)
            expect(thread, f"{where}: no thread {source}")
            if thread:
                expect(any("accepted" in a for a in thread["answers"]), f"{where}: {source} is not solved")
                expect(thread["days_ago"] > row["days_ago"], f"{where}: older than {source}")
        writers = {a["author"] for s in row["sources"] if s in threads for a in threads[s]["answers"]}
        expect(row["authors"] and set(row["authors"]) <= set(members), f"{where}: authors")
        expect(writers & set(row["authors"]), f"{where}: nobody of {sorted(writers)} is among its authors")
        expect(all(members[a]["joined_days_ago"] >= row["days_ago"] for a in row["authors"] if a in members), f"{where}: days_ago")
    expect(len(subjects) >= 12, f"articles.jsonl: only {len(subjects)} subjects")
    for subject, langs in subjects.items():
        expect(sorted(langs) == sorted(LANGS), f"articles.jsonl: {subject} is there in {langs}")
    return len(rows)
