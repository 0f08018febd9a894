## Karten

listings-by = von { $owner }
listings-free = kostenlos
listings-per-day = { $price } am Tag
listings-wanted = gesucht
listings-of-member-none = Zurzeit nichts.
