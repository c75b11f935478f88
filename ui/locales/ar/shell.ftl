# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = يحتاج إليك – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – تسجيل الدخول – Retake
title-sign-in-empty = صفحة فارغة – تسجيل الدخول – Retake
title-sign-in-own = صفحة Grok – تسجيل الدخول – Retake

notification-needs-user = يحتاج Retake إليك
notification-success = تحقق الهدف
notification-max-retries = نفدت الإعادات
notification-timed-out = انتهت مهلة الجلسة
notification-rate-limited = انتهت الجلسة: حد Grok
notification-stale = انتهت الجلسة: فقد Grok صورتها
notification-numbers = { $videos }، { $retries }، { $credits }
notification-no-numbers = افتح Retake لمعرفة التفاصيل.

page-unloadable = تعذّر تحميل { $host }
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = تعذّر تحميل { $host }: { $reason }
page-silent = لا يستجيب { $host }
page-process-ended = توقفت عملية الصفحة على نحو غير متوقع.
page-unloadable-advice = تحقق من اتصالك ثم حاول مرة أخرى. ما زال سجلك في الشريط الجانبي يعمل.
page-try-again = حاول مرة أخرى
page-sign-in = سجّل الدخول للمتابعة
page-sign-in-advice = هل أغلقت النافذة؟ افتحها مجددًا. يعمل سجلك في الشريط الجانبي دون تسجيل الدخول.
page-sign-in-why = يريد Grok أن تسجّل الدخول. فُتحت نافذة لذلك.
page-sign-in-button = تسجيل الدخول

choose-folder = اختيار مجلد
