## Help, and what is looked for: where it is called something else than in lending

bookings-next-answer-help = { $side ->
    [lender] Would you like to help { $other }?
   *[borrower] { $other } answers by { $until }
}
bookings-next-answer-offer = { $side ->
    [lender] { $other } answers by { $until }
   *[borrower] { $other } has what you are looking for
}
bookings-next-answer-help-offer = { $side ->
    [lender] { $other } answers by { $until }
   *[borrower] { $other } would like to help you
}
bookings-next-answer-text-help = { $side ->
    [lender] If it suits you, say yes. If the day does not suit you, propose another.
   *[borrower] We send you an e-mail as soon as the answer is there. If none comes, the request expires and you are free to ask elsewhere.
}
bookings-next-answer-text-offer = { $side ->
    [lender] We send you an e-mail as soon as the answer is there. If none comes, your offer expires.
   *[borrower] If you accept, the others are told kindly, and your wish disappears from the search.
}
bookings-next-answer-text-help-offer = { $side ->
    [lender] We send you an e-mail as soon as the answer is there. If none comes, your offer expires.
   *[borrower] If you accept, the others are told kindly, and your wish disappears from the search.
}
bookings-next-answer-until-offer = Answer by { $until }. After that the offer expires.
bookings-next-answer-until-help-offer = Answer by { $until }. After that the offer expires.
bookings-next-name-price = { $side ->
    [lender] { $other } asks: what should it cost?
   *[borrower] { $other } makes you an offer by { $until }
}
bookings-next-name-price-text = { $side ->
    [lender] Name a price. { $other } says yes, no or makes a counter-proposal.
   *[borrower] We send you an e-mail as soon as the offer is there. Nothing is agreed by that yet.
}
bookings-next-name-price-until = Answer by { $until }. After that the request expires.
bookings-next-answer-proposal-asked = { $other } proposes: { $proposed }
bookings-next-answer-proposal-text-asked = If you say yes, it is agreed. You can also propose something else.
bookings-next-answer-proposal-until-asked = Answer by { $until }. After that the request expires.
bookings-next-help = { $side ->
    [lender] Help { $other } { $on }
   *[borrower] { $other } helps you { $on }
}
bookings-next-help-text = When everything is done, one of you says so here, and the other confirms it.
bookings-next-help-later = From { $from } on you can say here that it is done.
bookings-next-confirm-return-help = Is everything done?
bookings-next-confirm-return-text-help = { $other } writes: it is done.
bookings-next-return-waiting-help = { $other } still has to confirm that it is done
bookings-next-return-waiting-text-help = If { $other } does not object, it counts as confirmed from { $until } on.
bookings-next-settle-return-help = { $role ->
    [reporter] { $other } says: it is not done
   *[contester] You see differently whether it is done
}
bookings-next-settle-return-text-help = { $role ->
    [reporter] Talk to each other, nothing goes on by itself. If your report was a slip, take it back.
   *[contester] Talk to each other, nothing goes on by itself. Once it is settled, confirm it. Or { $other } takes the report back.
}

bookings-over-withdrawn-offer = { $side ->
    [lender] You have taken back your offer
   *[borrower] { $other } has taken back the offer
}
bookings-over-withdrawn-text-offer = { $side ->
    [lender] { $other } knows.
   *[borrower] Your wish can still be found.
}
bookings-over-declined-help = { $side ->
    [lender] You said no this time
   *[borrower] { $other } cannot this time
}
bookings-over-declined-offer = { $side ->
    [lender] { $other } does not accept your offer this time
   *[borrower] You have declined the offer
}
bookings-over-declined-text-offer = { $side ->
    [lender] Thank you for getting in touch.
   *[borrower] { $other } knows.
}
bookings-over-gave-way-offer = { $side ->
    [lender] { $other } has found somebody
   *[borrower] You have accepted another offer
}
bookings-over-gave-way-text-offer = { $side ->
    [lender] It is not about you: several got in touch. Thank you for your offer.
   *[borrower] We have told { $other } kindly.
}
bookings-over-expired-offer = { $side ->
    [lender] { $other } did not answer in time
   *[borrower] The offer has expired
}
bookings-over-expired-text-offer = { $side ->
    [lender] That settles your offer.
   *[borrower] There was no answer from you by { $until }.
}
bookings-over-cancelled-help = { $role ->
    [me] You called it off
   *[other] { $other } called it off
}
bookings-over-cancelled-text-help = { $role ->
    [me] { $other } knows.
   *[other] A pity. Perhaps you find somebody else nearby.
}
bookings-over-lapsed-help = Nobody said that it is done
bookings-over-lapsed-text-help = The day is long over, so we have ended this.
bookings-over-closed-help = Done. Thank you!

bookings-do-accept-help = Yes, I will do it
bookings-do-accept-offer = Yes, gladly
bookings-do-accept-help-offer = Yes, gladly
bookings-do-decline-offer = No, thank you
bookings-do-decline-help-offer = No, thank you
bookings-do-withdraw-offer = Take back the offer
bookings-do-withdraw-help-offer = Take back the offer
bookings-do-cancel-help = Call it off
bookings-do-return-confirm-help = { $side ->
    [lender] Yes, it is done
   *[borrower] Yes, it is done
}
bookings-do-return-help = It is done
bookings-do-disagree-asked = No, that does not suit me
bookings-do-propose-price = Propose a price or days
bookings-do-propose-hint-asked = { $other } gets your proposal and says yes, no or proposes something else.
bookings-offer-price = Price for everything
bookings-offer-price-hint = Zero means for nothing.

bookings-event-requested-offer = Offered
bookings-event-requested-help-offer = Help offered
bookings-event-return-reported-help = Reported as done
bookings-event-returned-help = Confirmed: done
bookings-event-gave-way-offer = Found somebody else
bookings-event-lapsed-help = Ended without a report
bookings-event-proposed-asked = Proposed
bookings-event-changed-asked = Agreed on the proposal

bookings-role-help = { $side ->
    [lender] helps
   *[borrower] gets help
}
bookings-when-from = From
bookings-when-to = To
bookings-when-on = When
bookings-place-help = It is here
bookings-refused-name-price = Agree on a price first.
bookings-refused-own-wanted = You are looking for that yourself.

bookings-request-lead-help = Choose a day and write what it is about. { $owner } answers you.
bookings-request-lead-offer = { $owner } is looking for this. Write what you have and when it suits you.
bookings-request-lead-help-offer = { $owner } is looking for help. Write what you can do and when it suits you.
bookings-request-needed = Needed: { $days }
bookings-request-any-time = The time is open.
bookings-request-button-offer = Offer { $owner } something
bookings-request-button-help-offer = Offer { $owner } help
bookings-request-button-help = Ask { $owner } for help
bookings-request-promise-offer = { $owner } has up to 24 hours to answer. It is agreed only with a yes.
bookings-request-own-wanted = You are looking for this yourself. Whoever offers something stands among your loans.
bookings-request-ask-offer = What would you like for it?
bookings-request-ask-offer-hint = Empty means for nothing.
bookings-request-ask-quote = What would you like to spend on it?
bookings-request-ask-quote-hint = Empty means: { $owner } makes you an offer.
bookings-from-help = First day
bookings-to-help = Last day
bookings-request-open-offer = { $state ->
    [accepted] You are in already: { $days }
   *[requested] You have offered something already: { $days }
}

notice-offered = Your offer is on its way.

mail-booking-price = Price: { $price }
mail-booking-requested-subject-help = { $other } asks for help: “{ $title }”
mail-booking-requested-text-help = { $other } asks for “{ $title }”: { $days }. Please answer by { $until }. After that the request expires.
mail-booking-requested-subject-offer = { $other } has what you are looking for: “{ $title }”
mail-booking-requested-text-offer = { $other } offers you something for “{ $title }”: { $days }. Please answer by { $until }. After that the offer expires.
mail-booking-requested-subject-help-offer = { $other } would like to help: “{ $title }”
mail-booking-requested-text-help-offer = { $other } offers you help with “{ $title }”: { $days }. Please answer by { $until }. After that the offer expires.
mail-booking-accepted-subject-help = { $other } says yes: “{ $title }”
mail-booking-accepted-text-help = good news: “{ $title }” works out, { $days }. You find the address and the next step on its page.
mail-booking-accepted-subject-offer = { $other } accepts your offer: “{ $title }”
mail-booking-accepted-text-offer = good news: { $other } accepts your offer for “{ $title }”, { $days }. You find the address and the next step on its page.
mail-booking-declined-subject-offer = { $other } does not need it this time: “{ $title }”
mail-booking-declined-text-offer = { $other } does not accept your offer for “{ $title }” this time ({ $days }). Thank you for getting in touch.
mail-booking-declined-text-help = { $other } cannot help with “{ $title }” this time ({ $days }). Perhaps another day suits, or somebody else nearby can do it.
mail-booking-gave-way-subject-offer = Found already: “{ $title }”
mail-booking-gave-way-text-offer = several got in touch about “{ $title }”, and { $other } has found somebody. Thank you for your offer!
mail-booking-gave-way-text-help = there were several requests for “{ $title }” for { $days }, and { $other } has said yes to somebody else. Perhaps another day suits.
mail-booking-withdrawn-subject-offer = { $other } has taken back the offer: “{ $title }”
mail-booking-withdrawn-text-offer = the offer of { $other } for “{ $title }” ({ $days }) no longer stands. Your wish can still be found.
mail-booking-expired-subject-offer = Expired: the offer for “{ $title }”
mail-booking-expired-text-offer = there was no answer to the offer for “{ $title }” ({ $days }), so it has expired.
mail-booking-cancelled-text-help = unfortunately nothing comes of “{ $title }” ({ $days }): { $other } called it off.
mail-booking-return-reported-subject-help = Done, writes { $other }: “{ $title }”. Is that so?
mail-booking-return-reported-text-help = { $other } writes that “{ $title }” is done. Please confirm that or object. If you say nothing, it counts as confirmed from { $until } on.
mail-booking-returned-text-help = { $by ->
    [time] “{ $title }” now counts as done, because nobody objected for 24 hours.
   *[person] { $other } confirms: “{ $title }” is done.
} Thank you for taking part!
mail-booking-remind-pick-up-text-help = tomorrow it is about “{ $title }” with { $other }. You find the address and hints on its page. If something comes up, please say so now.
mail-booking-remind-answer-text-offer = { $other } offers you something for “{ $title }”: { $days }. A yes or a no is enough, best at once. You have until { $until }, after that the offer expires.
mail-booking-lapsed-text-help = the day for “{ $title }” ({ $days }) is long over, and nobody said that it is done. So we have ended this. You need not do anything.
mail-booking-proposed-subject-price = A proposal from { $other }: “{ $title }”
mail-booking-proposed-text-price = { $other } proposes for “{ $title }”: { $proposed }. You can say yes by { $until } or propose something else.

## Wishes and help on their pages

listings-needed = Needed
listings-needed-any = The time is open
listings-needed-title = When do you need it?
listings-needed-from = From
listings-needed-to = To
listings-needed-hint = Leave both empty if the time is open.
listings-weekdays-help = Help is given
listings-jump-offer = Offer something
listings-jump-help = Choose a day and ask
listings-place-title-help = Where is it?
bookings-plan-help = Help
listings-jump-help-offer = Offer help
bookings-note-placeholder-help = What is it about?
bookings-note-placeholder-offer = What do you have, and how does it get there?
bookings-note-placeholder-help-offer = What can you do?
listings-title-hint-help = As one would search for it. For example: putting up shelves
listings-title-hint-offer = In a few words. For example: a tent for four
listings-title-hint-help-offer = In a few words. For example: carrying a wardrobe to the third floor

bookings-refused-day-not-lent-help = No help on { $day }.
bookings-refused-hour-not-lent-help = No help on { $day } at { $hour }:00.
bookings-refused-closed-help = { $day } does not work.
bookings-refused-resting-help = On { $day } a break is needed between two appointments.
bookings-refused-hour-resting-help = On { $day } at { $hour }:00 a break is needed between two appointments.
bookings-refused-too-short-help = { $days ->
    [one] It takes at least { $days } day.
   *[other] It takes at least { $days } days.
}
bookings-refused-too-long-help = { $days ->
    [one] No longer than one day.
   *[other] No longer than { $days } days in a row.
}
bookings-refused-too-few-hours-help = { $hours ->
    [one] It takes at least { $hours } hour.
   *[other] It takes at least { $hours } hours.
}
listings-times-title-help = When can you help?
listings-grain-ask-help = How do you help?
listings-grain-day-note-help = For example with moving or in the garden.
listings-grain-hour-note-help = For example with shopping or at the computer.
listings-weekdays-ask-help = On which days can you help?
listings-weekdays-hint-help = You are asked only for days that are ticked here.
listings-stays-out-no-help = Only in these times
listings-stays-out-no-note-help = You are asked only for times that stand above.
listings-stays-out-yes-help = It goes on in between
listings-stays-out-yes-note-help = Above stands only when it can begin and end.
listings-buffer-ask-help = How much of a break do you need between two appointments?
listings-units-ask-help = How many can you help at a time?
listings-units-hint-help = Mostly 1. More if there are several of you.
listings-instant-yes-note-help = Whoever takes them sees the exact address at once. You get an e-mail.
listings-plan-out-help = Help is given: { $when }.
listings-plan-swapped-help = Begin and end: { $when }. It goes on in between.
listings-plan-buffer-help = Break between two appointments: { $buffer }.
listings-day-not-lent-help = no help
listings-day-resting-help = break between two appointments
listings-legend-closed-help = no help
listings-choose-first-help = { $grain ->
    [hour] Choose a day first.
   *[day] First choose the day on which you need help.
}
listings-choose-last-help = From { $day }. Now choose the last day, it may be the same.
bookings-request-own-help = You offer this help yourself.
bookings-request-own-link-wanted = See who answered

# Asking several at the same time.
bookings-together = Ask others, too
bookings-together-lead = Ask several at the same time. The first yes counts; we tell the others kindly. Your words and the days are the same.
bookings-together-button = Ask these, too
bookings-together-none = Choose at least one.
bookings-together-changed = Something has just changed with one of them. Please look again.
bookings-together-at-once = agreed at once
bookings-together-agree = price to be agreed
bookings-together-title = Asked at the same time
bookings-together-rule = The first yes counts; we tell the others.
bookings-together-row = { $title } from { $lender }
bookings-together-several = { $other } has asked several at the same time. The first yes counts.
notice-asked-too = Asked. We write to you as soon as somebody says yes.
