card-new = neu
card-by = von { $name }
card-free = kostenlos
card-wanted = gesucht

search-title = Finden
search-title-words = { $words }
search-title-place = Leihen rund um { $place }
search-title-words-place = { $words } rund um { $place }
search-description = { $what }: Dinge aus der Nachbarschaft ausleihen, kostenlos und ohne Werbung.
search-everything = Alles
search-change = Ändern

search-words = Was brauchst du?
search-words-example = Bohrmaschine, Zelt …
search-place = Wo?
search-place-example = Ort oder Postleitzahl
search-place-list = Orte
search-here = Hier, wo ich bin
search-here-looking = Einen Moment …
search-here-failed = Dein Gerät verrät nicht, wo du bist. Tipp den Ort ein.
search-radius = Umkreis
search-from = Von
search-to = Bis
search-go = Suchen
search-category = Kategorie
search-category-any = Alle
search-max-price = Höchstens
search-kind = Art
search-kind-any = Alles
search-kind-lend = Verliehen
search-kind-rent = Vermietet
search-kind-service = Hilfe angeboten
search-kind-wanted-thing = Ding gesucht
search-kind-wanted-help = Hilfe gesucht
search-sort = Reihenfolge
search-sort-usual = Automatisch
search-sort-relevance = Passendste zuerst
search-sort-distance = Nächste zuerst
search-sort-price = Günstigste zuerst
search-sort-newest = Neueste zuerst

search-attributes = Genauer
search-attribute-any = egal
search-attribute-from = von
search-attribute-to = bis
search-attribute-least = { $name }, mindestens
search-attribute-most = { $name }, höchstens
search-chip-attribute = { $name }: { $value }
search-chip-between = { $name }: { $least } bis { $most }
search-chip-at-least = { $name }: ab { $least }
search-chip-at-most = { $name }: bis { $most }
search-count = { $count ->
    [0] Nichts gefunden
    [one] Ein Ding gefunden
   *[other] { $count } Dinge gefunden
}
search-count-around = { $count ->
    [0] Nichts im Umkreis von { $radius } um { $place }
    [one] Ein Ding im Umkreis von { $radius } um { $place }
   *[other] { $count } Dinge im Umkreis von { $radius } um { $place }
}
search-chips = Wonach gerade gesucht wird
search-chip-words = „{ $words }“
search-chip-place = { $radius } um { $place }
search-chip-days = frei { $days }
search-chip-cell = nur dieses Feld: { $place }
search-chip-price = höchstens { $most }
search-chip-remove = entfernen
search-pages = Seiten
search-page = Seite { $number }
search-page-back = Zurück
search-page-next = Weiter

search-nothing = Das verleiht hier gerade niemand
search-nothing-around = Das verleiht im Umkreis von { $radius } um { $place } gerade niemand
search-nothing-text = Etwas anders gesucht gibt es etwas:
search-nothing-at-all = Auch weiter weg ist gerade nichts zu haben.
search-nothing-words = Oft hilft ein anderes oder ein kürzeres Wort: „Bohrer“ statt „Schlagbohrmaschine 800 Watt“.
search-way-wider = { $count ->
    [one] Im Umkreis von { $radius }: ein Ding
   *[other] Im Umkreis von { $radius }: { $count } Dinge
}
search-way-any-day = { $count ->
    [one] An anderen Tagen: ein Ding
   *[other] An anderen Tagen: { $count } Dinge
}
search-way-whole-map = { $count ->
    [one] Auf der ganzen Karte: ein Ding
   *[other] Auf der ganzen Karte: { $count } Dinge
}
search-way-any-price = { $count ->
    [one] Zu jedem Preis: ein Ding
   *[other] Zu jedem Preis: { $count } Dinge
}
search-way-any-kind = { $count ->
    [one] In allen Kategorien: ein Ding
   *[other] In allen Kategorien: { $count } Dinge
}
search-way-any-attribute = { $count ->
    [one] Ohne die genaueren Angaben: 1 Treffer
   *[other] Ohne die genaueren Angaben: { $count } Treffer
}
search-way-any-words = { $count ->
    [one] Egal was: ein Ding
   *[other] Egal was: { $count } Dinge
}
search-others = Das gibt es in der Nähe

search-map-show = Karte zeigen
search-map-label = Karte: wo es etwas gibt
search-map-field = { $count ->
    [one] Ein Ding bei { $place }
   *[other] { $count } Dinge bei { $place }
}
search-map-chosen = { $count ->
    [one] Ein Ding bei { $place }, ausgewählt. Wieder alle zeigen
   *[other] { $count } Dinge bei { $place }, ausgewählt. Wieder alle zeigen
}
search-map-legend = Jedes Feld ist { $width } breit. Je dunkler, desto mehr gibt es dort.
search-map-private = Genaue Adressen zeigen wir nie.
search-map-whole = Ganze Karte zeigen
search-map-here = Karte: in diesem Feld bei { $place }
search-map-here-legend = Irgendwo in diesem Feld, das { $width } breit ist.
