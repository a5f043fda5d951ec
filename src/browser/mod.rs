//! The browser's edges, each as thin as it can be: they hand over and fetch, and decide nothing.

#[cfg(any(feature = "component", feature = "widget", feature = "carry"))]
pub mod clock;
#[cfg(any(feature = "component", feature = "widget"))]
pub mod history;
#[cfg(any(feature = "component", feature = "widget"))]
pub mod local_storage;
