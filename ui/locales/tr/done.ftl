# What was done, as a notice says it.

pick-unchanged = Hiçbir şey değişmedi.
pick-done = Tamam. Bunu Ayarlar’dan geri alabilirsiniz.
recording-started = { $file } dosyasına kaydediliyor.
recording-holds = İstemlerinizi ve Grok’un sayfa verilerini içerir.
recording-stopped = Kayıt { $file } dosyasında.
recording-caution = İstemlerinizi ve Grok’un sayfa verilerini içerir. Paylaşmadan önce gözden geçirin.
signed-out = Oturumunuz kapatıldı ve sayfanın verileri silindi. Retake geçmişiniz kalır.
prompts-exported = Kayıtlı istemler { $file } dosyasına aktarıldı.
exported-to = { $file } dosyasına aktarıldı.
backed-up-to = { $file } dosyasına yedeklendi.
imported = Yeni olarak içe aktarılan: { $images }, { $sessions }, { $attempts }.
images-count = { $count ->
    [one] { $count } görsel
   *[other] { $count } görsel
}
forgotten = { $count ->
    [one] { $count } görselin geçmişi silindi.
   *[other] { $count } görselin geçmişi silindi.
}
files-stay = Yedekler, dışa aktarımlar ve kayıtlı videolar saklandı.
restored = Yedek geri yüklendi.
restore-kept = Önceki geçmişiniz { $file } dosyasında yedekli.
taken-over = Tarayıcı eklentisinden içe aktarıldı. Yeni: { $taken }. Zaten burada: { $known }. Görselini bekleyen: { $waiting }.
taken-over-waits = Bekleyen kayıtlar, Grok’un sayfası başka görseller gösterince yeniden denenir:
and-more = - ve { $count } tane daha
exported-images = { $images } { $file } dosyasına aktarıldı.
prompts-kept = { $count ->
    [one] { $count } istem kaydedildi.
   *[other] { $count } istem kaydedildi.
}
frame-saved = { $file } olarak kaydedildi.
check-none = Henüz kayıtlı video yok.
check-looked-at = { $count ->
    [one] { $count } kayıtlı video denetlendi.
   *[other] { $count } kayıtlı video denetlendi.
}
check-missing = Eksik, yeniden kaydedilebilir: { $names }.
check-broken = Bozuk, yeniden kaydedilebilir: { $names }.
check-doubled = Aynı video birden çok adla: { $names }.
check-fine = Hepsi yerinde, sağlam ve tek kopya.
names-and-more = { $names } ve { $count } tane daha
image-given = Görsel sayfaya verildi.
