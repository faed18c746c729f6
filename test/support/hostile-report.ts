import { renderReport } from "../../src/report/render-report.ts";
import { reportInput } from "./report-input.ts";

// A process of its own, for its memory: one ordinary report, then one of a text made to hurt, named by the argument.
// Prints the highest resident size, in MB, before and after.

const TEXTS: Readonly<Record<string, string>> = {
  "20,000 letters without a break": "x".repeat(20_000),
  "10,000 combining marks": `ب${"\u064B".repeat(10_000)}`,
};

const highest = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

const text = TEXTS[process.argv[2] ?? ""];
if (text === undefined) throw new Error(`expected one of: ${Object.keys(TEXTS).join("; ")}`);
const ordinary = reportInput("road-works", "ar");
await renderReport(ordinary);
const before = highest();
const said = { ar: text, fr: text };
await renderReport({ ...ordinary, document: { ...ordinary.document, title: said, description: said } });
console.log(JSON.stringify({ before, after: highest() }));
