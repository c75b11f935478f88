# What the window says outside of the sidebar: titles, notifications, pages in Grok's place.

title-idle = Retake
title-of = { $what } – Retake
title-needs-user = Size ihtiyacı var – Retake
title-running = { $videos } · { $retries } – Retake
# The host stands first: somebody types a password below it.
title-sign-in = { $host } – oturum açma – Retake
title-sign-in-empty = Boş sayfa – oturum açma – Retake
title-sign-in-own = Grok sayfası – oturum açma – Retake

notification-needs-user = Retake’in size ihtiyacı var
notification-success = Hedefe ulaşıldı
notification-max-retries = Yeniden deneme kalmadı
notification-timed-out = Oturumun süresi doldu
notification-rate-limited = Oturum bitti: Grok’un sınırı
notification-stale = Oturum bitti: Grok görseli kaybetti
notification-numbers = { $videos }, { $retries }, { $credits }
notification-no-numbers = Ayrıntılar için Retake’i açın.

page-unloadable = { $host } yüklenemiyor
# As the sidebar says it; the reason is the system's, in its own words.
page-unloadable-why = { $host } yüklenemiyor: { $reason }
page-silent = { $host } yanıt vermiyor
page-process-ended = Sayfanın işlemi beklenmedik şekilde sona erdi.
page-unloadable-advice = Bağlantınızı denetleyip yeniden deneyin. Kenar çubuğundaki geçmişiniz çalışmaya devam ediyor.
page-try-again = Yeniden dene
page-sign-in = Devam etmek için oturum açın
page-sign-in-advice = Pencereyi mi kapattınız? Yeniden açın. Kenar çubuğundaki geçmişiniz oturum açmadan da çalışır.
page-sign-in-why = Grok oturum açmanızı istiyor. Bunun için bir pencere açıldı.
page-sign-in-button = Oturum aç

choose-folder = Klasör seçin
