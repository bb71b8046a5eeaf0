// The part of the contract the frame itself speaks.

export type EntityKind =
  | "workspace"
  | "member"
  | "persona"
  | "interview"
  | "insight"
  | "trigger"
  | "journey"
  | "stage"
  | "format"
  | "asset"
  | "placement"
  | "verdict"
  | "exclusion"
  | "need"
  | "mapping";

export interface Done {
  seq: number;
  verb: string;
  kind: EntityKind | null;
  subject: string;
  size: number;
  memberId: string | null;
  at: number;
}

export interface Changes {
  revision: number;
  kinds: EntityKind[];
  rows: { kind: EntityKind; id: string; deleted: boolean }[];
  undo: Done | null;
  redo: Done | null;
}

export interface Outcome<T> {
  value: T;
  changes: Changes;
}

export interface Member {
  id: string;
  name: string;
  email: string;
  role: "strategist" | "reviewer" | "sales";
  former: boolean;
}

export interface Journey {
  id: string;
  name: string;
}

export interface Location {
  path: string;
  name: string;
  folder: string;
}

export interface OpenWorkspace {
  location: Location;
  workspace: { id: string; name: string };
  members: Member[];
  readOnly: boolean;
  undo: Done | null;
  redo: Done | null;
  size: { personas: number; stages: number; assets: number; placements: number };
}

export interface Session {
  open: OpenWorkspace | null;
  recent: Location[];
  userName: string;
  folder: string;
  version: string;
}

export interface Hit {
  kind: EntityKind;
  id: string;
  title: string;
  place: string;
}

type Nothing = Record<string, never>;

export interface Rpc {
  "session.get": [Nothing, Session];
  search: [{ text: string; limit?: number }, Hit[]];
  "check.questions": [{ limit?: number }, { total: number }];
  "journey.list": [Nothing, Journey[]];
  "file.open": [Nothing, Session];
  "plan.undo": [Nothing, Outcome<Done>];
  "plan.redo": [Nothing, Outcome<Done>];
}
