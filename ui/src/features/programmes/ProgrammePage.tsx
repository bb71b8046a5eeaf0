import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Megaphone, Trash2 } from "lucide-react";
import { useDeletion } from "@/actions/deletion";
import type { ProgrammeRow } from "@/bindings/ProgrammeRow";
import { Chart } from "@/charts/Chart";
import { Back } from "@/components/Back";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Gone } from "@/components/Gone";
import { InlineEdit } from "@/components/InlineEdit";
import { Page } from "@/components/Page";
import { useProgrammes } from "@/rpc/lists";
import { Content } from "./Content";
import { FactsCard } from "./FactsCard";
import { Months } from "./Months";
import { Notes } from "./Notes";
import styles from "./Programmes.module.css";
import { saveProgramme } from "./saving";

const route = getRouteApi("/programmes/$programmeId");

function ForSales({ row: { programme } }: { row: ProgrammeRow }) {
  return (
    <Card title="What sales must know">
      <InlineEdit
        label="What sales must know"
        value={programme.forSales}
        placeholder="What a rep has to know of it before a call: whom it reaches, what was promised, what to say and what not"
        isMultiline
        onCommit={(forSales) => saveProgramme(programme.id, { forSales })}
      />
    </Card>
  );
}

function Goal({ row: { programme } }: { row: ProgrammeRow }) {
  return (
    <Card title="Goal">
      <InlineEdit
        label="Goal"
        value={programme.goal}
        placeholder="What is it to reach?"
        isMultiline
        onCommit={(goal) => saveProgramme(programme.id, { goal })}
      />
    </Card>
  );
}

function Known({ row }: { row: ProgrammeRow }) {
  const { programme } = row;
  const navigate = useNavigate();
  const deletion = useDeletion({ onDeleted: () => void navigate({ to: "/programmes" }) });
  const title = (
    <InlineEdit
      label="Name"
      value={programme.name}
      look="title"
      isRequired
      onCommit={(name) => saveProgramme(programme.id, { name })}
    />
  );
  const remove = (
    <Button
      isEdit
      look="quiet"
      icon={Trash2}
      onPress={() => deletion.ask({ kind: "programme", id: programme.id, name: programme.name })}
    >
      Delete
    </Button>
  );
  return (
    <Page title={title} summary={<Back to="/programmes" label="Programmes" />} actions={remove}>
      {deletion.notice}
      <div className={styles.page}>
        <div className={styles.column}>
          <Goal row={row} />
          <ForSales row={row} />
          <Notes row={row} />
          <Content programme={programme} />
        </div>
        <div className={styles.column}>
          <FactsCard programme={programme} />
          <Months row={row} />
          {programme.months.length > 1 && (
            <Chart
              of={{ name: "spending", programmeId: programme.id }}
              title="Month by month"
              nothing="No month has a budget or a cost yet."
            />
          )}
        </div>
      </div>
    </Page>
  );
}

export function ProgrammePage() {
  const { programmeId } = route.useParams();
  const row = useProgrammes().find(({ programme }) => programme.id === programmeId);
  return row ? (
    <Known key={programmeId} row={row} />
  ) : (
    <Gone what="programme" icon={Megaphone} to="/programmes" all="Programmes" />
  );
}
