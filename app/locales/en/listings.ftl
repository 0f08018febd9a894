## Cards

listings-by = from { $owner }
listings-free = free
listings-per-day = { $price } a day
listings-wanted = wanted
listings-of-member-none = Nothing at the moment.
