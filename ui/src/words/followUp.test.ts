import { describe, expect, it } from "vitest";
import type { FollowUpRow } from "@/bindings/FollowUpRow";
import type { HotAsk } from "@/bindings/HotAsk";
import { clockOf, sayNear } from "./clock";
import { sayClocks, sayHotAsk, sayOpened, sayWhence, sayWhy } from "./followUp";

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 2, 3, 12);
const clock = clockOf("UTC");
const at = (hours: number) => NOON + hours * HOUR;
const near = (hours: number) => clock.weekTime(at(hours));

const request = {
  title: "Guide",
  assetId: null,
  at: NOON,
  openedAt: null,
  wait: { hours: 28, from: "reference" as const },
};
const row: FollowUpRow = {
  key: 1,
  email: "",
  name: "",
  title: "",
  company: "",
  persona: null,
  ownerId: null,
  state: "warm",
  score: 60,
  hot: false,
  hotAsk: null,
  handedAt: at(0),
  notBefore: at(28),
  notAfter: at(76),
  request,
  followUp: "open",
  touchedAt: null,
  answer: null,
};
const say = (hours: number, more: Partial<FollowUpRow> = {}, running = true) => {
  const { phase, title, detail } = sayClocks({ ...row, ...more }, { at: at(hours), running, clock });
  return [phase, title, detail];
};

describe("the two clocks of a lead", () => {
  it("say to wait, and for what", () => {
    expect(say(1)).toEqual(["wait", `Wait until ${near(28)}`, `28 h, reference; call by ${near(76)}`]);
  });

  it("say to call, and what time is left", () => {
    expect(say(30)).toEqual(["call", `Call by ${near(76)}`, "46 h left"]);
  });

  it("say what is overdue while they run, and what was missed when they stand", () => {
    const due = `was due by ${near(76)}`;
    expect(say(79, { followUp: "missed" })).toEqual(["over", "Overdue by 3 h", due]);
    expect(say(79, { followUp: "missed" }, false)).toEqual(["over", "Not called in time", due]);
  });

  it("say when somebody was in touch, and whether that was in time", () => {
    expect(say(90, { followUp: "early", touchedAt: at(20) })).toEqual([
      "done",
      `In touch ${near(20)}`,
      "8 h too early",
    ]);
    expect(say(90, { followUp: "onTime", touchedAt: at(30) })[2]).toBe("on time");
    expect(say(90, { followUp: "late", touchedAt: at(81) })[2]).toBe("5 h late");
    expect(say(90, { followUp: "notNeeded" })[1]).toBe("Nothing to follow up");
  });
});

describe("a moment", () => {
  it("is said with no more of its date than it takes", () => {
    const say = (days: number) => sayNear(at(0), at(24 * days), clock);
    expect(say(2)).toBe(near(0));
    expect(say(20)).toBe(`${clock.shortDay(at(0))}, ${clock.time(at(0))}`);
    expect(say(400)).toBe(`${clock.day(at(0))}, ${clock.time(at(0))}`);
  });
});

describe("why a lead is called when it is", () => {
  const why = (more: Partial<FollowUpRow>) => sayWhy({ ...row, ...more });

  it("tells what it waits for, and where the wait comes from", () => {
    expect(why({})).toContain("asked last for “Guide” and has not opened it. There are too few requests");
    expect(sayWhence({ hours: 6, from: "asset" })).toContain("The wait is 6 h.");
  });

  it("tells why it does not wait", () => {
    const quote = { kind: "quoteRequest" as const, at: at(0) };
    const asked = "It asked for a quote: there is nothing to wait for.";
    expect(why({ hot: true, hotAsk: quote, notBefore: at(0) })).toBe(asked);
    // It was handed over before, and would have waited for its content to be opened.
    expect(why({ hot: true, hotAsk: { ...quote, at: at(5) }, notBefore: at(5) })).toBe(asked);
    expect(why({ request: null })).toContain("no content");
    expect(why({ request: { ...request, openedAt: at(2) } })).toContain("opened it after 2 h");
  });

  it("tells what made it hot, and when, in the words of its events", () => {
    const say = (kind: HotAsk["kind"]) => sayHotAsk({ kind, at: at(0) }, { at: at(30), clock });
    expect(say("demoRequest")).toBe(`Asked for a demo ${near(0)}`);
    expect(say("quoteRequest")).toBe(`Asked for a quote ${near(0)}`);
    expect(say("contactRequest")).toBe(`Asked to be contacted ${near(0)}`);
  });

  it("tells how long nothing was opened", () => {
    expect(sayOpened(request, at(30))).toBe("not opened for 30 h");
  });
});
