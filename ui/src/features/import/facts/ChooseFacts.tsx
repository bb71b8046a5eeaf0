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
  ["Leads and accounts", "Name, title, level, company, industry, country: whichever columns there are."],
  ["What they did", "Requests, opens, clicks, visits, webinars, calls: a row for each."],
  ["Deals and stages", "Deals with value, stage and outcome; when leads or deals reached a stage."],
  ["Campaigns and channels", "E-mails sent, impressions and cost, counts by stage: no person in them."],
  [
    "Known by their headers",
    "Exports of HubSpot, Salesforce, Marketo, GA4, Mailchimp and Klaviyo; any other is mapped by hand.",
  ],
  ["Any size", "CSV, TSV or XLSX. A file of millions of rows is read where it lies."],
] as const;

const NOTE =
  "Nothing leaves this machine. A lead is found again by its e-mail address or id, a deal by its id, the same file twice changes nothing, rows that cannot be read are named with their line, and one undo takes all of it back.";

/** The first step for facts. */
export function ChooseFacts({ isAsking }: { isAsking: boolean }) {
  const buttons = useRef<HTMLDivElement>(null);
  useLostFocus(buttons, "button");
  return (
    <>
      <FileDrop
        label="Drop or paste a file of leads, deals or counts here"
        isWanted={() => false}
        onDrop={(dropped) => void takeDropped(dropped)}
        onFailure={refuse}
        isDisabled={isAsking}
      >
        <ContactRound aria-hidden size={20} strokeWidth={1.5} className={styles.sign} />
        <h2 className={styles.dropTitle}>Drag a file of leads, deals or counts onto this place</h2>
        <p className={styles.note}>
          an export of your CRM, marketing automation, analytics or e-mail tool; or
        </p>
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
