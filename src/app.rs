//! The widget's root: provides the contexts and picks the screen.
