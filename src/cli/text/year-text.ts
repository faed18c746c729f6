import type { JudgedYear, ReserveFigure } from "../../domain/assess-year.ts";
import { formatAmount, formatShare } from "../../domain/format.ts";
import type { Language, LocalText } from "../../domain/tender.ts";
import { type CliWords, fill } from "./cli-words.ts";
import { type FindingsInput, findingsText, pick } from "./findings-text.ts";

export interface YearTextInput extends Omit<FindingsInput, "judged"> {
  readonly judged: JudgedYear;
  readonly buyer: LocalText;
}

interface Between {
  readonly low: number;
  readonly high: number;
}

const between = ({ low, high }: Between, print: (value: number) => string): string =>
  low === high ? print(low) : `${print(low)} – ${print(high)}`;

const figureLines = (
  title: string,
  figure: ReserveFigure | null,
  words: CliWords,
  language: Language,
): readonly string[] => {
  if (figure === null) return [`${title}${words["colon"]}${words["undetermined"]}`];
  const amount = (value: number): string => formatAmount(Math.round(value * 100), language);
  const share = between(figure.share, (value) => formatShare(value, language));
  const gap = between(figure.gap, amount);
  const sums = `${between(figure.reserved, amount)} ÷ ${amount(figure.forecast)}`;
  return [`${title}${words["colon"]}${share}  (${sums})`, `  ${fill(words["gap"] ?? "", { gap })}`];
};

/** A buyer's year as a person wants to read it in a terminal: the reserve in both readings, then the findings. */
export const yearText = (input: YearTextInput): string => {
  const { judged, buyer, words, language, style } = input;
  const { withoutPurchaseOrders, withPurchaseOrders } = judged.reserve;
  const head = [
    style.bold(`${judged.year} — ${pick(buyer, language)}`),
    ...figureLines(words["reserve"] ?? "", withoutPurchaseOrders, words, language),
    ...figureLines(words["reserveWithOrders"] ?? "", withPurchaseOrders, words, language),
  ].join("\n");
  return [head, ...findingsText(input)].join("\n\n");
};
