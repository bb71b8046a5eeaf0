import { expect, test } from "vitest";
import type { QualitySettings } from "@/bindings/QualitySettings";
import { sayAge, sayFlag, sayQuality } from "./quality";
import { sayValue } from "./values";

const SETTINGS: QualitySettings = {
  rates: { person: 30, address: 22.5, company: 10 },
  guard: { emails: 1, days: 7 },
  readiness: {
    domainWhitelisted: { ok: true, checkedOn: "2026-11-02" },
    notBlacklisted: { ok: false, checkedOn: null },
    dedicatedIp: { ok: false, checkedOn: "2026-11-03" },
    privacyPolicy: { ok: false, checkedOn: null },
  },
  profile: ["email", "name", "title"],
};

test("a flag says which answer and why", () => {
  expect(sayFlag({ field: "name", reason: "keyboardRun" })).toBe("Name: keyboard run");
  expect(sayFlag({ field: "email", reason: "roleAddress" })).toBe("E-mail: role address");
});

test("ages grow from days over months to years", () => {
  expect(sayAge(1)).toBe("1 day");
  expect(sayAge(60)).toBe("60 days");
  expect(sayAge(274)).toBe("9 months");
  expect(sayAge(365)).toBe("11 months");
  expect(sayAge(1461)).toBe("4.0 years");
});

test("the history tells the settings in words, and boxes that were looked at alone", () => {
  const told = sayQuality(SETTINGS);
  expect(told[0]).toBe("Goes bad in a year: person 30%, address 22.5%, company 10%");
  expect(told[1]).toBe("At most 1 e-mail in 7 days");
  expect(told).toHaveLength(5);
  expect(told[3]).toMatch(/^Dedicated IP: no, checked on /);
  expect(told[4]).toBe("Asked: E-mail, Name, Job title");
  expect(sayValue("quality", SETTINGS, {})).toEqual(told);
});
