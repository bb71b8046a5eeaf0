// The part of the contract the frame itself speaks.

export type EntityKind = string;

export interface Changes {
  revision: number;
  kinds: EntityKind[];
  rows: { kind: EntityKind; id: string; deleted: boolean }[];
  undo: string | null;
  redo: string | null;
}

export interface Outcome<T> {
  value: T;
  changes: Changes;
}

export interface WorkspaceSummary {
  id: string;
  name: string;
  readOnly: boolean;
  undo: string | null;
  redo: string | null;
}

export interface Member {
  id: string;
  name: string;
  role: "strategist" | "reviewer" | "sales";
}

export interface Journey {
  id: string;
  name: string;
}

type Nothing = Record<string, never>;

export interface Rpc {
  "workspace.current": [Nothing, WorkspaceSummary];
  "member.list": [Nothing, Member[]];
  "journey.list": [Nothing, Journey[]];
  "plan.undo": [Nothing, Outcome<null>];
  "plan.redo": [Nothing, Outcome<null>];
}
