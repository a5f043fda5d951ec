//! The browser's edges. Only these files and `stores/` know gloo or web-sys; nothing here touches the browser while it
//! renders.

mod after_frame;
pub mod clock;
mod handle;
mod history;
pub mod input;
mod landing;
mod page;
mod registry;
mod use_aloud;
mod use_clipboard;
mod use_dialog;
mod use_focus;
mod use_history;
mod use_portions;
mod use_print;
mod use_record;
mod use_reminder;
mod use_shrunk;
mod use_transfer;
mod use_typing;
mod use_walk;
mod use_width;
mod walker;

pub use handle::{ReportFormat, WidgetHandle};
pub use history::set_host_states_aside;
pub use use_aloud::use_aloud;
pub use use_dialog::{DialogHandle, use_dialog};
pub use use_focus::use_screen_focus;
pub(crate) use use_portions::use_portions;
pub use use_print::use_print;
pub use use_shrunk::use_shrunk;
pub use use_typing::use_typing;
pub use use_walk::use_walk;
pub use use_width::use_width;
