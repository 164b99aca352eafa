# Portcullis بالعربية.
#
# قل أولًا ما حدث، ثم ما ينبغي فعله. كلمة واحدة لكل شيء: تطبيق المصادقة، الجهاز، الرمز، رمز الاسترداد،
# اسم الدخول، الحساب، مكتب المساعدة. ما يُكتب بحروف لاتينية ويبدأ برقم أو علامة يُعزل عن السطر.

## Around every page

skip = الانتقال إلى المحتوى
contacts-heading = هل تحتاج إلى مساعدة؟
contacts-sign-in = ألا تستطيع تسجيل الدخول؟
menu-account = تعديل الملف الشخصي
menu-applications = التطبيقات
menu-administration = الإدارة
menu-sign-out = تسجيل الخروج
wait-over = يمكنك المتابعة الآن.
cancel = إلغاء
copy = نسخ
copied = تم النسخ
download = تنزيل
print = طباعة
finish = إنهاء
never = أبدًا

## Numbers and times

number = { $number }
when-just-now = الآن
when-minutes-ago =
    { $minutes ->
        [zero] قبل { $minutes } دقيقة
        [one] قبل دقيقة واحدة
        [two] قبل دقيقتين
        [few] قبل { $minutes } دقائق
        [many] قبل { $minutes } دقيقة
       *[other] قبل { $minutes } دقيقة
    }
when-days-ago =
    { $days ->
        [zero] قبل { $days } يوم
        [one] قبل يوم واحد
        [two] قبل يومين
        [few] قبل { $days } أيام
        [many] قبل { $days } يومًا
       *[other] قبل { $days } يوم
    }
when-today = اليوم الساعة { $clock }
when-yesterday = أمس الساعة { $clock }
when-tomorrow = غدًا الساعة { $clock }
when-ahead = { $date }، الساعة { $clock }
when-exact = { $date }، { $clock }
clock =
    { $half ->
        [am] { $hour-of-half }:{ $minute } ص
       *[pm] { $hour-of-half }:{ $minute } م
    }
clock-exact =
    { $half ->
        [am] { $hour-of-half }:{ $minute }:{ $second } ص
       *[pm] { $hour-of-half }:{ $minute }:{ $second } م
    }
date = { $day } { $month } { $year }
month =
    { $month ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    }

## Signing in

sign-in-title = تسجيل الدخول
login-label = البريد الإلكتروني أو اسم الدخول
login-hint = مثل ann@example.com أو ann@acme
password-label = كلمة المرور
password-show = إظهار كلمة المرور
password-hide = إخفاء كلمة المرور
log-in = تسجيل الدخول
have-invitation = لديّ دعوة
sign-in-refused = اسم الدخول وكلمة المرور غير متطابقين
sign-in-refused-next = تحقق من أخطاء الكتابة ومن مفتاح الأحرف الكبيرة، ثم حاول مرة أخرى. وإذا بدا كل شيء صحيحًا فاسأل من يتولى أمر حسابك هنا.
sign-in-delayed = محاولات كثيرة جدًا باسم الدخول هذا
sign-in-delayed-next =
    { $seconds ->
        [zero] حاول مرة أخرى بعد { $seconds } ثانية، الساعة { $until }. وحتى ذلك الحين لا تُفحص أي كلمة مرور.
        [one] حاول مرة أخرى بعد ثانية واحدة، الساعة { $until }. وحتى ذلك الحين لا تُفحص أي كلمة مرور.
        [two] حاول مرة أخرى بعد ثانيتين، الساعة { $until }. وحتى ذلك الحين لا تُفحص أي كلمة مرور.
        [few] حاول مرة أخرى بعد { $seconds } ثوانٍ، الساعة { $until }. وحتى ذلك الحين لا تُفحص أي كلمة مرور.
        [many] حاول مرة أخرى بعد { $seconds } ثانية، الساعة { $until }. وحتى ذلك الحين لا تُفحص أي كلمة مرور.
       *[other] حاول مرة أخرى بعد { $seconds } ثانية، الساعة { $until }. وحتى ذلك الحين لا تُفحص أي كلمة مرور.
    }
sign-in-delayed-next-minutes =
    { $minutes ->
        [zero] حاول مرة أخرى بعد { $minutes } دقيقة، الساعة { $until }. وحتى ذلك الحين لا تُفحص أي كلمة مرور.
        [one] حاول مرة أخرى بعد دقيقة واحدة، الساعة { $until }. وحتى ذلك الحين لا تُفحص أي كلمة مرور.
        [two] حاول مرة أخرى بعد دقيقتين، الساعة { $until }. وحتى ذلك الحين لا تُفحص أي كلمة مرور.
        [few] حاول مرة أخرى بعد { $minutes } دقائق، الساعة { $until }. وحتى ذلك الحين لا تُفحص أي كلمة مرور.
        [many] حاول مرة أخرى بعد { $minutes } دقيقة، الساعة { $until }. وحتى ذلك الحين لا تُفحص أي كلمة مرور.
       *[other] حاول مرة أخرى بعد { $minutes } دقيقة، الساعة { $until }. وحتى ذلك الحين لا تُفحص أي كلمة مرور.
    }
address-delayed = إجابات خاطئة كثيرة جدًا من شبكتك
address-delayed-next =
    { $seconds ->
        [zero] حاول مرة أخرى بعد { $seconds } ثانية، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي شيء يأتي منها. قد يستخدم آخرون شبكتك؛ فإن لم تكن أنت من فعل ذلك فأخبر مكتب المساعدة.
        [one] حاول مرة أخرى بعد ثانية واحدة، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي شيء يأتي منها. قد يستخدم آخرون شبكتك؛ فإن لم تكن أنت من فعل ذلك فأخبر مكتب المساعدة.
        [two] حاول مرة أخرى بعد ثانيتين، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي شيء يأتي منها. قد يستخدم آخرون شبكتك؛ فإن لم تكن أنت من فعل ذلك فأخبر مكتب المساعدة.
        [few] حاول مرة أخرى بعد { $seconds } ثوانٍ، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي شيء يأتي منها. قد يستخدم آخرون شبكتك؛ فإن لم تكن أنت من فعل ذلك فأخبر مكتب المساعدة.
        [many] حاول مرة أخرى بعد { $seconds } ثانية، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي شيء يأتي منها. قد يستخدم آخرون شبكتك؛ فإن لم تكن أنت من فعل ذلك فأخبر مكتب المساعدة.
       *[other] حاول مرة أخرى بعد { $seconds } ثانية، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي شيء يأتي منها. قد يستخدم آخرون شبكتك؛ فإن لم تكن أنت من فعل ذلك فأخبر مكتب المساعدة.
    }
address-delayed-next-minutes =
    { $minutes ->
        [zero] حاول مرة أخرى بعد { $minutes } دقيقة، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي شيء يأتي منها. قد يستخدم آخرون شبكتك؛ فإن لم تكن أنت من فعل ذلك فأخبر مكتب المساعدة.
        [one] حاول مرة أخرى بعد دقيقة واحدة، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي شيء يأتي منها. قد يستخدم آخرون شبكتك؛ فإن لم تكن أنت من فعل ذلك فأخبر مكتب المساعدة.
        [two] حاول مرة أخرى بعد دقيقتين، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي شيء يأتي منها. قد يستخدم آخرون شبكتك؛ فإن لم تكن أنت من فعل ذلك فأخبر مكتب المساعدة.
        [few] حاول مرة أخرى بعد { $minutes } دقائق، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي شيء يأتي منها. قد يستخدم آخرون شبكتك؛ فإن لم تكن أنت من فعل ذلك فأخبر مكتب المساعدة.
        [many] حاول مرة أخرى بعد { $minutes } دقيقة، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي شيء يأتي منها. قد يستخدم آخرون شبكتك؛ فإن لم تكن أنت من فعل ذلك فأخبر مكتب المساعدة.
       *[other] حاول مرة أخرى بعد { $minutes } دقيقة، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي شيء يأتي منها. قد يستخدم آخرون شبكتك؛ فإن لم تكن أنت من فعل ذلك فأخبر مكتب المساعدة.
    }
signed-out = تم تسجيل خروجك
signed-out-next = على حاسوب مشترك، أغلِق نافذة المتصفح أيضًا.
sign-in-ended = انتهى تسجيل دخولك
sign-in-ended-next = استغرق وقتًا طويلًا، أو لم تعد مسجّل الدخول. لم يتغيّر شيء. ابدأ هنا من جديد.
signing-in-as = تسجيل الدخول باسم { $who }
not-you = لست أنت؟

## The app’s code

code-title = أدخِل الرمز
code-title-refused = لم يُقبل الرمز
code-heading = أدخِل الرمز من تطبيقك
code-explanation = يعرض تطبيق المصادقة ستة أرقام خاصة بـ { $place }.
step-up-heading = أكِّد أنك أنت
step-up-recovery-codes = رموز الاسترداد الجديدة تفتح حسابك، لذلك يلزم أولًا رمز من تطبيق المصادقة.
step-up-administration = تطلب الإدارة رمزًا من تطبيق المصادقة، في البداية ومرة أخرى بعد غياب.
step-up-devices = أجهزتك تفتح حسابك، لذلك يحتاج تغييرها إلى تأكيد جديد بأنك أنت.
step-up-end-mfa = يحتاج إيقاف MFA إلى تأكيد جديد بأنك أنت.
step-up-password = تحتاج كلمة المرور الجديدة إلى تأكيد جديد بأنك أنت.
step-up-address = يحتاج العنوان الجديد إلى تأكيد جديد بأنك أنت.
step-up-record = ما هو محفوظ عنك لك وحدك، لذلك يحتاج إلى تأكيد جديد بأنك أنت.
step-up-people = ما يخص حسابات أشخاص آخرين يحتاج إلى تأكيد جديد بأنك أنت، برمز من تطبيقك.
code-label = أدخِل الرمز هنا
submit-code = إرسال الرمز
code-wrong = ليس هذا هو الرمز الذي يعرضه التطبيق الآن
code-wrong-next = انتظر حتى يعرض التطبيق رمزًا جديدًا، ثم أدخِله.
code-wrong-tip-entry = هل في التطبيق عدة إدخالات؟ خذ الإدخال الخاص بـ { $place }.
code-wrong-tip-clock = ما زال لا يُقبل؟ فعِّل الوقت التلقائي في إعدادات هاتفك: فالرموز تعتمد على ساعته.
code-clock-slow =
    { $minutes ->
        [zero] ساعة هاتفك متأخرة بنحو { $minutes } دقيقة
        [one] ساعة هاتفك متأخرة بنحو دقيقة واحدة
        [two] ساعة هاتفك متأخرة بنحو دقيقتين
        [few] ساعة هاتفك متأخرة بنحو { $minutes } دقائق
        [many] ساعة هاتفك متأخرة بنحو { $minutes } دقيقة
       *[other] ساعة هاتفك متأخرة بنحو { $minutes } دقيقة
    }
code-clock-fast =
    { $minutes ->
        [zero] ساعة هاتفك متقدمة بنحو { $minutes } دقيقة
        [one] ساعة هاتفك متقدمة بنحو دقيقة واحدة
        [two] ساعة هاتفك متقدمة بنحو دقيقتين
        [few] ساعة هاتفك متقدمة بنحو { $minutes } دقائق
        [many] ساعة هاتفك متقدمة بنحو { $minutes } دقيقة
       *[other] ساعة هاتفك متقدمة بنحو { $minutes } دقيقة
    }
code-clock-next = فعِّل الوقت التلقائي في إعدادات الهاتف، وانتظر حتى يعرض التطبيق رمزًا جديدًا، ثم أدخِله.
code-clock-tip-old = أم كان رمزًا رأيته قبل بضع دقائق؟ لا يُحسب إلا الرمز الذي يعرضه التطبيق الآن.
code-is-recovery-code = يبدو هذا رمز استرداد
code-is-recovery-code-next = المطلوب هنا أرقام التطبيق الستة. لاستخدام رمز استرداد، اختر «جرّب طريقة أخرى» أدناه.
code-not-six-digits = يتكوّن الرمز من ستة أرقام
code-not-six-digits-next = أدخِل فقط الأرقام التي يعرضها التطبيق الآن. ولا بأس بمسافة بينها.
code-already-used = سبق استخدام هذا الرمز
code-already-used-next =
    { $seconds ->
        [zero] كل رمز يعمل مرة واحدة. انتظر الرمز التالي (بعد { $seconds } ثانية).
        [one] كل رمز يعمل مرة واحدة. انتظر الرمز التالي (بعد ثانية واحدة).
        [two] كل رمز يعمل مرة واحدة. انتظر الرمز التالي (بعد ثانيتين).
        [few] كل رمز يعمل مرة واحدة. انتظر الرمز التالي (بعد { $seconds } ثوانٍ).
        [many] كل رمز يعمل مرة واحدة. انتظر الرمز التالي (بعد { $seconds } ثانية).
       *[other] كل رمز يعمل مرة واحدة. انتظر الرمز التالي (بعد { $seconds } ثانية).
    }
code-delayed = رموز كثيرة جدًا لم تكن صحيحة
code-delayed-next =
    { $seconds ->
        [zero] حاول مرة أخرى بعد { $seconds } ثانية، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي رمز.
        [one] حاول مرة أخرى بعد ثانية واحدة، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي رمز.
        [two] حاول مرة أخرى بعد ثانيتين، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي رمز.
        [few] حاول مرة أخرى بعد { $seconds } ثوانٍ، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي رمز.
        [many] حاول مرة أخرى بعد { $seconds } ثانية، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي رمز.
       *[other] حاول مرة أخرى بعد { $seconds } ثانية، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي رمز.
    }
code-delayed-next-minutes =
    { $minutes ->
        [zero] حاول مرة أخرى بعد { $minutes } دقيقة، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي رمز.
        [one] حاول مرة أخرى بعد دقيقة واحدة، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي رمز.
        [two] حاول مرة أخرى بعد دقيقتين، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي رمز.
        [few] حاول مرة أخرى بعد { $minutes } دقائق، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي رمز.
        [many] حاول مرة أخرى بعد { $minutes } دقيقة، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي رمز.
       *[other] حاول مرة أخرى بعد { $minutes } دقيقة، الساعة { $until }. وحتى ذلك الحين لا يُفحص أي رمز.
    }
code-suspended = رموز التطبيق مغلقة لهذا الحساب
code-suspended-next = خمسون رمزًا متتاليًا لم تكن صحيحة. استخدم رمز استرداد، أو اطلب من مكتب المساعدة فتح هذه الطريقة من جديد.
another-way = جرّب طريقة أخرى
another-way-none = لا توجد طريقة أخرى لهذا الحساب. اسأل مكتب المساعدة: يمكنه مساعدتك من دون هاتفك.
use-recovery-code = استخدام رمز استرداد
use-recovery-code-left =
    { $left ->
        [zero] من القائمة التي حفظتها؛ لم يبقَ أي رمز
        [one] من القائمة التي حفظتها؛ بقي رمز واحد
        [two] من القائمة التي حفظتها؛ بقي رمزان
        [few] من القائمة التي حفظتها؛ بقيت { $left } رموز
        [many] من القائمة التي حفظتها؛ بقي { $left } رمزًا
       *[other] من القائمة التي حفظتها؛ بقي { $left } رمز
    }

## A recovery code

recovery-title = استخدام رمز استرداد
recovery-explanation = يحلّ هذه المرة محل رمز التطبيق. كل رمز يعمل مرة واحدة، فاشطبه من قائمتك.
recovery-label = رمز الاسترداد
recovery-hint = 16 حرفًا ورقمًا، مثل {"\u2066"}7KQM-4XPD-H2WN-9TRC{"\u2069"}. لا أهمية للشرطات ولا للأحرف الكبيرة.
recovery-wrong = ليس هذا أحد رموز الاسترداد الخاصة بك
recovery-wrong-next = قارنه بقائمتك مجموعةً مجموعة. وإذا كنت قد أنشأت قائمة أحدث فهي وحدها المعتمدة.
recovery-already-used = سبق استخدام رمز الاسترداد هذا
recovery-already-used-next = اشطبه وخذ رمزًا آخر من القائمة نفسها.
recovery-is-app-code = يبدو هذا رمز التطبيق
recovery-is-app-code-next = المطلوب هنا أحد رموز الاسترداد. أما أرقام التطبيق الستة فتُدخَل في الصفحة السابقة.
recovery-not-a-code = يتكوّن رمز الاسترداد من 16 حرفًا ورقمًا
recovery-not-a-code-next = أدخِل المجموعات الأربع في السطر كلها. أما أرقام التطبيق الستة فتُدخَل في الصفحة السابقة.
recovery-suspended = رموز الاسترداد مغلقة لهذا الحساب
recovery-suspended-next = خمسون رمزًا متتاليًا لم تكن صحيحة. استخدم رمزًا من تطبيقك، أو اسأل مكتب المساعدة.
use-app-code = استخدام رمز من التطبيق
use-app-code-note = ستة أرقام من تطبيق المصادقة

## After a recovery code

replace-title = هل ما زال جهازك معك؟
replace-used =
    { $left ->
        [0] استخدمت آخر رمز استرداد لديك. ستحصل على رموز جديدة عند الإعداد التالي.
        [one] استخدمت رمز استرداد واحدًا. بقي رمز واحد.
        [two] استخدمت رمز استرداد واحدًا. بقي رمزان.
        [few] استخدمت رمز استرداد واحدًا. بقيت { $left } رموز.
        [many] استخدمت رمز استرداد واحدًا. بقي { $left } رمزًا.
       *[other] استخدمت رمز استرداد واحدًا. بقي { $left } رمز.
    }
replace-on-record = هذا هو تطبيق المصادقة المسجَّل لك:
replace-question = إذا فُقد أو أُعيد ضبطه، فأعِدّ جهازًا آخر الآن. يستغرق ذلك نحو دقيقتين.
replace-nothing-left = لم يعد أي تطبيق مصادقة مسجَّلًا. أعِدّ واحدًا الآن كي تتمكن من تسجيل الدخول في المرة القادمة.
replace-replace = إعداد جهاز آخر
replace-keep = ما زال هذا الجهاز معي: متابعة
replace-consequence = يبقى الجهاز القديم معتمدًا حتى يعرض الجديد أول رمز صحيح، ثم يُزال.
replace-several = هذه الأجهزة مسجَّلة لك. إذا فُقد أحدها أو أُعيد ضبطه، فأعِدّ جهازًا آخر مكانه.
replace-keep-all = ما زالت كلها معي: متابعة
replace-consequence-several = يبقى الجهاز معتمدًا حتى يعرض الجديد أول رمز صحيح، ثم يُزال وتبقى الأجهزة الأخرى.

## The wizard

wizard-title = إعداد تطبيق المصادقة: الخطوة { $step } من 3
steps-name = الخطوات
steps-app = احصل على تطبيق
steps-scan = اربط التطبيق
steps-store = احفظ الرموز
steps-done = (تمّت)
app-title = احصل على تطبيق مصادقة
app-because-required = تطلب { $organization } من الجميع خطوة ثانية عند تسجيل الدخول: رمزًا من تطبيق. تُعِدّه مرة واحدة في نحو ثلاث دقائق.
app-because-role = دورك يفتح حسابات أشخاص آخرين، لذلك يحتاج إلى خطوة ثانية: رمز من تطبيق. تُعِدّه مرة واحدة في نحو ثلاث دقائق.
app-because-replacing = أعِدّ الجهاز الذي يحل محل القديم. يبقى القديم معتمدًا حتى يعرض الجديد رمزًا صحيحًا.
app-because-asked = من الآن فصاعدًا سيطلب تسجيل الدخول كلمة المرور ورمزًا من تطبيق. تُعِدّه مرة واحدة في نحو ثلاث دقائق.
app-what = يعرض التطبيق ستة أرقام تتغير كل 30 ثانية. معظم هذه التطبيقات مجانية، ولا يحتاج أي منها إلى شبكة.
app-have-one = لديّ تطبيق بالفعل: متابعة
app-installed = ثبَّتُّ تطبيقًا: متابعة
app-get-one = تطبيقات للاختيار
app-get-one-how = يكفي واحد. ثبِّته، ثم عُد إلى هذه الصفحة وتابع.
app-for-android = تنزيله لنظام Android
app-for-iphone = تنزيله لهاتف iPhone
app-for-computer = تنزيله للحاسوب
app-any = يصلح أي تطبيق آخر أيضًا إذا كان يقرأ المفاتيح المعتادة (معتمدة على الوقت، ستة أرقام، 30 ثانية).
app-ask = هل لديك سؤال عن تطبيق غير مذكور؟ اسأل جهات الاتصال في آخر هذه الصفحة.
app-ask-admin = هل لديك سؤال عن تطبيق غير مذكور؟ اسأل من يدير هذه البوابة.
apps-everywhere = Android وiPhone والحاسوب
apps-phones = Android وiPhone
apps-android = Android
apps-iphone = iPhone
apps-computers = Windows وMac وLinux
apps-open-plus = افتح التطبيق والمس علامة +.
apps-open-add-account = افتح التطبيق واختر «إضافة حساب».
apps-open-add = افتح التطبيق والمس «إضافة».
apps-work-account = اختر «حساب العمل أو المدرسة»، ثم «مسح رمز QR».
apps-use-qr-code = اختر «استخدام رمز QR».
apps-scan-or-type = اختر مسح رمز QR أو كتابة المفتاح.
apps-camera = اسمح باستخدام الكاميرا حتى يتمكن التطبيق من قراءة الرمز في الخطوة التالية.
apps-continue-here = عُد إلى هذه الصفحة وتابع.
apps-1password-item = افتح العنصر الذي يحتوي على بيانات الدخول هذه، وعدِّله.
apps-1password-field = أضِف حقلًا من نوع «كلمة مرور لمرة واحدة». يوضع فيه مفتاح الخطوة التالية.
apps-keepassxc-entry = أنشئ الإدخال الخاص بهذا الدخول أو افتحه.
apps-keepassxc-totp = في قائمته اختر TOTP، ثم «إعداد TOTP». يوضع فيه مفتاح الخطوة التالية.
scan-title = اربط التطبيق
scan-how = في التطبيق، اختر إضافة حساب ووجِّه الكاميرا إلى هذه الصورة.
scan-qr-name = رمز QR فيه مفتاح { $account }
scan-tap = فتح التطبيق على هذا الجهاز
scan-show-key = إظهار المفتاح السري للإعداد اليدوي
scan-issuer = المؤسسة
scan-account = الحساب
scan-kind = نوع المفتاح
scan-kind-is = معتمد على الوقت، ستة أرقام
verify-code = التحقق من رمز MFA
scan-code-hint = الأرقام الستة التي يعرضها التطبيق الآن لـ { $issuer }
enable = تفعيل
scan-good-until = ينتظر هذا المفتاح حتى الساعة { $until }. يمكنك إغلاق الصفحة والبدء من جديد: لا يتغير شيء حتى يصحّ رمز.
scan-trouble = التطبيق لا يقرأ الصورة، أو لا يُقبل رمزه
scan-trouble-clock = فعِّل الوقت التلقائي في إعدادات هاتفك. فالرموز تعتمد على ساعته.
scan-trouble-key = اكتب المفتاح السري بدلًا من استخدام الكاميرا؛ فهو المفتاح نفسه.
scan-trouble-scanner = امسح الرمز من داخل تطبيق المصادقة. وإذا كانت كاميرا الهاتف لا تقرأ مثل هذه الرموز فثبِّت تطبيقًا لمسحها.
scan-trouble-restart = أعِد تشغيل الهاتف، ثم حاول مرة أخرى.
store-title = احفظ رموز الاسترداد
store-what = إذا فُقد هاتفك أو تعطّل، يُدخلك أحد هذه الرموز بدلًا من رمز التطبيق. كل رمز يعمل مرة واحدة.
store-only-now = تُعرض هذه المرة فقط.
store-where = من الأماكن الجيدة ورقة حيث تحفظ جواز سفرك، أو مدير كلمات المرور. أما الهاتف نفسه فلا: فهي بديل عنه.
store-tick = لقد حفظتُ هذه الرموز
store-made = أُنشئت في { $date }
store-paper-advice = اشطب كل رمز بعد استخدامه. واحفظ هذه الورقة بعيدًا عن هاتفك وحاسوبك.
store-file-name = recovery-codes.txt
store-file-heading = رموز الاسترداد لدى { $organization }
store-file-account = الحساب: { $account }
store-file-advice = كل رمز يعمل مرة واحدة. إنشاء رموز جديدة يُنهي هذه كلها.
new-codes-title = لم تُحفظ رموز الاسترداد بعد
new-codes-refused = لم تُعلَّم الخانة
new-codes-refused-next = لذلك نفترض أن الرموز لم تُحفظ، ولا يمكن عرضها مرة ثانية.
new-codes-why = أُنشئت لك رموز، ولم يؤكد أحد أنها محفوظة في مكان آمن. ومن دونها يمنعك فقدان الهاتف من الدخول.
new-codes-consequence = سنعرض لك عشرة رموز جديدة. ومن تلك اللحظة لا يُعتدّ بأي رموز رأيتها من قبل.
new-codes-show = عرض رموز استرداد جديدة

## The first organization

first-title = أعِدّ مؤسستك
first-explanation = يُنشأ هنا شيئان: المؤسسة، وحسابك أنت بصفتك مالكها.
first-organization = مؤسستك
first-organization-label = اسم المؤسسة
first-organization-hint = كما يعرفها أفرادها، مثل Example GmbH
first-slug-label = الاسم القصير
first-slug-hint = جزء من أسماء الدخول والعناوين، مثل acme في ann@acme. أحرف لاتينية صغيرة وأرقام وشرطات.
requirement-legend = من يجب أن يستخدم MFA
requirement-required = إلزامية
requirement-required-hint = يُعِدّ الجميع تطبيق مصادقة عند تسجيل الدخول التالي، ولا يتابعون من من دونه.
requirement-optional = اختيارية
requirement-optional-hint = تُطلب ممن أعدّها، ومن كل من يتولى الإدارة.
requirement-off = متوقفة
requirement-off-hint = لا تُعرض إلا على من يتولون الإدارة: فهم يحتاجون إليها في كل حال.
first-you = أنت
first-name-hint = كما يعرفك زملاؤك
first-login-name-hint = الجزء الذي يسبق @، مثل ann
first-email-hint = يمكنك تسجيل الدخول به أيضًا
first-make = إنشاء المؤسسة
first-next = بعد ذلك تُعِدّ تطبيق مصادقة لحسابك أنت.
new-password-label = اختر كلمة مرور
password-hint-second-step =
    { $minimum ->
        [zero] ما لا يقل عن { $minimum } حرف. يُطلب رمز أيضًا، لذلك يهمّ أن يصعب تخمينها أكثر من طولها.
        [one] ما لا يقل عن حرف واحد. يُطلب رمز أيضًا، لذلك يهمّ أن يصعب تخمينها أكثر من طولها.
        [two] ما لا يقل عن حرفين. يُطلب رمز أيضًا، لذلك يهمّ أن يصعب تخمينها أكثر من طولها.
        [few] ما لا يقل عن { $minimum } أحرف. يُطلب رمز أيضًا، لذلك يهمّ أن يصعب تخمينها أكثر من طولها.
        [many] ما لا يقل عن { $minimum } حرفًا. يُطلب رمز أيضًا، لذلك يهمّ أن يصعب تخمينها أكثر من طولها.
       *[other] ما لا يقل عن { $minimum } حرف. يُطلب رمز أيضًا، لذلك يهمّ أن يصعب تخمينها أكثر من طولها.
    }
password-hint-alone =
    { $minimum ->
        [zero] ما لا يقل عن { $minimum } حرف، لأن كلمة المرور قد تكون هنا كل ما يحمي الحساب. أربع كلمات عشوائية أو خمس تفي بالغرض.
        [one] ما لا يقل عن حرف واحد، لأن كلمة المرور قد تكون هنا كل ما يحمي الحساب. أربع كلمات عشوائية أو خمس تفي بالغرض.
        [two] ما لا يقل عن حرفين، لأن كلمة المرور قد تكون هنا كل ما يحمي الحساب. أربع كلمات عشوائية أو خمس تفي بالغرض.
        [few] ما لا يقل عن { $minimum } أحرف، لأن كلمة المرور قد تكون هنا كل ما يحمي الحساب. أربع كلمات عشوائية أو خمس تفي بالغرض.
        [many] ما لا يقل عن { $minimum } حرفًا، لأن كلمة المرور قد تكون هنا كل ما يحمي الحساب. أربع كلمات عشوائية أو خمس تفي بالغرض.
       *[other] ما لا يقل عن { $minimum } حرف، لأن كلمة المرور قد تكون هنا كل ما يحمي الحساب. أربع كلمات عشوائية أو خمس تفي بالغرض.
    }

## People’s records

person-name-label = الاسم
login-name-label = اسم الدخول
email-label = البريد الإلكتروني
email-optional-label = البريد الإلكتروني (اختياري)
email-proved = مؤكَّد
email-unproved = غير مؤكَّد بعد
email-unproved-why = لا يصلح لتسجيل الدخول إلا بعد تأكيده. وحتى ذلك الحين استخدم اسم الدخول.
email-none = لا يوجد عنوان مسجَّل

## Invitations

invitation-code-title = افتح دعوتك
invitation-code-explanation = الرمز مكتوب على الورقة التي أُعطيت لك. وهو يعمل مرة واحدة.
invitation-code-label = رمز الدعوة
invitation-code-hint = لا أهمية للشرطات والمسافات والأحرف الكبيرة
invitation-code-open = فتح الدعوة
invitation-code-refused = هذا الرمز لا يفتح أي دعوة
invitation-code-refused-next = قارنه بالورقة مجموعةً مجموعة. وإذا كان صحيحًا فقد استُخدم من قبل أو انتهت مدته: اطلب رمزًا جديدًا ممن دعاك.
have-account = لديّ حساب بالفعل
invitation-title = الانضمام إلى { $organization }
invitation-explanation = هذه هي بياناتك المسجَّلة. اختر كلمة مرور لقبول الدعوة.
invitation-accept = قبول الدعوة
invitation-not-you = إذا لم تكن هذه بياناتك فأغلِق الصفحة وأخبر من أعطاك الرمز. لا يُنشأ شيء قبل أن تقبل.

## Fields

problems-heading = بعض الحقول تحتاج إلى مراجعة
problem-missing = لا يوجد شيء هنا بعد. املأ هذا الحقل للمتابعة.
problem-too-long =
    { $max ->
        [zero] هذا أطول من اللازم. الحد الأقصى { $max } حرف.
        [one] هذا أطول من اللازم. الحد الأقصى حرف واحد.
        [two] هذا أطول من اللازم. الحد الأقصى حرفين.
        [few] هذا أطول من اللازم. الحد الأقصى { $max } أحرف.
        [many] هذا أطول من اللازم. الحد الأقصى { $max } حرفًا.
       *[other] هذا أطول من اللازم. الحد الأقصى { $max } حرف.
    }
problem-too-short =
    { $min ->
        [zero] هذا أقصر من اللازم. اكتب ما لا يقل عن { $min } حرف.
        [one] هذا أقصر من اللازم. اكتب ما لا يقل عن حرف واحد.
        [two] هذا أقصر من اللازم. اكتب ما لا يقل عن حرفين.
        [few] هذا أقصر من اللازم. اكتب ما لا يقل عن { $min } أحرف.
        [many] هذا أقصر من اللازم. اكتب ما لا يقل عن { $min } حرفًا.
       *[other] هذا أقصر من اللازم. اكتب ما لا يقل عن { $min } حرف.
    }
problem-not-an-email = لا يبدو هذا عنوان بريد إلكتروني. اكتبه مثل ann@example.com.
problem-not-a-login-name = استخدم أحرفًا لاتينية صغيرة وأرقامًا ونقاطًا وشرطات، وابدأ بحرف، مثل ann.bauer.
problem-not-a-short-name = استخدم أحرفًا لاتينية صغيرة وأرقامًا وشرطات، وابدأ بحرف، مثل acme.
problem-taken = هذا مستخدم لدى غيرك. اختر شيئًا آخر.
problem-control-characters = فيه أحرف لا تُرى. اكتبه بيدك بدلًا من لصقه.
problem-common = كلمة المرور هذه من أول ما يُخمَّن. اختر غيرها، مثل بضع كلمات لا علاقة بينها.
problem-names-you = كلمة المرور هذه مأخوذة من اسمك أو اسم مؤسستك. اختر كلمة لا تقول شيئًا عنك.
problem-one-of = اختر واحدًا من هذه.

## Dashboard and account

dashboard-title = تطبيقاتك
dashboard-empty = لا توجد تطبيقات بعد
dashboard-empty-next = ما تفتحه لك مؤسستك سيظهر هنا، لكل تطبيق مربع.
dashboard-account = حسابك
devices-label = الأجهزة
devices-none = لم يُعَدّ أي جهاز
recovery-codes-label = رموز الاسترداد
recovery-left = بقي { $left } من { $total }
recovery-made = أُنشئت في { $date }
recovery-none = لم تُنشأ أي رموز
recovery-low =
    { $left ->
        [0] لم يبقَ أي رمز استرداد
        [one] لم يبقَ سوى رمز استرداد واحد
        [two] لم يبقَ سوى رمزي استرداد
        [few] لم يبقَ سوى { $left } رموز استرداد
        [many] لم يبقَ سوى { $left } رمز استرداد
       *[other] لم يبقَ سوى { $left } رمز استرداد
    }
recovery-low-next = أنشئ رموزًا جديدة ما دمت تستطيع تسجيل الدخول.
recovery-make = إنشاء رموز استرداد جديدة
last-sign-in-label = آخر تسجيل دخول
last-sign-in-none = هذه أول مرة
edit-profile = تعديل الملف الشخصي
account-you = أنت
mfa-settings = إعدادات MFA
mfa-enabled = مفعّلة
mfa-disabled = معطّلة
mfa-not-enabled = غير مفعّلة
account-enabled = بعد كلمة المرور يطلب تسجيل الدخول رمزًا من جهازك.
account-enabled-required = بعد كلمة المرور يطلب تسجيل الدخول رمزًا من جهازك. وتشترط { $organization } ذلك على الجميع.
account-disabled = جهازك محفوظ، لكن تسجيل الدخول لا يطلب رمزه الآن.
account-not-enabled = لا يطلب تسجيل الدخول سوى كلمة المرور.
account-not-enabled-required = تشترط { $organization } خطوة ثانية: سيرشدك تسجيل الدخول التالي إلى إعدادها.
account-device-lost = هل فقدته؟ سجِّل الدخول برمز استرداد: وفي الصفحة التالية يُستبدل الجهاز.
device-last-used = آخر استخدام: { $when }
device-never-used = لم يُستخدم بعد
device-made = أُضيف في { $date }
recovery-purpose = لليوم الذي تفقد فيه هاتفك
recovery-for = يُدخلك رمز الاسترداد حين لا يكون هاتفك في متناولك. وهو يحلّ محل رمز التطبيق، لا محل كلمة المرور أبدًا، وكل رمز يعمل مرة واحدة.
recovery-no-device = لا شيء تحلّ محله بعد
recovery-no-device-next = تُنشأ رموز الاسترداد عند إعداد تطبيق مصادقة. ولم يُعَدّ أي جهاز لحسابك.
recovery-not-made = لا توجد رموز استرداد
recovery-not-made-next = من دونها يعني فقدان الهاتف الاتصال بمكتب المساعدة. أنشئ عشرة الآن واحفظها في مكان آمن.
recovery-state-left = المتبقي
recovery-state-made = أُنشئت في
recovery-new = رموز جديدة
recovery-new-ends = تتوقف رموزك الحالية عن العمل فورًا، بما فيها المكتوبة على الورق.
recovery-new-once = تُعرض الرموز الجديدة مرة واحدة، لنسخها أو حفظها أو طباعتها.
recovery-new-proof = سيُطلب منك أولًا رمز من تطبيقك، إلا إذا كنت قد أدخلت رمزًا للتو.

## Administration

access-title = الإدارة والوصول
access-invite = دعوة شخص
access-people = الأشخاص
access-person = الشخص
access-mfa = MFA
access-role = الدور
access-empty = لا أحد هنا بعد
access-empty-next = سيظهر هنا كل من له حساب مع حالة MFA. ابدأ بدعوة شخص.
access-next = الصفحة التالية
access-invitations = الدعوات المفتوحة
access-no-invitations = لا توجد. تبقى الدعوة هنا حتى تُقبل أو تنتهي مدتها.
access-invitation-until = صالحة حتى { $until }
role-member = عضو
role-auditor = مدقق
role-help-desk = مكتب المساعدة
role-admin = مدير
role-owner = مالك
state-suspended = موقوف
state-frozen = مجمّد
invite-explanation = تحصل على ورقة فيها رمز لتسليمها. ومن كانت معه يختار كلمة مرور ويصبح صاحب هذا الحساب.
invite-name-hint = كما يعرفه زملاؤه
invite-login-name-hint = الجزء الذي يسبق {"\u2066"}@{ $slug }{"\u2069"}، مثل ann
invite-email-hint = يصلح لتسجيل الدخول من البداية حيث تكون أنت ضامنًا له: في بوابة بها مؤسسة واحدة، أو بصفتك مالكها.
invite-make = إنشاء الدعوة
letter-title = دعوة إلى { $name }
letter-only-now = تُعرض هذه الورقة الآن فقط
letter-only-now-next = اطبعها أو دوِّن الرمز قبل مغادرة الصفحة. سلِّمها باليد أو اقرأ الرمز عبر الهاتف: فمن كان معه الرمز يمكنه أن يصبح صاحب هذا الحساب.
letter-explanation = لدى { $organization } حساب جاهز لك. وبأربع خطوات يصبح لك.
letter-step-open = افتح هذا العنوان في متصفح:
letter-step-code = أدخِل هذا الرمز:
letter-step-password = اختر كلمة مرور.
letter-step-app = إذا طُلب منك فأعِدّ تطبيق مصادقة. ترشدك الصفحة في ذلك.
letter-qr-name = رمز QR فيه الدعوة إلى { $name }
letter-qr-note = أو امسح هذا: يفتح الاثنين معًا
letter-until = صالحة حتى
letter-advice = يعمل الرمز مرة واحدة. لا تعطِ هذه الورقة لأحد، ومزِّقها بعد الانتهاء.

## When something is in the way

trouble-not-found = لا توجد صفحة كهذه
trouble-not-found-what = في العنوان خطأ كتابة، أو أن ما كان هنا نُقل أو زال.
trouble-not-found-next = تحقق من العنوان، أو ابدأ من صفحة البداية.
trouble-forbidden = هذه الصفحة غير مفتوحة لك
trouble-forbidden-what = لقد سجّلت الدخول، لكن دورك لا يشمل هذا.
trouble-forbidden-next = إذا احتاج عملك إليها فاسأل مديرًا في مؤسستك.
trouble-bad-form = تعذّرت القراءة
trouble-bad-form-what = وصل شيء في النموذج على نحو لا نستطيع قراءته، فلم يتغيّر شيء.
trouble-bad-form-next = ارجع وأعِد تحميل الصفحة وأرسل من جديد.
trouble-too-large = كان ذلك كثيرًا دفعة واحدة
trouble-too-large-what = أُرسل أكثر مما تقبله هذه الصفحة، فلم يتغيّر شيء.
trouble-too-large-next = ارجع وأرسل أقل.
trouble-too-slow = استغرق الوصول وقتًا طويلًا
trouble-too-slow-what = كان الاتصال بطيئًا أو انقطع قبل وصول كل شيء، فلم يتغيّر شيء.
trouble-too-slow-next = ارجع وأرسل من جديد.
trouble-wrong-type = تعذّرت القراءة
trouble-wrong-type-what = أُرسل بشكل لا يقبله هذا العنوان، فلم يتغيّر شيء.
trouble-method = لا يُستخدم هذا العنوان بهذه الطريقة
trouble-method-what = يجيب عن طلبات أخرى غير هذا الطلب. لم يتغيّر شيء.
trouble-method-next = ابدأ من صفحة البداية.
trouble-cross-site = جاء ذلك من موقع آخر
trouble-cross-site-what = لا تُحسب النماذج إلا إذا أُرسلت من صفحات هذه البوابة، فلم يتغيّر شيء.
trouble-cross-site-next = إذا كنت تقصد ذلك فسجِّل الدخول هنا وأعِد المحاولة.
trouble-wrong-host = ليس هذا عنوان البوابة
trouble-wrong-host-what = لا تجيب البوابة إلا على عنوانها. لم يتغيّر شيء.
trouble-wrong-host-next = تابع من هناك. وإذا قادك رابط إلى هنا فأخبر من أعطاك إياه.
trouble-sign-in-ended = انتهى تسجيل الدخول هذا
trouble-sign-in-ended-what = استغرق وقتًا طويلًا، أو اكتمل في علامة تبويب أخرى. لم يتغيّر شيء.
trouble-sign-in-ended-next = ابدأ من جديد باسم الدخول وكلمة المرور.
trouble-link-gone = لم يعد هذا الرابط يفتح شيئًا
trouble-link-gone-what = استُخدم من قبل، أو انتهت مدته، أو ينقص جزء من العنوان.
trouble-link-gone-next = إذا كنت قد استخدمته فسجِّل الدخول. وإلا فتحقق من نسخ العنوان كاملًا، أو اطلب رابطًا جديدًا من حيث حصلت عليه.
trouble-busy = كثيرون يسجّلون الدخول الآن
trouble-busy-what = لم نتمكن من معالجة طلبك في الوقت المناسب. لم يتغيّر شيء.
trouble-wait-next =
    { $seconds ->
        [zero] انتظر { $seconds } ثانية، ثم أعِد تحميل الصفحة.
        [one] انتظر ثانية واحدة، ثم أعِد تحميل الصفحة.
        [two] انتظر ثانيتين، ثم أعِد تحميل الصفحة.
        [few] انتظر { $seconds } ثوانٍ، ثم أعِد تحميل الصفحة.
        [many] انتظر { $seconds } ثانية، ثم أعِد تحميل الصفحة.
       *[other] انتظر { $seconds } ثانية، ثم أعِد تحميل الصفحة.
    }
trouble-unavailable = يتعذّر الوصول إلى البوابة حاليًا
trouble-unavailable-what = جزء منها لا يستجيب. حسابك وأجهزتك في أمان.
trouble-unavailable-next = حاول مرة أخرى بعد بضع دقائق. وإذا استمر الأمر فأخبر مكتب المساعدة.
trouble-internal = حدث خلل من جانبنا
trouble-internal-what = ليس لك يد فيه، وربما لم يُحفظ ما أرسلته.
trouble-internal-next = ارجع وحاول مرة واحدة أخرى. وإذا تكرر الأمر فأخبر مكتب المساعدة بما كنت تفعله ومتى.
trouble-sign-in = تسجيل الدخول
trouble-home = الذهاب إلى صفحة البداية

## Audit logs of the instance

audit-title = سجلات التدقيق
audit-explanation = لكل حدث رقم، وهو مرتبط بما قبله، والروابط مختومة بمفتاح ليس في قاعدة البيانات. يقرأ التحقق كل سجل من أول حدث فيه ويسمّي كل موضع غُيِّرت فيه أحداث أو نُقلت أو أُضيفت أو حُذفت.
audit-verify = التحقق الآن
audit-log = السجل
audit-sealed = الأحداث المختومة
audit-unsealed = في انتظار الختم
audit-result = النتيجة
audit-instance = سجل النظام نفسه
audit-gone = مؤسسة لم تعد موجودة
audit-whole = لا شيء ناقص ولا متغيّر
audit-faults =
    { $count ->
        [zero] لا عيوب
        [one] عيب واحد
        [two] عيبان
        [few] { $count } عيوب
        [many] { $count } عيبًا
       *[other] { $count } عيب
    }
audit-waits-since = أقدمها: { $since }
audit-more =
    { $count ->
        [zero] ولا غيرها
        [one] وواحد غيرها
        [two] واثنان غيرها
        [few] و{ $count } غيرها
        [many] و{ $count } غيرها
       *[other] و{ $count } غيرها
    }
audit-all-whole = كل السجلات سليمة.
audit-damaged = عُبث بأحد سجلات التدقيق. احفظ قاعدة البيانات هذه دليلًا وقارنها بنسخة احتياطية.
audit-altered = الحدث { $number } غُيِّر.
audit-altered-unsealed = غُيِّر حدث ينتظر الختم.
audit-misplaced = الحدث { $number } ليس في موضعه: نُقل أو استُبدل أو أُضيف.
audit-missing = الأحداث من { $from } إلى { $to } مفقودة.
audit-cut-off = النهاية مفقودة: الأحداث من { $from } إلى { $to }.
audit-behind-head = أُعيد الرأس إلى الوراء: يذكر { $head }، وآخر حدث هو { $last }.
audit-no-head = الرأس مفقود.
audit-head-altered = غُيِّر الرأس.
audit-empty = كل الأحداث مفقودة.

## Mails

mail-sent-by = أرسلته { $portal } لصالح { $organization }.
mail-test-subject = البريد من هذه البوابة يصل
mail-test-works = تُظهر هذه الرسالة أن البوابة تستطيع إرسال البريد إلى هذا العنوان.
mail-test-why = طلبها { $name } في { $at }. ليس عليك فعل شيء.

## What was done to an account, and by whom

by-you = بواسطتك، أو بواسطة شخص كان مسجّل الدخول باسمك.
by-person = بواسطة { $name }.
by-gone = بواسطة شخص لم يعد حسابه موجودًا.
by-owner = بواسطة شخص من مؤسسة أخرى يحق له أن يساعد هنا.
by-operator = بواسطة مشغّل هذه البوابة.
by-portal = بواسطة البوابة نفسها.
by-stranger = بواسطة شخص لم يكن مسجّل الدخول.
event-organization-created = أُعدّت المؤسسة.
event-policy-changed = غُيِّرت قواعد تسجيل الدخول في المؤسسة.
event-account-created = أُنشئ الحساب باسم الدخول { $login }.
event-invited = أُنشئت دعوة لاسم الدخول { $login }.
event-invitation-accepted = قُبلت الدعوة وأُنشئ الحساب { $login }.
event-role-member = مُنح الحساب دور عضو.
event-role-auditor = مُنح الحساب دور مدقق، يقرأ كل شيء ولا يغيّر شيئًا.
event-role-helpdesk = مُنح الحساب دور مكتب المساعدة.
event-role-admin = مُنح الحساب دور مدير.
event-role-owner = مُنح الحساب دور مالك يدير البوابة.
event-account-deleted = حُذف الحساب { $login }.
event-suspended = أُوقف الحساب: لا يمكن لأحد تسجيل الدخول به حتى يُفتح من جديد.
event-activated = فُتح الحساب من جديد بعد إيقافه.
event-frozen = أُبلغ «لم أكن أنا» عبر الرابط في رسالة. سُجِّل خروج الجميع، وجُمِّد الحساب.
event-unfrozen = أُلغي تجميد الحساب: { $reason }
event-unfrozen-password-ended = أُلغي تجميد الحساب، ولم تعد كلمة المرور السابقة تفتح شيئًا: { $reason }
event-unlocked = أُلغيت فترات الانتظار بعد كلمات المرور والرموز الخاطئة.
event-unlocked-how = أُلغيت فترات الانتظار بعد كلمات المرور والرموز الخاطئة: { $how }
event-mfa-deleted = حُذف كل ما أُعدّ لأجل MFA: { $how }
event-signed-out-everywhere = { $sessions ->
    [zero] سُجّل خروج الحساب من كل مكان، ولم يكن مسجّلًا في أي مكان.
    [one] سُجّل خروج الحساب من كل مكان: أُنهيت جلسة واحدة.
    [two] سُجّل خروج الحساب من كل مكان: أُنهيت جلستان.
    [few] سُجّل خروج الحساب من كل مكان: أُنهيت { $sessions } جلسات.
    [many] سُجّل خروج الحساب من كل مكان: أُنهيت { $sessions } جلسة.
   *[other] سُجّل خروج الحساب من كل مكان: أُنهيت { $sessions } جلسة.
}
event-signed-out-everywhere-how = { $sessions ->
    [zero] سُجّل خروج الحساب من كل مكان، ولم يكن مسجّلًا في أي مكان: { $how }
    [one] سُجّل خروج الحساب من كل مكان، وأُنهيت جلسة واحدة: { $how }
    [two] سُجّل خروج الحساب من كل مكان، وأُنهيت جلستان: { $how }
    [few] سُجّل خروج الحساب من كل مكان، وأُنهيت { $sessions } جلسات: { $how }
    [many] سُجّل خروج الحساب من كل مكان، وأُنهيت { $sessions } جلسة: { $how }
   *[other] سُجّل خروج الحساب من كل مكان، وأُنهيت { $sessions } جلسة: { $how }
}
event-session-ended = أُنهيت الجلسة المفتوحة من { $address } ونُسي متصفحها: { $how }
event-mfa-required = اشتُرطت MFA على هذا الحساب.
event-mfa-not-required = لم تعد MFA مشترطة على هذا الحساب وحده.
event-login-unknown = أُدخل اسم دخول لا يملكه أحد.
event-password-wrong = أُدخلت كلمة مرور خاطئة.
event-password-suspended = كان الحساب موقوفًا، فرُفض تسجيل دخول.
event-password-delayed = بعد كلمات مرور خاطئة كثيرة جدًا لم تُفحص أي كلمة مرور لفترة.
event-password-right = أُدخلت كلمة المرور الصحيحة.
event-password-rehashed = جُدّد الشكل المحفوظ لكلمة المرور. وبقيت كلمة المرور كما هي.
event-code-wrong = أُدخل رمز خاطئ.
event-code-wrong-app = أُدخل رمز خاطئ بدلًا من رمز التطبيق.
event-code-wrong-email = أُدخل رمز خاطئ بدلًا من الرمز المرسل بالبريد.
event-code-wrong-recovery = أُدخل رمز استرداد خاطئ.
event-code-wrong-help-desk = أُدخل رمز خاطئ بدلًا من رمز مكتب المساعدة.
event-code-already-used = أُدخل رمز سبق استخدامه.
event-code-delayed = بعد رموز خاطئة كثيرة جدًا لم يُفحص أي رمز لفترة.
event-code-suspended = بعد خمسين رمزًا خاطئًا متتاليًا أُغلقت طريقة تسجيل الدخول هذه.
event-codes-tried = كانت كلمة المرور صحيحة، وكان الرمز بعدها خاطئًا ثلاث مرات متتالية.
event-recovery-code-used =
    { $left ->
        [0] استُخدم رمز استرداد. لم يبقَ أي رمز.
        [one] استُخدم رمز استرداد. بقي رمز واحد.
        [two] استُخدم رمز استرداد. بقي رمزان.
        [few] استُخدم رمز استرداد. بقيت { $left } رموز.
        [many] استُخدم رمز استرداد. بقي { $left } رمزًا.
       *[other] استُخدم رمز استرداد. بقي { $left } رمز.
    }
event-signed-in = تسجيل دخول بكلمة المرور وحدها.
event-signed-in-app = تسجيل دخول بكلمة المرور ورمز من التطبيق.
event-signed-in-recovery = تسجيل دخول بكلمة المرور ورمز استرداد.
event-signed-in-email = تسجيل دخول بكلمة المرور ورمز مرسل بالبريد.
event-signed-out = تسجيل خروج.
event-stepped-up = أُكِّدت الهوية من جديد من أجل: { $act }.
event-enrollment-started = بدأ إعداد جهاز.
event-device-added = أُضيف الجهاز { $name }.
event-device-removed = أُزيل الجهاز { $name }.
event-device-replaced = أُزيل الجهاز { $name } لأن جهازًا آخر حلّ محله.
event-recovery-codes-made = أُنشئت رموز استرداد جديدة. ولم تعد الرموز القديمة تعمل.
event-recovery-codes-stored = أُكِّد أن رموز الاسترداد محفوظة.
event-device-kept = بعد استخدام رمز استرداد أُبقي على الجهاز.
event-address-delayed = بعد إجابات خاطئة كثيرة جدًا من شبكة لم تُفحص أي إجابة منها لفترة.
event-access-denied = طُلبت الإدارة ولم تُفتح.
event-master-key-changed = يُستعمل الآن مفتاح رئيسي آخر: { $key }. وتُغلَّف به مفاتيح المؤسسات من جديد.
event-master-key-retired = لم تعد هناك حاجة إلى المفتاح الرئيسي { $key }.
event-audit-verified = جرى التحقق من سجلات التدقيق.
event-audit-exported = صُدِّر سجل التدقيق.

## Mails about an account

notice-when = حدث ذلك في { $at }.
notice-from = من
notice-not-me-what = إذا كنت لا تعرف سبب ذلك فأبلغ عنه بهذا الرابط. بعد تأكيدك يُسجَّل خروج الجميع من حسابك ولا يمكن تغيير شيء فيه. الرابط صالح سبعة أيام.
notice-not-me = لم أكن أنا
notice-ask = هل لديك أسئلة؟ اسأل هنا:
notice-ask-operator = هل لديك أسئلة؟ اسأل من يدير هذه البوابة.
notice-frozen = حسابك مجمّد
notice-unfrozen = لم يعد حسابك مجمّدًا
notice-deleted = حُذف حسابك
notice-role-given = لحسابك دور جديد
notice-suspended = حسابك موقوف
notice-activated = حسابك مفتوح من جديد
notice-unlocked = أُلغيت فترات الانتظار في حسابك
notice-mfa-deleted = حُذف إعداد MFA الخاص بك
notice-signed-out-everywhere = سُجّل خروجك من كل مكان
notice-session-ended = أُنهيت إحدى جلساتك
notice-required = تغيّر ما يشترطه حسابك لتسجيل الدخول
notice-codes-tried = شخص ما يعرف كلمة مرورك
notice-recovery-code-used = استُخدم رمز استرداد من حسابك
notice-recovery-codes-made = لحسابك رموز استرداد جديدة
notice-device-added = أُضيف جهاز إلى حسابك
notice-device-removed = أُزيل جهاز من حسابك
notice-device-replaced = استُبدل جهاز في حسابك

## Codes by email and from the help desk, as the record tells of them

event-code-expired = أُدخل رمز لم يعد صالحًا.
event-email-code-sent = أُرسل رمز إلى العنوان المسجَّل.
event-email-proved = ثبت أن صندوق البريد المسجّل يخصّ صاحب الحساب.
event-email-codes-taken-up = أصبحت الرموز بالبريد الخطوة الثانية لتسجيل الدخول.
event-email-codes-stopped = لم تعد الرموز بالبريد مطلوبة.
event-enrollment-code-issued = أصدر مكتب المساعدة رمز إعداد يفتح مع كلمة المرور إعداد MFA: { $how }
event-reset-code-issued = أصدر مكتب المساعدة رمز إعادة تعيين يفتح كلمة مرور جديدة: { $how }
event-code-not-issued = لم يُصدر مكتب المساعدة رمزًا ثانيًا: فذلك يحتاج إلى موظف آخر.
event-enrollment-code-used = استُخدم رمز الإعداد.
event-reset-code-used = استُخدم رمز إعادة التعيين.
notice-email-codes-taken-up = يطلب حسابك الآن رموزًا بالبريد
notice-email-codes-stopped = لم يعد حسابك يطلب رموزًا بالبريد
notice-enrollment-code-issued = أصدر مكتب المساعدة رمز إعداد لحسابك
notice-reset-code-issued = أصدر مكتب المساعدة رمز إعادة تعيين لحسابك

## “This wasn’t me”, and frozen accounts

not-me-title = هل كان شخصًا آخر؟
not-me-what = إذا أكّدت ذلك يُجمَّد حسابك فورًا:
not-me-signs-out = يُسجَّل خروج الجميع منه في كل متصفح، ولا يُتذكَّر أي متصفح.
not-me-no-change = لا يمكن لأحد تغيير كلمة المرور والعنوان والأجهزة ورموز الاسترداد، ولا حتى أنت.
not-me-sign-in = ما زال بإمكانك تسجيل الدخول بكلمة المرور ورمز.
not-me-help = يبقى مجمّدًا حتى يتحدث معك مكتب المساعدة.
not-me-confirm = لم أكن أنا: تجميد حسابي
not-me-was-you = إذا تبيّن أنك أنت فأغلِق هذه الصفحة. لم يتغيّر شيء.
not-me-done-title = حسابك مجمّد
not-me-done-what = سُجِّل خروج الجميع منه، ولا يمكن تغيير شيء مما يفتحه.
not-me-done-next = أخبر الآن مكتب المساعدة بما حدث. سيتبيّن ما جرى، ويلغي تجميد الحساب، ويساعدك في الحصول على كلمة مرور جديدة.
not-me-done-mail = قد يعرف أحدهم كلمة مرور بريدك أيضًا. إذا كانت هي نفسها فغيّرها.
trouble-frozen = حسابك مجمّد
trouble-frozen-what = أبلغ شخص «لم أكن أنا» عبر الرابط في رسالة عن هذا الحساب. ومنذ ذلك الحين لا يمكن تغيير شيء مما يفتحه، ولا يدخل أحد من دون رمز.
trouble-frozen-next = اطلب من مكتب المساعدة إلغاء تجميده.
trouble-person-frozen = هذا الحساب مجمّد
trouble-person-frozen-what = أبلغ شخص «لم أكن أنا» عبر الرابط في رسالة عن هذا الحساب. وإلى أن يُلغى تجميده لا يمكن تغيير شيء مما يفتحه.
trouble-person-frozen-next = ألغِ تجميده أولًا، حين تعرف من يطلب.

## Browsers and sessions

event-signed-in-browser = تسجيل دخول بكلمة المرور، في متصفح متذكَّر.
event-sessions-ended =
    { $sessions ->
        [zero] سُجِّل الخروج في أماكن أخرى.
        [one] سُجِّل الخروج في مكان آخر.
        [two] سُجِّل الخروج في مكانين آخرين.
        [few] سُجِّل الخروج في { $sessions } أماكن أخرى.
        [many] سُجِّل الخروج في { $sessions } مكانًا آخر.
       *[other] سُجِّل الخروج في { $sessions } مكان آخر.
    }
event-browser-remembered = حُفظ متصفح حتى لا يُطلب منه رمز لفترة.
event-browser-forgotten = نُسي متصفح. وسيُعدّ تسجيل دخوله التالي من متصفح جديد.
event-browser-forgotten-remembered = نُسي متصفح. ويُطلب منه رمز من جديد.
event-browser-stolen = استُخدمت نسخة مما يُعرف به متصفح. نُسي المتصفح، وسُجِّل خروج ما كان مفتوحًا فيه.
notice-new-browser = تسجيل دخول من متصفح جديد
notice-browser-stolen = ربما نُسخ متصفح متذكَّر في حسابك
browser-remember =
    { $days ->
        [zero] تذكَّر هذا المتصفح { $days } يوم
        [one] تذكَّر هذا المتصفح يومًا واحدًا
        [two] تذكَّر هذا المتصفح يومين
        [few] تذكَّر هذا المتصفح { $days } أيام
        [many] تذكَّر هذا المتصفح { $days } يومًا
       *[other] تذكَّر هذا المتصفح { $days } يوم
    }
browser-remember-hint = عندئذ يطلب تسجيل الدخول هنا كلمة المرور فقط. اترك الخانة فارغة على جهاز يستخدمه غيرك أيضًا.
sessions-title = الجلسات
sessions-open = أين أنت مسجّل الدخول
session-browser = { $name }
session-browser-unknown = متصفح لا نعرف اسمه
session-here = هذا المتصفح
session-opened = تسجيل الدخول: { $when }
session-used = آخر نشاط: { $when }
session-end = تسجيل الخروج
sessions-end-others = تسجيل الخروج من كل مكان آخر
sessions-end-others-what = يبقى هذا المتصفح وحده مسجّل الدخول، ولا يُتذكَّر أي متصفح آخر.
sessions-nowhere-else = لست مسجّل الدخول في أي مكان آخر.
browsers-known = متصفحات سجّلت الدخول بها
browsers-known-what = كلمات المرور الخاطئة التي يكتبها آخرون في أماكن أخرى لا تمنعك من الدخول بهذه المتصفحات. وتصلك رسالة عندما يسجّل أحد الدخول بمتصفح ليس منها.
browsers-none = لا يوجد متصفح معروف
browsers-none-next = سيظهر هنا المتصفح التالي الذي تسجّل الدخول به.
browser-used = آخر تسجيل دخول: { $when }
browser-since = معروف منذ { $date }
browser-remembered-until = لا يُطلب منه رمز حتى { $date }
browser-forget = نسيان
browser-forget-what = يبقى المتصفح المنسي مسجّل الدخول حتى تسجّل خروجه. ويُعدّ تسجيل دخوله التالي من متصفح جديد، ويطلب رمزًا حيث تكون MFA مفعّلة.
account-sessions = الجلسات
account-sessions-what = أين أنت مسجّل الدخول، والمتصفحات التي سجّلت الدخول بها

## The member's own profile, password and address

profile-language = اللغة
profile-language-browser = كما يطلب المتصفح
profile-zone = المنطقة الزمنية
profile-zone-hint = تُعرض بها الأوقات في هذه الصفحات وفي الرسائل
profile-zone-portal = منطقة البوابة ({ $zone })
profile-zone-portal-unnamed = منطقة البوابة
profile-save = حفظ
profile-saved = حُفظ ملفك الشخصي
profile-saved-next = تتبعه الصفحات والرسائل من الآن فصاعدًا.
profile-login = كيف تسجّل الدخول
password-change = تغيير كلمة المرور
password-change-explanation = تسري من لحظة حفظها. ويُسجَّل خروج كل متصفح آخر مسجّل الدخول إلى حسابك.
password-current-label = كلمة المرور الحالية
password-changed = غُيِّرت كلمة مرورك
password-changed-next = ما زلت مسجّل الدخول هنا، وليس في أي مكان آخر.
password-current-wrong = ليست هذه كلمة مرورك الحالية
password-current-wrong-next = لم يتغيّر شيء. اكتبها كما تفعل عند تسجيل الدخول.
password-current-delayed = محاولات كثيرة جدًا لكلمة مرورك الحالية
password-not-changed = لم تُغيَّر كلمة المرور
password-not-changed-next = تغيّر شيء في حسابك في هذه الأثناء. اكتب كلمتي المرور مرة أخرى؛ وإذا تكرر الأمر فاسأل مكتب المساعدة.
event-step-up-asked = من دون تأكيد الهوية من جديد جرت محاولة: { $act }. ولم تُنفَّذ.
act-recovery-codes = رموز استرداد جديدة
act-administration = الإدارة
act-devices = تغيير الأجهزة أو رموز البريد
act-end-mfa = إيقاف MFA أو رموز البريد
act-password = كلمة مرور جديدة
act-address = عنوان آخر
act-record = ما هو محفوظ عن الحساب
act-people = ما يخص حسابات أشخاص آخرين
act-remote-logon = تغيير في الدخول عن بعد
event-name-changed = غُيِّر الاسم من { $from } إلى { $to }.
event-language-changed = اختيرت لغة أخرى.
event-time-zone-changed = اختيرت منطقة زمنية أخرى.
event-password-changed = غُيِّرت كلمة المرور، وسُجِّل خروج الجميع سوى من غيّرها.
event-reset-asked = طُلب رابط إلى كلمة مرور جديدة وأُرسل إلى العنوان المسجَّل.
event-reset-opened = استُخدم الرابط المرسل إلى كلمة مرور جديدة. وبقيت كلمة المرور كما هي.
event-password-reset = استُبدلت كلمة المرور المنسية بأخرى جديدة، وسُجِّل خروج الجميع.
event-address-asked = طُلب رابط لتأكيد العنوان { $address } وأُرسل إليه.
event-address-added = سُجِّل العنوان { $address } وأُكِّد. وهو يصلح لتسجيل الدخول.
event-address-changed = غُيِّر العنوان من { $from } إلى { $address }.
notice-password-changed = غُيِّرت كلمة مرورك
notice-password-reset = استُبدلت كلمة مرورك بأخرى جديدة
notice-address-asked = هناك عنوان ينتظر التأكيد لحسابك
notice-address-changed = غُيِّر عنوانك
notice-name-changed = غُيِّر اسم حسابك
notice-language-changed = غُيِّرت لغة حسابك

## A forgotten password

forgot-link = هل نسيت كلمة المرور؟
forgot-title = هل نسيت كلمة المرور؟
forgot-explanation = اكتب ما تسجّل به الدخول. وإذا كان له عنوان بريد مؤكَّد فستصلك إليه رسالة فيها رابط إلى كلمة مرور جديدة.
forgot-send = أرسل إليّ رابطًا
forgot-sent = انظر في صندوق بريدك
forgot-sent-what = إذا كان لاسم الدخول هذا حساب بعنوان مؤكَّد فالرابط في طريقه إليه. وهو صالح 30 دقيقة.
forgot-sent-next = لم يصل شيء؟ انظر في مجلد البريد غير المرغوب فيه. ومن دون عنوان مؤكَّد، أو بعد عدة روابط خلال ساعة، لا يستطيع المساعدة إلا مكتب المساعدة.
reset-title = اختر كلمة مرور جديدة
reset-explanation = تابع هنا. إذا كنت قد أعددت MFA فسيُطلب منك رمزك بعد ذلك. وتبقى كلمة مرورك كما هي حتى تختار غيرها.
reset-go-on = متابعة
reset-not-you = لم تطلب ذلك؟ أغلِق الصفحة: لم يتغيّر شيء.
new-password-title = اختر كلمة مرور جديدة
new-password-explanation = لـ { $who }. بعد حفظها يُسجَّل خروج كل متصفح مسجّل الدخول إلى حسابك، وتسجّل الدخول من جديد.
new-password-save = حفظ كلمة المرور الجديدة
reset-done = حُفظت كلمة مرورك الجديدة
reset-done-next = سجِّل الدخول بها.
code-explanation-reset = قبل أن تختار كلمة مرور جديدة، أثبت أنك أنت: افتح تطبيق المصادقة وأدخِل الرمز الخاص بـ { $place }.
mail-reset-subject = رابط إلى كلمة مرور جديدة
mail-reset-what = طلب شخص كلمة مرور جديدة لـ { $login }. إذا كنت أنت فتابع هنا:
mail-reset-until = الرابط صالح حتى { $until } ويعمل مرة واحدة.
mail-reset-not-you = إذا لم تكن أنت فليس عليك فعل شيء: تبقى كلمة مرورك كما هي. لا تعطِ الرابط لأحد.
forgot-code = لديّ رمز من مكتب المساعدة
reset-code-title = رمز من مكتب المساعدة
reset-code-explanation = يعطيك مكتب المساعدة رمزًا حين لا تستطيع الحصول على رابط. وهو يفتح الطريق إلى كلمة مرور جديدة مرة واحدة.
reset-code-label = الرمز
reset-code-hint = أحرف وأرقام، كما قيلت لك أو كما طُبعت
reset-code-refused = اسم الدخول هذا وهذا الرمز لا يفتحان شيئًا
reset-code-refused-next = تحقق من كليهما. الرمز الذي يُقال عبر الهاتف صالح ساعة واحدة، ويُغلق بعد خمس محاولات: اطلب عندئذ غيره من مكتب المساعدة.

## Mailed invitations

event-invitation-sent-again = أُرسلت الدعوة إلى { $login } مرة أخرى.
event-invitation-revoked = سُحبت الدعوة إلى { $login }.
invite-explanation-mail = عبر البريد يصل رابط صالح ثلاثة أيام. وعلى الورق تحصل على ورقة فيها رمز لتسليمها. ومن يفتحه يختار كلمة مرور ويصبح صاحب هذا الحساب.
invite-email-hint-mail = يُرسل الرابط إليه، وقبوله يؤكد العنوان. وعلى الورق يمكن تركه فارغًا.
invite-send = إرسال الدعوة
invite-make-sheet = إنشاء ورقة بدلًا من ذلك
access-invitation-mailed = أُرسلت إلى { $address }
invited-mailed = آخر إرسال
invited-send-again = إرسال مرة أخرى
invited-send-again-what = يُرسل رابط جديد إلى العنوان نفسه، صالح ثلاثة أيام. ويتوقف الرابط السابق عن العمل فورًا.
invited-too-soon = أُرسلت الرسالة الأخيرة للتو
invited-too-soon-next = أمهلها دقيقة لتصل، ثم أرسلها مرة أخرى. ما زال رابطها يعمل.
invited-revoke = سحب الدعوة
invited-revoke-what = يتوقف الرابط أو الرمز عن العمل فورًا، ولا يعود بإمكان { $name } القبول. لا يتغير شيء آخر؛ ويمكنك توجيه دعوة جديدة.
mail-invitation-subject = دعوتك إلى { $organization }
mail-invitation-ready = { $name }، هناك حساب جاهز لك لدى { $organization }. اختر كلمة مرور ليصبح لك.
mail-invitation-until = يعمل الرابط مرة واحدة، حتى { $until }.
mail-invitation-not-you = لم تكن تتوقع ذلك؟ إذن لا تفعل شيئًا: لا يُنشأ حساب قبل قبول الدعوة.

## The member's own record

record-title = سجلّك
activity-title = النشاط
activity-what = كل ما جرى في حسابك، الأحدث أولًا: منك ومن غيرك ومن البوابة.
activity-newest = العودة إلى الأحدث
activity-none = لم يبقَ شيء مسجَّل.
activity-older = عرض نشاط أقدم
activity-strange = هل هناك شيء لا تجد له تفسيرًا؟ أخبر مكتب المساعدة.

## A code by email

email-code-title = أدخِل الرمز من رسالتك
email-code-heading-set-up = أكِّد أولًا أن صندوق البريد لك
email-code-sign-in = رمز بالبريد هو الخطوة الثانية لتسجيل الدخول.
email-code-set-up = تشترط { $place } خطوة ثانية. وقبل إعدادها يُظهر رمز بالبريد أنك أنت.
email-code-reset = يُظهر رمز بالبريد أنك أنت من يريد كلمة مرور جديدة.
email-code-sent = أُرسل رمز إلى { $to }. يتكوّن من ستة أرقام وهو صالح حتى الساعة { $until }. إن لم تجده فانظر في البريد غير المرغوب فيه.
email-code-not-sent = تُرسل الرموز إلى { $to }. ولم يُرسل بعد رمز صالح هنا.
email-code-send = إرسال رمز إليّ
email-code-resend = إرسال رمز آخر
email-code-next =
    { $seconds ->
        [zero] يمكن إرسال رمز آخر بعد { $seconds } ثانية. وهو يحلّ محل الأخير.
        [one] يمكن إرسال رمز آخر بعد ثانية واحدة. وهو يحلّ محل الأخير.
        [two] يمكن إرسال رمز آخر بعد ثانيتين. وهو يحلّ محل الأخير.
        [few] يمكن إرسال رمز آخر بعد { $seconds } ثوانٍ. وهو يحلّ محل الأخير.
        [many] يمكن إرسال رمز آخر بعد { $seconds } ثانية. وهو يحلّ محل الأخير.
       *[other] يمكن إرسال رمز آخر بعد { $seconds } ثانية. وهو يحلّ محل الأخير.
    }
email-code-next-minutes =
    { $minutes ->
        [zero] يمكن إرسال رمز آخر بعد { $minutes } دقيقة. وهو يحلّ محل الأخير.
        [one] يمكن إرسال رمز آخر بعد دقيقة واحدة. وهو يحلّ محل الأخير.
        [two] يمكن إرسال رمز آخر بعد دقيقتين. وهو يحلّ محل الأخير.
        [few] يمكن إرسال رمز آخر بعد { $minutes } دقائق. وهو يحلّ محل الأخير.
        [many] يمكن إرسال رمز آخر بعد { $minutes } دقيقة. وهو يحلّ محل الأخير.
       *[other] يمكن إرسال رمز آخر بعد { $minutes } دقيقة. وهو يحلّ محل الأخير.
    }
email-code-wrong = ليس هذا رمز الرسالة الأخيرة
email-code-wrong-next = لا تُحسب إلا أحدث رسالة، وفي الصفحة التي طلبتها فقط. قارن الأرقام بها.
email-code-not-six-digits-next = أدخِل أرقام الرسالة فقط. ولا بأس بمسافة بينها.
email-code-is-recovery-code-next = المطلوب هنا أرقام الرسالة الستة. وإذا كانت رموز الاسترداد متاحة لك فستجدها أدناه تحت «جرّب طريقة أخرى».
email-code-expired = لم يعد هذا الرمز صالحًا
email-code-expired-next = اطلب إرسال رمز آخر وأدخِله خلال خمس دقائق.
email-code-used-up = أُغلق هذا الرمز بعد خمس محاولات خاطئة
email-code-too-soon = لم يُرسل رمز آخر بعد
email-code-too-soon-next =
    { $seconds ->
        [zero] تُرسل الرموز بين حين وآخر فقط. يمكن إرسال رمز آخر بعد { $seconds } ثانية، الساعة { $until }.
        [one] تُرسل الرموز بين حين وآخر فقط. يمكن إرسال رمز آخر بعد ثانية واحدة، الساعة { $until }.
        [two] تُرسل الرموز بين حين وآخر فقط. يمكن إرسال رمز آخر بعد ثانيتين، الساعة { $until }.
        [few] تُرسل الرموز بين حين وآخر فقط. يمكن إرسال رمز آخر بعد { $seconds } ثوانٍ، الساعة { $until }.
        [many] تُرسل الرموز بين حين وآخر فقط. يمكن إرسال رمز آخر بعد { $seconds } ثانية، الساعة { $until }.
       *[other] تُرسل الرموز بين حين وآخر فقط. يمكن إرسال رمز آخر بعد { $seconds } ثانية، الساعة { $until }.
    }
email-code-too-soon-next-minutes =
    { $minutes ->
        [zero] تُرسل الرموز بين حين وآخر فقط. يمكن إرسال رمز آخر بعد { $minutes } دقيقة، الساعة { $until }.
        [one] تُرسل الرموز بين حين وآخر فقط. يمكن إرسال رمز آخر بعد دقيقة واحدة، الساعة { $until }.
        [two] تُرسل الرموز بين حين وآخر فقط. يمكن إرسال رمز آخر بعد دقيقتين، الساعة { $until }.
        [few] تُرسل الرموز بين حين وآخر فقط. يمكن إرسال رمز آخر بعد { $minutes } دقائق، الساعة { $until }.
        [many] تُرسل الرموز بين حين وآخر فقط. يمكن إرسال رمز آخر بعد { $minutes } دقيقة، الساعة { $until }.
       *[other] تُرسل الرموز بين حين وآخر فقط. يمكن إرسال رمز آخر بعد { $minutes } دقيقة، الساعة { $until }.
    }
email-code-suspended = الرموز بالبريد مغلقة لهذا الحساب
email-code-suspended-next = خمسون رمزًا متتاليًا لم تكن صحيحة. استخدم طريقة أخرى، أو اطلب من مكتب المساعدة فتح هذه من جديد.
email-code-no-other-way = لا توجد طريقة أخرى لهذا الحساب. اسأل مكتب المساعدة إذا لم تصل رسالة.
code-is-mailed = يبدو هذا رمز الرسالة
code-is-mailed-next = المطلوب هنا أرقام التطبيق الستة. لاستخدام رمز الرسالة، اختر «جرّب طريقة أخرى» أدناه.
use-email-code = استخدام رمز بالبريد
use-email-code-note = ستة أرقام تُرسل إلى عنوانك
use-enrollment-code = استخدام رمز إعداد
use-enrollment-code-note = إذا أعطاك مكتب المساعدة رمزًا
choose-again = اختيار خطوة ثانية أخرى
choose-again-note = تطبيق مصادقة، أو رموز بالبريد

## An app, or codes by email

way-title = اختر خطوتك الثانية
way-why = تطلب { $place } من الجميع خطوة ثانية عند تسجيل الدخول إلى جانب كلمة المرور.
way-app = استخدام تطبيق مصادقة
way-app-note = يعرض تطبيق على هاتفك رمزًا. وهي الطريقة الأكثر أمانًا ولا تحتاج إلى شبكة.
way-email = استلام رموز بالبريد
way-email-note = عند كل تسجيل دخول يُرسل رمز إلى { $to }. ومن يقرأ بريدك يستطيع قراءته أيضًا.
way-later = يمكنك تغيير ذلك لاحقًا في إعدادات MFA.

## A code from the help desk

enrollment-code-title = أدخِل رمز الإعداد
enrollment-code-why = تطلب { $place } رمزًا من مكتب المساعدة قبل إعداد الخطوة الثانية. اطلب رمزًا إن لم يكن لديك.
enrollment-code-why-reset = جاء الرابط بالبريد، وكذلك رموزك. لذلك يجب أن يتأكد مكتب المساعدة أنك أنت: اطلب منه رمزًا.
enrollment-code-label = رمز الإعداد
enrollment-code-hint = 8 أحرف وأرقام، مثل {"\u2066"}7KQM-4XPD{"\u2069"}، أو 16 من رسالة مطبوعة. لا أهمية للشرطات ولا للأحرف الكبيرة.
enrollment-code-wrong = ليس هذا آخر رمز أُعطي
enrollment-code-wrong-next = قارنه مرة أخرى. بعد خمس محاولات خاطئة يجب أن يعطي مكتب المساعدة رمزًا آخر.
enrollment-code-not-a-code = يتكوّن رمز الإعداد من 8 أو 16 حرفًا ورقمًا
enrollment-code-not-a-code-next = أدخِل مجموعاته كلها.
enrollment-code-gone = لا يوجد رمز إعداد مفتوح لهذا الحساب
enrollment-code-gone-next = استُخدم، أو جاء متأخرًا، أو أُدخل خطأً مرات كثيرة. اطلب من مكتب المساعدة رمزًا آخر.
enrollment-code-suspended = رموز الإعداد مغلقة لهذا الحساب
enrollment-code-suspended-next = خمسون رمزًا متتاليًا لم تكن صحيحة. اطلب من مكتب المساعدة فتح هذه الطريقة من جديد.

## The mail with a code

mail-code-subject = رمز تسجيل دخولك
mail-code-subject-set-up = رمزك لإعداد MFA
mail-code-subject-step-up = رمزك لتأكيد أنك أنت
mail-code-subject-reset = رمزك لكلمة مرور جديدة
mail-code-sign-in = أدخِله في الصفحة التي تسجّل الدخول فيها. وهو صالح حتى الساعة { $until }، لمدة خمس دقائق.
mail-code-set-up = أدخِله في الصفحة التي تسجّل الدخول فيها لأول مرة باستخدام MFA. وهو صالح حتى الساعة { $until }، لمدة خمس دقائق.
mail-code-step-up = أدخِله في الصفحة التي تطلب تأكيد أنك أنت. وهو صالح حتى الساعة { $until }، لمدة خمس دقائق.
mail-code-reset = أدخِله في الصفحة التي تختار فيها كلمة مرور جديدة. وهو صالح حتى الساعة { $until }، لمدة خمس دقائق.
mail-code-asked-by = طُلب من
mail-code-asked-at = في { $at }.
mail-code-not-you = ألم تكن أنت؟
mail-code-not-you-next = إذن هناك من يعرف كلمة مرورك. لا يدخل أحد من دون هذا الرمز: لا تعطِه لأحد، ولا حتى لمكتب المساعدة. غيّر كلمة مرورك، أو أخبر مكتب المساعدة.
mail-code-no-link = لا تحتوي هذه الرسالة على رابط لتسجيل الدخول، ولن تحتوي عليه أبدًا.

## The mail queue, for those who run the instance

queue-title = البريد
queue-off = لم يُعَدّ أي خادم بريد
queue-off-next = لا يُعرض أي شيء يحتاج إلى البريد: لا رموز بالبريد ولا روابط ولا إشعارات. لتغيير ذلك اضبط smtp.url وsmtp.from في الإعدادات.
queue-server = يخرج البريد عبر { $server }. ما لا يُقبل هناك يُعاد إرساله مدة يومين، وما يُرفض نهائيًا يُترك فورًا.
queue-caught = يُحتفظ بالبريد هنا بدلًا من إرساله.
queue-waiting = في الانتظار
queue-failed = تُرك خلال سبعة أيام
queue-unsent = غير مرسل
queue-to = إلى { $address }
queue-queued = أُدرج: { $when }
queue-waits = يخرج تاليًا
queue-again = المحاولة التالية: { $at }
queue-given-up = تُرك
queue-tries =
    { $tries ->
        [zero] لا محاولات
        [one] محاولة واحدة
        [two] محاولتان
        [few] { $tries } محاولات
        [many] { $tries } محاولة
       *[other] { $tries } محاولة
    }
queue-try = إعادة المحاولة
queue-try-all = إعادة محاولة الكل الآن
queue-test = إرسال رسالة تجريبية
queue-test-hint = إلى أين تذهب
queue-test-send = إرسال رسالة تجريبية
queue-tested = أُدرجت رسالة تجريبية
queue-tested-next = تخرج خلال ثوانٍ. وإلا فأعِد تحميل هذه الصفحة: يظهر السبب بجانبها.

## The member's email address

address-title = تغيير البريد الإلكتروني
address-explanation = يُرسل رابط إلى العنوان الذي تكتبه. وما إن يُفتح هناك حتى يصلح ذلك العنوان لتسجيل دخولك وتصل إليه رسائلك؛ وحتى ذلك الحين لا يتغير شيء. ويُبلَّغ العنوان السابق.
address-on-record = المسجَّل
address-waiting = في انتظار التأكيد
address-waiting-until = صالح حتى { $until }. إن لم يصل شيء فانظر في البريد غير المرغوب فيه، أو أرسل رابطًا آخر.
address-hint = ينبغي ألا يقرأ ما يُرسل إليه أحد غيرك
address-send = إرسال رابط إليه
address-already = هذا العنوان لك بالفعل
address-already-next = هو مسجَّل ومؤكَّد. اكتب عنوانًا آخر لتغييره.
address-too-many = أُرسلت روابط كثيرة جدًا
address-too-many-next = انتظر ساعة، ثم أرسل رابطًا آخر.
address-not-now = لم يُرسل أي رابط
address-not-now-next = تغيّر شيء في حسابك في هذه الأثناء. أعِد تحميل الصفحة وأرسل من جديد.
address-confirm = تأكيد هذا العنوان
address-confirm-explanation = من تلك اللحظة يصلح لتسجيل الدخول إلى هذا الحساب وتصل إليه رسائله.
address-confirm-not-you = لا تعرف شيئًا عن هذا الحساب؟ أغلِق الصفحة: لم يتغيّر شيء.
organization-label = المؤسسة
address-done = أُكِّد عنوانك
address-done-next = يمكنك تسجيل الدخول به من الآن فصاعدًا.
address-taken = هذا العنوان لتسجيل الدخول إلى حساب آخر
address-taken-next = العنوان لحساب واحد. لم يتغيّر شيء. إذا كان الحسابان لك فأعطِ الآخر عنوانًا آخر أولًا.
mail-address-subject = أكِّد عنوان بريدك الإلكتروني
mail-address-what = يقول شخص إن هذا العنوان للحساب { $login }. إذا كنت أنت فافتح هذا الرابط وأكِّده:
mail-address-not-you = إذا كنت لا تعرف شيئًا عن هذا الحساب فليس عليك فعل شيء. لا تعطِ الرابط لأحد.

## MFA settings: proving again

again-submit = تأكيد
again-wrong = ليست هذه كلمة مرورك
again-wrong-next = تحقق من أخطاء الكتابة ومن مفتاح الأحرف الكبيرة، ثم حاول مرة أخرى.
again-delayed = كلمات مرور كثيرة جدًا لم تكن صحيحة
again-suspended = لم تعد كلمة المرور تُفحص هنا
again-suspended-next = خمسون كلمة مرور متتالية لم تكن صحيحة. سجِّل الخروج ثم الدخول من جديد: فذلك يؤكد أيضًا أنك أنت.

## MFA settings

enable-mfa = تفعيل MFA
enable-mfa-next = سترى رمز QR لتطبيق المصادقة. لا يتغيّر شيء حتى يصحّ رمز منه.
disable = تعطيل
disable-keeps = عندئذ لا يطلب تسجيل الدخول سوى كلمة المرور. وتبقى أجهزتك ورموز الاسترداد محفوظة، كي تتمكن من تفعيل MFA من جديد بالهاتف نفسه.
mfa-not-offered = لا تتيح مؤسستك MFA، لذلك لا يطلب تسجيل الدخول سوى كلمة المرور.
mfa-enable-hint = رمز من أي جهاز من أجهزتك يعيد تفعيل MFA
mfa-replaces = يحلّ هذا محل { $device }، الذي يبقى معتمدًا حتى يصحّ رمز من الجهاز الجديد. وعندئذ تُجدَّد رموز الاسترداد أيضًا.
mfa-codes-not-stored-next = أنشئ رموزًا جديدة واحفظها في مكان آمن. فمن دونها يمنعك فقدان الهاتف من الدخول.
mfa-trouble = لا يُقبل رمز، أو لا يُقرأ رمز QR
device-unnamed = تطبيق المصادقة
device-name-label = اسم الجهاز
device-name-hint = كي تعرفه لاحقًا، مثل هاتف العمل
device-rename = إعادة التسمية
device-rename-title = إعادة تسمية الجهاز
device-rename-save = حفظ
device-replace = هاتف جديد
device-delete = حذف
device-add = إضافة جهاز آخر
device-new-phone = هل لديك هاتف جديد؟ اختر «هاتف جديد» بجانب القديم: يبقى القديم معتمدًا حتى يعرض الجديد رمزًا صحيحًا.
device-delete-title = هل تريد حذف { $device }؟
device-delete-entry = لن تُقبل رموزه بعد ذلك. أزِل الإدخال من التطبيق أيضًا: فلا يمكن استخدامه من جديد.
device-delete-leaves-device = يستمر تسجيل الدخول في طلب رمز من أجهزتك الأخرى.
device-delete-leaves-email = يستمر تسجيل الدخول في طلب رمز بالبريد.
device-delete-leaves-nothing = هذا آخر أجهزتك: عندئذ لا يطلب تسجيل الدخول سوى كلمة المرور، وتنتهي معه رموز الاسترداد.
device-delete-sessions = يُسجَّل خروجك من كل مكان آخر.
device-delete-do = حذف الجهاز
trouble-mfa-required = استخدام MFA مشترط عليك
trouble-mfa-required-what = لذلك لا يمكن إيقافها، ولا يمكن حذف آخر أجهزتك. لم يتغيّر شيء.
trouble-mfa-required-next = لاستخدام هاتف آخر، اختر «هاتف جديد» في إعدادات MFA: يزول القديم حالما يعمل الجديد.
trouble-mfa-not-offered = لا تُتاح MFA هنا
trouble-mfa-not-offered-what = أوقفتها مؤسستك، فلا يوجد ما يُعدّ. لم يتغيّر شيء.
trouble-mfa-not-offered-next = إذا كنت تريدها مع ذلك فاطلب من مدير أن يشترطها على حسابك.
trouble-email-codes-not-permitted = لا يُسمح هنا برموز البريد
trouble-email-codes-not-permitted-what = ليست رموز البريد من الطرق التي تسمح بها مؤسستك لحسابك. لم يتغيّر شيء.
trouble-email-codes-not-permitted-next = استخدم تطبيق مصادقة بدلًا منها.
event-mfa-switched-off = أُوقفت MFA. وبقيت الأجهزة ورموز الاسترداد محفوظة.
event-mfa-switched-on = شُغّلت MFA من جديد.
event-device-renamed = غُيِّر اسم الجهاز { $from } إلى { $to }.
event-recovery-codes-ended = انتهت رموز الاسترداد: لم يعد أي منها يعمل.
notice-mfa-switched-off = أُوقفت MFA في حسابك
notice-mfa-switched-on = شُغّلت MFA في حسابك

## Mail of a throw-away portal

demo-mail-title = البريد الملتقَط
demo-mail-explanation = هذه بوابة للتجربة: ما كانت سترسله بالبريد يظهر هنا بدلًا من ذلك، لكل من يصل إلى هذه الصفحة.
demo-mail-none = لا يوجد بريد بعد
demo-mail-none-next = سجِّل الدخول بعنوان أحد الأشخاص وكلمة مروره، ثم أعِد تحميل هذه الصفحة.

## إعدادات MFA: رموز بالبريد

account-email-enabled = بعد كلمة المرور يطلب تسجيل الدخول رمزًا بالبريد.
account-email-disabled = تبقى الرموز بالبريد خطوتك الثانية، لكن تسجيل الدخول لا يطلب رمزًا الآن.
device-add-first = إضافة جهاز
device-add-first-next = تطبيق المصادقة أكثر أمانًا من البريد ولا يحتاج إلى شبكة. ومن حينها يطلب تسجيل الدخول رمزه.
disable-keeps-email = عندها يطلب تسجيل الدخول كلمة مرورك وحدها. وتبقى الرموز بالبريد خطوتك الثانية إلى أن تفعّل MFA من جديد.
email-codes-label = رموز بالبريد
email-codes-in-use = مستخدمة: تُرسل الرموز إلى { $to }.
email-codes-not-in-use = غير مستخدمة
email-codes-offered = يُرسل أولًا رمز إلى { $to } ليُظهر أن الرسائل تصل. ومن يقرأ بريدك يستطيع قراءة الرموز أيضًا.
email-codes-stop = إيقاف الرموز بالبريد
email-codes-leave-devices = بدونها يطلب تسجيل الدخول رمزًا من جهازك. ويُسجَّل خروجك من كل مكان آخر.
email-codes-leave-nothing = بدونها يطلب تسجيل الدخول كلمة مرورك وحدها. ويُسجَّل خروجك من كل مكان آخر.
email-codes-leave-too-little = MFA مطلوبة منك، وهذه خطوتك الثانية الوحيدة. لإيقافها أضِف جهازًا أولًا.
email-codes-enable-next = يُرسل رمز إلى عنوانك، وبعد كتابته تُفعَّل MFA من جديد.
email-code-take-up = اكتبه هنا، ومن حينها تصبح الرموز بالبريد خطوة ثانية لتسجيل الدخول.
email-code-switch-on = اكتبه هنا، فتُفعَّل MFA من جديد.
mail-code-subject-settings = رمزك لإعدادات MFA
mail-code-settings = أدخِله في الصفحة التي تغيّر فيها إعدادات MFA. وهو صالح حتى الساعة { $until }، لمدة خمس دقائق.

## What is stored about the member, and deletion

data-title = بياناتك
data-what = كل ما هو محفوظ عنك، للتنزيل.
data-lead = نزّل كل ما تحفظه هذه البوابة عنك لدى { $organization } في ملف يقرؤه الناس والبرامج.
data-holds = يحتوي على ملفك الشخصي وأدوارك وأجهزتك وجلساتك ومتصفحاتك ورسائلك، وكل ما جرى في حسابك.
data-holds-not = لا يحتوي على أي شيء يفتح حسابك: لا كلمة مرور ولا مفاتيح ولا رموز.
data-proof = يُطلب منك أولًا تأكيد أنك أنت. احفظ الملف حيث لا يقرؤه أحد سواك.
deletion-title = حذف حسابك
deletion-what = يمكنك أن تطلب من { $organization } حذف حسابك وما هو محفوظ عنك.
deletion-ask = طلب الحذف
deletion-asked = طُلب الحذف في { $date }
deletion-asked-next = القرار لإدارة { $organization }. حتى ذلك الحين لا يتغير شيء، ويمكنك سحب الطلب.
deletion-withdraw = الإبقاء على حسابي
deletion-confirm = هل تريد طلب حذف حسابك؟
deletion-confirm-who = ترى إدارة { $organization } طلبك وتقرر. لا يُحذف شيء على الفور.
deletion-confirm-until = حتى ذلك الحين تسجّل الدخول كما كنت، ويمكنك سحب الطلب.
deletion-confirm-final = ما يُحذف لا يمكن استعادته. إذا أردت نسخة من بياناتك فنزّلها أولًا.
access-deletion-asked = طُلب الحذف في { $date }
trouble-deletion-not-offered = لا يمكن طلب الحذف هنا
trouble-deletion-not-offered-what = لا تستقبل مؤسستك مثل هذه الطلبات في البوابة. لم يتغير شيء.
trouble-deletion-not-offered-next = اطلب ذلك من إدارة مؤسستك.
event-data-downloaded = نُزّلت نسخة من كل ما هو محفوظ عن الحساب.
event-deletion-asked = طُلب حذف الحساب.
event-deletion-withdrawn = سُحب طلب حذف الحساب.
notice-deletion-asked = طُلب حذف حسابك
notice-deletion-withdrawn = سُحب طلب حذف حسابك

## صفحة شخص، والمساعدة

person-facts = الحساب الآن
person-state = الحالة
person-active = نشط
person-email-unproved = غير مؤكد
person-required = ‏MFA مطلوبة
person-required-alone = ‏MFA مطلوبة من هذا الحساب
person-not-required = ‏MFA غير مطلوبة
person-devices = الأجهزة
person-device-made = أُضيف { $made }.
person-device-used = آخر استخدام: { $used }.
person-none = لا شيء
person-email-codes = رموز البريد
person-in-use = مستخدمة
person-recovery-codes = رموز الاسترداد
person-recovery-left = بقي { $left } من { $total }
person-limits = القيود
person-no-limits = لا قيود الآن
person-limit-password = كلمة المرور
person-limit-app = رموز التطبيق
person-limit-email = رموز البريد
person-limit-recovery = رموز الاسترداد
person-limit-current = كلمة المرور الحالية عند تغييرها
person-limit-again = كلمة المرور مرة أخرى لتأكيد تغيير
person-limit-enrollment = رمز الإعداد
person-limit-known = في متصفح معروف
person-limit-until = المحاولة التالية ممكنة { $until }
person-limit-closed = أُغلقت بعد خمسين محاولة خاطئة، إلى أن تُفتح
person-sessions = { $sessions ->
    [zero] غير مسجّل الدخول في أي متصفح الآن
    [one] مسجّل الدخول في متصفح واحد الآن
    [two] مسجّل الدخول في متصفحين الآن
    [few] مسجّل الدخول في { $sessions } متصفحات الآن
    [many] مسجّل الدخول في { $sessions } متصفحًا الآن
   *[other] مسجّل الدخول في { $sessions } متصفح الآن
}
person-remembered = { $browsers ->
    [zero] لا يُتذكَّر أي متصفح
    [one] يُتذكَّر متصفح واحد: لا يُطلب فيه أي رمز
    [two] يُتذكَّر متصفحان: لا يُطلب فيهما أي رمز
    [few] تُتذكَّر { $browsers } متصفحات: لا يُطلب فيها أي رمز
    [many] يُتذكَّر { $browsers } متصفحًا: لا يُطلب فيها أي رمز
   *[other] يُتذكَّر { $browsers } متصفح: لا يُطلب فيها أي رمز
}
person-acts = المساعدة
person-acts-note = تأكد من أن { $name } هو من يطلب حقًّا. يُخبَر بالبريد بكل واحد من هذه الأفعال.
person-acts-note-untold = تأكد من أن { $name } هو من يطلب حقًّا. لا تُخبِره أي رسالة بهذه الأفعال: أخبره بنفسك.
person-timeline = ما حدث
help-enrollment-code = إصدار رمز إعداد
help-enrollment-code-what = تقرأ الرمز على { $name }. مع كلمة المرور يفتح إعداد جهاز ولا شيء غيره، مرة واحدة، خلال ساعة.
help-reset-code = إصدار رمز إعادة تعيين
help-reset-code-what = تقرأ الرمز على { $name }. يتيح اختيار كلمة مرور جديدة، مرة واحدة، خلال ساعة. ويُطلب أيضًا جهاز أو رمز استرداد إن وُجد.
help-delete-mfa = حذف إعداد MFA
help-delete-mfa-what = تُحذف أجهزة { $name } ورموز الاسترداد ورموز البريد، وتنتهي كل الجلسات. بعد ذلك تكفي كلمة المرور إلى أن تُعدّ MFA من جديد.
help-delete-mfa-what-required = تُحذف أجهزة { $name } ورموز الاسترداد ورموز البريد، وتنتهي كل الجلسات. ولإعداد MFA من جديد يلزم رمز إعداد منك.
help-delete-mfa-what-by-email = تُحذف أجهزة { $name } ورموز الاسترداد ورموز البريد، وتنتهي كل الجلسات. البريد هو الطريقة الوحيدة في مؤسستك، فيتطلب تسجيل الدخول بعد ذلك كلمة المرور ورمزًا يُرسل إلى العنوان المسجّل. ولا يُطلب رمز إعداد.
help-unlock = رفع القيود
help-unlock-what = تُرفع فترات الانتظار بعد كلمات المرور والرموز الخاطئة، وتُفتح الطرق التي أُغلقت بعد خمسين محاولة خاطئة.
help-sign-out = تسجيل الخروج من كل مكان
help-sign-out-what = تنتهي كل جلسات { $name } فورًا، ولا يُتذكَّر أي متصفح.
help-end-session = إنهاء هذه الجلسة
help-end-session-what = يُسجَّل خروج { $name } من { $browser } ({ $address }) فورًا، ويُنسى ذلك المتصفح: من يسجّل الدخول فيه يُطلب منه كل شيء. وتستمر الجلسات الأخرى.
help-unfreeze = إلغاء التجميد
help-unfreeze-what = قال { $name }، أو شخص يصل إلى بريده، «لم أكن أنا». بعد إلغاء التجميد يمكن تغيير كلمة المرور والأجهزة من جديد. تحقَّق أولًا مما حدث. مع رمز إعادة تعيين في الخطوة نفسها لا تعود كلمة المرور الحالية تفتح شيئًا، أيًّا كان من يعرفها.
help-unfreeze-and-code = إلغاء التجميد ومنح رمز إعادة تعيين
help-require-mfa = اشتراط MFA على هذا الحساب
help-require-mfa-what = مهما قالت السياسة، يصل { $name } إلى الإعداد عند تسجيل الدخول التالي ولا يمكنه المتابعة من دونه.
help-end-requirement = إلغاء اشتراط MFA على هذا الحساب
help-end-requirement-what = بعد ذلك تقرر السياسة وحدها. يبقى ما أعدّه { $name } ويظل مطلوبًا.
help-suspend = إيقاف
help-suspend-what = يُسجّل خروج { $name } من كل مكان ولا يمكنه تسجيل الدخول إلى أن يُفعّل الحساب من جديد. لا يُحذف شيء.
help-activate = تفعيل
help-activate-what = يمكن لـ { $name } تسجيل الدخول من جديد، بكل ما أُعدّ من قبل.
help-delete = حذف الحساب
help-delete-what = يُحذف حساب { $name } وكل ما هو محفوظ فيه: الأجهزة والجلسات وعنوان البريد. لا يمكن استرجاعه. ويبقى ما في سجل التدقيق.
help-how = كيف تحققت من أن هذا هو { $name }؟
help-how-hint = مثلًا: اتصال بالرقم المسجّل؛ حضور شخصي مع البطاقة. يُحفظ ذلك في سجل التدقيق.
help-needs-another = يجب أن يفعل ذلك شخص آخر
help-needs-another-next = أعطيت { $name } رمزًا أو حذفت إعداد MFA، خلال اليوم الماضي أو دون أن يُعدّ شيء منذ ذلك. مع هذه الخطوة ينفتح الحساب، لذلك يجب أن يفعلها شخص آخر من مكتب المساعدة أو الإدارة.
help-code-enrollment = رمز إعداد لـ { $name }
help-code-reset = رمز إعادة تعيين لـ { $name }
help-code-enrollment-next = اقرأه على { $name }. بعد كلمة المرور تطلب البوابة الرمز من مكتب المساعدة.
help-code-reset-next = اقرأه على { $name }. يُدخَل تحت «هل نسيت كلمة المرور؟» في صفحة تسجيل الدخول.
help-code-once = لا يُعرض إلا الآن
help-code-until = صالح حتى { $until }، لاستخدام واحد. ما صدر قبله لم يعد صالحًا.
help-code-both = انتبه: أُعطي { $name } رمز إعداد ورمز إعادة تعيين. كلاهما معًا يفتح الحساب.
help-letter-heading = أو على الورق
help-letter-what = تحمل الرسالة رمزًا أطول يُكتب من الورقة. سلّمها باليد، أو أرسلها إلى عنوان تعرفه.
help-letter = طباعة رسالة
help-letter-days = عدد الأيام التي تصلح فيها الرسالة
help-letter-only-now-next = اطبعها قبل مغادرة الصفحة. سلّمها باليد، أو أرسلها إلى حيث لا يستلمها سوى { $name }.
help-letter-enrollment-why = لدى { $organization } تُعدّ خطوة ثانية قبل تسجيل الدخول. مع كلمة المرور يفتح هذا الرمز الإعداد.
help-letter-reset-why = بهذا الرمز تختار كلمة مرور جديدة لحسابك لدى { $organization }.
help-letter-step-login = اكتب اسم الدخول وهذا الرمز:
help-letter-step-new-password = اختر كلمة مرور جديدة. ويُطلب قبل ذلك ما يحمي الحساب غيرها.
help-letter-step-sign-in = سجّل الدخول باسم الدخول وكلمة المرور.
help-letter-step-code = عندما يُطلب منك رمز الإعداد اكتب هذا الرمز:
help-letter-step-app = أعدّ تطبيق مصادقة. الصفحة ترشدك.
access-filter = التصفية حسب حالة MFA
access-everybody = الجميع
access-search-label = الاسم أو اسم الدخول أو البريد الإلكتروني أو رمز الدعم
access-search = بحث
access-nobody-found = لم يُعثر على أحد
access-show-everybody = عرض الجميع
# Remote logon
logon-code = الرمز من تطبيق المصادقة:
logon-code-emailed = الرمز من الرسالة التي أُرسلت إليك الآن:
logon-code-recovery = رمز الاسترداد:
logon-set-up = استخدام MFA مشترط على حسابك ولم تُعدّ بعد. سجّل الدخول في { $url } لإعدادها، ثم ادخل من هنا مرة أخرى.
logon-frozen = حسابك مجمَّد. اسأل مكتب المساعدة.
logon-no-way = لا يمكن استخدام أي عامل ثانٍ لديك هنا. سجّل الدخول في { $url } وأعدّ تطبيق مصادقة.
logon-together = لم يُقبل ذلك. اكتب كلمة المرور وبعدها مباشرةً الأرقام الستة التي يعرضها تطبيقك الآن. بعد عدة محاولات خاطئة انتظر بضع دقائق.
logon-code-alone = لم يُقبل هذا الرمز. انتظر الرمز التالي ثم ابدأ من جديد. بعد عدة رموز خاطئة انتظر بضع دقائق، أو اسأل مكتب المساعدة.
logon-code-wrong = ليس هذا الرمز الصحيح. ابدأ من جديد.
logon-code-used = استُخدم هذا الرمز من قبل. انتظر الرمز التالي ثم ابدأ من جديد.
logon-code-clock = ليس هذا رمز هذه اللحظة. شغّل الوقت التلقائي في هاتفك ثم ابدأ من جديد.
logon-suspended = رموز خاطئة كثيرة، فأُغلقت هذه الطريقة. اسأل مكتب المساعدة.
logon-wait =
    { $minutes ->
        [zero] محاولات خاطئة كثيرة. ابدأ من جديد بعد { $minutes } دقيقة.
        [one] محاولات خاطئة كثيرة. ابدأ من جديد بعد دقيقة واحدة.
        [two] محاولات خاطئة كثيرة. ابدأ من جديد بعد دقيقتين.
        [few] محاولات خاطئة كثيرة. ابدأ من جديد بعد { $minutes } دقائق.
        [many] محاولات خاطئة كثيرة. ابدأ من جديد بعد { $minutes } دقيقة.
       *[other] محاولات خاطئة كثيرة. ابدأ من جديد بعد { $minutes } دقيقة.
    }
logon-mail-wait = لا يمكن إرسال رمز بالبريد الآن. ابدأ من جديد بعد بضع دقائق.
logon-over = استغرق ذلك وقتًا طويلًا. ابدأ من جديد.
logon-scheme = وصلت كلمة المرور بطريقة CHAP أو MS-CHAP أو EAP، ولا يمكن ذلك هنا. على من يدير هذا الوصول أن يختار PAP.
logon-cut = لا يمكن هنا استخدام كلمة مرور أطول من 128 بايت.
logon-not-utf8 = لم تصل كلمة المرور بترميز UTF-8. يستطيع من يدير هذا الوصول مساعدتك.
event-logged-on = دخول إلى { $client } بكلمة المرور وحدها.
event-logged-on-app = دخول إلى { $client } بكلمة المرور ورمز من التطبيق.
event-logged-on-recovery = دخول إلى { $client } بكلمة المرور ورمز استرداد.
event-logged-on-email = دخول إلى { $client } بكلمة المرور ورمز مرسل بالبريد.
event-logged-on-code-alone = دخول إلى { $client } برمز من التطبيق؛ وقد تحقّق { $client } من كلمة المرور.
event-logged-on-recovery-alone = دخول إلى { $client } برمز استرداد؛ وقد تحقّق { $client } من كلمة المرور.
event-logon-unknown = حاول أحدهم الدخول إلى { $client } باسم لا يحمله أحد.
event-logon-suspended = رُفض دخول إلى { $client }: الحساب موقوف.
event-logon-frozen = رُفض دخول إلى { $client }: الحساب مجمَّد.
event-logon-not-let-in = رُفض دخول إلى { $client }: لا يحق للحساب الدخول هناك.
event-logon-nothing = رُفض دخول إلى { $client }: ليس لدى الحساب ما يمكن طلبه هناك.
event-logon-not-set-up = رُفض دخول إلى { $client }: لم تُعدّ MFA بعد.
# In the place of $client, where that is not told.
event-logon-elsewhere = عميل لدى مؤسسة أخرى
event-logon-no-code = رُفض دخول إلى { $client }: لم يُكتب أي رمز.
event-logon-mail-wait = رُفض دخول إلى { $client }: أُرسل رمز بالبريد قبل لحظات، ولم يحن وقت إرسال رمز آخر.
event-logon-no-password = رُفض دخول إلى { $client }: لم يحمل الطلب كلمة مرور مقروءة. على العميل أن يستخدم PAP.
event-logon-foreign = رُفض دخول إلى { $client }: كان جوابًا عن طلب رمز يخص شخصًا آخر.
event-logon-over = رُفض دخول إلى { $client }: انتهت صلاحية طلب الرمز.
event-logon-not-admitted = كانت كلمة المرور صحيحة، لكن لا يحق للحساب الدخول هناك.
event-radius-client-added = يستطيع { $client } من الآن أن يسأل عمّن يدخل.
event-radius-client-changed = غُيِّر ما يحق لـ { $client } عند الدخول.
event-radius-client-changed-to = غُيِّر ما يحق لـ { $client } عند الدخول: { $changes }
event-radius-secret-rotated = حصل { $client } على سرّ جديد للدخول.
event-radius-client-removed = لم يعد { $client } يستطيع أن يسأل عمّن يدخل.
event-radius-client-signs = يوقّع { $client } ما يسأل عنه، وعليه ذلك من الآن.
event-radius-dropped = لم يُجَب عن شيء سأل عنه { $client }.
mail-code-subject-logon = رمزك للدخول إلى حاسوب أو شبكة
mail-code-logon = أدخِله حيث تدخل إلى حاسوب أو شبكة. وهو صالح حتى الساعة { $until }، ولذلك الدخول وحده، وهو ينتظر دقيقتين.

## السياسة

policy-title = السياسة
policy-rule = من يجب أن يستعمل MFA
policy-off = معطّلة
policy-off-what = لا تُعرض على أحد. ويظل الجهاز الذي أعدّه عضو مطلوبًا.
policy-optional = اختيارية
policy-optional-what = يمكن لكل شخص تفعيلها.
policy-required = إلزامية
policy-required-what = لا يتجاوز أحد صفحة الإعداد دونها.
policy-channels = ما يكفي لها
policy-app = تطبيق المصادقة
policy-email = رمز بالبريد
policy-email-what = أضعف طريقة: من يقرأ البريد لديه الرمز. ولا تفتح الإدارة أبدًا.
policy-first = قبل أول إعداد إلزامي، إلى جانب كلمة المرور
policy-first-default = ما يناسب هذه البوابة
policy-first-default-mail = رمز إلى عنوان البريد، لأن هذه البوابة ترسل البريد.
policy-first-default-nothing = لا شيء، لأن هذه البوابة لا ترسل البريد: أول من يعرف كلمة مرور يمكنه إعداد هاتفه لها.
policy-first-email = رمز إلى عنوان البريد
policy-first-email-what = من ليس له عنوان مسجّل يحتاج إلى رمز إعداد.
policy-first-code = رمز إعداد من مكتب المساعدة
policy-first-code-what = يتصل كل شخص مرة واحدة.
policy-first-nothing = لا شيء
policy-first-nothing-what = أول من يعرف كلمة مرور يمكنه إعداد هاتفه لها.
policy-remember = عدد أيام حفظ المتصفح
policy-remember-what = من 0، أي دون حفظ، إلى 30. في مثل هذا المتصفح تكفي كلمة المرور. ولا يُحسب ذلك للإدارة أبدًا.
policy-deletion = يمكن للأعضاء طلب حذف حساباتهم
policy-save = حفظ السياسة
policy-show = عرض ما يتغيّر
policy-read-only = لا يغيّر السياسة إلا المدراء.
policy-saved = حُفظت السياسة
policy-saved-next = تسري على كل شخص من صفحته التالية.
policy-preview = ما يغيّره الحفظ
policy-preview-set-up = { $people ->
    [zero] لا يصل أحد إلى الإعداد عند تسجيل الدخول التالي
    [one] يصل شخص واحد إلى الإعداد عند تسجيل الدخول التالي
    [two] يصل شخصان إلى الإعداد عند تسجيل الدخول التالي
    [few] يصل { $people } أشخاص إلى الإعداد عند تسجيل الدخول التالي
    [many] يصل { $people } شخصًا إلى الإعداد عند تسجيل الدخول التالي
   *[other] يصل { $people } شخص إلى الإعداد عند تسجيل الدخول التالي
}
policy-preview-asked-first = { $people ->
    [zero] لا يُطلب من أحد دليل آخر قبل الإعداد
    [one] يُطلب دليل آخر قبل الإعداد من شخص واحد عليه إعداد MFA على أي حال
    [two] يُطلب دليل آخر قبل الإعداد من شخصين عليهما إعداد MFA على أي حال
    [few] يُطلب دليل آخر قبل الإعداد من { $people } أشخاص عليهم إعداد MFA على أي حال
    [many] يُطلب دليل آخر قبل الإعداد من { $people } شخصًا عليهم إعداد MFA على أي حال
   *[other] يُطلب دليل آخر قبل الإعداد من { $people } شخص عليهم إعداد MFA على أي حال
}
policy-preview-asked = { $people ->
    [zero] لا يُطلب من أحد خطوة ثانية لا تُطلب الآن
    [one] يُطلب من شخص واحد خطوة ثانية لا تُطلب الآن
    [two] يُطلب من شخصين خطوة ثانية لا تُطلب الآن
    [few] يُطلب من { $people } أشخاص خطوة ثانية لا تُطلب الآن
    [many] يُطلب من { $people } شخصًا خطوة ثانية لا تُطلب الآن
   *[other] يُطلب من { $people } شخص خطوة ثانية لا تُطلب الآن
}
policy-preview-freed = { $people ->
    [zero] لا يسجّل أحد الدخول بكلمة المرور وحدها من حينها
    [one] يسجّل شخص واحد الدخول بكلمة المرور وحدها من حينها
    [two] يسجّل شخصان الدخول بكلمة المرور وحدها من حينها
    [few] يسجّل { $people } أشخاص الدخول بكلمة المرور وحدها من حينها
    [many] يسجّل { $people } شخصًا الدخول بكلمة المرور وحدها من حينها
   *[other] يسجّل { $people } شخص الدخول بكلمة المرور وحدها من حينها
}
policy-preview-stopped = { $people ->
    [zero] لا يتعذّر تسجيل الدخول من حينها على أحد
    [one] يتعذّر تسجيل الدخول من حينها على شخص واحد حتى يساعده مكتب المساعدة
    [two] يتعذّر تسجيل الدخول من حينها على شخصين حتى يساعدهما مكتب المساعدة
    [few] يتعذّر تسجيل الدخول من حينها على { $people } أشخاص حتى يساعدهم مكتب المساعدة
    [many] يتعذّر تسجيل الدخول من حينها على { $people } شخصًا حتى يساعدهم مكتب المساعدة
   *[other] يتعذّر تسجيل الدخول من حينها على { $people } شخص حتى يساعدهم مكتب المساعدة
}
policy-preview-unchanged = { $people ->
    [zero] لا يبقى أحد دون تغيير
    [one] لا يتغيّر شيء لشخص واحد
    [two] لا يتغيّر شيء لشخصين
    [few] لا يتغيّر شيء لـ { $people } أشخاص
    [many] لا يتغيّر شيء لـ { $people } شخصًا
   *[other] لا يتغيّر شيء لـ { $people } شخص
}
policy-preview-sessions = يُحسب هنا إلى أين تؤدي كلمة المرور عند تسجيل الدخول التالي. أما المدد الأقصر فتسري أيضًا على الجلسات المفتوحة والمتصفحات المحفوظة فورًا.
policy-preview-next = لم يُحفظ شيء بعد.
policy-no-mail = لا يمكن لهذه البوابة إرسال البريد
policy-only-email-next = برموز البريد وحدها لا يمكن لأحد تسجيل الدخول. اسمح بتطبيق المصادقة أيضًا.
policy-first-email-next = لا يمكن إرسال رمز قبل الإعداد الأول. اختر إثباتًا آخر.
policy-no-channel = اختر طريقة واحدة على الأقل تكفي.
policy-stale = غيّر شخص آخر السياسة في هذه الأثناء
policy-stale-next = اختياراتك ما زالت هنا. انظر ما الذي تغيّره الآن، ثم احفظ من جديد.

## الحواسيب البعيدة

computers-title = الحواسيب البعيدة
computers-login = ادخل باسم { $login } إلى { $address }
computers-ask-both = عند الدخول هناك تُطلب منك كلمة المرور ثم رمز، كما هنا.
computers-ask-password = عند الدخول هناك تُطلب منك كلمة المرور، كما هنا.
computers-frozen = ما دام حسابك مجمَّدًا فلن تستطيع الدخول إلى هناك.
event-computer-added = أُضيف الحاسوب البعيد { $name } إلى الصفحة الرئيسية.
event-computer-changed = غُيِّر ما تقوله الصفحة الرئيسية عن الحاسوب البعيد { $name }.
event-computer-changed-to = غُيِّر ما تقوله الصفحة الرئيسية عن الحاسوب البعيد { $name }: { $changes }
event-computer-removed = أُزيل الحاسوب البعيد { $name } من الصفحة الرئيسية.
## Who is on the phone

caller-title = التحقق ممّن على الهاتف
caller-what = تساعدك البوابة على معرفة ما إذا كان المتصل هو { $name } حقًا، وتُظهر لـ { $name } أنه أنت حقًا. لا يتغيّر شيء ولا يُفتح شيء.
caller-start = بدء التحقق
caller-by-word = في متصفح سجّل المتصل الدخول فيه
caller-by-word-next = اطلب من { $name } فتح «هل هو مكتب المساعدة حقًا؟» ضمن «تعديل الملف الشخصي»، واقرأ هذه الكلمة ليكتبها هناك.
caller-until = صالحة حتى { $until }، مرة واحدة.
caller-look = النظر مرة أخرى
caller-by-app = رمز من تطبيق المصادقة
caller-code-label = الرمز الذي يقرؤه المتصل
caller-by-app-hint = ستة أرقام. يُحتسب مرة واحدة هنا، ولا يُحتسب بعدها في أي مكان.
caller-check-code = تحقق من الرمز
caller-by-mail = رمز بالبريد
caller-by-mail-next = يُرسل رمز إلى عنوان { $name } وبجانبه اسمك.
caller-mailed-label = الرمز من البريد
caller-end = إنهاء هذا التحقق
caller-known = إنه { $name }
caller-known-app = برمز من تطبيق المصادقة، عند { $at }.
caller-known-email = برمز من صندوق البريد المسجّل، عند { $at }.
caller-known-word = بكلمتك التي كُتبت في متصفح مسجّل الدخول، عند { $at }.
caller-known-next = خلال ربع الساعة القادمة يُعدّ هذا جوابًا عن كيفية تحققك ممّن يسأل.
caller-go-on = متابعة
caller-over = انتهى هذا التحقق
caller-over-next = لم يثبت أن أحدًا هو { $name }: انتهى الوقت، أو أخطأت كلمات كثيرة، أو قال { $name } إنه شخص آخر. لا تساعد قبل أن تعرف من المتصل.
caller-how-app = تحقق من المتصل: رمز من تطبيق المصادقة
caller-how-email = تحقق من المتصل: رمز من صندوق البريد المسجّل
caller-how-word = تحقق من المتصل: كلمة كُتبت في متصفح مسجّل الدخول
help-known = تم التحقق ممّن يسأل، عند { $at }.
person-check-caller = التحقق ممّن على الهاتف
person-check-waits = ينتظر تحققك صاحب المكالمة حتى { $until }
person-check-go-on = متابعة التحقق
dashboard-due = تشترط { $organization } استخدام MFA ابتداءً من { $due }
dashboard-due-what = أعدّه ما دام في الوقت متّسع: يكفيك تطبيق على هاتفك وبضع دقائق. وبعد ذلك لا يُفتح شيء آخر حتى تُعدّه.
dashboard-due-next = إعداد MFA الآن
calling-title = هل هو مكتب المساعدة حقًا؟
calling-agent = يتحدث { $name } مع شخص على الهاتف ويريد أن يعرف إن كنت أنت.
calling-agent-next = هل أنت من اتصل؟ اطلب أن يقرأ لك الكلمة التي تظهر في صفحته واكتبها هنا. بعدها يساعد من هو معه على الخط، ويمكنه إعطاؤه رموزًا لحسابك. هل اتصل بك أحد؟ أغلق الخط واتصل أنت بمكتب المساعدة: قد ينقل غريب بينكما الكلمة.
calling-alone = سجّلت الدخول بكلمة المرور وحدها، وهذا لا يُظهر من أنت: على { $name } أن يتحقق بطريقة أخرى. لا تقرأ كلمة مرورك لأحد أبدًا.
calling-word-label = الكلمة التي تُقال لك
calling-word-hint = شيء مثل «{ $example }»، صالحة حتى { $until }.
calling-confirm = نعم، هذا أنا
calling-disown-next = لا تتحدث معه على الهاتف؟ إذن هناك من ينتحل شخصيتك.
calling-disown = ليس أنا
calling-nobody = لا أحد من مكتب المساعدة يتحقق من مكالمة الآن
calling-nobody-next = إن اتصل بك أحد وقال إنه مكتب المساعدة، فأغلق الخط واتصل أنت بمكتب المساعدة. إن كنت أنت من اتصل، فاطلب بدء التحقق ثم انظر مرة أخرى. لا تخبر أحدًا بكلمة مرورك أبدًا.
calling-over = انتهى هذا التحقق
calling-over-next = اطلب من مكتب المساعدة بدء تحقق آخر. إن لم يستطع، فأغلق الخط واتصل أنت.
calling-known = صاروا يعلمون أنه أنت
calling-known-next = يساعد المكتب الآن من هو معه على الخط. إن لم يكن ذلك أنت لأن أحدًا اتصل بك بهذه الكلمة، فأغلق الخط واتصل بمكتب المساعدة فورًا.
calling-disowned = شكرًا: انتهى التحقق
calling-disowned-next = أُبلغ مكتب المساعدة بأنه شخص آخر. دُوّن ذلك ضمن «النشاط».
calling-wrong = ليست هذه الكلمة
calling-wrong-next =
    { $left ->
        [0] كانت هذه آخر محاولة. أغلق الخط واتصل أنت بمكتب المساعدة.
        [zero] كانت هذه آخر محاولة. أغلق الخط واتصل أنت بمكتب المساعدة.
        [one] اطلب قراءتها مرة أخرى، بقيت محاولة واحدة. إن أخطأت ثانية فأغلق الخط: قد لا يكون مكتب المساعدة.
        [two] اطلب قراءتها مرة أخرى، بقيت محاولتان. إن بقيت خاطئة فأغلق الخط: قد لا يكون مكتب المساعدة.
        [few] اطلب قراءتها مرة أخرى، بقيت { $left } محاولات. إن بقيت خاطئة فأغلق الخط: قد لا يكون مكتب المساعدة.
        [many] اطلب قراءتها مرة أخرى، بقيت { $left } محاولة. إن بقيت خاطئة فأغلق الخط: قد لا يكون مكتب المساعدة.
       *[other] اطلب قراءتها مرة أخرى، بقيت { $left } محاولة. إن بقيت خاطئة فأغلق الخط: قد لا يكون مكتب المساعدة.
    }
calling-frozen = لا يمكن ذلك ما دام حسابك مجمّدًا
calling-frozen-next = اقرأ بدلًا من ذلك رمزًا من تطبيقك لمكتب المساعدة.
account-calling = هل هو مكتب المساعدة حقًا؟
account-calling-what = عندما يتصل أحد ويقول ذلك
mail-code-subject-caller = رمزك لمكتب المساعدة
mail-code-caller = اقرأه لمكتب المساعدة إن كنت على الهاتف معه الآن. صالح حتى { $until }، لمدة خمس دقائق، ولا يفتح شيئًا.
mail-code-not-calling = لست على الهاتف معه؟
mail-code-not-calling-next = إذن هناك من ينتحل شخصيتك. لا تعطِ هذا الرمز لأحد، وأبلغ مكتب المساعدة.
event-caller-check-started = بدأ مكتب المساعدة التحقق ممّن على الهاتف.
event-caller-check-ended = أنهى مكتب المساعدة تحققه ممّن على الهاتف.
event-caller-check-replaced = أنهى تحقق جديد ممّن على الهاتف التحقق الذي قبله.
event-caller-known-app = أظهر رمز من التطبيق لمكتب المساعدة من على الهاتف.
event-caller-known-email = أظهر رمز بالبريد لمكتب المساعدة من على الهاتف.
event-caller-known-word = أظهرت كلمة مكتب المساعدة، المكتوبة في متصفح مسجّل الدخول، من على الهاتف.
event-caller-disowned = أُبلغ مكتب المساعدة بأن شخصًا آخر على الهاتف.
notice-caller-known = ظنّ مكتب المساعدة أن شخصًا على الهاتف هو أنت
notice-caller-disowned = قلت إن شخصًا آخر كان على الهاتف

remote-title = الدخول عن بعد
remote-lead = ما يراه أفراد مؤسستك من حواسيبهم البعيدة، وأيّ الحواسيب والشبكات الافتراضية وجدران الحماية تسأل هذه البوابة عمّن يحق له الدخول.
remote-not-listening = لا تجيب البوابة عن RADIUS بعد
remote-not-listening-next = على من يشغّلها أن يضبط radius.listen في إعداداتها، مثل 127.0.0.1:1812، ثم يعيد تشغيلها.
remote-name-label = الاسم
remote-seen-by-everyone = يراه الجميع
remote-seen-by-nobody = لا يراه أحد
remote-seen-by = يراه { $people }
remote-opens-for-everyone = يحق للجميع الدخول
remote-opens-for-nobody = لا يحق لأحد الدخول
remote-opens-for = يحق الدخول لـ { $people }
remote-delete = حذف
remote-save = حفظ
remote-nobody = لا أحد هنا له اسم الدخول { $login }. تحقّق من كتابته في صفحة الإدارة والوصول.
remote-stale = غيّره شخص آخر في هذه الأثناء. افتحه من جديد ثم أجرِ تغييرك.
remote-full = بلغت المؤسسة الحد الأقصى. احذف واحدًا أولًا.
computers-none = لا توجد حواسيب بعيدة بعد
computers-none-next = أضف واحدًا ليرى أفراد مؤسستك في صفحتهم الرئيسية كيف يصلون إليه.
computers-add = إضافة حاسوب بعيد
computer-name-hint = كما يسمّيه أفراد مؤسستك، مثل: خادم الويب.
computer-address-label = العنوان
computer-address-hint = اسم أو عنوان، مع رقم المنفذ إن لم يكن المعتاد، مثل web-1.example.com أو 10.0.0.7:2222.
computer-command-label = ما يُكتب (اختياري)
computer-command-hint = إن تُرك فارغًا فهو ssh. يُملأ {"{"}login{"}"} و{"{"}address{"}"}، كما في mstsc /v:{"{"}address{"}"}.
computer-delete-what = يختفي من الصفحة الرئيسية لكل من يراه. أما من يحق له الدخول إليه فلا يتغيّر، لأن عميل RADIUS الخاص به هو الذي يحدده.
whom-sees = من يراه
whom-logs-on = من يحق له الدخول
whom-everyone = جميع من في المؤسسة
whom-named = المذكورون هنا فقط
whom-people-label = أسماء الدخول
whom-people-hint = اسم واحد في كل سطر، مثل ann. لا حاجة إليها إلا إذا لم يكن المقصود الجميع.
clients-title = عملاء RADIUS
clients-none = لا يوجد عملاء RADIUS بعد
clients-none-next = يصبح الحاسوب أو الشبكة الافتراضية أو جدار الحماية عميلًا بعد أن تضيفه هنا وتكتب سرّه في إعداداته.
clients-add = إضافة عميل RADIUS
client-name-hint = الاسم الذي يظهر به في سجل التدقيق، مثل web-1.
client-network-label = العنوان أو الشبكة
client-network-hint = من أين يسأل، مثل 10.0.0.7 أو 10.0.0.0/24.
client-certificates-label = الشهادات
client-certificates-hint = لعميل عبر TLS: بصمات SHA-256 لشهاداته، واحدة في كل سطر، أو شهادة واحدة بصيغة PEM.
client-certificates-new-hint = بدلًا من ذلك، لعميل عبر TLS: بصمة SHA-256 لشهادته، أو الشهادة بصيغة PEM. ولا يشارك حينئذ أي سر.
client-asks-from = يسأل من { $network }
client-asks-over-tls = يسأل عبر TLS ويُعرف بشهادته
client-signing = Message-Authenticator
client-signing-yes = مطلوب
client-signing-yes-what = لا يُجاب عن طلب لا يحمله. اختر هذا كلما استطاع العميل التوقيع.
client-signing-auto = مطلوب ابتداءً من أول طلب موقَّع
client-signing-auto-what = لعميل لست متأكدًا منه.
client-signing-no = غير مطلوب
client-signing-no-what = تحذير: يستطيع من هو على الشبكة بينهما أن يغيّر الطلبات والأجوبة (CVE-2024-3596). استعمله على الجهاز نفسه أو داخل نفق فقط، لعملاء لا يستطيعون التوقيع، مثل pam_radius_auth في Debian 12.
client-recovery-codes = تُقبل هناك رموز الاسترداد
client-returned-label = السمات المُرجَعة (اختياري)
client-returned-hint = سمة واحدة في كل سطر، مثل Filter-Id=staff أو 26.9.1=shell:priv-lvl=15. تُرسل إلى العميل مع كل دخول.
client-returned-too-much = السمات أكثر مما يتسع له الجواب. اذكر عددًا أقل.
client-taken = يوجد هنا عميل بهذا الاسم، أو عميل في البوابة له هذه الشبكة أو هذه الشهادة. اختر اسمًا آخر أو تحقّق من العنوان أو الشهادة.
client-secret-title = سرّ { $client }
client-secret = السرّ
client-line = السطر
client-secret-once = يظهر هذا السرّ الآن فقط
client-secret-next = اكتبه في إعدادات العميل قبل مغادرة هذه الصفحة. إن ضاع حلّ محله سرّ جديد.
client-secret-rotated = لم يعد السرّ السابق مقبولًا: اكتب هذا الآن في إعدادات العميل.
client-secret-done = كتبتُه
client-lines = لملف pam_radius_auth.conf
client-lines-server = الكلمة الأولى هي العنوان الذي يصل العميل عبره إلى البوابة. غيّرها إن كان عنوانًا آخر.
client-lines-signing = لا يستطيع pam_radius_auth في Debian 12 التوقيع، فلا يُجاب إلا إذا لم يكن Message-Authenticator مطلوبًا.
client-rotate = إنشاء سرّ جديد
client-rotate-what = ينتهي السرّ الحالي فورًا. وإلى أن يُكتب الجديد في إعداداته لا يُجاب العميل ولا يدخل أحد عبره.
client-delete-what = لن يُجاب عن أي شيء يسأل عنه، فلا يدخل أحد عبره. ولا يمكن استرجاع سرّه.
problem-not-an-address = اكتبه مثل web-1.example.com، أو مع المنفذ مثل 10.0.0.7:2222.
problem-not-a-network = اكتب عنوانًا مثل 10.0.0.7 أو شبكة مثل 10.0.0.0/24.
problem-not-a-certificate = اكتب بصمة SHA-256 من 64 رقمًا ست عشريًا، أو ألصق الشهادة بصيغة PEM.
problem-network-or-certificate = املأ العنوان أو الشبكة، أو الشهادة.
problem-not-attributes = اكتب NAME=VALUE في كل سطر. الأسماء هي Service-Type وFilter-Id وClass وSession-Timeout وIdle-Timeout وFramed-Pool، وما يخص الشركات المصنّعة يبدأ بـ 26.
step-up-remote-logon = تحديد من يدخل إلى حواسيبك يتطلب إثباتًا جديدًا بأنك أنت، برمز من تطبيقك.
client-flow = كيف يُطلب الرمز
client-flow-challenge = كلمة المرور ثم الرمز
client-flow-challenge-what = لكل عميل يستطيع طرح سؤال ثانٍ.
client-flow-together = كلمة المرور والرمز في حقل واحد
client-flow-together-what = لعملاء لا يستطيعون السؤال مرتين: يُكتب الرمز بعد كلمة المرور مباشرة. ولا تصلح معه الرموز المرسلة بالبريد.
client-flow-code-alone = الرمز وحده
client-flow-code-alone-what = تحذير: فقط لعميل يتحقق من كلمة المرور بنفسه، وإلا دخل كل من يرى هاتفًا.
# المهلة والاستثناءات ومدة الجلسات وكلمات المرور في السياسة
way-offer-title = أعدّ MFA قبل { $date }
way-offer-why = تطلب { $place } من الجميع خطوة ثانية عند تسجيل الدخول اعتبارًا من { $until }. يستغرق الإعداد نحو دقيقتين.
way-not-now = ليس الآن
way-not-now-note = يمكنك المتابعة من دونها. ستُسأل من جديد في كل مرة تسجّل فيها الدخول.
event-extended = مُنحت وقتًا إضافيًا لإعداد MFA. السبب: { $reason }
event-exempted = أُعفيت مما تشترطه مؤسستك لتسجيل الدخول. السبب: { $reason }
event-extension-ended = سُحب الوقت الإضافي لإعداد MFA.
event-exemption-ended = سُحب الإعفاء مما تشترطه مؤسستك لتسجيل الدخول.
policy-number-problem = اكتب عددًا صحيحًا من { $least } إلى { $most }.
policy-numbers-problem = بعض الأعداد غير ممكنة:
policy-grace = أيام المهلة
policy-grace-what = من { $least }، أي فورًا، إلى { $most }. حتى انتهائها يُسأل من لم يُعدّ شيئًا عند كل تسجيل دخول ويمكنه التأجيل. تُحسب من اليوم الذي صارت فيه MFA إلزامية، وللأعضاء الجدد من يومهم الأول. لا تسري على الأدوار الأعلى من عضو، ولا بعد حذف إعداد MFA، ولا على تسجيل الدخول عن بُعد.
policy-new-grace = بدء المهلة من جديد
policy-new-grace-what = تُحسب منذ { $since }، حتى لو خُفّفت السياسة في الأثناء. عند وضع العلامة تُحسب من الآن للجميع.
policy-lifetimes = كم يبقى الشخص مسجّل الدخول
policy-hours = ساعات، مهما كان النشاط
policy-hours-what = من { $least } إلى { $most }. المدة الأقصر تسري أيضًا على الجلسات المفتوحة اعتبارًا من صفحتها التالية.
policy-idle = دقائق دون طلب
policy-idle-what = من { $least } إلى { $most }.
policy-away = دقائق بعيدًا عن الإدارة
policy-away-what = من { $least } إلى { $most }. بعدها تطلب الإدارة رمزًا من جديد.
policy-password = أقصر كلمة مرور جديدة، بالأحرف
policy-password-what = من { $least } إلى { $most }. حيث لا تُطلب خطوة ثانية فالحد الأدنى 15 مهما ذُكر هنا. يسري عند اختيار كلمة المرور التالية، ولا تنتهي به أي كلمة مرور قائمة. كلمات المرور الشائعة والأسماء تُرفض في كل حال.
policy-preview-offered = { $people ->
    [zero] لا يُعرض الإعداد القابل للتأجيل على أحد
    [one] يُعرض الإعداد على شخص واحد عند كل تسجيل دخول ويمكنه تأجيله الآن
    [two] يُعرض الإعداد على شخصين عند كل تسجيل دخول ويمكنهما تأجيله الآن
    [few] يُعرض الإعداد على { $people } أشخاص عند كل تسجيل دخول ويمكنهم تأجيله الآن
    [many] يُعرض الإعداد على { $people } شخصًا عند كل تسجيل دخول ويمكنهم تأجيله الآن
   *[other] يُعرض الإعداد على { $people } شخص عند كل تسجيل دخول ويمكنهم تأجيله الآن
}
policy-preview-in-all = { $people ->
    [zero] مع من لا يتغيّر لهم شيء، لا يُنقل أحد إلى الإعداد عند تسجيل الدخول التالي؛ ومنهم بدور أعلى من عضو: { $admins }.
    [one] مع من لا يتغيّر لهم شيء، يُنقل شخص واحد إلى الإعداد عند تسجيل الدخول التالي؛ ومنهم بدور أعلى من عضو: { $admins }.
    [two] مع من لا يتغيّر لهم شيء، يُنقل شخصان إلى الإعداد عند تسجيل الدخول التالي؛ ومنهم بدور أعلى من عضو: { $admins }.
    [few] مع من لا يتغيّر لهم شيء، يُنقل { $people } أشخاص إلى الإعداد عند تسجيل الدخول التالي؛ ومنهم بدور أعلى من عضو: { $admins }.
    [many] مع من لا يتغيّر لهم شيء، يُنقل { $people } شخصًا إلى الإعداد عند تسجيل الدخول التالي؛ ومنهم بدور أعلى من عضو: { $admins }.
   *[other] مع من لا يتغيّر لهم شيء، يُنقل { $people } شخص إلى الإعداد عند تسجيل الدخول التالي؛ ومنهم بدور أعلى من عضو: { $admins }.
}
policy-exceptions = الاستثناءات
policy-exceptions-note = كل استثناء لشخص واحد وله سبب وينتهي من تلقاء نفسه. يُمنح في صفحة الشخص.
policy-no-exceptions = لا يوجد أي استثناء.
policy-exception-extension = وقت إضافي لإعداد MFA حتى { $until }
policy-exception-exemption = إعفاء من السياسة حتى { $until }
person-required-soon = إلزامية اعتبارًا من { $due }، ويمكن تأجيلها حتى ذلك الحين
person-exempt = إعفاء من السياسة حتى { $until }
help-extend = منح وقت إضافي
help-extend-what = يمكن لـ { $name } تأجيل إعداد MFA هذا العدد من الأيام من الآن. يبقى العرض عند كل تسجيل دخول.
help-end-extension = سحب الوقت الإضافي
help-end-extension-what = تسري على { $name } من جديد المهلة التي للجميع.
help-exempt = الإعفاء من السياسة
help-exempt-what = لا يسري ما تشترطه السياسة على { $name } هذا العدد من الأيام من الآن. ما أُعدّ يبقى مطلوبًا. وينتهي الإعفاء بدور أعلى من عضو.
help-end-exemption = إنهاء الإعفاء
help-end-exemption-what = تسري السياسة على { $name } من جديد اعتبارًا من الصفحة التالية.
help-days = لكم يومًا
help-days-hint = من 1 إلى { $most }، تُحسب من الآن.
help-reason = السبب
help-reason-hint = يقرؤه { $name } في رسالة وضمن النشاط، ويظهر في صفحة السياسة وفي سجل التدقيق.
help-not-given = لا يمكن منح هذا الاستثناء
help-not-given-role = لدى { $name } دور أعلى من عضو. من لديه دور كهذا يُثبت جهازًا، بلا استثناء.
help-not-given-alone = MFA مطلوبة من { $name } وحده، والاستثناء من السياسة لا يغيّر ذلك. ألغِ هذا الاشتراط أولًا.
help-not-given-nothing = ليس لدى { $name } ما يؤجّله: MFA غير مطلوبة، أو أُعدّت، أو لا تستحق قبل ذلك اليوم أصلًا.
policy-last-admin = لن يستطيع أحد إدارة المؤسسة بعد ذلك
policy-last-admin-next = لم يُعدّ أي مدير تطبيق مصادقة، وسيُطلب من كل منهم رمز لا يعطيه إلا مدير أو مكتب المساعدة. ليُعدّه أحدهم أولًا، أو اختر إثباتًا آخر.

why-title = لماذا يُطلب هذا؟
person-why = لماذا؟
why-rules = القواعد
why-strictest = تُحتسب أشدّها.
why-facts = ما يؤثر أيضًا
why-password = عند تسجيل الدخول التالي تكفي كلمة المرور.
why-offered = عند تسجيل الدخول التالي يُعرض إعداد MFA بعد كلمة المرور، ويمكن تأجيله حتى { $until }.
why-set-up = عند تسجيل الدخول التالي تقود كلمة المرور إلى إعداد MFA ولا إلى شيء آخر.
why-first-email = عند تسجيل الدخول التالي تقود كلمة المرور إلى رمز بالبريد ثم إلى إعداد MFA ولا إلى شيء آخر.
why-first-code = عند تسجيل الدخول التالي تقود كلمة المرور إلى رمز الإعداد من مكتب المساعدة ثم إلى إعداد MFA ولا إلى شيء آخر.
why-second-step = عند تسجيل الدخول التالي تُطلب خطوة ثانية بعد كلمة المرور.
why-frozen = الحساب مجمّد: كلمة المرور وحدها لا تفتح شيئًا، ولا يمكن إعداد شيء.
why-suspended = الحساب موقوف: لا يسجّل أحد الدخول به.
why-rule-off = السياسة تقول «معطّلة»: لا يُطلب إلا ما أعدّه المرء.
why-rule-optional = السياسة تقول «اختيارية»: لا يُطلب إلا ما أعدّه المرء.
why-rule-soon = تشترط السياسة خطوة ثانية على الجميع، وهنا تسري اعتبارًا من { $due }.
why-rule-required = تشترط السياسة خطوة ثانية على الجميع.
why-exempt = تشترط السياسة خطوة ثانية على الجميع، إلا على هذا الشخص حتى { $until }.
why-account = MFA مطلوبة من هذا الحساب وحده مهما قالت السياسة.
why-role = الدور الأعلى من عضو يحتاج إلى تطبيق مصادقة مهما قالت السياسة.
why-since = تشترطها السياسة منذ { $since }.
why-grace = { $days ->
    [zero] لا مهلة منذئذ، أو منذ إنشاء الحساب، { $from }، إن كان بعده. وهي لمن لم يُعدّ شيئًا.
    [one] هناك مهلة يوم واحد منذئذ، أو منذ إنشاء الحساب، { $from }، إن كان بعده. وهي لمن لم يُعدّ شيئًا.
    [two] هناك مهلة يومين منذئذ، أو منذ إنشاء الحساب، { $from }، إن كان بعده. وهي لمن لم يُعدّ شيئًا.
    [few] هناك مهلة { $days } أيام منذئذ، أو منذ إنشاء الحساب، { $from }، إن كان بعده. وهي لمن لم يُعدّ شيئًا.
    [many] هناك مهلة { $days } يومًا منذئذ، أو منذ إنشاء الحساب، { $from }، إن كان بعده. وهي لمن لم يُعدّ شيئًا.
   *[other] هناك مهلة { $days } يوم منذئذ، أو منذ إنشاء الحساب، { $from }، إن كان بعده. وهي لمن لم يُعدّ شيئًا.
}
why-extended = مُنح وقت إضافي حتى { $until }.
why-deleted = حُذف إعداد MFA، فالإعداد التالي ينتظر رمز الإعداد من مكتب المساعدة.
why-has = هناك شيء مُعدّ ويُطلب.
why-has-nothing = لم يُعدّ شيء.
access-owed-now = مطلوبة ولم تُعدّ
access-owed-soon = مؤجّلة
access-owed-until = مؤجّلة حتى { $date }
## The audit log of an organization

log-title = سجل التدقيق
log-whole = هذا السجل سليم: لا شيء ناقص ولا متغيّر.
log-sealed = الأحداث المختومة: { $sealed }.
log-unsealed = في انتظار الختم: { $unsealed }، وأقدمها: { $since }.
log-about = الشخص
log-by = الفاعل
log-doer = أو الفاعل
log-doer-anybody = أي فاعل
log-people-hint = اكتب اسم دخول أو عنوان بريد إلكتروني. تجد خانة «الفاعل» ما فعله شخص بغيره أو بالمؤسسة، أما ما فعله بحسابه فتجده خانة «الشخص». ومن ساعد من مؤسسة أخرى تجده باسم دخوله الذي يتضمن اسم مؤسسته.
log-topic = النوع
log-topic-all = كل شيء
log-topic-sign-ins = تسجيل الدخول والخروج
log-topic-refusals = ما رُفض
log-topic-credentials = MFA وكلمات المرور والملفات الشخصية
log-topic-help = مكتب المساعدة
log-topic-people = الحسابات والأدوار والدعوات
log-topic-organization = السياسة والاتصالات
log-topic-records = عمليات التصدير والتحقق
log-from = أول يوم
log-until = آخر يوم
log-show = عرض
log-show-all = عرض كل شيء
log-events = الأحداث
log-none = لم يُعثر على شيء
log-what = ما حدث
log-when = متى ومن أين
log-unreadable = غُيِّر هذا الحدث حتى لم يعد مقروءًا.
log-changed = غُيِّر بعد كتابته
log-the-organization = المؤسسة
log-gone = شخص لم يعد حسابه موجودًا
log-operator = سطر الأوامر
log-portal = البوابة نفسها
log-nobody = شخص لم يسجّل الدخول
log-export = أخذ نسخة
log-export-what = يضم الملف كل حدث يجده المرشّح أعلاه، الأقدم أولًا، لا هذه الصفحة وحدها. ويُسجَّل تنزيله في هذا السجل.
log-csv = تنزيل CSV
log-json = تنزيل أسطر JSON
problem-nobody-here = لا أحد هنا له هذا الاسم. اكتب اسم دخول مثل ann أو عنوان بريد إلكتروني يُسجَّل الدخول به.
problem-not-a-day = اكتب يومًا بالصيغة 2026-11-22.

## Organizations, for those who run the instance

organizations-title = المؤسسات
organizations-add = إضافة مؤسسة
organizations-add-what = تحصل على أشخاصها وسياستها وسجل تدقيقها ومفتاحها. ادعُ بعد ذلك أول مدير لها.
organizations-acts = الإجراءات
organizations-suspend = إيقاف
organizations-activate = إعادة تفعيل
organizations-delete = حذف
organizations-suspend-what = لا يسجّل أحد من { $name } الدخول من الآن بأي طريق، ومن كان داخلًا خرج عند الصفحة التالية. ويُحفظ كل شيء.
organizations-activate-what = يستطيع أشخاص { $name } تسجيل الدخول من جديد.
organizations-delete-what = يُحذف كل من في { $name } مع كل ما خُزّن لهم، ويُحذف المفتاح الذي خُتمت به أسرارهم. وتبقى بصمات سجل التدقيق. ولا شيء يعيدها إلا نسخة من قاعدة البيانات أخذتموها من قبل: احذفوا مثل هذه النسخ أيضًا، أو اطلبوا تغيير المفتاح الرئيسي والاستغناء عن القديم: عندها لا تُفتح أسرارها بعد ذلك.
organizations-delete-hint = اكتب { $slug } لتأكيد أن هذا هو المقصود.
organizations-people = الأشخاص: { $people }.
organizations-last-owner = لا مالك آخر لهذه البوابة
organizations-last-owner-next = كل المالكين الذين يستطيعون تسجيل الدخول في هذه المؤسسة. اجعل أولًا شخصًا من مؤسسة أخرى مالكًا.
problem-not-the-same = هذا شيء آخر. اكتبه كما يظهر تمامًا.
event-organization-suspended = أُوقفت المؤسسة: لا يسجّل أحد منها الدخول.
event-organization-activated = أُعيد فتح المؤسسة بعد إيقافها.
event-organization-deletion-began = بدأ حذف المؤسسة { $name }، وكان فيها { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}.
event-organization-deleted = حُذفت المؤسسة { $name } مع أشخاصها ومفتاحها.

## What is on record about somebody

edit-person-title = تعديل البيانات
edit-person-what = يعلم { $name } بالبريد بما يتغير هنا، على العنوان القديم وعلى الجديد.
edit-person-email-vouched = يُسجَّل الدخول به فورًا: أنت تضمنه.
edit-person-email-unproved = يُسجَّل الدخول بالعنوان الجديد بعد أن يثبته صاحبه في «تعديل الملف الشخصي». وحتى ذلك الحين يُسجَّل الدخول باسم الدخول.
edit-person-save = حفظ
event-login-name-changed = غُيِّر اسم الدخول من { $from } إلى { $to }.
event-address-set = سُجِّل العنوان { $address }. يُسجَّل الدخول به بعد إثباته.
event-address-vouched = سُجِّل العنوان { $address } وضُمن. يُسجَّل الدخول به.
event-address-taken-off = أُزيل العنوان المسجَّل.
notice-login-name-changed = غُيِّر اسم دخولك

## People as a file

access-export = أخذ نسخة
access-export-what = كل الأشخاص: الحالة و MFA والدور، جدولًا لبرامج الجداول. ويُسجَّل تنزيله في سجل التدقيق.
event-people-exported = صُدِّرت قائمة بأشخاص المؤسسة.

## Giving a role

role-title = تغيير الدور
role-what = يحصل { $name } على هذا الدور بدل دوره الحالي ابتداءً من صفحته التالية، ويعلم بذلك بالبريد.
role-give = منح الدور
role-until = حتى { $until }
role-until-label = آخر يوم (اختياري)
role-until-hint = بعده يعود الشخص عضوًا من تلقاء نفسه. اتركه فارغًا لدور بلا نهاية.
role-member-what = يسجّل الدخول ويعتني بحسابه.
role-auditor-what = يقرأ كل شيء في هذه المؤسسة ولا يغيّر شيئًا.
role-help-desk-what = يساعد الأعضاء والمدققين: يرفع القيود، ويحذف إعداد MFA، ويعطي الرموز.
role-admin-what = يقرر في شأن كل شخص وكل شيء في هذه المؤسسة.
role-owner-what = يدير البوابة كلها مع كل المؤسسات.
role-last-admin = لا أحد غيره يدير هذه المؤسسة
role-last-admin-next = اجعل أولًا شخصًا آخر مديرًا بلا آخر يوم.
role-last-owner = لا مالك غيره لهذه البوابة
role-last-owner-next = اجعل أولًا شخصًا آخر مالكًا.
role-ends-with-yours = لديك هذا الدور أنت نفسك حتى { $until }
role-ends-with-yours-next = لا يمكنك منحه لغيرك إلا حتى ذلك الحين: اختر آخر يوم لا يتجاوز يومك الأخير.
problem-day-over = هذا اليوم مضى. اختر يومًا لم يأت بعد.

## A new phone, in one act

help-delete-mfa-and-code = حذفه ومنح رمز إعداد

## التطبيقات

applications-title = التطبيقات
applications-lead = المواقع التي تظهر في الصفحات الرئيسية لأفراد مؤسستك، لكل موقع مربع.
applications-none = لا توجد تطبيقات بعد
applications-none-next = أضف المواقع التي يستعملها أفراد مؤسستك أكثر من غيرها، مثل البريد.
applications-add = إضافة تطبيق
application-edit = تغيير التطبيق
application-name-hint = كما يسمّيه أفراد مؤسستك، مثل: البريد.
application-address-hint = العنوان كاملًا، مثل https://mail.example.com.
application-whom-sees = من يراه
application-seen-by-everyone = يراه الجميع
application-seen-by-nobody = لا يراه أحد
application-seen-by = يراه { $people }
application-delete-what = يختفي من الصفحة الرئيسية لكل من يراه. أما الموقع نفسه فيبقى كما هو.
application-description-label = الغرض منه (اختياري)
application-description-hint = في بضع كلمات، كما تظهر في المربع.
application-icon = في المربع
icon-letters = الحرف الأول من الاسم
computer-icon = الأيقونة
icon-screen = شاشة
icon-mail = بريد
icon-calendar = تقويم
icon-chat = محادثة
icon-files = ملفات
icon-people = أشخاص
icon-money = مال
icon-chart = رسم بياني
icon-help = مساعدة
icon-book = كتاب
icon-cloud = سحابة
icon-code = شيفرة
icon-clock = ساعة
problem-not-a-site = اكتب العنوان كاملًا، مثل https://mail.example.com.
event-application-added = أُضيف التطبيق { $name } إلى الصفحة الرئيسية.
event-application-changed = غُيِّر ما تقوله الصفحة الرئيسية عن التطبيق { $name }.
event-application-changed-to = غُيِّر ما تقوله الصفحة الرئيسية عن التطبيق { $name }: { $changes }
event-application-removed = أُزيل التطبيق { $name } من الصفحة الرئيسية.

## Requests to the help desk

locked-out-link = تعذّر عليك الدخول؟ اسأل مكتب المساعدة
locked-out-title = تعذّر عليك الدخول؟
locked-out-explanation = اكتب ما تسجّل به الدخول فيُطلب من مكتب المساعدة أن يساعدك. يتصل بك أو تتصل به، ولا يسألك أبدًا عن كلمة مرورك.
locked-out-ask = اسأل مكتب المساعدة
locked-out-asked = سُئل مكتب المساعدة
locked-out-asked-what = إذا كان لاسم الدخول هذا حساب فإن مكتب مساعدته يرى الطلب الآن.
locked-out-asked-next = لا يغيّر تكرار الطلب شيئًا ما دام ينتظر. وإن كان الأمر عاجلًا فاتصل: يُتحقق من هويتك قبل المساعدة.
requests-title = طلبات إلى مكتب المساعدة
requests-what = ما طلبته من مكتب المساعدة وما آل إليه.
requests-none = لم تطلب شيئًا
requests-ask = اطلب شيئًا
request-mfa = تفعيل MFA
request-unlock = تعذّر الدخول
request-mfa-ask = اطلب من مكتب المساعدة تفعيل MFA لي
request-mfa-ask-what = بعد التفعيل يقودك تسجيل دخولك التالي إلى الإعداد، ومن ثم يُطلب رمز إلى جانب كلمة مرورك.
request-mfa-asked = طُلب من مكتب المساعدة تفعيل MFA: { $when }.
request-unlock-ask = اطلب مساعدة في تسجيل دخولي
request-unlock-ask-what = عند ضياع جهاز أو حين لا تُقبل الرموز.
request-made = وصل طلبك إلى مكتب المساعدة
request-made-next = يظهر هنا ما يؤول إليه، وتصلك رسالة إن كان لحسابك عنوان بريد.
request-taken-back = سُحب الطلب
request-taken-back-next = لم يعد مكتب المساعدة يراه منتظرًا. ويمكنك أن تطلب من جديد.
request-too-often = طلبت ثلاث مرات اليوم
request-too-often-next = اطلب غدًا من جديد أو اتصل بمكتب المساعدة.
request-not-offered = لا شيء يُطلب هنا
request-not-offered-next = MFA مطلوب من حسابك بالفعل أو مُعدّ.
request-asked-at = طُلب: { $when }
request-by-login = من شخص لم يسجّل الدخول
request-waits = لم يجب مكتب المساعدة بعد.
request-withdraw = سحب الطلب
request-granted = فُعّل MFA
request-helped = ساعد مكتب المساعدة
request-done = تمّ
request-declined = رُفض
request-withdrawn = سُحب
admin-requests-title = الطلبات
admin-requests-what = ما يطلبه الأعضاء من مكتب المساعدة. الأقدم أولًا.
admin-requests-none = لا أحد ينتظر
admin-requests-answered = أُجيب عنها أخيرًا
request-asked = الطلب
request-answer = الجواب
request-signed-in = من العضو وهو مسجَّل الدخول.
request-not-signed-in = من شخص كتب اسم الدخول ولم يسجّل الدخول: قد يكون أيًّا كان. تحقق ممن هو قبل أن تساعد، على رقم تعرفه.
request-mfa-do = تفعيل MFA يجعله مطلوبًا من { $name } وحده. ويقود تسجيل الدخول التالي إلى الإعداد.
request-unlock-do = تعرض صفحة { $name } القيود السارية وفيها ما يساعد: رفع القيود ورمز الإعداد ورمز إعادة التعيين. وأيّ منها يجيب عن الطلب؛ وإن نفع غيرها فقل ذلك هنا.
request-help = إلى صفحة الشخص
request-not-yours = يساعد هذا الحساب من له دور أعلى.
request-word-label = كلمة إلى العضو
request-word-hint = سطر واحد يقرؤه في البوابة وفي الرسالة. لازم عند الرفض.
request-grant = تفعيل MFA
request-say-done = وسمه بأنه تمّ
request-decline = رفض
event-help-asked-mfa = طُلب من مكتب المساعدة تفعيل MFA.
event-help-asked-unlock = طُلبت من مكتب المساعدة معونة في تسجيل الدخول.
event-help-withdrawn-mfa = سُحب طلب تفعيل MFA.
event-help-withdrawn-unlock = سُحب طلب المساعدة في تسجيل الدخول.
event-help-done-mfa = أُجيب عن طلب تفعيل MFA: تمّ.
event-help-done-mfa-word = أُجيب عن طلب تفعيل MFA: تمّ. «{ $word }»
event-help-done-unlock = أُجيب عن طلب المساعدة في تسجيل الدخول: تمّ.
event-help-done-unlock-word = أُجيب عن طلب المساعدة في تسجيل الدخول: تمّ. «{ $word }»
event-help-declined-mfa = رُفض طلب تفعيل MFA.
event-help-declined-mfa-word = رُفض طلب تفعيل MFA: «{ $word }»
event-help-declined-unlock = رُفض طلب المساعدة في تسجيل الدخول.
event-help-declined-unlock-word = رُفض طلب المساعدة في تسجيل الدخول: «{ $word }»
notice-help-asked = طُلب شيء من مكتب المساعدة
notice-help-answered = أجاب مكتب المساعدة
mail-help-mfa-subject = عضو يطلب MFA
mail-help-unlock-subject = عضو يطلب المساعدة في تسجيل الدخول
mail-help-mfa = يطلب { $name } ({ $login }) تفعيل MFA.
mail-help-unlock = يقال إن { $name } ({ $login }) تعذّر عليه الدخول.
mail-help-signed-in = طلبه العضو وهو مسجَّل الدخول.
mail-help-not-signed-in = طلبه شخص كتب اسم الدخول ولم يسجّل الدخول. تحقق ممن هو قبل أن تساعد.
mail-help-answer = الإجابة عن الطلب
mail-help-once = تصلك رسالة كهذه مرة في اليوم لكل حساب. وكل الطلبات في القائمة.

## How an organization shows itself

branding-title = الهوية
branding-lead = ما يراه أفراد مؤسستك منها بعد قبول كلمة المرور: في الصفحات وفي رسائل البريد وفي الخطابات. وقبل ذلك يرون هوية البوابة.
branding-read-only = لا يغيّر هذا إلا المديرون.
branding-look = الاسم واللون
branding-name-label = اسم المؤسسة
branding-name-hint = كما يعرفه أفرادها. يظهر في أعلى صفحاتهم ورسائلهم.
branding-accent-label = لون التمييز (اختياري)
branding-accent-hint = كما في دليل الهوية: علامة # ثم ستة رموز. تظهر به الأزرار والروابط، وإن تُرك فارغًا ظهرت بلون البوابة.
branding-accent-light = على الصفحات الفاتحة
branding-accent-dark = على الصفحات الداكنة
branding-accent-darker = أغمق من اللون المختار، ليتمكن الجميع من قراءته.
branding-accent-lighter = أفتح من اللون المختار، ليتمكن الجميع من قراءته.
branding-save = حفظ
branding-saved = حُفظ الاسم واللون
branding-saved-next = يراهما أفراد مؤسستك من صفحتهم التالية.
problem-not-a-color = اكتبه هكذا: علامة # ثم ستة رموز، كل منها رقم أو حرف لاتيني من الأحرف الستة الأولى.
event-branding-changed = حُدد اسم المؤسسة ولونها: { $name }، { $color }.
event-branding-without-color = حُدد اسم المؤسسة: { $name }. وليس لها لون خاص بها.
contacts-title = جهات الاتصال
contacts-what = من يسأله أفراد مؤسستك حين يحتاجون إلى المساعدة.
contacts-none = ليست لمؤسستك جهات اتصال خاصة بها بعد
contacts-none-next = وحتى ذلك الحين يرى أفرادها جهات البوابة كلها:
contacts-none-anywhere = ولا للبوابة، فلا يعرف أحد من يسأل. أضف رقم هاتف مكتب المساعدة أو عنوانه.
contacts-add = إضافة جهة اتصال
contacts-full = بلغ عدد جهات الاتصال أقصى ما يُعرض. احذف واحدة قبل أن تضيف أخرى.
contact-edit = تعديل
contact-up = نقل إلى أعلى
contact-down = نقل إلى أسفل
contact-delete = حذف
contact-save = حفظ
contact-label-label = الاسم
contact-label-hint = من يجيب، مثل مكتب المساعدة أو الاستقبال.
contact-phone-label = الهاتف (اختياري)
contact-phone-hint = كما يُقرأ، مع خيار القائمة بعد الرقم. ويكون الرقم على الهاتف رابطًا.
contact-mail-label = البريد الإلكتروني (اختياري)
contact-mail-hint = عنوان يقرأ أحد رسائله.
contact-hours-label = أوقات العمل (اختياري)
contact-hours-hint = مثل: من الأحد إلى الخميس، من 8:00 إلى 17:00.
contact-note-label = ملاحظة (اختياري)
contact-note-hint = أي شيء آخر، مثل رقم غرفة.
contact-unreachable = بهذا وحده لا يوصَل إلى أحد. أدخل رقم هاتف أو عنوان بريد أو ملاحظة.
contact-stale = غيّره شخص آخر في هذه الأثناء. افتحه من جديد ثم أجرِ تغييرك.
contact-delete-title = حذف جهة الاتصال هذه
contact-delete-what = لن يُقال لأفراد مؤسستك بعد ذلك أن يسألوا هناك.
contact-delete-last = إنها جهة الاتصال الوحيدة لمؤسستك. وبعد حذفها يُقال لأفرادها أن يسألوا جهات البوابة كلها.
event-contacts-changed = غُيِّرت جهات اتصال المؤسسة. وهي الآن: { $contacts }.
event-contacts-ended = حُذفت جهات اتصال المؤسسة. وتُعرض مكانها جهات البوابة كلها.

## Several organizations at once

everywhere-people = كل المؤسسات
everywhere-people-what = بحث واحد في أشخاص كل مؤسسة لك فيها دور.
everywhere-more = عرض الكل
everywhere-more-places = يُبحث في مئة مؤسسة في كل مرة.
everywhere-next-places = المؤسسات التالية
everywhere-requests = طلبات كل المؤسسات
everywhere-requests-what = ما يطلبه الأعضاء من مكتب المساعدة في كل مؤسسة تساعد فيها. الأقدم أولًا.
everywhere-more-requests = ينتظر أكثر مما هو معروض. أجب عن هذه أو افتح قائمة مؤسسة بعينها.
event-role-elsewhere = مُنح دور في المؤسسة { $organization }: { $role }.
event-role-elsewhere-ended = سُحب الدور في المؤسسة { $organization }.
event-outsider-role = حصل { $login } من مؤسسة أخرى على دور هنا: { $role }.
event-outsider-role-ended = لم يعد لـ { $login } من مؤسسة أخرى دور هنا.

## Many people at once

access-many = دعوة كثيرين
many-invite = دعوة أشخاص كثيرين
many-invite-what = شخص واحد في كل سطر. يمكنك لصق صفوف من جدول أو من دفتر عناوين. ولا يُدعى أحد قبل أن ترى القائمة.
many-people-hint = مثل { $example }، أو اسم وعنوان واسم دخول بينها فواصل أو علامات جدولة. وإذا غاب اسم الدخول فهو ما يسبق @. الحد الأقصى للأسطر: { $most }.
many-import = استيراد أشخاص
many-import-what = جدول فيه سطر لكل شخص، كما تعطيه { $name }. من هو موجود يتغير إلى ما يقوله سطره، ويُدعى سواه. ولا يحدث شيء قبل أن ترى ما سيحدث.
many-table = الجدول
many-table-hint = يسمّي السطر الأول الأعمدة: { $columns }، وبينها فواصل أو فواصل منقوطة أو علامات جدولة. الحد الأقصى للأسطر: { $most }.
many-file = ملف (اختياري)
many-file-hint = ملف CSV بترميز UTF-8، بحجم لا يزيد على 2 MB. إن وُجد فهو المعتمد لا الجدول أدناه.
many-by = كيف يُدعون
many-by-import = كيف يُدعى من ليس موجودًا بعد
many-by-mail = بالبريد، برابط صالح ثلاثة أيام
many-by-paper = على الورق، برسالة تُسلَّم إلى كل شخص
many-days = عدد الأيام التي تصلح فيها الرسائل
many-days-hint = من 1 إلى { $most }. والروابط المرسلة بالبريد صالحة ثلاثة أيام.
many-check = فحص القائمة
many-change-list = تعديل القائمة
many-line = السطر
many-what = ما الذي سيحدث
many-look = لم يحدث شيء بعد. راجع القائمة أولًا.
many-differs = تغيّر شيء في هذه الأثناء ولم يُنفَّذ شيء. هذا ما سيحدث الآن.
many-wrong = لم يُنفَّذ شيء: هناك أسطر تحتاج إلى مراجعة
many-nothing = لا شيء يُعمل: كل شيء على هذه الحال أصلًا
many-too-much = لم يُنفَّذ شيء: هذا يمس أكثر من { $most } شخص دفعة واحدة. قسّم القائمة.
many-count-invited =
    { $count ->
        [zero] لن يُدعى أحد
        [one] سيُدعى شخص واحد
        [two] سيُدعى شخصان
        [few] سيُدعى { $count } أشخاص
        [many] سيُدعى { $count } شخصًا
       *[other] سيُدعى { $count } شخص
    }
many-count-changed =
    { $count ->
        [zero] لن يتغير أحد
        [one] سيتغير شخص واحد
        [two] سيتغير شخصان
        [few] سيتغير { $count } أشخاص
        [many] سيتغير { $count } شخصًا
       *[other] سيتغير { $count } شخص
    }
many-count-same =
    { $count ->
        [zero] لا سطر يقول ما هو قائم أصلًا
        [one] سطر واحد يقول ما هو قائم أصلًا
        [two] سطران يقولان ما هو قائم أصلًا
        [few] { $count } أسطر تقول ما هو قائم أصلًا
        [many] { $count } سطرًا تقول ما هو قائم أصلًا
       *[other] { $count } سطر تقول ما هو قائم أصلًا
    }
many-count-wrong =
    { $count ->
        [zero] لا سطر مرفوض
        [one] سطر واحد لا يمكن قبوله
        [two] سطران لا يمكن قبولهما
        [few] { $count } أسطر لا يمكن قبولها
        [many] { $count } سطرًا لا يمكن قبولها
       *[other] { $count } سطر لا يمكن قبولها
    }
many-more =
    { $count ->
        [zero] لا أسطر أخرى.
        [one] سطر واحد آخر لا يظهر.
        [two] سطران آخران لا يظهران.
        [few] { $count } أسطر أخرى لا تظهر.
        [many] { $count } سطرًا آخر لا تظهر.
       *[other] { $count } سطر آخر لا تظهر.
    }
many-unread = هذه الأعمدة لا تُقرأ: { $columns }
many-invited = يُدعى
many-invited-again = يُدعى مرة أخرى وتنتهي الدعوة المفتوحة
many-name-changes = الاسم: يتغير { $from } إلى { $to }
many-address-changes = العنوان: يتغير { $from } إلى { $to }
many-address-added = العنوان: يُضاف { $to }
many-address-removed = العنوان: يُحذف { $from }
many-no-login-name = لا اسم دخول هنا، ولا يمكن أخذه من العنوان. أضف واحدًا.
many-fields = في هذا السطر حقول أكثر أو أقل مما ينبغي.
many-line-break = يمتد حقل على عدة أسطر. ابحث عن علامة اقتباس لم تُغلق.
many-twice = في السطر { $line } اسم الدخول نفسه.
many-address-twice = في السطر { $line } العنوان نفسه.
many-no-address = لا يصل بريد بلا عنوان. أضف عنوانًا أو اختر الورق.
many-just-mailed = أُرسلت دعوة قبل أقل من دقيقة. انتظر قليلًا.
many-denied = لا يمكنك تغيير هذا الشخص.
many-frozen = هذا الحساب مجمَّد. ألغِ تجميده أولًا.
many-prove = يتطلب هذا إثباتًا جديدًا بأنك أنت. قدّمه في علامة تبويب أخرى ثم عد إلى هنا وتابع.
many-prove-link = تأكيد أنك أنت
many-confirm-invite =
    { $count ->
        [zero] لا أحد يُدعى
        [one] دعوة هذا الشخص
        [two] دعوة هذين الشخصين
        [few] دعوة هؤلاء الأشخاص وعددهم { $count }
        [many] دعوة هؤلاء الأشخاص وعددهم { $count }
       *[other] دعوة هؤلاء الأشخاص وعددهم { $count }
    }
many-confirm-import = استيراد هذا تمامًا
many-done = تم
many-done-mailed =
    { $count ->
        [zero] لم تُرسل دعوة.
        [one] دعوة واحدة في الطريق.
        [two] دعوتان في الطريق.
        [few] { $count } دعوات في الطريق.
        [many] { $count } دعوة في الطريق.
       *[other] { $count } دعوة في الطريق.
    }
many-done-changed =
    { $count ->
        [zero] لم يتغير أحد.
        [one] تغيّر شخص واحد.
        [two] تغيّر شخصان.
        [few] تغيّر { $count } أشخاص.
        [many] تغيّر { $count } شخصًا.
       *[other] تغيّر { $count } شخص.
    }
many-unread-all = لم يمكن قراءة شيء منه
many-empty = لا أحد فيه بعد.
many-too-large = حجمه أكبر من { $megabytes } MB. قسّمه.
many-too-many-lines = أسطره أكثر من { $most }. قسّمه.
many-not-text = ليس هذا نصًا بترميز UTF-8. احفظه في برنامج الجداول بصيغة CSV وترميز UTF-8.
many-no-headings = يجب أن يسمّي السطر الأول الأعمدة، هكذا: { $columns }
many-heading-twice = يسمّي السطر الأول العمود { $column } مرتين.
letters-title =
    { $count ->
        [zero] لا رسائل
        [one] رسالة واحدة
        [two] رسالتان
        [few] { $count } رسائل
        [many] { $count } رسالة
       *[other] { $count } رسالة
    }
letters-only-now = تُعرض هذه الرسائل الآن فقط
letters-only-now-next = اطبعها قبل مغادرة الصفحة، ولكل منها ورقة خاصة. سلِّمها باليد: فمن كان معه رمز يمكنه أن يصبح صاحب الحساب.
## المجموعات

groups-title = المجموعات
groups-lead = ما تمنحه لمجموعة، تطبيقًا كان أو حاسوبًا بعيدًا، يحصل عليه كل من فيها ما دام فيها.
groups-none = لا توجد مجموعات بعد
groups-none-next = أنشئ مجموعة لكل فريق يستعمل الأشياء نفسها.
groups-add = إنشاء مجموعة
group-page = مجموعة
group-name-hint = كما يسمّيها أفراد مؤسستك، مثل: المبيعات.
group-members = { $people ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $people } أشخاص
    [many] { $people } شخصًا
   *[other] { $people } شخص
}
group-opens = ما تفتحه
group-opens-nothing = لم تُمنح شيئًا بعد. اخترها حيث يُذكر من يرى تطبيقًا أو من يمكنه تسجيل الدخول.
group-nobody = لا أحد فيها بعد
group-nobody-next = من يُضاف إليها يرى فورًا ما مُنح للمجموعة.
group-add-people = إضافة أشخاص
group-people-hint = اسم واحد في كل سطر، مثل ann. يحصلون فورًا على ما مُنح للمجموعة.
group-too-many = هؤلاء أكثر من { $most }. أضفهم على دفعات.
group-joined = فيها منذ { $date }
group-take-out = إخراج
group-rename = تغيير الاسم
group-delete = حذف المجموعة
group-delete-what = لا يُحذف حساب أحد. وما مُنح لهذه المجموعة وحدها لن يراه أحد ولن يفتحه بعد الآن:
group-in-list = { $group } (مجموعة)
whom-chosen = المجموعات والأشخاص المختارون هنا فقط
event-group-added = أُنشئت المجموعة { $group }.
event-group-renamed = صار اسم المجموعة { $from } الآن { $to }.
event-group-removed = حُذفت المجموعة { $group }.
event-group-joined = أُضفت إلى المجموعة { $group }.
event-group-left = أُخرجت من المجموعة { $group }.
## Support codes

support-code = رمز الدعم
support-code-what = اقرأه لمكتب المساعدة: سيرى ما حدث هنا دون أن يسألك عن شيء. صالح سبعة أيام.
support-fault-what = اذكره معه: من يشغّل البوابة يجد به في سجل البرنامج ما الخطأ الذي حدث.
support-look-label = رمز الدعم
support-look-hint = يقرؤه المتصل من الصفحة: خمسة أحرف وأرقام مثل { $example }.
support-look = بحث عن الرمز
support-nobodys-what = هنا رموز أسماء الدخول والدعوات التي لا يملكها أحد، ورموز الشبكات التي أُلزمت بالانتظار. أما سائر الرموز فيُبحث عنها في مؤسسة الشخص.
support-when = متى
support-none = لا يوجد رفض تحت هذا الرمز
support-none-next = اطلب قراءته مرة أخرى. الرمز صالح سبعة أيام. رموز أسماء الدخول والدعوات التي لا يملكها أحد، والشبكات التي عليها الانتظار، لا يراها إلا من يشغّل البوابة.
support-none-next-nobodys = اطلب قراءته مرة أخرى. الرمز صالح سبعة أيام. رمز أي شخص يُبحث عنه في مؤسسته. أما رمز خطأ في البوابة نفسها فيقود إلى سطر في سجل البرنامج.
support-next-login-unknown = لا يملك أي حساب اسم الدخول الذي كُتب. وهو لا يُحفظ، لأنه قد يكون كلمة مرور في الحقل الخطأ. اطلب من المتصل تهجئة اسم الدخول، وقارنه بقائمة الأشخاص في المؤسسة.
support-next-password-wrong = كانت كلمة المرور غيرها. اطلب كتابتها مرة أخرى مع الانتباه إلى الأحرف الكبيرة ولغة لوحة المفاتيح. ومن نسيها يحصل على كلمة جديدة من صفحة تسجيل الدخول، أو برمز إعادة تعيين منك.
support-next-suspended = كانت كلمة المرور صحيحة، لكن الحساب موقوف، ولم تقل الصفحة ذلك. يستطيع من يدير المؤسسة تفعيله من جديد.
support-next-delayed = سبقته محاولات خاطئة كثيرة، فلم ينظر أحد في هذه المحاولة: وربما كانت صحيحة. ينتهي الانتظار من تلقاء نفسه في الوقت المذكور أدناه. ومتى عرفت من المتصل أمكنك إنهاؤه فورًا.
support-next-closed = بعد خمسين رمزًا خاطئًا متتاليًا أُغلقت هذه الطريقة. يمكنك فتحها من جديد متى عرفت من المتصل. وإن لم يكن هو من كتب تلك الرموز فإن شخصًا آخر يعرف كلمة المرور: ويجب تغييرها.
support-next-clock-slow = كان الرمز صحيحًا قبل بضع دقائق: ساعة الهاتف متأخرة. بعد تفعيل الوقت التلقائي في إعدادات الهاتف يُقبل الرمز التالي.
support-next-clock-fast = كان الرمز من الدقائق القادمة: ساعة الهاتف متقدمة. بعد تفعيل الوقت التلقائي في إعدادات الهاتف يُقبل الرمز التالي.
support-next-app-used = كان الرمز صحيحًا، لكنه قُبل مرة من قبل. الرمز التالي، خلال نصف دقيقة، يُقبل من جديد.
support-next-app-wrong = لم يكن رمز التطبيق في تلك اللحظة. اطلب فتح الإدخال الخاص بـ { $place } وانتظار رمز جديد وكتابته. وإذا كان الهاتف جديدًا أو حُذف الإدخال فلن يصح أي رمز: عندئذ يجب حذف إعداد المصادقة.
support-next-recovery-used = استُخدم رمز الاسترداد هذا من قبل. الرمز التالي في القائمة يُقبل.
support-next-recovery-wrong = ليس من الرموز المعتمدة الآن. وإن كانت هناك قائمتان فالأحدث وحدها معتمدة.
support-next-email = لم يكن الرمز من أحدث رسالة، أو لم يعد ذلك الرمز صالحًا: فهو صالح خمس دقائق وخمس محاولات. ويمكن من الصفحة نفسها طلب رمز آخر.
support-next-help-desk-code = لم يكن رمزًا منك معتمدًا الآن. كل رمز صالح مرة واحدة، حتى ينتهي وقته، ولخمس محاولات. قارنه حرفًا حرفًا، أو أصدر رمزًا جديدًا.
support-next-network = جاءت من الشبكة { $network } إجابات خاطئة كثيرة، فلا يُنظر في شيء منها حتى { $until }. وإن كانت من مكاتبك فاذكرها تحت { $setting } في ملف الإعداد.
problem-not-a-support-code = رمز الدعم خمسة أحرف وأرقام، مع شرطة بعد الثاني.

# الشعارات

logo-title = الشعار
logo-none = لا يوجد بعد. تظهر علامة البوابة بجانب الاسم.
logo-add = إضافة شعار
logo-change = تغيير الشعار
logo-remove = إزالة الشعار
logo-remove-what = يعود أفراد مؤسستك إلى رؤية علامة البوابة بجانب الاسم من صفحتهم التالية. ولا يُحتفظ بالملف.
logo-lead = يظهر في أعلى صفحات أفراد مؤسستك بعد قبول كلمة المرور. ولا يظهر في رسائل البريد.
logo-file = ملف
logo-file-hint = ملف SVG، أو ملف PNG لا يزيد على { $side } × { $side } نقطة، بحجم لا يزيد على { $kilobytes } كيلوبايت. اختر الشعار المصمم للورق الأبيض: فهو يظهر على خلفية بيضاء، حتى في الصفحات الداكنة.
logo-shape = الشعار الذي يبلغ عرضه ثلاثة أمثال ارتفاعه على الأقل يُعدّ هو الاسم نفسه ويظهر وحده. أما غيره فيظهر الاسم بجانبه.
logo-upload = رفع الشعار
logo-saved = حُفظ الشعار
logo-saved-next = يراه أفراد مؤسستك من صفحتهم التالية.
logo-faint = الشعار لا يكاد يُرى
logo-faint-next = تظهر الشعارات على خلفية بيضاء في الصفحات الفاتحة والداكنة على السواء، ولا يكاد شيء في هذا الشعار يكون أغمق منها. ارفع النسخة المعدّة للورق الأبيض.
logo-removed = أُزيل الشعار
logo-left-out = تُركت أجزاء من الرسم
logo-left-out-next = إن كان ينقص شيء في الأسفل، فاحفظ الشعار بصيغة PNG ثم ارفعه.
logo-left-script = البرامج النصية: الشعار لا يشغّل شيئًا.
logo-left-animation = الحركات: الشعار ثابت.
logo-left-text = النص، لأن شكله يختلف من جهاز إلى آخر. حوّله إلى مسارات في برنامج الرسم.
logo-left-picture = الصور داخل الرسم.
logo-left-effect = المؤثرات: المرشّحات أو الأقنعة أو الأنماط المكررة أو العلامات أو الخطوط المتقطعة.
logo-left-reference = الروابط وكل ما كان سيُحمَّل من مكان آخر.
logo-left-style = تنسيقات ليست بسيطة.
logo-left-other = أجزاء أخرى لا تُرسم.
logo-refused = لم يُقبل الملف
logo-refused-missing = اختر ملفًا أولًا.
logo-refused-large = حجمه كبير. احفظه أصغر، بما لا يزيد على { $kilobytes } كيلوبايت، ثم ارفعه من جديد.
logo-refused-kind = ليس بصيغة SVG ولا PNG، أيًّا كان اسمه. افتحه في برنامج رسم واحفظه بصيغة PNG.
logo-refused-damaged = الملف تالف أو غير مكتمل. احفظه من جديد ثم ارفعه.
logo-refused-points = نقاطه كثيرة. احفظه بما لا يزيد على { $side } × { $side } ثم ارفعه من جديد.
logo-refused-busy = يرفع آخرون شعارات في هذه اللحظة. اختر الملف مرة أخرى ثم ارفعه من جديد.
logo-refused-document-type = يحمل نوع مستند قد يختبئ فيه ضرر. احفظه بصيغة SVG بسيطة أو بصيغة PNG.
logo-refused-complex = أجزاؤه أكثر مما يحتاج إليه شعار. بسّطه، أو احفظه بصيغة PNG.
logo-refused-size = لا يذكر حجمه. احفظه بعرض وارتفاع، أو بصيغة PNG.
logo-refused-nothing = لا يمكن رسم شيء منه هنا. إن كان من نص أو صور فحوّلها إلى مسارات، أو احفظه بصيغة PNG.
event-logo-changed = غُيِّر شعار المؤسسة ({ $kind }، { $width } × { $height }).
event-logo-removed = أُزيل شعار المؤسسة.
event-sign-in-frozen = الحساب مجمَّد، فلم يستمر تسجيل الدخول.
event-sign-in-nothing = طُلبت خطوة ثانية، وليس في الحساب ما يمكن طلبه.
support-next-frozen = قال المتصل، أو من يصل إلى بريده، «لم أكن أنا». لا يتغير شيء في الحساب حتى تلغي تجميده. اعرف أولًا ما الذي حدث.
support-next-nothing = ما يمكن لهذا الحساب أن يثبت به نفسه غير مسموح به أو لم يعد موجودًا. رمز الإعداد يفتح إعداد جهاز.
event-asked-too-often-reset = طُلبت من شبكة واحدة روابط إلى كلمة مرور جديدة مرات كثيرة جدًا، فلا يُرسل رابط بطلب منها لفترة.
event-asked-too-often-help = طُلب مكتب المساعدة من شبكة واحدة مرات كثيرة جدًا، فلا يصله شيء منها لفترة.
event-asked-too-often-account = طُلب من مكتب المساعدة أكثر مما يصله من حساب واحد في اليوم.
event-asked-too-often-email-code = طُلب رمز بالبريد قبل انتهاء مدة الانتظار للرمز التالي.
event-asked-too-often-address = طُلبت روابط إلى عنوان بريد آخر مرات أكثر مما يُرسل في ساعة.
event-invitation-unknown = كُتب رمز لا يفتح أي دعوة.
event-invitation-over = كُتب رمز الدعوة الموجهة إلى { $login }، وقد استُخدمت أو انتهت.
support-next-asked-network = طُلب هذا من الشبكة { $network } بقدر ما يُسمح به في ساعة. ويمكن طلبه من جديد ابتداءً من { $until }. وإن كانت من مكاتبك فاذكرها تحت { $setting } في ملف الإعداد.
support-next-asked-account = تصلك من الحساب الواحد ثلاثة طلبات في اليوم، وهذا جاء بعدها فليس في أي قائمة. اسأل المتصل عن حاجته. ويمكن للحساب أن يطلب من جديد ابتداءً من { $until }.
support-next-asked-email-code = يُرسل الرمز مرة واحدة في الدقيقة على الأكثر، وبضع مرات في الساعة. يُرسل التالي ابتداءً من { $until }. إن لم يصل شيء فتحقق من صحة العنوان المسجّل، واطلب النظر في مجلد الرسائل غير المرغوبة.
support-next-asked-address = تُرسل للحساب الواحد خمسة روابط في الساعة. يُرسل التالي ابتداءً من { $until }. تحقق من كتابة العنوان كتابة صحيحة.
support-next-invitation-unknown = لا دعوة تحمل الرمز الذي كُتب، أو أنها انتهت منذ أكثر من شهر. وهو لا يُحفظ. اطلب مقارنته بالرسالة حرفًا حرفًا، أو ادعُ الشخص من جديد.
support-next-invitation-over = هذه الدعوة قُبلت أو سُحبت أو حلّت محلها دعوة أحدث أو انتهت. وإن لم يكن { $login } بين أشخاص المؤسسة بعد فادعُ الشخص من جديد.
event-act-denied = طُلب شيء لا يسمح به الدور: { $act }. ولم يُنفَّذ.
permission-see-people = قراءة قائمة الأشخاص
permission-see-audit = قراءة سجل التدقيق
permission-invite = دعوة أشخاص
permission-accounts = تغيير حساب شخص آخر
permission-policy = تغيير السياسة
permission-applications = تغيير التطبيقات
permission-branding = تغيير الاسم أو الشعار أو جهات الاتصال
permission-groups = تغيير المجموعات
permission-remote-logon = تغيير في الدخول عن بعد
permission-help = مساعدة شخص
support-next-act-denied = دور هذا الشخص لا يسمح بذلك، أو لا يسمح به مع هذا الحساب. يستطيع من له دور أعلى أن يفعله، أو أن يعطيه دورًا يسمح به.
access-factor-suspended = عامل موقوف
method-apps = { $count ->
    [zero] بلا تطبيق
    [one] تطبيق
    [two] تطبيقان
    [few] { $count } تطبيقات
    [many] { $count } تطبيقًا
   *[other] { $count } تطبيق
}
method-recovery = { $count ->
    [zero] بلا رموز استرداد
    [one] رمز استرداد واحد
    [two] رمزا استرداد
    [few] { $count } رموز استرداد
    [many] { $count } رمز استرداد
   *[other] { $count } رمز استرداد
}
access-invited = مدعوون
access-next-invitations = دعوات أخرى
access-invitations-none-found = لا أحد مدعو تبدأ هكذا كلمة من اسمه أو اسم دخوله أو عنوانه.
support-elsewhere = مصادفةً يقود الرمز نفسه إلى رفض آخر في مكان آخر. فإن لم يكن هذا رفض المتصل فانظر هناك:
support-elsewhere-only = يقود الرمز إلى رفض في أكثر من مكان، وليس هنا شيء منها. اختر مكان المتصل:
support-elsewhere-nobodys = أسماء دخول لا يملكها أحد، وشبكات
outsiders-title = من مؤسسات أخرى
outsiders-what = أشخاص من مؤسسات أخرى يعملون هنا، مثل فنيي مزوّد الخدمة. كل ما يفعلونه مدوَّن في سجل تدقيق هذه المؤسسة. ومن يدير البوابة كلها يستطيع العمل هنا أيضًا، وليس في هذه القائمة.
outsiders-nobody = لا أحد من مؤسسة أخرى له دور هنا.
outsiders-nobody-next = من يدير البوابة هو من يمنح هذا الدور.
outsiders-count = { $people ->
    [zero] لا أحد من مؤسسة أخرى له دور هنا.
    [one] شخص واحد من مؤسسة أخرى له دور هنا.
    [two] شخصان من مؤسسات أخرى لهما دور هنا.
    [few] { $people } أشخاص من مؤسسات أخرى لهم دور هنا.
    [many] { $people } شخصًا من مؤسسات أخرى لهم دور هنا.
   *[other] { $people } شخص من مؤسسات أخرى لهم دور هنا.
  }
outsiders-see = اعرض من هم
outsiders-until = ينتهي
outsiders-for-good = بلا نهاية
outsiders-lend = امنح دورًا لشخص من مؤسسة أخرى
outsiders-lend-what = يحصل الشخص على هذا الدور هنا بدل أي دور له هنا، ابتداءً من صفحته التالية. ويُبلَّغ بالبريد، ويُدوَّن ذلك في سجلَّي تدقيق المؤسستين.
outsiders-login-label = اسم الدخول
outsiders-login-hint = مع الاسم المختصر لمؤسسة الشخص، مثل ann@acme.
outsiders-until-hint = بعده ينتهي الدور من تلقاء نفسه. اتركه فارغًا لدور بلا نهاية.
outsiders-take = اسحب الدور
outsiders-take-what = ابتداءً من صفحته التالية لا يرى الشخص شيئًا من هذه المؤسسة. ويُبلَّغ بالبريد، ويُدوَّن ذلك في سجلَّي تدقيق المؤسستين.
problem-nobody-elsewhere = لا أحد من مؤسسة أخرى له اسم الدخول هذا. اكتبه مع الاسم المختصر للمؤسسة، مثل ann@acme. أما أشخاص مؤسستك فغيّر أدوارهم في صفحاتهم.
event-outsider-suspended = أُوقف حساب { $login } من مؤسسة أخرى، وله دور هنا.
event-outsider-activated = فُتح من جديد حساب { $login } من مؤسسة أخرى، وله دور هنا.
event-outsider-deleted = حُذف حساب { $login } من مؤسسة أخرى، وكان له دور هنا، وانتهى الدور معه.
event-outsider-organization-suspended = أُوقفت مؤسسة { $login }، وله دور هنا.
event-outsider-organization-activated = أُعيد فتح مؤسسة { $login }، وله دور هنا.
event-outsider-organization-deleted = حُذفت مؤسسة { $login }، وكان له دور هنا، وانتهى الدور.
invite-days = عدد الأيام التي تسري فيها الرسالة
invite-days-hint = من 1 إلى { $most }.
