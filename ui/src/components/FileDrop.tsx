import type { ReactNode } from "react";
import { DropZone } from "react-aria-components";
import { type Dropped, droppedFiles } from "./droppedFiles";
import styles from "./FileDrop.module.css";

export interface FileDropProps {
  label: string;
  /** Of files within a dropped folder: whether one (or, ending in a slash, a folder) is wanted. */
  isWanted: (path: string) => boolean;
  onDrop: (dropped: Dropped) => void;
  onFailure: (thrown: unknown) => void;
  isDisabled?: boolean;
  children: ReactNode;
}

/** A place to drag files and folders onto, or to paste them into. */
export function FileDrop({
  label,
  isWanted,
  onDrop,
  onFailure,
  isDisabled = false,
  children,
}: FileDropProps) {
  return (
    <DropZone
      aria-label={label}
      isDisabled={isDisabled}
      className={styles.drop ?? ""}
      getDropOperation={() => "copy"}
      onDrop={({ items }) => void droppedFiles(items, isWanted).then(onDrop, onFailure)}
    >
      {children}
    </DropZone>
  );
}
