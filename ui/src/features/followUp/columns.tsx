// The columns of the queue. Each part of it shows what is asked there.
import { Link } from "@tanstack/react-router";
import { Check, PhoneCall, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import type { FollowUpList } from "@/bindings/FollowUpList";
import type { FollowUpRow } from "@/bindings/FollowUpRow";
import { classes } from "@/components/classes";
import type { GridColumn } from "@/components/grid/grid";
import { IconButton } from "@/components/IconButton";
import type { Answering } from "@/parts/handoff/answering";
import { Clocks } from "@/parts/handoff/Clocks";
import { Interest } from "@/parts/handoff/Interest";
import { jobOf, nameOf } from "@/parts/handoff/who";
import { sayNear } from "@/words/clock";
import { EVENT_WORDS } from "@/words/events";
import { type Moment, REASON_WORDS, sayHotAsk, sayOpened } from "@/words/followUp";
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
    width: 130,
    grow: 2.4,
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
    width: 118,
    grow: 1.3,
    cell: (row) => (
      <Two
        first={<Interest row={row} />}
        second={row.persona === null ? "no persona" : (personas.get(row.persona) ?? "")}
      />
    ),
  };
}

/** Content, or a demo, a quote or a call where that made it hot, with the content below. */
function Asked({ row: { request, hotAsk }, now }: { row: FollowUpRow; now: Moment }) {
  if (hotAsk === null && request === null) {
    return <span className={classes(styles.quiet, styles.long)}>no content</span>;
  }
  const content = request && (request.title || "content without a name");
  const opened = request && sayOpened(request, now.at);
  return hotAsk === null ? (
    <Two first={<span title={content ?? ""}>{content}</span>} second={opened} isLong />
  ) : (
    <Two
      first={<span title={sayHotAsk(hotAsk, now)}>{EVENT_WORDS[hotAsk.kind]}</span>}
      second={
        content === null ? (
          sayNear(hotAsk.at, now.at, now.clock)
        ) : (
          <span title={`${content}, ${opened}`}>{content}</span>
        )
      }
    />
  );
}

function asked({ now }: ColumnsContext): Column {
  return {
    id: "asked",
    title: "Asked for",
    width: 150,
    grow: 2.8,
    cell: (row) => <Asked row={row} now={now} />,
  };
}

function clocks({ now }: ColumnsContext): Column {
  return {
    id: "clocks",
    title: "When to call",
    width: 244,
    grow: 2.8,
    cell: (row) => <Clocks row={row} now={now} />,
  };
}

function why({ members, now }: ColumnsContext): Column {
  return {
    id: "why",
    title: "Turned back",
    width: 250,
    grow: 2.8,
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

interface VerbsProps {
  row: FollowUpRow;
  context: ColumnsContext;
}

/** What can be said to the active lead, and to the one under the pointer. */
function Verbs({ row, context: { list, answering } }: VerbsProps) {
  const shared = { size: "small", excludeFromTabOrder: true } as const;
  const isOpen = list === "toAnswer" || list === "turnedBack";
  return (
    <span className={styles.verbs}>
      {isOpen ? (
        <IconButton
          {...shared}
          icon={Check}
          label={`Accept ${nameOf(row)}`}
          keys="A"
          onPress={() => answering.accept(row)}
        />
      ) : (
        <IconButton
          {...shared}
          icon={PhoneCall}
          label={`In touch with ${nameOf(row)}…`}
          keys="I"
          onPress={() => answering.tell(row)}
        />
      )}
      <IconButton
        {...shared}
        icon={Undo2}
        label={`Turn back ${nameOf(row)}…`}
        keys="T"
        onPress={() => answering.turnBack(row)}
      />
    </span>
  );
}

function owner(context: ColumnsContext): Column {
  const { members, mayEdit } = context;
  return {
    id: "owner",
    title: "Owner",
    width: 150,
    grow: 1.9,
    cell: (row) => {
      const name = members.get(row.ownerId ?? "");
      return (
        <span className={styles.owner}>
          <span className={classes(styles.ownerName, name === undefined && styles.quiet)} title={name}>
            {name ?? "unassigned"}
          </span>
          {mayEdit && <Verbs row={row} context={context} />}
        </span>
      );
    },
  };
}

export function columnsOf(context: ColumnsContext): Column[] {
  const told = context.list === "turnedBack" ? why(context) : clocks(context);
  return [who(context), interest(context), asked(context), told, owner(context)];
}
