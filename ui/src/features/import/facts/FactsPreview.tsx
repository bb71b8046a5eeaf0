import { Check } from "lucide-react";
import { useMemo } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import type { FactPreview } from "@/bindings/FactPreview";
import type { MappingFields } from "@/bindings/MappingFields";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Page } from "@/components/Page";
import { errorLook } from "@/errors/table";
import { sayColumn, sayHolds } from "@/words/facts";
import { ColumnTable } from "../ColumnTable";
import styles from "../Import.module.css";
import { fieldOf, withColumn } from "../mapping";
import { Questions } from "../Questions";
import { SampleTable } from "../SampleTable";
import { FoundCard } from "./FoundCard";
import { KIND, sayMissing } from "./holding";
import { MeaningsCard } from "./MeaningsCard";
import { ASKED, meaningsOf, othersOf } from "./meanings";
import { importIt, type Previewing, startOver, tryMapping } from "./taking";

function useImportAction({ preview, mapping, doing }: Previewing): Action {
  const isReady = doing === "nothing" && sayMissing(preview, mapping) === null;
  const label = `Import ${sayHolds(preview.kind)}`;
  const action = useMemo<Action>(
    () => ({
      id: "facts.apply",
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

/** What the columns are read as, as the mapping stands. */
function theirColumns({ columns }: FactPreview, mapping: MappingFields) {
  return columns.map(({ name, examples, filled }) => {
    return { name, examples, filled, field: fieldOf(mapping, name) };
  });
}

/** What only a person can know: first in general, then word by word. */
function Asked({ work: { preview, mapping } }: { work: Previewing }) {
  const questions = othersOf(preview.questions).filter(({ choice }) => choice !== KIND);
  const answer = (next: MappingFields) => void tryMapping(next);
  return (
    <>
      <Questions questions={questions} mapping={mapping} onAnswer={answer} />
      {ASKED.map((asked) => {
        const meanings = meaningsOf(preview.questions, asked);
        return meanings.length === 0 ? null : (
          <MeaningsCard
            key={`${asked.prefix} ${mapping.header}`}
            title={asked.title}
            until={asked.until}
            meanings={meanings}
            mapping={mapping}
            onAnswer={answer}
          />
        );
      })}
    </>
  );
}

/** The second step: what the file holds, and what each of its columns is read as. */
export function FactsPreview({ work }: { work: Previewing }) {
  const { preview, mapping, failure } = work;
  const { kind } = preview;
  const action = useImportAction(work);
  return (
    <Page
      title="Import"
      summary={<strong>{work.title}</strong>}
      body="fill"
      actions={
        <>
          <Button look="quiet" onPress={startOver}>
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
        <FoundCard work={work} />
        <Asked work={work} />
        <ColumnTable
          key={mapping.header}
          columns={theirColumns(preview, mapping)}
          fields={preview.choices.map((id) => ({ id, label: sayColumn(kind, id) }))}
          isOfFirstRows={!preview.isExact}
          onPick={(column, field) => void tryMapping(withColumn(mapping, column, field))}
        />
        <SampleTable
          columns={preview.columns.map(({ name, column }) => ({
            name,
            becomes: column === null ? null : sayColumn(kind, column),
          }))}
          sample={preview.sample}
        />
      </div>
    </Page>
  );
}
