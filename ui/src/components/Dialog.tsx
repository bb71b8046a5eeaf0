import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { classes } from "./classes";
import styles from "./Dialog.module.css";
import { IconButton } from "./IconButton";
import { KeepsWorking } from "./KeepsWorking";

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  text?: ReactNode;
  /** A sheet comes in from the right and keeps the view beside it in sight. */
  kind?: "modal" | "sheet";
  size?: "small" | "medium" | "large";
  /** The verbs, the primary one last. */
  actions?: ReactNode;
  children?: ReactNode;
  /** Nothing in it can be focused: it is focused itself, so that it scrolls by keys. */
  isToRead?: boolean;
  /** For a question that must be answered: no closing by Esc, by a click outside or by the cross. */
  mustAnswer?: boolean;
}

export function Dialog(props: DialogProps) {
  const {
    isOpen,
    onClose,
    title,
    text,
    kind = "modal",
    size = "medium",
    actions,
    children,
    isToRead = false,
    mustAnswer = false,
  } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
      className={classes(styles.overlay, kind === "sheet" && styles.sheet)}
    >
      <Modal className={classes(styles.modal, styles[size])}>
        <AriaDialog className={styles.dialog ?? ""} role={mustAnswer ? "alertdialog" : "dialog"}>
          <header className={styles.head}>
            <div className={styles.heading}>
              <Heading slot="title" className={styles.title ?? ""}>
                {title}
              </Heading>
              {text !== undefined && <div className={styles.text}>{text}</div>}
            </div>
            {!mustAnswer && (
              <IconButton icon={X} label="Close" onPress={onClose} keys="Esc" placement="bottom end" />
            )}
          </header>
          {children !== undefined && (
            <div
              className={styles.body}
              {...(isToRead && { role: "region", "aria-label": title, tabIndex: 0 })}
            >
              <KeepsWorking>{children}</KeepsWorking>
            </div>
          )}
          {actions !== undefined && <footer className={styles.foot}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
