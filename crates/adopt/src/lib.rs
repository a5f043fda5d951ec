//! From any help article to a guide: the rules that find title, fixes, reasons and steps in an unmarked article, and
//! the reasons why one makes no guide.
//!
//! The rules turn a tree into a tree: what comes out carries the marks (`data-unstuck-*`) that its author could have
//! written, and [`unstuck_core::guide::read`] reads it like any other. This crate therefore need not know
//! what the marks mean, nor where an article comes from. It is pure, and not part of the widget's module: a wholly marked
//! article never loads it.
//!
//! ```
//! let guide = unstuck_adopt::html::parse(
//!     "<article>
//!        <h1>The scanner does not start</h1>
//!        <h2>Check the power</h2><ol><li>Press the button.</li><li>Look at the light.</li></ol>
//!        <h2>Restart the computer</h2><p>Save your work, then restart it.</p>
//!      </article>",
//! )?;
//! assert_eq!(guide.title, "The scanner does not start");
//! let titles: Vec<&str> = guide.fixes.iter().map(|fix| fix.title.as_str()).collect();
//! assert_eq!(titles, ["Check the power", "Restart the computer"]);
//! # Ok::<(), Vec<unstuck_core::guide::Problem>>(())
//! ```
//!
//! The work goes through these modules, each of which knows only those before it: `word_lists`, `orders`, `lexicon`, `numbers`, `titles`,
//! `dom`, `codes`, `sentences` say what words and elements mean; `plain` writes what a site built as plain HTML; `rules` and `table`
//! record what becomes of each block; `item_titles`, `flatten`, `belonging` and `outline` make parts of an article; `lists`, `tries`, `evidence`, `recurring`, `roles`,
//! `classify`, `complete` and `sets` find the fixes among them, and `list_fixes` in the items of one list; `about`, `signs` and `refuse` say whether they are to be walked; `leads`, `lines`, `losses` and
//! `steps` say what becomes of the blocks of a fix, `fixes`, `surroundings` and `decide` of all others; `fix_section` and
//! `build` write the marked article from the table; `sanitize` keeps out what is not allowed in a page.

mod about;
#[cfg(feature = "html")]
mod around;
mod article;
mod belonging;
mod build;
mod choice;
mod classify;
mod codes;
mod complete;
mod content;
mod decide;
mod definitions;
mod dom;
mod evidence;
mod fix_section;
mod fixes;
mod flatten;
#[cfg(feature = "html")]
pub mod html;
mod ids;
mod inserted;
mod item_titles;
mod language;
mod layout;
mod leads;
mod lexicon;
mod lines;
mod list_fixes;
mod lists;
mod losses;
mod machinery;
mod marked;
mod marks;
mod normalize;
mod notes;
mod numbers;
mod opening;
mod orders;
mod outline;
mod page_titles;
mod part;
mod plain;
mod problems;
mod questions;
mod recurring;
mod refuse;
mod remedy_table;
mod roles;
mod rules;
mod sanitize;
mod sentences;
mod sets;
mod signs;
mod step_groups;
mod steps;
mod surroundings;
mod systems;
mod table;
mod table_fixes;
mod tabs;
mod title_blocks;
mod titles;
mod tries;
mod within;
mod word_lists;

pub use article::{Adoption, Prepared, adopt, adoption, guide, prepare, wants};
pub use marked::marked_table;
pub use marks::AT;
pub use notes::warns_by_class;
pub use outline::entitle;
pub use rules::By;
pub use sanitize::{ALLOWED_ELEMENTS, REMOVED_ELEMENTS, sanitize};
pub use sentences::{instructs, sentences};
pub use table::{Answer, BlockRole, Row, Table};
