//! The module that the tag loads: a few typed exports for the shell (`web/src/`), which must go on when this module is dead.

fn main() {}
