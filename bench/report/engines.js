// @ts-check
import { createRequire } from "node:module";
import { join } from "node:path";
import { projectRoot } from "../../dist/src/paths.js";
import { blocks, html, input, shortInput } from "./content.js";

// Each engine: an async function that makes one PDF. Whatever does not depend on the content is set up before.

const FONTS = join(projectRoot, "node_modules/@expo-google-fonts/ibm-plex-sans-arabic");
const REGULAR = join(FONTS, "400Regular/IBMPlexSansArabic_400Regular.ttf");
const BOLD = join(FONTS, "700Bold/IBMPlexSansArabic_700Bold.ttf");
const SIZES = /** @type {Record<string, number>} */ ({ h1: 20, h2: 14, h3: 11 });
const sizeOf = (/** @type {string} */ kind) => SIZES[kind] ?? 9;

const ours = async (made = input()) => {
  const { renderReport } = await import("../../dist/src/report/render-report.js");
  const addressed = { ...made, verificationUrl: "https://awlawiya.example.ma/verify/0123" };
  return () => renderReport(addressed);
};

/** A block as pdfmake describes it. */
const pdfmakeBlock = (/** @type {any} */ { kind, text, rows }) => {
  if (kind !== "table") return { text, fontSize: sizeOf(kind), bold: kind in SIZES, margin: [0, 2, 0, 2] };
  const width = Math.max(...rows.map((/** @type {any} */ row) => row.length));
  const body = rows.map((/** @type {any} */ row) => [...row, ...Array(width - row.length).fill("")]);
  return { table: { headerRows: 1, widths: Array(width).fill("*"), body } };
};

const pdfmake = async () => {
  const make = createRequire(import.meta.url)("pdfmake");
  make.addFonts({ Plex: { normal: REGULAR, bold: BOLD } });
  const content = JSON.stringify(blocks().map(pdfmakeBlock));
  return () =>
    make.createPdf({ defaultStyle: { font: "Plex", fontSize: 9 }, content: JSON.parse(content) }).getBuffer();
};

const reactPdf = async () => {
  const { createElement: make } = await import("react");
  const { Document, Font, Page, Text, View, renderToBuffer } = await import("@react-pdf/renderer");
  Font.register({ family: "Plex", fonts: [{ src: REGULAR }, { src: BOLD, fontWeight: 700 }] });
  const all = blocks();
  const cell = (/** @type {string} */ text, /** @type {number} */ key) =>
    make(Text, { key, style: { flex: 1, padding: 2 } }, text);
  const of = (/** @type {any} */ { kind, text, rows }, /** @type {number} */ key) =>
    kind === "table"
      ? make(
          View,
          { key },
          rows.map((/** @type {any} */ row, /** @type {number} */ index) =>
            make(View, { key: index, style: { flexDirection: "row" }, wrap: false }, row.map(cell)),
          ),
        )
      : make(
          Text,
          {
            key,
            style: { fontSize: sizeOf(kind), fontWeight: kind in SIZES ? 700 : 400, marginVertical: 2 },
          },
          text,
        );
  const style = { fontFamily: "Plex", fontSize: 9, padding: 48 };
  return () => renderToBuffer(make(Document, null, make(Page, { size: "A4", style }, all.map(of))));
};

const chromium = async () => {
  const { launchBrowser } = await import("../../dist/test/support/browser.js");
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const content = html();
  const make = async () => {
    await page.setContent(content);
    return page.pdf({ format: "A4", tagged: true });
  };
  return Object.assign(make, { close: () => browser.close() });
};

export const ENGINES = /** @type {Record<string, () => Promise<any>>} */ ({
  awlawiya: () => ours(),
  pdfmake,
  "@react-pdf/renderer": reactPdf,
  "Chromium print": chromium,
  "awlawiya, a report of six pages": () => ours(shortInput()),
  "awlawiya, 2,000 findings": () => ours(input(2000)),
});

export const pagesIn = (/** @type {Uint8Array} */ pdf) =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type ?\/Page\b(?!s)/g)?.length ?? 0;
