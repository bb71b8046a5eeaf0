import { ChartColumn, Download, Table2 } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { FigureOf } from "@/bindings/FigureOf";
import type { ShownFigure } from "@/bindings/ShownFigure";
import { Card } from "@/components/Card";
import { IconButton } from "@/components/IconButton";
import { Skeleton } from "@/components/Skeleton";
import { useCall } from "@/rpc/useCall";
import styles from "./Chart.module.css";
import { isEmpty } from "./options";
import { PictureDialog } from "./PictureDialog";
import { TwinTable } from "./TwinTable";

// The chart library comes with the first chart.
const Canvas = lazy(async () => ({ default: (await import("./Canvas")).Canvas }));

export interface ChartProps {
  of: FigureOf;
  /** The head of its card; that of the figure unless given. */
  title?: string;
  /** What is said where there is nothing to draw yet. */
  nothing: string;
  /** Beneath it: notes, sources. */
  foot?: ReactNode;
}

function Body({ shown, isTable, nothing }: { shown: ShownFigure; isTable: boolean; nothing: string }) {
  if (isEmpty(shown.figure)) {
    return <p className={styles.nothing}>{nothing}</p>;
  }
  if (isTable) {
    return <TwinTable title={shown.figure.title} twin={shown.twin} />;
  }
  return (
    <Suspense fallback={<Skeleton height="12rem" />}>
      <Canvas shown={shown} />
    </Suspense>
  );
}

/** A figure of the plan: drawn or as a table, and saved as a picture. */
export function Chart({ of, title, nothing, foot }: ChartProps) {
  const { data: shown, error } = useCall("figure.get", of, { keepPrevious: true });
  const [isTable, setTable] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const head = title ?? shown?.figure.title ?? "";
  const canShow = shown !== undefined && !isEmpty(shown.figure);
  return (
    <>
      <Card
        title={head}
        actions={
          canShow && (
            <>
              <IconButton
                icon={isTable ? ChartColumn : Table2}
                label={isTable ? `${head}: show as a chart` : `${head}: show as a table`}
                onPress={() => setTable(!isTable)}
              />
              <IconButton
                icon={Download}
                label={`${head}: save as a picture…`}
                onPress={() => setSaving(true)}
              />
            </>
          )
        }
      >
        {error && <p className={styles.nothing}>{error.message}</p>}
        {!error && shown === undefined && <Skeleton height="12rem" />}
        {shown !== undefined && <Body shown={shown} isTable={isTable} nothing={nothing} />}
        {foot}
      </Card>
      {isSaving && <PictureDialog of={of} what="the chart" onClose={() => setSaving(false)} />}
    </>
  );
}
