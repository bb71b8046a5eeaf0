import { ChevronRight, Copy } from "lucide-react";
import type { Rejection } from "@/bindings/Rejection";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { showToast } from "@/components/toasts";
import { LOCALE } from "@/locale";
import styles from "./Import.module.css";
import { rejectedAsText, sayCounted } from "./tally";

/** So many are shown; more would hold up the page, and nobody reads them here. */
const SHOWN = 500;

async function copy(rejected: Rejection[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(rejectedAsText({ rejected }));
    showToast({ tone: "success", title: `${sayCounted(rejected.length, "row")} copied` });
  } catch {
    showToast({ tone: "warning", title: "The clipboard is not open to Throughline" });
  }
}

function sayPlace({ line, file }: Rejection): string {
  return file === undefined ? `Line ${line.toLocaleString(LOCALE)}` : file;
}

interface RejectionsProps {
  rejected: Rejection[];
  /** How many there are, where not all are named. */
  count?: number;
}

/** Rows that cannot be read, with line and reason. */
export function Rejections({ rejected, count = rejected.length }: RejectionsProps) {
  if (count === 0) {
    return null;
  }
  const more = count - Math.min(SHOWN, rejected.length);
  return (
    <Card>
      <details className={styles.rejections}>
        <summary>
          <ChevronRight aria-hidden size={16} />
          {sayCounted(count, "row")} that cannot be read
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className={styles.rejected} aria-label="Rows that cannot be read" tabIndex={0}>
          <dl className="selectable">
            {rejected.slice(0, SHOWN).map((row) => (
              <div key={`${row.file ?? ""} ${row.line} ${row.reason}`}>
                <dt>{sayPlace(row)}</dt>
                <dd>{row.reason}</dd>
              </div>
            ))}
          </dl>
          {more > 0 && (
            <p className={styles.note}>
              and {more.toLocaleString(LOCALE)} more: the copy has{" "}
              {count > rejected.length ? `the first ${rejected.length.toLocaleString(LOCALE)}` : "them all"}.
            </p>
          )}
        </section>
        <Button icon={Copy} onPress={() => void copy(rejected)}>
          Copy the list
        </Button>
      </details>
    </Card>
  );
}
