// What was measured of content at a stage, in words.

import type { Effect } from "@/bindings/Effect";
import { LOCALE } from "@/locale";
import { sayShare } from "./shares";

/** "+28 points" of a difference of shares. */
export function sayPoints(difference: number): string {
  const points = Math.round(difference * 100);
  const sign = points > 0 ? "+" : points < 0 ? "−" : "±";
  return `${sign}${Math.abs(points)} ${Math.abs(points) === 1 ? "point" : "points"}`;
}

/** What it says in short. */
export function sayEffect({ difference }: Effect): string {
  return difference === null ? "No data" : sayPoints(difference);
}

const shareOf = ({ n, advanced }: Effect["with"]) => sayShare(n === 0 ? null : advanced / n);

/** "80% of 30 visits with it went on, 52% of 50 without". */
export function saySides({ with: touched, without }: Effect): string {
  if (touched.n === 0) {
    return `Nobody touched it in time; ${without.n.toLocaleString(LOCALE)} visits without it`;
  }
  const others =
    without.n === 0 ? "none without" : `${shareOf(without)} of ${without.n.toLocaleString(LOCALE)} without`;
  return `${shareOf(touched)} of ${touched.n.toLocaleString(LOCALE)} visits with it went on, ${others}`;
}

/** How sure that is. */
export function sayCertainty({ interval, couldBeLuck }: Effect): string | null {
  if (interval === null) {
    return null;
  }
  const [low, high] = interval.map(sayPoints);
  const between = `${low} to ${high}`;
  return couldBeLuck ? `Could be luck: ${between}` : `With 95% certainty ${between}`;
}
