# The page bar, the session's panel, what waits and what is queued.

page-bar = Grok sayfası
page-back = Geri
page-forward = İleri
page-reload = Yenile
page-home = Ana sayfa
page-tools = Bul ve yakınlaştır
page-find = Sayfada bul
page-find-none = Eşleşme yok
page-find-previous = Önceki eşleşme
page-find-next = Sonraki eşleşme
page-zoom-out = Uzaklaştır
page-zoom-in = Yakınlaştır

session = Oturum
session-videos = Videolar
session-retries = Yeniden denemeler
session-credits = Krediler
session-progress = Bu denemenin ilerlemesi

# The state of the session, in a word or two.
status-idle = Hazır
status-unreachable = Sayfa yok
status-needs-user = Size ihtiyacı var
status-running = Çalışıyor
status-waiting = Bekliyor
status-paused = Duraklatıldı
status-success = Hedefe ulaşıldı
status-max-retries = Yeniden deneme kalmadı
status-timed-out = Süre doldu
status-rate-limited = Sınıra ulaşıldı
status-cancelled = Durduruldu
status-stale = Grok kaybetti
status-interrupted = Kesildi

# What the session does now. Where a countdown follows, the text leads to it: "Retrying in 8 s".
activity-first = Başlamaya kalan
activity-retry = Yeniden denemeye kalan
activity-next = Sonraki videoya kalan
activity-clicking = Grok’un düğmesine tıklanıyor
activity-generating = Oluşturuluyor
activity-reloaded = Sayfa yenilendi. Bu denemeden haber bekleniyor
activity-confirming = { $outcome }, Grok’tan doğrulanıyor
activity-elsewhere = Devam etmek için bu görseli açın
activity-paused = Otomatik yeniden deneme kapalı. Retake yalnızca denemelerinizi sayar.
activity-quiet = Grok bekleniyor
ended-success = İstediğiniz tüm videolar hazır.
ended-max-retries = Tüm yeniden denemeler kullanıldı.
ended-timed-out = Grok son tıklamadan sonra yanıt vermedi.
ended-rate-limited = Grok’un kullanım sınırına ulaştınız. Daha sonra deneyin.
ended-cancelled = Siz durdurdunuz.
ended-stale = Grok bu görseli sayfadan kaldırdı; genellikle yenilemeden sonra olur. Sürdürmek için devam ettirin.
ended-interrupted = Retake bu oturum sırasında kapatıldı.
attempt-pending = Beklemede
attempt-processing = Oluşturuluyor
attempt-completed = Tamamlandı
attempt-moderated = Denetime takıldı
attempt-failed = Başarısız
attempt-unknown = Sonu görülmedi
attempt-early = başta
attempt-half-way = yarı yolda
attempt-late = sonda
# How far a moderated attempt came, where that is a guess.
attempt-assumed = { $stage }, tahminen
failures-early = { $count } başta
failures-half-way = { $count } yarı yolda
failures-late = { $count } sonda

hint-no-post = Başlamak için Grok’ta bir görsel açın.
hint-looking = Görsel aranıyor…
hint-no-image = Bu sayfada görsel bulunamadı. Görsellerinizden birini açın veya sayfayı yenileyin.
hint-several-images = Bu video birkaç görselden yapıldı. İstediğinizi açın.
hint-open-image = { $number }. görseli aç
hint-text-video = Bu video yalnızca metinden yapıldı, bu yüzden görseli yok. Video yapmak için bir görsel açın.
hint-reload = Sayfayı yenile
hint-unreachable = { $problem }. Geçmişiniz çalışmaya devam ediyor.
hint-try-again = Yeniden dene

limit-over = Grok’un sınırı kalkmış olmalı. Devam ettirebilirsiniz.
limit-until = Grok { $time } itibarıyla yeni videolar yapar.
limit-until-tomorrow = Grok yarın { $time } itibarıyla yeni videolar yapar.
limit-until-date = Grok { $date } { $time } itibarıyla yeni videolar yapar.
quota-none = Video hakkı kalmadı.
quota-none-until = { $time } saatine kadar video hakkı yok.
quota-left = { $count ->
    [one] { $count } video hakkı kaldı.
   *[other] { $count } video hakkı kaldı.
}
quota-left-until = { $count ->
    [one] { $time } saatine kadar { $count } video hakkı kaldı.
   *[other] { $time } saatine kadar { $count } video hakkı kaldı.
}

max-retries = En çok yeniden deneme
video-goal = Hedef
auto-retry = Otomatik yeniden deneme
number-fewer = Azalt: { $label }
number-more = Artır: { $label }
number-range = { $least } ile { $most } arasında bir tam sayı girin.
limits-end-title = Bu, oturumu bitirir
limits-end-goal = { $number } hedefine zaten ulaşıldı. Bu, oturumu şimdi bitirir.
limits-end-retries = En çok { $number } yeniden deneme zaten kullanıldı. Bu, oturumu şimdi bitirir.
limits-end-no = Çalışmayı sürdür
limits-end-yes = Oturumu bitir

prompt = İstem
prompt-empty = Sayfadaki istemi korumak için boş bırakın
prompt-from-image = Görselin istemini kullan
prompt-no-image = Önce bir görsel açın, sonra istemi kullanın.
start = Başlat
stop = Durdur
go-on = Devam et
pause = Duraklat
pause-hint = Süren video yine tamamlanır. Devam edene kadar başka bir şey başlatılmaz.
enqueue = Kuyruğa ekle
enqueue-hint = Önündeki görsellerden sonra çalışır
resume-hint = Aynı istem ve kalan yeniden denemelerle devam et
start-needs-auto-retry = Başlatmak için otomatik yeniden denemeyi açın.
start-needs-limits = Başlatmak için sınırları düzeltin.
start-cost = En çok { $attempts }.
estimate = Yaklaşık { $attempts }, { $credits }.
estimate-time = Yaklaşık { $attempts }, { $credits }, { $time }.
start-over = Baştan başla
start-hint = Oturum başlat
stop-hint = Grok süren videoyu yine de bitirir, bu bir krediye mal olabilir
point-button = Düğmeyi göster
point-prompt-box = İstem kutusunu göster
remedy-reload = Sayfayı yenile
remedy-open = Görseli aç
remedy-auto-retry = Otomatik yinelemeyi aç
remedy-data-folder = Veri klasörünü aç
pick-prompt-box = Sayfadaki istem kutusuna tıklayın. Esc iptal eder.
pick-button = Sayfada video oluşturan düğmeye tıklayın. Esc iptal eder.

waiting-label = Duraklatılan oturumlar
waiting-title = Duraklatılan oturumlar
interrupted-label = Kesilen oturumlar
interrupted-title = { $count ->
    [one] Retake kapanırken { $count } oturum kesildi
   *[other] Retake kapanırken { $count } oturum kesildi
}
dismiss = Kapat
close-title = Retake kapatılsın mı?
close-question = Bir oturum çalışıyor. Retake’i kapatmak onu keser; daha sonra devam ettirebilirsiniz.
close-no = Açık tut
close-yes = Retake’i kapat

queue = Kuyruk
queue-empty = Kuyruk boş. Sayfadaki görseli “Kuyruğa ekle” ile ya da geçmişten herhangi bir görseli ekleyin.
queue-emptied = Kuyruk boş
queue-removed = “{ $name }” artık kuyrukta değil
queue-sum = En çok { $attempts }
queue-sum-left = En çok { $attempts }, kalan: { $videos }
queue-health = Durum’u aç
queue-pause = Duraklat
queue-clear = Kuyruğu temizle
queue-after-session = Bu oturum bitince sıradaki başlar
queue-opening = Sonraki görsel açılıyor
queue-next-in = Sonraki görsele { $time }. Bekletmek için sayfayı kullanın.
queue-paused-user = Siz duraklattınız
queue-paused-rate-limited = Duraklatıldı: Grok’un sınırına ulaştınız
queue-paused-stopped = Duraklatıldı: bir oturumu durdurdunuz
queue-paused-timed-out = Duraklatıldı: son oturumun süresi doldu
queue-paused-restarted = Duraklatıldı: Retake yeniden başladı
queue-paused-not-shown = Duraklatıldı: sonraki görsel açılamadı
queue-paused-refused = Duraklatıldı: sonraki oturum başlatılamadı (bkz. Durum)
queue-up = Yukarı taşı
queue-remove = Kaldır
queue-import = CSV’den ekle
queue-import-hint = Şu sütunları olan bir dosya: image (kimlik ya da gönderi URL’si), prompt, max_retries ve goal
queue-import-take = Ekle: { $images }
queue-import-none = Bu dosyanın hiçbir satırı eklenemiyor.
queue-import-line = Satır { $line }: { $why }
queue-edit = Düzenle
queue-edit-starts-over = Buna daha önce başlanmıştı. Kaydedince baştan başlar.
queue-move = “{ $name }” görselini taşı, sıra { $place }/{ $count }
queue-move-hint = Taşımak için sürükleyin ya da yukarı ve aşağı ok tuşlarına basın
queue-done = Bitenler
queue-done-cleared = Bitenler listesi temizlendi
queue-done-clear = Listeyi temizle
queue-retry-failed = Başarısızları yeniden dene ({ $count })
queue-retry-failed-hint = Hedefine ulaşmadan bitenleri yeniden kuyruğa ekler
queue-twice = Bu görsel zaten kuyrukta. İstemi ve sınırları değiştirilsin mi?
queue-twice-no = Olduğu gibi bırak
queue-twice-yes = Değiştir

log = Günlük

# Around the views: the head, the tabs, the list of everything that can be done.
copy-id = Kimliği kopyala
library = Kitaplık
tabs-label = Kenar çubuğunun bölümleri
tab-make = Yap
make-empty = Bir görsel açıldığında sınırlar ve istem burada görünür.
results = Sonuçlar
results-failed = başarısız: { $failures }
result-open-hint = Grok sayfasında göster
result-play = Oynat
result-star = Yıldız
result-star-hint = Kitaplık bunu “Seçildi” olarak gösterir
commands = Tüm komutlar
commands-ask = Ne yapmak istiyorsunuz?
commands-list = Komutlar
commands-none = Eşleşen komut yok.
palette-resume = Oturuma devam et
palette-enqueue = Bu görseli kuyruğa ekle
palette-prompt = İstemi düzenle
palette-pause = Oturumu duraklat
palette-go-on = Oturumu sürdür
palette-queue-pause = Kuyruğu duraklat
palette-queue-go-on = Kuyruğa devam et
palette-copy-id = Görselin kimliğini kopyala
palette-back = Sayfada geri git
palette-forward = Sayfada ileri git
palette-home = Grok’un ana sayfasına git
palette-go = Git: { $place }
palette-settings = Ayarlar: { $section }

# The page bar's rarer tools, and what this machine lacks.
page-own-size = Özgün boyut
give-image = Panodaki görseli sayfaya ver
grip = Kenar çubuğunun genişliği
codecs-cant-play = Videolar burada oynatılamıyor.
codecs-general = Bu sistemde H.264 veya AAC yok: GStreamer’ın libav eklentisini ve “good” ile “bad” eklentilerini, Windows N’de Media Feature Pack’i kurun. Sonra Retake’i yeniden başlatın.
codecs-packages = { $system } sisteminde H.264 veya AAC yok. Bu paketleri kurup Retake’i yeniden başlatın:
codecs-repository = { $name } da gerekebilir.
codecs-copy = Komutu kopyala
machine = Bu bilgisayar
machine-plays = H.264 ve AAC oynatır
machine-graphics-own = Grafikler sistemin çizdiği gibi
machine-graphics-with = Grafikler şununla:
