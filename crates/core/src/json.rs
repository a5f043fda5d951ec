//! JSON for the types that are stored, or handed from one module to another: a thin layer over serde-json-core.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value as JSON text.
pub(crate) fn to_string(value: &impl Serialize) -> String {
    let mut buffer = vec![0; 1024];
    loop {
        // A full buffer is all that can go wrong.
        match serde_json_core::to_slice(value, &mut buffer) {
            Ok(length) => {
                buffer.truncate(length);
                return String::from_utf8(buffer).unwrap_or_default();
            }
            Err(_) => buffer.resize(2 * buffer.len(), 0),
        }
    }
}

/// A value from JSON text that holds nothing else.
pub(crate) fn from_str<T: DeserializeOwned>(text: &str) -> Option<T> {
    // A string without its escapes is no longer than with them.
    let mut unescaped = vec![0; text.len()];
    let (value, end) = serde_json_core::from_str_escaped(text, &mut unescaped).ok()?;
    text.get(end..)?.trim_ascii().is_empty().then_some(value)
}

/// The number that a text begins with.
pub(crate) fn number_at_start(text: &str) -> Option<u64> {
    let mut deserializer = serde_json_core::de::Deserializer::new(text.as_bytes(), None);
    serde::Deserialize::deserialize(&mut deserializer).ok()
}
