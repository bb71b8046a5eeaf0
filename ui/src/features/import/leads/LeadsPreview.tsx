import { Check } from "lucide-react";
import { useMemo, useRef } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import type { FactPreview } from "@/bindings/FactPreview";
import type { MappingFields } from "@/bindings/MappingFields";
import type { Question } from "@/bindings/Question";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Page } from "@/components/Page";
import { Select } from "@/components/Select";
import { errorLook } from "@/errors/table";
import { FACT_WORDS } from "@/words/facts";
import { ColumnTable } from "../ColumnTable";
import { Notes } from "../Found";
import { useLostFocus } from "../focus";
import styles from "../Import.module.css";
import { fieldOf, withColumn } from "../mapping";
import { Questions } from "../Questions";
import { SampleTable } from "../SampleTable";
import { importIt, type Previewing, readSheet, startOver, tryMapping } from "./taking";
import { sayFound, sayHeld } from "./words";

function useImportAction({ mapping, doing }: Previewing): Action {
  const isReady = doing === "nothing" && Object.keys(mapping.columns).length > 0;
  const action = useMemo<Action>(
    () => ({
      id: "leads.apply",
      isEdit: true,
      label: "Import leads",
      icon: Check,
      group: "Import",
      shortcut: "Mod+Enter",
      whileTyping: true,
      enabled: () => isReady,
      run: () => void importIt(),
    }),
    [isReady],
  );
  useActions(useMemo(() => [action], [action]));
  return action;
}

function sayUnanswered({ required, answer }: Question): string[] {
  return required && answer === ""
    ? ["Until the question about it is answered, dates that can be read two ways stay out."]
    : [];
}

function FoundLeads({ work: { preview, mapping, doing } }: { work: Previewing }) {
  const sentence = useRef<HTMLParagraphElement>(null);
  useLostFocus(sentence);
  const { sheets, sheet } = preview.origin;
  return (
    <Card>
      <div className={styles.stack} aria-busy={doing === "preview"}>
        <div className={styles.found}>
          <p className={styles.note}>{sayFound(preview)}</p>
          {sheets.length > 1 && (
            <div className={styles.sheet}>
              <Select
                label="Sheet"
                choices={sheets.map((id) => ({ id, label: id }))}
                value={sheet}
                onChange={(id) => void readSheet(id)}
              />
            </div>
          )}
        </div>
        <p ref={sentence} className={styles.sentence} role="status" tabIndex={-1}>
          {sayHeld(mapping.columns)}
        </p>
        <Notes notes={[...preview.questions.flatMap(sayUnanswered), ...preview.notes]} />
      </div>
    </Card>
  );
}

/** What the columns are read as, as the mapping stands. */
function theirColumns({ columns }: FactPreview, mapping: MappingFields) {
  return columns.map(({ name, examples, filled }) => {
    return { name, examples, filled, field: fieldOf(mapping, name) };
  });
}

/** The second step: what the file holds, and what each of its columns is read as. */
export function LeadsPreview({ work }: { work: Previewing }) {
  const { preview, mapping, failure } = work;
  const action = useImportAction(work);
  const change = (next: MappingFields) => void tryMapping(next);
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
        <FoundLeads work={work} />
        <Questions questions={preview.questions} mapping={mapping} onAnswer={change} />
        <ColumnTable
          key={mapping.header}
          columns={theirColumns(preview, mapping)}
          fields={preview.choices.map((id) => ({ id, label: FACT_WORDS[id] }))}
          isOfFirstRows={!preview.isExact}
          onPick={(column, field) => change(withColumn(mapping, column, field))}
        />
        <SampleTable
          columns={preview.columns.map(({ name, column }) => ({
            name,
            becomes: column === null ? null : FACT_WORDS[column],
          }))}
          sample={preview.sample}
        />
      </div>
    </Page>
  );
}
