nav-messages = Gespräche
nav-unread = { $count ->
    [one] Ein Gespräch mit Neuem
   *[other] { $count } Gespräche mit Neuem
}
notice-blocked = Du hörst jetzt nichts mehr von dieser Person.
notice-unblocked = Ihr könnt euch wieder schreiben.
notice-reported = Danke für die Meldung. Wir schauen es uns an. Die Bestätigung liegt in deinem Postfach.

messages-title = Gespräche
messages-lead = Was du mit Nachbarn über Dinge und Ausleihen besprichst. Nur ihr beide lest es.
messages-none = Noch keine Gespräche
messages-none-text = Frag auf der Seite eines Dings, was du wissen willst, oder schreib zu einer Ausleihe. Dann steht es hier.
messages-none-button = Etwas finden
messages-pages = Seiten
messages-newer = Neuere
messages-older = Ältere
messages-only-pictures = Bilder
messages-mine-prefix = Du:
messages-unread = { $count ->
    [one] eine neue Nachricht
   *[other] { $count } neue Nachrichten
}

messages-with = Gespräch mit { $name }
messages-about = Worum es geht
messages-to-booking = Zur Ausleihe
messages-other = Mit wem du schreibst
messages-profile = { $name } kennenlernen
messages-earlier = Vor der Anfrage gefragt
messages-since-booking = Seit der Anfrage
messages-said = Nachrichten
messages-older-ones = Ältere Nachrichten
messages-new = Neu
messages-me = Du
messages-picture-mine = Bild von dir
messages-picture-of = Bild von { $name }
messages-new-from = Neue Nachricht von { $name }
messages-report-link = Diese Nachricht melden

messages-write = Schreiben
messages-text = Deine Nachricht an { $name }
messages-photos = Fotos dazu
messages-photos-hint = Höchstens { $most }. Wo und wann ein Foto gemacht wurde, entfernen wir daraus.
messages-send = Senden
messages-sent = Gesendet.
messages-unsent = Nicht gesendet: keine Verbindung. Dein Text ist noch da.
messages-too-many-photos = Das sind zu viele Fotos. Bitte höchstens { $most } auf einmal.
messages-photo-wrong = „{ $name }“: { $why }
messages-refused-own = Das verleihst du selbst.
messages-refused-gone = Dieses Mitglied ist nicht mehr da.
messages-refused-you-blocked = Du hast { $name } blockiert. Wenn du schreiben möchtest, heb das zuerst auf.
messages-refused-not-possible = Hier kannst du gerade nicht schreiben.
messages-refused-not-offered = Das wird nicht mehr angeboten. Was ihr geschrieben habt, bleibt hier stehen.
messages-refused-over = Das ist schon länger als einen Monat vorbei. Was ihr geschrieben habt, bleibt hier stehen.
messages-refused-moved = Ihr habt inzwischen eine Ausleihe. Dort geht es weiter, und was ihr hier geschrieben habt, steht dort auch.
messages-moved-link = Dort weiterschreiben
messages-refused-too-fast = Das waren gerade sehr viele Nachrichten. Weiter geht es { $at }.

messages-ask = { $name } etwas fragen
messages-ask-lead = { $name } bekommt deine Frage und antwortet dir hier. Deine E-Mail-Adresse sieht niemand.
messages-write-to = { $name } schreiben
messages-sign-in = Bitte melde dich an
messages-sign-in-text = Du bist nicht mehr angemeldet. Dein Text ist noch da: Melde dich in einem zweiten Fenster an und schick ihn dann hier ab.
messages-yours = Deine Nachricht

messages-block = { $name } blockieren
messages-block-text = Du bekommst keine Nachrichten und keine Anfragen mehr von { $name }. Niemand erfährt davon. Was ihr schon vereinbart habt, könnt ihr noch zu Ende besprechen, damit alles zurückkommt.
messages-you-blocked = Du hast { $name } blockiert.
messages-unblock = Nicht mehr blockieren
messages-blocked-title = Blockierte Mitglieder
messages-blocked-lead = Von ihnen bekommst du keine Nachrichten und keine Anfragen. Sie erfahren nichts davon.
messages-blocked-none = Niemand
messages-blocked-none-text = Blockieren kannst du jemanden in eurem Gespräch.
messages-blocked-since = Seit { $at }

messages-report-title = Nachricht melden
messages-report-lead = Wer diese Gemeinschaft betreut, schaut sich die Nachricht an. { $name } erfährt nicht, dass du sie gemeldet hast.
messages-report-reason = Was ist das Problem?
messages-report-words = Was sollen wir noch wissen?
messages-report-send = Melden
messages-report-cancel = Doch nicht
report-reason-insult = Beleidigung, Drohung oder Belästigung
report-reason-fraud = Betrug: will Geld oder Daten von mir
report-reason-danger = Jemand ist in Gefahr
report-reason-private-data = Verrät Persönliches
report-reason-advertising = Werbung
report-reason-other = Etwas anderes

messages-event-requested = { $who ->
    [me] Du hast angefragt: { $days }.
   *[other] { $name } hat angefragt: { $days }.
}
messages-event-accepted = { $who ->
    [me] Du hast zugesagt.
   *[other] { $name } hat zugesagt.
}
messages-event-declined = { $who ->
    [me] Du hast abgesagt.
   *[other] { $name } hat abgesagt.
}
messages-event-gave-way = Diese Tage gingen an jemand anderen.
messages-event-withdrawn = { $who ->
    [me] Du hast die Anfrage zurückgezogen.
   *[other] { $name } hat die Anfrage zurückgezogen.
}
messages-event-found-elsewhere = Jemand anderes hat zuerst zugesagt, die Anfrage hat sich erledigt.
messages-event-expired = Die Anfrage blieb ohne Antwort und ist verfallen.
messages-event-cancelled = { $who ->
    [me] Du hast die Ausleihe abgesagt.
   *[other] { $name } hat die Ausleihe abgesagt.
}
messages-event-handover-reported = { $who ->
    [me] Du hast die Übergabe gemeldet.
   *[other] { $name } hat die Übergabe gemeldet.
}
messages-event-handed-over = { $who ->
    [me] Du hast die Übergabe bestätigt.
    [time] Niemand hat widersprochen: Die Übergabe gilt als bestätigt.
   *[other] { $name } hat die Übergabe bestätigt.
}
messages-event-handed-over-by-code = { $who ->
    [me] Ihr habt die Übergabe mit dem Code bestätigt. Du hast ihn eingegeben.
   *[other] Ihr habt die Übergabe mit dem Code bestätigt. { $name } hat ihn eingegeben.
}
messages-event-return-reported = { $who ->
    [me] Du hast die Rückgabe gemeldet.
   *[other] { $name } hat die Rückgabe gemeldet.
}
messages-event-returned = { $who ->
    [me] Du hast die Rückgabe bestätigt.
    [time] Niemand hat widersprochen: Die Rückgabe gilt als bestätigt.
   *[other] { $name } hat die Rückgabe bestätigt.
}
messages-event-returned-by-code = { $who ->
    [me] Ihr habt die Rückgabe mit dem Code bestätigt. Du hast ihn eingegeben.
   *[other] Ihr habt die Rückgabe mit dem Code bestätigt. { $name } hat ihn eingegeben.
}
messages-event-contested = { $who ->
    [me] Du hast widersprochen.
   *[other] { $name } hat widersprochen.
}
messages-event-taken-back = { $who ->
    [me] Du hast deine Meldung zurückgenommen.
   *[other] { $name } hat die Meldung zurückgenommen.
}
messages-event-lapsed = Niemand hat eine Übergabe gemeldet. Die Ausleihe gilt als nicht zustande gekommen.
messages-event-closed = Alles ist zurück. Die Ausleihe ist abgeschlossen.

mail-messages-subject = { $count ->
    [one] { $other } hat dir geschrieben: { $title }
   *[other] { $count } neue Nachrichten von { $other }: { $title }
}
mail-messages-text = { $count ->
    [one] auf dich wartet eine Nachricht von { $other } zu „{ $title }“.
   *[other] auf dich warten { $count } Nachrichten von { $other } zu „{ $title }“.
}
mail-messages-photos = { $photos ->
    [one] Ein Foto ist dabei.
   *[other] { $photos } Fotos sind dabei.
}
mail-messages-answer = Antworte bitte auf der Seite, nicht auf diese E-Mail.
mail-messages-button = Lesen und antworten
mail-report-subject = Deine Meldung { $number } ist angekommen
mail-report-text = danke, dass du uns eine Nachricht gemeldet hast. Wer diese Gemeinschaft betreut, schaut sie sich an. Wenn du dazu noch etwas fragen willst, nenn bitte diese Nummer: { $number }. Wer sie geschrieben hat, erfährt nicht, dass die Meldung von dir kommt.
mail-report-reason = Dein Grund: { $reason }
