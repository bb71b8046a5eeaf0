import { ListChecks, Trash2 } from "lucide-react";
import { useState } from "react";
import type { AskedField } from "@/bindings/AskedField";
import type { ProfileField } from "@/bindings/ProfileField";
import type { QualityReport } from "@/bindings/QualityReport";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { EditOnly } from "@/components/EditOnly";
import { IconButton } from "@/components/IconButton";
import { Select } from "@/components/Select";
import { Grip, type Sortable, useSortable } from "@/components/Sortable";
import { Table, TableRow } from "@/components/Table";
import { LOCALE } from "@/locale";
import { PROFILE_FIELDS, sayAsked, sayLeads } from "@/words/quality";
import { sayShare } from "@/words/shares";
import styles from "./Quality.module.css";
import { saveQuality } from "./queries";
import { Share } from "./Share";

const COLUMNS = [
  { id: "grip", title: "Order", isTitleHidden: true, width: "2.5rem" },
  { id: "field", title: "Field", width: "minmax(7rem, 1fr)" },
  { id: "known", title: "Known", width: "minmax(7.5rem, 1fr)" },
  { id: "n", title: "Of leads", width: "5rem", align: "end" },
  { id: "next", title: "To ask next", width: "6rem", align: "end" },
  { id: "verbs", title: "Verbs", isTitleHidden: true, width: "3rem" },
] as const;

/** These come first whatever else is asked. */
const FIRST: readonly ProfileField[] = ["email", "name"];

interface FieldRowProps {
  asked: AskedField;
  leads: number;
  sortable: Sortable;
  onRemove: () => void;
}

function FieldRow({ asked: { field, known, next }, leads, sortable, onRemove }: FieldRowProps) {
  const isFirst = FIRST.includes(field);
  const label = sayAsked(field);
  return (
    <TableRow
      {...(!isFirst && sortable.itemProps(field))}
      cells={[
        isFirst ? <span key="grip" /> : <Grip key="grip" {...sortable.gripProps(field)} />,
        <span key="field" className={styles.what}>
          {label}
          {isFirst && <span className={styles.detail}>always first</span>}
        </span>,
        <Share key="known" value={leads === 0 ? null : known / leads} />,
        <span key="n" className={styles.figure}>
          {known.toLocaleString(LOCALE)}
        </span>,
        <span key="next" className={styles.figure}>
          {next.toLocaleString(LOCALE)}
        </span>,
        isFirst ? (
          <span key="verbs" />
        ) : (
          <IconButton
            isEdit
            key="verbs"
            icon={Trash2}
            label={`Ask no more for ${label}`}
            onPress={onRemove}
          />
        ),
      ]}
    />
  );
}

interface PlanProps {
  plan: readonly ProfileField[];
  save: (plan: readonly ProfileField[], toast: string) => void;
}

function AddField({ plan, save }: PlanProps) {
  const [picked, pick] = useState<ProfileField | null>(null);
  const rest = PROFILE_FIELDS.filter((field) => !plan.includes(field));
  if (rest.length === 0) {
    return <p className={styles.note}>All that leads can be asked is in the plan.</p>;
  }
  return (
    <EditOnly>
      <div className={styles.entry}>
        <Select
          label="Field to ask for besides"
          isLabelHidden
          choices={rest.map((id) => ({ id, label: sayAsked(id) }))}
          placeholder="Another field…"
          value={picked}
          onChange={pick}
        />
        <Button
          isDisabled={picked === null}
          onPress={() => {
            if (picked !== null) {
              save([...plan, picked], `${sayAsked(picked)} is asked, too`);
              pick(null);
            }
          }}
        >
          Ask for it
        </Button>
      </div>
    </EditOnly>
  );
}

function Plan({ report }: { report: QualityReport }) {
  const { settings, profile } = report;
  const plan = settings.profile;
  const save = (next: readonly ProfileField[], toast: string) =>
    void saveQuality(settings, { profile: [...next] }, toast);
  const movable = plan.filter((field) => !FIRST.includes(field));
  const sortable = useSortable({
    axis: "y",
    items: movable.map((id) => ({ id, name: sayAsked(id) })),
    onReorder: (ids) => {
      const ordered = PROFILE_FIELDS.filter((field) => ids.includes(field));
      ordered.sort((one, other) => ids.indexOf(one) - ids.indexOf(other));
      save([...FIRST, ...ordered], "Asked in another order");
    },
  });
  return (
    <Card title="What is asked" aside="in this order, one or two at a time" isFlush>
      <div className={styles.scroll}>
        <Table label="What is asked of leads" columns={COLUMNS}>
          {profile.fields.map((asked) => (
            <FieldRow
              key={asked.field}
              asked={asked}
              leads={profile.leads}
              sortable={sortable}
              onRemove={() =>
                save(
                  plan.filter((field) => field !== asked.field),
                  `${sayAsked(asked.field)} is asked no more`,
                )
              }
            />
          ))}
        </Table>
      </div>
      <div className={styles.foot}>
        <AddField plan={plan} save={save} />
      </div>
    </Card>
  );
}

function Completeness({ report: { profile } }: { report: QualityReport }) {
  return (
    <Card title="Completeness">
      <p className={styles.large} data-quiet={profile.completeness === null || undefined}>
        {profile.completeness === null ? "No data" : sayShare(profile.completeness)}
      </p>
      <p className={styles.note}>
        {profile.completeness === null
          ? "How much of the plan is known of your leads stands here once leads came in."
          : `of what the plan asks is known, over ${sayLeads(profile.leads)}. Of ${profile.complete.toLocaleString(LOCALE)} of them all of it is.`}
      </p>
      <p className={styles.tip}>
        <ListChecks aria-hidden />
        <span>
          The page of a lead says which one or two fields to ask next. A short form is answered more often,
          and more truly. Answers that say nothing do not count as known.
        </span>
      </p>
    </Card>
  );
}

/** What is asked of leads in which order, and how far that has come. */
export function Profile({ report }: { report: QualityReport }) {
  return (
    <div className={styles.beside}>
      <Plan report={report} />
      <Completeness report={report} />
    </div>
  );
}
