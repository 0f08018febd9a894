## Anfragen

bookings-request-title = Anfragen
bookings-request-lead = Such dir die Tage aus. { $owner } antwortet dir.
bookings-from = Abholen
bookings-to = Zurückbringen
bookings-from-hour = Ab
bookings-to-hour = Bis
bookings-hour-choose = Stunde wählen
bookings-note = Ein Satz an { $owner }
bookings-note-placeholder = Wofür brauchst du es?
bookings-request-see-price = Das kostet { $total }. Wenn das für dich passt, schick die Anfrage ab.
bookings-request-button-price = Weiter zum Preis
bookings-request-button-for = Für { $total } bei { $owner } anfragen
bookings-request-button-at-once-for = Für { $total } ausleihen
bookings-request-price = Preis ausrechnen
bookings-request-delivery = { $owner } soll es bringen und wieder abholen
bookings-request-button = Bei { $owner } anfragen
bookings-request-sign-in = Im nächsten Schritt meldest du dich an und kannst ein paar Worte dazu schreiben. Die Tage bleiben stehen.
bookings-request-button-at-once = Ausleihen
bookings-request-lead-at-once = Such dir freie Tage aus. Die Zusage kommt sofort.
bookings-request-promise-at-once = Freie Tage sind sofort fest. Danach siehst du Adresse und nächsten Schritt.
bookings-request-promise = { $owner } hat bis zu 24 Stunden Zeit für die Antwort, höchstens bis zum Ende des ersten Tages. Erst mit der Zusage ist es fest.
bookings-request-own = Das verleihst du selbst.
bookings-request-own-link = Anfragen dazu ansehen
bookings-request-gone = Gerade nicht zu haben
bookings-request-gone-text = Es wird im Moment nicht verliehen. Vielleicht findest du etwas Ähnliches in der Nähe.
bookings-request-search = Etwas anderes suchen
bookings-request-open = { $state ->
    [accepted] Du leihst es schon: { $days }
   *[requested] Du hast schon angefragt: { $days }
}
bookings-request-open-link = Ansehen

bookings-refused-own = Das gehört dir selbst.
bookings-refused-not-for-loan = Es wird im Moment nicht verliehen.
bookings-refused-day-not-lent = Am { $day } wird es nicht verliehen.
bookings-refused-too-soon = So kurzfristig geht es nicht. Der früheste Tag ist { $day }.
bookings-refused-too-far = So weit im Voraus geht es nicht. Der späteste Tag ist { $day }.
bookings-refused-too-long = { $days ->
    [one] Es wird höchstens einen Tag lang verliehen.
   *[other] Es wird höchstens { $days } Tage am Stück verliehen.
}
bookings-refused-too-soon-hours = So kurzfristig geht es nicht. Es geht frühestens { $from }.
bookings-refused-too-short = { $days ->
    [one] Es wird mindestens { $days } Tag verliehen.
   *[other] Es wird mindestens { $days } Tage verliehen.
}
bookings-refused-too-few-hours = { $hours ->
    [one] Es wird mindestens { $hours } Stunde verliehen.
   *[other] Es wird mindestens { $hours } Stunden verliehen.
}
bookings-refused-too-many-hours = { $hours ->
    [one] Länger als { $hours } Stunde geht nicht.
   *[other] Länger als { $hours } Stunden geht nicht.
}
bookings-refused-past = Das ist schon vorbei.
bookings-refused-other-grain = Bitte sag, von wann bis wann.
bookings-refused-no-such-hour = Diese Stunde fällt aus: Die Uhren werden vorgestellt.
bookings-refused-hour-not-lent = Am { $day } um { $hour } Uhr wird es nicht verliehen.
bookings-refused-closed = Am { $day } ist es nicht zu haben.
bookings-refused-hour-taken = Am { $day } ist es um { $hour } Uhr schon vergeben.
bookings-refused-resting = Am { $day } braucht es eine Pause zwischen zwei Ausleihen.
bookings-refused-hour-resting = Am { $day } um { $hour } Uhr braucht es eine Pause zwischen zwei Ausleihen.
bookings-refused-taken = Am { $day } ist es schon vergeben.
bookings-refused-asked-already = Für einen dieser Tage hast du schon angefragt.
bookings-refused-not-yours = Das kann nur die andere Seite tun.
bookings-refused-not-now = Das geht gerade nicht. So steht es jetzt:
bookings-refused-over = Diese Ausleihe ist schon zu Ende. So steht es jetzt:
bookings-refused-too-late = Dafür ist es zu spät. So steht es jetzt:
bookings-refused-too-early = Das geht erst ab { $from }.
bookings-refused-same-days = Das sind die Tage, die ihr schon ausgemacht habt.
bookings-refused-already-out = Es ist schon unterwegs. Ändern lässt sich nur noch der letzte Tag.
bookings-refused-waits = Jetzt ist die andere Seite dran.
bookings-refused-busy = Gerade hat jemand anderes etwas geändert. Sieh bitte noch einmal hin.

## Eine Ausleihe

bookings-loans = Ausleihen
bookings-when = Zeitraum
bookings-pick-up = Abholen
bookings-bring-back = Zurück
bookings-both = Ihr beide
bookings-you = (du)
bookings-role = { $side ->
    [lender] verleiht
   *[borrower] leiht aus
}
bookings-place = { $how ->
    [deliver] Von hier kommt es
    [key_box] Hier ist der Schlüsselkasten
   *[pick_up] Hier abholen
}
bookings-place-secret = Das seht nur ihr beide, und nur bis die Ausleihe zu Ende ist.
bookings-place-later = Die genaue Adresse siehst du, sobald { $other } zusagt.
bookings-place-later-title = Wo?
bookings-place-near = In der Nähe von { $place }
bookings-place-map = Auf der Karte ansehen
bookings-place-foreign = (OpenStreetMap)
bookings-terms = Was ihr abgemacht habt
bookings-terms-lead = So stand es da, als gefragt wurde.
bookings-terms-included = Das gehört dazu
bookings-terms-checklist = Das schaut ihr euch an
bookings-terms-rules = Bitte beachten
bookings-terms-condition = Zustand
bookings-terms-value = Wert, falls es ersetzt werden muss
bookings-terms-handover = Übergabe
bookings-condition-new = neu
bookings-condition-very-good = sehr gut
bookings-condition-good = gut
bookings-condition-worn = gebraucht, aber in Ordnung
bookings-handover-pick-up = abholen
bookings-handover-deliver = wird gebracht
bookings-handover-key-box = Schlüsselkasten
bookings-conduct = Unser Miteinander
bookings-conduct-1 = Behandle es wie deins.
bookings-conduct-2 = Sag früh Bescheid, wenn etwas dazwischenkommt.
bookings-conduct-3 = Geht etwas kaputt: sag es. Ihr findet eine Lösung.
bookings-conduct-more = Alles lesen

## Wann

bookings-on-today = heute
bookings-on-tomorrow = morgen
bookings-on-yesterday = gestern
bookings-on-day = am { $day }
bookings-by-day = { $day }
bookings-moment-today = heute, { $time } Uhr
bookings-moment-tomorrow = morgen, { $time } Uhr
bookings-moment-yesterday = gestern, { $time } Uhr

## Der nächste Schritt

bookings-whose-mine = Du bist dran
bookings-whose-theirs = { $other } ist dran
bookings-whose-over = Vorbei
bookings-whose-closed = Geschafft

bookings-next-answer = { $side ->
    [lender] Möchtest du es { $other } leihen?
   *[borrower] { $other } antwortet bis { $until }
}
bookings-next-answer-text = { $side ->
    [lender] Andere Anfragen für dieselben Tage sagen wir dann freundlich für dich ab.
   *[borrower] Wir schreiben dir eine E-Mail, sobald die Antwort da ist. Kommt keine, verfällt die Anfrage, und du bist frei, woanders zu fragen.
}
bookings-next-answer-until = Antworte bis { $until }. Danach verfällt die Anfrage.
bookings-next-hand-over = { $side ->
    [lender] { $how ->
        [deliver] Bring es { $on } zu { $other }
        [key_box] { $other } holt es { $on } am Schlüsselkasten ab
       *[pick_up] { $other } holt es { $on } bei dir ab
    }
   *[borrower] { $how ->
        [deliver] { $other } bringt es dir { $on }
        [key_box] Hol es { $on } am Schlüsselkasten ab
       *[pick_up] Hol es { $on } bei { $other } ab
    }
}
bookings-next-hand-over-text = Schaut es euch zusammen an: Ist alles da, geht alles? Danach bestätigt ihr hier beide die Übergabe.
bookings-next-hand-over-later = Ab { $from } könnt ihr die Übergabe hier bestätigen.
bookings-next-confirm-handover = { $side ->
    [lender] Hast du es { $other } gegeben?
   *[borrower] Hast du es bekommen?
}
bookings-next-confirm-handover-text = { $side ->
    [lender] { $other } schreibt: Ich habe es bekommen.
   *[borrower] { $other } schreibt: Ich habe es übergeben.
}
bookings-next-confirm-handover-until = Sagst du nichts, gilt es ab { $until } als bestätigt.
bookings-next-handover-waiting = { $other } bestätigt noch die Übergabe
bookings-next-handover-waiting-text = Widerspricht { $other } nicht, gilt sie ab { $until } von allein als bestätigt.
bookings-next-bring-back = { $side ->
    [lender] { $fetched ->
        [yes] Hol es bis { $by } bei { $other } wieder ab
       *[no] { $other } bringt es bis { $by } zurück
    }
   *[borrower] { $fetched ->
        [yes] { $other } holt es bis { $by } bei dir ab
       *[no] Bring es bis { $by } zurück
    }
}
bookings-next-bring-back-text = { $side ->
    [lender] Wenn es wieder bei dir ist: Schau es dir an, dann bestätigt ihr beide die Rückgabe.
   *[borrower] Viel Freude damit! Bei der Rückgabe schaut ihr es euch noch einmal zusammen an.
}
bookings-next-late = { $side ->
    [lender] { $fetched ->
        [yes] Du wolltest es { $on } bei { $other } abholen
       *[no] { $other } sollte es { $on } zurückbringen
    }
   *[borrower] { $fetched ->
        [yes] { $other } wollte es { $on } bei dir abholen
       *[no] Bring es bitte heute zurück
    }
}
bookings-next-late-text = { $side ->
    [lender] { $fetched ->
        [yes] Vereinbart war: { $by }. Sag { $other } bitte, wann du kommst.
       *[no] Frag am besten einmal freundlich nach. Meistens wurde es einfach vergessen.
    }
   *[borrower] { $fetched ->
        [yes] Vereinbart war: { $by }. Frag { $other } bitte, wann es passt.
       *[no] Vereinbart war: { $by }. Sag { $other } bitte gleich Bescheid.
    }
}
bookings-next-confirm-return = { $side ->
    [lender] Ist es wieder bei dir?
   *[borrower] Hast du es zurückgegeben?
}
bookings-next-confirm-return-text = { $side ->
    [lender] { $other } schreibt: Ich habe es zurückgegeben. Schau nach, ob alles da und heil ist.
   *[borrower] { $other } schreibt: Es ist wieder da.
}
bookings-next-confirm-return-until = Sagst du nichts, gilt es ab { $until } als bestätigt.
bookings-next-return-waiting = { $other } bestätigt noch die Rückgabe
bookings-next-return-waiting-text = Widerspricht { $other } nicht, gilt sie ab { $until } von allein als bestätigt.
bookings-next-settle-handover = { $role ->
    [reporter] { $other } sagt: Die Übergabe war nicht so
   *[contester] Ihr seht die Übergabe verschieden
}
bookings-next-settle-handover-text = { $role ->
    [reporter] Redet miteinander, nichts läuft von allein weiter. War deine Meldung ein Versehen, nimm sie zurück.
   *[contester] Redet miteinander, nichts läuft von allein weiter. Ist es geklärt, bestätige die Übergabe. Oder { $other } nimmt die Meldung zurück.
}
bookings-next-settle-return = { $role ->
    [reporter] { $other } sagt: Die Rückgabe war nicht so
   *[contester] Ihr seht die Rückgabe verschieden
}
bookings-next-settle-return-text = { $role ->
    [reporter] Redet miteinander, nichts läuft von allein weiter. War deine Meldung ein Versehen, nimm sie zurück.
   *[contester] Redet miteinander, nichts läuft von allein weiter. Ist es geklärt, bestätige die Rückgabe. Oder { $other } nimmt die Meldung zurück.
}

bookings-next-answer-proposal = { $other } möchte andere Tage
bookings-next-answer-proposal-text = Statt { $days } lieber: { $proposed }. Sagst du ja, gelten sofort die neuen Tage.
bookings-next-answer-proposal-until = Antworte bis { $until }. Danach bleibt es bei den alten Tagen.

bookings-over-withdrawn = { $side ->
    [lender] { $other } hat die Anfrage zurückgezogen
   *[borrower] Du hast die Anfrage zurückgezogen
}
bookings-over-withdrawn-text = { $side ->
    [lender] Du brauchst nichts zu tun.
   *[borrower] { $other } weiß Bescheid.
}
bookings-over-found-elsewhere = { $side ->
    [lender] { $other } hat es schon von jemand anderem
   *[borrower] Jemand anderes hat zuerst zugesagt
}
bookings-over-found-elsewhere-text = { $side ->
    [lender] { $other } hatte mehrere gefragt. Du brauchst nichts zu tun.
   *[borrower] Wir haben { $other } Bescheid gesagt.
}
bookings-over-declined = { $side ->
    [lender] Du hast diesmal abgesagt
   *[borrower] { $other } kann diesmal nicht
}
bookings-over-declined-text = { $side ->
    [lender] { $other } weiß Bescheid.
   *[borrower] Vielleicht klappt es an anderen Tagen, oder es gibt etwas Ähnliches in der Nähe.
}
bookings-over-gave-way = { $side ->
    [lender] Diese Tage hast du jemand anderem zugesagt
   *[borrower] Diese Tage gingen an jemand anderen
}
bookings-over-gave-way-text = { $side ->
    [lender] Wir haben { $other } freundlich Bescheid gegeben.
   *[borrower] Das liegt nicht an dir: Für dieselben Tage gab es mehrere Anfragen. Versuch es mit anderen Tagen oder mit etwas Ähnlichem in der Nähe.
}
bookings-over-expired = { $side ->
    [lender] Die Anfrage ist verfallen
   *[borrower] { $other } hat nicht rechtzeitig geantwortet
}
bookings-over-expired-text = { $side ->
    [lender] Bis { $until } kam keine Antwort. { $other } sucht jetzt wohl woanders.
   *[borrower] Die Anfrage ist damit erledigt. Versuch es bei jemand anderem in der Nähe.
}
bookings-over-cancelled = { $role ->
    [me] Du hast die Ausleihe abgesagt
   *[other] { $other } hat die Ausleihe abgesagt
}
bookings-over-cancelled-text = { $role ->
    [me] { $other } weiß Bescheid.
   *[other] Die Tage sind wieder frei.
}
bookings-over-lapsed = Eine Übergabe wurde nie gemeldet
bookings-over-lapsed-text = Die Tage sind längst vorbei, deshalb haben wir diese Ausleihe beendet.
bookings-over-closed = { $side ->
    [lender] Es ist wieder bei dir
   *[borrower] Alles ist zurück. Danke!
}
bookings-over-closed-text = Schön, dass es geklappt hat.
bookings-instead = Das ist frei: { $days }
bookings-over-search = Etwas Ähnliches suchen
bookings-over-again = Noch einmal anfragen

## Was man tun kann

bookings-do-accept = Ja, zusagen
bookings-do-decline = Nein, diesmal nicht
bookings-do-decline-button = Absagen
bookings-do-decline-words = Kurzer Grund, { $other } liest ihn
bookings-do-withdraw = Anfrage zurückziehen
bookings-refused-see-fee = Absagen kostet jetzt etwas. Sieh bitte noch einmal hin, wie viel.
bookings-cancelling-free = Absagen kostet dich jetzt nichts.
bookings-cancelling-costs = Absagen kostet dich jetzt { $owed } ({ $percent } % des Preises).
bookings-cancelling-lender = Sagst du ab, braucht { $other } nichts zu bezahlen.
bookings-cancelling-until = Das gilt bis { $until }, danach wird es mehr.
bookings-cancelled-owed = { $side ->
    [lender] Du bekommst dafür { $owed }. Das rechnet ihr unter euch ab.
   *[borrower] Du schuldest dafür { $owed }. Das rechnet ihr unter euch ab.
}
mail-booking-owed = { $side ->
    [lender] Nach eurer Abmachung bekommst du dafür { $owed }. Das rechnet ihr unter euch ab.
   *[borrower] Nach eurer Abmachung schuldest du dafür { $owed }. Das rechnet ihr unter euch ab.
}
bookings-do-cancel = Ausleihe absagen
bookings-do-cancel-button = Absagen
bookings-do-cancel-words = Warum? { $other } liest es
bookings-do-hand-over = { $side ->
    [lender] Ich habe es übergeben
   *[borrower] Ich habe es bekommen
}
bookings-do-hand-over-confirm = { $side ->
    [lender] Ja, ich habe es übergeben
   *[borrower] Ja, ich habe es bekommen
}
bookings-do-return = { $side ->
    [lender] Es ist wieder bei mir
   *[borrower] Ich habe es zurückgegeben
}
bookings-do-return-confirm = { $side ->
    [lender] Ja, alles ist wieder da
   *[borrower] Ja, ich habe es zurückgegeben
}
bookings-do-contest = Nein, das stimmt nicht
bookings-do-contest-button = Widersprechen
bookings-do-contest-words = Was stimmt nicht? { $other } liest es
bookings-do-take-back = Das war ein Versehen, zurücknehmen
bookings-do-propose = Andere Tage vorschlagen
bookings-do-propose-out = { $side ->
    [lender] Früher zurückhaben oder länger verleihen
   *[borrower] Länger behalten oder früher zurückbringen
}
bookings-until-day = bis { $day }
bookings-do-propose-hint = { $other } bekommt deinen Vorschlag. Bis zur Zusage bleibt es bei den Tagen, die ihr ausgemacht habt.
bookings-do-propose-words = Ein Satz dazu, { $other } liest ihn
bookings-do-propose-button = Vorschlagen
bookings-do-agree = Ja, so machen wir es
bookings-do-disagree = Nein, es bleibt dabei
bookings-do-disagree-words = Kurzer Grund, { $other } liest ihn
bookings-do-disagree-button = Es bleibt dabei
bookings-do-drop-proposal = Meinen Vorschlag zurücknehmen
bookings-proposal-price = Das kostet dann { $then } statt { $now }.
bookings-proposal-mine = Du hast andere Tage vorgeschlagen: { $days }. { $other } kann bis { $until } zusagen.

## Verlauf

bookings-timeline = Verlauf
bookings-timeline-who = { $name }, { $at }
bookings-timeline-time = von allein, { $at }
bookings-timeline-planned = geplant: { $day }
bookings-timeline-until = bis { $until }
bookings-event-requested = Angefragt
bookings-event-accepted = Zugesagt
bookings-event-declined = Abgesagt
bookings-event-gave-way = An jemand anderen verliehen
bookings-event-withdrawn = Zurückgezogen
bookings-event-found-elsewhere = Bei jemand anderem gefunden
bookings-event-expired = Verfallen
bookings-event-cancelled = Abgesagt
bookings-event-handover-reported = Übergabe gemeldet
bookings-event-handed-over = Übergabe bestätigt
bookings-event-handed-over-by-code = Übergabe von beiden mit dem Code bestätigt
bookings-event-return-reported = Rückgabe gemeldet
bookings-event-returned = Rückgabe bestätigt
bookings-event-returned-by-code = Rückgabe von beiden mit dem Code bestätigt
bookings-event-contested = Widersprochen
bookings-event-taken-back = Meldung zurückgenommen
bookings-event-proposed = Andere Tage vorgeschlagen
bookings-event-changed = Auf andere Tage geeinigt
bookings-event-disagreed = Es bleibt bei den Tagen
bookings-event-proposal-dropped = Vorschlag zurückgenommen
bookings-event-proposal-expired = Keine Antwort auf den Vorschlag, es bleibt bei den Tagen
bookings-event-lapsed = Ohne Übergabe beendet
bookings-event-closed = Abgeschlossen
bookings-plan-answer = Antwort von { $other }
bookings-plan-my-answer = Deine Antwort
bookings-plan-handover = Übergabe
bookings-plan-return = Rückgabe
bookings-plan-closed = Abgeschlossen

## Listen

bookings-loans-lead = Was du leihst und verleihst. Was auf dich wartet, steht oben.
bookings-tabs = Ausleihen filtern
bookings-tab-all = Alle
bookings-tab-borrower = Ich leihe aus
bookings-tab-lender = Ich verleihe
bookings-waiting = Das wartet auf dich
bookings-running = Läuft gerade
bookings-past = Vorbei
bookings-from-whom = von { $other }
bookings-to-whom = { $state ->
    [requested] { $other } möchte es ausleihen
   *[other] an { $other }
}
bookings-look = Ansehen
bookings-look-of = Ansehen: { $title }
bookings-pages = Seiten
bookings-newer = Neuere
bookings-older = Ältere
bookings-none = Noch nichts geliehen
bookings-none-text = Such dir etwas in der Nähe. Anfragen kostet nichts.
bookings-none-button = Etwas suchen
bookings-none-lender = Noch nichts verliehen
bookings-none-lender-text = Sobald jemand eins deiner Dinge ausleihen möchte, steht es hier.
bookings-none-lender-button = Etwas verleihen

bookings-tag-requested = angefragt
bookings-tag-accepted = zugesagt
bookings-tag-handing-over = Übergabe offen
bookings-tag-with-borrower = ausgeliehen
bookings-tag-overdue = überfällig
bookings-tag-returning = Rückgabe offen
bookings-tag-contested = ungeklärt
bookings-tag-withdrawn = zurückgezogen
bookings-tag-found-elsewhere = anders gefunden
bookings-tag-declined = abgesagt
bookings-tag-gave-way = anders vergeben
bookings-tag-expired = verfallen
bookings-tag-cancelled = abgesagt
bookings-tag-lapsed = nicht abgeholt
bookings-tag-closed = abgeschlossen

notice-taken-back = Zurückgenommen. Wir haben Bescheid gegeben.
notice-proposed = Vorgeschlagen. Wir haben Bescheid gegeben.
notice-changed = Abgemacht. Die neuen Tage gelten.
notice-disagreed = Es bleibt bei den Tagen. Wir haben Bescheid gegeben.

## Tage schließen

bookings-close-title = Kaputt oder im Urlaub?
bookings-close-lead = An welchen Tagen soll es niemand haben? Im nächsten Schritt siehst du, wen das betrifft.
bookings-close-from = Vom
bookings-close-to = Bis zum
bookings-close-look = Ansehen, wen es betrifft
bookings-close-other-days = Andere Tage
bookings-close-unit = Welches?
bookings-close-unit-all = Alle
bookings-close-unit-one = Nur Nummer { $number }
bookings-close-unit-hint = Wer dieses bekommen sollte, bekommt ein anderes, wenn eins frei ist.
bookings-close-nobody = { $days }: Da hat niemand etwas ausgemacht oder angefragt.
bookings-close-concerned = { $days }: { $count ->
    [one] Das betrifft eine Ausleihe oder Anfrage.
   *[other] Das betrifft { $count } Ausleihen und Anfragen.
}
bookings-close-line = { $other }, { $days }: { $stage ->
    [requested] hat angefragt
    [out] hat es schon, das bleibt so
   *[agreed] ist abgemacht
}
bookings-close-how = Was soll damit werden?
bookings-close-call-off = Alles absagen
bookings-close-call-off-hint = Anfragen und Ausleihen werden abgesagt. Was schon unterwegs ist, bleibt.
bookings-close-inform = Nur Bescheid geben
bookings-close-inform-hint = Alles bleibt, und ihr sprecht euch ab.
bookings-close-words = Was ist los? Alle, die es betrifft, lesen es
bookings-close-button = Tage schließen
notice-days-closed = Die Tage sind geschlossen. Alle, die es betrifft, wissen Bescheid.

## E-Mails

mail-booking-requested-subject = { $other } möchte „{ $title }“ ausleihen
mail-booking-requested-text = { $other } fragt nach „{ $title }“: { $days }. Bitte antworte bis { $until }. Danach verfällt die Anfrage.
mail-booking-accepted-subject = { $side ->
    [lender] { $other } leiht sich „{ $title }“
   *[borrower] { $other } sagt ja: „{ $title }“
}
mail-booking-accepted-text = { $side ->
    [lender] { $other } leiht sich „{ $title }“: { $days }. Zugesagt ist es schon, so hast du es eingestellt. Was { $other } dazu schreibt und den nächsten Schritt findest du auf der Seite eurer Ausleihe.
   *[borrower] gute Nachricht: { $other } leiht dir „{ $title }“, { $days }. Die Adresse und den nächsten Schritt findest du auf der Seite eurer Ausleihe.
}
mail-booking-declined-subject = { $other } kann diesmal nicht: „{ $title }“
mail-booking-declined-text = { $other } kann dir „{ $title }“ diesmal nicht leihen ({ $days }). Vielleicht klappt es an anderen Tagen, oder jemand anderes in der Nähe hat etwas Ähnliches.
mail-booking-gave-way-subject = Schon vergeben: „{ $title }“
mail-booking-gave-way-text = für { $days } gab es mehrere Anfragen nach „{ $title }“, und { $other } hat schon jemand anderem zugesagt. Das liegt nicht an dir. Vielleicht passen andere Tage, oder jemand anderes in der Nähe hat etwas Ähnliches.
mail-booking-withdrawn-subject = { $other } hat die Anfrage zurückgezogen: „{ $title }“
mail-booking-withdrawn-text = { $other } braucht „{ $title }“ ({ $days }) nicht mehr. Du brauchst nichts zu tun.
mail-booking-found-elsewhere-subject = Schon gefunden: „{ $title }“
mail-booking-found-elsewhere-text = { $other } hatte mehrere gefragt, und jemand anderes hat zuerst zugesagt. Die Anfrage nach „{ $title }“ ({ $days }) ist damit erledigt. Du brauchst nichts zu tun. Danke, dass du verleihst!
mail-booking-expired-subject = { $side ->
    [lender] Verfallen: die Anfrage von { $other } nach „{ $title }“
   *[borrower] Keine Antwort: „{ $title }“
}
mail-booking-expired-text = { $side ->
    [lender] auf die Anfrage von { $other } nach „{ $title }“ ({ $days }) kam keine Antwort, deshalb ist sie verfallen. Wenn du gerade nichts verleihen möchtest, mach bei deinen Dingen eine Pause. Dann fragt niemand vergeblich.
   *[borrower] { $other } hat auf deine Anfrage nach „{ $title }“ ({ $days }) nicht rechtzeitig geantwortet. Du bist frei, woanders zu fragen.
}
mail-booking-cancelled-subject = { $other } hat abgesagt: „{ $title }“
mail-booking-cancelled-text = leider wird aus der Ausleihe von „{ $title }“ ({ $days }) nichts: { $other } hat abgesagt. Die Tage sind wieder frei.
mail-booking-handover-reported-subject = { $side ->
    [lender] { $other } hat „{ $title }“ bekommen. Stimmt das?
   *[borrower] { $other } hat dir „{ $title }“ übergeben. Stimmt das?
}
mail-booking-handover-reported-text = { $side ->
    [lender] { $other } schreibt, „{ $title }“ ist übergeben. Bitte bestätige das kurz oder widersprich. Sagst du nichts, gilt es ab { $until } als bestätigt.
   *[borrower] { $other } schreibt, „{ $title }“ ist bei dir. Bitte bestätige das kurz oder widersprich. Sagst du nichts, gilt es ab { $until } als bestätigt.
}
mail-booking-handed-over-subject = Übergabe bestätigt: „{ $title }“
mail-booking-handed-over-text = { $by ->
    [time] die Übergabe von „{ $title }“ gilt jetzt als bestätigt, denn 24 Stunden lang hat niemand widersprochen.
   *[person] { $other } hat die Übergabe von „{ $title }“ bestätigt.
} { $side ->
    [lender] Die Ausleihe geht so lange: { $days }.
   *[borrower] Viel Freude damit! Ausgemacht ist: { $days }.
}
mail-booking-return-reported-subject = { $side ->
    [lender] { $other } hat „{ $title }“ zurückgegeben. Ist alles da?
   *[borrower] „{ $title }“ ist zurück, schreibt { $other }. Stimmt das?
}
mail-booking-return-reported-text = { $side ->
    [lender] { $other } schreibt, „{ $title }“ ist wieder bei dir. Schau bitte nach, ob alles da und heil ist, und bestätige oder widersprich. Sagst du nichts, gilt es ab { $until } als bestätigt.
   *[borrower] { $other } schreibt, „{ $title }“ ist wieder da. Bitte bestätige das kurz oder widersprich. Sagst du nichts, gilt es ab { $until } als bestätigt.
}
mail-booking-returned-subject = Abgeschlossen: „{ $title }“
mail-booking-returned-text = { $by ->
    [time] die Rückgabe von „{ $title }“ gilt jetzt als bestätigt, denn 24 Stunden lang hat niemand widersprochen.
   *[person] { $other } hat die Rückgabe von „{ $title }“ bestätigt.
} Damit ist die Ausleihe abgeschlossen. Danke, dass du mitmachst!
mail-booking-contested-subject = { $other } sieht das anders: „{ $title }“
mail-booking-contested-text = { $other } widerspricht deiner Meldung zu „{ $title }“. Redet bitte miteinander. Es läuft nichts von allein weiter. War es ein Versehen, nimm die Meldung einfach zurück.
mail-booking-taken-back-subject = { $other } hat die Meldung zurückgenommen: „{ $title }“
mail-booking-taken-back-text = { $other } hat die Meldung zu „{ $title }“ zurückgenommen. Wie es jetzt steht, siehst du auf der Seite eurer Ausleihe.
mail-booking-proposed-subject = { $other } möchte andere Tage: „{ $title }“
mail-booking-proposed-text = { $other } schlägt für „{ $title }“ andere Tage vor: { $proposed }. Ausgemacht ist bisher: { $days }. Du kannst bis { $until } zusagen, danach bleibt alles, wie es ist.
mail-booking-changed-subject = Abgemacht: neue Tage für „{ $title }“
mail-booking-changed-text = { $other } ist einverstanden. Für „{ $title }“ gilt jetzt: { $days }.
mail-booking-disagreed-subject = Es bleibt bei den Tagen: „{ $title }“
mail-booking-disagreed-text = andere Tage passen { $other } leider nicht. Für „{ $title }“ gilt weiter: { $days }.
mail-booking-proposal-dropped-subject = { $other } nimmt den Vorschlag zurück: „{ $title }“
mail-booking-proposal-dropped-text = { $other } braucht für „{ $title }“ doch keine anderen Tage. Es bleibt dabei: { $days }.
mail-booking-proposal-expired-subject = Keine Antwort, es bleibt bei den Tagen: „{ $title }“
mail-booking-proposal-expired-text = auf den Vorschlag, für „{ $title }“ andere Tage zu nehmen, kam rechtzeitig keine Antwort. Es bleibt dabei: { $days }.
mail-booking-remind-answer-subject = { $other } wartet auf deine Antwort: „{ $title }“
mail-booking-remind-answer-text = { $other } fragt nach „{ $title }“: { $days }. Ein Ja oder ein Nein genügt, am besten gleich. Bis { $until } hast du Zeit, danach verfällt die Anfrage.
mail-booking-remind-pick-up-subject = Morgen ist es so weit: „{ $title }“
mail-booking-remind-pick-up-text = { $side ->
    [lender] morgen geht „{ $title }“ an { $other }. Liegt alles bereit? Kommt dir etwas dazwischen, sag bitte jetzt Bescheid.
   *[borrower] morgen ist die Übergabe von „{ $title }“ mit { $other }. Adresse und Hinweise stehen auf der Seite eurer Ausleihe. Kommt dir etwas dazwischen, sag bitte jetzt Bescheid.
}
mail-booking-remind-return-subject = Heute zurückbringen: „{ $title }“
mail-booking-remind-return-text = heute ist der letzte Tag mit „{ $title }“. Bitte bring es { $other } zurück und bestätigt euch die Rückgabe.
mail-booking-remind-overdue-subject = { $side ->
    [lender] Noch nicht zurück: „{ $title }“
   *[borrower] Bitte zurückbringen: „{ $title }“
}
mail-booking-remind-overdue-text = { $side ->
    [lender] „{ $title }“ sollte schon wieder bei dir sein, ausgemacht war: { $days }. Wir haben { $other } gerade daran erinnert. Ist es längst da? Dann bestätige kurz die Rückgabe.
   *[borrower] „{ $title }“ sollte schon zurück sein, ausgemacht war: { $days }. Bitte bring es heute zurück oder sag { $other } Bescheid. Ist es längst dort? Dann bestätige kurz die Rückgabe.
}
mail-booking-warn-next-subject = Könnte später werden: „{ $title }“
mail-booking-warn-next-text = „{ $title }“, das du für { $days } ausgeliehen hast, ist noch nicht wieder bei { $other }. Wir sagen es dir jetzt schon, damit du planen kannst. Du kannst warten, andere Tage vorschlagen oder absagen; das kostet dich jetzt nichts. Frag am besten { $other }, wie es steht.
mail-booking-owner-notice-subject = { $other } hat etwas zu sagen: „{ $title }“
mail-booking-owner-notice-text = es geht um „{ $title }“ ({ $days }). Es bleibt erst einmal bei eurer Abmachung. Das schreibt { $other }:
mail-booking-plan-proposed-subject = { $other } schlägt einen anderen Weg vor: „{ $title }“
mail-booking-plan-proposed-text = { $other } möchte die Übergabe oder Rückgabe von „{ $title }“ ({ $days }) anders machen als von Hand zu Hand. Es gilt erst, wenn du zustimmst. Zustimmen oder ablehnen kannst du auf der Seite eurer Ausleihe. Das schreibt { $other }:
mail-booking-plan-agreed-subject = { $other } ist einverstanden: „{ $title }“
mail-booking-plan-agreed-text = { $other } ist mit deinem Vorschlag für „{ $title }“ ({ $days }) einverstanden. So ist es jetzt abgemacht:
mail-booking-plan-declined-subject = { $other } möchte es lieber anders: „{ $title }“
mail-booking-plan-declined-text = dein Vorschlag für „{ $title }“ ({ $days }) passt { $other } leider nicht. Es bleibt, wie es war.
mail-booking-lapsed-subject = Ohne Übergabe beendet: „{ $title }“
mail-booking-lapsed-text = die Tage für „{ $title }“ ({ $days }) sind längst vorbei, und niemand hat eine Übergabe gemeldet. Deshalb haben wir die Ausleihe mit { $other } beendet. Du brauchst nichts zu tun.
