import { Link } from "@tanstack/react-router";
import type { DealPage } from "@/bindings/DealPage";
import type { DealPersona } from "@/bindings/DealPersona";
import { Card } from "@/components/Card";
import { Chip } from "@/components/Chip";
import { PlayPiece } from "@/parts/Play";
import styles from "./Offers.module.css";
import { useStageNames } from "./queries";

interface OfferProps {
  persona: DealPersona;
  stageId: string;
  stage: string;
}

/** Why there is nothing: they had all there is, or there is a gap, which the map shows. */
function Nothing({ persona, stageId, stage }: OfferProps) {
  if (persona.touched > 0) {
    const all = persona.touched === 1 ? "the one piece" : `all ${persona.touched} pieces`;
    return (
      <p className={styles.quiet}>
        Touched {all} that {persona.touched === 1 ? "moves" : "move"} the deal on at {stage}.
      </p>
    );
  }
  return (
    <p className={styles.quiet}>
      <Chip tone="danger">Gap</Chip> Nothing live moves the deal on for them here.{" "}
      <Link
        to="/architecture"
        search={{ persona: persona.personaId, stage: stageId } as never}
        className={styles.link}
        aria-label={`See ${persona.name} at ${stage} in the architecture`}
      >
        See the cell
      </Link>
    </p>
  );
}

function Offer(props: OfferProps) {
  const { persona } = props;
  const [best, ...others] = persona.next;
  return (
    <li className={styles.offer}>
      <p className={styles.persona}>
        <span className={styles.personaName}>{persona.name}</span>
        {persona.leads.length === 0 && <span className={styles.quiet}>missing at the table</span>}
      </p>
      <div className={styles.next}>
        {best === undefined ? (
          <Nothing {...props} />
        ) : (
          <ul className={styles.best} aria-label={`To offer ${persona.name} next`}>
            <PlayPiece asset={best.asset} />
          </ul>
        )}
        {best?.partly === true && <p className={styles.quiet}>Moves the deal on only in part.</p>}
        {others.length > 0 && (
          <p className={styles.quiet}>
            Then{" "}
            {others.map(({ asset, partly }, at) => (
              <span key={asset.assetId}>
                {at > 0 && ", "}
                <Link to="/assets/$assetId" params={{ assetId: asset.assetId }} className={styles.link}>
                  {asset.title}
                </Link>
                {partly && " (in part)"}
              </span>
            ))}
          </p>
        )}
      </div>
    </li>
  );
}

/** The best content for each persona that it has not touched yet. */
export function Offers({ page: { recorded, help } }: { page: DealPage }) {
  const stage = useStageNames().get(recorded ?? "");
  const seats = help.personas.filter(({ takesPart }) => takesPart);
  if (recorded === null || stage === undefined) {
    return (
      <Card title="What to offer next">
        <p className={styles.quiet}>No file tells at which stage the deal is, so there is nothing to pick.</p>
      </Card>
    );
  }
  return (
    <Card title="What to offer next" aside={`at ${stage}, not touched yet`}>
      {seats.length === 0 ? (
        <p className={styles.quiet}>No persona takes part at this stage.</p>
      ) : (
        <ul aria-label="What to offer next">
          {seats.map((persona) => (
            <Offer key={persona.personaId} persona={persona} stageId={recorded} stage={stage} />
          ))}
        </ul>
      )}
    </Card>
  );
}
