//! Figures as text.
//!
//! Belongs here: numbers in digits, in the place of `format!` and `to_string`. What the widget links must use neither:
//! the library's formatting would come with the first of them, and weighs 1 KB of what a reader loads.

/// A number as people write it.
pub fn decimal(number: u64) -> String {
    let mut out = String::new();
    put(&mut out, number, 10, 1);
    out
}

/// A number in hexadecimal digits, at least so many.
pub fn hexadecimal(number: u32, least: u32) -> String {
    let mut out = String::new();
    put(&mut out, number.into(), 16, least);
    out
}

#[inline(never)]
fn put(out: &mut String, number: u64, base: u8, least: u32) {
    if number >= base.into() || least > 1 {
        put(out, number / u64::from(base), base, least.saturating_sub(1));
    }
    let digit = (number % u64::from(base)) as u8;
    out.push(char::from(if digit < 10 {
        b'0' + digit
    } else {
        b'a' - 10 + digit
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_those_of_the_library() {
        for number in [0, 1, 9, 10, 11, 99, 100, 4_294_967_295, u64::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
        for number in [0, 9, 10, 15, 16, 0x00ab_cdef, u32::MAX] {
            assert_eq!(hexadecimal(number, 1), format!("{number:x}"));
            assert_eq!(hexadecimal(number, 8), format!("{number:08x}"));
        }
    }
}
