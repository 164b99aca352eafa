# Portcullis in American English.
#
# Sentence case. Say what happened, then what to do. One key is one whole sentence or label: no
# fragments that a program glues together, and plurals by rule. Some labels are named in people's
# own help pages and stay as they are: Log in, Submit code, Try another way, Edit profile, MFA
# settings, Show secret key for manual configuration, Verify MFA code, Enter the code here,
# Enable, Administration and access, Copy, Download, Print, I have stored these codes.

## Around every page

skip = Skip to the page
contacts-heading = Need help?
contacts-sign-in = Can’t sign in?
menu-account = Edit profile
menu-applications = Applications
menu-administration = Administration
menu-sign-out = Sign out
wait-over = You can go on now.
cancel = Cancel
copy = Copy
copied = Copied
download = Download
print = Print
finish = Finish
never = Never

## Numbers and times

number = { $number }
when-just-now = just now
when-minutes-ago =
    { $minutes ->
        [one] 1 minute ago
       *[other] { $minutes } minutes ago
    }
when-days-ago =
    { $days ->
        [one] 1 day ago
       *[other] { $days } days ago
    }
when-today = today at { $clock }
when-yesterday = yesterday at { $clock }
when-tomorrow = tomorrow at { $clock }
when-ahead = { $date } at { $clock }
when-exact = { $date }, { $clock }
clock =
    { $half ->
        [am] { $hour-of-half }:{ $minute } AM
       *[pm] { $hour-of-half }:{ $minute } PM
    }
clock-exact =
    { $half ->
        [am] { $hour-of-half }:{ $minute }:{ $second } AM
       *[pm] { $hour-of-half }:{ $minute }:{ $second } PM
    }
date = { $month } { $day }, { $year }
month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }

## Signing in

sign-in-title = Sign in
login-label = Email or login name
login-hint = Such as ann@example.com or ann@acme
password-label = Password
password-show = Show password
password-hide = Hide password
log-in = Log in
have-invitation = I have an invitation
sign-in-refused = That login and password don’t go together
sign-in-refused-next = Check both for typing slips and for Caps Lock, then try again. If they look right, ask whoever looks after your account here.
sign-in-delayed = Too many tries for this login
sign-in-delayed-next =
    { $seconds ->
        [one] Try again in 1 second, at { $until }. Until then, no password is looked at.
       *[other] Try again in { $seconds } seconds, at { $until }. Until then, no password is looked at.
    }
sign-in-delayed-next-minutes =
    { $minutes ->
        [one] Try again in 1 minute, at { $until }. Until then, no password is looked at.
       *[other] Try again in { $minutes } minutes, at { $until }. Until then, no password is looked at.
    }
address-delayed = Too many wrong answers from your network
address-delayed-next =
    { $seconds ->
        [one] Try again in 1 second, at { $until }. Until then, nothing from there is looked at. Others may share your network; if it isn’t you, tell the help desk.
       *[other] Try again in { $seconds } seconds, at { $until }. Until then, nothing from there is looked at. Others may share your network; if it isn’t you, tell the help desk.
    }
address-delayed-next-minutes =
    { $minutes ->
        [one] Try again in 1 minute, at { $until }. Until then, nothing from there is looked at. Others may share your network; if it isn’t you, tell the help desk.
       *[other] Try again in { $minutes } minutes, at { $until }. Until then, nothing from there is looked at. Others may share your network; if it isn’t you, tell the help desk.
    }
signed-out = You’re signed out
signed-out-next = On a shared computer, close the browser window as well.
sign-in-ended = Your sign-in was ended
sign-in-ended-next = It took too long, or you are no longer signed in. Nothing was changed. Start again here.
signing-in-as = Signing in as { $who }
not-you = Not you?

## The app’s code

code-title = Enter your code
code-title-refused = Code not accepted
code-heading = Enter the code from your app
code-explanation = Your authenticator app shows six digits for { $place }.
step-up-heading = Confirm that it’s you
step-up-recovery-codes = New recovery codes open your account, so they need a code from your authenticator app first.
step-up-administration = The administration needs a code from your authenticator app, at first and again after a while away.
step-up-devices = Your devices open your account, so changing them needs a fresh proof that it’s you.
step-up-end-mfa = Switching MFA off needs a fresh proof that it’s you.
step-up-password = A new password needs a fresh proof that it’s you.
step-up-address = A new address needs a fresh proof that it’s you.
step-up-record = What is stored about you is for you alone, so it needs a fresh proof that it’s you.
step-up-people = What concerns other people’s accounts needs a fresh proof that it’s you, by a code from your app.
code-label = Enter the code here
submit-code = Submit code
code-wrong = That isn’t the code the app shows now
code-wrong-next = Wait until the app shows a new one, then type that.
code-wrong-tip-entry = Does the app list several entries? Take the one for { $place }.
code-wrong-tip-clock = Still not taken? Switch on automatic time in your phone’s settings: codes depend on its clock.
code-clock-slow =
    { $minutes ->
        [one] Your phone’s clock is about 1 minute slow
       *[other] Your phone’s clock is about { $minutes } minutes slow
    }
code-clock-fast =
    { $minutes ->
        [one] Your phone’s clock is about 1 minute fast
       *[other] Your phone’s clock is about { $minutes } minutes fast
    }
code-clock-next = Switch on automatic time in the phone’s settings, wait until the app shows a new code, and type that.
code-clock-tip-old = Or was it a code that you saw some minutes ago? Only the one that the app shows now counts.
code-is-recovery-code = That looks like a recovery code
code-is-recovery-code-next = Here the six digits of the app are wanted. To use a recovery code, choose “Try another way” below.
code-not-six-digits = A code has six digits
code-not-six-digits-next = Type only the digits that the app shows now. A space between them does no harm.
code-already-used = That code was already used
code-already-used-next =
    { $seconds ->
        [one] Each code works once. Wait for the next one (1 second).
       *[other] Each code works once. Wait for the next one ({ $seconds } seconds).
    }
code-delayed = Too many codes that weren’t right
code-delayed-next =
    { $seconds ->
        [one] Try again in 1 second, at { $until }. Until then, no code is looked at.
       *[other] Try again in { $seconds } seconds, at { $until }. Until then, no code is looked at.
    }
code-delayed-next-minutes =
    { $minutes ->
        [one] Try again in 1 minute, at { $until }. Until then, no code is looked at.
       *[other] Try again in { $minutes } minutes, at { $until }. Until then, no code is looked at.
    }
code-suspended = Codes from the app are closed for this account
code-suspended-next = Fifty in a row weren’t right. Use a recovery code, or ask the help desk to open this way again.
another-way = Try another way
another-way-none = There’s no other way for this account. Ask the help desk: it can help you without your phone.
use-recovery-code = Use a recovery code
use-recovery-code-left =
    { $left ->
        [one] From the list you stored; 1 is left
       *[other] From the list you stored; { $left } are left
    }

## A recovery code

recovery-title = Use a recovery code
recovery-explanation = It stands in for the app’s code this time. Each one works once, so cross it off your list.
recovery-label = Recovery code
recovery-hint = 16 letters and digits, such as 7KQM-4XPD-H2WN-9TRC. Dashes and capitals don’t matter.
recovery-wrong = That isn’t one of your recovery codes
recovery-wrong-next = Compare it with your list, one group at a time. If you made a newer list, only that one counts.
recovery-already-used = That recovery code was already used
recovery-already-used-next = Cross it off and take another from the same list.
recovery-is-app-code = That looks like the code from your app
recovery-is-app-code-next = Here one of your recovery codes is wanted. The six digits of the app go on the page before.
recovery-not-a-code = A recovery code has 16 letters and digits
recovery-not-a-code-next = Type all four groups of one line. The six digits of the app go on the page before.
recovery-suspended = Recovery codes are closed for this account
recovery-suspended-next = Fifty in a row weren’t right. Use a code from your app, or ask the help desk.
use-app-code = Use a code from your app
use-app-code-note = Six digits from your authenticator app

## After a recovery code

replace-title = Do you still have your device?
replace-used =
    { $left ->
        [0] You used your last recovery code. New ones come with the next set-up.
        [one] You used one recovery code. 1 is left.
       *[other] You used one recovery code. { $left } are left.
    }
replace-on-record = This is on record as your authenticator app:
replace-question = If it’s lost or reset, set up another one now. It takes about two minutes.
replace-nothing-left = No authenticator app is on record any more. Set one up now, so that you can sign in next time.
replace-replace = Set up another device
replace-keep = I still have this device: go on
replace-consequence = The old device counts until the new one has shown its first right code. Then it’s removed.
replace-several = These devices are on record. If one of them is lost or reset, set up another in its place.
replace-keep-all = I still have them all: go on
replace-consequence-several = The device counts until the new one has shown its first right code. Then it’s removed, and the others stay.

## The wizard

wizard-title = Set up your authenticator app: step { $step } of 3
steps-name = Steps
steps-app = Get an app
steps-scan = Connect the app
steps-store = Store codes
steps-done = (done)
app-title = Get an authenticator app
app-because-required = { $organization } asks everyone to sign in with a second step, a code from an app. You set it up once, in about three minutes.
app-because-role = Your role opens other people’s accounts, so it needs a second step, a code from an app. You set it up once, in about three minutes.
app-because-replacing = Set up the device that replaces the old one. The old one counts until the new one has shown a right code.
app-because-asked = From now on, signing in will ask for your password and a code from an app. You set it up once, in about three minutes.
app-what = The app shows six digits that change every 30 seconds. Most apps of this kind are free, and none needs a network.
app-have-one = I already have an app: continue
app-installed = I’ve installed one: continue
app-get-one = Apps to choose from
app-get-one-how = One is enough. Install it, then come back to this page and continue.
app-for-android = Get it for Android
app-for-iphone = Get it for iPhone
app-for-computer = Get it for a computer
app-any = Any other app works too, if it reads standard keys (time-based, six digits, 30 seconds).
app-ask = Questions about an app that isn’t listed? Ask the contacts at the end of this page.
app-ask-admin = Questions about an app that isn’t listed? Ask whoever runs this portal.
apps-everywhere = Android, iPhone and computers
apps-phones = Android and iPhone
apps-android = Android
apps-iphone = iPhone
apps-computers = Windows, Mac and Linux
apps-open-plus = Open the app and tap +.
apps-open-add-account = Open the app and choose “Add account”.
apps-open-add = Open the app and tap “Add”.
apps-work-account = Choose “Work or school account”, then “Scan QR code”.
apps-use-qr-code = Choose “Use QR code”.
apps-scan-or-type = Choose to scan a QR code, or to type the key.
apps-camera = Allow the camera, so that the app can read the code of the next step.
apps-continue-here = Come back to this page and continue.
apps-1password-item = Open the entry that holds this login, and edit it.
apps-1password-field = Add a field of the kind “One-time password”. The key of the next step goes into it.
apps-keepassxc-entry = Make or open the entry for this login.
apps-keepassxc-totp = In its menu, choose TOTP, then “Set up TOTP”. The key of the next step goes into it.
scan-title = Connect the app
scan-how = In the app, choose to add an account and point the camera at this picture.
scan-qr-name = QR code with the key for { $account }
scan-tap = Open the app on this device
scan-show-key = Show secret key for manual configuration
scan-issuer = Organization
scan-account = Account
scan-kind = Kind of key
scan-kind-is = Time-based, six digits
verify-code = Verify MFA code
scan-code-hint = The six digits that the app now shows for { $issuer }
enable = Enable
scan-good-until = This key waits until { $until }. You can close the page and start again: nothing changes until a code is right.
scan-trouble = The app doesn’t read the picture, or its code isn’t taken
scan-trouble-clock = Switch on automatic time in your phone’s settings. Codes depend on its clock.
scan-trouble-key = Type the secret key instead of using the camera; it’s the same key.
scan-trouble-scanner = Scan from inside the authenticator app. If the phone’s own camera doesn’t read such codes, install a scanner app.
scan-trouble-restart = Restart the phone, then try once more.
store-title = Store your recovery codes
store-what = If your phone is lost or broken, one of these signs you in instead of the app’s code. Each works once.
store-only-now = They’re shown this one time.
store-where = Good places are a sheet of paper where you keep your passport, or a password manager. The phone itself isn’t one: it’s what they replace.
store-tick = I have stored these codes
store-made = Made on { $date }
store-paper-advice = Cross off each code once it’s used. Keep this sheet away from your phone and computer.
store-file-name = recovery-codes.txt
store-file-heading = Recovery codes for { $organization }
store-file-account = Account: { $account }
store-file-advice = Each code works once. Making new codes ends all of these.
new-codes-title = Your recovery codes aren’t stored yet
new-codes-refused = The box wasn’t ticked
new-codes-refused-next = So we take it that the codes aren’t stored, and they can’t be shown a second time.
new-codes-why = Codes were made for you, and nobody has confirmed that they’re kept somewhere safe. Without them, a lost phone locks you out.
new-codes-consequence = We’ll show you ten new ones. From that moment, any you saw before no longer count.
new-codes-show = Show new recovery codes

## The first organization

first-title = Set up your organization
first-explanation = Two things are made here: the organization, and your own account as its owner.
first-organization = Your organization
first-organization-label = Name of the organization
first-organization-hint = As its people know it, such as Example GmbH
first-slug-label = Short name
first-slug-hint = Part of login names and addresses, such as acme in ann@acme. Small letters, digits and dashes.
requirement-legend = Who must use MFA
requirement-required = Required
requirement-required-hint = Everyone sets up an authenticator app at the next sign-in and gets no further without it.
requirement-optional = Optional
requirement-optional-hint = Asked of those who have it, and of whoever administers.
requirement-off = Off
requirement-off-hint = It isn’t offered, except to those who administer: they need it anyway.
first-you = You
first-name-hint = As colleagues know you
first-login-name-hint = The part before the @, such as ann
first-email-hint = You can sign in with it as well
first-make = Make the organization
first-next = Next, you set up an authenticator app for your own account.
new-password-label = Choose a password
password-hint-second-step =
    { $minimum ->
        [one] At least 1 character. A code is asked for as well, so it may be short, but not easy to guess.
       *[other] At least { $minimum } characters. A code is asked for as well, so length matters less than being hard to guess.
    }
password-hint-alone =
    { $minimum ->
        [one] At least 1 character, because here the password can be all that protects the account.
       *[other] At least { $minimum } characters, because here the password can be all that protects the account. Four or five random words do well.
    }

## People’s records

person-name-label = Name
login-name-label = Login name
email-label = Email
email-optional-label = Email (optional)
email-proved = Proved
email-unproved = Not proved yet
email-unproved-why = It signs in only once it’s proved. Until then, use the login name.
email-none = None on record

## Invitations

invitation-code-title = Open your invitation
invitation-code-explanation = The code is on the sheet you were given. It works once.
invitation-code-label = Invitation code
invitation-code-hint = Dashes, spaces and capitals don’t matter
invitation-code-open = Open the invitation
invitation-code-refused = That code opens no invitation
invitation-code-refused-next = Compare it with the sheet, one group at a time. If it’s right, it was used already or has run out: ask whoever invited you for a new one.
have-account = I already have an account
invitation-title = Join { $organization }
invitation-explanation = This is how you’re on record. Choose a password to accept.
invitation-accept = Accept the invitation
invitation-not-you = If this isn’t you, close the page and tell whoever gave you the code. Nothing is made until you accept.

## Fields

problems-heading = Some fields need another look
problem-missing = Nothing is filled in here yet. Fill it in to go on.
problem-too-long =
    { $max ->
        [one] This is too long. Use 1 character.
       *[other] This is too long. Use { $max } characters or fewer.
    }
problem-too-short =
    { $min ->
        [one] This is too short. Use at least 1 character.
       *[other] This is too short. Use at least { $min } characters.
    }
problem-not-an-email = This doesn’t read as an email address. Write it like ann@example.com.
problem-not-a-login-name = Use small letters, digits, dots and dashes, and begin with a letter, such as ann.bauer.
problem-not-a-short-name = Use small letters, digits and dashes, and begin with a letter, such as acme.
problem-taken = Somebody has this already. Choose another.
problem-control-characters = There are characters in it that can’t be seen. Type it by hand instead of pasting it.
problem-common = This password is among the first that are guessed. Choose another, such as a few words that don’t belong together.
problem-names-you = This password is made of your name or your organization’s. Choose one that says nothing about you.
problem-one-of = Choose one of these.

## Dashboard and account

dashboard-title = Your applications
dashboard-empty = No applications yet
dashboard-empty-next = What your organization opens for you will be here, one tile each.
dashboard-account = Your account
devices-label = Devices
devices-none = None set up
recovery-codes-label = Recovery codes
recovery-left = { $left } of { $total } left
recovery-made = Made on { $date }
recovery-none = None made
recovery-low =
    { $left ->
        [0] No recovery codes are left
        [one] Only 1 recovery code is left
       *[other] Only { $left } recovery codes are left
    }
recovery-low-next = Make new ones while you can still sign in.
recovery-make = Make new recovery codes
last-sign-in-label = Last sign-in
last-sign-in-none = This is your first
edit-profile = Edit profile
account-you = You
mfa-settings = MFA settings
mfa-enabled = Enabled
mfa-disabled = Disabled
mfa-not-enabled = Not enabled
account-enabled = After your password, signing in asks for a code from your device.
account-enabled-required = After your password, signing in asks for a code from your device. { $organization } requires this of everyone.
account-disabled = Your device is kept, but signing in doesn’t ask for its code now.
account-not-enabled = Signing in asks for your password alone.
account-not-enabled-required = { $organization } requires a second step: the next sign-in leads you through setting it up.
account-device-lost = Lost it? Sign in with a recovery code: the page after that replaces the device.
device-last-used = Last used { $when }
device-never-used = Not used yet
device-made = Added on { $date }
recovery-purpose = For the day your phone is lost
recovery-for = A recovery code signs you in when your phone isn’t at hand. It stands in for the app’s code, never for your password, and each works once.
recovery-no-device = Nothing to stand in for yet
recovery-no-device-next = Recovery codes are made when you set up an authenticator app. No device is set up for your account.
recovery-not-made = No recovery codes
recovery-not-made-next = Without them, a lost phone means a call to the help desk. Make ten now and keep them somewhere safe.
recovery-state-left = Left
recovery-state-made = Made on
recovery-new = New codes
recovery-new-ends = Your present codes stop working at once, also those on paper.
recovery-new-once = The new ones are shown once, to be copied, saved or printed.
recovery-new-proof = You’ll be asked for a code from your app first, unless you have just given one.

## Administration

access-title = Administration and access
access-invite = Invite somebody
access-people = People
access-person = Person
access-mfa = MFA
access-role = Role
access-empty = Nobody is here yet
access-empty-next = Everyone with an account will be listed here with their MFA status. Begin by inviting somebody.
access-next = Next page
access-invitations = Open invitations
access-no-invitations = None. An invitation stays here until it’s accepted or runs out.
access-invitation-until = Good until { $until }
role-member = Member
role-auditor = Auditor
role-help-desk = Help desk
role-admin = Admin
role-owner = Owner
state-suspended = Suspended
state-frozen = Frozen
invite-explanation = You get a sheet with a code to hand over. Whoever has it chooses a password and becomes this account.
invite-name-hint = As colleagues know them
invite-login-name-hint = The part before @{ $slug }, such as ann
invite-email-hint = It signs in from the start where you answer for it: on a portal with one organization, or as its owner.
invite-make = Make the invitation
letter-title = Invitation for { $name }
letter-only-now = This sheet is shown only now
letter-only-now-next = Print it or note the code before you leave the page. Hand it over in person or read it out by phone: whoever has the code can become this account.
letter-explanation = { $organization } has an account ready for you. Four steps make it yours.
letter-step-open = In a browser, open this address:
letter-step-code = Type this code:
letter-step-password = Choose a password.
letter-step-app = If you’re asked to, set up an authenticator app. The page leads you through it.
letter-qr-name = QR code with the invitation for { $name }
letter-qr-note = Or scan this: it opens both at once
letter-until = Good until
letter-advice = The code works once. Don’t pass this sheet on, and shred it when you’re done.

## When something is in the way

trouble-not-found = There’s no such page
trouble-not-found-what = The address has a typing slip, or what was here has moved or gone.
trouble-not-found-next = Check the address, or begin at the start page.
trouble-forbidden = This page isn’t open to you
trouble-forbidden-what = You’re signed in, but your role doesn’t include this.
trouble-forbidden-next = If your work needs it, ask an administrator of your organization.
trouble-bad-form = That couldn’t be read
trouble-bad-form-what = Something in the form arrived in a way we can’t read, so nothing was changed.
trouble-bad-form-next = Go back, reload the page and send it again.
trouble-too-large = That was too much at once
trouble-too-large-what = More was sent than this page takes, so nothing was changed.
trouble-too-large-next = Go back and send less.
trouble-too-slow = That took too long to arrive
trouble-too-slow-what = The connection was too slow or broke off before everything was here, so nothing was changed.
trouble-too-slow-next = Go back and send it again.
trouble-wrong-type = That couldn’t be read
trouble-wrong-type-what = It was sent in a form this address doesn’t take, so nothing was changed.
trouble-method = This address can’t be used that way
trouble-method-what = It answers other requests than the one that was made. Nothing was changed.
trouble-method-next = Begin at the start page.
trouble-cross-site = That came from another site
trouble-cross-site-what = Forms count only when they’re sent from this portal’s own pages, so nothing was changed.
trouble-cross-site-next = If you meant to do it, sign in here and do it again.
trouble-wrong-host = This isn’t the portal’s address
trouble-wrong-host-what = The portal answers under its own address only. Nothing was changed.
trouble-wrong-host-next = Go on from there. If a link led you here, tell whoever gave it to you.
trouble-sign-in-ended = This sign-in has ended
trouble-sign-in-ended-what = It took too long, or it was finished in another tab. Nothing was changed.
trouble-sign-in-ended-next = Start again with your login and password.
trouble-link-gone = This link opens nothing any more
trouble-link-gone-what = It was used already, it ran out, or a part of the address is missing.
trouble-link-gone-next = If you have used it already, sign in. Otherwise check that the whole address was copied, or ask for a new one where you got it.
trouble-busy = Many people are signing in
trouble-busy-what = We couldn’t get to your request in time. Nothing was changed.
trouble-wait-next =
    { $seconds ->
        [one] Wait 1 second, then reload the page.
       *[other] Wait { $seconds } seconds, then reload the page.
    }
trouble-unavailable = The portal is out of reach for now
trouble-unavailable-what = A part of it isn’t answering. Your account and devices are safe.
trouble-unavailable-next = Try again in a few minutes. If it stays like this, tell the help desk.
trouble-internal = Something went wrong on our side
trouble-internal-what = It wasn’t anything you did, and what you sent may not have been kept.
trouble-internal-next = Go back and try once more. If it happens again, tell the help desk what you were doing and when.
trouble-sign-in = Sign in
trouble-home = Go to the start page

## Audit logs of the instance

audit-title = Audit logs
audit-explanation = Every event is numbered and linked to the one before it, and the links are sealed with a key that is not in the database. Verifying reads every log from its first event and names each place where events were changed, moved, put in or taken out.
audit-verify = Verify now
audit-log = Log
audit-sealed = Sealed events
audit-unsealed = Waiting for their seal
audit-result = Result
audit-instance = The instance’s own
audit-gone = An organization that is gone
audit-whole = Nothing is missing or changed
audit-faults = { $count ->
    [one] One fault
   *[other] { $count } faults
}
audit-waits-since = the oldest since { $since }
audit-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
audit-all-whole = All logs are whole.
audit-damaged = An audit log was tampered with. Keep this database as evidence and compare it with a backup.
audit-altered = Event { $number } was changed.
audit-altered-unsealed = An event that waits for its seal was changed.
audit-misplaced = Event { $number } does not belong there: it was moved, replaced or put in.
audit-missing = Events { $from } to { $to } are missing.
audit-cut-off = The end is missing: events { $from } to { $to }.
audit-behind-head = The head was set back: it says { $head }, and the last event is { $last }.
audit-no-head = The head is missing.
audit-head-altered = The head was changed.
audit-empty = Every event is missing.

## Mails

mail-sent-by = Sent by { $portal } for { $organization }.
mail-test-subject = Mail from this portal arrives
mail-test-works = This mail shows that the portal can send mail to this address.
mail-test-why = { $name } asked for it on { $at }. There’s nothing to do.

## What was done to an account, and by whom

by-you = By you, or by somebody who was signed in as you.
by-person = By { $name }.
by-gone = By somebody whose account is gone.
by-owner = By somebody of another organization who may help here.
by-operator = By the operator of this portal.
by-portal = By the portal itself.
by-stranger = By somebody who wasn’t signed in.
event-organization-created = The organization was set up.
event-policy-changed = The organization’s rules for signing in were changed.
event-account-created = The account was made, with the login name { $login }.
event-invited = An invitation was made for the login name { $login }.
event-invitation-accepted = The invitation was accepted, and the account { $login } made.
event-role-member = The account was given the role of a member.
event-role-auditor = The account was given the role of an auditor, who reads everything and changes nothing.
event-role-helpdesk = The account was given the role of the help desk.
event-role-admin = The account was given the role of an administrator.
event-role-owner = The account was given the role of an owner, who runs the portal.
event-account-deleted = The account { $login } was deleted.
event-suspended = The account was suspended: it signs nobody in until it’s opened again.
event-activated = The account was opened again after a suspension.
event-frozen = “This wasn’t me” was said with the link in a mail. Everybody was signed out, and the account was frozen.
event-unfrozen = The account was unfrozen: { $reason }
event-unfrozen-password-ended = The account was unfrozen, and the password until then opens nothing any more: { $reason }
event-unlocked = Delays after wrong passwords and codes were lifted.
event-unlocked-how = Delays after wrong passwords and codes were lifted: { $how }
event-mfa-deleted = Everything that was set up for MFA was deleted: { $how }
event-signed-out-everywhere = { $sessions ->
    [0] The account was signed out everywhere; it was signed in nowhere.
    [one] The account was signed out everywhere: one session was ended.
   *[other] The account was signed out everywhere: { $sessions } sessions were ended.
}
event-signed-out-everywhere-how = { $sessions ->
    [0] The account was signed out everywhere, though it was signed in nowhere: { $how }
    [one] The account was signed out everywhere, and one session was ended: { $how }
   *[other] The account was signed out everywhere, and { $sessions } sessions were ended: { $how }
}
event-session-ended = The session opened from { $address } was ended, and its browser forgotten: { $how }
event-mfa-required = MFA was required of this account.
event-mfa-not-required = MFA was no longer required of this account alone.
event-login-unknown = A login was typed that nobody has.
event-password-wrong = A wrong password was typed.
event-password-suspended = The account was suspended, so a sign-in was refused.
event-password-delayed = After too many wrong passwords, none was looked at for a while.
event-password-right = The right password was typed.
event-password-rehashed = The stored form of the password was renewed. The password stayed the same.
event-code-wrong = A wrong code was typed.
event-code-wrong-app = A wrong code was typed in place of the app’s code.
event-code-wrong-email = A wrong code was typed in place of the emailed one.
event-code-wrong-recovery = A wrong recovery code was typed.
event-code-wrong-help-desk = A wrong code was typed in place of the help desk’s.
event-code-already-used = A code was typed that had been used before.
event-code-delayed = After too many wrong codes, none was looked at for a while.
event-code-suspended = After fifty wrong codes in a row, this way to sign in was closed.
event-codes-tried = The password was right, and the code after it wrong three times in a row.
event-recovery-code-used =
    { $left ->
        [0] A recovery code was used. None is left.
        [one] A recovery code was used. 1 is left.
       *[other] A recovery code was used. { $left } are left.
    }
event-signed-in = Signed in with the password alone.
event-signed-in-app = Signed in with the password and a code from the app.
event-signed-in-recovery = Signed in with the password and a recovery code.
event-signed-in-email = Signed in with the password and an emailed code.
event-signed-out = Signed out.
event-stepped-up = Confirmed again who it is, for { $act }.
event-enrollment-started = Setting up a device was begun.
event-device-added = The device { $name } was added.
event-device-removed = The device { $name } was removed.
event-device-replaced = The device { $name } was removed, because another one took its place.
event-recovery-codes-made = New recovery codes were made. Older ones no longer work.
event-recovery-codes-stored = The recovery codes were marked as stored.
event-device-kept = After a recovery code was used, the device was kept.
event-address-delayed = After too many wrong answers from a network, none from there was looked at for a while.
event-access-denied = The administration was asked for and not opened.
event-master-key-changed = Another master key is in use: { $key }. The keys of the organizations are wrapped anew with it.
event-master-key-retired = The master key { $key } is no longer needed.
event-audit-verified = The audit logs were verified.
event-audit-exported = The audit log was exported.

## Mails about an account

notice-when = This was done on { $at }.
notice-from = From
notice-not-me-what = If you don’t know why this was done, say so with this link. After you confirm, everybody is signed out of your account and nothing in it can be changed. It’s good for seven days.
notice-not-me = This wasn’t me
notice-ask = Any questions? Ask here:
notice-ask-operator = Any questions? Ask whoever runs this portal.
notice-frozen = Your account is frozen
notice-unfrozen = Your account is no longer frozen
notice-deleted = Your account was deleted
notice-role-given = Your account has a new role
notice-suspended = Your account is suspended
notice-activated = Your account is open again
notice-unlocked = Delays of your account were lifted
notice-mfa-deleted = Your MFA setup was deleted
notice-signed-out-everywhere = You were signed out everywhere
notice-session-ended = One of your sessions was ended
notice-required = What your account must sign in with has changed
notice-codes-tried = Somebody knows your password
notice-recovery-code-used = A recovery code of your account was used
notice-recovery-codes-made = Your account has new recovery codes
notice-device-added = A device was added to your account
notice-device-removed = A device was removed from your account
notice-device-replaced = A device of your account was replaced

## Codes by email and from the help desk, as the record tells of them

event-code-expired = A code was typed that no longer counted.
event-email-code-sent = A code was sent to the address on record.
event-email-proved = The mailbox on record was shown to be the account holder’s.
event-email-codes-taken-up = Codes by email became the second step of signing in.
event-email-codes-stopped = Codes by email are no longer asked for.
event-enrollment-code-issued = The help desk gave an enrollment code, which opens the set-up of MFA together with the password: { $how }
event-reset-code-issued = The help desk gave a reset code, which opens a new password: { $how }
event-code-not-issued = The help desk did not give a second code: that needs another agent.
event-enrollment-code-used = The enrollment code was used.
event-reset-code-used = The reset code was used.
notice-email-codes-taken-up = Your account asks for codes by email now
notice-email-codes-stopped = Your account no longer asks for codes by email
notice-enrollment-code-issued = The help desk gave an enrollment code for your account
notice-reset-code-issued = The help desk gave a reset code for your account

## “This wasn’t me”, and frozen accounts

not-me-title = Was it somebody else?
not-me-what = If you confirm it, your account is frozen at once:
not-me-signs-out = Everybody is signed out of it, in every browser, and no browser is remembered.
not-me-no-change = Password, address, devices and recovery codes can’t be changed by anybody, you included.
not-me-sign-in = You can still sign in with your password and a code.
not-me-help = It stays frozen until the help desk has spoken with you.
not-me-confirm = It wasn’t me: freeze my account
not-me-was-you = If it was you after all, close this page. Nothing has changed.
not-me-done-title = Your account is frozen
not-me-done-what = Everybody is signed out of it, and nothing that opens it can be changed.
not-me-done-next = Now tell the help desk what happened. It finds out what was done, unfreezes the account, and helps you to a new password.
not-me-done-mail = Somebody may know your email password as well. If you use the same one there, change it.
trouble-frozen = Your account is frozen
trouble-frozen-what = Somebody said “This wasn’t me” with the link in a mail about this account. Since then nothing that opens it can be changed, and nobody gets in without a code.
trouble-frozen-next = Ask the help desk to unfreeze it.
trouble-person-frozen = This account is frozen
trouble-person-frozen-what = Somebody said “This wasn’t me” with the link in a mail about it. Until it’s unfrozen, nothing that opens it can be changed.
trouble-person-frozen-next = Unfreeze it first, once you know who is asking.

## Browsers and sessions

event-signed-in-browser = Signed in with the password, in a browser that is remembered.
event-sessions-ended =
    { $sessions ->
        [one] Signed out elsewhere.
       *[other] Signed out elsewhere, in { $sessions } places.
    }
event-browser-remembered = A browser was remembered, so that it isn’t asked for a code for a while.
event-browser-forgotten = A browser was forgotten. Its next sign-in counts as one from a new browser.
event-browser-forgotten-remembered = A browser was forgotten. It is asked for a code again.
event-browser-stolen = A copy of what remembers a browser was used. The browser was forgotten, and what was signed in there was signed out.
notice-new-browser = A sign-in from a new browser
notice-browser-stolen = A remembered browser of your account may have been copied
browser-remember =
    { $days ->
        [one] Remember this browser for a day
       *[other] Remember this browser for { $days } days
    }
browser-remember-hint = Signing in here then asks for your password only. Leave it empty on a device that others use too.
sessions-title = Sessions
sessions-open = Where you’re signed in
session-browser = { $name }
session-browser-unknown = A browser we don’t know by name
session-here = This browser
session-opened = Signed in { $when }
session-used = Last active { $when }
session-end = Sign out
sessions-end-others = Sign out everywhere else
sessions-end-others-what = Only this browser stays signed in, and no other one stays remembered.
sessions-nowhere-else = You’re signed in nowhere else.
browsers-known = Browsers you’ve signed in with
browsers-known-what = Wrong passwords that others type elsewhere don’t keep you out of these. You get an email when somebody signs in with a browser that isn’t among them.
browsers-none = No browser is known
browsers-none-next = The next one you sign in with is listed here.
browser-used = Last sign-in { $when }
browser-since = Known since { $date }
browser-remembered-until = Not asked for a code until { $date }
browser-forget = Forget
browser-forget-what = A forgotten browser stays signed in until you sign it out. Its next sign-in counts as one from a new browser and, where MFA is on, asks for a code.
account-sessions = Sessions
account-sessions-what = Where you’re signed in, and the browsers you’ve signed in with

## The member's own profile, password and address

profile-language = Language
profile-language-browser = As the browser asks
profile-zone = Time zone
profile-zone-hint = Times on these pages and in mails are told in it
profile-zone-portal = The portal’s ({ $zone })
profile-zone-portal-unnamed = The portal’s
profile-save = Save
profile-saved = Your profile is saved
profile-saved-next = Pages and mails follow it from now on.
profile-login = How you sign in
password-change = Change password
password-change-explanation = It holds from the moment you save it. Every other browser that is signed in to your account is signed out.
password-current-label = Current password
password-changed = Your password is changed
password-changed-next = You’re still signed in here, and nowhere else.
password-current-wrong = That isn’t your current password
password-current-wrong-next = Nothing was changed. Type it as you do when you sign in.
password-current-delayed = Too many tries at your current password
password-not-changed = The password was not changed
password-not-changed-next = Something about your account changed meanwhile. Type both passwords once more; if it happens again, ask the help desk.
event-step-up-asked = Without confirming again who it is, somebody tried: { $act }. It was not done.
act-recovery-codes = new recovery codes
act-administration = the administration
act-devices = a change of devices or of codes by email
act-end-mfa = switching off MFA or codes by email
act-password = a new password
act-address = another address
act-record = what is stored about the account
act-people = something about other people’s accounts
act-remote-logon = a change of who may log on remotely
event-name-changed = The name was changed from { $from } to { $to }.
event-language-changed = Another language was chosen.
event-time-zone-changed = Another time zone was chosen.
event-password-changed = The password was changed, and everyone else signed out.
event-reset-asked = A link to a new password was asked for and mailed to the address on record.
event-reset-opened = The mailed link to a new password was used. The password stayed the same.
event-password-reset = The forgotten password was replaced by a new one, and everyone signed out.
event-address-asked = A link to confirm the address { $address } was asked for and mailed there.
event-address-added = The address { $address } was put on record and proved. It signs in.
event-address-changed = The address was changed from { $from } to { $address }.
notice-password-changed = Your password was changed
notice-password-reset = Your password was replaced by a new one
notice-address-asked = An address is to be confirmed for your account
notice-address-changed = Your address was changed
notice-name-changed = The name of your account was changed
notice-language-changed = The language of your account was changed

## A forgotten password

forgot-link = Forgot your password?
forgot-title = Forgot your password?
forgot-explanation = Type what you sign in with. If it has a proved email address, you get a link there to a new password.
forgot-send = Send me a link
forgot-sent = Look into your mailbox
forgot-sent-what = If an account with a proved address has this login, a link is on its way there. It’s good for 30 minutes.
forgot-sent-next = Nothing came? Look into the folder for unwanted mail. Without a proved address, or after several links within an hour, only the help desk can help.
reset-title = Choose a new password
reset-explanation = Go on here. If you’ve set up MFA, you’re asked for your code next. Your password stays as it is until you’ve chosen another.
reset-go-on = Go on
reset-not-you = You didn’t ask for this? Close the page: nothing has changed.
new-password-title = Choose a new password
new-password-explanation = For { $who }. Once it’s saved, every browser that is signed in to your account is signed out, and you sign in anew.
new-password-save = Save the new password
reset-done = Your new password is saved
reset-done-next = Sign in with it.
code-explanation-reset = Before you choose a new password, show that it’s you: open your authenticator app and type the code for { $place }.
mail-reset-subject = A link to a new password
mail-reset-what = Somebody asked for a new password for { $login }. If it was you, go on here:
mail-reset-until = The link is good until { $until } and works once.
mail-reset-not-you = If it wasn’t you, there’s nothing to do: your password stays as it is. Tell nobody the link.
forgot-code = I have a code from the help desk
reset-code-title = A code from the help desk
reset-code-explanation = The help desk gives you a code when you can’t get a link. It opens the way to a new password, once.
reset-code-label = Code
reset-code-hint = Letters and digits, as you were told or as printed
reset-code-refused = That login and code open nothing
reset-code-refused-next = Check both. A code told on the phone is good for an hour, and after five tries it’s closed: then ask the help desk for another.

## Mailed invitations

event-invitation-sent-again = The invitation for { $login } was sent again.
event-invitation-revoked = The invitation for { $login } was taken back.
invite-explanation-mail = By mail, they get a link that works for three days. On paper, you get a sheet with a code to hand over. Whoever opens it chooses a password and becomes this account.
invite-email-hint-mail = The link goes there, and accepting it proves the address. On paper it may be left out.
invite-send = Send the invitation
invite-make-sheet = Make a sheet instead
access-invitation-mailed = Mailed to { $address }
invited-mailed = Last mailed
invited-send-again = Send it again
invited-send-again-what = A new link goes to the same address, good for three days. The link sent before stops working at once.
invited-too-soon = The last mail has only just been sent
invited-too-soon-next = Give it a minute to arrive, then send it again. The link in it still works.
invited-revoke = Take the invitation back
invited-revoke-what = The link or code stops working at once, and { $name } can’t accept any more. Nothing else changes; you can invite them anew.
mail-invitation-subject = Your invitation to { $organization }
mail-invitation-ready = { $name }, an account at { $organization } is ready for you. Choose a password, and it’s yours.
mail-invitation-until = The link works once, until { $until }.
mail-invitation-not-you = You don’t expect this? Then do nothing: no account is made until the invitation is accepted.

## The member's own record

record-title = Your record
activity-title = Activity
activity-what = Everything that was done to your account, newest first: by you, by others, and by the portal.
activity-newest = Back to the newest
activity-none = Nothing is left on record.
activity-older = Show older activity
activity-strange = Is there something that you can’t explain? Tell the help desk.

## A code by email

email-code-title = Enter the code from your email
email-code-heading-set-up = First, prove that the mailbox is yours
email-code-sign-in = A code by email is the second step of signing in.
email-code-set-up = { $place } asks for a second step. Before you set it up, a code by email shows that it’s you.
email-code-reset = A code by email shows that it’s you who wants a new password.
email-code-sent = A code went to { $to }. It has six digits and is good until { $until }. If it isn’t there, look among unwanted mail.
email-code-not-sent = Codes go to { $to }. None that counts here was sent yet.
email-code-send = Send a code
email-code-resend = Send another code
email-code-next =
    { $seconds ->
        [one] Another one can be sent in 1 second. It takes the place of the last.
       *[other] Another one can be sent in { $seconds } seconds. It takes the place of the last.
    }
email-code-next-minutes =
    { $minutes ->
        [one] Another one can be sent in 1 minute. It takes the place of the last.
       *[other] Another one can be sent in { $minutes } minutes. It takes the place of the last.
    }
email-code-wrong = That isn’t the code from the last mail
email-code-wrong-next = Only the newest mail counts, and only on the page that asked for it. Compare the digits with that one.
email-code-not-six-digits-next = Type only the digits from the mail. A space between them does no harm.
email-code-is-recovery-code-next = Here the six digits from the mail are wanted. If recovery codes are open to you, they’re under “Try another way” below.
email-code-expired = That code no longer counts
email-code-expired-next = Have another one sent, and type that within five minutes.
email-code-used-up = This code is closed after five wrong tries
email-code-too-soon = No other code was sent yet
email-code-too-soon-next =
    { $seconds ->
        [one] Codes are sent now and then only. Another one can be sent in 1 second, at { $until }.
       *[other] Codes are sent now and then only. Another one can be sent in { $seconds } seconds, at { $until }.
    }
email-code-too-soon-next-minutes =
    { $minutes ->
        [one] Codes are sent now and then only. Another one can be sent in 1 minute, at { $until }.
       *[other] Codes are sent now and then only. Another one can be sent in { $minutes } minutes, at { $until }.
    }
email-code-suspended = Codes by email are closed for this account
email-code-suspended-next = Fifty in a row weren’t right. Use another way, or ask the help desk to open this one again.
email-code-no-other-way = There’s no other way for this account. Ask the help desk if no mail arrives.
code-is-mailed = That looks like the code from the email
code-is-mailed-next = Here the six digits of the app are wanted. To use the one from the email, choose “Try another way” below.
use-email-code = Use a code by email
use-email-code-note = Six digits, sent to your address
use-enrollment-code = Use an enrollment code
use-enrollment-code-note = If the help desk gave you one
choose-again = Choose another way
choose-again-note = An authenticator app, or codes by email

## An app, or codes by email

way-title = Choose your second step
way-why = { $place } asks everyone to sign in with a second step besides the password.
way-app = Use an authenticator app
way-app-note = An app on your phone shows a code. It’s the safer way and needs no network.
way-email = Get codes by email
way-email-note = Each time you sign in, a code goes to { $to }. Whoever reads your mail can read it, too.
way-later = You can change this later under MFA settings.

## A code from the help desk

enrollment-code-title = Enter your enrollment code
enrollment-code-why = { $place } asks for a code from the help desk before you set up the second step. Ask for one if you have none.
enrollment-code-why-reset = The link came by email, and so do your codes. So the help desk must know that it’s you: ask it for a code.
enrollment-code-label = Enrollment code
enrollment-code-hint = 8 letters and digits, such as 7KQM-4XPD, or 16 from a letter. Dashes and capitals don’t matter.
enrollment-code-wrong = That isn’t the code that was given last
enrollment-code-wrong-next = Compare it once more. After five wrong tries the help desk must give another.
enrollment-code-not-a-code = An enrollment code has 8 or 16 letters and digits
enrollment-code-not-a-code-next = Type all of its groups.
enrollment-code-gone = No enrollment code is open for this account
enrollment-code-gone-next = It was used, came too late or was tried wrong too often. Ask the help desk for another.
enrollment-code-suspended = Enrollment codes are closed for this account
enrollment-code-suspended-next = Fifty in a row weren’t right. Ask the help desk to open this way again.

## The mail with a code

mail-code-subject = Your sign-in code
mail-code-subject-set-up = Your code to set up MFA
mail-code-subject-step-up = Your code to confirm that it’s you
mail-code-subject-reset = Your code for a new password
mail-code-sign-in = Enter it on the page where you are signing in. It’s good until { $until }, for five minutes.
mail-code-set-up = Enter it on the page where you are signing in for the first time with MFA. It’s good until { $until }, for five minutes.
mail-code-step-up = Enter it on the page that asks you to confirm that it’s you. It’s good until { $until }, for five minutes.
mail-code-reset = Enter it on the page where you are choosing a new password. It’s good until { $until }, for five minutes.
mail-code-asked-by = Asked for by
mail-code-asked-at = On { $at }.
mail-code-not-you = This wasn’t you?
mail-code-not-you-next = Then somebody knows your password. Nobody gets in without this code: don’t give it to anyone, the help desk included. Change your password, or tell the help desk.
mail-code-no-link = This mail has no link for signing in, and never will.

## The mail queue, for those who run the instance

queue-title = Mail
queue-off = No mail server is configured
queue-off-next = Nothing that needs mail is offered: no email codes, no links, no notices. Set smtp.url and smtp.from in the configuration to change that.
queue-server = Mail leaves through { $server }. What isn’t taken there is tried again for two days; what is refused for good is given up at once.
queue-caught = Mail is kept here instead of being sent.
queue-waiting = Waiting
queue-failed = Given up in seven days
queue-unsent = Not sent
queue-to = To { $address }
queue-queued = Queued { $when }
queue-waits = Goes out next
queue-again = Tried again { $at }
queue-given-up = Given up
queue-tries =
    { $tries ->
        [one] Tried once
       *[other] Tried { $tries } times
    }
queue-try = Try again
queue-try-all = Try all again now
queue-test = Send a test mail
queue-test-hint = Where it goes
queue-test-send = Send a test mail
queue-tested = A test mail is queued
queue-tested-next = It leaves within seconds. If it doesn’t, reload this page: the cause stands beside it.

## The member's email address

address-title = Change email address
address-explanation = A link goes to the address you type. Once it’s opened there, that address signs you in and gets your mails; until then, nothing changes. The address before is told.
address-on-record = On record
address-waiting = Waiting to be confirmed
address-waiting-until = Good until { $until }. If nothing came, look into the folder for unwanted mail, or send another link.
address-hint = Only you should read what is sent there
address-send = Send a link there
address-already = That address is yours already
address-already-next = It’s on record and proved. Type another to change it.
address-too-many = Too many links were sent
address-too-many-next = Wait an hour, then send another.
address-not-now = No link was sent
address-not-now-next = Something about your account changed meanwhile. Reload the page and send it again.
address-confirm = Confirm this address
address-confirm-explanation = From then on it signs this account in and gets its mails.
address-confirm-not-you = You know nothing of this account? Close the page: nothing has changed.
organization-label = Organization
address-done = Your address is confirmed
address-done-next = You can sign in with it from now on.
address-taken = This address signs in another account
address-taken-next = An address belongs to one account. Nothing was changed. If both accounts are yours, give the other one another address first.
mail-address-subject = Confirm your email address
mail-address-what = Somebody says that this address belongs to the account { $login }. If that’s you, open this and confirm it:
mail-address-not-you = If you know nothing of this account, there’s nothing to do. Tell nobody the link.

## MFA settings: proving again

again-submit = Confirm
again-wrong = That isn’t your password
again-wrong-next = Check for typing slips and for Caps Lock, then try again.
again-delayed = Too many passwords that weren’t right
again-suspended = The password isn’t looked at here any more
again-suspended-next = Fifty in a row weren’t right. Sign out and in again: that proves it too.

## MFA settings

enable-mfa = Enable MFA
enable-mfa-next = You’ll see a QR code for your authenticator app. Nothing changes until a code from it is right.
disable = Disable
disable-keeps = Signing in then asks for your password alone. Your devices and recovery codes are kept, so that you can enable MFA again with the same phone.
mfa-not-offered = Your organization doesn’t offer MFA, so signing in asks for your password alone.
mfa-enable-hint = A code from any of your devices enables MFA again
mfa-replaces = This replaces { $device }, which counts until a code from the new device is right. Your recovery codes are renewed then, too.
mfa-codes-not-stored-next = Make new ones and keep them somewhere safe. Without them, a lost phone locks you out.
mfa-trouble = A code isn’t taken, or the QR code isn’t read
device-unnamed = Authenticator app
device-name-label = Name of the device
device-name-hint = So that you know it later, such as Work phone
device-rename = Rename
device-rename-title = Rename the device
device-rename-save = Save
device-replace = New phone
device-delete = Delete
device-add = Add another device
device-new-phone = A new phone? Choose “New phone” beside the old one: it counts until the new one has shown a right code.
device-delete-title = Delete { $device }?
device-delete-entry = Codes from it no longer count. Remove the entry from the app, too: it can’t be used again.
device-delete-leaves-device = Signing in goes on asking for a code from your other devices.
device-delete-leaves-email = Signing in goes on asking for a code by email.
device-delete-leaves-nothing = It’s your last device: signing in then asks for your password alone, and your recovery codes end with it.
device-delete-sessions = You’re signed out everywhere else.
device-delete-do = Delete the device
trouble-mfa-required = MFA is required of you
trouble-mfa-required-what = So it can’t be switched off, and the last thing that you prove it with can’t be taken away. Nothing was changed.
trouble-mfa-required-next = To use another phone, choose “New phone” in the MFA settings: the old one goes once the new one works. To stop codes by email, add a device first.
trouble-mfa-not-offered = MFA isn’t offered here
trouble-mfa-not-offered-what = Your organization has switched it off, so there’s nothing to set up. Nothing was changed.
trouble-mfa-not-offered-next = If you want it all the same, ask an administrator to require it for your account.
trouble-email-codes-not-permitted = Email codes aren’t permitted here
trouble-email-codes-not-permitted-what = For your account, email codes are not among the ways that your organization permits. Nothing was changed.
trouble-email-codes-not-permitted-next = Use an authenticator app instead.
event-mfa-switched-off = MFA was switched off. Devices and recovery codes were kept.
event-mfa-switched-on = MFA was switched on again.
event-device-renamed = The device { $from } was renamed { $to }.
event-recovery-codes-ended = The recovery codes ended: none of them works any more.
notice-mfa-switched-off = MFA was switched off for your account
notice-mfa-switched-on = MFA was switched on for your account

## Mail of a throw-away portal

demo-mail-title = Caught mail
demo-mail-explanation = This is a throw-away portal: what it would mail stands here instead, for whoever reaches this page.
demo-mail-none = No mail yet
demo-mail-none-next = Sign in with somebody’s address and password, and reload this page.

## MFA settings: codes by email

account-email-enabled = After your password, signing in asks for a code by email.
account-email-disabled = Codes by email are kept as your second step, but signing in doesn’t ask for one now.
device-add-first = Add a device
device-add-first-next = An authenticator app is safer than email and needs no network. From then on, signing in asks for its code.
disable-keeps-email = Signing in then asks for your password alone. Codes by email are kept as your second step for the day you enable MFA again.
email-codes-label = Codes by email
email-codes-in-use = In use: codes go to { $to }.
email-codes-not-in-use = Not in use
email-codes-offered = First a code goes to { $to }, to show that mails arrive. Whoever reads your mail can read the codes, too.
email-codes-stop = Stop codes by email
email-codes-leave-devices = Without them, signing in asks for a code from your device. You’re signed out everywhere else.
email-codes-leave-nothing = Without them, signing in asks for your password alone. You’re signed out everywhere else.
email-codes-leave-too-little = MFA is required of you, and this is your only second step. To stop it, add a device first.
email-codes-enable-next = A code goes to your address. Once it’s typed, MFA is enabled again.
email-code-take-up = Type it here, and codes by email are a second step of signing in from then on.
email-code-switch-on = Type it here, and MFA is enabled again.
mail-code-subject-settings = Your code for the MFA settings
mail-code-settings = Enter it on the page where you are changing your MFA settings. It’s good until { $until }, for five minutes.

## What is stored about the member, and deletion

data-title = Your data
data-what = Everything that is stored about you, to download.
data-lead = Download everything that this portal stores about you for { $organization }, as a file that people and programs can read (JSON).
data-holds = It holds your profile, roles, devices, sessions, browsers, mails and everything that was done to your account.
data-holds-not = It holds nothing that opens your account: no password, no keys, no codes.
data-proof = You are asked to prove that it’s you first. Keep the file where only you can read it.
deletion-title = Delete your account
deletion-what = You can ask { $organization } to delete your account and what is stored about you.
deletion-ask = Ask for deletion
deletion-asked = Deletion asked for on { $date }
deletion-asked-next = An administrator of { $organization } decides. Until then, nothing changes, and you can take it back.
deletion-withdraw = Keep my account
deletion-confirm = Ask for your account to be deleted?
deletion-confirm-who = An administrator of { $organization } sees your request and decides. Nothing is deleted right away.
deletion-confirm-until = Until then you sign in as before, and you can take it back.
deletion-confirm-final = What is deleted can’t be brought back. If you want a copy of your data, download it first.
access-deletion-asked = Asks for deletion since { $date }
trouble-deletion-not-offered = Deletion can’t be asked for here
trouble-deletion-not-offered-what = Your organization doesn’t take such requests in the portal. Nothing was changed.
trouble-deletion-not-offered-next = Ask an administrator of your organization.
event-data-downloaded = A copy of everything stored about the account was downloaded.
event-deletion-asked = The account was asked to be deleted.
event-deletion-withdrawn = The request to delete the account was taken back.
notice-deletion-asked = Your account was asked to be deleted
notice-deletion-withdrawn = The request to delete your account was taken back

## One person's page, and helping

person-facts = Account now
person-state = State
person-active = Active
person-email-unproved = Not proved
person-required = MFA is required
person-required-alone = MFA is required of this account
person-not-required = MFA is not required
person-devices = Devices
person-device-made = Added { $made }.
person-device-used = Last used { $used }.
person-none = None
person-email-codes = Email codes
person-in-use = In use
person-recovery-codes = Recovery codes
person-recovery-left = { $left } of { $total } left
person-limits = Limits
person-no-limits = None in force
person-limit-password = Password
person-limit-app = Codes from the app
person-limit-email = Codes by email
person-limit-recovery = Recovery codes
person-limit-current = Current password, when changing it
person-limit-again = Password again, to confirm a change
person-limit-enrollment = Enrollment code
person-limit-known = in a known browser
person-limit-until = Takes the next try { $until }
person-limit-closed = Closed after fifty wrong tries, until it’s unlocked
person-sessions = { $sessions ->
    [one] Signed in with one browser now
   *[other] Signed in with { $sessions } browsers now
}
person-remembered = { $browsers ->
    [one] One browser is remembered: no code is asked for in it
   *[other] { $browsers } browsers are remembered: no code is asked for in them
}
person-acts = Help
person-acts-note = Make sure that it’s really { $name } who asks. They are told of each of these by mail.
person-acts-note-untold = Make sure that it’s really { $name } who asks. No mail tells them of any of these: tell them yourself.
person-timeline = What happened
help-enrollment-code = Issue an enrollment code
help-enrollment-code-what = You read the code to { $name }. Together with the password it opens the set-up of a device and nothing else, once, within an hour.
help-reset-code = Issue a reset code
help-reset-code-what = You read the code to { $name }. It lets them choose a new password, once, within an hour. A device or recovery code that they hold is asked for as well.
help-delete-mfa = Delete MFA setup
help-delete-mfa-what = { $name }’s devices, recovery codes and email codes are deleted, and they are signed out everywhere. From then on the password alone signs in, until they set up MFA again.
help-delete-mfa-what-required = { $name }’s devices, recovery codes and email codes are deleted, and they are signed out everywhere. To set up MFA again they need an enrollment code from you.
help-delete-mfa-what-by-email = { $name }’s devices, recovery codes and email codes are deleted, and they are signed out everywhere. Email is your organization’s only way, so from then on they sign in with the password and a code that is mailed to the address on record. No enrollment code is asked for.
help-unlock = Unlock
help-unlock-what = Waiting times after wrong passwords and codes are lifted, and ways that were closed after fifty wrong tries are open again.
help-sign-out = Sign out everywhere
help-sign-out-what = Every session of { $name } ends at once, and no browser stays remembered.
help-end-session = End this session
help-end-session-what = { $name } is signed out of { $browser } ({ $address }) at once, and that browser is forgotten: whoever signs in there is asked for everything. Other sessions go on.
help-unfreeze = Unfreeze
help-unfreeze-what = { $name }, or somebody with their mail, said “This wasn’t me”. Once you unfreeze the account, password and devices can be changed again. Find out first what happened. With a reset code in the same act, the password until now opens nothing any more, whoever knows it.
help-unfreeze-and-code = Unfreeze and give a reset code
help-require-mfa = Require MFA for this account
help-require-mfa-what = Whatever the policy says, { $name } is taken to set-up at the next sign-in and can’t go on without it.
help-end-requirement = Stop requiring MFA for this account
help-end-requirement-what = Only the policy decides from then on. What { $name } has set up stays and is still asked for.
help-suspend = Suspend
help-suspend-what = { $name } is signed out everywhere and can’t sign in until the account is activated again. Nothing is deleted.
help-activate = Activate
help-activate-what = { $name } can sign in again, with everything that was set up before.
help-delete = Delete the account
help-delete-what = { $name }’s account and everything stored under it are deleted: devices, sessions, email address. It can’t be brought back. What the audit log says of it stays.
help-how = How did you check that this is { $name }?
help-how-hint = For example: called back on the number on record; in person, with the badge. It’s kept in the audit log.
help-needs-another = Somebody else must do this
help-needs-another-next = You gave { $name } a code or deleted their MFA setup, within the last day or with nothing set up since. Together with this it opens the account, so another agent or an admin must do it.
help-code-enrollment = Enrollment code for { $name }
help-code-reset = Reset code for { $name }
help-code-enrollment-next = Read it to { $name }. They sign in with their password and enter it when the portal asks for the code from the help desk.
help-code-reset-next = Read it to { $name }. They choose “Forgot your password?” on the sign-in page and enter it there.
help-code-once = It’s shown only now
help-code-until = Good until { $until }, for one use. One that was issued before has ended.
help-code-both = Mind that { $name } was given both an enrollment code and a reset code. Together they open the account.
help-letter-heading = Or on paper
help-letter-what = A letter holds a longer code, which is typed off the sheet. Hand it over in person, or send it to an address that you know.
help-letter = Print a letter
help-letter-days = For how many days a letter is good
help-letter-only-now-next = Print it before you leave the page. Hand it over in person, or send it where nobody but { $name } gets it.
help-letter-enrollment-why = At { $organization } a second step is set up before you can sign in. Together with your password, this code opens the set-up.
help-letter-reset-why = With this code you choose a new password for your account at { $organization }.
help-letter-step-login = Type your login name and this code:
help-letter-step-new-password = Choose a new password. What else protects the account is asked for first.
help-letter-step-sign-in = Log in with your login name and your password.
help-letter-step-code = When you’re asked for your enrollment code, type this one:
help-letter-step-app = Set up an authenticator app. The page leads you through it.
access-filter = Filter by MFA status
access-everybody = Everybody
access-search-label = Name, login name, email address or support code
access-search = Search
access-nobody-found = Nobody was found
access-show-everybody = Show everybody
# Remote logon
logon-code = Code from your authenticator app:
logon-code-emailed = Code from the email that was just sent to you:
logon-code-recovery = Recovery code:
logon-set-up = MFA is required for your account and not set up yet. Sign in at { $url } to set it up, then log on here again.
logon-frozen = Your account is frozen. Ask the help desk.
logon-no-way = None of your second factors can be used here. Sign in at { $url } and set up an authenticator app.
logon-together = That was not accepted. Type your password and, right behind it, the six digits that your app shows now. After several wrong tries, wait a few minutes.
logon-code-alone = That code was not accepted. Wait for the next one, then log on again. After several wrong ones, wait a few minutes, or ask the help desk.
logon-code-wrong = That’s not the right code. Log on again.
logon-code-used = That code was used already. Wait for the next one, then log on again.
logon-code-clock = That code is not of this moment. Switch on automatic time on your phone, then log on again.
logon-suspended = Too many wrong codes, so this way is closed. Ask the help desk.
logon-wait =
    { $minutes ->
        [one] Too many wrong tries. Log on again in one minute.
       *[other] Too many wrong tries. Log on again in { $minutes } minutes.
    }
logon-mail-wait = No code can be mailed just now. Log on again in a few minutes.
logon-over = That took too long. Log on again.
logon-scheme = The password arrived as CHAP, MS-CHAP or EAP, which can’t be used here. Whoever runs this must choose PAP.
logon-cut = A password of more than 128 bytes can’t be used here.
logon-not-utf8 = The password did not arrive as UTF-8. Whoever runs this can help.
event-logged-on = Logged on to { $client } with the password alone.
event-logged-on-app = Logged on to { $client } with the password and a code from the app.
event-logged-on-recovery = Logged on to { $client } with the password and a recovery code.
event-logged-on-email = Logged on to { $client } with the password and an emailed code.
event-logged-on-code-alone = Logged on to { $client } with a code from the app; { $client } checked the password.
event-logged-on-recovery-alone = Logged on to { $client } with a recovery code; { $client } checked the password.
event-logon-unknown = Somebody tried to log on to { $client } with a login that nobody has.
event-logon-suspended = A logon to { $client } was refused: the account is suspended.
event-logon-frozen = A logon to { $client } was refused: the account is frozen.
event-logon-not-let-in = A logon to { $client } was refused: the account may not log on there.
event-logon-nothing = A logon to { $client } was refused: the account has nothing that can be asked for there.
event-logon-not-set-up = A logon to { $client } was refused: MFA is not set up yet.
# In the place of $client, where that is not told.
event-logon-elsewhere = a client of another organization
event-logon-no-code = A logon to { $client } was refused: no code was typed.
event-logon-mail-wait = A logon to { $client } was refused: a code was mailed a moment ago, and it is too early for another.
event-logon-no-password = A logon to { $client } was refused: its request held no password that can be read. The client must use PAP.
event-logon-foreign = A logon to { $client } was refused: it answered somebody else’s question for a code.
event-logon-over = A logon to { $client } was refused: the question for a code was over.
event-logon-not-admitted = The password was right, but the account may not log on there.
event-radius-client-added = { $client } may ask about logons from now on.
event-radius-client-changed = What { $client } may do at a logon was changed.
event-radius-client-changed-to = What { $client } may do at a logon was changed: { $changes }
event-radius-secret-rotated = { $client } got a new secret for logons.
event-radius-client-removed = { $client } can’t ask about logons any more.
event-radius-client-signs = { $client } signs what it asks, and must do so from now on.
event-radius-dropped = Something that { $client } asked was not answered.
mail-code-subject-logon = Your code to log on
mail-code-logon = Enter it where you are logging on to a computer or network. It’s good until { $until }, and only for that logon, which waits two minutes.

## Policy

policy-title = Policy
policy-rule = Who must use MFA
policy-off = Off
policy-off-what = Nobody is offered it. A device that a member has set up is still asked for.
policy-optional = Optional
policy-optional-what = Everybody can enable it.
policy-required = Required
policy-required-what = Nobody gets further than the set-up page without it.
policy-channels = What satisfies it
policy-app = Authenticator app
policy-email = Email code
policy-email-what = The weakest way: whoever reads the mailbox has the code. It never opens the administration.
policy-first = Before a first set-up that is required, besides the password
policy-first-default = What suits this portal
policy-first-default-mail = A code to the email address, since this portal sends mail.
policy-first-default-nothing = Nothing, since this portal sends no mail: whoever knows a password first can set up their own phone for it.
policy-first-email = A code to the email address
policy-first-email-what = Who has no address on record needs an enrollment code.
policy-first-code = An enrollment code from the help desk
policy-first-code-what = Each person calls once.
policy-first-nothing = Nothing
policy-first-nothing-what = Whoever knows a password first can set up their own phone for it.
policy-remember = Remember a browser for how many days
policy-remember-what = From 0, which is not at all, to 30. In such a browser the password alone signs in. It never counts for the administration.
policy-deletion = Members can ask for their account to be deleted
policy-save = Save the policy
policy-show = Show what this changes
policy-read-only = Only admins can change the policy.
policy-saved = The policy is saved
policy-saved-next = It holds from each person’s next page on.
policy-preview = What saving changes
policy-preview-set-up = { $people ->
    [one] One person is taken to set-up at the next sign-in
   *[other] { $people } people are taken to set-up at the next sign-in
}
policy-preview-asked-first = { $people ->
    [one] One person who has to set up MFA anyway is asked for another proof before it
   *[other] { $people } people who have to set up MFA anyway are asked for another proof before it
}
policy-preview-asked = { $people ->
    [one] One person is asked for a second step that isn’t asked for now
   *[other] { $people } people are asked for a second step that isn’t asked for now
}
policy-preview-freed = { $people ->
    [one] One person signs in with the password alone from then on
   *[other] { $people } people sign in with the password alone from then on
}
policy-preview-stopped = { $people ->
    [one] One person can’t sign in from then on until the help desk has helped
   *[other] { $people } people can’t sign in from then on until the help desk has helped
}
policy-preview-unchanged = { $people ->
    [one] For one person nothing changes
   *[other] For { $people } people nothing changes
}
policy-preview-sessions = This counts what the password leads to at the next sign-in. Shorter times also bind open sessions and remembered browsers, at once.
policy-preview-next = Nothing is saved yet.
policy-no-mail = This portal can’t send mail
policy-only-email-next = With email codes alone nobody could sign in. Permit the authenticator app as well.
policy-first-email-next = No code could be mailed before a first set-up. Choose another proof.
policy-no-channel = Tick at least one way that satisfies it.
policy-stale = Somebody else changed the policy meanwhile
policy-stale-next = Your choices are still here. Look at what they would change now, then save again.

## Remote computers

computers-title = Remote computers
computers-login = Log on as { $login } at { $address }
computers-ask-both = When you log on there, you are asked for your password, then for a code, the same as here.
computers-ask-password = When you log on there, you are asked for your password, the same as here.
computers-frozen = While your account is frozen, you can’t log on there.
event-computer-added = The remote computer { $name } was put on the dashboard.
event-computer-changed = What the dashboard says of the remote computer { $name } was changed.
event-computer-changed-to = What the dashboard says of the remote computer { $name } was changed: { $changes }
event-computer-removed = The remote computer { $name } was taken off the dashboard.
## Who is on the phone

caller-title = Check who is on the phone
caller-what = The portal helps you to find out whether it’s really { $name } who is calling, and shows { $name } that it’s really you. Nothing is changed, and nothing is opened.
caller-start = Start the check
caller-by-word = In a browser where the caller is signed in
caller-by-word-next = Ask { $name } to open “Is it really your help desk?” under Edit profile, read this word out, and have it typed there.
caller-until = Good until { $until }, once.
caller-look = Look again
caller-by-app = A code from an authenticator app
caller-code-label = Code that the caller reads out
caller-by-app-hint = Six digits. It counts once, here and nowhere else afterwards.
caller-check-code = Check the code
caller-by-mail = A code by mail
caller-by-mail-next = A code goes to { $name }’s address, with your name beside it.
caller-mailed-label = Code from the mail
caller-end = End this check
caller-known = It’s { $name }
caller-known-app = By a code from the authenticator app, at { $at }.
caller-known-email = By a code from the mailbox on record, at { $at }.
caller-known-word = By your word, typed in a signed-in browser, at { $at }.
caller-known-next = For the next quarter of an hour this counts as how you checked who was asking.
caller-go-on = Go on
caller-over = This check is over
caller-over-next = Nobody was known to be { $name }: the time was up, too many words were wrong, or { $name } said that it’s somebody else. Don’t help until you know who is calling.
caller-how-app = Caller check: code from the authenticator app
caller-how-email = Caller check: code from the mailbox on record
caller-how-word = Caller check: word typed in a signed-in browser
help-known = Checked who is asking, at { $at }.
person-check-caller = Check who is on the phone
person-check-waits = Your check waits for the caller until { $until }
person-check-go-on = Go on with it
dashboard-due = { $organization } requires MFA from { $due }
dashboard-due-what = Set it up while there is time: it takes an app on your phone and a few minutes. After that, nothing else opens until you have.
dashboard-due-next = Set up MFA now
calling-title = Is it really your help desk?
calling-agent = { $name } is on the phone with somebody and wants to know whether it’s you.
calling-agent-next = You called them? Have them read out the word that their page shows, and type it here. Then they help whoever is on the line with them, and can give out codes for your account. Were you called? Hang up and call the help desk yourself: a stranger between you can pass a word on.
calling-alone = You signed in with your password alone, and that doesn’t show who you are: { $name } has to find it out in another way. Never read your password out.
calling-word-label = Word that you’re told
calling-word-hint = Something like “{ $example }”, good until { $until }.
calling-confirm = Yes, it’s me
calling-disown-next = You’re not on the phone with them? Then somebody pretends to be you.
calling-disown = It’s not me
calling-nobody = Nobody of your help desk is checking who calls
calling-nobody-next = If somebody calls you and says that they’re your help desk, hang up and call the help desk yourself. If you called, ask them to start the check, then look again. Never tell anybody your password.
calling-over = This check is over
calling-over-next = Ask the help desk to start another one. If they can’t, hang up and call them yourself.
calling-known = They know that it’s you
calling-known-next = They help whoever is on the line with them now. If that isn’t you because somebody called you with the word, hang up and call the help desk at once.
calling-disowned = Thank you: the check has ended
calling-disowned-next = The help desk was told that it’s somebody else. It’s written down under Activity.
calling-wrong = That isn’t the word
calling-wrong-next =
    { $left ->
        [0] It was the last try. Hang up and call the help desk yourself.
        [one] Have it read out again, one more try is left. If it’s wrong again, hang up: it may not be your help desk.
       *[other] Have it read out again, { $left } tries are left. If it stays wrong, hang up: it may not be your help desk.
    }
calling-frozen = This can’t be done while your account is frozen
calling-frozen-next = Read a code from your app to the help desk instead.
account-calling = Is it really your help desk?
account-calling-what = When somebody calls and says so
mail-code-subject-caller = Your code for the help desk
mail-code-caller = Read it to your help desk if you’re on the phone with them now. It’s good until { $until }, for five minutes, and opens nothing.
mail-code-not-calling = You aren’t on the phone with them?
mail-code-not-calling-next = Then somebody pretends to be you. Don’t give this code to anyone, and tell the help desk.
event-caller-check-started = The help desk began to check who is on the phone.
event-caller-check-ended = The help desk ended its check of who is on the phone.
event-caller-check-replaced = A check of who is on the phone was ended by a new one.
event-caller-known-app = A code from the app showed the help desk who is on the phone.
event-caller-known-email = A code by mail showed the help desk who is on the phone.
event-caller-known-word = The help desk’s word, typed in a signed-in browser, showed who is on the phone.
event-caller-disowned = The help desk was told that somebody else is on the phone.
notice-caller-known = The help desk took somebody on the phone for you
notice-caller-disowned = You said that somebody else was on the phone

remote-title = Remote logon
remote-lead = What your people see of their remote computers, and which computers, VPNs and firewalls ask this portal whether somebody may log on.
remote-not-listening = The portal does not answer RADIUS yet
remote-not-listening-next = Whoever runs it sets radius.listen in its configuration, such as 127.0.0.1:1812, and starts it again.
remote-name-label = Name
remote-seen-by-everyone = Everyone sees it
remote-seen-by-nobody = Nobody sees it
remote-seen-by = Seen by { $people }
remote-opens-for-everyone = Everyone may log on
remote-opens-for-nobody = Nobody may log on
remote-opens-for = { $people } may log on
remote-delete = Delete
remote-save = Save
remote-nobody = Nobody here has the login name { $login }. Check how it is written under Administration and access.
remote-stale = Somebody else changed it meanwhile. Open it again, then make your change.
remote-full = The organization has as many as it can have. Delete one first.
computers-none = No remote computers yet
computers-none-next = Add one, and your people see on their dashboard how to get there.
computers-add = Add a remote computer
computer-name-hint = As your people call it, such as Web server.
computer-address-label = Address
computer-address-hint = A name or an address, with a port if it is not the usual one, such as web-1.example.com or 10.0.0.7:2222.
computer-command-label = What people type (optional)
computer-command-hint = Left empty, it is ssh. {"{"}login{"}"} and {"{"}address{"}"} are filled in, as in mstsc /v:{"{"}address{"}"}.
computer-delete-what = It disappears from the dashboard of everybody who sees it. Who may log on there stays as it is: its RADIUS client says that.
whom-sees = Who sees it
whom-logs-on = Who may log on
whom-everyone = Everyone in the organization
whom-named = Only the people named here
whom-people-label = Login names
whom-people-hint = One on each line, such as ann. Only needed where not everyone is meant.
clients-title = RADIUS clients
clients-none = No RADIUS clients yet
clients-none-next = A computer, VPN or firewall is one once you have added it here and written its secret into its configuration.
clients-add = Add a RADIUS client
client-name-hint = As the audit log is to call it, such as web-1.
client-network-label = Address or network
client-network-hint = Where it asks from, such as 10.0.0.7 or 10.0.0.0/24.
client-certificates-label = Certificates
client-certificates-hint = For a client over TLS: the SHA-256 fingerprints of its certificates, one per line, or one certificate as PEM.
client-certificates-new-hint = For a client over TLS instead: the SHA-256 fingerprint of its certificate, or the certificate as PEM. It shares no secret then.
client-asks-from = Asks from { $network }
client-asks-over-tls = Asks over TLS, known by its certificate
client-signing = Message-Authenticator
client-signing-yes = Required
client-signing-yes-what = Requests without one are not answered. Choose this wherever the client can sign.
client-signing-auto = Required from the first signed request on
client-signing-auto-what = For a client that you are not sure of.
client-signing-no = Not required
client-signing-no-what = Warning: whoever is on the network between can change requests and answers (CVE-2024-3596). Only on the same machine or inside a tunnel, for clients that can’t sign, such as pam_radius_auth of Debian 12.
client-recovery-codes = Recovery codes are taken there
client-returned-label = Attributes returned (optional)
client-returned-hint = One on each line, such as Filter-Id=staff or 26.9.1=shell:priv-lvl=15. The client is told them with every logon.
client-returned-too-much = The attributes are more than an answer holds. Name fewer.
client-taken = A client of this name is here already, or one anywhere in the portal has this network or certificate. Choose another name, or look at the address or certificate.
client-secret-title = Secret of { $client }
client-secret = the secret
client-line = the line
client-secret-once = This secret is shown only now
client-secret-next = Write it into the client’s configuration before you leave this page. Lost, it is replaced by a new one.
client-secret-rotated = The secret before it is not heard any more: write this one into the client’s configuration now.
client-secret-done = I have written it down
client-lines = For pam_radius_auth.conf
client-lines-server = The first word is where the client reaches the portal. Change it if that is another address.
client-lines-signing = pam_radius_auth of Debian 12 can’t sign: it is answered only where no Message-Authenticator is required.
client-rotate = Make a new secret
client-rotate-what = The present secret ends at once. Until the new one stands in its configuration, the client is not answered and nobody logs on there.
client-delete-what = Nothing that it asks is answered any more, so nobody logs on through it. Its secret can’t be brought back.
problem-not-an-address = Write it like web-1.example.com, or 10.0.0.7:2222 with its port.
problem-not-a-network = Write an address, like 10.0.0.7, or a network, like 10.0.0.0/24.
problem-not-a-certificate = Write the SHA-256 fingerprint of 64 hexadecimal digits, or paste the certificate as PEM.
problem-network-or-certificate = Fill in either the address or network, or the certificate.
problem-not-attributes = Write NAME=VALUE on each line. The names are Service-Type, Filter-Id, Class, Session-Timeout, Idle-Timeout and Framed-Pool; a vendor’s own begin with 26.
step-up-remote-logon = Who may log on to your computers needs a fresh proof that it’s you, by a code from your app.
client-flow = How the code is asked for
client-flow-challenge = Password, then the code
client-flow-challenge-what = For every client that can ask a second question.
client-flow-together = Password and code in one field
client-flow-together-what = For clients that can’t ask twice: people type the code right behind the password. Emailed codes can’t be used with it.
client-flow-code-alone = The code alone
client-flow-code-alone-what = Warning: only for a client that checks the password itself. Otherwise whoever sees a phone gets in.
# Grace, exceptions, lifetimes and passwords of a policy
way-offer-title = Set up MFA by { $date }
way-offer-why = { $place } asks everyone to sign in with a second step from { $until } on. Setting it up takes about two minutes.
way-not-now = Not now
way-not-now-note = You can go on without it. You’re asked again each time you sign in.
event-extended = You were given more time to set up MFA. Reason: { $reason }
event-exempted = You were exempted from what your organization requires for signing in. Reason: { $reason }
event-extension-ended = The extra time to set up MFA was taken back.
event-exemption-ended = The exemption from what your organization requires for signing in was taken back.
policy-number-problem = Type a whole number from { $least } to { $most }.
policy-numbers-problem = Some numbers can’t be taken:
policy-grace = Days of grace
policy-grace-what = From { $least }, which is at once, to { $most }. Until they’re over, who has set up nothing is asked at each sign-in and can put it off. They count from the day on which MFA became required; for newcomers, from their first day. They aren’t for roles above member, for somebody whose setup was deleted, or for remote logons (RADIUS).
policy-new-grace = Start the days of grace anew
policy-new-grace-what = They count from { $since }, even if the policy was loosened in between. With a tick they count from now, for everybody.
policy-lifetimes = How long somebody stays signed in
policy-hours = Hours, however busy
policy-hours-what = From { $least } to { $most }. A shorter time holds for open sessions, too, from their next page on.
policy-idle = Minutes without a request
policy-idle-what = From { $least } to { $most }.
policy-away = Minutes away from the administration
policy-away-what = From { $least } to { $most }. After them, the administration asks for a code again.
policy-password = Shortest new password, in characters
policy-password-what = From { $least } to { $most }. Where no second step is asked for, at least 15 whatever is said here. It holds when somebody next chooses a password; nobody’s password ends by it. Common passwords and names are refused anyway.
policy-preview-offered = { $people ->
    [one] One person is offered set-up at each sign-in and can put it off for now
   *[other] { $people } people are offered set-up at each sign-in and can put it off for now
}
policy-preview-in-all = { $people ->
    [one] With those for whom nothing changes, one person is taken to set-up at the next sign-in; with a role above member: { $admins }.
   *[other] With those for whom nothing changes, { $people } people are taken to set-up at the next sign-in; with a role above member: { $admins }.
}
policy-exceptions = Exceptions
policy-exceptions-note = Each was given to one person for a reason and ends by itself. You give one on the person’s page.
policy-no-exceptions = There are none.
policy-exception-extension = More time to set up MFA, until { $until }
policy-exception-exemption = Exempt from the policy until { $until }
person-required-soon = Required from { $due }; until then it can be put off
person-exempt = Exempt from the policy until { $until }
help-extend = Give more time
help-extend-what = { $name } can put off setting up MFA for so many days from now. The offer stays at each sign-in.
help-end-extension = Take the extra time back
help-end-extension-what = The days of grace that everybody has count for { $name } again.
help-exempt = Exempt from the policy
help-exempt-what = What the policy requires doesn’t count for { $name } for so many days from now. What is set up is still asked for. A role above member ends it.
help-end-exemption = End the exemption
help-end-exemption-what = The policy counts for { $name } again, from the next page on.
help-days = For how many days
help-days-hint = From 1 to { $most }, counted from now.
help-reason = Why
help-reason-hint = { $name } reads it in a mail and under Activity; it stands on the policy page and in the audit log.
help-not-given = This exception can’t be given
help-not-given-role = { $name } has a role above member. Whoever has one proves a device, without exception.
help-not-given-alone = MFA is required of { $name } alone, and an exception from the policy doesn’t change that. Take that requirement back first.
help-not-given-nothing = { $name } has nothing to put off: MFA isn’t required, or it’s set up, or it isn’t due before that day anyway.
policy-last-admin = Nobody could administer the organization any more
policy-last-admin-next = No admin has set up an authenticator app, and each would be asked for a code that only an admin or the help desk gives. Let one of them set it up first, or choose another proof.

why-title = Why is this asked?
person-why = Why?
why-rules = The rules
why-strictest = The strictest of them counts.
why-facts = What plays a part
why-password = At the next sign-in, the password is enough.
why-offered = At the next sign-in, setting up MFA is offered after the password. It can be put off until { $until }.
why-set-up = At the next sign-in, the password leads to setting up MFA and nowhere else.
why-first-email = At the next sign-in, the password leads to a code by email, then to setting up MFA, and nowhere else.
why-first-code = At the next sign-in, the password leads to the help desk’s enrollment code, then to setting up MFA, and nowhere else.
why-second-step = At the next sign-in, a second step is asked for after the password.
why-frozen = The account is frozen: the password alone opens nothing, and nothing can be set up.
why-suspended = The account is suspended: nobody signs in to it.
why-rule-off = The policy says off: only what somebody has set up is asked for.
why-rule-optional = The policy says optional: only what somebody has set up is asked for.
why-rule-soon = The policy requires a second step of everybody. Here it binds from { $due }.
why-rule-required = The policy requires a second step of everybody.
why-exempt = The policy requires a second step of everybody, but not of this person until { $until }.
why-account = MFA is required of this account alone, whatever the policy says.
why-role = A role above member needs an authenticator app, whatever the policy says.
why-since = The policy has required it since { $since }.
why-grace = { $days ->
    [one] There is one day of grace from then, or from when the account came to be, { $from }, if that was later. It’s for who has nothing set up.
   *[other] There are { $days } days of grace from then, or from when the account came to be, { $from }, if that was later. They’re for who has nothing set up.
}
why-extended = More time was given, until { $until }.
why-deleted = The MFA setup was deleted, so the next one waits for the help desk’s enrollment code.
why-has = Something is set up, and asked for.
why-has-nothing = Nothing is set up.
access-owed-now = Required, not set up
access-owed-soon = Delayed
access-owed-until = Delayed until { $date }
## The audit log of an organization

log-title = Audit log
log-whole = This log is whole: nothing is missing or changed.
log-sealed = Sealed events: { $sealed }.
log-unsealed = Waiting for their seal: { $unsealed }, the oldest since { $since }.
log-about = Person
log-by = Done by
log-doer = Or done by
log-doer-anybody = Anybody
log-people-hint = Write a login name or an email address. “Done by” finds what somebody did to others or to the organization; what they did to their own account stands under “Person”. Whoever helped from another organization is found by a login name like tess@provider.
log-topic = Kind
log-topic-all = Everything
log-topic-sign-ins = Signing in and out
log-topic-refusals = What was refused
log-topic-credentials = Passwords, MFA and profiles
log-topic-help = Help desk
log-topic-people = Accounts, roles and invitations
log-topic-organization = Policy and connections
log-topic-records = Exports and verifications
log-from = First day
log-until = Last day
log-show = Show
log-show-all = Show everything
log-events = Events
log-none = Nothing was found
log-what = What happened
log-when = When and from where
log-unreadable = This event was changed so that it can’t be read.
log-changed = Changed since it was written
log-the-organization = The organization
log-gone = Somebody whose account is gone
log-operator = The command line
log-portal = The portal itself
log-nobody = Somebody not signed in
log-export = Take along
log-export-what = The file holds every event that the filter above finds, oldest first, not only this page. That it was taken stands in this log.
log-csv = Download CSV
log-json = Download JSON lines
problem-nobody-here = Nobody here has that login. Write a login name like ann, or an email address that signs in.
problem-not-a-day = Write a day like 2026-11-22.

## Organizations, for those who run the instance

organizations-title = Organizations
organizations-add = Add an organization
organizations-add-what = It gets its own people, policy, audit log and key. Afterwards, invite its first administrator.
organizations-acts = Actions
organizations-suspend = Suspend
organizations-activate = Activate
organizations-delete = Delete
organizations-suspend-what = Nobody of { $name } signs in from now on, by any door, and who is signed in is out at the next page. Everything is kept.
organizations-activate-what = The people of { $name } can sign in again.
organizations-delete-what = Everybody in { $name } is deleted with all that is stored under them, and so is the key that their secrets are sealed with. Of the audit log the digests stay. Nothing brings it back but a copy of the database that you made before: delete such copies too, or have whoever runs the portal rotate the master key and retire the old one: then the secrets in them no longer open.
organizations-delete-hint = Type { $slug } to say that it is meant.
organizations-people = People: { $people }.
organizations-last-owner = Nobody else owns this portal
organizations-last-owner-next = Every owner who can sign in is in this organization. Make somebody of another one an owner first.
problem-not-the-same = This is something else. Type it exactly as it is shown.
event-organization-suspended = The organization was suspended: nobody of it signs in.
event-organization-activated = The organization was opened again after a suspension.
event-organization-deletion-began = Deleting the organization { $name } began, with { $count ->
    [one] the one person
   *[other] the { $count } people
} that it had.
event-organization-deleted = The organization { $name } was deleted with its people and its key.

## What is on record about somebody

edit-person-title = Edit what is on record
edit-person-what = { $name } is told by mail of what changes here, at the old and at the new address.
edit-person-email-vouched = It signs in at once: you answer for it.
edit-person-email-unproved = A new address signs in once the person has proved it, under Edit profile. Until then the login name does.
edit-person-save = Save
event-login-name-changed = The login name was changed from { $from } to { $to }.
event-address-set = The address { $address } was put on record. It signs in once it’s proved.
event-address-vouched = The address { $address } was put on record and vouched for. It signs in.
event-address-taken-off = The address on record was taken off.
notice-login-name-changed = Your login name was changed

## People as a file

access-export = Take along
access-export-what = Everybody here with state, MFA and role, as a table for a spreadsheet. That it was taken stands in the audit log.
event-people-exported = A list of the organization’s people was exported.

## Giving a role

role-title = Change the role
role-what = { $name } gets this role in place of the one they have, from their next page on, and is told by mail.
role-give = Give the role
role-until = Until { $until }
role-until-label = Last day (optional)
role-until-hint = After it, they are a member again by themselves. Leave it empty for a role without an end.
role-member-what = Signs in and looks after their own account.
role-auditor-what = Reads everything in this organization and changes nothing.
role-help-desk-what = Helps members and auditors: unlocks, deletes an MFA setup, gives codes.
role-admin-what = Decides about everybody and everything in this organization.
role-owner-what = Runs the whole portal, with every organization.
role-last-admin = Nobody else administers this organization
role-last-admin-next = Make somebody else an administrator first, without a last day.
role-last-owner = Nobody else owns this portal
role-last-owner-next = Make somebody else an owner first.
role-ends-with-yours = You have this role yourself until { $until }
role-ends-with-yours-next = You can give it to others until then at most: choose a last day that is not after yours.
problem-day-over = This day is over. Choose one that lies ahead.

## A new phone, in one act

help-delete-mfa-and-code = Delete it and give an enrollment code

## Applications

applications-title = Applications
applications-lead = The sites that stand on your people’s dashboards, one tile each.
applications-none = No applications yet
applications-none-next = Add the sites that your people use most, such as webmail.
applications-add = Add an application
application-edit = Change the application
application-name-hint = As your people call it, such as Webmail.
application-address-hint = The whole address, such as https://mail.example.com.
application-whom-sees = Who sees it
application-seen-by-everyone = Everyone sees it
application-seen-by-nobody = Nobody sees it
application-seen-by = Seen by { $people }
application-delete-what = It disappears from the dashboard of everybody who sees it. The site itself stays as it is.
application-description-label = What it is for (optional)
application-description-hint = In a few words, as it stands on the tile.
application-icon = On the tile
icon-letters = First letters of the name
computer-icon = Icon
icon-screen = A screen
icon-mail = Mail
icon-calendar = Calendar
icon-chat = Chat
icon-files = Files
icon-people = People
icon-money = Money
icon-chart = Chart
icon-help = Help
icon-book = Book
icon-cloud = Cloud
icon-code = Code
icon-clock = Clock
problem-not-a-site = Write the whole address, like https://mail.example.com.
event-application-added = The application { $name } was put on the dashboard.
event-application-changed = What the dashboard says of the application { $name } was changed.
event-application-changed-to = What the dashboard says of the application { $name } was changed: { $changes }
event-application-removed = The application { $name } was taken off the dashboard.

## Requests to the help desk

locked-out-link = Locked out? Ask your help desk
locked-out-title = Locked out?
locked-out-explanation = Type what you sign in with, and your help desk is asked to help you. They call you, or you call them: they never ask for your password.
locked-out-ask = Ask the help desk
locked-out-asked = Your help desk is asked
locked-out-asked-what = If an account has this login, its help desk sees the request now.
locked-out-asked-next = Asking again changes nothing while it waits. If it’s urgent, call: they find out who you are before they help.
requests-title = Requests to the help desk
requests-what = What you asked the help desk for, and what became of it.
requests-none = You haven’t asked for anything
requests-ask = Ask for something
request-mfa = Turn MFA on
request-unlock = Locked out
request-mfa-ask = Ask the help desk to turn MFA on for me
request-mfa-ask-what = Once it’s on, your next sign-in leads you through the setup, and from then on it asks for a code besides your password.
request-mfa-asked = Your help desk was asked to turn MFA on { $when }.
request-unlock-ask = Ask for help with my sign-in
request-unlock-ask-what = For when a device is lost, or codes aren’t taken any more.
request-made = Your help desk has your request
request-made-next = What becomes of it stands here, and you are told by mail where your account has an address.
request-taken-back = The request is taken back
request-taken-back-next = Your help desk no longer sees it waiting. You can ask again.
request-too-often = You have asked three times today
request-too-often-next = Ask again tomorrow, or call your help desk.
request-not-offered = There is nothing to ask for
request-not-offered-next = MFA is required of your account already, or set up.
request-asked-at = Asked { $when }
request-by-login = By somebody who was not signed in
request-waits = Your help desk hasn’t answered yet.
request-withdraw = Take it back
request-granted = MFA was turned on
request-helped = The help desk helped
request-done = Done
request-declined = Declined
request-withdrawn = Taken back
admin-requests-title = Requests
admin-requests-what = What members ask the help desk for. The oldest is first.
admin-requests-none = Nobody is waiting
admin-requests-answered = Answered lately
request-asked = Asked
request-answer = Answer
request-signed-in = By the member, signed in.
request-not-signed-in = By somebody who typed the login and was not signed in: it may be anybody. Find out who it is before you help, on a number that you know.
request-mfa-do = Turning MFA on requires it of { $name } alone. Their next sign-in leads them through the setup.
request-unlock-do = The page of { $name } shows which limits are in force and has what helps: unlocking, an enrollment code, a reset code. Any of these answers the request; if something else helped, say so here.
request-help = Go to the person’s page
request-not-yours = Somebody with a higher role helps this account.
request-word-label = A word to the member
request-word-hint = One line; they read it in the portal and in the mail. Needed to decline.
request-grant = Turn MFA on
request-say-done = Mark as done
request-decline = Decline
event-help-asked-mfa = The help desk was asked to turn MFA on.
event-help-asked-unlock = The help desk was asked for help with signing in.
event-help-withdrawn-mfa = The request to turn MFA on was taken back.
event-help-withdrawn-unlock = The request for help with signing in was taken back.
event-help-done-mfa = The request to turn MFA on was answered: done.
event-help-done-mfa-word = The request to turn MFA on was answered: done. “{ $word }”
event-help-done-unlock = The request for help with signing in was answered: done.
event-help-done-unlock-word = The request for help with signing in was answered: done. “{ $word }”
event-help-declined-mfa = The request to turn MFA on was declined.
event-help-declined-mfa-word = The request to turn MFA on was declined: “{ $word }”
event-help-declined-unlock = The request for help with signing in was declined.
event-help-declined-unlock-word = The request for help with signing in was declined: “{ $word }”
notice-help-asked = Your help desk was asked for something
notice-help-answered = Your help desk answered
mail-help-mfa-subject = A member asks for MFA
mail-help-unlock-subject = A member asks for help with signing in
mail-help-mfa = { $name } ({ $login }) asks for MFA to be turned on.
mail-help-unlock = { $name } ({ $login }) is said to be locked out.
mail-help-signed-in = It was asked by the member, signed in.
mail-help-not-signed-in = It was asked by somebody who typed the login and was not signed in. Find out who it is before you help.
mail-help-answer = Answer the request
mail-help-once = You get one such mail a day for an account. All requests are in the list.

## How an organization shows itself

branding-title = Branding
branding-lead = What your people see of your organization once their password is right: on pages, in mails and in letters. Before that they see the portal’s own.
branding-read-only = Only admins can change this.
branding-look = Name and color
branding-name-label = Name of the organization
branding-name-hint = As your people know it. It stands at the top of their pages and mails.
branding-accent-label = Accent color (optional)
branding-accent-hint = As your style guide has it, such as #c8102e. Buttons and links are in it. Left empty, they are in the portal’s own color.
branding-accent-light = On light pages
branding-accent-dark = On dark pages
branding-accent-darker = Darker than chosen, so that everybody can read it.
branding-accent-lighter = Lighter than chosen, so that everybody can read it.
branding-save = Save
branding-saved = Name and color are saved
branding-saved-next = Your people see them from their next page on.
problem-not-a-color = Write it like #c8102e: six digits, each from 0 to 9 or a to f.
event-branding-changed = The organization’s name and color were set: { $name }, { $color }.
event-branding-without-color = The organization’s name was set: { $name }. It has no color of its own.
contacts-title = Contacts
contacts-what = Whom your people are told to ask when they need help.
contacts-none = Your organization has no contacts of its own yet
contacts-none-next = Until it has, your people see those of the whole portal:
contacts-none-anywhere = Nor has the portal, so nobody is told whom to ask. Add your help desk’s phone number or address.
contacts-add = Add a contact
contacts-full = There are as many contacts as people can choose from. Delete one before you add another.
contact-edit = Edit
contact-up = Move up
contact-down = Move down
contact-delete = Delete
contact-save = Save
contact-label-label = Name
contact-label-hint = Who answers, such as Help desk or Reception.
contact-phone-label = Phone (optional)
contact-phone-hint = As people read it, with a menu option: +1 555 0100, option 2. On a phone the number is a link.
contact-mail-label = Email (optional)
contact-mail-hint = An address whose mails somebody reads.
contact-hours-label = Hours (optional)
contact-hours-hint = Such as Monday to Friday, 8:00 to 17:00.
contact-note-label = Note (optional)
contact-note-hint = Anything else, such as a room.
contact-unreachable = By this alone nobody is reached. Fill in a phone number, an email address or a note.
contact-stale = Somebody else changed it meanwhile. Open it again, then make your change.
contact-delete-title = Delete this contact
contact-delete-what = Your people are not told to ask there any more.
contact-delete-last = It is the only contact of your organization. Your people are told to ask the contacts of the whole portal from then on.
event-contacts-changed = The organization’s contacts were changed. They are now: { $contacts }.
event-contacts-ended = The organization’s contacts were deleted. Those of the whole portal are shown in their place.

## Several organizations at once

everywhere-people = All organizations
everywhere-people-what = One search over the people of every organization in which you have a role.
everywhere-more = Show all
everywhere-more-places = A hundred organizations are looked through at a time.
everywhere-next-places = Next organizations
everywhere-requests = Requests of all organizations
everywhere-requests-what = What members ask the help desk for, in every organization where you help. The oldest is first.
everywhere-more-requests = More wait than are listed here. Answer these, or open an organization’s own list.
event-role-elsewhere = A role in the organization { $organization } was given: { $role }.
event-role-elsewhere-ended = The role in the organization { $organization } was taken away.
event-outsider-role = { $login }, of another organization, got a role here: { $role }.
event-outsider-role-ended = { $login }, of another organization, has no role here any more.

## Many people at once

access-many = Invite many
many-invite = Invite many people
many-invite-what = One person on each line. You can paste rows from a spreadsheet or an address book. Nobody is invited before you have seen the list.
many-people-hint = Such as { $example }, or a name, an address and a login name with commas or tabs between them. Without a login name it’s what stands before the @. Up to { $most } lines.
many-import = Import people
many-import-what = A table with a line for each person, as { $name } gives it. Who is here already is changed to what the line says; everybody else is invited. Nothing happens before you have seen what would.
many-table = Table
many-table-hint = The first line names the columns: { $columns }. Commas, semicolons or tabs between them. Up to { $most } lines.
many-file = File (optional)
many-file-hint = CSV in UTF-8, up to 2 MB. Where there is one, it counts and not the table below.
many-by = How they are invited
many-by-import = How people who aren’t here yet are invited
many-by-mail = By mail, with a link that works for three days
many-by-paper = On paper, with a letter for each to hand over
many-days = Days that letters are good for
many-days-hint = From 1 to { $most }. Mailed links are good for three days.
many-check = Check the list
many-change-list = Change the list
many-line = Line
many-what = What would happen
many-look = Nothing has happened yet. Look through the list first.
many-differs = Something has changed meanwhile, and nothing was done. This is what would happen now.
many-wrong = Nothing was done: some lines need another look
many-nothing = There is nothing to do: everything is so already
many-too-much = Nothing was done: this would touch more than { $most } people at once. Split the list.
many-count-invited =
    { $count ->
        [one] 1 person would be invited
       *[other] { $count } people would be invited
    }
many-count-changed =
    { $count ->
        [one] 1 person would be changed
       *[other] { $count } people would be changed
    }
many-count-same =
    { $count ->
        [one] 1 line says what is so already
       *[other] { $count } lines say what is so already
    }
many-count-wrong =
    { $count ->
        [one] 1 line can’t be taken
       *[other] { $count } lines can’t be taken
    }
many-more =
    { $count ->
        [one] 1 more line isn’t shown.
       *[other] { $count } more lines aren’t shown.
    }
many-unread = These columns aren’t read: { $columns }
many-invited = Is invited
many-invited-again = Is invited again; the invitation that is open ends
many-name-changes = Name: { $from } becomes { $to }
many-address-changes = Address: { $from } becomes { $to }
many-address-added = Address: { $to } is put on record
many-address-removed = Address: { $from } is taken off
many-no-login-name = There is no login name, and none can be made of the address. Add one.
many-fields = This line has more or fewer fields than belong there.
many-line-break = A field runs over several lines. Look for a quotation mark that isn’t closed.
many-twice = Line { $line } has this login name already.
many-address-twice = Line { $line } has this address already.
many-no-address = Nobody gets mail without an address. Add one, or choose paper.
many-just-mailed = An invitation was mailed less than a minute ago. Wait a little.
many-denied = You can’t change this person.
many-frozen = This account is frozen. Unfreeze it first.
many-prove = This needs a fresh proof that it’s you. Give it in a tab of its own, then come back and go on here.
many-prove-link = Confirm that it’s you
many-confirm-invite =
    { $count ->
        [one] Invite this person
       *[other] Invite these { $count } people
    }
many-confirm-import = Import exactly this
many-done = Done
many-done-mailed =
    { $count ->
        [one] 1 invitation is on its way.
       *[other] { $count } invitations are on their way.
    }
many-done-changed =
    { $count ->
        [one] 1 person was changed.
       *[other] { $count } people were changed.
    }
many-unread-all = None of it could be read
many-empty = There is nobody in it yet.
many-too-large = It’s larger than { $megabytes } MB. Split it.
many-too-many-lines = It has more than { $most } lines. Split it.
many-not-text = It isn’t text in UTF-8. In your spreadsheet program, save it as “CSV UTF-8”.
many-no-headings = The first line must name the columns, like this: { $columns }
many-heading-twice = The first line names the column { $column } twice.
letters-title =
    { $count ->
        [one] 1 letter
       *[other] { $count } letters
    }
letters-only-now = These letters are shown only now
letters-only-now-next = Print them before you leave the page; each has a sheet of its own. Hand them over in person: whoever has a code can become that account.
## Groups

groups-title = Groups
groups-lead = What you give to a group, an application or a remote computer, everybody in it gets, for as long as they’re in it.
groups-none = No groups yet
groups-none-next = Make one for each team that uses the same things.
groups-add = Make a group
group-page = Group
group-name-hint = As your people call it, such as Sales.
group-members = { $people ->
    [one] One person
   *[other] { $people } people
}
group-opens = What it opens
group-opens-nothing = Nothing is given to it yet. Choose it where it says who sees an application or may log on.
group-nobody = Nobody is in it yet
group-nobody-next = Whoever is added sees at once what is given to the group.
group-add-people = Add people
group-people-hint = One on each line, such as ann. They get what is given to the group at once.
group-too-many = That’s more than { $most } people. Add them in parts.
group-joined = In it since { $date }
group-take-out = Take out
group-rename = Rename
group-delete = Delete the group
group-delete-what = Nobody’s account is deleted. What is given to the group alone, nobody sees or opens any more:
group-in-list = { $group } (group)
whom-chosen = Only the groups and people chosen here
event-group-added = The group { $group } was made.
event-group-renamed = The group { $from } is called { $to } now.
event-group-removed = The group { $group } was deleted.
event-group-joined = You were put into the group { $group }.
event-group-left = You were taken out of the group { $group }.
## Support codes

support-code = Support code
support-code-what = Read it to the help desk: they see what happened here without asking you for anything. Good for seven days.
support-fault-what = Pass it on with that: whoever runs the portal finds by it, in the program’s log, what went wrong.
support-look-label = Support code
support-look-hint = The caller reads it off the page: five letters and digits, such as { $example }.
support-look = Look it up
support-nobodys-what = Here are the codes of logins and invitations that nobody has, and of networks that must wait. All others are looked up in the organization of the person.
support-when = When
support-none = No refusal is found under this code
support-none-next = Have it read to you once more. A code is good for seven days. Codes of logins and invitations that nobody has, and of networks that must wait, are seen only by those who run the portal.
support-none-next-nobodys = Have it read to you once more. A code is good for seven days. Somebody’s code is looked up in the organization of that person. The code of a fault of the portal itself leads to a line of the program’s log.
support-next-login-unknown = No account has the login that was typed. It isn’t kept, since it can be a password in the wrong field. Have the caller spell the login, and compare it with the list of the organization’s people.
support-next-password-wrong = The password was a different one. Have the caller type it once more and look out for capitals and the keyboard’s language. Whoever has forgotten it gets a new one from the sign-in page, or with a reset code from you.
support-next-suspended = The password was right, but the account is suspended, which the page did not say. An admin can activate it again.
support-next-delayed = Too many wrong ones had come before, so nobody looked at this one: it may even have been right. The wait ends by itself at the time below. Once you know who is calling, you can end it at once.
support-next-closed = After fifty wrong codes in a row this way was closed. You can open it again once you know who is calling. If the caller didn’t type those codes, somebody else knows the password: it must be changed.
support-next-clock-slow = The code had been right some minutes before: the phone’s clock is slow. With automatic time switched on in the phone’s settings, the next code counts.
support-next-clock-fast = The code was one of the minutes to come: the phone’s clock is fast. With automatic time switched on in the phone’s settings, the next code counts.
support-next-app-used = The code was right, but had counted once already. The next one, within half a minute, counts again.
support-next-app-wrong = It wasn’t the app’s code of that moment. Have the caller open the entry for { $place }, wait for a fresh code and type that. Where the phone is new or the entry was deleted, no code can be right: then the MFA setup has to be deleted.
support-next-recovery-used = This recovery code had been used before. The next one on the list counts.
support-next-recovery-wrong = It isn’t one of the codes that count now. If there are two lists, only the newer one counts.
support-next-email = It wasn’t the code from the newest mail, or that one no longer counted: it is good for five minutes and five tries. The caller can have another one sent from the same page.
support-next-help-desk-code = It wasn’t a code of yours that counts now. Each is good once, until its time is over, and for five tries. Compare it letter by letter, or issue a new one.
support-next-network = Too many wrong answers had come from the network { $network }, so nothing from there is looked at until { $until }. If it is an office of yours, name it under { $setting } in the configuration.
problem-not-a-support-code = A support code has five letters and digits, with a dash after the second.

# Logos

logo-title = Logo
logo-none = None yet. Beside the name stands the portal’s own mark.
logo-add = Add a logo
logo-change = Change the logo
logo-remove = Remove the logo
logo-remove-what = Your people see the portal’s own mark beside the name again, from their next page on. The file is not kept.
logo-lead = It stands at the top of your people’s pages once their password is right. Mails have none.
logo-file = File
logo-file-hint = SVG, or PNG with at most { $side } × { $side } points, up to { $kilobytes } KB. Take the one made for white paper: it stands on white, on dark pages too.
logo-shape = A logo at least three times as wide as high is taken for the name itself and stands alone. Beside any other stands the name.
logo-upload = Upload the logo
logo-saved = The logo is saved
logo-saved-next = Your people see it from their next page on.
logo-faint = The logo can hardly be seen
logo-faint-next = Logos stand on white, light or dark pages alike, and next to nothing of this one is darker than that. Upload the version that is made for white paper.
logo-removed = The logo is removed
logo-left-out = Something was left out of the drawing
logo-left-out-next = If you miss anything below, save the logo as PNG and upload that.
logo-left-script = Scripts: a logo runs nothing.
logo-left-animation = Animations: a logo stands still.
logo-left-text = Text, which would look different on each device. Convert it to paths in your drawing program.
logo-left-picture = Pictures within the drawing.
logo-left-effect = Effects: filters, masks, patterns, markers or dashes.
logo-left-reference = Links, and whatever would have been loaded from elsewhere.
logo-left-style = Styles that aren’t plain.
logo-left-other = Other parts that aren’t drawn.
logo-refused = The file was not taken
logo-refused-missing = Choose a file first.
logo-refused-large = It is too large. Save it smaller, with at most { $kilobytes } KB, then upload it again.
logo-refused-kind = It is neither SVG nor PNG, whatever its name says. Open it in a drawing program and save it as PNG.
logo-refused-damaged = It is damaged or ends too early. Save it again, then upload it.
logo-refused-points = It has too many points. Save it with at most { $side } × { $side }, then upload it again.
logo-refused-busy = Others are putting up logos at this moment. Choose the file once more and upload it again.
logo-refused-document-type = It brings a document type, in which harm can hide. Save it as plain SVG or as PNG.
logo-refused-complex = It has more parts than a logo needs. Simplify it, or save it as PNG.
logo-refused-size = It doesn’t say how large it is. Save it with a width and a height, or as PNG.
logo-refused-nothing = Nothing of it can be drawn here. If it is made of text or pictures, convert those to paths, or save it as PNG.
event-logo-changed = The organization’s logo was changed ({ $kind }, { $width } × { $height }).
event-logo-removed = The organization’s logo was removed.
event-sign-in-frozen = The account is frozen, so the sign-in did not go on.
event-sign-in-nothing = A second step was wanted, and the account has nothing that could be asked for.
support-next-frozen = The caller, or somebody with their mail, said “This wasn’t me”, so nothing about the account changes until you unfreeze it. Find out first what happened.
support-next-nothing = What this account could prove is not permitted or not there any more. An enrollment code opens the set-up of a device.
event-asked-too-often-reset = From one network, links to a new password were asked for too often, so for a while none is sent from there.
event-asked-too-often-help = From one network, the help desk was asked too often, so for a while nothing from there reaches it.
event-asked-too-often-account = The help desk was asked for more than it is sent of one account in a day.
event-asked-too-often-email-code = A code by mail was asked for before the wait for the next one was over.
event-asked-too-often-address = Links to another email address were asked for more often than they are sent in an hour.
event-invitation-unknown = A code was typed that opens no invitation.
event-invitation-over = The code of the invitation for { $login } was typed, which is used up or over.
support-next-asked-network = From the network { $network } this was asked for as often as it may be in an hour. It can be asked for again from { $until } on. If it is an office of yours, name it under { $setting } in the configuration.
support-next-asked-account = Three requests a day of one account reach you, and this one came after them: it is on no list. Ask the caller what it is about. The account can ask again from { $until } on.
support-next-asked-email-code = A code is mailed once a minute at most, and a few times an hour. The next one is sent from { $until } on. If none arrives, see whether the address on record is right, and look into the folder for spam.
support-next-asked-address = Five links an hour are mailed for one account. The next one is sent from { $until } on. See whether the address was typed rightly.
support-next-invitation-unknown = No invitation has the code that was typed, or it was over a month ago. It isn’t kept. Have the caller compare it with the letter character by character, or invite the person anew.
support-next-invitation-over = This invitation was accepted, was taken back, gave way to a newer one, or came to its end. If { $login } is not among the people of the organization yet, invite the person anew.
event-act-denied = Something was asked for that the role does not allow: { $act }. It was not done.
permission-see-people = reading the list of people
permission-see-audit = reading the audit log
permission-invite = inviting people
permission-accounts = changing somebody’s account
permission-policy = changing the policy
permission-applications = changing the applications
permission-branding = changing the name, the logo or the contacts
permission-groups = changing the groups
permission-remote-logon = changing remote logon
permission-help = helping somebody
support-next-act-denied = The role of whoever asked doesn’t allow this, or not with this person. Somebody with a higher role can do it, or give them one that does.
access-factor-suspended = Factor suspended
method-apps = { $count ->
    [one] App
   *[other] { $count } apps
}
method-recovery = { $count ->
    [one] 1 recovery code
   *[other] { $count } recovery codes
}
access-invited = Invited
access-next-invitations = More invitations
access-invitations-none-found = Nobody is invited of whose name, login name or address a word begins so.
support-elsewhere = By chance the same code leads to another refusal elsewhere. If this one is not the caller’s, look there:
support-elsewhere-only = The code leads to refusals in several places, and to none here. Choose the caller’s:
support-elsewhere-nobodys = Logins that nobody has, and networks
outsiders-title = From elsewhere
outsiders-what = People of other organizations who work here, such as a provider’s technicians. What they do stands in this organization’s audit log. Whoever runs the whole portal can work here too, and isn’t in this list.
outsiders-nobody = Nobody from another organization has a role here.
outsiders-nobody-next = Whoever runs the portal gives such a role.
outsiders-count = { $people ->
    [one] One person from another organization has a role here.
   *[other] { $people } people from other organizations have a role here.
  }
outsiders-see = See who
outsiders-until = Ends
outsiders-for-good = No end
outsiders-lend = Give a role to somebody from elsewhere
outsiders-lend-what = The person gets this role here in place of any they have here, from their next page on. They are told by mail, and both organizations’ audit logs say so.
outsiders-login-label = Login
outsiders-login-hint = With the short name of the person’s organization, such as ann@acme.
outsiders-until-hint = After it, the role ends by itself. Leave it empty for a role without an end.
outsiders-take = Take the role away
outsiders-take-what = From their next page on, they see nothing of this organization. They are told by mail, and both organizations’ audit logs say so.
problem-nobody-elsewhere = Nobody of another organization has that login. Write it with the organization’s short name, such as ann@acme. For your own people, change the role on their page.
event-outsider-suspended = { $login }, who has a role here from another organization, was suspended.
event-outsider-activated = { $login }, who has a role here from another organization, was activated again.
event-outsider-deleted = { $login }, who had a role here from another organization, was deleted, and the role with the account.
event-outsider-organization-suspended = The organization of { $login }, who has a role here, was suspended.
event-outsider-organization-activated = The organization of { $login }, who has a role here, was activated again.
event-outsider-organization-deleted = The organization of { $login }, who had a role here, was deleted, and the role ended.
invite-days = Days that the letter is good for
invite-days-hint = From 1 to { $most }.
