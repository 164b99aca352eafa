# Portcullis en français.
#
# Vouvoiement. Dire ce qui s’est passé, puis ce qu’il faut faire. Un mot pour une chose : application
# d’authentification, appareil, code, code de récupération, identifiant, compte, assistance.

## Around every page

skip = Aller au contenu
contacts-heading = Besoin d’aide ?
contacts-sign-in = Impossible de vous connecter ?
menu-account = Modifier le profil
menu-applications = Applications
menu-administration = Administration
menu-sign-out = Se déconnecter
wait-over = Vous pouvez continuer.
cancel = Annuler
copy = Copier
copied = Copié
download = Télécharger
print = Imprimer
finish = Terminer
never = Jamais

## Numbers and times

number = { $number }
when-just-now = à l’instant
when-minutes-ago =
    { $minutes ->
        [one] il y a { $minutes } minute
       *[other] il y a { $minutes } minutes
    }
when-days-ago =
    { $days ->
        [one] il y a { $days } jour
       *[other] il y a { $days } jours
    }
when-today = aujourd’hui à { $clock }
when-yesterday = hier à { $clock }
when-tomorrow = demain à { $clock }
when-ahead = { $date } à { $clock }
when-exact = { $date }, { $clock }
clock = { $hour }:{ $minute }
clock-exact = { $hour }:{ $minute }:{ $second }
date =
    { $day ->
        [1] 1er { $month } { $year }
       *[other] { $day } { $month } { $year }
    }
month =
    { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    }

## Signing in

sign-in-title = Connexion
login-label = E-mail ou identifiant
login-hint = Par exemple ann@example.com ou ann@acme
password-label = Mot de passe
password-show = Afficher le mot de passe
password-hide = Masquer le mot de passe
log-in = Se connecter
have-invitation = J’ai une invitation
sign-in-refused = Cet identifiant et ce mot de passe ne vont pas ensemble
sign-in-refused-next = Vérifiez les fautes de frappe et la touche Verr. Maj, puis réessayez. Si tout semble juste, demandez à la personne qui s’occupe de votre compte ici.
sign-in-delayed = Trop d’essais avec cet identifiant
sign-in-delayed-next =
    { $seconds ->
        [one] Réessayez dans { $seconds } seconde, à { $until }. D’ici là, aucun mot de passe n’est vérifié.
       *[other] Réessayez dans { $seconds } secondes, à { $until }. D’ici là, aucun mot de passe n’est vérifié.
    }
sign-in-delayed-next-minutes =
    { $minutes ->
        [one] Réessayez dans { $minutes } minute, à { $until }. D’ici là, aucun mot de passe n’est vérifié.
       *[other] Réessayez dans { $minutes } minutes, à { $until }. D’ici là, aucun mot de passe n’est vérifié.
    }
address-delayed = Trop de mauvaises réponses depuis votre réseau
address-delayed-next =
    { $seconds ->
        [one] Réessayez dans { $seconds } seconde, à { $until }. D’ici là, rien de ce qui en vient n’est vérifié. D’autres utilisent peut-être votre réseau ; si ce n’est pas vous, prévenez l’assistance.
       *[other] Réessayez dans { $seconds } secondes, à { $until }. D’ici là, rien de ce qui en vient n’est vérifié. D’autres utilisent peut-être votre réseau ; si ce n’est pas vous, prévenez l’assistance.
    }
address-delayed-next-minutes =
    { $minutes ->
        [one] Réessayez dans { $minutes } minute, à { $until }. D’ici là, rien de ce qui en vient n’est vérifié. D’autres utilisent peut-être votre réseau ; si ce n’est pas vous, prévenez l’assistance.
       *[other] Réessayez dans { $minutes } minutes, à { $until }. D’ici là, rien de ce qui en vient n’est vérifié. D’autres utilisent peut-être votre réseau ; si ce n’est pas vous, prévenez l’assistance.
    }
signed-out = Déconnexion effectuée
signed-out-next = Sur un ordinateur partagé, fermez aussi la fenêtre du navigateur.
sign-in-ended = Votre connexion a été interrompue
sign-in-ended-next = Elle a duré trop longtemps, ou votre session est fermée. Rien n’a été modifié. Recommencez ici.
signing-in-as = Connexion en tant que { $who }
not-you = Ce n’est pas vous ?

## The app’s code

code-title = Saisir le code
code-title-refused = Code refusé
code-heading = Saisissez le code de votre application
code-explanation = Votre application d’authentification affiche six chiffres pour { $place }.
step-up-heading = Confirmez que c’est bien vous
step-up-recovery-codes = De nouveaux codes de récupération ouvrent votre compte : il faut donc d’abord un code de votre application d’authentification.
step-up-administration = L’administration demande un code de votre application d’authentification, la première fois et après une absence.
step-up-devices = Vos appareils ouvrent votre compte : pour les modifier, il faut confirmer à nouveau que c’est bien vous.
step-up-end-mfa = Pour désactiver la MFA, il faut confirmer à nouveau que c’est bien vous.
step-up-password = Pour un nouveau mot de passe, il faut confirmer à nouveau que c’est bien vous.
step-up-address = Pour une nouvelle adresse, il faut confirmer à nouveau que c’est bien vous.
step-up-record = Ce qui est enregistré à votre sujet ne regarde que vous : il faut donc confirmer à nouveau que c’est bien vous.
step-up-people = Ce qui touche aux comptes d’autres personnes demande de confirmer à nouveau que c’est bien vous, avec un code de votre application.
code-label = Saisissez le code ici
submit-code = Valider le code
code-wrong = Ce n’est pas le code que l’application affiche en ce moment
code-wrong-next = Attendez que l’application en affiche un nouveau, puis saisissez-le.
code-wrong-tip-entry = L’application contient plusieurs entrées ? Prenez celle de { $place }.
code-wrong-tip-clock = Toujours refusé ? Activez l’heure automatique dans les réglages de votre téléphone : les codes dépendent de son horloge.
code-clock-slow =
    { $minutes ->
        [one] L’horloge de votre téléphone retarde d’environ { $minutes } minute
       *[other] L’horloge de votre téléphone retarde d’environ { $minutes } minutes
    }
code-clock-fast =
    { $minutes ->
        [one] L’horloge de votre téléphone avance d’environ { $minutes } minute
       *[other] L’horloge de votre téléphone avance d’environ { $minutes } minutes
    }
code-clock-next = Activez l’heure automatique dans les réglages du téléphone, attendez que l’application affiche un nouveau code, puis saisissez-le.
code-clock-tip-old = Ou bien était-ce un code vu il y a quelques minutes ? Seul compte celui que l’application affiche maintenant.
code-is-recovery-code = Cela ressemble à un code de récupération
code-is-recovery-code-next = Ici, il faut les six chiffres de l’application. Pour utiliser un code de récupération, choisissez « Essayer une autre méthode » ci-dessous.
code-not-six-digits = Un code comporte six chiffres
code-not-six-digits-next = Saisissez seulement les chiffres que l’application affiche maintenant. Une espace entre eux ne gêne pas.
code-already-used = Ce code a déjà été utilisé
code-already-used-next =
    { $seconds ->
        [one] Chaque code sert une fois. Attendez le suivant ({ $seconds } seconde).
       *[other] Chaque code sert une fois. Attendez le suivant ({ $seconds } secondes).
    }
code-delayed = Trop de codes inexacts
code-delayed-next =
    { $seconds ->
        [one] Réessayez dans { $seconds } seconde, à { $until }. D’ici là, aucun code n’est vérifié.
       *[other] Réessayez dans { $seconds } secondes, à { $until }. D’ici là, aucun code n’est vérifié.
    }
code-delayed-next-minutes =
    { $minutes ->
        [one] Réessayez dans { $minutes } minute, à { $until }. D’ici là, aucun code n’est vérifié.
       *[other] Réessayez dans { $minutes } minutes, à { $until }. D’ici là, aucun code n’est vérifié.
    }
code-suspended = Les codes de l’application sont bloqués pour ce compte
code-suspended-next = Cinquante de suite étaient inexacts. Utilisez un code de récupération, ou demandez à l’assistance de rouvrir cette voie.
another-way = Essayer une autre méthode
another-way-none = Il n’y a pas d’autre méthode pour ce compte. Demandez à l’assistance : elle peut vous aider sans votre téléphone.
use-recovery-code = Utiliser un code de récupération
use-recovery-code-left =
    { $left ->
        [one] De la liste que vous avez gardée ; il en reste { $left }
       *[other] De la liste que vous avez gardée ; il en reste { $left }
    }

## A recovery code

recovery-title = Utiliser un code de récupération
recovery-explanation = Il remplace cette fois le code de l’application. Chacun sert une fois : rayez-le de votre liste.
recovery-label = Code de récupération
recovery-hint = 16 lettres et chiffres, par exemple 7KQM-4XPD-H2WN-9TRC. Les tirets et les majuscules sont sans importance.
recovery-wrong = Ce n’est pas l’un de vos codes de récupération
recovery-wrong-next = Comparez-le avec votre liste, groupe par groupe. Si vous avez créé une liste plus récente, elle seule compte.
recovery-already-used = Ce code de récupération a déjà été utilisé
recovery-already-used-next = Rayez-le et prenez-en un autre sur la même liste.
recovery-is-app-code = Cela ressemble au code de votre application
recovery-is-app-code-next = Ici, il faut l’un de vos codes de récupération. Les six chiffres de l’application se saisissent à la page précédente.
recovery-not-a-code = Un code de récupération comporte 16 lettres et chiffres
recovery-not-a-code-next = Saisissez les quatre groupes d’une même ligne. Les six chiffres de l’application se saisissent à la page précédente.
recovery-suspended = Les codes de récupération sont bloqués pour ce compte
recovery-suspended-next = Cinquante de suite étaient inexacts. Utilisez un code de votre application, ou demandez à l’assistance.
use-app-code = Utiliser un code de l’application
use-app-code-note = Six chiffres de votre application d’authentification

## After a recovery code

replace-title = Avez-vous encore votre appareil ?
replace-used =
    { $left ->
        [0] Vous avez utilisé votre dernier code de récupération. La prochaine configuration en donne de nouveaux.
        [one] Vous avez utilisé un code de récupération. Il en reste { $left }.
       *[other] Vous avez utilisé un code de récupération. Il en reste { $left }.
    }
replace-on-record = Voici l’application d’authentification enregistrée :
replace-question = Si l’appareil est perdu ou réinitialisé, configurez-en un autre maintenant. Cela prend environ deux minutes.
replace-nothing-left = Plus aucune application d’authentification n’est enregistrée. Configurez-en une maintenant pour pouvoir vous connecter la prochaine fois.
replace-replace = Configurer un autre appareil
replace-keep = J’ai encore cet appareil : continuer
replace-consequence = L’ancien appareil compte jusqu’à ce que le nouveau ait donné son premier code juste. Ensuite, il est supprimé.
replace-several = Ces appareils sont enregistrés. Si l’un d’eux est perdu ou réinitialisé, configurez-en un autre à sa place.
replace-keep-all = Je les ai encore tous : continuer
replace-consequence-several = L’appareil compte jusqu’à ce que le nouveau ait donné son premier code juste. Ensuite, il est supprimé et les autres restent.

## The wizard

wizard-title = Configurer votre application d’authentification : étape { $step } sur 3
steps-name = Étapes
steps-app = Se procurer une application
steps-scan = Relier l’application
steps-store = Garder les codes
steps-done = (fait)
app-title = Procurez-vous une application d’authentification
app-because-required = { $organization } demande à chacun une deuxième étape à la connexion : un code donné par une application. Vous la configurez une seule fois, en trois minutes environ.
app-because-role = Votre rôle ouvre les comptes d’autres personnes ; il faut donc une deuxième étape : un code donné par une application. Vous la configurez une seule fois, en trois minutes environ.
app-because-replacing = Configurez l’appareil qui remplace l’ancien. L’ancien compte jusqu’à ce que le nouveau ait donné un code juste.
app-because-asked = Désormais, la connexion demandera votre mot de passe et un code donné par une application. Vous la configurez une seule fois, en trois minutes environ.
app-what = L’application affiche six chiffres qui changent toutes les 30 secondes. La plupart de ces applications sont gratuites, et aucune n’a besoin de réseau.
app-have-one = J’ai déjà une application : continuer
app-installed = J’en ai installé une : continuer
app-get-one = Applications au choix
app-get-one-how = Une seule suffit. Installez-la, puis revenez sur cette page et continuez.
app-for-android = Obtenir pour Android
app-for-iphone = Obtenir pour iPhone
app-for-computer = Obtenir pour ordinateur
app-any = Toute autre application convient aussi, si elle lit les clés courantes (basées sur l’heure, six chiffres, 30 secondes).
app-ask = Une question sur une application qui n’est pas citée ? Adressez-vous aux contacts en bas de cette page.
app-ask-admin = Une question sur une application qui n’est pas citée ? Adressez-vous aux responsables de ce portail.
apps-everywhere = Android, iPhone et ordinateurs
apps-phones = Android et iPhone
apps-android = Android
apps-iphone = iPhone
apps-computers = Windows, Mac et Linux
apps-open-plus = Ouvrez l’application et touchez +.
apps-open-add-account = Ouvrez l’application et choisissez « Ajouter un compte ».
apps-open-add = Ouvrez l’application et touchez « Ajouter ».
apps-work-account = Choisissez « Compte professionnel ou scolaire », puis « Scanner un code QR ».
apps-use-qr-code = Choisissez « Utiliser un code QR ».
apps-scan-or-type = Choisissez de scanner un code QR ou de saisir la clé.
apps-camera = Autorisez l’appareil photo, pour que l’application puisse lire le code de l’étape suivante.
apps-continue-here = Revenez sur cette page et continuez.
apps-1password-item = Ouvrez l’élément qui contient cet identifiant et modifiez-le.
apps-1password-field = Ajoutez un champ du type « Mot de passe à usage unique ». La clé de l’étape suivante s’y place.
apps-keepassxc-entry = Créez ou ouvrez l’entrée de cet identifiant.
apps-keepassxc-totp = Dans son menu, choisissez TOTP, puis « Configurer TOTP ». La clé de l’étape suivante s’y place.
scan-title = Relier l’application
scan-how = Dans l’application, choisissez d’ajouter un compte et visez cette image avec l’appareil photo.
scan-qr-name = Code QR avec la clé de { $account }
scan-tap = Ouvrir l’application sur cet appareil
scan-show-key = Afficher la clé secrète pour une configuration manuelle
scan-issuer = Organisation
scan-account = Compte
scan-kind = Type de clé
scan-kind-is = Basée sur l’heure, six chiffres
verify-code = Vérifier le code MFA
scan-code-hint = Les six chiffres que l’application affiche maintenant pour { $issuer }
enable = Activer
scan-good-until = Cette clé attend jusqu’à { $until }. Vous pouvez fermer la page et recommencer : rien ne change tant qu’aucun code n’est juste.
scan-trouble = L’application ne lit pas l’image, ou son code est refusé
scan-trouble-clock = Activez l’heure automatique dans les réglages de votre téléphone. Les codes dépendent de son horloge.
scan-trouble-key = Saisissez la clé secrète au lieu d’utiliser l’appareil photo ; c’est la même clé.
scan-trouble-scanner = Scannez depuis l’application d’authentification. Si l’appareil photo du téléphone ne lit pas ces codes, installez une application de lecture.
scan-trouble-restart = Redémarrez le téléphone, puis réessayez.
store-title = Mettez vos codes de récupération en lieu sûr
store-what = Si votre téléphone est perdu ou cassé, l’un d’eux vous connecte à la place du code de l’application. Chacun sert une fois.
store-only-now = Ils ne sont affichés que cette fois.
store-where = Les bons endroits : une feuille de papier là où vous gardez votre passeport, ou un gestionnaire de mots de passe. Pas le téléphone lui-même : c’est lui qu’ils remplacent.
store-tick = J’ai mis ces codes en lieu sûr
store-made = Créés le { $date }
store-paper-advice = Rayez chaque code dès qu’il a servi. Gardez cette feuille loin de votre téléphone et de votre ordinateur.
store-file-name = codes-de-recuperation.txt
store-file-heading = Codes de récupération pour { $organization }
store-file-account = Compte : { $account }
store-file-advice = Chaque code sert une fois. Si vous créez de nouveaux codes, ceux-ci ne valent plus rien.
new-codes-title = Vos codes de récupération ne sont pas encore en lieu sûr
new-codes-refused = La case n’était pas cochée
new-codes-refused-next = Nous supposons donc que les codes ne sont pas en lieu sûr, et ils ne peuvent pas être affichés une deuxième fois.
new-codes-why = Des codes ont été créés pour vous, et personne n’a confirmé qu’ils sont en lieu sûr. Sans eux, un téléphone perdu vous empêche d’entrer.
new-codes-consequence = Nous allons vous en montrer dix nouveaux. Dès ce moment, ceux que vous avez vus auparavant ne comptent plus.
new-codes-show = Afficher de nouveaux codes de récupération

## The first organization

first-title = Configurez votre organisation
first-explanation = Deux choses sont créées ici : l’organisation, et votre propre compte, qui en est propriétaire.
first-organization = Votre organisation
first-organization-label = Nom de l’organisation
first-organization-hint = Tel que ses membres le connaissent, par exemple Example GmbH
first-slug-label = Nom court
first-slug-hint = Fait partie des identifiants et des adresses, par exemple acme dans ann@acme. Lettres minuscules, chiffres et tirets.
requirement-legend = Qui doit utiliser la MFA
requirement-required = Obligatoire
requirement-required-hint = Chacun configure une application d’authentification à la prochaine connexion et ne va pas plus loin sans elle.
requirement-optional = Facultative
requirement-optional-hint = Demandée à ceux qui l’ont, et à quiconque administre.
requirement-off = Désactivée
requirement-off-hint = Elle n’est pas proposée, sauf à ceux qui administrent : ils en ont besoin de toute façon.
first-you = Vous
first-name-hint = Tel que vos collègues le connaissent
first-login-name-hint = La partie avant le @, par exemple ann
first-email-hint = Vous pouvez aussi l’utiliser pour vous connecter
first-make = Créer l’organisation
first-next = Ensuite, vous configurez une application d’authentification pour votre propre compte.
new-password-label = Choisissez un mot de passe
password-hint-second-step =
    { $minimum ->
        [one] Au moins { $minimum } caractère. Un code est aussi demandé : il peut être court, mais pas facile à deviner.
       *[other] Au moins { $minimum } caractères. Un code est aussi demandé : la longueur compte moins que la difficulté à deviner.
    }
password-hint-alone =
    { $minimum ->
        [one] Au moins { $minimum } caractère, car ici le mot de passe peut être la seule protection du compte.
       *[other] Au moins { $minimum } caractères, car ici le mot de passe peut être la seule protection du compte. Quatre ou cinq mots pris au hasard conviennent bien.
    }

## People’s records

person-name-label = Nom
login-name-label = Identifiant
email-label = E-mail
email-optional-label = E-mail (facultatif)
email-proved = Confirmé
email-unproved = Pas encore confirmé
email-unproved-why = Il ne sert à se connecter qu’une fois confirmé. En attendant, utilisez l’identifiant.
email-none = Aucun enregistré

## Invitations

invitation-code-title = Ouvrir votre invitation
invitation-code-explanation = Le code figure sur la feuille que l’on vous a remise. Il sert une fois.
invitation-code-label = Code d’invitation
invitation-code-hint = Les tirets, les espaces et les majuscules sont sans importance
invitation-code-open = Ouvrir l’invitation
invitation-code-refused = Ce code n’ouvre aucune invitation
invitation-code-refused-next = Comparez-le avec la feuille, groupe par groupe. S’il est juste, il a déjà été utilisé ou a expiré : demandez-en un nouveau à la personne qui vous a invité.
have-account = J’ai déjà un compte
invitation-title = Rejoindre { $organization }
invitation-explanation = Voici ce qui est enregistré à votre sujet. Choisissez un mot de passe pour accepter.
invitation-accept = Accepter l’invitation
invitation-not-you = Si ce n’est pas vous, fermez la page et prévenez la personne qui vous a donné le code. Rien n’est créé tant que vous n’acceptez pas.

## Fields

problems-heading = Certains champs sont à revoir
problem-missing = Il n’y a encore rien ici. Remplissez ce champ pour continuer.
problem-too-long =
    { $max ->
        [one] C’est trop long. Utilisez { $max } caractère.
       *[other] C’est trop long. Utilisez { $max } caractères au plus.
    }
problem-too-short =
    { $min ->
        [one] C’est trop court. Utilisez au moins { $min } caractère.
       *[other] C’est trop court. Utilisez au moins { $min } caractères.
    }
problem-not-an-email = Cela ne ressemble pas à une adresse e-mail. Écrivez-la comme ann@example.com.
problem-not-a-login-name = Utilisez des lettres minuscules, des chiffres, des points et des tirets, et commencez par une lettre, par exemple ann.bauer.
problem-not-a-short-name = Utilisez des lettres minuscules, des chiffres et des tirets, et commencez par une lettre, par exemple acme.
problem-taken = Quelqu’un l’a déjà. Choisissez autre chose.
problem-control-characters = Il s’y trouve des caractères invisibles. Saisissez-le à la main au lieu de le coller.
problem-common = Ce mot de passe est parmi les premiers que l’on devine. Choisissez-en un autre, par exemple quelques mots sans rapport entre eux.
problem-names-you = Ce mot de passe est fait de votre nom ou de celui de votre organisation. Choisissez-en un qui ne dit rien de vous.
problem-one-of = Choisissez l’une de ces possibilités.

## Dashboard and account

dashboard-title = Vos applications
dashboard-empty = Pas encore d’applications
dashboard-empty-next = Ce que votre organisation vous ouvre apparaîtra ici, une tuile pour chaque application.
dashboard-account = Votre compte
devices-label = Appareils
devices-none = Aucun configuré
recovery-codes-label = Codes de récupération
recovery-left = { $left } sur { $total } restants
recovery-made = Créés le { $date }
recovery-none = Aucun créé
recovery-low =
    { $left ->
        [0] Il ne reste aucun code de récupération
        [one] Il ne reste que { $left } code de récupération
       *[other] Il ne reste que { $left } codes de récupération
    }
recovery-low-next = Créez-en de nouveaux tant que vous pouvez encore vous connecter.
recovery-make = Créer de nouveaux codes de récupération
last-sign-in-label = Dernière connexion
last-sign-in-none = C’est votre première
edit-profile = Modifier le profil
account-you = Vous
mfa-settings = Paramètres MFA
mfa-enabled = Activée
mfa-disabled = Désactivée
mfa-not-enabled = Non activée
account-enabled = Après le mot de passe, la connexion demande un code de votre appareil.
account-enabled-required = Après le mot de passe, la connexion demande un code de votre appareil. { $organization } l’exige de tous.
account-disabled = Votre appareil est conservé, mais la connexion ne demande pas son code pour l’instant.
account-not-enabled = La connexion ne demande que votre mot de passe.
account-not-enabled-required = { $organization } exige une deuxième étape : la prochaine connexion vous guide dans sa configuration.
account-device-lost = Perdu ? Connectez-vous avec un code de récupération : la page suivante remplace l’appareil.
device-last-used = Dernière utilisation : { $when }
device-never-used = Pas encore utilisé
device-made = Ajouté le { $date }
recovery-purpose = Pour le jour où votre téléphone est perdu
recovery-for = Un code de récupération vous connecte quand vous n’avez pas votre téléphone. Il remplace le code de l’application, jamais votre mot de passe, et chacun sert une fois.
recovery-no-device = Rien à remplacer pour l’instant
recovery-no-device-next = Les codes de récupération sont créés quand vous configurez une application d’authentification. Aucun appareil n’est configuré pour votre compte.
recovery-not-made = Pas de codes de récupération
recovery-not-made-next = Sans eux, un téléphone perdu veut dire un appel à l’assistance. Créez-en dix maintenant et mettez-les en lieu sûr.
recovery-state-left = Restants
recovery-state-made = Créés le
recovery-new = Nouveaux codes
recovery-new-ends = Vos codes actuels cessent aussitôt de fonctionner, ceux sur papier aussi.
recovery-new-once = Les nouveaux sont affichés une seule fois, pour être copiés, enregistrés ou imprimés.
recovery-new-proof = Un code de votre application vous sera d’abord demandé, sauf si vous venez d’en donner un.

## Administration

access-title = Administration et accès
access-invite = Inviter quelqu’un
access-people = Personnes
access-person = Personne
access-mfa = MFA
access-role = Rôle
access-empty = Il n’y a encore personne ici
access-empty-next = Toute personne qui a un compte apparaîtra ici avec son état MFA. Commencez par inviter quelqu’un.
access-next = Page suivante
access-invitations = Invitations ouvertes
access-no-invitations = Aucune. Une invitation reste ici jusqu’à ce qu’elle soit acceptée ou expire.
access-invitation-until = Valable jusqu’à : { $until }
role-member = Membre
role-auditor = Audit
role-help-desk = Assistance
role-admin = Administration
role-owner = Propriétaire
state-suspended = Suspendu
state-frozen = Gelé
invite-explanation = Vous obtenez une feuille avec un code à remettre. Qui l’a choisit un mot de passe et devient titulaire de ce compte.
invite-name-hint = Tel que les collègues le connaissent
invite-login-name-hint = La partie avant @{ $slug }, par exemple ann
invite-email-hint = Il sert à se connecter dès le début là où vous en répondez : sur un portail à une seule organisation, ou si vous en êtes propriétaire.
invite-make = Créer l’invitation
letter-title = Invitation pour { $name }
letter-only-now = Cette feuille n’est affichée que maintenant
letter-only-now-next = Imprimez-la ou notez le code avant de quitter la page. Remettez-la en main propre ou lisez le code au téléphone : qui a le code peut devenir titulaire de ce compte.
letter-explanation = { $organization } a préparé un compte pour vous. En quatre étapes, il est à vous.
letter-step-open = Dans un navigateur, ouvrez cette adresse :
letter-step-code = Saisissez ce code :
letter-step-password = Choisissez un mot de passe.
letter-step-app = Si on vous le demande, configurez une application d’authentification. La page vous guide.
letter-qr-name = Code QR avec l’invitation pour { $name }
letter-qr-note = Ou scannez ceci : les deux s’ouvrent à la fois
letter-until = Valable jusqu’au
letter-advice = Le code sert une fois. Ne transmettez pas cette feuille, et détruisez-la quand vous avez terminé.

## When something is in the way

trouble-not-found = Cette page n’existe pas
trouble-not-found-what = L’adresse contient une faute de frappe, ou ce qui était ici a été déplacé ou supprimé.
trouble-not-found-next = Vérifiez l’adresse, ou partez de la page d’accueil.
trouble-forbidden = Cette page ne vous est pas ouverte
trouble-forbidden-what = Votre session est ouverte, mais votre rôle ne comprend pas cette page.
trouble-forbidden-next = Si votre travail l’exige, demandez à un administrateur de votre organisation.
trouble-bad-form = Cela n’a pas pu être lu
trouble-bad-form-what = Une partie du formulaire est arrivée sous une forme que nous ne pouvons pas lire ; rien n’a été modifié.
trouble-bad-form-next = Revenez en arrière, rechargez la page et renvoyez le formulaire.
trouble-too-large = C’était trop à la fois
trouble-too-large-what = Il a été envoyé plus que cette page n’accepte ; rien n’a été modifié.
trouble-too-large-next = Revenez en arrière et envoyez-en moins.
trouble-too-slow = L’envoi a pris trop de temps
trouble-too-slow-what = La connexion était trop lente ou s’est coupée avant que tout soit arrivé ; rien n’a été modifié.
trouble-too-slow-next = Revenez en arrière et recommencez l’envoi.
trouble-wrong-type = Cela n’a pas pu être lu
trouble-wrong-type-what = L’envoi avait une forme que cette adresse n’accepte pas ; rien n’a été modifié.
trouble-method = Cette adresse ne s’utilise pas ainsi
trouble-method-what = Elle répond à d’autres demandes que celle-ci. Rien n’a été modifié.
trouble-method-next = Partez de la page d’accueil.
trouble-cross-site = Cela venait d’un autre site
trouble-cross-site-what = Les formulaires ne comptent que s’ils sont envoyés depuis les pages de ce portail ; rien n’a été modifié.
trouble-cross-site-next = Si vous le vouliez vraiment, connectez-vous ici et recommencez.
trouble-wrong-host = Ce n’est pas l’adresse du portail
trouble-wrong-host-what = Le portail ne répond que sous sa propre adresse. Rien n’a été modifié.
trouble-wrong-host-next = Continuez depuis celle-ci. Si un lien vous a conduit ici, prévenez la personne qui vous l’a donné.
trouble-sign-in-ended = Cette connexion est terminée
trouble-sign-in-ended-what = Elle a duré trop longtemps, ou elle s’est terminée dans un autre onglet. Rien n’a été modifié.
trouble-sign-in-ended-next = Recommencez avec votre identifiant et votre mot de passe.
trouble-link-gone = Ce lien n’ouvre plus rien
trouble-link-gone-what = Il a déjà été utilisé, il a expiré, ou une partie de l’adresse manque.
trouble-link-gone-next = Si vous l’avez déjà utilisé, connectez-vous. Sinon, vérifiez que l’adresse a été copiée en entier, ou demandez un nouveau lien là où vous avez obtenu celui-ci.
trouble-busy = Beaucoup de personnes se connectent
trouble-busy-what = Nous n’avons pas pu traiter votre demande à temps. Rien n’a été modifié.
trouble-wait-next =
    { $seconds ->
        [one] Attendez { $seconds } seconde, puis rechargez la page.
       *[other] Attendez { $seconds } secondes, puis rechargez la page.
    }
trouble-unavailable = Le portail est injoignable pour le moment
trouble-unavailable-what = Une partie ne répond pas. Votre compte et vos appareils sont en sécurité.
trouble-unavailable-next = Réessayez dans quelques minutes. Si cela dure, prévenez l’assistance.
trouble-internal = Quelque chose s’est mal passé de notre côté
trouble-internal-what = Vous n’y êtes pour rien, et ce que vous avez envoyé n’a peut-être pas été conservé.
trouble-internal-next = Revenez en arrière et réessayez une fois. Si cela se reproduit, dites à l’assistance ce que vous faisiez et quand.
trouble-sign-in = Se connecter
trouble-home = Aller à la page d’accueil

## Audit logs of the instance

audit-title = Journaux d’audit
audit-explanation = Chaque événement est numéroté et lié au précédent, et les liens sont scellés avec une clé qui n’est pas dans la base de données. La vérification lit chaque journal depuis son premier événement et nomme chaque endroit où des événements ont été modifiés, déplacés, ajoutés ou retirés.
audit-verify = Vérifier maintenant
audit-log = Journal
audit-sealed = Événements scellés
audit-unsealed = En attente de leur sceau
audit-result = Résultat
audit-instance = Celui de l’instance
audit-gone = Une organisation qui n’existe plus
audit-whole = Rien ne manque et rien n’a été modifié
audit-faults =
    { $count ->
        [one] { $count } défaut
       *[other] { $count } défauts
    }
audit-waits-since = le plus ancien depuis : { $since }
audit-more =
    { $count ->
        [one] et { $count } de plus
       *[other] et { $count } de plus
    }
audit-all-whole = Tous les journaux sont intacts.
audit-damaged = Un journal d’audit a été falsifié. Gardez cette base de données comme preuve et comparez-la avec une sauvegarde.
audit-altered = L’événement { $number } a été modifié.
audit-altered-unsealed = Un événement en attente de son sceau a été modifié.
audit-misplaced = L’événement { $number } n’est pas à sa place : il a été déplacé, remplacé ou ajouté.
audit-missing = Les événements { $from } à { $to } manquent.
audit-cut-off = La fin manque : les événements { $from } à { $to }.
audit-behind-head = La tête a été ramenée en arrière : elle indique { $head }, et le dernier événement est { $last }.
audit-no-head = La tête manque.
audit-head-altered = La tête a été modifiée.
audit-empty = Tous les événements manquent.

## Mails

mail-sent-by = Envoyé par { $portal } pour { $organization }.
mail-test-subject = Les e-mails de ce portail arrivent
mail-test-works = Cet e-mail montre que le portail peut écrire à cette adresse.
mail-test-why = { $name } l’a demandé le { $at }. Vous n’avez rien à faire.

## What was done to an account, and by whom

by-you = Par vous, ou par quelqu’un dont la session était ouverte à votre nom.
by-person = Par { $name }.
by-gone = Par quelqu’un dont le compte n’existe plus.
by-owner = Par quelqu’un d’une autre organisation qui peut aider ici.
by-operator = Par l’exploitant de ce portail.
by-portal = Par le portail lui-même.
by-stranger = Par quelqu’un qui n’avait pas ouvert de session.
event-organization-created = L’organisation a été configurée.
event-policy-changed = Les règles de connexion de l’organisation ont été modifiées.
event-account-created = Le compte a été créé, avec l’identifiant { $login }.
event-invited = Une invitation a été créée pour l’identifiant { $login }.
event-invitation-accepted = L’invitation a été acceptée, et le compte { $login } créé.
event-role-member = Le compte a reçu le rôle de membre.
event-role-auditor = Le compte a reçu le rôle d’audit, qui lit tout et ne modifie rien.
event-role-helpdesk = Le compte a reçu le rôle de l’assistance.
event-role-admin = Le compte a reçu le rôle d’administration.
event-role-owner = Le compte a reçu le rôle de propriétaire, qui gère le portail.
event-account-deleted = Le compte { $login } a été supprimé.
event-suspended = Le compte a été suspendu : personne ne peut s’y connecter jusqu’à sa réouverture.
event-activated = Le compte a été rouvert après une suspension.
event-frozen = « Ce n’était pas moi » a été signalé par le lien d’un e-mail. Toutes les sessions ont été fermées, et le compte a été gelé.
event-unfrozen = Le compte a été dégelé : { $reason }
event-unfrozen-password-ended = Le compte a été dégelé, et son ancien mot de passe n’ouvre plus rien : { $reason }
event-unlocked = Les délais après de mauvais mots de passe et codes ont été levés.
event-unlocked-how = Les délais après de mauvais mots de passe et codes ont été levés : { $how }
event-mfa-deleted = Tout ce qui était configuré pour la MFA a été supprimé : { $how }
event-signed-out-everywhere = { $sessions ->
    [0] Le compte a été déconnecté partout ; il n’était connecté nulle part.
    [one] Le compte a été déconnecté partout : une session a été fermée.
   *[other] Le compte a été déconnecté partout : { $sessions } sessions ont été fermées.
}
event-signed-out-everywhere-how = { $sessions ->
    [0] Le compte a été déconnecté partout, sans être connecté nulle part : { $how }
    [one] Le compte a été déconnecté partout et une session a été fermée : { $how }
   *[other] Le compte a été déconnecté partout et { $sessions } sessions ont été fermées : { $how }
}
event-session-ended = La session ouverte depuis { $address } a été fermée et son navigateur oublié : { $how }
event-mfa-required = La MFA a été exigée de ce compte.
event-mfa-not-required = La MFA n’a plus été exigée de ce seul compte.
event-login-unknown = Un identifiant que personne n’a a été saisi.
event-password-wrong = Un mauvais mot de passe a été saisi.
event-password-suspended = Le compte était suspendu ; une connexion a donc été refusée.
event-password-delayed = Après trop de mauvais mots de passe, aucun n’a été vérifié pendant un moment.
event-password-right = Le bon mot de passe a été saisi.
event-password-rehashed = La forme enregistrée du mot de passe a été renouvelée. Le mot de passe est resté le même.
event-code-wrong = Un mauvais code a été saisi.
event-code-wrong-app = Un mauvais code a été saisi à la place de celui de l’application.
event-code-wrong-email = Un mauvais code a été saisi à la place de celui de l’e-mail.
event-code-wrong-recovery = Un mauvais code de récupération a été saisi.
event-code-wrong-help-desk = Un mauvais code a été saisi à la place de celui de l’assistance.
event-code-already-used = Un code déjà utilisé a été saisi.
event-code-delayed = Après trop de mauvais codes, aucun n’a été vérifié pendant un moment.
event-code-suspended = Après cinquante mauvais codes de suite, cette méthode de connexion a été bloquée.
event-codes-tried = Le mot de passe était bon, et le code qui suivait mauvais trois fois de suite.
event-recovery-code-used =
    { $left ->
        [0] Un code de récupération a été utilisé. Il n’en reste aucun.
        [one] Un code de récupération a été utilisé. Il en reste { $left }.
       *[other] Un code de récupération a été utilisé. Il en reste { $left }.
    }
event-signed-in = Connexion avec le mot de passe seul.
event-signed-in-app = Connexion avec le mot de passe et un code de l’application.
event-signed-in-recovery = Connexion avec le mot de passe et un code de récupération.
event-signed-in-email = Connexion avec le mot de passe et un code reçu par e-mail.
event-signed-out = Déconnexion.
event-stepped-up = Identité confirmée à nouveau, pour : { $act }.
event-enrollment-started = La configuration d’un appareil a été commencée.
event-device-added = L’appareil { $name } a été ajouté.
event-device-removed = L’appareil { $name } a été supprimé.
event-device-replaced = L’appareil { $name } a été supprimé, parce qu’un autre a pris sa place.
event-recovery-codes-made = De nouveaux codes de récupération ont été créés. Les anciens ne fonctionnent plus.
event-recovery-codes-stored = Les codes de récupération ont été déclarés mis en lieu sûr.
event-device-kept = Après l’utilisation d’un code de récupération, l’appareil a été conservé.
event-address-delayed = Après trop de mauvaises réponses d’un réseau, aucune de là n’a été vérifiée pendant un moment.
event-access-denied = L’administration a été demandée et n’a pas été ouverte.
event-master-key-changed = Une autre clé maîtresse est en service : { $key }. Les clés des organisations sont de nouveau enveloppées avec elle.
event-master-key-retired = La clé maîtresse { $key } n’est plus nécessaire.
event-audit-verified = Les journaux d’audit ont été vérifiés.
event-audit-exported = Le journal d’audit a été exporté.

## Mails about an account

notice-when = Cela s’est passé le { $at }.
notice-from = Depuis
notice-not-me-what = Si vous ne savez pas pourquoi, signalez-le avec ce lien. Après votre confirmation, toutes les sessions de votre compte sont fermées et rien ne peut y être modifié. Il est valable sept jours.
notice-not-me = Ce n’était pas moi
notice-ask = Des questions ? Adressez-vous ici :
notice-ask-operator = Des questions ? Adressez-vous aux responsables de ce portail.
notice-frozen = Votre compte est gelé
notice-unfrozen = Votre compte n’est plus gelé
notice-deleted = Votre compte a été supprimé
notice-role-given = Votre compte a un nouveau rôle
notice-suspended = Votre compte est suspendu
notice-activated = Votre compte est rouvert
notice-unlocked = Les délais de votre compte ont été levés
notice-mfa-deleted = Votre configuration MFA a été supprimée
notice-signed-out-everywhere = Vos sessions ont été fermées partout
notice-session-ended = Une de vos sessions a été fermée
notice-required = Ce que la connexion à votre compte exige a changé
notice-codes-tried = Quelqu’un connaît votre mot de passe
notice-recovery-code-used = Un code de récupération de votre compte a été utilisé
notice-recovery-codes-made = Votre compte a de nouveaux codes de récupération
notice-device-added = Un appareil a été ajouté à votre compte
notice-device-removed = Un appareil a été supprimé de votre compte
notice-device-replaced = Un appareil de votre compte a été remplacé

## Codes by email and from the help desk, as the record tells of them

event-code-expired = Un code qui ne comptait plus a été saisi.
event-email-code-sent = Un code a été envoyé à l’adresse enregistrée.
event-email-proved = Il a été démontré que la boîte enregistrée appartient au titulaire du compte.
event-email-codes-taken-up = Les codes par e-mail sont devenus la deuxième étape de la connexion.
event-email-codes-stopped = Les codes par e-mail ne sont plus demandés.
event-enrollment-code-issued = L’assistance a donné un code de configuration qui, avec le mot de passe, ouvre la configuration de la MFA : { $how }
event-reset-code-issued = L’assistance a donné un code de réinitialisation, qui ouvre un nouveau mot de passe : { $how }
event-code-not-issued = L’assistance n’a pas donné de deuxième code : il y faut une autre personne.
event-enrollment-code-used = Le code de configuration a été utilisé.
event-reset-code-used = Le code de réinitialisation a été utilisé.
notice-email-codes-taken-up = Votre compte demande désormais des codes par e-mail
notice-email-codes-stopped = Votre compte ne demande plus de codes par e-mail
notice-enrollment-code-issued = L’assistance a donné un code de configuration pour votre compte
notice-reset-code-issued = L’assistance a donné un code de réinitialisation pour votre compte

## “This wasn’t me”, and frozen accounts

not-me-title = Était-ce quelqu’un d’autre ?
not-me-what = Si vous le confirmez, votre compte est gelé aussitôt :
not-me-signs-out = Toutes les sessions sont fermées, dans chaque navigateur, et aucun navigateur n’est retenu.
not-me-no-change = Mot de passe, adresse, appareils et codes de récupération ne peuvent être modifiés par personne, pas même par vous.
not-me-sign-in = Vous pouvez toujours vous connecter avec votre mot de passe et un code.
not-me-help = Il reste gelé jusqu’à ce que l’assistance vous ait parlé.
not-me-confirm = Ce n’était pas moi : geler mon compte
not-me-was-you = Si c’était finalement vous, fermez cette page. Rien n’a changé.
not-me-done-title = Votre compte est gelé
not-me-done-what = Toutes les sessions sont fermées, et rien de ce qui l’ouvre ne peut être modifié.
not-me-done-next = Dites maintenant à l’assistance ce qui s’est passé. Elle trouve ce qui a été fait, dégèle le compte et vous aide à obtenir un nouveau mot de passe.
not-me-done-mail = Quelqu’un connaît peut-être aussi le mot de passe de votre messagerie. Si c’est le même, changez-le.
trouble-frozen = Votre compte est gelé
trouble-frozen-what = Quelqu’un a signalé « Ce n’était pas moi » par le lien d’un e-mail au sujet de ce compte. Depuis, rien de ce qui l’ouvre ne peut être modifié, et personne n’entre sans code.
trouble-frozen-next = Demandez à l’assistance de le dégeler.
trouble-person-frozen = Ce compte est gelé
trouble-person-frozen-what = Quelqu’un a signalé « Ce n’était pas moi » par le lien d’un e-mail au sujet de ce compte. Tant qu’il n’est pas dégelé, rien de ce qui l’ouvre ne peut être modifié.
trouble-person-frozen-next = Dégelez-le d’abord, une fois que vous savez qui demande.

## Browsers and sessions

event-signed-in-browser = Connexion avec le mot de passe, dans un navigateur retenu.
event-sessions-ended =
    { $sessions ->
        [one] Déconnexion ailleurs ({ $sessions } session).
       *[other] Déconnexion ailleurs ({ $sessions } sessions).
    }
event-browser-remembered = Un navigateur a été retenu, pour qu’aucun code ne lui soit demandé pendant un temps.
event-browser-forgotten = Un navigateur a été oublié. Sa prochaine connexion comptera comme celle d’un nouveau navigateur.
event-browser-forgotten-remembered = Un navigateur a été oublié. Un code lui est de nouveau demandé.
event-browser-stolen = Une copie de ce qui fait reconnaître un navigateur a été utilisée. Le navigateur a été oublié, et les sessions qui y étaient ouvertes ont été fermées.
notice-new-browser = Une connexion depuis un nouveau navigateur
notice-browser-stolen = Un navigateur retenu de votre compte a peut-être été copié
browser-remember =
    { $days ->
        [one] Retenir ce navigateur pendant { $days } jour
       *[other] Retenir ce navigateur pendant { $days } jours
    }
browser-remember-hint = La connexion ici ne demande alors que votre mot de passe. Laissez la case vide sur un appareil que d’autres utilisent aussi.
sessions-title = Sessions ouvertes
sessions-open = Où votre session est ouverte
session-browser = { $name }
session-browser-unknown = Un navigateur dont nous ne connaissons pas le nom
session-here = Ce navigateur
session-opened = Connexion : { $when }
session-used = Dernière activité : { $when }
session-end = Déconnecter
sessions-end-others = Déconnecter partout ailleurs
sessions-end-others-what = Seul ce navigateur reste connecté, et aucun autre n’est retenu.
sessions-nowhere-else = Aucune autre session n’est ouverte.
browsers-known = Navigateurs qui ont servi à vous connecter
browsers-known-what = Les mauvais mots de passe que d’autres saisissent ailleurs ne vous bloquent pas dans ceux-ci. Vous recevez un e-mail quand quelqu’un se connecte avec un navigateur qui n’en fait pas partie.
browsers-none = Aucun navigateur n’est connu
browsers-none-next = Le prochain avec lequel vous vous connectez apparaît ici.
browser-used = Dernière connexion : { $when }
browser-since = Connu depuis le { $date }
browser-remembered-until = Aucun code demandé jusqu’au { $date }
browser-forget = Oublier
browser-forget-what = Un navigateur oublié reste connecté jusqu’à ce que vous le déconnectiez. Sa prochaine connexion compte comme celle d’un nouveau navigateur et, si la MFA est activée, demande un code.
account-sessions = Sessions ouvertes
account-sessions-what = Où votre session est ouverte, et les navigateurs qui ont servi à vous connecter

## The member's own profile, password and address

profile-language = Langue
profile-language-browser = Selon le navigateur
profile-zone = Fuseau horaire
profile-zone-hint = Les heures de ces pages et des e-mails y sont données
profile-zone-portal = Celui du portail ({ $zone })
profile-zone-portal-unnamed = Celui du portail
profile-save = Enregistrer
profile-saved = Votre profil est enregistré
profile-saved-next = Les pages et les e-mails s’y conforment désormais.
profile-login = Comment vous vous connectez
password-change = Changer le mot de passe
password-change-explanation = Il compte dès que vous l’enregistrez. Tous les autres navigateurs connectés à votre compte sont déconnectés.
password-current-label = Mot de passe actuel
password-changed = Votre mot de passe est changé
password-changed-next = Votre session reste ouverte ici, et nulle part ailleurs.
password-current-wrong = Ce n’est pas votre mot de passe actuel
password-current-wrong-next = Rien n’a été modifié. Saisissez-le comme pour vous connecter.
password-current-delayed = Trop d’essais avec votre mot de passe actuel
password-not-changed = Le mot de passe n’a pas été changé
password-not-changed-next = Quelque chose a changé entre-temps dans votre compte. Saisissez encore une fois les deux mots de passe ; si cela se reproduit, demandez à l’assistance.
event-step-up-asked = Sans confirmer à nouveau l’identité, on a tenté : { $act }. Cela n’a pas été fait.
act-recovery-codes = de nouveaux codes de récupération
act-administration = l’administration
act-devices = un changement d’appareils ou de codes par e-mail
act-end-mfa = la désactivation de la MFA ou des codes par e-mail
act-password = un nouveau mot de passe
act-address = une autre adresse
act-record = ce qui est enregistré sur le compte
act-people = une action sur les comptes d’autres personnes
act-remote-logon = une modification de la connexion à distance
event-name-changed = Le nom { $from } a été remplacé par { $to }.
event-language-changed = Une autre langue a été choisie.
event-time-zone-changed = Un autre fuseau horaire a été choisi.
event-password-changed = Le mot de passe a été changé, et toutes les autres sessions fermées.
event-reset-asked = Un lien vers un nouveau mot de passe a été demandé et envoyé à l’adresse enregistrée.
event-reset-opened = Le lien envoyé vers un nouveau mot de passe a été utilisé. Le mot de passe est resté le même.
event-password-reset = Le mot de passe oublié a été remplacé par un nouveau, et toutes les sessions fermées.
event-address-asked = Un lien pour confirmer l’adresse { $address } a été demandé et y a été envoyé.
event-address-added = L’adresse { $address } a été enregistrée et confirmée. Elle sert à se connecter.
event-address-changed = L’adresse { $from } a été remplacée par { $address }.
notice-password-changed = Votre mot de passe a été changé
notice-password-reset = Votre mot de passe a été remplacé par un nouveau
notice-address-asked = Une adresse doit être confirmée pour votre compte
notice-address-changed = Votre adresse a été modifiée
notice-name-changed = Le nom de votre compte a été modifié
notice-language-changed = La langue de votre compte a été modifiée

## A forgotten password

forgot-link = Mot de passe oublié ?
forgot-title = Mot de passe oublié ?
forgot-explanation = Saisissez ce avec quoi vous vous connectez. Si une adresse e-mail confirmée y correspond, vous y recevez un lien vers un nouveau mot de passe.
forgot-send = M’envoyer un lien
forgot-sent = Consultez votre boîte de réception
forgot-sent-what = Si un compte avec une adresse confirmée a cet identifiant, un lien est en route vers elle. Il est valable 30 minutes.
forgot-sent-next = Rien reçu ? Regardez dans le dossier des courriers indésirables. Sans adresse confirmée, ou après plusieurs liens en une heure, seule l’assistance peut vous aider.
reset-title = Choisir un nouveau mot de passe
reset-explanation = Continuez ici. Si vous avez configuré la MFA, votre code vous sera demandé ensuite. Votre mot de passe reste tel quel jusqu’à ce que vous en ayez choisi un autre.
reset-go-on = Continuer
reset-not-you = Vous n’avez rien demandé ? Fermez la page : rien n’a changé.
new-password-title = Choisir un nouveau mot de passe
new-password-explanation = Pour { $who }. Une fois enregistré, tous les navigateurs connectés à votre compte sont déconnectés, et vous vous connectez de nouveau.
new-password-save = Enregistrer le nouveau mot de passe
reset-done = Votre nouveau mot de passe est enregistré
reset-done-next = Connectez-vous avec.
code-explanation-reset = Avant de choisir un nouveau mot de passe, montrez que c’est bien vous : ouvrez votre application d’authentification et saisissez le code de { $place }.
mail-reset-subject = Un lien vers un nouveau mot de passe
mail-reset-what = Quelqu’un a demandé un nouveau mot de passe pour { $login }. Si c’était vous, continuez ici :
mail-reset-until = Le lien est valable jusqu’au { $until } et sert une fois.
mail-reset-not-you = Si ce n’était pas vous, il n’y a rien à faire : votre mot de passe reste tel quel. Ne donnez le lien à personne.
forgot-code = J’ai un code de l’assistance
reset-code-title = Un code de l’assistance
reset-code-explanation = L’assistance vous donne un code quand vous ne pouvez pas recevoir de lien. Il ouvre une fois la voie vers un nouveau mot de passe.
reset-code-label = Code
reset-code-hint = Lettres et chiffres, tels qu’on vous les a dits ou imprimés
reset-code-refused = Cet identifiant et ce code n’ouvrent rien
reset-code-refused-next = Vérifiez les deux. Un code donné au téléphone est valable une heure, et après cinq essais il est bloqué : demandez-en alors un autre à l’assistance.

## Mailed invitations

event-invitation-sent-again = L’invitation pour { $login } a été renvoyée.
event-invitation-revoked = L’invitation pour { $login } a été retirée.
invite-explanation-mail = Par e-mail, la personne reçoit un lien valable trois jours. Sur papier, vous obtenez une feuille avec un code à remettre. Qui l’ouvre choisit un mot de passe et devient titulaire de ce compte.
invite-email-hint-mail = Le lien y est envoyé, et l’acceptation confirme l’adresse. Sur papier, elle peut manquer.
invite-send = Envoyer l’invitation
invite-make-sheet = Créer plutôt une feuille
access-invitation-mailed = Envoyée à { $address }
invited-mailed = Dernier envoi
invited-send-again = Renvoyer
invited-send-again-what = Un nouveau lien part à la même adresse, valable trois jours. Le lien envoyé auparavant cesse aussitôt de fonctionner.
invited-too-soon = Le dernier e-mail vient d’être envoyé
invited-too-soon-next = Laissez-lui une minute pour arriver, puis renvoyez-le. Son lien fonctionne toujours.
invited-revoke = Retirer l’invitation
invited-revoke-what = Le lien ou le code cesse aussitôt de fonctionner, et { $name } ne peut plus accepter. Rien d’autre ne change ; vous pouvez inviter de nouveau cette personne.
mail-invitation-subject = Votre invitation à rejoindre { $organization }
mail-invitation-ready = { $name }, un compte chez { $organization } vous attend. Choisissez un mot de passe, et il est à vous.
mail-invitation-until = Le lien sert une fois, jusqu’au { $until }.
mail-invitation-not-you = Vous n’attendiez rien de tel ? Alors ne faites rien : aucun compte n’est créé tant que l’invitation n’est pas acceptée.

## The member's own record

record-title = Votre historique
activity-title = Activité
activity-what = Tout ce qui a été fait sur votre compte, le plus récent d’abord : par vous, par d’autres et par le portail.
activity-newest = Revenir au plus récent
activity-none = Rien n’est plus enregistré.
activity-older = Afficher l’activité plus ancienne
activity-strange = Y a-t-il quelque chose que vous ne vous expliquez pas ? Prévenez l’assistance.

## A code by email

email-code-title = Saisissez le code reçu par e-mail
email-code-heading-set-up = D’abord, confirmez que la boîte de réception est à vous
email-code-sign-in = Un code par e-mail est la deuxième étape de la connexion.
email-code-set-up = { $place } exige une deuxième étape. Avant de la configurer, un code par e-mail montre que c’est bien vous.
email-code-reset = Un code par e-mail montre que c’est bien vous qui voulez un nouveau mot de passe.
email-code-sent = Un code a été envoyé à { $to }. Il comporte six chiffres et vaut jusqu’à { $until }. S’il n’est pas là, regardez dans les courriers indésirables.
email-code-not-sent = Les codes sont envoyés à { $to }. Aucun qui compte ici n’a encore été envoyé.
email-code-send = Envoyer un code
email-code-resend = Envoyer un autre code
email-code-next =
    { $seconds ->
        [one] Un autre peut être envoyé dans { $seconds } seconde. Il remplace le dernier.
       *[other] Un autre peut être envoyé dans { $seconds } secondes. Il remplace le dernier.
    }
email-code-next-minutes =
    { $minutes ->
        [one] Un autre peut être envoyé dans { $minutes } minute. Il remplace le dernier.
       *[other] Un autre peut être envoyé dans { $minutes } minutes. Il remplace le dernier.
    }
email-code-wrong = Ce n’est pas le code du dernier e-mail
email-code-wrong-next = Seul le plus récent compte, et seulement sur la page qui l’a demandé. Comparez les chiffres avec celui-là.
email-code-not-six-digits-next = Saisissez seulement les chiffres de l’e-mail. Une espace entre eux ne gêne pas.
email-code-is-recovery-code-next = Ici, il faut les six chiffres de l’e-mail. Si des codes de récupération vous sont ouverts, ils sont sous « Essayer une autre méthode » ci-dessous.
email-code-expired = Ce code ne compte plus
email-code-expired-next = Faites-en envoyer un autre et saisissez-le dans les cinq minutes.
email-code-used-up = Ce code est bloqué après cinq mauvais essais
email-code-too-soon = Aucun autre code n’a encore été envoyé
email-code-too-soon-next =
    { $seconds ->
        [one] Les codes ne sont envoyés que de temps en temps. Un autre peut être envoyé dans { $seconds } seconde, à { $until }.
       *[other] Les codes ne sont envoyés que de temps en temps. Un autre peut être envoyé dans { $seconds } secondes, à { $until }.
    }
email-code-too-soon-next-minutes =
    { $minutes ->
        [one] Les codes ne sont envoyés que de temps en temps. Un autre peut être envoyé dans { $minutes } minute, à { $until }.
       *[other] Les codes ne sont envoyés que de temps en temps. Un autre peut être envoyé dans { $minutes } minutes, à { $until }.
    }
email-code-suspended = Les codes par e-mail sont bloqués pour ce compte
email-code-suspended-next = Cinquante de suite étaient inexacts. Utilisez une autre méthode, ou demandez à l’assistance de rouvrir celle-ci.
email-code-no-other-way = Il n’y a pas d’autre méthode pour ce compte. Demandez à l’assistance si aucun e-mail n’arrive.
code-is-mailed = Cela ressemble au code de l’e-mail
code-is-mailed-next = Ici, il faut les six chiffres de l’application. Pour utiliser celui de l’e-mail, choisissez « Essayer une autre méthode » ci-dessous.
use-email-code = Utiliser un code par e-mail
use-email-code-note = Six chiffres, envoyés à votre adresse
use-enrollment-code = Utiliser un code de configuration
use-enrollment-code-note = Si l’assistance vous en a donné un
choose-again = Choisir une autre deuxième étape
choose-again-note = Une application d’authentification, ou des codes par e-mail

## An app, or codes by email

way-title = Choisissez votre deuxième étape
way-why = { $place } demande à chacun une deuxième étape à la connexion, en plus du mot de passe.
way-app = Utiliser une application d’authentification
way-app-note = Une application sur votre téléphone affiche un code. C’est plus sûr, et sans réseau.
way-email = Recevoir des codes par e-mail
way-email-note = À chaque connexion, un code est envoyé à { $to }. Qui lit vos e-mails peut le lire aussi.
way-later = Vous pourrez changer cela dans les paramètres MFA.

## A code from the help desk

enrollment-code-title = Saisissez votre code de configuration
enrollment-code-why = { $place } demande un code de l’assistance avant la configuration de la deuxième étape. Demandez-en un si vous n’en avez pas.
enrollment-code-why-reset = Le lien est venu par e-mail, et vos codes aussi. L’assistance doit donc savoir que c’est bien vous : demandez-lui un code.
enrollment-code-label = Code de configuration
enrollment-code-hint = 8 lettres et chiffres, par exemple 7KQM-4XPD, ou 16 d’une lettre. Les tirets et les majuscules sont sans importance.
enrollment-code-wrong = Ce n’est pas le dernier code donné
enrollment-code-wrong-next = Comparez-le encore une fois. Après cinq mauvais essais, l’assistance doit en donner un autre.
enrollment-code-not-a-code = Un code de configuration comporte 8 ou 16 lettres et chiffres
enrollment-code-not-a-code-next = Saisissez tous ses groupes.
enrollment-code-gone = Aucun code de configuration n’est ouvert pour ce compte
enrollment-code-gone-next = Il a été utilisé, est arrivé trop tard ou a été mal saisi trop souvent. Demandez-en un autre à l’assistance.
enrollment-code-suspended = Les codes de configuration sont bloqués pour ce compte
enrollment-code-suspended-next = Cinquante de suite étaient inexacts. Demandez à l’assistance de rouvrir cette voie.

## The mail with a code

mail-code-subject = Votre code de connexion
mail-code-subject-set-up = Votre code pour configurer la MFA
mail-code-subject-step-up = Votre code pour confirmer que c’est bien vous
mail-code-subject-reset = Votre code pour un nouveau mot de passe
mail-code-sign-in = Saisissez-le sur la page où vous vous connectez. Il vaut jusqu’à { $until }, pendant cinq minutes.
mail-code-set-up = Saisissez-le sur la page où vous vous connectez pour la première fois avec la MFA. Il vaut jusqu’à { $until }, pendant cinq minutes.
mail-code-step-up = Saisissez-le sur la page qui vous demande de confirmer que c’est bien vous. Il vaut jusqu’à { $until }, pendant cinq minutes.
mail-code-reset = Saisissez-le sur la page où vous choisissez un nouveau mot de passe. Il vaut jusqu’à { $until }, pendant cinq minutes.
mail-code-asked-by = Demandé depuis
mail-code-asked-at = Le { $at }.
mail-code-not-you = Ce n’était pas vous ?
mail-code-not-you-next = Alors quelqu’un connaît votre mot de passe. Personne n’entre sans ce code : ne le donnez à personne, pas même à l’assistance. Changez votre mot de passe, ou prévenez l’assistance.
mail-code-no-link = Cet e-mail ne contient aucun lien de connexion, et n’en contiendra jamais.

## The mail queue, for those who run the instance

queue-title = Courrier
queue-off = Aucun serveur de messagerie n’est configuré
queue-off-next = Rien de ce qui demande un e-mail n’est proposé : ni codes par e-mail, ni liens, ni avis. Pour changer cela, renseignez smtp.url et smtp.from dans la configuration.
queue-server = Les e-mails partent par { $server }. Ce qui n’y est pas accepté est retenté pendant deux jours ; ce qui est refusé pour de bon est abandonné aussitôt.
queue-caught = Les e-mails sont gardés ici au lieu d’être envoyés.
queue-waiting = En attente
queue-failed = Abandonnés en sept jours
queue-unsent = Non envoyés
queue-to = À { $address }
queue-queued = Mis en file : { $when }
queue-waits = Part en premier
queue-again = Nouvel essai : { $at }
queue-given-up = Abandonné
queue-tries =
    { $tries ->
        [one] { $tries } essai
       *[other] { $tries } essais
    }
queue-try = Réessayer
queue-try-all = Tout réessayer maintenant
queue-test = Envoyer un e-mail d’essai
queue-test-hint = Où il est envoyé
queue-test-send = Envoyer un e-mail d’essai
queue-tested = Un e-mail d’essai est dans la file
queue-tested-next = Il part en quelques secondes. Sinon, rechargez cette page : la cause figure à côté.

## The member's email address

address-title = Changer l’adresse e-mail
address-explanation = Un lien est envoyé à l’adresse que vous saisissez. Dès qu’il y est ouvert, cette adresse sert à vous connecter et reçoit vos e-mails ; d’ici là, rien ne change. L’adresse précédente en est avertie.
address-on-record = Enregistrée
address-waiting = En attente de confirmation
address-waiting-until = Valable jusqu’à : { $until }. Si rien n’est arrivé, regardez dans les courriers indésirables ou envoyez un autre lien.
address-hint = Personne d’autre que vous ne devrait lire ce qui y est envoyé
address-send = Y envoyer un lien
address-already = Cette adresse est déjà la vôtre
address-already-next = Elle est enregistrée et confirmée. Saisissez-en une autre pour la changer.
address-too-many = Trop de liens ont été envoyés
address-too-many-next = Attendez une heure, puis envoyez-en un autre.
address-not-now = Aucun lien n’a été envoyé
address-not-now-next = Quelque chose a changé entre-temps dans votre compte. Rechargez la page et recommencez l’envoi.
address-confirm = Confirmer cette adresse
address-confirm-explanation = Dès lors, elle sert à se connecter à ce compte et reçoit ses e-mails.
address-confirm-not-you = Vous ne savez rien de ce compte ? Fermez la page : rien n’a changé.
organization-label = Nom de l’organisation
address-done = Votre adresse est confirmée
address-done-next = Vous pouvez désormais vous connecter avec elle.
address-taken = Cette adresse sert à se connecter à un autre compte
address-taken-next = Une adresse appartient à un seul compte. Rien n’a été modifié. Si les deux comptes sont à vous, donnez d’abord une autre adresse à l’autre.
mail-address-subject = Confirmez votre adresse e-mail
mail-address-what = Quelqu’un dit que cette adresse appartient au compte { $login }. Si c’est vous, ouvrez ce lien et confirmez-le :
mail-address-not-you = Si vous ne savez rien de ce compte, il n’y a rien à faire. Ne donnez le lien à personne.

## MFA settings: proving again

again-submit = Confirmer
again-wrong = Ce n’est pas votre mot de passe
again-wrong-next = Vérifiez les fautes de frappe et la touche Verr. Maj, puis réessayez.
again-delayed = Trop de mots de passe inexacts
again-suspended = Le mot de passe n’est plus vérifié ici
again-suspended-next = Cinquante de suite étaient inexacts. Déconnectez-vous et reconnectez-vous : cela confirme aussi que c’est bien vous.

## MFA settings

enable-mfa = Activer la MFA
enable-mfa-next = Vous verrez un code QR pour votre application d’authentification. Rien ne change tant qu’aucun de ses codes n’est juste.
disable = Désactiver
disable-keeps = La connexion ne demande alors que votre mot de passe. Vos appareils et vos codes de récupération sont conservés, pour que vous puissiez réactiver la MFA avec le même téléphone.
mfa-not-offered = Votre organisation ne propose pas la MFA : la connexion ne demande donc que votre mot de passe.
mfa-enable-hint = Un code de l’un de vos appareils réactive la MFA
mfa-replaces = Ceci remplace { $device }, qui compte jusqu’à ce qu’un code du nouvel appareil soit juste. Vos codes de récupération sont alors renouvelés aussi.
mfa-codes-not-stored-next = Créez-en de nouveaux et mettez-les en lieu sûr. Sans eux, un téléphone perdu vous empêche d’entrer.
mfa-trouble = Un code est refusé, ou le code QR n’est pas lu
device-unnamed = Application d’authentification
device-name-label = Nom de l’appareil
device-name-hint = Pour le reconnaître plus tard, par exemple Téléphone du bureau
device-rename = Renommer
device-rename-title = Renommer l’appareil
device-rename-save = Enregistrer
device-replace = Nouveau téléphone
device-delete = Supprimer
device-add = Ajouter un autre appareil
device-new-phone = Un nouveau téléphone ? Choisissez « Nouveau téléphone » à côté de l’ancien : celui-ci compte jusqu’à ce que le nouveau ait donné un code juste.
device-delete-title = Supprimer { $device } ?
device-delete-entry = Ses codes ne comptent plus. Supprimez aussi l’entrée dans l’application : elle ne peut plus servir.
device-delete-leaves-device = La connexion continue de demander un code de vos autres appareils.
device-delete-leaves-email = La connexion continue de demander un code par e-mail.
device-delete-leaves-nothing = C’est votre dernier appareil : la connexion ne demande alors que votre mot de passe, et vos codes de récupération ne valent plus rien.
device-delete-sessions = Vos sessions sont fermées partout ailleurs.
device-delete-do = Supprimer l’appareil
trouble-mfa-required = La MFA est exigée de vous
trouble-mfa-required-what = Elle ne peut donc pas être désactivée, ni votre dernier appareil supprimé. Rien n’a été modifié.
trouble-mfa-required-next = Pour utiliser un autre téléphone, choisissez « Nouveau téléphone » dans les paramètres MFA : l’ancien disparaît dès que le nouveau fonctionne.
trouble-mfa-not-offered = La MFA n’est pas proposée ici
trouble-mfa-not-offered-what = Votre organisation l’a désactivée : il n’y a donc rien à configurer. Rien n’a été modifié.
trouble-mfa-not-offered-next = Si vous la souhaitez quand même, demandez à un administrateur de l’exiger pour votre compte.
trouble-email-codes-not-permitted = Les codes par e-mail ne sont pas autorisés ici
trouble-email-codes-not-permitted-what = Pour votre compte, les codes par e-mail ne font pas partie des moyens que votre organisation autorise. Rien n’a été modifié.
trouble-email-codes-not-permitted-next = Utilisez plutôt une application d’authentification.
event-mfa-switched-off = La MFA a été désactivée. Les appareils et les codes de récupération ont été conservés.
event-mfa-switched-on = La MFA a été réactivée.
event-device-renamed = L’appareil { $from } a été renommé { $to }.
event-recovery-codes-ended = Les codes de récupération ont pris fin : aucun d’eux ne fonctionne plus.
notice-mfa-switched-off = La MFA a été désactivée pour votre compte
notice-mfa-switched-on = La MFA a été activée pour votre compte

## Mail of a throw-away portal

demo-mail-title = E-mails interceptés
demo-mail-explanation = Ceci est un portail d’essai : ce qu’il enverrait par e-mail figure ici à la place, pour quiconque ouvre cette page.
demo-mail-none = Pas encore d’e-mail
demo-mail-none-next = Connectez-vous avec l’adresse et le mot de passe d’une personne, puis rechargez cette page.

## Paramètres MFA : codes par e-mail

account-email-enabled = Après le mot de passe, la connexion demande un code par e-mail.
account-email-disabled = Les codes par e-mail restent votre deuxième étape, mais la connexion n’en demande pas pour l’instant.
device-add-first = Ajouter un appareil
device-add-first-next = Une application d’authentification est plus sûre que l’e-mail et fonctionne sans réseau. Dès lors, la connexion demande son code.
disable-keeps-email = La connexion ne demande alors que votre mot de passe. Les codes par e-mail restent votre deuxième étape pour le jour où vous réactiverez la MFA.
email-codes-label = Codes par e-mail
email-codes-in-use = Utilisés : les codes sont envoyés à { $to }.
email-codes-not-in-use = Non utilisés
email-codes-offered = Un premier code est envoyé à { $to }, pour montrer que les e-mails arrivent. Qui lit vos e-mails peut aussi lire les codes.
email-codes-stop = Ne plus utiliser les codes par e-mail
email-codes-leave-devices = Sans eux, la connexion demande un code de votre appareil. Vos sessions sont fermées partout ailleurs.
email-codes-leave-nothing = Sans eux, la connexion ne demande que votre mot de passe. Vos sessions sont fermées partout ailleurs.
email-codes-leave-too-little = La MFA est exigée de vous, et c’est votre seule deuxième étape. Pour y mettre fin, ajoutez d’abord un appareil.
email-codes-enable-next = Un code est envoyé à votre adresse. Une fois saisi, il réactive la MFA.
email-code-take-up = Saisissez-le ici : dès lors, les codes par e-mail sont une deuxième étape de la connexion.
email-code-switch-on = Saisissez-le ici, et la MFA est réactivée.
mail-code-subject-settings = Votre code pour les paramètres MFA
mail-code-settings = Saisissez-le sur la page où vous modifiez vos paramètres MFA. Il vaut jusqu’à { $until }, pendant cinq minutes.

## What is stored about the member, and deletion

data-title = Vos données
data-what = Tout ce qui est enregistré à votre sujet, à télécharger.
data-lead = Téléchargez tout ce que ce portail enregistre à votre sujet pour { $organization }, dans un fichier lisible par les personnes comme par les programmes (JSON).
data-holds = Il contient votre profil, vos rôles, appareils, sessions, navigateurs et e-mails, et tout ce qui a été fait sur votre compte.
data-holds-not = Il ne contient rien qui ouvre votre compte : ni mot de passe, ni clé, ni code.
data-proof = Il faut d’abord confirmer que c’est bien vous. Gardez le fichier là où vous seul pouvez le lire.
deletion-title = Supprimer votre compte
deletion-what = Vous pouvez demander à { $organization } de supprimer votre compte et ce qui est enregistré à votre sujet.
deletion-ask = Demander la suppression
deletion-asked = Suppression demandée le { $date }
deletion-asked-next = La décision revient à l’administration de { $organization }. D’ici là, rien ne change et vous pouvez retirer votre demande.
deletion-withdraw = Garder mon compte
deletion-confirm = Demander la suppression de votre compte ?
deletion-confirm-who = L’administration de { $organization } voit votre demande et décide. Rien n’est supprimé immédiatement.
deletion-confirm-until = D’ici là, vous vous connectez comme avant et pouvez retirer votre demande.
deletion-confirm-final = Ce qui est supprimé ne peut pas être rétabli. Si vous voulez une copie de vos données, téléchargez-la d’abord.
access-deletion-asked = Suppression demandée le { $date }
trouble-deletion-not-offered = La suppression ne se demande pas ici
trouble-deletion-not-offered-what = Votre organisation ne reçoit pas ces demandes dans le portail. Rien n’a été modifié.
trouble-deletion-not-offered-next = Adressez-vous à l’administration de votre organisation.
event-data-downloaded = Une copie de tout ce qui est enregistré au sujet du compte a été téléchargée.
event-deletion-asked = La suppression du compte a été demandée.
event-deletion-withdrawn = La demande de suppression du compte a été retirée.
notice-deletion-asked = La suppression de votre compte a été demandée
notice-deletion-withdrawn = La demande de suppression de votre compte a été retirée

## La page d’une personne, et l’aide

person-facts = Le compte maintenant
person-state = État
person-active = Actif
person-email-unproved = Non confirmée
person-required = La MFA est obligatoire
person-required-alone = La MFA est obligatoire pour ce compte
person-not-required = La MFA n’est pas obligatoire
person-devices = Appareils
person-device-made = Ajouté { $made }.
person-device-used = Dernière utilisation : { $used }.
person-none = Aucun
person-email-codes = Codes par e-mail
person-in-use = Utilisés
person-recovery-codes = Codes de récupération
person-recovery-left = { $left } sur { $total } restants
person-limits = Limites
person-no-limits = Aucune en vigueur
person-limit-password = Mot de passe
person-limit-app = Codes de l’application
person-limit-email = Codes par e-mail
person-limit-recovery = Codes de récupération
person-limit-current = Mot de passe actuel, lors de son changement
person-limit-again = Mot de passe à nouveau, pour confirmer une modification
person-limit-enrollment = Code de configuration
person-limit-known = dans un navigateur connu
person-limit-until = Prochain essai possible { $until }
person-limit-closed = Fermé après cinquante essais erronés, jusqu’au déblocage
person-sessions = { $sessions ->
    [one] Connexion ouverte dans { $sessions } navigateur en ce moment
   *[other] Connexion ouverte dans { $sessions } navigateurs en ce moment
}
person-remembered = { $browsers ->
    [one] { $browsers } navigateur est retenu : aucun code n’y est demandé
   *[other] { $browsers } navigateurs sont retenus : aucun code n’y est demandé
}
person-acts = Aider
person-acts-note = Assurez-vous que c’est bien { $name } qui demande. Chacune de ces actions lui est signalée par e-mail.
person-acts-note-untold = Assurez-vous que c’est bien { $name } qui demande. Aucun e-mail ne lui signale ces actions : dites-le-lui vous-même.
person-timeline = Ce qui s’est passé
help-enrollment-code = Donner un code de configuration
help-enrollment-code-what = Vous lisez le code à { $name }. Avec le mot de passe, il ouvre la configuration d’un appareil et rien d’autre, une fois, dans l’heure.
help-reset-code = Donner un code de réinitialisation
help-reset-code-what = Vous lisez le code à { $name }. Il permet de choisir un nouveau mot de passe, une fois, dans l’heure. Un appareil ou un code de récupération existant est demandé en plus.
help-delete-mfa = Supprimer la configuration MFA
help-delete-mfa-what = Les appareils, codes de récupération et codes par e-mail de { $name } sont supprimés, et toutes ses sessions sont fermées. Le mot de passe suffit ensuite, jusqu’à ce que la MFA soit reconfigurée.
help-delete-mfa-what-required = Les appareils, codes de récupération et codes par e-mail de { $name } sont supprimés, et toutes ses sessions sont fermées. Pour reconfigurer la MFA, il faut un code de configuration de votre part.
help-delete-mfa-what-by-email = Les appareils, codes de récupération et codes par e-mail de { $name } sont supprimés, et toutes ses sessions sont fermées. L’e-mail est le seul moyen de votre organisation : la connexion demande ensuite le mot de passe et un code envoyé à l’adresse enregistrée. Aucun code de configuration n’est demandé.
help-unlock = Débloquer
help-unlock-what = Les délais après de mauvais mots de passe et codes sont levés, et les moyens fermés après cinquante essais erronés sont rouverts.
help-sign-out = Déconnecter partout
help-sign-out-what = Toutes les sessions de { $name } se ferment aussitôt, et aucun navigateur n’est plus retenu.
help-end-session = Fermer cette session
help-end-session-what = { $name } est déconnecté aussitôt de { $browser } ({ $address }), et ce navigateur est oublié : qui s’y connecte doit tout prouver. Les autres sessions restent ouvertes.
help-unfreeze = Dégeler
help-unfreeze-what = { $name }, ou quelqu’un qui lit ses e-mails, a dit « Ce n’était pas moi ». Une fois le compte dégelé, mot de passe et appareils peuvent de nouveau être modifiés. Cherchez d’abord ce qui s’est passé. Avec un code de réinitialisation donné dans la même étape, le mot de passe actuel n’ouvre plus rien, qui que ce soit qui le connaisse.
help-unfreeze-and-code = Dégeler et donner un code de réinitialisation
help-require-mfa = Exiger la MFA pour ce compte
help-require-mfa-what = Quoi que dise la politique, { $name } passe par la configuration à la prochaine connexion et ne peut continuer sans elle.
help-end-requirement = Ne plus exiger la MFA pour ce compte
help-end-requirement-what = Seule la politique décide ensuite. Ce que { $name } a configuré reste et est toujours demandé.
help-suspend = Suspendre
help-suspend-what = Toutes les sessions de { $name } sont fermées, et la connexion est impossible tant que le compte n’est pas réactivé. Rien n’est supprimé.
help-activate = Activer
help-activate-what = { $name } peut de nouveau se connecter, avec tout ce qui était configuré.
help-delete = Supprimer le compte
help-delete-what = Le compte de { $name } et tout ce qui y est enregistré sont supprimés : appareils, sessions, adresse e-mail. On ne peut pas revenir en arrière. Ce que dit le journal d’audit reste.
help-how = Comment avez-vous vérifié que c’est { $name } ?
help-how-hint = Par exemple : rappel au numéro enregistré ; en personne, avec le badge. C’est conservé dans le journal d’audit.
help-needs-another = Quelqu’un d’autre doit le faire
help-needs-another-next = Vous avez donné un code à { $name } ou supprimé sa configuration MFA, au cours de la dernière journée ou sans que rien ait été configuré depuis. Avec cette étape, cela ouvre le compte : un autre agent ou un administrateur doit la faire.
help-code-enrollment = Code de configuration pour { $name }
help-code-reset = Code de réinitialisation pour { $name }
help-code-enrollment-next = Lisez-le à { $name }. Après le mot de passe, le portail demande le code de l’assistance.
help-code-reset-next = Lisez-le à { $name }. Il se saisit sous « Mot de passe oublié ? » sur la page de connexion.
help-code-once = Il n’est affiché que maintenant
help-code-until = Valable jusqu’à { $until }, pour une utilisation. Celui donné auparavant n’est plus valable.
help-code-both = Attention : { $name } a reçu un code de configuration et un code de réinitialisation. Ensemble, ils ouvrent le compte.
help-letter-heading = Ou sur papier
help-letter-what = Une lettre contient un code plus long, à recopier de la feuille. Remettez-la en personne, ou envoyez-la à une adresse que vous connaissez.
help-letter = Imprimer une lettre
help-letter-days = Pour combien de jours une lettre est valable
help-letter-only-now-next = Imprimez-la avant de quitter la page. Remettez-la en personne, ou envoyez-la là où seule la personne concernée, { $name }, la reçoit.
help-letter-enrollment-why = Chez { $organization }, une deuxième étape se configure avant la connexion. Avec votre mot de passe, ce code ouvre la configuration.
help-letter-reset-why = Avec ce code, vous choisissez un nouveau mot de passe pour votre compte chez { $organization }.
help-letter-step-login = Saisissez votre identifiant et ce code :
help-letter-step-new-password = Choisissez un nouveau mot de passe. Ce qui protège encore le compte est demandé avant.
help-letter-step-sign-in = Connectez-vous avec votre identifiant et votre mot de passe.
help-letter-step-code = Quand le code de configuration vous est demandé, saisissez celui-ci :
help-letter-step-app = Configurez une application d’authentification. La page vous guide.
access-filter = Filtrer par état MFA
access-everybody = Tout le monde
access-search-label = Nom, identifiant, adresse e-mail ou code d’assistance
access-search = Rechercher
access-nobody-found = Personne n’a été trouvé
access-show-everybody = Afficher tout le monde
# Remote logon
logon-code = Code de votre application d’authentification :
logon-code-emailed = Code de l’e-mail qui vient de vous être envoyé :
logon-code-recovery = Code de récupération :
logon-set-up = La MFA est obligatoire pour votre compte et n’est pas encore configurée. Connectez-vous sur { $url } pour la configurer, puis ouvrez de nouveau une session ici.
logon-frozen = Votre compte est gelé. Adressez-vous à l’assistance.
logon-no-way = Aucun de vos seconds facteurs ne peut servir ici. Connectez-vous sur { $url } et configurez une application d’authentification.
logon-together = Cela n’a pas été accepté. Saisissez votre mot de passe et, juste derrière, les six chiffres affichés par votre application. Après plusieurs essais erronés, attendez quelques minutes.
logon-code-alone = Ce code n’a pas été accepté. Attendez le suivant, puis recommencez. Après plusieurs codes erronés, attendez quelques minutes ou adressez-vous à l’assistance.
logon-code-wrong = Ce n’est pas le bon code. Recommencez.
logon-code-used = Ce code a déjà servi. Attendez le suivant, puis recommencez.
logon-code-clock = Ce code n’est pas celui de l’instant. Activez l’heure automatique sur votre téléphone, puis recommencez.
logon-suspended = Trop de codes erronés : cette voie est fermée. Adressez-vous à l’assistance.
logon-wait =
    { $minutes ->
        [one] Trop d’essais erronés. Recommencez dans { $minutes } minute.
       *[other] Trop d’essais erronés. Recommencez dans { $minutes } minutes.
    }
logon-mail-wait = Aucun code ne peut être envoyé par e-mail pour l’instant. Recommencez dans quelques minutes.
logon-over = Cela a pris trop de temps. Recommencez.
logon-scheme = Le mot de passe est arrivé en CHAP, MS-CHAP ou EAP, ce qui n’est pas possible ici. La personne qui gère cet accès doit choisir PAP.
logon-cut = Un mot de passe de plus de 128 octets ne peut pas servir ici.
logon-not-utf8 = Le mot de passe n’est pas arrivé en UTF-8. La personne qui gère cet accès peut vous aider.
event-logged-on = Session ouverte sur { $client } avec le mot de passe seul.
event-logged-on-app = Session ouverte sur { $client } avec le mot de passe et un code de l’application.
event-logged-on-recovery = Session ouverte sur { $client } avec le mot de passe et un code de récupération.
event-logged-on-email = Session ouverte sur { $client } avec le mot de passe et un code reçu par e-mail.
event-logged-on-code-alone = Session ouverte sur { $client } avec un code de l’application ; { $client } a vérifié le mot de passe.
event-logged-on-recovery-alone = Session ouverte sur { $client } avec un code de récupération ; { $client } a vérifié le mot de passe.
event-logon-unknown = Quelqu’un a tenté d’ouvrir une session sur { $client } avec un identifiant que personne n’a.
event-logon-suspended = Une ouverture de session sur { $client } a été refusée : le compte est suspendu.
event-logon-frozen = Une ouverture de session sur { $client } a été refusée : le compte est gelé.
event-logon-not-let-in = Une ouverture de session sur { $client } a été refusée : le compte n’y a pas droit.
event-logon-nothing = Une ouverture de session sur { $client } a été refusée : le compte n’a rien qui puisse y être demandé.
event-logon-not-set-up = Une ouverture de session sur { $client } a été refusée : la MFA n’est pas encore configurée.
# In the place of $client, where that is not told.
event-logon-elsewhere = un client d’une autre organisation
event-logon-no-code = Une ouverture de session sur { $client } a été refusée : aucun code n’a été saisi.
event-logon-mail-wait = Une ouverture de session sur { $client } a été refusée : un code vient d’être envoyé par e-mail, il est trop tôt pour un autre.
event-logon-no-password = Une ouverture de session sur { $client } a été refusée : la demande ne contenait aucun mot de passe lisible. Le client doit utiliser PAP.
event-logon-foreign = Une ouverture de session sur { $client } a été refusée : elle répondait à la demande de code de quelqu’un d’autre.
event-logon-over = Une ouverture de session sur { $client } a été refusée : la demande de code n’était plus valable.
event-logon-not-admitted = Le mot de passe était juste, mais le compte n’a pas le droit d’ouvrir une session à cet endroit.
event-radius-client-added = { $client } peut désormais demander qui peut ouvrir une session.
event-radius-client-changed = Ce que { $client } peut faire à l’ouverture d’une session a été modifié.
event-radius-client-changed-to = Ce que { $client } peut faire à l’ouverture d’une session a été modifié : { $changes }
event-radius-secret-rotated = { $client } a reçu un nouveau secret pour les sessions.
event-radius-client-removed = { $client } ne peut plus demander qui peut ouvrir une session.
event-radius-client-signs = { $client } signe ses demandes et doit désormais le faire.
event-radius-dropped = Une demande de { $client } est restée sans réponse.
mail-code-subject-logon = Votre code pour ouvrir une session
mail-code-logon = Saisissez-le là où vous ouvrez une session sur un ordinateur ou un réseau. Il vaut jusqu’à { $until }, et seulement pour cette session, qui attend deux minutes.

## Politique

policy-title = Politique
policy-rule = Qui doit utiliser la MFA
policy-off = Désactivée
policy-off-what = Elle n’est proposée à personne. Un appareil déjà configuré est tout de même demandé.
policy-optional = Facultative
policy-optional-what = Chacun peut l’activer.
policy-required = Obligatoire
policy-required-what = Sans elle, personne ne va plus loin que la page de configuration.
policy-channels = Ce qui suffit
policy-app = Application d’authentification
policy-email = Code par e-mail
policy-email-what = Le moyen le plus faible : qui lit la boîte a le code. Il n’ouvre jamais l’administration.
policy-first = Avant une première configuration obligatoire, en plus du mot de passe
policy-first-default = Ce qui convient à ce portail
policy-first-default-mail = Un code à l’adresse e-mail, puisque ce portail envoie des e-mails.
policy-first-default-nothing = Rien, puisque ce portail n’envoie pas d’e-mails : le premier qui connaît un mot de passe peut configurer son propre téléphone.
policy-first-email = Un code à l’adresse e-mail
policy-first-email-what = Qui n’a pas d’adresse enregistrée a besoin d’un code de configuration.
policy-first-code = Un code de configuration de l’assistance
policy-first-code-what = Chaque personne appelle une fois.
policy-first-nothing = Rien
policy-first-nothing-what = Le premier qui connaît un mot de passe peut configurer son propre téléphone.
policy-remember = Mémoriser un navigateur pendant combien de jours
policy-remember-what = De 0, c’est-à-dire pas du tout, à 30. Dans un tel navigateur, le mot de passe suffit. Cela ne compte jamais pour l’administration.
policy-deletion = Les membres peuvent demander la suppression de leur compte
policy-save = Enregistrer la politique
policy-show = Montrer ce que cela change
policy-read-only = Seuls les administrateurs peuvent modifier la politique.
policy-saved = La politique est enregistrée
policy-saved-next = Elle vaut pour chacun dès la page suivante.
policy-preview = Ce que l’enregistrement change
policy-preview-set-up = { $people ->
    [one] Une personne est conduite à la configuration à la prochaine connexion
   *[other] { $people } personnes sont conduites à la configuration à la prochaine connexion
}
policy-preview-asked-first = { $people ->
    [one] Une autre preuve est demandée, avant la configuration, à une personne qui doit de toute façon configurer la MFA
   *[other] Une autre preuve est demandée, avant la configuration, à { $people } personnes qui doivent de toute façon configurer la MFA
}
policy-preview-asked = { $people ->
    [one] Une deuxième étape, qui n’est pas demandée aujourd’hui, est demandée à une personne
   *[other] Une deuxième étape, qui n’est pas demandée aujourd’hui, est demandée à { $people } personnes
}
policy-preview-freed = { $people ->
    [one] Une personne se connecte ensuite avec le seul mot de passe
   *[other] { $people } personnes se connectent ensuite avec le seul mot de passe
}
policy-preview-stopped = { $people ->
    [one] Une personne ne peut ensuite plus se connecter tant que l’assistance ne l’a pas aidée
   *[other] { $people } personnes ne peuvent ensuite plus se connecter tant que l’assistance ne les a pas aidées
}
policy-preview-unchanged = { $people ->
    [one] Rien ne change pour une personne
   *[other] Rien ne change pour { $people } personnes
}
policy-preview-sessions = Est compté ici ce à quoi mène le mot de passe à la prochaine connexion. Des durées plus courtes valent aussi, et aussitôt, pour les sessions ouvertes et les navigateurs mémorisés.
policy-preview-next = Rien n’est encore enregistré.
policy-no-mail = Ce portail ne peut pas envoyer d’e-mails
policy-only-email-next = Avec les seuls codes par e-mail, personne ne pourrait se connecter. Autorisez aussi l’application d’authentification.
policy-first-email-next = Aucun code ne pourrait être envoyé avant une première configuration. Choisissez une autre preuve.
policy-no-channel = Cochez au moins un moyen qui suffit.
policy-stale = Quelqu’un d’autre a modifié la politique entre-temps
policy-stale-next = Vos choix sont toujours là. Regardez ce qu’ils changeraient maintenant, puis enregistrez de nouveau.

## Ordinateurs distants

computers-title = Ordinateurs distants
computers-login = Ouvrez une session sous le nom { $login } sur { $address }
computers-ask-both = À l’ouverture de session, votre mot de passe puis un code vous sont demandés, comme ici.
computers-ask-password = À l’ouverture de session, votre mot de passe vous est demandé, comme ici.
computers-frozen = Tant que votre compte est gelé, vous ne pouvez pas y ouvrir de session.
event-computer-added = L’ordinateur distant { $name } a été ajouté à la page d’accueil.
event-computer-changed = Ce que la page d’accueil indique de l’ordinateur distant { $name } a été modifié.
event-computer-changed-to = Ce que la page d’accueil indique de l’ordinateur distant { $name } a été modifié : { $changes }
event-computer-removed = L’ordinateur distant { $name } a été retiré de la page d’accueil.
## Who is on the phone

caller-title = Vérifier qui est au téléphone
caller-what = Le portail vous aide à savoir si c’est bien { $name } qui appelle, et montre à { $name } que c’est bien vous. Rien n’est modifié et rien n’est ouvert.
caller-start = Commencer la vérification
caller-by-word = Dans un navigateur où la personne est connectée
caller-by-word-next = Demandez à { $name } d’ouvrir « Est-ce bien votre assistance ? » sous « Modifier le profil », lisez ce mot et faites-le saisir là.
caller-until = Valable jusqu’à { $until }, une seule fois.
caller-look = Regarder de nouveau
caller-by-app = Un code d’une application d’authentification
caller-code-label = Code que la personne vous lit
caller-by-app-hint = Six chiffres. Il compte une fois, ici, et plus nulle part ensuite.
caller-check-code = Vérifier le code
caller-by-mail = Un code par e-mail
caller-by-mail-next = Un code part à l’adresse de { $name }, avec votre nom à côté.
caller-mailed-label = Code reçu par e-mail
caller-end = Terminer cette vérification
caller-known = C’est { $name }
caller-known-app = Par un code de l’application d’authentification, à { $at }.
caller-known-email = Par un code de la boîte enregistrée, à { $at }.
caller-known-word = Par votre mot, saisi dans un navigateur connecté, à { $at }.
caller-known-next = Pendant un quart d’heure, cela vaut comme réponse à la question de savoir comment vous avez vérifié qui demande.
caller-go-on = Continuer
caller-over = Cette vérification est terminée
caller-over-next = Personne ne s’est révélé être { $name } : le temps est écoulé, trop de mots étaient faux, ou { $name } a dit que c’est quelqu’un d’autre. N’aidez pas avant de savoir qui appelle.
caller-how-app = Vérification de l’appel : code de l’application d’authentification
caller-how-email = Vérification de l’appel : code de la boîte enregistrée
caller-how-word = Vérification de l’appel : mot saisi dans un navigateur connecté
help-known = Identité vérifiée, à { $at }.
person-check-caller = Vérifier qui est au téléphone
person-check-waits = Votre vérification attend la personne au téléphone jusqu’à { $until }
person-check-go-on = La poursuivre
dashboard-due = { $organization } exige la MFA à partir du { $due }
dashboard-due-what = Configurez-la tant qu’il est temps : il faut une application sur votre téléphone et quelques minutes. Passé ce moment, rien d’autre ne s’ouvre avant que ce soit fait.
dashboard-due-next = Configurer la MFA maintenant
calling-title = Est-ce bien votre assistance ?
calling-agent = { $name } est au téléphone avec quelqu’un et veut savoir si c’est vous.
calling-agent-next = C’est vous qui avez appelé ? Faites-vous lire le mot que montre sa page et tapez-le ici. L’assistance aide alors la personne qui est en ligne avec elle et peut lui donner des codes pour votre compte. On vous a appelé ? Raccrochez et appelez vous-même l’assistance : un inconnu entre vous peut transmettre un mot.
calling-alone = Vous vous êtes connecté avec le seul mot de passe, et cela ne montre pas qui vous êtes : { $name } doit le vérifier autrement. Ne lisez jamais votre mot de passe à voix haute.
calling-word-label = Mot que l’on vous dit
calling-word-hint = Quelque chose comme « { $example } », valable jusqu’à { $until }.
calling-confirm = Oui, c’est moi
calling-disown-next = Vous n’êtes pas au téléphone ensemble ? Alors quelqu’un se fait passer pour vous.
calling-disown = Ce n’est pas moi
calling-nobody = Personne de votre assistance ne vérifie un appel en ce moment
calling-nobody-next = Si quelqu’un vous appelle et dit être votre assistance, raccrochez et appelez vous-même l’assistance. Si c’est vous qui avez appelé, demandez de commencer la vérification, puis regardez de nouveau. Ne dites jamais votre mot de passe.
calling-over = Cette vérification est terminée
calling-over-next = Demandez à l’assistance d’en commencer une autre. Si elle ne le peut pas, raccrochez et appelez-la vous-même.
calling-known = L’assistance sait que c’est vous
calling-known-next = L’assistance aide maintenant la personne qui est en ligne avec elle. Si ce n’est pas vous, parce que quelqu’un vous a appelé avec ce mot, raccrochez et appelez l’assistance tout de suite.
calling-disowned = Merci : la vérification est terminée
calling-disowned-next = L’assistance sait que c’est quelqu’un d’autre. C’est noté sous « Activité ».
calling-wrong = Ce n’est pas le mot
calling-wrong-next =
    { $left ->
        [0] C’était le dernier essai. Raccrochez et appelez vous-même l’assistance.
        [one] Faites-vous le relire, il reste un essai. S’il est encore faux, raccrochez : ce n’est peut-être pas votre assistance.
       *[other] Faites-vous le relire, il reste { $left } essais. S’il reste faux, raccrochez : ce n’est peut-être pas votre assistance.
    }
calling-frozen = C’est impossible tant que votre compte est gelé
calling-frozen-next = Lisez plutôt un code de votre application à l’assistance.
account-calling = Est-ce bien votre assistance ?
account-calling-what = Quand quelqu’un appelle et le dit
mail-code-subject-caller = Votre code pour l’assistance
mail-code-caller = Lisez-le à votre assistance si vous êtes au téléphone avec elle en ce moment. Il est valable jusqu’à { $until }, cinq minutes, et n’ouvre rien.
mail-code-not-calling = Vous n’êtes pas au téléphone ensemble ?
mail-code-not-calling-next = Alors quelqu’un se fait passer pour vous. Ne donnez ce code à personne et prévenez l’assistance.
event-caller-check-started = L’assistance a commencé à vérifier qui est au téléphone.
event-caller-check-ended = L’assistance a mis fin à sa vérification de qui est au téléphone.
event-caller-check-replaced = Une nouvelle vérification de qui est au téléphone a mis fin à la précédente.
event-caller-known-app = Un code de l’application a montré à l’assistance qui est au téléphone.
event-caller-known-email = Un code par e-mail a montré à l’assistance qui est au téléphone.
event-caller-known-word = Le mot de l’assistance, saisi dans un navigateur connecté, a montré qui est au téléphone.
event-caller-disowned = L’assistance a appris que quelqu’un d’autre est au téléphone.
notice-caller-known = L’assistance a pris quelqu’un au téléphone pour vous
notice-caller-disowned = Vous avez dit que quelqu’un d’autre était au téléphone

remote-title = Connexion à distance
remote-lead = Ce que vos collaborateurs voient de leurs ordinateurs distants, et quels ordinateurs, VPN et pare-feu demandent à ce portail si quelqu’un peut ouvrir une session.
remote-not-listening = Le portail ne répond pas encore à RADIUS
remote-not-listening-next = La personne qui l’exploite définit radius.listen dans sa configuration, par exemple 127.0.0.1:1812, puis le redémarre.
remote-name-label = Nom
remote-seen-by-everyone = Tout le monde le voit
remote-seen-by-nobody = Personne ne le voit
remote-seen-by = Visible pour { $people }
remote-opens-for-everyone = Tout le monde peut ouvrir une session
remote-opens-for-nobody = Personne ne peut ouvrir de session
remote-opens-for = Peuvent ouvrir une session : { $people }
remote-delete = Supprimer
remote-save = Enregistrer
remote-nobody = Personne n’a ici l’identifiant { $login }. Vérifiez comment il s’écrit sous Administration et accès.
remote-stale = Quelqu’un l’a modifié entre-temps. Ouvrez la page à nouveau, puis faites votre modification.
remote-full = L’organisation en a déjà le maximum. Supprimez-en un d’abord.
computers-none = Pas encore d’ordinateurs distants
computers-none-next = Ajoutez-en un, et vos collaborateurs verront sur leur page d’accueil comment y accéder.
computers-add = Ajouter un ordinateur distant
computer-name-hint = Comme vos collaborateurs l’appellent, par exemple Serveur web.
computer-address-label = Adresse
computer-address-hint = Un nom ou une adresse, avec le port s’il n’est pas le port habituel, par exemple web-1.example.com ou 10.0.0.7:2222.
computer-command-label = Ce que l’on saisit (facultatif)
computer-command-hint = Si le champ est vide, c’est ssh. {"{"}login{"}"} et {"{"}address{"}"} sont remplacés, comme dans mstsc /v:{"{"}address{"}"}.
computer-delete-what = Il disparaît de la page d’accueil de tous ceux qui le voient. Le droit d’y ouvrir une session ne change pas : c’est son client RADIUS qui le définit.
whom-sees = Qui le voit
whom-logs-on = Qui peut ouvrir une session
whom-everyone = Toute l’organisation
whom-named = Seulement les personnes nommées ici
whom-people-label = Identifiants
whom-people-hint = Un par ligne, par exemple ann. Nécessaire seulement si tout le monde n’est pas concerné.
clients-title = Clients RADIUS
clients-none = Pas encore de clients RADIUS
clients-none-next = Un ordinateur, un VPN ou un pare-feu en devient un dès que vous l’avez ajouté ici et que son secret figure dans sa configuration.
clients-add = Ajouter un client RADIUS
client-name-hint = Le nom sous lequel il figurera dans le journal d’audit, par exemple web-1.
client-network-label = Adresse ou réseau
client-network-hint = D’où viennent ses demandes, par exemple 10.0.0.7 ou 10.0.0.0/24.
client-certificates-label = Certificats
client-certificates-hint = Pour un client par TLS : les empreintes SHA-256 de ses certificats, une par ligne, ou un certificat au format PEM.
client-certificates-new-hint = Pour un client par TLS, à la place : l’empreinte SHA-256 de son certificat, ou le certificat au format PEM. Il ne partage alors aucun secret.
client-asks-from = Demande depuis { $network }
client-asks-over-tls = Demande par TLS, reconnu à son certificat
client-signing = Message-Authenticator
client-signing-yes = Exigé
client-signing-yes-what = Les demandes qui n’en portent pas restent sans réponse. À choisir partout où le client sait signer.
client-signing-auto = Exigé à partir de la première demande signée
client-signing-auto-what = Pour un client dont vous n’êtes pas sûr.
client-signing-no = Non exigé
client-signing-no-what = Attention : quiconque se trouve sur le réseau entre les deux peut modifier demandes et réponses (CVE-2024-3596). Seulement sur la même machine ou dans un tunnel, pour les clients qui ne savent pas signer, comme pam_radius_auth de Debian 12.
client-recovery-codes = Les codes de récupération y sont acceptés
client-returned-label = Attributs renvoyés (facultatif)
client-returned-hint = Un par ligne, par exemple Filter-Id=staff ou 26.9.1=shell:priv-lvl=15. Le client les reçoit à chaque ouverture de session.
client-returned-too-much = Il y a plus d’attributs qu’une réponse n’en contient. Indiquez-en moins.
client-taken = Un client de ce nom existe déjà ici, ou un client du portail a déjà ce réseau ou ce certificat. Choisissez un autre nom, ou vérifiez l’adresse ou le certificat.
client-secret-title = Secret de { $client }
client-secret = le secret
client-line = la ligne
client-secret-once = Ce secret n’est affiché que maintenant
client-secret-next = Inscrivez-le dans la configuration du client avant de quitter cette page. S’il est perdu, un nouveau le remplace.
client-secret-rotated = Le secret précédent n’est plus accepté : inscrivez celui-ci dès maintenant dans la configuration du client.
client-secret-done = Je l’ai inscrit
client-lines = Pour pam_radius_auth.conf
client-lines-server = Le premier mot est l’adresse où le client joint le portail. Modifiez-le s’il s’agit d’une autre adresse.
client-lines-signing = pam_radius_auth de Debian 12 ne sait pas signer : il n’obtient de réponse que si aucun Message-Authenticator n’est exigé.
client-rotate = Créer un nouveau secret
client-rotate-what = Le secret actuel cesse aussitôt d’être valable. Tant que le nouveau ne figure pas dans sa configuration, le client reste sans réponse et personne n’y ouvre de session.
client-delete-what = Plus aucune de ses demandes n’obtient de réponse, donc personne n’ouvre plus de session par lui. Son secret ne peut pas être rétabli.
problem-not-an-address = Écrivez-la comme web-1.example.com, ou avec son port comme 10.0.0.7:2222.
problem-not-a-network = Écrivez une adresse comme 10.0.0.7 ou un réseau comme 10.0.0.0/24.
problem-not-a-certificate = Écrivez l’empreinte SHA-256 de 64 chiffres hexadécimaux, ou collez le certificat au format PEM.
problem-network-or-certificate = Remplissez soit l’adresse ou le réseau, soit le certificat.
problem-not-attributes = Écrivez NOM=VALEUR sur chaque ligne. Les noms sont Service-Type, Filter-Id, Class, Session-Timeout, Idle-Timeout et Framed-Pool ; ceux d’un fabricant commencent par 26.
step-up-remote-logon = Décider qui peut ouvrir une session sur vos ordinateurs exige une nouvelle preuve que c’est bien vous, par un code de votre application.
client-flow = Comment le code est demandé
client-flow-challenge = Le mot de passe, puis le code
client-flow-challenge-what = Pour tout client capable de poser une deuxième question.
client-flow-together = Mot de passe et code dans un seul champ
client-flow-together-what = Pour les clients qui ne peuvent pas demander deux fois : le code est saisi juste après le mot de passe. Les codes par e-mail n’y fonctionnent pas.
client-flow-code-alone = Le code seul
client-flow-code-alone-what = Attention : seulement pour un client qui vérifie lui-même le mot de passe. Sinon, il suffit de voir un téléphone pour entrer.
# Délai, exceptions, durée des sessions et mots de passe d’une politique
way-offer-title = Configurez la MFA avant le { $date }
way-offer-why = { $place } demande à tous une deuxième étape à la connexion, à partir du { $until }. La configuration prend environ deux minutes.
way-not-now = Pas maintenant
way-not-now-note = Vous pouvez continuer sans elle. La question revient à chaque connexion.
event-extended = Vous avez reçu plus de temps pour configurer la MFA. Motif : { $reason }
event-exempted = Vous avez été dispensé de ce que votre organisation exige à la connexion. Motif : { $reason }
event-extension-ended = Le temps supplémentaire pour configurer la MFA a été retiré.
event-exemption-ended = La dispense de ce que votre organisation exige à la connexion a été retirée.
policy-number-problem = Saisissez un nombre entier de { $least } à { $most }.
policy-numbers-problem = Certains nombres ne conviennent pas :
policy-grace = Jours de délai
policy-grace-what = De { $least }, c’est-à-dire tout de suite, à { $most }. D’ici là, qui n’a rien configuré est invité à le faire à chaque connexion et peut remettre à plus tard. Le délai court du jour où la MFA est devenue obligatoire ; pour les nouveaux, de leur premier jour. Il ne vaut ni pour les rôles au-dessus de membre, ni après la suppression d’une configuration MFA, ni pour les connexions à distance (RADIUS).
policy-new-grace = Faire repartir le délai
policy-new-grace-what = Il court depuis le { $since }, même si la politique a été assouplie entre-temps. Si vous cochez, il court à partir de maintenant, pour tous.
policy-lifetimes = Combien de temps on reste connecté
policy-hours = Heures, même en usage continu
policy-hours-what = De { $least } à { $most }. Une durée plus courte vaut aussi pour les sessions ouvertes, dès leur prochaine page.
policy-idle = Minutes sans requête
policy-idle-what = De { $least } à { $most }.
policy-away = Minutes hors de l’administration
policy-away-what = De { $least } à { $most }. Ensuite, l’administration redemande un code.
policy-password = Nouveau mot de passe le plus court, en caractères
policy-password-what = De { $least } à { $most }. Là où aucune deuxième étape n’est demandée, au moins 15, quoi qu’il soit dit ici. Cela vaut au prochain choix d’un mot de passe ; aucun mot de passe existant ne prend fin. Les mots de passe courants et les noms sont refusés de toute façon.
policy-preview-offered = { $people ->
    [one] Une personne se voit proposer la configuration à chaque connexion et peut la remettre pour l’instant
   *[other] { $people } personnes se voient proposer la configuration à chaque connexion et peuvent la remettre pour l’instant
}
policy-preview-in-all = { $people ->
    [one] Avec celles pour qui rien ne change, une personne est conduite à la configuration à la prochaine connexion ; avec un rôle au-dessus de membre : { $admins }.
   *[other] Avec celles pour qui rien ne change, { $people } personnes sont conduites à la configuration à la prochaine connexion ; avec un rôle au-dessus de membre : { $admins }.
}
policy-exceptions = Dérogations
policy-exceptions-note = Chacune vaut pour une personne, a un motif et prend fin d’elle-même. Elle se donne sur la page de la personne.
policy-no-exceptions = Il n’y en a pas.
policy-exception-extension = Plus de temps pour configurer la MFA, jusqu’au { $until }
policy-exception-exemption = Dispense de la politique jusqu’au { $until }
person-required-soon = Exigée à partir du { $due } ; d’ici là, on peut la remettre
person-exempt = Dispense de la politique jusqu’au { $until }
help-extend = Donner plus de temps
help-extend-what = { $name } peut remettre la configuration de la MFA pendant autant de jours à partir de maintenant. L’offre reste à chaque connexion.
help-end-extension = Retirer le temps supplémentaire
help-end-extension-what = Le délai de tous vaut de nouveau pour { $name }.
help-exempt = Dispenser de la politique
help-exempt-what = Ce que la politique exige ne vaut pas pour { $name } pendant autant de jours à partir de maintenant. Ce qui est configuré reste demandé. Un rôle au-dessus de membre y met fin.
help-end-exemption = Mettre fin à la dispense
help-end-exemption-what = La politique vaut de nouveau pour { $name }, dès la prochaine page.
help-days = Pour combien de jours
help-days-hint = De 1 à { $most }, à partir de maintenant.
help-reason = Pourquoi
help-reason-hint = { $name } le lit dans un e-mail et sous Activité ; cela figure sur la page de la politique et dans le journal d’audit.
help-not-given = Cette exception n’est pas possible
help-not-given-role = { $name } a un rôle au-dessus de membre. Qui en a un prouve un appareil, sans exception.
help-not-given-alone = La MFA est exigée de { $name } en particulier, et une exception à la politique n’y change rien. Retirez d’abord cette exigence.
help-not-given-nothing = { $name } n’a rien à remettre : la MFA n’est pas exigée, ou elle est configurée, ou son échéance est de toute façon après ce jour.
policy-last-admin = Plus personne ne pourrait administrer l’organisation
policy-last-admin-next = Aucun admin n’a configuré d’application d’authentification, et à chacun serait demandé un code que seul un admin ou l’assistance donne. Laissez d’abord l’un d’eux la configurer, ou choisissez une autre preuve.

why-title = Pourquoi est-ce demandé ?
person-why = Pourquoi ?
why-rules = Les règles
why-strictest = La plus stricte l’emporte.
why-facts = Ce qui joue aussi
why-password = À la prochaine connexion, le mot de passe suffit.
why-offered = À la prochaine connexion, la configuration de la MFA est proposée après le mot de passe. On peut la remettre jusqu’au { $until }.
why-set-up = À la prochaine connexion, le mot de passe mène à la configuration de la MFA et nulle part ailleurs.
why-first-email = À la prochaine connexion, le mot de passe mène à un code par e-mail, puis à la configuration de la MFA, et nulle part ailleurs.
why-first-code = À la prochaine connexion, le mot de passe mène au code de configuration de l’assistance, puis à la configuration de la MFA, et nulle part ailleurs.
why-second-step = À la prochaine connexion, une deuxième étape est demandée après le mot de passe.
why-frozen = Le compte est gelé : le mot de passe seul n’ouvre rien, et rien ne peut être configuré.
why-suspended = Le compte est suspendu : personne ne s’y connecte.
why-rule-off = La politique dit « désactivée » : seul ce que quelqu’un a configuré est demandé.
why-rule-optional = La politique dit « facultative » : seul ce que quelqu’un a configuré est demandé.
why-rule-soon = La politique exige de tous une deuxième étape. Ici, elle vaut à partir du { $due }.
why-rule-required = La politique exige de tous une deuxième étape.
why-exempt = La politique exige de tous une deuxième étape, mais pas de cette personne jusqu’au { $until }.
why-account = La MFA est exigée de ce compte en particulier, quoi que dise la politique.
why-role = Un rôle au-dessus de membre demande une application d’authentification, quoi que dise la politique.
why-since = La politique l’exige depuis le { $since }.
why-grace = { $days ->
    [one] Il y a un jour de délai à partir de là, ou de la création du compte, { $from }, si elle est plus récente. Il est pour qui n’a rien configuré.
   *[other] Il y a { $days } jours de délai à partir de là, ou de la création du compte, { $from }, si elle est plus récente. Ils sont pour qui n’a rien configuré.
}
why-extended = Plus de temps a été donné, jusqu’au { $until }.
why-deleted = La configuration MFA a été supprimée ; la suivante attend le code de configuration de l’assistance.
why-has = Quelque chose est configuré, et demandé.
why-has-nothing = Rien n’est configuré.
access-owed-now = Exigée, non configurée
access-owed-soon = Remise
access-owed-until = Remise jusqu’au { $date }
## The audit log of an organization

log-title = Journal d’audit
log-whole = Ce journal est intact : rien ne manque et rien n’a été modifié.
log-sealed = Événements scellés : { $sealed }.
log-unsealed = En attente de leur sceau : { $unsealed }, le plus ancien depuis : { $since }.
log-about = Personne
log-by = Fait par
log-doer = Ou fait par
log-doer-anybody = N’importe qui
log-people-hint = Écrivez un nom de connexion ou une adresse e-mail. « Fait par » trouve ce que quelqu’un a fait à d’autres ou à l’organisation ; ce qu’il a fait à son propre compte figure sous « Personne ». Qui a aidé depuis une autre organisation se trouve sous un nom de connexion comme tess@provider.
log-topic = Type
log-topic-all = Tout
log-topic-sign-ins = Connexions et déconnexions
log-topic-refusals = Ce qui a été refusé
log-topic-credentials = Mots de passe, MFA et profils
log-topic-help = Assistance
log-topic-people = Comptes, rôles et invitations
log-topic-organization = Politique et raccordements
log-topic-records = Exports et vérifications
log-from = Premier jour
log-until = Dernier jour
log-show = Afficher
log-show-all = Tout afficher
log-events = Événements
log-none = Rien n’a été trouvé
log-what = Ce qui s’est passé
log-when = Quand et d’où
log-unreadable = Cet événement a été modifié au point d’être illisible.
log-changed = Modifié après coup
log-the-organization = L’organisation
log-gone = Quelqu’un dont le compte n’existe plus
log-operator = La ligne de commande
log-portal = Le portail lui-même
log-nobody = Quelqu’un qui n’avait pas ouvert de session
log-export = Emporter
log-export-what = Le fichier contient chaque événement que trouve le filtre ci-dessus, du plus ancien au plus récent, et non cette page seule. Le téléchargement est noté dans ce journal.
log-csv = Télécharger en CSV
log-json = Télécharger en lignes JSON
problem-nobody-here = Personne ici n’a cet identifiant. Écrivez un nom de connexion comme ann, ou une adresse e-mail qui permet de se connecter.
problem-not-a-day = Écrivez un jour comme 2026-11-22.

## Organizations, for those who run the instance

organizations-title = Organisations
organizations-add = Ajouter une organisation
organizations-add-what = Elle reçoit ses propres personnes, sa politique, son journal d’audit et sa clé. Invitez ensuite son premier administrateur.
organizations-acts = Opérations
organizations-suspend = Suspendre
organizations-activate = Réactiver
organizations-delete = Supprimer
organizations-suspend-what = Plus personne de { $name } ne se connecte, par aucun chemin, et les sessions ouvertes se ferment à la page suivante. Tout est conservé.
organizations-activate-what = Les personnes de { $name } peuvent de nouveau se connecter.
organizations-delete-what = Tout le monde dans { $name } est supprimé avec tout ce qui est enregistré, ainsi que la clé qui scelle leurs secrets. Du journal d’audit restent les empreintes. Rien ne la fait revenir, sinon une copie de la base de données faite auparavant : supprimez aussi ces copies, ou faites changer la clé maîtresse et retirer l’ancienne : leurs secrets ne s’ouvrent alors plus.
organizations-delete-hint = Écrivez { $slug } pour confirmer que c’est bien voulu.
organizations-people = Personnes : { $people }.
organizations-last-owner = Personne d’autre n’est propriétaire de ce portail
organizations-last-owner-next = Tous les propriétaires qui peuvent se connecter sont dans cette organisation. Nommez d’abord un propriétaire dans une autre.
problem-not-the-same = C’est autre chose. Écrivez-le exactement comme il est affiché.
event-organization-suspended = L’organisation a été suspendue : plus personne ne s’y connecte.
event-organization-activated = L’organisation a été rouverte après une suspension.
event-organization-deletion-began = La suppression de l’organisation { $name } a commencé, avec { $count ->
    [one] la personne
   *[other] les { $count } personnes
} qu’elle avait.
event-organization-deleted = L’organisation { $name } a été supprimée avec ses personnes et sa clé.

## What is on record about somebody

edit-person-title = Modifier les données
edit-person-what = { $name } apprend par e-mail ce qui change ici, à l’ancienne adresse et à la nouvelle.
edit-person-email-vouched = Elle permet de se connecter tout de suite : vous en répondez.
edit-person-email-unproved = Une nouvelle adresse permet de se connecter dès que la personne l’a prouvée, sous « Modifier le profil ». D’ici là, c’est le nom de connexion.
edit-person-save = Enregistrer
event-login-name-changed = Le nom de connexion a été changé de { $from } en { $to }.
event-address-set = L’adresse { $address } a été enregistrée. Elle permettra de se connecter une fois prouvée.
event-address-vouched = L’adresse { $address } a été enregistrée et garantie. Elle permet de se connecter.
event-address-taken-off = L’adresse enregistrée a été retirée.
notice-login-name-changed = Votre nom de connexion a été changé

## People as a file

access-export = Emporter
access-export-what = Toutes les personnes avec état, MFA et rôle, en tableau pour un tableur. Le téléchargement est noté dans le journal d’audit.
event-people-exported = Une liste des personnes de l’organisation a été exportée.

## Giving a role

role-title = Changer le rôle
role-what = { $name } reçoit ce rôle à la place du sien, dès sa page suivante, et l’apprend par e-mail.
role-give = Donner le rôle
role-until = Jusqu’à : { $until }
role-until-label = Dernier jour (facultatif)
role-until-hint = Ensuite, la personne redevient membre d’elle-même. Laissez vide pour un rôle sans fin.
role-member-what = Se connecte et s’occupe de son propre compte.
role-auditor-what = Lit tout dans cette organisation et ne change rien.
role-help-desk-what = Aide les membres et les auditeurs : débloque, supprime une configuration MFA, donne des codes.
role-admin-what = Décide de tout et de tous dans cette organisation.
role-owner-what = Dirige tout le portail, avec chaque organisation.
role-last-admin = Personne d’autre n’administre cette organisation
role-last-admin-next = Nommez d’abord quelqu’un d’autre administrateur, sans dernier jour.
role-last-owner = Ce portail n’a pas d’autre propriétaire
role-last-owner-next = Nommez d’abord quelqu’un d’autre propriétaire.
role-ends-with-yours = Vous-même avez ce rôle jusqu’à : { $until }
role-ends-with-yours-next = Vous ne pouvez le donner à d’autres que jusque-là : choisissez un dernier jour qui ne dépasse pas le vôtre.
problem-day-over = Ce jour est passé. Choisissez-en un à venir.

## A new phone, in one act

help-delete-mfa-and-code = La supprimer et donner un code de configuration

## Applications

applications-title = Applications web
applications-lead = Les sites affichés sur la page d’accueil de vos collaborateurs, une tuile pour chacun.
applications-none = Pas encore d’applications
applications-none-next = Ajoutez les sites que vos collaborateurs utilisent le plus, par exemple la messagerie.
applications-add = Ajouter une application
application-edit = Modifier l’application
application-name-hint = Comme vos collaborateurs l’appellent, par exemple Messagerie.
application-address-hint = L’adresse complète, par exemple https://mail.example.com.
application-whom-sees = Qui la voit
application-seen-by-everyone = Tout le monde la voit
application-seen-by-nobody = Personne ne la voit
application-seen-by = Visible pour { $people }
application-delete-what = Elle disparaît de la page d’accueil de tous ceux qui la voient. Le site lui-même ne change pas.
application-description-label = À quoi elle sert (facultatif)
application-description-hint = En quelques mots, tels qu’ils figurent sur la tuile.
application-icon = Sur la tuile
icon-letters = Premières lettres du nom
computer-icon = Icône
icon-screen = Un écran
icon-mail = Courrier
icon-calendar = Calendrier
icon-chat = Discussion
icon-files = Fichiers
icon-people = Personnes
icon-money = Argent
icon-chart = Graphique
icon-help = Aide
icon-book = Livre
icon-cloud = Nuage
icon-code = Code source
icon-clock = Horloge
problem-not-a-site = Écrivez l’adresse complète, comme https://mail.example.com.
event-application-added = L’application { $name } a été ajoutée à la page d’accueil.
event-application-changed = Ce que la page d’accueil indique de l’application { $name } a été modifié.
event-application-changed-to = Ce que la page d’accueil indique de l’application { $name } a été modifié : { $changes }
event-application-removed = L’application { $name } a été retirée de la page d’accueil.

## Requests to the help desk

locked-out-link = Accès bloqué ? Demandez à votre assistance
locked-out-title = Accès bloqué ?
locked-out-explanation = Saisissez ce avec quoi vous vous connectez, et votre assistance sera priée de vous aider. Elle vous appelle, ou vous l’appelez ; elle ne demande jamais votre mot de passe.
locked-out-ask = Demander à l’assistance
locked-out-asked = Votre assistance est prévenue
locked-out-asked-what = Si un compte a cet identifiant, son assistance voit maintenant la demande.
locked-out-asked-next = Demander encore ne change rien tant qu’elle attend. Si c’est urgent, appelez : on vérifie qui vous êtes avant de vous aider.
requests-title = Demandes à l’assistance
requests-what = Ce que vous avez demandé à l’assistance, et la suite donnée.
requests-none = Vous n’avez rien demandé
requests-ask = Demander quelque chose
request-mfa = Activer la MFA
request-unlock = Accès bloqué
request-mfa-ask = Demander à l’assistance d’activer la MFA pour moi
request-mfa-ask-what = Une fois activée, votre prochaine connexion vous guide dans la configuration, puis demande un code en plus du mot de passe.
request-mfa-asked = Votre assistance a été priée d’activer la MFA : { $when }.
request-unlock-ask = Demander de l’aide pour ma connexion
request-unlock-ask-what = Quand un appareil est perdu ou que les codes ne sont plus acceptés.
request-made = Votre assistance a reçu votre demande
request-made-next = La suite donnée s’affiche ici, et vous est envoyée par e-mail si votre compte a une adresse.
request-taken-back = La demande est retirée
request-taken-back-next = Votre assistance ne la voit plus en attente. Vous pouvez redemander.
request-too-often = Vous avez demandé trois fois aujourd’hui
request-too-often-next = Redemandez demain, ou appelez votre assistance.
request-not-offered = Il n’y a rien à demander
request-not-offered-next = La MFA est déjà exigée pour votre compte, ou configurée.
request-asked-at = Demandé : { $when }
request-by-login = Par quelqu’un qui n’était pas connecté
request-waits = Votre assistance n’a pas encore répondu.
request-withdraw = Retirer
request-granted = La MFA a été activée
request-helped = L’assistance a aidé
request-done = Fait
request-declined = Refusé
request-withdrawn = Retirée
admin-requests-title = Demandes
admin-requests-what = Ce que les membres demandent à l’assistance. La plus ancienne est la première.
admin-requests-none = Personne n’attend
admin-requests-answered = Répondues récemment
request-asked = Demandé
request-answer = Réponse
request-signed-in = Par le membre, connecté.
request-not-signed-in = Par quelqu’un qui a saisi l’identifiant sans être connecté : cela peut être n’importe qui. Avant d’aider, vérifiez qui c’est, à un numéro que vous connaissez.
request-mfa-do = Activer la MFA l’exige de { $name } seulement. La prochaine connexion guide dans la configuration.
request-unlock-do = La page de { $name } montre les blocages en vigueur et propose ce qui aide : débloquer, code de configuration, code de réinitialisation. Cela répond à la demande ; si autre chose a aidé, dites-le ici.
request-help = Aller à la page de la personne
request-not-yours = Quelqu’un avec un rôle plus élevé aide ce compte.
request-word-label = Un mot au membre
request-word-hint = Une ligne, lue dans le portail et dans l’e-mail. Nécessaire pour refuser.
request-grant = Activer la MFA
request-say-done = Marquer comme fait
request-decline = Refuser
event-help-asked-mfa = L’assistance a été priée d’activer la MFA.
event-help-asked-unlock = L’assistance a été priée d’aider à la connexion.
event-help-withdrawn-mfa = La demande d’activer la MFA a été retirée.
event-help-withdrawn-unlock = La demande d’aide à la connexion a été retirée.
event-help-done-mfa = La demande d’activer la MFA a reçu une réponse : fait.
event-help-done-mfa-word = La demande d’activer la MFA a reçu une réponse : fait. « { $word } »
event-help-done-unlock = La demande d’aide à la connexion a reçu une réponse : fait.
event-help-done-unlock-word = La demande d’aide à la connexion a reçu une réponse : fait. « { $word } »
event-help-declined-mfa = La demande d’activer la MFA a été refusée.
event-help-declined-mfa-word = La demande d’activer la MFA a été refusée : « { $word } »
event-help-declined-unlock = La demande d’aide à la connexion a été refusée.
event-help-declined-unlock-word = La demande d’aide à la connexion a été refusée : « { $word } »
notice-help-asked = Quelque chose a été demandé à votre assistance
notice-help-answered = Votre assistance a répondu
mail-help-mfa-subject = Un membre demande la MFA
mail-help-unlock-subject = Un membre demande de l’aide pour se connecter
mail-help-mfa = { $name } ({ $login }) demande l’activation de la MFA.
mail-help-unlock = { $name } ({ $login }) n’aurait plus accès.
mail-help-signed-in = La demande vient du membre, connecté.
mail-help-not-signed-in = La demande vient de quelqu’un qui a saisi l’identifiant sans être connecté. Vérifiez qui c’est avant d’aider.
mail-help-answer = Répondre à la demande
mail-help-once = Vous recevez un tel e-mail par jour et par compte. Toutes les demandes sont dans la liste.

## How an organization shows itself

branding-title = Image de marque
branding-lead = Ce que vos membres voient de votre organisation une fois leur mot de passe accepté : sur les pages, dans les messages et dans les lettres. Avant, ils voient celle du portail.
branding-read-only = Seuls les administrateurs peuvent modifier ceci.
branding-look = Nom et couleur
branding-name-label = Nom de l’organisation
branding-name-hint = Tel que vos membres le connaissent. Il figure en haut de leurs pages et de leurs messages.
branding-accent-label = Couleur d’accent (facultatif)
branding-accent-hint = Comme dans votre charte graphique, par exemple #c8102e. Les boutons et les liens la portent. Sans indication, ils ont la couleur du portail.
branding-accent-light = Sur les pages claires
branding-accent-dark = Sur les pages sombres
branding-accent-darker = Plus foncée que choisie, afin que tout le monde puisse la lire.
branding-accent-lighter = Plus claire que choisie, afin que tout le monde puisse la lire.
branding-save = Enregistrer
branding-saved = Le nom et la couleur sont enregistrés
branding-saved-next = Vos membres les voient dès leur prochaine page.
problem-not-a-color = Écrivez-la comme #c8102e : six caractères, chacun de 0 à 9 ou de a à f.
event-branding-changed = Le nom et la couleur de l’organisation ont été définis : { $name }, { $color }.
event-branding-without-color = Le nom de l’organisation a été défini : { $name }. Elle n’a pas de couleur à elle.
contacts-title = Contacts
contacts-what = À qui vos membres doivent s’adresser quand ils ont besoin d’aide.
contacts-none = Votre organisation n’a pas encore de contacts à elle
contacts-none-next = D’ici là, vos membres voient ceux de tout le portail :
contacts-none-anywhere = Le portail non plus : personne ne sait donc à qui s’adresser. Ajoutez le numéro ou l’adresse de votre assistance.
contacts-add = Ajouter un contact
contacts-full = Il y a autant de contacts que l’on peut en proposer. Supprimez-en un avant d’en ajouter un autre.
contact-edit = Modifier
contact-up = Monter
contact-down = Descendre
contact-delete = Supprimer
contact-save = Enregistrer
contact-label-label = Nom
contact-label-hint = Qui répond, par exemple Assistance ou Accueil.
contact-phone-label = Téléphone (facultatif)
contact-phone-hint = Tel qu’on le lit, avec le choix du menu : +33 1 55 50 10 00, touche 2. Sur un téléphone, le numéro est un lien.
contact-mail-label = Adresse e-mail (facultatif)
contact-mail-hint = Une adresse dont quelqu’un lit les messages.
contact-hours-label = Horaires (facultatif)
contact-hours-hint = Par exemple du lundi au vendredi, de 8 h à 17 h.
contact-note-label = Remarque (facultatif)
contact-note-hint = Toute autre indication, par exemple un bureau.
contact-unreachable = Cela seul ne permet de joindre personne. Indiquez un numéro de téléphone, une adresse e-mail ou une remarque.
contact-stale = Quelqu’un d’autre l’a modifié entre-temps. Ouvrez-le de nouveau, puis faites votre modification.
contact-delete-title = Supprimer ce contact
contact-delete-what = Vos membres n’y seront plus adressés.
contact-delete-last = C’est le seul contact de votre organisation. Vos membres seront ensuite adressés aux contacts de tout le portail.
event-contacts-changed = Les contacts de l’organisation ont été modifiés. Ce sont maintenant : { $contacts }.
event-contacts-ended = Les contacts de l’organisation ont été supprimés. Ceux de tout le portail sont affichés à leur place.

## Several organizations at once

everywhere-people = Toutes les organisations
everywhere-people-what = Une recherche parmi les personnes de chaque organisation où vous avez un rôle.
everywhere-more = Tout afficher
everywhere-more-places = Cent organisations sont parcourues à la fois.
everywhere-next-places = Organisations suivantes
everywhere-requests = Demandes de toutes les organisations
everywhere-requests-what = Ce que les membres demandent à l’assistance, dans chaque organisation où vous aidez. La plus ancienne est la première.
everywhere-more-requests = D’autres attendent encore. Répondez à celles-ci, ou ouvrez la liste d’une organisation.
event-role-elsewhere = Un rôle a été donné dans l’organisation { $organization } : { $role }.
event-role-elsewhere-ended = Le rôle dans l’organisation { $organization } a été retiré.
event-outsider-role = { $login }, d’une autre organisation, a reçu un rôle ici : { $role }.
event-outsider-role-ended = { $login }, d’une autre organisation, n’a plus de rôle ici.

## Many people at once

access-many = Inviter plusieurs personnes
many-invite = Inviter beaucoup de personnes
many-invite-what = Une personne par ligne. Vous pouvez coller des lignes d’un tableur ou d’un carnet d’adresses. Personne n’est invité avant que vous ayez vu la liste.
many-people-hint = Par exemple { $example }, ou un nom, une adresse et un nom de connexion séparés par des virgules ou des tabulations. Sans nom de connexion, c’est ce qui précède le @. { $most } lignes au plus.
many-import = Importer des personnes
many-import-what = Un tableau avec une ligne par personne, tel que { $name } le donne. Qui est déjà là est modifié selon sa ligne ; les autres sont invités. Rien ne se passe avant que vous ayez vu ce qui se passerait.
many-table = Tableau
many-table-hint = La première ligne nomme les colonnes : { $columns }. Entre elles, des virgules, des points-virgules ou des tabulations. { $most } lignes au plus.
many-file = Fichier (facultatif)
many-file-hint = CSV en UTF-8, 2 Mo au plus. S’il y en a un, c’est lui qui compte et non le tableau ci-dessous.
many-by = Comment les personnes sont invitées
many-by-import = Comment sont invitées les personnes qui ne sont pas encore là
many-by-mail = Par e-mail, avec un lien valable trois jours
many-by-paper = Sur papier, avec une lettre à remettre à chaque personne
many-days = Validité des lettres, en jours
many-days-hint = De 1 à { $most }. Les liens par e-mail sont valables trois jours.
many-check = Vérifier la liste
many-change-list = Modifier la liste
many-line = Ligne
many-what = Ce qui se passerait
many-look = Rien ne s’est encore passé. Parcourez d’abord la liste.
many-differs = Quelque chose a changé entre-temps, et rien n’a été fait. Voici ce qui se passerait maintenant.
many-wrong = Rien n’a été fait : certaines lignes sont à revoir
many-nothing = Il n’y a rien à faire : tout est déjà ainsi
many-too-much = Rien n’a été fait : cela toucherait plus de { $most } personnes à la fois. Divisez la liste.
many-count-invited =
    { $count ->
        [one] { $count } personne serait invitée
       *[other] { $count } personnes seraient invitées
    }
many-count-changed =
    { $count ->
        [one] { $count } personne serait modifiée
       *[other] { $count } personnes seraient modifiées
    }
many-count-same =
    { $count ->
        [one] { $count } ligne dit ce qui est déjà ainsi
       *[other] { $count } lignes disent ce qui est déjà ainsi
    }
many-count-wrong =
    { $count ->
        [one] { $count } ligne ne peut pas être reprise
       *[other] { $count } lignes ne peuvent pas être reprises
    }
many-more =
    { $count ->
        [one] { $count } autre ligne n’est pas affichée.
       *[other] { $count } autres lignes ne sont pas affichées.
    }
many-unread = Ces colonnes ne sont pas lues : { $columns }
many-invited = Reçoit une invitation
many-invited-again = Reçoit une nouvelle invitation ; celle qui est ouverte prend fin
many-name-changes = Nom : { $from } devient { $to }
many-address-changes = Adresse : { $from } devient { $to }
many-address-added = Adresse : { $to } est ajoutée
many-address-removed = Adresse : { $from } est retirée
many-no-login-name = Il n’y a pas de nom de connexion, et l’adresse n’en donne aucun. Ajoutez-en un.
many-fields = Cette ligne a plus ou moins de champs qu’il n’en faut.
many-line-break = Un champ s’étend sur plusieurs lignes. Cherchez un guillemet qui n’est pas fermé.
many-twice = La ligne { $line } a déjà ce nom de connexion.
many-address-twice = La ligne { $line } a déjà cette adresse.
many-no-address = Sans adresse, aucun e-mail n’arrive. Ajoutez-en une, ou choisissez le papier.
many-just-mailed = Une invitation est partie il y a moins d’une minute. Attendez un peu.
many-denied = Vous ne pouvez pas modifier cette personne.
many-frozen = Ce compte est gelé. Dégelez-le d’abord.
many-prove = Cela demande une nouvelle preuve que c’est bien vous. Donnez-la dans un onglet à part, puis revenez continuer ici.
many-prove-link = Confirmer que c’est bien vous
many-confirm-invite =
    { $count ->
        [one] Inviter cette personne
       *[other] Inviter ces { $count } personnes
    }
many-confirm-import = Importer exactement cela
many-done = C’est fait
many-done-mailed =
    { $count ->
        [one] { $count } invitation est en route.
       *[other] { $count } invitations sont en route.
    }
many-done-changed =
    { $count ->
        [one] { $count } personne a été modifiée.
       *[other] { $count } personnes ont été modifiées.
    }
many-unread-all = Rien n’a pu être lu
many-empty = Il n’y a encore personne dedans.
many-too-large = C’est plus grand que { $megabytes } Mo. Divisez-le.
many-too-many-lines = Il y a plus de { $most } lignes. Divisez le tableau.
many-not-text = Ce n’est pas du texte en UTF-8. Dans votre tableur, enregistrez-le comme « CSV UTF-8 ».
many-no-headings = La première ligne doit nommer les colonnes, comme ceci : { $columns }
many-heading-twice = La première ligne nomme deux fois la colonne { $column }.
letters-title =
    { $count ->
        [one] { $count } lettre
       *[other] { $count } lettres
    }
letters-only-now = Ces lettres ne sont affichées que maintenant
letters-only-now-next = Imprimez-les avant de quitter la page ; chacune a sa propre feuille. Remettez-les en main propre : qui a un code peut devenir titulaire du compte.
## Groupes

groups-title = Groupes
groups-lead = Ce que vous donnez à un groupe, une application ou un ordinateur distant, tous ceux qui en font partie l’obtiennent, tant qu’ils en font partie.
groups-none = Pas encore de groupes
groups-none-next = Créez-en un pour chaque équipe qui se sert des mêmes choses.
groups-add = Créer un groupe
group-page = Groupe
group-name-hint = Comme vos collaborateurs l’appellent, par exemple Ventes.
group-members = { $people ->
    [one] Une personne
   *[other] { $people } personnes
}
group-opens = Ce qu’il ouvre
group-opens-nothing = Rien ne lui est encore donné. Choisissez-le là où il est dit qui voit une application ou peut ouvrir une session.
group-nobody = Il n’y a encore personne
group-nobody-next = Qui y entre voit aussitôt ce qui est donné au groupe.
group-add-people = Ajouter des personnes
group-people-hint = Un par ligne, par exemple ann. Elles obtiennent aussitôt ce qui est donné au groupe.
group-too-many = Cela fait plus de { $most } personnes. Ajoutez-les en plusieurs fois.
group-joined = En fait partie depuis le { $date }
group-take-out = Retirer
group-rename = Renommer
group-delete = Supprimer le groupe
group-delete-what = Aucun compte n’est supprimé. Ce qui n’est donné qu’à ce groupe, plus personne ne le voit ni ne l’ouvre :
group-in-list = { $group } (groupe)
whom-chosen = Seulement les groupes et les personnes choisis ici
event-group-added = Le groupe { $group } a été créé.
event-group-renamed = Le groupe { $from } s’appelle désormais { $to }.
event-group-removed = Le groupe { $group } a été supprimé.
event-group-joined = Vous avez été ajouté au groupe { $group }.
event-group-left = Vous avez été retiré du groupe { $group }.
## Support codes

support-code = Code d’assistance
support-code-what = Lisez-le à l’assistance : elle voit ce qui s’est passé ici sans rien vous demander. Valable sept jours.
support-fault-what = Transmettez-le avec cela : qui exploite le portail trouve grâce à lui, dans le journal du programme, ce qui s’est mal passé.
support-look-label = Code d’assistance
support-look-hint = La personne le lit sur la page : cinq lettres et chiffres, comme { $example }.
support-look = Rechercher le code
support-nobodys-what = Ici se trouvent les codes des identifiants et invitations que personne n’a, et des réseaux mis en attente. Tous les autres se cherchent dans l’organisation de la personne.
support-when = Quand
support-none = Aucun refus ne correspond à ce code
support-none-next = Faites-le relire. Un code est valable sept jours. Les codes des identifiants et invitations que personne n’a et des réseaux qui doivent attendre ne sont visibles que pour ceux qui exploitent le portail.
support-none-next-nobodys = Faites-le relire. Un code est valable sept jours. Le code d’une personne se cherche dans son organisation. Le code d’une erreur du portail lui-même mène à une ligne du journal du programme.
support-next-login-unknown = Aucun compte n’a l’identifiant saisi. Il n’est pas conservé, car ce peut être un mot de passe dans le mauvais champ. Faites épeler l’identifiant et comparez-le avec la liste des personnes de l’organisation.
support-next-password-wrong = Le mot de passe était un autre. Faites-le saisir encore une fois, en veillant aux majuscules et à la langue du clavier. Qui l’a oublié en obtient un nouveau depuis la page de connexion, ou avec un code de réinitialisation de votre part.
support-next-suspended = Le mot de passe était juste, mais le compte est suspendu, ce que la page n’a pas dit. Qui administre l’organisation peut le réactiver.
support-next-delayed = Trop d’erreurs l’avaient précédé, si bien que personne n’a vérifié cet essai : il était peut-être même juste. L’attente se termine d’elle-même à l’heure indiquée ci-dessous. Une fois sûr de qui appelle, vous pouvez y mettre fin aussitôt.
support-next-closed = Après cinquante codes inexacts de suite, cette voie a été fermée. Vous pouvez la rouvrir une fois sûr de qui appelle. Si la personne n’a pas saisi ces codes, quelqu’un d’autre connaît le mot de passe : il doit être changé.
support-next-clock-slow = Le code avait été juste quelques minutes plus tôt : l’horloge du téléphone retarde. Avec l’heure automatique dans les réglages du téléphone, le prochain code compte.
support-next-clock-fast = Le code était celui des minutes à venir : l’horloge du téléphone avance. Avec l’heure automatique dans les réglages du téléphone, le prochain code compte.
support-next-app-used = Le code était juste, mais il avait déjà compté une fois. Le suivant, dans la demi-minute, compte de nouveau.
support-next-app-wrong = Ce n’était pas le code de l’application à ce moment. Faites ouvrir l’entrée de { $place }, attendre un code frais et le saisir. Si le téléphone est nouveau ou l’entrée supprimée, aucun code ne peut être juste : il faut alors supprimer la configuration MFA.
support-next-recovery-used = Ce code de récupération avait déjà servi. Le suivant de la liste compte.
support-next-recovery-wrong = Il n’est pas parmi les codes qui comptent maintenant. S’il existe deux listes, seule la plus récente compte.
support-next-email = Ce n’était pas le code du dernier e-mail, ou celui-ci ne comptait plus : il vaut cinq minutes et cinq essais. La même page permet d’en faire envoyer un autre.
support-next-help-desk-code = Ce n’était pas un code de votre part qui compte maintenant. Chacun vaut une fois, jusqu’à sa fin, et pour cinq essais. Comparez-le caractère par caractère, ou donnez-en un nouveau.
support-next-network = Trop de réponses inexactes sont venues du réseau { $network }, si bien que rien n’en est vérifié jusqu’à { $until }. Si c’est l’un de vos bureaux, nommez-le sous { $setting } dans la configuration.
problem-not-a-support-code = Un code d’assistance a cinq lettres et chiffres, avec un tiret après le deuxième.

# Logos

logo-title = Logo
logo-none = Aucun pour l’instant. À côté du nom figure l’emblème du portail.
logo-add = Ajouter un logo
logo-change = Changer le logo
logo-remove = Retirer le logo
logo-remove-what = Vos membres voient de nouveau l’emblème du portail à côté du nom, dès leur prochaine page. Le fichier n’est pas conservé.
logo-lead = Il figure en haut des pages de vos membres une fois leur mot de passe accepté. Les messages n’en ont pas.
logo-file = Fichier
logo-file-hint = SVG, ou PNG d’au plus { $side } × { $side } points, jusqu’à { $kilobytes } Ko. Prenez celui qui est fait pour le papier blanc : il est posé sur du blanc, même sur les pages sombres.
logo-shape = Un logo au moins trois fois plus large que haut est considéré comme le nom lui-même et figure seul. À côté de tout autre figure le nom.
logo-upload = Téléverser le logo
logo-saved = Le logo est enregistré
logo-saved-next = Vos membres le voient dès leur prochaine page.
logo-faint = Le logo se voit à peine
logo-faint-next = Les logos figurent sur fond blanc, sur les pages claires comme sur les sombres, et presque rien dans celui-ci n’est plus foncé. Téléversez la version faite pour le papier blanc.
logo-removed = Le logo est retiré
logo-left-out = Une partie du dessin a été laissée de côté
logo-left-out-next = S’il vous manque quelque chose ci-dessous, enregistrez le logo au format PNG et téléversez celui-ci.
logo-left-script = Les scripts : un logo n’exécute rien.
logo-left-animation = Les animations : un logo ne bouge pas.
logo-left-text = Le texte, qui serait différent sur chaque appareil. Convertissez-le en tracés dans votre logiciel de dessin.
logo-left-picture = Les images dans le dessin.
logo-left-effect = Les effets : filtres, masques, motifs, marqueurs ou tirets.
logo-left-reference = Les liens, et tout ce qui aurait été chargé d’ailleurs.
logo-left-style = Les styles qui ne sont pas simples.
logo-left-other = D’autres parties qui ne se dessinent pas.
logo-refused = Le fichier n’a pas été accepté
logo-refused-missing = Choisissez d’abord un fichier.
logo-refused-large = Il est trop volumineux. Enregistrez-le plus petit, avec { $kilobytes } Ko au plus, puis téléversez-le de nouveau.
logo-refused-kind = Ce n’est ni un SVG ni un PNG, quoi que dise son nom. Ouvrez-le dans un logiciel de dessin et enregistrez-le au format PNG.
logo-refused-damaged = Il est abîmé ou se termine trop tôt. Enregistrez-le de nouveau, puis téléversez-le.
logo-refused-points = Il a trop de points. Enregistrez-le avec { $side } × { $side } au plus, puis téléversez-le de nouveau.
logo-refused-busy = D’autres personnes téléversent un logo en ce moment. Choisissez de nouveau le fichier et téléversez-le encore une fois.
logo-refused-document-type = Il contient un type de document, où un danger peut se cacher. Enregistrez-le comme SVG simple ou au format PNG.
logo-refused-complex = Il a plus de parties qu’il n’en faut à un logo. Simplifiez-le, ou enregistrez-le au format PNG.
logo-refused-size = Il ne dit pas quelle taille il a. Enregistrez-le avec une largeur et une hauteur, ou au format PNG.
logo-refused-nothing = Rien de ce qu’il contient ne peut être dessiné ici. S’il est fait de texte ou d’images, convertissez-les en tracés, ou enregistrez-le au format PNG.
event-logo-changed = Le logo de l’organisation a été changé ({ $kind }, { $width } × { $height }).
event-logo-removed = Le logo de l’organisation a été retiré.
event-sign-in-frozen = Le compte est gelé, si bien que la connexion n’a pas continué.
event-sign-in-nothing = Une seconde étape était demandée, et le compte n’a rien qui puisse être demandé.
support-next-frozen = La personne, ou quelqu’un qui a accès à son courrier, a dit « Ce n’était pas moi ». Rien ne change au compte tant que vous ne le dégelez pas. Cherchez d’abord ce qui s’est passé.
support-next-nothing = Ce que ce compte pourrait prouver n’est pas permis ou n’est plus là. Un code de configuration ouvre la configuration d’un appareil.
event-asked-too-often-reset = Depuis un réseau, des liens vers un nouveau mot de passe ont été demandés trop souvent : pendant un moment, aucun n’est envoyé à sa demande.
event-asked-too-often-help = Depuis un réseau, l’assistance a été sollicitée trop souvent : pendant un moment, rien de là ne lui parvient.
event-asked-too-often-account = L’assistance a été sollicitée plus souvent que ce qui lui parvient d’un compte en un jour.
event-asked-too-often-email-code = Un code par e-mail a été demandé avant la fin de l’attente pour le suivant.
event-asked-too-often-address = Des liens vers une autre adresse e-mail ont été demandés plus souvent qu’ils ne sont envoyés en une heure.
event-invitation-unknown = Un code qui n’ouvre aucune invitation a été saisi.
event-invitation-over = Le code de l’invitation pour { $login } a été saisi, mais elle a été utilisée ou a pris fin.
support-next-asked-network = Depuis le réseau { $network }, cela a été demandé aussi souvent que possible en une heure. Ce sera de nouveau possible à partir de { $until }. Si c’est l’un de vos bureaux, nommez-le sous { $setting } dans la configuration.
support-next-asked-account = Trois demandes d’un compte par jour vous parviennent, et celle-ci est venue après : elle n’est sur aucune liste. Demandez de vive voix de quoi il s’agit. Le compte pourra demander de nouveau à partir de { $until }.
support-next-asked-email-code = Un code est envoyé au plus une fois par minute, et quelques fois par heure. Le prochain part à partir de { $until }. Si aucun n’arrive, vérifiez que l’adresse enregistrée est juste et faites regarder dans le dossier des indésirables.
support-next-asked-address = Cinq liens par heure sont envoyés pour un compte. Le prochain part à partir de { $until }. Vérifiez que l’adresse a été saisie correctement.
support-next-invitation-unknown = Aucune invitation n’a le code saisi, ou elle a pris fin il y a plus d’un mois. Il n’est pas conservé. Faites-le comparer à la lettre caractère par caractère, ou invitez de nouveau la personne.
support-next-invitation-over = Cette invitation a été acceptée, retirée, remplacée par une plus récente, ou a pris fin. Si { $login } n’est pas encore parmi les personnes de l’organisation, invitez de nouveau la personne.
event-act-denied = Une action que le rôle ne permet pas a été demandée : { $act }. Elle n’a pas été faite.
permission-see-people = lire la liste des personnes
permission-see-audit = lire le journal d’audit
permission-invite = inviter des personnes
permission-accounts = modifier le compte d’une autre personne
permission-policy = modifier la politique
permission-applications = modifier les applications
permission-branding = modifier le nom, le logo ou les contacts
permission-groups = modifier les groupes
permission-remote-logon = modifier la connexion à distance
permission-help = aider quelqu’un
support-next-act-denied = Le rôle de cette personne ne le permet pas, ou pas pour ce compte. Quelqu’un dont le rôle est plus élevé peut le faire, ou lui donner un rôle qui le permet.
access-factor-suspended = Facteur suspendu
method-apps = { $count ->
    [one] Application
   *[other] { $count } applications
}
method-recovery = { $count ->
    [one] 1 code de récupération
   *[other] { $count } codes de récupération
}
access-invited = Personnes invitées
access-next-invitations = Autres invitations
access-invitations-none-found = Personne n’est invité dont le nom, l’identifiant ou l’adresse contienne un mot qui commence ainsi.
support-elsewhere = Par hasard, le même code mène ailleurs à un autre refus. Si celui-ci n’est pas celui de l’appel, voyez là :
support-elsewhere-only = Le code mène à des refus en plusieurs endroits, et à aucun ici. Choisissez celui de l’appel :
support-elsewhere-nobodys = Identifiants que personne n’a, et réseaux
outsiders-title = Venus d’ailleurs
outsiders-what = Les personnes d’autres organisations qui travaillent ici, comme les techniciens d’un prestataire. Ce qu’elles font figure dans le journal d’audit de cette organisation. Qui exploite tout le portail peut aussi travailler ici et ne figure pas dans cette liste.
outsiders-nobody = Personne d’une autre organisation n’a de rôle ici.
outsiders-nobody-next = C’est à qui exploite le portail de donner un tel rôle.
outsiders-count = { $people ->
    [one] Une personne d’une autre organisation a un rôle ici.
   *[other] { $people } personnes d’autres organisations ont un rôle ici.
  }
outsiders-see = Voir qui
outsiders-until = Fin
outsiders-for-good = Sans fin
outsiders-lend = Donner un rôle à quelqu’un d’ailleurs
outsiders-lend-what = La personne reçoit ce rôle ici à la place de celui qu’elle y aurait, dès sa prochaine page. Elle en est avertie par e-mail, et les journaux d’audit des deux organisations en gardent la trace.
outsiders-login-label = Identifiant
outsiders-login-hint = Avec le nom court de l’organisation de la personne, par exemple ann@acme.
outsiders-until-hint = Ensuite, le rôle prend fin de lui-même. Laissez vide pour un rôle sans fin.
outsiders-take = Retirer le rôle
outsiders-take-what = Dès sa prochaine page, la personne ne voit plus rien de cette organisation. Elle en est avertie par e-mail, et les journaux d’audit des deux organisations en gardent la trace.
problem-nobody-elsewhere = Personne d’une autre organisation n’a cet identifiant. Écrivez-le avec le nom court de l’organisation, par exemple ann@acme. Pour les personnes de votre organisation, changez le rôle sur leur page.
event-outsider-suspended = { $login }, d’une autre organisation et qui a un rôle ici, a été suspendu.
event-outsider-activated = { $login }, d’une autre organisation et qui a un rôle ici, a été réactivé.
event-outsider-deleted = { $login }, d’une autre organisation et qui avait un rôle ici, a été supprimé, et le rôle avec le compte.
event-outsider-organization-suspended = L’organisation de { $login }, qui a un rôle ici, a été suspendue.
event-outsider-organization-activated = L’organisation de { $login }, qui a un rôle ici, a été réactivée.
event-outsider-organization-deleted = L’organisation de { $login }, qui avait un rôle ici, a été supprimée, et le rôle a pris fin.
invite-days = Jours de validité de la lettre
invite-days-hint = De 1 à { $most }.
