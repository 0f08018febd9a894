# Sets
kits-row = Set aus mehreren Dingen
kits-no = nein
kits-part-of = Teil von: { $kits }
kits-title = Ein Set machen
kits-lead = Was man zusammen braucht, kannst du zusammen verleihen, zum Beispiel Transportkarre, Gurte und Kisten als Umzugs-Set. Wer das Set hat, hat alle Teile; ist ein Teil weg, gibt es das Set solange nicht.
kits-parts = Was gehört dazu?
kits-parts-hint = Höchstens { $most } deiner Dinge. Sie müssen wie dieses tage- oder stundenweise verliehen werden.
kits-alone = wird auch allein verliehen
kits-only-together = pausiert: wird nur im Set verliehen
kits-does-not-fit = passt nicht mehr, das Set ist solange nicht zu haben
kits-nothing-fits = Du hast noch nichts, das dazu passt. Trag die Teile zuerst als eigene Dinge ein.
kits-own-plan = Das Set hat seine eigenen Zeiten und seinen eigenen Preis. Willst du ein Teil nicht allein verleihen, pausiere es.
kits-refused-open = { $count ->
    [one] Eine Ausleihe oder Anfrage für das Set ist noch offen: Die Teile sind versprochen und bleiben, bis sie vorbei ist.
   *[other] { $count } Ausleihen oder Anfragen für das Set sind noch offen: Die Teile sind versprochen und bleiben, bis sie vorbei sind.
}
kits-refused-part = Dieses Ding ist selbst Teil eines Sets. Ein Set kann nicht Teil eines anderen sein.
kits-refused-not-now = Daraus lässt sich kein Set machen.
kits-consists-of = Gehört zum Set
kits-together = Du bekommst alle Teile zusammen.
kits-also-in = Gibt es auch im Set
kits-part-taken = Ein Teil des Sets ist am { $day } schon vergeben oder gesperrt.
