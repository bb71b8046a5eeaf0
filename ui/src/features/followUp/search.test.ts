import { describe, expect, it } from "vitest";
import { followUpSearch, queryOf } from "./search";

describe("the address of the follow-up", () => {
  it("names a part of the queue that there is, other than the first", () => {
    expect(followUpSearch({ list: "turnedBack", owner: "me" })).toEqual({ list: "turnedBack", owner: "me" });
    expect(followUpSearch({ list: "toAnswer" })).toEqual({});
    expect(followUpSearch({ list: "elsewhere", owner: 3 })).toEqual({});
  });

  it("asks for everybody's leads, mine, nobody's or those of one", () => {
    expect(queryOf({}, "a")).toEqual({ list: "toAnswer" });
    expect(queryOf({ owner: "me", list: "toCall" }, "a")).toEqual({ list: "toCall", ownerId: "a" });
    expect(queryOf({ owner: "me" }, null)).toEqual({ list: "toAnswer", unassigned: true });
    expect(queryOf({ owner: "none" }, "a")).toEqual({ list: "toAnswer", unassigned: true });
    expect(queryOf({ owner: "b" }, "a")).toEqual({ list: "toAnswer", ownerId: "b" });
  });
});
