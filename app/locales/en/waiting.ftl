# Waiting list
waiting-title = Waiting list
waiting-open = Tell me when it becomes free
waiting-text = Is your time taken? As soon as something becomes free, we write to whoever has waited longest. For a few hours only they can ask, then it is the next one’s turn.
waiting-from = Wanted from
waiting-to = Wanted until
waiting-from-hour = Wanted from hour
waiting-to-hour = Wanted until hour
waiting-length = I need only
waiting-length-hint = Does it not matter which days? Say how many in a row you need. Leave empty for exactly these days.
waiting-length-unit = days in a row
waiting-button = Join the waiting list
waiting-sign-in = Taken already? When you are signed in, we tell you as soon as it becomes free.
waiting-count = { $count ->
    [one] One person is waiting
   *[other] { $count } people are waiting
}
waiting-within = { $days ->
    [one] one day between { $first } and { $last }
   *[other] { $days } days in a row between { $first } and { $last }
}
waiting-mine = You are waiting for: { $wish }.
waiting-before = { $before ->
    [0] You are next.
    [one] One person is before you.
   *[other] { $before } people are before you.
}
waiting-your-turn = It is your turn: { $days }. Until { $until } only you can ask.
waiting-ask-now = Ask now
waiting-kept = This time has become free and is promised first to somebody who waited for it. From { $until } on everybody can ask.
waiting-leave = Stop waiting
waiting-list = What you are waiting for
waiting-refused-free = { $days } is free: no need to wait, just ask.
waiting-refused-too-many = You are waiting for { $most } things already. Drop one of them first.
notice-waiting = You are on the waiting list. We write to you as soon as it becomes free.
notice-waiting-left = You are not waiting any more.

mail-waiting-subject = Free now: { $title }
mail-waiting-text = You have been waiting, and now it is free: “{ $title }” of { $other }, { $days }.
mail-waiting-until = Until { $until } only you can ask for it. After that it is the next one’s turn, and you are no longer on the waiting list. If you do not need it any more, there is nothing to do.
mail-waiting-button = Ask now
