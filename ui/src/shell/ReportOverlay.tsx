import { openOverlay, useOverlay } from "@/actions/overlay";
import { ReportDialog } from "@/parts/ReportDialog";

/** The report, from wherever it is asked for. */
export function ReportOverlay() {
  return useOverlay() === "report" ? <ReportDialog onClose={() => openOverlay(null)} /> : null;
}
