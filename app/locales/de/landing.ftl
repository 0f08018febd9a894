landing-title = Leih dir, was du brauchst.
landing-title-near = Gleich um die Ecke.
landing-lead = Bohrmaschine, Lastenrad, Zelt: In deiner Nachbarschaft steht es schon im Keller. Frag einfach danach. Kostenlos, von Mensch zu Mensch.
landing-description = Dinge leihen und verleihen in der Nachbarschaft: kostenlos, ohne Werbung, deine Adresse bleibt privat.
landing-categories = Kategorien
landing-near = Gerade da, rund um { $place }
landing-all = { $count ->
    [one] Ein Ding ansehen
   *[other] Alle { $count } Dinge ansehen
}
landing-nothing = Noch steht hier nichts
landing-nothing-text = Mach den Anfang: Was liegt bei dir im Keller und wartet?
landing-how = So einfach geht’s
landing-how-1 = Finden
landing-how-1-text = Sag, was du brauchst, wo und wann. Du siehst nur, was dann wirklich frei ist.
landing-how-2 = Fragen
landing-how-2-text = Ein Satz genügt. Du bekommst innerhalb eines Tages eine Antwort, versprochen.
landing-how-3 = Abholen und zurückbringen
landing-how-3-text = Ihr trefft euch zweimal. Beide bestätigen, so weiß jeder, wer was hat.
landing-invite = Was liegt bei dir im Keller und wartet?
landing-invite-text = In drei Minuten steht es hier, und jemand in der Nähe muss es nicht kaufen.
landing-invite-button = Etwas verleihen

how-title = So geht’s
how-lead = Leihen und Verleihen in sechs Schritten.
how-1-head = Suchen
how-1-text = Gib ein, was du brauchst, deinen Ort und die Tage. Allmende zeigt nur, was an diesen Tagen frei ist, das Nächste zuerst.
how-2-head = Anfragen
how-2-text = Wähle die Tage und schreib einen Satz dazu. Die andere Seite hat bis zu 24 Stunden Zeit. Du siehst genau, bis wann.
how-3-head = Zusagen
how-3-text = Erst mit der Zusage siehst du die genaue Adresse und wie die Übergabe läuft. Andere Anfragen für dieselben Tage werden freundlich abgesagt.
how-4-head = Übergeben
how-4-text = Schaut gemeinsam, ob alles da ist. Danach drücken beide auf „Übergeben“. Bestätigt nur einer, gilt es nach 24 Stunden, wenn niemand widerspricht.
how-5-head = Zurückbringen
how-5-text = Am letzten Tag bringst du es zurück, und wieder bestätigen beide. Dann ist die Ausleihe zu Ende, und die Adresse verschwindet wieder.
how-6-head = Verleihen
how-6-text = Ein paar Fotos, ein paar Sätze, die Tage, an denen es weg sein darf: in drei Minuten steht dein Ding hier. Du entscheidest bei jeder Anfrage.
how-next = Etwas suchen

conduct-title = Unser Miteinander
conduct-lead = Vier Sätze, auf die sich alle verlassen.
conduct-1-head = Wie mit dem Eigenen
conduct-1-text = Ich gehe mit fremden Dingen um wie mit meinen, und bringe sie sauber und vollständig zurück.
conduct-2-head = Ehrlich
conduct-2-text = Ich beschreibe, was ich verleihe, so wie es ist, auch die Macken. Wenn etwas kaputtgeht, sage ich es sofort.
conduct-3-head = Verlässlich
conduct-3-text = Ich antworte auf Anfragen, komme pünktlich und sage früh Bescheid, wenn etwas dazwischenkommt.
conduct-4-head = Freundlich
conduct-4-text = Ich rede mit anderen, wie ich möchte, dass sie mit mir reden.

privacy-title = Datenschutz
privacy-lead = Was gespeichert wird, wofür, und wer es sieht.
privacy-1-head = Dein Ort
privacy-1-text = Öffentlich ist nur ein Feld von etwa einem Kilometer Durchmesser, nie eine Adresse. Karte, Entfernungen und Adresszeilen werden nur aus diesem Feld berechnet. Den genauen Punkt sieht nur, wem du für eine Ausleihe zugesagt hast, und nur bis sie zu Ende ist.
privacy-2-head = Dein Konto
privacy-2-text = Name, E-Mail-Adresse, ein nicht umkehrbarer Abdruck deines Passworts, dein Profil und deine Geräteliste. Die E-Mail-Adresse sieht kein anderes Mitglied.
privacy-3-head = Deine Fotos
privacy-3-text = Sie werden neu gespeichert, dabei verschwinden Ort, Zeit und Kameradaten aus der Datei.
privacy-4-head = Keine Fremden
privacy-4-text = Die Seiten laden nichts von anderen Servern: keine Schriften, keine Karten, keine Zähler. Es gibt nur Cookies für Anmeldung, Sprache und Aussehen.
privacy-5-head = Löschen
privacy-5-text = Unter „Konto“ löschst du alles. Beendete Ausleihen bleiben für die andere Seite ohne deinen Namen sichtbar.

credits-title = Quellen und Dank
credits-lead = Womit diese Seite gemacht ist.
credits-1-head = Orte
credits-1-text = Namen und Koordinaten von Orten, Stadtteilen und Postleitzahlen stammen von GeoNames (geonames.org, CC BY 4.0), von den Mitwirkenden an OpenStreetMap (openstreetmap.org/copyright, ODbL 1.0) und von der DB InfraGO AG. Die daraus gemachten Tabellen stehen unter der ODbL 1.0.
credits-sources = Woher die Orte kommen
credits-2-head = Symbole
credits-2-text = Die Symbole stammen von Lucide (lucide.dev), Lizenz ISC.
credits-3-head = Bilder der Demo
credits-3-text = Die Bilder der Beispielgemeinschaft sind für Allmende gezeichnet und liegen dem Quelltext bei.
