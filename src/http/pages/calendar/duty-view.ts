import type { Duty } from "../../../domain/duties.ts";
import { formatDate } from "../../../domain/format-date.ts";
import { formatAmount, formatNumber, isolateFormula } from "../../../domain/format.ts";
import type { Page } from "../page.ts";
import { basisWords } from "../result/law-words.ts";
import type { Service } from "../../service.ts";
import { plural } from "../plural.ts";
import { fill } from "../fill.ts";

/** A duty as the page shows it. */
export interface DutyView {
  readonly what: string;
  readonly part: string | null;
  readonly due: string;
  readonly state: Duty["state"];
  readonly stateWords: string;
  readonly amount: string | null;
  readonly reckoned: string | null;
  readonly basis: string;
}

const stateWords = ({ state, days, doneOn }: Duty, { words, language }: Page): string => {
  const done = doneOn === null ? "" : formatDate(doneOn, language);
  const counted = days === null ? "" : plural(words, "days", days, language);
  return fill(words[`state_${state}`], { done, days: counted });
};

const dueWords = ({ due, isFirstDay }: Duty, { words, language }: Page): string =>
  due === null
    ? (words["dueUnknown"] ?? "")
    : fill(words[isFirstDay ? "notBefore" : "by"], { day: formatDate(due, language) });

const RLI = "\u2067";
const PDI = "\u2069";

/** `3 février 2026 + 15`: runs from left to right, each day in its own direction. */
const reckonedWords = ({ reckoned }: Duty, { language }: Page): string | null => {
  if (reckoned === null) return null;
  const day = formatDate(reckoned.from, language);
  const from = language === "ar" ? `${RLI}${day}${PDI}` : day;
  const sum = `${from} ${reckoned.days < 0 ? "−" : "+"} ${formatNumber(Math.abs(reckoned.days), language)}`;
  return isolateFormula(sum, language);
};

/** A duty in words, with how its day is reckoned and by which article. */
export const dutyView = (duty: Duty, service: Service, page: Page): DutyView => ({
  what: page.words[`duty_${duty.id}`] ?? duty.id,
  part:
    duty.part === undefined
      ? null
      : fill(page.words[duty.id === "pay" || duty.id === "order" ? "paymentNumber" : "lot"], {
          lot: duty.part,
        }),
  due: dueWords(duty, page),
  state: duty.state,
  stateWords: stateWords(duty, page),
  amount: duty.centimes === null ? null : formatAmount(duty.centimes, page.language),
  reckoned: reckonedWords(duty, page),
  basis: basisWords(duty.basis, service.rulebook, page.language, page.words, true),
});
