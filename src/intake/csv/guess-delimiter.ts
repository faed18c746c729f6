import type { Source } from "../source/source.ts";
import { encodingOf } from "./decode-text.ts";

const CANDIDATES = [";", ",", "\t", "|"];
const HEAD = 65_536;
const LINES = 20;

/** How often a separator stands outside quotes. */
const count = (line: string, delimiter: string): number =>
  line.replaceAll(/"[^"]*"/g, "").split(delimiter).length - 1;

/** Alike on every line is better than often: an amount's comma is not a column. */
const scoreOf = (lines: readonly string[], delimiter: string): number => {
  const counts = lines.map((line) => count(line, delimiter)).filter((each) => each > 0);
  if (counts.length === 0) return 0;
  const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
  const alike = counts.filter((each) => each === usual).length / lines.length;
  return alike * 1000 + Math.min(usual, 100);
};

/** The separator of a CSV file by its first lines; `;` when nothing tells. */
export const guessDelimiter = async (source: Source, asked?: string): Promise<string> => {
  const encoding = await encodingOf(source, asked);
  const text = new TextDecoder(encoding).decode(await source.slice(0, HEAD));
  const lines = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, LINES);
  const ranked = CANDIDATES.map((delimiter) => ({ delimiter, score: scoreOf(lines, delimiter) }));
  const best = ranked.reduce((top, next) => (next.score > top.score ? next : top));
  return best.score === 0 ? ";" : best.delimiter;
};
