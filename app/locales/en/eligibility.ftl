# Who may borrow
eligibility-title = Who may ask?
eligibility-lead = Simplest is: everybody. If something is particularly dear to you, say here what you expect. All of it then has to be true.
eligibility-row = Who may ask
eligibility-everybody = everybody
eligibility-only = Only for:
eligibility-rule-loans = { $least ->
    [one] at least one finished loan, borrowed or lent
   *[other] at least { $least } finished loans, borrowed or lent
}
eligibility-rule-vouched = somebody from the neighbourhood confirms knowing you
eligibility-rule-circle = member of a circle of { $owner }, such as a house
eligibility-rule-circle-named = member of the circle { $names }
eligibility-met = Not for everybody, but for you: { $rules }.
eligibility-not-yet = Not for you yet
eligibility-missing-loans = { $left ->
    [one] You need 1 more finished loan.
   *[other] You need { $left } more finished loans (so far: { $have }).
}
eligibility-missing-voucher = Nobody has confirmed knowing you yet.
eligibility-missing-circle = You are in none of the circles it is for.
eligibility-help-loans = Borrow something smaller first, or lend something yourself: both count as soon as it is back.
eligibility-help-voucher = Ask somebody who knows you and has borrowed before to confirm it.
eligibility-help-circle = If you belong, ask { $owner } for an invitation.
eligibility-link-loans = Find something
eligibility-link-voucher = How that works
eligibility-link-circle = To your circles
eligibility-card = not for you yet
eligibility-refused = Not for you yet. { $reasons }
eligibility-ask-loans = Finished loans, at least
eligibility-ask-loans-hint = What counts is what was borrowed or lent and brought back. Leave empty if it does not matter.
eligibility-ask-loans-unit = loans
eligibility-ask-vouched = Known in the neighbourhood
eligibility-ask-vouched-yes = Somebody must have confirmed knowing the person
eligibility-ask-vouched-note = Only those can who have borrowed or lent themselves, or whom somebody knows.
eligibility-ask-circles = Only for circles
eligibility-ask-circles-hint = Whoever is in one of the chosen circles may. Strangers do not learn which these are. Choose none if it does not matter.
eligibility-no-circles = You are not in any circle yet. Start or join one here:
eligibility-nobody = All circles it was for are gone. So nobody may ask right now. Choose again and save.
eligibility-running = What has been asked for or agreed already stays as it is.

eligibility-vouch-title = Do you know { $name }?
eligibility-vouch-text = If you really know { $name }, you can confirm it. Some only lend to people whom somebody knows. Only the two of you see this.
eligibility-vouch-button = I know this person
eligibility-vouch-given = You have confirmed knowing { $name }.
eligibility-vouch-received = { $name } has confirmed knowing you.
eligibility-vouch-withdraw = Take back
eligibility-vouch-refused = That does not work yet
eligibility-vouch-oneself = You cannot confirm yourself.
eligibility-vouch-unknown = Only those can confirm who have finished a loan themselves, or whom somebody has confirmed.
eligibility-vouch-too-many = You have confirmed { $most } people already. Take one back first.
eligibility-vouch-not-now = That does not work between the two of you right now.
eligibility-known-title = Who knows me
eligibility-known-lead = Some only lend to people whom somebody in the neighbourhood knows. Here you see who says so of you, and of whom you say so. Only you and the other person see it.
eligibility-known-by = They know you
eligibility-known-by-none = Nobody has confirmed that so far.
eligibility-known-not-counting = That does not count yet: none of them has borrowed anything, and nobody who has knows them.
eligibility-known-how = This is how: somebody who knows you opens your page and presses “I know this person”. Just send them the link.
eligibility-known-loans = { $count ->
    [0] You have no finished loans yet.
    [one] You have one finished loan.
   *[other] You have { $count } finished loans.
}
eligibility-known-of = You know them
eligibility-known-of-none = You have not confirmed anybody yet. You can on the person’s page.
eligibility-known-left = { $left ->
    [0] That is the most. Take one back to confirm somebody else.
    [one] You can confirm one more person.
   *[other] You can confirm { $left } more people.
}
eligibility-known-since = since { $when }
notice-vouched = Thank you. We have told them.
notice-vouch-withdrawn = Taken back.

mail-trust-vouched-subject = { $other } knows you
mail-trust-vouched-text = { $other } has confirmed knowing you. So you can also borrow things that are only lent to people whom somebody knows.
mail-trust-vouched-button = Have a look
mail-trust-circle-asked-subject = { $other } would like to join “{ $circle }”
mail-trust-circle-asked-text = { $other } would like to join the circle “{ $circle }”. You look after it: let them in or decline.
mail-trust-circle-asked-button = Decide
mail-trust-circle-let-in-subject = You are in the circle “{ $circle }”
mail-trust-circle-let-in-text = { $other } has let you into the circle “{ $circle }”.
mail-trust-circle-let-in-button = To the circle
