## Etwas ist schiefgegangen: Ansprüche, und wie sie geklärt werden

claims-title = Etwas ist schiefgegangen
claims-open-link = Etwas ist kaputt, fehlt oder war nicht wie ausgemacht?
claims-open-link-until = Etwas ist kaputt, fehlt oder war nicht wie ausgemacht? Melde es bis { $until }.
claims-open-lead = Das passiert. Schreib in Ruhe auf, was los ist und was du dir wünschst. { $other } kann annehmen oder etwas anderes vorschlagen. Werdet ihr euch nicht einig, entscheidet jemand aus dem Betreiber-Team.
claims-open-lead-nobody = Das passiert. Schreib in Ruhe auf, was los ist und was du dir wünschst. { $other } kann annehmen oder etwas anderes vorschlagen. Entscheiden kann hier gerade niemand für euch: Wer die Seite betreibt, ist selbst beteiligt.
claims-open-record = Das habt ihr bei Übergabe und Rückgabe festgehalten:
claims-open-record-none = Ihr habt nichts festgehalten.
claims-open-photos = Fotos oder eine Beschreibung ergänzen
claims-open-photos-text = Fotos gehören ins Protokoll. Da kann sie keiner von euch mehr ändern.
claims-remedy-ask = Was wäre in Ordnung für dich?
claims-remedy-money = Geld
claims-remedy-money-note = Höchstens { $cap }. So steht es in dem, was ihr abgemacht habt.
claims-remedy-money-none = Geht hier nicht: Ihr habt keinen Wert vereinbart.
claims-remedy-repair = Reparieren lassen
claims-remedy-repair-note = { $side ->
    [mine] { $other } lässt es reparieren.
   *[other] Du lässt es reparieren.
}
claims-remedy-replacement = Ersetzen
claims-remedy-replacement-note = { $side ->
    [mine] { $other } besorgt Ersatz für das, was fehlt oder kaputt ist.
   *[other] Du besorgst Ersatz für das, was fehlt oder kaputt ist.
}
claims-remedy-nothing = Nichts weiter
claims-remedy-nothing-note = Es ist gesagt, und damit gut.
claims-amount = Wie viel?
claims-words = Was ist passiert?
claims-words-hint = So, dass es auch jemand versteht, der nicht dabei war. { $other } liest das.
claims-send = Melden
claims-compare = Verglichen mit der Übergabe
claims-compare-missing = fehlt
claims-compare-broken = kaputt

claims-mine = Dein Anspruch
claims-theirs = Was { $other } möchte
claims-on-table = Zuletzt vorgeschlagen von { $name }: { $what }
claims-what-money = { $amount }
claims-what-repair = Reparatur
claims-what-replacement = Ersatz
claims-what-nothing = nichts weiter
claims-head-answer = { $other } möchte: { $what }
claims-head-waiting = { $other } antwortet bis { $until }
claims-head-unanswered = { $other } hat noch nicht geantwortet
claims-head-escalated = Jemand aus dem Betreiber-Team entscheidet
claims-head-decided = Entschieden: { $what }
claims-head-appealed = Jemand anderes sieht es sich noch einmal an
claims-head-agreed = Geeinigt: { $what }
claims-head-final = Endgültig entschieden: { $what }
claims-head-settled = Geklärt: { $what }
claims-head-withdrawn = Zurückgezogen
claims-text-answer = Sagst du bis { $until } nichts, entscheidet jemand aus dem Betreiber-Team.
claims-text-waiting = Kommt bis dahin keine Antwort, entscheidet jemand aus dem Betreiber-Team.
claims-text-answer-nobody = Antworte bitte bis { $until }. Entscheiden kann hier gerade niemand für euch.
claims-text-waiting-nobody = Entscheiden kann hier gerade niemand für euch.
claims-text-stays = Entscheiden kann hier gerade niemand für euch, denn wer die Seite betreibt, ist selbst beteiligt. Ihr könnt euch weiter einigen. Kommt jemand ins Betreiber-Team dazu, könnt ihr entscheiden lassen.
claims-text-stays-some = Es ist keine Antwort gekommen. Inzwischen ist jemand da, der entscheiden kann: Ihr könnt euch weiter einigen oder entscheiden lassen.
claims-text-escalated = Bis { $until }. Gelesen wird, was ihr abgemacht habt, euer Protokoll mit den Fotos und was ihr hier schreibt. Euer Gespräch bleibt privat. Ihr könnt euch bis dahin noch einigen.
claims-text-decided = Bis { $until } kann jeder von euch einmal widersprechen. Dann entscheidet jemand anderes.
claims-text-decided-last = Am { $until } gilt sie. Es ist gerade niemand anderes da, der noch einmal entscheiden könnte.
claims-text-appealed = Bis { $until }. Was dann entschieden wird, gilt.
claims-text-do-mine = Ist es erledigt? Dann bestätige es hier.
claims-text-do-theirs = { $other } bestätigt, wenn es erledigt ist. Bezahlt wird zwischen euch.
claims-text-settled = Es ist alles erledigt.
claims-text-withdrawn = Damit ist es erledigt.
claims-reason = Begründung
claims-until-hint = Höchstens { $cap }.
claims-do-accept = Ja, einverstanden
claims-do-counter = Etwas anderes vorschlagen
claims-do-counter-button = Vorschlagen
claims-counter-words = Warum? { $other } liest das.
claims-do-escalate = Entscheiden lassen
claims-do-escalate-text = Dann liest jemand aus dem Betreiber-Team, was ihr abgemacht habt, euer Protokoll mit den Fotos und was hier steht. Euer Gespräch bleibt privat.
claims-do-escalate-button = Entscheidung verlangen
claims-do-withdraw = Zurückziehen
claims-do-withdraw-button = Ja, zurückziehen
claims-do-withdraw-text = Dann ist es erledigt. Noch einmal melden kannst du es nicht.
claims-do-appeal = Widersprechen
claims-do-appeal-text = Das geht einmal. Jemand anderes entscheidet dann endgültig.
claims-do-appeal-words = Was stimmt daran nicht?
claims-do-appeal-button = Widerspruch einlegen
claims-do-confirm = { $remedy ->
    [money] Ich habe das Geld bekommen
   *[other] Es ist erledigt
}
claims-history = Wie es dazu kam
claims-event-opened = { $name } meldet: { $what }
claims-event-countered = { $name } schlägt vor: { $what }
claims-event-agreed = { $name } ist einverstanden
claims-event-escalated = { $name } lässt entscheiden
claims-event-escalated-by-time = Keine Antwort: Es wird entschieden
claims-event-decided = Entschieden: { $what }
claims-event-appealed = { $name } widerspricht
claims-event-became-final = Die Entscheidung gilt
claims-event-late = Die Entscheidung dauert länger als versprochen
claims-event-undecided = Niemand ist da, der entscheiden darf
claims-event-settled = Erledigt
claims-event-withdrawn = { $name } zieht es zurück
claims-somebody = Jemand
claims-you = Du

claims-refused-above-cap = Mehr als { $cap } geht nicht. So steht es in dem, was ihr abgemacht habt.
claims-refused-no-value = Geld geht hier nicht, denn ihr habt keinen Wert vereinbart. Wähle etwas anderes.
claims-refused-already = Du hast das schon gemeldet. So steht es jetzt:
claims-refused-too-early = Dafür ist es noch zu früh.
claims-refused-too-late = Dafür ist es zu spät. So steht es jetzt:
claims-refused-not-now = Das geht gerade nicht. So steht es jetzt:
claims-refused-changed = Inzwischen hat sich etwas geändert. Lies bitte noch einmal, was jetzt gilt.
claims-refused-nobody = Hier ist gerade niemand, der das entscheiden darf. Ihr könnt euch weiter einigen.
claims-refused-somebody-else = Das muss jemand anderes entscheiden: niemand über Eigenes, und nicht zweimal dieselbe Person.
notice-claim-opened = Gemeldet. Wir haben Bescheid gegeben.
notice-claim-answered = Gesagt. Wir haben Bescheid gegeben.
notice-claim-decided = Entschieden. Beide haben eine E-Mail mit deiner Begründung.
claims-loans-title = Noch zu klären
claims-loans-row = { $title }, mit { $other }
claims-look = Ansehen

# Wer entscheidet
claims-operator-title = Ansprüche entscheiden
claims-operator-lead = Hier haben sich zwei nicht einigen können. Lies, was sie abgemacht und festgehalten haben, und entscheide mit einer Begründung, die beide verstehen.
claims-operator-none = Nichts zu entscheiden
claims-operator-none-text = Alle haben sich geeinigt, oder es ist alles entschieden.
claims-operator-due = bis { $due }
claims-operator-late = überfällig seit { $due }
claims-operator-appeal = Widerspruch
claims-operator-parties = { $lender } verleiht, { $borrower } leiht aus
claims-operator-claimant = { $name } hat einen Anspruch gemeldet.
claims-operator-cap = Höchstens zu haben
claims-operator-days = Zeitraum
claims-operator-record = Das Protokoll mit allen Fotos ansehen
claims-operator-decide = Deine Entscheidung
claims-operator-reason = Begründung für beide
claims-operator-reason-hint = Was steht fest, welche Abmachung gilt, und was folgt daraus? Mindestens { $least } Zeichen.
claims-operator-ask = Wie wird es wieder gut?
claims-operator-money-none = Geld geht hier nicht: Die beiden haben keinen Wert vereinbart.
claims-operator-button = Entscheiden
claims-operator-own = Das betrifft dich selbst oder deine eigene Entscheidung. Jemand anderes muss entscheiden.
claims-operator-nobody = Es gibt hier noch niemanden sonst, der entscheiden darf. Gib einem weiteren Mitglied die Aufgabe: allmende admin role ADRESSE operator
claims-operator-done = Hier ist nichts mehr zu entscheiden.

mail-case-subject = { $what ->
    [late] Überfällig: Entscheidung zu „{ $title }“
    [appeal] Widerspruch: „{ $title }“
   *[new] Bitte entscheiden: „{ $title }“
}
mail-case-text = { $what ->
    [late] zwei Mitglieder warten immer noch auf eine Entscheidung zu „{ $title }“. Bitte nimm dir bis { $due } Zeit.
    [appeal] zu „{ $title }“ gibt es einen Widerspruch. Jemand anderes als beim ersten Mal entscheidet, bitte bis { $due }.
   *[new] bei „{ $title }“ haben sich zwei nicht einigen können. Bitte entscheide bis { $due }.
}
mail-case-button = Zum Fall
mail-booking-claim-opened-subject = { $other } meldet: Bei „{ $title }“ ist etwas schiefgegangen
mail-booking-claim-opened-text = bei „{ $title }“ ist etwas nicht, wie es sein soll, schreibt { $other }. Sieh es dir an: Du kannst zustimmen oder etwas anderes vorschlagen. Antworte bitte innerhalb von drei Tagen; wie es sonst weitergeht, steht auf der Seite.
mail-booking-claim-countered-subject = { $other } schlägt etwas anderes vor: „{ $title }“
mail-booking-claim-countered-text = { $other } hat zu „{ $title }“ etwas anderes vorgeschlagen. Sieh es dir an und antworte innerhalb von drei Tagen.
mail-booking-claim-agreed-subject = Geeinigt: „{ $title }“
mail-booking-claim-agreed-text = { $other } ist einverstanden. Was ihr zu „{ $title }“ ausgemacht habt, steht auf der Seite eurer Ausleihe. Bezahlt wird zwischen euch.
mail-booking-claim-escalated-subject = „{ $title }“: Es wird entschieden
mail-booking-claim-escalated-text = zu „{ $title }“ entscheidet jetzt jemand aus dem Betreiber-Team, spätestens in einer Woche. Gelesen wird, was ihr abgemacht und festgehalten habt. Euer Gespräch bleibt privat. Ihr könnt euch bis dahin noch einigen.
mail-booking-claim-decided-subject = Entschieden: „{ $title }“
mail-booking-claim-decided-text = zu „{ $title }“ ist entschieden. Die Begründung steht unten. Was jetzt gilt, und ob und bis wann du widersprechen kannst, steht auf der Seite eurer Ausleihe.
mail-booking-claim-appealed-subject = Widerspruch: „{ $title }“
mail-booking-claim-appealed-text = { $other } widerspricht der Entscheidung zu „{ $title }“. Jemand anderes sieht es sich an, spätestens in einer Woche. Was dann entschieden wird, gilt.
mail-booking-claim-final-subject = Die Entscheidung gilt: „{ $title }“
mail-booking-claim-final-text = was zu „{ $title }“ entschieden wurde, gilt jetzt.
mail-booking-claim-late-subject = Es dauert länger: „{ $title }“
mail-booking-claim-late-text = die Entscheidung zu „{ $title }“ braucht länger, als wir versprochen haben. Wir haben noch einmal daran erinnert. Es geht nichts verloren.
mail-booking-claim-undecided-subject = „{ $title }“: Niemand kann entscheiden
mail-booking-claim-undecided-text = zu „{ $title }“ ist keine Antwort gekommen, und gerade ist niemand da, der für euch entscheiden darf. Was vorgeschlagen wurde, bleibt stehen; ihr könnt euch weiter einigen. Wer die Seite betreibt, kann einem weiteren Mitglied die Aufgabe geben. Dann könnt ihr entscheiden lassen.
mail-booking-claim-settled-subject = Erledigt: „{ $title }“
mail-booking-claim-settled-text = { $other } bestätigt: Was ihr zu „{ $title }“ ausgemacht habt oder was entschieden wurde, ist erledigt.
mail-booking-claim-withdrawn-subject = Zurückgezogen: „{ $title }“
mail-booking-claim-withdrawn-text = { $other } verlangt zu „{ $title }“ nichts mehr. Damit ist es erledigt.
