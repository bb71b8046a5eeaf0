import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components";

export interface ToastContent {
  tone: "plain" | "success" | "warning" | "error";
  title: string;
  text?: string;
  action?: { label: string; run: () => void };
}

export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

const LINGER_MS = 6000;

/** Shows a message; the returned function takes it away again. An error stays until it is closed. */
export function showToast(content: ToastContent): () => void {
  const key = toastQueue.add(content, content.tone === "error" ? {} : { timeout: LINGER_MS });
  return () => toastQueue.close(key);
}
