// The columns of the table of leads. A row that scrolls in draws all of them: they stay plain.

import { Link } from "@tanstack/react-router";
import { Megaphone } from "lucide-react";
import type { LeadRow } from "@/bindings/LeadRow";
import type { GridColumn } from "@/components/grid/grid";
import { LOCALE } from "@/locale";
import { STATE_WORDS, sayScore } from "@/words/scoring";
import type { Clock } from "./clock";
import styles from "./Leads.module.css";
import { ANONYMOUS } from "./name";
import { isLargestFirst } from "./search";

type Column = GridColumn<LeadRow>;

function WhoCell({ row: { key, name, email, advocate } }: { row: LeadRow }) {
  return (
    <Link
      to="/leads/$key"
      params={{ key: String(key) }}
      tabIndex={-1}
      className={styles.who}
      draggable={false}
    >
      {name === "" && email === "" ? (
        <span className={styles.quiet}>{ANONYMOUS}</span>
      ) : (
        <>
          <span className={styles.name}>{name || email}</span>{" "}
          {name !== "" && email !== "" && <span className={styles.address}>{email}</span>}
        </>
      )}
      {advocate && <Megaphone role="img" aria-label="Advocate" className={styles.advocate} />}
    </Link>
  );
}

function figure(id: "requests" | "opened", title: string): Column {
  return {
    id,
    title,
    width: 80,
    align: "end",
    isSortable: true,
    isLargestFirst: isLargestFirst(id),
    cell: (row) => (row[id] === 0 ? <span className={styles.quiet}>0</span> : row[id].toLocaleString(LOCALE)),
  };
}

function text(id: "title" | "level" | "company" | "industry", title: string, width: number): Column {
  return { id, title, width, isSortable: true, cell: (row) => <span title={row[id]}>{row[id]}</span> };
}

function stage(id: "contentSays" | "recorded", title: string, stages: ReadonlyMap<string, string>): Column {
  return { id, title, width: 120, cell: (row) => stages.get(row[id] ?? "") ?? "" };
}

export interface ColumnsContext {
  clock: Clock;
  personas: ReadonlyMap<string, string>;
  stages: ReadonlyMap<string, string>;
  /** Only those whose content says another stage than is recorded: the stages stand beside them. */
  differ: boolean;
}

export function columnsOf({ clock, personas, stages, differ }: ColumnsContext): Column[] {
  return [
    { id: "name", title: "Lead", width: 208, isSortable: true, cell: (row) => <WhoCell row={row} /> },
    {
      id: "score",
      title: "Score",
      width: 68,
      align: "end",
      isSortable: true,
      isLargestFirst: true,
      cell: ({ score }) => sayScore(score),
    },
    {
      id: "state",
      title: "Stands",
      width: 84,
      cell: ({ state, flipsAt }) => (
        <span
          className={state === "warm" || state === "hot" ? styles.handed : styles.quiet}
          title={flipsAt === null ? undefined : `until ${clock.day(flipsAt)} if nothing happens`}
        >
          {STATE_WORDS[state]}
        </span>
      ),
    },
    ...(differ ? [stage("contentSays", "Content says", stages), stage("recorded", "CRM says", stages)] : []),
    text("title", "Title", 140),
    text("level", "Level", 112),
    text("company", "Company", 112),
    text("industry", "Industry", 100),
    {
      id: "persona",
      title: "Persona",
      width: 92,
      cell: ({ persona }) =>
        persona === null ? <span className={styles.quiet}>none</span> : (personas.get(persona) ?? ""),
    },
    figure("requests", "Requests"),
    figure("opened", "Opened"),
    {
      id: "activity",
      title: "Last activity",
      width: 116,
      isSortable: true,
      isLargestFirst: true,
      cell: ({ lastActivity }) =>
        lastActivity === null ? <span className={styles.quiet}>none</span> : clock.day(lastActivity),
    },
  ];
}
