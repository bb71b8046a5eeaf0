import { useState } from "react";
import { Label, Slider, SliderThumb, SliderTrack } from "react-aria-components";
import type { Bounds } from "@/bindings/Bounds";
import type { ScoreDistribution } from "@/bindings/ScoreDistribution";
import { Card } from "@/components/Card";
import { classes } from "@/components/classes";
import { LOCALE } from "@/locale";
import { LEAD_STATES, STATE_WORDS } from "@/words/scoring";
import { sayMoment } from "@/words/times";
import styles from "./Spread.module.css";

interface SpreadProps {
  spread: ScoreDistribution;
  bounds: Bounds;
  onBounds: (bounds: Bounds) => void;
  isBehind: boolean;
}

/** The score at the right end of the picture. */
const endOf = ({ bins }: ScoreDistribution) => (bins.at(-1)?.to ?? (bins.at(-1)?.from ?? 95) + 5) || 100;

function Bars({ spread, bounds }: { spread: ScoreDistribution; bounds: Bounds }) {
  const most = Math.max(1, ...spread.bins.map(({ leads }) => leads));
  return (
    <div className={styles.bars} aria-hidden>
      {spread.bins.map(({ from, to, leads }) => (
        <div
          key={from}
          className={classes(
            styles.bar,
            from >= bounds.enter && styles.above,
            from < bounds.enter && from >= bounds.stay && styles.between,
          )}
          style={{ height: leads === 0 ? 0 : `max(2px, ${(leads / most) * 100}%)` }}
          title={`${from}${to === null ? " and more" : `–${to}`}: ${leads.toLocaleString(LOCALE)} leads`}
        />
      ))}
    </div>
  );
}

/** The two thresholds as handles on the picture. */
function Handles({ end, bounds, onBounds }: { end: number } & Pick<SpreadProps, "bounds" | "onBounds">) {
  const [dragged, setDragged] = useState<readonly number[] | null>(null);
  const value = dragged ?? [Math.min(bounds.stay, end), Math.min(bounds.enter, end)];
  const settle = (next: readonly number[]) => {
    setDragged(null);
    const [stay = bounds.stay, enter = bounds.enter] = next;
    onBounds({ ...bounds, stay, enter });
  };
  return (
    <Slider
      className={styles.slider ?? ""}
      minValue={0}
      maxValue={end}
      value={[...value]}
      onChange={(next) => setDragged(next)}
      onChangeEnd={settle}
    >
      <Label className={styles.unseen ?? ""}>Thresholds</Label>
      <SliderTrack className={styles.track ?? ""}>
        <SliderThumb index={0} aria-label="Stay" className={styles.thumb ?? ""}>
          <span className={styles.flag}>Stay {value[0]}</span>
        </SliderThumb>
        <SliderThumb index={1} aria-label="Enter" className={classes(styles.thumb, styles.enter)}>
          <span className={styles.flag}>Enter {value[1]}</span>
        </SliderThumb>
      </SliderTrack>
    </Slider>
  );
}

function States({ states }: { states: ScoreDistribution["states"] }) {
  const shown = LEAD_STATES.filter(
    (state) => state === "warm" || state === "hot" || (states[state] ?? 0) > 0,
  );
  return (
    <dl className={styles.states}>
      {shown.map((state) => (
        <div key={state} className={styles.state} data-state={state}>
          <dt>{STATE_WORDS[state]}</dt>
          <dd>{(states[state] ?? 0).toLocaleString(LOCALE)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How all leads score under the model at hand, with its thresholds as handles. */
export function Spread({ spread, bounds, onBounds, isBehind }: SpreadProps) {
  const end = endOf(spread);
  const asOf = spread.asOf === null ? "" : `as of ${sayMoment(spread.asOf)}`;
  return (
    <Card title="How all leads score" aside={asOf}>
      <div className={styles.spread} aria-busy={isBehind}>
        <States states={spread.states} />
        <div className={styles.picture}>
          <Bars spread={spread} bounds={bounds} />
          <Handles end={end} bounds={bounds} onBounds={onBounds} />
          <div className={styles.axis} aria-hidden>
            {[0, 0.25, 0.5, 0.75, 1].map((share) => (
              <span key={share}>{Math.round(end * share)}</span>
            ))}
          </div>
        </div>
        <p className={styles.note}>
          {spread.leads.toLocaleString(LOCALE)} leads, {spread.atZero.toLocaleString(LOCALE)} of them at 0 and
          not drawn. A lead is handed to sales from {bounds.enter} on, if {bounds.behaviourEnter} of it come
          from what it did; it comes back below {bounds.stay}, or below {bounds.behaviourStay} of behaviour.
        </p>
      </div>
    </Card>
  );
}
