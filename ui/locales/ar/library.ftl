# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = الفيديوهات
images = الصور
library-kind = ما يُعرض
library-search = أوصاف ووسوم وملاحظات ومعرّفات
library-no-match = لا نتائج. غيّر البحث أو المرشّحات.
library-no-videos = لا فيديوهات بعد. ستظهر هنا حالما ينهي Grok أحدها.
library-no-images = لا صور بعد. ستظهر هنا عندما تنشئ فيديو من إحداها.
size = الحجم
date = التاريخ

filters = المرشّحات
filters-clear = عرض الكل
filters-kept = مرشّحاتك
filter-name = اسم المرشّح
filter-saved = محفوظ
filter-resumable = جلسة يمكن استئنافها
filter-queued = في قائمة الانتظار
filter-nothing = لا شيء بعد
choose = اختيار…
remove = إزالة
yes = نعم
no = لا
check-files = فحص الملفات
check-files-hint = يبحث عن الفيديوهات المحفوظة المفقودة أو التالفة أو المكررة

# What you think of an item: stars, pick or reject, tags, a note.
rating = التقييم
not-rated = بلا تقييم
stars-of-five = { $stars } من 5 نجوم
# The group of the two buttons below.
pick = الانتقاء
pick-it = انتقاء
reject-it = استبعاد
picked = منتقى
rejected = مستبعد
pick-neither = لا هذا ولا ذاك
tags = الوسوم
tag-add = أضف وسمًا ثم اضغط Enter
tag-remove = إزالة الوسم { $tag }
note = ملاحظة
key-hint = المفتاح { $key }
key-space = مفتاح المسافة

selected = المحدَّد
selected-count = المحدَّد: { $count }
done = تم
library-deleting = { $count ->
    [zero] لن يُحذف أي سجل. الملفات المحفوظة تبقى.
    [one] سيُحذف سجل صورة واحدة ({ $count }) خلال { $time }. الملفات المحفوظة تبقى.
    [two] سيُحذف سجل صورتين ({ $count }) خلال { $time }. الملفات المحفوظة تبقى.
    [few] سيُحذف سجل { $count } صور خلال { $time }. الملفات المحفوظة تبقى.
    [many] سيُحذف سجل { $count } صورة خلال { $time }. الملفات المحفوظة تبقى.
   *[other] سيُحذف سجل { $count } صورة خلال { $time }. الملفات المحفوظة تبقى.
}

close = إغلاق
previous = السابق
next = التالي
place-of = { $place } من { $count }
queued = في الانتظار
facts = التفاصيل
fact-date = تاريخ الإنشاء
fact-length = المدة
fact-resolution = الدقة
fact-file = الملف
fact-image = الصورة
fact-image-id = معرّف الصورة
fact-videos-rate = { $videos }، نسبة النجاح { $rate }
open-on-grok = فتح في Grok
show-file = إظهار الملف
save-again = حفظ من جديد
save-frame = حفظ الإطار الأخير
frame-not-drawn = تعذّر حفظ الإطار الأخير لأن الفيديو لا يُشغَّل هنا.
only-saved-play = لا تُشغَّل هنا إلا الفيديوهات المحفوظة.
video-broken = تعذّر تشغيل { $file }: الملف تالف أو لم يعد في مكان حفظه.
codec-missing = لا يستطيع هذا النظام تشغيل فيديو H.264، وهو صيغة فيديوهات Grok. على Debian وUbuntu ثبّت gstreamer1.0-libav وgstreamer1.0-plugins-bad، وعلى Fedora ثبّت gstreamer1-plugin-libav وgstreamer1-plugins-bad-free، ثم أعد تشغيل Retake.
compare = مقارنة
compare-play = تشغيل أو إيقاف مؤقت
compare-swap = تبديل
compare-not-saved = غير محفوظ، لذا لا يُشغَّل
