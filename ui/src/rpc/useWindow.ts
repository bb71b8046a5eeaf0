// A long list, fetched in blocks as it comes into sight. Sorting and filtering are part of the request:
// core does them, the window only shows a range.
import { hashKey, useQueries } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { EntityKind } from "@/bindings/EntityKind";

export interface Block<Row> {
  total: number;
  rows: readonly Row[];
}

export interface WindowOptions<B> {
  /** Names the list and everything that changes it: command, filter, sort. */
  key: readonly unknown[];
  load: (offset: number, limit: number) => Promise<B>;
  kinds?: readonly EntityKind[];
  blockSize?: number;
}

export interface RowWindow<Row, B> {
  /** null until the first block has come. */
  total: number | null;
  /** The first block, with whatever core says of the whole list. */
  head: B | undefined;
  /** What is on show is still the list before this one. */
  isBehind: boolean;
  rowAt: (index: number) => Row | undefined;
  onRange: (first: number, last: number) => void;
  /** For rows in sight that do not follow each other: every index that is needed. */
  onIndexes: (indexes: readonly number[]) => void;
}

const BLOCK = 100;

/** The blocks that hold these rows; always the first one, which knows the total. */
export function blocksOf(indexes: readonly number[], size: number): number[] {
  const blocks = new Set([0, ...indexes.map((index) => Math.max(0, Math.floor(index / size)))]);
  return [...blocks].sort((a, b) => a - b);
}

function indexesFrom(first: number, last: number, step: number): number[] {
  const count = Math.max(1, Math.ceil((last - first + 1) / step));
  return [...Array.from({ length: count }, (_, at) => first + at * step), Math.max(first, last)];
}

interface Loaded<B> {
  list: string;
  blocks: ReadonlyMap<number, B | undefined>;
}

/** While another list is on its way the last one stays on show; blocks of two lists never mix. */
function useKept<B>(loaded: Loaded<B>): Loaded<B> {
  const [kept, setKept] = useState(loaded);
  const isReady = loaded.blocks.get(0) !== undefined;
  if (isReady && kept !== loaded) {
    setKept(loaded);
  }
  return isReady ? loaded : kept;
}

export function useWindow<Row, B extends Block<Row> = Block<Row>>(
  options: WindowOptions<B>,
): RowWindow<Row, B> {
  const { key, load, kinds, blockSize = BLOCK } = options;
  const [wanted, setWanted] = useState<readonly number[]>([0]);
  const list = hashKey(key);
  const answers = useQueries({
    queries: wanted.map((block) => ({
      queryKey: [...key, "block", blockSize, block],
      queryFn: () => load(block * blockSize, blockSize),
      meta: { kinds },
    })),
    combine: (results) => results.map((result) => result.data),
  });
  const loaded = useMemo(
    () => ({ list, blocks: new Map(wanted.map((block, at) => [block, answers[at]])) }),
    [list, wanted, answers],
  );
  const { blocks, list: shown } = useKept(loaded);
  const rowAt = useCallback(
    (index: number) => blocks.get(Math.floor(index / blockSize))?.rows[index % blockSize],
    [blocks, blockSize],
  );
  const onIndexes = useCallback(
    (indexes: readonly number[]) => {
      const next = blocksOf(indexes, blockSize);
      setWanted((known) => (known.join() === next.join() ? known : next));
    },
    [blockSize],
  );
  const onRange = useCallback(
    (first: number, last: number) => onIndexes(indexesFrom(first, last, blockSize)),
    [onIndexes, blockSize],
  );
  const head = blocks.get(0);
  return { total: head?.total ?? null, head, isBehind: shown !== list, rowAt, onRange, onIndexes };
}
