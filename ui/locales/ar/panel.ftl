# The page bar, the session's panel, what waits and what is queued.

page-bar = صفحة Grok
page-back = رجوع
page-forward = تقدم
page-reload = إعادة تحميل
page-home = الرئيسية
page-tools = البحث والتكبير
page-find = بحث في الصفحة
page-find-none = لا نتائج
page-find-previous = النتيجة السابقة
page-find-next = النتيجة التالية
page-zoom-out = تصغير
page-zoom-in = تكبير

session = الجلسة
session-videos = الفيديوهات
session-retries = الإعادات
session-credits = الأرصدة
session-progress = تقدّم هذه المحاولة

# The state of the session, in a word or two.
status-idle = جاهز
status-unreachable = لا توجد صفحة
status-needs-user = يحتاج إليك
status-running = قيد التشغيل
status-waiting = في الانتظار
status-paused = متوقف مؤقتًا
status-success = تحقق الهدف
status-max-retries = نفدت الإعادات
status-timed-out = انتهت المهلة
status-rate-limited = بلغ الحد
status-cancelled = متوقف
status-stale = فقدها Grok
status-interrupted = انقطعت

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = البدء خلال
activity-retry = إعادة المحاولة خلال
activity-next = الفيديو التالي خلال
activity-clicking = جارٍ النقر على زر Grok
activity-generating = جارٍ الإنشاء
activity-reloaded = أُعيد تحميل الصفحة. في انتظار خبر عن هذه المحاولة
activity-confirming = { $outcome }، جارٍ التأكد من Grok
activity-elsewhere = افتح هذه الصورة للمتابعة
activity-paused = إعادة المحاولة التلقائية متوقفة. يكتفي Retake بعدّ محاولاتك.
activity-quiet = في انتظار Grok
ended-success = حصلت على كل الفيديوهات التي أردتها.
ended-max-retries = استُنفدت كل الإعادات.
ended-timed-out = لم يستجب Grok بعد النقرة الأخيرة.
ended-rate-limited = بلغت حد الاستخدام في Grok. حاول لاحقًا.
ended-cancelled = أوقفتها أنت.
ended-stale = أزال Grok هذه الصورة من الصفحة، وغالبًا بعد إعادة التحميل. استأنف للمتابعة.
ended-interrupted = أُغلق Retake أثناء هذه الجلسة.
attempt-pending = معلّقة
attempt-processing = جارٍ الإنشاء
attempt-completed = مكتملة
attempt-moderated = محجوبة بالإشراف
attempt-failed = فاشلة
attempt-unknown = لم تُرَ النهاية
attempt-early = مبكرًا
attempt-half-way = في المنتصف
attempt-late = في النهاية
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }، على الأرجح
failures-early = { $count } مبكرًا
failures-half-way = { $count } في المنتصف
failures-late = { $count } في النهاية

hint-no-post = افتح صورة في Grok للبدء.
hint-looking = جارٍ العثور على الصورة…
hint-no-image = تعذّر العثور على صورة في هذه الصفحة. افتح إحدى صورك أو أعد تحميل الصفحة.
hint-several-images = أُنشئ هذا الفيديو من عدة صور. افتح الصورة المقصودة.
hint-open-image = افتح الصورة { $number }
hint-text-video = أُنشئ هذا الفيديو من نص فقط، لذا لا صورة له. افتح صورة لتنشئ منها فيديوهات.
hint-reload = إعادة تحميل الصفحة
hint-unreachable = { $problem }. ما زال سجلّك يعمل.
hint-try-again = حاول مرة أخرى

limit-over = من المفترض أن حد Grok انتهى. يمكنك الاستئناف.
limit-until = يُنشئ Grok مزيدًا من الفيديوهات في { $time }.
limit-until-tomorrow = يُنشئ Grok مزيدًا من الفيديوهات غدًا في { $time }.
limit-until-date = يُنشئ Grok مزيدًا من الفيديوهات يوم { $date } في { $time }.
quota-none = لم تتبقَّ فيديوهات.
quota-none-until = لم تتبقَّ فيديوهات حتى { $time }.
quota-left = { $count ->
    [zero] لم تتبقَّ فيديوهات.
    [one] تبقّى فيديو واحد.
    [two] تبقّى فيديوهان.
    [few] تبقّت { $count } فيديوهات.
    [many] تبقّى { $count } فيديو.
   *[other] تبقّى { $count } فيديو.
}
quota-left-until = { $count ->
    [zero] لم تتبقَّ فيديوهات حتى { $time }.
    [one] تبقّى فيديو واحد حتى { $time }.
    [two] تبقّى فيديوهان حتى { $time }.
    [few] تبقّت { $count } فيديوهات حتى { $time }.
    [many] تبقّى { $count } فيديو حتى { $time }.
   *[other] تبقّى { $count } فيديو حتى { $time }.
}

max-retries = أقصى عدد للإعادات
video-goal = الهدف
auto-retry = إعادة المحاولة تلقائيًا
number-fewer = أقل: { $label }
number-more = أكثر: { $label }
number-range = أدخل عددًا صحيحًا من { $least } إلى { $most }.
limits-end-title = هذا ينهي الجلسة
limits-end-goal = تحقق بالفعل هدف { $number }. هذا ينهي الجلسة الآن.
limits-end-retries = استُنفد بالفعل الحد الأقصى { $number } للإعادات. هذا ينهي الجلسة الآن.
limits-end-no = استمرار
limits-end-yes = إنهاء الجلسة

prompt = الوصف
prompt-empty = اتركه فارغًا للإبقاء على وصف الصفحة
prompt-from-image = استخدام وصف الصورة
prompt-no-image = افتح صورة أولًا ثم استخدم الوصف.
start = بدء
stop = إيقاف
go-on = متابعة
pause = إيقاف مؤقت
pause-hint = سيكتمل الفيديو الجاري، ولن يبدأ شيء آخر حتى تتابع.
enqueue = إضافة إلى قائمة الانتظار
enqueue-hint = تعمل بعد الصور التي قبلها
resume-hint = المتابعة بالوصف نفسه والإعادات المتبقية
start-needs-auto-retry = فعّل إعادة المحاولة التلقائية للبدء.
start-needs-limits = صحّح الحدود للبدء.
start-cost = حتى { $attempts }.
estimate = تقريبًا: { $attempts }، { $credits }.
estimate-time = تقريبًا: { $attempts }، { $credits }، { $time }.
start-over = البدء من جديد
start-hint = بدء جلسة
stop-hint = سيُكمل Grok الفيديو الجاري على أي حال، وقد يكلّف ذلك رصيدًا
point-button = تحديد الزر
point-prompt-box = تحديد مربع الوصف
remedy-reload = إعادة تحميل الصفحة
remedy-open = فتح الصورة
remedy-auto-retry = تفعيل إعادة المحاولة التلقائية
remedy-data-folder = فتح مجلد البيانات
pick-prompt-box = انقر على مربع الوصف في الصفحة. مفتاح Esc يلغي.
pick-button = انقر على زر إنشاء الفيديو في الصفحة. مفتاح Esc يلغي.

waiting-label = جلسات متوقفة مؤقتًا
waiting-title = جلسات متوقفة مؤقتًا
interrupted-label = جلسات منقطعة
interrupted-title = { $count ->
    [zero] لم تنقطع جلسات عند إغلاق Retake
    [one] انقطعت جلسة واحدة عند إغلاق Retake
    [two] انقطعت جلستان عند إغلاق Retake
    [few] انقطعت { $count } جلسات عند إغلاق Retake
    [many] انقطعت { $count } جلسة عند إغلاق Retake
   *[other] انقطعت { $count } جلسة عند إغلاق Retake
}
dismiss = تجاهل
close-title = هل تريد إغلاق Retake؟
close-question = هناك جلسة قيد التشغيل. إغلاق Retake يقطعها، ويمكنك استئنافها لاحقًا.
close-no = إبقاؤه مفتوحًا
close-yes = إغلاق Retake

queue = قائمة الانتظار
queue-empty = قائمة الانتظار فارغة. أضف صورة الصفحة بزر «إضافة إلى قائمة الانتظار»، أو أي صورة من السجل.
queue-emptied = قائمة الانتظار فارغة
queue-removed = لم تعد «{ $name }» في قائمة الانتظار
queue-sum = حتى { $attempts }
queue-sum-left = حتى { $attempts }، المتبقي: { $videos }
queue-health = فتح الحالة
queue-pause = إيقاف مؤقت
queue-clear = إفراغ القائمة
queue-after-session = تبدأ التالية عند انتهاء هذه الجلسة
queue-opening = جارٍ فتح الصورة التالية
queue-next-in = الصورة التالية خلال { $time }. استخدم الصفحة لتأجيلها.
queue-paused-user = أوقفتها أنت مؤقتًا
queue-paused-rate-limited = متوقفة مؤقتًا: بلغت حد الاستخدام في Grok
queue-paused-stopped = متوقفة مؤقتًا: أوقفت جلسة
queue-paused-timed-out = متوقفة مؤقتًا: انتهت مهلة الجلسة الأخيرة
queue-paused-restarted = متوقفة مؤقتًا: أُعيد تشغيل Retake
queue-paused-not-shown = متوقفة مؤقتًا: تعذّر فتح الصورة التالية
queue-paused-refused = متوقفة مؤقتًا: تعذّر بدء الجلسة التالية (راجع الحالة)
queue-up = نقل لأعلى
queue-remove = إزالة
queue-import = إضافة من CSV
queue-import-hint = ملف بالأعمدة image (المعرّف أو رابط المنشور) وprompt وmax_retries وgoal
queue-import-take = إضافة { $images }
queue-import-none = لا يمكن إضافة أي سطر من هذا الملف.
queue-import-line = السطر { $line }: { $why }
queue-edit = تعديل
queue-edit-starts-over = بدأت من قبل. بعد الحفظ تبدأ من جديد.
queue-move = نقل «{ $name }»، الموضع { $place } من { $count }
queue-move-hint = اسحب للنقل، أو اضغط سهمي الأعلى والأسفل
queue-done = المنجز
queue-done-cleared = أُفرغت قائمة المنجز
queue-done-clear = إفراغ القائمة
queue-retry-failed = إعادة ما فشل ({ $count })
queue-retry-failed-hint = يعيد إلى قائمة الانتظار ما انتهى دون بلوغ هدفه
queue-twice = هذه الصورة في قائمة الانتظار بالفعل. هل يُستبدل وصفها وحدودها؟
queue-twice-no = الإبقاء كما هي
queue-twice-yes = استبدال

log = السجل التفصيلي

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = نسخ المعرّف
library = المكتبة
tabs-label = أجزاء الشريط الجانبي
tab-make = الإنشاء
make-empty = تظهر الحدود والوصف هنا عند فتح صورة.
results = النتائج
results-failed = إخفاقات: { $failures }
result-open-hint = عرض في صفحة Grok
result-play = تشغيل
result-star = نجمة
result-star-hint = تعرضه المكتبة على أنه «منتقى»
commands = كل الأوامر
commands-ask = ماذا تريد أن تفعل؟
commands-list = الأوامر
commands-none = لا أمر مطابق.
palette-resume = استئناف الجلسة
palette-enqueue = إضافة هذه الصورة إلى قائمة الانتظار
palette-prompt = تعديل الوصف
palette-pause = إيقاف الجلسة مؤقتًا
palette-go-on = متابعة الجلسة
palette-queue-pause = إيقاف قائمة الانتظار مؤقتًا
palette-queue-go-on = متابعة قائمة الانتظار
palette-copy-id = نسخ معرّف الصورة
palette-back = الرجوع في الصفحة
palette-forward = التقدم في الصفحة
palette-home = الانتقال إلى صفحة Grok الرئيسية
palette-go = الانتقال إلى { $place }
palette-settings = الإعدادات: { $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = الحجم الأصلي
give-image = إعطاء الصفحة الصورة التي في الحافظة
grip = عرض الشريط الجانبي
codecs-cant-play = لا تعمل الفيديوهات هنا.
codecs-general = ينقص هذا النظام H.264 أو AAC: ثبّت إضافة libav من GStreamer وإضافتي «good» و«bad»، أو Media Feature Pack على Windows N، ثم أعد تشغيل Retake.
codecs-packages = ينقص { $system } دعم H.264 أو AAC. ثبّت هذه الحزم ثم أعد تشغيل Retake:
codecs-repository = قد تحتاج إلى { $name } أيضًا.
codecs-copy = نسخ الأمر
machine = هذا الجهاز
machine-plays = يشغّل H.264 وAAC
machine-graphics-own = الرسوميات كما يرسمها النظام
machine-graphics-with = الرسوميات مع
