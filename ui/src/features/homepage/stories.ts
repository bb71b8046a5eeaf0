// The news as stories: a sentence each, and the things it is about.

import type { AnswerCount } from "@/bindings/AnswerCount";
import type { AssetLine } from "@/bindings/AssetLine";
import type { CellTurn } from "@/bindings/CellTurn";
import type { Few } from "@/bindings/Few";
import type { NeedLine } from "@/bindings/NeedLine";
import type { NeedNews } from "@/bindings/NeedNews";
import type { News } from "@/bindings/News";
import type { ProgrammeNews } from "@/bindings/ProgrammeNews";
import type { Role } from "@/bindings/Role";
import type { State } from "@/bindings/State";
import type { SignName } from "@/components/Sign";
import { LOCALE } from "@/locale";
import { sayCount } from "@/words/edits";
import { SIDE_WORDS, STATE_WORDS } from "@/words/plan";
import { assetPlace, cellPlace, needPlace, type Place, programmePlace } from "./place";
import type { Names } from "./queries";

export interface StoryItem {
  id: string;
  text: string;
  /** What is said of it, quietly. */
  note: string;
  place: Place;
  /** The state it is in now, where it is a cell. */
  state?: State;
}

export interface Story {
  id: string;
  sign: SignName;
  title: string;
  items: readonly StoryItem[];
  /** How many more there are than are named. */
  more: number;
}

type Told = Omit<Story, "more">;

function titles(assets: readonly AssetLine[]): string {
  return assets.map(({ title }) => title).join(", ");
}

const FATES: readonly {
  fate: keyof NeedNews;
  sentence: (count: number) => string;
  word: string;
  note: (need: NeedLine) => string;
}[] = [
  {
    fate: "answered",
    sentence: (n) => `${n === 1 ? "was" : "were"} answered`,
    word: "answered",
    note: ({ answers }) => `Answered by ${titles(answers)}`,
  },
  {
    fate: "planned",
    sentence: (n) => `${n === 1 ? "has" : "have"} an answer planned`,
    word: "planned",
    note: ({ answers }) => `Planned: ${titles(answers)}`,
  },
  {
    fate: "declined",
    sentence: (n) => `${n === 1 ? "was" : "were"} declined`,
    word: "declined",
    note: ({ declined }) => `Declined: ${declined ?? ""}`,
  },
  {
    fate: "reopened",
    sentence: (n) => `${n === 1 ? "is" : "are"} open again`,
    word: "open again",
    note: () => "Open again: nothing live answers it",
  },
];

function lineOf(need: NeedLine, note: string): StoryItem {
  return { id: need.needId, text: need.text, note, place: needPlace(need.needId) };
}

/** "3 of your needs were answered, 1 declined". */
function ofMyNeeds(news: NeedNews): Told | null {
  const fates = FATES.filter(({ fate }) => news[fate].length > 0);
  const [first, ...rest] = fates;
  if (first === undefined) {
    return null;
  }
  const count = news[first.fate].length;
  const begin = `${count} of your needs ${first.sentence(count)}`;
  const title = [begin, ...rest.map(({ fate, word }) => `${news[fate].length} ${word}`)].join(", ");
  const items = fates.flatMap(({ fate, note }) => news[fate].map((need) => lineOf(need, note(need))));
  return { id: "needs", sign: "flag", title, items };
}

function ofNewNeeds(needs: Few<NeedLine>, names: Names): Story | null {
  const where = (need: NeedLine) => `${names.persona(need.personaId)} at ${names.stage(need.stageId)}`;
  const author = (need: NeedLine) => (need.authorId === null ? "" : `, ${names.member(need.authorId)}`);
  const items = needs.first.map((need) => lineOf(need, `${where(need)}${author(need)}`));
  return few("asked", "flag", `${sayCount("need", needs.total)} came in`, needs, items);
}

function few<T>(id: string, sign: SignName, title: string, of: Few<T>, items: StoryItem[]): Story | null {
  return of.total === 0 ? null : { id, sign, title, items, more: of.total - items.length };
}

const ANSWERED = ["yes", "partly", "no", "unsure"] as const;

/** "Sales answered 12 deal checks: 8 yes, 1 partly, 3 no". */
function sayAnswers(count: AnswerCount): string {
  const given = ANSWERED.filter((answer) => count[answer] > 0);
  const total = given.reduce((sum, answer) => sum + count[answer], 0);
  const checks = total === 1 ? "1 deal check" : `${total.toLocaleString(LOCALE)} deal checks`;
  const parts = given.map((answer) => `${count[answer].toLocaleString(LOCALE)} ${answer}`);
  return `${SIDE_WORDS[count.side]} answered ${checks}: ${parts.join(", ")}`;
}

function ofAnswers({ answers, disagreements }: News): Told | null {
  if (answers.length === 0) {
    return null;
  }
  const differ = {
    id: "differ",
    text:
      disagreements === 1
        ? "1 new disagreement"
        : `${disagreements.toLocaleString(LOCALE)} new disagreements`,
    note: "Marketing and sales say different things",
    place: { to: "/check", search: { way: "differ" } },
  };
  const title = answers.map(sayAnswers).join(". ");
  return { id: "answers", sign: "check", title, items: disagreements > 0 ? [differ] : [] };
}

function ofCells({ total, better, worse, first }: News["cells"], names: Names): Story | null {
  const item = ({ personaId, stageId, before, after }: CellTurn): StoryItem => ({
    id: `${personaId} ${stageId}`,
    text: `${names.persona(personaId)} at ${names.stage(stageId)}`,
    note: `${STATE_WORDS[before]} → ${STATE_WORDS[after]}`,
    place: cellPlace(personaId, stageId, names.journey(stageId)),
    state: after,
  });
  const turns = [better > 0 && `${better} for the better`, worse > 0 && `${worse} for the worse`];
  const said = turns.filter((turn) => turn !== false).join(", ");
  const cells = total === 1 ? "1 cell changed" : `${total.toLocaleString(LOCALE)} cells changed`;
  const title = said === "" ? cells : `${cells}, ${said}`;
  return few("cells", "half", title, { total, first }, first.map(item));
}

function ofAssets(id: string, sign: SignName, assets: Few<AssetLine>, verb: string): Story | null {
  const items = assets.first.map((asset) => ({
    id: asset.id,
    text: asset.title,
    note: "",
    place: assetPlace(asset.id),
  }));
  return few(id, sign, `${sayCount("asset", assets.total)} ${verb}`, assets, items);
}

/** How many programmes are named. */
const NAMED = 5;

/** "2 programmes changed": what each of them says, the latest first. */
function ofProgrammes(programmes: readonly ProgrammeNews[]): Story | null {
  const items = programmes.slice(0, NAMED).map(({ programmeId, name, notes, forSales }) => ({
    id: programmeId,
    text: name,
    note: notes[0]?.text ?? `Sales must know: ${forSales}`,
    place: programmePlace(programmeId),
  }));
  const title = `${sayCount("programme", programmes.length)} changed`;
  return few("programmes", "flag", title, { total: programmes.length, first: items }, items);
}

/** What each role wants to hear first. */
const ORDER: Readonly<Record<Role, readonly string[]>> = {
  sales: ["needs", "programmes", "published", "answers", "cells", "asked", "stale"],
  strategist: ["asked", "answers", "cells", "stale", "published", "programmes", "needs"],
  reviewer: ["cells", "answers", "programmes", "published", "stale", "asked", "needs"],
};

/** The stories for a role, in the order in which it wants to hear them. */
export function storiesOf(news: News, role: Role, names: Names): readonly Story[] {
  const whole = (told: Told | null): Story | null => told && { ...told, more: 0 };
  const all = [
    whole(ofMyNeeds(news.myNeeds)),
    ofNewNeeds(news.newNeeds, names),
    whole(ofAnswers(news)),
    ofCells(news.cells, names),
    ofAssets("published", "pen", news.published, "came out"),
    ofProgrammes(news.programmes),
    ofAssets("stale", "clock", news.stale, "went past their shelf life"),
  ];
  const told = all.filter((story) => story !== null);
  return told.sort((a, b) => ORDER[role].indexOf(a.id) - ORDER[role].indexOf(b.id));
}
