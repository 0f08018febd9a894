## The page of a thing

listings-photos = Pictures
listings-photo-of = { $title }, without a description
listings-photo-count = { $number } of { $count }
listings-photo-show = Show picture { $number } in large
listings-facts = The essentials
listings-condition = Condition
listings-condition-new = Like new
listings-condition-very-good = Very good
listings-condition-good = Good
listings-condition-worn = Shows its age
listings-handover = Handover
listings-handover-pick-up = Pick up
listings-handover-deliver = Brought to you
listings-handover-key-box = Key box
listings-weekdays = Lent
listings-every-day = on all days
listings-longest = Longest loan
listings-days = { $days ->
    [one] one day
   *[other] { $days } days
}
listings-lead = Notice
listings-days-before = { $days ->
    [one] one day ahead
   *[other] { $days } days ahead
}
listings-replacement = A new one costs
listings-about = about { $value }
listings-yes = yes
listings-no = no
listings-accessories = What comes with it
listings-rules-of = Rules of { $owner }
listings-when-free = When is it free?
listings-months = Months
listings-months-earlier = Earlier
listings-months-later = Later
listings-day-free = free
listings-day-taken = taken
listings-day-not-lent = not lent
listings-day-too-soon = too soon
listings-day-past = over
listings-legend-free = free, tap to choose
listings-legend-taken = taken
listings-legend-today = today
listings-where = Where?
listings-jump = Choose days and ask
listings-similar = Similar things nearby
listings-owner = Who lends this?
listings-manage = Edit
listings-of-member-none = Nothing at the moment.
listings-only-you-draft = This is a draft. Only you see it.
listings-only-you-paused = This is paused. Only you see it; running loans go on.
listings-only-you-archived = This is in the archive. Only you see it.
listings-published-text = Everybody can find it.

## Listing a thing, step by step

listings-step = Step { $number } of { $count }: { $name }
listings-step-what = What is it?
listings-step-details = Describe it
listings-step-photos = Photos
listings-step-place = Place and handover
listings-step-times = Days
listings-next = Next
listings-back = Back
listings-save = Save
listings-cancel = Cancel
listings-draft-kept = Your draft is saved with every step. You can go on later at any time.
listings-changed-title = This was changed in the meantime
listings-changed = Perhaps you edited it on another device. Here is what you have just typed. If that is how it should be, send it once more.
listings-field = Entry

listings-kinds-title = What would you like to do?
listings-kind-lend = Lend something
listings-kind-lend-text = For nothing, as a good neighbour
listings-kind-rent = Rent something out
listings-kind-rent-text = For a price by the day or the week
listings-kind-service = Offer help
listings-kind-service-text = Repairing, carrying, watering, explaining …
listings-kind-wanted-thing = Look for something
listings-kind-wanted-thing-text = Say what you need; whoever has it gets in touch
listings-kind-wanted-help = Look for help
listings-kind-wanted-help-text = Say with what; whoever has time gets in touch
listings-kind-ask = What do you take for it?
listings-kind-lend-short = Nothing
listings-kind-lend-short-note = you lend it
listings-kind-rent-short = Money
listings-kind-rent-short-note = you rent it out
listings-what-title = { $kind ->
    [rent] What would you like to rent out?
    [service] What would you like to help with?
    [wanted_thing] What are you looking for?
    [wanted_help] What do you need help with?
   *[lend] What would you like to lend?
}
listings-title = What is it called?
listings-title-hint = The way one would search for it. For example: hammer drill with case
listings-category = Where does it belong?
listings-sort-title = What kind is it?
listings-sort-question = { $category }: what fits best?
listings-sort-other = Something else ({ $category })
listings-sort-back = It belongs somewhere else

listings-details-title = What should one know?
listings-description = Description
listings-description-hint = What can it do, what can it not, what does one have to mind? Two or three sentences are enough.
listings-condition-ask = What condition is it in?
listings-condition-new-note = hardly used
listings-condition-very-good-note = little used, no faults
listings-condition-good-note = marks of use, works without fault
listings-condition-worn-note = works, but one can see its age
listings-attributes = More precisely
listings-unsaid = not stated
listings-accessories-ask = What comes with it?
listings-accessories-hint = One line for each part. At the handover you tick off the list together.
listings-checklist-ask = What do you check at handover and return?
listings-checklist-hint = One line for each point, at most { $most }: “battery full”, “scratch on the handle”. What comes with it is on the list already.
listings-more = Rules, value, keywords
listings-rules-ask = What matters to you?
listings-rules-hint = For example: do not use it in the rain. Please bring it back clean.
listings-replacement-ask = What would a new one cost?
listings-replacement-hint = So that both know what is at stake.
listings-tags = Other words for it
listings-tags-hint = Separated by commas. Whoever searches for them finds it too.

listings-photos-title = Show it
listings-photos-lead = A good photo says more than three sentences. The first picture appears in the search.
listings-photos-label = Photos from your phone or computer
listings-photos-hint = JPEG, PNG, WebP or GIF, up to 15 MB each, at most { $most } pictures. We remove where a picture was taken.
listings-photos-upload = Upload
listings-photos-full = There is no room for more than { $most } pictures. You can remove one and upload another.
listings-photos-too-many = There is no room for more than { $most } pictures. We left out the others.
listings-photos-others-fine = { $count ->
    [one] One other picture has arrived.
   *[other] { $count } other pictures have arrived.
}
listings-photos-count = { $count ->
    [0] none yet
    [one] one picture
   *[other] { $count } pictures
}
listings-photo-wrong = “{ $name }”: { $why }
listings-photo-number = (picture { $number })
listings-photo-up = Forward
listings-photo-down = Back
listings-photo-remove = Remove
listings-alt = What can be seen?
listings-alt-hint = The description helps people who cannot see the picture.

listings-place-title = Where can one get it?
listings-address = Address or place
listings-address-hint = Seen only by those you said yes to. Everybody else sees a field about 1 km across.
listings-address-example = for example 53129 Bonn
listings-address-list = Places
listings-handover-ask = How does it get to others?
listings-handover-pick-up-note = They pick it up from you.
listings-handover-deliver-note = You bring it to them.
listings-handover-key-box-note = It waits for them; the code is in your note.
listings-handover-note = What does one need to know to find it?
listings-handover-note-hint = Bell, floor, code: seen only by those you said yes to.
listings-seen-by-all = What everybody else sees

listings-times-title = When do you lend it?
listings-weekdays-ask = On which days may it be out?
listings-weekdays-hint = A loan only covers days that are ticked here.
listings-lead-ask = How early do you want to know?
listings-lead-option = { $days ->
    [0] the same day is fine
    [one] one day ahead
   *[other] { $days } days ahead
}
listings-instant-ask = Who says yes?
listings-instant-no = I say yes or no myself
listings-instant-no-note = You have up to 24 hours for that.
listings-instant-yes = Free days are agreed at once
listings-instant-yes-note = Whoever takes them sees the exact address right away. You get an e-mail.
listings-instant = agreed at once
listings-longest-ask = How long at most?
listings-blocked = Days on which it is not possible
listings-blocked-hint = Tap the days that you want to block.
listings-day-block = block
listings-block-range = Or several at once, for a holiday:
listings-block-from = Block from
listings-block-to = to

## Preview and managing

listings-preview-title = This is how it looks
listings-card-title = How it appears in the search
listings-missing = Still missing
listings-publish = Publish
listings-change = Change
listings-nothing-yet = nothing yet
listings-at-most = { $days ->
    [one] one day at most
   *[other] { $days } days at most
}
listings-pause = Pause
listings-resume = Show again
listings-duplicate = Copy
listings-archive = Archive
listings-archive-text = Nobody will find it any more, and it cannot be brought back. You can make a copy of it at any time.
listings-discard = Throw the draft away
listings-discard-text = The draft and its photos will be gone.
listings-not-now = That is not possible now. This is how it stands:
listings-open-bookings = { $count ->
    [one] One loan is still open. Please finish it first:
   *[other] { $count } loans are still open. Please finish them first:
}
listings-to-loans = To the loans

## My things

listings-none-title = Nothing to lend yet
listings-none-text = Most people start with something small: a drill, a raclette grill, a tent.
listings-none-button = List your first thing
listings-lend-more = Lend something
listings-archived-title = Archive
listings-untitled = Without a name
listings-state-draft = draft
listings-state-published = in the search
listings-state-paused = paused
listings-state-archived = archived
listings-draft-step = begun, step { $number }
listings-lent-times = { $count ->
    [0] not lent yet
    [one] lent once
   *[other] lent { $count } times
}
listings-requests = { $count ->
    [one] One request is waiting for you
   *[other] { $count } requests are waiting for you
}
listings-go-on = Go on

## When it can be had

listings-day-closed = not to be had
listings-day-resting = break between two loans
listings-day-too-far = too far ahead
listings-day-not-then = does not fit
listings-day-why = { $state }, why?
listings-days-free = { $count } free
listings-year = The year
listings-legend-closed = not lent
listings-choose-first = { $grain ->
    [hour] First choose a day.
   *[day] First choose the day on which you pick it up.
}
listings-choose-last = Pick up: { $day }. Now choose the day on which you bring it back.
listings-choose-from = { $day }. Now choose from when.
listings-choose-until = From { $begins }. Now choose until when. For a later day, choose it above.
listings-chosen = Chosen: { $period }.
listings-chosen-not = { $period }: not possible, sorry
listings-choose-anew = Choose anew
listings-hours-from = From when? { $day }
listings-hours-until = Until when? { $day }
listings-hours-none = No hour of this day is left.
listings-hour-not = not possible, why?
listings-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
listings-hours-before = { $hours ->
    [one] at least { $hours } hour before
   *[other] at least { $hours } hours before
}
listings-units = How many
listings-always = at any hour
listings-span = { $from }:00 to { $to }:00
listings-open = { $days } { $hours }
listings-plan-out = Lent: { $when }.
listings-plan-swapped = Pick up and bring back: { $when }. It may stay out in between.
listings-plan-exactly = Always { $length }.
listings-plan-between = At least { $least }, at most { $most }.
listings-plan-most = At most { $most }.
listings-plan-lead = Ask at least { $lead } before.
listings-plan-buffer = Break between two loans: { $buffer }.
listings-plan-horizon = { $days ->
    [one] Up to { $days } day ahead.
   *[other] Up to { $days } days ahead.
}
listings-plan-units = There are { $units } of it.
listings-grain-ask = How do you lend it?
listings-grain-day = By the day
listings-grain-day-note = For example tools, a tent, a ladder.
listings-grain-hour = By the hour
listings-grain-hour-note = For example a cargo bike, a room, a projector.
listings-preset-ask = When?
listings-preset-any = On all days
listings-preset-weekends = At weekends only
listings-preset-own-days = On these days:
listings-preset-always = At any hour
listings-preset-evenings = In the evening from 17:00 to 21:00, at weekends from 9:00
listings-preset-weekend-hours = At weekends from 9:00 to 20:00
listings-preset-own-hours = At these hours:
listings-hours-ask = Hours of each day
listings-hours-hint = Full hours, for example 9-12, 17-21. Empty means: not on this day.
listings-hours-placeholder = 9-12, 17-21
listings-stays-out-ask = And in between?
listings-stays-out-no = It may only be out at these times
listings-stays-out-no-note = A loan only goes over times that stand above.
listings-stays-out-yes = It may stay out in between
listings-stays-out-yes-note = Above stands only when it can be picked up and brought back.
listings-lead-hours-option = { $hours ->
    [0] not before
    [one] { $hours } hour before
   *[other] { $hours } hours before
}
listings-shortest-ask = For how long at least?
listings-buffer-ask = How much of a break do you need between two loans?
listings-buffer-option = { $days ->
    [0] none
    [one] one day
   *[other] { $days } days
}
listings-buffer-hours-option = { $hours ->
    [0] none
    [one] one hour
   *[other] { $hours } hours
}
listings-horizon-ask = How far ahead?
listings-horizon-option = { $days ->
    [365] up to a year
    [one] up to { $days } day
   *[other] up to { $days } days
}
listings-units-ask = How many of the same do you have?
listings-units-hint = For example 12 chairs. Each loan gets one of them.
listings-block-as = These days are then
listings-block-closed = closed
listings-block-open = open in spite of the plan
listings-block-plan = as the plan says again
listings-opened = Open in spite of the plan
listings-outside-title = What is agreed stays
listings-outside = These loans and requests do not fit the new plan. They remain as they are. If that is all right, save once more.
listings-outside-line = { $other }, { $days }:
