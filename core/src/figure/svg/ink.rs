//! Colours: those of the window's themes, or names that a page fills in by its own style.

use crate::coverage::State;

/// Where the colours come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on white.
    Light,
    /// Light on black.
    Dark,
    /// Classes of the page it stands in, which follows what its reader prefers.
    Page,
}

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// What everything lies on.
    Ground,
    Text,
    Quiet,
    Rule,
    Track,
    Bar,
    Accent,
    Danger,
    /// The sign and the word of a state.
    Of(State),
    /// The ground of a state; none where it is quiet.
    Under(State),
    /// One of the curves.
    Curve(usize),
}

impl Ink {
    /// The colour in a theme; nothing is painted where there is none.
    pub(super) fn colour(self, dark: bool) -> Option<&'static str> {
        let (light, on_dark) = match self {
            Self::Ground => ("#ffffff", "#1a1d21"),
            Self::Text => ("#16191d", "#e9ebee"),
            Self::Quiet | Self::Bar => ("#5d6570", "#9aa3ae"),
            Self::Rule => ("#e6e7e9", "#2a2e34"),
            Self::Track => ("#e9ebed", "#2b2f36"),
            Self::Accent => ("#2b56cf", "#8ca9ff"),
            Self::Danger => ("#96231a", "#ffb4ab"),
            Self::Of(state) => sign(state),
            Self::Under(state) => ground(state)?,
            Self::Curve(at) => CURVES[at % CURVES.len()],
        };
        Some(if dark { on_dark } else { light })
    }

    /// The class under which a page knows it.
    pub(super) fn class(self) -> Option<String> {
        Some(match self {
            Self::Ground => "ground".to_owned(),
            Self::Text => "text".to_owned(),
            Self::Quiet => "quiet".to_owned(),
            Self::Rule => "rule".to_owned(),
            Self::Track => "track".to_owned(),
            Self::Bar => "bar".to_owned(),
            Self::Accent => "accent".to_owned(),
            Self::Danger => "danger".to_owned(),
            Self::Of(state) => format!("of-{}", name(state)),
            Self::Under(state) => {
                ground(state)?;
                format!("under-{}", name(state))
            }
            Self::Curve(at) => format!("curve-{}", at % CURVES.len()),
        })
    }
}

/// Told apart by their marks too.
const CURVES: [(&str, &str); 5] = [
    ("#2b56cf", "#8ca9ff"),
    ("#1a7340", "#6fcf97"),
    ("#7a4f01", "#f3cf81"),
    ("#5f3796", "#d3b9f5"),
    ("#454c56", "#c3c9d1"),
];

fn sign(state: State) -> (&'static str, &'static str) {
    match state {
        State::Covered => ("#1a7340", "#6fcf97"),
        State::Thin => ("#7a4f01", "#f3cf81"),
        State::Unproven => ("#454c56", "#c3c9d1"),
        State::Unhelpful | State::Empty => ("#96231a", "#ffb4ab"),
        State::Stale => ("#5f3796", "#d3b9f5"),
        State::Planned => ("#1f4f9e", "#9cc5ff"),
        State::NotApplicable => ("#5d6570", "#9aa3ae"),
    }
}

fn ground(state: State) -> Option<(&'static str, &'static str)> {
    Some(match state {
        State::Covered | State::NotApplicable => return None,
        State::Thin => ("#fdf0cf", "#46391b"),
        State::Unproven => ("#eceef1", "#2b2f36"),
        State::Unhelpful | State::Empty => ("#fbdcd8", "#552824"),
        State::Stale => ("#eee5f7", "#372b48"),
        State::Planned => ("#e4eefb", "#1f324c"),
    })
}

fn name(state: State) -> &'static str {
    match state {
        State::NotApplicable => "na",
        State::Covered => "covered",
        State::Thin => "thin",
        State::Unproven => "unproven",
        State::Unhelpful => "unhelpful",
        State::Stale => "stale",
        State::Planned => "planned",
        State::Empty => "empty",
    }
}
