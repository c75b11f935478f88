# What many parts of the sidebar say.
#
# Voice: short and active; contractions; the thing by its name; the verb on the button. "Attempt" is one
# generation of a video, "session" one run of attempts within limits, "image" what videos are made from.
# Retake and Grok are names and stay as they are.

# What no file words yet, as the text of an error of the system.
plain = { $words }
ok = Tamam
cancel = İptal
open = Aç
resume = Devam ettir
delete = Sil
export = Dışa aktar
copy = Kopyala
copied = Kopyalandı
copy-failed = Kopyalanamadı. Metni seçip Ctrl+C tuşlarına basın.
loading = Yükleniyor…
no-answer = Retake yanıt vermedi ({ $reason }). Yeniden deneyin veya Retake’i yeniden başlatın.
storage-problem = Diske kaydedilemiyor: { $problem }. Buradakilere bakabilirsiniz ama oturum başlatılamaz.
image-without-prompt = İstemsiz görsel
video-without-prompt = İstemsiz video
image-unknown = Görsel bilinmiyor
image-unknown-hint = Bu videonun hangi görselden olduğu bilinmiyor, bu yüzden hiçbir yerde sayılmaz
from-text = Metinden
videos-count = { $count ->
    [one] { $count } video
   *[other] { $count } video
}
retries-count = { $count ->
    [one] { $count } yeniden deneme
   *[other] { $count } yeniden deneme
}
attempts-count = { $count ->
    [one] { $count } deneme
   *[other] { $count } deneme
}
sessions-count = { $count ->
    [one] { $count } oturum
   *[other] { $count } oturum
}
credits-count = { $count ->
    [one] { $count } kredi
   *[other] { $count } kredi
}
videos-of-goal = { $goal ->
    [one] { $made }/{ $goal } video
   *[other] { $made }/{ $goal } video
}
retries-of-limit = { $most ->
    [one] { $used }/{ $most } yeniden deneme
   *[other] { $used }/{ $most } yeniden deneme
}
# The limits of a session: how many videos, and how many retries at most.
limits = { $videos }, en çok { $retries }
back = Geri
search = Ara
