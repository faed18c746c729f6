import { toCardinal as englishCardinal } from "n2words/en-GB";
import { toCardinal as frenchCardinal } from "n2words/fr-FR";
import type { Language } from "../domain/tender.ts";
import { arabicDirhams } from "./arabic-dirhams.ts";

const MILLION = 1_000_000;

/** French puts `de` after millions and milliards alone: deux millions de dirhams. */
const french = (count: number, noun: string): string => {
  const of = count >= MILLION && count % MILLION === 0 ? "de " : "";
  return `${frenchCardinal(count)} ${of}${noun}${count < 2 ? "" : "s"}`;
};

const english = (count: number, noun: string): string =>
  `${englishCardinal(count)} ${noun}${count === 1 ? "" : "s"}`;

const joined = (centimes: number, and: string, say: (count: number, noun: string) => string): string => {
  const dirhams = Math.floor(centimes / 100);
  const rest = centimes % 100;
  if (rest === 0) return say(dirhams, "dirham");
  return dirhams === 0 ? say(rest, "centime") : `${say(dirhams, "dirham")} ${and} ${say(rest, "centime")}`;
};

/** An amount in letters, from whole centimes: 199980000 → un million neuf cent … huit cents dirhams. */
export const amountInWords = (centimes: number, language: Language): string => {
  if (language === "ar") return arabicDirhams(centimes);
  return language === "fr" ? joined(centimes, "et", french) : joined(centimes, "and", english);
};
