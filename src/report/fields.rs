//! One JSON object, written field by field.
//!
//! The ledger has an object for every figure: to go through a serializer, and then through the text again for characters that
//! act, took longer than to read the figures.

use std::io::Write;

use crate::quantity::Amount;
use crate::text::push_json;

/// An object under way; `close` ends it.
pub(super) struct Fields<'o> {
    out: &'o mut Vec<u8>,
}

impl<'o> Fields<'o> {
    /// Begins an object at the end of `out`.
    pub(super) fn open(out: &'o mut Vec<u8>) -> Self {
        out.push(b'{');
        Self { out }
    }

    /// Goes on with an object, the first fields of which stand at the end of `out`.
    pub(super) fn go_on(out: &'o mut Vec<u8>) -> Self {
        Self { out }
    }

    pub(super) fn close(self) {
        self.out.push(b'}');
    }

    pub(super) fn null(&mut self, key: &str) {
        self.key(key);
        self.out.extend_from_slice(b"null");
    }

    pub(super) fn text(&mut self, key: &str, text: &str) {
        self.key(key);
        push_json(text, self.out);
    }

    pub(super) fn text_or_null(&mut self, key: &str, text: Option<&str>) {
        match text {
            Some(text) => self.text(key, text),
            None => self.null(key),
        }
    }

    pub(super) fn flag(&mut self, key: &str, flag: bool) {
        self.key(key);
        self.out.extend_from_slice(if flag { b"true" } else { b"false" });
    }

    pub(super) fn number(&mut self, key: &str, number: u32) {
        self.key(key);
        self.out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
    }

    /// An exact decimal as a string.
    pub(super) fn amount_or_null(&mut self, key: &str, amount: Option<Amount>) {
        let Some(amount) = amount else { return self.null(key) };
        self.key(key);
        self.out.push(b'"');
        match i64::try_from(amount.mantissa()) {
            Ok(whole) if amount.scale() == 0 && whole != 0 => {
                self.out.extend_from_slice(itoa::Buffer::new().format(whole).as_bytes());
            }
            // Writing to memory cannot fail.
            _ => _ = write!(self.out, "{amount}"),
        }
        self.out.push(b'"');
    }

    /// An object within.
    pub(super) fn object(&mut self, key: &str) -> Fields<'_> {
        self.key(key);
        Fields::open(self.out)
    }

    fn key(&mut self, key: &str) {
        if !self.out.ends_with(b"{") {
            self.out.push(b',');
        }
        self.out.push(b'"');
        self.out.extend_from_slice(key.as_bytes());
        self.out.extend_from_slice(b"\":");
    }
}
