signals-title = Unterwegs? Oder ist etwas?
signals-on-my-way = Ich bin unterwegs
signals-minutes = In etwa wie vielen Minuten bist du da?
signals-minutes-unit = Minuten
signals-trouble = Ein Problem melden
signals-trouble-ask = Was ist los?
signals-trouble-late = Es wird später
signals-trouble-late-note = Du schaffst es nicht zur ausgemachten Zeit.
signals-trouble-cannot-come = Ich kann nicht kommen
signals-trouble-cannot-come-note = Es klappt gar nicht wie ausgemacht.
signals-trouble-broken = Etwas ist kaputt
signals-trouble-broken-note = Am besten gleich sagen, dann findet sich ein Weg.
signals-trouble-lost-key = Der Schlüssel ist weg
signals-trouble-lost-key-note = Verloren, vergessen oder eingeschlossen.
signals-trouble-other = Etwas anderes
signals-trouble-other-note = Schreib dann bitte ein paar Worte dazu.
signals-words = Ein paar Worte dazu
signals-send = Bescheid sagen
signals-back = Zurück zur Ausleihe
signals-told-on-my-way = { $who ->
    [me] Du bist unterwegs{ $minutes ->
        [0] .
        [one] {" "}und in etwa einer Minute da.
       *[other] {" "}und in etwa { $minutes } Minuten da.
    }
   *[other] { $name } ist unterwegs{ $minutes ->
        [0] .
        [one] {" "}und in etwa einer Minute da.
       *[other] {" "}und in etwa { $minutes } Minuten da.
    }
}
signals-told-trouble = { $who ->
    [me] Du hast ein Problem gemeldet: { $what }.
   *[other] { $name } meldet ein Problem: { $what }.
}
signals-told-fee-waived = { $who ->
    [me] Du verzichtest auf das Geld für die Verspätung.
   *[other] { $name } verzichtet auf das Geld für die Verspätung.
}
signals-next-late = { $side ->
    [borrower] Sagt euch, wann es klappt. Soll die neue Zeit für beide gelten, schlagt andere Tage vor.
   *[lender] Sagt euch, wann es klappt. Soll die neue Zeit für beide gelten, schlagt andere Tage vor.
}
signals-next-cannot-come = { $side ->
    [borrower] Macht eine andere Zeit aus. Wird gar nichts daraus, sagt es ab, solange es noch nicht übergeben ist.
   *[lender] Macht eine andere Zeit aus. Wird gar nichts daraus, sagt es ab, solange es noch nicht übergeben ist.
}
signals-next-broken = { $side ->
    [borrower] Halte mit Fotos fest, was kaputt ist, und benutze es nicht weiter. Dann redet miteinander.
   *[lender] Lass dir Fotos zeigen, und halte bei der Rückgabe selbst fest, was kaputt ist. Dann redet miteinander.
}
signals-next-lost-key = { $side ->
    [borrower] Frag { $other }, ob es einen zweiten Schlüssel gibt, und lass das Ding bis dahin nicht unbeaufsichtigt.
   *[lender] Sag { $other }, ob es einen zweiten Schlüssel gibt und wie ihr euch trefft.
}
signals-next-other = { $side ->
    [borrower] Redet am besten gleich miteinander.
   *[lender] Redet am besten gleich miteinander.
}
signals-go-propose = Andere Tage vorschlagen
signals-go-record = Zustand festhalten
signals-go-write = { $other } schreiben
signals-refused-not-now = Das passt gerade nicht: Die Ausleihe ist vorbei, oder es ist noch zu früh dafür.
signals-refused-too-often = Das war gerade etwas viel. Die nächste Nachricht geht wieder ab { $at }. Bis dahin könnt ihr euch im Gespräch schreiben.
signals-refused-nothing-owed = Es gibt nichts, worauf du verzichten könntest.
signals-waive = Darauf verzichten
signals-late-owed = { $side ->
    [borrower] So steht es in der Abmachung. Ihr rechnet das unter euch ab, oder { $other } verzichtet darauf.
   *[lender] So steht es in der Abmachung. Ihr rechnet das unter euch ab. Du kannst auch darauf verzichten.
}
signals-late-growing = So viel wäre es jetzt. Es zählt, wann die Rückgabe gemeldet wird.
signals-late-waived = { $side ->
    [borrower] { $other } verzichtet darauf. Du brauchst nichts dafür zu bezahlen.
   *[lender] Du verzichtest darauf.
}
notice-on-my-way = Gesagt: Du bist unterwegs.
notice-trouble-told = Gesagt. Unten steht, was jetzt hilft.
notice-fee-waived = Gesagt: Du verzichtest auf das Geld für die Verspätung.
bookings-event-warned = Gewarnt: Es ist noch nicht zurück
bookings-refused-changed-meanwhile = Das hat sich inzwischen geändert. So steht es jetzt:
messages-event-warned = Das Ding ist noch nicht zurück. Es kann später werden; absagen kostet jetzt nichts.
prices-late = Zu spät zurück
prices-late-hint = Manche verlangen etwas, wenn es zu spät zurückkommt. Es steht in der Anzeige, und die erste Stunde zählt nie. Lass es leer, wenn du nichts dafür willst.
prices-ask-late-fee = Wie viel kostet es, wenn es zu spät kommt?
prices-ask-late-per = Gezählt wird
prices-late-per-day = je angefangenem Tag
prices-late-per-hour = je angefangener Stunde
prices-ask-late-cap = Höchstens insgesamt
prices-late-terms = { $each } { $per ->
    [hour] je angefangener Stunde
   *[day] je angefangenem Tag
}, höchstens { $most }. Die erste Stunde zählt nicht.
prices-late-line = { $per ->
    [hour] { $started ->
        [one] Eine Stunde zu spät: { $sum }
       *[other] { $started } Stunden zu spät: { $started } × { $each } = { $sum }
    }
   *[day] { $started ->
        [one] Einen Tag zu spät: { $sum }
       *[other] { $started } Tage zu spät: { $started } × { $each } = { $sum }
    }
}{ $capped ->
    [yes] {" "}(mehr wird es nicht)
   *[no] {""}
}
