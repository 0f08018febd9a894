## Asking

bookings-request-title = Ask
bookings-request-lead = Pick the days. { $owner } will answer you.
bookings-from = Pick up
bookings-to = Bring back
bookings-from-hour = From
bookings-to-hour = Until
bookings-hour-choose = Choose an hour
bookings-note = A line to { $owner }
bookings-note-placeholder = What do you need it for?
bookings-request-see-price = This costs { $total }. If that suits you, send the request.
bookings-request-button-price = Go on to the price
bookings-request-button-for = Ask { $owner } for { $total }
bookings-request-button-at-once-for = Borrow for { $total }
bookings-request-price = Work out the price
bookings-request-delivery = { $owner } should bring and fetch it
bookings-request-button = Ask { $owner }
bookings-request-sign-in = Next you sign in and can add a few words. The days stay as they are.
bookings-request-button-at-once = Borrow it
bookings-request-lead-at-once = Choose days that are free. The yes comes at once.
bookings-request-promise-at-once = Free days are settled at once. Then you see the address and the next step.
bookings-request-promise = { $owner } has up to 24 hours to answer, and no longer than the end of the first day. It is settled once { $owner } says yes.
bookings-request-own = This one is yours to lend.
bookings-request-own-link = See who asked
bookings-request-gone = Not to be had just now
bookings-request-gone-text = It is not being lent at the moment. Perhaps there is something similar nearby.
bookings-request-search = Find something else
bookings-request-open = { $state ->
    [accepted] You are borrowing it already: { $days }
   *[requested] You have asked already: { $days }
}
bookings-request-open-link = Have a look

bookings-refused-own = This belongs to you.
bookings-refused-not-for-loan = It is not being lent at the moment.
bookings-refused-day-not-lent = It is not lent on { $day }.
bookings-refused-too-soon = That is too soon. The earliest day is { $day }.
bookings-refused-too-far = That is too far ahead. The latest day is { $day }.
bookings-refused-too-long = { $days ->
    [one] It is lent for one day at most.
   *[other] It is lent for { $days } days in a row at most.
}
bookings-refused-too-soon-hours = That is too soon. The earliest time is { $from }.
bookings-refused-too-short = { $days ->
    [one] It is lent for at least { $days } day.
   *[other] It is lent for at least { $days } days.
}
bookings-refused-too-few-hours = { $hours ->
    [one] It is lent for at least { $hours } hour.
   *[other] It is lent for at least { $hours } hours.
}
bookings-refused-too-many-hours = { $hours ->
    [one] It is not lent for more than { $hours } hour.
   *[other] It is not lent for more than { $hours } hours.
}
bookings-refused-past = That is over already.
bookings-refused-other-grain = Please say from when until when.
bookings-refused-no-such-hour = There is no such hour: the clocks are put forward.
bookings-refused-hour-not-lent = It is not lent on { $day } at { $hour }:00.
bookings-refused-closed = It is not to be had on { $day }.
bookings-refused-hour-taken = It is taken on { $day } at { $hour }:00.
bookings-refused-resting = It needs a break between two loans on { $day }.
bookings-refused-hour-resting = It needs a break between two loans on { $day } at { $hour }:00.
bookings-refused-taken = It is taken on { $day }.
bookings-refused-asked-already = You have asked for one of these days already.
bookings-refused-not-yours = Only the other side can do that.
bookings-refused-not-now = That is not possible just now. This is how things stand:
bookings-refused-over = This loan is over. This is how things stand:
bookings-refused-too-late = It is too late for that. This is how things stand:
bookings-refused-too-early = That is not possible before { $from }.
bookings-refused-same-days = These are the days you settled on already.
bookings-refused-already-out = It is out already. Only the last day can still change.
bookings-refused-waits = It is the other side’s turn now.
bookings-refused-busy = Somebody changed something this very moment. Please look again.

## One loan

bookings-loans = Loans
bookings-when = Days
bookings-pick-up = Pick up
bookings-bring-back = Bring back
bookings-both = The two of you
bookings-you = (you)
bookings-role = { $side ->
    [lender] lends
   *[borrower] borrows
}
bookings-place = { $how ->
    [deliver] It comes from here
    [key_box] The key box is here
   *[pick_up] Pick it up here
}
bookings-place-secret = Only the two of you see this, and only until the loan is over.
bookings-place-later = You see the exact address once { $other } says yes.
bookings-place-later-title = Where?
bookings-place-near = Near { $place }
bookings-place-map = See it on a map
bookings-place-foreign = (OpenStreetMap)
bookings-terms = What you agreed
bookings-terms-lead = This is what it said when it was asked for.
bookings-terms-included = What belongs to it
bookings-terms-checklist = What you look at
bookings-terms-rules = Please mind
bookings-terms-condition = Condition
bookings-terms-value = Worth, should it need replacing
bookings-terms-handover = Handover
bookings-condition-new = new
bookings-condition-very-good = very good
bookings-condition-good = good
bookings-condition-worn = worn but fine
bookings-handover-pick-up = pick up
bookings-handover-deliver = brought to you
bookings-handover-key-box = key box
bookings-conduct = How we treat each other
bookings-conduct-1 = Treat it like your own.
bookings-conduct-2 = Say so early if something comes up.
bookings-conduct-3 = Something breaks? Say so. You will find a way.
bookings-conduct-more = Read it all

## When

bookings-on-today = today
bookings-on-tomorrow = tomorrow
bookings-on-yesterday = yesterday
bookings-on-day = on { $day }
bookings-by-day = { $day }
bookings-moment-today = today, { $time }
bookings-moment-tomorrow = tomorrow, { $time }
bookings-moment-yesterday = yesterday, { $time }

## The next step

bookings-whose-mine = Your turn
bookings-whose-theirs = { $other }’s turn
bookings-whose-over = Over
bookings-whose-closed = Well done

bookings-next-answer = { $side ->
    [lender] Would you like to lend it to { $other }?
   *[borrower] { $other } will answer by { $until }
}
bookings-next-answer-text = { $side ->
    [lender] If you do, we kindly turn down other requests for the same days for you.
   *[borrower] We write you an e-mail as soon as there is an answer. If none comes, the request runs out and you are free to ask elsewhere.
}
bookings-next-answer-until = Please answer by { $until }. The request runs out then.
bookings-next-hand-over = { $side ->
    [lender] { $how ->
        [deliver] Bring it to { $other } { $on }
        [key_box] { $other } gets it from the key box { $on }
       *[pick_up] { $other } picks it up from you { $on }
    }
   *[borrower] { $how ->
        [deliver] { $other } brings it to you { $on }
        [key_box] Get it from the key box { $on }
       *[pick_up] Pick it up from { $other } { $on }
    }
}
bookings-next-hand-over-text = Look at it together: is everything there, does it work? Then both of you confirm the handover here.
bookings-next-hand-over-later = You can confirm the handover here from { $from } on.
bookings-next-confirm-handover = { $side ->
    [lender] Did you give it to { $other }?
   *[borrower] Did you get it?
}
bookings-next-confirm-handover-text = { $side ->
    [lender] { $other } writes: I have got it.
   *[borrower] { $other } writes: I have handed it over.
}
bookings-next-confirm-handover-until = If you say nothing, it counts as confirmed from { $until } on.
bookings-next-handover-waiting = { $other } still has to confirm the handover
bookings-next-handover-waiting-text = Unless { $other } objects, it counts as confirmed from { $until } on.
bookings-next-bring-back = { $side ->
    [lender] { $fetched ->
        [yes] Fetch it from { $other } by { $by }
       *[no] { $other } brings it back by { $by }
    }
   *[borrower] { $fetched ->
        [yes] { $other } fetches it from you by { $by }
       *[no] Bring it back by { $by }
    }
}
bookings-next-bring-back-text = { $side ->
    [lender] Once it is back with you: look at it, then both of you confirm the return.
   *[borrower] Enjoy it! When you bring it back, you look at it together once more.
}
bookings-next-late = { $side ->
    [lender] { $fetched ->
        [yes] You wanted to fetch it from { $other } { $on }
       *[no] { $other } should have brought it back { $on }
    }
   *[borrower] { $fetched ->
        [yes] { $other } wanted to fetch it from you { $on }
       *[no] Please bring it back today
    }
}
bookings-next-late-text = { $side ->
    [lender] { $fetched ->
        [yes] You agreed on { $by }. Please let { $other } know when you come.
       *[no] A friendly question usually helps. Most often it was simply forgotten.
    }
   *[borrower] { $fetched ->
        [yes] You agreed on { $by }. Please ask { $other } when it suits.
       *[no] You agreed on { $by }. Please let { $other } know at once.
    }
}
bookings-next-confirm-return = { $side ->
    [lender] Is it back with you?
   *[borrower] Did you give it back?
}
bookings-next-confirm-return-text = { $side ->
    [lender] { $other } writes: I have given it back. Please check that everything is there and whole.
   *[borrower] { $other } writes: It is back.
}
bookings-next-confirm-return-until = If you say nothing, it counts as confirmed from { $until } on.
bookings-next-return-waiting = { $other } still has to confirm the return
bookings-next-return-waiting-text = Unless { $other } objects, it counts as confirmed from { $until } on.
bookings-next-settle-handover = { $role ->
    [reporter] { $other } says: the handover was not like that
   *[contester] You see the handover differently
}
bookings-next-settle-handover-text = { $role ->
    [reporter] Talk to each other, nothing goes on by itself. If your report was a slip, take it back.
   *[contester] Talk to each other, nothing goes on by itself. Once it is settled, confirm the handover. Or { $other } takes the report back.
}
bookings-next-settle-return = { $role ->
    [reporter] { $other } says: the return was not like that
   *[contester] You see the return differently
}
bookings-next-settle-return-text = { $role ->
    [reporter] Talk to each other, nothing goes on by itself. If your report was a slip, take it back.
   *[contester] Talk to each other, nothing goes on by itself. Once it is settled, confirm the return. Or { $other } takes the report back.
}

bookings-next-answer-proposal = { $other } would like other days
bookings-next-answer-proposal-text = Instead of { $days } rather: { $proposed }. If you say yes, the new days hold at once.
bookings-next-answer-proposal-until = Answer by { $until }. After that the old days stay.

bookings-over-withdrawn = { $side ->
    [lender] { $other } took the request back
   *[borrower] You took your request back
}
bookings-over-withdrawn-text = { $side ->
    [lender] There is nothing for you to do.
   *[borrower] { $other } knows.
}
bookings-over-found-elsewhere = { $side ->
    [lender] { $other } has it from somebody else
   *[borrower] Somebody else said yes first
}
bookings-over-found-elsewhere-text = { $side ->
    [lender] { $other } had asked several. There is nothing for you to do.
   *[borrower] We have let { $other } know.
}
bookings-over-declined = { $side ->
    [lender] You said no this time
   *[borrower] { $other } cannot lend it this time
}
bookings-over-declined-text = { $side ->
    [lender] { $other } knows.
   *[borrower] Perhaps other days work, or there is something similar nearby.
}
bookings-over-gave-way = { $side ->
    [lender] You promised these days to somebody else
   *[borrower] These days went to somebody else
}
bookings-over-gave-way-text = { $side ->
    [lender] We have kindly told { $other }.
   *[borrower] It is not about you: several people asked for the same days. Try other days, or something similar nearby.
}
bookings-over-expired = { $side ->
    [lender] The request has run out
   *[borrower] { $other } did not answer in time
}
bookings-over-expired-text = { $side ->
    [lender] There was no answer until { $until }. { $other } will be looking elsewhere now.
   *[borrower] The request is settled with that. Try somebody else nearby.
}
bookings-over-cancelled = { $role ->
    [me] You called the loan off
   *[other] { $other } called the loan off
}
bookings-over-cancelled-text = { $role ->
    [me] { $other } knows.
   *[other] The days are free again.
}
bookings-over-lapsed = No handover was ever reported
bookings-over-lapsed-text = The days are long over, so we have ended this loan.
bookings-over-closed = { $side ->
    [lender] It is back with you
   *[borrower] Everything is back. Thank you!
}
bookings-over-closed-text = Good to see that it worked out.
bookings-instead = This is free: { $days }
bookings-over-search = Find something similar
bookings-over-again = Ask once more

## What one can do

bookings-do-accept = Yes, lend it
bookings-do-decline = No, not this time
bookings-do-decline-button = Say no
bookings-do-decline-words = A short reason; { $other } will read it
bookings-do-withdraw = Take the request back
bookings-refused-see-fee = Calling off costs something now. Please look again how much.
bookings-cancelling-free = Calling off costs you nothing now.
bookings-cancelling-costs = Calling off costs you { $owed } now ({ $percent }% of the price).
bookings-cancelling-lender = If you call off, { $other } need not pay anything.
bookings-cancelling-until = That holds until { $until }, then it becomes more.
bookings-cancelled-owed = { $side ->
    [lender] You get { $owed } for that. You settle it between you.
   *[borrower] You owe { $owed } for that. You settle it between you.
}
mail-booking-owed = { $side ->
    [lender] As agreed, you get { $owed } for that. You settle it between you.
   *[borrower] As agreed, you owe { $owed } for that. You settle it between you.
}
bookings-do-cancel = Call the loan off
bookings-do-cancel-button = Call it off
bookings-do-cancel-words = Why? { $other } will read it
bookings-do-hand-over = { $side ->
    [lender] I have handed it over
   *[borrower] I have got it
}
bookings-do-hand-over-confirm = { $side ->
    [lender] Yes, I have handed it over
   *[borrower] Yes, I have got it
}
bookings-do-return = { $side ->
    [lender] It is back with me
   *[borrower] I have given it back
}
bookings-do-return-confirm = { $side ->
    [lender] Yes, everything is back
   *[borrower] Yes, I have given it back
}
bookings-do-contest = No, that is not so
bookings-do-contest-button = Object
bookings-do-contest-words = What is not so? { $other } will read it
bookings-do-take-back = That was a slip, take it back
bookings-do-propose = Propose other days
bookings-do-propose-out = { $side ->
    [lender] Have it back earlier or lend it longer
   *[borrower] Keep it longer or bring it back earlier
}
bookings-until-day = until { $day }
bookings-do-propose-hint = { $other } gets your proposal. Until they agree, the days you settled on stay.
bookings-do-propose-words = A sentence about it, { $other } will read it
bookings-do-propose-button = Propose
bookings-do-agree = Yes, let’s do that
bookings-do-disagree = No, let’s keep the days
bookings-do-disagree-words = A short reason, { $other } will read it
bookings-do-disagree-button = Keep the days
bookings-do-drop-proposal = Take my proposal back
bookings-proposal-price = That would cost { $then } instead of { $now }.
bookings-proposal-mine = You proposed other days: { $days }. { $other } can agree until { $until }.

## History

bookings-timeline = History
bookings-timeline-who = { $name }, { $at }
bookings-timeline-time = by itself, { $at }
bookings-timeline-planned = planned: { $day }
bookings-timeline-until = by { $until }
bookings-event-requested = Asked
bookings-event-accepted = Agreed
bookings-event-declined = Declined
bookings-event-gave-way = Lent to somebody else
bookings-event-withdrawn = Taken back
bookings-event-found-elsewhere = Found with somebody else
bookings-event-expired = Run out
bookings-event-cancelled = Called off
bookings-event-handover-reported = Handover reported
bookings-event-handed-over = Handover confirmed
bookings-event-handed-over-by-code = Handover confirmed by both with the code
bookings-event-return-reported = Return reported
bookings-event-returned = Return confirmed
bookings-event-returned-by-code = Return confirmed by both with the code
bookings-event-contested = Objected
bookings-event-taken-back = Report taken back
bookings-event-proposed = Other days proposed
bookings-event-changed = Other days agreed
bookings-event-disagreed = The days stay
bookings-event-proposal-dropped = Proposal taken back
bookings-event-proposal-expired = No answer to the proposal, the days stay
bookings-event-lapsed = Ended without a handover
bookings-event-closed = Finished
bookings-plan-answer = { $other }’s answer
bookings-plan-my-answer = Your answer
bookings-plan-handover = Handover
bookings-plan-return = Return
bookings-plan-closed = Finished

## Lists

bookings-loans-lead = What you borrow and lend. What waits for you comes first.
bookings-tabs = Filter loans
bookings-tab-all = All
bookings-tab-borrower = I borrow
bookings-tab-lender = I lend
bookings-waiting = Waiting for you
bookings-running = Under way
bookings-past = Over
bookings-from-whom = from { $other }
bookings-to-whom = { $state ->
    [requested] { $other } would like to borrow it
   *[other] to { $other }
}
bookings-look = Have a look
bookings-look-of = Have a look: { $title }
bookings-pages = Pages
bookings-newer = Newer
bookings-older = Older
bookings-none = Nothing borrowed yet
bookings-none-text = Find something nearby. Asking costs nothing.
bookings-none-button = Find something
bookings-none-lender = Nothing lent yet
bookings-none-lender-text = As soon as somebody would like to borrow one of your things, it stands here.
bookings-none-lender-button = Lend something

bookings-tag-requested = asked
bookings-tag-accepted = agreed
bookings-tag-handing-over = handover open
bookings-tag-with-borrower = lent out
bookings-tag-overdue = overdue
bookings-tag-returning = return open
bookings-tag-contested = unsettled
bookings-tag-withdrawn = taken back
bookings-tag-found-elsewhere = found elsewhere
bookings-tag-declined = declined
bookings-tag-gave-way = went elsewhere
bookings-tag-expired = run out
bookings-tag-cancelled = called off
bookings-tag-lapsed = never picked up
bookings-tag-closed = finished

notice-taken-back = Taken back. We have let them know.
notice-proposed = Proposed. We have told them.
notice-changed = Settled. The new days hold.
notice-disagreed = The days stay. We have told them.

## Closing days

bookings-close-title = Broken, or on holiday?
bookings-close-lead = On which days should nobody have it? The next step shows whom that concerns.
bookings-close-from = From
bookings-close-to = Until
bookings-close-look = See whom it concerns
bookings-close-other-days = Other days
bookings-close-unit = Which?
bookings-close-unit-all = All of them
bookings-close-unit-one = Only number { $number }
bookings-close-unit-hint = Whoever was to get this one gets another if one is free.
bookings-close-nobody = { $days }: nobody has settled on anything or asked.
bookings-close-concerned = { $days }: { $count ->
    [one] this concerns one loan or request.
   *[other] this concerns { $count } loans and requests.
}
bookings-close-line = { $other }, { $days }: { $stage ->
    [requested] has asked
    [out] has it already, that stays
   *[agreed] is settled
}
bookings-close-how = What shall become of them?
bookings-close-call-off = Call everything off
bookings-close-call-off-hint = Requests are declined and loans called off. What is out already stays.
bookings-close-inform = Only let them know
bookings-close-inform-hint = Everything stays, and you talk to each other.
bookings-close-words = What happened? Everybody concerned will read it
bookings-close-button = Close the days
notice-days-closed = The days are closed. Everybody concerned has been told.

## E-mails

mail-booking-requested-subject = { $other } would like to borrow “{ $title }”
mail-booking-requested-text = { $other } asks for “{ $title }”: { $days }. Please answer by { $until }. The request runs out then.
mail-booking-accepted-subject = { $side ->
    [lender] { $other } borrows “{ $title }”
   *[borrower] { $other } says yes: “{ $title }”
}
mail-booking-accepted-text = { $side ->
    [lender] { $other } borrows “{ $title }”: { $days }. It is agreed already, as you have set it. What { $other } writes about it and the next step are on the page of your loan.
   *[borrower] good news: { $other } lends you “{ $title }”, { $days }. The address and the next step are on the page of your loan.
}
mail-booking-declined-subject = { $other } cannot lend it this time: “{ $title }”
mail-booking-declined-text = { $other } cannot lend you “{ $title }” this time ({ $days }). Perhaps other days work, or somebody else nearby has something similar.
mail-booking-gave-way-subject = Taken already: “{ $title }”
mail-booking-gave-way-text = several people asked for “{ $title }” ({ $days }), and { $other } has said yes to somebody else. It is not about you. Perhaps other days work, or somebody else nearby has something similar.
mail-booking-withdrawn-subject = { $other } took the request back: “{ $title }”
mail-booking-withdrawn-text = { $other } no longer needs “{ $title }” ({ $days }). There is nothing for you to do.
mail-booking-found-elsewhere-subject = Found already: “{ $title }”
mail-booking-found-elsewhere-text = { $other } had asked several, and somebody else said yes first. So the request for “{ $title }” ({ $days }) is settled. There is nothing for you to do. Thank you for lending!
mail-booking-expired-subject = { $side ->
    [lender] Run out: { $other }’s request for “{ $title }”
   *[borrower] No answer: “{ $title }”
}
mail-booking-expired-text = { $side ->
    [lender] there was no answer to { $other }’s request for “{ $title }” ({ $days }), so it has run out. If you would rather not lend just now, pause your things. Then nobody asks in vain.
   *[borrower] { $other } did not answer your request for “{ $title }” ({ $days }) in time. You are free to ask elsewhere.
}
mail-booking-cancelled-subject = { $other } called it off: “{ $title }”
mail-booking-cancelled-text = sadly, the loan of “{ $title }” ({ $days }) will not happen: { $other } called it off. The days are free again.
mail-booking-handover-reported-subject = { $side ->
    [lender] { $other } has got “{ $title }”. Is that so?
   *[borrower] { $other } has handed you “{ $title }”. Is that so?
}
mail-booking-handover-reported-text = { $side ->
    [lender] { $other } writes that “{ $title }” was handed over. Please confirm or object. If you say nothing, it counts as confirmed from { $until } on.
   *[borrower] { $other } writes that you have “{ $title }” now. Please confirm or object. If you say nothing, it counts as confirmed from { $until } on.
}
mail-booking-handed-over-subject = Handover confirmed: “{ $title }”
mail-booking-handed-over-text = { $by ->
    [time] the handover of “{ $title }” counts as confirmed now, because nobody objected for 24 hours.
   *[person] { $other } has confirmed the handover of “{ $title }”.
} { $side ->
    [lender] The loan runs: { $days }.
   *[borrower] Enjoy it! You agreed on: { $days }.
}
mail-booking-return-reported-subject = { $side ->
    [lender] { $other } has given “{ $title }” back. Is everything there?
   *[borrower] “{ $title }” is back, writes { $other }. Is that so?
}
mail-booking-return-reported-text = { $side ->
    [lender] { $other } writes that “{ $title }” is back with you. Please check that everything is there and whole, and confirm or object. If you say nothing, it counts as confirmed from { $until } on.
   *[borrower] { $other } writes that “{ $title }” is back. Please confirm or object. If you say nothing, it counts as confirmed from { $until } on.
}
mail-booking-returned-subject = Finished: “{ $title }”
mail-booking-returned-text = { $by ->
    [time] the return of “{ $title }” counts as confirmed now, because nobody objected for 24 hours.
   *[person] { $other } has confirmed the return of “{ $title }”.
} That is the end of this loan. Thank you for taking part!
mail-booking-contested-subject = { $other } sees it differently: “{ $title }”
mail-booking-contested-text = { $other } objects to your report about “{ $title }”. Please talk to each other. Nothing goes on by itself. If it was a slip, simply take the report back.
mail-booking-taken-back-subject = { $other } took the report back: “{ $title }”
mail-booking-taken-back-text = { $other } took the report about “{ $title }” back. How things stand now is on the page of your loan.
mail-booking-proposed-subject = { $other } would like other days: “{ $title }”
mail-booking-proposed-text = { $other } proposes other days for “{ $title }”: { $proposed }. Settled so far: { $days }. You can agree until { $until }; after that everything stays as it is.
mail-booking-changed-subject = Settled: new days for “{ $title }”
mail-booking-changed-text = { $other } agrees. For “{ $title }” this holds now: { $days }.
mail-booking-disagreed-subject = The days stay: “{ $title }”
mail-booking-disagreed-text = Other days do not suit { $other }, sorry. For “{ $title }” this still holds: { $days }.
mail-booking-proposal-dropped-subject = { $other } takes the proposal back: “{ $title }”
mail-booking-proposal-dropped-text = { $other } does not need other days for “{ $title }” after all. It stays at: { $days }.
mail-booking-proposal-expired-subject = No answer, the days stay: “{ $title }”
mail-booking-proposal-expired-text = Nobody answered in time about other days for “{ $title }”. It stays at: { $days }.
mail-booking-remind-answer-subject = { $other } is waiting for your answer: “{ $title }”
mail-booking-remind-answer-text = { $other } asks for “{ $title }”: { $days }. A yes or a no will do, best right now. You have until { $until }; after that the request lapses.
mail-booking-remind-pick-up-subject = Tomorrow is the day: “{ $title }”
mail-booking-remind-pick-up-text = { $side ->
    [lender] “{ $title }” goes to { $other } tomorrow. Is everything ready? If something comes up, please say so now.
   *[borrower] The handover of “{ $title }” with { $other } is tomorrow. Address and hints are on the page of your loan. If something comes up, please say so now.
}
mail-booking-remind-return-subject = Bring it back today: “{ $title }”
mail-booking-remind-return-text = Today is the last day with “{ $title }”. Please bring it back to { $other }, and confirm the return to each other.
mail-booking-remind-overdue-subject = { $side ->
    [lender] Not back yet: “{ $title }”
   *[borrower] Please bring it back: “{ $title }”
}
mail-booking-remind-overdue-text = { $side ->
    [lender] “{ $title }” should be back with you by now; you settled on: { $days }. We have just reminded { $other }. Is it back already? Then please confirm the return.
   *[borrower] “{ $title }” should be back by now; you settled on: { $days }. Please bring it back today, or tell { $other }. Is it back already? Then please confirm the return.
}
mail-booking-warn-next-subject = Might be late: “{ $title }”
mail-booking-warn-next-text = “{ $title }”, which you have booked for { $days }, is not back with { $other } yet. We tell you now so that you can plan. You can wait, propose other days or call it off, which costs you nothing now. Best ask { $other } how things stand.
mail-booking-owner-notice-subject = { $other } has something to say: “{ $title }”
mail-booking-owner-notice-text = It is about “{ $title }” ({ $days }). What you settled on stays for now. This is what { $other } writes:
mail-booking-plan-proposed-subject = { $other } proposes another way: “{ $title }”
mail-booking-plan-proposed-text = { $other } would like “{ $title }” ({ $days }) to change hands in another way than in person. It counts once you agree. You can say yes or no on the page of your loan. { $other } writes:
mail-booking-plan-agreed-subject = { $other } agrees: “{ $title }”
mail-booking-plan-agreed-text = { $other } agrees to what you proposed for “{ $title }” ({ $days }). This is how you do it now:
mail-booking-plan-declined-subject = { $other } would rather not: “{ $title }”
mail-booking-plan-declined-text = what you proposed for “{ $title }” ({ $days }) does not suit { $other }. It stays as it was.
mail-booking-lapsed-subject = Ended without a handover: “{ $title }”
mail-booking-lapsed-text = the days for “{ $title }” ({ $days }) are long over, and nobody reported a handover. So we have ended the loan with { $other }. There is nothing for you to do.
