//! Text rank: how well texts match a query, by Okapi BM25 (Robertson and Zaragoza, 2009) with
//! k₁ = 1.2 and b = 0.75. The crates for it bring stemmers for one language or an abandoned
//! hasher; a plan is written in many languages, and short.

use crate::model::text::fold;
use std::collections::HashMap;
use unicode_normalization::char::is_combining_mark;

const K1: f64 = 1.2;
const B: f64 = 0.75;

/// The telling words of a text, folded: those of four letters or more, and abbreviations. Shorter
/// ones say little in any language.
pub(super) fn words(text: &str) -> Vec<String> {
    let within = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter);
    let words = text.split(|letter| !within(letter));
    words.filter(|word| is_telling(word)).map(fold).collect()
}

fn is_telling(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic());
    let capitals = word.chars().filter(|letter| letter.is_uppercase());
    letters.count() >= 4 || capitals.count() >= 2
}

/// Texts to be ranked.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// Word counts and length of each text.
    each: Vec<(HashMap<String, f64>, f64)>,
    /// Word → texts it is found in.
    found_in: HashMap<String, f64>,
    mean_length: f64,
}

impl Texts {
    pub(super) fn of(texts: impl IntoIterator<Item = Vec<String>>) -> Self {
        let mut all = Self::default();
        for words in texts {
            let length = count(words.len());
            let mut counts: HashMap<String, f64> = HashMap::new();
            for word in words {
                *counts.entry(word).or_default() += 1.0;
            }
            for word in counts.keys() {
                *all.found_in.entry(word.clone()).or_default() += 1.0;
            }
            all.mean_length += length;
            all.each.push((counts, length));
        }
        all.mean_length /= count(all.each.len()).max(1.0);
        all
    }

    /// How well a text matches a query; 0 where they share no word.
    pub(super) fn rank(&self, text: usize, query: &[String]) -> f64 {
        let (counts, length) = &self.each[text];
        let norm = 1.0 - B + B * length / self.mean_length.max(1.0);
        let of_word = |word: &String| {
            let times = counts.get(word).copied().unwrap_or_default();
            self.rarity(word) * times * (K1 + 1.0) / (times + K1 * norm)
        };
        query.iter().map(of_word).sum()
    }

    /// The share of a query's words that a text has, of those that any text has, each counted by
    /// how rare it is; 0–1.
    pub(super) fn share(&self, text: usize, query: &[String]) -> f64 {
        let (counts, _) = &self.each[text];
        let weigh = |words: &mut dyn Iterator<Item = &String>| -> f64 {
            words.map(|word| self.rarity(word)).sum()
        };
        let all = weigh(&mut query.iter().filter(|word| self.found_in.contains_key(*word)));
        let shared = weigh(&mut query.iter().filter(|word| counts.contains_key(*word)));
        if all > 0.0 { shared / all } else { 0.0 }
    }

    fn rarity(&self, word: &str) -> f64 {
        let (all, with) = (count(self.each.len()), self.found_in.get(word).copied());
        let with = with.unwrap_or_default();
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of words are far below 2⁵³")]
fn count(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> Texts {
        Texts::of(["payback model", "payback storage backup guide"].map(words))
    }

    #[test]
    fn words_are_folded_and_short_ones_dropped() {
        assert_eq!(words("Évaluer 3× the TCO-worksheet"), ["evaluer", "tco", "worksheet"]);
    }

    #[test]
    fn rank_follows_the_formula() {
        // Two texts of 2 and 4 words, mean 3. "model": idf = ln(1 + 1.5/1.5) = ln 2; text 0:
        // norm = 0.25 + 0.75·2/3 = 0.75, so ln 2 · 2.2 / (1 + 1.2·0.75) = 0.6931·2.2/1.9 = 0.802592.
        let texts = texts();
        let query = words("model");
        assert!((texts.rank(0, &query) - 0.802_592).abs() < 1e-6);
        assert!(texts.rank(1, &query).abs() < 1e-12);
    }

    #[test]
    fn share_weighs_rare_words_more() {
        // idf(payback) = ln(1 + 0.5/2.5) = ln 1.2 = 0.1823; idf(model) = ln 2 = 0.6931.
        let texts = texts();
        let query = words("payback model");
        assert!((texts.share(0, &query) - 1.0).abs() < 1e-12);
        assert!((texts.share(1, &query) - 0.182_322 / 0.875_469).abs() < 1e-5);
    }
}
