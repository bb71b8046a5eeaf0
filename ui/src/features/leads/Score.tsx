import { useEffect, useState } from "react";
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components";
import type { LeadScore } from "@/bindings/LeadScore";
import type { LeadState } from "@/bindings/LeadState";
import { Chart } from "@/charts/Chart";
import { Card } from "@/components/Card";
import { Skeleton } from "@/components/Skeleton";
import { useStages } from "@/rpc/lists";
import { STATE_WORDS, sayScore } from "@/words/scoring";
import type { Clock } from "./clock";
import { Lines } from "./Lines";
import { useLeadScore } from "./queries";
import styles from "./Score.module.css";

const DAY = 86_400_000;

interface ScoreProps {
  leadKey: number;
  clock: Clock;
}

interface AtProps {
  score: LeadScore;
  at: number | null;
  onAt: (at: number | null) => void;
  clock: Clock;
}

/** Through time, day by day, from before the first act to 60 days from now. */
function TimeSlider({ score, at, onAt, clock }: AtProps) {
  const first = score.curve.at(0)?.at ?? score.asOf;
  const last = score.curve.at(-1)?.at ?? score.asOf;
  const [dragged, setDragged] = useState<number | null>(null);
  const value = dragged ?? at ?? score.asOf;
  // A moment's pause: every day in between need not be asked for.
  useEffect(() => {
    if (dragged === null) {
      return;
    }
    const timer = setTimeout(() => onAt(dragged), 80);
    return () => clearTimeout(timer);
  }, [dragged, onAt]);
  return (
    <Slider
      className={styles.slider ?? ""}
      minValue={first}
      maxValue={last}
      step={DAY / 4}
      value={value}
      onChange={(next) => setDragged(next)}
      onChangeEnd={(next) => {
        setDragged(null);
        onAt(next);
      }}
    >
      <Label className={styles.sliderLabel ?? ""}>As of</Label>
      <SliderOutput className={styles.output ?? ""}>{clock.day(value)}</SliderOutput>
      <SliderTrack className={styles.track ?? ""}>
        <SliderThumb className={styles.thumb ?? ""} />
      </SliderTrack>
    </Slider>
  );
}

/** "Warm since 3 Mar; falls out on 2 Apr if nothing happens." */
const STANDS: Readonly<Record<LeadState, string>> = { ...STATE_WORDS, nurture: "In nurture" };

function sayStanding({ state, since, flipsAt }: LeadScore, clock: Clock): string {
  const from = since === null ? "" : ` since ${clock.day(since)}`;
  const isHanded = state === "warm" || state === "hot";
  const until = flipsAt === null ? "" : `; falls out on ${clock.day(flipsAt)} if nothing happens`;
  return `${STANDS[state]}${from}${isHanded ? until || "; stays so if nothing happens" : ""}.`;
}

/** What the content says of the stage, beside what is recorded. */
function Stages({ score: { contentSays, recorded } }: { score: LeadScore }) {
  const stages = useStages();
  const name = (id: string | null) => stages.find((stage) => stage.id === id)?.name ?? "no stage";
  if (contentSays === null) {
    return recorded === null ? null : (
      <p className={styles.quiet}>
        CRM says <strong>{name(recorded)}</strong>; what it engaged with is placed at no stage.
      </p>
    );
  }
  const differs = recorded !== null && contentSays !== recorded;
  return (
    <p className={differs ? styles.differs : styles.quiet}>
      Content says <strong>{name(contentSays)}</strong>, CRM says <strong>{name(recorded)}</strong>.
    </p>
  );
}

function Known({ score, at, onAt, clock }: AtProps) {
  const { bounds } = score.model.recipe;
  return (
    <div className={styles.score}>
      <div className={styles.head}>
        <span className={styles.figure} data-state={score.state}>
          {sayScore(score.score)}
        </span>
        <div>
          <p className={styles.standing}>{sayStanding(score, clock)}</p>
          <p className={styles.quiet}>
            {sayScore(score.behaviour)} of it from what it did. Handed over from {bounds.enter} on; model:{" "}
            {score.model.name}.
          </p>
        </div>
      </div>
      <Stages score={score} />
      <TimeSlider score={score} at={at} onAt={onAt} clock={clock} />
      <Lines score={score} clock={clock} />
    </div>
  );
}

/** A lead's score: where it stands, every line of it at any date, and its curve. */
export function Score({ leadKey, clock }: ScoreProps) {
  const [at, setAt] = useState<number | null>(null);
  const { data: score, error } = useLeadScore(leadKey, at);
  return (
    <>
      <Card title="Score" {...(score && { aside: `as of ${clock.day(score.at)}` })}>
        {error && <p className={styles.quiet}>{error.message}</p>}
        {score === undefined && !error && <Skeleton lines={6} />}
        {score !== undefined && <Known score={score} at={at} onAt={setAt} clock={clock} />}
      </Card>
      <Chart of={{ name: "leadScore", key: leadKey }} nothing="It did nothing yet that counts." />
    </>
  );
}
