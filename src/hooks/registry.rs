//! The widgets of this module that are on the page. Two of one guide are like two tabs, but no storage event connects them.

use std::cell::RefCell;

use yew::Callback;

use super::handle::WidgetHandle;

thread_local! {
    static WIDGETS: RefCell<Vec<(WidgetHandle, Callback<()>)>> = const { RefCell::new(Vec::new()) };
}

/// Registers a widget for changes made elsewhere.
pub(super) fn add(widget: WidgetHandle, on_news: Callback<()>) {
    WIDGETS.with_borrow_mut(|all| all.push((widget, on_news)));
}

/// A widget is not on the page any more.
pub(super) fn remove(widget: &WidgetHandle) {
    WIDGETS.with_borrow_mut(|all| all.retain(|(each, _)| each != widget));
}

/// Tells the other widgets of this guide that it has a newer record.
pub(super) fn announce(from: &WidgetHandle) {
    if !from.inner().stored {
        return;
    }
    // Cloned: listeners may change the list.
    let all = WIDGETS.with_borrow(Clone::clone);
    for (other, on_news) in all {
        if other != *from && other.inner().stored && other.guide().id == from.guide().id {
            on_news.emit(());
        }
    }
}

/// How many widgets are on the page.
pub(super) fn count() -> usize {
    WIDGETS.with_borrow(Vec::len)
}

/// Whether each widget of the page is one of these.
pub(super) fn are_all(of: &[WidgetHandle]) -> bool {
    WIDGETS.with_borrow(|all| all.iter().all(|(each, _)| of.contains(each)))
}
