## Übergabe und Rückgabe auf der Seite einer Ausleihe

handovers-handover = Übergabe
handovers-return = Rückgabe
handovers-state = Zustand festhalten
handovers-from = Ab { $from } könnt ihr hier den Zustand festhalten und die Übergabe mit einem Code bestätigen.
handovers-written-mine = Du hast { $at } etwas festgehalten.
handovers-written-theirs = { $other } hat { $at } etwas festgehalten.
handovers-written-not-yet = { $other } hat noch nichts festgehalten.
handovers-write = Zustand festhalten
handovers-write-more = Noch etwas festhalten
handovers-add-return = Zur Rückgabe noch etwas nachtragen
handovers-code = Mit einem Code bestätigen
handovers-code-text = Ihr steht euch gegenüber? Eine Seite zeigt den Code, die andere gibt ihn ein. Dann ist es für euch beide bestätigt. Du oder { $other }: wer anfängt, ist egal.
handovers-code-show = Code zeigen
handovers-code-enter = Code eingeben
handovers-record = Protokoll
handovers-record-link = { $count ->
    [one] Protokoll ansehen (ein Eintrag)
   *[other] Protokoll ansehen ({ $count } Einträge)
}

## Aufschreiben

handovers-write-title = { $what ->
    [handover] Zustand bei der Übergabe
   *[return] Zustand bei der Rückgabe
}
handovers-write-lead = Schau es dir in Ruhe an. { $other } liest sofort, was du festhältst.
handovers-late = { $what ->
    [handover] Die Übergabe ist schon bestätigt. Was du jetzt schreibst, steht als Nachtrag im Protokoll, mit der Uhrzeit.
   *[return] Die Rückgabe ist schon bestätigt. Was du jetzt schreibst, steht als Nachtrag im Protokoll, mit der Uhrzeit.
}
handovers-items = Liste
handovers-items-hint = Was du nicht geprüft hast, lass einfach offen.
handovers-item = Was
handovers-found-fine = in Ordnung
handovers-found-missing = fehlt
handovers-found-broken = kaputt
handovers-found-unseen = nicht geprüft
handovers-note = In welchem Zustand ist es?
handovers-note-hint = Kratzer, Flecken, Akkustand: was später wichtig sein könnte.
handovers-photos = Fotos
handovers-photos-hint = Höchstens { $most } auf einmal. Nur ihr beide könnt sie sehen. Ort und Gerät werden nicht gespeichert.
handovers-photos-take = Foto aufnehmen
handovers-photos-choose = Fotos auswählen
handovers-photo-remove = Entfernen
handovers-frozen = { $what }: Was du festhältst, kann niemand mehr ändern, auch du nicht. Du kannst nur etwas hinzufügen.
handovers-keep = Festhalten
handovers-sending = Wird gesendet …
handovers-waiting = Keine Verbindung. Deine Worte und Fotos sind auf diesem Gerät sicher und werden gesendet, sobald das Netz wieder da ist.
handovers-restored = Von vorhin: Das war noch nicht gesendet.
handovers-written = { $what ->
    [handover] Das steht schon zur Übergabe da
   *[return] Das steht schon zur Rückgabe da
}
handovers-sign-in = Bitte melde dich noch einmal an
handovers-sign-in-text = Deine Sitzung ist zu Ende. Melde dich in einem neuen Fenster an und schick das hier danach noch einmal ab. Fotos musst du neu auswählen.

## Ein Eintrag

handovers-entry = Eintrag { $number }
handovers-entry-late = Nachtrag
handovers-entry-checked = { $fine } von { $all } Punkten in Ordnung.
handovers-hash = Prüfsumme
handovers-exact = { $day }, { $time } Uhr
handovers-photo-alt = Foto von { $name }: { $what }
handovers-caption = Eintrag { $number }, { $name }

## Der Code

handovers-code-title = { $what ->
    [handover] Dein Code für die Übergabe
   *[return] Dein Code für die Rückgabe
}
handovers-code-say = Zeig { $other } diese Zahlen, oder lass das Bild mit dem Telefon lesen.
handovers-code-qr = Bild für das Telefon von { $other }: führt zum Eingeben des Codes
handovers-code-until = Der Code gilt bis { $until }.
handovers-code-another = Neuen Code zeigen
handovers-code-hint = Gib ihn nur weiter, wenn es wirklich so ist: Mit dem Code bestätigt ihr beide auf einmal. Ein neuer Code macht den alten ungültig.
handovers-enter-title = { $what ->
    [handover] Übergabe mit dem Code bestätigen
   *[return] Rückgabe mit dem Code bestätigen
}
handovers-enter-code = Der Code, den { $other } dir zeigt
handovers-enter-hint = Sechs Ziffern. { $other } findet „Code zeigen“ auf der Seite eurer Ausleihe.
handovers-enter-means = { $what }: Damit ist sie für dich und { $other } bestätigt, sonst braucht niemand etwas zu tun.
handovers-enter-button = Bestätigen

## Ein anderer Weg

handovers-how-in-person = doch persönlich
handovers-how-neighbour = jemand anderes macht es
handovers-how-key-box = Schlüsselkasten oder Ablageort
handovers-how-other = anders
handovers-plan-link = Ihr trefft euch nicht? Schlag einen anderen Weg vor
handovers-plan-title = { $what ->
    [handover] Ein anderer Weg für die Übergabe
   *[return] Ein anderer Weg für die Rückgabe
}
handovers-plan-lead = Ein Nachbar übernimmt, oder es liegt an einem Ort, den ihr beide kennt. Es gilt erst, wenn { $other } und du zugestimmt haben. Ein Code gilt dann einen Tag, damit er den Weg mitgehen kann.
handovers-plan-agreed = { $what ->
    [handover] So macht ihr die Übergabe:
   *[return] So macht ihr die Rückgabe:
}
handovers-plan-mine = { $what ->
    [handover] Dein Vorschlag für die Übergabe. Er gilt, sobald { $other } zustimmt.
   *[return] Dein Vorschlag für die Rückgabe. Er gilt, sobald { $other } zustimmt.
}
handovers-plan-theirs = { $what ->
    [handover] { $other } schlägt für die Übergabe vor:
   *[return] { $other } schlägt für die Rückgabe vor:
}
handovers-plan-answer = Antworten
handovers-plan-agree = Einverstanden
handovers-plan-decline = Lieber nicht
handovers-plan-decline-words = Kurzer Grund, { $other } liest ihn
handovers-plan-withdraw = Meinen Vorschlag zurücknehmen
handovers-plan-how = Welcher Weg?
handovers-plan-words = Wie genau? { $other } liest es
handovers-plan-words-hint = Wer übernimmt, wo liegt es, wie kommt man hin? Codes von Schlössern schreibst du besser erst nach der Zusage.
handovers-plan-propose = Vorschlagen
handovers-plan-shut = Dafür ist es jetzt zu spät oder zu früh.

## Das Protokoll

handovers-record-of = Protokoll:
handovers-record-empty = Noch hat niemand etwas festgehalten.
handovers-lender = Verleiht
handovers-borrower = Leiht aus
handovers-late-waived = { $line }, erlassen
handovers-zone = Zeiten in
handovers-number = Nummer
handovers-not-yet = noch nicht gemeldet
handovers-print = Zum Aufheben: im Menü deines Browsers „Drucken“ wählen, auch als PDF.
handovers-whole = Alles ist so, wie es festgehalten wurde: jeder Eintrag und jedes Foto.
handovers-flaw-changed = Achtung: Eintrag { $number } ist nicht mehr so, wie er festgehalten wurde.
handovers-flaw-missing = Achtung: Eintrag { $number } fehlt oder steht nicht dort, wo er hingehört.
handovers-flaw-photo = Achtung: Ein Foto von Eintrag { $number } fehlt oder ist nicht mehr dasselbe.
handovers-before-after = Vorher und nachher
handovers-no-photos = Keine Fotos.
handovers-nothing = { $what ->
    [handover] Zur Übergabe hat niemand etwas festgehalten.
   *[return] Zur Rückgabe hat niemand etwas festgehalten.
}
handovers-add = { $what ->
    [handover] Zur Übergabe etwas festhalten
   *[return] Zur Rückgabe etwas festhalten
}
handovers-sums = Prüfsummen
handovers-sums-text = Jeder Eintrag hat eine Prüfsumme (SHA-256) über alles, was in ihm steht, über seine Fotos und über die Prüfsumme davor. Ändert jemand auch nur ein Zeichen, passt keine mehr. Sie stehen auch im Verlauf der Ausleihe.
handovers-sums-how = So prüfst du es selbst: Speichere den Text eines Eintrags unter der Nummer unten und lass die Prüfsumme ausrechnen. Für Fotos gilt dasselbe mit dem großen Bild; die Prüfsumme steht im Text.
handovers-sums-entry = Eintrag

## Verlauf

handovers-event-written = { $what ->
    [handover] { $late ->
        [yes] Zur Übergabe nachgetragen
       *[no] Zustand bei der Übergabe festgehalten
    }
   *[return] { $late ->
        [yes] Zur Rückgabe nachgetragen
       *[no] Zustand bei der Rückgabe festgehalten
    }
}
handovers-event-written-note = { $bad ->
    [0] Nichts fehlt oder ist kaputt.
    [one] Ein Punkt fehlt oder ist kaputt.
   *[other] { $bad } Punkte fehlen oder sind kaputt.
} { $photos ->
    [0] {""}
    [one] Ein Foto.
   *[other] { $photos } Fotos.
}
handovers-event-proposed = { $what ->
    [handover] Anderer Weg für die Übergabe vorgeschlagen
   *[return] Anderer Weg für die Rückgabe vorgeschlagen
}
handovers-event-agreed = { $what ->
    [handover] Auf einen anderen Weg für die Übergabe geeinigt
   *[return] Auf einen anderen Weg für die Rückgabe geeinigt
}
handovers-event-declined = { $what ->
    [handover] Anderer Weg für die Übergabe abgelehnt
   *[return] Anderer Weg für die Rückgabe abgelehnt
}
handovers-event-withdrawn = { $what ->
    [handover] Vorschlag für die Übergabe zurückgenommen
   *[return] Vorschlag für die Rückgabe zurückgenommen
}

## Warum nicht

handovers-refused-nothing = Schreib einen Satz, prüf einen Punkt der Liste oder mach ein Foto.
handovers-refused-photos = Höchstens { $most } Fotos auf einmal. Die anderen kannst du in einem weiteren Eintrag festhalten.
handovers-refused-entries = Mehr als { $most } Einträge sind nicht möglich.
handovers-refused-early = Das geht erst ab { $from }.
handovers-refused-not-now = Das geht gerade nicht. Sieh auf der Seite eurer Ausleihe nach, wie es steht.
handovers-refused-over = Diese Ausleihe ist zu Ende, und die Zeit für Nachträge auch.
handovers-refused-not-yours = Das kann nur die andere Seite tun.
handovers-refused-changed = Inzwischen hat sich etwas geändert. So steht es jetzt:
handovers-refused-wrong-code = { $left ->
    [0] Der Code stimmt nicht. Lass dir einen neuen zeigen.
    [one] Der Code stimmt nicht. Du hast noch einen Versuch.
   *[other] Der Code stimmt nicht. Du hast noch { $left } Versuche.
}
handovers-refused-no-code = Gerade gilt kein Code. Lass dir einen neuen zeigen.

notice-state-kept = Festgehalten.
notice-plan-proposed = Vorgeschlagen. Wir haben Bescheid gegeben.
notice-plan-agreed = Abgemacht. Wir haben Bescheid gegeben.
notice-plan-declined = Abgelehnt. Wir haben Bescheid gegeben.
notice-plan-withdrawn = Zurückgenommen.
