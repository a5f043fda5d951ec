//! A store that forgets when the page goes: for tests, and for hosts without another.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::exchange::{Decision, Found, TransactionalStore};
use super::store::{Store, StoreError};

/// Texts by name, in memory.
#[derive(Debug, Default)]
pub struct MemoryStore(RefCell<BTreeMap<String, String>>);

impl Store for MemoryStore {
    fn load(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.borrow().get(name).cloned())
    }

    fn save(&self, name: &str, text: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().insert(name.to_owned(), text.to_owned());
        Ok(())
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let text = self.load(from)?.unwrap_or_default();
        self.save(to, &text)
    }
}

impl TransactionalStore for MemoryStore {
    async fn transact(
        &self,
        name: &str,
        create: impl Fn() -> bool,
        decide: impl FnOnce(Found<'_>) -> Decision,
    ) -> Result<(), StoreError> {
        if self.0.borrow().is_empty() && !create() {
            decide(Found::Nothing);
            return Ok(());
        }
        let found = self.load(name)?;
        let decision = decide(found.as_deref().map_or(Found::Nothing, Found::Text));
        if let Some(quarantine) = decision.quarantine {
            self.copy(name, &quarantine)?;
        }
        decision.put.map_or(Ok(()), |text| self.save(name, &text))
    }
}
