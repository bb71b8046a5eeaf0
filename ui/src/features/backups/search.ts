export interface BackupsSearch {
  /** The backup whose rail is open. */
  backup?: string;
}

export function backupsSearch(search: Record<string, unknown>): BackupsSearch {
  return typeof search.backup === "string" && search.backup !== "" ? { backup: search.backup } : {};
}
