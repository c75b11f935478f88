# Why something that was asked for was not done.

engine-stopped = Retake çalışmayı durdurdu. Yeniden başlatın.
engine-not-stored = Bu kaydedilemedi: { $reason }. Hiçbir şey yapılmadı. Veri klasöründeki günlüğe bakın ve Retake’i yeniden başlatın.
maintenance-failed = Bu başarısız oldu, geçmişiniz değişmedi: { $reason }.
page-busy = Sayfa yanıt vermedi. Meşgul olabilir; yeniden deneyin.
history-unreadable = Geçmişiniz okunamıyor: { $reason }.
pick-nothing = Hiçbir şey seçilmedi. Yeniden denemek için “Sayfada seç”e basın.
video-none = Bu denemenin kaydedilecek tamamlanmış videosu yok.
video-not-saved-why = Video kaydedilmeyecek: { $reason }.
refusal-no-image = Önce görsellerinizden birini açın.
refusal-auto-retry-off = Başlatmak için otomatik yeniden denemeyi açın.
refusal-already-active = Bu görselin çalışan bir oturumu var. Başka birini başlatmadan önce durdurun.
refusal-not-active = Bu görselin çalışan bir oturumu yok.
refusal-other-image = Sayfa şimdi başka bir görsel gösteriyor. Bunu yeniden açıp başlatın.
refusal-goal-reached = Hedefe ulaşıldı: son video oturum bittikten sonra geldi.
refusal-nothing-to-resume = Bu görselin devam ettirilecek oturumu yok. Yeni bir oturum başlatın.
refusal-not-queued = Bu görsel artık kuyrukta değil.
refusal-queue-full = { $most ->
    [one] Kuyruk dolu ({ $most } görsel). Önce bazılarını kaldırın.
   *[other] Kuyruk dolu ({ $most } görsel). Önce bazılarını kaldırın.
}
queue-row-no-image = görsel belirtilmemiş
queue-row-unknown = Retake “{ $image }” görselini tanımıyor; bir kez açın
queue-row-twice = bu görsel { $line }. satırda zaten var
queue-row-queued = zaten kuyrukta
queue-row-range = { $column } { $from } ile { $to } arasında bir tam sayı olmalı
refusal-text-video = Bu video yalnızca metinden yapıldı, bu yüzden Retake yenisini yapamaz. Önce bir görsel açın.
refusal-several-sources = Bu video birkaç görselden yapıldı. Önce istediğinizi açın.
refusal-prompt-needed = Önce bir istem girin: sayfanın buna ihtiyacı var.
filter-needs-name = Önce filtreye bir ad verin.
filter-name-too-long = { $most ->
    [one] Filtre adı en çok { $most } karakter olabilir. Kısaltın.
   *[other] Filtre adı en çok { $most } karakter olabilir. Kısaltın.
}
not-kept = Kaydedilemedi: { $reason }. Yeniden deneyin.
image-none-on-clipboard = Panoda görsel yok. Önce bir görsel kopyalayın.
image-too-large = Görsel 25 MB’tan büyük. Dosya olarak kaydedip sayfada seçin.
image-not-taken = Sayfa burada görsel almıyor. Ana sayfasına gidip yeniden deneyin.
