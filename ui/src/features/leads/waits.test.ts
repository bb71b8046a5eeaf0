import { describe, expect, it } from "vitest";
import type { LeadEvent } from "@/bindings/LeadEvent";
import { clockOf } from "./clock";
import { daysOf, sayActs, waitOf } from "./waits";

const HOUR = 3_600_000;
const NOON = Date.UTC(2015, 6, 3, 12);

function event(kind: LeadEvent["kind"], hours: number, asset = "Guide"): LeadEvent {
  return { kind, at: NOON + hours * HOUR, asset, assetId: null, channel: "", campaign: "", machine: false };
}

describe("the wait for an open", () => {
  const request = event("request", 0);

  it("ends with the first later open of the same content", () => {
    const events = [
      event("open", 30),
      event("open", 7),
      event("open", -2),
      event("open", 1, "Report"),
      request,
    ];
    expect(waitOf(request, events, NOON + 90 * HOUR)).toEqual({ isOpened: true, text: "opened after 7 h" });
  });

  it("lasts until the newest time in the files", () => {
    const events = [request, event("open", -2)];
    expect(waitOf(request, events, NOON + 75 * HOUR)).toEqual({
      isOpened: false,
      text: "not opened for 3 days",
    });
    expect(waitOf(request, events, NOON).text).toBe("not opened yet");
    expect(waitOf(request, events, null).text).toBe("not opened yet");
  });
});

it("puts events under the days of the workspace", () => {
  const events = [event("open", 11), event("request", 9), event("request", 8)];
  const sizesIn = (zone: string) => daysOf(events, clockOf(zone)).map((day) => day.events.length);
  expect(sizesIn("UTC")).toEqual([3]);
  expect(sizesIn("Asia/Tokyo")).toEqual([3]);
  expect(sizesIn("Europe/Berlin")).toEqual([1, 2]);
});

it("counts acts of every kind, and apart from them stages and machines", () => {
  const opened = { ...event("emailOpened", 3), machine: true };
  const events = [event("request", 1), event("open", 2), event("webinar", 5), event("move", 6), opened];
  expect(sayActs(events)).toBe("3 acts, 1 requested, 1 opened, 1 stage reached, 1 by a machine");
  expect(sayActs([event("salesTouch", 1)])).toBe("1 act");
});
