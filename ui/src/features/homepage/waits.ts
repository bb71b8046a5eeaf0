// What waits for somebody, by what their role has to do.

import type { AssetLine } from "@/bindings/AssetLine";
import type { Few } from "@/bindings/Few";
import type { Role } from "@/bindings/Role";
import type { Waits } from "@/bindings/Waits";
import { LOCALE } from "@/locale";
import { assetPlace, type Place } from "./place";

export interface Wait {
  id: string;
  title: string;
  count: number;
  place: Place;
  /** The first of them, by name. */
  named: readonly { id: string; text: string; place: Place }[];
}

/** A title for one and for several. */
type Title = readonly [one: string, many: string];

function plain(id: string, [one, many]: Title, count: number, place: Place): Wait {
  return { id, title: count === 1 ? one : many, count, place, named: [] };
}

function assets(id: string, title: Title, few: Few<AssetLine>, place: Place): Wait {
  const named = few.first.slice(0, 3).map((asset) => ({
    id: asset.id,
    text: asset.title,
    place: assetPlace(asset.id),
  }));
  return { ...plain(id, title, few.total, place), named };
}

const STAGES: Place = { to: "/stages" };
const CHECK: Place = { to: "/check" };
const DIFFER: Place = { to: "/check", search: { way: "differ" } };
const BY_DUE: Place = { to: "/assets", search: { sort: "due" } };
const LIVE: Place = { to: "/assets", search: { standing: "live" } };

const DISAGREEMENT: Title = [
  "Disagreement between marketing and sales",
  "Disagreements between marketing and sales",
];
const EXPIRING: Title = ["Asset expires within 60 days", "Assets expire within 60 days"];

const UNREAD: Title = ["Piece to read before you mention it", "Pieces to read before you mention them"];
const TO_FUND: Title = ["Planned asset at a gap to fund or not", "Planned assets at gaps to fund or not"];

/** What each role has to do, the most pressing first. */
const ROWS: Readonly<Record<Role, readonly string[]>> = {
  sales: ["checks", "differ", "unread", "mine", "musts", "decisions"],
  strategist: ["musts", "differ", "checks", "decisions", "overdue", "expiring"],
  reviewer: ["fund", "decisions", "differ", "overdue", "musts", "checks", "expiring"],
};

/** What waits for a role; nothing that counts none. */
export function waitsOf(waits: Waits, role: Role): readonly Wait[] {
  const { checks, disagreements, myOpenNeeds, openMusts, openNeeds, overdue, expiring } = waits;
  const { unread, toFund, decisions } = waits;
  const ofAll = `of ${openNeeds.toLocaleString(LOCALE)} open in all`;
  const rows = [
    plain("checks", ["Deal check to answer", "Deal checks to answer"], checks, CHECK),
    plain("differ", DISAGREEMENT, disagreements, DIFFER),
    plain("mine", ["Need of yours is open", "Needs of yours are open"], myOpenNeeds, STAGES),
    plain("musts", [`Must-need open, ${ofAll}`, `Must-needs open, ${ofAll}`], openMusts, STAGES),
    assets("unread", UNREAD, unread, { to: "/playbook" }),
    plain("fund", TO_FUND, toFund, { to: "/reviews", search: { show: "funding" } }),
    plain("decisions", ["Decision overdue", "Decisions overdue"], decisions, { to: "/reviews" }),
    assets("overdue", ["Asset overdue", "Assets overdue"], overdue, BY_DUE),
    assets("expiring", EXPIRING, expiring, LIVE),
  ];
  const wanted = ROWS[role];
  return rows
    .filter(({ id, count }) => count > 0 && wanted.includes(id))
    .sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
}
