import { Check } from "lucide-react";
import { useMemo } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import type { MappingFields } from "@/bindings/MappingFields";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Page } from "@/components/Page";
import { errorLook } from "@/errors/table";
import { ColumnTable } from "./ColumnTable";
import { FIELD_CHOICES, sampleColumns, theirColumns } from "./columns";
import { Found } from "./Found";
import { cancel } from "./flow";
import styles from "./Import.module.css";
import { withColumn } from "./mapping";
import { NewStatus } from "./NewStatus";
import { Questions } from "./Questions";
import { RowsProgress } from "./Reading";
import { Rejections } from "./Rejections";
import { SampleTable } from "./SampleTable";
import { changesNothing, findsPieces, sayCounted } from "./tally";
import { ValueCard } from "./ValueCard";
import { importIt, type Previewing, startOver, tryMapping } from "./work";

function useImportAction({ preview, doing }: Previewing): Action {
  const { tally } = preview;
  const label = changesNothing(tally)
    ? "Import"
    : `Import ${sayCounted(tally.added + tally.updated, "asset")}`;
  const isReady = doing === "nothing" && findsPieces(tally);
  const action = useMemo<Action>(
    () => ({
      id: "import.apply",
      isEdit: true,
      label,
      icon: Check,
      group: "Import",
      shortcut: "Mod+Enter",
      whileTyping: true,
      enabled: () => isReady,
      run: () => void importIt(),
    }),
    [label, isReady],
  );
  useActions(useMemo(() => [action], [action]));
  return action;
}

/** The second step: what the file holds, what is made of it, and what would come of that. */
export function PreviewPage({ work }: { work: Previewing }) {
  const { preview, mapping, doing, failure } = work;
  const action = useImportAction(work);
  const change = (next: MappingFields) => void tryMapping(next);
  return (
    <Page
      title="Import"
      summary={<strong>{work.title}</strong>}
      body="fill"
      actions={
        <>
          <Button look="quiet" onPress={startOver} isDisabled={doing === "import"}>
            Start over
          </Button>
          <ActionButton action={action} look="primary" />
        </>
      }
    >
      <div className={styles.steps}>
        {failure && (
          <Banner tone="danger" title={errorLook(failure.code).title}>
            {failure.message} The mapping is as it was before.
          </Banner>
        )}
        {doing === "import" && (
          <Card>
            <RowsProgress label="Importing" onCancel={cancel} />
          </Card>
        )}
        <Found work={work} />
        <Rejections rejected={preview.tally.rejected} />
        <Questions questions={preview.questions} mapping={mapping} onAnswer={change}>
          <NewStatus mapping={mapping} />
        </Questions>
        <ColumnTable
          key={mapping.header}
          columns={theirColumns(work)}
          fields={FIELD_CHOICES}
          onPick={(column, field) => change(withColumn(mapping, column, field))}
        />
        {preview.values.map((values) => (
          <ValueCard key={`${values.field} ${values.column}`} values={values} mapping={mapping} />
        ))}
        <SampleTable columns={sampleColumns(preview)} sample={preview.sample} />
      </div>
    </Page>
  );
}
