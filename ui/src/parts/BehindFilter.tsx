import { X } from "lucide-react";
import { Button } from "@/components/Button";
import { readBehind, sayBehind } from "./behind";

export interface BehindFilterProps {
  /** As the address says it. */
  behind: string | undefined;
  onClear: () => void;
}

/** Says that only the rows behind a figure are listed, and takes that out. */
export function BehindFilter({ behind, onClear }: BehindFilterProps) {
  const told = readBehind(behind);
  return told === undefined ? null : (
    <Button icon={X} onPress={onClear} aria-label={`Behind ${sayBehind(told)}: take this filter out`}>
      {sayBehind(told)}
    </Button>
  );
}
