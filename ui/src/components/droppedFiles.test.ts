import { expect, it } from "vitest";
import { droppedFiles } from "./droppedFiles";

const file = (name: string) => ({
  kind: "file" as const,
  name,
  getFile: async () => new File([name], name),
});

function folder(name: string, entries: readonly object[]) {
  return {
    kind: "directory" as const,
    name,
    getEntries: async function* () {
      yield* entries;
    } as never,
  };
}

const isWanted = (path: string) => (path.endsWith("/") ? path !== "skipped/" : path.endsWith(".md"));

it("takes a file as it is", async () => {
  const { title, files } = await droppedFiles([file("list.csv")], isWanted);
  expect([title, files.map(({ name }) => name)]).toEqual(["list.csv", ["list.csv"]]);
});

it("walks a folder, with paths from there, leaving out what is not wanted", async () => {
  const site = folder("site", [
    folder("skipped", [file("no.md")]),
    folder("blog", [file("b.md"), file("picture.png"), folder("2024", [file("c.md")])]),
    file("a.md"),
  ]);
  const { title, files } = await droppedFiles([site], isWanted);
  expect(title).toBe("site");
  expect(files.map(({ name }) => name)).toEqual(["a.md", "blog/2024/c.md", "blog/b.md"]);
});

it("keeps folders apart where several things were dropped", async () => {
  const { title, files } = await droppedFiles([folder("one", [file("a.md")]), file("b.md")], isWanted);
  expect([title, files.map(({ name }) => name)]).toEqual(["2 files", ["one/a.md", "b.md"]]);
});
