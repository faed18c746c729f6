import type { Language } from "../../domain/tender.ts";
import { BYTE_ORDER_MARK, csvLine } from "../csv/write-csv.ts";
import type { InputError } from "../input-error.ts";
import { reasonIn, translated } from "../reason-in.ts";
import { isCellProblem, tableWord } from "./cell-problem.ts";

/** The first line of a file of problems: row, column, what stands there, reason. */
export const problemHeadings = (language: Language): string =>
  BYTE_ORDER_MARK +
  csvLine([
    tableWord("row", language),
    tableWord("column", language),
    tableWord("value", language),
    tableWord("reason", language),
  ]);

/** One problem as a line of a CSV file that a spreadsheet opens; `at` is its place where it has no row. */
export const problemLine = (problem: InputError, at: string, language: Language): string =>
  isCellProblem(problem)
    ? csvLine([
        problem.row ?? translated(at, language),
        problem.column,
        problem.value,
        reasonIn(problem, language),
      ])
    : csvLine([translated(at, language), problem.pointer, "", reasonIn(problem, language)]);
