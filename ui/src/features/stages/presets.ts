/** The name itself, or with the first number that makes it free. */
export function freeName(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map((other) => other.toLocaleLowerCase()));
  let free = name;
  for (let count = 2; known.has(free.toLocaleLowerCase()); count += 1) {
    free = `${name} ${count}`;
  }
  return free;
}
