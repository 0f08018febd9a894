## Die Seite eines Dings

listings-photos = Bilder
listings-photo-of = { $title }, ohne Beschreibung
listings-photo-count = { $number } von { $count }
listings-photo-show = Bild { $number } groß zeigen
listings-facts = Das Wichtigste
listings-condition = Zustand
listings-condition-new = Wie neu
listings-condition-very-good = Sehr gut
listings-condition-good = Gut
listings-condition-worn = Hat Macken
listings-handover = Übergabe
listings-handover-pick-up = Abholen
listings-handover-deliver = Wird gebracht
listings-handover-key-box = Schlüsselkasten
listings-weekdays = Verliehen wird
listings-every-day = an allen Tagen
listings-longest = Längste Leihe
listings-days = { $days ->
    [one] ein Tag
   *[other] { $days } Tage
}
listings-lead = Vorlauf
listings-days-before = { $days ->
    [one] ein Tag vorher
   *[other] { $days } Tage vorher
}
listings-replacement = Neu kaufen kostet
listings-about = etwa { $value }
listings-yes = ja
listings-no = nein
listings-accessories = Das ist dabei
listings-rules-of = Regeln von { $owner }
listings-when-free = Wann ist es frei?
listings-months = Monate
listings-months-earlier = Früher
listings-months-later = Später
listings-day-free = frei
listings-day-taken = vergeben
listings-day-not-lent = wird nicht verliehen
listings-day-too-soon = zu kurzfristig
listings-day-past = vorbei
listings-legend-free = frei, zum Auswählen antippen
listings-legend-taken = vergeben
listings-legend-today = heute
listings-where = Wo?
listings-jump = Tage wählen und anfragen
listings-similar = Ähnliches in der Nähe
listings-owner = Wer verleiht das?
listings-manage = Bearbeiten
listings-of-member-none = Zurzeit nichts.
listings-only-you-draft = Das ist ein Entwurf. Nur du siehst ihn.
listings-only-you-paused = Das ist pausiert. Nur du siehst es; laufende Ausleihen gehen weiter.
listings-only-you-archived = Das liegt im Archiv. Nur du siehst es.
listings-published-text = Alle können es finden.

## Einstellen, Schritt für Schritt

listings-step = Schritt { $number } von { $count }: { $name }
listings-step-what = Was ist es?
listings-step-details = Beschreiben
listings-step-photos = Fotos
listings-step-place = Ort und Übergabe
listings-step-times = Tage
listings-next = Weiter
listings-back = Zurück
listings-save = Speichern
listings-cancel = Abbrechen
listings-draft-kept = Dein Entwurf wird mit jedem Schritt gespeichert. Du kannst jederzeit später weitermachen.
listings-changed-title = Das wurde inzwischen geändert
listings-changed = Vielleicht hast du es auf einem anderen Gerät bearbeitet. Hier steht, was du gerade eingetragen hast. Wenn es so gelten soll, schick es noch einmal ab.
listings-field = Angabe

listings-kinds-title = Was möchtest du tun?
listings-kind-lend = Etwas verleihen
listings-kind-lend-text = Umsonst, aus Nachbarschaft
listings-kind-rent = Etwas vermieten
listings-kind-rent-text = Für einen Preis am Tag oder in der Woche
listings-kind-service = Hilfe anbieten
listings-kind-service-text = Reparieren, tragen, gießen, erklären …
listings-kind-wanted-thing = Etwas suchen
listings-kind-wanted-thing-text = Sag, was du brauchst; wer es hat, meldet sich
listings-kind-wanted-help = Hilfe suchen
listings-kind-wanted-help-text = Sag, wobei; wer Zeit hat, meldet sich
listings-kind-ask = Was nimmst du dafür?
listings-kind-lend-short = Nichts
listings-kind-lend-short-note = du verleihst es
listings-kind-rent-short = Geld
listings-kind-rent-short-note = du vermietest es
listings-what-title = { $kind ->
    [rent] Was möchtest du vermieten?
    [service] Wobei möchtest du helfen?
    [wanted_thing] Was suchst du?
    [wanted_help] Wobei brauchst du Hilfe?
   *[lend] Was möchtest du verleihen?
}
listings-title = Wie heißt es?
listings-title-hint = So, wie man danach suchen würde. Zum Beispiel: Schlagbohrmaschine mit Koffer
listings-category = Wozu gehört es?
listings-sort-title = Was für eins ist es?
listings-sort-question = { $category }: Was passt am besten?
listings-sort-other = Etwas anderes ({ $category })
listings-sort-back = Es gehört woanders hin

listings-details-title = Was sollte man wissen?
listings-description = Beschreibung
listings-description-hint = Was kann es, was kann es nicht, worauf muss man achten? Zwei, drei Sätze reichen.
listings-condition-ask = In welchem Zustand ist es?
listings-condition-new-note = kaum benutzt
listings-condition-very-good-note = wenig benutzt, keine Mängel
listings-condition-good-note = Gebrauchsspuren, funktioniert einwandfrei
listings-condition-worn-note = funktioniert, aber man sieht ihm sein Alter an
listings-attributes = Genaueres
listings-unsaid = keine Angabe
listings-accessories-ask = Was ist dabei?
listings-accessories-hint = Eine Zeile für jedes Teil. Bei der Übergabe hakt ihr die Liste zusammen ab.
listings-checklist-ask = Was prüft ihr bei Übergabe und Rückgabe?
listings-checklist-hint = Eine Zeile für jeden Punkt, höchstens { $most }: „Akku voll“, „Kratzer am Griff“. Was dabei ist, steht schon auf der Liste.
listings-more = Regeln, Wert, Stichwörter
listings-rules-ask = Was ist dir wichtig?
listings-rules-hint = Zum Beispiel: Nicht im Regen benutzen. Bitte sauber zurückbringen.
listings-replacement-ask = Was würde es neu kosten?
listings-replacement-hint = Damit beide wissen, was auf dem Spiel steht.
listings-tags = Andere Wörter dafür
listings-tags-hint = Mit Komma getrennt. Wer danach sucht, findet es auch.

listings-photos-title = Zeig es
listings-photos-lead = Ein gutes Foto sagt mehr als drei Sätze. Das erste Bild steht in der Suche.
listings-photos-label = Fotos vom Telefon oder Computer
listings-photos-hint = JPEG, PNG, WebP oder GIF, bis 15 MB je Bild, höchstens { $most } Bilder. Ortsangaben im Bild entfernen wir.
listings-photos-upload = Hochladen
listings-photos-full = Mehr als { $most } Bilder gehen nicht. Du kannst eins entfernen und ein anderes hochladen.
listings-photos-too-many = Mehr als { $most } Bilder gehen nicht. Die übrigen haben wir weggelassen.
listings-photos-others-fine = { $count ->
    [one] Ein anderes Bild ist angekommen.
   *[other] { $count } andere Bilder sind angekommen.
}
listings-photos-count = { $count ->
    [0] noch keine
    [one] ein Bild
   *[other] { $count } Bilder
}
listings-photo-wrong = „{ $name }“: { $why }
listings-photo-number = (Bild { $number })
listings-photo-up = Nach vorn
listings-photo-down = Nach hinten
listings-photo-remove = Entfernen
listings-alt = Was sieht man?
listings-alt-hint = Die Beschreibung hilft Menschen, die das Bild nicht sehen können.

listings-place-title = Wo kann man es holen?
listings-address = Adresse oder Ort
listings-address-hint = Sieht nur, wem du zugesagt hast. Alle anderen sehen ein Feld, das etwa 1 km breit ist.
listings-address-example = zum Beispiel 53129 Bonn
listings-address-list = Orte
listings-handover-ask = Wie kommt es zu den anderen?
listings-handover-pick-up-note = Sie holen es bei dir.
listings-handover-deliver-note = Du bringst es vorbei.
listings-handover-key-box-note = Es liegt bereit, der Code steht in deiner Nachricht.
listings-handover-note = Was muss man wissen, um es zu finden?
listings-handover-note-hint = Klingel, Stockwerk, Code: sieht nur, wem du zugesagt hast.
listings-seen-by-all = Das sehen alle anderen

listings-times-title = Wann verleihst du es?
listings-weekdays-ask = An welchen Tagen darf es unterwegs sein?
listings-weekdays-hint = Eine Leihe geht nur über Tage, die hier angekreuzt sind.
listings-lead-ask = Wie früh willst du es wissen?
listings-lead-option = { $days ->
    [0] am selben Tag reicht
    [one] einen Tag vorher
   *[other] { $days } Tage vorher
}
listings-instant-ask = Wer sagt zu?
listings-instant-no = Ich sage selbst zu oder ab
listings-instant-no-note = Du hast dafür bis zu 24 Stunden.
listings-instant-yes = Freie Tage sind sofort zugesagt
listings-instant-yes-note = Wer sie nimmt, sieht gleich die genaue Adresse. Du bekommst eine E-Mail.
listings-instant = sofort zugesagt
listings-longest-ask = Wie lange höchstens?
listings-blocked = Tage, an denen es nicht geht
listings-blocked-hint = Tippe die Tage an, die du sperren willst.
listings-day-block = sperren
listings-block-range = Oder gleich mehrere, etwa für den Urlaub:
listings-block-from = Sperren von
listings-block-to = bis

## Vorschau und Verwalten

listings-preview-title = So sieht es aus
listings-card-title = So steht es in der Suche
listings-missing = Das fehlt noch
listings-publish = Veröffentlichen
listings-change = Ändern
listings-nothing-yet = noch nichts
listings-at-most = { $days ->
    [one] höchstens einen Tag
   *[other] höchstens { $days } Tage
}
listings-pause = Pausieren
listings-resume = Wieder zeigen
listings-duplicate = Kopieren
listings-archive = Ins Archiv
listings-archive-text = Niemand findet es mehr, und es lässt sich nicht zurückholen. Eine Kopie davon kannst du jederzeit anlegen.
listings-discard = Entwurf wegwerfen
listings-discard-text = Der Entwurf und seine Fotos sind dann weg.
listings-not-now = Das geht gerade nicht. So steht es jetzt:
listings-open-bookings = { $count ->
    [one] Eine Ausleihe ist noch offen. Bring sie bitte erst zu Ende:
   *[other] { $count } Ausleihen sind noch offen. Bring sie bitte erst zu Ende:
}
listings-to-loans = Zu den Ausleihen

## Meine Dinge

listings-none-title = Noch nichts zu verleihen
listings-none-text = Die meisten fangen mit etwas Kleinem an: einer Bohrmaschine, einem Raclette, einem Zelt.
listings-none-button = Das erste Ding einstellen
listings-lend-more = Etwas verleihen
listings-archived-title = Archiv
listings-untitled = Ohne Namen
listings-state-draft = Entwurf
listings-state-published = in der Suche
listings-state-paused = pausiert
listings-state-archived = im Archiv
listings-draft-step = angefangen, Schritt { $number }
listings-lent-times = { $count ->
    [0] noch nicht verliehen
    [one] einmal verliehen
   *[other] { $count }-mal verliehen
}
listings-requests = { $count ->
    [one] Eine Anfrage wartet auf dich
   *[other] { $count } Anfragen warten auf dich
}
listings-go-on = Weitermachen

## Wann es zu haben ist

listings-day-closed = nicht zu haben
listings-day-resting = Pause zwischen zwei Ausleihen
listings-day-too-far = zu weit voraus
listings-day-not-then = passt nicht dazu
listings-day-why = { $state }, warum?
listings-days-free = { $count } frei
listings-year = Das Jahr
listings-legend-closed = wird nicht verliehen
listings-choose-first = { $grain ->
    [hour] Wähle zuerst einen Tag.
   *[day] Wähle zuerst den Tag, an dem du es abholst.
}
listings-choose-last = Abholen: { $day }. Wähle jetzt den Tag, an dem du es zurückbringst.
listings-choose-from = { $day }. Wähle jetzt, ab wann.
listings-choose-until = Ab { $begins }. Wähle jetzt, bis wann. Für einen späteren Tag tippe ihn oben an.
listings-chosen = Ausgewählt: { $period }.
listings-chosen-not = { $period }: Das geht leider nicht
listings-choose-anew = Neu wählen
listings-hours-from = Ab wann? { $day }
listings-hours-until = Bis wann? { $day }
listings-hours-none = An diesem Tag ist keine Stunde mehr frei.
listings-hour-not = geht nicht, warum?
listings-hours = { $hours ->
    [one] { $hours } Stunde
   *[other] { $hours } Stunden
}
listings-hours-before = { $hours ->
    [one] mindestens { $hours } Stunde vorher
   *[other] mindestens { $hours } Stunden vorher
}
listings-units = Anzahl
listings-always = rund um die Uhr
listings-span = { $from } bis { $to } Uhr
listings-open = { $days } { $hours }
listings-plan-out = Verliehen wird: { $when }.
listings-plan-swapped = Abholen und zurückbringen: { $when }. Dazwischen darf es unterwegs bleiben.
listings-plan-exactly = Immer { $length }.
listings-plan-between = Mindestens { $least }, höchstens { $most }.
listings-plan-most = Höchstens { $most }.
listings-plan-lead = Anfragen mindestens { $lead } vorher.
listings-plan-buffer = Pause zwischen zwei Ausleihen: { $buffer }.
listings-plan-horizon = { $days ->
    [one] Buchbar bis { $days } Tag im Voraus.
   *[other] Buchbar bis { $days } Tage im Voraus.
}
listings-plan-units = Davon gibt es { $units }.
listings-grain-ask = Wie verleihst du es?
listings-grain-day = Tageweise
listings-grain-day-note = Zum Beispiel Werkzeug, Zelt, Leiter.
listings-grain-hour = Stundenweise
listings-grain-hour-note = Zum Beispiel Lastenrad, Raum, Beamer.
listings-preset-ask = Wann?
listings-preset-any = An allen Tagen
listings-preset-weekends = Nur am Wochenende
listings-preset-own-days = An diesen Tagen:
listings-preset-always = Rund um die Uhr
listings-preset-evenings = Abends von 17 bis 21 Uhr, am Wochenende ab 9 Uhr
listings-preset-weekend-hours = Am Wochenende von 9 bis 20 Uhr
listings-preset-own-hours = Zu diesen Stunden:
listings-hours-ask = Stunden für jeden Tag
listings-hours-hint = Volle Stunden, zum Beispiel 9-12, 17-21. Leer heißt: an diesem Tag nicht.
listings-hours-placeholder = 9-12, 17-21
listings-stays-out-ask = Und dazwischen?
listings-stays-out-no = Es darf nur in dieser Zeit unterwegs sein
listings-stays-out-no-note = Eine Ausleihe geht nur über Zeiten, die oben stehen.
listings-stays-out-yes = Es darf dazwischen unterwegs bleiben
listings-stays-out-yes-note = Oben steht nur, wann man es abholen und zurückbringen kann.
listings-lead-hours-option = { $hours ->
    [0] gar nicht vorher
    [one] { $hours } Stunde vorher
   *[other] { $hours } Stunden vorher
}
listings-shortest-ask = Wie lange mindestens?
listings-buffer-ask = Wie viel Pause brauchst du zwischen zwei Ausleihen?
listings-buffer-option = { $days ->
    [0] keine
    [one] einen Tag
   *[other] { $days } Tage
}
listings-buffer-hours-option = { $hours ->
    [0] keine
    [one] eine Stunde
   *[other] { $hours } Stunden
}
listings-horizon-ask = Wie weit im Voraus?
listings-horizon-option = { $days ->
    [365] bis zu einem Jahr
    [one] bis zu { $days } Tag
   *[other] bis zu { $days } Tage
}
listings-units-ask = Wie viele gleiche hast du?
listings-units-hint = Zum Beispiel 12 Stühle. Jede Ausleihe bekommt einen davon.
listings-block-as = Diese Tage sind dann
listings-block-closed = gesperrt
listings-block-open = offen, auch gegen den Plan
listings-block-plan = wieder wie im Plan
listings-opened = Offen, auch gegen den Plan
listings-outside-title = Was schon ausgemacht ist, bleibt
listings-outside = Diese Ausleihen und Anfragen passen nicht zum neuen Plan. Sie gelten weiter. Wenn das so recht ist, speichere noch einmal.
listings-outside-line = { $other }, { $days }:
