import { FileCheck } from "lucide-react";
import type { AnswerItem } from "@/bindings/AnswerItem";
import type { RowFault } from "@/bindings/RowFault";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Page } from "@/components/Page";
import { RadioGroup } from "@/components/RadioGroup";
import { LOCALE } from "@/locale";
import { signature } from "@/parts/signature";
import { useSession } from "@/rpc/session";
import { useSpeakerId } from "@/rpc/speaker";
import { sayDay } from "@/words/days";
import { capital } from "@/words/text";
import { type Hearing, leaveAnswers, takeFromFile, takeIn } from "./answering";
import { sayAnswer, sayAnswerCounts, sayWhy } from "./answerWords";
import styles from "./Import.module.css";
import { Overview } from "./Overview";

function Head({ work }: { work: Hearing }) {
  const { preview } = work;
  const speakerId = useSpeakerId();
  const speaker = useSession()?.open?.members.find(({ id }) => id === speakerId);
  const enteredBy = speaker === undefined || speaker.id === preview.memberId ? null : speaker.name;
  const isEmpty = preview.items.length === 0;
  return (
    <Overview
      sentence={
        isEmpty
          ? `There is nothing new from ${preview.member}.`
          : `Answers of ${preview.member}, asked on ${sayDay(preview.askedAt)}`
      }
      counts={sayAnswerCounts(preview)}
    >
      {!isEmpty && (
        <p className={styles.note}>
          They are signed {signature(preview.member, enteredBy)}, and one undo takes all of them back.
        </p>
      )}
      {preview.more > 0 && (
        <p className={styles.note}>{preview.more.toLocaleString(LOCALE)} more come in that are not shown.</p>
      )}
    </Overview>
  );
}

function Conflict({ item, work }: { item: AnswerItem; work: Hearing }) {
  const { here } = item;
  const said = (answer: string | undefined, reason: string | undefined) =>
    [capital(answer ?? ""), reason].filter(Boolean).join(": ");
  return (
    <li className={styles.stack}>
      <RadioGroup
        label={`${item.name} · ${item.place}`}
        choices={[
          {
            id: "here",
            label: `Here, by ${here ? signature(here.member, here.enteredBy) : ""}`,
            detail: said(here?.answer, here?.reason),
          },
          { id: "file", label: "In the file", detail: said(item.answer ?? undefined, item.reason) },
        ]}
        value={work.taken.has(item.id) ? "file" : "here"}
        onChange={(side) => takeFromFile(item.id, side === "file")}
      />
    </li>
  );
}

/** Checks that were answered otherwise since the file was written: both answers, one is chosen. */
function Conflicts({ work }: { work: Hearing }) {
  const items = work.preview.items.filter(({ conflict }) => conflict);
  return items.length === 0 ? null : (
    <Card title="Answered here since" aside={items.length.toLocaleString(LOCALE)}>
      <ul className={styles.merge}>
        {items.map((item) => (
          <Conflict key={item.id} item={item} work={work} />
        ))}
      </ul>
    </Card>
  );
}

function Answer({ item }: { item: AnswerItem }) {
  const why = sayWhy(item);
  return (
    <li className={styles.answer}>
      <div>
        <p className={styles.theirs}>{item.name}</p>
        <p className={styles.quiet}>{item.place}</p>
      </div>
      <div>
        <p data-answer={item.answer ?? undefined}>{sayAnswer(item)}</p>
        {why !== "" && <p className={styles.quiet}>{why}</p>}
      </div>
    </li>
  );
}

function ComesIn({ items, title }: { items: readonly AnswerItem[]; title: string }) {
  return items.length === 0 ? null : (
    <Card title={title} aside={items.length.toLocaleString(LOCALE)}>
      <ul className={styles.answers}>
        {items.map((item) => (
          <Answer key={item.id} item={item} />
        ))}
      </ul>
    </Card>
  );
}

/** Rows that cannot be taken in, with what to do about them. */
export function Faults({ faults }: { faults: readonly RowFault[] }) {
  return faults.length === 0 ? null : (
    <Card title="Cannot be taken in" aside={faults.length.toLocaleString(LOCALE)}>
      <ul className={styles.answers}>
        {faults.map(({ sheet, row, reason }) => (
          <li key={`${sheet} ${row}`} className={styles.answer}>
            <p className={styles.quiet}>
              {sheet}, row {row.toLocaleString(LOCALE)}
            </p>
            <p>{reason}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What somebody filled in, and what would become of it. */
export function AnswersPage({ work }: { work: Hearing }) {
  const own = work.preview.items.filter(({ conflict }) => !conflict);
  const isCheck = ({ answer }: AnswerItem) => answer !== null;
  return (
    <Page
      title="Read answers"
      summary={<strong>{work.preview.file}</strong>}
      isNarrow
      actions={
        <>
          <Button look="quiet" onPress={leaveAnswers} isDisabled={work.isTaking}>
            Start over
          </Button>
          <Button
            look="primary"
            icon={FileCheck}
            isPending={work.isTaking}
            isDisabled={work.preview.items.length === 0}
            onPress={() => void takeIn()}
          >
            Take the answers in
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <Head work={work} />
        <Conflicts work={work} />
        <ComesIn title="Checks" items={own.filter(isCheck)} />
        <ComesIn title="Needs" items={own.filter((item) => !isCheck(item))} />
        <Faults faults={work.preview.faults} />
      </div>
    </Page>
  );
}
