// The columns of the queue. Each part of it shows what is asked there.
import { Link } from "@tanstack/react-router";
import { Check, PhoneCall, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import type { FollowUpList } from "@/bindings/FollowUpList";
import type { FollowUpRow } from "@/bindings/FollowUpRow";
import { Avatar } from "@/components/Avatar";
import { classes } from "@/components/classes";
import type { GridColumn } from "@/components/grid/grid";
import { IconButton } from "@/components/IconButton";
import type { Answering } from "@/parts/handoff/answering";
import { Clocks } from "@/parts/handoff/Clocks";
import { Interest } from "@/parts/handoff/Interest";
import { jobOf, nameOf } from "@/parts/handoff/who";
import { type Moment, REASON_WORDS, sayOpened } from "@/words/followUp";
import styles from "./FollowUp.module.css";
import type { FollowUpSearch } from "./search";

type Column = GridColumn<FollowUpRow>;

export interface ColumnsContext {
  list: FollowUpList;
  search: FollowUpSearch;
  now: Moment;
  personas: ReadonlyMap<string, string>;
  members: ReadonlyMap<string, string>;
  answering: Pick<Answering, "accept" | "turnBack" | "tell">;
  mayEdit: boolean;
}

interface TwoProps {
  first: ReactNode;
  second: ReactNode;
  /** The first may take two lines itself. */
  isLong?: boolean;
}

/** Two lines: what matters, and what there is to say of it. */
function Two({ first, second, isLong = false }: TwoProps) {
  return (
    <span className={styles.two}>
      <span className={classes(styles.first, isLong && styles.long)}>{first}</span>
      <span className={styles.second}>{second}</span>
    </span>
  );
}

function who({ search }: ColumnsContext): Column {
  return {
    id: "lead",
    title: "Lead",
    width: 140,
    grow: 3,
    cell: (row) => (
      <Two
        first={
          <Link
            to="/follow-up/$key"
            params={{ key: String(row.key) }}
            search={search}
            tabIndex={-1}
            draggable={false}
            className={styles.who}
            title={nameOf(row)}
          >
            {nameOf(row)}
          </Link>
        }
        second={<span title={jobOf(row)}>{jobOf(row) || row.email || "nothing known of its job"}</span>}
      />
    ),
  };
}

function interest({ personas }: ColumnsContext): Column {
  return {
    id: "interest",
    title: "Interest",
    width: 106,
    grow: 1,
    cell: (row) => (
      <Two
        first={<Interest row={row} />}
        second={row.persona === null ? "no persona" : (personas.get(row.persona) ?? "")}
      />
    ),
  };
}

function asked({ now }: ColumnsContext): Column {
  return {
    id: "asked",
    title: "Asked for",
    width: 128,
    grow: 3,
    cell: ({ request, hot }) =>
      request === null ? (
        <span className={styles.quiet}>{hot ? "a demo, a quote or a call" : "no content"}</span>
      ) : (
        <Two
          first={<span title={request.title}>{request.title || "content without a name"}</span>}
          second={sayOpened(request, now.at)}
          isLong
        />
      ),
  };
}

function clocks({ now }: ColumnsContext): Column {
  return {
    id: "clocks",
    title: "When to call",
    width: 234,
    grow: 3,
    cell: (row) => <Clocks row={row} now={now} />,
  };
}

function why({ members, now }: ColumnsContext): Column {
  return {
    id: "why",
    title: "Turned back",
    width: 234,
    grow: 3,
    cell: ({ answer }) =>
      answer && (
        <Two
          first={
            <span title={answer.note}>
              {answer.reason !== null && REASON_WORDS[answer.reason]}
              {answer.note !== "" && <span className={styles.quiet}> {answer.note}</span>}
            </span>
          }
          second={`${members.get(answer.memberId ?? "") ?? "somebody"}, ${now.clock.day(answer.at)}`}
          isLong
        />
      ),
  };
}

function owner({ members }: ColumnsContext): Column {
  return {
    id: "owner",
    title: "Owner",
    width: 104,
    grow: 1,
    cell: ({ ownerId }) => {
      const name = members.get(ownerId ?? "");
      return name === undefined ? (
        <span className={styles.quiet}>unassigned</span>
      ) : (
        <span className={styles.owner} title={name}>
          <Avatar name={name} />
          <span className={styles.clip}>{name}</span>
        </span>
      );
    },
  };
}

function verbs({ list, answering }: ColumnsContext): Column {
  const isOpen = list === "toAnswer" || list === "turnedBack";
  return {
    id: "verbs",
    title: "Answer",
    width: 80,
    align: "end",
    cell: (row) => (
      <span className={styles.verbs}>
        {isOpen ? (
          <IconButton
            icon={Check}
            label={`Accept ${nameOf(row)}`}
            keys="A"
            excludeFromTabOrder
            onPress={() => answering.accept(row)}
          />
        ) : (
          <IconButton
            icon={PhoneCall}
            label={`In touch with ${nameOf(row)}…`}
            keys="I"
            excludeFromTabOrder
            onPress={() => answering.tell(row)}
          />
        )}
        <IconButton
          icon={Undo2}
          label={`Turn back ${nameOf(row)}…`}
          keys="T"
          excludeFromTabOrder
          onPress={() => answering.turnBack(row)}
        />
      </span>
    ),
  };
}

export function columnsOf(context: ColumnsContext): Column[] {
  const told = context.list === "turnedBack" ? why(context) : clocks(context);
  const columns = [who(context), interest(context), asked(context), told, owner(context)];
  return context.mayEdit ? [...columns, verbs(context)] : columns;
}
