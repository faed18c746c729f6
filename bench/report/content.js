// @ts-check
import { parseFragment } from "parse5";
import { renderReportHtml } from "../../dist/src/report/render-report-html.js";
import { reportInput } from "../../dist/test/support/report-input.js";

// What every producer prints: the blocks of one French report, as the web preview has them. French, for the peers
// turn Arabic around.

const TENDER = "catering-tents-gifts-bundled";
/** Its report has six pages. */
const SHORT = "purchase-order-reception";

const repeated = (/** @type {readonly any[]} */ list, /** @type {number} */ count) =>
  Array.from({ length: count }, (_, index) => list[index % list.length]);

/** What our own engine starts from: an assessment. `findings`: its findings are repeated up to this many. */
export const input = (findings = 0) => {
  const made = reportInput(TENDER, "fr");
  if (findings === 0) return made;
  const { assessment, words } = made;
  return {
    ...made,
    assessment: { ...assessment, findings: repeated(assessment.findings, findings) },
    words: { ...words, findings: repeated(words.findings, findings) },
  };
};

export const shortInput = () => reportInput(SHORT, "fr");

export const html = () => renderReportHtml(input());

const textOf = (/** @type {any} */ node) =>
  (node.value ?? (node.childNodes ?? []).map(textOf).join("")).replaceAll(/\s+/g, " ");

const rowOf = (/** @type {any} */ row) =>
  row.childNodes.filter((/** @type {any} */ cell) => /^t[hd]$/.test(cell.nodeName)).map(textOf);

const descendants = (/** @type {any} */ node, /** @type {string} */ name) => {
  const found = node.nodeName === name ? [node] : [];
  return [
    ...found,
    ...(node.childNodes ?? []).flatMap((/** @type {any} */ child) => descendants(child, name)),
  ];
};

/** Headings, paragraphs and items as text, tables as rows of text. */
const blocksIn = (/** @type {any} */ node) => {
  if (["style", "svg", "head", "title"].includes(node.nodeName)) return [];
  if (/^(h[1-3]|p|li)$/.test(node.nodeName))
    return [{ kind: node.nodeName, text: textOf(node).trim(), rows: [] }];
  if (node.nodeName === "table")
    return [
      {
        kind: "table",
        text: "",
        rows: descendants(node, "tr")
          .map(rowOf)
          .filter((row) => row.length > 0),
      },
    ];
  return (node.childNodes ?? []).flatMap(blocksIn);
};

/** @returns {readonly { kind: string, text: string, rows: readonly (readonly string[])[] }[]} */
export const blocks = () => blocksIn(parseFragment(html()));
