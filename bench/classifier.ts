import { readFileSync } from "node:fs";
import { join } from "node:path";
import { classify, type Lexicon } from "../src/domain/classify.ts";
import type { LocalText, Sector } from "../src/domain/tender.ts";
import { projectRoot } from "../src/paths.ts";
import { loadRulebook } from "../src/rulebook/load-rulebook.ts";
import type { Half } from "../test/support/labelled-titles.ts";
import { TITLE_SETS, titlesTable } from "../test/support/titles-table.ts";
import { type Contract, contractsIn } from "./classifier/contracts.ts";

// Measures the classifier on contracts labelled by others, on notices, and on our own titles.
// node dist/bench/classifier.js contracts.csv notices.json [--held]
// The half held back is measured only when asked, and its titles are never shown.

interface Answered extends Contract {
  readonly code: Sector | null;
}

interface Notice {
  readonly title: string;
  readonly category: string;
  readonly lang: "ar" | "fr";
}

const ratio = (part: number, whole: number): string =>
  `${part}/${whole}${whole === 0 ? "" : ` = ${(part / whole).toFixed(3)}`}`;

/**
 * Precision by the label alone; with the rows of shared headings set aside; and with those whose very title
 * bears the sector's label on another row as well.
 */
const figuresOf = (contracts: readonly Answered[], sector: "catering" | "events") => {
  const said = contracts.filter(({ code }) => code === sector);
  const labelled = contracts.filter(({ label }) => label === sector);
  const right = said.filter(({ label }) => label === sector).length;
  const aside = said.filter(({ label }) => label === "aside").length;
  const titles = new Set(labelled.map(({ title }) => title));
  const twice = said.filter(({ label, title }) => label === "neither" && titles.has(title)).length;
  const wrong = said.filter(({ label, title }) => label === "neither" && !titles.has(title));
  return {
    "label alone": ratio(right, said.length),
    "shared headings aside": ratio(right, said.length - aside),
    "and titles labelled both ways": ratio(right, said.length - aside - twice),
    "wrong, distinct titles": new Set(wrong.map(({ title }) => title)).size,
    recall: ratio(right, labelled.length),
    "cannot tell": labelled.filter(({ code }) => code === null).length,
  };
};

const countsOf = (pairs: readonly (readonly [string, string])[]) => {
  const table: Record<string, Record<string, number>> = {};
  for (const [row, column] of pairs) {
    const cells = (table[row] ??= {});
    cells[column] = (cells[column] ?? 0) + 1;
  }
  return table;
};

const printContracts = (contracts: readonly Answered[], half: Half): void => {
  const mine = contracts.filter((contract) => contract.half === half);
  console.log(`\nContracts, ${half} half: ${mine.length} rows`);
  console.table({ catering: figuresOf(mine, "catering"), events: figuresOf(mine, "events") });
  console.log("Label (rows) and answer (columns):");
  console.table(countsOf(mine.map(({ label, code }) => [label, code ?? "cantTell"])));
};

/** Errors are shown for the even half only. */
const printErrors = (contracts: readonly Answered[]): void => {
  const wrong = contracts.filter(
    ({ half, label, code }) =>
      half === "even" &&
      label !== "aside" &&
      (label === "neither" ? code === "catering" || code === "events" : code !== label),
  );
  console.log("\nErrors of the even half (label → answer):");
  const lines = wrong.map(({ label, code, title }) => `  ${label} → ${code}: ${title.slice(0, 110)}`);
  for (const line of new Set(lines)) console.log(line);
};

const printNotices = (path: string, lexicon: Lexicon): void => {
  const notices = JSON.parse(readFileSync(path, "utf8")) as readonly Notice[];
  for (const lang of ["ar", "fr"] as const) {
    const mine = notices.filter((notice) => notice.lang === lang);
    console.log(`\nMoroccan notices, ${lang}: category (rows) and answer (columns)`);
    const codeOf = (title: string): string =>
      classify({ title: { [lang]: title } }, lexicon).code ?? "cantTell";
    console.table(countsOf(mine.map(({ category, title }) => [category, codeOf(title)])));
  }
};

const ROUNDS = 40;

const printSpeed = (name: string, titles: readonly LocalText[], lexicon: Lexicon): void => {
  const letters = titles.reduce((sum, title) => sum + Object.values(title).join("").length, 0);
  const round = (): void => {
    for (const title of titles) classify({ title }, lexicon);
  };
  for (let count = 0; count < ROUNDS; count += 1) round();
  const start = process.cpuUsage();
  for (let count = 0; count < ROUNDS; count += 1) round();
  const { user, system } = process.cpuUsage(start);
  const each = (user + system) / ROUNDS / titles.length;
  const mean = Math.round(letters / titles.length);
  console.log(`${name}: ${each.toFixed(2)} µs of processor a title of ${mean} letters, warm`);
};

const [csv, notices, held] = process.argv.slice(2);
if (csv === undefined || notices === undefined)
  throw new Error("usage: classifier contracts.csv notices.json [--held]");
const { lexicon } = loadRulebook(join(projectRoot, "rulebook"));
const contracts = contractsIn(csv).map((contract) => ({
  ...contract,
  code: classify({ title: { fr: contract.title } }, lexicon).code,
}));
printContracts(contracts, "even");
printErrors(contracts);
if (held === "--held") printContracts(contracts, "odd");
printNotices(notices, lexicon);
console.log(`\nOur own titles:\n${titlesTable(lexicon).join("\n")}\n`);
const arabic = Object.values(TITLE_SETS)
  .flat()
  .filter(({ language }) => language === "ar");
printSpeed(
  "French contracts",
  contracts.map(({ title }) => ({ fr: title })),
  lexicon,
);
printSpeed(
  "Our Arabic titles",
  arabic.map(({ title }) => ({ ar: title })),
  lexicon,
);
