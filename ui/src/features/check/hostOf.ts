/** "example.com" of an address, without "www."; the name of a file as it is. */
export function hostOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null || parsed.host === "" ? url : parsed.host.replace(/^www\./, "");
}
