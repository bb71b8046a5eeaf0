// What was dropped or chosen, as files with their paths.
import type { DirectoryDropItem, DropItem, FileDropItem } from "react-aria-components";

export interface DroppedFile {
  /** From the folder that was dropped; a file dropped by itself has its bare name. */
  name: string;
  file: File;
}

export interface Dropped {
  /** What it is called: the file, the folder, or how many things; empty where there was no file. */
  title: string;
  files: DroppedFile[];
}

type Item =
  | Pick<FileDropItem, "kind" | "name" | "getFile">
  | Pick<DirectoryDropItem, "kind" | "name" | "getEntries">;

async function below(
  folder: Pick<DirectoryDropItem, "getEntries">,
  path: string,
  isWanted: (path: string) => boolean,
): Promise<DroppedFile[]> {
  const found: DroppedFile[] = [];
  for await (const entry of folder.getEntries()) {
    const name = `${path}${entry.name}`;
    if (entry.kind === "directory") {
      found.push(...(isWanted(`${name}/`) ? await below(entry, `${name}/`, isWanted) : []));
    } else if (isWanted(name)) {
      found.push({ name, file: await entry.getFile() });
    }
  }
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * All files that were dropped, those within folders only where their path is wanted (a folder's ends
 * in a slash); a file dropped by itself always is.
 */
export async function droppedFiles(
  items: readonly (DropItem | Item)[],
  isWanted: (path: string) => boolean,
): Promise<Dropped> {
  const files: DroppedFile[] = [];
  const names: string[] = [];
  for (const item of items) {
    if (item.kind === "file") {
      files.push({ name: item.name, file: await item.getFile() });
      names.push(item.name);
    } else if (item.kind === "directory") {
      const path = items.length === 1 ? "" : `${item.name}/`;
      files.push(...(await below(item, path, isWanted)));
      names.push(item.name);
    }
  }
  return { title: titled(names), files };
}

export function titled(names: readonly string[]): string {
  return names.length > 1 ? `${names.length} files` : (names[0] ?? "");
}
