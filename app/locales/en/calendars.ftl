## Calendars: ours in other programs, other people's here

calendars-title = Calendar

# The secret address
calendars-mine-lead = See your loans where your other dates are: in the calendar on your phone or computer.
calendars-mine-text = For that there is a secret address that your calendar program subscribes to. It tells what you borrow and lend: the days, the title, with whom, how it stands, and the address for as long as you may know it.
calendars-things-have-theirs = Each of your things has a calendar of its own, too. You find it with the thing:
calendars-thing-text = The loans of this thing and the days you have blocked, as a calendar to subscribe to. The address is secret: whoever knows it can read everything.
calendars-out-title = Show in my calendar program
calendars-make = Make a secret address
calendars-renew = Make a new address
calendars-renew-text = We cannot show you the address again. Have you lost it, or does somebody know it who should not? Make a new one: the old one then no longer works.
calendars-close = Switch the address off
calendars-made-at = Made: { $when }.
calendars-read-at = Last read: { $when }.
calendars-never-read = Never read so far.
calendars-fresh-title = Your secret address
calendars-fresh-label = Address to copy
calendars-fresh-text = You only see it now. Copy it and paste it into your calendar program, usually under “Subscribe to calendar” or “Add calendar by URL”. Do not pass it on to anybody.
calendars-subscribe = Open it in the calendar program
notice-calendar-closed = The address is switched off. Whoever knew it reads nothing any more.

# What stands in our calendars
calendars-name-mine = My loans ({ $community })
calendars-name-thing = { $title } ({ $community })
calendars-entry = { $way ->
    [borrower] { $title } (from { $other })
    [lender] { $title } (to { $other })
   *[with] { $title } (with { $other })
}
calendars-entry-words =
    { $state }
    { $link }
calendars-closed = { $title }: blocked
calendars-state-requested = Asked for, not agreed yet.
calendars-state-accepted = Agreed.
calendars-state-out = Handed over, not back yet.
calendars-state-closed = Over, everything is back.
calendars-state-cancelled = Will not take place.

# Other calendars
calendars-in-title = Block days from another calendar
calendars-in-text = Is it written elsewhere when you need the thing yourself? Tell us the address of that calendar (iCal). We look every hour and block the days on which something stands there. Entries marked as “free” or “cancelled” block nothing. What is agreed stays agreed.
calendars-url = Address of the calendar
calendars-url-hint = It begins with https:// or webcal:// and often ends in .ics. Calendar programs usually call it “secret address in iCal format” or “publish calendar”.
calendars-add = Add
calendars-add-takes = We fetch the calendar at once; that can take up to ten seconds.
calendars-blocks = { $days ->
    [0] Blocks no day at the moment.
    [one] Says of one day from today on: busy.
   *[other] Says of { $days } days from today on: busy.
}
calendars-unread = { $count ->
    [one] One entry could not be understood and blocks nothing.
   *[other] { $count } entries could not be understood and block nothing.
}
calendars-succeeded = Last read: { $when }.
calendars-next = Again: { $when }.
calendars-trouble = Does not work now
calendars-tried = Last tried: { $when }.
calendars-kept = The days from before stay blocked until it works again or you remove the calendar.
calendars-check = Look now
calendars-remove = Remove
calendars-collides-title = { $count ->
    [one] One loan lies on busy days
   *[other] { $count } loans lie on busy days
}
calendars-collides-text = The other calendar says that you have plans then. We have not cancelled anything: it is for you to decide.
calendars-collides-agreed = Agreed: { $days }
calendars-collides-asked = Asked for: { $days }
calendars-too-many = A thing cannot have more than { $most } other calendars. Remove one first.
calendars-twice = This calendar is there already.
notice-calendar-added = The calendar is added. Its busy days are blocked.
notice-calendar-checked = We have looked.
notice-calendar-removed = The calendar is removed. Its days are free again.

# What can go wrong
calendars-trouble-not-an-address = This is not an address that we can fetch. It is best to copy all of it from your calendar program.
calendars-trouble-other-scheme = The address has to begin with https://, http:// or webcal://.
calendars-trouble-credentials = There is a name or a password in the address (before the @). We do not take such addresses. Use the secret address that your calendar program offers for sharing.
calendars-trouble-port = This address does not lead to a web page (because of the number behind the colon).
calendars-trouble-private = This address lies in a private network. We can only fetch calendars that can be reached on the internet.
calendars-trouble-unknown-host = There is no such name on the internet. Has a letter gone astray?
calendars-trouble-no-answer = Nobody answers there, or the answer broke off. Perhaps it works again later.
calendars-trouble-slow = This took longer than ten seconds, and we do not wait longer. Perhaps it works again later.
calendars-trouble-too-large = This calendar is too large. We read 1 MB at most. Leave out very old dates, or use a calendar for this thing alone.
calendars-trouble-packed = The calendar arrived packed (compressed), though we asked for it unpacked. We do not read it like that.
calendars-trouble-redirects = The address leads on and on, or to a place that we do not fetch from. Use the address where the calendar really is.
calendars-trouble-status = The other side does not hand the calendar out (answer { $code }). Is it still there, and may everybody read it who knows the address?
calendars-trouble-not-a-calendar = There is no calendar there but something else, a web page for example. What is wanted is the address in iCal format.
calendars-trouble-malformed = The calendar is damaged or breaks off in the middle. We have taken over nothing of it.
calendars-trouble-too-many-events = There are too many entries in this calendar. It is best to use a calendar for this thing alone.
calendars-trouble-too-often = Something in this calendar repeats too often, for example every hour or for more than a hundred years. We have taken over nothing of it.
calendars-trouble-too-much-work = It takes too long to understand this calendar. It is best to use a calendar for this thing alone.
