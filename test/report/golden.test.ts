import { createHash } from "node:crypto";
import { expect } from "chai";
import type { Language } from "../../src/domain/tender.ts";
import { renderPdf } from "../../src/report/pdf/render-pdf.ts";
import { directionIn, LOCALES } from "../../src/report/render-report.ts";

// Texts of the test's own, so that what changes in the law or in our words changes no hash here: a hash that does
// change tells of the engine, the font or a library. Whoever means it looks at the pages, then writes the new hash.
const ROW = '<tr><th scope="row">المادة <bdi dir="ltr">2-22-431</bdi></th><td>250 000,00</td></tr>';
const HTML = [
  "<h1>تقرير التقييم — Rapport d'évaluation</h1>",
  '<p>الأولوية للتعاونيات (<bdi dir="ltr">134/BR/2025</bdi>)، قيمتها <bdi dir="ltr">250 000,00</bdi> درهم.</p>',
  '<p lang="fr" dir="ltr">« Œuvre » : 2 %, <strong>article 148</strong> ; <a href="https://example.ma/x">example.ma</a></p>',
  "<ul><li>لا إله</li><li>ffi fl AV</li></ul>",
  `<table><thead><tr><th scope="col">البند</th><th scope="col">القيمة</th></tr></thead><tbody>${ROW.repeat(60)}</tbody></table>`,
].join("\n");

const GOLDEN: Readonly<Record<Language, string>> = {
  ar: "2c21b0911e09ee4b1c586dcc490c9ca26a0be9982fd3f1f08c01201e632c6d17",
  fr: "a3455e1cab8eea9364dc268877f4d1f1d959d184c8fdd78cd90a9667e1727c2c",
  en: "f3fbef744d2e29938ec70faeb00c27e41f34531d8fa8eb71f1c62ffd4372026d",
};

const hashOf = async (language: Language): Promise<string> => {
  const pdf = await renderPdf({
    html: HTML,
    shorter: [],
    logo: null,
    identity: {
      title: "Rapport & <تقرير>",
      subject: "fictif",
      author: "Awlawiya",
      language: LOCALES[language],
      direction: directionIn(language),
      date: new Date("2026-01-02T00:00:00Z"),
    },
    attachment: { name: "report.json", description: "JSON", bytes: Buffer.from("{}") },
    foot: (page, pages) => ({ lines: ["fictif"], end: `${page}/${pages}` }),
    address: "https://example.ma/verify/1",
  });
  return createHash("sha256").update(pdf).digest("hex");
};

describe("the bytes of a PDF", () => {
  for (const language of ["en", "ar", "fr"] as const)
    it(`are those of record in ${language}`, async () => {
      expect(await hashOf(language)).to.equal(GOLDEN[language]);
    });
});
