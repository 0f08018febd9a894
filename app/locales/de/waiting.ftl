# Warteliste
waiting-title = Warteliste
waiting-open = Sag mir, wenn es frei wird
waiting-text = Ist deine Zeit schon vergeben? Sobald etwas frei wird, schreiben wir der Person, die am längsten wartet. Sie kann dann ein paar Stunden lang als Einzige fragen, danach ist die nächste dran.
waiting-from = Gewünscht ab
waiting-to = Gewünscht bis
waiting-from-hour = Gewünscht ab Uhrzeit
waiting-to-hour = Gewünscht bis Uhrzeit
waiting-length = Mir reichen
waiting-length-hint = Egal, welche Tage dazwischen? Sag, wie viele du am Stück brauchst. Leer lassen: genau diese Tage.
waiting-length-unit = Tage am Stück
waiting-button = Auf die Warteliste
waiting-sign-in = Schon vergeben? Wenn du angemeldet bist, sagen wir dir Bescheid, sobald es frei wird.
waiting-count = { $count ->
    [one] Eine Person wartet
   *[other] { $count } Personen warten
}
waiting-within = { $days ->
    [one] ein Tag zwischen { $first } und { $last }
   *[other] { $days } Tage am Stück zwischen { $first } und { $last }
}
waiting-mine = Du wartest auf: { $wish }.
waiting-before = { $before ->
    [0] Du bist als Nächstes dran.
    [one] Vor dir wartet eine Person.
   *[other] Vor dir warten { $before } Personen.
}
waiting-your-turn = Du bist dran: { $days }. Bis { $until } kannst nur du fragen.
waiting-ask-now = Jetzt fragen
waiting-kept = Diese Zeit ist frei geworden und zuerst jemandem versprochen, der darauf gewartet hat. Ab { $until } können alle fragen.
waiting-leave = Nicht mehr warten
waiting-list = Worauf du wartest
waiting-refused-free = { $days } ist frei: Du musst nicht warten, frag einfach.
waiting-refused-too-many = Du wartest schon auf { $most } Dinge. Streich zuerst eines davon.
notice-waiting = Du stehst auf der Warteliste. Wir schreiben dir, sobald es frei wird.
notice-waiting-left = Du wartest nicht mehr.

mail-waiting-subject = Frei geworden: { $title }
mail-waiting-text = Du hast gewartet, und jetzt ist es frei: „{ $title }“ von { $other }, { $days }.
mail-waiting-until = Bis { $until } kannst nur du danach fragen. Danach ist die nächste Person dran, und du stehst nicht mehr auf der Warteliste. Wenn du es nicht mehr brauchst, musst du nichts tun.
mail-waiting-button = Jetzt fragen
