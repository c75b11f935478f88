# What was done, as a notice says it.

pick-unchanged = لم يتغير شيء.
pick-done = تم. يمكنك التراجع عن ذلك في الإعدادات.
recording-started = جارٍ التسجيل في { $file }.
recording-holds = يحتوي على أوصافك وبيانات صفحة Grok.
recording-stopped = التسجيل في { $file }.
recording-caution = يحتوي على أوصافك وبيانات صفحة Grok. راجعه قبل مشاركته.
signed-out = سُجّل خروجك ومُسحت بيانات الصفحة. يبقى سجلك في Retake.
prompts-exported = صُدّرت الأوصاف المحفوظة إلى { $file }.
exported-to = صُدّر إلى { $file }.
backed-up-to = نُسخ احتياطيًا إلى { $file }.
imported = المستورد الجديد: { $images }، { $sessions }، { $attempts }.
images-count = { $count ->
    [zero] لا صور
    [one] صورة واحدة
    [two] صورتان
    [few] { $count } صور
    [many] { $count } صورة
   *[other] { $count } صورة
}
forgotten = { $count ->
    [zero] لم يُحذف أي سجل.
    [one] حُذف سجل صورة واحدة.
    [two] حُذف سجل صورتين.
    [few] حُذف سجل { $count } صور.
    [many] حُذف سجل { $count } صورة.
   *[other] حُذف سجل { $count } صورة.
}
files-stay = بقيت النسخ الاحتياطية والصادرات والفيديوهات المحفوظة.
restored = استُعيدت النسخة الاحتياطية.
restore-kept = سجلك السابق منسوخ احتياطيًا في { $file }.
taken-over = استُورد من إضافة المتصفح. جديد: { $taken }. موجود مسبقًا: { $known }. في انتظار صورته: { $waiting }.
taken-over-waits = تُعاد محاولة المدخلات المنتظرة عندما تعرض صفحة Grok مزيدًا من الصور:
and-more = - و{ $count } أخرى
exported-images = صُدّر إلى { $file }: { $images }.
prompts-kept = { $count ->
    [zero] لم يُحفظ أي وصف.
    [one] حُفظ وصف واحد ({ $count }).
    [two] حُفظ وصفان ({ $count }).
    [few] حُفظت { $count } أوصاف.
    [many] حُفظ { $count } وصفًا.
   *[other] حُفظ { $count } وصف.
}
frame-saved = حُفظ باسم { $file }.
check-none = لا يوجد فيديو محفوظ بعد.
check-looked-at = { $count ->
    [zero] لم يُفحص أي فيديو محفوظ.
    [one] فُحص فيديو محفوظ واحد ({ $count }).
    [two] فُحص فيديوان محفوظان ({ $count }).
    [few] فُحصت { $count } فيديوهات محفوظة.
    [many] فُحص { $count } فيديو محفوظًا.
   *[other] فُحص { $count } فيديو محفوظ.
}
check-missing = مفقودة ويمكن حفظها من جديد: { $names }.
check-broken = تالفة ويمكن حفظها من جديد: { $names }.
check-doubled = الفيديو نفسه بعدة أسماء: { $names }.
check-fine = كلها موجودة وسليمة وغير مكررة.
names-and-more = { $names } و{ $count } غيرها
image-given = وصلت الصورة إلى الصفحة.
