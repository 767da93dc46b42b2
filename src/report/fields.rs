//! One JSON object, written field by field.
//!
//! The ledger has an object for every figure: to go through a serializer, and then through the text again for characters that
//! act, took longer than to read the figures.

use std::fmt::Display;
use std::io::Write;

use super::quantity::whole;
use crate::quantity::Amount;
use crate::text::push_json;

/// The key of a field, as it is written after another field.
macro_rules! key {
    ($name:literal) => {
        concat!(",\"", $name, "\":")
    };
}
pub(super) use key;

/// An object under way; `close` ends it.
pub(super) struct Fields<'o> {
    out: &'o mut Vec<u8>,
    /// Nothing stands in it yet.
    empty: bool,
}

/// Every method takes the [`key!`] of its field.
impl<'o> Fields<'o> {
    /// Begins an object at the end of `out`.
    pub(super) fn open(out: &'o mut Vec<u8>) -> Self {
        out.push(b'{');
        Self { out, empty: true }
    }

    /// Goes on with an object, the first fields of which stand at the end of `out`.
    pub(super) fn go_on(out: &'o mut Vec<u8>) -> Self {
        Self { out, empty: false }
    }

    pub(super) fn close(self) {
        self.out.push(b'}');
    }

    #[inline]
    pub(super) fn null(&mut self, key: &'static str) {
        self.key(key);
        self.out.extend_from_slice(b"null");
    }

    #[inline]
    pub(super) fn text(&mut self, key: &'static str, text: &str) {
        self.key(key);
        push_json(text, self.out);
    }

    #[inline]
    pub(super) fn text_or_null(&mut self, key: &'static str, text: Option<&str>) {
        match text {
            Some(text) => self.text(key, text),
            None => self.null(key),
        }
    }

    /// One of the names that the program gives things: nothing in them needs an escape.
    #[inline]
    pub(super) fn name(&mut self, key: &'static str, name: &'static str) {
        self.key(key);
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.push(b'"');
    }

    #[inline]
    pub(super) fn name_or_null(&mut self, key: &'static str, name: Option<&'static str>) {
        match name {
            Some(name) => self.name(key, name),
            None => self.null(key),
        }
    }

    #[inline]
    pub(super) fn flag(&mut self, key: &'static str, flag: bool) {
        self.key(key);
        self.out.extend_from_slice(if flag { b"true" } else { b"false" });
    }

    #[inline]
    pub(super) fn number(&mut self, key: &'static str, number: u32) {
        self.key(key);
        self.out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
    }

    /// An exact decimal as a string.
    pub(super) fn amount_or_null(&mut self, key: &'static str, amount: Option<Amount>) {
        let Some(amount) = amount else { return self.null(key) };
        match whole(amount) {
            Some(whole) => {
                self.key(key);
                self.out.push(b'"');
                self.out.extend_from_slice(itoa::Buffer::new().format(whole).as_bytes());
                self.out.push(b'"');
            }
            None => self.shown(key, &amount),
        }
    }

    /// A value as it is shown: digits and signs.
    pub(super) fn shown(&mut self, key: &'static str, value: &impl Display) {
        self.key(key);
        // Writing to memory cannot fail.
        let _ = write!(self.out, "\"{value}\"");
    }

    /// An object within.
    #[inline]
    pub(super) fn object(&mut self, key: &'static str) -> Fields<'_> {
        self.key(key);
        Fields::open(self.out)
    }

    #[inline]
    fn key(&mut self, key: &'static str) {
        let key = if self.empty { &key[1..] } else { key };
        self.out.extend_from_slice(key.as_bytes());
        self.empty = false;
    }
}
