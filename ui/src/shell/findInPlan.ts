// The palette's search over everything in the plan.
import {
  Blocks,
  CalendarRange,
  CircleHelp,
  type LucideIcon,
  SquareStack,
  User,
  UsersRound,
  Zap,
} from "lucide-react";
import { addressOf } from "@/actions/addressOf";
import type { Found } from "@/actions/search";
import type { EntityKind } from "@/bindings/EntityKind";
import { call } from "@/rpc/call";
import { sayKinds } from "@/words/edits";

const LIMIT = 20;

const ICONS: Readonly<Partial<Record<EntityKind, LucideIcon>>> = {
  asset: SquareStack,
  persona: UsersRound,
  trigger: Zap,
  stage: Blocks,
  need: CircleHelp,
  journey: CalendarRange,
  member: User,
};

export async function findInPlan(text: string): Promise<readonly Found[]> {
  const hits = await call("search", { text, limit: LIMIT });
  return hits.flatMap(({ kind, id, title, place }) => {
    const address = addressOf(kind, id);
    const icon = ICONS[kind];
    return address === null
      ? []
      : [
          {
            id,
            label: title,
            group: sayKinds(kind),
            detail: place,
            run: ({ go }) => go(address),
            ...(icon && { icon }),
          },
        ];
  });
}
