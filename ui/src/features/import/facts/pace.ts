// How fast work goes, and how long it will take yet, from how far it was at some moments.

export interface Sample {
  at: number;
  done: number;
}

export interface Pace {
  done: number;
  total: number;
  /** null until enough has been seen to tell. */
  perSecond: number | null;
  /** In milliseconds. */
  left: number | null;
}

/** So far back is looked: long enough to be calm, short enough to follow. */
const WINDOW_MS = 10_000;
/** Less than this says nothing yet. */
const SHORTEST_MS = 1_000;

/** One more moment; what lies too far back is forgotten. */
export function noted(samples: readonly Sample[], sample: Sample): Sample[] {
  const last = samples.at(-1);
  // Work that begins anew is behind where it was.
  const known = last !== undefined && sample.done < last.done ? [] : samples;
  return [...known.filter(({ at }) => sample.at - at <= WINDOW_MS), sample];
}

export function paceOf(samples: readonly Sample[], total: number): Pace {
  const first = samples[0];
  const last = samples.at(-1);
  const done = last?.done ?? 0;
  if (first === undefined || last === undefined || last.at - first.at < SHORTEST_MS || done <= first.done) {
    return { done, total, perSecond: null, left: null };
  }
  const perSecond = ((done - first.done) * 1_000) / (last.at - first.at);
  return { done, total, perSecond, left: ((total - done) * 1_000) / perSecond };
}
