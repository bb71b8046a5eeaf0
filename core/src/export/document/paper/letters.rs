//! Fonts for whatever a document says. A document that is read aloud must name every letter it shows,
//! so that none is shown as a box by accident: a letter that no font has becomes one that says so.

use crate::export::fonts::{INTER, KNOWN};
use resvg::usvg::fontdb::{FaceInfo, ID, Style};
use std::collections::BTreeSet;
use ttf_parser::Face;
use typst::foundations::Bytes;
use typst::text::Font;

/// What stands for a letter that no font has.
const UNKNOWN: char = '\u{25a1}';

/// The fonts that a document takes besides Inter, and what is left without one.
#[derive(Debug, Default)]
pub(super) struct Letters {
    pub(super) fonts: Vec<Font>,
    lacking: BTreeSet<char>,
}

impl Letters {
    /// The fonts of the machine with the letters of these texts that Inter lacks: as few as will do,
    /// upright sans-serifs first.
    pub(super) fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let Ok(inter) = Face::parse(INTER[0], 0) else { return Self::default() };
        let lacks = |letter: &char| !letter.is_control() && inter.glyph_index(*letter).is_none();
        let lacking = texts.into_iter().flat_map(str::chars).filter(lacks).collect();
        let mut letters = Self { fonts: Vec::new(), lacking };
        if letters.lacking.is_empty() {
            return letters;
        }
        let mut faces: Vec<(u32, ID)> =
            KNOWN.faces().map(|face| (strangeness(face), face.id)).collect();
        faces.sort_by_key(|(strange, _)| *strange);
        for (_, face) in faces {
            KNOWN.with_face_data(face, |data, index| letters.borrow_from(data, index));
        }
        letters
    }

    /// Takes a font if it has any letter that is lacking.
    fn borrow_from(&mut self, data: &[u8], index: u32) {
        let Ok(face) = Face::parse(data, index) else { return };
        let has = |letter: &char| face.glyph_index(*letter).is_some();
        if !self.lacking.iter().any(has) {
            return;
        }
        if let Some(font) = Font::new(Bytes::new(data.to_vec()), index) {
            self.lacking.retain(|letter| !has(letter));
            self.fonts.push(font);
        }
    }

    /// A text without the letters that no font has.
    pub(super) fn shown(&self, text: &str) -> String {
        let letter = |letter: char| match letter {
            // Which of two looks a letter has is nothing to read.
            '\u{fe00}'..='\u{fe0f}' => None,
            _ if !self.lacking.contains(&letter) => Some(letter),
            letter if is_silent(letter) => None,
            _ => Some(UNKNOWN),
        };
        text.chars().filter_map(letter).collect()
    }
}

/// What joins or turns letters and shows nothing itself.
fn is_silent(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// How far a font is from what Inter looks like.
fn strangeness(face: &FaceInfo) -> u32 {
    let name = face.families.first().map_or("", |(name, _)| name.as_str());
    u32::from(face.style != Style::Normal) * 8
        + u32::from(!name.contains("Sans") && !name.contains("Emoji")) * 4
        + u32::from(face.monospaced) * 2
        + u32::from(face.weight.0 != 400)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_inter_has_needs_no_other_font() {
        let said = "Für CFOs: ½ Übersicht – Ελλάδα, Киев\n\t";
        let letters = Letters::of([said]);
        assert_eq!(letters.fonts.len(), 0);
        assert_eq!(letters.shown(said), said);
    }

    #[test]
    fn a_letter_is_shown_by_a_font_that_has_it_or_said_to_be_unknown() {
        // Which fonts a machine has is not for us to say.
        let letters = Letters::of(["ש", "\u{fdd0}\u{fe0f}"]);
        let has = letters.fonts.iter().any(|font| font.info().coverage.contains('ש'.into()));
        assert_eq!(letters.shown("ש"), if has { "ש" } else { "□" });
        // A noncharacter is in none, and Inter itself has what stands for it.
        assert_eq!(letters.shown("a\u{fdd0}"), "a□");
        assert_eq!(Letters::of(["□"]).fonts.len(), 0);
    }
}
