# The history: its list, an image's card, sessions, attempts, time lines; notices about them.

history = Geçmiş
history-empty = Henüz görsel yok. Video yaptığınız her görsel burada görünür.
history-step-sign-in = Grok’ta oturum açın. Google ile giriş uygulamalarda çalışmaz; e-posta, X veya Apple kullanın.
history-step-image = Bir görsel açın, kaç video istediğinizi ve kaç yeniden denemeye izin verdiğinizi ayarlayın.
history-step-start = Başlat’a basın. Retake sizin için Grok’un düğmesine tıklar ve sınırlarınızda durur.
history-no-match = Eşleşme yok.
history-clear = Filtreleri temizle
history-search-label = Geçmişte istem veya kimliğe göre ara
history-order = Sıralama
history-order-recent = En yeni
history-order-videos = En çok video
history-order-rate = En iyi oran
history-outcome = Sonuç
history-outcome-all = Tüm görseller
history-outcome-completed = Videosu olanlar
history-outcome-without = Henüz videosu yok
history-outcome-moderated = Denetime takılanlar
history-outcome-failed = Başarısızlar
history-outcome-running = Çalışanlar
history-outcome-resumable = Devam ettirilebilir
history-period = Zaman
history-period-any = Tüm zamanlar
history-period-day = Son 24 saat
history-period-week = Son 7 gün
history-period-month = Son 30 gün

card-moderated = Denetime takılan: { $count }
card-failed = Başarısız: { $count }
card-rate = Başarı oranı
detail-created = Oluşturulma
detail-limits = Sınırlar
detail-auto-retry-on = { $limits }, otomatik yeniden deneme açık
detail-auto-retry-off = { $limits }, otomatik yeniden deneme kapalı
detail-pages = { $count ->
    [one] { $count } Grok sayfası
   *[other] { $count } Grok sayfası
}
detail-open-hint = Bu görseli Grok’ta açar
detail-resume-hint = Görseli açar ve son oturumunu devam ettirir
detail-enqueue-hint = Son istemi ve kendi sınırlarıyla kuyruğa ekler
detail-copy-prompt = İstemi kopyala
detail-stop-first = Geçmişini silmek için oturumunu durdurun.
detail-delete-question = Bu görselin geçmişi silinsin mi? Tüm oturumları ve denemeleri gider.
detail-delete = Geçmişi sil

sessions = Oturumlar
prompt-use = Kullan
prompt-use-hint = Bu istemi istem kutusuna koy
prompt-add = Ekle
prompt-add-hint = Sayfadaki görselin istemine ekle
timeline = Zaman çizelgesi
by-hand = Elle yapılanlar
clip-length = { $length } klip
took = { $span } sürdü
step-waiting = Tıklamayı bekliyor: { $kind }
step-unanswered = Tıklandı, sayfadan yanıt yok: { $kind }
step-clicked = Tıklandı: { $kind }
step-not-clicked = Tıklanmadı: { $reason }
step-dropped = Çalışmadan iptal edildi: { $kind }
step-first = ilk deneme
step-retry = yeniden deneme
step-next = sonraki video
step-pause = { $span } aradan sonra
step-late = { $span } geç: sayfa başka bir şey gösteriyordu veya önce başka bir tıklama geldi

video-save = Kaydet
video-save-hint = Bu videoyu kaydet
video-saving = Kaydediliyor…
video-saved = Kaydedildi: { $file }
video-not-saved = Kaydedilmedi. { $reason }
video-retry = Yeniden dene
video-show = Göster
video-show-hint = Dosyayı klasöründe göster

notice-deleting = “{ $name }” siliniyor
notice-undo = Geri al
notice-delete-now = Şimdi sil
notice-resuming = Oturumunu devam ettirmek için “{ $name }” açılıyor
notice-not-resumed = Sayfa “{ $name }” görselini { $span } içinde göstermedi, bu yüzden hiçbir şey devam ettirilmedi. Görseli açıp Devam ettir’e basın.
download-running = { $name } kaydediliyor: { $bytes }
download-running-of = { $name } kaydediliyor: { $bytes }/{ $all }
download-saved = Şuraya kaydedildi: { $path }
download-failed = { $name } kaydedilmedi. { $reason }

chance-none = Henüz biten deneme yok.
chance-no-video = Henüz video yok. Bir video için en az { $attempts } bekleyin.
chance-about = Video başına yaklaşık { $typical } deneme.
chance-between = Video başına yaklaşık { $typical } deneme, muhtemelen { $least }–{ $most }.
chance-goal = { $videos } için muhtemelen gereken: yaklaşık { $attempts }.
chance-goal-between = { $videos } için muhtemelen gereken: { $least }–{ $most } deneme.
rate-of-attempts = oranında deneme videoya dönüştü
rate-likely = muhtemelen { $low }–{ $high }
layer-early = { $count } başta (%0–24)
layer-half-way = { $count } yarı yolda (%25–87)
layer-late = { $count } sonda (%88–100)
