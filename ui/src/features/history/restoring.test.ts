import { expect, it } from "vitest";
import { sayRestore } from "./restoring";

it("says what comes back, what is set back and what goes", () => {
  expect(sayRestore({ made: 0, changed: 0, deleted: 3 })).toBe(
    "This brings back the 3 things it deleted. What was changed on them since is replaced. It can be undone.",
  );
  expect(sayRestore({ made: 1, changed: 0, deleted: 0 })).toBe(
    "This takes away the one thing it made. It can be undone.",
  );
  expect(sayRestore({ made: 2, changed: 1, deleted: 1 })).toBe(
    "This brings back the one thing it deleted, sets back the one thing it changed and takes away the 2 things it made. What was changed on them since is replaced. It can be undone.",
  );
});
