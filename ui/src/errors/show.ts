// The one place that shows a failure. Components never format errors.
import { showToast } from "@/components/toasts";
import { toFailure } from "./failure";
import { errorLook } from "./table";

export function showFailure(thrown: unknown): void {
  const failure = toFailure(thrown);
  const look = errorLook(failure.code);
  if (look.severity === "quiet") {
    return;
  }
  showToast({
    tone: look.severity,
    title: look.title,
    text: [failure.message, look.advice].filter(Boolean).join(" "),
  });
}
