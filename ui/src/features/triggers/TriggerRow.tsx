import { Trash2 } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Deletion } from "@/actions/deletion";
import type { Persona } from "@/bindings/Persona";
import type { Trigger } from "@/bindings/Trigger";
import type { TriggerAnswers } from "@/bindings/TriggerAnswers";
import type { TriggerFields } from "@/bindings/TriggerFields";
import { IconButton } from "@/components/IconButton";
import { InlineEdit } from "@/components/InlineEdit";
import { Grip, type Sortable } from "@/components/Sortable";
import { TableRow } from "@/components/Table";
import { ToggleChips } from "@/components/ToggleChips";
import { useDraft } from "@/components/useDraft";
import { LOCALE } from "@/locale";
import { mutateField } from "@/rpc/mutate";
import styles from "./Triggers.module.css";

export interface TriggerRowProps {
  trigger: Trigger;
  personas: readonly Persona[];
  answers: TriggerAnswers | undefined;
  sortable: Sortable;
  deletion: Deletion;
  /** It was asked for by its address. */
  isShown: boolean;
}

function Answered({ trigger, answers }: Pick<TriggerRowProps, "trigger" | "answers">) {
  const count = answers?.placements ?? 0;
  const open = answers?.unansweredBy.length ?? 0;
  return (
    <div className={styles.answered} data-open={(open > 0 && trigger.personaIds.length > 0) || undefined}>
      <span className={styles.count}>{count.toLocaleString(LOCALE)}</span>
      <span className={styles.says}>
        {trigger.personaIds.length === 0
          ? "moves nobody yet"
          : open === 0
            ? "answered for all"
            : open === trigger.personaIds.length
              ? "unanswered"
              : `unanswered for ${open} of ${trigger.personaIds.length}`}
      </span>
    </div>
  );
}

export function TriggerRow({ trigger, personas, answers, sortable, deletion, isShown }: TriggerRowProps) {
  const row = useRef<HTMLSpanElement>(null);
  const save = (set: Partial<TriggerFields>) => mutateField("trigger.update", { id: trigger.id, set });
  const moved = useDraft<readonly string[]>(trigger.personaIds, (next) => save({ personaIds: [...next] }));
  useEffect(() => {
    if (isShown) {
      row.current?.scrollIntoView({ block: "nearest" });
    }
  }, [isShown]);
  const chips = personas.map(({ id, name }) => ({
    id,
    label: name,
    ...(answers?.unansweredBy.includes(id) && { warning: "unanswered" }),
  }));
  return (
    <TableRow
      {...sortable.itemProps(trigger.id)}
      isMarked={isShown}
      cells={[
        <span key="grip" ref={row}>
          <Grip {...sortable.gripProps(trigger.id)} />
        </span>,
        <div key="name">
          <div className={styles.name}>
            <InlineEdit label="Trigger" value={trigger.name} isRequired onCommit={(name) => save({ name })} />
          </div>
          <div className={styles.description}>
            <InlineEdit
              label={`What happens at ${trigger.name}`}
              value={trigger.description}
              placeholder="What happens?"
              isMultiline
              onCommit={(description) => save({ description })}
            />
          </div>
        </div>,
        <InlineEdit
          key="signal"
          label={`Signal of ${trigger.name}`}
          value={trigger.signal}
          placeholder="How is it noticed?"
          isMultiline
          onCommit={(signal) => save({ signal })}
        />,
        <ToggleChips
          key="personas"
          label={`Personas moved by ${trigger.name}`}
          chips={chips}
          value={moved.value}
          onChange={moved.change}
        />,
        <Answered key="answered" trigger={trigger} answers={answers} />,
        <IconButton
          isEdit
          key="delete"
          icon={Trash2}
          label={`Delete ${trigger.name}`}
          onPress={() => deletion.ask({ kind: "trigger", id: trigger.id, name: trigger.name })}
        />,
      ]}
      below={deletion.askedId === trigger.id ? deletion.notice : undefined}
    />
  );
}
