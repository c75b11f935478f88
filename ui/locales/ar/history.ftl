# The history: its list, an image's card, sessions, attempts, time lines; notices about them.

history = السجل
history-empty = لا صور بعد. تظهر هنا كل صورة تنشئ منها فيديوهات.
history-step-sign-in = سجّل الدخول إلى Grok. لا يعمل تسجيل الدخول عبر Google داخل التطبيقات، فاستخدم البريد أو X أو Apple.
history-step-image = افتح صورة، ثم حدّد عدد الفيديوهات التي تريدها وعدد الإعادات المسموح بها.
history-step-start = اضغط «بدء». ينقر Retake زر Grok نيابةً عنك ويتوقف عند حدودك.
history-no-match = لا نتائج.
history-clear = مسح المرشّحات
history-search-label = البحث في السجل بالوصف أو المعرّف
history-order = الترتيب حسب
history-order-recent = الأحدث
history-order-videos = الأكثر فيديوهات
history-order-rate = أفضل نسبة
history-outcome = النتيجة
history-outcome-all = كل الصور
history-outcome-completed = مع فيديوهات
history-outcome-without = بلا فيديوهات بعد
history-outcome-moderated = محجوبة بالإشراف
history-outcome-failed = فاشلة
history-outcome-running = قيد التشغيل
history-outcome-resumable = يمكن استئنافها
history-period = الوقت
history-period-any = أي وقت
history-period-day = آخر 24 ساعة
history-period-week = آخر 7 أيام
history-period-month = آخر 30 يومًا

card-moderated = محجوبة: { $count }
card-failed = فاشلة: { $count }
card-rate = نسبة النجاح
detail-created = تاريخ الإنشاء
detail-limits = الحدود
detail-auto-retry-on = { $limits }، إعادة المحاولة التلقائية مفعّلة
detail-auto-retry-off = { $limits }، إعادة المحاولة التلقائية متوقفة
detail-pages = { $count ->
    [zero] لا صفحات في Grok
    [one] صفحة واحدة في Grok
    [two] صفحتان في Grok
    [few] { $count } صفحات في Grok
    [many] { $count } صفحة في Grok
   *[other] { $count } صفحة في Grok
}
detail-open-hint = يفتح هذه الصورة في Grok
detail-resume-hint = يفتح الصورة ويستأنف جلستها الأخيرة
detail-enqueue-hint = يضيفها إلى قائمة الانتظار بوصفها الأخير وحدودها
detail-copy-prompt = نسخ الوصف
detail-stop-first = أوقف جلستها لحذف سجلّها.
detail-delete-question = هل تريد حذف سجل هذه الصورة؟ ستُحذف كل جلساتها ومحاولاتها.
detail-delete = حذف السجل

sessions = الجلسات
prompt-use = استخدام
prompt-use-hint = وضع هذا الوصف في مربع الوصف
prompt-add = إضافة
prompt-add-hint = إضافته إلى وصف الصورة المعروضة
timeline = المخطط الزمني
by-hand = أُنشئت يدويًا
clip-length = مقطع { $length }
took = استغرقت { $span }
step-waiting = في انتظار النقر: { $kind }
step-unanswered = نُقر، ولا رد من الصفحة: { $kind }
step-clicked = نُقر: { $kind }
step-not-clicked = لم يُنقر: { $reason }
step-dropped = أُلغي قبل تنفيذه: { $kind }
step-first = المحاولة الأولى
step-retry = إعادة محاولة
step-next = الفيديو التالي
step-pause = بعد توقف { $span }
step-late = تأخر { $span }: كانت الصفحة تعرض شيئًا آخر، أو سبقت نقرة أخرى

video-save = حفظ
video-save-hint = حفظ هذا الفيديو
video-saving = جارٍ الحفظ…
video-saved = حُفظ: { $file }
video-not-saved = لم يُحفظ. { $reason }
video-retry = إعادة المحاولة
video-show = إظهار
video-show-hint = إظهار الملف في مجلده

notice-deleting = جارٍ حذف «{ $name }»
notice-undo = تراجع
notice-delete-now = حذف الآن
notice-resuming = جارٍ فتح «{ $name }» لاستئناف جلستها
notice-not-resumed = لم تعرض الصفحة «{ $name }» خلال { $span }، فلم يُستأنف شيء. افتح الصورة واضغط «استئناف».
download-running = جارٍ حفظ { $name }: { $bytes }
download-running-of = جارٍ حفظ { $name }: { $bytes } من { $all }
download-saved = حُفظ في { $path }
download-failed = لم يُحفظ { $name }. { $reason }

chance-none = لم تكتمل أي محاولة بعد.
chance-no-video = لا فيديو بعد. توقّع على الأقل { $attempts } لفيديو واحد.
chance-about = نحو { $typical } محاولة لكل فيديو.
chance-between = نحو { $typical } محاولة لكل فيديو، والأرجح من { $least } إلى { $most }.
chance-goal = المتوقع لعدد { $videos }: نحو { $attempts }.
chance-goal-between = المتوقع لعدد { $videos }: من { $least } إلى { $most } محاولة.
rate-of-attempts = من المحاولات صارت فيديو
rate-likely = الأرجح { $low }–{ $high }
layer-early = مبكرًا: { $count } (0–24%)
layer-half-way = في المنتصف: { $count } (25–87%)
layer-late = في النهاية: { $count } (88–100%)
