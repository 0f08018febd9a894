frame-skip = Zum Inhalt springen
nav-label = Hauptnavigation
nav-search = Finden
nav-how = So geht’s
nav-lend = Verleihen
nav-here = Du bist hier
nav-loans = Ausleihen
nav-things = Meine Dinge
nav-me = Ich
nav-sign-in = Anmelden
nav-sign-out = Abmelden
nav-waiting = { $count ->
    [one] Eine Sache wartet auf dich
   *[other] { $count } Sachen warten auf dich
}
settings-label = Sprache und Aussehen
settings-language = Sprache · Language
settings-theme = Aussehen
theme-light = Hell
theme-dark = Dunkel
theme-system = Wie mein Gerät
footer-text = Das Schwarze Brett deiner Nachbarschaft. Keine Werbung, keine Gebühren. Deine genaue Adresse sieht nur, wem du etwas zugesagt hast.
footer-conduct = Miteinander
footer-privacy = Datenschutz
footer-credits = Quellen und Dank
footer-mails = E-Mails (Vorschau)
member-gone = Früheres Mitglied

days-from-to = { $first } bis { $last }
days-hours = { $day }, { $from } bis { $to } Uhr
days-at-hour = { $day }, { $hour } Uhr
clock-hour = { $hour } Uhr
distance-about = ca. { $km } km
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
weekday-0 = Montag
weekday-1 = Dienstag
weekday-2 = Mittwoch
weekday-3 = Donnerstag
weekday-4 = Freitag
weekday-5 = Samstag
weekday-6 = Sonntag
weekday-short-0 = Mo.
weekday-short-1 = Di.
weekday-short-2 = Mi.
weekday-short-3 = Do.
weekday-short-4 = Fr.
weekday-short-5 = Sa.
weekday-short-6 = So.

form-not-yet = Das hat noch nicht geklappt
form-optional = (freiwillig)
problem-missing = Hier fehlt noch etwas.
problem-too-short = Bitte mindestens { $min } Zeichen.
problem-too-long = Bitte höchstens { $max } Zeichen.
problem-word-too-long = Ein Wort ist zu lang. Bitte höchstens { $max } Zeichen ohne Leerzeichen.
problem-not-an-address = Das ist keine E-Mail-Adresse. Beispiel: bea@example.org
problem-guessable-password = Das würden andere schnell erraten. Nimm zum Beispiel drei Wörter hintereinander.
problem-wrong-password = Das ist nicht dein jetziges Passwort.
problem-not-a-date = Das ist kein Datum. Beispiel: 2030-05-31
problem-in-the-past = Dieser Tag ist schon vorbei.
problem-ends-before-it-starts = Das Ende liegt vor dem Anfang.
problem-not-a-number = Bitte eine Zahl.
problem-out-of-range = Bitte eine Zahl von { $min } bis { $max }.
problem-most-below-least = Das Höchste ist hier kleiner als das Mindeste.
problem-not-a-choice = Bitte wähle etwas aus der Liste.
problem-unknown-place = Diesen Ort kennen wir nicht. Versuch es mit der Postleitzahl.
problem-choose-one = Bitte wähle mindestens eins.
problem-not-hours = Bitte schreib volle Stunden, zum Beispiel 9-12, 17-21.
problem-hours-overlap = Zwei Zeiten überschneiden sich.
problem-needs-day-price = Es hat nur einen Preis für Stunden. Trag zuerst einen Preis für den Tag ein.
problem-nothing-fits = So passt keine Ausleihe hinein: Die kürzeste ist länger als die Zeit am Stück.
problem-open-bookings = { $count ->
    [one] Das geht erst, wenn die offene Ausleihe oder Anfrage zu Ende ist.
   *[other] Das geht erst, wenn die { $count } offenen Ausleihen und Anfragen zu Ende sind.
}
problem-units-lent = So viele sind zugesagt oder unterwegs: mindestens { $least }.

error-not-found = Das gibt es hier nicht
error-not-found-text = Vielleicht wurde es entfernt, oder die Adresse hat einen Tippfehler.
error-bad-form = Das konnten wir nicht lesen
error-bad-form-text = Geh bitte zurück, lade die Seite neu und schick sie noch einmal ab.
error-too-large = Das ist zu groß
error-too-large-text = Fotos dürfen höchstens 15 MB haben. Geh bitte zurück und nimm ein kleineres.
error-too-many = Das war gerade etwas viel
error-too-many-text = Bitte warte { $seconds ->
    [one] eine Sekunde
   *[other] { $seconds } Sekunden
} und versuch es dann noch einmal.
error-too-many-kept = Was du geschrieben hast, ist noch da.
error-too-many-again = Noch einmal absenden
error-fault = Da ist bei uns etwas kaputt
error-fault-text = Es liegt nicht an dir, und es ist nichts verloren. Wir haben es notiert. Versuch es bitte in ein paar Minuten noch einmal.
error-to-search = Etwas suchen
error-to-start = Zur Startseite

notice-signed-in = Schön, dass du da bist.
notice-signed-out = Du bist abgemeldet.
notice-saved = Gespeichert.
notice-password-changed = Dein Passwort ist geändert. Überall sonst bist du jetzt abgemeldet.
notice-address-mail-sent = Wir haben dir einen Link an die neue Adresse geschickt. Bis du ihn öffnest, gilt die alte.
notice-address-changed = Deine neue Adresse gilt jetzt.
notice-session-ended = Das Gerät ist abgemeldet.
notice-sessions-ended = Alle anderen Geräte sind abgemeldet.
notice-account-deleted = Dein Konto ist gelöscht. Mach’s gut!
notice-photo-saved = Das Foto ist da.
notice-photo-removed = Das Foto ist weg.
notice-draft-saved = Entwurf gespeichert. Du findest ihn unter „Meine Dinge“.
notice-published = Veröffentlicht. Deine Nachbarn können es jetzt finden.
notice-paused = Pausiert. Niemand findet es, bis du es wieder zeigst.
notice-resumed = Wieder sichtbar.
notice-archived = Ins Archiv gelegt.
notice-duplicated = Kopie angelegt.
notice-removed = Entfernt.
notice-accepted-at-once = Abgemacht. Adresse und nächster Schritt stehen unten.
notice-requested = Deine Anfrage ist unterwegs.
notice-accepted = Zugesagt. Wir haben Bescheid gegeben.
notice-declined = Abgesagt. Wir haben freundlich Bescheid gegeben.
notice-withdrawn = Du hast deine Anfrage zurückgezogen.
notice-cancelled = Abgesagt. Wir haben Bescheid gegeben.
notice-handover-reported = Notiert. Jetzt bestätigt noch die andere Seite.
notice-handover-confirmed = Die Übergabe ist bestätigt.
notice-return-reported = Notiert. Jetzt bestätigt noch die andere Seite.
notice-return-confirmed = Alles zurück. Danke!
notice-contested = Notiert. Redet bitte miteinander; nichts läuft von allein weiter.
