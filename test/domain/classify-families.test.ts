import { expect } from "chai";
import { familiesOf, isStudy } from "../../src/domain/classify.ts";
import { lexicon } from "./classify-lexicon.ts";

describe("familiesOf", () => {
  it("names each family once, in the order of the text", () => {
    const title = { fr: "Traiteur, tentes, sonorisation, cadeaux et repas" };
    expect(familiesOf({ title }, lexicon)).to.deep.equal(["catering", "tents", "sound", "gifts"]);
  });

  it("reads Arabic", () => {
    const title = { ar: "خدمات الإطعام والإيواء وكراء الخيام والهدايا" };
    expect(familiesOf({ title }, lexicon)).to.deep.equal(["catering", "accommodation", "tents", "gifts"]);
  });

  const FAMILIES: Readonly<Record<string, readonly string[]>> = {
    "Nettoyage des espaces verts": ["cleaning"],
    "Traiteur pour les sessions de formation": ["catering"],
    "Traiteur au profit des élus et location de tentes": ["catering", "tents"],
    "Restauration et location de tentes": ["catering", "tents"],
    "Repas lors du séminaire, sonorisation": ["catering", "sound"],
    "Festival avec traiteur et hébergement des artistes": ["catering", "accommodation"],
    "نظافة المساحات الخضراء": ["cleaning"],
    "إطعام المشاركين في الدورات التكوينية": ["catering"],
  };

  it("names what is bought, not what it is done to, nor what it is for", () => {
    for (const [title, families] of Object.entries(FAMILIES))
      expect(familiesOf({ title: { fr: title } }, lexicon), title).to.deep.equal(families);
  });

  it("is empty when no family is named, or only a false friend", () => {
    expect(familiesOf({ title: { fr: "Marché n° 3" } }, lexicon)).to.deep.equal([]);
    expect(familiesOf({ title: { fr: "Restauration des remparts" } }, lexicon)).to.deep.equal([]);
  });
});

describe("isStudy", () => {
  for (const fr of ["Étude de faisabilité", "Maîtrise d'œuvre", "Assistance technique", "Suivi des travaux"])
    it(`is true for "${fr}"`, () => {
      expect(isStudy({ title: { fr } }, lexicon)).to.equal(true);
    });

  it("is true for an Arabic study", () => {
    expect(isStudy({ title: { ar: "إنجاز الدراسات التقنية" } }, lexicon)).to.equal(true);
  });

  for (const fr of ["Journées d'étude", "Voyage d'études", "Traiteur pour le conseil communal"])
    it(`is null for "${fr}"`, () => {
      expect(isStudy({ title: { fr } }, lexicon)).to.equal(null);
    });
});
