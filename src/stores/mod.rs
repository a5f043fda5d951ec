//! What the record is kept in. Thin: they hand over and fetch, and decide nothing (`unstuck_core::persistence` does).

mod indexed_db;
mod local_storage;
mod session_storage;

pub use indexed_db::IndexedDb;
pub use local_storage::LocalStorage;
pub(crate) use session_storage::SessionStorage;
