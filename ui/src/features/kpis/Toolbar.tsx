import { Download } from "lucide-react";
import { useMemo } from "react";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import type { KpiQuery } from "@/bindings/KpiQuery";
import type { KpiReport } from "@/bindings/KpiReport";
import { Button } from "@/components/Button";
import { KeepsWorking } from "@/components/KeepsWorking";
import { MenuButton } from "@/components/Menu";
import { SegmentedControl } from "@/components/SegmentedControl";
import { Select } from "@/components/Select";
import { PeriodControl } from "@/parts/period/PeriodControl";
import { save } from "@/rpc/save";
import { FAMILIES, FAMILY_WORDS, MODEL_WORDS, MODELS } from "@/words/kpis";
import { Filters } from "./Filters";
import styles from "./Kpis.module.css";
import type { Change, KpisSearch } from "./search";

const SEGMENTS = FAMILIES.map((id) => ({ id, label: FAMILY_WORDS[id] }));
const CHOICES = MODELS.map((id) => ({ id, label: MODEL_WORDS[id].label, detail: MODEL_WORDS[id].says }));

function useFamilyActions(change: Change) {
  const actions = useMemo(
    () =>
      FAMILIES.map(
        (family, at): Action => ({
          id: `kpis.${family}`,
          label: `KPIs: ${FAMILY_WORDS[family].toLowerCase()}`,
          group: "KPIs",
          shortcut: String(at + 1),
          run: () => change({ family: family === "engagement" ? undefined : family, kpi: undefined }),
        }),
      ),
    [change],
  );
  useActions(actions);
}

function Save({ query }: { query: KpiQuery }) {
  const write = (format: "csv" | "xlsx") => void save("export.kpi", { of: query, format });
  const formats = [
    { id: "csv", label: "Table (CSV)…", run: () => write("csv") },
    { id: "xlsx", label: "Workbook (Excel)…", run: () => write("xlsx") },
  ];
  return (
    <span className={styles.save}>
      <MenuButton label="Save the table" groups={[{ id: "as", entries: formats }]} placement="bottom end">
        <Button icon={Download}>Save the table</Button>
      </MenuButton>
    </span>
  );
}

export interface ToolbarProps {
  search: KpisSearch;
  query: KpiQuery;
  report: KpiReport | undefined;
  /** There are figures to save. */
  isSavable: boolean;
  change: Change;
}

/** Which family, of which period, counted on what. */
export function Toolbar({ search, query, report, isSavable, change }: ToolbarProps) {
  useFamilyActions(change);
  const family = search.family ?? "engagement";
  return (
    <>
      <div className={styles.bar}>
        <KeepsWorking>
          <SegmentedControl
            label="Family"
            segments={SEGMENTS}
            value={family}
            onChange={(next) => change({ family: next === "engagement" ? undefined : next, kpi: undefined })}
          />
        </KeepsWorking>
        {isSavable && <Save query={query} />}
      </div>
      {report !== undefined && report.asOf !== null && (
        <div className={styles.bar}>
          <PeriodControl report={report} search={search} change={change} group="KPIs" />
          <Filters search={search} change={change} />
          {family === "return" && (
            <KeepsWorking>
              <span className={styles.model}>
                <span aria-hidden>Attributed by</span>
                <Select
                  label="Attributed by"
                  isLabelHidden
                  choices={CHOICES}
                  value={search.model ?? "linear"}
                  onChange={(model) => change({ model: model === "linear" ? undefined : model })}
                />
              </span>
            </KeepsWorking>
          )}
        </div>
      )}
    </>
  );
}
