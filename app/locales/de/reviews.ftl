## Sterne

reviews-stars-5 = sehr gut
reviews-stars-4 = gut
reviews-stars-3 = ging so
reviews-stars-2 = nicht gut
reviews-stars-1 = schlecht
reviews-stars-of = { $stars ->
    [one] ein Stern von 5
   *[other] { $stars } Sterne von 5
}
reviews-mean-of = { $mean } von 5 ({ $count })
reviews-mean-read = { $mean } von 5 Sternen, { $count ->
    [one] eine Bewertung
   *[other] { $count } Bewertungen
}
reviews-count = { $count ->
    [one] eine Bewertung
   *[other] { $count } Bewertungen
}
reviews-spread = So verteilen sich die Sterne
reviews-spread-stars = Sterne
reviews-spread-count = Wie oft
reviews-aspect-as-described = wie beschrieben
reviews-aspect-condition = Zustand
reviews-aspect-communication = Absprachen
reviews-aspect-care = Umgang mit dem Ding
reviews-aspect-punctuality = Pünktlichkeit

## Was andere sagen

reviews-of-thing = Was andere sagen
reviews-of-thing-title = Was andere sagen: { $title }
reviews-of-member = { $side ->
    [lender] Wenn { $name } verleiht
   *[borrower] Wenn { $name } ausleiht
}
reviews-as-lender = beim Verleihen
reviews-all = { $count ->
    [one] Die Bewertung lesen
   *[other] Alle { $count } Bewertungen lesen
}
reviews-none = Noch keine Bewertungen
reviews-none-text = Nach jeder Ausleihe können beide sagen, wie es war. Hier steht es dann.
reviews-pages = Seiten mit Bewertungen
reviews-page = Seite { $page } von { $pages }
reviews-newer = Neuere
reviews-older = Ältere
reviews-reply-of = { $name } antwortet:

## Was sich zeigt, ohne dass jemand etwas sagt

reviews-fact-lent = { $count }-mal verliehen
reviews-fact-borrowed = { $count }-mal ausgeliehen
reviews-fact-answers = { $count } von { $of } Anfragen beantwortet
reviews-fact-answer-time = Antwort meist nach { $time } ({ $of } Antworten)
reviews-fact-lender-cancels = Von { $of } Zusagen { $count ->
    [0] keine
    [one] eine
   *[other] { $count }
} wieder abgesagt
reviews-fact-borrower-cancels = Von { $of } zugesagten Ausleihen { $count ->
    [0] keine
    [one] eine
   *[other] { $count }
} abgesagt
reviews-fact-on-time = { $count } von { $of } Mal pünktlich zurückgebracht
reviews-facts-hint = Aus den letzten zwölf Monaten
reviews-time-short = weniger als einer Stunde
reviews-time-hours = { $hours ->
    [one] etwa einer Stunde
   *[other] etwa { $hours } Stunden
}
reviews-time-days = { $days ->
    [one] etwa einem Tag
   *[other] etwa { $days } Tagen
}

## Auf der Seite einer Ausleihe

reviews-next-whose = Noch ein Wort
reviews-next-write = { $side ->
    [lender] Wie war es mit { $other }?
   *[borrower] Wie war es?
}
reviews-next-write-text = Ein paar Sterne genügen. Was ihr schreibt, erscheint erst, wenn ihr beide geschrieben habt oder die Zeit um ist. So lange liest es niemand, auch { $other } nicht.
reviews-next-until = Du hast Zeit bis { $until }.
reviews-next-write-button = Sag, wie es war
reviews-next-change = Du hast gesagt, wie es war
reviews-next-change-text = Das liest noch niemand. Es erscheint, sobald ihr beide geschrieben habt, spätestens { $until }. So lange kannst du es ändern.
reviews-next-change-button = Ändern
reviews-both = Wie es war
reviews-from = { $name } schreibt:
reviews-from-nobody = { $name } hat nichts dazu geschrieben.
reviews-reply = { $other } antworten
reviews-reply-hint = Eine Antwort, für alle zu lesen. Sie lässt sich danach nicht mehr ändern.
reviews-reply-button = Antwort veröffentlichen

## Sagen, wie es war

reviews-form-title = { $side ->
    [lender] Wie war es mit { $other }?
   *[borrower] Wie war es bei { $other }?
}
reviews-ask-overall = Alles in allem
reviews-ask-words = In deinen Worten
reviews-ask-words-hint = Was sollten andere wissen? Bei drei Sternen oder weniger schreib bitte, woran es lag. Sonst reichen die Sterne.
reviews-ask-more = { $side ->
    [lender] Genauer: Umgang, Pünktlichkeit, Absprachen (freiwillig)
   *[borrower] Genauer: Beschreibung, Zustand, Absprachen (freiwillig)
}
reviews-ask-as-described = War es so, wie es beschrieben ist?
reviews-ask-condition = In welchem Zustand war es?
reviews-ask-communication = Wie gingen die Absprachen?
reviews-ask-care = Wie wurde mit dem Ding umgegangen?
reviews-ask-punctuality = Wie pünktlich waren Abholen und Zurückbringen?
reviews-ask-unsaid = keine Angabe
reviews-form-public = { $side ->
    [lender] Das steht später mit deinem Vornamen auf der Seite von { $other }. Was verliehen wurde, steht nicht dabei.
   *[borrower] Das steht später mit deinem Vornamen auf der Seite des Dings und auf der von { $other }.
}
reviews-form-button = Abschicken
reviews-form-back = Zurück zur Ausleihe
reviews-refused-no-loan = Das geht erst, wenn die Ausleihe zu Ende ist und beide das bestätigt haben.
reviews-refused-too-late = Die Zeit dafür ist leider um: Zwei Wochen nach der Ausleihe ist Schluss. Hier steht noch, was du geschrieben hast.
reviews-refused-published = Ihr habt beide geschrieben, und alle können es lesen. Deshalb lässt es sich nicht mehr ändern.
reviews-refused-answered = Darauf hast du schon geantwortet.
reviews-refused-busy = Gerade hat jemand anderes etwas geändert. Schick es bitte noch einmal ab.
reviews-refused-not-now = Hier gibt es im Moment nichts zu beantworten.

notice-review-saved = Danke! Noch liest es niemand. Bis es erscheint, kannst du es ändern.
notice-review-published = Danke! Jetzt könnt ihr beide lesen, was ihr geschrieben habt.
notice-reply-saved = Deine Antwort steht jetzt darunter.

## E-Mails

mail-review-remind-subject = Wie war es: { $title }?
mail-review-remind-text = { $side ->
    [lender] { $other } hatte { $title } von dir ausgeliehen. Wie war es? Du kannst es bis { $until } sagen, ein paar Sterne genügen. Daran erinnern wir dich nur dieses eine Mal.
   *[borrower] du hattest { $title } von { $other } ausgeliehen. Wie war es? Du kannst es bis { $until } sagen, ein paar Sterne genügen. Daran erinnern wir dich nur dieses eine Mal.
}
mail-review-remind-button = Sag, wie es war
mail-review-published-subject = { $other } sagt, wie es war: { $title }
mail-review-published-text = was { $other } über { $side ->
    [lender] { $title } und dich
   *[borrower] dich
} sagt, kann jetzt gelesen werden. Wenn du magst, kannst du darauf antworten.
mail-review-published-button = Lesen
mail-review-replied-subject = { $other } hat dir geantwortet: { $title }
mail-review-replied-text = { $other } hat auf deine Bewertung geantwortet. Alle können es lesen.
mail-review-replied-button = Lesen
