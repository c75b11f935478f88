# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
plain = { $words }
ok = حسنًا
cancel = إلغاء
open = فتح
resume = استئناف
delete = حذف
export = تصدير
copy = نسخ
copied = تم النسخ
copy-failed = تعذّر النسخ. حدّد النص واضغط Ctrl+C.
loading = جارٍ التحميل…
no-answer = لم يستجب Retake ({ $reason }). حاول مرة أخرى أو أعد تشغيل Retake.
storage-problem = تعذّر الحفظ على القرص: { $problem }. يمكنك تصفح الموجود، لكن لا يمكن بدء الجلسات.
image-without-prompt = صورة بلا وصف
video-without-prompt = فيديو بلا وصف
image-unknown = صورة غير معروفة
image-unknown-hint = لا شيء يبيّن من أي صورة هذا الفيديو، لذا لا يُحتسب في أي مكان
from-text = من نص
videos-count = { $count ->
    [zero] لا فيديوهات
    [one] فيديو واحد
    [two] فيديوهان
    [few] { $count } فيديوهات
    [many] { $count } فيديو
   *[other] { $count } فيديو
}
retries-count = { $count ->
    [zero] بلا إعادة محاولة
    [one] إعادة محاولة واحدة
    [two] إعادتا محاولة
    [few] { $count } إعادات محاولة
    [many] { $count } إعادة محاولة
   *[other] { $count } إعادة محاولة
}
attempts-count = { $count ->
    [zero] لا محاولات
    [one] محاولة واحدة
    [two] محاولتان
    [few] { $count } محاولات
    [many] { $count } محاولة
   *[other] { $count } محاولة
}
sessions-count = { $count ->
    [zero] لا جلسات
    [one] جلسة واحدة
    [two] جلستان
    [few] { $count } جلسات
    [many] { $count } جلسة
   *[other] { $count } جلسة
}
credits-count = { $count ->
    [zero] لا أرصدة
    [one] رصيد واحد
    [two] رصيدان
    [few] { $count } أرصدة
    [many] { $count } رصيدًا
   *[other] { $count } رصيد
}
videos-of-goal = { $goal ->
    [zero] { $made }/{ $goal } فيديو
    [one] { $made }/{ $goal } فيديو
    [two] { $made }/{ $goal } فيديو
    [few] { $made }/{ $goal } فيديوهات
    [many] { $made }/{ $goal } فيديو
   *[other] { $made }/{ $goal } فيديو
}
retries-of-limit = { $most ->
    [zero] { $used }/{ $most } إعادة محاولة
    [one] { $used }/{ $most } إعادة محاولة
    [two] { $used }/{ $most } إعادة محاولة
    [few] { $used }/{ $most } إعادات محاولة
    [many] { $used }/{ $most } إعادة محاولة
   *[other] { $used }/{ $most } إعادة محاولة
}
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }، بحد أقصى { $retries }
back = رجوع
search = بحث
