"""The words that make_places.py needs and no package has: written by hand, and meant to be edited."""

import re

COUNTRIES = ("DE", "AT", "CH", "NL", "BE", "LU", "FR")

# GeoNames' first-level divisions, named as their inhabitants write them.
REGIONS = {
    "DE.01": "Baden-Württemberg", "DE.02": "Bayern", "DE.03": "Bremen", "DE.04": "Hamburg", "DE.05": "Hessen",
    "DE.06": "Niedersachsen", "DE.07": "Nordrhein-Westfalen", "DE.08": "Rheinland-Pfalz", "DE.09": "Saarland",
    "DE.10": "Schleswig-Holstein", "DE.11": "Brandenburg", "DE.12": "Mecklenburg-Vorpommern", "DE.13": "Sachsen",
    "DE.14": "Sachsen-Anhalt", "DE.15": "Thüringen", "DE.16": "Berlin",
    "AT.01": "Burgenland", "AT.02": "Kärnten", "AT.03": "Niederösterreich", "AT.04": "Oberösterreich",
    "AT.05": "Salzburg", "AT.06": "Steiermark", "AT.07": "Tirol", "AT.08": "Vorarlberg", "AT.09": "Wien",
    "CH.AG": "Aargau", "CH.AI": "Appenzell Innerrhoden", "CH.AR": "Appenzell Ausserrhoden", "CH.BE": "Bern",
    "CH.BL": "Basel-Landschaft", "CH.BS": "Basel-Stadt", "CH.FR": "Fribourg", "CH.GE": "Genève", "CH.GL": "Glarus",
    "CH.GR": "Graubünden", "CH.JU": "Jura", "CH.LU": "Luzern", "CH.NE": "Neuchâtel", "CH.NW": "Nidwalden",
    "CH.OW": "Obwalden", "CH.SG": "St. Gallen", "CH.SH": "Schaffhausen", "CH.SO": "Solothurn", "CH.SZ": "Schwyz",
    "CH.TG": "Thurgau", "CH.TI": "Ticino", "CH.UR": "Uri", "CH.VD": "Vaud", "CH.VS": "Valais", "CH.ZG": "Zug",
    "CH.ZH": "Zürich",
    "NL.01": "Drenthe", "NL.02": "Friesland", "NL.03": "Gelderland", "NL.04": "Groningen", "NL.05": "Limburg",
    "NL.06": "Noord-Brabant", "NL.07": "Noord-Holland", "NL.09": "Utrecht", "NL.10": "Zeeland",
    "NL.11": "Zuid-Holland", "NL.15": "Overijssel", "NL.16": "Flevoland",
    "BE.BRU": "Bruxelles-Capitale", "BE.VLG": "Vlaanderen", "BE.WAL": "Wallonie",
    "LU.CA": "Capellen", "LU.CL": "Clervaux", "LU.DI": "Diekirch", "LU.EC": "Echternach", "LU.ES": "Esch-sur-Alzette",
    "LU.GR": "Grevenmacher", "LU.LU": "Luxembourg", "LU.ME": "Mersch", "LU.RD": "Redange", "LU.RM": "Remich",
    "LU.VD": "Vianden", "LU.WI": "Wiltz",
    "FR.11": "Île-de-France", "FR.24": "Centre-Val de Loire", "FR.27": "Bourgogne-Franche-Comté", "FR.28": "Normandie",
    "FR.32": "Hauts-de-France", "FR.44": "Grand Est", "FR.52": "Pays de la Loire", "FR.53": "Bretagne",
    "FR.75": "Nouvelle-Aquitaine", "FR.76": "Occitanie", "FR.84": "Auvergne-Rhône-Alpes",
    "FR.93": "Provence-Alpes-Côte d’Azur", "FR.94": "Corse",
}

# What else people call a region, separated by bars.
REGIONS_ALSO = {
    "DE.01": "BW", "DE.02": "Bavaria", "DE.05": "Hesse", "DE.06": "Lower Saxony", "DE.07": "NRW|North Rhine-Westphalia",
    "DE.08": "RLP|Rhineland-Palatinate", "DE.12": "MV", "DE.13": "Saxony", "DE.14": "Saxony-Anhalt",
    "DE.15": "Thuringia", "AT.02": "Carinthia", "AT.03": "Lower Austria", "AT.04": "Upper Austria", "AT.06": "Styria",
    "AT.07": "Tyrol", "AT.09": "Vienna", "CH.FR": "Freiburg", "CH.GE": "Genf|Geneva", "CH.GR": "Grisons",
    "CH.LU": "Lucerne", "CH.NE": "Neuenburg", "CH.TI": "Tessin", "CH.VD": "Waadt", "CH.VS": "Wallis",
    "NL.06": "Nordbrabant|North Brabant", "NL.07": "Nordholland|North Holland",
    "NL.11": "Südholland|South Holland", "BE.BRU": "Brüssel|Brussel|Brussels", "BE.VLG": "Flandern|Flanders",
    "BE.WAL": "Wallonien|Wallonia", "FR.27": "Burgund|Burgundy", "FR.28": "Normandy", "FR.44": "Elsass|Alsace|Lothringen",
    "FR.53": "Brittany", "FR.94": "Korsika|Corsica",
}

# Abbreviations in official names, written out.
ABBREVIATIONS = {
    r"\ba\. ?d\. ?": "an der ", r"\bi\. ?d\. ?": "in der ", r"\bv\. ?d\. ?": "vor der ", r"\ba\. ?": "am ",
    r"\bi\. ?": "im ", r"\bb\. ?": "bei ", r"\bOPf\.": "Oberpfalz", r"\bOb\.": "Oberbayern", r"\bUFr\.": "Unterfranken",
    r"\bOFr\.": "Oberfranken", r"\bO\.L\.": "Oberlausitz", r"\(Westf\.\)": "(Westfalen)", r"/Thür\.": "/Thüringen",
    r"/Vogtl\.": "/Vogtland",
}

# {(country, GeoNames' name): (name as its inhabitants write it, what German and English speakers also call it)}.
CITY_NAMES = {
    ("DE", "Munich"): ("München", ["Munich"]), ("DE", "Nuremberg"): ("Nürnberg", ["Nuremberg"]),
    ("DE", "Köln"): ("Köln", ["Cologne"]), ("DE", "Hannover"): ("Hannover", ["Hanover"]),
    ("DE", "Braunschweig"): ("Braunschweig", ["Brunswick"]), ("DE", "Hameln"): ("Hameln", ["Hamelin"]),
    ("DE", "Regensburg"): ("Regensburg", ["Ratisbon"]), ("DE", "Aachen"): ("Aachen", ["Aix-la-Chapelle"]),
    ("DE", "Konstanz"): ("Konstanz", ["Constance"]), ("DE", "Trier"): ("Trier", ["Treves"]),
    ("DE", "Frankfurt am Main"): ("Frankfurt am Main", ["Frankfurt"]),
    ("AT", "Vienna"): ("Wien", ["Vienna"]),
    ("CH", "Geneva"): ("Genève", ["Genf", "Geneva"]), ("CH", "Luzern"): ("Luzern", ["Lucerne"]),
    ("CH", "Basel"): ("Basel", ["Basle"]), ("CH", "Bern"): ("Bern", ["Berne"]),
    ("CH", "Sankt Gallen"): ("St. Gallen", []), ("CH", "Biel/Bienne"): ("Biel/Bienne", ["Biel", "Bienne"]),
    ("CH", "Fribourg"): ("Fribourg", ["Freiburg im Üechtland"]), ("CH", "Sitten"): ("Sion", ["Sitten"]),
    ("CH", "Neuchâtel"): ("Neuchâtel", ["Neuenburg"]),
    ("NL", "The Hague"): ("Den Haag", ["The Hague"]), ("NL", "Nijmegen"): ("Nijmegen", ["Nimwegen"]),
    ("NL", "'s-Hertogenbosch"): ("’s-Hertogenbosch", ["Den Bosch"]),
    ("BE", "Brussels"): ("Bruxelles", ["Brüssel", "Brussel", "Brussels"]),
    ("BE", "Antwerp"): ("Antwerpen", ["Antwerp"]), ("BE", "Gent"): ("Gent", ["Ghent"]),
    ("BE", "Brugge"): ("Brugge", ["Brügge", "Bruges"]), ("BE", "Liège"): ("Liège", ["Lüttich"]),
    ("BE", "Leuven"): ("Leuven", ["Löwen", "Louvain"]), ("BE", "Mechelen"): ("Mechelen", ["Mecheln"]),
    ("BE", "Ostend"): ("Oostende", ["Ostende", "Ostend"]), ("BE", "Ieper"): ("Ieper", ["Ypern", "Ypres"]),
    ("BE", "Mons"): ("Mons", ["Bergen"]), ("BE", "Kortrijk"): ("Kortrijk", ["Courtrai"]),
    ("BE", "Tournai"): ("Tournai", ["Doornik"]), ("BE", "Namur"): ("Namur", ["Namür"]),
    ("LU", "Luxembourg"): ("Luxembourg", ["Luxemburg", "Lëtzebuerg"]),
    ("LU", "Esch-sur-Alzette"): ("Esch-sur-Alzette", ["Esch an der Alzette"]),
    ("LU", "Dudelange"): ("Dudelange", ["Düdelingen"]), ("LU", "Differdange"): ("Differdange", ["Differdingen"]),
    ("FR", "Strasbourg"): ("Strasbourg", ["Straßburg"]), ("FR", "Nice"): ("Nice", ["Nizza"]),
    ("FR", "Dunkirk"): ("Dunkerque", ["Dünkirchen", "Dunkirk"]), ("FR", "Mulhouse"): ("Mulhouse", ["Mülhausen"]),
    ("FR", "Lyon"): ("Lyon", ["Lyons"]), ("FR", "Marseille"): ("Marseille", ["Marseilles"]),
    ("FR", "Haguenau"): ("Haguenau", ["Hagenau"]),
    ("FR", "Sélestat"): ("Sélestat", ["Schlettstadt"]), ("FR", "Wissembourg"): ("Wissembourg", ["Weißenburg"]),
    ("FR", "Thionville"): ("Thionville", ["Diedenhofen"]), ("FR", "Sarreguemines"): ("Sarreguemines", ["Saargemünd"]),
    ("FR", "Saint-Louis"): ("Saint-Louis", ["St. Ludwig"]),
}

# {id: the name of a district as it should have been written}; None leaves the district out.
FIXED_NAMES = {
    "g6691072": "Altstadt-Süd", "g6691073": "Altstadt-Nord", "g8593855": "Neustadt-Nord", "g8593856": "Neustadt-Süd",
    "g2852863": "Poll", "g2852566": "Porz", "g2871963": "Bocklemünd/Mengenich", "g2897732": "Humboldt/Gremberg",
    "g2850224": "Rath/Heumar", "d2911298-hammer": None, "d2934246-oberbilker": None, "g2841631": "St. Georg",
}

# Words between a town's name and what tells it from its namesakes.
CONNECTORS = ("am", "an der", "an dem", "im", "in der", "in", "bei", "ob der", "vor der", "auf", "unter", "unterm",
              "a. d.", "a.d.", "a.", "i.", "b.", "v.d.", "ob", "zu", "sur", "sous", "lès", "les", "aan den", "op")

# The same as `CONNECTORS` in `domain/src/places/fold.rs`.
SHORT_CONNECTORS = {"am", "an", "auf", "bei", "im", "in", "ob", "unter", "vor", "zu", "der", "dem", "den", "sur", "les"}

# First words that are only half of a name: "Bad Godesberg", "Groß Flottbek".
HONORIFICS = ("Bad", "Sankt", "St.", "Groß", "Gross", "Klein", "Alt", "Neu", "Hohen", "Ober", "Unter", "Nieder",
              "Mittel", "Maria", "Burg", "Schloss", "Schloß", "Kloster", "Brüser", "Seebad", "Ostseebad")

DIRECTIONS = ("Nord", "Süd", "Ost", "West", "Mitte", "Hbf", "Bahnhof", "Zentrum")

# Titles that official names carry and nobody types: "Lutherstadt Wittenberg".
TITLES = re.compile(r"^(Universitäts- und )?((Hanse|Luther|Goethe|Fontane|Schliemann|Reuter|Barlach|Mozart|Residenz|Kreis)"
                    r"stadt|Ostseebad|Ostseeheilbad|Nordseebad|Nordseeheilbad|Seebad|Heilbad) ")

# A stop named so is a street, a square or a house, and so is no district.
STREET = (r"(stra(ß|ss)e|str\.?|platz|pl\.|weg|allee|ring|damm|ufer|markt|brücken?|schule|bahnhof|bhf\.?|bf\.?|kirche|"
          r"friedhof|gasse|steig|pfad|chaussee|promenade|krankenhaus|klinik|klinikum|hospital|rathaus|gasthaus|"
          r"forsthaus|kaufhaus|kurhaus|hochhaus|parkhaus|schützenhaus|gymnasium|kolleg|flughafen|stadion|halle|park|"
          r"kaserne|werke|zentrum|zentr\.?|centrum|altenheim|pflegeheim|seniorenheim|wohnheim|tierheim|kreuzung|museum|"
          r"denkmal|kapelle|stift|laan|straat|post|zoo|campus|wache|center|hotel|schacht|zeche|stiege|schleuse|fähre|"
          r"sportanlage|acker|twiete|redder|stieg|bogen|deich|treppe|passage|arkaden|apotheke|abzw\.?|verwaltung|betrieb|"
          r"fabrik|kita|kindergarten|laden|baum|graben|landstr\.?|hof\.)$")

# Before these a first word is part of a street's name: "Frankfurter Straße", "Lange Gasse".
STREET_NEXT = (r"^(stra(ß|ss)e|str\.?($|[ /])|weg|platz|pl\.|allee|ring|damm|ufer|gasse|tor$|chaussee|landstr|hof$|"
               r"brücke|steig|pfad|deich)")

# Endings of districts and of single houses alike: these need more stops to be believed.
SOFT_ENDINGS = (r"(heim|haus|kamp|eck|hütte|mühle|kreuz|wiesen?|quelle|blick|tor|turm|werk|garten|siel|bad|hof|schloss|"
                r"schloß|höhe|wald|see|berg|krug|linde|linden|eiche)$")

# First words of stops that name no district, by what one sees there. Found by listing the commonest first words.
GENERIC = set("""
Abzw. Abzweig Abzweigung Adler Agentur Aldi Alte Alten Alter Altes Altenheim Altersheim Altersheim Am Amtsgericht An
Anger Anlage Anschlußstelle AOK Apotheke Arbeitsagentur Arbeitsamt Auf Auf'm Auf’m Aussiedlerhof Aussiedlerhöfe Ausbau
Autobahn Autohaus Ärztehaus Äußere Äußerer Bäckerei Bahn Bahnhof Bahnhof/ZOB Bahnhofstr Bahnübergang Bauernhof Bauhof
Bauhaus Baumarkt Bei Beim Berufliche Berufsbildungszentrum Berufskolleg Berufsschule Berufsschulzentrum Bergwerk
Betriebshof Bf Bhf Bildungszentrum Bootshaus Botanischer Brauerei Breite Breiter Breites Brücke Brunnen Bundeswehr
Bundesstraße Bushof Busbahnhof Bürgerhaus Bürgerzentrum Burg Cafe Café Camping Campingplatz Campus Chausseehaus
Christuskirche City Dänische Denkmal Deutsche Deutscher Deutsches Dorf Dorfgemeinschaftshaus Dorfmitte Dorfplatz
Dr. Dreieck Drei Dritte Ecke Edeka Ehem. Ehemalige Ehrenmal Eiche Einfahrt Einkaufsmarkt Einkaufszentrum EKZ Ersatzhaltestelle
Erste Ev. Evangelische Evang. Fa. Fabrik Fachhochschule Fähre Fährstelle Feldkreuz Ferienpark Fernmeldeamt Festplatz
Feuerwache Feuerwehr Feuerwehrhaus FH FHS Finanzamt Firma Flughafen Flugplatz Forst Försterei Forsthaus Förderschule
Förderzentrum Forum Frei Freibad Freizeitbad Freizeitpark Freizeitzentrum Friedenskirche Friedhof Friedrich Für Gabelung
Galgen Gartenanlage Gartencenter Gärtnerei Gaststätte Gasthaus Gasthof Gasth. Gasthaus Gemeinde Gemeindeamt Gemeindehaus
Gemeindehalle Gemeindeverwaltung Gemeindezentrum Gemeinschaftsschule Gesamtschule Gesundheitszentrum Gewerbe
Gewerbegebiet Gewerbepark Gewerbeschule Gh Gh. GH Globus Golfplatz Grenze Grenzübergang Grillplatz Grundschule Grund-
Grube GS Gut Güterbahnhof Gutshof Grüne Grüner Grünes Große Großer Großes Großmarkt GVZ Gymnasium Hafen Hallenbad Haltepunkt
Halle Haltestelle Haupt- Hauptbahnhof Hauptfriedhof Hauptpost Hauptschule Haupteingang Haus Hbf Heilig Heilige Heim
Hinter Hinterm Hintere Hinterer Hochhaus Hochhäuser Hochschule Hof Höfe Hohe Hoher Hohes Hotel Hospital IKEA Ikea IGS Im In Industrie
Industriegebiet Industriepark Innere Innerer Jugendherberge Jugendzentrum Justizzentrum JVA Kaserne Kath. Katholische
Kaufhaus Kaufland Kaufpark Kapelle Kiesgrube Kiga Kinderdorf Kinderkrankenhaus Kindergarten Kindertagesstätte Kino
Kirche Kirchen Kita Klärwerk Kläranlage Klein- Kleine Kleiner Kleines Kleingartenanlage Kleingärten Klinik Kliniken
Klinikum Kloster Kompostwerk Konsum Kraftwerk Krankenhaus Kreishaus Kreiskrankenhaus Kreissparkasse Kreisverkehr
Kreisverwaltung Kreisel Kreuz Kreuzung Kriegerdenkmal Kulturhaus Kulturzentrum Kurhaus Kurklinik Kurpark Kurmittelhaus
Kurze Kurzer KZ Lager Lagerhaus Landgericht Landratsamt Landeskrankenhaus Landwehr Lange Langer Langes Lebenshilfe Lidl
Linde Linden Lindenkrug LKH Markt Marktplatz Maschinenfabrik Max Meierei Messe Messegelände Metro Milchhof Mittelschule
Mittlere Mittlerer Molkerei Motel Museum Mühle Müllverbrennung Nahversorgungszentrum Netto Neubau Neubaugebiet
Neuer Neues Neue Neuapostolische Nördliche Nördlicher Norma NVZ Obere Oberer Oberes Oberschule Ort Ortsanfang Ortsausgang Ortseingang
Ortsmitte Ortsteil Ortszentrum Ost Östliche P+R P&R Park Parkdeck Parkhaus Parkplatz Park+Ride Parkbad Pavillon Penny
Pflegeheim Pforte Platz Polizei Polizeipräsidium Post Postamt Praktiker Raiffeisen Raiffeisenbank Raiffeisenmarkt Rasthaus
Rathaus Real Realschule Rechenzentrum Rehaklinik Reha Reiterhof Reithalle REWE Rewe Richtung Rote Roter Rotes Ruine
S S+U S-Bahn S-Bahnhof Sägewerk Schacht Schießstand Schleuse Schloss Schloß Schmiede Schul- Schule Schulen Schulzentrum
Schützenhalle Schützenhaus Schwarze Schwarzer Schwarzes Schwimmbad Schwimmhalle Schöne Schöner Sekundarschule Senioren
Seniorenheim Seniorenresidenz Seniorenzentrum Seniorenwohnheim Siedlung Silo Sonderschule Sparkasse Spielplatz
Sporthalle Sportpark Sportplatz Sportanlagen Sportforum Sportschule Sportzentrum Sprudelhof St.-Josef St.-Josefs Staatl.
Stadt Stadtbad Stadtbibliothek Stadthalle Stadthaus Stadtmitte Stadtpark Stadtgarten Stadtverwaltung Stadtwerke Stadion
Stadtzentrum Steinbruch Straße Straßenmeisterei Straßenbahn Strandbad Str. Studentenwohnheim Studentendorf Südliche Südlicher
Südwestfalen Supermarkt Tankstelle Technische Technologiepark Technologiezentrum Tennishalle Tennisplatz Theater Therme
Thermalbad Tierheim Tierpark Tor Torhaus TU Turnhalle Tunnel U U+S Über Überlandwerk Umspannwerk Umsteigeanlage Uni
Uni-Klinik Uni-Kliniken Uniklinik Uniklinikum Universität Universitätsklinikum Unter Untere Unterer Unteres Unterm
Verbrauchermarkt Vereinsheim Vereinshaus Viadukt Villa Vor Vordere Vorderer Volksbank Volkshochschule Volksschule
Waage Wache Wald Waldbad Waldfriedhof Waldorfschule Waldschule Waldstadion Wartehalle Wasserturm Wasserwerk Weg Weiße
Weißer Weißes Wendehammer Wendeplatz Wendeschleife Werk Werkstatt Werkstätten West Westliche Winkel Wirtshaus
Wohngebiet Wohnpark Wohnheim Zeche Zementwerk Zentralfriedhof Zentraler Zentrum Ziegelei Zoo Zoll Zollamt Zollhaus ZOB
ZOB/Bahnhof Zu Zum Zur Zweite Krone Krug Lamm Löwen Ochsen Hirsch Engel Rössle Sonne Stern Post Traube
DRK DEKRA TÜV BMW VW Audi BASF Bayer Siemens Bosch Opel Daimler Porsche EDEKA ALDI LIDL OBI Obi toom Famila famila
Ludwig Karl Friedrich Ernst Otto Hans Johann Heinrich Wilhelm Georg Paul Peter Robert Albert Kurt Willy Theodor
Pater Pastor Pfarrer Kardinal Bischof General Graf Herzog Fürst Prinz König Kaiser Bürgermeister Doktor Professor Prof.
Berliner Breslauer Königsberger Danziger Leipziger Stettiner Hamburger Frankfurter Bremer Kölner Bonner
Heide Gartenstadt Ufer Bushaltestelle Busbetriebshof Endstelle Endhaltestelle Nord Süd Nordbad Südbad Ostbad Westbad
Kurort Luftkurort Airport Asklepios Gateway Germania Zollverein Eversween Steinerne Steinernes Vier Fünf Sieben Zehn Neun Sechs Hagebau hagebaumarkt Lindenhof Bürgeramt Bürgerpark Technikum
Berufs Gewerbegeb. Industriegeb. Gewerbegeb Ind.-Gebiet Bundesakademie Hauptzollamt Hauptverwaltung Wohnanlage Wohnstift
""".split())
