import { expect } from "chai";
import { layOutBlocks } from "../../src/report/pdf/layout/lay-out-blocks.ts";
import { paginate } from "../../src/report/pdf/layout/paginate.ts";
import { readMarkup } from "../../src/report/pdf/markup/read-markup.ts";
import { plainText } from "../../src/report/pdf/text/inline-run.ts";
import { loadFaces } from "../../src/report/pdf/text/face.ts";

const HEIGHT = 300;

/** What stands on each page of 300 points, when so much of the first is filled before. */
const pagesOf = (html: string, filled: number): readonly (readonly string[])[] => {
  const slices = layOutBlocks(readMarkup(html, { language: "fr-MA", direction: "ltr", logo: null }), {
    x: 0,
    width: 400,
    direction: "ltr",
    faces: loadFaces(),
    frames: [],
    parent: { role: "Document", parent: null },
    tallestRow: HEIGHT / 2.5,
  });
  const before = { kind: "content", height: filled, keepsWithNext: false, frames: [], pieces: [] } as const;
  return paginate([before, ...slices], HEIGHT).map(({ slices: placed }) =>
    placed.flatMap(({ slice }) =>
      slice.pieces.flatMap((piece) => (piece.kind === "line" ? [plainText(piece.paragraph.runs)] : [])),
    ),
  );
};

const TABLE = "<table><tbody><tr><td>rangée</td></tr><tr><td>autre</td></tr></tbody></table>";
const CARD = '<div class="card"><p>carte</p></div>';
const LIST = "<ul><li>point</li></ul>";

describe("a heading", () => {
  for (const [name, next] of Object.entries({ table: TABLE, card: CARD, list: LIST }))
    for (const introduction of ["", "<p>introduction</p>"])
      it(`is never left at the foot of a page, parted from a ${name}${introduction === "" ? "" : " that a line introduces"}`, () => {
        const html = `<section><h2>titre</h2>${introduction}${next}</section>`;
        for (let filled = 0; filled < HEIGHT; filled += 4) {
          const pages = pagesOf(html, filled);
          const page = pages.find((texts) => texts.includes("titre")) ?? [];
          expect(page.length, `${filled} points before`).to.be.greaterThan(introduction === "" ? 1 : 2);
        }
      });

  it("may stand at the foot with the one paragraph of its section", () => {
    const html = "<section><h2>titre</h2><p>rien</p></section><section><h2>suite</h2><p>texte</p></section>";
    expect(pagesOf(html, 230)).to.deep.equal([
      ["titre", "rien"],
      ["suite", "texte"],
    ]);
  });
});
