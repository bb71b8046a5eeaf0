// Saving for others to read. Where to is asked by the shell in a native dialog: no path passes here.
import type { SavedFile } from "@/bindings/SavedFile";
import { showToast } from "@/components/toasts";
import { toFailure } from "@/errors/failure";
import { call, type RequestOf } from "./call";

type Export =
  | "export.assets"
  | "export.coverage"
  | "export.playbook"
  | "export.report"
  | "export.plan"
  | "export.brief"
  | "export.agreement"
  | "export.figure"
  | "export.table"
  | "export.consumption"
  | "export.funnel"
  | "export.deals"
  | "export.kpi"
  | "lead.export"
  | "ask.write";

/** Whether a file was saved; why not has been shown by then. */
export async function save<C extends Export>(command: C, request: RequestOf<C>): Promise<boolean> {
  try {
    const saved: SavedFile | null = await call(command, request);
    if (saved !== null) {
      showToast({ tone: "success", title: `Saved as ${saved.name}`, text: saved.folder });
    }
    return saved !== null;
  } catch (thrown) {
    showToast({ tone: "error", title: "Nothing was saved", text: toFailure(thrown).message });
    return false;
  }
}
