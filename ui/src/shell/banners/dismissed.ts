// Warnings that somebody has read, by workspace.

const STORE = "throughline.shared-known";

function known(): readonly string[] {
  return (localStorage.getItem(STORE) ?? "").split("\n").filter((path) => path !== "");
}

export function isDismissed(path: string): boolean {
  return known().includes(path);
}

export function rememberDismissed(path: string): void {
  localStorage.setItem(STORE, [...new Set([...known(), path])].join("\n"));
}
