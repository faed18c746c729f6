import { foldText } from "./text.ts";

/** Folded words of a health authorisation (ONSSA's for food): it protects the public and shuts out nobody. */
const SANITARY: ReadonlySet<string> = new Set([
  "sanitaire",
  "sanitaires",
  "onssa",
  "hygiene",
  "sanitary",
  "صحي",
  "صحيه",
  "الصحي",
  "الصحيه",
  "اونسا",
]);

/** Does a classification that is asked mean a health authorisation? */
export const isSanitary = (text: string): boolean =>
  foldText(text)
    .split(" ")
    .some((word) => SANITARY.has(word));
