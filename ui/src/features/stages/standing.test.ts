import { describe, expect, it } from "vitest";
import type { NeedStatus } from "@/bindings/NeedStatus";
import { summarise } from "./standing";

const cells = (...statuses: NeedStatus[]) =>
  statuses.map((status, at) => ({ personaId: String(at), status }));

describe("a need over all its cells", () => {
  it("is told in one word where all agree", () => {
    expect(summarise(cells("answered", "answered"))).toEqual({ status: "answered", text: "answered" });
    expect(summarise(cells("declined"))).toEqual({ status: "declined", text: "declined" });
  });

  it("is told by what is left to do where they differ", () => {
    expect(summarise(cells("answered", "open", "planned", "open"))).toEqual({
      status: "open",
      text: "open for 2 of 4",
    });
    expect(summarise(cells("answered", "planned")).text).toBe("planned for 1 of 2");
  });

  it("applies to nobody where no cell does", () => {
    expect(summarise([])).toEqual({ status: null, text: "applies to nobody" });
  });
});
