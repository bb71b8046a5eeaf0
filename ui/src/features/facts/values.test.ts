import { expect, it } from "vitest";
import { clockOf } from "@/words/clock";
import { FIELDS } from "./fields";
import { factsSearch, firstOf, tabledOf } from "./search";
import { sayField } from "./values";

const CLOCK = clockOf("Asia/Tokyo");
const say = (holds: Parameters<typeof sayField>[0], text: string, currency = "EUR") =>
  sayField(holds, text, currency, CLOCK);

it("says times as days where the workspace counts them", () => {
  expect(say("time", String(Date.UTC(2025, 5, 16, 20)))).toBe(CLOCK.day(Date.UTC(2025, 5, 17)));
  expect(say("time", "2025-06-17")).toBe("2025-06-17");
  expect(say("time", "")).toBe("");
});

it("says amounts as money of their currency, counts with thousands, yes and no as words", () => {
  expect(say("money", "21083337")).toBe("€210,833.37");
  expect(say("money", "500", "JPY")).toBe("¥500");
  expect(say("money", "500", "pieces")).toBe("500");
  expect(say("count", "12000")).toBe("12,000");
  expect(say("count", "many")).toBe("many");
  expect(say("flag", "yes")).toBe("Yes");
  expect(say("list", "ada@fabrikam.com;bob@contoso.com")).toBe("ada@fabrikam.com, bob@contoso.com");
});

it("knows every field once, and the tables there are", () => {
  for (const fields of Object.values(FIELDS)) {
    expect(new Set(fields.map(({ field }) => field)).size).toBe(fields.length);
  }
  expect(tabledOf("lead")).toBeUndefined();
  expect(tabledOf("channelDay")).toBe("channelDay");
  expect(firstOf([{ subject: "lead", rows: 3 }])).toBeUndefined();
  expect(
    firstOf([
      { subject: "send", rows: 3 },
      { subject: "deal", rows: 1 },
    ]),
  ).toBe("deal");
  expect(factsSearch({ text: "", page: 2 })).toEqual({});
});
