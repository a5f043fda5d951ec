//! The browser's edges, each as thin as it can be: they hand over and fetch, and decide nothing.

#[cfg(any(feature = "widget", feature = "reader"))]
pub mod article;
#[cfg(feature = "widget")]
pub mod clock;
#[cfg(feature = "widget")]
pub mod history;
#[cfg(feature = "widget")]
pub mod local_storage;
#[cfg(any(feature = "reader", feature = "file-reader"))]
pub mod rebuild;
