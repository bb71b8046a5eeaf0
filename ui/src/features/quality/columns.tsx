// The columns of flagged leads and of those over the limit. A row that scrolls in draws all of them:
// they stay plain.

import type { FlaggedRow } from "@/bindings/FlaggedRow";
import type { GuardRow } from "@/bindings/GuardRow";
import type { ProfileField } from "@/bindings/ProfileField";
import type { GridColumn } from "@/components/grid/grid";
import { LOCALE } from "@/locale";
import { BY_SALES, sayFlag } from "@/words/quality";
import { LeadLink } from "./LeadLink";
import styles from "./Quality.module.css";

type Answered = "email" | "title" | "level" | "company";

const isFlagged = ({ flags }: FlaggedRow, answered: ProfileField) =>
  flags.some(({ field }) => field === answered);

/** An answer, marked where it is flagged. */
function answer(id: Answered, title: string, width: number): GridColumn<FlaggedRow> {
  return {
    id,
    title,
    width,
    cell: (row) =>
      isFlagged(row, id) ? (
        <mark className={styles.flagged} title={row[id]}>
          {row[id]}
        </mark>
      ) : (
        <span title={row[id]}>{row[id]}</span>
      ),
  };
}

export const FLAGGED_COLUMNS: readonly GridColumn<FlaggedRow>[] = [
  {
    id: "lead",
    title: "Lead",
    width: 168,
    cell: (row) => (
      <LeadLink
        lead={{ ...row, email: row.name === "" ? row.email : "" }}
        isMarked={isFlagged(row, "name")}
        isInGrid
      />
    ),
  },
  {
    id: "why",
    title: "Why",
    width: 272,
    grow: 1,
    cell: ({ flags, bySales }) => {
      const why = [...(bySales ? [BY_SALES] : []), ...flags.map(sayFlag)].join(" · ");
      return <span title={why}>{why}</span>;
    },
  },
  answer("email", "E-mail", 224),
  answer("title", "Job title", 144),
  answer("level", "Level", 104),
  answer("company", "Company", 128),
];

function sayBy({ by }: GuardRow): string {
  return by
    .map(({ name, emails }) => `${emails.toLocaleString(LOCALE)} ${name || "no campaign"}`)
    .join(" · ");
}

export const GUARD_COLUMNS: readonly GridColumn<GuardRow>[] = [
  { id: "lead", title: "Lead", width: 264, cell: (row) => <LeadLink lead={row} isInGrid /> },
  {
    id: "emails",
    title: "E-mails",
    width: 76,
    align: "end",
    cell: ({ emails }) => emails.toLocaleString(LOCALE),
  },
  {
    id: "by",
    title: "By",
    width: 352,
    cell: (row) => <span title={sayBy(row)}>{sayBy(row)}</span>,
  },
  {
    id: "company",
    title: "Company",
    width: 112,
    cell: ({ company }) => <span title={company}>{company}</span>,
  },
];
