//! The four dimensions as bars, now and over time.

use super::standing::latest;
use crate::model::{Architecture, Dimension, MaturityQuestion, Rating, Word};
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use ts_rs::TS;

/// A dimension.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Bar {
    /// Which.
    pub dimension: Dimension,
    /// The mean of its rated questions, 0–4; `None` = none is rated, which is not 0.
    pub level: Option<f64>,
    /// How many of its questions are rated.
    pub rated: u32,
    /// How many it has.
    pub questions: u32,
}

/// The dimensions at the end of a day.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct BarPoint {
    /// The day.
    pub on: NaiveDate,
    /// The level of each dimension, in order.
    pub levels: Vec<Option<f64>>,
}

/// The four dimensions as they stand.
pub fn bars(plan: &Architecture) -> Vec<Bar> {
    bars_of(&latest(plan).into_iter().collect())
}

fn bars_of(levels: &BTreeMap<MaturityQuestion, u8>) -> Vec<Bar> {
    let bar = |dimension: Dimension| {
        let questions =
            MaturityQuestion::ALL.iter().filter(|question| question.dimension() == dimension);
        let mut bar = Bar { dimension, level: None, rated: 0, questions: 0 };
        let mut sum = 0_u32;
        for question in questions {
            bar.questions += 1;
            if let Some(level) = levels.get(question) {
                bar.rated += 1;
                sum += u32::from(*level);
            }
        }
        bar.level = (bar.rated > 0).then(|| f64::from(sum) / f64::from(bar.rated));
        bar
    };
    Dimension::ALL.iter().copied().map(bar).collect()
}

/// How the dimensions came to stand so: a point for each day, in a time zone, on which somebody
/// rated; each holds the latest rating of every question by the end of that day.
pub fn history(plan: &Architecture, zone: Tz) -> Vec<BarPoint> {
    let mut ratings: Vec<&Arc<Rating>> = plan.ratings.iter().collect();
    ratings.sort_by_key(|rating| (rating.rated_at, rating.id));
    let mut levels = BTreeMap::new();
    let mut points: Vec<BarPoint> = Vec::new();
    for rating in ratings {
        levels.insert(rating.question, rating.level);
        let on = rating.rated_at.day_in(zone);
        let levels = bars_of(&levels).into_iter().map(|bar| bar.level).collect();
        match points.last_mut().filter(|point| point.on == on) {
            Some(point) => point.levels = levels,
            None => points.push(BarPoint { on, levels }),
        }
    }
    points
}
