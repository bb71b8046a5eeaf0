// What a field of an imported row says, as people read it.

import { LOCALE } from "@/locale";
import type { Clock } from "@/words/clock";
import { sayMoney } from "@/words/money";
import { capital } from "@/words/text";
import type { Holds } from "./fields";

/** "Jun 17, 2025", from epoch milliseconds or a date. */
function sayTime(text: string, clock: Clock): string {
  return /^-?\d+$/.test(text) ? clock.day(Number(text)) : text;
}

function sayCount(text: string): string {
  const count = Number(text);
  return Number.isFinite(count) ? count.toLocaleString(LOCALE) : text;
}

function sayAmount(text: string, currency: string): string {
  const minor = Number(text);
  return Number.isFinite(minor) && /^[A-Z]{3}$/.test(currency) ? sayMoney({ minor, currency }) : text;
}

/** Empty where the file says nothing of it. */
export function sayField(holds: Holds, text: string, currency: string, clock: Clock): string {
  if (text === "") {
    return "";
  }
  switch (holds) {
    case "time":
      return sayTime(text, clock);
    case "count":
      return sayCount(text);
    case "money":
      return sayAmount(text, currency);
    case "flag":
    case "word":
      return capital(text);
    case "list":
      return text.split(";").join(", ");
    case "name":
    case "text":
    case "stage":
      return text;
  }
}
