//! The flow as an SVG image, with its own layout.
//!
//! One column of questions and fixes is the path that everyone takes; next to each is what skips it: its condition
//! on the left, its check and its risk on the right. So the picture grows down and never sideways, which a general graph
//! layout does not promise. It brings its own colours, light and dark.

use unstuck_core::characters::is_unseen;
use unstuck_core::guide::{Condition, Guide};

use super::flow::{check_outcome, condition_of, condition_words, exhausted_title, label, prompt};
use crate::html::escape;

/// Width of the picture.
const WIDTH: usize = 760;
/// The columns: where each begins and how wide it is.
const LEFT: (usize, usize) = (16, 180);
const MIDDLE: (usize, usize) = (228, 276);
const RIGHT: (usize, usize) = (536, 208);
const LINE: usize = 18;
const PAD: usize = 10;
const GAP: usize = 22;

/// A box next to the column, or in it.
struct Cell {
    class: &'static str,
    lines: Vec<String>,
}

impl Cell {
    fn height(&self) -> usize {
        self.lines.len() * LINE + 2 * PAD
    }
}

/// The flow as an SVG image, 760 wide.
#[must_use]
pub fn svg(guide: &Guide) -> String {
    let mut body = String::new();
    let mut y = 16;
    let mut boxes = Vec::new();
    let title = Cell {
        class: "end",
        lines: wrapped(&guide.title, MIDDLE.1),
    };
    row(&title, None, &[], &mut y, &mut boxes, &mut body);
    for choice in guide.choices() {
        let cell = Cell {
            class: "question",
            lines: wrapped(prompt(choice), MIDDLE.1),
        };
        let mut lines = Vec::new();
        for question in choice {
            let text = if question.one_of.is_empty() {
                format!("Yes, no or not sure: {}", question.id)
            } else {
                format!("{}: {}", label(question), question.id)
            };
            lines.extend(wrapped(&text, RIGHT.1));
        }
        if choice.iter().any(|question| !question.one_of.is_empty()) {
            lines.extend(wrapped("None of these, or not sure", RIGHT.1));
        }
        let fact = Cell {
            class: "note",
            lines,
        };
        row(
            &cell,
            gate_cell(condition_of(choice)),
            &[fact],
            &mut y,
            &mut boxes,
            &mut body,
        );
    }
    for (fix, number) in guide.fixes.iter().zip(1..) {
        let cell = Cell {
            class: "fix",
            lines: wrapped(&format!("{number}. {}", fix.title), MIDDLE.1),
        };
        let mut beside = Vec::new();
        if let Some(check) = &fix.check {
            let (pass, _, outcome) = check_outcome(check);
            let mut lines = wrapped(&check.ask, RIGHT.1);
            lines.extend(wrapped(&format!("{pass} → {outcome}, next"), RIGHT.1));
            beside.push(Cell {
                class: "check",
                lines,
            });
        }
        if let Some(risk) = &fix.risk {
            let kind = if risk.reversible {
                "Risk, can be undone"
            } else {
                "Risk, cannot be undone"
            };
            beside.push(Cell {
                class: "risk",
                lines: wrapped(&format!("{kind}: go on, or leave it out"), RIGHT.1),
            });
        }
        row(
            &cell,
            gate_cell(&fix.only_if),
            &beside,
            &mut y,
            &mut boxes,
            &mut body,
        );
    }
    let end = Cell {
        class: "end",
        lines: wrapped(exhausted_title(guide), MIDDLE.1),
    };
    row(&end, None, &[], &mut y, &mut boxes, &mut body);
    let x = MIDDLE.0 + MIDDLE.1 / 2;
    let mut lines = String::new();
    for pair in boxes.windows(2) {
        lines.push_str(&format!(
            "  <path class=\"way\" d=\"M{x} {}V{}\" marker-end=\"url(#tip)\"/>\n",
            pair[0].1,
            pair[1].0 - 2
        ));
    }
    let height = y;
    let mut name = String::new();
    escape(&guide.title, true, &mut name);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{name}\">\n\
         <style>\n{STYLE}</style>\n\
         <defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path class=\"tip\" d=\"M0 0L8 4L0 8z\"/></marker></defs>\n\
         <rect class=\"ground\" width=\"{WIDTH}\" height=\"{height}\"/>\n{lines}{body}</svg>\n"
    )
}

const STYLE: &str = "\
  text { font: 14px system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; fill: #1c1d21 }
  .ground { fill: #fff }
  .box { fill: #f5f5f7; stroke: #8b8e98 }
  .question { fill: #e8f0fc; stroke: #0b57c4 }
  .fix { stroke-width: 1.5; stroke: #1c1d21 }
  .risk { fill: #fdf1e8; stroke: #a8420a }
  .when, .note { stroke-dasharray: 4 3 }
  .way, .by { fill: none; stroke: #5a5d66; stroke-width: 1.5 }
  .by { stroke-dasharray: 4 3 }
  .tip { fill: #5a5d66 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f1f2f4 }
    .ground { fill: #101114 }
    .box { fill: #1b1c21; stroke: #777a85 }
    .question { fill: #1d2b42; stroke: #8abbff }
    .fix { stroke: #f1f2f4 }
    .risk { fill: #2f2219; stroke: #ffb070 }
    .way, .by { stroke: #abaeb8 }
    .tip { fill: #abaeb8 }
  }
";

fn gate_cell(only_if: &Condition) -> Option<Cell> {
    let words = format!("Only if {}; else next", condition_words(only_if));
    (!only_if.0.is_empty()).then(|| Cell {
        class: "when",
        lines: wrapped(&words, LEFT.1),
    })
}

/// Draws one row: its box in the middle, what leads past it at its sides.
fn row(
    middle: &Cell,
    left: Option<Cell>,
    right: &[Cell],
    y: &mut usize,
    boxes: &mut Vec<(usize, usize)>,
    out: &mut String,
) {
    let beside: usize =
        right.iter().map(Cell::height).sum::<usize>() + 8 * right.len().saturating_sub(1);
    let height = middle
        .height()
        .max(beside)
        .max(left.as_ref().map_or(0, Cell::height));
    let centre = *y + height / 2;
    let top = centre - middle.height() / 2;
    draw(middle, MIDDLE, top, out);
    boxes.push((top, top + middle.height()));
    if let Some(left) = &left {
        draw(left, LEFT, centre - left.height() / 2, out);
        out.push_str(&format!(
            "  <path class=\"by\" d=\"M{} {centre}H{}\"/>\n",
            LEFT.0 + LEFT.1,
            MIDDLE.0
        ));
    }
    let mut at = centre - beside / 2;
    for cell in right {
        draw(cell, RIGHT, at, out);
        let middle_of = at + cell.height() / 2;
        let (from, to) = (MIDDLE.0 + MIDDLE.1, RIGHT.0);
        out.push_str(&format!(
            "  <path class=\"by\" d=\"M{from} {centre}H{}V{middle_of}H{to}\"/>\n",
            (from + to) / 2
        ));
        at += cell.height() + 8;
    }
    *y += height + GAP;
}

fn draw(cell: &Cell, (x, width): (usize, usize), y: usize, out: &mut String) {
    let radius = if cell.class == "end" { 18 } else { 6 };
    out.push_str(&format!("  <rect class=\"box {}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" rx=\"{radius}\"/>\n", cell.class, cell.height()));
    for (line, number) in cell.lines.iter().zip(0..) {
        out.push_str(&format!(
            "  <text x=\"{}\" y=\"{}\">",
            x + PAD,
            y + PAD + 13 + number * LINE
        ));
        escape(line, false, out);
        out.push_str("</text>\n");
    }
}

/// Words in lines that fit a width, by estimated letter widths that err on the wide side. A word too long is broken.
fn wrapped(words: &str, width: usize) -> Vec<String> {
    let available = (width - 2 * PAD) * 10;
    let letter_width = |c: char| match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '.' | ',' | ':' | ';' | '\'' | '’' | '!' | '('
        | ')' | ' ' => 48,
        'm' | 'w' | 'M' | 'W' | '@' | '→' => 130,
        c if c.is_ascii_uppercase() => 100,
        c if c.is_ascii() || ('\u{a0}'..'\u{530}').contains(&c) => 82,
        c if is_unseen(c) => 0,
        _ => 145,
    };
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in words.split_whitespace() {
        let length: usize = word.chars().map(letter_width).sum();
        if used > 0 && used + 48 + length > available {
            lines.push(String::new());
            used = 0;
        }
        if used > 0 {
            if let Some(line) = lines.last_mut() {
                line.push(' ');
            }
            used += 48;
        }
        for c in word.chars() {
            if used + letter_width(c) > available {
                lines.push(String::new());
                used = 0;
            }
            if let Some(line) = lines.last_mut() {
                line.push(c);
            }
            used += letter_width(c);
        }
    }
    lines
}
