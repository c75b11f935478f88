# Why something that was asked for was not done.

engine-stopped = توقف Retake عن العمل. أعد تشغيله.
engine-not-stored = تعذّر حفظ هذا: { $reason }. لم يُنفَّذ شيء. راجع السجل في مجلد البيانات وأعد تشغيل Retake.
maintenance-failed = فشل هذا ولم يتغير سجلك: { $reason }.
page-busy = لم تستجب الصفحة. ربما هي مشغولة؛ حاول مرة أخرى.
history-unreadable = تعذّرت قراءة سجلك: { $reason }.
pick-nothing = لم يُختر شيء. اضغط «اختيار من الصفحة» للمحاولة مرة أخرى.
video-none = ليس لهذه المحاولة فيديو مكتمل لحفظه.
video-not-saved-why = لن يُحفظ الفيديو: { $reason }.
refusal-no-image = افتح إحدى صورك أولًا.
refusal-auto-retry-off = فعّل إعادة المحاولة التلقائية للبدء.
refusal-already-active = لهذه الصورة جلسة قيد التشغيل. أوقفها قبل بدء أخرى.
refusal-not-active = ليس لهذه الصورة جلسة قيد التشغيل.
refusal-other-image = تعرض الصفحة صورة أخرى الآن. افتح هذه مجددًا ثم ابدأ.
refusal-goal-reached = تحقق الهدف: جاء الفيديو الأخير بعد انتهاء الجلسة.
refusal-nothing-to-resume = ليس لهذه الصورة جلسة لاستئنافها. ابدأ جلسة جديدة.
refusal-not-queued = لم تعد هذه الصورة في قائمة الانتظار.
refusal-queue-full = { $most ->
    [zero] القائمة ممتلئة ({ $most } صورة). أزل بعضها أولًا.
    [one] القائمة ممتلئة (صورة واحدة). أزلها أولًا.
    [two] القائمة ممتلئة (صورتان). أزل إحداهما أولًا.
    [few] القائمة ممتلئة ({ $most } صور). أزل بعضها أولًا.
    [many] القائمة ممتلئة ({ $most } صورة). أزل بعضها أولًا.
   *[other] القائمة ممتلئة ({ $most } صورة). أزل بعضها أولًا.
}
queue-row-no-image = لم تُذكر أي صورة
queue-row-unknown = لا يعرف Retake الصورة «{ $image }»؛ افتحها مرة
queue-row-twice = هذه الصورة موجودة في السطر { $line }
queue-row-queued = في قائمة الانتظار بالفعل
queue-row-range = يجب أن تكون قيمة { $column } عددًا صحيحًا من { $from } إلى { $to }
refusal-text-video = أُنشئ هذا الفيديو من نص فقط، لذا لا يستطيع Retake إنشاء المزيد منه. افتح صورة أولًا.
refusal-several-sources = أُنشئ هذا الفيديو من عدة صور. افتح الصورة المقصودة أولًا.
refusal-prompt-needed = أدخل وصفًا أولًا، فالصفحة تحتاج إليه.
filter-needs-name = أعطِ المرشّح اسمًا أولًا.
filter-name-too-long = { $most ->
    [zero] لا يقبل اسم المرشّح أي حرف. اختصره.
    [one] اسم المرشّح حرف واحد ({ $most }) على الأكثر. اختصره.
    [two] اسم المرشّح حرفان ({ $most }) على الأكثر. اختصره.
    [few] اسم المرشّح { $most } أحرف على الأكثر. اختصره.
    [many] اسم المرشّح { $most } حرفًا على الأكثر. اختصره.
   *[other] اسم المرشّح { $most } حرف على الأكثر. اختصره.
}
not-kept = تعذّر الحفظ: { $reason }. حاول مرة أخرى.
image-none-on-clipboard = لا توجد صورة في الحافظة. انسخ صورة أولًا.
image-too-large = الصورة أكبر من 25 ميغابايت. احفظها كملف واختره في الصفحة.
image-not-taken = لا تقبل الصفحة صورة هنا. انتقل إلى صفحتها الرئيسية وحاول مرة أخرى.
