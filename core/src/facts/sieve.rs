//! Tells at once of most numbers that they are not among many: a Bloom filter, cut into blocks as in
//! F. Putze, P. Sanders, J. Singler, "Cache-, Hash- and Space-Efficient Bloom Filters" (2007).
//!
//! It is kept in workspaces, so how numbers fall on bits never changes.

/// How many bytes a block has: as many as are fetched from memory at once.
const BLOCK: usize = 64;
/// How many bits a number sets in its block: as many as 64 bits tell places for.
const MARKS: u8 = 7;
/// How many numbers fall on a block: 24 bits for each, so that about one in ten thousand that is not
/// there is taken for one that may be. A file of a thousand new rows mostly meets none.
const PER_BLOCK: usize = 21;
/// How many bits a number sets in a sieve that does not say it.
const MARKS_UNSAID: u8 = 6;

/// The bits of many numbers, in blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sieve {
    /// Behind the blocks stands how many bits a number sets; where nothing does, [`MARKS_UNSAID`].
    bytes: Vec<u8>,
    marks: u8,
}

impl Sieve {
    /// Of numbers that are spread evenly over 63 bits.
    pub fn of(numbers: impl ExactSizeIterator<Item = u64>) -> Self {
        let blocks = numbers.len().div_ceil(PER_BLOCK).max(1);
        let mut sieve = Self { bytes: vec![0; blocks * BLOCK + 1], marks: MARKS };
        sieve.bytes[blocks * BLOCK] = MARKS;
        for number in numbers {
            let block = sieve.block(number);
            for bit in bits(number, MARKS) {
                sieve.bytes[block + bit / 8] |= 1 << (bit % 8);
            }
        }
        sieve
    }

    /// Whether a number may be there; one that is there always may.
    pub fn may_hold(&self, number: u64) -> bool {
        let block = self.block(number);
        bits(number, self.marks).all(|bit| self.bytes[block + bit / 8] & (1 << (bit % 8)) != 0)
    }

    /// Where a number's block begins: numbers in ascending order have blocks in ascending order.
    fn block(&self, number: u64) -> usize {
        let blocks = (self.bytes.len() / BLOCK) as u128;
        let at = (u128::from(number << 1) * blocks) >> 64;
        usize::try_from(at).unwrap_or_default() * BLOCK
    }

    /// As it is kept.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// As it was kept; `None` where it is none.
    pub fn of_bytes(bytes: Vec<u8>) -> Option<Self> {
        let marks = match (bytes.len() % BLOCK, bytes.last()) {
            (0, Some(_)) => MARKS_UNSAID,
            (1, Some(marks @ 1..=MARKS)) if bytes.len() > BLOCK => *marks,
            _ => return None,
        };
        Some(Self { bytes, marks })
    }
}

/// The bits of a number in its block.
fn bits(number: u64, marks: u8) -> impl Iterator<Item = usize> {
    let spread = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (1..=marks).map(move |nth| ((spread >> (64 - 9 * u32::from(nth))) & 511) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Numbers as a hash gives them (splitmix64), of 63 bits.
    fn spread(seed: u64) -> u64 {
        let mut mixed = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) >> 1
    }

    proptest! {
        #[test]
        fn what_is_there_is_never_denied(numbers in prop::collection::vec(0..=u64::MAX >> 1, 0..300)) {
            let sieve = Sieve::of(numbers.iter().copied());
            let again = Sieve::of_bytes(sieve.as_bytes().to_vec()).unwrap();
            prop_assert!(numbers.iter().all(|number| again.may_hold(*number)));
        }
    }

    #[test]
    fn nearly_all_that_is_not_there_is_denied() {
        let sieve = Sieve::of((0..100_000).map(spread).collect::<Vec<_>>().into_iter());
        assert!((0..100_000).map(spread).all(|number| sieve.may_hold(number)));
        let taken = (100_000..200_000).map(spread).filter(|number| sieve.may_hold(*number)).count();
        assert!(taken < 30, "{taken} of 100,000 are taken for some that are there");
    }

    #[test]
    fn bytes_that_are_no_blocks_are_none() {
        assert_eq!(Sieve::of_bytes(Vec::new()), None);
        assert_eq!(Sieve::of_bytes(vec![7]), None);
        assert_eq!(Sieve::of_bytes(vec![0; BLOCK + 1]), None);
        assert_eq!(Sieve::of_bytes(vec![9; BLOCK + 1]), None);
        assert_eq!(Sieve::of_bytes(vec![7; BLOCK + 2]), None);
    }

    #[test]
    fn a_sieve_that_does_not_say_its_marks_has_six() {
        let (numbers, mut bytes) = ([5, 1 << 40, 77 << 33].map(spread), vec![0; 2 * BLOCK]);
        for number in numbers {
            let block = if number >> 62 == 0 { 0 } else { BLOCK };
            for bit in bits(number, 6) {
                bytes[block + bit / 8] |= 1 << (bit % 8);
            }
        }
        let sieve = Sieve::of_bytes(bytes).unwrap();
        assert!(numbers.iter().all(|number| sieve.may_hold(*number)));
    }
}
