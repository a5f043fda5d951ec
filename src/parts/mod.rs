//! What the widget is made of around its screens, and what several screens share: one part a file. They know no screen.
//!
//! Components where there is state, or a context is read; plain functions that return [`yew::Html`] for the rest.

mod arrival;
mod aside;
mod card;
mod controls;
mod copy;
mod dialog;
mod dialogs;
mod icon;
mod overview;
mod passages;
mod paste_link;
mod picture;
mod progress_bar;
mod reminder;
mod report;
mod transfer;
pub(crate) mod view;

pub(crate) use aside::aside;
pub(crate) use card::card;
pub(crate) use controls::{verdict, yes_no};
pub(crate) use dialogs::{carry_dialog, sheet};
pub(crate) use icon::{Icon, done_mark, drawing};
pub(crate) use passages::{list, passages, picture, rich};
pub(crate) use report::{handoff, paper, report, take_along};
