//! What is left, as Grok told the page (spec H10).

use retake_grok::quota::{ProductQuota, Quota};

use crate::fixtures::{assert_all_of, fixture};

const NEXT: i64 = 1_791_177_150_000;

fn product(available: bool) -> ProductQuota {
    ProductQuota { is_available: Some(available), ..ProductQuota::default() }
}

#[test]
fn h10_a_quota_tells_of_each_product_what_grok_says() {
    let paid = Some(ProductQuota { window_s: Some(64_800), ..product(true) });
    let day = |remaining| ProductQuota {
        remaining: Some(remaining),
        window_s: Some(86_400),
        ..product(true)
    };
    let cases = [
        (
            "quota.json",
            Some(Quota {
                image: None,
                image_edit: None,
                image_pro: Some(day(2)),
                video: Some(day(7)),
                video_720p: Some(ProductQuota { next_available_at: Some(NEXT + 902), ..day(0) }),
            }),
        ),
        (
            "quota-paid.json",
            Some(Quota {
                video: paid,
                video_720p: paid,
                image: paid,
                image_pro: paid,
                image_edit: paid,
            }),
        ),
        (
            "quota-exhausted.json",
            Some(Quota {
                image: Some(product(true)),
                image_pro: Some(product(true)),
                image_edit: Some(product(true)),
                video: Some(ProductQuota {
                    is_available: Some(false),
                    next_available_at: Some(NEXT),
                    ..day(0)
                }),
                video_720p: Some(product(false)),
            }),
        ),
        ("chat-rate-limits.json", None),
    ];
    assert_all_of("quotas", cases.iter().map(|(name, _)| *name));
    for (name, expected) in cases {
        assert_eq!(Quota::read(&fixture(&format!("quotas/{name}"))), expected, "{name}");
    }
}

#[test]
fn a4_a_field_of_another_type_hides_no_neighbour() {
    let read = Quota::read(
        r#"{"video":{"available":"true","remainingQueries":"12","windowSizeSeconds":-5,"new \ud83c":[],
            "nextAvailableAt":{"seconds":"1791177150"}},"video720p":7,"image":{},"imagePro":null}"#,
    );
    let video =
        ProductQuota { remaining: Some(12), next_available_at: Some(NEXT), ..product(true) };
    assert_eq!(read, Some(Quota { video: Some(video), ..Quota::default() }));
    for body in ["", "[]", "7", "{", "{}", r#"{"video":null}"#, r#"{"windowSizeSeconds":7200}"#] {
        assert_eq!(Quota::read(body), None, "{body}");
    }
}
