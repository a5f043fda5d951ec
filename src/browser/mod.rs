//! The browser's edges, each as thin as it can be: they hand over and fetch, and decide nothing.

pub mod article;
pub mod clock;
pub mod history;
pub mod local_storage;
