//! Grok's store as a text of a wanted size: mostly favourites, as on the real page, a few viewed
//! images, and attempts in both shapes.

use serde_json::{Map, Value, json};

/// How many attempts the image on the page has.
const ATTEMPTS: u32 = 20;

/// The image on the page.
pub(crate) const IMAGE: &str = "11111111-aaaa-4aaa-8aaa-000000000001";

/// A store of about `size` bytes; `attempts` more than usual on the image on the page.
pub(crate) fn text(size: usize, more_attempts: u32) -> String {
    let mut favorites = Map::new();
    let mut bytes = 0;
    while bytes + 8_000 < size {
        let id = format!("33333333-cccc-4ccc-8ccc-{:012}", favorites.len());
        let entry = image(&id);
        bytes += entry.to_string().len() + id.len() + 4;
        favorites.insert(id, entry);
    }
    let attempts: Vec<Value> = (0..ATTEMPTS + more_attempts).map(attempt).collect();
    json!({ "state": {
        "byId": {},
        "favoritesById": favorites,
        "imageByMediaId": { IMAGE: [image(IMAGE)] },
        "videoByMediaId": { IMAGE: attempts },
    }, "version": 1 })
    .to_string()
}

/// A store with so many attempts of one image.
pub(crate) fn of_attempts(number: u32) -> String {
    let attempts: Vec<Value> = (0..number).map(attempt).collect();
    store(&json!({}), &json!({ IMAGE: [image(IMAGE)] }), &json!({ IMAGE: attempts }))
}

/// A store with so many images, each with one attempt.
pub(crate) fn of_images(number: u32) -> String {
    let (mut images, mut videos) = (Map::new(), Map::new());
    for at in 0..number {
        let id = format!("33333333-cccc-4ccc-8ccc-{at:012}");
        images.insert(id.clone(), json!([image(&id)]));
        let mut video = attempt(at * 2);
        video["id"] = json!(format!("44444444-dddd-4ddd-8ddd-{at:012}"));
        videos.insert(id, json!([video]));
    }
    store(&json!({}), &json!(images), &json!(videos))
}

/// A store with so many favourites.
pub(crate) fn of_favorites(number: u32) -> String {
    let ids = (0..number).map(|at| format!("33333333-cccc-4ccc-8ccc-{at:012}"));
    let favorites: Map<String, Value> = ids.map(|id| (id.clone(), image(&id))).collect();
    store(&json!(favorites), &json!({ IMAGE: [image(IMAGE)] }), &json!({ IMAGE: [attempt(0)] }))
}

fn store(favorites: &Value, images: &Value, videos: &Value) -> String {
    json!({ "state": {
        "byId": {},
        "favoritesById": favorites,
        "imageByMediaId": images,
        "videoByMediaId": videos,
    }, "version": 1 })
    .to_string()
}

fn image(id: &str) -> Value {
    json!({
        "id": id,
        "prompt": "a mountain lake at dawn, wide and calm, seen from the far shore ".repeat(4),
        "originalPrompt": "a mountain lake at dawn",
        "mediaUrl": format!("https://imagine-public.x.ai/imagine-public/images/{id}.png"),
        "createTime": "2026-02-05T15:40:00Z",
        "moderated": false, "width": 784, "height": 1168,
        "images": [], "videos": [], "childPosts": [],
    })
}

fn attempt(number: u32) -> Value {
    let id = format!("22222222-bbbb-4bbb-8bbb-{number:012}");
    let moderated = number.is_multiple_of(3);
    if number.is_multiple_of(2) {
        return json!({
            "id": id, "status": "completed", "prompt": "slow pan across a mountain lake",
            "moderated": moderated, "thumbnailUrl": "", "videoUrl": "",
            "createTime": "2026-02-05T15:53:00Z",
        });
    }
    json!({
        "videoId": id, "videoPostId": id, "parentPostId": IMAGE, "progress": 100,
        "moderated": moderated, "mode": "custom",
        "videoPrompt": "slow pan across a mountain lake",
        "mediaUrl": format!("users/u1/generated/{id}/generated_video.mp4"),
        "thumbnailImageUrl": format!("users/u1/generated/{id}/preview_image.jpg"),
        "createTime": "2026-02-05T15:51:22Z", "videoDuration": 6, "resolutionName": "480p",
    })
}
