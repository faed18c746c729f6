import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { classify, compileLexicon, type Lexicon } from "../src/domain/classify.ts";
import type { Sector } from "../src/domain/tender.ts";

// Measures the classifier on contracts labelled by others.
// node dist/bench/classifier.js contracts.csv notices.json [rulebook/lexicon]

type Label = "catering" | "events" | "neither" | "aside";
type Half = "even" | "odd";

interface Contract {
  readonly title: string;
  readonly label: Label;
  readonly half: Half;
  readonly code: Sector | null;
}

interface Notice {
  readonly title: string;
  readonly category: string;
  readonly lang: "ar" | "fr";
}

// A quoted field may hold commas, line ends and doubled quotes.
const FIELD = /(?:^|,|\n)(?:"((?:[^"]|"")*)"|([^,\n]*))/gy;

const rowsOf = (csv: string): readonly (readonly string[])[] => {
  const rows: string[][] = [];
  for (const match of csv.trimEnd().matchAll(FIELD)) {
    const field = match[1]?.replaceAll('""', '"') ?? match[2] ?? "";
    if (match[0].startsWith(",")) rows.at(-1)?.push(field);
    else rows.push([field]);
  }
  return rows;
};

/** Spreadsheets took the leading zeros of the codes away. */
const cpvOf = (field: string): string => (field.split("-")[0] ?? "").padStart(8, "0");

// Headings that hold the same services beside others: their rows are neither right nor wrong.
const ASIDE = /^(?:55000000|551|15894|92000000|923|79992)/;

const labelOf = (cpv: string): Label => {
  if (/^55[345]/.test(cpv)) return "catering";
  if (cpv.startsWith("7995")) return "events";
  return ASIDE.test(cpv) ? "aside" : "neither";
};

/** Even halves may be looked at; odd ones are only measured. */
const halfOf = (title: string): Half =>
  (createHash("sha256").update(title).digest()[0] ?? 0) % 2 === 0 ? "even" : "odd";

const contractsIn = (path: string, lexicon: Lexicon): readonly Contract[] => {
  const [header = [], ...rows] = rowsOf(readFileSync(path, "utf8"));
  const [title, cpv] = ["objet", "cpv"].map((name) => header.indexOf(name));
  return rows.map((row) => {
    const words = row[title ?? 0] ?? "";
    return {
      title: words,
      label: labelOf(cpvOf(row[cpv ?? 1] ?? "")),
      half: halfOf(words),
      code: classify({ title: { fr: words } }, lexicon).code,
    };
  });
};

const ratio = (part: number, whole: number): string =>
  `${part}/${whole}${whole === 0 ? "" : ` = ${(part / whole).toFixed(3)}`}`;

/**
 * Precision by the label alone, with the rows of shared headings set aside, and with those whose very title
 * bears the sector's label on another row as well.
 */
const figuresOf = (contracts: readonly Contract[], sector: "catering" | "events") => {
  const said = contracts.filter(({ code }) => code === sector);
  const labelled = contracts.filter(({ label }) => label === sector);
  const right = said.filter(({ label }) => label === sector).length;
  const aside = said.filter(({ label }) => label === "aside").length;
  const titles = new Set(labelled.map(({ title }) => title));
  const twice = said.filter(({ label, title }) => label === "neither" && titles.has(title)).length;
  return {
    precision: ratio(right, said.length),
    "shared headings aside": ratio(right, said.length - aside),
    "and titles labelled both ways": ratio(right, said.length - aside - twice),
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

const printContracts = (contracts: readonly Contract[], half: Half): void => {
  const mine = contracts.filter((contract) => contract.half === half);
  console.log(`\nContracts, ${half} half: ${mine.length} rows`);
  console.table({ catering: figuresOf(mine, "catering"), events: figuresOf(mine, "events") });
  console.log("Label (rows) and answer (columns):");
  console.table(countsOf(mine.map(({ label, code }) => [label, code ?? "cantTell"])));
};

/** Errors are shown for the even half only. */
const printErrors = (contracts: readonly Contract[]): void => {
  const wrong = contracts.filter(
    ({ half, label, code }) =>
      half === "even" &&
      label !== "aside" &&
      (label === "neither" ? code === "catering" || code === "events" : code !== label),
  );
  console.log("\nErrors of the even half (label → answer):");
  for (const line of new Set(
    wrong.map(({ label, code, title }) => `  ${label} → ${code}: ${title.slice(0, 110)}`),
  ))
    console.log(line);
};

const printNotices = (path: string, lexicon: Lexicon): void => {
  const notices = JSON.parse(readFileSync(path, "utf8")) as readonly Notice[];
  for (const lang of ["ar", "fr"] as const)
    for (const half of ["even", "odd"] as const) {
      const mine = notices.filter((notice) => notice.lang === lang && halfOf(notice.title) === half);
      console.log(`\nMoroccan notices, ${lang}, ${half} half: category (rows) and answer (columns)`);
      const codeOf = (title: string): string =>
        classify({ title: { [lang]: title } }, lexicon).code ?? "cantTell";
      console.table(countsOf(mine.map(({ category, title }) => [category, codeOf(title)])));
    }
};

const ROUNDS = 20;

const printSpeed = (contracts: readonly Contract[], lexicon: Lexicon): void => {
  const words = contracts.map(({ title }) => ({ title: { fr: title } }));
  const letters = contracts.reduce((sum, { title }) => sum + title.length, 0);
  for (const each of words) classify(each, lexicon);
  const start = process.hrtime.bigint();
  for (let round = 0; round < ROUNDS; round += 1) for (const each of words) classify(each, lexicon);
  const microseconds = Number(process.hrtime.bigint() - start) / 1000 / ROUNDS / words.length;
  console.log(
    `\n${microseconds.toFixed(2)} µs a title, warm (mean ${Math.round(letters / words.length)} letters)`,
  );
};

const lexiconIn = (folder: string): Lexicon =>
  compileLexicon(
    readdirSync(folder)
      .filter((name) => name.endsWith(".json") && name !== "reservation.json")
      .map((name): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"))),
  );

const [csv, notices, folder = "rulebook/lexicon"] = process.argv.slice(2);
if (csv === undefined || notices === undefined)
  throw new Error("usage: classifier contracts.csv notices.json [lexicon]");
const lexicon = lexiconIn(folder);
const contracts = contractsIn(csv, lexicon);
printContracts(contracts, "even");
printContracts(contracts, "odd");
printErrors(contracts);
printNotices(notices, lexicon);
printSpeed(contracts, lexicon);
