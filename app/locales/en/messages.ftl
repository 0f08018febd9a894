nav-messages = Messages
nav-unread = { $count ->
    [one] One conversation with something new
   *[other] { $count } conversations with something new
}
notice-blocked = You will not hear from this person any more.
notice-unblocked = You can write to each other again.
notice-reported = Thank you for telling us. We will look at it. The receipt is in your mailbox.

messages-title = Messages
messages-lead = What you and your neighbours say about things and loans. Only the two of you read it.
messages-none = No conversations yet
messages-none-text = Ask what you want to know on the page of a thing, or write about a loan. Then it is here.
messages-none-button = Find something
messages-pages = Pages
messages-newer = Newer
messages-older = Older
messages-only-pictures = Pictures
messages-mine-prefix = You:
messages-unread = { $count ->
    [one] one new message
   *[other] { $count } new messages
}

messages-with = Conversation with { $name }
messages-about = What it is about
messages-to-booking = To the loan
messages-other = Whom you write to
messages-profile = Get to know { $name }
messages-earlier = Asked before the request
messages-since-booking = Since the request
messages-said = Messages
messages-older-ones = Older messages
messages-new = New
messages-me = You
messages-picture-mine = Picture of yours
messages-picture-of = Picture from { $name }
messages-new-from = New message from { $name }
messages-report-link = Report this message

messages-write = Write
messages-text = Your message to { $name }
messages-photos = Photos
messages-photos-hint = At most { $most }. We remove from a photo where and when it was taken.
messages-send = Send
messages-sent = Sent.
messages-unsent = Not sent: no connection. Your text is still here.
messages-too-many-photos = These are too many photos. At most { $most } at once, please.
messages-photo-wrong = “{ $name }”: { $why }
messages-refused-own = This is yours.
messages-refused-gone = This member is not here any more.
messages-refused-you-blocked = You have blocked { $name }. If you want to write, unblock them first.
messages-refused-not-possible = You cannot write here just now.
messages-refused-not-offered = This is not offered any more. What you wrote to each other stays here.
messages-refused-over = This has been over for more than a month. What you wrote to each other stays here.
messages-refused-moved = The two of you have a loan by now. It goes on there, and what you wrote here stands there, too.
messages-moved-link = Go on there
messages-refused-too-fast = That was a great many messages just now. You can go on { $at }.

messages-ask = Ask { $name } something
messages-ask-lead = { $name } gets your question and answers you here. Nobody sees your e-mail address.
messages-write-to = Write to { $name }
messages-sign-in = Please sign in
messages-sign-in-text = You are not signed in any more. Your text is still here: sign in in a second window, then send it from this one.
messages-yours = Your message

messages-block = Block { $name }
messages-block-text = You will get no more messages and no more requests from { $name }. Nobody is told. What you have agreed on already you can still talk over, so that everything comes back.
messages-you-blocked = You have blocked { $name }.
messages-unblock = Unblock
messages-blocked-title = Blocked members
messages-blocked-lead = You get no messages and no requests from them. They are not told.
messages-blocked-none = Nobody
messages-blocked-none-text = You can block somebody in your conversation with them.
messages-blocked-since = Since { $at }

messages-report-title = Report a message
messages-report-lead = Those who look after this community will look at the message. { $name } is not told that you reported it.
messages-report-reason = What is the problem?
messages-report-words = What else should we know?
messages-report-send = Report
messages-report-cancel = Never mind
report-reason-insult = Insult, threat or harassment
report-reason-fraud = Fraud: wants money or data from me
report-reason-danger = Somebody is in danger
report-reason-private-data = Tells private matters
report-reason-advertising = Advertising
report-reason-other = Something else

messages-event-requested = { $who ->
    [me] You asked for { $days }.
   *[other] { $name } asked for { $days }.
}
messages-event-accepted = { $who ->
    [me] You said yes.
   *[other] { $name } said yes.
}
messages-event-declined = { $who ->
    [me] You said no.
   *[other] { $name } said no.
}
messages-event-gave-way = These days went to somebody else.
messages-event-withdrawn = { $who ->
    [me] You took the request back.
   *[other] { $name } took the request back.
}
messages-event-found-elsewhere = Somebody else said yes first, so the request is settled.
messages-event-expired = The request was not answered and has run out.
messages-event-cancelled = { $who ->
    [me] You called the loan off.
   *[other] { $name } called the loan off.
}
messages-event-handover-reported = { $who ->
    [me] You reported the handover.
   *[other] { $name } reported the handover.
}
messages-event-handed-over = { $who ->
    [me] You confirmed the handover.
    [time] Nobody objected: the handover counts as confirmed.
   *[other] { $name } confirmed the handover.
}
messages-event-handed-over-by-code = { $who ->
    [me] You both confirmed the handover with the code. You entered it.
   *[other] You both confirmed the handover with the code. { $name } entered it.
}
messages-event-return-reported = { $who ->
    [me] You reported the return.
   *[other] { $name } reported the return.
}
messages-event-returned = { $who ->
    [me] You confirmed the return.
    [time] Nobody objected: the return counts as confirmed.
   *[other] { $name } confirmed the return.
}
messages-event-returned-by-code = { $who ->
    [me] You both confirmed the return with the code. You entered it.
   *[other] You both confirmed the return with the code. { $name } entered it.
}
messages-event-contested = { $who ->
    [me] You objected.
   *[other] { $name } objected.
}
messages-event-taken-back = { $who ->
    [me] You took your report back.
   *[other] { $name } took the report back.
}
messages-event-lapsed = Nobody reported a handover. The loan is taken to have come to nothing.
messages-event-closed = Everything is back. The loan is closed.

mail-messages-subject = { $count ->
    [one] { $other } wrote to you: { $title }
   *[other] { $count } new messages from { $other }: { $title }
}
mail-messages-text = { $count ->
    [one] a message from { $other } about “{ $title }” is waiting for you.
   *[other] { $count } messages from { $other } about “{ $title }” are waiting for you.
}
mail-messages-photos = { $photos ->
    [one] There is a photo with it.
   *[other] There are { $photos } photos with it.
}
mail-messages-answer = Please answer on the page, not to this e-mail.
mail-messages-button = Read and answer
mail-report-subject = Your report { $number } has arrived
mail-report-text = thank you for reporting a message to us. Those who look after this community will look at it. If you want to ask about it, please name this number: { $number }. Whoever wrote it is not told that the report came from you.
mail-report-reason = Your reason: { $reason }
