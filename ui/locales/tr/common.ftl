# What many parts of the sidebar say.

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
limits = { $videos }, en çok { $retries }
