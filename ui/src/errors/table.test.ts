import { afterEach, describe, expect, it } from "vitest";
import { toastQueue } from "@/components/toasts";
import { Failure, toFailure } from "./failure";
import { showFailure } from "./show";
import { ERROR_LOOKS, errorLook } from "./table";

const shown = () => toastQueue.visibleToasts.map(({ content }) => content);

afterEach(() => {
  for (const toast of [...toastQueue.visibleToasts]) {
    toastQueue.close(toast.key);
  }
});

describe("what was thrown", () => {
  it("keeps code, message and field of an answer from core", () => {
    const failure = toFailure({ code: "invalid", message: "The weight goes from 1 to 5.", field: "weight" });
    expect([failure.code, failure.message, failure.field]).toEqual([
      "invalid",
      "The weight goes from 1 to 5.",
      "weight",
    ]);
  });

  it("becomes an internal failure when it is anything else", () => {
    expect(toFailure(new TypeError("x is undefined")).code).toBe("internal");
    expect(toFailure("gone").message).toBe("gone");
  });

  it("stays itself", () => {
    const failure = new Failure("conflict", "Changed.");
    expect(toFailure(failure)).toBe(failure);
  });
});

describe("the table of errors", () => {
  it("says what happened for every code that is shown", () => {
    for (const look of Object.values(ERROR_LOOKS)) {
      expect(look.severity === "quiet" || look.title !== "").toBe(true);
    }
  });

  it("shows an unknown code as a fault of ours", () => {
    expect(errorLook("no such code").severity).toBe("error");
  });
});

describe("showing a failure", () => {
  it("says what happened and what to do", () => {
    showFailure({ code: "not_saved", message: "Disk full.", field: null });
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toMatchObject({ tone: "error", title: "Not saved" });
    expect(shown()[0]?.text).toMatch(/^Disk full\. What was saved/);
  });

  it("keeps still where the user asked for it", () => {
    showFailure({ code: "cancelled", message: "Cancelled. Nothing was changed.", field: null });
    expect(shown()).toHaveLength(0);
  });
});
