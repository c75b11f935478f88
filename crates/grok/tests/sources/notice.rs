//! Notices of the page (spec C11), by whole phrases in every language of Grok.

use std::collections::BTreeMap;

use proptest::prelude::*;
use retake_grok::NoticeReading::{self, Moderated, OnlyTells, Other};
use retake_grok::Until;
use serde_json::Value;

/// The phrases themselves: each must be read as what it stands for.
const PHRASES: &str = include_str!("../../data/phrases.json");

fn lists(part: &str, list: &str) -> BTreeMap<String, Vec<String>> {
    let mut data: Value = serde_json::from_str(PHRASES).expect("JSON");
    serde_json::from_value(data[part][list].take()).expect("lists by language")
}

fn is_limit(text: &str) -> bool {
    matches!(NoticeReading::of(text), NoticeReading::Limited { .. })
}

#[test]
fn c11_every_phrase_of_a_limit_is_known_in_any_case_and_spacing() {
    for (language, phrases) in lists("limit", "phrases") {
        for phrase in phrases {
            for text in [
                phrase.clone(),
                format!("  {}!", phrase.to_uppercase().replace(' ', "\n ")),
                format!("Grok: {} (18:01).", phrase.replace('\'', "’")),
            ] {
                assert!(is_limit(&text), "{language}: {text}");
            }
        }
    }
}

#[test]
fn c11_every_language_of_grok_has_the_common_phrases_of_a_limit() {
    let languages = "ar bn cs de en es fa fil fr hi hu id it ja ko mr nl pl pt ro ru sv ta te tr uk vi zh-CN zh-TW";
    let languages: Vec<_> = languages.split(' ').collect();
    for list in ["phrases", "alone", "not"] {
        assert!(lists("limit", list).keys().eq(&languages), "{list}");
    }
    for (language, phrases) in lists("limit", "phrases") {
        assert!(phrases.len() >= 3, "{language}");
    }
}

#[test]
fn c11_a_phrase_that_may_stand_alone_says_nothing_beside_others() {
    for (language, phrases) in lists("limit", "alone") {
        for phrase in phrases {
            assert!(is_limit(&phrase) && is_limit(&format!("{phrase}.")), "{language}: {phrase}");
        }
    }
    for text in ["A rate limit keeps the service fair", "The weekly limit of videos is shown here"]
    {
        assert_eq!(NoticeReading::of(text), Other, "{text}");
    }
}

#[test]
fn c11_a_notice_of_a_limit_is_one() {
    for text in [
        "You've hit your video limit",
        "You’ve reached your usage limit. Please try again later.",
        "You have reached your weekly limit.",
        "Rate limit reached",
        "Rate limit exceeded, slow down",
        "Too many requests",
        "You've reached your video limit",
        "Video limit reached",
        "Video generation limit reached",
        "Weekly limit reached. Resets at 3:23 PM.",
        "Request limit reached Upgrade to SuperGrok",
        "Image limit reached Upgrade to unlock more",
        "Video (720p, 10s) generation limit reached: available again at 6:01 PM",
        "Grok is under heavy usage right now. Please try again later, use a different model or upgrade plan for higher limits.",
        "동영상(720p, 10초) 생성 한도에 도달했습니다: 오후 6:01에 다시 사용 가능",
        "요청 한도에 도달했습니다",
        "요청한도에 도달했습니다",
        "주간 한도",
        "주간 한도의 100%를 사용했습니다",
        "주간 한도에 도달했습니다. 오후 3:23에 재설정됩니다",
        "Limit reached",
        "به سقف استفاده رسیدهاید",
        "Sie haben Ihr Nutzungslimit erreicht. Bitte versuchen Sie es später erneut.",
    ] {
        assert!(is_limit(text), "{text}");
    }
}

#[test]
fn c11_a_notice_says_when_the_limit_ends() {
    let at = |hour, minute| Some(Until::AtTime { hour, minute });
    for (text, until) in [
        ("Weekly limit reached. Resets at 3:23 PM.", at(15, 23)),
        ("Video (720p, 10s) generation limit reached: available again at 6:01 PM", at(18, 1)),
        ("동영상(720p, 10초) 생성 한도에 도달했습니다: 오후 6:01에 다시 사용 가능", at(18, 1)),
        ("주간 한도에 도달했습니다. 오후 3:23에 재설정됩니다", at(15, 23)),
        ("Rate limit reached. Try again in 10 s", Some(Until::In { seconds: 10 })),
        ("Usage limit reached, resets in 2 hours", Some(Until::In { seconds: 7_200 })),
        ("Rate limit reached", None),
    ] {
        assert_eq!(NoticeReading::of(text), NoticeReading::Limited { until }, "{text}");
    }
}

#[test]
fn c11_a_notice_of_a_change_or_another_limit_ends_nothing() {
    for text in [
        "Rate limits refreshed",
        "Your rate limit has been reset",
        "Your rate limit has been refreshed",
        "Rate limits increased for SuperGrok",
        "Upload limit reached",
        "You've reached your upload limit",
        "Limit reached: you can attach 10 files",
        "File limit reached",
        "File size limit exceeded",
        "Attachment limit exceeded",
        "Character limit reached",
        "Your prompt exceeds the character limit",
        "Message limit reached",
        "You've reached your message limit. Start a new chat.",
        "Rate limit reached. You can send more messages at 6 PM.",
        "Conversation limit reached",
        "Chat limit reached",
        "Context limit reached",
        "Storage limit reached",
        "Project limit reached",
        "Folder limit reached",
        "720p rate limit reached, switched to 480p",
        "Rate limit reached for 720p. Switching to 480p.",
        "Video limit reached for Grok 4, falling back to Grok 3",
        "Switched to 480p",
        "You're approaching your weekly limit",
        "You've almost reached your video limit",
        "Once you've reached your video limit, upgrade to go on",
        "You haven't reached your video limit",
        "2 videos left until you've hit your video limit",
        "Storage quota exceeded",
        "Upload-Limit erreicht",
        "Zeichenlimit erreicht",
        "720p-Ratenlimit erreicht, auf 480p umgestellt",
        "Límite de caracteres alcanzado",
        "Has alcanzado tu límite de mensajes",
        "Limite de fichiers atteinte",
        "Limite de débit atteinte, passage en 480p",
        "업로드 한도에 도달했습니다",
        "생성 한도에 도달했습니다. 480p로 전환합니다",
        "주간 한도가 재설정되었습니다",
        "アップロード上限に達しました",
        "文字数の上限に達しました",
        "已达到上传上限",
        "已达到视频上限，已切换到480p",
        "未达到使用上限",
        "Лимит символов достигнут",
        "Karakter sınırına ulaşıldı",
    ] {
        assert_eq!(NoticeReading::of(text), OnlyTells, "{text}");
    }
}

#[test]
fn c11_a_notice_of_something_else_says_nothing() {
    for text in [
        "Used 50% of your weekly limit",
        "Learn how rate limits work",
        "Upgrade to unlock more",
        "Upgrade to SuperGrok for higher limits",
        "Video saved",
        "Subrate limit reachedness",
        "Videolimit zurückgesetzt",
        "주간 한도의 50%를 사용했습니다",
        "A well moderated discussion",
        "",
    ] {
        assert_eq!(NoticeReading::of(text), Other, "{text}");
    }
    let long = format!("Rate limit reached {}", "x".repeat(500));
    assert_eq!(NoticeReading::of(&long), Other, "so long a text is no notice");
}

#[test]
fn a_moderation_is_one_in_every_language_and_no_limit() {
    assert_eq!(NoticeReading::of("Content Moderated. Try a different idea."), Moderated);
    for phrase in lists("moderation", "phrases").into_values().flatten() {
        assert_eq!(NoticeReading::of(&phrase.to_uppercase()), Moderated, "{phrase}");
    }
}

proptest! {
    #[test]
    fn c11_no_text_makes_it_fail(text in "\\PC{0,60}") {
        let _ = NoticeReading::of(&text);
    }

    #[test]
    fn c11_what_stands_around_a_limit_leaves_it_one(before in "[ .,:!?()„“»—…•⚠️]{0,8}", after in "[ .,:!?()„“»—…•⚠️]{0,8}") {
        let text = format!("{before}Rate limit reached{after}");
        prop_assert!(is_limit(&text), "{}", text);
    }
}
