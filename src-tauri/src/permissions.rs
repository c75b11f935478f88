//! What the page may have of the machine: nothing that the user did not allow in the settings (spec O5).

use tauri::webview::{PermissionKind, PermissionResponse};

use crate::settings::SettingsStore;

/// Answers the page's wish for `kind`. What no setting speaks of is denied.
pub(crate) fn answer(keeper: &SettingsStore, kind: PermissionKind) -> PermissionResponse {
    let is_allowed = match kind {
        PermissionKind::Microphone => keeper.allows_microphone(),
        PermissionKind::Camera => keeper.allows_camera(),
        PermissionKind::Geolocation => keeper.allows_location(),
        PermissionKind::Notifications => keeper.allows_notifications(),
        _ => false,
    };
    tracing::info!(?kind, is_allowed, "the page asked for a permission");
    if is_allowed { PermissionResponse::Allow } else { PermissionResponse::Deny }
}

#[cfg(test)]
mod tests {
    use retake_store::Store;

    use super::*;
    use crate::settings::Overrides;

    #[test]
    fn o5_everything_is_denied_until_its_own_setting_allows_it() {
        let kinds = [
            (PermissionKind::Microphone, Some("allow_microphone")),
            (PermissionKind::Camera, Some("allow_camera")),
            (PermissionKind::Geolocation, Some("allow_location")),
            (PermissionKind::Notifications, Some("allow_notifications")),
            (PermissionKind::DisplayCapture, None),
            (PermissionKind::Other, None),
        ];
        let is_allowed = |keeper: &SettingsStore, kind| {
            matches!(answer(keeper, kind), PermissionResponse::Allow)
        };
        let keeper = SettingsStore::new(Store::in_memory().unwrap(), Overrides::default());
        for (kind, setting) in kinds {
            assert!(!is_allowed(&keeper, kind), "{kind:?} at first");
            if let Some(setting) = setting {
                keeper.set(setting, "on").unwrap();
                let allowed = kinds.iter().filter(|(other, _)| is_allowed(&keeper, *other)).count();
                assert!(is_allowed(&keeper, kind) && allowed == 1, "{kind:?} by {setting} alone");
                keeper.set(setting, "off").unwrap();
            }
        }
    }
}
