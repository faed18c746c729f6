import { formatAmount } from "../../../domain/format.ts";
import { reasonOf } from "../../../intake/table/cell-problem.ts";
import { SHAPES } from "../../../intake/table/shapes.ts";
import type { Page } from "../page.ts";
import { plural } from "../plural.ts";
import type { ReadSheet } from "../../../uploads/year-sheet.ts";

const MOST_TOLD = 50;

/** What the import asks to confirm: each column and its field, the sum, and each cell that could not be read. */
export const sheetView = (
  { sheet, columns, problems, count, centimes }: ReadSheet,
  { words, language }: Page,
) => ({
  shape: sheet.shape,
  shapeName: words[sheet.shape] ?? sheet.shape,
  name: sheet.name,
  // The sheet goes along with the form, so that nothing is stored before it is confirmed.
  content: Buffer.from(sheet.bytes).toString("base64url"),
  count: plural(words, "sheetLines", count, language),
  sum: formatAmount(centimes, language),
  mayKeep: problems.length === 0 && count > 0,
  columns: columns.map(({ heading, field }, index) => ({
    index,
    heading,
    isUsed: field !== null,
    options: [
      { value: "", label: words["columnUnused"] ?? "", isChosen: field === null },
      ...SHAPES[sheet.shape].map(({ key }) => ({
        value: key,
        label: words[`yearField_${key}`] ?? key,
        isChosen: key === field,
      })),
    ],
  })),
  problems: problems.slice(0, MOST_TOLD).map((problem) => ({
    row: problem.row === null ? "" : String(problem.row),
    column: problem.column,
    value: problem.value,
    reason: reasonOf(problem, language),
  })),
  more:
    problems.length > MOST_TOLD ? plural(words, "moreProblems", problems.length - MOST_TOLD, language) : null,
});
