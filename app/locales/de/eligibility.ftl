# Wer darf leihen
eligibility-title = Wer darf sich melden?
eligibility-lead = Am einfachsten: alle. Wenn dir etwas besonders am Herzen liegt, kannst du hier sagen, was du voraussetzt. Es muss dann alles zutreffen.
eligibility-row = Wer sich melden darf
eligibility-everybody = alle
eligibility-only = Nur für:
eligibility-rule-loans = { $least ->
    [one] mindestens eine beendete Ausleihe, geliehen oder verliehen
   *[other] mindestens { $least } beendete Ausleihen, geliehen oder verliehen
}
eligibility-rule-vouched = jemand aus der Nachbarschaft bestätigt, dich zu kennen
eligibility-rule-circle = Mitglied in einem Kreis von { $owner }, zum Beispiel einer Hausgemeinschaft
eligibility-rule-circle-named = Mitglied im Kreis { $names }
eligibility-met = Nicht für alle, aber für dich: { $rules }.
eligibility-not-yet = Noch nicht für dich
eligibility-missing-loans = { $left ->
    [one] Dir fehlt noch 1 beendete Ausleihe.
   *[other] Dir fehlen noch { $left } beendete Ausleihen (bisher: { $have }).
}
eligibility-missing-voucher = Es hat noch niemand bestätigt, dich zu kennen.
eligibility-missing-circle = Du bist in keinem der Kreise, für die es da ist.
eligibility-help-loans = Leih dir zuerst etwas Kleineres aus, oder verleih selbst etwas: Beides zählt, sobald es zurück ist.
eligibility-help-voucher = Lass dich von jemandem bestätigen, der dich kennt und schon etwas ausgeliehen hat.
eligibility-help-circle = Wenn du dazugehörst, frag { $owner } nach einer Einladung.
eligibility-link-loans = Etwas finden
eligibility-link-voucher = So geht das
eligibility-link-circle = Zu deinen Kreisen
eligibility-card = noch nicht für dich
eligibility-refused = Noch nicht für dich. { $reasons }
eligibility-ask-loans = Beendete Ausleihen, mindestens
eligibility-ask-loans-hint = Gezählt wird, was geliehen oder verliehen und zurückgebracht wurde. Leer lassen: egal.
eligibility-ask-loans-unit = Ausleihen
eligibility-ask-vouched = Bekannt in der Nachbarschaft
eligibility-ask-vouched-yes = Jemand muss bestätigt haben, die Person zu kennen
eligibility-ask-vouched-note = Das kann nur, wer selbst schon etwas geliehen oder verliehen hat oder bestätigt ist.
eligibility-ask-circles = Nur für Kreise
eligibility-ask-circles-hint = Wer in einem der gewählten Kreise ist, darf. Fremde erfahren nicht, welche das sind. Nichts gewählt: egal.
eligibility-no-circles = Du bist noch in keinem Kreis. Einen gründen oder in einen kommen kannst du hier:
eligibility-nobody = Alle Kreise, für die es da war, gibt es nicht mehr. Deshalb darf sich gerade niemand melden. Wähle neu und speichere.
eligibility-running = Was schon angefragt oder zugesagt ist, bleibt, wie es ist.

eligibility-vouch-title = Kennst du { $name }?
eligibility-vouch-text = Wenn du { $name } wirklich kennst, kannst du das bestätigen. Manche verleihen nur an Leute, die jemand kennt. Nur ihr beide seht das.
eligibility-vouch-button = Ich kenne diese Person
eligibility-vouch-given = Du hast bestätigt, { $name } zu kennen.
eligibility-vouch-received = { $name } hat bestätigt, dich zu kennen.
eligibility-vouch-withdraw = Zurücknehmen
eligibility-vouch-refused = Das geht noch nicht
eligibility-vouch-oneself = Dich selbst kannst du nicht bestätigen.
eligibility-vouch-unknown = Bestätigen kann erst, wer selbst eine Ausleihe beendet hat oder von jemandem bestätigt ist.
eligibility-vouch-too-many = Du hast schon { $most } Personen bestätigt. Nimm zuerst eine Bestätigung zurück.
eligibility-vouch-not-now = Das geht zwischen euch beiden gerade nicht.
eligibility-known-title = Wer mich kennt
eligibility-known-lead = Manche verleihen nur an Leute, die jemand aus der Nachbarschaft kennt. Hier siehst du, wer das von dir sagt und von wem du es sagst. Das sehen nur du und die andere Person.
eligibility-known-by = Diese kennen dich
eligibility-known-by-none = Bisher hat das niemand bestätigt.
eligibility-known-not-counting = Das zählt noch nicht: Von diesen hat noch niemand etwas ausgeliehen, und es kennt sie auch niemand, der das hat.
eligibility-known-how = So geht es: Wer dich kennt, öffnet deine Seite und drückt „Ich kenne diese Person“. Schick einfach den Link.
eligibility-known-loans = { $count ->
    [0] Beendete Ausleihen hast du noch keine.
    [one] Du hast eine beendete Ausleihe.
   *[other] Du hast { $count } beendete Ausleihen.
}
eligibility-known-of = Diese kennst du
eligibility-known-of-none = Du hast noch niemanden bestätigt. Das geht auf der Seite der Person.
eligibility-known-left = { $left ->
    [0] Mehr gehen nicht. Nimm eine Bestätigung zurück, um jemand anderen zu bestätigen.
    [one] Du kannst noch eine Person bestätigen.
   *[other] Du kannst noch { $left } Personen bestätigen.
}
eligibility-known-since = seit { $when }
notice-vouched = Danke. Wir haben es der Person gesagt.
notice-vouch-withdrawn = Zurückgenommen.

mail-trust-vouched-subject = { $other } kennt dich
mail-trust-vouched-text = { $other } hat bestätigt, dich zu kennen. Damit kannst du auch Dinge ausleihen, die nur an Leute verliehen werden, die jemand kennt.
mail-trust-vouched-button = Ansehen
mail-trust-circle-asked-subject = { $other } möchte in den Kreis „{ $circle }“
mail-trust-circle-asked-text = { $other } möchte in den Kreis „{ $circle }“. Du kümmerst dich um ihn: Nimm die Person auf oder sag ab.
mail-trust-circle-asked-button = Entscheiden
mail-trust-circle-let-in-subject = Du bist im Kreis „{ $circle }“
mail-trust-circle-let-in-text = { $other } hat dich in den Kreis „{ $circle }“ aufgenommen.
mail-trust-circle-let-in-button = Zum Kreis
