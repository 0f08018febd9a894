## Stars

reviews-stars-5 = very good
reviews-stars-4 = good
reviews-stars-3 = so-so
reviews-stars-2 = not good
reviews-stars-1 = bad
reviews-stars-of = { $stars ->
    [one] one star of 5
   *[other] { $stars } stars of 5
}
reviews-mean-of = { $mean } of 5 ({ $count })
reviews-mean-read = { $mean } of 5 stars, { $count ->
    [one] one review
   *[other] { $count } reviews
}
reviews-count = { $count ->
    [one] one review
   *[other] { $count } reviews
}
reviews-spread = How the stars are spread
reviews-spread-stars = Stars
reviews-spread-count = How often
reviews-aspect-as-described = as described
reviews-aspect-condition = condition
reviews-aspect-communication = agreeing on things
reviews-aspect-care = care for the thing
reviews-aspect-punctuality = punctuality

## What others say

reviews-of-thing = What others say
reviews-of-thing-title = What others say: { $title }
reviews-of-member = { $side ->
    [lender] When { $name } lends
   *[borrower] When { $name } borrows
}
reviews-as-lender = as a lender
reviews-all = { $count ->
    [one] Read the review
   *[other] Read all { $count } reviews
}
reviews-none = No reviews yet
reviews-none-text = After each loan both can say how it was. It will be here then.
reviews-pages = Pages of reviews
reviews-page = Page { $page } of { $pages }
reviews-newer = Newer
reviews-older = Older
reviews-reply-of = { $name } answers:

## What shows without anybody saying anything

reviews-fact-lent = lent { $count } times
reviews-fact-borrowed = borrowed { $count } times
reviews-fact-answers = { $count } of { $of } requests answered
reviews-fact-answer-time = answers mostly after { $time } ({ $of } answers)
reviews-fact-lender-cancels = of { $of } loans agreed, { $count ->
    [0] none
    [one] one
   *[other] { $count }
} called off
reviews-fact-borrower-cancels = of { $of } loans agreed, { $count ->
    [0] none
    [one] one
   *[other] { $count }
} called off
reviews-fact-on-time = brought back on time { $count } of { $of } times
reviews-facts-hint = From the last twelve months
reviews-time-short = less than an hour
reviews-time-hours = { $hours ->
    [one] about an hour
   *[other] about { $hours } hours
}
reviews-time-days = { $days ->
    [one] about a day
   *[other] about { $days } days
}

## On the page of a loan

reviews-next-whose = One more word
reviews-next-write = { $side ->
    [lender] How was it with { $other }?
   *[borrower] How was it?
}
reviews-next-write-text = A few stars are enough. What the two of you write appears only when both have written or the time is over. Until then nobody reads it, { $other } neither.
reviews-next-until = You have time until { $until }.
reviews-next-write-button = Say how it was
reviews-next-change = You have said how it was
reviews-next-change-text = Nobody reads this yet. It appears as soon as both of you have written, at the latest { $until }. Until then you can change it.
reviews-next-change-button = Change
reviews-both = How it was
reviews-from = { $name } writes:
reviews-from-nobody = { $name } has not written anything about it.
reviews-reply = Answer { $other }
reviews-reply-hint = One answer, for everybody to read. It cannot be changed afterwards.
reviews-reply-button = Publish the answer

## Saying how it was

reviews-form-title = { $side ->
    [lender] How was it with { $other }?
   *[borrower] How was it with { $other }?
}
reviews-ask-overall = All in all
reviews-ask-words = In your words
reviews-ask-words-hint = What should others know? With three stars or fewer please say what went wrong. Otherwise the stars are enough.
reviews-ask-more = { $side ->
    [lender] In detail: care, punctuality, agreeing on things (optional)
   *[borrower] In detail: description, condition, agreeing on things (optional)
}
reviews-ask-as-described = Was it as described?
reviews-ask-condition = In what condition was it?
reviews-ask-communication = How did agreeing on things go?
reviews-ask-care = How was the thing treated?
reviews-ask-punctuality = How punctual were fetching and bringing back?
reviews-ask-unsaid = not said
reviews-form-public = { $side ->
    [lender] It will be on the page of { $other } with your first name. What was lent is not mentioned.
   *[borrower] It will be on the page of the thing and on that of { $other } with your first name.
}
reviews-form-button = Send
reviews-form-back = Back to the loan
reviews-refused-no-loan = You can do this when the loan is over and both have confirmed it.
reviews-refused-too-late = The time for it is over, sorry: it ends two weeks after the loan. What you wrote is still here.
reviews-refused-published = Both of you have written and everybody can read it. So it cannot be changed any more.
reviews-refused-answered = You have answered to this already.
reviews-refused-busy = Somebody else changed something just now. Please send it once more.
reviews-refused-not-now = There is nothing to answer here at the moment.

notice-review-saved = Thank you! Nobody reads it yet. You can change it until it appears.
notice-review-published = Thank you! Now you can both read what you have written.
notice-reply-saved = Your answer stands below it now.

## E-mails

mail-review-remind-subject = How was it: { $title }?
mail-review-remind-text = { $side ->
    [lender] { $other } had borrowed { $title } from you. How was it? You can say so until { $until }, a few stars are enough. We remind you of it only this once.
   *[borrower] you had borrowed { $title } from { $other }. How was it? You can say so until { $until }, a few stars are enough. We remind you of it only this once.
}
mail-review-remind-button = Say how it was
mail-review-published-subject = { $other } says how it was: { $title }
mail-review-published-text = what { $other } says about { $side ->
    [lender] { $title } and you
   *[borrower] you
} can be read now. If you like, you can answer to it.
mail-review-published-button = Read
mail-review-replied-subject = { $other } has answered you: { $title }
mail-review-replied-text = { $other } has answered to your review. Everybody can read it.
mail-review-replied-button = Read
