landing-title = Borrow what you need.
landing-title-near = Just round the corner.
landing-lead = A drill, a cargo bike, a tent: it stands in a cellar in your neighbourhood already. Just ask for it. Free, from person to person.
landing-description = Borrow and lend things in your neighbourhood: free, without ads, and your address stays private.
landing-categories = Categories
landing-near = Here now, around { $place }
landing-all = { $count ->
    [one] See the one thing
   *[other] See all { $count } things
}
landing-nothing = Nothing here yet
landing-nothing-text = Make a start: what is waiting in your cellar?
landing-how = It is this simple
landing-how-1 = Find
landing-how-1-text = Say what you need, where and when. You only see what is really free then.
landing-how-2 = Ask
landing-how-2-text = One sentence is enough. You get an answer within a day, promised.
landing-how-3 = Fetch and bring back
landing-how-3-text = You meet twice. Both confirm, so everybody knows who has what.
landing-invite = What is waiting in your cellar?
landing-invite-text = In three minutes it is here, and somebody nearby need not buy one.
landing-invite-button = Lend something

how-title = How it works
how-lead = Borrowing and lending in six steps.
how-1-head = Search
how-1-text = Type what you need, your place and the days. Allmende only shows what is free on these days, nearest first.
how-2-head = Ask
how-2-text = Choose the days and add a sentence. The other side has up to 24 hours. You see exactly until when.
how-3-head = Agree
how-3-text = Only with the yes do you see the exact address and how the handover works. Other requests for the same days are kindly declined.
how-4-head = Hand over
how-4-text = Look together whether everything is there. Then both press “Handed over”. If only one does, it counts after 24 hours unless the other objects.
how-5-head = Bring back
how-5-text = On the last day you bring it back, and again both confirm. Then the loan is over, and the address disappears again.
how-6-head = Lend
how-6-text = A few photos, a few sentences, the days on which it may be away: in three minutes your thing is here. You decide about each request.
how-next = Search for something

conduct-title = Living together
conduct-lead = Four sentences everybody relies on.
conduct-1-head = Like my own
conduct-1-text = I treat other people’s things like mine, and bring them back clean and complete.
conduct-2-head = Honest
conduct-2-text = I describe what I lend as it is, with its quirks. When something breaks, I say so at once.
conduct-3-head = Reliable
conduct-3-text = I answer requests, come on time, and say early when something comes up.
conduct-4-head = Kind
conduct-4-text = I talk to others as I would like them to talk to me.

privacy-title = Privacy
privacy-lead = What is stored, what for, and who sees it.
privacy-1-head = Your place
privacy-1-text = Public is only a field about one kilometre across, never an address. Map, distances and address lines are computed from this field only. The exact point is seen only by somebody you have said yes to, and only until that loan is over.
privacy-2-head = Your account
privacy-2-text = Name, e-mail address, an irreversible imprint of your password, your profile and your list of devices. No other member sees the e-mail address.
privacy-3-head = Your photos
privacy-3-text = They are saved anew, and place, time and camera data disappear from the file.
privacy-4-head = No strangers
privacy-4-text = The pages load nothing from other servers: no fonts, no maps, no counters. There are only cookies for signing in, language and look.
privacy-5-head = Deleting
privacy-5-text = Under “Account” you delete everything. Finished loans stay visible to the other side without your name.

credits-title = Sources and thanks
credits-lead = What this site is made with.
credits-1-head = Places
credits-1-text = Names and coordinates of towns, districts and postcodes come from GeoNames (geonames.org, CC BY 4.0), the OpenStreetMap contributors (openstreetmap.org/copyright, ODbL 1.0) and DB InfraGO AG. The tables made from them are under the ODbL 1.0.
credits-sources = Where the places come from
credits-2-head = Icons
credits-2-text = The icons come from Lucide (lucide.dev), licence ISC.
credits-3-head = Pictures of the demo
credits-3-text = The pictures of the example community were drawn for Allmende and come with the source.
