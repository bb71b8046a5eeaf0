// A long list, fetched in blocks as it comes into sight. Sorting and filtering are part of the request:
// core does them, the window only shows a range.
import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { EntityKind } from "@/bindings/EntityKind";

export interface Block<Row> {
  total: number;
  rows: readonly Row[];
}

export interface WindowOptions<Row> {
  /** Names the list and everything that changes it: command, filter, sort. */
  key: readonly unknown[];
  load: (offset: number, limit: number) => Promise<Block<Row>>;
  kinds?: readonly EntityKind[];
  blockSize?: number;
}

export interface RowWindow<Row> {
  /** null until the first block has come. */
  total: number | null;
  rowAt: (index: number) => Row | undefined;
  onRange: (first: number, last: number) => void;
}

const BLOCK = 100;

/** The blocks that hold the rows from first to last; always the first one, which knows the total. */
export function blocksOf(first: number, last: number, size: number): number[] {
  const from = Math.max(0, Math.floor(first / size));
  const to = Math.max(from, Math.floor(last / size));
  const blocks = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return from === 0 ? blocks : [0, ...blocks];
}

export function useWindow<Row>({ key, load, kinds, blockSize = BLOCK }: WindowOptions<Row>): RowWindow<Row> {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const blocks = blocksOf(range.first, range.last, blockSize);
  const answers = useQueries({
    queries: blocks.map((block) => ({
      queryKey: [...key, "block", blockSize, block],
      queryFn: () => load(block * blockSize, blockSize),
      meta: { kinds },
      placeholderData: keepPreviousData,
    })),
    combine: (results) => results.map((result) => result.data),
  });
  const loaded = useMemo(() => new Map(blocks.map((block, at) => [block, answers[at]])), [blocks, answers]);
  const rowAt = useCallback(
    (index: number) => loaded.get(Math.floor(index / blockSize))?.rows[index % blockSize],
    [loaded, blockSize],
  );
  const onRange = useCallback(
    (first: number, last: number) =>
      setRange((known) => (known.first === first && known.last === last ? known : { first, last })),
    [],
  );
  return { total: loaded.get(0)?.total ?? null, rowAt, onRange };
}
