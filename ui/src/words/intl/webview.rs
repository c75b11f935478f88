//! The webview's `Intl`. Making a format costs more than using it, so each is made once a language.

use std::cell::RefCell;

use js_sys::Intl::{DateTimeFormat, NumberFormat, PluralRules, RelativeTimeFormat};
use js_sys::{Array, Date, Function, Object, Reflect};
use retake_locale::Language;
use retake_protocol::Millis;
use wasm_bindgen::{JsCast, JsValue};

use super::{Moment, Style, as_number};

#[derive(Default)]
struct Formats {
    numbers: Vec<(Style, Function)>,
    moments: Vec<(Moment, Function)>,
    relative: Option<RelativeTimeFormat>,
    plurals: Option<PluralRules>,
}

thread_local! {
    static FORMATS: RefCell<Formats> = RefCell::default();
}

/// The sidebar speaks another language from now on.
pub fn forget_formats() {
    FORMATS.set(Formats::default());
}

pub(super) fn number(number: f64, style: Style) -> String {
    FORMATS.with_borrow_mut(|formats| {
        let format = kept(&mut formats.numbers, style, number_format);
        call(format, &number.into())
    })
}

pub(super) fn moment(at: Millis, style: Moment) -> String {
    let date = Date::new(&as_number(at).into());
    // A time that no calendar has comes from a file.
    if date.get_time().is_nan() { String::new() } else { written(&date, style) }
}

/// The plural form that a number takes.
pub(super) fn form(number: f64) -> &'static str {
    let form = FORMATS.with_borrow_mut(|formats| {
        let rules =
            formats.plurals.get_or_insert_with(|| PluralRules::new(&locales(), &Object::new()));
        String::from(rules.select(number))
    });
    let forms = ["zero", "one", "two", "few", "many"];
    forms.into_iter().find(|known| *known == form).unwrap_or("other")
}

pub(super) fn day(iso: &str, style: Moment) -> String {
    let date = Date::new(&format!("{iso}T12:00").into());
    if date.get_time().is_nan() { iso.to_owned() } else { written(&date, style) }
}

pub(super) fn relative(number: Millis, unit: &str) -> String {
    FORMATS.with_borrow_mut(|formats| {
        let format = formats.relative.get_or_insert_with(|| {
            RelativeTimeFormat::new(&locales(), &options(&[("numeric", "auto".into())]))
        });
        format.format(as_number(number), unit).into()
    })
}

fn written(date: &Date, style: Moment) -> String {
    FORMATS.with_borrow_mut(|formats| {
        let format = kept(&mut formats.moments, style, moment_format);
        call(format, date)
    })
}

/// The format of a style. There are a few of them, so a list finds one as fast as a map.
fn kept<S: Copy + PartialEq>(
    formats: &mut Vec<(S, Function)>,
    style: S,
    make: fn(S) -> Function,
) -> &Function {
    let known = formats.iter().position(|(known, _)| *known == style);
    let place = known.unwrap_or_else(|| {
        formats.push((style, make(style)));
        formats.len() - 1
    });
    &formats[place].1
}

fn number_format(style: Style) -> Function {
    let digits = |most: u8| ("maximumFractionDigits", JsValue::from(most));
    let options = match style {
        Style::Plain(most) => options(&[digits(most)]),
        Style::Percent => options(&[("style", "percent".into()), digits(0)]),
        Style::Unit(unit, most) => options(&[
            ("style", "unit".into()),
            ("unit", unit.name().into()),
            // Shorter, and without the full stop that `Sek.` would bring into a sentence.
            ("unitDisplay", if unit.is_time() { "narrow" } else { "short" }.into()),
            digits(most),
        ]),
    };
    NumberFormat::new(&locales(), &options).format()
}

fn moment_format(style: Moment) -> Function {
    let two: JsValue = "2-digit".into();
    let (hour, minute) = (("hour", two.clone()), ("minute", two.clone()));
    let (month, day) = (("month", "short".into()), ("day", "numeric".into()));
    let options = match style {
        Moment::Time => options(&[hour, minute]),
        Moment::TimeToTheSecond => options(&[hour, minute, ("second", two)]),
        Moment::Day => options(&[month, day]),
        Moment::WholeDay => options(&[("dateStyle", "full".into())]),
        Moment::Date => options(&[month, day, ("year", "numeric".into())]),
        Moment::Whole => options(&[("dateStyle", "medium".into()), ("timeStyle", "medium".into())]),
    };
    DateTimeFormat::new(&locales(), &options).format()
}

/// `Intl` knows no English that is not one.
fn locales() -> Array {
    let language = crate::words::language();
    let tag = if language == Language::Pseudo { Language::English } else { language }.tag();
    Array::of1(&tag.into())
}

fn options(fields: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    for (name, value) in fields {
        // Setting a field of a new object does not fail.
        let _ = Reflect::set(&options, &(*name).into(), value);
    }
    options
}

fn call(format: &Function, value: &JsValue) -> String {
    let written = format.call1(&JsValue::UNDEFINED, value);
    written
        .ok()
        .and_then(|text| text.dyn_into::<js_sys::JsString>().ok())
        .map(String::from)
        .unwrap_or_default()
}
