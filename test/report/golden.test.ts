import { createHash } from "node:crypto";
import { expect } from "chai";
import type { Language } from "../../src/domain/tender.ts";
import { renderPdf } from "../../src/report/pdf/render-pdf.ts";
import { directionIn, LOCALES } from "../../src/report/report-languages.ts";

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
  ar: "31d32298d6ee5efbe3152c1b01d973a2fb4aacdcd349bf3225c91818ea6522cb",
  fr: "998e37e09b62a4c8fa91f30f6b8f3fa7d612055c5201269681347d0024843561",
  en: "c25647b663b08bc3b3969b971c63089c4c8fd1b09fa0e38b7afc97f7552d5606",
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
