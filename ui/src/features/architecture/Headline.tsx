import type { Map as CoverageMap } from "@/bindings/Map";
import { LOCALE } from "@/locale";
import { percent } from "./grid/heads";

/** "Coverage 46 · 10 of 34 cells covered · 12 have nothing live". */
export function Headline({ map }: { map: CoverageMap }) {
  const { covered, applicable, nothingLive } = map.score;
  const value = percent(map.score);
  return (
    <>
      Coverage <strong>{value === null ? "no score" : Math.round(value)}</strong>
      {" · "}
      <strong>{covered.toLocaleString(LOCALE)}</strong> of {applicable.toLocaleString(LOCALE)} cells covered
      {" · "}
      <strong>{nothingLive.toLocaleString(LOCALE)}</strong> {nothingLive === 1 ? "has" : "have"} nothing live
    </>
  );
}
