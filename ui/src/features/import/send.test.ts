import { describe, expect, it } from "vitest";
import type { Piece } from "@/bindings/Piece";
import { PIECE_BYTES, sendFiles, toBase64 } from "./send";

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

describe("toBase64", () => {
  it("writes what the standard's examples say", () => {
    const written = ["", "f", "fo", "foo", "foobar"].map((text) => toBase64(new TextEncoder().encode(text)));
    expect(written).toEqual(["", "Zg==", "Zm8=", "Zm9v", "Zm9vYmFy"]);
  });

  it("keeps every byte of a long piece", () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256);
    expect(bytesOf(toBase64(bytes))).toEqual(bytes);
  });
});

describe("sendFiles", () => {
  async function sent(files: { name: string; file: Blob }[], wanted = Number.POSITIVE_INFINITY) {
    const pieces: Piece[] = [];
    const parts: number[] = [];
    await sendFiles(files, {
      send: async (piece) => void pieces.push(piece),
      onSent: (part) => void parts.push(part),
      isWanted: () => pieces.length < wanted,
    });
    return { pieces, parts };
  }

  it("cuts a long file into pieces of its name, and says how far it is", async () => {
    const bytes = new Uint8Array(PIECE_BYTES * 2 + 1).fill(7);
    const { pieces, parts } = await sent([{ name: "list.csv", file: new Blob([bytes]) }]);
    expect(pieces.map(({ name }) => name)).toEqual(["list.csv", "list.csv", "list.csv"]);
    expect(pieces.map((piece) => bytesOf(piece.bytes).length)).toEqual([PIECE_BYTES, PIECE_BYTES, 1]);
    expect(pieces[0]?.bytes.length).toBe(256 * 1024);
    expect(parts.at(-1)).toBe(1);
  });

  it("sends several files in their order, an empty one too", async () => {
    const { pieces } = await sent([
      { name: "a/one.md", file: new Blob(["1"]) },
      { name: "a/none.md", file: new Blob([]) },
      { name: "two.md", file: new Blob(["22"]) },
    ]);
    expect(pieces).toEqual([
      { name: "a/one.md", bytes: "MQ==" },
      { name: "a/none.md", bytes: "" },
      { name: "two.md", bytes: "MjI=" },
    ]);
  });

  it("stops once it is no longer wanted", async () => {
    const bytes = new Uint8Array(PIECE_BYTES * 3);
    expect((await sent([{ name: "list.csv", file: new Blob([bytes]) }], 1)).pieces).toHaveLength(1);
  });
});
