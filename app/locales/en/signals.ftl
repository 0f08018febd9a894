signals-title = On the way? Or is something wrong?
signals-on-my-way = I am on my way
signals-minutes = In about how many minutes will you be there?
signals-minutes-unit = minutes
signals-trouble = Report a problem
signals-trouble-ask = What is the matter?
signals-trouble-late = It will be later
signals-trouble-late-note = You cannot make it at the time you settled on.
signals-trouble-cannot-come = I cannot come
signals-trouble-cannot-come-note = It does not work out as settled at all.
signals-trouble-broken = Something is broken
signals-trouble-broken-note = Best say so at once; then there is a way.
signals-trouble-lost-key = The key is gone
signals-trouble-lost-key-note = Lost, forgotten or locked in.
signals-trouble-other = Something else
signals-trouble-other-note = Please write a few words then.
signals-words = A few words about it
signals-send = Tell them
signals-back = Back to the loan
signals-told-on-my-way = { $who ->
    [me] You are on your way{ $minutes ->
        [0] .
        [one] {" "}and there in about one minute.
       *[other] {" "}and there in about { $minutes } minutes.
    }
   *[other] { $name } is on the way{ $minutes ->
        [0] .
        [one] {" "}and there in about one minute.
       *[other] {" "}and there in about { $minutes } minutes.
    }
}
signals-told-trouble = { $who ->
    [me] You have reported a problem: { $what }.
   *[other] { $name } reports a problem: { $what }.
}
signals-told-fee-waived = { $who ->
    [me] You do not want the money for being late.
   *[other] { $name } does not want the money for being late.
}
signals-next-late = { $side ->
    [borrower] Tell each other when it works. If the new time is to hold for both, propose other days.
   *[lender] Tell each other when it works. If the new time is to hold for both, propose other days.
}
signals-next-cannot-come = { $side ->
    [borrower] Settle on another time. If nothing comes of it, call it off as long as it has not changed hands.
   *[lender] Settle on another time. If nothing comes of it, call it off as long as it has not changed hands.
}
signals-next-broken = { $side ->
    [borrower] Keep what is broken in photos, and do not go on using it. Then talk to each other.
   *[lender] Ask for photos, and write down yourself at the return what is broken. Then talk to each other.
}
signals-next-lost-key = { $side ->
    [borrower] Ask { $other } whether there is a second key, and do not leave the thing alone until then.
   *[lender] Tell { $other } whether there is a second key and how you meet.
}
signals-next-other = { $side ->
    [borrower] Best talk to each other right now.
   *[lender] Best talk to each other right now.
}
signals-go-propose = Propose other days
signals-go-record = Write down the state
signals-go-write = Write to { $other }
signals-refused-not-now = That does not fit just now: the loan is over, or it is too early for it.
signals-refused-too-often = That was a little much just now. The next message is welcome from { $at } on. Until then you can write in your conversation.
signals-refused-nothing-owed = There is nothing you could do without.
signals-waive = I do not want it
signals-late-owed = { $side ->
    [borrower] That is what you agreed on. You settle it between you, or { $other } does without.
   *[lender] That is what you agreed on. You settle it between you. You can also do without.
}
signals-late-growing = That is what it would be now. What counts is when the return is reported.
signals-late-waived = { $side ->
    [borrower] { $other } does without. You need not pay for it.
   *[lender] You do without.
}
notice-on-my-way = Told: you are on your way.
notice-trouble-told = Told. Below you find what helps now.
notice-fee-waived = Told: you do not want the money for being late.
bookings-event-warned = Warned: it is not back yet
bookings-refused-changed-meanwhile = That has changed meanwhile. This is how things stand:
messages-event-warned = The thing is not back yet. It may come later; calling off costs nothing now.
prices-late = Back late
prices-late-hint = Some ask for money when it comes back late. It stands in the listing, and the first hour never counts. Leave it empty if you want nothing for it.
prices-ask-late-fee = How much does it cost to be late?
prices-ask-late-per = Counted
prices-late-per-day = by each started day
prices-late-per-hour = by each started hour
prices-ask-late-cap = At most, all in all
prices-late-terms = { $each } for each started { $per ->
    [hour] hour
   *[day] day
}, at most { $most }. The first hour does not count.
prices-late-line = { $per ->
    [hour] { $started ->
        [one] One hour late: { $sum }
       *[other] { $started } hours late: { $started } × { $each } = { $sum }
    }
   *[day] { $started ->
        [one] One day late: { $sum }
       *[other] { $started } days late: { $started } × { $each } = { $sum }
    }
}{ $capped ->
    [yes] {" "}(it does not get more)
   *[no] {""}
}
