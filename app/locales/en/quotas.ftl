# How much at a time
quotas-open-requests = { $have ->
    [one] You have one open request already, and no more than { $most } at a time is possible. Wait for the answer or withdraw it.
   *[other] You have { $have } open requests already, and no more than { $most } at a time are possible. Wait for an answer or withdraw one.
}
quotas-loans = { $have ->
    [one] You have asked for one thing, or been promised one, for the same time already. No more than { $most } at a time is possible.
   *[other] You have asked for { $have } things, or been promised them, for the same time already. No more than { $most } at a time are possible.
}
quotas-days = You have { $have } days of borrowing in { $month } already, and no more than { $most } in a month are possible. That leaves something for everybody.
quotas-often = { $most ->
    [one] Each person can have this once a month, and you have had it in { $month } already.
   *[other] Each person can have this { $most } times a month, and in { $month } you have had it { $have } times already.
}
quotas-in-category = { $category }: { $text }
quotas-rule = { $most ->
    [one] Each person can have it once a month at most.
   *[other] Each person can have it { $most } times a month at most.
}
quotas-ask = How often per person, at most
quotas-ask-hint = So that it is not always the same person. Leave empty: as often as it is free.
quotas-ask-unit = times a month
