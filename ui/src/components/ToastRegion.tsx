import { CircleAlert, CircleCheck, TriangleAlert, X } from "lucide-react";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_ToastContent as ToastBody,
} from "react-aria-components";
import { Button } from "./Button";
import { classes } from "./classes";
import { IconButton } from "./IconButton";
import styles from "./Toasts.module.css";
import { type ToastContent, toastQueue } from "./toasts";

const SIGNS = { plain: null, success: CircleCheck, warning: TriangleAlert, error: CircleAlert } as const;

interface ToastProps {
  content: ToastContent;
  close: () => void;
}

function ToastMessage({ content, close }: ToastProps) {
  const Sign = SIGNS[content.tone];
  const { action } = content;
  return (
    <>
      {Sign && (
        <span className={styles.sign}>
          <Sign aria-hidden />
        </span>
      )}
      <ToastBody className={styles.content ?? ""}>
        <Text slot="title" className={styles.title ?? ""}>
          {content.title}
        </Text>
        {content.text !== undefined && (
          <Text slot="description" elementType="p" className={styles.text ?? ""}>
            {content.text}
          </Text>
        )}
      </ToastBody>
      {action && (
        <Button
          look="quiet"
          onPress={() => {
            action.run();
            close();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label="Close" slot="close" placement="top" />
    </>
  );
}

export interface ToastRegionProps {
  /** The navigation stands at the left of the window. */
  isBesideNavigation: boolean;
}

/** Where toasts appear; the frame renders it once. */
export function ToastRegion({ isBesideNavigation }: ToastRegionProps) {
  return (
    <AriaToastRegion
      queue={toastQueue}
      className={classes(styles.region, isBesideNavigation && styles.besideNavigation)}
      aria-label="Messages"
    >
      {({ toast }) => (
        <AriaToast toast={toast} className={classes(styles.toast, styles[toast.content.tone])}>
          <ToastMessage content={toast.content} close={() => toastQueue.close(toast.key)} />
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
