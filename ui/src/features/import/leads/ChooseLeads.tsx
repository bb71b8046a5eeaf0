import { ContactRound, FileSpreadsheet } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/Button";
import { FileDrop } from "@/components/FileDrop";
import { useLostFocus } from "../focus";
import styles from "../Import.module.css";
import { Understood } from "../Understood";
import { Batches } from "./Batches";
import { chooseFile, refuse, takeDropped } from "./taking";

const UNDERSTOOD = [
  ["Who they are", "E-mail, name, title, level, company, industry, country: whichever columns there are."],
  ["What they did", "The content they requested, when, and when they opened it: a row for each."],
  ["Any size", "CSV, TSV or XLSX. A file of millions of rows is read where it lies."],
] as const;

const NOTE =
  "Nothing leaves this machine. A lead is found again by its e-mail address or id, the same file twice changes nothing, rows that cannot be read are named with their line, and one undo takes all of it back.";

/** The first step for leads. */
export function ChooseLeads({ isAsking }: { isAsking: boolean }) {
  const buttons = useRef<HTMLDivElement>(null);
  useLostFocus(buttons, "button");
  return (
    <>
      <FileDrop
        label="Drop or paste a file of leads here"
        isWanted={() => false}
        onDrop={(dropped) => void takeDropped(dropped)}
        onFailure={refuse}
        isDisabled={isAsking}
      >
        <ContactRound aria-hidden size={20} strokeWidth={1.5} className={styles.sign} />
        <h2 className={styles.dropTitle}>Drag a file of leads onto this place</h2>
        <p className={styles.note}>an export of your CRM, marketing automation or content syndication; or</p>
        <div ref={buttons} className={styles.buttons}>
          <Button
            look="primary"
            size="large"
            icon={FileSpreadsheet}
            isPending={isAsking}
            onPress={() => void chooseFile()}
          >
            Choose a file…
          </Button>
        </div>
      </FileDrop>
      <Batches />
      <Understood facts={UNDERSTOOD} note={NOTE} />
    </>
  );
}
