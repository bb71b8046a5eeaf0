//! The letters of pictures and documents: Inter, which is inside the program, and for letters that it
//! lacks those of the machine.

use resvg::usvg::fontdb::{Database, Source};
use std::sync::{Arc, LazyLock};

/// Inter, regular and semi-bold.
pub(super) static INTER: [&[u8]; 2] = [
    include_bytes!("../../fonts/Inter-Regular.otf"),
    include_bytes!("../../fonts/Inter-SemiBold.otf"),
];

/// All fonts there are; sans-serif is Inter.
pub(super) static KNOWN: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut known = Database::new();
    known.load_system_fonts();
    for font in INTER {
        known.load_font_source(Source::Binary(Arc::new(font)));
    }
    known.set_sans_serif_family("Inter");
    Arc::new(known)
});
