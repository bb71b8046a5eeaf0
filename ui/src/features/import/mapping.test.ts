import { describe, expect, it } from "vitest";
import type { MappingFields } from "@/bindings/MappingFields";
import type { ValuesPreview } from "@/bindings/ValuesPreview";
import { choiceOf, choicesFor, chosen, FIELDS, fieldOf, withChoice, withColumn, withValue } from "./mapping";

const MAPPING: MappingFields = {
  header: "name|kind|author",
  columns: { title: "Name", format: "Kind", owner: "Author" },
  mappedValues: { format: { Post: "Blog post" } },
  choices: {},
};

const FORMATS: ValuesPreview = {
  field: "format",
  column: "Kind",
  values: [],
  more: 0,
  ours: ["Blog post", "Guide"],
  open: true,
};

describe("withColumn", () => {
  it("leaves a column out, and forgets what its values were", () => {
    const left = withColumn(MAPPING, "Kind", null);
    expect(left.columns).toEqual({ title: "Name", owner: "Author" });
    expect(left.mappedValues).toEqual({});
    expect(fieldOf(left, "Kind")).toBeNull();
  });

  it("moves a field from one column to another", () => {
    const moved = withColumn(MAPPING, "Author", "format");
    expect(moved.columns).toEqual({ title: "Name", format: "Author" });
    expect(moved.mappedValues).toEqual({});
    expect(fieldOf(moved, "Kind")).toBeNull();
  });

  it("keeps what has nothing to do with it", () => {
    const moved = withColumn(MAPPING, "Author", "themes");
    expect(moved.mappedValues).toEqual({ format: { Post: "Blog post" } });
    expect(fieldOf(moved, "author")).toBe("themes");
    expect(withColumn(MAPPING, "Name", "title")).toBe(MAPPING);
  });

  it("keeps several columns that are named for stages, each by its own name", () => {
    const one = withColumn(MAPPING, "Date entered Demo", "entered");
    const two = withColumn(one, "Author", "entered");
    expect(two.columns).toEqual({
      title: "Name",
      format: "Kind",
      "entered Date entered Demo": "Date entered Demo",
      "entered Author": "Author",
    });
    expect(fieldOf(two, "Date entered Demo")).toBe("entered");
    expect(withColumn(two, "Author", "owner").columns).toEqual(withColumn(one, "Kind", "format").columns);
    expect(withColumn(one, "Date entered Demo", null).columns).toEqual(MAPPING.columns);
  });

  it("knows each field once", () => {
    expect(new Set(FIELDS).size).toBe(18);
    expect(FIELDS).toHaveLength(18);
  });
});

describe("values", () => {
  it("are set one by one", () => {
    expect(withValue(MAPPING, "format", "Deck", "Guide").mappedValues).toEqual({
      format: { Post: "Blog post", Deck: "Guide" },
    });
    expect(withValue(MAPPING, "status", "Live", "").mappedValues.status).toEqual({ Live: "" });
  });

  it("become one of ours, a new one, or nothing", () => {
    expect(choicesFor(FORMATS, "slide deck", "").map(({ label }) => label)).toEqual([
      "Leave out",
      "Blog post",
      "Guide",
      "New format “Slide deck”",
    ]);
    expect(choicesFor({ ...FORMATS, open: false }, "slide deck", "")).toHaveLength(3);
    expect(choicesFor(FORMATS, "guide", "Guide")).toHaveLength(3);
  });

  it("come back as they were chosen", () => {
    for (const ours of ["", "Guide", "Slide deck"]) {
      expect(chosen(choiceOf(FORMATS, ours))).toBe(ours);
    }
    expect(chosen(choiceOf(FORMATS, "guide"))).toBe("Guide");
  });
});

it("answers a question", () => {
  expect(withChoice(MAPPING, "dateOrder", "dayFirst").choices).toEqual({ dateOrder: "dayFirst" });
});
