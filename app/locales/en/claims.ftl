## Something went wrong: claims, and how they are settled

claims-title = Something went wrong
claims-open-link = Is something broken or missing, or not as agreed?
claims-open-link-until = Is something broken or missing, or not as agreed? Say so by { $until }.
claims-open-lead = That happens. Write down calmly what is the matter and what you would like. { $other } can agree or propose something else. If you cannot settle it, somebody of the team that runs this place decides.
claims-open-lead-nobody = It happens. Write down calmly what is the matter and what you would like. { $other } can accept or propose something else. Nobody can decide for you here just now: whoever runs this place has part in it.
claims-open-record = This is what you wrote down at the handover and the return:
claims-open-record-none = You have written down nothing.
claims-open-photos = Add photos or a description
claims-open-photos-text = Photos belong into the record. Neither of you can change them there.
claims-remedy-ask = What would be fine with you?
claims-remedy-money = Money
claims-remedy-money-note = { $cap } at most. That is what you agreed on.
claims-remedy-money-none = Not possible here: you have not agreed on a value.
claims-remedy-repair = Have it repaired
claims-remedy-repair-note = { $side ->
    [mine] { $other } has it repaired.
   *[other] You have it repaired.
}
claims-remedy-replacement = Replace it
claims-remedy-replacement-note = { $side ->
    [mine] { $other } gets a replacement for what is missing or broken.
   *[other] You get a replacement for what is missing or broken.
}
claims-remedy-nothing = Nothing more
claims-remedy-nothing-note = It has been said, and that is all.
claims-amount = How much?
claims-words = What happened?
claims-words-hint = So that somebody understands it who was not there. { $other } reads this.
claims-send = Report it
claims-compare = Compared with the handover
claims-compare-missing = missing
claims-compare-broken = broken

claims-mine = Your claim
claims-theirs = What { $other } would like
claims-on-table = Proposed last, by { $name }: { $what }
claims-what-money = { $amount }
claims-what-repair = repair
claims-what-replacement = replacement
claims-what-nothing = nothing more
claims-head-answer = { $other } would like: { $what }
claims-head-waiting = { $other } answers by { $until }
claims-head-unanswered = { $other } has not answered yet
claims-head-escalated = Somebody of the team decides
claims-head-decided = Decided: { $what }
claims-head-appealed = Somebody else looks at it once more
claims-head-agreed = Settled between you: { $what }
claims-head-final = Decided for good: { $what }
claims-head-settled = Done: { $what }
claims-head-withdrawn = Taken back
claims-text-answer = If you say nothing by { $until }, somebody of the team decides.
claims-text-waiting = If there is no answer by then, somebody of the team decides.
claims-text-answer-nobody = Please answer by { $until }. Nobody can decide for you here just now.
claims-text-waiting-nobody = Nobody can decide for you here just now.
claims-text-stays = Nobody can decide for you here just now, because whoever runs this place has part in it. You can still settle it between you. Once somebody joins the team, you can ask for a decision.
claims-text-stays-some = There was no answer. Somebody is there now who can decide: you can still settle it between you, or ask for a decision.
claims-text-escalated = By { $until }. They read what you agreed on, your record with its photos and what you write here. Your conversation stays private. You can still settle it between you.
claims-text-decided = Until { $until } each of you can appeal once. Then somebody else decides.
claims-text-decided-last = It counts from { $until }. There is nobody else just now who could decide once more.
claims-text-appealed = By { $until }. What is decided then counts.
claims-text-do-mine = Is it done? Then confirm it here.
claims-text-do-theirs = { $other } confirms once it is done. You pay each other yourselves.
claims-text-settled = Everything is done.
claims-text-withdrawn = So it is settled.
claims-reason = The reason
claims-until-hint = { $cap } at most.
claims-do-accept = Yes, I agree
claims-do-counter = Propose something else
claims-do-counter-button = Propose
claims-counter-words = Why? { $other } reads this.
claims-do-escalate = Have it decided
claims-do-escalate-text = Then somebody of the team reads what you agreed on, your record with its photos and what stands here. Your conversation stays private.
claims-do-escalate-button = Ask for a decision
claims-do-withdraw = Take it back
claims-do-withdraw-button = Yes, take it back
claims-do-withdraw-text = Then it is settled. You cannot report it again.
claims-do-appeal = Appeal
claims-do-appeal-text = That is possible once. Somebody else then decides for good.
claims-do-appeal-words = What is wrong about it?
claims-do-appeal-button = Appeal
claims-do-confirm = { $remedy ->
    [money] I have received the money
   *[other] It is done
}
claims-history = How it came to this
claims-event-opened = { $name } reports: { $what }
claims-event-countered = { $name } proposes: { $what }
claims-event-agreed = { $name } agrees
claims-event-escalated = { $name } asks for a decision
claims-event-escalated-by-time = No answer: it will be decided
claims-event-decided = Decided: { $what }
claims-event-appealed = { $name } appeals
claims-event-became-final = The decision counts
claims-event-late = The decision takes longer than promised
claims-event-undecided = Nobody is there who may decide
claims-event-settled = Done
claims-event-withdrawn = { $name } takes it back
claims-somebody = Somebody
claims-you = You

claims-refused-above-cap = More than { $cap } is not possible. That is what you agreed on.
claims-refused-no-value = Money is not possible here, because you have not agreed on a value. Choose something else.
claims-refused-already = You have reported that already. This is how it stands now:
claims-refused-too-early = It is too early for that.
claims-refused-too-late = It is too late for that. This is how it stands now:
claims-refused-not-now = That is not possible just now. This is how it stands now:
claims-refused-changed = Something has changed meanwhile. Please read once more what counts now.
claims-refused-nobody = Nobody is here just now who may decide this. You can still settle it between you.
claims-refused-somebody-else = Somebody else has to decide this: nobody decides about what is their own, nor twice.
notice-claim-opened = Reported. We have told the other side.
notice-claim-answered = Said. We have told the other side.
notice-claim-decided = Decided. Both have an e-mail with your reason.
claims-loans-title = Still to be settled
claims-loans-row = { $title }, with { $other }
claims-look = Have a look

# Who decides
claims-operator-title = Claims to decide
claims-operator-lead = Two could not settle these between them. Read what they agreed on and wrote down, and decide with a reason that both understand.
claims-operator-none = Nothing to decide
claims-operator-none-text = Everybody has come to terms, or everything is decided.
claims-operator-due = by { $due }
claims-operator-late = late since { $due }
claims-operator-appeal = Appeal
claims-operator-parties = { $lender } lends, { $borrower } borrows
claims-operator-claimant = { $name } has opened a claim.
claims-operator-cap = At most
claims-operator-days = Period
claims-operator-record = See the record with all photos
claims-operator-decide = Your decision
claims-operator-reason = The reason, for both
claims-operator-reason-hint = What is established, which agreement counts, and what follows from it? At least { $least } characters.
claims-operator-ask = How is it to be made good?
claims-operator-money-none = Money is not possible here: the two have not agreed on a value.
claims-operator-button = Decide
claims-operator-own = This concerns you, or your own decision. Somebody else has to decide.
claims-operator-nobody = There is nobody else here yet who may decide. Give the task to another member: allmende admin role ADDRESS operator
claims-operator-done = There is nothing left to decide here.

mail-case-subject = { $what ->
    [late] Late: a decision about “{ $title }”
    [appeal] Appeal: “{ $title }”
   *[new] Please decide: “{ $title }”
}
mail-case-text = { $what ->
    [late] two members are still waiting for a decision about “{ $title }”. Please take the time by { $due }.
    [appeal] there is an appeal about “{ $title }”. Somebody else than the first time decides, by { $due } please.
   *[new] two could not settle “{ $title }” between them. Please decide by { $due }.
}
mail-case-button = To the case
mail-booking-claim-opened-subject = { $other } reports: something went wrong with “{ $title }”
mail-booking-claim-opened-text = something about “{ $title }” is not as it should be, writes { $other }. Have a look: you can agree or propose something else. Please answer within three days; the page says what follows otherwise.
mail-booking-claim-countered-subject = { $other } proposes something else: “{ $title }”
mail-booking-claim-countered-text = { $other } has proposed something else about “{ $title }”. Have a look and answer within three days.
mail-booking-claim-agreed-subject = Settled: “{ $title }”
mail-booking-claim-agreed-text = { $other } agrees. What you agreed on about “{ $title }” stands on the page of your loan. You pay each other yourselves.
mail-booking-claim-escalated-subject = “{ $title }”: it will be decided
mail-booking-claim-escalated-text = somebody of the team now decides about “{ $title }”, within a week. They read what you agreed on and wrote down. Your conversation stays private. You can still settle it between you.
mail-booking-claim-decided-subject = Decided: “{ $title }”
mail-booking-claim-decided-text = “{ $title }” is decided. The reason stands below. What counts now, and whether and until when you can appeal, stands on the page of your loan.
mail-booking-claim-appealed-subject = Appeal: “{ $title }”
mail-booking-claim-appealed-text = { $other } appeals against the decision about “{ $title }”. Somebody else looks at it, within a week. What is decided then counts.
mail-booking-claim-final-subject = The decision counts: “{ $title }”
mail-booking-claim-final-text = what was decided about “{ $title }” counts now.
mail-booking-claim-late-subject = It takes longer: “{ $title }”
mail-booking-claim-late-text = the decision about “{ $title }” takes longer than we promised. We have reminded them. Nothing is lost.
mail-booking-claim-undecided-subject = “{ $title }”: nobody can decide
mail-booking-claim-undecided-text = there was no answer about “{ $title }”, and nobody is there just now who may decide for you. What was proposed stays on the table; you can still settle it between you. Whoever runs this place can give the task to another member. Then you can ask for a decision.
mail-booking-claim-settled-subject = Done: “{ $title }”
mail-booking-claim-settled-text = { $other } confirms: what you agreed on about “{ $title }”, or what was decided, is done.
mail-booking-claim-withdrawn-subject = Taken back: “{ $title }”
mail-booking-claim-withdrawn-text = { $other } no longer wants anything about “{ $title }”. So it is settled.
