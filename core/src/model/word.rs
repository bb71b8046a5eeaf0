//! Closed vocabularies: an enum whose every variant has one word, used in JSON, in the store and
//! in imported files alike.

/// Declares an enum with its words: serde, TypeScript, `as_word`, `FromStr` and `ALL` come with it.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, ts_rs::TS,
        )]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $word)] $variant),*
        }

        impl $crate::model::Word for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),*];
            fn as_word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::error::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                <Self as $crate::model::Word>::from_word(text).ok_or_else(|| {
                    $crate::error::Error::invalid(format!("\"{text}\" is not one of: {}.",
                        [$($word),*].join(", ")))
                })
            }
        }
    };
}
pub(crate) use words;

/// An enum of words.
pub trait Word: Copy + PartialEq + 'static {
    /// Every variant, in the order shown to people.
    const ALL: &'static [Self];
    /// The word of this variant.
    fn as_word(self) -> &'static str;
    /// The variant of a word.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|variant| variant.as_word() == word)
    }
}
