//! HTML in Markdown, in the form of [`Row`].

use super::rows::Row;

pub(super) const HTML: &[Row] = &[
    (
        "<details>\n<summary>More</summary>\n\nSave *it*.\n\n</details>\n\nAfter.",
        "More | Save it. | After.",
        &[],
    ),
    (
        "<div class=\"warning custom-block\">Hot.</div>",
        "warning(Hot.)",
        &[],
    ),
    (
        "<div class=\"panel panel-default faq-item\">Hot.</div>\n<div class=\"btn-primary help\">Warm.</div>\n<div class=\"callout callout-danger\">Hotter.</div>",
        "Hot. | Warm. | warning(Hotter.)",
        &[],
    ),
    (
        "Press <kbd>Esc</kbd>, <a href=\"a.html\">here</a><br/>or <u>there</u>.",
        "Press Esc, here or there.",
        &[],
    ),
    (
        "<img src=\"a.png\" alt=\"The lamp\" width=20>",
        "The lamp",
        &[],
    ),
    (
        "<iframe src=\"x\">No.</iframe>\n\nAfter.",
        "After.",
        &["warning 7"],
    ),
    ("Use <your-name> here.", "Use here.", &["warning 7"]),
];
