import { ChevronDown } from "lucide-react";
import { useMemo, useState } from "react";
import type { Persona } from "@/bindings/Persona";
import type { TitleCount } from "@/bindings/TitleCount";
import { Button } from "@/components/Button";
import { PickList } from "@/components/PickList";
import { Popover } from "@/components/Popover";
import { TableRow } from "@/components/Table";
import { TextField } from "@/components/TextField";
import { LOCALE } from "@/locale";
import { mutate } from "@/rpc/mutate";
import styles from "./Leads.module.css";

function addPattern({ id, name, titlePatterns }: Persona, pattern: string): void {
  void mutate(
    "persona.update",
    { id, set: { titlePatterns: [...titlePatterns, pattern] } },
    { toast: `“${pattern}” now tells of ${name}` },
  );
}

interface AddProps {
  title: string;
  personas: readonly Persona[];
  onPick: (persona: Persona, pattern: string) => void;
}

function Add({ title, personas, onPick }: AddProps) {
  const [pattern, setPattern] = useState(title);
  const choices = useMemo(() => personas.map(({ id, name }) => ({ id, label: name })), [personas]);
  const pick = ([id]: string[]) => {
    const persona = personas.find((one) => one.id === id);
    if (persona && pattern.trim() !== "") {
      onPick(persona, pattern.trim());
    }
  };
  return (
    <div className={styles.add}>
      <TextField
        label="Job title"
        value={pattern}
        onChange={setPattern}
        hint="* stands for anything: “Owner *” takes every owner."
      />
      <PickList label="Persona" mode="one" choices={choices} value={[]} onChange={pick} />
    </div>
  );
}

export interface TitleRowProps {
  title: TitleCount;
  personas: readonly Persona[];
  onPick: () => void;
}

/** A title, how many leads have it, and the way to a persona. */
export function TitleRow({ title: { title, leads }, personas, onPick }: TitleRowProps) {
  return (
    <TableRow
      cells={[
        <span key="title" className={styles.jobTitle}>
          {title}
        </span>,
        <span key="leads" className={styles.figure}>
          {leads.toLocaleString(LOCALE)}
        </span>,
        <span key="add" data-add className={styles.addCell}>
          <Popover
            label={`Add “${title}” to a persona`}
            placement="bottom end"
            trigger={
              <Button isEdit aria-label={`Add to… ${title}`} isDisabled={personas.length === 0}>
                Add to…
                <ChevronDown aria-hidden className={styles.arrow} />
              </Button>
            }
          >
            {(close) => (
              <Add
                title={title}
                personas={personas}
                onPick={(persona, pattern) => {
                  onPick();
                  close();
                  addPattern(persona, pattern);
                }}
              />
            )}
          </Popover>
        </span>,
      ]}
    />
  );
}
