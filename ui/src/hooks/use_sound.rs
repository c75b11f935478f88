//! A short sound where something needs attention (spec L8): two tones, made here, so that no file is
//! loaded.

use wasm_bindgen::JsValue;
use web_sys::AudioContext;
use yew::prelude::*;

/// The tones, in Hz.
const TONES: [f32; 2] = [660.0, 880.0];
/// How long each sounds, in seconds.
const SECONDS: f64 = 0.14;
/// How loud, of 1.
const VOLUME: f32 = 0.15;

/// Plays it whenever `attention` has counted on, where the user wants it.
#[hook]
pub fn use_sound(attention: u32, is_wanted: bool) {
    use_effect_with(attention, move |attention| {
        if *attention > 0 && is_wanted {
            // Where the system plays no sound there is nobody to tell.
            let _played = play();
        }
    });
}

fn play() -> Result<(), JsValue> {
    let context = AudioContext::new()?;
    let volume = context.create_gain()?;
    volume.gain().set_value(VOLUME);
    volume.connect_with_audio_node(&context.destination())?;
    let mut at = context.current_time();
    for tone in TONES {
        let oscillator = context.create_oscillator()?;
        oscillator.frequency().set_value(tone);
        oscillator.connect_with_audio_node(&volume)?;
        oscillator.start_with_when(at)?;
        at += SECONDS;
        oscillator.stop_with_when(at)?;
    }
    Ok(())
}
