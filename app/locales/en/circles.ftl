# Circles
circles-title = Circles
circles-lead = A circle is a group with a name: a house, a club, a school class. What you would rather not lend to everybody, you lend to your circle.
circles-none = You are not in any circle yet
circles-none-text = Start one and invite your people, or ask somebody for an invitation link.
circles-found = Circles you can find
circles-count = { $count ->
    [one] One member
   *[other] { $count } members
}
circles-asked = You have asked to join
circles-asking = { $count ->
    [one] One person would like to join
   *[other] { $count } people would like to join
}
circles-new = Start a circle
circles-new-open = New circle
circles-new-button = Start the circle
circles-name = Name
circles-name-example = for example: House at 9 Edward Street
circles-about = What is it for?
circles-findable = Others may find it
circles-findable-note = Everybody who is signed in then sees its name and description and can ask to join. They do not see who is in it.
circles-members = Who is in it
circles-members-note = Only its members see this.
circles-keeper = looks after the circle
circles-since = in it since { $when }
circles-let-in = Let in
circles-turn-away = Decline
circles-remove = Take out
circles-make-keeper = Looks after it, too
circles-edit = Change name and description
circles-invitation = Invite
circles-invitation-text = Whoever has the link comes in without asking. Only pass it on to people who belong.
circles-invitation-make = Make an invitation link
circles-invitation-renew = Make a new link (the old one then stops working)
circles-invitation-close = Close the link
circles-invitation-fresh = The invitation link
circles-invitation-fresh-text = Copy it now: we do not keep it and cannot show it to you again.
circles-ask = Ask to join
circles-ask-text = Those who look after the circle hear of it and decide.
circles-asked-text = You have asked. As soon as somebody lets you in, we write to you.
circles-take-back = Never mind
circles-leave = Leave the circle
circles-leave-text = You then no longer see who is in it, and may no longer borrow what is for this circle only. What has been agreed stays agreed.
circles-leave-last = You are alone in this circle. When you go, it is gone.
circles-join-title = Invitation to the circle “{ $name }”
circles-join-text = Those who are in it then see your name, too.
circles-join-button = Join
circles-refused-not-yours = Only those who look after the circle may do that.
circles-refused-not-now = That does not work right now. Perhaps somebody was faster: reload the page.
circles-refused-too-many = You cannot be in more than { $most } circles. Leave one first.
circles-refused-full = There are { $most } members in this circle already, and no more can join.
notice-circle-founded = The circle is there. Now you can invite people.
notice-circle-joined = Welcome to the circle.
notice-circle-left = You have left the circle.
notice-circle-asked = We have told them.
