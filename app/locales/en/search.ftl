card-new = new
card-by = from { $name }
card-free = free
card-wanted = wanted

search-title = Find
search-title-words = { $words }
search-title-place = Borrow around { $place }
search-title-words-place = { $words } around { $place }
search-description = { $what }: borrow things from neighbours, free and without advertising.
search-everything = Everything
search-change = Change

search-words = What do you need?
search-words-example = drill, tent …
search-place = Where?
search-place-example = Town or postcode
search-place-list = Places
search-here = Where I am now
search-here-looking = One moment …
search-here-failed = Your device does not tell where you are. Please type the place.
search-radius = Within
search-from = From
search-to = To
search-go = Search
search-category = Category
search-category-any = All
search-max-price = At most
search-kind = Kind
search-kind-any = Everything
search-kind-lend = To borrow
search-kind-rent = To rent
search-kind-service = Help offered
search-kind-wanted-thing = Thing wanted
search-kind-wanted-help = Help wanted
search-sort = Order
search-sort-usual = Automatic
search-sort-relevance = Best match first
search-sort-distance = Nearest first
search-sort-price = Cheapest first
search-sort-newest = Newest first

search-attributes = More precisely
search-attribute-any = any
search-attribute-from = from
search-attribute-to = to
search-attribute-least = { $name }, at least
search-attribute-most = { $name }, at most
search-chip-attribute = { $name }: { $value }
search-chip-between = { $name }: { $least } to { $most }
search-chip-at-least = { $name }: { $least } or more
search-chip-at-most = { $name }: up to { $most }
search-count = { $count ->
    [0] Nothing found
    [one] One thing found
   *[other] { $count } things found
}
search-count-around = { $count ->
    [0] Nothing within { $radius } of { $place }
    [one] One thing within { $radius } of { $place }
   *[other] { $count } things within { $radius } of { $place }
}
search-chips = What is being searched for
search-chip-words = “{ $words }”
search-chip-place = { $radius } around { $place }
search-chip-days = free { $days }
search-chip-cell = only this field: { $place }
search-chip-price = { $most } at most
search-chip-remove = remove
search-pages = Pages
search-page = Page { $number }
search-page-back = Back
search-page-next = Next

search-nothing = Nobody lends this here right now
search-nothing-around = Nobody lends this within { $radius } of { $place } right now
search-nothing-text = A slightly different search finds something:
search-nothing-at-all = There is nothing further away either.
search-nothing-words = Another or a shorter word often helps: “drill” instead of “hammer drill 800 watts”.
search-way-wider = { $count ->
    [one] Within { $radius }: one thing
   *[other] Within { $radius }: { $count } things
}
search-way-any-day = { $count ->
    [one] On other days: one thing
   *[other] On other days: { $count } things
}
search-way-whole-map = { $count ->
    [one] On the whole map: one thing
   *[other] On the whole map: { $count } things
}
search-way-any-price = { $count ->
    [one] At any price: one thing
   *[other] At any price: { $count } things
}
search-way-any-kind = { $count ->
    [one] In all categories: one thing
   *[other] In all categories: { $count } things
}
search-way-any-attribute = { $count ->
    [one] Without the details: 1 result
   *[other] Without the details: { $count } results
}
search-way-any-words = { $count ->
    [one] Anything at all: one thing
   *[other] Anything at all: { $count } things
}
search-others = What there is nearby

search-map-show = Show map
search-map-label = Map: where things are
search-map-field = { $count ->
    [one] One thing near { $place }
   *[other] { $count } things near { $place }
}
search-map-chosen = { $count ->
    [one] One thing near { $place }, chosen. Show all again
   *[other] { $count } things near { $place }, chosen. Show all again
}
search-map-legend = Each field is { $width } wide. The darker, the more there is.
search-map-private = We never show exact addresses.
search-map-whole = Show the whole map
search-map-here = Map: in this field near { $place }
search-map-here-legend = Somewhere in this field, which is { $width } wide.
