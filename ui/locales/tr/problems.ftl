# What was not as expected, in Health; the technical details stand below each.

problem-queue = Kuyruk sürdürülemedi
problem-page-script = Retake’in sayfadaki betiğinin bir bölümü başarısız oldu
problem-command-refused = Bir istek reddedildi
problem-store-unreadable = Grok’un görsel verileri okunamadı
problem-progress = Sayfa olanaksız bir ilerleme gösterdi
problem-action-result = Sayfanın bir tıklamaya yanıtı anlamsızdı
problem-ambiguous-ids = Denemelerin kimlikleri çelişiyor
problem-not-confirmed = Bir denemenin sonu doğrulanmadı
problem-access-refused = Grok bir video yapmayı reddetti
problem-too-much = Sayfa bir kerede çok fazla şey gönderdi
problem-counts-differ = Grok ve Retake bir deneme konusunda uyuşmuyor
problem-skipped-entries = Kullanılabilir kimliği olmayan kayıtlar atlandı
problem-unknown-status = Bir denemenin durumu bilinmiyor
problem-unusable-keys = Bazı görsel kimlikleri kullanılamıyor
problem-other-version = Grok’un görsel verilerinin yeni bir sürümü var
problem-other = Beklenmeyen bir şey oldu
