// What the follow-up reads.
import { useCallback, useEffect, useMemo } from "react";
import type { EntityKind } from "@/bindings/EntityKind";
import type { FollowUpPage } from "@/bindings/FollowUpPage";
import type { FollowUpQuery } from "@/bindings/FollowUpQuery";
import type { FollowUpRow } from "@/bindings/FollowUpRow";
import { call } from "@/rpc/call";
import { queryClient } from "@/rpc/client";
import * as lists from "@/rpc/lists";
import { useSpeakerId } from "@/rpc/speaker";
import { read, useCall } from "@/rpc/useCall";
import { type RowWindow, useWindow } from "@/rpc/useWindow";
import { type FollowUpSearch, queryOf } from "./search";

/** Clocks go by facts, the model, what was promised, who works when, and what was answered. */
const OF_QUEUE: readonly EntityKind[] = [
  "batch",
  "persona",
  "asset",
  "placement",
  "stage",
  "scoringModel",
  "leadAnswer",
  "routingRule",
  "agreement",
  "workspace",
  "member",
];

const MINUTE = 60_000;
/** As many as are told at once. */
const MOST = 1_000;

const rules = read("routingRule.list", {}, ["routingRule", "persona", "member"]);

export async function loadFollowUp(): Promise<void> {
  await lists.load(lists.batches, lists.personas, lists.members, rules);
}

export async function loadBrief(): Promise<void> {
  await lists.load(lists.personas, lists.members, lists.stages, lists.triggers);
}

/** Time goes on while the queue is looked at. */
function useMinutes(isRunning: boolean): void {
  useEffect(() => {
    const again = () => void queryClient.invalidateQueries({ queryKey: ["followUp.list"] });
    const timer = isRunning ? setInterval(again, MINUTE) : undefined;
    return () => clearInterval(timer);
  }, [isRunning]);
}

export function useQueue(query: FollowUpQuery): RowWindow<FollowUpRow, FollowUpPage> {
  const load = useCallback(
    (offset: number, limit: number) => call("followUp.list", { ...query, offset, limit }),
    [query],
  );
  const rows = useWindow<FollowUpRow, FollowUpPage>({ key: ["followUp.list", query], load, kinds: OF_QUEUE });
  useMinutes(rows.head?.running ?? false);
  return rows;
}

export function useFollowUpQuery({ list, owner }: FollowUpSearch): FollowUpQuery {
  const speaker = useSpeakerId();
  return useMemo(
    () => queryOf({ ...(list !== undefined && { list }), ...(owner !== undefined && { owner }) }, speaker),
    [list, owner, speaker],
  );
}

export function useRules() {
  return useCall("routingRule.list", {}, { kinds: ["routingRule", "persona", "member"] }).data ?? [];
}

/** Names by id, of members who have left too. */
export function useNames(): { personas: ReadonlyMap<string, string>; members: ReadonlyMap<string, string> } {
  const personas = lists.usePersonas();
  const members = lists.useMembers();
  return useMemo(
    () => ({
      personas: new Map(personas.map(({ id, name }) => [id, name])),
      members: new Map(members.map(({ id, name }) => [id, name])),
    }),
    [personas, members],
  );
}

/** The key of the lead so many further on in the queue; of the first where this one left it. */
export async function neighbourOf(
  query: FollowUpQuery,
  key: number,
  by: number,
): Promise<number | undefined> {
  const { rows } = await call("followUp.list", { ...query, limit: MOST });
  const at = rows.findIndex((row) => row.key === key);
  return rows[at < 0 ? 0 : at + by]?.key;
}
