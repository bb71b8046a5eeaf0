import { useState } from "react";
import type { FigureOf } from "@/bindings/FigureOf";
import type { PictureFormat } from "@/bindings/PictureFormat";
import type { PictureGround } from "@/bindings/PictureGround";
import { RadioGroup } from "@/components/RadioGroup";
import { SaveDialog } from "@/components/SaveDialog";
import { SegmentedControl } from "@/components/SegmentedControl";
import { save } from "@/rpc/save";
import styles from "./Chart.module.css";

const FORMATS: readonly { id: PictureFormat; label: string; detail: string }[] = [
  { id: "png", label: "Picture (PNG)", detail: "For slides, mails and documents" },
  { id: "svg", label: "Drawing (SVG)", detail: "Sharp at any size; its texts can be changed" },
];

const GROUNDS: readonly { id: PictureGround; label: string }[] = [
  { id: "light", label: "Light" },
  { id: "dark", label: "Dark" },
];

export interface PictureDialogProps {
  of: FigureOf;
  /** What is saved, in a word or two: "the map". */
  what: string;
  onClose: () => void;
}

/** As what a figure is saved, and on what ground. */
export function PictureDialog({ of, what, onClose }: PictureDialogProps) {
  const [format, setFormat] = useState<PictureFormat>("png");
  const [ground, setGround] = useState<PictureGround>("light");
  return (
    <SaveDialog
      onClose={onClose}
      title={`Save ${what} as a picture`}
      size="small"
      onSave={() => save("export.figure", { of, format, ground })}
    >
      <div className={styles.fields}>
        <RadioGroup label="Written as" choices={FORMATS} value={format} onChange={setFormat} />
        <div>
          <p className={styles.label}>Ground</p>
          <SegmentedControl label="Ground" segments={GROUNDS} value={ground} onChange={setGround} />
        </div>
      </div>
    </SaveDialog>
  );
}
