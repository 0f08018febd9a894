## Kalender: unsere in anderen Programmen, fremde bei uns

calendars-title = Kalender

# Die geheime Adresse
calendars-mine-lead = Sieh deine Leihen dort, wo auch deine anderen Termine stehen: im Kalender auf dem Telefon oder am Rechner.
calendars-mine-text = Dafür gibt es eine geheime Adresse, die dein Kalenderprogramm abonniert. Darin steht, was du leihst und verleihst: die Tage, der Titel, mit wem, wie es darum steht, und die Adresse, solange du sie wissen darfst.
calendars-things-have-theirs = Jedes deiner Dinge hat auch einen eigenen Kalender. Du findest ihn bei dem Ding:
calendars-thing-text = Die Leihen dieses Dings und die Tage, die du gesperrt hast, als Kalender zum Abonnieren. Die Adresse ist geheim: Wer sie kennt, kann alles lesen.
calendars-out-title = In meinem Kalenderprogramm zeigen
calendars-make = Geheime Adresse machen
calendars-renew = Neue Adresse machen
calendars-renew-text = Wir können dir die Adresse nicht noch einmal zeigen. Hast du sie verlegt, oder kennt sie jemand, der sie nicht kennen soll? Mach eine neue: Die alte gilt dann nicht mehr.
calendars-close = Adresse abschalten
calendars-made-at = Gemacht: { $when }.
calendars-read-at = Zuletzt abgerufen: { $when }.
calendars-never-read = Noch nie abgerufen.
calendars-fresh-title = Deine geheime Adresse
calendars-fresh-label = Adresse zum Kopieren
calendars-fresh-text = Du siehst sie nur jetzt. Kopiere sie und füge sie in deinem Kalenderprogramm ein, meist unter „Kalender abonnieren“ oder „Kalender per URL hinzufügen“. Gib sie niemandem weiter.
calendars-subscribe = Gleich im Kalenderprogramm öffnen
notice-calendar-closed = Die Adresse ist abgeschaltet. Wer sie kannte, liest nichts mehr.

# Was in unseren Kalendern steht
calendars-name-mine = Meine Leihen ({ $community })
calendars-name-thing = { $title } ({ $community })
calendars-entry = { $way ->
    [borrower] { $title } (von { $other })
    [lender] { $title } (an { $other })
   *[with] { $title } (mit { $other })
}
calendars-entry-words =
    { $state }
    { $link }
calendars-closed = { $title }: gesperrt
calendars-state-requested = Angefragt, noch nicht zugesagt.
calendars-state-accepted = Zugesagt.
calendars-state-out = Übergeben, noch nicht zurück.
calendars-state-closed = Vorbei, alles ist zurück.
calendars-state-cancelled = Findet nicht statt.

# Fremde Kalender
calendars-in-title = Tage aus einem anderen Kalender sperren
calendars-in-text = Steht anderswo, wann du das Ding selbst brauchst? Gib die Adresse dieses Kalenders an (iCal). Wir sehen jede Stunde nach und sperren die Tage, an denen dort etwas steht. Einträge, die als „frei“ oder „abgesagt“ gekennzeichnet sind, sperren nichts. Was zugesagt ist, bleibt zugesagt.
calendars-url = Adresse des Kalenders
calendars-url-hint = Sie beginnt mit https:// oder webcal:// und endet oft auf .ics. In deinem Kalenderprogramm heißt sie meist „Privatadresse im iCal-Format“ oder „Kalender veröffentlichen“.
calendars-add = Hinzufügen
calendars-add-takes = Wir rufen den Kalender sofort ab; das kann bis zu zehn Sekunden dauern.
calendars-blocks = { $days ->
    [0] Sperrt gerade keinen Tag.
    [one] Sagt für einen Tag ab heute: belegt.
   *[other] Sagt für { $days } Tage ab heute: belegt.
}
calendars-unread = { $count ->
    [one] Ein Eintrag war nicht zu verstehen und sperrt nichts.
   *[other] { $count } Einträge waren nicht zu verstehen und sperren nichts.
}
calendars-succeeded = Zuletzt gelesen: { $when }.
calendars-next = Wieder: { $when }.
calendars-trouble = Geht gerade nicht
calendars-tried = Zuletzt versucht: { $when }.
calendars-kept = Die Tage von zuvor bleiben gesperrt, bis es wieder geht oder du den Kalender entfernst.
calendars-check = Jetzt nachsehen
calendars-remove = Entfernen
calendars-collides-title = { $count ->
    [one] Eine Leihe liegt auf belegten Tagen
   *[other] { $count } Leihen liegen auf belegten Tagen
}
calendars-collides-text = Der andere Kalender sagt, dass du dann selbst etwas vorhast. Wir haben nichts abgesagt: Entscheide du.
calendars-collides-agreed = Zugesagt: { $days }
calendars-collides-asked = Angefragt: { $days }
calendars-too-many = Mehr als { $most } andere Kalender gehen bei einem Ding nicht. Entferne zuerst einen.
calendars-twice = Dieser Kalender ist schon dabei.
notice-calendar-added = Der Kalender ist dabei. Seine belegten Tage sind gesperrt.
notice-calendar-checked = Wir haben nachgesehen.
notice-calendar-removed = Der Kalender ist entfernt. Seine Tage sind wieder frei.

# Was schiefgehen kann
calendars-trouble-not-an-address = Das ist keine Adresse, die wir abrufen können. Kopiere sie am besten ganz aus deinem Kalenderprogramm.
calendars-trouble-other-scheme = Die Adresse muss mit https://, http:// oder webcal:// beginnen.
calendars-trouble-credentials = In der Adresse stehen ein Name oder ein Passwort (vor dem @). Solche Adressen nehmen wir nicht. Nimm die geheime Adresse, die dein Kalenderprogramm zum Teilen anbietet.
calendars-trouble-port = Diese Adresse führt nicht zu einer Webseite (wegen der Zahl hinter dem Doppelpunkt).
calendars-trouble-private = Diese Adresse liegt in einem privaten Netz. Wir können nur Kalender abrufen, die im Internet zu erreichen sind.
calendars-trouble-unknown-host = Diesen Namen gibt es im Internet nicht. Hat sich ein Buchstabe verirrt?
calendars-trouble-no-answer = Dort antwortet niemand, oder die Antwort brach ab. Vielleicht geht es später wieder.
calendars-trouble-slow = Das hat länger als zehn Sekunden gedauert, so lange warten wir nicht. Vielleicht geht es später wieder.
calendars-trouble-too-large = Dieser Kalender ist zu groß. Wir lesen höchstens 1 MB. Lass sehr alte Termine weg oder nimm einen eigenen Kalender nur für dieses Ding.
calendars-trouble-packed = Der Kalender kam verpackt an (komprimiert), obwohl wir darum gebeten haben, ihn unverpackt zu schicken. So lesen wir ihn nicht.
calendars-trouble-redirects = Die Adresse leitet immer weiter oder an eine Stelle, die wir nicht abrufen. Nimm die Adresse, an der der Kalender wirklich liegt.
calendars-trouble-status = Die andere Seite gibt den Kalender nicht heraus (Antwort { $code }). Gibt es ihn noch, und darf ihn jeder lesen, der die Adresse kennt?
calendars-trouble-not-a-calendar = Dort liegt kein Kalender, sondern etwas anderes, zum Beispiel eine Webseite. Gesucht ist die Adresse im iCal-Format.
calendars-trouble-malformed = Der Kalender ist beschädigt oder bricht mittendrin ab. Wir haben nichts davon übernommen.
calendars-trouble-too-many-events = In diesem Kalender stehen zu viele Einträge. Nimm am besten einen eigenen Kalender nur für dieses Ding.
calendars-trouble-too-often = In diesem Kalender wiederholt sich etwas zu oft, zum Beispiel jede Stunde oder seit mehr als hundert Jahren. Wir haben nichts davon übernommen.
calendars-trouble-too-much-work = Diesen Kalender zu verstehen dauert zu lange. Nimm am besten einen eigenen Kalender nur für dieses Ding.
