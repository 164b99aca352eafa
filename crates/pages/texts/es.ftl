# Portcullis en español.
#
# De usted. Decir qué ha pasado y luego qué hacer. Una palabra para cada cosa: aplicación de
# autenticación, dispositivo, código, código de recuperación, nombre de usuario, cuenta, servicio de
# asistencia.

## Around every page

skip = Ir al contenido
contacts-heading = ¿Necesita ayuda?
contacts-sign-in = ¿No puede iniciar sesión?
menu-account = Editar perfil
menu-applications = Aplicaciones
menu-administration = Administración
menu-sign-out = Cerrar sesión
wait-over = Ya puede continuar.
cancel = Cancelar
copy = Copiar
copied = Copiado
download = Descargar
print = Imprimir
finish = Finalizar
never = Nunca

## Numbers and times

number = { $number }
when-just-now = ahora mismo
when-minutes-ago =
    { $minutes ->
        [one] hace 1 minuto
       *[other] hace { $minutes } minutos
    }
when-days-ago =
    { $days ->
        [one] hace 1 día
       *[other] hace { $days } días
    }
when-today = hoy, { $clock }
when-yesterday = ayer, { $clock }
when-tomorrow = mañana, { $clock }
when-ahead = { $date }, { $clock }
when-exact = { $date }, { $clock }
clock = { $hour }:{ $minute } h
clock-exact = { $hour }:{ $minute }:{ $second } h
date = { $day } de { $month } de { $year }
month =
    { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    }

## Signing in

sign-in-title = Inicio de sesión
login-label = Correo electrónico o nombre de usuario
login-hint = Por ejemplo, ann@example.com o ann@acme
password-label = Contraseña
password-show = Mostrar contraseña
password-hide = Ocultar contraseña
log-in = Iniciar sesión
have-invitation = Tengo una invitación
sign-in-refused = Ese nombre de usuario y esa contraseña no corresponden
sign-in-refused-next = Compruebe que no haya errores al teclear ni esté activado el bloqueo de mayúsculas y vuelva a intentarlo. Si todo parece correcto, pregunte a quien se ocupa aquí de su cuenta.
sign-in-delayed = Demasiados intentos con este nombre de usuario
sign-in-delayed-next =
    { $seconds ->
        [one] Vuelva a intentarlo en 1 segundo ({ $until }). Hasta entonces no se comprueba ninguna contraseña.
       *[other] Vuelva a intentarlo en { $seconds } segundos ({ $until }). Hasta entonces no se comprueba ninguna contraseña.
    }
sign-in-delayed-next-minutes =
    { $minutes ->
        [one] Vuelva a intentarlo en 1 minuto ({ $until }). Hasta entonces no se comprueba ninguna contraseña.
       *[other] Vuelva a intentarlo en { $minutes } minutos ({ $until }). Hasta entonces no se comprueba ninguna contraseña.
    }
address-delayed = Demasiadas respuestas equivocadas desde su red
address-delayed-next =
    { $seconds ->
        [one] Vuelva a intentarlo en 1 segundo ({ $until }). Hasta entonces no se comprueba nada que venga de ella. Quizá otras personas usen su red; si no ha sido usted, avise al servicio de asistencia.
       *[other] Vuelva a intentarlo en { $seconds } segundos ({ $until }). Hasta entonces no se comprueba nada que venga de ella. Quizá otras personas usen su red; si no ha sido usted, avise al servicio de asistencia.
    }
address-delayed-next-minutes =
    { $minutes ->
        [one] Vuelva a intentarlo en 1 minuto ({ $until }). Hasta entonces no se comprueba nada que venga de ella. Quizá otras personas usen su red; si no ha sido usted, avise al servicio de asistencia.
       *[other] Vuelva a intentarlo en { $minutes } minutos ({ $until }). Hasta entonces no se comprueba nada que venga de ella. Quizá otras personas usen su red; si no ha sido usted, avise al servicio de asistencia.
    }
signed-out = Ha cerrado la sesión
signed-out-next = En un ordenador compartido, cierre también la ventana del navegador.
sign-in-ended = Su inicio de sesión ha terminado
sign-in-ended-next = Ha tardado demasiado o su sesión ya está cerrada. No se ha cambiado nada. Empiece de nuevo aquí.
signing-in-as = Inicio de sesión como { $who }
not-you = ¿No es usted?

## The app’s code

code-title = Introducir el código
code-title-refused = Código no aceptado
code-heading = Introduzca el código de su aplicación
code-explanation = Su aplicación de autenticación muestra seis cifras para { $place }.
step-up-heading = Confirme que es usted
step-up-recovery-codes = Los nuevos códigos de recuperación abren su cuenta, así que antes hace falta un código de su aplicación de autenticación.
step-up-administration = La administración pide un código de su aplicación de autenticación, la primera vez y de nuevo tras un tiempo sin usarla.
step-up-devices = Sus dispositivos abren su cuenta: para cambiarlos hay que confirmar de nuevo que es usted.
step-up-end-mfa = Para desactivar MFA hay que confirmar de nuevo que es usted.
step-up-password = Para una contraseña nueva hay que confirmar de nuevo que es usted.
step-up-address = Para una dirección nueva hay que confirmar de nuevo que es usted.
step-up-record = Lo que se guarda sobre usted es solo para usted, así que hay que confirmar de nuevo que es usted.
step-up-people = Lo que afecta a las cuentas de otras personas requiere confirmar de nuevo que es usted, con un código de su aplicación.
code-label = Introduzca el código aquí
submit-code = Confirmar código
code-wrong = Ese no es el código que la aplicación muestra ahora
code-wrong-next = Espere a que la aplicación muestre uno nuevo e introdúzcalo.
code-wrong-tip-entry = ¿Hay varias entradas en la aplicación? Use la de { $place }.
code-wrong-tip-clock = ¿Sigue sin aceptarse? Active la hora automática en los ajustes de su teléfono: los códigos dependen de su reloj.
code-clock-slow =
    { $minutes ->
        [one] El reloj de su teléfono va atrasado 1 minuto, aproximadamente
       *[other] El reloj de su teléfono va atrasado { $minutes } minutos, aproximadamente
    }
code-clock-fast =
    { $minutes ->
        [one] El reloj de su teléfono va adelantado 1 minuto, aproximadamente
       *[other] El reloj de su teléfono va adelantado { $minutes } minutos, aproximadamente
    }
code-clock-next = Active la hora automática en los ajustes del teléfono, espere a que la aplicación muestre un código nuevo e introdúzcalo.
code-clock-tip-old = ¿O era un código que vio hace unos minutos? Solo vale el que la aplicación muestra ahora.
code-is-recovery-code = Eso parece un código de recuperación
code-is-recovery-code-next = Aquí se piden las seis cifras de la aplicación. Para usar un código de recuperación, elija «Probar de otra manera» más abajo.
code-not-six-digits = Un código tiene seis cifras
code-not-six-digits-next = Introduzca solo las cifras que la aplicación muestra ahora. Un espacio entre ellas no importa.
code-already-used = Ese código ya se ha usado
code-already-used-next =
    { $seconds ->
        [one] Cada código vale una vez. Espere al siguiente (1 segundo).
       *[other] Cada código vale una vez. Espere al siguiente ({ $seconds } segundos).
    }
code-delayed = Demasiados códigos que no eran correctos
code-delayed-next =
    { $seconds ->
        [one] Vuelva a intentarlo en 1 segundo ({ $until }). Hasta entonces no se comprueba ningún código.
       *[other] Vuelva a intentarlo en { $seconds } segundos ({ $until }). Hasta entonces no se comprueba ningún código.
    }
code-delayed-next-minutes =
    { $minutes ->
        [one] Vuelva a intentarlo en 1 minuto ({ $until }). Hasta entonces no se comprueba ningún código.
       *[other] Vuelva a intentarlo en { $minutes } minutos ({ $until }). Hasta entonces no se comprueba ningún código.
    }
code-suspended = Los códigos de la aplicación están cerrados para esta cuenta
code-suspended-next = Cincuenta seguidos no eran correctos. Use un código de recuperación o pida al servicio de asistencia que vuelva a abrir esta vía.
another-way = Probar de otra manera
another-way-none = No hay otra manera para esta cuenta. Pregunte al servicio de asistencia: puede ayudarle sin su teléfono.
use-recovery-code = Usar un código de recuperación
use-recovery-code-left =
    { $left ->
        [one] De la lista que guardó; queda 1
       *[other] De la lista que guardó; quedan { $left }
    }

## A recovery code

recovery-title = Usar un código de recuperación
recovery-explanation = Esta vez sustituye al código de la aplicación. Cada uno vale una vez, así que táchelo de su lista.
recovery-label = Código de recuperación
recovery-hint = 16 letras y cifras, por ejemplo 7KQM-4XPD-H2WN-9TRC. Los guiones y las mayúsculas no importan.
recovery-wrong = Ese no es uno de sus códigos de recuperación
recovery-wrong-next = Compárelo con su lista, grupo por grupo. Si creó una lista más reciente, solo vale esa.
recovery-already-used = Ese código de recuperación ya se ha usado
recovery-already-used-next = Táchelo y use otro de la misma lista.
recovery-is-app-code = Eso parece el código de su aplicación
recovery-is-app-code-next = Aquí se pide uno de sus códigos de recuperación. Las seis cifras de la aplicación van en la página anterior.
recovery-not-a-code = Un código de recuperación tiene 16 letras y cifras
recovery-not-a-code-next = Introduzca los cuatro grupos de una línea. Las seis cifras de la aplicación van en la página anterior.
recovery-suspended = Los códigos de recuperación están cerrados para esta cuenta
recovery-suspended-next = Cincuenta seguidos no eran correctos. Use un código de su aplicación o pregunte al servicio de asistencia.
use-app-code = Usar un código de la aplicación
use-app-code-note = Seis cifras de su aplicación de autenticación

## After a recovery code

replace-title = ¿Todavía tiene su dispositivo?
replace-used =
    { $left ->
        [0] Ha usado su último código de recuperación. Con la próxima configuración recibirá otros nuevos.
        [one] Ha usado un código de recuperación. Queda 1.
       *[other] Ha usado un código de recuperación. Quedan { $left }.
    }
replace-on-record = Esta es la aplicación de autenticación registrada:
replace-question = Si se ha perdido o restablecido, configure otra ahora. Tarda unos dos minutos.
replace-nothing-left = Ya no hay ninguna aplicación de autenticación registrada. Configure una ahora para poder iniciar sesión la próxima vez.
replace-replace = Configurar otro dispositivo
replace-keep = Todavía tengo este dispositivo: continuar
replace-consequence = El dispositivo anterior vale hasta que el nuevo muestre su primer código correcto. Después se elimina.
replace-several = Estos dispositivos están registrados. Si uno de ellos se ha perdido o restablecido, configure otro en su lugar.
replace-keep-all = Todavía los tengo todos: continuar
replace-consequence-several = El dispositivo vale hasta que el nuevo muestre su primer código correcto. Después se elimina, y los demás se quedan.

## The wizard

wizard-title = Configurar su aplicación de autenticación: paso { $step } de 3
steps-name = Pasos
steps-app = Obtener una aplicación
steps-scan = Conectar la aplicación
steps-store = Guardar los códigos
steps-done = (hecho)
app-title = Obtenga una aplicación de autenticación
app-because-required = { $organization } pide a todos un segundo paso al iniciar sesión: un código de una aplicación. Se configura una sola vez, en unos tres minutos.
app-because-role = Su función abre las cuentas de otras personas, por lo que necesita un segundo paso: un código de una aplicación. Se configura una sola vez, en unos tres minutos.
app-because-replacing = Configure el dispositivo que sustituye al anterior. El anterior vale hasta que el nuevo muestre un código correcto.
app-because-asked = A partir de ahora, al iniciar sesión se le pedirán su contraseña y un código de una aplicación. Se configura una sola vez, en unos tres minutos.
app-what = La aplicación muestra seis cifras que cambian cada 30 segundos. La mayoría de estas aplicaciones son gratuitas y ninguna necesita red.
app-have-one = Ya tengo una aplicación: continuar
app-installed = He instalado una: continuar
app-get-one = Aplicaciones entre las que elegir
app-get-one-how = Basta con una. Instálela, vuelva a esta página y continúe.
app-for-android = Obtener para Android
app-for-iphone = Obtener para iPhone
app-for-computer = Obtener para ordenador
app-any = Cualquier otra aplicación también sirve si lee las claves habituales (basadas en la hora, seis cifras, 30 segundos).
app-ask = ¿Preguntas sobre una aplicación que no figura aquí? Diríjase a los contactos al final de esta página.
app-ask-admin = ¿Preguntas sobre una aplicación que no figura aquí? Diríjase a quien gestiona este portal.
apps-everywhere = Android, iPhone y ordenadores
apps-phones = Android y iPhone
apps-android = Android
apps-iphone = iPhone
apps-computers = Windows, Mac y Linux
apps-open-plus = Abra la aplicación y toque +.
apps-open-add-account = Abra la aplicación y elija «Añadir cuenta».
apps-open-add = Abra la aplicación y toque «Añadir».
apps-work-account = Elija «Cuenta profesional o educativa» y luego «Escanear código QR».
apps-use-qr-code = Elija «Usar código QR».
apps-scan-or-type = Elija entre escanear un código QR o escribir la clave.
apps-camera = Permita el uso de la cámara para que la aplicación pueda leer el código del paso siguiente.
apps-continue-here = Vuelva a esta página y continúe.
apps-1password-item = Abra el elemento que contiene estos datos de acceso y edítelo.
apps-1password-field = Añada un campo del tipo «Contraseña de un solo uso». La clave del paso siguiente va ahí.
apps-keepassxc-entry = Cree o abra la entrada de este acceso.
apps-keepassxc-totp = En su menú, elija TOTP y luego «Configurar TOTP». La clave del paso siguiente va ahí.
scan-title = Conectar la aplicación
scan-how = En la aplicación, elija añadir una cuenta y apunte con la cámara a esta imagen.
scan-qr-name = Código QR con la clave de { $account }
scan-tap = Abrir la aplicación en este dispositivo
scan-show-key = Mostrar la clave secreta para la configuración manual
scan-issuer = Organización
scan-account = Cuenta
scan-kind = Tipo de clave
scan-kind-is = Basada en la hora, seis cifras
verify-code = Verificar código MFA
scan-code-hint = Las seis cifras que la aplicación muestra ahora para { $issuer }
enable = Activar
scan-good-until = Esta clave espera hasta: { $until }. Puede cerrar la página y empezar de nuevo: nada cambia hasta que un código sea correcto.
scan-trouble = La aplicación no lee la imagen o su código no se acepta
scan-trouble-clock = Active la hora automática en los ajustes de su teléfono. Los códigos dependen de su reloj.
scan-trouble-key = Escriba la clave secreta en lugar de usar la cámara; es la misma clave.
scan-trouble-scanner = Escanee desde la aplicación de autenticación. Si la cámara del teléfono no lee estos códigos, instale una aplicación para escanear.
scan-trouble-restart = Reinicie el teléfono y vuelva a intentarlo.
store-title = Guarde sus códigos de recuperación
store-what = Si pierde su teléfono o se rompe, uno de ellos le permite iniciar sesión en lugar del código de la aplicación. Cada uno vale una vez.
store-only-now = Solo se muestran esta vez.
store-where = Buenos lugares son una hoja de papel donde guarda su pasaporte o un gestor de contraseñas. El propio teléfono no lo es: es lo que sustituyen.
store-tick = He guardado estos códigos
store-made = Creados el { $date }
store-paper-advice = Tache cada código cuando lo haya usado. Guarde esta hoja lejos de su teléfono y de su ordenador.
store-file-name = codigos-de-recuperacion.txt
store-file-heading = Códigos de recuperación de { $organization }
store-file-account = Cuenta: { $account }
store-file-advice = Cada código vale una vez. Si se crean códigos nuevos, todos estos dejan de valer.
new-codes-title = Sus códigos de recuperación aún no están guardados
new-codes-refused = La casilla no estaba marcada
new-codes-refused-next = Por eso suponemos que los códigos no están guardados, y no se pueden mostrar una segunda vez.
new-codes-why = Se crearon códigos para usted y nadie ha confirmado que estén en un lugar seguro. Sin ellos, si pierde el teléfono no podrá entrar.
new-codes-consequence = Le mostraremos diez nuevos. Desde ese momento, los que haya visto antes ya no valen.
new-codes-show = Mostrar nuevos códigos de recuperación

## The first organization

first-title = Configure su organización
first-explanation = Aquí se crean dos cosas: la organización y su propia cuenta como propietaria.
first-organization = Su organización
first-organization-label = Nombre de la organización
first-organization-hint = Como la conoce su gente, por ejemplo Example GmbH
first-slug-label = Nombre corto
first-slug-hint = Parte de los nombres de usuario y las direcciones, por ejemplo acme en ann@acme. Letras minúsculas, cifras y guiones.
requirement-legend = Quién debe usar MFA
requirement-required = Obligatoria
requirement-required-hint = Todos configuran una aplicación de autenticación en el próximo inicio de sesión y sin ella no siguen adelante.
requirement-optional = Opcional
requirement-optional-hint = Se pide a quienes la tienen y a quienes administran.
requirement-off = Desactivada
requirement-off-hint = No se ofrece, salvo a quienes administran: la necesitan de todos modos.
first-you = Usted
first-name-hint = Como le conocen sus compañeros
first-login-name-hint = La parte antes de la @, por ejemplo ann
first-email-hint = También puede iniciar sesión con él
first-make = Crear la organización
first-next = A continuación configurará una aplicación de autenticación para su propia cuenta.
new-password-label = Elija una contraseña
password-hint-second-step =
    { $minimum ->
        [one] Al menos 1 carácter. También se pide un código, así que puede ser corta, pero no fácil de adivinar.
       *[other] Al menos { $minimum } caracteres. También se pide un código, así que la longitud importa menos que ser difícil de adivinar.
    }
password-hint-alone =
    { $minimum ->
        [one] Al menos 1 carácter, porque aquí la contraseña puede ser lo único que proteja la cuenta.
       *[other] Al menos { $minimum } caracteres, porque aquí la contraseña puede ser lo único que proteja la cuenta. Cuatro o cinco palabras al azar van bien.
    }

## People’s records

person-name-label = Nombre
login-name-label = Nombre de usuario
email-label = Correo electrónico
email-optional-label = Correo electrónico (opcional)
email-proved = Confirmado
email-unproved = Sin confirmar
email-unproved-why = Solo sirve para iniciar sesión cuando esté confirmado. Hasta entonces, use el nombre de usuario.
email-none = Ninguno registrado

## Invitations

invitation-code-title = Abrir su invitación
invitation-code-explanation = El código está en la hoja que le dieron. Vale una vez.
invitation-code-label = Código de invitación
invitation-code-hint = Los guiones, los espacios y las mayúsculas no importan
invitation-code-open = Abrir la invitación
invitation-code-refused = Ese código no abre ninguna invitación
invitation-code-refused-next = Compárelo con la hoja, grupo por grupo. Si es correcto, ya se ha usado o ha caducado: pida uno nuevo a quien le invitó.
have-account = Ya tengo una cuenta
invitation-title = Unirse a { $organization }
invitation-explanation = Estos son los datos registrados sobre usted. Elija una contraseña para aceptar.
invitation-accept = Aceptar la invitación
invitation-not-you = Si no es usted, cierre la página y avise a quien le dio el código. No se crea nada hasta que acepte.

## Fields

problems-heading = Hay campos que revisar
problem-missing = Aquí aún no hay nada. Rellénelo para continuar.
problem-too-long =
    { $max ->
        [one] Es demasiado largo. Use 1 carácter.
       *[other] Es demasiado largo. Use { $max } caracteres como máximo.
    }
problem-too-short =
    { $min ->
        [one] Es demasiado corto. Use al menos 1 carácter.
       *[other] Es demasiado corto. Use al menos { $min } caracteres.
    }
problem-not-an-email = No parece una dirección de correo electrónico. Escríbala como ann@example.com.
problem-not-a-login-name = Use letras minúsculas, cifras, puntos y guiones, y empiece por una letra, por ejemplo ann.bauer.
problem-not-a-short-name = Use letras minúsculas, cifras y guiones, y empiece por una letra, por ejemplo acme.
problem-taken = Alguien ya lo tiene. Elija otro.
problem-control-characters = Contiene caracteres que no se ven. Escríbalo a mano en lugar de pegarlo.
problem-common = Esta contraseña está entre las primeras que se adivinan. Elija otra, por ejemplo unas palabras que no tengan relación entre sí.
problem-names-you = Esta contraseña está hecha de su nombre o del de su organización. Elija una que no diga nada de usted.
problem-one-of = Elija una de estas opciones.

## Dashboard and account

dashboard-title = Sus aplicaciones
dashboard-empty = Aún no hay aplicaciones
dashboard-empty-next = Lo que su organización abra para usted aparecerá aquí, cada cosa en su recuadro.
dashboard-account = Su cuenta
devices-label = Dispositivos
devices-none = Ninguno configurado
recovery-codes-label = Códigos de recuperación
recovery-left = Quedan { $left } de { $total }
recovery-made = Creados el { $date }
recovery-none = Ninguno creado
recovery-low =
    { $left ->
        [0] No queda ningún código de recuperación
        [one] Solo queda 1 código de recuperación
       *[other] Solo quedan { $left } códigos de recuperación
    }
recovery-low-next = Cree otros nuevos mientras aún pueda iniciar sesión.
recovery-make = Crear nuevos códigos de recuperación
last-sign-in-label = Último inicio de sesión
last-sign-in-none = Este es el primero
edit-profile = Editar perfil
account-you = Usted
mfa-settings = Ajustes de MFA
mfa-enabled = Activada
mfa-disabled = Desactivada
mfa-not-enabled = No activada
account-enabled = Después de su contraseña, al iniciar sesión se pide un código de su dispositivo.
account-enabled-required = Después de su contraseña, al iniciar sesión se pide un código de su dispositivo. { $organization } lo exige a todos.
account-disabled = Su dispositivo se conserva, pero al iniciar sesión no se pide ahora su código.
account-not-enabled = Al iniciar sesión se pide solo su contraseña.
account-not-enabled-required = { $organization } exige un segundo paso: el próximo inicio de sesión le guía para configurarlo.
account-device-lost = ¿Lo ha perdido? Inicie sesión con un código de recuperación: en la página siguiente se sustituye el dispositivo.
device-last-used = Último uso: { $when }
device-never-used = Aún sin usar
device-made = Añadido el { $date }
recovery-purpose = Para el día en que pierda su teléfono
recovery-for = Con un código de recuperación puede iniciar sesión cuando no tiene su teléfono a mano. Sustituye al código de la aplicación, nunca a su contraseña, y cada uno vale una vez.
recovery-no-device = Aún no hay nada que sustituir
recovery-no-device-next = Los códigos de recuperación se crean al configurar una aplicación de autenticación. No hay ningún dispositivo configurado para su cuenta.
recovery-not-made = No hay códigos de recuperación
recovery-not-made-next = Sin ellos, perder el teléfono significa llamar al servicio de asistencia. Cree diez ahora y guárdelos en un lugar seguro.
recovery-state-left = Quedan
recovery-state-made = Creados el
recovery-new = Códigos nuevos
recovery-new-ends = Sus códigos actuales dejan de valer al instante, también los que están en papel.
recovery-new-once = Los nuevos se muestran una sola vez, para copiarlos, guardarlos o imprimirlos.
recovery-new-proof = Antes se le pedirá un código de su aplicación, a menos que acabe de dar uno.

## Administration

access-title = Administración y acceso
access-invite = Invitar a alguien
access-people = Personas
access-person = Persona
access-mfa = MFA
access-role = Función
access-empty = Aquí aún no hay nadie
access-empty-next = Todas las personas con cuenta aparecerán aquí con su estado de MFA. Empiece por invitar a alguien.
access-next = Página siguiente
access-invitations = Invitaciones abiertas
access-no-invitations = Ninguna. Una invitación permanece aquí hasta que se acepta o caduca.
access-invitation-until = Válida hasta: { $until }
role-member = Miembro
role-auditor = Auditoría
role-help-desk = Asistencia
role-admin = Administración
role-owner = Propiedad
state-suspended = Suspendida
state-frozen = Bloqueada
invite-explanation = Recibirá una hoja con un código para entregar. Quien lo tenga elige una contraseña y pasa a ser titular de esta cuenta.
invite-name-hint = Como lo conocen sus compañeros
invite-login-name-hint = La parte antes de @{ $slug }, por ejemplo ann
invite-email-hint = Sirve para iniciar sesión desde el principio allí donde usted responda de él: en un portal con una sola organización o como propietario.
invite-make = Crear la invitación
letter-title = Invitación para { $name }
letter-only-now = Esta hoja solo se muestra ahora
letter-only-now-next = Imprímala o anote el código antes de salir de la página. Entréguela en persona o lea el código por teléfono: quien tenga el código puede pasar a ser titular de esta cuenta.
letter-explanation = { $organization } tiene una cuenta preparada para usted. En cuatro pasos será suya.
letter-step-open = En un navegador, abra esta dirección:
letter-step-code = Introduzca este código:
letter-step-password = Elija una contraseña.
letter-step-app = Si se le pide, configure una aplicación de autenticación. La página le guía.
letter-qr-name = Código QR con la invitación para { $name }
letter-qr-note = O escanee esto: abre ambas cosas a la vez
letter-until = Válida hasta
letter-advice = El código vale una vez. No entregue esta hoja a nadie más y destrúyala cuando termine.

## When something is in the way

trouble-not-found = Esa página no existe
trouble-not-found-what = La dirección contiene un error, o lo que había aquí se ha movido o ya no está.
trouble-not-found-next = Compruebe la dirección o empiece por la página de inicio.
trouble-forbidden = Esta página no está abierta para usted
trouble-forbidden-what = Ha iniciado sesión, pero su función no incluye esto.
trouble-forbidden-next = Si lo necesita para su trabajo, pregunte a la administración de su organización.
trouble-bad-form = No se ha podido leer
trouble-bad-form-what = Algo del formulario llegó de un modo que no podemos leer, así que no se ha cambiado nada.
trouble-bad-form-next = Vuelva atrás, recargue la página y envíelo de nuevo.
trouble-too-large = Eso era demasiado de una vez
trouble-too-large-what = Se envió más de lo que esta página admite, así que no se ha cambiado nada.
trouble-too-large-next = Vuelva atrás y envíe menos.
trouble-too-slow = Ha tardado demasiado en llegar
trouble-too-slow-what = La conexión era demasiado lenta o se cortó antes de que llegara todo, así que no se ha cambiado nada.
trouble-too-slow-next = Vuelva atrás y envíelo de nuevo.
trouble-wrong-type = No se ha podido leer
trouble-wrong-type-what = Se envió en una forma que esta dirección no admite, así que no se ha cambiado nada.
trouble-method = Esta dirección no se puede usar así
trouble-method-what = Responde a otras peticiones, no a la que se hizo. No se ha cambiado nada.
trouble-method-next = Empiece por la página de inicio.
trouble-cross-site = Eso venía de otro sitio web
trouble-cross-site-what = Los formularios solo valen si se envían desde las páginas de este portal, así que no se ha cambiado nada.
trouble-cross-site-next = Si de verdad quería hacerlo, inicie sesión aquí y hágalo de nuevo.
trouble-wrong-host = Esta no es la dirección del portal
trouble-wrong-host-what = El portal solo responde en su propia dirección. No se ha cambiado nada.
trouble-wrong-host-next = Continúe desde allí. Si le ha traído aquí un enlace, avise a quien se lo dio.
trouble-sign-in-ended = Este inicio de sesión ha terminado
trouble-sign-in-ended-what = Ha tardado demasiado o se completó en otra pestaña. No se ha cambiado nada.
trouble-sign-in-ended-next = Empiece de nuevo con su nombre de usuario y su contraseña.
trouble-link-gone = Este enlace ya no abre nada
trouble-link-gone-what = Ya se ha usado, ha caducado o falta una parte de la dirección.
trouble-link-gone-next = Si ya lo ha usado, inicie sesión. Si no, compruebe que se haya copiado la dirección entera o pida otro donde lo obtuvo.
trouble-busy = Muchas personas están iniciando sesión
trouble-busy-what = No hemos podido atender su petición a tiempo. No se ha cambiado nada.
trouble-wait-next =
    { $seconds ->
        [one] Espere 1 segundo y recargue la página.
       *[other] Espere { $seconds } segundos y recargue la página.
    }
trouble-unavailable = El portal no está disponible por ahora
trouble-unavailable-what = Una parte no responde. Su cuenta y sus dispositivos están a salvo.
trouble-unavailable-next = Vuelva a intentarlo en unos minutos. Si sigue así, avise al servicio de asistencia.
trouble-internal = Algo ha fallado por nuestra parte
trouble-internal-what = No ha sido culpa suya, y puede que lo enviado no se haya guardado.
trouble-internal-next = Vuelva atrás e inténtelo una vez más. Si ocurre de nuevo, diga al servicio de asistencia qué estaba haciendo y cuándo.
trouble-sign-in = Iniciar sesión
trouble-home = Ir a la página de inicio

## Audit logs of the instance

audit-title = Registros de auditoría
audit-explanation = Cada suceso está numerado y enlazado con el anterior, y los enlaces están sellados con una clave que no está en la base de datos. La verificación lee cada registro desde su primer suceso y nombra cada lugar donde se cambiaron, movieron, añadieron o quitaron sucesos.
audit-verify = Verificar ahora
audit-log = Registro
audit-sealed = Sucesos sellados
audit-unsealed = A la espera de su sello
audit-result = Resultado
audit-instance = El de la propia instancia
audit-gone = Una organización que ya no existe
audit-whole = No falta ni se ha cambiado nada
audit-faults =
    { $count ->
        [one] 1 fallo
       *[other] { $count } fallos
    }
audit-waits-since = el más antiguo desde: { $since }
audit-more =
    { $count ->
        [one] y 1 más
       *[other] y { $count } más
    }
audit-all-whole = Todos los registros están íntegros.
audit-damaged = Se ha manipulado un registro de auditoría. Conserve esta base de datos como prueba y compárela con una copia de seguridad.
audit-altered = Se cambió el suceso { $number }.
audit-altered-unsealed = Se cambió un suceso que espera su sello.
audit-misplaced = El suceso { $number } no corresponde a ese lugar: se movió, se sustituyó o se añadió.
audit-missing = Faltan los sucesos { $from } a { $to }.
audit-cut-off = Falta el final: los sucesos { $from } a { $to }.
audit-behind-head = La cabecera se hizo retroceder: indica { $head }, y el último suceso es { $last }.
audit-no-head = Falta la cabecera.
audit-head-altered = Se cambió la cabecera.
audit-empty = Faltan todos los sucesos.

## Mails

mail-sent-by = Enviado por { $portal } para { $organization }.
mail-test-subject = El correo de este portal llega
mail-test-works = Este correo muestra que el portal puede enviar correo a esta dirección.
mail-test-why = { $name } lo pidió el { $at }. No tiene que hacer nada.

## What was done to an account, and by whom

by-you = Por usted, o por alguien que había iniciado sesión en su nombre.
by-person = Por { $name }.
by-gone = Por alguien cuya cuenta ya no existe.
by-owner = Por alguien de otra organización que puede ayudar aquí.
by-operator = Por quien gestiona este portal.
by-portal = Por el propio portal.
by-stranger = Por alguien que no había iniciado sesión.
event-organization-created = Se configuró la organización.
event-policy-changed = Se cambiaron las reglas de la organización para iniciar sesión.
event-account-created = Se creó la cuenta, con el nombre de usuario { $login }.
event-invited = Se creó una invitación para el nombre de usuario { $login }.
event-invitation-accepted = Se aceptó la invitación y se creó la cuenta { $login }.
event-role-member = La cuenta recibió la función de miembro.
event-role-auditor = La cuenta recibió la función de auditoría, que lee todo y no cambia nada.
event-role-helpdesk = La cuenta recibió la función de asistencia.
event-role-admin = La cuenta recibió la función de administración.
event-role-owner = La cuenta recibió la función de propiedad, que gestiona el portal.
event-account-deleted = La cuenta { $login } se eliminó.
event-suspended = La cuenta se suspendió: nadie puede iniciar sesión con ella hasta que se vuelva a abrir.
event-activated = La cuenta se volvió a abrir tras una suspensión.
event-frozen = Con el enlace de un correo se indicó «No he sido yo». Se cerraron todas las sesiones y la cuenta se bloqueó.
event-unfrozen = La cuenta se desbloqueó: { $reason }
event-unfrozen-password-ended = La cuenta se desbloqueó y la contraseña de antes ya no abre nada: { $reason }
event-unlocked = Se levantaron las esperas por contraseñas y códigos equivocados.
event-unlocked-how = Se levantaron las esperas por contraseñas y códigos equivocados: { $how }
event-mfa-deleted = Se eliminó todo lo configurado para MFA: { $how }
event-signed-out-everywhere = { $sessions ->
    [0] Se cerró la sesión de la cuenta en todas partes; no estaba abierta en ninguna.
    [one] Se cerró la sesión de la cuenta en todas partes: terminó una sesión.
   *[other] Se cerró la sesión de la cuenta en todas partes: terminaron { $sessions } sesiones.
}
event-signed-out-everywhere-how = { $sessions ->
    [0] Se cerró la sesión de la cuenta en todas partes, aunque no estaba abierta en ninguna: { $how }
    [one] Se cerró la sesión de la cuenta en todas partes y terminó una sesión: { $how }
   *[other] Se cerró la sesión de la cuenta en todas partes y terminaron { $sessions } sesiones: { $how }
}
event-session-ended = Se cerró la sesión abierta desde { $address } y se olvidó su navegador: { $how }
event-mfa-required = Se exigió MFA a esta cuenta.
event-mfa-not-required = Se dejó de exigir MFA solo a esta cuenta.
event-login-unknown = Se introdujo un nombre de usuario que nadie tiene.
event-password-wrong = Se introdujo una contraseña equivocada.
event-password-suspended = La cuenta estaba suspendida, así que se rechazó un inicio de sesión.
event-password-delayed = Tras demasiadas contraseñas equivocadas, durante un tiempo no se comprobó ninguna.
event-password-right = Se introdujo la contraseña correcta.
event-password-rehashed = Se renovó la forma en que se guarda la contraseña. La contraseña sigue siendo la misma.
event-code-wrong = Se introdujo un código equivocado.
event-code-wrong-app = Se introdujo un código equivocado en lugar del de la aplicación.
event-code-wrong-email = Se introdujo un código equivocado en lugar del enviado por correo.
event-code-wrong-recovery = Se introdujo un código de recuperación equivocado.
event-code-wrong-help-desk = Se introdujo un código equivocado en lugar del del servicio de asistencia.
event-code-already-used = Se introdujo un código que ya se había usado.
event-code-delayed = Tras demasiados códigos equivocados, durante un tiempo no se comprobó ninguno.
event-code-suspended = Tras cincuenta códigos equivocados seguidos, se cerró esta vía para iniciar sesión.
event-codes-tried = La contraseña era correcta, y el código siguiente fue equivocado tres veces seguidas.
event-recovery-code-used =
    { $left ->
        [0] Se usó un código de recuperación. No queda ninguno.
        [one] Se usó un código de recuperación. Queda 1.
       *[other] Se usó un código de recuperación. Quedan { $left }.
    }
event-signed-in = Inicio de sesión solo con la contraseña.
event-signed-in-app = Inicio de sesión con la contraseña y un código de la aplicación.
event-signed-in-recovery = Inicio de sesión con la contraseña y un código de recuperación.
event-signed-in-email = Inicio de sesión con la contraseña y un código enviado por correo.
event-signed-out = Cierre de sesión.
event-stepped-up = Se confirmó de nuevo la identidad, para: { $act }.
event-enrollment-started = Se empezó a configurar un dispositivo.
event-device-added = Se añadió el dispositivo { $name }.
event-device-removed = Se eliminó el dispositivo { $name }.
event-device-replaced = Se eliminó el dispositivo { $name }, porque otro ocupó su lugar.
event-recovery-codes-made = Se crearon nuevos códigos de recuperación. Los anteriores ya no valen.
event-recovery-codes-stored = Se confirmó que los códigos de recuperación están guardados.
event-device-kept = Después de usar un código de recuperación, se conservó el dispositivo.
event-address-delayed = Tras demasiadas respuestas equivocadas desde una red, durante un tiempo no se comprobó ninguna de allí.
event-access-denied = Se pidió la administración y no se abrió.
event-master-key-changed = Se usa otra clave maestra: { $key }. Las claves de las organizaciones se vuelven a envolver con ella.
event-master-key-retired = La clave maestra { $key } ya no hace falta.
event-audit-verified = Se verificaron los registros de auditoría.
event-audit-exported = Se exportó el registro de auditoría.

## Mails about an account

notice-when = Ocurrió el { $at }.
notice-from = Desde
notice-not-me-what = Si no sabe por qué se hizo, indíquelo con este enlace. Cuando lo confirme, se cierran todas las sesiones de su cuenta y no se puede cambiar nada en ella. Vale siete días.
notice-not-me = No he sido yo
notice-ask = ¿Preguntas? Diríjase aquí:
notice-ask-operator = ¿Preguntas? Diríjase a quien gestiona este portal.
notice-frozen = Su cuenta está bloqueada
notice-unfrozen = Su cuenta ya no está bloqueada
notice-deleted = Se eliminó su cuenta
notice-role-given = Su cuenta tiene una función nueva
notice-suspended = Su cuenta está suspendida
notice-activated = Su cuenta vuelve a estar abierta
notice-unlocked = Se levantaron las esperas de su cuenta
notice-mfa-deleted = Se eliminó su configuración de MFA
notice-signed-out-everywhere = Se cerró su sesión en todas partes
notice-session-ended = Se cerró una de sus sesiones
notice-required = Ha cambiado lo que su cuenta exige para iniciar sesión
notice-codes-tried = Alguien conoce su contraseña
notice-recovery-code-used = Se usó un código de recuperación de su cuenta
notice-recovery-codes-made = Su cuenta tiene nuevos códigos de recuperación
notice-device-added = Se añadió un dispositivo a su cuenta
notice-device-removed = Se eliminó un dispositivo de su cuenta
notice-device-replaced = Se sustituyó un dispositivo de su cuenta

## Codes by email and from the help desk, as the record tells of them

event-code-expired = Se introdujo un código que ya no valía.
event-email-code-sent = Se envió un código a la dirección registrada.
event-email-proved = Se demostró que el buzón registrado es de quien tiene la cuenta.
event-email-codes-taken-up = Los códigos por correo pasaron a ser el segundo paso del inicio de sesión.
event-email-codes-stopped = Ya no se piden códigos por correo.
event-enrollment-code-issued = El servicio de asistencia dio un código de configuración que, junto con la contraseña, abre la configuración de MFA: { $how }
event-reset-code-issued = El servicio de asistencia dio un código de restablecimiento, que abre una contraseña nueva: { $how }
event-code-not-issued = El servicio de asistencia no dio un segundo código: para eso hace falta otra persona.
event-enrollment-code-used = Se usó el código de configuración.
event-reset-code-used = Se usó el código de restablecimiento.
notice-email-codes-taken-up = Su cuenta pide ahora códigos por correo
notice-email-codes-stopped = Su cuenta ya no pide códigos por correo
notice-enrollment-code-issued = El servicio de asistencia dio un código de configuración para su cuenta
notice-reset-code-issued = El servicio de asistencia dio un código de restablecimiento para su cuenta

## “This wasn’t me”, and frozen accounts

not-me-title = ¿Ha sido otra persona?
not-me-what = Si lo confirma, su cuenta se bloquea al instante:
not-me-signs-out = Se cierran todas las sesiones, en todos los navegadores, y no se recuerda ningún navegador.
not-me-no-change = Nadie puede cambiar la contraseña, la dirección, los dispositivos ni los códigos de recuperación, tampoco usted.
not-me-sign-in = Usted puede seguir iniciando sesión con su contraseña y un código.
not-me-help = Sigue bloqueada hasta que el servicio de asistencia haya hablado con usted.
not-me-confirm = No he sido yo: bloquear mi cuenta
not-me-was-you = Si al final fue usted, cierre esta página. No ha cambiado nada.
not-me-done-title = Su cuenta está bloqueada
not-me-done-what = Se han cerrado todas las sesiones, y nada de lo que la abre se puede cambiar.
not-me-done-next = Diga ahora al servicio de asistencia qué ha pasado. Averigua qué se hizo, desbloquea la cuenta y le ayuda a obtener una contraseña nueva.
not-me-done-mail = Quizá alguien conozca también la contraseña de su correo. Si es la misma, cámbiela.
trouble-frozen = Su cuenta está bloqueada
trouble-frozen-what = Alguien indicó «No he sido yo» con el enlace de un correo sobre esta cuenta. Desde entonces nada de lo que la abre se puede cambiar, y nadie entra sin un código.
trouble-frozen-next = Pida al servicio de asistencia que la desbloquee.
trouble-person-frozen = Esta cuenta está bloqueada
trouble-person-frozen-what = Alguien indicó «No he sido yo» con el enlace de un correo sobre esta cuenta. Hasta que se desbloquee, nada de lo que la abre se puede cambiar.
trouble-person-frozen-next = Desbloquéela primero, cuando sepa quién lo pide.

## Browsers and sessions

event-signed-in-browser = Inicio de sesión con la contraseña, en un navegador recordado.
event-sessions-ended =
    { $sessions ->
        [one] Se cerró la sesión en otro lugar.
       *[other] Se cerró la sesión en otros { $sessions } lugares.
    }
event-browser-remembered = Se recordó un navegador, para no pedirle un código durante un tiempo.
event-browser-forgotten = Se olvidó un navegador. Su próximo inicio de sesión contará como el de un navegador nuevo.
event-browser-forgotten-remembered = Se olvidó un navegador. Se le vuelve a pedir un código.
event-browser-stolen = Se usó una copia de aquello por lo que se reconoce un navegador. El navegador se olvidó y se cerraron las sesiones que había en él.
notice-new-browser = Un inicio de sesión desde un navegador nuevo
notice-browser-stolen = Puede que se haya copiado un navegador recordado de su cuenta
browser-remember =
    { $days ->
        [one] Recordar este navegador durante 1 día
       *[other] Recordar este navegador durante { $days } días
    }
browser-remember-hint = Al iniciar sesión aquí se pide entonces solo su contraseña. Déjelo vacío en un dispositivo que también usen otras personas.
sessions-title = Sesiones
sessions-open = Dónde tiene la sesión abierta
session-browser = { $name }
session-browser-unknown = Un navegador que no conocemos por su nombre
session-here = Este navegador
session-opened = Inicio de sesión: { $when }
session-used = Última actividad: { $when }
session-end = Cerrar sesión
sessions-end-others = Cerrar sesión en todos los demás lugares
sessions-end-others-what = Solo este navegador conserva la sesión, y no se recuerda ningún otro.
sessions-nowhere-else = No tiene ninguna otra sesión abierta.
browsers-known = Navegadores con los que ha iniciado sesión
browsers-known-what = Las contraseñas equivocadas que otros escriban en otros lugares no le impiden entrar en estos. Recibe un correo cuando alguien inicia sesión con un navegador que no está entre ellos.
browsers-none = No se conoce ningún navegador
browsers-none-next = El próximo con el que inicie sesión aparecerá aquí.
browser-used = Último inicio de sesión: { $when }
browser-since = Conocido desde el { $date }
browser-remembered-until = Sin pedir código hasta el { $date }
browser-forget = Olvidar
browser-forget-what = Un navegador olvidado conserva la sesión hasta que usted la cierre. Su próximo inicio de sesión cuenta como el de un navegador nuevo y, si MFA está activada, pide un código.
account-sessions = Sesiones
account-sessions-what = Dónde tiene la sesión abierta y los navegadores con los que ha iniciado sesión

## The member's own profile, password and address

profile-language = Idioma
profile-language-browser = Según el navegador
profile-zone = Zona horaria
profile-zone-hint = En ella se indican las horas de estas páginas y de los correos
profile-zone-portal = La del portal ({ $zone })
profile-zone-portal-unnamed = La del portal
profile-save = Guardar
profile-saved = Su perfil está guardado
profile-saved-next = Desde ahora las páginas y los correos lo siguen.
profile-login = Cómo inicia sesión
password-change = Cambiar contraseña
password-change-explanation = Vale desde el momento en que la guarde. Se cierra la sesión de su cuenta en todos los demás navegadores.
password-current-label = Contraseña actual
password-changed = Su contraseña ha cambiado
password-changed-next = Su sesión sigue abierta aquí, y en ningún otro lugar.
password-current-wrong = Esa no es su contraseña actual
password-current-wrong-next = No se ha cambiado nada. Escríbala como cuando inicia sesión.
password-current-delayed = Demasiados intentos con su contraseña actual
password-not-changed = La contraseña no se ha cambiado
password-not-changed-next = Entretanto ha cambiado algo en su cuenta. Escriba las dos contraseñas otra vez; si vuelve a ocurrir, pregunte al servicio de asistencia.
event-step-up-asked = Sin confirmar de nuevo la identidad, se intentó: { $act }. No se hizo.
act-recovery-codes = códigos de recuperación nuevos
act-administration = la administración
act-devices = un cambio de dispositivos o de códigos por correo
act-end-mfa = desactivar MFA o los códigos por correo
act-password = una contraseña nueva
act-address = otra dirección
act-record = lo que se guarda sobre la cuenta
act-people = algo sobre las cuentas de otras personas
act-remote-logon = un cambio en el acceso remoto
event-name-changed = El nombre se cambió de { $from } a { $to }.
event-language-changed = Se eligió otro idioma.
event-time-zone-changed = Se eligió otra zona horaria.
event-password-changed = Se cambió la contraseña y se cerraron todas las demás sesiones.
event-reset-asked = Se pidió un enlace a una contraseña nueva y se envió a la dirección registrada.
event-reset-opened = Se usó el enlace enviado a una contraseña nueva. La contraseña sigue siendo la misma.
event-password-reset = La contraseña olvidada se sustituyó por una nueva y se cerraron todas las sesiones.
event-address-asked = Se pidió un enlace para confirmar la dirección { $address } y se envió allí.
event-address-added = La dirección { $address } se registró y se confirmó. Sirve para iniciar sesión.
event-address-changed = La dirección se cambió de { $from } a { $address }.
notice-password-changed = Su contraseña se ha cambiado
notice-password-reset = Su contraseña se ha sustituido por una nueva
notice-address-asked = Se va a confirmar una dirección para su cuenta
notice-address-changed = Su dirección se ha cambiado
notice-name-changed = Se ha cambiado el nombre de su cuenta
notice-language-changed = Se ha cambiado el idioma de su cuenta

## A forgotten password

forgot-link = ¿Ha olvidado su contraseña?
forgot-title = ¿Ha olvidado su contraseña?
forgot-explanation = Escriba aquello con lo que inicia sesión. Si tiene una dirección de correo confirmada, recibirá allí un enlace a una contraseña nueva.
forgot-send = Enviarme un enlace
forgot-sent = Mire en su buzón
forgot-sent-what = Si hay una cuenta con dirección confirmada para ese nombre de usuario, un enlace va de camino. Vale 30 minutos.
forgot-sent-next = ¿No ha llegado nada? Mire en la carpeta de correo no deseado. Sin una dirección confirmada, o tras varios enlaces en una hora, solo puede ayudar el servicio de asistencia.
reset-title = Elegir una contraseña nueva
reset-explanation = Continúe aquí. Si ha configurado MFA, a continuación se le pedirá su código. Su contraseña sigue igual hasta que haya elegido otra.
reset-go-on = Continuar
reset-not-you = ¿No lo ha pedido usted? Cierre la página: no ha cambiado nada.
new-password-title = Elegir una contraseña nueva
new-password-explanation = Para { $who }. Cuando la guarde, se cerrará la sesión de su cuenta en todos los navegadores y usted la iniciará de nuevo.
new-password-save = Guardar la contraseña nueva
reset-done = Su contraseña nueva está guardada
reset-done-next = Inicie sesión con ella.
code-explanation-reset = Antes de elegir una contraseña nueva, muestre que es usted: abra su aplicación de autenticación e introduzca el código de { $place }.
mail-reset-subject = Un enlace a una contraseña nueva
mail-reset-what = Alguien ha pedido una contraseña nueva para { $login }. Si ha sido usted, continúe aquí:
mail-reset-until = El enlace vale hasta el { $until } y funciona una vez.
mail-reset-not-you = Si no ha sido usted, no tiene que hacer nada: su contraseña sigue igual. No dé el enlace a nadie.
forgot-code = Tengo un código del servicio de asistencia
reset-code-title = Un código del servicio de asistencia
reset-code-explanation = El servicio de asistencia le da un código cuando no puede recibir un enlace. Abre una vez el camino a una contraseña nueva.
reset-code-label = Código
reset-code-hint = Letras y cifras, como se las dijeron o como están impresas
reset-code-refused = Ese nombre de usuario y ese código no abren nada
reset-code-refused-next = Compruebe ambos. Un código dicho por teléfono vale una hora y tras cinco intentos se cierra: pida entonces otro al servicio de asistencia.

## Mailed invitations

event-invitation-sent-again = Se volvió a enviar la invitación para { $login }.
event-invitation-revoked = Se retiró la invitación para { $login }.
invite-explanation-mail = Por correo, la persona recibe un enlace que vale tres días. En papel, usted recibe una hoja con un código para entregar. Quien lo abra elige una contraseña y pasa a ser titular de esta cuenta.
invite-email-hint-mail = El enlace va allí, y al aceptarlo se confirma la dirección. En papel puede faltar.
invite-send = Enviar la invitación
invite-make-sheet = Crear una hoja en su lugar
access-invitation-mailed = Enviada a { $address }
invited-mailed = Último envío
invited-send-again = Enviar de nuevo
invited-send-again-what = Se envía un enlace nuevo a la misma dirección, que vale tres días. El enlace enviado antes deja de valer al instante.
invited-too-soon = El último correo se acaba de enviar
invited-too-soon-next = Déle un minuto para llegar y envíelo entonces de nuevo. Su enlace sigue valiendo.
invited-revoke = Retirar la invitación
invited-revoke-what = El enlace o el código deja de valer al instante y { $name } ya no puede aceptar. No cambia nada más; puede volver a invitar a esa persona.
mail-invitation-subject = Su invitación a { $organization }
mail-invitation-ready = { $name }, hay una cuenta en { $organization } preparada para usted. Elija una contraseña y será suya.
mail-invitation-until = El enlace funciona una vez, hasta el { $until }.
mail-invitation-not-you = ¿No lo esperaba? Entonces no haga nada: no se crea ninguna cuenta hasta que se acepte la invitación.

## The member's own record

record-title = Su historial
activity-title = Actividad
activity-what = Todo lo que se ha hecho con su cuenta, lo más reciente primero: por usted, por otros y por el portal.
activity-newest = Volver a lo más reciente
activity-none = Ya no queda nada registrado.
activity-older = Mostrar actividad anterior
activity-strange = ¿Hay algo que no se explica? Avise al servicio de asistencia.

## A code by email

email-code-title = Introduzca el código del correo
email-code-heading-set-up = Primero, confirme que el buzón es suyo
email-code-sign-in = Un código por correo es el segundo paso del inicio de sesión.
email-code-set-up = { $place } pide un segundo paso. Antes de configurarlo, un código por correo muestra que es usted.
email-code-reset = Un código por correo muestra que es usted quien quiere una contraseña nueva.
email-code-sent = Se envió un código a { $to }. Tiene seis cifras y vale hasta: { $until }. Si no está, mire entre el correo no deseado.
email-code-not-sent = Los códigos se envían a { $to }. Aún no se ha enviado ninguno que valga aquí.
email-code-send = Enviar un código
email-code-resend = Enviar otro código
email-code-next =
    { $seconds ->
        [one] Se puede enviar otro en 1 segundo. Sustituye al último.
       *[other] Se puede enviar otro en { $seconds } segundos. Sustituye al último.
    }
email-code-next-minutes =
    { $minutes ->
        [one] Se puede enviar otro en 1 minuto. Sustituye al último.
       *[other] Se puede enviar otro en { $minutes } minutos. Sustituye al último.
    }
email-code-wrong = Ese no es el código del último correo
email-code-wrong-next = Solo vale el correo más reciente, y solo en la página que lo pidió. Compare las cifras con las de ese.
email-code-not-six-digits-next = Introduzca solo las cifras del correo. Un espacio entre ellas no importa.
email-code-is-recovery-code-next = Aquí se piden las seis cifras del correo. Si puede usar códigos de recuperación, están más abajo, en «Probar de otra manera».
email-code-expired = Ese código ya no vale
email-code-expired-next = Pida que se envíe otro e introdúzcalo en un plazo de cinco minutos.
email-code-used-up = Este código está cerrado tras cinco intentos equivocados
email-code-too-soon = Aún no se ha enviado otro código
email-code-too-soon-next =
    { $seconds ->
        [one] Los códigos solo se envían de vez en cuando. Se puede enviar otro en 1 segundo ({ $until }).
       *[other] Los códigos solo se envían de vez en cuando. Se puede enviar otro en { $seconds } segundos ({ $until }).
    }
email-code-too-soon-next-minutes =
    { $minutes ->
        [one] Los códigos solo se envían de vez en cuando. Se puede enviar otro en 1 minuto ({ $until }).
       *[other] Los códigos solo se envían de vez en cuando. Se puede enviar otro en { $minutes } minutos ({ $until }).
    }
email-code-suspended = Los códigos por correo están cerrados para esta cuenta
email-code-suspended-next = Cincuenta seguidos no eran correctos. Use otra manera o pida al servicio de asistencia que vuelva a abrir esta.
email-code-no-other-way = No hay otra manera para esta cuenta. Pregunte al servicio de asistencia si no llega ningún correo.
code-is-mailed = Eso parece el código del correo
code-is-mailed-next = Aquí se piden las seis cifras de la aplicación. Para usar el del correo, elija «Probar de otra manera» más abajo.
use-email-code = Usar un código por correo
use-email-code-note = Seis cifras, enviadas a su dirección
use-enrollment-code = Usar un código de configuración
use-enrollment-code-note = Si el servicio de asistencia le dio uno
choose-again = Elegir otro segundo paso
choose-again-note = Una aplicación de autenticación o códigos por correo

## An app, or codes by email

way-title = Elija su segundo paso
way-why = { $place } pide a todos un segundo paso al iniciar sesión, además de la contraseña.
way-app = Usar una aplicación de autenticación
way-app-note = Una aplicación en su teléfono muestra un código. Es más seguro y no necesita red.
way-email = Recibir códigos por correo
way-email-note = Cada vez que inicia sesión se envía un código a { $to }. Quien lea su correo también puede leerlo.
way-later = Puede cambiarlo más tarde en los ajustes de MFA.

## A code from the help desk

enrollment-code-title = Introduzca su código de configuración
enrollment-code-why = { $place } pide un código del servicio de asistencia antes de configurar el segundo paso. Pida uno si no lo tiene.
enrollment-code-why-reset = El enlace llegó por correo, y sus códigos también. Por eso el servicio de asistencia debe saber que es usted: pídale un código.
enrollment-code-label = Código de configuración
enrollment-code-hint = 8 letras y cifras, por ejemplo 7KQM-4XPD, o 16 de una carta. Los guiones y las mayúsculas no importan.
enrollment-code-wrong = Ese no es el último código que se dio
enrollment-code-wrong-next = Compárelo otra vez. Tras cinco intentos equivocados, el servicio de asistencia debe dar otro.
enrollment-code-not-a-code = Un código de configuración tiene 8 o 16 letras y cifras
enrollment-code-not-a-code-next = Introduzca todos sus grupos.
enrollment-code-gone = No hay ningún código de configuración abierto para esta cuenta
enrollment-code-gone-next = Se usó, llegó tarde o se introdujo mal demasiadas veces. Pida otro al servicio de asistencia.
enrollment-code-suspended = Los códigos de configuración están cerrados para esta cuenta
enrollment-code-suspended-next = Cincuenta seguidos no eran correctos. Pida al servicio de asistencia que vuelva a abrir esta vía.

## The mail with a code

mail-code-subject = Su código para iniciar sesión
mail-code-subject-set-up = Su código para configurar MFA
mail-code-subject-step-up = Su código para confirmar que es usted
mail-code-subject-reset = Su código para una contraseña nueva
mail-code-sign-in = Introdúzcalo en la página donde está iniciando sesión. Vale hasta: { $until }, durante cinco minutos.
mail-code-set-up = Introdúzcalo en la página donde inicia sesión por primera vez con MFA. Vale hasta: { $until }, durante cinco minutos.
mail-code-step-up = Introdúzcalo en la página que le pide confirmar que es usted. Vale hasta: { $until }, durante cinco minutos.
mail-code-reset = Introdúzcalo en la página donde elige una contraseña nueva. Vale hasta: { $until }, durante cinco minutos.
mail-code-asked-by = Pedido desde
mail-code-asked-at = El { $at }.
mail-code-not-you = ¿No ha sido usted?
mail-code-not-you-next = Entonces alguien conoce su contraseña. Nadie entra sin este código: no se lo dé a nadie, tampoco al servicio de asistencia. Cambie su contraseña o avise al servicio de asistencia.
mail-code-no-link = Este correo no tiene ningún enlace para iniciar sesión, ni lo tendrá nunca.

## The mail queue, for those who run the instance

queue-title = Correo
queue-off = No hay ningún servidor de correo configurado
queue-off-next = No se ofrece nada que necesite correo: ni códigos por correo, ni enlaces, ni avisos. Para cambiarlo, indique smtp.url y smtp.from en la configuración.
queue-server = El correo sale por { $server }. Lo que allí no se acepta se vuelve a intentar durante dos días; lo que se rechaza del todo se abandona al instante.
queue-caught = El correo se guarda aquí en lugar de enviarse.
queue-waiting = En espera
queue-failed = Abandonados en siete días
queue-unsent = Sin enviar
queue-to = Para { $address }
queue-queued = Puesto en cola: { $when }
queue-waits = Sale a continuación
queue-again = Próximo intento: { $at }
queue-given-up = Abandonado
queue-tries =
    { $tries ->
        [one] 1 intento
       *[other] { $tries } intentos
    }
queue-try = Volver a intentar
queue-try-all = Volver a intentar todos ahora
queue-test = Enviar un correo de prueba
queue-test-hint = A dónde va
queue-test-send = Enviar un correo de prueba
queue-tested = Hay un correo de prueba en la cola
queue-tested-next = Sale en unos segundos. Si no, recargue esta página: la causa aparece al lado.

## The member's email address

address-title = Cambiar la dirección de correo
address-explanation = Se envía un enlace a la dirección que escriba. Cuando se abra allí, esa dirección servirá para iniciar sesión y recibirá sus correos; hasta entonces no cambia nada. Se avisa a la dirección anterior.
address-on-record = Registrada
address-waiting = A la espera de confirmación
address-waiting-until = Vale hasta: { $until }. Si no ha llegado nada, mire entre el correo no deseado o envíe otro enlace.
address-hint = Solo usted debería leer lo que se envía allí
address-send = Enviar un enlace allí
address-already = Esa dirección ya es suya
address-already-next = Está registrada y confirmada. Escriba otra para cambiarla.
address-too-many = Se han enviado demasiados enlaces
address-too-many-next = Espere una hora y envíe otro.
address-not-now = No se ha enviado ningún enlace
address-not-now-next = Entretanto ha cambiado algo en su cuenta. Recargue la página y envíelo de nuevo.
address-confirm = Confirmar esta dirección
address-confirm-explanation = Desde ese momento sirve para iniciar sesión en esta cuenta y recibe sus correos.
address-confirm-not-you = ¿No sabe nada de esta cuenta? Cierre la página: no ha cambiado nada.
organization-label = Organización
address-done = Su dirección está confirmada
address-done-next = Desde ahora puede iniciar sesión con ella.
address-taken = Con esta dirección inicia sesión otra cuenta
address-taken-next = Una dirección pertenece a una sola cuenta. No se ha cambiado nada. Si ambas cuentas son suyas, dé antes otra dirección a la otra.
mail-address-subject = Confirme su dirección de correo
mail-address-what = Alguien dice que esta dirección pertenece a la cuenta { $login }. Si es usted, abra este enlace y confírmelo:
mail-address-not-you = Si no sabe nada de esta cuenta, no tiene que hacer nada. No dé el enlace a nadie.

## MFA settings: proving again

again-submit = Confirmar
again-wrong = Esa no es su contraseña
again-wrong-next = Compruebe que no haya errores al teclear ni esté activado el bloqueo de mayúsculas y vuelva a intentarlo.
again-delayed = Demasiadas contraseñas que no eran correctas
again-suspended = Aquí ya no se comprueba la contraseña
again-suspended-next = Cincuenta seguidas no eran correctas. Cierre la sesión y vuelva a iniciarla: eso también confirma que es usted.

## MFA settings

enable-mfa = Activar MFA
enable-mfa-next = Verá un código QR para su aplicación de autenticación. Nada cambia hasta que uno de sus códigos sea correcto.
disable = Desactivar
disable-keeps = Al iniciar sesión se pide entonces solo su contraseña. Sus dispositivos y códigos de recuperación se conservan, para que pueda volver a activar MFA con el mismo teléfono.
mfa-not-offered = Su organización no ofrece MFA, así que al iniciar sesión se pide solo su contraseña.
mfa-enable-hint = Un código de cualquiera de sus dispositivos vuelve a activar MFA
mfa-replaces = Esto sustituye a { $device }, que vale hasta que un código del dispositivo nuevo sea correcto. Entonces se renuevan también sus códigos de recuperación.
mfa-codes-not-stored-next = Cree otros nuevos y guárdelos en un lugar seguro. Sin ellos, si pierde el teléfono no podrá entrar.
mfa-trouble = Un código no se acepta o el código QR no se lee
device-unnamed = Aplicación de autenticación
device-name-label = Nombre del dispositivo
device-name-hint = Para reconocerlo más adelante, por ejemplo Teléfono del trabajo
device-rename = Cambiar el nombre
device-rename-title = Cambiar el nombre del dispositivo
device-rename-save = Guardar
device-replace = Teléfono nuevo
device-delete = Eliminar
device-add = Añadir otro dispositivo
device-new-phone = ¿Un teléfono nuevo? Elija «Teléfono nuevo» junto al anterior: este vale hasta que el nuevo muestre un código correcto.
device-delete-title = ¿Eliminar { $device }?
device-delete-entry = Sus códigos dejan de valer. Elimine también la entrada de la aplicación: no se puede volver a usar.
device-delete-leaves-device = Al iniciar sesión se sigue pidiendo un código de sus otros dispositivos.
device-delete-leaves-email = Al iniciar sesión se sigue pidiendo un código por correo.
device-delete-leaves-nothing = Es su último dispositivo: al iniciar sesión se pide entonces solo su contraseña, y sus códigos de recuperación dejan de valer.
device-delete-sessions = Se cierra su sesión en todos los demás lugares.
device-delete-do = Eliminar el dispositivo
trouble-mfa-required = A usted se le exige MFA
trouble-mfa-required-what = Por eso no se puede desactivar, y su último dispositivo no se puede eliminar. No se ha cambiado nada.
trouble-mfa-required-next = Para usar otro teléfono, elija «Teléfono nuevo» en los ajustes de MFA: el anterior se elimina cuando el nuevo funciona.
trouble-mfa-not-offered = Aquí no se ofrece MFA
trouble-mfa-not-offered-what = Su organización la ha desactivado, así que no hay nada que configurar. No se ha cambiado nada.
trouble-mfa-not-offered-next = Si aun así la quiere, pida a la administración que la exija para su cuenta.
trouble-email-codes-not-permitted = Aquí no se permiten los códigos por correo
trouble-email-codes-not-permitted-what = Para su cuenta, los códigos por correo no están entre las vías que permite su organización. No se ha cambiado nada.
trouble-email-codes-not-permitted-next = Use en su lugar una aplicación de autenticación.
event-mfa-switched-off = Se desactivó MFA. Se conservaron los dispositivos y los códigos de recuperación.
event-mfa-switched-on = Se volvió a activar MFA.
event-device-renamed = Se cambió el nombre del dispositivo { $from } a { $to }.
event-recovery-codes-ended = Los códigos de recuperación terminaron: ya no vale ninguno.
notice-mfa-switched-off = Se desactivó MFA para su cuenta
notice-mfa-switched-on = Se activó MFA para su cuenta

## Mail of a throw-away portal

demo-mail-title = Correo interceptado
demo-mail-explanation = Este es un portal de prueba: lo que enviaría por correo aparece aquí en su lugar, para cualquiera que abra esta página.
demo-mail-none = Aún no hay correo
demo-mail-none-next = Inicie sesión con la dirección y la contraseña de alguien y recargue esta página.

## Ajustes de MFA: códigos por correo

account-email-enabled = Después de la contraseña, el inicio de sesión pide un código por correo.
account-email-disabled = Los códigos por correo siguen siendo su segundo paso, pero ahora el inicio de sesión no pide ninguno.
device-add-first = Añadir un dispositivo
device-add-first-next = Una aplicación de autenticación es más segura que el correo y no necesita red. Desde entonces el inicio de sesión pide su código.
disable-keeps-email = Entonces el inicio de sesión pide solo su contraseña. Los códigos por correo se conservan como segundo paso para el día en que vuelva a activar MFA.
email-codes-label = Códigos por correo
email-codes-in-use = En uso: los códigos se envían a { $to }.
email-codes-not-in-use = Sin usar
email-codes-offered = Primero se envía un código a { $to }, para mostrar que los correos llegan. Quien lea su correo también puede leer los códigos.
email-codes-stop = Dejar los códigos por correo
email-codes-leave-devices = Sin ellos, el inicio de sesión pide un código de su dispositivo. Se cierra su sesión en todos los demás sitios.
email-codes-leave-nothing = Sin ellos, el inicio de sesión pide solo su contraseña. Se cierra su sesión en todos los demás sitios.
email-codes-leave-too-little = Se le exige MFA, y este es su único segundo paso. Para dejarlo, añada antes un dispositivo.
email-codes-enable-next = Se envía un código a su dirección. En cuanto lo escriba, MFA vuelve a estar activada.
email-code-take-up = Escríbalo aquí y los códigos por correo serán desde entonces un segundo paso del inicio de sesión.
email-code-switch-on = Escríbalo aquí y MFA vuelve a estar activada.
mail-code-subject-settings = Su código para los ajustes de MFA
mail-code-settings = Introdúzcalo en la página donde está cambiando sus ajustes de MFA. Vale hasta: { $until }, durante cinco minutos.

## What is stored about the member, and deletion

data-title = Sus datos
data-what = Todo lo que se guarda sobre usted, para descargarlo.
data-lead = Descargue todo lo que este portal guarda sobre usted para { $organization }, en un archivo que pueden leer personas y programas (JSON).
data-holds = Contiene su perfil, sus funciones, dispositivos, sesiones, navegadores y correos, y todo lo que se ha hecho con su cuenta.
data-holds-not = No contiene nada que abra su cuenta: ni contraseña, ni claves, ni códigos.
data-proof = Antes hay que confirmar que es usted. Guarde el archivo donde solo usted pueda leerlo.
deletion-title = Eliminar su cuenta
deletion-what = Puede pedir a { $organization } que elimine su cuenta y lo que se guarda sobre usted.
deletion-ask = Pedir la eliminación
deletion-asked = Eliminación pedida el { $date }
deletion-asked-next = Lo decide la administración de { $organization }. Hasta entonces no cambia nada y puede retirar la petición.
deletion-withdraw = Conservar mi cuenta
deletion-confirm = ¿Pedir que se elimine su cuenta?
deletion-confirm-who = La administración de { $organization } ve su petición y decide. No se elimina nada de inmediato.
deletion-confirm-until = Hasta entonces inicia sesión como antes y puede retirar la petición.
deletion-confirm-final = Lo que se elimina no se puede recuperar. Si quiere una copia de sus datos, descárguela antes.
access-deletion-asked = Eliminación pedida el { $date }
trouble-deletion-not-offered = Aquí no se puede pedir la eliminación
trouble-deletion-not-offered-what = Su organización no recibe esas peticiones en el portal. No se ha cambiado nada.
trouble-deletion-not-offered-next = Diríjase a la administración de su organización.
event-data-downloaded = Se descargó una copia de todo lo que se guarda sobre la cuenta.
event-deletion-asked = Se pidió que se eliminara la cuenta.
event-deletion-withdrawn = Se retiró la petición de eliminar la cuenta.
notice-deletion-asked = Se ha pedido eliminar su cuenta
notice-deletion-withdrawn = Se ha retirado la petición de eliminar su cuenta

## La página de una persona, y la ayuda

person-facts = La cuenta ahora
person-state = Estado
person-active = Activa
person-email-unproved = Sin confirmar
person-required = MFA es obligatoria
person-required-alone = MFA es obligatoria para esta cuenta
person-not-required = MFA no es obligatoria
person-devices = Dispositivos
person-device-made = Añadido { $made }.
person-device-used = Último uso: { $used }.
person-none = Ninguno
person-email-codes = Códigos por correo
person-in-use = En uso
person-recovery-codes = Códigos de recuperación
person-recovery-left = Quedan { $left } de { $total }
person-limits = Límites
person-no-limits = Ninguno en vigor
person-limit-password = Contraseña
person-limit-app = Códigos de la aplicación
person-limit-email = Códigos por correo
person-limit-recovery = Códigos de recuperación
person-limit-current = Contraseña actual, al cambiarla
person-limit-again = Contraseña otra vez, para confirmar un cambio
person-limit-enrollment = Código de configuración
person-limit-known = en un navegador conocido
person-limit-until = Próximo intento posible { $until }
person-limit-closed = Cerrado tras cincuenta intentos equivocados, hasta que se levante
person-sessions = { $sessions ->
    [one] Sesión abierta en un navegador ahora
   *[other] Sesión abierta en { $sessions } navegadores ahora
}
person-remembered = { $browsers ->
    [one] Se recuerda un navegador: en él no se pide ningún código
   *[other] Se recuerdan { $browsers } navegadores: en ellos no se pide ningún código
}
person-acts = Ayudar
person-acts-note = Asegúrese de que quien lo pide es realmente { $name }. De cada una de estas acciones se le avisa por correo.
person-acts-note-untold = Asegúrese de que quien lo pide es realmente { $name }. Ningún correo le avisa de estas acciones: dígaselo usted.
person-timeline = Lo que ha ocurrido
help-enrollment-code = Dar un código de configuración
help-enrollment-code-what = Usted le lee el código a { $name }. Junto con la contraseña abre la configuración de un dispositivo y nada más, una vez, en una hora.
help-reset-code = Dar un código de restablecimiento
help-reset-code-what = Usted le lee el código a { $name }. Permite elegir una contraseña nueva, una vez, en una hora. Además se pide un dispositivo o un código de recuperación si los hay.
help-delete-mfa = Eliminar la configuración de MFA
help-delete-mfa-what = Se eliminan los dispositivos, los códigos de recuperación y los códigos por correo de { $name }, y se cierran todas sus sesiones. Después basta la contraseña, hasta que vuelva a configurar MFA.
help-delete-mfa-what-required = Se eliminan los dispositivos, los códigos de recuperación y los códigos por correo de { $name }, y se cierran todas sus sesiones. Para volver a configurar MFA necesita un código de configuración de usted.
help-delete-mfa-what-by-email = Se eliminan los dispositivos, los códigos de recuperación y los códigos por correo de { $name }, y se cierran todas sus sesiones. El correo es la única vía de su organización: después se inicia sesión con la contraseña y un código enviado a la dirección registrada. No se pide ningún código de configuración.
help-unlock = Levantar las esperas
help-unlock-what = Se levantan las esperas por contraseñas y códigos equivocados, y se abren de nuevo las vías cerradas tras cincuenta intentos.
help-sign-out = Cerrar la sesión en todas partes
help-sign-out-what = Todas las sesiones de { $name } terminan enseguida, y ningún navegador queda recordado.
help-end-session = Cerrar esta sesión
help-end-session-what = La sesión de { $name } en { $browser } ({ $address }) se cierra enseguida y ese navegador se olvida: a quien inicie sesión allí se le pide todo. Las demás sesiones siguen.
help-unfreeze = Desbloquear la cuenta
help-unfreeze-what = { $name }, o alguien con acceso a su correo, dijo «No he sido yo». Cuando la desbloquee, la contraseña y los dispositivos se podrán cambiar de nuevo. Averigüe antes qué ha ocurrido. Con un código de restablecimiento en el mismo paso, la contraseña actual ya no abre nada, la sepa quien la sepa.
help-unfreeze-and-code = Desbloquear la cuenta y dar un código de restablecimiento
help-require-mfa = Exigir MFA a esta cuenta
help-require-mfa-what = Diga lo que diga la política, { $name } llega a la configuración en el próximo inicio de sesión y no puede seguir sin ella.
help-end-requirement = Dejar de exigir MFA a esta cuenta
help-end-requirement-what = Después decide solo la política. Lo que { $name } ha configurado se queda y se sigue pidiendo.
help-suspend = Suspender
help-suspend-what = Se cierra la sesión de { $name } en todas partes y no puede iniciarla hasta que la cuenta se active de nuevo. No se elimina nada.
help-activate = Activar
help-activate-what = { $name } puede iniciar sesión de nuevo, con todo lo que estaba configurado.
help-delete = Eliminar la cuenta
help-delete-what = Se eliminan la cuenta de { $name } y todo lo guardado en ella: dispositivos, sesiones, dirección de correo. No se puede recuperar. Lo que dice el registro de auditoría se queda.
help-how = ¿Cómo ha comprobado que es { $name }?
help-how-hint = Por ejemplo: llamada al número registrado; en persona, con la tarjeta. Queda en el registro de auditoría.
help-needs-another = Otra persona debe hacerlo
help-needs-another-next = Usted dio un código a { $name } o eliminó su configuración de MFA, en el último día o sin que se haya configurado nada desde entonces. Junto con este paso eso abre la cuenta, así que debe hacerlo otro agente o un administrador.
help-code-enrollment = Código de configuración para { $name }
help-code-reset = Código de restablecimiento para { $name }
help-code-enrollment-next = Léaselo a { $name }. Tras la contraseña, el portal pide el código del servicio de asistencia.
help-code-reset-next = Léaselo a { $name }. Se introduce en «¿Ha olvidado su contraseña?», en la página de inicio de sesión.
help-code-once = Solo se muestra ahora
help-code-until = Vale hasta { $until }, para un uso. El que se dio antes ya no vale.
help-code-both = Tenga en cuenta que { $name } recibió un código de configuración y uno de restablecimiento. Juntos abren la cuenta.
help-letter-heading = O en papel
help-letter-what = Una carta contiene un código más largo, que se copia de la hoja. Entréguela en persona o envíela a una dirección que conozca.
help-letter = Imprimir una carta
help-letter-days = Durante cuántos días vale una carta
help-letter-only-now-next = Imprímala antes de salir de la página. Entréguela en persona o envíela adonde solo la reciba { $name }.
help-letter-enrollment-why = En { $organization } se configura un segundo paso antes de iniciar sesión. Junto con su contraseña, este código abre la configuración.
help-letter-reset-why = Con este código elige una contraseña nueva para su cuenta en { $organization }.
help-letter-step-login = Escriba su nombre de usuario y este código:
help-letter-step-new-password = Elija una contraseña nueva. Antes se pide lo que además protege la cuenta.
help-letter-step-sign-in = Inicie sesión con su nombre de usuario y su contraseña.
help-letter-step-code = Cuando se le pida su código de configuración, escriba este:
help-letter-step-app = Configure una aplicación de autenticación. La página le guía.
access-filter = Filtrar por estado de MFA
access-everybody = Todos
access-search-label = Nombre, nombre de usuario, correo electrónico o código de asistencia
access-search = Buscar
access-nobody-found = No se encontró a nadie
access-show-everybody = Mostrar a todos
# Remote logon
logon-code = Código de su aplicación de autenticación:
logon-code-emailed = Código del correo que se le acaba de enviar:
logon-code-recovery = Código de recuperación:
logon-set-up = Su cuenta exige MFA y aún no está configurada. Inicie sesión en { $url } para configurarla y luego vuelva a entrar aquí.
logon-frozen = Su cuenta está bloqueada. Pregunte al servicio de asistencia.
logon-no-way = Ninguno de sus segundos factores sirve aquí. Inicie sesión en { $url } y configure una aplicación de autenticación.
logon-together = No se aceptó. Escriba su contraseña y, justo detrás, las seis cifras que su aplicación muestra ahora. Tras varios intentos erróneos, espere unos minutos.
logon-code-alone = Ese código no se aceptó. Espere al siguiente y vuelva a empezar. Tras varios códigos erróneos, espere unos minutos o pregunte al servicio de asistencia.
logon-code-wrong = Ese no es el código correcto. Vuelva a empezar.
logon-code-used = Ese código ya se usó. Espere al siguiente y vuelva a empezar.
logon-code-clock = Ese código no es de este momento. Active la hora automática en su teléfono y vuelva a empezar.
logon-suspended = Demasiados códigos erróneos, así que esta vía está cerrada. Pregunte al servicio de asistencia.
logon-wait =
    { $minutes ->
        [one] Demasiados intentos erróneos. Vuelva a entrar dentro de un minuto.
       *[other] Demasiados intentos erróneos. Vuelva a entrar dentro de { $minutes } minutos.
    }
logon-mail-wait = Ahora mismo no se puede enviar ningún código por correo. Vuelva a entrar dentro de unos minutos.
logon-over = Ha pasado demasiado tiempo. Vuelva a empezar.
logon-scheme = La contraseña llegó como CHAP, MS-CHAP o EAP, y aquí eso no es posible. Quien administra este acceso debe elegir PAP.
logon-cut = Aquí no se puede usar una contraseña de más de 128 bytes.
logon-not-utf8 = La contraseña no llegó en UTF-8. Quien administra este acceso puede ayudarle.
event-logged-on = Entrada en { $client } solo con la contraseña.
event-logged-on-app = Entrada en { $client } con la contraseña y un código de la aplicación.
event-logged-on-recovery = Entrada en { $client } con la contraseña y un código de recuperación.
event-logged-on-email = Entrada en { $client } con la contraseña y un código enviado por correo.
event-logged-on-code-alone = Entrada en { $client } con un código de la aplicación; { $client } comprobó la contraseña.
event-logged-on-recovery-alone = Entrada en { $client } con un código de recuperación; { $client } comprobó la contraseña.
event-logon-unknown = Alguien intentó entrar en { $client } con un nombre que nadie tiene.
event-logon-suspended = Se rechazó una entrada en { $client }: la cuenta está suspendida.
event-logon-frozen = Se rechazó una entrada en { $client }: la cuenta está bloqueada.
event-logon-not-let-in = Se rechazó una entrada en { $client }: la cuenta no puede entrar allí.
event-logon-nothing = Se rechazó una entrada en { $client }: la cuenta no tiene nada que se pueda pedir allí.
event-logon-not-set-up = Se rechazó una entrada en { $client }: MFA aún no está configurada.
# In the place of $client, where that is not told.
event-logon-elsewhere = un cliente de otra organización
event-logon-no-code = Se rechazó una entrada en { $client }: no se escribió ningún código.
event-logon-mail-wait = Se rechazó una entrada en { $client }: hace un momento se envió un código por correo y es pronto para otro.
event-logon-no-password = Se rechazó una entrada en { $client }: la petición no contenía ninguna contraseña legible. El cliente debe usar PAP.
event-logon-foreign = Se rechazó una entrada en { $client }: respondía a la petición de código de otra persona.
event-logon-over = Se rechazó una entrada en { $client }: la petición de código ya no valía.
event-logon-not-admitted = La contraseña era correcta, pero la cuenta no puede entrar allí.
event-radius-client-added = { $client } puede preguntar desde ahora quién puede entrar.
event-radius-client-changed = Se cambió lo que { $client } puede hacer al entrar alguien.
event-radius-client-changed-to = Se cambió lo que { $client } puede hacer al entrar alguien: { $changes }
event-radius-secret-rotated = { $client } recibió un secreto nuevo.
event-radius-client-removed = { $client } ya no puede preguntar quién puede entrar.
event-radius-client-signs = { $client } firma lo que pregunta y desde ahora debe hacerlo.
event-radius-dropped = No se respondió a algo que preguntó { $client }.
mail-code-subject-logon = Su código para entrar en un equipo o una red
mail-code-logon = Introdúzcalo donde está entrando en un equipo o una red. Vale hasta: { $until }, y solo para esa entrada, que espera dos minutos.

## Política

policy-title = Política
policy-rule = Quién debe usar MFA
policy-off = Desactivada
policy-off-what = No se ofrece a nadie. Un dispositivo ya configurado se sigue pidiendo.
policy-optional = Opcional
policy-optional-what = Todos pueden activarla.
policy-required = Obligatoria
policy-required-what = Sin ella nadie pasa de la página de configuración.
policy-channels = Qué basta
policy-app = Aplicación de autenticación
policy-email = Código por correo
policy-email-what = La vía más débil: quien lee el buzón tiene el código. Nunca abre la administración.
policy-first = Antes de una primera configuración obligatoria, además de la contraseña
policy-first-default = Lo que conviene a este portal
policy-first-default-mail = Un código a la dirección de correo, ya que este portal envía correos.
policy-first-default-nothing = Nada, ya que este portal no envía correos: quien primero conozca una contraseña puede configurar su propio teléfono.
policy-first-email = Un código a la dirección de correo
policy-first-email-what = Quien no tenga dirección registrada necesita un código de configuración.
policy-first-code = Un código de configuración del servicio de asistencia
policy-first-code-what = Cada persona llama una vez.
policy-first-nothing = Nada
policy-first-nothing-what = Quien primero conozca una contraseña puede configurar su propio teléfono.
policy-remember = Cuántos días se recuerda un navegador
policy-remember-what = De 0, es decir, nada, a 30. En tal navegador basta la contraseña. Nunca vale para la administración.
policy-deletion = Los miembros pueden pedir que se elimine su cuenta
policy-save = Guardar la política
policy-show = Mostrar qué cambia
policy-read-only = Solo los administradores pueden cambiar la política.
policy-saved = La política está guardada
policy-saved-next = Vale para cada persona desde la página siguiente.
policy-preview = Qué cambia al guardar
policy-preview-set-up = { $people ->
    [one] Una persona llega a la configuración en el próximo inicio de sesión
   *[other] { $people } personas llegan a la configuración en el próximo inicio de sesión
}
policy-preview-asked-first = { $people ->
    [one] A una persona que debe configurar la MFA de todos modos se le pide antes otra prueba
   *[other] A { $people } personas que deben configurar la MFA de todos modos se les pide antes otra prueba
}
policy-preview-asked = { $people ->
    [one] A una persona se le pide un segundo paso que ahora no se pide
   *[other] A { $people } personas se les pide un segundo paso que ahora no se pide
}
policy-preview-freed = { $people ->
    [one] Una persona inicia sesión desde entonces solo con la contraseña
   *[other] { $people } personas inician sesión desde entonces solo con la contraseña
}
policy-preview-stopped = { $people ->
    [one] Una persona no puede iniciar sesión desde entonces hasta que el servicio de asistencia la ayude
   *[other] { $people } personas no pueden iniciar sesión desde entonces hasta que el servicio de asistencia las ayude
}
policy-preview-unchanged = { $people ->
    [one] Para una persona no cambia nada
   *[other] Para { $people } personas no cambia nada
}
policy-preview-sessions = Se cuenta adónde lleva la contraseña en el próximo inicio de sesión. Los plazos más cortos valen además, de inmediato, para las sesiones abiertas y los navegadores recordados.
policy-preview-next = Todavía no se ha guardado nada.
policy-no-mail = Este portal no puede enviar correos
policy-only-email-next = Solo con códigos por correo nadie podría iniciar sesión. Permita también la aplicación de autenticación.
policy-first-email-next = No se podría enviar ningún código antes de una primera configuración. Elija otra prueba.
policy-no-channel = Marque al menos una vía que baste.
policy-stale = Otra persona ha cambiado la política entretanto
policy-stale-next = Sus elecciones siguen aquí. Mire qué cambiarían ahora y guarde de nuevo.

## Ordenadores remotos

computers-title = Ordenadores remotos
computers-login = Entre como { $login } en { $address }
computers-ask-both = Al entrar allí se le pide su contraseña y después un código, igual que aquí.
computers-ask-password = Al entrar allí se le pide su contraseña, igual que aquí.
computers-frozen = Mientras su cuenta esté bloqueada, no puede entrar allí.
event-computer-added = El ordenador remoto { $name } se añadió a la página de inicio.
event-computer-changed = Se cambió lo que la página de inicio dice del ordenador remoto { $name }.
event-computer-changed-to = Se cambió lo que la página de inicio dice del ordenador remoto { $name }: { $changes }
event-computer-removed = El ordenador remoto { $name } se quitó de la página de inicio.
## Who is on the phone

caller-title = Comprobar quién está al teléfono
caller-what = El portal le ayuda a saber si de verdad llama { $name } y muestra a { $name } que de verdad es usted. No se cambia nada ni se abre nada.
caller-start = Empezar la comprobación
caller-by-word = En un navegador en el que la persona ha iniciado sesión
caller-by-word-next = Pida a { $name } que abra «¿Es de verdad su servicio de asistencia?» en «Editar perfil», lea esta palabra en voz alta y haga que la escriba allí.
caller-until = Vale hasta las { $until }, una vez.
caller-look = Mirar otra vez
caller-by-app = Un código de una aplicación de autenticación
caller-code-label = Código que le leen
caller-by-app-hint = Seis cifras. Cuenta una vez, aquí, y después en ningún otro sitio.
caller-check-code = Comprobar el código
caller-by-mail = Un código por correo
caller-by-mail-next = Se envía un código a la dirección de { $name }, con el nombre de usted al lado.
caller-mailed-label = Código del correo
caller-end = Terminar esta comprobación
caller-known = Es { $name }
caller-known-app = Por un código de la aplicación de autenticación, a las { $at }.
caller-known-email = Por un código del buzón registrado, a las { $at }.
caller-known-word = Por su palabra, escrita en un navegador con la sesión iniciada, a las { $at }.
caller-known-next = Durante un cuarto de hora esto vale como respuesta a cómo comprobó quién pregunta.
caller-go-on = Continuar
caller-over = Esta comprobación ha terminado
caller-over-next = Nadie demostró ser { $name }: se acabó el tiempo, hubo demasiadas palabras equivocadas o { $name } dijo que es otra persona. No ayude hasta saber quién llama.
caller-how-app = Comprobación de la llamada: código de la aplicación de autenticación
caller-how-email = Comprobación de la llamada: código del buzón registrado
caller-how-word = Comprobación de la llamada: palabra escrita en un navegador con la sesión iniciada
help-known = Se comprobó quién pregunta, a las { $at }.
person-check-caller = Comprobar quién está al teléfono
person-check-waits = Su comprobación espera a quien llama hasta las { $until }
person-check-go-on = Continuar con ella
dashboard-due = { $organization } exige MFA a partir del { $due }
dashboard-due-what = Configúrelo mientras hay tiempo: hacen falta una aplicación en su teléfono y unos minutos. Pasado ese momento no se abre nada más hasta que lo haya hecho.
dashboard-due-next = Configurar MFA ahora
calling-title = ¿Es de verdad su servicio de asistencia?
calling-agent = { $name } está al teléfono con alguien y quiere saber si es usted.
calling-agent-next = ¿Ha llamado usted? Pida que le lea la palabra que muestra su página y escríbala aquí. Entonces ayudará a quien esté en la línea y podrá darle códigos de su cuenta. ¿Le han llamado a usted? Cuelgue y llame usted al servicio de asistencia: un extraño en medio puede pasar una palabra.
calling-alone = Usted inició sesión solo con la contraseña, y eso no demuestra quién es: { $name } tiene que averiguarlo de otra forma. No lea nunca su contraseña en voz alta.
calling-word-label = Palabra que le dicen
calling-word-hint = Algo como «{ $example }», vale hasta las { $until }.
calling-confirm = Sí, soy yo
calling-disown-next = ¿No están hablando por teléfono? Entonces alguien se hace pasar por usted.
calling-disown = No soy yo
calling-nobody = Nadie de su servicio de asistencia está comprobando una llamada
calling-nobody-next = Si alguien le llama y dice ser su servicio de asistencia, cuelgue y llame usted al servicio de asistencia. Si ha llamado usted, pida que empiece la comprobación y mire otra vez. No diga nunca su contraseña.
calling-over = Esta comprobación ha terminado
calling-over-next = Pida al servicio de asistencia que empiece otra. Si no puede, cuelgue y llame usted.
calling-known = Ya saben que es usted
calling-known-next = Ahora se ayuda a quien está en la línea. Si no es usted, porque alguien le llamó con la palabra, cuelgue y llame enseguida al servicio de asistencia.
calling-disowned = Gracias: la comprobación ha terminado
calling-disowned-next = El servicio de asistencia sabe que es otra persona. Queda anotado en «Actividad».
calling-wrong = Esa no es la palabra
calling-wrong-next =
    { $left ->
        [0] Era el último intento. Cuelgue y llame usted al servicio de asistencia.
        [one] Pida que se la lean otra vez, queda un intento. Si vuelve a fallar, cuelgue: puede que no sea su servicio de asistencia.
       *[other] Pida que se la lean otra vez, quedan { $left } intentos. Si sigue fallando, cuelgue: puede que no sea su servicio de asistencia.
    }
calling-frozen = Esto no se puede hacer mientras su cuenta está congelada
calling-frozen-next = Lea en su lugar un código de su aplicación al servicio de asistencia.
account-calling = ¿Es de verdad su servicio de asistencia?
account-calling-what = Cuando alguien llama y lo dice
mail-code-subject-caller = Su código para el servicio de asistencia
mail-code-caller = Léalo a su servicio de asistencia si está ahora al teléfono con ellos. Vale hasta las { $until }, cinco minutos, y no abre nada.
mail-code-not-calling = ¿No está al teléfono con ellos?
mail-code-not-calling-next = Entonces alguien se hace pasar por usted. No dé este código a nadie y avise al servicio de asistencia.
event-caller-check-started = El servicio de asistencia empezó a comprobar quién está al teléfono.
event-caller-check-ended = El servicio de asistencia terminó su comprobación de quién está al teléfono.
event-caller-check-replaced = Una comprobación nueva de quién está al teléfono terminó la anterior.
event-caller-known-app = Un código de la aplicación mostró al servicio de asistencia quién está al teléfono.
event-caller-known-email = Un código por correo mostró al servicio de asistencia quién está al teléfono.
event-caller-known-word = La palabra del servicio de asistencia, escrita en un navegador con la sesión iniciada, mostró quién está al teléfono.
event-caller-disowned = Se dijo al servicio de asistencia que al teléfono está otra persona.
notice-caller-known = El servicio de asistencia tomó por usted a alguien al teléfono
notice-caller-disowned = Usted dijo que al teléfono estaba otra persona

remote-title = Acceso remoto
remote-lead = Lo que su gente ve de sus ordenadores remotos, y qué ordenadores, VPN y cortafuegos preguntan a este portal si alguien puede entrar.
remote-not-listening = El portal todavía no responde a RADIUS
remote-not-listening-next = Quien lo administra pone radius.listen en su configuración, por ejemplo 127.0.0.1:1812, y lo reinicia.
remote-name-label = Nombre
remote-seen-by-everyone = Lo ve todo el mundo
remote-seen-by-nobody = No lo ve nadie
remote-seen-by = Lo ven { $people }
remote-opens-for-everyone = Puede entrar todo el mundo
remote-opens-for-nobody = No puede entrar nadie
remote-opens-for = Pueden entrar { $people }
remote-delete = Eliminar
remote-save = Guardar
remote-nobody = Nadie tiene aquí el nombre de usuario { $login }. Compruebe cómo se escribe en Administración y acceso.
remote-stale = Alguien lo ha cambiado entretanto. Ábralo otra vez y haga entonces su cambio.
remote-full = La organización ya tiene todos los que puede tener. Elimine uno primero.
computers-none = Aún no hay ordenadores remotos
computers-none-next = Añada uno, y su gente verá en su página de inicio cómo llegar a él.
computers-add = Añadir un ordenador remoto
computer-name-hint = Como lo llama su gente, por ejemplo Servidor web.
computer-address-label = Dirección
computer-address-hint = Un nombre o una dirección, con el puerto si no es el habitual, por ejemplo web-1.example.com o 10.0.0.7:2222.
computer-command-label = Lo que se escribe (opcional)
computer-command-hint = Si se deja vacío, es ssh. {"{"}login{"}"} y {"{"}address{"}"} se rellenan, como en mstsc /v:{"{"}address{"}"}.
computer-delete-what = Desaparece de la página de inicio de quienes lo ven. Quién puede entrar allí no cambia: eso lo dice su cliente RADIUS.
whom-sees = Quién lo ve
whom-logs-on = Quién puede entrar
whom-everyone = Toda la organización
whom-named = Solo las personas nombradas aquí
whom-people-label = Nombres de usuario
whom-people-hint = Uno en cada línea, por ejemplo ann. Solo hace falta si no se trata de todo el mundo.
clients-title = Clientes RADIUS
clients-none = Aún no hay clientes RADIUS
clients-none-next = Un ordenador, una VPN o un cortafuegos lo es cuando usted lo ha añadido aquí y ha escrito su secreto en su configuración.
clients-add = Añadir un cliente RADIUS
client-name-hint = Como debe llamarlo el registro de auditoría, por ejemplo web-1.
client-network-label = Dirección o red
client-network-hint = Desde dónde pregunta, por ejemplo 10.0.0.7 o 10.0.0.0/24.
client-certificates-label = Certificados
client-certificates-hint = Para un cliente por TLS: las huellas SHA-256 de sus certificados, una por línea, o un certificado en PEM.
client-certificates-new-hint = En su lugar, para un cliente por TLS: la huella SHA-256 de su certificado, o el certificado en PEM. Entonces no comparte ningún secreto.
client-asks-from = Pregunta desde { $network }
client-asks-over-tls = Pregunta por TLS, reconocido por su certificado
client-signing = Message-Authenticator
client-signing-yes = Obligatorio
client-signing-yes-what = Lo que llega sin él no se responde. Elija esto siempre que el cliente sepa firmar.
client-signing-auto = Obligatorio desde la primera petición firmada
client-signing-auto-what = Para un cliente del que no está seguro.
client-signing-no = No obligatorio
client-signing-no-what = Atención: quien esté en la red entre ambos puede cambiar peticiones y respuestas (CVE-2024-3596). Solo en la misma máquina o dentro de un túnel, para clientes que no saben firmar, como pam_radius_auth de Debian 12.
client-recovery-codes = Allí valen los códigos de recuperación
client-returned-label = Atributos devueltos (opcional)
client-returned-hint = Uno en cada línea, por ejemplo Filter-Id=staff o 26.9.1=shell:priv-lvl=15. El cliente los recibe con cada entrada.
client-returned-too-much = Los atributos son más de los que caben en una respuesta. Indique menos.
client-taken = Ya hay aquí un cliente con este nombre, o alguno del portal tiene esta red o este certificado. Elija otro nombre o compruebe la dirección o el certificado.
client-secret-title = Secreto de { $client }
client-secret = el secreto
client-line = la línea
client-secret-once = Este secreto se muestra solo ahora
client-secret-next = Escríbalo en la configuración del cliente antes de salir de esta página. Si se pierde, lo sustituye uno nuevo.
client-secret-rotated = El secreto anterior ya no vale: escriba este ahora en la configuración del cliente.
client-secret-done = Ya lo he escrito
client-lines = Para pam_radius_auth.conf
client-lines-server = La primera palabra es dónde el cliente encuentra el portal. Cámbiela si es otra dirección.
client-lines-signing = pam_radius_auth de Debian 12 no sabe firmar: solo se le responde si no se exige Message-Authenticator.
client-rotate = Crear un secreto nuevo
client-rotate-what = El secreto actual deja de valer al instante. Hasta que el nuevo esté en su configuración, no se responde al cliente y nadie entra allí.
client-delete-what = Ya no se responde a nada de lo que pregunte, así que nadie entra a través de él. Su secreto no se puede recuperar.
problem-not-an-address = Escríbala como web-1.example.com, o con su puerto como 10.0.0.7:2222.
problem-not-a-network = Escriba una dirección como 10.0.0.7 o una red como 10.0.0.0/24.
problem-not-a-certificate = Escriba la huella SHA-256 de 64 dígitos hexadecimales, o pegue el certificado en PEM.
problem-network-or-certificate = Rellene la dirección o la red, o bien el certificado.
problem-not-attributes = Escriba NOMBRE=VALOR en cada línea. Los nombres son Service-Type, Filter-Id, Class, Session-Timeout, Idle-Timeout y Framed-Pool; los de un fabricante empiezan por 26.
step-up-remote-logon = Decidir quién entra en sus ordenadores exige una nueva prueba de que es usted, con un código de su aplicación.
client-flow = Cómo se pide el código
client-flow-challenge = La contraseña y después el código
client-flow-challenge-what = Para todo cliente que pueda hacer una segunda pregunta.
client-flow-together = Contraseña y código en un solo campo
client-flow-together-what = Para clientes que no pueden preguntar dos veces: el código se escribe justo detrás de la contraseña. Los códigos por correo no sirven allí.
client-flow-code-alone = El código solo
client-flow-code-alone-what = Atención: solo para un cliente que comprueba él mismo la contraseña. Si no, entra cualquiera que vea un teléfono.
# Plazo, excepciones, duración de las sesiones y contraseñas de una política
way-offer-title = Configure la MFA antes del { $date }
way-offer-why = { $place } pide a todos un segundo paso al iniciar sesión a partir del { $until }. Configurarlo lleva unos dos minutos.
way-not-now = Ahora no
way-not-now-note = Puede seguir sin él. Se le preguntará de nuevo cada vez que inicie sesión.
event-extended = Se le dio más tiempo para configurar la MFA. Motivo: { $reason }
event-exempted = Se le eximió de lo que su organización exige para iniciar sesión. Motivo: { $reason }
event-extension-ended = Se retiró el tiempo adicional para configurar la MFA.
event-exemption-ended = Se retiró la exención de lo que su organización exige para iniciar sesión.
policy-number-problem = Escriba un número entero de { $least } a { $most }.
policy-numbers-problem = Algunos números no son posibles:
policy-grace = Días de plazo
policy-grace-what = De { $least }, es decir, de inmediato, a { $most }. Hasta entonces, a quien no ha configurado nada se le pregunta en cada inicio de sesión y puede dejarlo para después. El plazo cuenta desde el día en que la MFA pasó a ser obligatoria; para los nuevos, desde su primer día. No vale para funciones por encima de miembro, ni tras eliminar una configuración de MFA, ni para inicios de sesión remotos (RADIUS).
policy-new-grace = Empezar de nuevo el plazo
policy-new-grace-what = Cuenta desde el { $since }, aunque la política se haya relajado entretanto. Si lo marca, cuenta desde ahora, para todos.
policy-lifetimes = Cuánto tiempo se permanece conectado
policy-hours = Horas, aunque haya actividad
policy-hours-what = De { $least } a { $most }. Un tiempo más corto vale también para las sesiones abiertas, desde su próxima página.
policy-idle = Minutos sin peticiones
policy-idle-what = De { $least } a { $most }.
policy-away = Minutos fuera de la administración
policy-away-what = De { $least } a { $most }. Después, la administración vuelve a pedir un código.
policy-password = Contraseña nueva más corta, en caracteres
policy-password-what = De { $least } a { $most }. Donde no se pide un segundo paso, al menos 15, diga lo que diga aquí. Vale cuando alguien elija su próxima contraseña; ninguna contraseña existente caduca por ello. Las contraseñas comunes y los nombres se rechazan de todos modos.
policy-preview-offered = { $people ->
    [one] A una persona se le ofrece la configuración en cada inicio de sesión y por ahora puede dejarla para después
   *[other] A { $people } personas se les ofrece la configuración en cada inicio de sesión y por ahora pueden dejarla para después
}
policy-preview-in-all = { $people ->
    [one] Con aquellas para quienes nada cambia, una persona va a la configuración en el próximo inicio de sesión; con una función por encima de miembro: { $admins }.
   *[other] Con aquellas para quienes nada cambia, { $people } personas van a la configuración en el próximo inicio de sesión; con una función por encima de miembro: { $admins }.
}
policy-exceptions = Excepciones
policy-exceptions-note = Cada una vale para una persona, tiene un motivo y termina por sí sola. Se concede en la página de la persona.
policy-no-exceptions = No hay ninguna.
policy-exception-extension = Más tiempo para configurar la MFA, hasta el { $until }
policy-exception-exemption = Exención de la política hasta el { $until }
person-required-soon = Obligatoria a partir del { $due }; hasta entonces puede dejarse para después
person-exempt = Exención de la política hasta el { $until }
help-extend = Dar más tiempo
help-extend-what = { $name } puede dejar la configuración de la MFA para después durante tantos días desde ahora. La oferta sigue en cada inicio de sesión.
help-end-extension = Retirar el tiempo adicional
help-end-extension-what = Para { $name } vuelve a contar el plazo que tienen todos.
help-exempt = Eximir de la política
help-exempt-what = Lo que exige la política no vale para { $name } durante tantos días desde ahora. Lo que está configurado se sigue pidiendo. Una función por encima de miembro termina la exención.
help-end-exemption = Terminar la exención
help-end-exemption-what = La política vuelve a valer para { $name }, desde la próxima página.
help-days = Por cuántos días
help-days-hint = De 1 a { $most }, contados desde ahora.
help-reason = Por qué
help-reason-hint = { $name } lo lee en un correo y en Actividad; figura en la página de la política y en el registro de auditoría.
help-not-given = Esta excepción no es posible
help-not-given-role = { $name } tiene una función por encima de miembro. Quien tiene una demuestra un dispositivo, sin excepción.
help-not-given-alone = La MFA se exige a { $name } en particular, y una excepción a la política no cambia eso. Retire primero esa exigencia.
help-not-given-nothing = { $name } no tiene nada que dejar para después: la MFA no se exige, o está configurada, o de todos modos no vence antes de ese día.
policy-last-admin = Nadie podría administrar ya la organización
policy-last-admin-next = Ningún administrador ha configurado una aplicación de autenticación, y a cada uno se le pediría un código que solo da un administrador o la asistencia. Deje primero que uno la configure o elija otra prueba.

why-title = ¿Por qué se pide esto?
person-why = ¿Por qué?
why-rules = Las reglas
why-strictest = Cuenta la más estricta.
why-facts = Qué más influye
why-password = En el próximo inicio de sesión basta la contraseña.
why-offered = En el próximo inicio de sesión se ofrece configurar la MFA después de la contraseña. Puede dejarse para después hasta el { $until }.
why-set-up = En el próximo inicio de sesión la contraseña lleva a configurar la MFA y a ningún otro sitio.
why-first-email = En el próximo inicio de sesión la contraseña lleva a un código por correo, luego a configurar la MFA, y a ningún otro sitio.
why-first-code = En el próximo inicio de sesión la contraseña lleva al código de configuración de la asistencia, luego a configurar la MFA, y a ningún otro sitio.
why-second-step = En el próximo inicio de sesión se pide un segundo paso después de la contraseña.
why-frozen = La cuenta está bloqueada: la contraseña sola no abre nada y no se puede configurar nada.
why-suspended = La cuenta está suspendida: nadie inicia sesión con ella.
why-rule-off = La política dice «desactivada»: solo se pide lo que alguien ha configurado.
why-rule-optional = La política dice «opcional»: solo se pide lo que alguien ha configurado.
why-rule-soon = La política exige a todos un segundo paso. Aquí vale a partir del { $due }.
why-rule-required = La política exige a todos un segundo paso.
why-exempt = La política exige a todos un segundo paso, pero no a esta persona hasta el { $until }.
why-account = La MFA se exige a esta cuenta en particular, diga lo que diga la política.
why-role = Una función por encima de miembro necesita una aplicación de autenticación, diga lo que diga la política.
why-since = La política lo exige desde el { $since }.
why-grace = { $days ->
    [one] Hay un día de plazo desde entonces o desde que existe la cuenta, { $from }, si fue más tarde. Es para quien no ha configurado nada.
   *[other] Hay { $days } días de plazo desde entonces o desde que existe la cuenta, { $from }, si fue más tarde. Son para quien no ha configurado nada.
}
why-extended = Se dio más tiempo, hasta el { $until }.
why-deleted = La configuración de MFA se eliminó; la siguiente espera el código de configuración de la asistencia.
why-has = Hay algo configurado, y se pide.
why-has-nothing = No hay nada configurado.
access-owed-now = Exigida, sin configurar
access-owed-soon = Aplazada
access-owed-until = Aplazada hasta el { $date }
## The audit log of an organization

log-title = Registro de auditoría
log-whole = Este registro está íntegro: no falta ni se ha cambiado nada.
log-sealed = Sucesos sellados: { $sealed }.
log-unsealed = A la espera de su sello: { $unsealed }, el más antiguo desde: { $since }.
log-about = Persona
log-by = Hecho por
log-doer = O hecho por
log-doer-anybody = Cualquiera
log-people-hint = Escriba un nombre de inicio de sesión o una dirección de correo. «Hecho por» encuentra lo que alguien hizo a otros o a la organización; lo que hizo en su propia cuenta está en «Persona». A quien ayudó desde otra organización se le encuentra por un nombre de inicio de sesión como tess@provider.
log-topic = Tipo
log-topic-all = Todo
log-topic-sign-ins = Inicios y cierres de sesión
log-topic-refusals = Lo que se rechazó
log-topic-credentials = Contraseñas, MFA y perfiles
log-topic-help = Soporte
log-topic-people = Cuentas, funciones e invitaciones
log-topic-organization = Política y conexiones
log-topic-records = Exportaciones y verificaciones
log-from = Primer día
log-until = Último día
log-show = Mostrar
log-show-all = Mostrar todo
log-events = Sucesos
log-none = No se encontró nada
log-what = Qué pasó
log-when = Cuándo y desde dónde
log-unreadable = Este suceso se cambió de modo que no se puede leer.
log-changed = Cambiado después de escribirse
log-the-organization = La organización
log-gone = Alguien cuya cuenta ya no existe
log-operator = La línea de comandos
log-portal = El propio portal
log-nobody = Alguien que no había iniciado sesión
log-export = Llevarse una copia
log-export-what = El archivo contiene todos los sucesos que encuentra el filtro de arriba, del más antiguo al más reciente, no solo esta página. Queda anotado en este registro que se descargó.
log-csv = Descargar CSV
log-json = Descargar líneas JSON
problem-nobody-here = Nadie aquí tiene ese nombre de inicio de sesión. Escriba un nombre como ann o una dirección de correo con la que se inicie sesión.
problem-not-a-day = Escriba un día como 2026-11-22.

## Organizations, for those who run the instance

organizations-title = Organizaciones
organizations-add = Añadir una organización
organizations-add-what = Recibe sus propias personas, su política, su registro de auditoría y su clave. Después, invite a su primer administrador.
organizations-acts = Acciones
organizations-suspend = Suspender
organizations-activate = Reactivar
organizations-delete = Eliminar
organizations-suspend-what = Nadie de { $name } inicia sesión a partir de ahora, por ninguna vía, y quien tenga la sesión abierta la pierde en la página siguiente. Todo se conserva.
organizations-activate-what = Las personas de { $name } pueden volver a iniciar sesión.
organizations-delete-what = Se elimina a todas las personas de { $name } con todo lo que se guarda de ellas, y también la clave con la que se sellan sus secretos. Del registro de auditoría quedan los resúmenes. Nada la devuelve salvo una copia de la base de datos hecha antes: elimine también esas copias, o pida que se cambie la clave maestra y se retire la anterior: entonces sus secretos ya no se abren.
organizations-delete-hint = Escriba { $slug } para confirmar que es lo que quiere.
organizations-people = Personas: { $people }.
organizations-last-owner = Nadie más es propietario de este portal
organizations-last-owner-next = Todos los propietarios que pueden iniciar sesión están en esta organización. Nombre antes a un propietario de otra.
problem-not-the-same = Esto es otra cosa. Escríbalo exactamente como aparece.
event-organization-suspended = Se suspendió la organización: nadie de ella inicia sesión.
event-organization-activated = Se volvió a abrir la organización tras una suspensión.
event-organization-deletion-began = Empezó a eliminarse la organización { $name }, con { $count ->
    [one] la persona
   *[other] las { $count } personas
} que tenía.
event-organization-deleted = Se eliminó la organización { $name } con sus personas y su clave.

## What is on record about somebody

edit-person-title = Cambiar los datos
edit-person-what = { $name } se entera por correo de lo que cambia aquí, en la dirección anterior y en la nueva.
edit-person-email-vouched = Sirve para iniciar sesión de inmediato: usted responde por ella.
edit-person-email-unproved = Una dirección nueva sirve para iniciar sesión cuando la persona la haya demostrado, en «Editar perfil». Hasta entonces sirve el nombre de inicio de sesión.
edit-person-save = Guardar
event-login-name-changed = El nombre de inicio de sesión se cambió de { $from } a { $to }.
event-address-set = Se registró la dirección { $address }. Servirá para iniciar sesión cuando se demuestre.
event-address-vouched = Se registró la dirección { $address } y alguien respondió por ella. Sirve para iniciar sesión.
event-address-taken-off = Se quitó la dirección registrada.
notice-login-name-changed = Se cambió su nombre de inicio de sesión

## People as a file

access-export = Llevarse una copia
access-export-what = Todas las personas con estado, MFA y función, en una tabla para una hoja de cálculo. Queda anotado en el registro de auditoría que se descargó.
event-people-exported = Se exportó una lista de las personas de la organización.

## Giving a role

role-title = Cambiar la función
role-what = { $name } recibe esta función en lugar de la que tiene, desde su página siguiente, y se entera por correo.
role-give = Dar la función
role-until = Hasta: { $until }
role-until-label = Último día (opcional)
role-until-hint = Después vuelve a ser miembro por sí sola. Déjelo vacío para una función sin fin.
role-member-what = Inicia sesión y se ocupa de su propia cuenta.
role-auditor-what = Lee todo en esta organización y no cambia nada.
role-help-desk-what = Ayuda a miembros y auditores: desbloquea, elimina una configuración de MFA, da códigos.
role-admin-what = Decide sobre todas las personas y todo lo demás en esta organización.
role-owner-what = Dirige todo el portal, con cada organización.
role-last-admin = Nadie más administra esta organización
role-last-admin-next = Nombre antes administrador a otra persona, sin último día.
role-last-owner = Este portal no tiene otro propietario
role-last-owner-next = Nombre antes propietario a otra persona.
role-ends-with-yours = Usted mismo tiene este rol hasta: { $until }
role-ends-with-yours-next = Solo puede darlo a otros hasta entonces: elija un último día que no sea posterior al suyo.
problem-day-over = Ese día ya pasó. Elija uno que esté por venir.

## A new phone, in one act

help-delete-mfa-and-code = Eliminarla y dar un código de configuración

## Aplicaciones

applications-title = Aplicaciones
applications-lead = Los sitios que aparecen en la página de inicio de su gente, cada uno en su recuadro.
applications-none = Aún no hay aplicaciones
applications-none-next = Añada los sitios que su gente más usa, por ejemplo el correo web.
applications-add = Añadir una aplicación
application-edit = Cambiar la aplicación
application-name-hint = Como la llama su gente, por ejemplo Correo.
application-address-hint = La dirección completa, por ejemplo https://mail.example.com.
application-whom-sees = Quién la ve
application-seen-by-everyone = La ve todo el mundo
application-seen-by-nobody = No la ve nadie
application-seen-by = La ven { $people }
application-delete-what = Desaparece de la página de inicio de quienes la ven. El sitio en sí no cambia.
application-description-label = Para qué sirve (opcional)
application-description-hint = En pocas palabras, tal como aparece en el recuadro.
application-icon = En el recuadro
icon-letters = Primeras letras del nombre
computer-icon = Icono
icon-screen = Una pantalla
icon-mail = Correo
icon-calendar = Calendario
icon-chat = Mensajes
icon-files = Archivos
icon-people = Personas
icon-money = Dinero
icon-chart = Gráfico
icon-help = Ayuda
icon-book = Libro
icon-cloud = Nube
icon-code = Código fuente
icon-clock = Reloj
problem-not-a-site = Escriba la dirección completa, como https://mail.example.com.
event-application-added = La aplicación { $name } se añadió a la página de inicio.
event-application-changed = Se cambió lo que la página de inicio dice de la aplicación { $name }.
event-application-changed-to = Se cambió lo que la página de inicio dice de la aplicación { $name }: { $changes }
event-application-removed = La aplicación { $name } se quitó de la página de inicio.

## Requests to the help desk

locked-out-link = ¿No puede entrar? Pida ayuda al servicio de asistencia
locked-out-title = ¿No puede entrar?
locked-out-explanation = Escriba aquello con lo que inicia sesión y se pedirá ayuda a su servicio de asistencia. Le llamarán, o llame usted: nunca le pedirán su contraseña.
locked-out-ask = Pedir ayuda
locked-out-asked = Se ha avisado al servicio de asistencia
locked-out-asked-what = Si hay una cuenta con ese nombre de usuario, su servicio de asistencia ya ve la petición.
locked-out-asked-next = Pedirlo otra vez no cambia nada mientras espera. Si es urgente, llame: antes de ayudarle comprobarán quién es.
requests-title = Peticiones al servicio de asistencia
requests-what = Lo que ha pedido al servicio de asistencia y en qué quedó.
requests-none = No ha pedido nada
requests-ask = Pedir algo
request-mfa = Activar MFA
request-unlock = No puede entrar
request-mfa-ask = Pedir al servicio de asistencia que active MFA para mí
request-mfa-ask-what = Cuando esté activo, su próximo inicio de sesión le guiará por la configuración y desde entonces pedirá un código además de la contraseña.
request-mfa-asked = Se pidió a su servicio de asistencia que activara MFA: { $when }.
request-unlock-ask = Pedir ayuda con mi inicio de sesión
request-unlock-ask-what = Para cuando se pierde un dispositivo o ya no se aceptan los códigos.
request-made = Su servicio de asistencia tiene su petición
request-made-next = Aquí verá en qué queda; si su cuenta tiene dirección, también se lo diremos por correo.
request-taken-back = La petición queda retirada
request-taken-back-next = Su servicio de asistencia ya no la ve pendiente. Puede volver a pedirlo.
request-too-often = Hoy ya lo ha pedido tres veces
request-too-often-next = Vuelva a pedirlo mañana o llame al servicio de asistencia.
request-not-offered = No hay nada que pedir
request-not-offered-next = MFA ya es obligatorio para su cuenta o está configurado.
request-asked-at = Pedido: { $when }
request-by-login = Por alguien sin sesión iniciada
request-waits = Su servicio de asistencia aún no ha respondido.
request-withdraw = Retirarla
request-granted = Se activó MFA
request-helped = El servicio de asistencia ayudó
request-done = Hecho
request-declined = Rechazada
request-withdrawn = Retirada
admin-requests-title = Peticiones
admin-requests-what = Lo que los miembros piden al servicio de asistencia. La más antigua va primero.
admin-requests-none = Nadie espera
admin-requests-answered = Respondidas últimamente
request-asked = Pedido
request-answer = Respuesta
request-signed-in = Por el miembro, con la sesión iniciada.
request-not-signed-in = Por alguien que escribió el nombre de usuario sin sesión iniciada: puede ser cualquiera. Antes de ayudar, compruebe quién es, en un número que usted conozca.
request-mfa-do = Al activar MFA será obligatorio solo para { $name }. Su próximo inicio de sesión guiará por la configuración.
request-unlock-do = La página de { $name } muestra los límites vigentes y ofrece lo que ayuda: desbloquear, un código de configuración, un código de restablecimiento. Con eso queda respondida la petición; si ayudó otra cosa, dígalo aquí.
request-help = Ir a la página de la persona
request-not-yours = A esta cuenta la ayuda alguien con un rol superior.
request-word-label = Unas palabras para el miembro
request-word-hint = Una línea; se lee en el portal y en el correo. Necesaria para rechazar.
request-grant = Activar MFA
request-say-done = Marcar como hecha
request-decline = Rechazar
event-help-asked-mfa = Se pidió al servicio de asistencia que activara MFA.
event-help-asked-unlock = Se pidió ayuda al servicio de asistencia para iniciar sesión.
event-help-withdrawn-mfa = Se retiró la petición de activar MFA.
event-help-withdrawn-unlock = Se retiró la petición de ayuda para iniciar sesión.
event-help-done-mfa = La petición de activar MFA está respondida: hecho.
event-help-done-mfa-word = La petición de activar MFA está respondida: hecho. «{ $word }»
event-help-done-unlock = La petición de ayuda para iniciar sesión está respondida: hecho.
event-help-done-unlock-word = La petición de ayuda para iniciar sesión está respondida: hecho. «{ $word }»
event-help-declined-mfa = Se rechazó la petición de activar MFA.
event-help-declined-mfa-word = Se rechazó la petición de activar MFA: «{ $word }»
event-help-declined-unlock = Se rechazó la petición de ayuda para iniciar sesión.
event-help-declined-unlock-word = Se rechazó la petición de ayuda para iniciar sesión: «{ $word }»
notice-help-asked = Se ha pedido algo a su servicio de asistencia
notice-help-answered = Su servicio de asistencia ha respondido
mail-help-mfa-subject = Un miembro pide MFA
mail-help-unlock-subject = Un miembro pide ayuda para iniciar sesión
mail-help-mfa = { $name } ({ $login }) pide que se active MFA.
mail-help-unlock = Según dicen, { $name } ({ $login }) no puede entrar.
mail-help-signed-in = Lo pidió el miembro con la sesión iniciada.
mail-help-not-signed-in = Lo pidió alguien que escribió el nombre de usuario sin sesión iniciada. Compruebe quién es antes de ayudar.
mail-help-answer = Responder a la petición
mail-help-once = Recibe un correo así al día por cuenta. Todas las peticiones están en la lista.

## How an organization shows itself

branding-title = Imagen de marca
branding-lead = Lo que su gente ve de su organización una vez que la contraseña es correcta: en las páginas, en los correos y en las cartas. Antes ve la del portal.
branding-read-only = Solo los administradores pueden cambiar esto.
branding-look = Nombre y color
branding-name-label = Nombre de la organización
branding-name-hint = Tal como lo conoce su gente. Figura en la parte superior de sus páginas y correos.
branding-accent-label = Color de acento (opcional)
branding-accent-hint = Como en su guía de estilo, por ejemplo #c8102e. Lo llevan los botones y los enlaces. Si se deja vacío, tienen el color del portal.
branding-accent-light = En páginas claras
branding-accent-dark = En páginas oscuras
branding-accent-darker = Más oscuro que el elegido, para que todos puedan leerlo.
branding-accent-lighter = Más claro que el elegido, para que todos puedan leerlo.
branding-save = Guardar
branding-saved = El nombre y el color se han guardado
branding-saved-next = Su gente los ve desde su próxima página.
problem-not-a-color = Escríbalo como #c8102e: seis caracteres, cada uno de 0 a 9 o de a a f.
event-branding-changed = Se establecieron el nombre y el color de la organización: { $name }, { $color }.
event-branding-without-color = Se estableció el nombre de la organización: { $name }. No tiene color propio.
contacts-title = Contactos
contacts-what = A quién debe preguntar su gente cuando necesita ayuda.
contacts-none = Su organización aún no tiene contactos propios
contacts-none-next = Hasta entonces, su gente ve los de todo el portal:
contacts-none-anywhere = El portal tampoco, así que nadie sabe a quién preguntar. Añada el teléfono o la dirección de su servicio de asistencia.
contacts-add = Añadir un contacto
contacts-full = Hay tantos contactos como se pueden ofrecer. Elimine uno antes de añadir otro.
contact-edit = Editar
contact-up = Subir
contact-down = Bajar
contact-delete = Eliminar
contact-save = Guardar
contact-label-label = Nombre
contact-label-hint = Quién responde, por ejemplo Asistencia o Recepción.
contact-phone-label = Teléfono (opcional)
contact-phone-hint = Tal como se lee, con la opción del menú: +34 91 555 01 00, opción 2. En un teléfono, el número es un enlace.
contact-mail-label = Correo electrónico (opcional)
contact-mail-hint = Una dirección cuyos correos lee alguien.
contact-hours-label = Horario (opcional)
contact-hours-hint = Por ejemplo, de lunes a viernes, de 8:00 a 17:00.
contact-note-label = Nota (opcional)
contact-note-hint = Cualquier otra cosa, por ejemplo un despacho.
contact-unreachable = Solo con esto no se localiza a nadie. Indique un teléfono, una dirección de correo o una nota.
contact-stale = Otra persona lo ha cambiado mientras tanto. Ábralo de nuevo y haga después su cambio.
contact-delete-title = Eliminar este contacto
contact-delete-what = A su gente ya no se le dirá que pregunte allí.
contact-delete-last = Es el único contacto de su organización. Después, a su gente se le dirá que pregunte a los contactos de todo el portal.
event-contacts-changed = Se cambiaron los contactos de la organización. Ahora son: { $contacts }.
event-contacts-ended = Se eliminaron los contactos de la organización. En su lugar se muestran los de todo el portal.

## Several organizations at once

everywhere-people = Todas las organizaciones
everywhere-people-what = Una búsqueda entre las personas de cada organización en la que tiene un rol.
everywhere-more = Mostrar todo
everywhere-more-places = Se recorren cien organizaciones cada vez.
everywhere-next-places = Organizaciones siguientes
everywhere-requests = Peticiones de todas las organizaciones
everywhere-requests-what = Lo que los miembros piden al servicio de asistencia en cada organización en la que usted ayuda. La más antigua va primero.
everywhere-more-requests = Esperan más de las que se muestran. Responda a estas o abra la lista de una organización.
event-role-elsewhere = Se dio un rol en la organización { $organization }: { $role }.
event-role-elsewhere-ended = Se retiró el rol en la organización { $organization }.
event-outsider-role = { $login }, de otra organización, recibió un rol aquí: { $role }.
event-outsider-role-ended = { $login }, de otra organización, ya no tiene ningún rol aquí.

## Many people at once

access-many = Invitar a muchos
many-invite = Invitar a muchas personas
many-invite-what = Una persona en cada línea. Puede pegar filas de una hoja de cálculo o de una libreta de direcciones. No se invita a nadie antes de que usted haya visto la lista.
many-people-hint = Por ejemplo { $example }, o un nombre, una dirección y un nombre de inicio de sesión separados por comas o tabuladores. Sin nombre de inicio de sesión vale lo que está antes de la @. Hasta { $most } líneas.
many-import = Importar personas
many-import-what = Una tabla con una línea por persona, como la da { $name }. Quien ya está se cambia según su línea; a los demás se los invita. No pasa nada antes de que usted haya visto qué pasaría.
many-table = Tabla
many-table-hint = La primera línea nombra las columnas: { $columns }. Entre ellas, comas, puntos y comas o tabuladores. Hasta { $most } líneas.
many-file = Archivo (opcional)
many-file-hint = CSV en UTF-8, hasta 2 MB. Si lo hay, cuenta el archivo y no la tabla de abajo.
many-by = Cómo se invita
many-by-import = Cómo se invita a quien aún no está
many-by-mail = Por correo, con un enlace que vale tres días
many-by-paper = En papel, con una carta para entregar a cada persona
many-days = Días que valen las cartas
many-days-hint = De 1 a { $most }. Los enlaces por correo valen tres días.
many-check = Comprobar la lista
many-change-list = Cambiar la lista
many-line = Línea
many-what = Qué pasaría
many-look = Todavía no ha pasado nada. Repase primero la lista.
many-differs = Algo ha cambiado entretanto y no se hizo nada. Esto es lo que pasaría ahora.
many-wrong = No se hizo nada: hay líneas que revisar
many-nothing = No hay nada que hacer: todo está ya así
many-too-much = No se hizo nada: esto afectaría a más de { $most } personas a la vez. Divida la lista.
many-count-invited =
    { $count ->
        [one] Se invitaría a { $count } persona
       *[other] Se invitaría a { $count } personas
    }
many-count-changed =
    { $count ->
        [one] Se cambiaría a { $count } persona
       *[other] Se cambiaría a { $count } personas
    }
many-count-same =
    { $count ->
        [one] { $count } línea dice lo que ya es así
       *[other] { $count } líneas dicen lo que ya es así
    }
many-count-wrong =
    { $count ->
        [one] { $count } línea no se puede aceptar
       *[other] { $count } líneas no se pueden aceptar
    }
many-more =
    { $count ->
        [one] No se muestra { $count } línea más.
       *[other] No se muestran { $count } líneas más.
    }
many-unread = Estas columnas no se leen: { $columns }
many-invited = Recibe una invitación
many-invited-again = Recibe otra invitación; la que está abierta termina
many-name-changes = Nombre: { $from } pasa a ser { $to }
many-address-changes = Dirección: { $from } pasa a ser { $to }
many-address-added = Dirección: se añade { $to }
many-address-removed = Dirección: se quita { $from }
many-no-login-name = No hay nombre de inicio de sesión, y de la dirección no sale ninguno. Añada uno.
many-fields = Esta línea tiene más o menos campos de los que corresponden.
many-line-break = Un campo ocupa varias líneas. Busque unas comillas que no estén cerradas.
many-twice = La línea { $line } ya tiene este nombre de inicio de sesión.
many-address-twice = La línea { $line } ya tiene esta dirección.
many-no-address = Sin dirección no llega ningún correo. Añada una, o elija papel.
many-just-mailed = Hace menos de un minuto se envió una invitación. Espere un poco.
many-denied = Usted no puede cambiar a esta persona.
many-frozen = Esta cuenta está congelada. Descongélela primero.
many-prove = Esto exige una nueva prueba de que es usted. Désela en otra pestaña y vuelva para seguir aquí.
many-prove-link = Confirmar que es usted
many-confirm-invite =
    { $count ->
        [one] Invitar a esta persona
       *[other] Invitar a estas { $count } personas
    }
many-confirm-import = Importar exactamente esto
many-done = Hecho
many-done-mailed =
    { $count ->
        [one] { $count } invitación está en camino.
       *[other] { $count } invitaciones están en camino.
    }
many-done-changed =
    { $count ->
        [one] Se cambió a { $count } persona.
       *[other] Se cambió a { $count } personas.
    }
many-unread-all = No se pudo leer nada
many-empty = Todavía no hay nadie.
many-too-large = Ocupa más de { $megabytes } MB. Divídalo.
many-too-many-lines = Tiene más de { $most } líneas. Divídalo.
many-not-text = No es texto en UTF-8. En su hoja de cálculo, guárdelo como «CSV UTF-8».
many-no-headings = La primera línea debe nombrar las columnas, así: { $columns }
many-heading-twice = La primera línea nombra dos veces la columna { $column }.
letters-title =
    { $count ->
        [one] { $count } carta
       *[other] { $count } cartas
    }
letters-only-now = Estas cartas solo se muestran ahora
letters-only-now-next = Imprímalas antes de salir de la página; cada una tiene su propia hoja. Entréguelas en persona: quien tenga un código puede pasar a ser titular de la cuenta.
## Grupos

groups-title = Grupos
groups-lead = Lo que usted da a un grupo, una aplicación o un ordenador remoto, lo recibe cada persona del grupo mientras esté en él.
groups-none = Aún no hay grupos
groups-none-next = Cree uno para cada equipo que usa las mismas cosas.
groups-add = Crear un grupo
group-page = Grupo
group-name-hint = Como lo llama su gente, por ejemplo Ventas.
group-members = { $people ->
    [one] Una persona
   *[other] { $people } personas
}
group-opens = Lo que abre
group-opens-nothing = Todavía no se le ha dado nada. Elíjalo donde se dice quién ve una aplicación o puede iniciar sesión.
group-nobody = Aún no hay nadie en él
group-nobody-next = Quien se añade ve enseguida lo que se ha dado al grupo.
group-add-people = Añadir personas
group-people-hint = Uno en cada línea, por ejemplo ann. Reciben enseguida lo que se ha dado al grupo.
group-too-many = Son más de { $most } personas. Añádalas por partes.
group-joined = En él desde el { $date }
group-take-out = Sacar
group-rename = Cambiar el nombre
group-delete = Eliminar el grupo
group-delete-what = No se elimina ninguna cuenta. Lo que solo se ha dado a este grupo, ya nadie lo ve ni lo abre:
group-in-list = { $group } (grupo)
whom-chosen = Solo los grupos y las personas elegidos aquí
event-group-added = Se creó el grupo { $group }.
event-group-renamed = El grupo { $from } se llama ahora { $to }.
event-group-removed = Se eliminó el grupo { $group }.
event-group-joined = Le añadieron al grupo { $group }.
event-group-left = Le sacaron del grupo { $group }.
## Support codes

support-code = Código de asistencia
support-code-what = Léaselo al servicio de asistencia: verá qué ha pasado aquí sin preguntarle nada. Vale siete días.
support-fault-what = Indíquelo también: quien administra el portal encuentra con él, en el registro del programa, qué falló.
support-look-label = Código de asistencia
support-look-hint = Quien llama lo lee en la página: cinco letras y cifras, como { $example }.
support-look = Consultar
support-nobodys-what = Aquí están los códigos de nombres de usuario e invitaciones que nadie tiene y de redes que tuvieron que esperar. Todos los demás se consultan en la organización de la persona.
support-when = Cuándo
support-none = Con este código no se encuentra ningún rechazo
support-none-next = Pida que se lo lean otra vez. Un código vale siete días. Los códigos de nombres de usuario e invitaciones que nadie tiene y de redes que deben esperar solo los ve quien administra el portal.
support-none-next-nobodys = Pida que se lo lean otra vez. Un código vale siete días. El código de una persona se consulta en su organización. El código de un fallo del propio portal lleva a una línea del registro del programa.
support-next-login-unknown = Ninguna cuenta tiene el nombre de usuario introducido. No se guarda, porque puede ser una contraseña en el campo equivocado. Pida que se lo deletreen y compárelo con la lista de personas de la organización.
support-next-password-wrong = La contraseña era otra. Pida que la escriba de nuevo, con cuidado con las mayúsculas y el idioma del teclado. Quien la haya olvidado obtiene una nueva desde la página de inicio de sesión o con un código de restablecimiento que usted le dé.
support-next-suspended = La contraseña era correcta, pero la cuenta está suspendida, y la página no lo dijo. Quien administra la organización puede volver a activarla.
support-next-delayed = Antes hubo demasiados errores, así que nadie comprobó este intento: puede que incluso fuera correcto. La espera termina por sí sola a la hora indicada abajo. Cuando sepa quién llama, puede terminarla enseguida.
support-next-closed = Tras cincuenta códigos incorrectos seguidos, esta vía se cerró. Puede volver a abrirla cuando sepa quién llama. Si la persona no escribió esos códigos, alguien más conoce la contraseña: hay que cambiarla.
support-next-clock-slow = El código había sido correcto unos minutos antes: el reloj del teléfono va atrasado. Con la hora automática activada en los ajustes del teléfono, el siguiente código vale.
support-next-clock-fast = El código era de los minutos siguientes: el reloj del teléfono va adelantado. Con la hora automática activada en los ajustes del teléfono, el siguiente código vale.
support-next-app-used = El código era correcto, pero ya había valido una vez. El siguiente, en menos de medio minuto, vale de nuevo.
support-next-app-wrong = No era el código de la aplicación en ese momento. Pida que abra la entrada de { $place }, espere un código nuevo y lo escriba. Si el teléfono es nuevo o se borró la entrada, ningún código puede ser correcto: entonces hay que eliminar la configuración de MFA.
support-next-recovery-used = Este código de recuperación ya se había usado. El siguiente de la lista vale.
support-next-recovery-wrong = No es uno de los códigos que valen ahora. Si hay dos listas, solo vale la más reciente.
support-next-email = No era el código del correo más reciente, o ese ya no valía: dura cinco minutos y cinco intentos. Desde la misma página se puede enviar otro.
support-next-help-desk-code = No era un código suyo que valga ahora. Cada uno vale una vez, hasta que termina su tiempo, y para cinco intentos. Compárelo carácter por carácter o dé uno nuevo.
support-next-network = De la red { $network } llegaron demasiadas respuestas incorrectas, así que no se comprueba nada de allí hasta { $until }. Si es una de sus oficinas, nómbrela en { $setting } en la configuración.
problem-not-a-support-code = Un código de asistencia tiene cinco letras y cifras, con un guion después de la segunda.

# Logotipos

logo-title = Logotipo
logo-none = Todavía ninguno. Junto al nombre figura el emblema del portal.
logo-add = Añadir un logotipo
logo-change = Cambiar el logotipo
logo-remove = Quitar el logotipo
logo-remove-what = Su gente vuelve a ver el emblema del portal junto al nombre desde su próxima página. El archivo no se conserva.
logo-lead = Figura en la parte superior de las páginas de su gente una vez que la contraseña es correcta. Los correos no lo llevan.
logo-file = Archivo
logo-file-hint = SVG, o PNG de { $side } × { $side } puntos como máximo, hasta { $kilobytes } KB. Tome el que está hecho para papel blanco: se muestra sobre blanco, también en páginas oscuras.
logo-shape = Un logotipo al menos tres veces más ancho que alto se toma por el propio nombre y figura solo. Junto a cualquier otro figura el nombre.
logo-upload = Subir el logotipo
logo-saved = El logotipo se ha guardado
logo-saved-next = Su gente lo ve desde su próxima página.
logo-faint = El logotipo apenas se ve
logo-faint-next = Los logotipos figuran sobre blanco, tanto en las páginas claras como en las oscuras, y casi nada en este es más oscuro. Suba la versión hecha para papel blanco.
logo-removed = El logotipo se ha quitado
logo-left-out = Algo del dibujo se ha dejado fuera
logo-left-out-next = Si abajo echa algo en falta, guarde el logotipo como PNG y suba ese archivo.
logo-left-script = Scripts: un logotipo no ejecuta nada.
logo-left-animation = Animaciones: un logotipo no se mueve.
logo-left-text = Texto, que se vería distinto en cada dispositivo. Conviértalo en trazados en su programa de dibujo.
logo-left-picture = Imágenes dentro del dibujo.
logo-left-effect = Efectos: filtros, máscaras, patrones, marcadores o guiones.
logo-left-reference = Enlaces y todo lo que se habría cargado de otro sitio.
logo-left-style = Estilos que no son sencillos.
logo-left-other = Otras partes que no se dibujan.
logo-refused = El archivo no se ha aceptado
logo-refused-missing = Elija primero un archivo.
logo-refused-large = Es demasiado grande. Guárdelo más pequeño, con { $kilobytes } KB como máximo, y vuelva a subirlo.
logo-refused-kind = No es ni SVG ni PNG, diga lo que diga su nombre. Ábralo en un programa de dibujo y guárdelo como PNG.
logo-refused-damaged = Está dañado o termina demasiado pronto. Guárdelo otra vez y súbalo después.
logo-refused-points = Tiene demasiados puntos. Guárdelo con { $side } × { $side } como máximo y vuelva a subirlo.
logo-refused-busy = Otras personas están subiendo logotipos en este momento. Elija el archivo otra vez y vuelva a subirlo.
logo-refused-document-type = Trae un tipo de documento, en el que puede esconderse algo dañino. Guárdelo como SVG simple o como PNG.
logo-refused-complex = Tiene más partes de las que necesita un logotipo. Simplifíquelo o guárdelo como PNG.
logo-refused-size = No dice qué tamaño tiene. Guárdelo con anchura y altura, o como PNG.
logo-refused-nothing = Nada de lo que contiene se puede dibujar aquí. Si está hecho de texto o imágenes, conviértalos en trazados o guárdelo como PNG.
event-logo-changed = Se cambió el logotipo de la organización ({ $kind }, { $width } × { $height }).
event-logo-removed = Se quitó el logotipo de la organización.
event-sign-in-frozen = La cuenta está bloqueada, así que el inicio de sesión no continuó.
event-sign-in-nothing = Se pedía un segundo paso y la cuenta no tiene nada que se pueda pedir.
support-next-frozen = La persona, o alguien con acceso a su correo, dijo «No he sido yo». Nada cambia en la cuenta hasta que usted la desbloquee. Averigüe primero qué pasó.
support-next-nothing = Lo que esta cuenta podría demostrar no está permitido o ya no existe. Un código de configuración abre la configuración de un dispositivo.
event-asked-too-often-reset = Desde una red se pidieron demasiadas veces enlaces a una contraseña nueva, así que durante un tiempo no se envía ninguno pedido desde allí.
event-asked-too-often-help = Desde una red se acudió demasiadas veces al servicio de asistencia, así que durante un tiempo no le llega nada de allí.
event-asked-too-often-account = Se pidió al servicio de asistencia más de lo que le llega de una cuenta en un día.
event-asked-too-often-email-code = Se pidió un código por correo antes de que terminara la espera para el siguiente.
event-asked-too-often-address = Se pidieron enlaces a otra dirección de correo más veces de las que se envían en una hora.
event-invitation-unknown = Se escribió un código que no abre ninguna invitación.
event-invitation-over = Se escribió el código de la invitación para { $login }, que ya se usó o terminó.
support-next-asked-network = Desde la red { $network } se pidió esto tantas veces como se puede en una hora. Se podrá pedir de nuevo a partir de { $until }. Si es una de sus oficinas, nómbrela en { $setting } en la configuración.
support-next-asked-account = Le llegan tres peticiones de una cuenta al día, y esta vino después: no está en ninguna lista. Pregunte de viva voz de qué se trata. La cuenta podrá pedir de nuevo a partir de { $until }.
support-next-asked-email-code = Un código se envía como mucho una vez por minuto y unas pocas veces por hora. El siguiente se envía a partir de { $until }. Si no llega ninguno, compruebe que la dirección registrada es correcta y haga mirar en la carpeta de correo no deseado.
support-next-asked-address = Para una cuenta se envían cinco enlaces por hora. El siguiente se envía a partir de { $until }. Compruebe que la dirección se escribió bien.
support-next-invitation-unknown = Ninguna invitación tiene el código escrito, o terminó hace más de un mes. No se guarda. Pida que lo comparen con la carta carácter por carácter, o invite de nuevo a la persona.
support-next-invitation-over = Esta invitación se aceptó, se retiró, dejó paso a una más nueva o llegó a su fin. Si { $login } aún no está entre las personas de la organización, invite de nuevo a la persona.
event-act-denied = Se pidió algo que el rol no permite: { $act }. No se hizo.
permission-see-people = leer la lista de personas
permission-see-audit = leer el registro de auditoría
permission-invite = invitar a personas
permission-accounts = cambiar la cuenta de otra persona
permission-policy = cambiar la política
permission-applications = cambiar las aplicaciones
permission-branding = cambiar el nombre, el logotipo o los contactos
permission-groups = cambiar los grupos
permission-remote-logon = cambiar el inicio de sesión remoto
permission-help = ayudar a alguien
support-next-act-denied = El rol de esta persona no lo permite, o no con esta cuenta. Quien tenga un rol superior puede hacerlo, o darle uno que lo permita.
access-factor-suspended = Factor suspendido
method-apps = { $count ->
    [one] Aplicación
   *[other] { $count } aplicaciones
}
method-recovery = { $count ->
    [one] 1 código de recuperación
   *[other] { $count } códigos de recuperación
}
access-invited = Personas invitadas
access-next-invitations = Más invitaciones
access-invitations-none-found = No hay nadie invitado con una palabra del nombre, del nombre de usuario o de la dirección que empiece así.
support-elsewhere = Por casualidad, el mismo código lleva a otro rechazo en otro lugar. Si este no es el de la llamada, mire allí:
support-elsewhere-only = El código lleva a rechazos en varios lugares, y a ninguno aquí. Elija el de la llamada:
support-elsewhere-nobodys = Nombres de usuario que nadie tiene, y redes
outsiders-title = De otras organizaciones
outsiders-what = Personas de otras organizaciones que trabajan aquí, como los técnicos de un proveedor. Lo que hacen consta en el registro de auditoría de esta organización. Quien gestiona todo el portal también puede trabajar aquí y no está en esta lista.
outsiders-nobody = Nadie de otra organización tiene un rol aquí.
outsiders-nobody-next = Un rol así lo da quien gestiona el portal.
outsiders-count = { $people ->
    [one] Una persona de otra organización tiene un rol aquí.
   *[other] { $people } personas de otras organizaciones tienen un rol aquí.
  }
outsiders-see = Ver quiénes
outsiders-until = Termina
outsiders-for-good = Sin fin
outsiders-lend = Dar un rol a alguien de otra organización
outsiders-lend-what = La persona recibe este rol aquí en lugar del que tuviera, desde su próxima página. Se le avisa por correo, y consta en los registros de auditoría de ambas organizaciones.
outsiders-login-label = Nombre de inicio de sesión
outsiders-login-hint = Con el nombre corto de la organización de la persona, por ejemplo ann@acme.
outsiders-until-hint = Después, el rol termina por sí solo. Déjelo vacío para un rol sin fin.
outsiders-take = Retirar el rol
outsiders-take-what = Desde su próxima página, la persona no ve nada de esta organización. Se le avisa por correo, y consta en los registros de auditoría de ambas organizaciones.
problem-nobody-elsewhere = Nadie de otra organización tiene ese nombre de inicio de sesión. Escríbalo con el nombre corto de la organización, por ejemplo ann@acme. Para su propia gente, cambie el rol en su página.
event-outsider-suspended = { $login }, de otra organización y con un rol aquí, fue suspendido.
event-outsider-activated = { $login }, de otra organización y con un rol aquí, fue activado de nuevo.
event-outsider-deleted = { $login }, de otra organización y con un rol aquí, fue eliminado, y el rol con la cuenta.
event-outsider-organization-suspended = La organización de { $login }, con un rol aquí, fue suspendida.
event-outsider-organization-activated = La organización de { $login }, con un rol aquí, fue activada de nuevo.
event-outsider-organization-deleted = La organización de { $login }, con un rol aquí, fue eliminada, y el rol terminó.
invite-days = Días de validez de la carta
invite-days-hint = De 1 a { $most }.
