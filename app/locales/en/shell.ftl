frame-skip = Skip to content
nav-label = Main navigation
nav-search = Find
nav-how = How it works
nav-lend = Lend
nav-here = You are here
nav-loans = Loans
nav-things = My things
nav-me = Me
nav-sign-in = Sign in
nav-sign-out = Sign out
nav-waiting = { $count ->
    [one] One thing waits for you
   *[other] { $count } things wait for you
}
settings-label = Language and look
settings-language = Language · Sprache
settings-theme = Look
theme-light = Light
theme-dark = Dark
theme-system = Like my device
footer-text = Your neighbourhood’s notice-board. No ads, no fees. Only somebody you have said yes to sees your exact address.
footer-conduct = Living together
footer-privacy = Privacy
footer-credits = Sources and thanks
footer-mails = E-mails (preview)
member-gone = Former member

days-from-to = { $first } to { $last }
days-hours = { $day }, { $from }:00 to { $to }:00
days-at-hour = { $day }, { $hour }:00
clock-hour = { $hour }:00
distance-about = about { $km } km
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
weekday-short-0 = Mon
weekday-short-1 = Tue
weekday-short-2 = Wed
weekday-short-3 = Thu
weekday-short-4 = Fri
weekday-short-5 = Sat
weekday-short-6 = Sun

form-not-yet = That did not work yet
form-optional = (optional)
problem-missing = Something is missing here.
problem-too-short = At least { $min } characters, please.
problem-too-long = At most { $max } characters, please.
problem-word-too-long = One word is too long. At most { $max } characters without a space, please.
problem-not-an-address = That is not an e-mail address. Example: bea@example.org
problem-guessable-password = Others would guess that quickly. Try three words in a row.
problem-wrong-password = That is not your current password.
problem-not-a-date = That is not a date. Example: 2030-05-31
problem-in-the-past = That day is over.
problem-ends-before-it-starts = The end comes before the start.
problem-not-a-number = Please enter a number.
problem-out-of-range = A number from { $min } to { $max }, please.
problem-most-below-least = The most is less than the least here.
problem-not-a-choice = Please choose from the list.
problem-unknown-place = We do not know this place. Try the postcode.
problem-choose-one = Please choose at least one.
problem-not-hours = Please write full hours, for example 9-12, 17-21.
problem-hours-overlap = Two times overlap.
problem-needs-day-price = It has a price by the hour only. Enter a price for the day first.
problem-nothing-fits = No loan fits in: the shortest is longer than the time in a row.
problem-open-bookings = { $count ->
    [one] This has to wait until the open loan or request is over.
   *[other] This has to wait until the { $count } open loans and requests are over.
}
problem-units-lent = So many are promised or out: at least { $least }.

error-not-found = There is nothing here
error-not-found-text = Maybe it was removed, or the address has a typing mistake.
error-bad-form = We could not read that
error-bad-form-text = Please go back, reload the page and send it again.
error-too-large = That is too large
error-too-large-text = Photos may have up to 15 MB. Please go back and choose a smaller one.
error-too-many = That was a bit much just now
error-too-many-text = Please wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
} and try again.
error-too-many-kept = What you wrote is still here.
error-too-many-again = Send again
error-fault = Something of ours is broken
error-fault-text = It is not your fault, and nothing is lost. We have noted it. Please try again in a few minutes.
error-to-search = Search for something
error-to-start = To the first page

notice-signed-in = Good to see you.
notice-signed-out = You are signed out.
notice-saved = Saved.
notice-password-changed = Your password is changed. You are signed out everywhere else.
notice-address-mail-sent = We have sent a link to the new address. Until you open it, the old one counts.
notice-address-changed = Your new address counts from now on.
notice-session-ended = That device is signed out.
notice-sessions-ended = All other devices are signed out.
notice-account-deleted = Your account is deleted. Take care!
notice-photo-saved = The photo is here.
notice-photo-removed = The photo is gone.
notice-draft-saved = Draft saved. You find it under “My things”.
notice-published = Published. Your neighbours can find it now.
notice-paused = Paused. Nobody finds it until you show it again.
notice-resumed = Visible again.
notice-archived = Put into the archive.
notice-duplicated = Copy made.
notice-removed = Removed.
notice-accepted-at-once = Settled. The address and the next step are below.
notice-requested = Your request is on its way.
notice-accepted = Accepted. We have told them.
notice-declined = Declined. We have told them kindly.
notice-withdrawn = You have withdrawn your request.
notice-cancelled = Cancelled. We have told them.
notice-handover-reported = Noted. Now the other side confirms.
notice-handover-confirmed = The handover is confirmed.
notice-return-reported = Noted. Now the other side confirms.
notice-return-confirmed = Everything is back. Thank you!
notice-contested = Noted. Please talk to each other; nothing goes on by itself.
