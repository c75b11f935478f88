# The library's window: its bar, filters, marks, what is selected, one item large, several side by side.

videos = Videolar
images = Görseller
library-kind = Ne gösteriliyor
library-search = İstemler, etiketler, notlar, kimlikler
library-no-match = Eşleşme yok. Aramayı veya filtreleri değiştirin.
library-no-videos = Henüz video yok. Grok birini bitirir bitirmez burada görünür.
library-no-images = Henüz görsel yok. Birinden video yaptığınızda burada görünür.
size = Boyut
date = Tarih

filters = Filtreler
filters-clear = Tümünü göster
filters-kept = Filtreleriniz
filter-name = Filtrenin adı
filter-saved = Kaydedildi
filter-resumable = Oturum devam ettirilebilir
filter-queued = Kuyrukta
filter-nothing = Henüz bir şey yok
choose = Seçin…
remove = Kaldır
yes = Evet
no = Hayır
check-files = Dosyaları denetle
check-files-hint = Eksik, bozuk veya çift olan kayıtlı videoları arar

# What you think of an item: stars, pick or reject, tags, a note.
rating = Puan
not-rated = Puansız
stars-of-five = 5 yıldızdan { $stars }
# The group of the two buttons below.
pick = Seçim
pick-it = Seç
reject-it = Reddet
picked = Seçildi
rejected = Reddedildi
pick-neither = Hiçbiri
tags = Etiketler
tag-add = Etiket yazıp Enter’a basın
tag-remove = { $tag } etiketini kaldır
note = Not
key-hint = { $key } tuşu
key-space = Boşluk çubuğu

selected = İşaretli
selected-count = { $count } işaretli
done = Bitti
library-deleting = { $count ->
    [one] { $count } görselin geçmişi { $time } içinde silinecek. Kayıtlı dosyalar kalır.
   *[other] { $count } görselin geçmişi { $time } içinde silinecek. Kayıtlı dosyalar kalır.
}

close = Kapat
previous = Önceki
next = Sonraki
place-of = { $place } / { $count }
queued = Kuyrukta
facts = Ayrıntılar
fact-date = Oluşturulma
fact-length = Süre
fact-resolution = Çözünürlük
fact-file = Dosya
fact-image = Görsel
fact-image-id = Görsel kimliği
fact-videos-rate = { $videos }, başarı { $rate }
open-on-grok = Grok’ta aç
show-file = Dosyayı göster
save-again = Yeniden kaydet
save-frame = Son kareyi kaydet
frame-not-drawn = Video burada oynatılamadığı için son kare kaydedilemedi.
only-saved-play = Burada yalnızca kayıtlı videolar oynatılır.
video-broken = { $file } oynatılamıyor: bozuk ya da kaydedildiği yerde değil.
codec-missing = Bu sistem, Grok videolarının biçimi olan H.264’ü oynatamıyor. Debian ve Ubuntu’da gstreamer1.0-libav ve gstreamer1.0-plugins-bad, Fedora’da gstreamer1-plugin-libav ve gstreamer1-plugins-bad-free paketlerini kurun ve Retake’i yeniden başlatın.
compare = Karşılaştır
compare-play = Oynat veya duraklat
compare-swap = Yer değiştir
compare-not-saved = Kayıtlı değil, bu yüzden oynatılmaz
