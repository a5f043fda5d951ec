//! The second copy: a store that reads and writes in one transaction, so that two tabs cannot overwrite each other's
//! answers.

use std::future::Future;

use super::store::StoreError;

/// What the second copy holds under the record's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// Nothing, or there is no database yet.
    Nothing,
    /// A text.
    Text(&'a str),
    /// Something that is no text.
    NotText,
}

/// What a transaction has to write; nothing if both are `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// Put what was found under this name, exactly as it is.
    pub quarantine: Option<String>,
    /// Put this text under the record's name.
    pub put: Option<String>,
}

/// A store with transactions.
pub trait TransactionalStore {
    /// Reads the value under `name`, asks `decide`, and writes what it returns, all in one transaction. Resolves when the
    /// result is on the disk.
    ///
    /// `create` is asked if there is no database yet. If it says no, none is made; `decide` is called with
    /// [`Found::Nothing`], and nothing is written. Time must not pass between that no and `decide`: a store that has
    /// waited since asks again, for there may be something to keep by then.
    ///
    /// # Errors
    /// Why the transaction was not completed; then nothing of it was written.
    fn transact(
        &self,
        name: &str,
        create: impl Fn() -> bool,
        decide: impl FnOnce(Found<'_>) -> Decision,
    ) -> impl Future<Output = Result<(), StoreError>>;
}
