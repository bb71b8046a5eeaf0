import { Download } from "lucide-react";
import type { DealQuery } from "@/bindings/DealQuery";
import { IconButton } from "@/components/IconButton";
import { MenuButton } from "@/components/Menu";
import { save } from "@/rpc/save";

/** Saves all deals that pass, in the order of the list. */
export function SaveDeals({ query }: { query: DealQuery }) {
  const write = (format: "csv" | "xlsx") => void save("export.deals", { of: query, format });
  const formats = [
    { id: "csv", label: "Table (CSV)…", run: () => write("csv") },
    { id: "xlsx", label: "Workbook (Excel)…", run: () => write("xlsx") },
  ];
  return (
    <MenuButton label="Save the table" groups={[{ id: "as", entries: formats }]} placement="bottom end">
      <IconButton icon={Download} label="Save the table" />
    </MenuButton>
  );
}
