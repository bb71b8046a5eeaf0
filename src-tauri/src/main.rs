//! The desktop window and the command line of Throughline.
fn main() {}
