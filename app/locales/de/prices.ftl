## Was etwas kostet

prices-title = Was es kostet
prices-from = ab { $price }
prices-per-hour = { $price } die Stunde
prices-per-day = { $price } am Tag
prices-per-week = { $price } die Woche
prices-per-month = { $price } im Monat
prices-fixed-short = { $price }
prices-on-offer = Preis nach Absprache
prices-total-for = { $total } für { $days ->
    [one] einen Tag
   *[other] { $days } Tage
}

prices-hour = Stunde
prices-weekend-hour = Stunde am Wochenende
prices-day = Tag
prices-weekend-day = Tag am Wochenende
prices-week = Woche
prices-month = 30 Tage
prices-minimum = Mindestens
prices-delivery = Bringen und Abholen
prices-deposit = Kaution
prices-discount = Ab { $days } Tagen
prices-percent-less = { $percent } % weniger
prices-fixed = Festpreis
prices-offer = Preis
prices-offer-text = Den Preis macht ihr unter euch aus.

prices-not-by-day = Das gibt es nur stundenweise. Wähl bitte Stunden statt ganzer Tage.
prices-not-delivered = Das wird nicht mehr gebracht. Du kannst es abholen.
prices-too-long = So lange geht es nicht, höchstens { $days } Tage.
prices-none = Dafür lässt sich gerade kein Preis ausrechnen. Frag am besten nach.

prices-total = Zusammen
prices-total-lender = Du bekommst
prices-paid-days = Bezahlt werden { $days } Tage: Mit dem Rabatt ist das günstiger als weniger Tage ohne.
prices-deposit-back = { $side ->
    [borrower] Dazu { $sum } Kaution. Die bekommst du zurück, wenn alles heil wieder da ist.
   *[lender] Dazu { $sum } Kaution. Die gibst du zurück, wenn alles heil wieder da ist.
}
prices-settle = Bezahlt wird noch nicht hier: Ihr rechnet das bei der Übergabe unter euch ab.
prices-settle-help = Bezahlt wird noch nicht hier: Ihr rechnet das unter euch ab, wenn alles erledigt ist.

prices-line-months = { $quantity ->
    [one] 30 Tage
   *[other] { $quantity } × 30 Tage zu je { $each }
}
prices-line-weeks = { $quantity ->
    [one] eine Woche
   *[other] { $quantity } Wochen zu je { $each }
}
prices-line-days = { $quantity ->
    [one] ein Tag
   *[other] { $quantity } Tage zu je { $each }
}
prices-line-weekend-days = { $quantity ->
    [one] ein Tag am Wochenende
   *[other] { $quantity } Tage am Wochenende zu je { $each }
}
prices-line-hours = { $quantity ->
    [one] eine Stunde
   *[other] { $quantity } Stunden zu je { $each }
}
prices-line-weekend-hours = { $quantity ->
    [one] eine Stunde am Wochenende
   *[other] { $quantity } Stunden am Wochenende zu je { $each }
}
prices-line-offer = Vereinbarter Preis
prices-line-discount = Ab { $days } Tagen { $percent } % weniger
prices-line-minimum = Bis zum Mindestpreis
prices-line-fee = Gebühr der Plattform

prices-examples = Das kommt dabei heraus
prices-example-day = ein Dienstag
prices-example-weekend = Freitag bis Sonntag
prices-example-week = eine Woche
prices-example-fortnight = zwei Wochen
prices-example-month = 30 Tage

## Der Schritt, in dem man Preise einträgt

prices-step = Preis
prices-step-title = Was soll es kosten?
prices-step-lead = Ein Preis am Tag genügt. Wer länger leiht, zahlt nie mehr, als du hier einträgst: Wir rechnen immer die günstigste Mischung.
prices-step-lead-help = Wähl, wie du abrechnest. Umsonst helfen geht natürlich auch.
prices-ask-day = Ein Tag
prices-ask-week = Eine Woche
prices-ask-month = 30 Tage
prices-ask-hour = Eine Stunde
prices-ask-weekend-day = Ein Samstag oder Sonntag
prices-ask-weekend-hint = Nur wenn er anders kostet als die übrigen Tage.
prices-ask-weekend-hour = Eine Stunde am Wochenende
prices-ask-minimum = Mindestens
prices-ask-minimum-hint = So viel kostet auch die kürzeste Leihe.
prices-ask-minimum-hint-help = So viel kostet auch der kürzeste Einsatz.
prices-ask-delivery = Bringen und Abholen
prices-ask-delivery-hint = Leer: Es wird abgeholt. Null: Du bringst es umsonst.
prices-ask-deposit = Kaution
prices-ask-deposit-hint = Gibst du zurück, wenn alles heil wieder da ist.
prices-ask-fixed = Festpreis
prices-ask-basis = Wie rechnest du ab?
prices-basis-free = Umsonst
prices-basis-free-note = aus Nachbarschaft
prices-basis-hourly = Nach Stunden
prices-basis-hourly-note = so viel die Stunde
prices-basis-fixed = Festpreis
prices-basis-fixed-note = so viel für das Ganze
prices-basis-offer = Auf Angebot
prices-basis-offer-note = ihr einigt euch, bevor es losgeht
prices-more = Wochenende, Rabatt, Bringen, Kaution
prices-discounts = Rabatt für lange Leihen
prices-discounts-hint = Zum Beispiel: ab 5 Tagen 10 Prozent weniger. Leer heißt: kein Rabatt.
prices-discount-days = ab so vielen Tagen
prices-discount-percent = Prozent weniger
prices-cancelling = Absagen
prices-ask-cancellation = Was gilt, wenn jemand absagt?
prices-cancellation-flexible = Locker
prices-cancellation-flexible-note = umsonst bis einen Tag vorher, danach die Hälfte
prices-cancellation-moderate = Mittel
prices-cancellation-moderate-note = umsonst bis fünf Tage vorher, bis einen Tag vorher die Hälfte, danach alles
prices-cancellation-strict = Streng
prices-cancellation-strict-note = umsonst bis zwei Wochen vorher, bis eine Woche vorher die Hälfte, danach alles
