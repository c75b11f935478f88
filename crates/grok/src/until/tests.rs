//! When limits end, in the words of every language of Grok (spec C11).

use super::*;

fn at(hour: u8, minute: u8) -> Until {
    Until::AtTime { hour, minute }
}

fn span(seconds: u32) -> Until {
    Until::In { seconds }
}

#[test]
fn c11_a_time_of_the_day_is_read_in_every_form_seen() {
    for text in [
        "Video (720p, 10s) generation limit reached: available again at 6:01 PM",
        "동영상(720p, 10초) 생성 한도에 도달했습니다: 오후 6:01에 다시 사용 가능",
        "Try again at 6:01\u{202f}PM.",
        "6:01 p.m.",
        "18:01",
        "at 06:01:30 pm",
        "Vuelve a intentarlo a las 6:01 p. m.",
        "Réessayez à 18 h 01",
        "Réessayez à 18h01.",
        "Verfügbar ab 18:01 Uhr",
        "Du. 6:01-kor újra",
        "午後6時1分に再試行",
        "午後6:01にリセット",
        "18時1分にリセット",
        "下午6:01 后重试",
        "下午6点1分",
        "يمكنك المحاولة الساعة ٦:٠١ م",
        "ساعت ۶:۰۱ ب.ظ. دوباره امتحان کنید",
        "शाम 6:01 बजे फिर से कोशिश करें",
        "সন্ধ্যা ৬:০১ টায়",
        "பிற்பகல் 6:01",
        "Coba lagi pukul 18.01",
        "Subukan muli sa 6:01 ng gabi",
        "ÖS 6:01",
    ] {
        assert_eq!(Until::of_words(text), Some(at(18, 1)), "{text}");
    }
}

#[test]
fn c11_an_hour_alone_is_a_time_with_a_word_that_makes_it_one() {
    for (text, expected) in [
        ("again at 6 PM", Some(at(18, 0))),
        ("오후 6시에 재설정", Some(at(18, 0))),
        ("下午6点", Some(at(18, 0))),
        ("रात 12 बजे", Some(at(0, 0))),
        ("रात 9 बजे", Some(at(21, 0))),
        ("um 18 Uhr", Some(at(18, 0))),
        ("12 AM", Some(at(0, 0))),
        ("12 PM", Some(at(12, 0))),
        ("오후 12:30", Some(at(12, 30))),
        ("오전 12:30", Some(at(0, 30))),
        ("下午18:01", Some(at(18, 1))),
        ("limit of 6 videos", None),
        ("2時間", None),
    ] {
        assert_eq!(Until::of_words(text), expected, "{text}");
    }
}

#[test]
fn c11_a_span_counts_from_now_where_a_word_says_so() {
    for (text, expected) in [
        ("Your limit resets in 2 hours", Some(span(7_200))),
        ("Try again in 1 hour and 30 minutes.", Some(span(5_400))),
        ("Try again in 1h 30m", Some(span(5_400))),
        ("Try again in 45 s", Some(span(45))),
        ("Resets in 01:59:59", Some(span(7_199))),
        ("Please wait 10 minutes", Some(span(600))),
        ("2 days from now", Some(span(172_800))),
        ("2시간 30분 후에 다시 시도", Some(span(9_000))),
        ("30분 후", Some(span(1_800))),
        ("2時間30分後に", Some(span(9_000))),
        ("请在2小时后重试", Some(span(7_200))),
        ("請在 2 小時後重試", Some(span(7_200))),
        ("Vuelve a intentarlo en 2 horas", Some(span(7_200))),
        ("Réessayez dans 1h30", Some(span(5_400))),
        ("Versuche es in 2 Stunden erneut", Some(span(7_200))),
        ("Повторите через 2 часа", Some(span(7_200))),
        ("2 saat sonra tekrar dene", Some(span(7_200))),
        ("२ घंटे बाद", Some(span(7_200))),
        ("بعد ٢ ساعات", Some(span(7_200))),
        ("۲ ساعت دیگر", Some(span(7_200))),
        ("2 óra múlva", Some(span(7_200))),
        ("Thử lại sau 2 giờ", Some(span(7_200))),
        ("Coba lagi dalam 2 jam", Some(span(7_200))),
        ("20 videos in 24 hours. Try again in 2 hours.", Some(span(7_200))),
        ("20 videos in 24 hours. Try again at 6:01 PM.", Some(at(18, 1))),
        ("Video (720p, 10s) limit reached", None),
        ("every 2 hours", None),
        ("in 9999999999 hours", None),
        ("in 4000000 hours", None),
    ] {
        assert_eq!(Until::of_words(text), expected, "{text}");
    }
}

#[test]
fn c11_numbers_of_other_things_are_no_time() {
    for text in [
        "Rate limit reached",
        "A video of 9:16 in 720p",
        "16:9, 2:3, 1:1",
        "You have used 100% of your weekly limit",
        "Grok 4.20, v2:30",
        "Try again in 01:59",
        "Réessayez dans 01:59",
        "25:01",
        "12:60",
        "1:234",
        "10.30",
        "",
    ] {
        assert_eq!(Until::of_words(text), None, "{text}");
    }
    assert_eq!(Until::of_words("again at 9:16 AM"), Some(at(9, 16)));
}

#[test]
fn c11_a_moment_is_one_wherever_it_stands() {
    let moment = Some(Until::Moment { ms: 1_790_484_469_000 });
    assert_eq!(Until::of_words("again at 2026-09-27T04:47:49Z."), moment);
    for (header, expected) in [
        ("60", Some(span(60))),
        (" 0 ", Some(span(0))),
        ("Sun, 27 Sep 2026 04:47:49 GMT", moment),
        ("-1", None),
        ("soon", None),
        ("", None),
    ] {
        assert_eq!(Until::of_retry_after(header), expected, "{header}");
    }
}
