# Portcullis auf Deutsch.
#
# Anrede: Sie. Erst sagen, was geschehen ist, dann, was zu tun ist. Ein Wort für eine Sache:
# Authenticator-App, Gerät, Code, Wiederherstellungscode, Anmeldename, Konto, Helpdesk.

## Around every page

skip = Zum Inhalt springen
contacts-heading = Brauchen Sie Hilfe?
contacts-sign-in = Klappt die Anmeldung nicht?
menu-account = Profil bearbeiten
menu-applications = Anwendungen
menu-administration = Verwaltung
menu-sign-out = Abmelden
wait-over = Sie können jetzt weitermachen.
cancel = Abbrechen
copy = Kopieren
copied = Kopiert
download = Herunterladen
print = Drucken
finish = Fertigstellen
never = Nie

## Numbers and times

number = { $number }
when-just-now = gerade eben
when-minutes-ago =
    { $minutes ->
        [one] vor 1 Minute
       *[other] vor { $minutes } Minuten
    }
when-days-ago =
    { $days ->
        [one] vor 1 Tag
       *[other] vor { $days } Tagen
    }
when-today = heute um { $clock }
when-yesterday = gestern um { $clock }
when-tomorrow = morgen um { $clock }
when-ahead = { $date } um { $clock }
when-exact = { $date }, { $clock }
clock = { $hour }:{ $minute } Uhr
clock-exact = { $hour }:{ $minute }:{ $second } Uhr
date = { $day }. { $month } { $year }
month =
    { $month ->
        [1] Januar
        [2] Februar
        [3] März
        [4] April
        [5] Mai
        [6] Juni
        [7] Juli
        [8] August
        [9] September
        [10] Oktober
        [11] November
       *[12] Dezember
    }

## Signing in

sign-in-title = Anmeldung
login-label = E-Mail-Adresse oder Anmeldename
login-hint = Zum Beispiel ann@example.com oder ann@acme
password-label = Passwort
password-show = Passwort anzeigen
password-hide = Passwort verbergen
log-in = Anmelden
have-invitation = Ich habe eine Einladung
sign-in-refused = Anmeldename und Passwort passen nicht zusammen
sign-in-refused-next = Prüfen Sie beides auf Tippfehler und auf die Feststelltaste und versuchen Sie es noch einmal. Wenn alles richtig aussieht, fragen Sie, wer sich hier um Ihr Konto kümmert.
sign-in-delayed = Zu viele Versuche mit diesem Anmeldenamen
sign-in-delayed-next =
    { $seconds ->
        [one] Versuchen Sie es in 1 Sekunde wieder, um { $until }. Bis dahin wird kein Passwort geprüft.
       *[other] Versuchen Sie es in { $seconds } Sekunden wieder, um { $until }. Bis dahin wird kein Passwort geprüft.
    }
sign-in-delayed-next-minutes =
    { $minutes ->
        [one] Versuchen Sie es in 1 Minute wieder, um { $until }. Bis dahin wird kein Passwort geprüft.
       *[other] Versuchen Sie es in { $minutes } Minuten wieder, um { $until }. Bis dahin wird kein Passwort geprüft.
    }
address-delayed = Zu viele falsche Antworten aus Ihrem Netz
address-delayed-next =
    { $seconds ->
        [one] Versuchen Sie es in 1 Sekunde wieder, um { $until }. Bis dahin wird nichts geprüft, was von dort kommt. Vielleicht nutzen auch andere Ihr Netz; wenn Sie es nicht waren, sagen Sie dem Helpdesk Bescheid.
       *[other] Versuchen Sie es in { $seconds } Sekunden wieder, um { $until }. Bis dahin wird nichts geprüft, was von dort kommt. Vielleicht nutzen auch andere Ihr Netz; wenn Sie es nicht waren, sagen Sie dem Helpdesk Bescheid.
    }
address-delayed-next-minutes =
    { $minutes ->
        [one] Versuchen Sie es in 1 Minute wieder, um { $until }. Bis dahin wird nichts geprüft, was von dort kommt. Vielleicht nutzen auch andere Ihr Netz; wenn Sie es nicht waren, sagen Sie dem Helpdesk Bescheid.
       *[other] Versuchen Sie es in { $minutes } Minuten wieder, um { $until }. Bis dahin wird nichts geprüft, was von dort kommt. Vielleicht nutzen auch andere Ihr Netz; wenn Sie es nicht waren, sagen Sie dem Helpdesk Bescheid.
    }
signed-out = Sie sind abgemeldet
signed-out-next = Schließen Sie an einem gemeinsam genutzten Computer auch das Browserfenster.
sign-in-ended = Ihre Anmeldung wurde beendet
sign-in-ended-next = Es hat zu lange gedauert, oder Sie sind nicht mehr angemeldet. Nichts wurde geändert. Beginnen Sie hier von vorn.
signing-in-as = Anmeldung als { $who }
not-you = Das sind nicht Sie?

## The app’s code

code-title = Code eingeben
code-title-refused = Code nicht angenommen
code-heading = Geben Sie den Code aus Ihrer App ein
code-explanation = Ihre Authenticator-App zeigt sechs Ziffern für { $place } an.
step-up-heading = Bestätigen Sie, dass Sie es sind
step-up-recovery-codes = Neue Wiederherstellungscodes öffnen Ihr Konto. Darum brauchen sie zuerst einen Code aus Ihrer Authenticator-App.
step-up-administration = Die Verwaltung verlangt einen Code aus Ihrer Authenticator-App: am Anfang und wieder, wenn Sie eine Weile nicht dort waren.
step-up-devices = Ihre Geräte öffnen Ihr Konto. Um sie zu ändern, müssen Sie noch einmal bestätigen, dass Sie es sind.
step-up-end-mfa = Um MFA auszuschalten, müssen Sie noch einmal bestätigen, dass Sie es sind.
step-up-password = Für ein neues Passwort müssen Sie noch einmal bestätigen, dass Sie es sind.
step-up-address = Für eine neue Adresse müssen Sie noch einmal bestätigen, dass Sie es sind.
step-up-record = Was über Sie gespeichert ist, geht nur Sie etwas an. Darum müssen Sie noch einmal bestätigen, dass Sie es sind.
step-up-people = Was die Konten anderer Personen betrifft, braucht noch einmal die Bestätigung mit einem Code Ihrer App, dass Sie es sind.
code-label = Code hier eingeben
submit-code = Code absenden
code-wrong = Das ist nicht der Code, den die App gerade anzeigt
code-wrong-next = Warten Sie, bis die App einen neuen anzeigt, und tippen Sie diesen ein.
code-wrong-tip-entry = Stehen in der App mehrere Einträge? Nehmen Sie den für { $place }.
code-wrong-tip-clock = Klappt es immer noch nicht? Schalten Sie in den Einstellungen Ihres Telefons die automatische Uhrzeit ein: Die Codes hängen von seiner Uhr ab.
code-clock-slow =
    { $minutes ->
        [one] Die Uhr Ihres Telefons geht etwa 1 Minute nach
       *[other] Die Uhr Ihres Telefons geht etwa { $minutes } Minuten nach
    }
code-clock-fast =
    { $minutes ->
        [one] Die Uhr Ihres Telefons geht etwa 1 Minute vor
       *[other] Die Uhr Ihres Telefons geht etwa { $minutes } Minuten vor
    }
code-clock-next = Schalten Sie in den Einstellungen des Telefons die automatische Uhrzeit ein, warten Sie, bis die App einen neuen Code anzeigt, und tippen Sie diesen ein.
code-clock-tip-old = Oder war es ein Code, den Sie vor einigen Minuten gesehen haben? Nur der zählt, den die App jetzt anzeigt.
code-is-recovery-code = Das sieht nach einem Wiederherstellungscode aus
code-is-recovery-code-next = Hier sind die sechs Ziffern der App gefragt. Für einen Wiederherstellungscode wählen Sie unten „Andere Möglichkeit wählen“.
code-not-six-digits = Ein Code hat sechs Ziffern
code-not-six-digits-next = Tippen Sie nur die Ziffern ein, die die App jetzt anzeigt. Ein Leerzeichen dazwischen schadet nicht.
code-already-used = Dieser Code wurde schon verwendet
code-already-used-next =
    { $seconds ->
        [one] Jeder Code gilt einmal. Warten Sie auf den nächsten (1 Sekunde).
       *[other] Jeder Code gilt einmal. Warten Sie auf den nächsten ({ $seconds } Sekunden).
    }
code-delayed = Zu viele Codes, die nicht stimmten
code-delayed-next =
    { $seconds ->
        [one] Versuchen Sie es in 1 Sekunde wieder, um { $until }. Bis dahin wird kein Code geprüft.
       *[other] Versuchen Sie es in { $seconds } Sekunden wieder, um { $until }. Bis dahin wird kein Code geprüft.
    }
code-delayed-next-minutes =
    { $minutes ->
        [one] Versuchen Sie es in 1 Minute wieder, um { $until }. Bis dahin wird kein Code geprüft.
       *[other] Versuchen Sie es in { $minutes } Minuten wieder, um { $until }. Bis dahin wird kein Code geprüft.
    }
code-suspended = Codes aus der App sind für dieses Konto gesperrt
code-suspended-next = Fünfzig hintereinander stimmten nicht. Verwenden Sie einen Wiederherstellungscode, oder bitten Sie den Helpdesk, diesen Weg wieder zu öffnen.
another-way = Andere Möglichkeit wählen
another-way-none = Für dieses Konto gibt es keine andere Möglichkeit. Fragen Sie den Helpdesk: Er kann Ihnen auch ohne Ihr Telefon helfen.
use-recovery-code = Wiederherstellungscode verwenden
use-recovery-code-left =
    { $left ->
        [one] Von der Liste, die Sie aufbewahrt haben; 1 ist übrig
       *[other] Von der Liste, die Sie aufbewahrt haben; { $left } sind übrig
    }

## A recovery code

recovery-title = Wiederherstellungs{"\u00AD"}code verwenden
recovery-explanation = Er ersetzt dieses Mal den Code der App. Jeder gilt einmal, streichen Sie ihn also auf Ihrer Liste durch.
recovery-label = Wiederherstellungscode
recovery-hint = 16 Buchstaben und Ziffern, zum Beispiel 7KQM-4XPD-H2WN-9TRC. Bindestriche und Großschreibung sind egal.
recovery-wrong = Das ist keiner Ihrer Wiederherstellungscodes
recovery-wrong-next = Vergleichen Sie ihn Gruppe für Gruppe mit Ihrer Liste. Falls Sie eine neuere Liste erstellt haben, zählt nur diese.
recovery-already-used = Dieser Wiederherstellungscode wurde schon verwendet
recovery-already-used-next = Streichen Sie ihn durch und nehmen Sie einen anderen von derselben Liste.
recovery-is-app-code = Das sieht nach dem Code aus Ihrer App aus
recovery-is-app-code-next = Hier ist einer Ihrer Wiederherstellungscodes gefragt. Die sechs Ziffern der App gehören auf die Seite davor.
recovery-not-a-code = Ein Wiederherstellungscode hat 16 Buchstaben und Ziffern
recovery-not-a-code-next = Tippen Sie alle vier Gruppen einer Zeile ein. Die sechs Ziffern der App gehören auf die Seite davor.
recovery-suspended = Wiederherstellungscodes sind für dieses Konto gesperrt
recovery-suspended-next = Fünfzig hintereinander stimmten nicht. Verwenden Sie einen Code aus Ihrer App, oder fragen Sie den Helpdesk.
use-app-code = Code aus der App verwenden
use-app-code-note = Sechs Ziffern aus Ihrer Authenticator-App

## After a recovery code

replace-title = Haben Sie Ihr Gerät noch?
replace-used =
    { $left ->
        [0] Sie haben Ihren letzten Wiederherstellungscode verwendet. Neue gibt es bei der nächsten Einrichtung.
        [one] Sie haben einen Wiederherstellungscode verwendet. 1 ist übrig.
       *[other] Sie haben einen Wiederherstellungscode verwendet. { $left } sind übrig.
    }
replace-on-record = Das ist als Ihre Authenticator-App hinterlegt:
replace-question = Wenn es verloren oder zurückgesetzt ist, richten Sie jetzt ein anderes ein. Das dauert etwa zwei Minuten.
replace-nothing-left = Es ist keine Authenticator-App mehr hinterlegt. Richten Sie jetzt eine ein, damit Sie sich beim nächsten Mal anmelden können.
replace-replace = Anderes Gerät einrichten
replace-keep = Ich habe dieses Gerät noch: weiter
replace-consequence = Das alte Gerät gilt, bis das neue seinen ersten richtigen Code angezeigt hat. Dann wird es entfernt.
replace-several = Diese Geräte sind hinterlegt. Wenn eines davon verloren oder zurückgesetzt ist, richten Sie an seiner Stelle ein anderes ein.
replace-keep-all = Ich habe sie alle noch: weiter
replace-consequence-several = Das Gerät gilt, bis das neue seinen ersten richtigen Code angezeigt hat. Dann wird es entfernt, und die anderen bleiben.

## The wizard

wizard-title = Authenticator-App einrichten: Schritt { $step } von 3
steps-name = Schritte
steps-app = App besorgen
steps-scan = App verbinden
steps-store = Codes aufbewahren
steps-done = (erledigt)
app-title = Besorgen Sie sich eine Authenticator-App
app-because-required = { $organization } verlangt bei der Anmeldung von allen einen zweiten Schritt: einen Code aus einer App. Sie richten das einmal ein, in etwa drei Minuten.
app-because-role = Ihre Rolle öffnet die Konten anderer, darum braucht sie einen zweiten Schritt: einen Code aus einer App. Sie richten das einmal ein, in etwa drei Minuten.
app-because-replacing = Richten Sie das Gerät ein, das das alte ersetzt. Das alte gilt, bis das neue einen richtigen Code angezeigt hat.
app-because-asked = Von nun an verlangt die Anmeldung Ihr Passwort und einen Code aus einer App. Sie richten das einmal ein, in etwa drei Minuten.
app-what = Die App zeigt sechs Ziffern an, die alle 30 Sekunden wechseln. Die meisten solchen Apps sind kostenlos, und keine braucht ein Netz.
app-have-one = Ich habe schon eine App: weiter
app-installed = Ich habe eine installiert: weiter
app-get-one = Apps zur Auswahl
app-get-one-how = Eine genügt. Installieren Sie sie, kommen Sie dann auf diese Seite zurück und machen Sie weiter.
app-for-android = Für Android holen
app-for-iphone = Für das iPhone holen
app-for-computer = Für den Computer holen
app-any = Jede andere App geht auch, wenn sie die üblichen Schlüssel liest (zeitbasiert, sechs Ziffern, 30 Sekunden).
app-ask = Fragen zu einer App, die hier nicht steht? Wenden Sie sich an die Kontakte am Ende dieser Seite.
app-ask-admin = Fragen zu einer App, die hier nicht steht? Wenden Sie sich an die, die dieses Portal betreiben.
apps-everywhere = Android, iPhone und Computer
apps-phones = Android und iPhone
apps-android = Android
apps-iphone = iPhone
apps-computers = Windows, Mac und Linux
apps-open-plus = Öffnen Sie die App und tippen Sie auf +.
apps-open-add-account = Öffnen Sie die App und wählen Sie „Konto hinzufügen“.
apps-open-add = Öffnen Sie die App und tippen Sie auf „Hinzufügen“.
apps-work-account = Wählen Sie „Geschäfts-, Schul- oder Unikonto“, dann „QR-Code scannen“.
apps-use-qr-code = Wählen Sie „QR-Code verwenden“.
apps-scan-or-type = Wählen Sie, ob Sie einen QR-Code scannen oder den Schlüssel eintippen.
apps-camera = Erlauben Sie die Kamera, damit die App den Code des nächsten Schritts lesen kann.
apps-continue-here = Kommen Sie auf diese Seite zurück und machen Sie weiter.
apps-1password-item = Öffnen Sie den Eintrag mit diesen Anmeldedaten und bearbeiten Sie ihn.
apps-1password-field = Fügen Sie ein Feld der Art „Einmalpasswort“ hinzu. Der Schlüssel aus dem nächsten Schritt kommt dort hinein.
apps-keepassxc-entry = Legen Sie den Eintrag für diese Anmeldung an oder öffnen Sie ihn.
apps-keepassxc-totp = Wählen Sie in seinem Menü TOTP, dann „TOTP einrichten“. Der Schlüssel aus dem nächsten Schritt kommt dort hinein.
scan-title = App verbinden
scan-how = Wählen Sie in der App, dass Sie ein Konto hinzufügen möchten, und richten Sie die Kamera auf dieses Bild.
scan-qr-name = QR-Code mit dem Schlüssel für { $account }
scan-tap = App auf diesem Gerät öffnen
scan-show-key = Geheimen Schlüssel für die manuelle Einrichtung anzeigen
scan-issuer = Organisation
scan-account = Konto
scan-kind = Art des Schlüssels
scan-kind-is = Zeitbasiert, sechs Ziffern
verify-code = MFA-Code bestätigen
scan-code-hint = Die sechs Ziffern, die die App jetzt für { $issuer } anzeigt
enable = Aktivieren
scan-good-until = Dieser Schlüssel wartet bis { $until }. Sie können die Seite schließen und neu beginnen: Nichts ändert sich, bevor ein Code stimmt.
scan-trouble = Die App liest das Bild nicht, oder ihr Code wird nicht angenommen
scan-trouble-clock = Schalten Sie in den Einstellungen Ihres Telefons die automatische Uhrzeit ein. Die Codes hängen von seiner Uhr ab.
scan-trouble-key = Tippen Sie den geheimen Schlüssel ein, statt die Kamera zu verwenden; es ist derselbe Schlüssel.
scan-trouble-scanner = Scannen Sie aus der Authenticator-App heraus. Wenn die Kamera des Telefons solche Codes nicht liest, installieren Sie eine Scanner-App.
scan-trouble-restart = Starten Sie das Telefon neu und versuchen Sie es noch einmal.
store-title = Bewahren Sie Ihre Wiederherstellungs{"\u00AD"}codes auf
store-what = Wenn Ihr Telefon verloren oder kaputt ist, melden Sie sich mit einem davon statt mit dem Code der App an. Jeder gilt einmal.
store-only-now = Sie werden nur dieses eine Mal angezeigt.
store-where = Gute Orte sind ein Blatt Papier dort, wo Ihr Reisepass liegt, oder ein Passwortmanager. Das Telefon selbst ist keiner: Die Codes sollen es ja ersetzen.
store-tick = Ich habe diese Codes sicher aufbewahrt
store-made = Erstellt am { $date }
store-paper-advice = Streichen Sie jeden Code durch, sobald er verwendet ist. Bewahren Sie dieses Blatt getrennt von Telefon und Computer auf.
store-file-name = wiederherstellungscodes.txt
store-file-heading = Wiederherstellungscodes für { $organization }
store-file-account = Konto: { $account }
store-file-advice = Jeder Code gilt einmal. Wenn neue Codes erstellt werden, gelten diese alle nicht mehr.
new-codes-title = Ihre Wiederherstellungs{"\u00AD"}codes sind noch nicht aufbewahrt
new-codes-refused = Das Kästchen war nicht angekreuzt
new-codes-refused-next = Wir nehmen daher an, dass die Codes nicht aufbewahrt sind, und ein zweites Mal können sie nicht angezeigt werden.
new-codes-why = Für Sie wurden Codes erstellt, und niemand hat bestätigt, dass sie sicher aufbewahrt sind. Ohne sie sperrt ein verlorenes Telefon Sie aus.
new-codes-consequence = Wir zeigen Ihnen zehn neue. Von da an gelten alle, die Sie vorher gesehen haben, nicht mehr.
new-codes-show = Neue Wiederherstellungscodes anzeigen

## The first organization

first-title = Richten Sie Ihre Organisation ein
first-explanation = Hier entsteht zweierlei: die Organisation und Ihr eigenes Konto als ihr Eigentümer.
first-organization = Ihre Organisation
first-organization-label = Name der Organisation
first-organization-hint = So, wie ihre Leute sie kennen, zum Beispiel Example GmbH
first-slug-label = Kurzname
first-slug-hint = Teil von Anmeldenamen und Adressen, zum Beispiel acme in ann@acme. Kleinbuchstaben, Ziffern und Bindestriche.
requirement-legend = Wer MFA verwenden muss
requirement-required = Verpflichtend
requirement-required-hint = Alle richten bei der nächsten Anmeldung eine Authenticator-App ein und kommen ohne sie nicht weiter.
requirement-optional = Freiwillig
requirement-optional-hint = Verlangt von denen, die sie haben, und von allen, die verwalten.
requirement-off = Aus
requirement-off-hint = Sie wird nicht angeboten, außer denen, die verwalten: Sie brauchen sie ohnehin.
first-you = Sie
first-name-hint = So, wie Ihre Kolleginnen und Kollegen Sie kennen
first-login-name-hint = Der Teil vor dem @, zum Beispiel ann
first-email-hint = Damit können Sie sich ebenfalls anmelden
first-make = Organisation anlegen
first-next = Als Nächstes richten Sie eine Authenticator-App für Ihr eigenes Konto ein.
new-password-label = Passwort wählen
password-hint-second-step =
    { $minimum ->
        [one] Mindestens 1 Zeichen. Ein Code wird ebenfalls verlangt, darum darf es kurz sein, aber nicht leicht zu erraten.
       *[other] Mindestens { $minimum } Zeichen. Ein Code wird ebenfalls verlangt, darum kommt es weniger auf die Länge an als darauf, dass es schwer zu erraten ist.
    }
password-hint-alone =
    { $minimum ->
        [one] Mindestens 1 Zeichen, denn hier kann das Passwort das Einzige sein, was das Konto schützt.
       *[other] Mindestens { $minimum } Zeichen, denn hier kann das Passwort das Einzige sein, was das Konto schützt. Vier oder fünf zufällige Wörter sind gut geeignet.
    }

## People’s records

person-name-label = Name
login-name-label = Anmeldename
email-label = E-Mail-Adresse
email-optional-label = E-Mail-Adresse (freiwillig)
email-proved = Bestätigt
email-unproved = Noch nicht bestätigt
email-unproved-why = Mit ihr können Sie sich erst anmelden, wenn sie bestätigt ist. Verwenden Sie bis dahin den Anmeldenamen.
email-none = Keine hinterlegt

## Invitations

invitation-code-title = Einladung öffnen
invitation-code-explanation = Der Code steht auf dem Blatt, das Sie bekommen haben. Er gilt einmal.
invitation-code-label = Einladungscode
invitation-code-hint = Bindestriche, Leerzeichen und Großschreibung sind egal
invitation-code-open = Einladung öffnen
invitation-code-refused = Dieser Code öffnet keine Einladung
invitation-code-refused-next = Vergleichen Sie ihn Gruppe für Gruppe mit dem Blatt. Wenn er stimmt, wurde er schon verwendet oder ist abgelaufen: Bitten Sie um einen neuen, wo Sie eingeladen wurden.
have-account = Ich habe schon ein Konto
invitation-title = { $organization } beitreten
invitation-explanation = Diese Angaben sind über Sie hinterlegt. Wählen Sie ein Passwort, um die Einladung anzunehmen.
invitation-accept = Einladung annehmen
invitation-not-you = Wenn das nicht Sie sind, schließen Sie die Seite und sagen Sie denen Bescheid, von denen Sie den Code haben. Nichts wird angelegt, bevor Sie annehmen.

## Fields

problems-heading = Einige Felder brauchen noch einen Blick
problem-missing = Hier steht noch nichts. Füllen Sie das Feld aus, um weiterzukommen.
problem-too-long =
    { $max ->
        [one] Das ist zu lang. Verwenden Sie 1 Zeichen.
       *[other] Das ist zu lang. Verwenden Sie höchstens { $max } Zeichen.
    }
problem-too-short =
    { $min ->
        [one] Das ist zu kurz. Verwenden Sie mindestens 1 Zeichen.
       *[other] Das ist zu kurz. Verwenden Sie mindestens { $min } Zeichen.
    }
problem-not-an-email = Das liest sich nicht wie eine E-Mail-Adresse. Schreiben Sie sie wie ann@example.com.
problem-not-a-login-name = Verwenden Sie Kleinbuchstaben, Ziffern, Punkte und Bindestriche, und beginnen Sie mit einem Buchstaben, zum Beispiel ann.bauer.
problem-not-a-short-name = Verwenden Sie Kleinbuchstaben, Ziffern und Bindestriche, und beginnen Sie mit einem Buchstaben, zum Beispiel acme.
problem-taken = Das ist schon vergeben. Wählen Sie etwas anderes.
problem-control-characters = Darin sind Zeichen, die man nicht sehen kann. Tippen Sie es von Hand ein, statt es einzufügen.
problem-common = Dieses Passwort gehört zu denen, die zuerst erraten werden. Wählen Sie ein anderes, zum Beispiel ein paar Wörter, die nicht zusammengehören.
problem-names-you = Dieses Passwort besteht aus Ihrem Namen oder dem Ihrer Organisation. Wählen Sie eines, das nichts über Sie sagt.
problem-one-of = Wählen Sie eine dieser Möglichkeiten.

## Dashboard and account

dashboard-title = Ihre Anwendungen
dashboard-empty = Noch keine Anwendungen
dashboard-empty-next = Was Ihre Organisation für Sie öffnet, steht hier, je eine Kachel.
dashboard-account = Ihr Konto
devices-label = Geräte
devices-none = Keine eingerichtet
recovery-codes-label = Wiederherstellungscodes
recovery-left = { $left } von { $total } übrig
recovery-made = Erstellt am { $date }
recovery-none = Keine erstellt
recovery-low =
    { $left ->
        [0] Es sind keine Wiederherstellungscodes übrig
        [one] Nur noch 1 Wiederherstellungscode ist übrig
       *[other] Nur noch { $left } Wiederherstellungscodes sind übrig
    }
recovery-low-next = Erstellen Sie neue, solange Sie sich noch anmelden können.
recovery-make = Neue Wiederherstellungscodes erstellen
last-sign-in-label = Letzte Anmeldung
last-sign-in-none = Das ist Ihre erste
edit-profile = Profil bearbeiten
account-you = Sie
mfa-settings = MFA-Einstellungen
mfa-enabled = Aktiviert
mfa-disabled = Deaktiviert
mfa-not-enabled = Nicht aktiviert
account-enabled = Nach Ihrem Passwort verlangt die Anmeldung einen Code von Ihrem Gerät.
account-enabled-required = Nach Ihrem Passwort verlangt die Anmeldung einen Code von Ihrem Gerät. { $organization } verlangt das von allen.
account-disabled = Ihr Gerät bleibt erhalten, aber die Anmeldung verlangt zurzeit seinen Code nicht.
account-not-enabled = Die Anmeldung verlangt nur Ihr Passwort.
account-not-enabled-required = { $organization } verlangt einen zweiten Schritt: Die nächste Anmeldung führt Sie durch die Einrichtung.
account-device-lost = Verloren? Melden Sie sich mit einem Wiederherstellungscode an: Auf der Seite danach ersetzen Sie das Gerät.
device-last-used = Zuletzt verwendet: { $when }
device-never-used = Noch nicht verwendet
device-made = Hinzugefügt am { $date }
recovery-purpose = Für den Tag, an dem Ihr Telefon verloren geht
recovery-for = Mit einem Wiederherstellungscode melden Sie sich an, wenn Ihr Telefon nicht zur Hand ist. Er ersetzt den Code der App, nie Ihr Passwort, und jeder gilt einmal.
recovery-no-device = Noch nichts, was sie ersetzen könnten
recovery-no-device-next = Wiederherstellungscodes werden erstellt, wenn Sie eine Authenticator-App einrichten. Für Ihr Konto ist kein Gerät eingerichtet.
recovery-not-made = Keine Wiederherstellungscodes
recovery-not-made-next = Ohne sie bedeutet ein verlorenes Telefon einen Anruf beim Helpdesk. Erstellen Sie jetzt zehn und bewahren Sie sie sicher auf.
recovery-state-left = Übrig
recovery-state-made = Erstellt am
recovery-new = Neue Codes
recovery-new-ends = Ihre jetzigen Codes gelten sofort nicht mehr, auch die auf Papier nicht.
recovery-new-once = Die neuen werden einmal angezeigt, zum Kopieren, Speichern oder Drucken.
recovery-new-proof = Zuerst werden Sie nach einem Code aus Ihrer App gefragt, außer Sie haben gerade einen eingegeben.

## Administration

access-title = Verwaltung und Zugriff
access-invite = Jemanden einladen
access-people = Personen
access-person = Person
access-mfa = MFA
access-role = Rolle
access-empty = Hier ist noch niemand
access-empty-next = Alle mit einem Konto stehen hier mit ihrem MFA-Status. Laden Sie als Erstes jemanden ein.
access-next = Nächste Seite
access-invitations = Offene Einladungen
access-no-invitations = Keine. Eine Einladung bleibt hier, bis sie angenommen wird oder abläuft.
access-invitation-until = Gilt bis { $until }
role-member = Mitglied
role-auditor = Prüfung
role-help-desk = Helpdesk
role-admin = Administration
role-owner = Eigentümer
state-suspended = Gesperrt
state-frozen = Eingefroren
invite-explanation = Sie bekommen ein Blatt mit einem Code zum Weitergeben. Wer es hat, wählt ein Passwort und übernimmt dieses Konto.
invite-name-hint = So, wie Kolleginnen und Kollegen die Person kennen
invite-login-name-hint = Der Teil vor @{ $slug }, zum Beispiel ann
invite-email-hint = Damit kann man sich sofort anmelden, wo Sie für die Adresse einstehen: in einem Portal mit nur einer Organisation, oder als dessen Eigentümer.
invite-make = Einladung erstellen
letter-title = Einladung für { $name }
letter-only-now = Dieses Blatt wird nur jetzt angezeigt
letter-only-now-next = Drucken Sie es oder notieren Sie den Code, bevor Sie die Seite verlassen. Geben Sie es persönlich weiter oder lesen Sie den Code am Telefon vor: Wer ihn hat, kann dieses Konto übernehmen.
letter-explanation = Bei { $organization } liegt ein Konto für Sie bereit. In vier Schritten gehört es Ihnen.
letter-step-open = Öffnen Sie in einem Browser diese Adresse:
letter-step-code = Tippen Sie diesen Code ein:
letter-step-password = Wählen Sie ein Passwort.
letter-step-app = Wenn Sie darum gebeten werden, richten Sie eine Authenticator-App ein. Die Seite führt Sie hindurch.
letter-qr-name = QR-Code mit der Einladung für { $name }
letter-qr-note = Oder scannen Sie dies: Es öffnet beides auf einmal
letter-until = Gilt bis
letter-advice = Der Code gilt einmal. Geben Sie dieses Blatt nicht weiter, und vernichten Sie es, wenn Sie fertig sind.

## When something is in the way

trouble-not-found = Diese Seite gibt es nicht
trouble-not-found-what = In der Adresse ist ein Tippfehler, oder was hier war, ist umgezogen oder fort.
trouble-not-found-next = Prüfen Sie die Adresse, oder beginnen Sie auf der Startseite.
trouble-forbidden = Diese Seite steht Ihnen nicht offen
trouble-forbidden-what = Sie sind angemeldet, aber Ihre Rolle umfasst das nicht.
trouble-forbidden-next = Wenn Sie es für Ihre Arbeit brauchen, fragen Sie die Administration Ihrer Organisation.
trouble-bad-form = Das konnte nicht gelesen werden
trouble-bad-form-what = Etwas im Formular kam so an, dass wir es nicht lesen können. Nichts wurde geändert.
trouble-bad-form-next = Gehen Sie zurück, laden Sie die Seite neu und senden Sie es noch einmal.
trouble-too-large = Das war zu viel auf einmal
trouble-too-large-what = Es wurde mehr gesendet, als diese Seite annimmt. Nichts wurde geändert.
trouble-too-large-next = Gehen Sie zurück und senden Sie weniger.
trouble-too-slow = Das kam zu langsam an
trouble-too-slow-what = Die Verbindung war zu langsam oder brach ab, bevor alles da war. Nichts wurde geändert.
trouble-too-slow-next = Gehen Sie zurück und senden Sie es noch einmal.
trouble-wrong-type = Das konnte nicht gelesen werden
trouble-wrong-type-what = Es wurde in einer Form gesendet, die diese Adresse nicht annimmt. Nichts wurde geändert.
trouble-method = So kann diese Adresse nicht verwendet werden
trouble-method-what = Sie beantwortet andere Anfragen als diese. Nichts wurde geändert.
trouble-method-next = Beginnen Sie auf der Startseite.
trouble-cross-site = Das kam von einer anderen Website
trouble-cross-site-what = Formulare zählen nur, wenn sie von den Seiten dieses Portals gesendet werden. Nichts wurde geändert.
trouble-cross-site-next = Wenn Sie es wirklich wollten, melden Sie sich hier an und tun Sie es noch einmal.
trouble-wrong-host = Das ist nicht die Adresse des Portals
trouble-wrong-host-what = Das Portal antwortet nur unter seiner eigenen Adresse. Nichts wurde geändert.
trouble-wrong-host-next = Machen Sie von dort aus weiter. Wenn ein Link Sie hierher geführt hat, sagen Sie denen Bescheid, von denen Sie ihn haben.
trouble-sign-in-ended = Diese Anmeldung ist beendet
trouble-sign-in-ended-what = Es hat zu lange gedauert, oder sie wurde in einem anderen Tab abgeschlossen. Nichts wurde geändert.
trouble-sign-in-ended-next = Beginnen Sie noch einmal mit Anmeldename und Passwort.
trouble-link-gone = Dieser Link öffnet nichts mehr
trouble-link-gone-what = Er wurde schon verwendet, er ist abgelaufen, oder ein Teil der Adresse fehlt.
trouble-link-gone-next = Wenn Sie ihn schon verwendet haben, melden Sie sich an. Prüfen Sie sonst, ob die ganze Adresse kopiert wurde, oder bitten Sie um einen neuen, wo Sie ihn bekommen haben.
trouble-busy = Gerade melden sich viele an
trouble-busy-what = Wir kamen nicht rechtzeitig zu Ihrer Anfrage. Nichts wurde geändert.
trouble-wait-next =
    { $seconds ->
        [one] Warten Sie 1 Sekunde, dann laden Sie die Seite neu.
       *[other] Warten Sie { $seconds } Sekunden, dann laden Sie die Seite neu.
    }
trouble-unavailable = Das Portal ist gerade nicht erreichbar
trouble-unavailable-what = Ein Teil davon antwortet nicht. Ihr Konto und Ihre Geräte sind sicher.
trouble-unavailable-next = Versuchen Sie es in einigen Minuten wieder. Wenn es so bleibt, sagen Sie dem Helpdesk Bescheid.
trouble-internal = Bei uns ist etwas schiefgegangen
trouble-internal-what = Es lag nicht an Ihnen, und was Sie gesendet haben, wurde vielleicht nicht übernommen.
trouble-internal-next = Gehen Sie zurück und versuchen Sie es noch einmal. Wenn es wieder geschieht, sagen Sie dem Helpdesk, was Sie getan haben und wann.
trouble-sign-in = Anmelden
trouble-home = Zur Startseite

## Audit logs of the instance

audit-title = Prüfprotokolle
audit-explanation = Jedes Ereignis hat eine Nummer und ist mit dem davor verkettet; die Verkettung ist mit einem Schlüssel versiegelt, der nicht in der Datenbank liegt. Die Prüfung liest jedes Protokoll ab seinem ersten Ereignis und nennt jede Stelle, an der Ereignisse geändert, verschoben, eingefügt oder entfernt wurden.
audit-verify = Jetzt prüfen
audit-log = Protokoll
audit-sealed = Versiegelte Ereignisse
audit-unsealed = Warten auf ihr Siegel
audit-result = Ergebnis
audit-instance = Das der Instanz selbst
audit-gone = Eine Organisation, die es nicht mehr gibt
audit-whole = Nichts fehlt und nichts ist geändert
audit-faults =
    { $count ->
        [one] Ein Schaden
       *[other] { $count } Schäden
    }
audit-waits-since = das älteste seit { $since }
audit-more =
    { $count ->
        [one] und einer mehr
       *[other] und { $count } mehr
    }
audit-all-whole = Alle Protokolle sind unversehrt.
audit-damaged = An einem Prüfprotokoll wurde manipuliert. Bewahren Sie diese Datenbank als Beweis auf und vergleichen Sie sie mit einer Sicherung.
audit-altered = Ereignis { $number } wurde geändert.
audit-altered-unsealed = Ein Ereignis, das auf sein Siegel wartet, wurde geändert.
audit-misplaced = Ereignis { $number } gehört nicht dorthin: Es wurde verschoben, ersetzt oder eingefügt.
audit-missing = Die Ereignisse { $from } bis { $to } fehlen.
audit-cut-off = Das Ende fehlt: die Ereignisse { $from } bis { $to }.
audit-behind-head = Der Kopf wurde zurückgesetzt: Er nennt { $head }, das letzte Ereignis ist { $last }.
audit-no-head = Der Kopf fehlt.
audit-head-altered = Der Kopf wurde geändert.
audit-empty = Alle Ereignisse fehlen.

## Mails

mail-sent-by = Gesendet von { $portal } für { $organization }.
mail-test-subject = E-Mail von diesem Portal kommt an
mail-test-works = Diese E-Mail zeigt, dass das Portal an diese Adresse senden kann.
mail-test-why = { $name } hat sie am { $at } angefordert. Sie müssen nichts tun.

## What was done to an account, and by whom

by-you = Von Ihnen, oder von jemandem, der als Sie angemeldet war.
by-person = Von { $name }.
by-gone = Von jemandem, dessen Konto es nicht mehr gibt.
by-owner = Von jemandem aus einer anderen Organisation, der hier helfen darf.
by-operator = Vom Betreiber dieses Portals.
by-portal = Vom Portal selbst.
by-stranger = Von jemandem, der nicht angemeldet war.
event-organization-created = Die Organisation wurde eingerichtet.
event-policy-changed = Die Regeln der Organisation für die Anmeldung wurden geändert.
event-account-created = Das Konto wurde angelegt, mit dem Anmeldenamen { $login }.
event-invited = Für den Anmeldenamen { $login } wurde eine Einladung erstellt.
event-invitation-accepted = Die Einladung wurde angenommen und das Konto { $login } angelegt.
event-role-member = Das Konto bekam die Rolle eines Mitglieds.
event-role-auditor = Das Konto bekam die Rolle für die Prüfung: Sie liest alles und ändert nichts.
event-role-helpdesk = Das Konto bekam die Rolle des Helpdesks.
event-role-admin = Das Konto bekam die Rolle der Administration.
event-role-owner = Das Konto bekam die Rolle eines Eigentümers, der das Portal betreibt.
event-account-deleted = Das Konto { $login } wurde gelöscht.
event-suspended = Das Konto wurde gesperrt: Niemand kann sich damit anmelden, bis es wieder geöffnet wird.
event-activated = Das Konto wurde nach einer Sperre wieder geöffnet.
event-frozen = Über den Link in einer E-Mail wurde „Das war ich nicht“ gemeldet. Alle wurden abgemeldet, und das Konto wurde eingefroren.
event-unfrozen = Das Konto wurde wieder freigegeben: { $reason }
event-unfrozen-password-ended = Das Konto wurde wieder freigegeben, und das bisherige Passwort öffnet nichts mehr: { $reason }
event-unlocked = Die Wartezeiten nach falschen Passwörtern und Codes wurden aufgehoben.
event-unlocked-how = Die Wartezeiten nach falschen Passwörtern und Codes wurden aufgehoben: { $how }
event-mfa-deleted = Alles, was für MFA eingerichtet war, wurde gelöscht: { $how }
event-signed-out-everywhere = { $sessions ->
    [0] Das Konto wurde überall abgemeldet; es war nirgends angemeldet.
    [one] Das Konto wurde überall abgemeldet: eine Sitzung wurde beendet.
   *[other] Das Konto wurde überall abgemeldet: { $sessions } Sitzungen wurden beendet.
}
event-signed-out-everywhere-how = { $sessions ->
    [0] Das Konto wurde überall abgemeldet, war aber nirgends angemeldet: { $how }
    [one] Das Konto wurde überall abgemeldet und eine Sitzung beendet: { $how }
   *[other] Das Konto wurde überall abgemeldet und { $sessions } Sitzungen beendet: { $how }
}
event-session-ended = Die von { $address } aus geöffnete Sitzung wurde beendet und ihr Browser vergessen: { $how }
event-mfa-required = MFA wurde für dieses Konto verlangt.
event-mfa-not-required = MFA wurde nicht mehr eigens für dieses Konto verlangt.
event-login-unknown = Ein Anmeldename wurde eingegeben, den niemand hat.
event-password-wrong = Ein falsches Passwort wurde eingegeben.
event-password-suspended = Das Konto war gesperrt, darum wurde eine Anmeldung abgelehnt.
event-password-delayed = Nach zu vielen falschen Passwörtern wurde eine Weile keines geprüft.
event-password-right = Das richtige Passwort wurde eingegeben.
event-password-rehashed = Die gespeicherte Form des Passworts wurde erneuert. Das Passwort blieb gleich.
event-code-wrong = Ein falscher Code wurde eingegeben.
event-code-wrong-app = Statt des Codes der App wurde ein falscher eingegeben.
event-code-wrong-email = Statt des Codes aus der E-Mail wurde ein falscher eingegeben.
event-code-wrong-recovery = Ein falscher Wiederherstellungscode wurde eingegeben.
event-code-wrong-help-desk = Statt des Codes vom Helpdesk wurde ein falscher eingegeben.
event-code-already-used = Ein Code wurde eingegeben, der schon verwendet war.
event-code-delayed = Nach zu vielen falschen Codes wurde eine Weile keiner geprüft.
event-code-suspended = Nach fünfzig falschen Codes hintereinander wurde dieser Weg zur Anmeldung gesperrt.
event-codes-tried = Das Passwort stimmte, und der Code danach war dreimal hintereinander falsch.
event-recovery-code-used =
    { $left ->
        [0] Ein Wiederherstellungscode wurde verwendet. Keiner ist übrig.
        [one] Ein Wiederherstellungscode wurde verwendet. 1 ist übrig.
       *[other] Ein Wiederherstellungscode wurde verwendet. { $left } sind übrig.
    }
event-signed-in = Anmeldung mit dem Passwort allein.
event-signed-in-app = Anmeldung mit dem Passwort und einem Code aus der App.
event-signed-in-recovery = Anmeldung mit dem Passwort und einem Wiederherstellungscode.
event-signed-in-email = Anmeldung mit dem Passwort und einem Code aus einer E-Mail.
event-signed-out = Abmeldung.
event-stepped-up = Es wurde noch einmal bestätigt, wer es ist, für: { $act }.
event-enrollment-started = Das Einrichten eines Geräts wurde begonnen.
event-device-added = Das Gerät { $name } wurde hinzugefügt.
event-device-removed = Das Gerät { $name } wurde entfernt.
event-device-replaced = Das Gerät { $name } wurde entfernt, weil ein anderes an seine Stelle trat.
event-recovery-codes-made = Neue Wiederherstellungscodes wurden erstellt. Ältere gelten nicht mehr.
event-recovery-codes-stored = Die Wiederherstellungscodes wurden als aufbewahrt bestätigt.
event-device-kept = Nach der Verwendung eines Wiederherstellungscodes wurde das Gerät behalten.
event-address-delayed = Nach zu vielen falschen Antworten aus einem Netz wurde von dort eine Weile keine geprüft.
event-access-denied = Die Verwaltung wurde aufgerufen und nicht geöffnet.
event-master-key-changed = Ein anderer Hauptschlüssel ist in Gebrauch: { $key }. Die Schlüssel der Organisationen werden damit neu verpackt.
event-master-key-retired = Der Hauptschlüssel { $key } wird nicht mehr gebraucht.
event-audit-verified = Die Prüfprotokolle wurden geprüft.
event-audit-exported = Das Prüfprotokoll wurde exportiert.

## Mails about an account

notice-when = Das geschah am { $at }.
notice-from = Von
notice-not-me-what = Wenn Sie nicht wissen, warum das geschah, melden Sie es mit diesem Link. Nach Ihrer Bestätigung werden alle von Ihrem Konto abgemeldet, und nichts darin kann geändert werden. Er gilt sieben Tage.
notice-not-me = Das war ich nicht
notice-ask = Fragen? Hier bekommen Sie Auskunft:
notice-ask-operator = Fragen? Wenden Sie sich an die, die dieses Portal betreiben.
notice-frozen = Ihr Konto ist eingefroren
notice-unfrozen = Ihr Konto ist nicht mehr eingefroren
notice-deleted = Ihr Konto wurde gelöscht
notice-role-given = Ihr Konto hat eine neue Rolle
notice-suspended = Ihr Konto ist gesperrt
notice-activated = Ihr Konto ist wieder offen
notice-unlocked = Wartezeiten Ihres Kontos wurden aufgehoben
notice-mfa-deleted = Ihre MFA-Einrichtung wurde gelöscht
notice-signed-out-everywhere = Sie wurden überall abgemeldet
notice-session-ended = Eine Ihrer Sitzungen wurde beendet
notice-required = Was die Anmeldung bei Ihrem Konto verlangt, hat sich geändert
notice-codes-tried = Jemand kennt Ihr Passwort
notice-recovery-code-used = Ein Wiederherstellungscode Ihres Kontos wurde verwendet
notice-recovery-codes-made = Ihr Konto hat neue Wiederherstellungscodes
notice-device-added = Ihrem Konto wurde ein Gerät hinzugefügt
notice-device-removed = Ein Gerät wurde aus Ihrem Konto entfernt
notice-device-replaced = Ein Gerät Ihres Kontos wurde ersetzt

## Codes by email and from the help desk, as the record tells of them

event-code-expired = Ein Code wurde eingegeben, der nicht mehr galt.
event-email-code-sent = Ein Code wurde an die hinterlegte Adresse gesendet.
event-email-proved = Das hinterlegte Postfach gehört nachweislich zu diesem Konto.
event-email-codes-taken-up = Codes per E-Mail wurden zum zweiten Schritt der Anmeldung.
event-email-codes-stopped = Codes per E-Mail werden nicht mehr verlangt.
event-enrollment-code-issued = Der Helpdesk gab einen Einrichtungscode aus, der zusammen mit dem Passwort die Einrichtung von MFA öffnet: { $how }
event-reset-code-issued = Der Helpdesk gab einen Rücksetzcode aus, der ein neues Passwort öffnet: { $how }
event-code-not-issued = Der Helpdesk gab keinen zweiten Code aus: Dafür braucht es eine andere Person vom Helpdesk.
event-enrollment-code-used = Der Einrichtungscode wurde verwendet.
event-reset-code-used = Der Rücksetzcode wurde verwendet.
notice-email-codes-taken-up = Ihr Konto verlangt jetzt Codes per E-Mail
notice-email-codes-stopped = Ihr Konto verlangt keine Codes per E-Mail mehr
notice-enrollment-code-issued = Der Helpdesk gab einen Einrichtungscode für Ihr Konto aus
notice-reset-code-issued = Der Helpdesk gab einen Rücksetzcode für Ihr Konto aus

## “This wasn’t me”, and frozen accounts

not-me-title = War es jemand anders?
not-me-what = Wenn Sie es bestätigen, wird Ihr Konto sofort eingefroren:
not-me-signs-out = Alle werden abgemeldet, in jedem Browser, und kein Browser bleibt gemerkt.
not-me-no-change = Passwort, Adresse, Geräte und Wiederherstellungscodes kann niemand ändern, auch Sie nicht.
not-me-sign-in = Sie können sich weiterhin mit Ihrem Passwort und einem Code anmelden.
not-me-help = Es bleibt eingefroren, bis der Helpdesk mit Ihnen gesprochen hat.
not-me-confirm = Das war ich nicht: Konto einfrieren
not-me-was-you = Wenn Sie es doch selbst waren, schließen Sie diese Seite. Nichts hat sich geändert.
not-me-done-title = Ihr Konto ist eingefroren
not-me-done-what = Alle sind abgemeldet, und nichts, was es öffnet, kann geändert werden.
not-me-done-next = Sagen Sie jetzt dem Helpdesk, was geschehen ist. Er findet heraus, was getan wurde, gibt das Konto wieder frei und hilft Ihnen zu einem neuen Passwort.
not-me-done-mail = Vielleicht kennt jemand auch das Passwort Ihres E-Mail-Kontos. Wenn es dasselbe ist, ändern Sie es.
trouble-frozen = Ihr Konto ist eingefroren
trouble-frozen-what = Jemand hat über den Link in einer E-Mail zu diesem Konto „Das war ich nicht“ gemeldet. Seitdem kann nichts, was es öffnet, geändert werden, und niemand kommt ohne Code hinein.
trouble-frozen-next = Bitten Sie den Helpdesk, es wieder freizugeben.
trouble-person-frozen = Dieses Konto ist eingefroren
trouble-person-frozen-what = Jemand hat über den Link in einer E-Mail zu diesem Konto „Das war ich nicht“ gemeldet. Bis es wieder freigegeben ist, kann nichts, was es öffnet, geändert werden.
trouble-person-frozen-next = Geben Sie es zuerst frei, sobald Sie wissen, wer fragt.

## Browsers and sessions

event-signed-in-browser = Anmeldung mit dem Passwort, in einem Browser, der gemerkt ist.
event-sessions-ended =
    { $sessions ->
        [one] Anderswo abgemeldet.
       *[other] Anderswo abgemeldet, an { $sessions } Stellen.
    }
event-browser-remembered = Ein Browser wurde gemerkt, damit er eine Weile nicht nach einem Code gefragt wird.
event-browser-forgotten = Ein Browser wurde vergessen. Seine nächste Anmeldung zählt als die eines neuen Browsers.
event-browser-forgotten-remembered = Ein Browser wurde vergessen. Er wird wieder nach einem Code gefragt.
event-browser-stolen = Eine Kopie dessen, woran ein Browser erkannt wird, wurde verwendet. Der Browser wurde vergessen, und was dort angemeldet war, wurde abgemeldet.
notice-new-browser = Eine Anmeldung in einem neuen Browser
notice-browser-stolen = Ein gemerkter Browser Ihres Kontos wurde vielleicht kopiert
browser-remember =
    { $days ->
        [one] Diesen Browser einen Tag lang merken
       *[other] Diesen Browser { $days } Tage lang merken
    }
browser-remember-hint = Die Anmeldung hier verlangt dann nur Ihr Passwort. Lassen Sie es leer auf einem Gerät, das auch andere verwenden.
sessions-title = Sitzungen
sessions-open = Wo Sie angemeldet sind
session-browser = { $name }
session-browser-unknown = Ein Browser, den wir nicht dem Namen nach kennen
session-here = Dieser Browser
session-opened = Angemeldet: { $when }
session-used = Zuletzt aktiv: { $when }
session-end = Abmelden
sessions-end-others = Überall sonst abmelden
sessions-end-others-what = Nur dieser Browser bleibt angemeldet, und kein anderer bleibt gemerkt.
sessions-nowhere-else = Sonst sind Sie nirgends angemeldet.
browsers-known = Browser, mit denen Sie sich angemeldet haben
browsers-known-what = Falsche Passwörter, die andere anderswo eingeben, sperren Sie in diesen nicht aus. Sie bekommen eine E-Mail, wenn sich jemand mit einem Browser anmeldet, der nicht dabei ist.
browsers-none = Kein Browser ist bekannt
browsers-none-next = Der nächste, mit dem Sie sich anmelden, steht hier.
browser-used = Letzte Anmeldung: { $when }
browser-since = Bekannt seit { $date }
browser-remembered-until = Kein Code verlangt bis { $date }
browser-forget = Vergessen
browser-forget-what = Ein vergessener Browser bleibt angemeldet, bis Sie ihn abmelden. Seine nächste Anmeldung zählt als die eines neuen Browsers und verlangt, wo MFA eingeschaltet ist, einen Code.
account-sessions = Sitzungen
account-sessions-what = Wo Sie angemeldet sind, und die Browser, mit denen Sie sich angemeldet haben

## The member's own profile, password and address

profile-language = Sprache
profile-language-browser = Wie der Browser es wünscht
profile-zone = Zeitzone
profile-zone-hint = In ihr werden Zeiten auf diesen Seiten und in E-Mails angegeben
profile-zone-portal = Die des Portals ({ $zone })
profile-zone-portal-unnamed = Die des Portals
profile-save = Speichern
profile-saved = Ihr Profil ist gespeichert
profile-saved-next = Seiten und E-Mails richten sich von nun an danach.
profile-login = So melden Sie sich an
password-change = Passwort ändern
password-change-explanation = Es gilt, sobald Sie es speichern. Alle anderen Browser, die bei Ihrem Konto angemeldet sind, werden abgemeldet.
password-current-label = Jetziges Passwort
password-changed = Ihr Passwort ist geändert
password-changed-next = Hier sind Sie noch angemeldet, und sonst nirgends.
password-current-wrong = Das ist nicht Ihr jetziges Passwort
password-current-wrong-next = Nichts wurde geändert. Tippen Sie es so ein, wie Sie sich damit anmelden.
password-current-delayed = Zu viele Versuche mit Ihrem jetzigen Passwort
password-not-changed = Das Passwort wurde nicht geändert
password-not-changed-next = An Ihrem Konto hat sich inzwischen etwas geändert. Tippen Sie beide Passwörter noch einmal ein; wenn es wieder geschieht, fragen Sie den Helpdesk.
event-step-up-asked = Ohne noch einmal zu bestätigen, wer es ist, wurde versucht: { $act }. Es wurde nicht ausgeführt.
act-recovery-codes = neue Wiederherstellungscodes
act-administration = die Verwaltung
act-devices = eine Änderung der Geräte oder der Codes per E-Mail
act-end-mfa = das Ausschalten von MFA oder der Codes per E-Mail
act-password = ein neues Passwort
act-address = eine andere Adresse
act-record = was über das Konto gespeichert ist
act-people = etwas an den Konten anderer Personen
act-remote-logon = eine Änderung an der Fernanmeldung
event-name-changed = Der Name wurde von { $from } in { $to } geändert.
event-language-changed = Eine andere Sprache wurde gewählt.
event-time-zone-changed = Eine andere Zeitzone wurde gewählt.
event-password-changed = Das Passwort wurde geändert, und alle anderen wurden abgemeldet.
event-reset-asked = Ein Link zu einem neuen Passwort wurde angefordert und an die hinterlegte Adresse gesendet.
event-reset-opened = Der gesendete Link zu einem neuen Passwort wurde verwendet. Das Passwort blieb gleich.
event-password-reset = Das vergessene Passwort wurde durch ein neues ersetzt, und alle wurden abgemeldet.
event-address-asked = Ein Link, der die Adresse { $address } bestätigt, wurde angefordert und dorthin gesendet.
event-address-added = Die Adresse { $address } wurde hinterlegt und bestätigt. Man kann sich mit ihr anmelden.
event-address-changed = Die Adresse wurde von { $from } in { $address } geändert.
notice-password-changed = Ihr Passwort wurde geändert
notice-password-reset = Ihr Passwort wurde durch ein neues ersetzt
notice-address-asked = Für Ihr Konto soll eine Adresse bestätigt werden
notice-address-changed = Ihre Adresse wurde geändert
notice-name-changed = Der Name Ihres Kontos wurde geändert
notice-language-changed = Die Sprache Ihres Kontos wurde geändert

## A forgotten password

forgot-link = Passwort vergessen?
forgot-title = Passwort vergessen?
forgot-explanation = Geben Sie ein, womit Sie sich anmelden. Wenn dazu eine bestätigte E-Mail-Adresse gehört, bekommen Sie dorthin einen Link zu einem neuen Passwort.
forgot-send = Link senden
forgot-sent = Sehen Sie in Ihr Postfach
forgot-sent-what = Wenn zu diesem Anmeldenamen ein Konto mit bestätigter Adresse gehört, ist ein Link dorthin unterwegs. Er gilt 30 Minuten.
forgot-sent-next = Nichts gekommen? Sehen Sie im Ordner für unerwünschte E-Mail nach. Ohne bestätigte Adresse oder nach mehreren Links in einer Stunde kann nur der Helpdesk helfen.
reset-title = Neues Passwort wählen
reset-explanation = Machen Sie hier weiter. Wenn Sie MFA eingerichtet haben, werden Sie als Nächstes nach Ihrem Code gefragt. Ihr Passwort bleibt, wie es ist, bis Sie ein anderes gewählt haben.
reset-go-on = Weiter
reset-not-you = Sie haben das nicht angefordert? Schließen Sie die Seite: Nichts hat sich geändert.
new-password-title = Neues Passwort wählen
new-password-explanation = Für { $who }. Sobald es gespeichert ist, werden alle Browser abgemeldet, die bei Ihrem Konto angemeldet sind, und Sie melden sich neu an.
new-password-save = Neues Passwort speichern
reset-done = Ihr neues Passwort ist gespeichert
reset-done-next = Melden Sie sich damit an.
code-explanation-reset = Bevor Sie ein neues Passwort wählen, zeigen Sie, dass Sie es sind: Öffnen Sie Ihre Authenticator-App und tippen Sie den Code für { $place } ein.
mail-reset-subject = Ein Link zu einem neuen Passwort
mail-reset-what = Jemand hat ein neues Passwort für { $login } angefordert. Wenn Sie das waren, machen Sie hier weiter:
mail-reset-until = Der Link gilt bis zum { $until } und funktioniert einmal.
mail-reset-not-you = Wenn Sie es nicht waren, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist. Geben Sie den Link niemandem weiter.
forgot-code = Ich habe einen Code vom Helpdesk
reset-code-title = Ein Code vom Helpdesk
reset-code-explanation = Der Helpdesk gibt Ihnen einen Code, wenn Sie keinen Link bekommen können. Er öffnet einmal den Weg zu einem neuen Passwort.
reset-code-label = Code
reset-code-hint = Buchstaben und Ziffern, wie sie Ihnen gesagt wurden oder gedruckt sind
reset-code-refused = Dieser Anmeldename und dieser Code öffnen nichts
reset-code-refused-next = Prüfen Sie beides. Ein am Telefon genannter Code gilt eine Stunde, und nach fünf Versuchen ist er gesperrt: Bitten Sie dann den Helpdesk um einen anderen.

## Mailed invitations

event-invitation-sent-again = Die Einladung für { $login } wurde noch einmal gesendet.
event-invitation-revoked = Die Einladung für { $login } wurde zurückgenommen.
invite-explanation-mail = Per E-Mail kommt ein Link an, der drei Tage gilt. Auf Papier bekommen Sie ein Blatt mit einem Code zum Weitergeben. Wer ihn öffnet, wählt ein Passwort und übernimmt dieses Konto.
invite-email-hint-mail = Der Link geht dorthin, und die Annahme bestätigt die Adresse. Auf Papier kann sie fehlen.
invite-send = Einladung senden
invite-make-sheet = Stattdessen ein Blatt erstellen
access-invitation-mailed = Gesendet an { $address }
invited-mailed = Zuletzt gesendet
invited-send-again = Noch einmal senden
invited-send-again-what = Ein neuer Link geht an dieselbe Adresse und gilt drei Tage. Der vorher gesendete gilt sofort nicht mehr.
invited-too-soon = Die letzte E-Mail wurde eben erst gesendet
invited-too-soon-next = Lassen Sie ihr eine Minute, um anzukommen, und senden Sie sie dann noch einmal. Der Link darin gilt weiterhin.
invited-revoke = Einladung zurücknehmen
invited-revoke-what = Der Link oder Code gilt sofort nicht mehr, und { $name } kann nicht mehr annehmen. Sonst ändert sich nichts; Sie können die Person neu einladen.
mail-invitation-subject = Ihre Einladung zu { $organization }
mail-invitation-ready = { $name }, bei { $organization } liegt ein Konto für Sie bereit. Wählen Sie ein Passwort, dann gehört es Ihnen.
mail-invitation-until = Der Link funktioniert einmal, bis zum { $until }.
mail-invitation-not-you = Sie haben das nicht erwartet? Dann tun Sie nichts: Es wird kein Konto angelegt, bevor die Einladung angenommen ist.

## The member's own record

record-title = Ihr Verlauf
activity-title = Aktivität
activity-what = Alles, was mit Ihrem Konto geschehen ist, das Neueste zuerst: durch Sie, durch andere und durch das Portal.
activity-newest = Zurück zum Neuesten
activity-none = Nichts ist mehr verzeichnet.
activity-older = Ältere Aktivität anzeigen
activity-strange = Ist etwas dabei, das Sie sich nicht erklären können? Sagen Sie es dem Helpdesk.

## A code by email

email-code-title = Geben Sie den Code aus Ihrer E-Mail ein
email-code-heading-set-up = Bestätigen Sie zuerst, dass das Postfach Ihnen gehört
email-code-sign-in = Ein Code per E-Mail ist der zweite Schritt der Anmeldung.
email-code-set-up = { $place } verlangt einen zweiten Schritt. Bevor Sie ihn einrichten, zeigt ein Code per E-Mail, dass Sie es sind.
email-code-reset = Ein Code per E-Mail zeigt, dass Sie es sind, der ein neues Passwort möchte.
email-code-sent = Ein Code ging an { $to }. Er hat sechs Ziffern und gilt bis { $until }. Wenn er nicht da ist, sehen Sie unter der unerwünschten E-Mail nach.
email-code-not-sent = Codes gehen an { $to }. Es wurde noch keiner gesendet, der hier gilt.
email-code-send = Code senden
email-code-resend = Anderen Code senden
email-code-next =
    { $seconds ->
        [one] In 1 Sekunde kann ein anderer gesendet werden. Er ersetzt den letzten.
       *[other] In { $seconds } Sekunden kann ein anderer gesendet werden. Er ersetzt den letzten.
    }
email-code-next-minutes =
    { $minutes ->
        [one] In 1 Minute kann ein anderer gesendet werden. Er ersetzt den letzten.
       *[other] In { $minutes } Minuten kann ein anderer gesendet werden. Er ersetzt den letzten.
    }
email-code-wrong = Das ist nicht der Code aus der letzten E-Mail
email-code-wrong-next = Nur die neueste E-Mail zählt, und nur auf der Seite, die sie angefordert hat. Vergleichen Sie die Ziffern mit dieser.
email-code-not-six-digits-next = Tippen Sie nur die Ziffern aus der E-Mail ein. Ein Leerzeichen dazwischen schadet nicht.
email-code-is-recovery-code-next = Hier sind die sechs Ziffern aus der E-Mail gefragt. Wenn Ihnen Wiederherstellungscodes offenstehen, finden Sie sie unten unter „Andere Möglichkeit wählen“.
email-code-expired = Dieser Code gilt nicht mehr
email-code-expired-next = Lassen Sie sich einen anderen senden und tippen Sie ihn innerhalb von fünf Minuten ein.
email-code-used-up = Dieser Code ist nach fünf falschen Versuchen gesperrt
email-code-too-soon = Es wurde noch kein anderer Code gesendet
email-code-too-soon-next =
    { $seconds ->
        [one] Codes werden nur ab und zu gesendet. In 1 Sekunde kann ein anderer gesendet werden, um { $until }.
       *[other] Codes werden nur ab und zu gesendet. In { $seconds } Sekunden kann ein anderer gesendet werden, um { $until }.
    }
email-code-too-soon-next-minutes =
    { $minutes ->
        [one] Codes werden nur ab und zu gesendet. In 1 Minute kann ein anderer gesendet werden, um { $until }.
       *[other] Codes werden nur ab und zu gesendet. In { $minutes } Minuten kann ein anderer gesendet werden, um { $until }.
    }
email-code-suspended = Codes per E-Mail sind für dieses Konto gesperrt
email-code-suspended-next = Fünfzig hintereinander stimmten nicht. Nehmen Sie eine andere Möglichkeit, oder bitten Sie den Helpdesk, diese wieder zu öffnen.
email-code-no-other-way = Für dieses Konto gibt es keine andere Möglichkeit. Fragen Sie den Helpdesk, wenn keine E-Mail ankommt.
code-is-mailed = Das sieht nach dem Code aus der E-Mail aus
code-is-mailed-next = Hier sind die sechs Ziffern der App gefragt. Für den aus der E-Mail wählen Sie unten „Andere Möglichkeit wählen“.
use-email-code = Code per E-Mail verwenden
use-email-code-note = Sechs Ziffern, an Ihre Adresse gesendet
use-enrollment-code = Einrichtungscode verwenden
use-enrollment-code-note = Wenn der Helpdesk Ihnen einen gegeben hat
choose-again = Anderen zweiten Schritt wählen
choose-again-note = Eine Authenticator-App oder Codes per E-Mail

## An app, or codes by email

way-title = Wählen Sie Ihren zweiten Schritt
way-why = { $place } verlangt bei der Anmeldung von allen einen zweiten Schritt neben dem Passwort.
way-app = Authenticator-App verwenden
way-app-note = Eine App auf Ihrem Telefon zeigt einen Code an. Das ist sicherer und braucht kein Netz.
way-email = Codes per E-Mail bekommen
way-email-note = Bei jeder Anmeldung geht ein Code an { $to }. Wer Ihre E-Mail liest, kann auch ihn lesen.
way-later = Sie können das später unter MFA-Einstellungen ändern.

## A code from the help desk

enrollment-code-title = Geben Sie Ihren Einrichtungscode ein
enrollment-code-why = { $place } verlangt einen Code vom Helpdesk, bevor Sie den zweiten Schritt einrichten. Bitten Sie um einen, wenn Sie keinen haben.
enrollment-code-why-reset = Der Link kam per E-Mail, und Ihre Codes auch. Darum muss der Helpdesk wissen, dass Sie es sind: Bitten Sie ihn um einen Code.
enrollment-code-label = Einrichtungscode
enrollment-code-hint = 8 Buchstaben und Ziffern, zum Beispiel 7KQM-4XPD, oder 16 aus einem Brief. Bindestriche und Großschreibung sind egal.
enrollment-code-wrong = Das ist nicht der Code, der zuletzt gegeben wurde
enrollment-code-wrong-next = Vergleichen Sie ihn noch einmal. Nach fünf falschen Versuchen muss der Helpdesk einen anderen geben.
enrollment-code-not-a-code = Ein Einrichtungscode hat 8 oder 16 Buchstaben und Ziffern
enrollment-code-not-a-code-next = Tippen Sie alle seine Gruppen ein.
enrollment-code-gone = Für dieses Konto ist kein Einrichtungscode offen
enrollment-code-gone-next = Er wurde verwendet, kam zu spät oder wurde zu oft falsch eingegeben. Bitten Sie den Helpdesk um einen anderen.
enrollment-code-suspended = Einrichtungscodes sind für dieses Konto gesperrt
enrollment-code-suspended-next = Fünfzig hintereinander stimmten nicht. Bitten Sie den Helpdesk, diesen Weg wieder zu öffnen.

## The mail with a code

mail-code-subject = Ihr Code für die Anmeldung
mail-code-subject-set-up = Ihr Code zum Einrichten von MFA
mail-code-subject-step-up = Ihr Code zur Bestätigung, dass Sie es sind
mail-code-subject-reset = Ihr Code für ein neues Passwort
mail-code-sign-in = Geben Sie ihn auf der Seite ein, auf der Sie sich anmelden. Er gilt bis { $until }, fünf Minuten lang.
mail-code-set-up = Geben Sie ihn auf der Seite ein, auf der Sie sich zum ersten Mal mit MFA anmelden. Er gilt bis { $until }, fünf Minuten lang.
mail-code-step-up = Geben Sie ihn auf der Seite ein, auf der Sie bestätigen sollen, dass Sie es sind. Er gilt bis { $until }, fünf Minuten lang.
mail-code-reset = Geben Sie ihn auf der Seite ein, auf der Sie ein neues Passwort wählen. Er gilt bis { $until }, fünf Minuten lang.
mail-code-asked-by = Angefordert von
mail-code-asked-at = Am { $at }.
mail-code-not-you = Das waren nicht Sie?
mail-code-not-you-next = Dann kennt jemand Ihr Passwort. Ohne diesen Code kommt niemand hinein: Geben Sie ihn niemandem, auch nicht dem Helpdesk. Ändern Sie Ihr Passwort, oder sagen Sie dem Helpdesk Bescheid.
mail-code-no-link = In dieser E-Mail ist kein Link zum Anmelden, und es wird nie einer darin sein.

## The mail queue, for those who run the instance

queue-title = E-Mail
queue-off = Kein Mailserver ist eingerichtet
queue-off-next = Nichts, was E-Mail braucht, wird angeboten: keine Codes per E-Mail, keine Links, keine Benachrichtigungen. Um das zu ändern, setzen Sie smtp.url und smtp.from in der Konfiguration.
queue-server = E-Mail geht über { $server } hinaus. Was dort nicht angenommen wird, wird zwei Tage lang wieder versucht; was endgültig abgelehnt wird, wird sofort aufgegeben.
queue-caught = E-Mail wird hier behalten, statt gesendet zu werden.
queue-waiting = Wartend
queue-failed = In sieben Tagen aufgegeben
queue-unsent = Nicht gesendet
queue-to = An { $address }
queue-queued = Eingereiht: { $when }
queue-waits = Geht als Nächstes hinaus
queue-again = Nächster Versuch: { $at }
queue-given-up = Aufgegeben
queue-tries =
    { $tries ->
        [one] Einmal versucht
       *[other] { $tries }-mal versucht
    }
queue-try = Noch einmal versuchen
queue-try-all = Alle jetzt noch einmal versuchen
queue-test = Test-E-Mail senden
queue-test-hint = Wohin sie geht
queue-test-send = Test-E-Mail senden
queue-tested = Eine Test-E-Mail ist eingereiht
queue-tested-next = Sie geht in wenigen Sekunden hinaus. Wenn nicht, laden Sie diese Seite neu: Die Ursache steht dann daneben.

## The member's email address

address-title = E-Mail-Adresse ändern
address-explanation = An die Adresse, die Sie eingeben, geht ein Link. Sobald er dort geöffnet ist, melden Sie sich mit dieser Adresse an und bekommen dort Ihre E-Mails; bis dahin ändert sich nichts. An die bisherige Adresse geht eine Nachricht.
address-on-record = Hinterlegt
address-waiting = Wartet auf Bestätigung
address-waiting-until = Gilt bis: { $until }. Wenn nichts kam, sehen Sie im Ordner für unerwünschte E-Mail nach, oder senden Sie einen anderen Link.
address-hint = Nur Sie sollten lesen, was dorthin gesendet wird
address-send = Link dorthin senden
address-already = Diese Adresse ist schon Ihre
address-already-next = Sie ist hinterlegt und bestätigt. Geben Sie eine andere ein, um sie zu ändern.
address-too-many = Zu viele Links wurden gesendet
address-too-many-next = Warten Sie eine Stunde, dann senden Sie einen anderen.
address-not-now = Es wurde kein Link gesendet
address-not-now-next = An Ihrem Konto hat sich inzwischen etwas geändert. Laden Sie die Seite neu und senden Sie es noch einmal.
address-confirm = Diese Adresse bestätigen
address-confirm-explanation = Von da an kann man sich mit ihr bei diesem Konto anmelden, und seine E-Mails gehen dorthin.
address-confirm-not-you = Sie wissen nichts von diesem Konto? Schließen Sie die Seite: Nichts hat sich geändert.
organization-label = Organisation
address-done = Ihre Adresse ist bestätigt
address-done-next = Von nun an können Sie sich mit ihr anmelden.
address-taken = Mit dieser Adresse meldet sich ein anderes Konto an
address-taken-next = Eine Adresse gehört zu einem Konto. Nichts wurde geändert. Wenn beide Konten Ihre sind, geben Sie zuerst dem anderen eine andere Adresse.
mail-address-subject = Bestätigen Sie Ihre E-Mail-Adresse
mail-address-what = Jemand sagt, dass diese Adresse zum Konto { $login } gehört. Wenn Sie das sind, öffnen Sie diesen Link und bestätigen Sie es:
mail-address-not-you = Wenn Sie nichts von diesem Konto wissen, müssen Sie nichts tun. Geben Sie den Link niemandem weiter.

## MFA settings: proving again

again-submit = Bestätigen
again-wrong = Das ist nicht Ihr Passwort
again-wrong-next = Prüfen Sie es auf Tippfehler und auf die Feststelltaste und versuchen Sie es noch einmal.
again-delayed = Zu viele Passwörter, die nicht stimmten
again-suspended = Das Passwort wird hier nicht mehr geprüft
again-suspended-next = Fünfzig hintereinander stimmten nicht. Melden Sie sich ab und wieder an: Auch das bestätigt, dass Sie es sind.

## MFA settings

enable-mfa = MFA aktivieren
enable-mfa-next = Sie sehen dann einen QR-Code für Ihre Authenticator-App. Nichts ändert sich, bevor ein Code daraus stimmt.
disable = Deaktivieren
disable-keeps = Die Anmeldung verlangt dann nur Ihr Passwort. Ihre Geräte und Wiederherstellungscodes werden behalten, damit Sie MFA mit demselben Telefon wieder aktivieren können.
mfa-not-offered = Ihre Organisation bietet MFA nicht an, darum verlangt die Anmeldung nur Ihr Passwort.
mfa-enable-hint = Ein Code von einem Ihrer Geräte aktiviert MFA wieder
mfa-replaces = Das ersetzt { $device }. Dieses Gerät gilt, bis ein Code vom neuen stimmt. Dann werden auch Ihre Wiederherstellungscodes erneuert.
mfa-codes-not-stored-next = Erstellen Sie neue und bewahren Sie sie sicher auf. Ohne sie sperrt ein verlorenes Telefon Sie aus.
mfa-trouble = Ein Code wird nicht angenommen, oder der QR-Code wird nicht gelesen
device-unnamed = Authenticator-App
device-name-label = Name des Geräts
device-name-hint = Damit Sie es später wiedererkennen, zum Beispiel Diensthandy
device-rename = Umbenennen
device-rename-title = Gerät umbenennen
device-rename-save = Speichern
device-replace = Neues Telefon
device-delete = Löschen
device-add = Weiteres Gerät hinzufügen
device-new-phone = Ein neues Telefon? Wählen Sie neben dem alten „Neues Telefon“: Das alte gilt, bis das neue einen richtigen Code angezeigt hat.
device-delete-title = { $device } löschen?
device-delete-entry = Codes daraus gelten nicht mehr. Entfernen Sie den Eintrag auch aus der App: Er kann nicht wieder verwendet werden.
device-delete-leaves-device = Die Anmeldung verlangt weiterhin einen Code von Ihren anderen Geräten.
device-delete-leaves-email = Die Anmeldung verlangt weiterhin einen Code per E-Mail.
device-delete-leaves-nothing = Es ist Ihr letztes Gerät: Die Anmeldung verlangt dann nur Ihr Passwort, und mit dem Gerät enden Ihre Wiederherstellungscodes.
device-delete-sessions = Überall sonst werden Sie abgemeldet.
device-delete-do = Gerät löschen
trouble-mfa-required = Für Sie ist MFA verpflichtend
trouble-mfa-required-what = Darum kann sie nicht ausgeschaltet und Ihr letztes Gerät nicht gelöscht werden. Nichts wurde geändert.
trouble-mfa-required-next = Um ein anderes Telefon zu verwenden, wählen Sie in den MFA-Einstellungen „Neues Telefon“: Das alte geht, sobald das neue funktioniert.
trouble-mfa-not-offered = MFA wird hier nicht angeboten
trouble-mfa-not-offered-what = Ihre Organisation hat sie ausgeschaltet, darum gibt es nichts einzurichten. Nichts wurde geändert.
trouble-mfa-not-offered-next = Wenn Sie sie trotzdem möchten, bitten Sie die Administration, sie für Ihr Konto zu verlangen.
trouble-email-codes-not-permitted = E-Mail-Codes sind hier nicht erlaubt
trouble-email-codes-not-permitted-what = Für Ihr Konto gehören E-Mail-Codes nicht zu den Wegen, die Ihre Organisation erlaubt. Nichts wurde geändert.
trouble-email-codes-not-permitted-next = Nutzen Sie stattdessen eine Authenticator-App.
event-mfa-switched-off = MFA wurde ausgeschaltet. Geräte und Wiederherstellungscodes wurden behalten.
event-mfa-switched-on = MFA wurde wieder eingeschaltet.
event-device-renamed = Das Gerät { $from } wurde in { $to } umbenannt.
event-recovery-codes-ended = Die Wiederherstellungscodes endeten: Keiner von ihnen gilt mehr.
notice-mfa-switched-off = Für Ihr Konto wurde MFA ausgeschaltet
notice-mfa-switched-on = Für Ihr Konto wurde MFA eingeschaltet

## Mail of a throw-away portal

demo-mail-title = Aufgefangene E-Mail
demo-mail-explanation = Dies ist ein Portal zum Ausprobieren: Was es per E-Mail senden würde, steht stattdessen hier, für alle, die diese Seite erreichen.
demo-mail-none = Noch keine E-Mail
demo-mail-none-next = Melden Sie sich mit der Adresse und dem Passwort einer Person an und laden Sie diese Seite neu.

## MFA-Einstellungen: Codes per E-Mail

account-email-enabled = Nach dem Passwort verlangt die Anmeldung einen Code per E-Mail.
account-email-disabled = Codes per E-Mail bleiben Ihr zweiter Schritt, aber die Anmeldung verlangt jetzt keinen.
device-add-first = Gerät hinzufügen
device-add-first-next = Eine Authenticator-App ist sicherer als E-Mail und braucht kein Netz. Von da an verlangt die Anmeldung ihren Code.
disable-keeps-email = Dann verlangt die Anmeldung nur Ihr Passwort. Codes per E-Mail bleiben als zweiter Schritt erhalten, bis Sie MFA wieder aktivieren.
email-codes-label = Codes per E-Mail
email-codes-in-use = In Gebrauch: Codes gehen an { $to }.
email-codes-not-in-use = Nicht in Gebrauch
email-codes-offered = Zuerst geht ein Code an { $to }, um zu zeigen, dass E-Mails ankommen. Wer Ihre E-Mail liest, kann auch die Codes lesen.
email-codes-stop = Keine Codes per E-Mail mehr
email-codes-leave-devices = Ohne sie verlangt die Anmeldung einen Code von Ihrem Gerät. Überall sonst werden Sie abgemeldet.
email-codes-leave-nothing = Ohne sie verlangt die Anmeldung nur Ihr Passwort. Überall sonst werden Sie abgemeldet.
email-codes-leave-too-little = MFA ist für Sie Pflicht, und dies ist Ihr einziger zweiter Schritt. Um ihn zu beenden, fügen Sie zuerst ein Gerät hinzu.
email-codes-enable-next = Ein Code geht an Ihre Adresse. Sobald er eingegeben ist, ist MFA wieder aktiviert.
email-code-take-up = Geben Sie ihn hier ein, und Codes per E-Mail sind von da an ein zweiter Schritt der Anmeldung.
email-code-switch-on = Geben Sie ihn hier ein, und MFA ist wieder aktiviert.
mail-code-subject-settings = Ihr Code für die MFA-Einstellungen
mail-code-settings = Geben Sie ihn auf der Seite ein, auf der Sie Ihre MFA-Einstellungen ändern. Er gilt bis { $until }, fünf Minuten lang.

## What is stored about the member, and deletion

data-title = Ihre Daten
data-what = Alles, was über Sie gespeichert ist, zum Herunterladen.
data-lead = Laden Sie alles herunter, was dieses Portal für { $organization } über Sie speichert, als Datei, die Menschen und Programme lesen können (JSON).
data-holds = Sie enthält Ihr Profil, Ihre Rollen, Geräte, Sitzungen, Browser, E-Mails und alles, was mit Ihrem Konto geschehen ist.
data-holds-not = Sie enthält nichts, womit sich Ihr Konto öffnen ließe: kein Passwort, keine Schlüssel, keine Codes.
data-proof = Vorher bestätigen Sie, dass Sie es sind. Bewahren Sie die Datei so auf, dass nur Sie sie lesen können.
deletion-title = Konto löschen
deletion-what = Sie können { $organization } bitten, Ihr Konto und das über Sie Gespeicherte zu löschen.
deletion-ask = Löschung beantragen
deletion-asked = Löschung beantragt am { $date }
deletion-asked-next = Darüber entscheidet die Administration von { $organization }. Bis dahin ändert sich nichts, und Sie können den Antrag zurücknehmen.
deletion-withdraw = Mein Konto behalten
deletion-confirm = Die Löschung Ihres Kontos beantragen?
deletion-confirm-who = Die Administration von { $organization } sieht Ihren Antrag und entscheidet. Es wird nichts sofort gelöscht.
deletion-confirm-until = Bis dahin melden Sie sich an wie bisher und können den Antrag zurücknehmen.
deletion-confirm-final = Gelöschtes lässt sich nicht zurückholen. Wenn Sie eine Kopie Ihrer Daten möchten, laden Sie sie vorher herunter.
access-deletion-asked = Löschung beantragt am { $date }
trouble-deletion-not-offered = Hier kann keine Löschung beantragt werden
trouble-deletion-not-offered-what = Ihre Organisation nimmt solche Anträge nicht im Portal entgegen. Es wurde nichts geändert.
trouble-deletion-not-offered-next = Fragen Sie die Administration Ihrer Organisation.
event-data-downloaded = Eine Kopie von allem, was über das Konto gespeichert ist, wurde heruntergeladen.
event-deletion-asked = Die Löschung des Kontos wurde beantragt.
event-deletion-withdrawn = Der Antrag, das Konto zu löschen, wurde zurückgenommen.
notice-deletion-asked = Die Löschung Ihres Kontos wurde beantragt
notice-deletion-withdrawn = Der Antrag, Ihr Konto zu löschen, wurde zurückgenommen

## Die Seite einer Person, und Hilfe

person-facts = Das Konto jetzt
person-state = Zustand
person-active = Aktiv
person-email-unproved = Nicht bestätigt
person-required = MFA ist vorgeschrieben
person-required-alone = MFA ist für dieses Konto vorgeschrieben
person-not-required = MFA ist nicht vorgeschrieben
person-devices = Geräte
person-device-made = Hinzugefügt { $made }.
person-device-used = Zuletzt benutzt { $used }.
person-none = Keine
person-email-codes = Codes per E-Mail
person-in-use = In Gebrauch
person-recovery-codes = Wiederherstellungscodes
person-recovery-left = { $left } von { $total } übrig
person-limits = Sperren
person-no-limits = Derzeit keine
person-limit-password = Passwort
person-limit-app = Codes aus der App
person-limit-email = Codes per E-Mail
person-limit-recovery = Wiederherstellungscodes
person-limit-current = Aktuelles Passwort beim Ändern
person-limit-again = Passwort noch einmal, um eine Änderung zu bestätigen
person-limit-enrollment = Einrichtungscode
person-limit-known = in einem bekannten Browser
person-limit-until = Nächster Versuch möglich { $until }
person-limit-closed = Nach fünfzig falschen Versuchen geschlossen, bis die Sperre aufgehoben wird
person-sessions = { $sessions ->
    [one] Jetzt in einem Browser angemeldet
   *[other] Jetzt in { $sessions } Browsern angemeldet
}
person-remembered = { $browsers ->
    [one] Ein Browser ist gemerkt: In ihm wird kein Code verlangt
   *[other] { $browsers } Browser sind gemerkt: In ihnen wird kein Code verlangt
}
person-acts = Hilfe
person-acts-note = Prüfen Sie, dass wirklich { $name } fragt. Über jede dieser Handlungen geht eine E-Mail an die Person.
person-acts-note-untold = Prüfen Sie, dass wirklich { $name } fragt. Über keine dieser Handlungen geht eine E-Mail an die Person: Sagen Sie es ihr selbst.
person-timeline = Was geschehen ist
help-enrollment-code = Einrichtungscode ausgeben
help-enrollment-code-what = Sie lesen { $name } den Code vor. Zusammen mit dem Passwort öffnet er die Einrichtung eines Geräts und sonst nichts, einmal, innerhalb einer Stunde.
help-reset-code = Rücksetzcode ausgeben
help-reset-code-what = Sie lesen { $name } den Code vor. Damit lässt sich einmal, innerhalb einer Stunde, ein neues Passwort wählen. Ein vorhandenes Gerät oder ein Wiederherstellungscode wird außerdem verlangt.
help-delete-mfa = MFA-Einrichtung löschen
help-delete-mfa-what = Geräte, Wiederherstellungscodes und E-Mail-Codes von { $name } werden gelöscht, und alle Sitzungen enden. Danach genügt das Passwort, bis MFA wieder eingerichtet ist.
help-delete-mfa-what-required = Geräte, Wiederherstellungscodes und E-Mail-Codes von { $name } werden gelöscht, und alle Sitzungen enden. Um MFA wieder einzurichten, braucht es einen Einrichtungscode von Ihnen.
help-delete-mfa-what-by-email = Geräte, Wiederherstellungscodes und E-Mail-Codes von { $name } werden gelöscht, und alle Sitzungen enden. E-Mail ist der einzige Weg Ihrer Organisation: Danach braucht die Anmeldung das Passwort und einen Code, der an die hinterlegte Adresse geht. Ein Einrichtungscode wird nicht verlangt.
help-unlock = Sperren aufheben
help-unlock-what = Wartezeiten nach falschen Passwörtern und Codes werden aufgehoben, und Wege, die nach fünfzig falschen Versuchen geschlossen wurden, sind wieder offen.
help-sign-out = Überall abmelden
help-sign-out-what = Jede Sitzung von { $name } endet sofort, und kein Browser bleibt gemerkt.
help-end-session = Diese Sitzung beenden
help-end-session-what = { $name } wird in { $browser } ({ $address }) sofort abgemeldet, und dieser Browser wird vergessen: Wer sich dort anmeldet, wird nach allem gefragt. Andere Sitzungen bestehen weiter.
help-unfreeze = Freigeben
help-unfreeze-what = { $name } oder jemand mit Zugriff auf die E-Mails hat gesagt: „Das war ich nicht“. Wenn Sie das Konto freigeben, lassen sich Passwort und Geräte wieder ändern. Klären Sie vorher, was geschehen ist. Mit einem Rücksetzcode im selben Schritt öffnet das bisherige Passwort nichts mehr, wer es auch kennt.
help-unfreeze-and-code = Freigeben und einen Rücksetzcode ausgeben
help-require-mfa = MFA für dieses Konto vorschreiben
help-require-mfa-what = Was auch immer die Richtlinie sagt: { $name } kommt bei der nächsten Anmeldung zur Einrichtung und ohne sie nicht weiter.
help-end-requirement = MFA für dieses Konto nicht mehr vorschreiben
help-end-requirement-what = Danach entscheidet allein die Richtlinie. Was { $name } eingerichtet hat, bleibt und wird weiter verlangt.
help-suspend = Sperren
help-suspend-what = { $name } wird überall abgemeldet und kann sich nicht anmelden, bis das Konto wieder aktiviert wird. Nichts wird gelöscht.
help-activate = Aktivieren
help-activate-what = { $name } kann sich wieder anmelden, mit allem, was vorher eingerichtet war.
help-delete = Konto löschen
help-delete-what = Das Konto von { $name } und alles, was darunter gespeichert ist, wird gelöscht: Geräte, Sitzungen, E-Mail-Adresse. Das lässt sich nicht rückgängig machen. Was im Prüfprotokoll steht, bleibt.
help-how = Wie haben Sie geprüft, dass es { $name } ist?
help-how-hint = Zum Beispiel: unter der hinterlegten Nummer zurückgerufen; persönlich, mit Ausweis. Es steht im Prüfprotokoll.
help-needs-another = Das muss jemand anderes tun
help-needs-another-next = Sie haben { $name } einen Code gegeben oder die MFA-Einrichtung gelöscht, im letzten Tag oder ohne dass seither etwas eingerichtet wurde. Zusammen mit diesem Schritt öffnet das das Konto, darum muss ihn eine andere Person des Helpdesks oder der Administration tun.
help-code-enrollment = Einrichtungscode für { $name }
help-code-reset = Rücksetzcode für { $name }
help-code-enrollment-next = Lesen Sie ihn { $name } vor. Nach dem Passwort fragt das Portal nach dem Code vom Helpdesk.
help-code-reset-next = Lesen Sie ihn { $name } vor. Er wird auf der Anmeldeseite unter „Passwort vergessen?“ eingegeben.
help-code-once = Er wird nur jetzt angezeigt
help-code-until = Gültig bis { $until }, für einen Gebrauch. Ein früher ausgegebener gilt nicht mehr.
help-code-both = Beachten Sie: { $name } hat einen Einrichtungscode und einen Rücksetzcode bekommen. Zusammen öffnen sie das Konto.
help-letter-heading = Oder auf Papier
help-letter-what = Ein Brief enthält einen längeren Code, der vom Blatt abgetippt wird. Geben Sie ihn persönlich weiter, oder schicken Sie ihn an eine Adresse, die Sie kennen.
help-letter = Einen Brief drucken
help-letter-days = Für wie viele Tage ein Brief gilt
help-letter-only-now-next = Drucken Sie es, bevor Sie die Seite verlassen. Geben Sie es persönlich weiter, oder schicken Sie es dorthin, wo es nur { $name } bekommt.
help-letter-enrollment-why = Bei { $organization } wird vor der Anmeldung ein zweiter Schritt eingerichtet. Zusammen mit Ihrem Passwort öffnet dieser Code die Einrichtung.
help-letter-reset-why = Mit diesem Code wählen Sie ein neues Passwort für Ihr Konto bei { $organization }.
help-letter-step-login = Tippen Sie Ihren Anmeldenamen und diesen Code ein:
help-letter-step-new-password = Wählen Sie ein neues Passwort. Was das Konto sonst noch schützt, wird vorher abgefragt.
help-letter-step-sign-in = Melden Sie sich mit Ihrem Anmeldenamen und Ihrem Passwort an.
help-letter-step-code = Wenn nach Ihrem Einrichtungscode gefragt wird, tippen Sie diesen ein:
help-letter-step-app = Richten Sie eine Authenticator-App ein. Die Seite führt Sie hindurch.
access-filter = Nach MFA-Status filtern
access-everybody = Alle
access-search-label = Name, Anmeldename, E-Mail-Adresse oder Supportcode
access-search = Suchen
access-nobody-found = Niemand gefunden
access-show-everybody = Alle zeigen
# Remote logon
logon-code = Code aus Ihrer Authenticator-App:
logon-code-emailed = Code aus der E-Mail, die Sie gerade bekommen haben:
logon-code-recovery = Wiederherstellungscode:
logon-set-up = Für Ihr Konto ist MFA vorgeschrieben und noch nicht eingerichtet. Melden Sie sich unter { $url } an, richten Sie sie ein, und melden Sie sich dann hier noch einmal an.
logon-frozen = Ihr Konto ist eingefroren. Fragen Sie den Helpdesk.
logon-no-way = Keiner Ihrer zweiten Faktoren kann hier verwendet werden. Melden Sie sich unter { $url } an und richten Sie eine Authenticator-App ein.
logon-together = Das wurde nicht angenommen. Geben Sie Ihr Passwort ein und gleich dahinter die sechs Ziffern, die Ihre App jetzt zeigt. Warten Sie nach mehreren falschen Versuchen ein paar Minuten.
logon-code-alone = Dieser Code wurde nicht angenommen. Warten Sie auf den nächsten und melden Sie sich noch einmal an. Warten Sie nach mehreren falschen ein paar Minuten, oder fragen Sie den Helpdesk.
logon-code-wrong = Das ist nicht der richtige Code. Melden Sie sich noch einmal an.
logon-code-used = Dieser Code wurde schon verwendet. Warten Sie auf den nächsten und melden Sie sich noch einmal an.
logon-code-clock = Dieser Code ist nicht von jetzt. Schalten Sie auf dem Telefon die automatische Uhrzeit ein und melden Sie sich noch einmal an.
logon-suspended = Zu viele falsche Codes, darum ist dieser Weg geschlossen. Fragen Sie den Helpdesk.
logon-wait =
    { $minutes ->
        [one] Zu viele falsche Versuche. Melden Sie sich in einer Minute noch einmal an.
       *[other] Zu viele falsche Versuche. Melden Sie sich in { $minutes } Minuten noch einmal an.
    }
logon-mail-wait = Gerade kann kein Code per E-Mail geschickt werden. Melden Sie sich in ein paar Minuten noch einmal an.
logon-over = Das hat zu lange gedauert. Melden Sie sich noch einmal an.
logon-scheme = Das Passwort kam als CHAP, MS-CHAP oder EAP an, was hier nicht geht. Wer das hier betreibt, muss PAP wählen.
logon-cut = Ein Passwort mit mehr als 128 Bytes kann hier nicht verwendet werden.
logon-not-utf8 = Das Passwort kam nicht als UTF-8 an. Wer das hier betreibt, kann helfen.
event-logged-on = Anmeldung bei { $client } mit dem Passwort allein.
event-logged-on-app = Anmeldung bei { $client } mit dem Passwort und einem Code aus der App.
event-logged-on-recovery = Anmeldung bei { $client } mit dem Passwort und einem Wiederherstellungscode.
event-logged-on-email = Anmeldung bei { $client } mit dem Passwort und einem Code aus einer E-Mail.
event-logged-on-code-alone = Anmeldung bei { $client } mit einem Code aus der App; das Passwort hat { $client } geprüft.
event-logged-on-recovery-alone = Anmeldung bei { $client } mit einem Wiederherstellungscode; das Passwort hat { $client } geprüft.
event-logon-unknown = Jemand versuchte, sich bei { $client } mit einem Namen anzumelden, den niemand hat.
event-logon-suspended = Eine Anmeldung bei { $client } wurde abgelehnt: Das Konto ist gesperrt.
event-logon-frozen = Eine Anmeldung bei { $client } wurde abgelehnt: Das Konto ist eingefroren.
event-logon-not-let-in = Eine Anmeldung bei { $client } wurde abgelehnt: Das Konto darf sich dort nicht anmelden.
event-logon-nothing = Eine Anmeldung bei { $client } wurde abgelehnt: Das Konto hat nichts, wonach dort gefragt werden kann.
event-logon-not-set-up = Eine Anmeldung bei { $client } wurde abgelehnt: MFA ist noch nicht eingerichtet.
# In the place of $client, where that is not told.
event-logon-elsewhere = einem Client einer anderen Organisation
event-logon-no-code = Eine Anmeldung bei { $client } wurde abgelehnt: Es wurde kein Code eingegeben.
event-logon-mail-wait = Eine Anmeldung bei { $client } wurde abgelehnt: Gerade wurde ein Code gesendet, und für den nächsten ist es zu früh.
event-logon-no-password = Eine Anmeldung bei { $client } wurde abgelehnt: Die Anfrage enthielt kein lesbares Passwort. Der Client muss PAP verwenden.
event-logon-foreign = Eine Anmeldung bei { $client } wurde abgelehnt: Sie antwortete auf die Frage nach dem Code eines anderen.
event-logon-over = Eine Anmeldung bei { $client } wurde abgelehnt: Die Frage nach dem Code galt nicht mehr.
event-logon-not-admitted = Das Passwort war richtig, aber das Konto darf sich dort nicht anmelden.
event-radius-client-added = { $client } darf von nun an nach Anmeldungen fragen.
event-radius-client-changed = Was { $client } bei einer Anmeldung darf, wurde geändert.
event-radius-client-changed-to = Was { $client } bei einer Anmeldung darf, wurde geändert: { $changes }
event-radius-secret-rotated = { $client } bekam ein neues Geheimnis für Anmeldungen.
event-radius-client-removed = { $client } kann nicht mehr nach Anmeldungen fragen.
event-radius-client-signs = { $client } signiert seine Anfragen und muss das von nun an tun.
event-radius-dropped = Eine Anfrage von { $client } wurde nicht beantwortet.
mail-code-subject-logon = Ihr Code für eine Anmeldung an einem Computer oder Netz
mail-code-logon = Geben Sie ihn dort ein, wo Sie sich an einem Computer oder Netz anmelden. Er gilt bis { $until } und nur für diese Anmeldung, die zwei Minuten wartet.

## Richtlinie

policy-title = Richtlinie
policy-rule = Wer MFA benutzen muss
policy-off = Aus
policy-off-what = Sie wird niemandem angeboten. Ein Gerät, das jemand eingerichtet hat, wird trotzdem verlangt.
policy-optional = Freiwillig
policy-optional-what = Alle können sie aktivieren.
policy-required = Pflicht
policy-required-what = Ohne sie kommt niemand weiter als bis zur Einrichtung.
policy-channels = Was dafür genügt
policy-app = Authenticator-App
policy-email = Code per E-Mail
policy-email-what = Der schwächste Weg: Wer das Postfach liest, hat den Code. Er öffnet nie die Verwaltung.
policy-first = Vor einer ersten Einrichtung, die Pflicht ist, außer dem Passwort
policy-first-default = Was zu diesem Portal passt
policy-first-default-mail = Ein Code an die E-Mail-Adresse, da dieses Portal E-Mails sendet.
policy-first-default-nothing = Nichts, da dieses Portal keine E-Mails sendet: Wer ein Passwort zuerst kennt, kann sein eigenes Telefon dafür einrichten.
policy-first-email = Ein Code an die E-Mail-Adresse
policy-first-email-what = Wer keine Adresse hinterlegt hat, braucht einen Einrichtungscode.
policy-first-code = Ein Einrichtungscode vom Helpdesk
policy-first-code-what = Jede Person ruft einmal an.
policy-first-nothing = Nichts
policy-first-nothing-what = Wer ein Passwort zuerst kennt, kann sein eigenes Telefon dafür einrichten.
policy-remember = Wie viele Tage ein Browser gemerkt wird
policy-remember-what = Von 0, also gar nicht, bis 30. In einem solchen Browser genügt das Passwort. Für die Verwaltung zählt es nie.
policy-deletion = Mitglieder können um die Löschung ihres Kontos bitten
policy-save = Richtlinie speichern
policy-show = Zeigen, was sich ändert
policy-read-only = Nur die Administration kann die Richtlinie ändern.
policy-saved = Die Richtlinie ist gespeichert
policy-saved-next = Sie gilt für alle ab der nächsten Seite.
policy-preview = Was das Speichern ändert
policy-preview-set-up = { $people ->
    [one] Eine Person kommt bei der nächsten Anmeldung zur Einrichtung
   *[other] { $people } Personen kommen bei der nächsten Anmeldung zur Einrichtung
}
policy-preview-asked-first = { $people ->
    [one] Von einer Person, die MFA ohnehin einrichten muss, wird davor ein anderer Nachweis verlangt
   *[other] Von { $people } Personen, die MFA ohnehin einrichten müssen, wird davor ein anderer Nachweis verlangt
}
policy-preview-asked = { $people ->
    [one] Von einer Person wird ein zweiter Schritt verlangt, der jetzt nicht verlangt wird
   *[other] Von { $people } Personen wird ein zweiter Schritt verlangt, der jetzt nicht verlangt wird
}
policy-preview-freed = { $people ->
    [one] Eine Person meldet sich danach mit dem Passwort allein an
   *[other] { $people } Personen melden sich danach mit dem Passwort allein an
}
policy-preview-stopped = { $people ->
    [one] Eine Person kann sich danach nicht anmelden, bis der Helpdesk geholfen hat
   *[other] { $people } Personen können sich danach nicht anmelden, bis der Helpdesk geholfen hat
}
policy-preview-unchanged = { $people ->
    [one] Für eine Person ändert sich nichts
   *[other] Für { $people } Personen ändert sich nichts
}
policy-preview-sessions = Gezählt wird, wohin das Passwort bei der nächsten Anmeldung führt. Kürzere Zeiten gelten auch für offene Sitzungen und gemerkte Browser, und zwar sofort.
policy-preview-next = Noch ist nichts gespeichert.
policy-no-mail = Dieses Portal kann keine E-Mails senden
policy-only-email-next = Mit E-Mail-Codes allein könnte sich niemand anmelden. Erlauben Sie auch die Authenticator-App.
policy-first-email-next = Vor einer ersten Einrichtung könnte kein Code gesendet werden. Wählen Sie einen anderen Nachweis.
policy-no-channel = Wählen Sie mindestens einen Weg, der genügt.
policy-stale = Jemand hat die Richtlinie inzwischen geändert
policy-stale-next = Ihre Auswahl ist noch da. Sehen Sie nach, was sie jetzt ändern würde, und speichern Sie noch einmal.

## Entfernte Computer

computers-title = Entfernte Computer
computers-login = Anmelden als { $login } bei { $address }
computers-ask-both = Bei der Anmeldung dort werden Sie nach Ihrem Passwort und dann nach einem Code gefragt, wie hier.
computers-ask-password = Bei der Anmeldung dort werden Sie nach Ihrem Passwort gefragt, wie hier.
computers-frozen = Solange Ihr Konto eingefroren ist, können Sie sich dort nicht anmelden.
event-computer-added = Der entfernte Computer { $name } steht nun auf der Startseite.
event-computer-changed = Was die Startseite über den entfernten Computer { $name } sagt, wurde geändert.
event-computer-changed-to = Was die Startseite über den entfernten Computer { $name } sagt, wurde geändert: { $changes }
event-computer-removed = Der entfernte Computer { $name } steht nicht mehr auf der Startseite.
## Who is on the phone

caller-title = Prüfen, wer am Telefon ist
caller-what = Das Portal hilft Ihnen herauszufinden, ob wirklich { $name } anruft, und zeigt { $name }, dass wirklich Sie es sind. Es wird nichts geändert und nichts geöffnet.
caller-start = Prüfung beginnen
caller-by-word = In einem Browser, in dem die Person angemeldet ist
caller-by-word-next = Bitten Sie { $name }, unter „Profil bearbeiten“ die Seite „Ist es wirklich Ihr Helpdesk?“ zu öffnen. Lesen Sie dieses Wort vor und lassen Sie es dort eingeben.
caller-until = Gilt bis { $until }, einmal.
caller-look = Noch einmal nachsehen
caller-by-app = Ein Code aus einer Authenticator-App
caller-code-label = Code, der Ihnen vorgelesen wird
caller-by-app-hint = Sechs Ziffern. Er zählt einmal, hier, und danach nirgends mehr.
caller-check-code = Code prüfen
caller-by-mail = Ein Code per E-Mail
caller-by-mail-next = Ein Code geht an die Adresse von { $name }, mit Ihrem Namen daneben.
caller-mailed-label = Code aus der E-Mail
caller-end = Prüfung beenden
caller-known = Es ist { $name }
caller-known-app = Durch einen Code aus der Authenticator-App, um { $at }.
caller-known-email = Durch einen Code aus dem hinterlegten Postfach, um { $at }.
caller-known-word = Durch Ihr Wort, eingegeben in einem angemeldeten Browser, um { $at }.
caller-known-next = In der nächsten Viertelstunde gilt das als Antwort darauf, wie Sie geprüft haben, wer fragt.
caller-go-on = Weiter
caller-over = Diese Prüfung ist zu Ende
caller-over-next = Es hat sich niemand als { $name } erwiesen: Die Zeit war um, zu viele Wörter waren falsch, oder { $name } hat gesagt, dass es jemand anderes ist. Helfen Sie erst, wenn Sie wissen, wer anruft.
caller-how-app = Anruferprüfung: Code aus der Authenticator-App
caller-how-email = Anruferprüfung: Code aus dem hinterlegten Postfach
caller-how-word = Anruferprüfung: Wort in einem angemeldeten Browser eingegeben
help-known = Geprüft, wer fragt, um { $at }.
person-check-caller = Prüfen, wer am Telefon ist
person-check-waits = Ihre Prüfung wartet bis { $until } auf die Person am Telefon
person-check-go-on = Damit weitermachen
dashboard-due = { $organization } verlangt MFA ab { $due }
dashboard-due-what = Richten Sie es ein, solange Zeit ist: Es braucht eine App auf Ihrem Telefon und ein paar Minuten. Danach öffnet sich nichts anderes, bis es eingerichtet ist.
dashboard-due-next = MFA jetzt einrichten
calling-title = Ist es wirklich Ihr Helpdesk?
calling-agent = { $name } telefoniert gerade mit jemandem und möchte wissen, ob Sie das sind.
calling-agent-next = Sie haben dort angerufen? Lassen Sie sich das Wort vorlesen, das dort auf der Seite steht, und tippen Sie es hier ein. Dann hilft man dem, der dort in der Leitung ist, auch mit Codes für Ihr Konto. Sie wurden angerufen? Legen Sie auf und rufen Sie selbst beim Helpdesk an: Jemand dazwischen kann ein Wort weitersagen.
calling-alone = Sie haben sich nur mit Ihrem Passwort angemeldet, und das zeigt nicht, wer Sie sind: { $name } muss es auf anderem Weg herausfinden. Lesen Sie Ihr Passwort niemals vor.
calling-word-label = Wort, das Ihnen gesagt wird
calling-word-hint = Etwas wie „{ $example }“, gilt bis { $until }.
calling-confirm = Ja, das bin ich
calling-disown-next = Sie telefonieren nicht miteinander? Dann gibt sich jemand für Sie aus.
calling-disown = Das bin ich nicht
calling-nobody = Niemand von Ihrem Helpdesk prüft gerade einen Anruf
calling-nobody-next = Wenn Sie jemand anruft und sagt, Ihr Helpdesk zu sein, legen Sie auf und rufen Sie selbst beim Helpdesk an. Haben Sie angerufen, bitten Sie darum, die Prüfung zu beginnen, und sehen Sie noch einmal nach. Sagen Sie niemandem Ihr Passwort.
calling-over = Diese Prüfung ist zu Ende
calling-over-next = Bitten Sie den Helpdesk, eine neue zu beginnen. Geht das nicht, legen Sie auf und rufen Sie selbst an.
calling-known = Der Helpdesk weiß, dass Sie es sind
calling-known-next = Man hilft jetzt dem, der dort in der Leitung ist. Sind das nicht Sie, weil Sie jemand mit dem Wort angerufen hat, legen Sie auf und rufen Sie sofort beim Helpdesk an.
calling-disowned = Danke: Die Prüfung ist beendet
calling-disowned-next = Der Helpdesk hat erfahren, dass es jemand anderes ist. Es steht unter „Aktivität“.
calling-wrong = Das ist nicht das Wort
calling-wrong-next =
    { $left ->
        [0] Das war der letzte Versuch. Legen Sie auf und rufen Sie selbst beim Helpdesk an.
        [one] Lassen Sie es sich noch einmal vorlesen, ein Versuch bleibt. Ist es wieder falsch, legen Sie auf: Es ist vielleicht nicht Ihr Helpdesk.
       *[other] Lassen Sie es sich noch einmal vorlesen, { $left } Versuche bleiben. Bleibt es falsch, legen Sie auf: Es ist vielleicht nicht Ihr Helpdesk.
    }
calling-frozen = Das geht nicht, solange Ihr Konto eingefroren ist
calling-frozen-next = Lesen Sie dem Helpdesk stattdessen einen Code aus Ihrer App vor.
account-calling = Ist es wirklich Ihr Helpdesk?
account-calling-what = Wenn jemand anruft und das sagt
mail-code-subject-caller = Ihr Code für den Helpdesk
mail-code-caller = Lesen Sie ihn Ihrem Helpdesk vor, wenn Sie gerade miteinander telefonieren. Er gilt bis { $until }, fünf Minuten lang, und öffnet nichts.
mail-code-not-calling = Sie telefonieren nicht miteinander?
mail-code-not-calling-next = Dann gibt sich jemand für Sie aus. Geben Sie diesen Code niemandem und sagen Sie dem Helpdesk Bescheid.
event-caller-check-started = Der Helpdesk hat zu prüfen begonnen, wer am Telefon ist.
event-caller-check-ended = Der Helpdesk hat seine Prüfung, wer am Telefon ist, beendet.
event-caller-check-replaced = Eine Prüfung, wer am Telefon ist, wurde durch eine neue beendet.
event-caller-known-app = Ein Code aus der App zeigte dem Helpdesk, wer am Telefon ist.
event-caller-known-email = Ein Code per E-Mail zeigte dem Helpdesk, wer am Telefon ist.
event-caller-known-word = Das Wort des Helpdesks, in einem angemeldeten Browser eingegeben, zeigte, wer am Telefon ist.
event-caller-disowned = Dem Helpdesk wurde gesagt, dass jemand anderes am Telefon ist.
notice-caller-known = Der Helpdesk hat jemanden am Telefon für Sie gehalten
notice-caller-disowned = Sie haben gesagt, dass jemand anderes am Telefon war

remote-title = Fernanmeldung
remote-lead = Was Ihre Leute von ihren entfernten Computern sehen, und welche Computer, VPNs und Firewalls dieses Portal fragen, ob sich jemand anmelden darf.
remote-not-listening = Das Portal beantwortet RADIUS noch nicht
remote-not-listening-next = Wer es betreibt, setzt in seiner Konfiguration radius.listen, etwa auf 127.0.0.1:1812, und startet es neu.
remote-name-label = Name
remote-seen-by-everyone = Alle sehen ihn
remote-seen-by-nobody = Niemand sieht ihn
remote-seen-by = Sichtbar für { $people }
remote-opens-for-everyone = Alle dürfen sich anmelden
remote-opens-for-nobody = Niemand darf sich anmelden
remote-opens-for = { $people } dürfen sich anmelden
remote-delete = Löschen
remote-save = Speichern
remote-nobody = Niemand hat hier den Anmeldenamen { $login }. Sehen Sie unter Verwaltung und Zugriff nach, wie er geschrieben wird.
remote-stale = Jemand hat das inzwischen geändert. Öffnen Sie es noch einmal und ändern Sie es dann.
remote-full = Die Organisation hat so viele, wie sie haben kann. Löschen Sie zuerst einen.
computers-none = Noch keine entfernten Computer
computers-none-next = Fügen Sie einen hinzu, und Ihre Leute sehen auf ihrer Startseite, wie sie dorthin kommen.
computers-add = Entfernten Computer hinzufügen
computer-name-hint = Wie Ihre Leute ihn nennen, etwa Webserver.
computer-address-label = Adresse
computer-address-hint = Ein Name oder eine Adresse, mit Port, wenn er nicht der übliche ist, etwa web-1.example.com oder 10.0.0.7:2222.
computer-command-label = Was man eintippt (freiwillig)
computer-command-hint = Leer bedeutet ssh. {"{"}login{"}"} und {"{"}address{"}"} werden ausgefüllt, wie in mstsc /v:{"{"}address{"}"}.
computer-delete-what = Er verschwindet von der Startseite aller, die ihn sehen. Wer sich dort anmelden darf, bleibt gleich: das sagt sein RADIUS-Client.
whom-sees = Wer ihn sieht
whom-logs-on = Wer sich anmelden darf
whom-everyone = Alle in der Organisation
whom-named = Nur die hier Genannten
whom-people-label = Anmeldenamen
whom-people-hint = Einer je Zeile, etwa ann. Nur nötig, wenn nicht alle gemeint sind.
clients-title = RADIUS-Clients
clients-none = Noch keine RADIUS-Clients
clients-none-next = Ein Computer, ein VPN oder eine Firewall ist einer, sobald Sie ihn hier hinzugefügt und sein Geheimnis in seine Konfiguration geschrieben haben.
clients-add = RADIUS-Client hinzufügen
client-name-hint = Wie das Prüfprotokoll ihn nennen soll, etwa web-1.
client-network-label = Adresse oder Netz
client-network-hint = Von wo aus er fragt, etwa 10.0.0.7 oder 10.0.0.0/24.
client-certificates-label = Zertifikate
client-certificates-hint = Für einen Client über TLS: die SHA-256-Fingerabdrücke seiner Zertifikate, einer je Zeile, oder ein Zertifikat als PEM.
client-certificates-new-hint = Stattdessen für einen Client über TLS: der SHA-256-Fingerabdruck seines Zertifikats oder das Zertifikat als PEM. Er hat dann kein gemeinsames Geheimnis.
client-asks-from = Fragt von { $network } aus
client-asks-over-tls = Fragt über TLS, erkannt an seinem Zertifikat
client-signing = Message-Authenticator
client-signing-yes = Verlangt
client-signing-yes-what = Anfragen ohne einen werden nicht beantwortet. Wählen Sie das überall, wo der Client signieren kann.
client-signing-auto = Verlangt ab der ersten signierten Anfrage
client-signing-auto-what = Für einen Client, bei dem Sie nicht sicher sind.
client-signing-no = Nicht verlangt
client-signing-no-what = Warnung: Wer im Netz dazwischen ist, kann Anfragen und Antworten ändern (CVE-2024-3596). Nur auf derselben Maschine oder in einem Tunnel, für Clients, die nicht signieren können, wie pam_radius_auth von Debian 12.
client-recovery-codes = Wiederherstellungscodes gelten dort
client-returned-label = Zurückgegebene Attribute (freiwillig)
client-returned-hint = Eines je Zeile, etwa Filter-Id=staff oder 26.9.1=shell:priv-lvl=15. Der Client erfährt sie bei jeder Anmeldung.
client-returned-too-much = Die Attribute sind mehr, als in eine Antwort passt. Nennen Sie weniger.
client-taken = Einen Client dieses Namens gibt es hier schon, oder einer im Portal hat dieses Netz oder Zertifikat. Wählen Sie einen anderen Namen, oder prüfen Sie Adresse und Zertifikat.
client-secret-title = Geheimnis von { $client }
client-secret = das Geheimnis
client-line = die Zeile
client-secret-once = Dieses Geheimnis wird nur jetzt gezeigt
client-secret-next = Schreiben Sie es in die Konfiguration des Clients, bevor Sie diese Seite verlassen. Geht es verloren, ersetzt es ein neues.
client-secret-rotated = Das vorige Geheimnis gilt nicht mehr: schreiben Sie dieses jetzt in die Konfiguration des Clients.
client-secret-done = Ich habe es eingetragen
client-lines = Für pam_radius_auth.conf
client-lines-server = Das erste Wort sagt, wo der Client das Portal erreicht. Ändern Sie es, wenn das eine andere Adresse ist.
client-lines-signing = pam_radius_auth von Debian 12 kann nicht signieren: beantwortet wird es nur, wo kein Message-Authenticator verlangt wird.
client-rotate = Neues Geheimnis erzeugen
client-rotate-what = Das jetzige Geheimnis gilt sofort nicht mehr. Bis das neue in seiner Konfiguration steht, wird der Client nicht beantwortet, und niemand meldet sich dort an.
client-delete-what = Nichts, was er fragt, wird noch beantwortet, also meldet sich niemand mehr über ihn an. Sein Geheimnis lässt sich nicht zurückholen.
problem-not-an-address = Schreiben Sie sie wie web-1.example.com, oder mit Port wie 10.0.0.7:2222.
problem-not-a-network = Schreiben Sie eine Adresse wie 10.0.0.7 oder ein Netz wie 10.0.0.0/24.
problem-not-a-certificate = Schreiben Sie den SHA-256-Fingerabdruck aus 64 Hexadezimalziffern, oder fügen Sie das Zertifikat als PEM ein.
problem-network-or-certificate = Füllen Sie entweder die Adresse oder das Netz oder das Zertifikat aus.
problem-not-attributes = Schreiben Sie in jede Zeile NAME=WERT. Die Namen sind Service-Type, Filter-Id, Class, Session-Timeout, Idle-Timeout und Framed-Pool; die eines Herstellers beginnen mit 26.
step-up-remote-logon = Wer sich bei Ihren Computern anmelden darf, entscheidet nur, wer sich mit einem Code aus der App neu ausweist.
client-flow = Wie nach dem Code gefragt wird
client-flow-challenge = Passwort, dann der Code
client-flow-challenge-what = Für jeden Client, der eine zweite Frage stellen kann.
client-flow-together = Passwort und Code in einem Feld
client-flow-together-what = Für Clients, die nicht zweimal fragen können: der Code wird direkt hinter das Passwort getippt. Codes per E-Mail gehen damit nicht.
client-flow-code-alone = Der Code allein
client-flow-code-alone-what = Warnung: nur für einen Client, der das Passwort selbst prüft. Sonst kommt jeder hinein, der ein Telefon sieht.
# Frist, Ausnahmen, Dauer von Sitzungen und Passwörter einer Richtlinie
way-offer-title = Richten Sie MFA bis { $date } ein
way-offer-why = { $place } verlangt ab { $until } von allen einen zweiten Schritt bei der Anmeldung. Das Einrichten dauert etwa zwei Minuten.
way-not-now = Nicht jetzt
way-not-now-note = Sie können ohne ihn weitermachen. Sie werden bei jeder Anmeldung wieder gefragt.
event-extended = Sie haben mehr Zeit bekommen, um MFA einzurichten. Grund: { $reason }
event-exempted = Sie wurden von dem ausgenommen, was Ihre Organisation für die Anmeldung verlangt. Grund: { $reason }
event-extension-ended = Die zusätzliche Zeit, um MFA einzurichten, wurde zurückgenommen.
event-exemption-ended = Die Ausnahme von dem, was Ihre Organisation für die Anmeldung verlangt, wurde zurückgenommen.
policy-number-problem = Geben Sie eine ganze Zahl von { $least } bis { $most } ein.
policy-numbers-problem = Einige Zahlen sind nicht möglich:
policy-grace = Tage Frist
policy-grace-what = Von { $least }, also sofort, bis { $most }. So lange wird, wer nichts eingerichtet hat, bei jeder Anmeldung gefragt und kann es aufschieben. Die Frist zählt ab dem Tag, an dem MFA verpflichtend wurde, für neue Personen ab ihrem ersten Tag. Sie gilt nicht für Rollen über Mitglied, nicht nach dem Löschen der MFA-Einrichtung und nicht für Fernanmeldungen (RADIUS).
policy-new-grace = Frist neu beginnen
policy-new-grace-what = Sie zählt ab { $since }, auch wenn die Richtlinie zwischendurch gelockert wurde. Mit Häkchen zählt sie für alle ab jetzt.
policy-lifetimes = Wie lange jemand angemeldet bleibt
policy-hours = Stunden, auch bei ständiger Nutzung
policy-hours-what = Von { $least } bis { $most }. Eine kürzere Zeit gilt ab der nächsten Seite auch für offene Sitzungen.
policy-idle = Minuten ohne Anfrage
policy-idle-what = Von { $least } bis { $most }.
policy-away = Minuten außerhalb der Verwaltung
policy-away-what = Von { $least } bis { $most }. Danach verlangt die Verwaltung wieder einen Code.
policy-password = Kürzestes neues Passwort, in Zeichen
policy-password-what = Von { $least } bis { $most }. Wo kein zweiter Schritt verlangt wird, mindestens 15, was immer hier steht. Es gilt, wenn jemand das nächste Mal ein Passwort wählt; kein bestehendes Passwort endet dadurch. Häufige Passwörter und Namen werden ohnehin abgelehnt.
policy-preview-offered = { $people ->
    [one] Einer Person wird das Einrichten bei jeder Anmeldung angeboten; sie kann es vorerst aufschieben
   *[other] { $people } Personen wird das Einrichten bei jeder Anmeldung angeboten; sie können es vorerst aufschieben
}
policy-preview-in-all = { $people ->
    [one] Zusammen mit denen, für die sich nichts ändert, wird eine Person bei der nächsten Anmeldung zum Einrichten geführt; mit einer Rolle über Mitglied: { $admins }.
   *[other] Zusammen mit denen, für die sich nichts ändert, werden { $people } Personen bei der nächsten Anmeldung zum Einrichten geführt; mit einer Rolle über Mitglied: { $admins }.
}
policy-exceptions = Ausnahmen
policy-exceptions-note = Jede gilt für eine Person, hat einen Grund und endet von selbst. Gewährt wird sie auf der Seite der Person.
policy-no-exceptions = Es gibt keine.
policy-exception-extension = Mehr Zeit, um MFA einzurichten, bis { $until }
policy-exception-exemption = Von der Richtlinie ausgenommen bis { $until }
person-required-soon = Verlangt ab { $due }; bis dahin aufschiebbar
person-exempt = Von der Richtlinie ausgenommen bis { $until }
help-extend = Mehr Zeit geben
help-extend-what = { $name } kann das Einrichten von MFA ab jetzt so viele Tage aufschieben. Das Angebot bleibt bei jeder Anmeldung.
help-end-extension = Zusätzliche Zeit zurücknehmen
help-end-extension-what = Für { $name } gilt wieder die Frist, die alle haben.
help-exempt = Von der Richtlinie ausnehmen
help-exempt-what = Was die Richtlinie verlangt, gilt für { $name } ab jetzt so viele Tage nicht. Was eingerichtet ist, wird weiter abgefragt. Eine Rolle über Mitglied beendet die Ausnahme.
help-end-exemption = Ausnahme beenden
help-end-exemption-what = Die Richtlinie gilt für { $name } wieder, ab der nächsten Seite.
help-days = Für wie viele Tage
help-days-hint = Von 1 bis { $most }, ab jetzt gezählt.
help-reason = Warum
help-reason-hint = { $name } liest es in einer E-Mail und unter „Aktivität“; es steht auf der Seite der Richtlinie und im Prüfprotokoll.
help-not-given = Diese Ausnahme ist nicht möglich
help-not-given-role = { $name } hat eine Rolle über Mitglied. Wer eine hat, weist ein Gerät nach, ohne Ausnahme.
help-not-given-alone = MFA wird von { $name } allein verlangt; eine Ausnahme von der Richtlinie ändert daran nichts. Nehmen Sie zuerst diese Pflicht zurück.
help-not-given-nothing = { $name } hat nichts aufzuschieben: MFA wird nicht verlangt, ist eingerichtet oder ohnehin nicht vor diesem Tag fällig.
policy-last-admin = Niemand könnte die Organisation mehr verwalten
policy-last-admin-next = Kein Admin hat eine Authenticator-App eingerichtet, und alle würden nach einem Code gefragt, den nur ein Admin oder der Helpdesk gibt. Lassen Sie zuerst einen von ihnen die App einrichten, oder wählen Sie einen anderen Nachweis.

why-title = Warum wird das verlangt?
person-why = Warum?
why-rules = Die Regeln
why-strictest = Die strengste von ihnen zählt.
why-facts = Was sonst mitspielt
why-password = Bei der nächsten Anmeldung genügt das Passwort.
why-offered = Bei der nächsten Anmeldung wird nach dem Passwort angeboten, MFA einzurichten. Das ist aufschiebbar bis { $until }.
why-set-up = Bei der nächsten Anmeldung führt das Passwort zum Einrichten von MFA und nirgendwo sonst hin.
why-first-email = Bei der nächsten Anmeldung führt das Passwort zu einem Code per E-Mail, dann zum Einrichten von MFA und nirgendwo sonst hin.
why-first-code = Bei der nächsten Anmeldung führt das Passwort zum Einrichtungscode des Helpdesks, dann zum Einrichten von MFA und nirgendwo sonst hin.
why-second-step = Bei der nächsten Anmeldung wird nach dem Passwort ein zweiter Schritt verlangt.
why-frozen = Das Konto ist eingefroren: Das Passwort allein öffnet nichts, und nichts kann eingerichtet werden.
why-suspended = Das Konto ist gesperrt: Niemand meldet sich damit an.
why-rule-off = Die Richtlinie sagt „aus“: Verlangt wird nur, was jemand eingerichtet hat.
why-rule-optional = Die Richtlinie sagt „freiwillig“: Verlangt wird nur, was jemand eingerichtet hat.
why-rule-soon = Die Richtlinie verlangt von allen einen zweiten Schritt. Hier gilt das ab { $due }.
why-rule-required = Die Richtlinie verlangt von allen einen zweiten Schritt.
why-exempt = Die Richtlinie verlangt von allen einen zweiten Schritt, von dieser Person aber nicht bis { $until }.
why-account = MFA wird von diesem Konto allein verlangt, was immer die Richtlinie sagt.
why-role = Eine Rolle über Mitglied braucht eine Authenticator-App, was immer die Richtlinie sagt.
why-since = Die Richtlinie verlangt es seit { $since }.
why-grace = { $days ->
    [one] Ab dann gibt es einen Tag Frist, oder ab der Entstehung des Kontos, { $from }, falls das später war. Sie ist für alle, die nichts eingerichtet haben.
   *[other] Ab dann gibt es { $days } Tage Frist, oder ab der Entstehung des Kontos, { $from }, falls das später war. Sie ist für alle, die nichts eingerichtet haben.
}
why-extended = Es wurde mehr Zeit gegeben, bis { $until }.
why-deleted = Die MFA-Einrichtung wurde gelöscht; die nächste wartet auf den Einrichtungscode des Helpdesks.
why-has = Es ist etwas eingerichtet, und danach wird gefragt.
why-has-nothing = Es ist nichts eingerichtet.
access-owed-now = Verlangt, nicht eingerichtet
access-owed-soon = Aufgeschoben
access-owed-until = Aufgeschoben bis { $date }
## The audit log of an organization

log-title = Prüfprotokoll
log-whole = Dieses Protokoll ist unversehrt: Nichts fehlt und nichts ist geändert.
log-sealed = Versiegelte Ereignisse: { $sealed }.
log-unsealed = Warten auf ihr Siegel: { $unsealed }, das älteste seit { $since }.
log-about = Person
log-by = Getan von
log-doer = Oder getan von
log-doer-anybody = Irgendjemand
log-people-hint = Schreiben Sie einen Anmeldenamen oder eine E-Mail-Adresse. „Getan von“ findet, was jemand bei anderen oder in der Organisation getan hat; was jemand am eigenen Konto getan hat, steht unter „Person“. Wer von einer anderen Organisation aus geholfen hat, wird unter einem Anmeldenamen wie tess@provider gefunden.
log-topic = Art
log-topic-all = Alles
log-topic-sign-ins = An- und Abmelden
log-topic-refusals = Was abgelehnt wurde
log-topic-credentials = Passwörter, MFA und Profile
log-topic-help = Helpdesk
log-topic-people = Konten, Rollen und Einladungen
log-topic-organization = Richtlinie und Verbindungen
log-topic-records = Exporte und Prüfungen
log-from = Erster Tag
log-until = Letzter Tag
log-show = Anzeigen
log-show-all = Alles anzeigen
log-events = Ereignisse
log-none = Nichts gefunden
log-what = Was geschah
log-when = Wann und von wo
log-unreadable = Dieses Ereignis wurde so geändert, dass es nicht mehr lesbar ist.
log-changed = Nachträglich geändert
log-the-organization = Die Organisation
log-gone = Jemand, dessen Konto es nicht mehr gibt
log-operator = Die Befehlszeile
log-portal = Das Portal selbst
log-nobody = Jemand, der nicht angemeldet war
log-export = Mitnehmen
log-export-what = Die Datei enthält jedes Ereignis, das der Filter oben findet, das älteste zuerst, nicht nur diese Seite. Dass sie geladen wurde, steht in diesem Protokoll.
log-csv = CSV herunterladen
log-json = JSON-Zeilen herunterladen
problem-nobody-here = Diesen Anmeldenamen hat hier niemand. Schreiben Sie einen Anmeldenamen wie ann oder eine E-Mail-Adresse, mit der man sich anmeldet.
problem-not-a-day = Schreiben Sie einen Tag wie 2026-11-22.

## Organizations, for those who run the instance

organizations-title = Organisationen
organizations-add = Organisation anlegen
organizations-add-what = Sie bekommt eigene Personen, eine eigene Richtlinie, ein eigenes Protokoll und einen eigenen Schlüssel. Laden Sie danach die erste Administratorin oder den ersten Administrator ein.
organizations-acts = Aktionen
organizations-suspend = Sperren
organizations-activate = Entsperren
organizations-delete = Löschen
organizations-suspend-what = Von jetzt an meldet sich niemand von { $name } mehr an, auf keinem Weg, und wer angemeldet ist, ist es ab der nächsten Seite nicht mehr. Alles bleibt erhalten.
organizations-activate-what = Die Personen von { $name } können sich wieder anmelden.
organizations-delete-what = Alle in { $name } werden gelöscht, mit allem, was unter ihnen gespeichert ist, und mit dem Schlüssel, mit dem ihre Geheimnisse versiegelt sind. Vom Prüfprotokoll bleiben die Prüfsummen. Nichts bringt sie zurück außer einer Kopie der Datenbank, die Sie vorher gemacht haben: Löschen Sie auch solche Kopien, oder lassen Sie den Hauptschlüssel wechseln und den alten aus dem Gebrauch nehmen: Dann lassen sich die Geheimnisse darin nicht mehr öffnen.
organizations-delete-hint = Geben Sie { $slug } ein, um zu bestätigen, dass es so gemeint ist.
organizations-people = Personen: { $people }.
organizations-last-owner = Niemand sonst ist Eigentümer dieses Portals
organizations-last-owner-next = Alle Eigentümer, die sich anmelden können, gehören zu dieser Organisation. Machen Sie zuerst jemanden einer anderen zum Eigentümer.
problem-not-the-same = Das ist etwas anderes. Geben Sie es genau so ein, wie es dasteht.
event-organization-suspended = Die Organisation wurde gesperrt: Niemand von ihr meldet sich an.
event-organization-activated = Die Organisation wurde nach einer Sperre wieder geöffnet.
event-organization-deletion-began = Das Löschen der Organisation { $name } begann, mit { $count ->
    [one] der einen Person
   *[other] den { $count } Personen
}, die sie hatte.
event-organization-deleted = Die Organisation { $name } wurde mit ihren Personen und ihrem Schlüssel gelöscht.

## What is on record about somebody

edit-person-title = Angaben ändern
edit-person-what = { $name } erfährt per E-Mail, was sich hier ändert, an der alten und an der neuen Adresse.
edit-person-email-vouched = Mit ihr kann man sich sofort anmelden: Sie bürgen dafür.
edit-person-email-unproved = Mit einer neuen Adresse kann man sich anmelden, sobald die Person sie unter „Profil bearbeiten“ nachgewiesen hat. Bis dahin gilt der Anmeldename.
edit-person-save = Speichern
event-login-name-changed = Der Anmeldename wurde von { $from } in { $to } geändert.
event-address-set = Die Adresse { $address } wurde eingetragen. Man meldet sich damit an, sobald sie nachgewiesen ist.
event-address-vouched = Die Adresse { $address } wurde eingetragen, und es wurde für sie gebürgt. Man kann sich damit anmelden.
event-address-taken-off = Die eingetragene Adresse wurde entfernt.
notice-login-name-changed = Ihr Anmeldename wurde geändert

## People as a file

access-export = Mitnehmen
access-export-what = Alle Personen mit Zustand, MFA und Rolle, als Tabelle für eine Tabellenkalkulation. Dass sie geladen wurde, steht im Prüfprotokoll.
event-people-exported = Eine Liste der Personen der Organisation wurde exportiert.

## Giving a role

role-title = Rolle ändern
role-what = { $name } bekommt diese Rolle anstelle der bisherigen, ab der nächsten Seite, und erfährt es per E-Mail.
role-give = Rolle geben
role-until = Bis { $until }
role-until-label = Letzter Tag (freiwillig)
role-until-hint = Danach ist die Person von selbst wieder Mitglied. Lassen Sie das Feld leer für eine Rolle ohne Ende.
role-member-what = Meldet sich an und kümmert sich um das eigene Konto.
role-auditor-what = Liest alles in dieser Organisation und ändert nichts.
role-help-desk-what = Hilft Mitgliedern und Prüfenden: hebt Sperren auf, löscht MFA-Einrichtungen, gibt Codes aus.
role-admin-what = Entscheidet über alle und alles in dieser Organisation.
role-owner-what = Betreibt das ganze Portal mit allen Organisationen.
role-last-admin = Niemand sonst verwaltet diese Organisation
role-last-admin-next = Geben Sie zuerst jemand anderem die Verwaltung, ohne letzten Tag.
role-last-owner = Niemandem sonst gehört dieses Portal
role-last-owner-next = Machen Sie zuerst jemand anderen zum Eigentümer.
role-ends-with-yours = Sie selbst haben diese Rolle bis { $until }
role-ends-with-yours-next = Weitergeben können Sie sie höchstens bis dahin: Wählen Sie einen letzten Tag, der nicht nach Ihrem liegt.
problem-day-over = Dieser Tag ist vorbei. Wählen Sie einen, der noch kommt.

## A new phone, in one act

help-delete-mfa-and-code = Löschen und einen Einrichtungscode ausgeben

## Anwendungen

applications-title = Anwendungen
applications-lead = Die Seiten, die auf den Startseiten Ihrer Leute stehen, je eine Kachel.
applications-none = Noch keine Anwendungen
applications-none-next = Fügen Sie die Seiten hinzu, die Ihre Leute am meisten brauchen, etwa Webmail.
applications-add = Anwendung hinzufügen
application-edit = Anwendung ändern
application-name-hint = Wie Ihre Leute sie nennen, etwa Webmail.
application-address-hint = Die ganze Adresse, etwa https://mail.example.com.
application-whom-sees = Wer sie sieht
application-seen-by-everyone = Alle sehen sie
application-seen-by-nobody = Niemand sieht sie
application-seen-by = Sichtbar für { $people }
application-delete-what = Sie verschwindet von der Startseite aller, die sie sehen. Die Seite selbst bleibt, wie sie ist.
application-description-label = Wozu sie dient (freiwillig)
application-description-hint = In wenigen Worten, so wie es auf der Kachel steht.
application-icon = Auf der Kachel
icon-letters = Anfangsbuchstaben des Namens
computer-icon = Symbol
icon-screen = Ein Bildschirm
icon-mail = Post
icon-calendar = Kalender
icon-chat = Nachrichten
icon-files = Dateien
icon-people = Leute
icon-money = Geld
icon-chart = Diagramm
icon-help = Hilfe
icon-book = Buch
icon-cloud = Wolke
icon-code = Quelltext
icon-clock = Uhr
problem-not-a-site = Schreiben Sie die ganze Adresse, wie https://mail.example.com.
event-application-added = Die Anwendung { $name } steht nun auf der Startseite.
event-application-changed = Was die Startseite über die Anwendung { $name } sagt, wurde geändert.
event-application-changed-to = Was die Startseite über die Anwendung { $name } sagt, wurde geändert: { $changes }
event-application-removed = Die Anwendung { $name } steht nicht mehr auf der Startseite.

## Requests to the help desk

locked-out-link = Ausgesperrt? Fragen Sie Ihren Helpdesk
locked-out-title = Ausgesperrt?
locked-out-explanation = Geben Sie ein, womit Sie sich anmelden, und Ihr Helpdesk wird um Hilfe gebeten. Er ruft Sie an, oder Sie rufen ihn an; nach Ihrem Passwort fragt er nie.
locked-out-ask = Helpdesk fragen
locked-out-asked = Ihr Helpdesk ist gefragt
locked-out-asked-what = Wenn zu diesem Anmeldenamen ein Konto gehört, sieht dessen Helpdesk die Anfrage jetzt.
locked-out-asked-next = Noch einmal zu fragen ändert nichts, solange sie wartet. Wenn es eilt, rufen Sie an: Bevor geholfen wird, wird geprüft, wer Sie sind.
requests-title = Anfragen an den Helpdesk
requests-what = Worum Sie den Helpdesk gebeten haben und was daraus wurde.
requests-none = Sie haben um nichts gebeten
requests-ask = Um etwas bitten
request-mfa = MFA einschalten
request-unlock = Ausgesperrt
request-mfa-ask = Helpdesk bitten, MFA für mich einzuschalten
request-mfa-ask-what = Sobald es eingeschaltet ist, führt Ihre nächste Anmeldung durch die Einrichtung und fragt von da an neben dem Passwort nach einem Code.
request-mfa-asked = Ihr Helpdesk wurde gebeten, MFA einzuschalten: { $when }.
request-unlock-ask = Um Hilfe bei meiner Anmeldung bitten
request-unlock-ask-what = Wenn ein Gerät verloren ist oder Codes nicht mehr angenommen werden.
request-made = Ihr Helpdesk hat Ihre Anfrage
request-made-next = Was daraus wird, steht hier; wenn Ihr Konto eine Adresse hat, kommt auch eine E-Mail.
request-taken-back = Die Anfrage ist zurückgenommen
request-taken-back-next = Ihr Helpdesk sieht sie nicht mehr warten. Sie können wieder fragen.
request-too-often = Sie haben heute dreimal gefragt
request-too-often-next = Fragen Sie morgen wieder, oder rufen Sie Ihren Helpdesk an.
request-not-offered = Darum gibt es nichts zu bitten
request-not-offered-next = MFA ist für Ihr Konto schon vorgeschrieben oder eingerichtet.
request-asked-at = Gefragt: { $when }
request-by-login = Von jemandem, der nicht angemeldet war
request-waits = Ihr Helpdesk hat noch nicht geantwortet.
request-withdraw = Zurücknehmen
request-granted = MFA wurde eingeschaltet
request-helped = Der Helpdesk hat geholfen
request-done = Erledigt
request-declined = Abgelehnt
request-withdrawn = Zurückgenommen
admin-requests-title = Anfragen
admin-requests-what = Worum Mitglieder den Helpdesk bitten. Die älteste Anfrage steht oben.
admin-requests-none = Niemand wartet
admin-requests-answered = Zuletzt beantwortet
request-asked = Gefragt
request-answer = Antwort
request-signed-in = Vom Mitglied, angemeldet.
request-not-signed-in = Von jemandem, der den Anmeldenamen eingab und nicht angemeldet war: Das kann jeder sein. Prüfen Sie vor der Hilfe, wer es ist, unter einer Nummer, die Sie kennen.
request-mfa-do = Wenn Sie MFA einschalten, ist es allein für { $name } vorgeschrieben. Die nächste Anmeldung führt durch die Einrichtung.
request-unlock-do = Die Seite von { $name } zeigt, welche Sperren gelten, und bietet, was hilft: Entsperren, Einrichtungscode, Rücksetzcode. Damit ist die Bitte beantwortet; half etwas anderes, sagen Sie es hier.
request-help = Zur Seite der Person
request-not-yours = Diesem Konto hilft jemand mit einer höheren Rolle.
request-word-label = Ein Wort an das Mitglied
request-word-hint = Eine Zeile; sie steht im Portal und in der E-Mail. Zum Ablehnen nötig.
request-grant = MFA einschalten
request-say-done = Als erledigt kennzeichnen
request-decline = Ablehnen
event-help-asked-mfa = Der Helpdesk wurde gebeten, MFA einzuschalten.
event-help-asked-unlock = Der Helpdesk wurde um Hilfe bei der Anmeldung gebeten.
event-help-withdrawn-mfa = Die Bitte, MFA einzuschalten, wurde zurückgenommen.
event-help-withdrawn-unlock = Die Bitte um Hilfe bei der Anmeldung wurde zurückgenommen.
event-help-done-mfa = Die Bitte, MFA einzuschalten, ist erledigt.
event-help-done-mfa-word = Die Bitte, MFA einzuschalten, ist erledigt. „{ $word }“
event-help-done-unlock = Die Bitte um Hilfe bei der Anmeldung ist erledigt.
event-help-done-unlock-word = Die Bitte um Hilfe bei der Anmeldung ist erledigt. „{ $word }“
event-help-declined-mfa = Die Bitte, MFA einzuschalten, wurde abgelehnt.
event-help-declined-mfa-word = Die Bitte, MFA einzuschalten, wurde abgelehnt: „{ $word }“
event-help-declined-unlock = Die Bitte um Hilfe bei der Anmeldung wurde abgelehnt.
event-help-declined-unlock-word = Die Bitte um Hilfe bei der Anmeldung wurde abgelehnt: „{ $word }“
notice-help-asked = Ihr Helpdesk wurde um etwas gebeten
notice-help-answered = Ihr Helpdesk hat geantwortet
mail-help-mfa-subject = Ein Mitglied bittet um MFA
mail-help-unlock-subject = Ein Mitglied bittet um Hilfe bei der Anmeldung
mail-help-mfa = { $name } ({ $login }) bittet darum, MFA einzuschalten.
mail-help-unlock = { $name } ({ $login }) soll ausgesperrt sein.
mail-help-signed-in = Gefragt hat das Mitglied, angemeldet.
mail-help-not-signed-in = Gefragt hat jemand, der den Anmeldenamen eingab und nicht angemeldet war. Prüfen Sie, wer es ist, bevor Sie helfen.
mail-help-answer = Anfrage beantworten
mail-help-once = Sie bekommen am Tag eine solche E-Mail für ein Konto. Alle Anfragen stehen in der Liste.

## How an organization shows itself

branding-title = Erscheinungsbild
branding-lead = Was Ihre Leute von Ihrer Organisation sehen, sobald ihr Passwort stimmt: auf Seiten, in E-Mails und in Briefen. Davor sehen sie das des Portals.
branding-read-only = Nur Administratoren können das ändern.
branding-look = Name und Farbe
branding-name-label = Name der Organisation
branding-name-hint = So, wie Ihre Leute sie kennen. Er steht oben auf ihren Seiten und E-Mails.
branding-accent-label = Akzentfarbe (freiwillig)
branding-accent-hint = Wie in Ihrem Styleguide, etwa #c8102e. Schaltflächen und Links tragen sie. Ohne Angabe haben sie die Farbe des Portals.
branding-accent-light = Auf hellen Seiten
branding-accent-dark = Auf dunklen Seiten
branding-accent-darker = Dunkler als gewählt, damit alle sie lesen können.
branding-accent-lighter = Heller als gewählt, damit alle sie lesen können.
branding-save = Speichern
branding-saved = Name und Farbe sind gespeichert
branding-saved-next = Ihre Leute sehen sie ab ihrer nächsten Seite.
problem-not-a-color = Schreiben Sie sie wie #c8102e: sechs Stellen, jede von 0 bis 9 oder a bis f.
event-branding-changed = Name und Farbe der Organisation wurden festgelegt: { $name }, { $color }.
event-branding-without-color = Der Name der Organisation wurde festgelegt: { $name }. Eine eigene Farbe hat sie nicht.
contacts-title = Kontakte
contacts-what = Wen Ihre Leute fragen sollen, wenn sie Hilfe brauchen.
contacts-none = Ihre Organisation hat noch keine eigenen Kontakte
contacts-none-next = Bis dahin sehen Ihre Leute die des ganzen Portals:
contacts-none-anywhere = Das Portal auch nicht, also erfährt niemand, wen man fragt. Tragen Sie Telefonnummer oder Adresse Ihres Helpdesks ein.
contacts-add = Kontakt hinzufügen
contacts-full = Mehr Kontakte stehen nicht zur Auswahl. Löschen Sie einen, bevor Sie einen weiteren hinzufügen.
contact-edit = Bearbeiten
contact-up = Nach oben
contact-down = Nach unten
contact-delete = Löschen
contact-save = Speichern
contact-label-label = Name
contact-label-hint = Wer sich meldet, etwa Helpdesk oder Empfang.
contact-phone-label = Telefon (freiwillig)
contact-phone-hint = So, wie man es liest, mit Menüpunkt: +49 30 5550100, Taste 2. Auf einem Telefon ist die Nummer ein Link.
contact-mail-label = E-Mail (freiwillig)
contact-mail-hint = Eine Adresse, deren E-Mails jemand liest.
contact-hours-label = Zeiten (freiwillig)
contact-hours-hint = Etwa Montag bis Freitag, 8:00 bis 17:00 Uhr.
contact-note-label = Hinweis (freiwillig)
contact-note-hint = Was sonst hilft, etwa ein Raum.
contact-unreachable = Damit allein erreicht man niemanden. Tragen Sie eine Telefonnummer, eine E-Mail-Adresse oder einen Hinweis ein.
contact-stale = Jemand anderes hat es inzwischen geändert. Öffnen Sie es neu und ändern Sie es dann.
contact-delete-title = Diesen Kontakt löschen
contact-delete-what = Ihre Leute werden nicht mehr dorthin verwiesen.
contact-delete-last = Es ist der einzige Kontakt Ihrer Organisation. Ihre Leute werden danach an die Kontakte des ganzen Portals verwiesen.
event-contacts-changed = Die Kontakte der Organisation wurden geändert. Sie sind jetzt: { $contacts }.
event-contacts-ended = Die Kontakte der Organisation wurden gelöscht. An ihrer Stelle stehen die des ganzen Portals.

## Several organizations at once

everywhere-people = Alle Organisationen
everywhere-people-what = Eine Suche über die Personen aller Organisationen, in denen Sie eine Rolle haben.
everywhere-more = Alle zeigen
everywhere-more-places = Es werden jeweils hundert Organisationen durchgesehen.
everywhere-next-places = Nächste Organisationen
everywhere-requests = Anfragen aller Organisationen
everywhere-requests-what = Worum Mitglieder den Helpdesk bitten, in jeder Organisation, in der Sie helfen. Die älteste Anfrage steht oben.
everywhere-more-requests = Es warten mehr, als hier stehen. Beantworten Sie diese, oder öffnen Sie die Liste einer Organisation.
event-role-elsewhere = In der Organisation { $organization } wurde eine Rolle gegeben: { $role }.
event-role-elsewhere-ended = Die Rolle in der Organisation { $organization } wurde entzogen.
event-outsider-role = { $login } aus einer anderen Organisation bekam hier eine Rolle: { $role }.
event-outsider-role-ended = { $login } aus einer anderen Organisation hat hier keine Rolle mehr.

## Many people at once

access-many = Viele einladen
many-invite = Viele Personen einladen
many-invite-what = Eine Person pro Zeile. Sie können Zeilen aus einer Tabelle oder einem Adressbuch einfügen. Niemand wird eingeladen, bevor Sie die Liste gesehen haben.
many-people-hint = Zum Beispiel { $example }, oder Name, Adresse und Anmeldename mit Kommas oder Tabulatoren dazwischen. Ohne Anmeldenamen gilt, was vor dem @ steht. Höchstens { $most } Zeilen.
many-import = Personen importieren
many-import-what = Eine Tabelle mit einer Zeile pro Person, wie { $name } sie liefert. Wer schon da ist, wird so geändert, wie die Zeile es sagt; alle anderen werden eingeladen. Nichts geschieht, bevor Sie gesehen haben, was geschehen würde.
many-table = Tabelle
many-table-hint = Die erste Zeile nennt die Spalten: { $columns }. Dazwischen Kommas, Semikolons oder Tabulatoren. Höchstens { $most } Zeilen.
many-file = Datei (freiwillig)
many-file-hint = CSV in UTF-8, höchstens 2 MB. Gibt es eine, zählt sie und nicht die Tabelle darunter.
many-by = Wie sie eingeladen werden
many-by-import = Wie eingeladen wird, wer noch nicht da ist
many-by-mail = Per E-Mail, mit einem Link, der drei Tage gilt
many-by-paper = Auf Papier, mit einem Brief zum Weitergeben für jede Person
many-days = So viele Tage gelten Briefe
many-days-hint = Von 1 bis { $most }. Links per E-Mail gelten drei Tage.
many-check = Liste prüfen
many-change-list = Liste ändern
many-line = Zeile
many-what = Was geschehen würde
many-look = Noch ist nichts geschehen. Sehen Sie die Liste zuerst durch.
many-differs = Inzwischen hat sich etwas geändert, und nichts wurde getan. Das würde jetzt geschehen.
many-wrong = Nichts wurde getan: Einige Zeilen brauchen noch einen Blick
many-nothing = Es gibt nichts zu tun: Alles ist schon so
many-too-much = Nichts wurde getan: Das beträfe mehr als { $most } Personen auf einmal. Teilen Sie die Liste auf.
many-count-invited =
    { $count ->
        [one] 1 Person würde eingeladen
       *[other] { $count } Personen würden eingeladen
    }
many-count-changed =
    { $count ->
        [one] 1 Person würde geändert
       *[other] { $count } Personen würden geändert
    }
many-count-same =
    { $count ->
        [one] 1 Zeile sagt, was schon so ist
       *[other] { $count } Zeilen sagen, was schon so ist
    }
many-count-wrong =
    { $count ->
        [one] 1 Zeile kann nicht übernommen werden
       *[other] { $count } Zeilen können nicht übernommen werden
    }
many-more =
    { $count ->
        [one] 1 weitere Zeile wird nicht gezeigt.
       *[other] { $count } weitere Zeilen werden nicht gezeigt.
    }
many-unread = Diese Spalten werden nicht gelesen: { $columns }
many-invited = Wird eingeladen
many-invited-again = Wird noch einmal eingeladen; die offene Einladung endet
many-name-changes = Name: Aus { $from } wird { $to }
many-address-changes = Adresse: Aus { $from } wird { $to }
many-address-added = Adresse: { $to } wird eingetragen
many-address-removed = Adresse: { $from } wird entfernt
many-no-login-name = Ein Anmeldename fehlt, und aus der Adresse lässt sich keiner machen. Fügen Sie einen hinzu.
many-fields = Diese Zeile hat mehr oder weniger Felder, als hineingehören.
many-line-break = Ein Feld geht über mehrere Zeilen. Suchen Sie nach einem Anführungszeichen, das nicht geschlossen ist.
many-twice = Zeile { $line } hat diesen Anmeldenamen schon.
many-address-twice = Zeile { $line } hat diese Adresse schon.
many-no-address = Ohne Adresse kommt keine E-Mail an. Fügen Sie eine hinzu oder wählen Sie Papier.
many-just-mailed = Vor weniger als einer Minute ging schon eine Einladung hinaus. Warten Sie ein wenig.
many-denied = Diese Person können Sie nicht ändern.
many-frozen = Dieses Konto ist eingefroren. Heben Sie das zuerst auf.
many-prove = Dafür müssen Sie neu bestätigen, dass Sie es sind. Tun Sie das in einem eigenen Tab, und machen Sie dann hier weiter.
many-prove-link = Bestätigen, dass Sie es sind
many-confirm-invite =
    { $count ->
        [one] Diese Person einladen
       *[other] Diese { $count } Personen einladen
    }
many-confirm-import = Genau das importieren
many-done = Erledigt
many-done-mailed =
    { $count ->
        [one] 1 Einladung ist unterwegs.
       *[other] { $count } Einladungen sind unterwegs.
    }
many-done-changed =
    { $count ->
        [one] 1 Person wurde geändert.
       *[other] { $count } Personen wurden geändert.
    }
many-unread-all = Nichts davon ließ sich lesen
many-empty = Es steht noch niemand darin.
many-too-large = Das ist größer als { $megabytes } MB. Teilen Sie es auf.
many-too-many-lines = Das hat mehr als { $most } Zeilen. Teilen Sie es auf.
many-not-text = Das ist kein Text in UTF-8. Speichern Sie es in der Tabellenkalkulation als „CSV UTF-8“.
many-no-headings = Die erste Zeile muss die Spalten nennen, etwa so: { $columns }
many-heading-twice = Die erste Zeile nennt die Spalte { $column } zweimal.
letters-title =
    { $count ->
        [one] 1 Brief
       *[other] { $count } Briefe
    }
letters-only-now = Diese Briefe werden nur jetzt angezeigt
letters-only-now-next = Drucken Sie sie, bevor Sie die Seite verlassen; jeder hat ein eigenes Blatt. Geben Sie sie persönlich weiter: Wer einen Code hat, kann das Konto übernehmen.
## Gruppen

groups-title = Gruppen
groups-lead = Was Sie einer Gruppe geben, eine Anwendung oder einen entfernten Rechner, bekommen alle darin, solange sie darin sind.
groups-none = Noch keine Gruppen
groups-none-next = Legen Sie für jedes Team, das dasselbe braucht, eine an.
groups-add = Gruppe anlegen
group-page = Gruppe
group-name-hint = Wie Ihre Leute sie nennen, etwa Vertrieb.
group-members = { $people ->
    [one] Eine Person
   *[other] { $people } Personen
}
group-opens = Was sie öffnet
group-opens-nothing = Ihr ist noch nichts gegeben. Wählen Sie sie dort, wo steht, wer eine Anwendung sieht oder sich anmelden darf.
group-nobody = Noch ist niemand darin
group-nobody-next = Wer dazukommt, sieht sofort, was der Gruppe gegeben ist.
group-add-people = Personen hinzufügen
group-people-hint = In jeder Zeile einer, etwa ann. Sie bekommen sofort, was der Gruppe gegeben ist.
group-too-many = Das sind mehr als { $most } Personen. Fügen Sie sie in Teilen hinzu.
group-joined = Darin seit { $date }
group-take-out = Herausnehmen
group-rename = Umbenennen
group-delete = Gruppe löschen
group-delete-what = Kein Konto wird gelöscht. Was nur der Gruppe gegeben ist, sieht und öffnet niemand mehr:
group-in-list = { $group } (Gruppe)
whom-chosen = Nur die hier gewählten Gruppen und Personen
event-group-added = Die Gruppe { $group } wurde angelegt.
event-group-renamed = Die Gruppe { $from } heißt jetzt { $to }.
event-group-removed = Die Gruppe { $group } wurde gelöscht.
event-group-joined = Sie wurden in die Gruppe { $group } aufgenommen.
event-group-left = Sie wurden aus der Gruppe { $group } herausgenommen.
## Support codes

support-code = Supportcode
support-code-what = Lesen Sie ihn dem Helpdesk vor: Dort ist zu sehen, was hier geschehen ist, ohne dass Sie etwas verraten müssen. Sieben Tage gültig.
support-fault-what = Geben Sie ihn mit an: Wer das Portal betreibt, findet damit im Protokoll des Programms, was schiefging.
support-look-label = Supportcode
support-look-hint = Wer anruft, liest ihn von der Seite ab: fünf Buchstaben und Ziffern, etwa { $example }.
support-look = Nachschlagen
support-nobodys-what = Hier stehen die Codes von Anmeldenamen und Einladungen, die niemand hat, und von Netzen, die warten müssen. Alle anderen werden in der Organisation der Person nachgeschlagen.
support-when = Wann
support-none = Unter diesem Code ist keine Ablehnung zu finden
support-none-next = Lassen Sie ihn sich noch einmal vorlesen. Ein Code gilt sieben Tage. Codes von Anmeldenamen und Einladungen, die niemand hat, und von Netzen, die warten müssen, sieht nur, wer das Portal betreibt.
support-none-next-nobodys = Lassen Sie ihn sich noch einmal vorlesen. Ein Code gilt sieben Tage. Der Code einer Person wird in ihrer Organisation nachgeschlagen. Der Code eines Fehlers im Portal selbst führt zu einer Zeile im Protokoll des Programms.
support-next-login-unknown = Kein Konto hat den eingegebenen Anmeldenamen. Er wird nicht aufbewahrt, denn es kann ein Passwort im falschen Feld sein. Lassen Sie sich den Anmeldenamen buchstabieren und vergleichen Sie ihn mit der Liste der Personen in der Organisation.
support-next-password-wrong = Das Passwort war ein anderes. Lassen Sie es noch einmal eingeben und dabei auf Großschreibung und die Sprache der Tastatur achten. Wer es vergessen hat, bekommt ein neues über die Anmeldeseite oder mit einem Rücksetzcode von Ihnen.
support-next-suspended = Das Passwort war richtig, aber das Konto ist gesperrt, was die Seite nicht gesagt hat. Wer die Organisation verwaltet, kann es wieder aktivieren.
support-next-delayed = Davor kamen zu viele falsche, deshalb wurde dieser Versuch nicht geprüft: Er kann sogar richtig gewesen sein. Die Wartezeit endet von selbst zur unten genannten Zeit. Sobald Sie wissen, wer anruft, können Sie sie sofort beenden.
support-next-closed = Nach fünfzig falschen Codes hintereinander wurde dieser Weg geschlossen. Sie können ihn wieder öffnen, sobald Sie wissen, wer anruft. Hat die Person diese Codes nicht eingegeben, kennt jemand anders das Passwort: Es muss geändert werden.
support-next-clock-slow = Der Code war einige Minuten vorher richtig: Die Uhr des Telefons geht nach. Mit automatischer Uhrzeit in den Einstellungen des Telefons zählt der nächste Code.
support-next-clock-fast = Der Code war einer der kommenden Minuten: Die Uhr des Telefons geht vor. Mit automatischer Uhrzeit in den Einstellungen des Telefons zählt der nächste Code.
support-next-app-used = Der Code war richtig, hatte aber schon einmal gezählt. Der nächste, innerhalb einer halben Minute, zählt wieder.
support-next-app-wrong = Es war nicht der Code der App zu dieser Zeit. Lassen Sie den Eintrag für { $place } öffnen, einen frischen Code abwarten und diesen eingeben. Ist das Telefon neu oder der Eintrag gelöscht, kann kein Code stimmen: Dann muss die MFA-Einrichtung gelöscht werden.
support-next-recovery-used = Dieser Wiederherstellungscode war schon verwendet. Der nächste auf der Liste zählt.
support-next-recovery-wrong = Er gehört nicht zu den Codes, die jetzt zählen. Gibt es zwei Listen, zählt nur die neuere.
support-next-email = Es war nicht der Code aus der neuesten E-Mail, oder dieser zählte nicht mehr: Er gilt fünf Minuten und fünf Versuche. Auf derselben Seite lässt sich ein neuer senden.
support-next-help-desk-code = Es war kein Code von Ihnen, der jetzt zählt. Jeder gilt einmal, bis seine Zeit um ist, und für fünf Versuche. Vergleichen Sie ihn Zeichen für Zeichen oder geben Sie einen neuen aus.
support-next-network = Aus dem Netz { $network } kamen zu viele falsche Antworten, deshalb wird bis { $until } nichts von dort geprüft. Ist es eines Ihrer Büros, nennen Sie es in der Konfiguration unter { $setting }.
problem-not-a-support-code = Ein Supportcode hat fünf Buchstaben und Ziffern, mit einem Strich nach dem zweiten Zeichen.

# Logos

logo-title = Logo
logo-none = Noch keines. Neben dem Namen steht das Zeichen des Portals.
logo-add = Logo hinzufügen
logo-change = Logo ändern
logo-remove = Logo entfernen
logo-remove-what = Ihre Leute sehen ab ihrer nächsten Seite wieder das Zeichen des Portals neben dem Namen. Die Datei wird nicht aufbewahrt.
logo-lead = Es steht oben auf den Seiten Ihrer Leute, sobald ihr Passwort stimmt. E-Mails haben keines.
logo-file = Datei
logo-file-hint = SVG, oder PNG mit höchstens { $side } × { $side } Punkten, bis { $kilobytes } KB. Nehmen Sie das für weißes Papier: Es steht auf Weiß, auch auf dunklen Seiten.
logo-shape = Ein Logo, das mindestens dreimal so breit wie hoch ist, gilt als der Name selbst und steht allein. Neben jedem anderen steht der Name.
logo-upload = Logo hochladen
logo-saved = Das Logo ist gespeichert
logo-saved-next = Ihre Leute sehen es ab ihrer nächsten Seite.
logo-faint = Das Logo ist kaum zu sehen
logo-faint-next = Logos stehen auf Weiß, auf hellen wie auf dunklen Seiten, und fast nichts an diesem ist dunkler als das. Laden Sie die Fassung hoch, die für weißes Papier gemacht ist.
logo-removed = Das Logo ist entfernt
logo-left-out = Etwas in der Zeichnung wurde weggelassen
logo-left-out-next = Fehlt Ihnen unten etwas, speichern Sie das Logo als PNG und laden Sie dieses hoch.
logo-left-script = Skripte: Ein Logo führt nichts aus.
logo-left-animation = Animationen: Ein Logo steht still.
logo-left-text = Text, der auf jedem Gerät anders aussähe. Wandeln Sie ihn im Zeichenprogramm in Pfade um.
logo-left-picture = Bilder in der Zeichnung.
logo-left-effect = Effekte: Filter, Masken, Muster, Markierungen oder Strichelungen.
logo-left-reference = Links und alles, was von anderswo geladen worden wäre.
logo-left-style = Stile, die nicht einfach sind.
logo-left-other = Andere Teile, die nicht gezeichnet werden.
logo-refused = Die Datei wurde nicht angenommen
logo-refused-missing = Wählen Sie zuerst eine Datei.
logo-refused-large = Sie ist zu groß. Speichern Sie sie kleiner, mit höchstens { $kilobytes } KB, und laden Sie sie dann noch einmal hoch.
logo-refused-kind = Sie ist weder SVG noch PNG, was immer ihr Name sagt. Öffnen Sie sie in einem Zeichenprogramm und speichern Sie sie als PNG.
logo-refused-damaged = Sie ist beschädigt oder endet zu früh. Speichern Sie sie noch einmal und laden Sie sie dann hoch.
logo-refused-points = Sie hat zu viele Punkte. Speichern Sie sie mit höchstens { $side } × { $side } und laden Sie sie dann noch einmal hoch.
logo-refused-busy = Gerade laden andere Logos hoch. Wählen Sie die Datei noch einmal aus und laden Sie sie wieder hoch.
logo-refused-document-type = Sie bringt einen Dokumenttyp mit, in dem sich Schaden verbergen kann. Speichern Sie sie als einfaches SVG oder als PNG.
logo-refused-complex = Sie hat mehr Teile, als ein Logo braucht. Vereinfachen Sie sie, oder speichern Sie sie als PNG.
logo-refused-size = Sie sagt nicht, wie groß sie ist. Speichern Sie sie mit Breite und Höhe, oder als PNG.
logo-refused-nothing = Nichts davon kann hier gezeichnet werden. Besteht sie aus Text oder Bildern, wandeln Sie diese in Pfade um, oder speichern Sie sie als PNG.
event-logo-changed = Das Logo der Organisation wurde geändert ({ $kind }, { $width } × { $height }).
event-logo-removed = Das Logo der Organisation wurde entfernt.
event-sign-in-frozen = Das Konto ist eingefroren, deshalb ging die Anmeldung nicht weiter.
event-sign-in-nothing = Ein zweiter Schritt war verlangt, und das Konto hat nichts, wonach gefragt werden könnte.
support-next-frozen = Wer anruft, oder jemand mit Zugriff auf das Postfach, hat „Das war ich nicht“ gesagt. Am Konto ändert sich nichts, bis Sie es freigeben. Finden Sie zuerst heraus, was geschehen ist.
support-next-nothing = Was dieses Konto vorweisen könnte, ist nicht erlaubt oder nicht mehr da. Ein Einrichtungscode öffnet die Einrichtung eines Geräts.
event-asked-too-often-reset = Aus einem Netz wurden zu oft Links zu einem neuen Passwort verlangt, deshalb wird für dort eine Weile keiner verschickt.
event-asked-too-often-help = Aus einem Netz wurde der Helpdesk zu oft gebeten, deshalb erreicht ihn von dort eine Weile nichts.
event-asked-too-often-account = Der Helpdesk wurde um mehr gebeten, als ihn von einem Konto an einem Tag erreicht.
event-asked-too-often-email-code = Ein Code per E-Mail wurde verlangt, bevor die Wartezeit für den nächsten vorbei war.
event-asked-too-often-address = Links an eine andere E-Mail-Adresse wurden öfter verlangt, als sie in einer Stunde verschickt werden.
event-invitation-unknown = Ein Code wurde eingegeben, der keine Einladung öffnet.
event-invitation-over = Der Code der Einladung für { $login } wurde eingegeben, die verbraucht oder abgelaufen ist.
support-next-asked-network = Aus dem Netz { $network } wurde danach so oft gefragt, wie es in einer Stunde geht. Ab { $until } geht es wieder. Ist es eines Ihrer Büros, nennen Sie es in der Konfiguration unter { $setting }.
support-next-asked-account = Drei Bitten eines Kontos am Tag erreichen Sie, und diese kam danach: Sie steht auf keiner Liste. Fragen Sie am Telefon, worum es geht. Das Konto kann ab { $until } wieder bitten.
support-next-asked-email-code = Ein Code wird höchstens einmal in der Minute und einige Male in der Stunde verschickt. Der nächste geht ab { $until } hinaus. Kommt keiner an, prüfen Sie, ob die hinterlegte Adresse stimmt, und lassen Sie im Spam-Ordner nachsehen.
support-next-asked-address = Für ein Konto werden fünf Links in der Stunde verschickt. Der nächste geht ab { $until } hinaus. Prüfen Sie, ob die Adresse richtig eingegeben wurde.
support-next-invitation-unknown = Keine Einladung hat den eingegebenen Code, oder sie ist seit über einem Monat vorbei. Er wird nicht aufbewahrt. Lassen Sie ihn Zeichen für Zeichen mit dem Brief vergleichen, oder laden Sie die Person neu ein.
support-next-invitation-over = Diese Einladung wurde angenommen, zurückgenommen, durch eine neuere ersetzt oder ist abgelaufen. Gehört { $login } noch nicht zu den Personen der Organisation, laden Sie die Person neu ein.
event-act-denied = Es wurde etwas verlangt, was die Rolle nicht erlaubt: { $act }. Es wurde nicht ausgeführt.
permission-see-people = die Liste der Personen lesen
permission-see-audit = das Prüfprotokoll lesen
permission-invite = Personen einladen
permission-accounts = das Konto einer anderen Person ändern
permission-policy = die Richtlinie ändern
permission-applications = die Anwendungen ändern
permission-branding = den Namen, das Logo oder die Kontakte ändern
permission-groups = die Gruppen ändern
permission-remote-logon = die Fernanmeldung ändern
permission-help = jemandem helfen
support-next-act-denied = Die Rolle dieser Person erlaubt es nicht, oder nicht bei diesem Konto. Wer eine höhere Rolle hat, kann es tun oder ihr eine geben, die es erlaubt.
access-factor-suspended = Faktor gesperrt
method-apps = { $count ->
    [one] App
   *[other] { $count } Apps
}
method-recovery = { $count ->
    [one] 1 Wiederherstellungscode
   *[other] { $count } Wiederherstellungscodes
}
access-invited = Eingeladen
access-next-invitations = Weitere Einladungen
access-invitations-none-found = Niemand ist eingeladen, bei dem ein Wort des Namens, des Anmeldenamens oder der Adresse so beginnt.
support-elsewhere = Durch Zufall führt derselbe Code anderswo zu einer weiteren Ablehnung. Gehört diese hier nicht zum Anruf, sehen Sie dort nach:
support-elsewhere-only = Der Code führt an mehreren Stellen zu Ablehnungen und hier zu keiner. Wählen Sie die Stelle, die zum Anruf gehört:
support-elsewhere-nobodys = Anmeldenamen, die niemand hat, und Netze
outsiders-title = Von anderswo
outsiders-what = Menschen aus anderen Organisationen, die hier arbeiten, etwa Techniker eines Dienstleisters. Was sie tun, steht im Prüfprotokoll dieser Organisation. Wer das ganze Portal betreibt, kann auch hier arbeiten und steht nicht in dieser Liste.
outsiders-nobody = Niemand aus einer anderen Organisation hat hier eine Rolle.
outsiders-nobody-next = Wer das Portal betreibt, gibt eine solche Rolle.
outsiders-count = { $people ->
    [one] Eine Person aus einer anderen Organisation hat hier eine Rolle.
   *[other] { $people } Personen aus anderen Organisationen haben hier eine Rolle.
  }
outsiders-see = Ansehen, wer
outsiders-until = Endet
outsiders-for-good = Ohne Ende
outsiders-lend = Jemandem von anderswo eine Rolle geben
outsiders-lend-what = Die Person bekommt diese Rolle ab ihrer nächsten Seite, anstelle jeder, die sie hier hat. Sie erfährt es per E-Mail, und die Prüfprotokolle beider Organisationen halten es fest.
outsiders-login-label = Anmeldename
outsiders-login-hint = Mit dem Kurznamen der Organisation dieser Person, etwa ann@acme.
outsiders-until-hint = Danach endet die Rolle von selbst. Leer lassen für eine Rolle ohne Ende.
outsiders-take = Rolle entziehen
outsiders-take-what = Ab ihrer nächsten Seite sieht die Person nichts mehr von dieser Organisation. Sie erfährt es per E-Mail, und die Prüfprotokolle beider Organisationen halten es fest.
problem-nobody-elsewhere = Diesen Anmeldenamen hat niemand in einer anderen Organisation. Schreiben Sie ihn mit dem Kurznamen der Organisation, etwa ann@acme. Für Ihre eigenen Leute ändern Sie die Rolle auf deren Seite.
event-outsider-suspended = { $login } aus einer anderen Organisation, mit einer Rolle hier, wurde gesperrt.
event-outsider-activated = { $login } aus einer anderen Organisation, mit einer Rolle hier, wurde entsperrt.
event-outsider-deleted = { $login } aus einer anderen Organisation, mit einer Rolle hier, wurde gelöscht und die Rolle mit dem Konto.
event-outsider-organization-suspended = Die Organisation von { $login }, mit einer Rolle hier, wurde gesperrt.
event-outsider-organization-activated = Die Organisation von { $login }, mit einer Rolle hier, wurde entsperrt.
event-outsider-organization-deleted = Die Organisation von { $login }, mit einer Rolle hier, wurde gelöscht; die Rolle endete.
invite-days = Tage, die der Brief gilt
invite-days-hint = Von 1 bis { $most }.
