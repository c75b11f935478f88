//! How many generations are left, as Grok told the page (spec H10): Grok's `quota_info`. Retake
//! never asks for it.

use retake_protocol::Millis;

use crate::browser_json::well_formed;
use crate::create_time::create_time;
use crate::fields::Fields;
use crate::lenient_json::Field;

/// What is left, by product; `None`: Grok says nothing of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quota {
    /// Grok's `video`: videos of 480 lines.
    pub video: Option<ProductQuota>,
    /// Grok's `video720p`.
    pub video_720p: Option<ProductQuota>,
    /// Grok's `image`.
    pub image: Option<ProductQuota>,
    /// Grok's `imagePro`.
    pub image_pro: Option<ProductQuota>,
    /// Grok's `imageEdit`.
    pub image_edit: Option<ProductQuota>,
}

/// What is left of one product. Any of it may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProductQuota {
    /// Grok's `available`. It was seen to be true with nothing remaining.
    pub is_available: Option<bool>,
    /// Grok's `remainingQueries`; `None` where it is not near its end.
    pub remaining: Option<u32>,
    /// Grok's `windowSizeSeconds`: the seconds over which Grok counts.
    pub window_s: Option<u32>,
    /// Grok's `nextAvailableAt`, in milliseconds since the Unix epoch.
    pub next_available_at: Option<Millis>,
}

impl Quota {
    /// Reads the body of an answer. `None`: it names no product.
    pub fn read(body: &str) -> Option<Self> {
        let json = well_formed(body);
        let fields = Field::of(&json).fields()?;
        let quota = Self {
            video: ProductQuota::of(&fields, "video"),
            video_720p: ProductQuota::of(&fields, "video720p"),
            image: ProductQuota::of(&fields, "image"),
            image_pro: ProductQuota::of(&fields, "imagePro"),
            image_edit: ProductQuota::of(&fields, "imageEdit"),
        };
        (quota != Self::default()).then_some(quota)
    }
}

impl ProductQuota {
    fn of(products: &Fields<'_>, name: &str) -> Option<Self> {
        let fields = products.get(name).fields()?;
        let whole =
            |name: &str| fields.get(name).whole().map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        let quota = Self {
            is_available: fields.get("available").flag(),
            remaining: whole("remainingQueries"),
            window_s: whole("windowSizeSeconds"),
            next_available_at: create_time(fields.get("nextAvailableAt")),
        };
        (quota != Self::default()).then_some(quota)
    }
}
