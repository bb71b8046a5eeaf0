// The questions on maturity and what the workspace knows of them, in words.

import type { Dimension } from "@/bindings/Dimension";
import type { Known } from "@/bindings/Known";
import type { KnownFact } from "@/bindings/KnownFact";
import type { MaturityQuestion } from "@/bindings/MaturityQuestion";
import { LOCALE } from "@/locale";

export const DIMENSIONS: readonly Dimension[] = [
  "people",
  "process",
  "insight and content",
  "technology and data",
];

export const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  people: "People",
  process: "Process",
  "insight and content": "Buyer insight and content",
  "technology and data": "Technology and data",
};

export const LEVELS = [0, 1, 2, 3, 4] as const;

export const LEVEL_WORDS: Readonly<Record<number, string>> = {
  0: "nothing of it",
  1: "begun",
  2: "half of it",
  3: "most of it",
  4: "all of it",
};

export const QUESTION_WORDS: Readonly<Record<MaturityQuestion, string>> = {
  together: "Marketing and sales work together, and meet at least every quarter",
  roles: "Roles are defined: who decides, who does, who is asked",
  agreement: "There is a clear agreement on service levels between marketing and sales",
  "follow-up": "Qualified leads are followed up within 48 hours",
  structure: "The structure of the organisation helps rather than hurts",
  "qualified lead": "Both sides share one definition of a qualified lead",
  "mapped lead": "The definition is mapped to an ideal customer profile or a persona",
  "lead to revenue": "The process from lead to revenue is documented",
  routing: "Rules route leads to whoever follows up, in time",
  metrics: "There is one set of metrics, with agreed conversion stages",
  "revenue target": "Marketing has a target for its share of the revenue",
  obstacles: "Obstacles are known, and somebody takes them away",
  "buying process": "The buying process and the dialogue with buyers are mapped",
  offers: "There are offers for every stage",
  multichannel: "Many channels are used, in and out",
  "channel mix": "The mix of channels fits the buyers",
  nurture: "Nurture is a part of the whole, not a side show",
  "sales in strategy": "Sales has a part in the content strategy",
  "all business": "New business, cross-sell and retention are all served",
  "closed loop": "The loop from revenue back to its source is closed",
  systems: "The systems are the right ones, and in use",
  "other systems": "What else is in use is known, and connected where it should be",
  dashboards: "The dashboards are right, and looked at",
};

const KNOWN_WORDS: Readonly<Record<Known, string>> = {
  "answered by both": "placements answered by both sides",
  agreed: "of those both have answered, agreed on",
  "assets with owner": "assets with somebody in charge",
  "lead stages defined": "lead stages that say when a lead may leave them",
  "personas matched": "personas with job titles by which leads are matched",
  "stages defined": "stages that say when a deal may leave them",
  "process validated": "personas whose purchase process an interview has validated",
  "buyer answered": "questions and objections of buyers answered",
  "cells covered": "cells covered",
  outbound: "live assets that are sent out",
  inbound: "live assets that can be come upon",
  "both ways": "personas reached both in and out",
  "nurture covered": "cells of Nurture covered",
  "answered by sales": "placements that sales has answered",
  "needs by sales": "needs that sales has entered",
  "journeys served": "of new business, cross-sell and retention, with a covered cell",
};

/** "10 of 34 cells covered"; where there is nothing to count, that is said. */
export function sayKnown({ known, count, of }: KnownFact): string {
  if (of === 0) {
    return `No ${KNOWN_WORDS[known]}: there are none yet`;
  }
  return `${count.toLocaleString(LOCALE)} of ${of.toLocaleString(LOCALE)} ${KNOWN_WORDS[known]}`;
}

/** "2.4", or "not rated". */
export function sayLevel(level: number | null): string {
  return level === null
    ? "not rated"
    : level.toLocaleString(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
