## Hilfe, und was gesucht wird: wo es anders heißt als beim Ausleihen

bookings-next-answer-help = { $side ->
    [lender] Möchtest du { $other } helfen?
   *[borrower] { $other } antwortet bis { $until }
}
bookings-next-answer-offer = { $side ->
    [lender] { $other } antwortet bis { $until }
   *[borrower] { $other } hat das Gesuchte für dich
}
bookings-next-answer-help-offer = { $side ->
    [lender] { $other } antwortet bis { $until }
   *[borrower] { $other } möchte dir helfen
}
bookings-next-answer-text-help = { $side ->
    [lender] Wenn es passt, sag zu. Passt der Tag nicht, schlag einen anderen vor.
   *[borrower] Wir schreiben dir eine E-Mail, sobald die Antwort da ist. Kommt keine, verfällt die Anfrage, und du bist frei, woanders zu fragen.
}
bookings-next-answer-text-offer = { $side ->
    [lender] Wir schreiben dir eine E-Mail, sobald die Antwort da ist. Kommt keine, verfällt dein Angebot.
   *[borrower] Nimmst du an, bekommen die anderen freundlich Bescheid, und dein Gesuch verschwindet aus der Suche.
}
bookings-next-answer-text-help-offer = { $side ->
    [lender] Wir schreiben dir eine E-Mail, sobald die Antwort da ist. Kommt keine, verfällt dein Angebot.
   *[borrower] Nimmst du an, bekommen die anderen freundlich Bescheid, und dein Gesuch verschwindet aus der Suche.
}
bookings-next-answer-until-offer = Antworte bis { $until }. Danach verfällt das Angebot.
bookings-next-answer-until-help-offer = Antworte bis { $until }. Danach verfällt das Angebot.
bookings-next-name-price = { $side ->
    [lender] { $other } fragt: Was soll es kosten?
   *[borrower] { $other } macht dir bis { $until } ein Angebot
}
bookings-next-name-price-text = { $side ->
    [lender] Nenn einen Preis. { $other } sagt ja, nein oder macht einen Gegenvorschlag.
   *[borrower] Wir schreiben dir eine E-Mail, sobald das Angebot da ist. Zugesagt ist damit noch nichts.
}
bookings-next-name-price-until = Antworte bis { $until }. Danach verfällt die Anfrage.
bookings-next-answer-proposal-asked = { $other } schlägt vor: { $proposed }
bookings-next-answer-proposal-text-asked = Sagst du ja, ist es abgemacht. Du kannst auch etwas anderes vorschlagen.
bookings-next-answer-proposal-until-asked = Antworte bis { $until }. Danach verfällt die Anfrage.
bookings-next-help = { $side ->
    [lender] Hilf { $other } { $on }
   *[borrower] { $other } hilft dir { $on }
}
bookings-next-help-text = Wenn alles erledigt ist, sagt es hier einer von euch, und der andere bestätigt es.
bookings-next-help-later = Ab { $from } könnt ihr hier sagen, dass es erledigt ist.
bookings-next-confirm-return-help = Ist alles erledigt?
bookings-next-confirm-return-text-help = { $other } schreibt: Es ist erledigt.
bookings-next-return-waiting-help = { $other } bestätigt noch, dass es erledigt ist
bookings-next-return-waiting-text-help = Widerspricht { $other } nicht, gilt es ab { $until } von allein als bestätigt.
bookings-next-settle-return-help = { $role ->
    [reporter] { $other } sagt: Es ist nicht erledigt
   *[contester] Ihr seht verschieden, ob es erledigt ist
}
bookings-next-settle-return-text-help = { $role ->
    [reporter] Redet miteinander, nichts läuft von allein weiter. War deine Meldung ein Versehen, nimm sie zurück.
   *[contester] Redet miteinander, nichts läuft von allein weiter. Ist es geklärt, bestätige es. Oder { $other } nimmt die Meldung zurück.
}

bookings-over-withdrawn-offer = { $side ->
    [lender] Du hast dein Angebot zurückgezogen
   *[borrower] { $other } hat das Angebot zurückgezogen
}
bookings-over-withdrawn-text-offer = { $side ->
    [lender] { $other } weiß Bescheid.
   *[borrower] Dein Gesuch steht weiter in der Suche.
}
bookings-over-declined-help = { $side ->
    [lender] Du hast diesmal abgesagt
   *[borrower] { $other } kann diesmal nicht
}
bookings-over-declined-offer = { $side ->
    [lender] { $other } nimmt dein Angebot diesmal nicht an
   *[borrower] Du hast das Angebot abgelehnt
}
bookings-over-declined-text-offer = { $side ->
    [lender] Danke, dass du dich gemeldet hast.
   *[borrower] { $other } weiß Bescheid.
}
bookings-over-gave-way-offer = { $side ->
    [lender] { $other } hat schon jemanden gefunden
   *[borrower] Du hast ein anderes Angebot angenommen
}
bookings-over-gave-way-text-offer = { $side ->
    [lender] Das liegt nicht an dir: Es haben sich mehrere gemeldet. Danke für dein Angebot.
   *[borrower] Wir haben { $other } freundlich Bescheid gegeben.
}
bookings-over-expired-offer = { $side ->
    [lender] { $other } hat nicht rechtzeitig geantwortet
   *[borrower] Das Angebot ist verfallen
}
bookings-over-expired-text-offer = { $side ->
    [lender] Dein Angebot ist damit erledigt.
   *[borrower] Bis { $until } kam keine Antwort von dir.
}
bookings-over-cancelled-help = { $role ->
    [me] Du hast abgesagt
   *[other] { $other } hat abgesagt
}
bookings-over-cancelled-text-help = { $role ->
    [me] { $other } weiß Bescheid.
   *[other] Schade. Vielleicht findest du jemand anderen in der Nähe.
}
bookings-over-lapsed-help = Niemand hat gesagt, dass es erledigt ist
bookings-over-lapsed-text-help = Der Tag ist längst vorbei, deshalb haben wir das hier beendet.
bookings-over-closed-help = Erledigt. Danke!

bookings-do-accept-help = Ja, ich mache das
bookings-do-accept-offer = Ja, gern annehmen
bookings-do-accept-help-offer = Ja, gern annehmen
bookings-do-decline-offer = Nein, danke
bookings-do-decline-help-offer = Nein, danke
bookings-do-withdraw-offer = Angebot zurückziehen
bookings-do-withdraw-help-offer = Angebot zurückziehen
bookings-do-cancel-help = Absagen
bookings-do-return-confirm-help = { $side ->
    [lender] Ja, es ist erledigt
   *[borrower] Ja, es ist erledigt
}
bookings-do-return-help = Es ist erledigt
bookings-do-disagree-asked = Nein, das passt nicht
bookings-do-propose-price = Preis oder Tage vorschlagen
bookings-do-propose-hint-asked = { $other } bekommt deinen Vorschlag und sagt ja, nein oder schlägt etwas anderes vor.
bookings-offer-price = Preis für alles
bookings-offer-price-hint = Null heißt: umsonst.

bookings-event-requested-offer = Angeboten
bookings-event-requested-help-offer = Hilfe angeboten
bookings-event-return-reported-help = Als erledigt gemeldet
bookings-event-returned-help = Bestätigt: erledigt
bookings-event-gave-way-offer = Jemand anderen gefunden
bookings-event-lapsed-help = Ohne Meldung beendet
bookings-event-proposed-asked = Vorgeschlagen
bookings-event-changed-asked = Auf den Vorschlag geeinigt

bookings-role-help = { $side ->
    [lender] hilft
   *[borrower] bekommt Hilfe
}
bookings-when-from = Von
bookings-when-to = Bis
bookings-when-on = Wann
bookings-place-help = Hier ist es
bookings-refused-name-price = Einigt euch erst auf einen Preis.
bookings-refused-own-wanted = Das suchst du selbst.

bookings-request-lead-help = Such dir einen Tag aus und schreib, worum es geht. { $owner } antwortet dir.
bookings-request-lead-offer = { $owner } sucht das. Schreib, was du hast, und wann es geht.
bookings-request-lead-help-offer = { $owner } sucht Hilfe. Schreib, was du kannst, und wann es geht.
bookings-request-needed = Gebraucht: { $days }
bookings-request-any-time = Die Zeit ist offen.
bookings-request-button-offer = { $owner } etwas anbieten
bookings-request-button-help-offer = { $owner } Hilfe anbieten
bookings-request-button-help = { $owner } um Hilfe bitten
bookings-request-promise-offer = { $owner } hat bis zu 24 Stunden Zeit für die Antwort. Erst mit der Zusage ist es fest.
bookings-request-own-wanted = Das suchst du selbst. Wer etwas anbietet, steht bei deinen Ausleihen.
bookings-request-ask-offer = Was möchtest du dafür?
bookings-request-ask-offer-hint = Leer heißt: umsonst.
bookings-request-ask-quote = Was möchtest du dafür ausgeben?
bookings-request-ask-quote-hint = Leer heißt: { $owner } macht dir ein Angebot.
bookings-from-help = Erster Tag
bookings-to-help = Letzter Tag
bookings-request-open-offer = { $state ->
    [accepted] Du bist schon dabei: { $days }
   *[requested] Du hast schon etwas angeboten: { $days }
}

notice-offered = Dein Angebot ist unterwegs.

mail-booking-price = Preis: { $price }
mail-booking-requested-subject-help = { $other } bittet um Hilfe: „{ $title }“
mail-booking-requested-text-help = { $other } fragt nach „{ $title }“: { $days }. Bitte antworte bis { $until }. Danach verfällt die Anfrage.
mail-booking-requested-subject-offer = { $other } hat, was du suchst: „{ $title }“
mail-booking-requested-text-offer = { $other } bietet dir für „{ $title }“ etwas an: { $days }. Bitte antworte bis { $until }. Danach verfällt das Angebot.
mail-booking-requested-subject-help-offer = { $other } möchte helfen: „{ $title }“
mail-booking-requested-text-help-offer = { $other } bietet dir für „{ $title }“ Hilfe an: { $days }. Bitte antworte bis { $until }. Danach verfällt das Angebot.
mail-booking-accepted-subject-help = { $other } sagt ja: „{ $title }“
mail-booking-accepted-text-help = gute Nachricht: Mit „{ $title }“ klappt es, { $days }. Adresse und nächster Schritt stehen auf der Seite dazu.
mail-booking-accepted-subject-offer = { $other } nimmt dein Angebot an: „{ $title }“
mail-booking-accepted-text-offer = gute Nachricht: { $other } nimmt dein Angebot für „{ $title }“ an, { $days }. Adresse und nächster Schritt stehen auf der Seite dazu.
mail-booking-declined-subject-offer = { $other } braucht es diesmal nicht: „{ $title }“
mail-booking-declined-text-offer = { $other } nimmt dein Angebot für „{ $title }“ diesmal nicht an ({ $days }). Danke, dass du dich gemeldet hast.
mail-booking-declined-text-help = { $other } kann bei „{ $title }“ diesmal nicht helfen ({ $days }). Vielleicht klappt es an einem anderen Tag, oder jemand anderes in der Nähe kann es.
mail-booking-gave-way-subject-offer = Schon gefunden: „{ $title }“
mail-booking-gave-way-text-offer = für „{ $title }“ haben sich mehrere gemeldet, und { $other } hat schon jemanden gefunden. Danke für dein Angebot!
mail-booking-gave-way-text-help = für { $days } gab es mehrere Anfragen nach „{ $title }“, und { $other } hat schon jemand anderem zugesagt. Vielleicht passt ein anderer Tag.
mail-booking-withdrawn-subject-offer = { $other } hat das Angebot zurückgezogen: „{ $title }“
mail-booking-withdrawn-text-offer = das Angebot von { $other } für „{ $title }“ ({ $days }) gilt nicht mehr. Dein Gesuch steht weiter in der Suche.
mail-booking-expired-subject-offer = Verfallen: das Angebot für „{ $title }“
mail-booking-expired-text-offer = auf das Angebot für „{ $title }“ ({ $days }) kam keine Antwort, deshalb ist es verfallen.
mail-booking-cancelled-text-help = leider wird aus „{ $title }“ ({ $days }) nichts: { $other } hat abgesagt.
mail-booking-return-reported-subject-help = Erledigt, schreibt { $other }: „{ $title }“. Stimmt das?
mail-booking-return-reported-text-help = { $other } schreibt, „{ $title }“ ist erledigt. Bitte bestätige das kurz oder widersprich. Sagst du nichts, gilt es ab { $until } als bestätigt.
mail-booking-returned-text-help = { $by ->
    [time] „{ $title }“ gilt jetzt als erledigt, denn 24 Stunden lang hat niemand widersprochen.
   *[person] { $other } bestätigt: „{ $title }“ ist erledigt.
} Danke, dass du mitmachst!
mail-booking-remind-pick-up-text-help = morgen geht es um „{ $title }“ mit { $other }. Adresse und Hinweise stehen auf der Seite dazu. Kommt dir etwas dazwischen, sag bitte jetzt Bescheid.
mail-booking-remind-answer-text-offer = { $other } bietet dir für „{ $title }“ etwas an: { $days }. Ein Ja oder ein Nein genügt, am besten gleich. Bis { $until } hast du Zeit, danach verfällt das Angebot.
mail-booking-lapsed-text-help = der Tag für „{ $title }“ ({ $days }) ist längst vorbei, und niemand hat gesagt, dass es erledigt ist. Deshalb haben wir das hier beendet. Du brauchst nichts zu tun.
mail-booking-proposed-subject-price = Ein Vorschlag von { $other }: „{ $title }“
mail-booking-proposed-text-price = { $other } schlägt für „{ $title }“ vor: { $proposed }. Du kannst bis { $until } zusagen oder etwas anderes vorschlagen.

## Gesuche und Hilfe auf ihren Seiten

listings-needed = Gebraucht
listings-needed-any = Die Zeit ist offen
listings-needed-title = Wann brauchst du es?
listings-needed-from = Vom
listings-needed-to = Bis
listings-needed-hint = Lass beides leer, wenn die Zeit offen ist.
listings-weekdays-help = Geholfen wird
listings-jump-offer = Etwas anbieten
listings-jump-help = Tag wählen und anfragen
listings-place-title-help = Wo ist es?
bookings-plan-help = Hilfe
listings-jump-help-offer = Hilfe anbieten
bookings-note-placeholder-help = Worum geht es?
bookings-note-placeholder-offer = Was hast du, und wie kommt es hin?
bookings-note-placeholder-help-offer = Was kannst du beitragen?
listings-title-hint-help = So, wie man danach suchen würde. Zum Beispiel: Regale anbringen
listings-title-hint-offer = In wenigen Worten. Zum Beispiel: Zelt für vier Personen
listings-title-hint-help-offer = In wenigen Worten. Zum Beispiel: Schrank in den dritten Stock tragen

bookings-refused-day-not-lent-help = Am { $day } gibt es keine Hilfe.
bookings-refused-hour-not-lent-help = Am { $day } um { $hour } Uhr gibt es keine Hilfe.
bookings-refused-closed-help = Am { $day } geht es nicht.
bookings-refused-resting-help = Am { $day } braucht es eine Pause zwischen zwei Terminen.
bookings-refused-hour-resting-help = Am { $day } um { $hour } Uhr braucht es eine Pause zwischen zwei Terminen.
bookings-refused-too-short-help = { $days ->
    [one] Es geht um mindestens { $days } Tag.
   *[other] Es geht um mindestens { $days } Tage.
}
bookings-refused-too-long-help = { $days ->
    [one] Länger als einen Tag geht es nicht.
   *[other] Länger als { $days } Tage am Stück geht es nicht.
}
bookings-refused-too-few-hours-help = { $hours ->
    [one] Es geht um mindestens { $hours } Stunde.
   *[other] Es geht um mindestens { $hours } Stunden.
}
listings-times-title-help = Wann kannst du helfen?
listings-grain-ask-help = Wie hilfst du?
listings-grain-day-note-help = Zum Beispiel beim Umzug oder im Garten.
listings-grain-hour-note-help = Zum Beispiel beim Einkaufen oder am Rechner.
listings-weekdays-ask-help = An welchen Tagen kannst du?
listings-weekdays-hint-help = Gefragt wird nur für Tage, die hier angekreuzt sind.
listings-stays-out-no-help = Nur in dieser Zeit
listings-stays-out-no-note-help = Gefragt wird nur für Zeiten, die oben stehen.
listings-stays-out-yes-help = Dazwischen geht es weiter
listings-stays-out-yes-note-help = Oben steht nur, wann es anfangen und aufhören kann.
listings-buffer-ask-help = Wie viel Pause brauchst du zwischen zwei Terminen?
listings-units-ask-help = Wie vielen kannst du zugleich helfen?
listings-units-hint-help = Meistens 1. Mehr, wenn ihr mehrere seid.
listings-instant-yes-note-help = Wer sie nimmt, sieht gleich die genaue Adresse. Du bekommst eine E-Mail.
listings-plan-out-help = Geholfen wird: { $when }.
listings-plan-swapped-help = Anfangen und aufhören: { $when }. Dazwischen geht es weiter.
listings-plan-buffer-help = Pause zwischen zwei Terminen: { $buffer }.
listings-day-not-lent-help = keine Hilfe
listings-day-resting-help = Pause zwischen zwei Terminen
listings-legend-closed-help = keine Hilfe
listings-choose-first-help = { $grain ->
    [hour] Wähle zuerst einen Tag.
   *[day] Wähle zuerst den Tag, an dem du Hilfe brauchst.
}
listings-choose-last-help = Ab { $day }. Wähle jetzt den letzten Tag, es kann derselbe sein.
bookings-request-own-help = Diese Hilfe bietest du selbst an.
bookings-request-own-link-wanted = Ansehen, wer sich gemeldet hat

# Mehrere zugleich fragen.
bookings-together = Auch andere fragen
bookings-together-lead = Frag mehrere zugleich. Die erste Zusage gilt; den anderen sagen wir freundlich ab. Deine Worte und die Tage sind dieselben.
bookings-together-button = Auch diese fragen
bookings-together-none = Wähle mindestens eines aus.
bookings-together-changed = Bei einem davon hat sich eben etwas geändert. Sieh bitte noch einmal hin.
bookings-together-at-once = sofort zugesagt
bookings-together-agree = Preis wird vereinbart
bookings-together-title = Zugleich gefragt
bookings-together-rule = Die erste Zusage gilt; den anderen sagen wir ab.
bookings-together-row = { $title } von { $lender }
bookings-together-several = { $other } hat mehrere zugleich gefragt. Die erste Zusage gilt.
notice-asked-too = Gefragt. Sobald jemand zusagt, schreiben wir dir.
