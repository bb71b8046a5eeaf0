import { Link } from "@tanstack/react-router";
import type { Need } from "@/bindings/Need";
import { Card } from "@/components/Card";
import { ListRow, RowList } from "@/components/ListRow";
import { Sign } from "@/components/Sign";
import { LOCALE } from "@/locale";
import { usePersonas, useStages } from "@/rpc/lists";
import { capital } from "@/words/text";
import styles from "./AssetPage.module.css";

/** The needs of the sales process that it answers. */
export function Needs({ needs }: { needs: readonly Need[] }) {
  const personas = usePersonas();
  const stages = useStages();
  if (needs.length === 0) {
    return null;
  }
  const whoAndWhere = ({ personaId, stageId }: Need) => {
    const persona = personas.find(({ id }) => id === personaId)?.name ?? "Everybody";
    return `${persona} at ${stages.find(({ id }) => id === stageId)?.name ?? ""}`;
  };
  return (
    <Card title="Needs it answers" aside={needs.length.toLocaleString(LOCALE)}>
      <RowList label="Needs it answers">
        {needs.map((need) => (
          <ListRow
            key={need.id}
            lead={need.importance === "must" ? <Sign name="flag" label="must" /> : <Sign name="dash" />}
            title={
              <Link to="/stages" search={{ need: need.id }} className={styles.link}>
                {need.text}
              </Link>
            }
            detail={`${capital(need.kind)} · ${whoAndWhere(need)}`}
          />
        ))}
      </RowList>
    </Card>
  );
}
