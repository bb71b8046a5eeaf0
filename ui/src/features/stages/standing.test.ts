import { describe, expect, it } from "vitest";
import type { NeedStatus } from "@/bindings/NeedStatus";
import { sayStanding } from "./standing";

const standing = (status: NeedStatus | null, ...statuses: NeedStatus[]) => ({
  status,
  cells: statuses.map((one, at) => ({ personaId: String(at), status: one })),
});

describe("a need over all its cells", () => {
  it("is told in one word where all agree", () => {
    expect(sayStanding(standing("answered", "answered", "answered"))).toBe("answered");
    expect(sayStanding(standing("declined", "declined"))).toBe("declined");
  });

  it("is told by what is left to do where they differ", () => {
    expect(sayStanding(standing("open", "answered", "open", "planned", "open"))).toBe("open for 2 of 4");
    expect(sayStanding(standing("planned", "answered", "planned"))).toBe("planned for 1 of 2");
  });

  it("applies to nobody where no cell does", () => {
    expect(sayStanding(standing(null))).toBe("applies to nobody");
  });
});
