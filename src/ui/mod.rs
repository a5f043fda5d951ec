//! What the reader sees: Yew components and views, one a file, named after it.
//!
//! Views render a [`crate::walk::Walk`] and forward what the reader does; no rule of the walk lives here. What has state
//! of its own is a component (`Widget`); the rest are plain functions, which cost a tenth of a component's bytes.

mod answer_buttons;
mod answers_list;
mod confirm;
mod copy;
mod el;
mod exhausted;
mod fix;
mod icon;
mod passages;
mod progress_bar;
mod question;
mod report_list;
mod session;
mod sheet;
mod solved;
#[cfg(feature = "component")]
mod unstuck;
mod view;
mod wait;
mod widget;
pub(crate) mod words;

pub use session::{Session, Settings};
#[cfg(feature = "component")]
pub use unstuck::{STYLE, Told, Unstuck, UnstuckProps};
pub use widget::{Seat, Widget, WidgetProps};
