//! Figures: what the grammar reads.

use crate::lexicon::Lexicon;
use crate::quantity::{Amount, Quantity};
use crate::text::{Flags, Span, Token, TokenKind, WordId};

/// A numeral of the text with what it was read as.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The whole expression with its bound words (« bien moins de 10 milliards de dollars »).
    pub span: Span,
    /// Number, magnitude and unit (« 10 milliards de dollars »).
    pub core: Span,
    /// First token of the expression and the one after its last.
    pub tokens: (u32, u32),
    /// First token of the core and the one after its last.
    pub core_tokens: (u32, u32),
    /// What it is.
    pub class: Class,
    /// Its value, when it has one.
    pub quantity: Option<Quantity>,
    /// The noun counted, as token.
    pub noun: Option<u32>,
    /// How the value is written.
    pub scale: Scale,
    /// Its currency is named by a word or sign that several share.
    pub shared: bool,
    /// Unit or magnitude come from another figure of the text.
    pub inherited: bool,
    /// The rule that read it.
    pub rule: &'static str,
}

/// How a value is written: what lies between the digits and the value in the base unit. « 1,5 million de tonnes » is
/// 1.5 × 10⁶ × 1000 kg.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// The power of ten of the magnitude.
    pub power: u32,
    /// What one of the written unit is worth in the base unit.
    pub factor: Amount,
}

impl Default for Scale {
    fn default() -> Self {
        Self { power: 0, factor: Amount::ONE }
    }
}

impl Figure {
    /// The number as written, in whatever unit and magnitude: 148 of « 148 km/h ».
    pub fn written(&self) -> Option<Amount> {
        let power = Amount::from_i128_with_scale(10_i128.pow(self.scale.power), 0);
        let scale = power.checked_mul(self.scale.factor).filter(|scale| !scale.is_zero())?;
        let written = self.quantity?.value()?.checked_div(scale)?;
        // What a unit makes of a number may be rounded.
        Some(written.round_dp(6).normalize())
    }

    /// What it counts, in the singular: « sapeur-pompier » for « 60 sapeurs-pompiers ».
    pub fn noun_text(&self, text: &str, tokens: &[Token], lexicon: &Lexicon) -> Option<String> {
        let first = self.noun? as usize;
        let head = tokens.get(first)?.span.of(text);
        let (mut noun, mut at) = (lexicon.singular(head), first + 1);
        if joined(text, tokens, at).is_none() {
            return Some(noun);
        }
        let mut printed = head.to_lowercase();
        while let Some(word) = joined(text, tokens, at) {
            printed.push('-');
            printed.push_str(&word.to_lowercase());
            // « chefs-d'œuvre »: nothing behind the elided word has a plural of its own.
            let elided = glued(text, tokens, at + 2).filter(|_| tokens[at + 1].has(Flags::ELIDED));
            printed.push_str(elided.unwrap_or_default());
            noun.push('-');
            if let Some(rest) = elided {
                noun.push_str(word);
                noun.push_str(rest);
            } else {
                noun.push_str(&lexicon.singular(word));
            }
            at += 2 + usize::from(elided.is_some());
        }
        // « rendez-vous » is one word of its own.
        Some(if lexicon.is_invariable(&printed) { printed } else { noun })
    }

    /// Whether it is a quantity that an article claims something with.
    pub fn is_quantity(&self) -> bool {
        self.class == Class::Quantity
    }
}

/// The word that a hyphen at a token joins to the noun before it: « up » of « start-up », but not « là » of « ces jours-là ».
pub(crate) fn joined<'t>(text: &'t str, tokens: &[Token], at: usize) -> Option<&'t str> {
    let hyphen = tokens.get(at).is_some_and(|t| t.word == WordId::HYPHEN && !t.has(Flags::SPACE));
    glued(text, tokens, at + 1).filter(|word| hyphen && !matches!(*word, "là" | "ci"))
}

/// The word that stands at a token with no space before it.
fn glued<'t>(text: &'t str, tokens: &[Token], at: usize) -> Option<&'t str> {
    let token = tokens.get(at).filter(|t| t.kind == TokenKind::Word && !t.has(Flags::SPACE));
    token.map(|token| token.span.of(text))
}

/// What a numeral is in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// An amount of something.
    Quantity,
    /// A bare number of nothing that the text names.
    Number,
    /// A calendar date.
    Date,
    /// A year or span of years.
    Year,
    /// A time of day.
    Clock,
    /// A rank.
    Ordinal,
    /// A person's age.
    Age,
    /// A result of a match or vote.
    Score,
    /// A telephone number.
    Phone,
    /// A numbered article, page, line …
    Reference,
    /// Part of a name.
    Name,
    /// « les deux hommes »: points back, counts nothing new.
    Definite,
    /// A word that is a number elsewhere (« un logement neuf »).
    Word,
    /// None of these.
    NotUnderstood(Reason),
}

/// Why a numeral was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// More digits than an exact decimal holds.
    TooLong,
    /// No rule reads it.
    NoRule,
}

impl Class {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Class::Quantity => "quantity",
            Class::Number => "number",
            Class::Date => "date",
            Class::Year => "year",
            Class::Clock => "clock_time",
            Class::Ordinal => "ordinal",
            Class::Age => "age",
            Class::Score => "score",
            Class::Phone => "phone",
            Class::Reference => "reference",
            Class::Name => "name",
            Class::Definite => "definite",
            Class::Word => "word",
            Class::NotUnderstood(_) => "not_understood",
        }
    }
}
