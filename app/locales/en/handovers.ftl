## Handover and return on the page of a loan

handovers-handover = Handover
handovers-return = Return
handovers-state = Write down its state
handovers-from = From { $from } on you can write down its state here and confirm the handover with a code.
handovers-written-mine = You wrote something down { $at }.
handovers-written-theirs = { $other } wrote something down { $at }.
handovers-written-not-yet = { $other } has not written anything down yet.
handovers-write = Write down its state
handovers-write-more = Write down more
handovers-add-return = Add something about the return
handovers-code = Confirm with a code
handovers-code-text = You are standing face to face? One side shows the code, the other enters it. Then it is confirmed for both. You or { $other }: it does not matter who begins.
handovers-code-show = Show a code
handovers-code-enter = Enter a code
handovers-record = Record
handovers-record-link = { $count ->
    [one] See the record (one entry)
   *[other] See the record ({ $count } entries)
}

## Writing down

handovers-write-title = { $what ->
    [handover] Its state at the handover
   *[return] Its state at the return
}
handovers-write-lead = Have a calm look at it. { $other } reads at once what you write down.
handovers-late = { $what ->
    [handover] The handover is confirmed already. What you write now stands in the record as added later, with the time.
   *[return] The return is confirmed already. What you write now stands in the record as added later, with the time.
}
handovers-items = List
handovers-items-hint = What you have not checked, just leave open.
handovers-item = What
handovers-found-fine = fine
handovers-found-missing = missing
handovers-found-broken = broken
handovers-found-unseen = not checked
handovers-note = In what state is it?
handovers-note-hint = Scratches, stains, battery: what could matter later.
handovers-photos = Photos
handovers-photos-hint = At most { $most } at a time. Only the two of you can see them. Place and device are not kept.
handovers-photos-take = Take a photo
handovers-photos-choose = Choose photos
handovers-photo-remove = Remove
handovers-frozen = { $what }: what you write down nobody can change any more, not even you. You can only add something.
handovers-keep = Keep it
handovers-sending = Sending …
handovers-waiting = No connection. Your words and photos are safe on this device and will be sent as soon as the net is back.
handovers-restored = From before: this was not sent yet.
handovers-written = { $what ->
    [handover] Already written about the handover
   *[return] Already written about the return
}
handovers-sign-in = Please sign in again
handovers-sign-in-text = Your session is over. Sign in in a new window and then send this once more. Photos have to be chosen again.

## An entry

handovers-entry = Entry { $number }
handovers-entry-late = added later
handovers-entry-checked = { $fine } of { $all } points fine.
handovers-hash = Check sum
handovers-exact = { $day }, { $time }
handovers-photo-alt = Photo by { $name }: { $what }
handovers-caption = Entry { $number }, { $name }

## The code

handovers-code-title = { $what ->
    [handover] Your code for the handover
   *[return] Your code for the return
}
handovers-code-say = Show { $other } these digits, or let the phone read the picture.
handovers-code-qr = Picture for { $other }’s phone: leads to entering the code
handovers-code-until = The code works until { $until }.
handovers-code-another = Show a new code
handovers-code-hint = Only pass it on when it is really so: with the code you both confirm at once. A new code makes the old one worthless.
handovers-enter-title = { $what ->
    [handover] Confirm the handover with the code
   *[return] Confirm the return with the code
}
handovers-enter-code = The code that { $other } shows you
handovers-enter-hint = Six digits. { $other } finds “Show a code” on the page of your loan.
handovers-enter-means = { $what }: with this it is confirmed for you and { $other }, and nobody need do anything else.
handovers-enter-button = Confirm

## Another way

handovers-how-in-person = in person after all
handovers-how-neighbour = somebody else does it
handovers-how-key-box = key box or agreed place
handovers-how-other = differently
handovers-plan-link = You will not meet? Propose another way
handovers-plan-title = { $what ->
    [handover] Another way for the handover
   *[return] Another way for the return
}
handovers-plan-lead = A neighbour steps in, or it lies in a place you both know. It counts once { $other } and you have both agreed. A code then works for a day, so that it can travel along.
handovers-plan-agreed = { $what ->
    [handover] This is how you do the handover:
   *[return] This is how you do the return:
}
handovers-plan-mine = { $what ->
    [handover] Your proposal for the handover. It counts once { $other } agrees.
   *[return] Your proposal for the return. It counts once { $other } agrees.
}
handovers-plan-theirs = { $what ->
    [handover] { $other } proposes for the handover:
   *[return] { $other } proposes for the return:
}
handovers-plan-answer = Answer
handovers-plan-agree = I agree
handovers-plan-decline = Rather not
handovers-plan-decline-words = A short reason, { $other } reads it
handovers-plan-withdraw = Take my proposal back
handovers-plan-how = Which way?
handovers-plan-words = How exactly? { $other } reads it
handovers-plan-words-hint = Who steps in, where does it lie, how does one get there? Codes of locks are better written after the yes.
handovers-plan-propose = Propose
handovers-plan-shut = It is too late or too early for that now.

## The record

handovers-record-of = Record:
handovers-record-empty = Nobody has written anything down yet.
handovers-lender = Lends
handovers-borrower = Borrows
handovers-late-waived = { $line }, waived
handovers-zone = Times in
handovers-number = Number
handovers-not-yet = not reported yet
handovers-print = To keep it: choose “Print” in the menu of your browser, also as a PDF.
handovers-whole = Everything is as it was written down: each entry and each photo.
handovers-flaw-changed = Careful: entry { $number } is not as it was written down.
handovers-flaw-missing = Careful: entry { $number } is missing or not where it belongs.
handovers-flaw-photo = Careful: a photo of entry { $number } is missing or not the same any more.
handovers-before-after = Before and after
handovers-no-photos = No photos.
handovers-nothing = { $what ->
    [handover] Nobody wrote anything down about the handover.
   *[return] Nobody wrote anything down about the return.
}
handovers-add = { $what ->
    [handover] Write something down about the handover
   *[return] Write something down about the return
}
handovers-sums = Check sums
handovers-sums-text = Each entry has a check sum (SHA-256) over everything it says, over its photos and over the check sum before it. If anybody changes a single character, none of them fits any more. They also stand in the history of the loan.
handovers-sums-how = How to check it yourself: save the text of an entry from its number below and have its check sum computed. For photos it is the same with the large picture; its check sum stands in the text.
handovers-sums-entry = Entry

## History

handovers-event-written = { $what ->
    [handover] { $late ->
        [yes] Added about the handover
       *[no] State at the handover written down
    }
   *[return] { $late ->
        [yes] Added about the return
       *[no] State at the return written down
    }
}
handovers-event-written-note = { $bad ->
    [0] Nothing missing or broken.
    [one] One point is missing or broken.
   *[other] { $bad } points are missing or broken.
} { $photos ->
    [0] {""}
    [one] One photo.
   *[other] { $photos } photos.
}
handovers-event-proposed = { $what ->
    [handover] Another way for the handover proposed
   *[return] Another way for the return proposed
}
handovers-event-agreed = { $what ->
    [handover] Another way for the handover agreed on
   *[return] Another way for the return agreed on
}
handovers-event-declined = { $what ->
    [handover] Another way for the handover declined
   *[return] Another way for the return declined
}
handovers-event-withdrawn = { $what ->
    [handover] Proposal for the handover taken back
   *[return] Proposal for the return taken back
}

## Why not

handovers-refused-nothing = Write a sentence, check a point of the list or take a photo.
handovers-refused-photos = At most { $most } photos at a time. The others fit into another entry.
handovers-refused-entries = More than { $most } entries are not possible.
handovers-refused-early = That is possible from { $from } on.
handovers-refused-not-now = That is not possible now. The page of your loan says how things stand.
handovers-refused-over = This loan is over, and so is the time to add something.
handovers-refused-not-yours = Only the other side can do that.
handovers-refused-changed = Something has changed meanwhile. This is how it stands now:
handovers-refused-wrong-code = { $left ->
    [0] The code is wrong. Ask for a new one.
    [one] The code is wrong. You have one more try.
   *[other] The code is wrong. You have { $left } more tries.
}
handovers-refused-no-code = No code works at the moment. Ask for a new one.

notice-state-kept = Written down.
notice-plan-proposed = Proposed. We have told them.
notice-plan-agreed = Agreed. We have told them.
notice-plan-declined = Declined. We have told them.
notice-plan-withdrawn = Taken back.
