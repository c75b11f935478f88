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
