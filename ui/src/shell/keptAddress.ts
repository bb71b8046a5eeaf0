// What is kept of an address when the window closes.

/** Views of people and of what is told of them. */
const OF_PEOPLE = /^\/(?:leads|facts|follow-up)(?:[/?]|$)/u;

/** The address without whom somebody looked for: that is written down nowhere. */
export function keptAddress(address: string): string {
  const [path = "", search] = address.split("?", 2);
  if (search === undefined || !OF_PEOPLE.test(path)) {
    return address;
  }
  const rest = search.split("&").filter((part) => !part.startsWith("text="));
  return rest.length === 0 ? path : `${path}?${rest.join("&")}`;
}
