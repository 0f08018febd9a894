## What things cost

prices-title = What it costs
prices-from = from { $price }
prices-per-hour = { $price } an hour
prices-per-day = { $price } a day
prices-per-week = { $price } a week
prices-per-month = { $price } a month
prices-fixed-short = { $price }
prices-on-offer = price by agreement
prices-total-for = { $total } for { $days ->
    [one] one day
   *[other] { $days } days
}

prices-hour = Hour
prices-weekend-hour = Hour at the weekend
prices-day = Day
prices-weekend-day = Day at the weekend
prices-week = Week
prices-month = 30 days
prices-minimum = At least
prices-delivery = Bringing and fetching
prices-deposit = Deposit
prices-discount = From { $days } days on
prices-percent-less = { $percent }% less
prices-fixed = Fixed price
prices-offer = Price
prices-offer-text = You agree on the price between you.

prices-not-by-day = This goes by the hour only. Please choose hours instead of whole days.
prices-not-delivered = This is no longer brought to you. You can pick it up.
prices-too-long = Not for that long: { $days } days at most.
prices-none = No price can be worked out for this at the moment. It is best to ask.

prices-total = Total
prices-total-lender = You get
prices-paid-days = You pay for { $days } days: with the discount that costs less than fewer days without it.
prices-deposit-back = { $side ->
    [borrower] Plus a deposit of { $sum }. You get it back when everything has come back whole.
   *[lender] Plus a deposit of { $sum }. You give it back when everything has come back whole.
}
prices-settle = Nothing is paid here yet: you settle it between you at the handover.
prices-settle-help = Nothing is paid here yet: you settle it between you when everything is done.

prices-line-months = { $quantity ->
    [one] 30 days
   *[other] { $quantity } × 30 days at { $each } each
}
prices-line-weeks = { $quantity ->
    [one] one week
   *[other] { $quantity } weeks at { $each } each
}
prices-line-days = { $quantity ->
    [one] one day
   *[other] { $quantity } days at { $each } each
}
prices-line-weekend-days = { $quantity ->
    [one] one day at the weekend
   *[other] { $quantity } days at the weekend at { $each } each
}
prices-line-hours = { $quantity ->
    [one] one hour
   *[other] { $quantity } hours at { $each } each
}
prices-line-weekend-hours = { $quantity ->
    [one] one hour at the weekend
   *[other] { $quantity } hours at the weekend at { $each } each
}
prices-line-offer = Agreed price
prices-line-discount = { $percent }% less from { $days } days on
prices-line-minimum = Up to the minimum
prices-line-fee = The platform’s fee

prices-examples = What that comes to
prices-example-day = a Tuesday
prices-example-weekend = Friday to Sunday
prices-example-week = a week
prices-example-fortnight = two weeks
prices-example-month = 30 days

## The step in which prices are entered

prices-step = Price
prices-step-title = What should it cost?
prices-step-lead = A price per day is enough. Nobody ever pays more than you say here: we always work out the cheapest mix.
prices-step-lead-help = Choose how you charge. Helping for nothing is fine, of course.
prices-ask-day = One day
prices-ask-week = One week
prices-ask-month = 30 days
prices-ask-hour = One hour
prices-ask-weekend-day = A Saturday or Sunday
prices-ask-weekend-hint = Only if it costs something else than the other days.
prices-ask-weekend-hour = An hour at the weekend
prices-ask-minimum = At least
prices-ask-minimum-hint = Even the shortest loan costs this much.
prices-ask-minimum-hint-help = Even the shortest job costs this much.
prices-ask-delivery = Bringing and fetching
prices-ask-delivery-hint = Empty: it is picked up. Zero: you bring it for nothing.
prices-ask-deposit = Deposit
prices-ask-deposit-hint = You give it back when everything has come back whole.
prices-ask-fixed = Fixed price
prices-ask-basis = How do you charge?
prices-basis-free = For nothing
prices-basis-free-note = as a good neighbour
prices-basis-hourly = By the hour
prices-basis-hourly-note = so much an hour
prices-basis-fixed = Fixed price
prices-basis-fixed-note = so much for the whole
prices-basis-offer = On offer
prices-basis-offer-note = you agree before it starts
prices-more = Weekend, discount, delivery, deposit
prices-discounts = Discount for long loans
prices-discounts-hint = For example: 10 percent less from 5 days on. Empty means no discount.
prices-discount-days = from so many days on
prices-discount-percent = percent less
prices-cancelling = Calling off
prices-ask-cancellation = What holds when somebody calls off?
prices-cancellation-flexible = Relaxed
prices-cancellation-flexible-note = free until one day before, then half
prices-cancellation-moderate = Medium
prices-cancellation-moderate-note = free until five days before, half until one day before, then everything
prices-cancellation-strict = Strict
prices-cancellation-strict-note = free until two weeks before, half until one week before, then everything
