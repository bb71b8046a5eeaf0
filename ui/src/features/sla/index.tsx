import { getRouteApi } from "@tanstack/react-router";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import { searchOver } from "@/actions/searchParams";
import type { SlaMonth } from "@/bindings/SlaMonth";
import type { SlaReport } from "@/bindings/SlaReport";
import { Banner } from "@/components/Banner";
import { Card } from "@/components/Card";
import { IconButton } from "@/components/IconButton";
import { KeepsWorking } from "@/components/KeepsWorking";
import { Page } from "@/components/Page";
import { Select } from "@/components/Select";
import { sayMonth } from "@/words/months";
import { sayKept } from "@/words/sla";
import { sayMoment } from "@/words/times";
import { FollowUps } from "./FollowUps";
import { Months, Trend } from "./Months";
import { NothingAgreed, NothingHanded } from "./Nothing";
import { Promises } from "./Promises";
import { useAgreements, useInForce, useReport } from "./queries";
import { Reasons } from "./Reasons";
import { SaveToSign } from "./SaveToSign";
import styles from "./Sla.module.css";
import { OPEN, useBeginAction, useSaveActions } from "./verbs";

export { AgreementPage } from "./agreement/AgreementPage";

const route = getRouteApi("/sla");

interface Turning {
  /** The month after, and the month before; undefined where there is none. */
  later: SlaMonth | undefined;
  earlier: SlaMonth | undefined;
  turnTo: (month: string) => void;
}

function useTurning(months: readonly SlaMonth[], shown: SlaMonth | undefined): Turning {
  const navigate = route.useNavigate();
  const at = shown === undefined ? -1 : months.indexOf(shown);
  const [later, earlier] = [months[at - 1], months[at + 1]];
  const turnTo = useMemo(
    () => (month: string) =>
      void navigate({ search: (old) => searchOver(old, { month: month.slice(0, 7) }) as never }),
    [navigate],
  );
  const actions = useMemo<readonly Action[]>(() => {
    const turn = (id: string, label: string, shortcut: string, to: SlaMonth | undefined): Action => ({
      id,
      label,
      shortcut,
      group: "SLA",
      enabled: () => to !== undefined,
      run: () => to !== undefined && turnTo(to.month),
    });
    return [turn("sla.earlier", "Month before", "[", earlier), turn("sla.later", "Month after", "]", later)];
  }, [earlier, later, turnTo]);
  useActions(actions);
  return { later, earlier, turnTo };
}

interface ToolbarProps extends Turning {
  months: readonly SlaMonth[];
  shown: SlaMonth;
}

function Toolbar({ months, shown, later, earlier, turnTo }: ToolbarProps) {
  const choices = months.map(({ month, over }) => ({
    id: month,
    label: sayMonth(month),
    ...(!over && { detail: "so far" }),
  }));
  return (
    <KeepsWorking>
      <span className={styles.turn}>
        <IconButton
          icon={ChevronLeft}
          label="Month before"
          keys="["
          isDisabled={earlier === undefined}
          onPress={() => earlier && turnTo(earlier.month)}
        />
        <span className={styles.monthField}>
          <Select label="Month" isLabelHidden choices={choices} value={shown.month} onChange={turnTo} />
        </span>
        <IconButton
          icon={ChevronRight}
          label="Month after"
          keys="]"
          isDisabled={later === undefined}
          onPress={() => later && turnTo(later.month)}
        />
      </span>
    </KeepsWorking>
  );
}

function Clocks({ report: { running, asOf } }: { report: SlaReport }) {
  return running ? null : (
    <Banner>
      Clocks stand: the newest file ends {asOf === null ? "at no known time" : sayMoment(asOf)}, more than a
      day ago. What was kept and broken by then is told; a newer file lets them run on.
    </Banner>
  );
}

/** A month for which nothing was agreed: its facts are told all the same. */
function Unagreed({ month, begin }: { month: SlaMonth; begin: Action }) {
  const isFirst = useAgreements().length === 0;
  return (
    <Card title={`Nothing was agreed for ${sayMonth(month.month)}`}>
      <div className={styles.unagreed}>
        <p className={styles.quiet}>
          Leads were handed over all the same. Write down what each side promises, and every month is held
          against it from the one you choose on.
        </p>
        {isFirst ? <ActionButton action={begin} look="primary" /> : <ActionButton action={OPEN} />}
      </div>
    </Card>
  );
}

function Month({ month, begin }: { month: SlaMonth; begin: Action }) {
  const agreed = useAgreements().find(({ id }) => id === month.agreementId);
  return (
    <>
      {agreed === undefined ? (
        <Unagreed month={month} begin={begin} />
      ) : (
        <div className={styles.pair}>
          <Promises side="marketing" month={month} agreed={agreed} />
          <Promises side="sales" month={month} agreed={agreed} />
        </div>
      )}
      <div className={styles.pair}>
        <FollowUps month={month} />
        <Reasons month={month} />
      </div>
    </>
  );
}

function Summary({ shown, report }: { shown: SlaMonth; report: SlaReport }) {
  return (
    <>
      <strong>{sayMonth(shown.month)}</strong>
      {shown.over ? "" : " so far"}: {sayKept(shown)}
      {report.asOf !== null && <span className={styles.known}> · as of {sayMoment(report.asOf)}</span>}
    </>
  );
}

/** A month that is opened further down comes into sight. */
function useInSight(shown: SlaMonth | undefined): RefObject<HTMLDivElement | null> {
  const top = useRef<HTMLDivElement>(null);
  const last = useRef(shown?.month);
  useEffect(() => {
    if (last.current !== shown?.month) {
      last.current = shown?.month;
      top.current?.scrollIntoView({ block: "start" });
    }
  }, [shown?.month]);
  return top;
}

/** What marketing and sales promised each other, and what became of it, month by month. */
export function SlaView() {
  const report = useReport();
  const agreements = useAgreements();
  const { month } = route.useSearch();
  const { months } = report;
  const shown = months.find((one) => one.month.startsWith(month ?? "")) ?? months[0];
  const top = useInSight(shown);
  const turning = useTurning(months, shown);
  const begin = useBeginAction();
  useActions(useMemo(() => [agreements.length === 0 ? begin : OPEN], [agreements.length, begin]));
  const saving = useSaveActions(useInForce() ?? agreements[0]);
  const hasNothing = shown === undefined && agreements.length === 0;
  return (
    <Page
      title="SLA"
      {...(shown !== undefined && {
        summary: <Summary shown={shown} report={report} />,
        toolbar: <Toolbar months={months} shown={shown} {...turning} />,
      })}
      actions={
        agreements.length > 0 && (
          <>
            <SaveToSign actions={saving} />
            <ActionButton action={OPEN} look={shown === undefined ? "secondary" : "primary"} />
          </>
        )
      }
    >
      {hasNothing && <NothingAgreed begin={begin} />}
      {shown === undefined && !hasNothing && <NothingHanded />}
      {shown !== undefined && (
        <div ref={top} className={styles.view}>
          <Clocks report={report} />
          <Month month={shown} begin={begin} />
          <Months months={months} shown={shown} />
          {months.length > 1 && <Trend />}
        </div>
      )}
    </Page>
  );
}
