import { Plus, X } from "lucide-react";
import type { ProgrammeMonth } from "@/bindings/ProgrammeMonth";
import type { ProgrammeRow } from "@/bindings/ProgrammeRow";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { QUIET } from "@/components/Facts";
import { IconButton } from "@/components/IconButton";
import { Table, TableRow } from "@/components/Table";
import { today } from "@/components/today";
import { MoneyField } from "@/parts/MoneyField";
import styles from "./Programmes.module.css";
import { Spending } from "./Spending";
import { saveProgramme } from "./saving";
import { monthAfter, sayMonth } from "./words";

const COLUMNS = [
  { id: "month", title: "Month", width: "minmax(5rem, 1fr)" },
  { id: "budget", title: "Budget", width: "minmax(6rem, 1fr)" },
  { id: "cost", title: "Cost", width: "minmax(6rem, 1fr)" },
  { id: "verbs", title: "Verbs", isTitleHidden: true, width: "2.25rem" },
] as const;

/** Budget and cost by month. */
export function Months({ row }: { row: ProgrammeRow }) {
  const { programme } = row;
  const { id, months } = programme;
  const save = (next: ProgrammeMonth[]) => saveProgramme(id, { months: next });
  const put = (month: string, set: Partial<ProgrammeMonth>) =>
    save(months.map((one) => (one.month === month ? { ...one, ...set } : one)));
  const last = months.at(-1);
  const add = () =>
    save([
      ...months,
      {
        month: monthAfter(last?.month, today()),
        budget: last?.budget ?? null,
        cost: null,
      },
    ]);
  return (
    <Card title="Budget and cost">
      <div className={styles.money}>
        <Spending row={row} />
        {months.length > 0 && (
          <Table label="Budget and cost by month" columns={COLUMNS}>
            {months.map(({ month, budget, cost }) => (
              <TableRow
                key={month}
                cells={[
                  sayMonth(month),
                  <div key="budget" className={styles.amount}>
                    <MoneyField
                      {...QUIET}
                      label={`Budget of ${sayMonth(month)}`}
                      value={budget}
                      onSave={(next) => put(month, { budget: next })}
                    />
                  </div>,
                  <div key="cost" className={styles.amount}>
                    <MoneyField
                      {...QUIET}
                      label={`Cost of ${sayMonth(month)}`}
                      value={cost}
                      onSave={(next) => put(month, { cost: next })}
                    />
                  </div>,
                  <IconButton
                    key="remove"
                    isEdit
                    icon={X}
                    size="small"
                    label={`Take ${sayMonth(month)} away`}
                    onPress={() => void save(months.filter((one) => one.month !== month))}
                  />,
                ]}
              />
            ))}
          </Table>
        )}
        <div>
          <Button isEdit icon={Plus} onPress={() => void add()}>
            Add {sayMonth(monthAfter(last?.month, today()))}
          </Button>
        </div>
      </div>
    </Card>
  );
}
