# Wie viel auf einmal
quotas-open-requests = { $have ->
    [one] Du hast schon eine offene Anfrage, mehr als { $most } auf einmal geht nicht. Warte auf die Antwort oder zieh sie zurück.
   *[other] Du hast schon { $have } offene Anfragen, mehr als { $most } auf einmal gehen nicht. Warte auf eine Antwort oder zieh eine zurück.
}
quotas-loans = { $have ->
    [one] Für dieselbe Zeit hast du schon ein Ding angefragt oder zugesagt bekommen, mehr als { $most } auf einmal geht nicht.
   *[other] Für dieselbe Zeit hast du schon { $have } Dinge angefragt oder zugesagt bekommen, mehr als { $most } auf einmal gehen nicht.
}
quotas-days = Im { $month } hast du schon { $have } Leihtage, mehr als { $most } im Monat gehen nicht. So bleibt für alle etwas da.
quotas-often = { $most ->
    [one] Dieses Ding gibt es einmal im Monat pro Person, und im { $month } hattest du es schon.
   *[other] Dieses Ding gibt es { $most }-mal im Monat pro Person, und im { $month } hattest du es schon { $have }-mal.
}
quotas-in-category = { $category }: { $text }
quotas-rule = { $most ->
    [one] Jede Person bekommt es höchstens einmal im Monat.
   *[other] Jede Person bekommt es höchstens { $most }-mal im Monat.
}
quotas-ask = Wie oft pro Person, höchstens
quotas-ask-hint = Damit nicht immer dieselbe Person dran ist. Leer lassen: so oft, wie es frei ist.
quotas-ask-unit = mal im Monat
