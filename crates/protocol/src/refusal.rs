//! Why Retake did not click, and what the user can do about it (spec C9, L5), in every language.

use retake_locale::{Text, text};

use crate::Refusal;

impl Refusal {
    /// Why, as it follows `Not clicked: `.
    pub fn reason(self) -> Text {
        match self {
            Self::NotThisImage => text::refused_not_this_image(),
            Self::GenerationUnderWay => text::refused_generation_under_way(),
            Self::ControlMissing => text::refused_control_missing(),
            Self::ControlDisabled => text::refused_control_disabled(),
            Self::PromptNotAccepted => text::refused_prompt_not_accepted(),
            Self::SignInNeeded => text::refused_sign_in_needed(),
            Self::CloudflareCheck => text::refused_cloudflare_check(),
            Self::OtherVideoSettings => text::refused_other_video_settings(),
            Self::DialogOpen => text::refused_dialog_open(),
            Self::RefusedByGrok => text::refused_by_grok(),
            Self::PageOutOfDate => text::refused_page_out_of_date(),
            Self::AccountBlocked => text::refused_account_blocked(),
            Self::PageNotThere => text::refused_page_not_there(),
            Self::PressesUsedUp => text::refused_presses_used_up(),
            Self::OtherMode => text::refused_other_mode(),
            Self::EditOpen => text::refused_edit_open(),
            Self::StaysOnVideo => text::refused_stays_on_video(),
            Self::UserBusy => text::refused_user_busy(),
            Self::PromptNeeded => text::refused_prompt_needed(),
            Self::OtherPicture => text::refused_other_picture(),
            Self::UnknownPicture => text::refused_unknown_picture(),
            Self::ClickNotTaken => text::refused_click_not_taken(),
            Self::Other => text::refused_other(),
        }
    }

    /// What to do about it, as a sentence.
    pub fn remedy(self) -> Text {
        match self {
            Self::NotThisImage | Self::StaysOnVideo => text::remedy_not_this_image(),
            Self::GenerationUnderWay => text::remedy_generation_under_way(),
            Self::ControlMissing => text::remedy_control_missing(),
            Self::ControlDisabled => text::remedy_control_disabled(),
            Self::PromptNotAccepted => text::remedy_prompt_not_accepted(),
            Self::SignInNeeded => text::remedy_sign_in_needed(),
            Self::CloudflareCheck => text::remedy_cloudflare_check(),
            Self::OtherVideoSettings => text::remedy_other_video_settings(),
            Self::DialogOpen => text::remedy_dialog_open(),
            Self::RefusedByGrok => text::remedy_by_grok(),
            Self::PageOutOfDate => text::remedy_page_out_of_date(),
            Self::AccountBlocked => text::remedy_account_blocked(),
            Self::PageNotThere => text::remedy_page_not_there(),
            Self::PressesUsedUp => text::remedy_presses_used_up(),
            Self::OtherMode => text::remedy_other_mode(),
            Self::EditOpen => text::remedy_edit_open(),
            Self::UserBusy => text::remedy_user_busy(),
            Self::PromptNeeded => text::remedy_prompt_needed(),
            Self::OtherPicture => text::remedy_other_picture(),
            Self::UnknownPicture => text::remedy_unknown_picture(),
            Self::ClickNotTaken => text::remedy_click_not_taken(),
            Self::Other => text::remedy_other(),
        }
    }

    /// Both, as they are said while a session waits for its user.
    pub fn needs_user(self) -> Text {
        text::needs_user(self.reason(), self.remedy())
    }
}
