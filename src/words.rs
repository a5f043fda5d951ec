//! The widget's own words, from `locales/`. The guide's words are the guide's.
