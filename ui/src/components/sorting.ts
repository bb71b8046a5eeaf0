/** The list with one thing taken out and put back so that it stands at `to`. */
export function moved(ids: readonly string[], id: string, to: number): string[] {
  const rest = ids.filter((other) => other !== id);
  return rest.length === ids.length ? [...ids] : [...rest.slice(0, to), id, ...rest.slice(to)];
}
