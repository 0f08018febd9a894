# Kreise
circles-title = Kreise
circles-lead = Ein Kreis ist eine Gruppe mit Namen: ein Haus, ein Verein, eine Schulklasse. Was du nicht allen leihen magst, leihst du einfach deinem Kreis.
circles-none = Du bist noch in keinem Kreis
circles-none-text = Gründe einen und lade deine Leute ein, oder bitte jemanden um einen Einladungslink.
circles-found = Kreise, die du finden kannst
circles-count = { $count ->
    [one] Ein Mitglied
   *[other] { $count } Mitglieder
}
circles-asked = Du hast gefragt, ob du dazukommen darfst
circles-asking = { $count ->
    [one] Eine Person möchte dazu
   *[other] { $count } Personen möchten dazu
}
circles-new = Einen Kreis gründen
circles-new-open = Neuer Kreis
circles-new-button = Kreis gründen
circles-name = Name
circles-name-example = zum Beispiel: Haus Eduardstraße 9
circles-about = Wofür ist er da?
circles-findable = Andere dürfen ihn finden
circles-findable-note = Dann sehen alle, die angemeldet sind, Namen und Beschreibung und können fragen, ob sie dazukommen dürfen. Wer dabei ist, sehen sie nicht.
circles-members = Wer dabei ist
circles-members-note = Das sehen nur die Mitglieder selbst.
circles-keeper = kümmert sich um den Kreis
circles-since = dabei seit { $when }
circles-let-in = Aufnehmen
circles-turn-away = Ablehnen
circles-remove = Herausnehmen
circles-make-keeper = Kümmert sich mit
circles-edit = Name und Beschreibung ändern
circles-invitation = Einladen
circles-invitation-text = Wer den Link hat, kommt ohne Rückfrage herein. Gib ihn nur an Leute weiter, die dazugehören.
circles-invitation-make = Einladungslink machen
circles-invitation-renew = Neuen Link machen (der alte gilt dann nicht mehr)
circles-invitation-close = Link sperren
circles-invitation-fresh = Der Einladungslink
circles-invitation-fresh-text = Kopiere ihn jetzt: Wir heben ihn nicht auf und können ihn dir nicht noch einmal zeigen.
circles-ask = Fragen, ob ich dazukommen darf
circles-ask-text = Wer sich um den Kreis kümmert, bekommt Bescheid und entscheidet.
circles-asked-text = Du hast gefragt. Sobald jemand dich aufnimmt, schreiben wir dir.
circles-take-back = Doch nicht
circles-leave = Kreis verlassen
circles-leave-text = Du siehst dann nicht mehr, wer dabei ist, und darfst nicht mehr leihen, was nur für diesen Kreis da ist. Was schon zugesagt ist, bleibt zugesagt.
circles-leave-last = Du bist allein im Kreis. Wenn du gehst, gibt es ihn nicht mehr.
circles-join-title = Einladung in den Kreis „{ $name }“
circles-join-text = Wer dabei ist, sieht dann auch deinen Namen.
circles-join-button = Dazukommen
circles-refused-not-yours = Das darf nur, wer sich um den Kreis kümmert.
circles-refused-not-now = Das geht gerade nicht. Vielleicht war jemand schneller: Lade die Seite neu.
circles-refused-too-many = Mehr als { $most } Kreise gehen nicht. Verlasse zuerst einen.
circles-refused-full = In diesem Kreis sind schon { $most } Mitglieder, mehr gehen nicht.
notice-circle-founded = Der Kreis ist da. Jetzt kannst du einladen.
notice-circle-joined = Willkommen im Kreis.
notice-circle-left = Du hast den Kreis verlassen.
notice-circle-asked = Wir haben Bescheid gesagt.
