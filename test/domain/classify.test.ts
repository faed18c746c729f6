import { expect } from "chai";
import { assert as assertProperty, constantFrom, property, string } from "fast-check";
import { classify } from "../../src/domain/classify.ts";
import type { Sector } from "../../src/domain/tender.ts";
import { lexicon } from "./classify-lexicon.ts";

const ofFrench = (fr: string) => classify({ title: { fr } }, lexicon);
const ofArabic = (ar: string) => classify({ title: { ar } }, lexicon);
type Expected = Readonly<Record<string, Sector | null>>;

const TITLES: Expected = {
  "Frais de restauration et de réception": "catering",
  "Restauration au profit des participants aux sessions du conseil": "catering",
  "Organisation des pauses-café et déjeuners lors des réunions": "catering",
  "Prestation de restauration pour le festival": "catering",
  "Organisation du moussem annuel de la commune": "events",
  "Location de tentes caïdales, chaises et sonorisation": "events",
  "Mise en place d'un festival": "events",
  "Mise en place d'un système de gestion d'événements": "other",
  "Accord-cadre événementiel": "events",
  "Place du festival": null,
  "Gardiennage du festival": "services",
  "Organisation de sessions de formation au profit des élus": "services",
  "Transport scolaire": "services",
  "Refonte du site web de la commune": "other",
  "Étude d'impact du festival": "other",
  "Achat de denrées alimentaires pour les cantines": "other",
  "Marché n° 12/2025, lot unique": null,
};

const FALSE_FRIENDS: Expected = {
  "Location de chapiteaux pour abriter le chantier de construction": "other",
  "Location de chapiteaux pour la cérémonie de lancement du chantier": "events",
  "Location de tentes et travaux d'installation pour le moussem": "events",
  "Restauration et location de chapiteaux": "catering",
  "Restoration collective pour le foyer de l'étudiant": "catering",
  "Restauration des monuments historiques": "other",
  "Restauration des murs d'enceinte": "other",
  "Restauration d'œuvres d'art": "other",
  "Restauration des fichiers et des sauvegardes": "other",
  "Restauration du Plessis": null,
  "Hébergement du site internet": "other",
  "Hébergement du serveur": "other",
  "Réception provisoire des travaux": "other",
  "Réception définitive": "other",
  "Gestion des événements de sécurité informatique": "other",
  "Chapiteaux de colonnes en marbre": "other",
  "Moussem agricole": "other",
  "Construction d'une cantine scolaire": "other",
};

const ARABIC: Expected = {
  "توفير خدمات الإطعام لفائدة الضيوف": "catering",
  وبالإطعام: "catering",
  للإطعام: "catering",
  "اقتناء وجبات الإفطار": "catering",
  "كراء الخيام والكراسي ومكبرات الصوت": "events",
  "تَنْظِيمُ مِهْـــرَجان": "events",
  "النظافة والحراسة بالمؤسسات": "services",
  "تنظيم دورات تكوينية": "services",
  "ترميم أسوار المدينة": "other",
  "استضافة المواقع": "other",
  "اقتناء البذور برسم الموسم الفلاحي": "other",
  "صفقة رقم ١٢": null,
};

/** What is done decides what a thing, a place or a day is. */
const ACTS: Expected = {
  "Location de gradins": "events",
  "Acquisition de gradins": "other",
  "Travaux de réfection du podium": "other",
  "Gestion de la cantine": "catering",
  "Construction de la cantine": "other",
  Cantine: null,
  "Organisation d'une journée": "events",
  "Achat de prestations de restauration": "catering",
  "Travaux de nettoyage": "services",
  "Achat de repas": "catering",
  "Logiciel de gestion de la restauration scolaire": "other",
  "Étude de gestion de la cantine": "other",
  "Nettoyage des tentes": "services",
  "كراء الكراسي": "events",
  "اقتناء الكراسي": "other",
  "تدبير المقصف": "catering",
  "تجهيز المقصف": "other",
};

/** What stands after a word of purpose, or before the object, is not what is bought. */
const PURPOSES: Expected = {
  "Location d'autocars pour le festival": "services",
  "Dans le cadre du festival, gardiennage": "services",
  "Marché de services pour la restauration des agents": "catering",
  "Dispositif pédagogique pour préparer la cérémonie": null,
  "توفير بطاريات للمهرجان": null,
  "Fournitures pour la direction : organisation de la fête du trône": "events",
};

const BROKEN: Expected = {
  "C�r�monie des v�ux": "events",
  "R?ception et d?jeuner officiel": "catering",
  "Pause caf?": "catering",
  "Repas ?": "catering",
  "D��jeuner de l�internat": "catering",
  "CÃ©rÃ©monie de clÃ´ture": "events",
  "Ce\u0301re\u0301monie de clo\u0302ture": "events",
};

const expectEach = (titles: Expected, codeOf: (title: string) => Sector | null): void => {
  for (const [title, code] of Object.entries(titles)) expect(codeOf(title), title).to.equal(code);
};

describe("classify", () => {
  it("tells the sector by what is bought, not by what it is for", () => {
    expectEach(TITLES, (title) => ofFrench(title).code);
  });

  it("asks what is done to what", () => {
    expectEach(ACTS, (title) => ofFrench(title).code);
  });

  it("sets apart what the purchase is for", () => {
    expectEach(PURPOSES, (title) => ofFrench(title).code);
  });

  it("is not taken in by false friends", () => {
    expectEach(FALSE_FRIENDS, (title) => ofFrench(title).code);
  });

  it("reads Arabic with clitics, vowel marks and tatweel", () => {
    expectEach(ARABIC, (title) => ofArabic(title).code);
  });

  it("reads words whose accents were lost at the source", () => {
    expectEach(BROKEN, (title) => ofFrench(title).code);
  });

  it("reads both scripts in one title", () => {
    expect(ofFrench("Traiteur – تموين الحفلات").terms).to.deep.equal(["Traiteur", "تموين الحفلات"]);
  });

  it("says other for works, whatever the title says", () => {
    const words = { title: { fr: "Traiteur" }, category: "works" } as const;
    expect(classify(words, lexicon).code).to.equal("other");
  });

  it("gives the words as they stand in the text", () => {
    expect(ofFrench("FOURNITURE DE PLATEAUX-REPAS").terms).to.deep.equal(["PLATEAUX-REPAS"]);
    expect(ofArabic("اقتناء الوقود").terms).to.deep.equal(["اقتناء", "الوقود"]);
  });

  it("lets the description decide when the title does not", () => {
    const title = { fr: "Marché n° 3" };
    const description = { fr: "Repas et pauses-café" };
    expect(classify({ title, description }, lexicon).code).to.equal("catering");
  });

  it("never throws and keeps its confidence between 0 and 1", () => {
    assertProperty(
      property(string({ unit: "binary" }), string(), (fr, ar) => {
        expect(classify({ title: { fr, ar } }, lexicon).confidence).to.be.within(0, 1);
      }),
    );
  });

  it("bears a word of nothing but clitics", () => {
    expect(ofArabic("و".repeat(100_000)).code).to.equal(null);
  });

  const anyTitle = constantFrom(...Object.keys({ ...TITLES, ...FALSE_FRIENDS, ...ARABIC }));

  it("does not depend on the order of the languages", () => {
    assertProperty(
      property(anyTitle, anyTitle, (fr, ar) => {
        const one = classify({ title: { fr, ar } }, lexicon);
        expect(classify({ title: { ar, fr } }, lexicon)).to.deep.equal(one);
      }),
    );
  });

  it("does not depend on marks that tie or part nothing, nor on any at its ends", () => {
    const mark = constantFrom("!", "«", "»", "*", '"', " … ", "’", "-");
    const end = constantFrom(".", ",", " ; ", " : ", " – ", "،", "؛", "(", ")", "");
    assertProperty(
      property(anyTitle, mark, end, (title, around, last) => {
        const { code } = ofFrench(title);
        const marked = title.replaceAll(" ", `${around} `);
        expect(ofFrench(`${last}${around}${marked}${last}`).code).to.equal(code);
      }),
    );
  });
});
