import type { Sector } from "../../src/domain/tender.ts";

/** A label and the classifier's answer; null is "one cannot tell". */
export interface Answer {
  readonly label: Sector | null;
  readonly code: Sector | null;
}

/** How well a sector is told. An answer of null is no claim, and a miss for recall. */
export interface Figures {
  readonly right: number;
  readonly said: number;
  readonly labelled: number;
  readonly cannotTell: number;
}

export const figuresOf = (answers: readonly Answer[], sector: Sector): Figures => {
  const labelled = answers.filter(({ label }) => label === sector);
  return {
    right: labelled.filter(({ code }) => code === sector).length,
    said: answers.filter(({ code }) => code === sector).length,
    labelled: labelled.length,
    cannotTell: labelled.filter(({ code }) => code === null).length,
  };
};

/** 1 when nothing was said: nothing wrong was. */
export const precisionOf = ({ right, said }: Figures): number => (said === 0 ? 1 : right / said);
/** 1 when there was nothing to find. */
export const recallOf = ({ right, labelled }: Figures): number => (labelled === 0 ? 1 : right / labelled);

const ratio = (part: number, whole: number): string =>
  whole === 0 ? "0/0" : `${part}/${whole} = ${(part / whole).toFixed(3)}`;

/** A line of a Markdown table: precision, recall, and how many could not be told. */
export const figuresLine = (name: string, sector: Sector, figures: Figures): string => {
  const { right, said, labelled, cannotTell } = figures;
  return `| ${name} | ${sector} | ${ratio(right, said)} | ${ratio(right, labelled)} | ${cannotTell} |`;
};
