// The parameters of an address: what is taken from one, and one with a change made.

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value);
}

/** What is set of some parameters. */
export function setOf<T extends object>(params: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  const set = Object.entries(params).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as Partial<T>;
}

/** An address with a change made: what is undefined is taken out, and what belongs to others stays. */
export function searchOver(
  old: Readonly<Record<string, unknown>>,
  part: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return setOf({ ...old, ...part });
}

/** How an address is checked: what a view does not know, or has no such value for, is not handed on. `shared` = what all
 * views know. */
export function checkedBy<S extends object>(
  check: (search: Record<string, unknown>) => S,
  shared: readonly string[],
): (search: Record<string, unknown>) => S {
  return (search) => {
    const known = check(search);
    const unknown = Object.keys(search).filter((name) => !(name in known) && !shared.includes(name));
    return { ...Object.fromEntries(unknown.map((name) => [name, undefined])), ...known };
  };
}
