import { expect } from "chai";
import { renderPdf } from "../../../src/report/pdf/render-pdf.ts";
import { differingShare, pagePictures, type Picture } from "../../support/page-pictures.ts";
import { picturedReports, printPictured, recordedPages } from "../../support/pictured-reports.ts";

/** Share of the cells of a page: three of fifteen thousand. */
const TOLERATED = 0.0002;

const mirrored = ({ width, height, levels }: Picture): Picture => ({
  width,
  height,
  levels: Uint8Array.from(levels, (_, at) => levels[at - (at % width) + width - 1 - (at % width)] ?? 0),
});

const LINES = ["Estimation publiée — Conforme", "Base : D", "المادة 148", "250 000,00 DH"];

/** A page of small grey lines; of one of them only the place is left. */
const linesWithout = async (missing: number | null): Promise<readonly Picture[]> =>
  pagePictures(
    await renderPdf({
      html: LINES.map((line, at) => `<p class="small muted">${at === missing ? "\u00A0" : line}</p>`).join(
        "",
      ),
      shorter: [],
      logo: null,
      identity: {
        title: "fictif",
        subject: "fictif",
        author: "Awlawiya",
        language: "fr-MA",
        direction: "ltr",
        date: new Date("2026-01-02T00:00:00Z"),
      },
      attachment: { name: "report.json", description: "JSON", bytes: Buffer.from("{}") },
      foot: () => ({ lines: ["fictif"], end: "1/1" }),
      address: null,
    }),
  );

const differing = (pages: readonly Picture[], others: readonly Picture[]): readonly number[] =>
  pages.flatMap((page, index) => {
    const other = others[index];
    return other !== undefined && differingShare(page, other) <= TOLERATED ? [] : [index + 1];
  });

describe("the pages of a report, as pictures", function pictures() {
  this.timeout(120_000);

  for (const name of picturedReports())
    it(`look as they were recorded (${name}; npm run report:record writes them anew)`, async () => {
      const pages = pagePictures(await printPictured(name));
      const recorded = recordedPages(name);
      expect(pages.length).to.equal(recorded.length).and.to.be.greaterThan(0);
      expect(differing(pages, recorded), "numbers of the pages that differ").to.deep.equal([]);
    });

  it("look the same drawn by another painter", async () => {
    for (const name of ["full-ar", "comparison-fr", "summary-en"])
      expect(
        differing(pagePictures(await printPictured(name), "pdftocairo"), recordedPages(name)),
      ).to.deep.equal([]);
  });
});

describe("comparing pages as pictures", () => {
  it("tells a page from its mirror image", () => {
    for (const name of picturedReports())
      for (const page of recordedPages(name))
        expect(differingShare(page, mirrored(page))).to.be.greaterThan(20 * TOLERATED);
  });

  it("sees that a line is missing, be it short, small and grey", async () => {
    const whole = await linesWithout(null);
    expect(differing(await linesWithout(null), whole)).to.deep.equal([]);
    for (const at of LINES.keys())
      expect(differing(await linesWithout(at), whole), LINES[at]).to.deep.equal([1]);
  });

  it("sees that a page has another size", () => {
    const [page] = recordedPages("full-fr");
    if (page === undefined) throw new Error("no page is recorded");
    expect(differingShare(page, { ...page, width: page.height, height: page.width })).to.equal(1);
  });
});
