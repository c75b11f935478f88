# What was not as expected, in Health; the technical details stand below each.

problem-queue = تعذّر على قائمة الانتظار المتابعة
problem-page-script = فشل جزء من نص Retake البرمجي في الصفحة
problem-command-refused = رُفض طلب
problem-store-unreadable = تعذّرت قراءة بيانات صورة Grok
problem-progress = عرضت الصفحة تقدّمًا غير ممكن
problem-action-result = لم يكن رد الصفحة على نقرة مفهومًا
problem-ambiguous-ids = للمحاولات معرّفات متضاربة
problem-not-confirmed = لم تتأكد نهاية محاولة
problem-access-refused = رفض Grok إنشاء فيديو
problem-too-much = أرسلت الصفحة الكثير دفعة واحدة
problem-counts-differ = يختلف Grok وRetake بشأن محاولة
problem-skipped-entries = تُخطّيت مدخلات بلا معرّف صالح
problem-unknown-status = لمحاولة حالة غير معروفة
problem-unusable-keys = لا يمكن استخدام بعض معرّفات الصور
problem-other-version = لبيانات صورة Grok إصدار جديد
problem-other = حدث شيء غير متوقع
