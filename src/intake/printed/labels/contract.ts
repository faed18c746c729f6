import type { Category, EvaluationMethod, Sector, Stage, Tender } from "../../../domain/tender.ts";
import { type Labels, labelReader } from "../read-label.ts";

const CATEGORIES: Labels<Category> = {
  works: ["travaux", "أشغال", "الأشغال", "works"],
  supplies: ["fournitures", "fourniture", "توريدات", "التوريدات", "supplies", "goods"],
  services: ["services", "service", "prestations", "prestations de services", "خدمات", "الخدمات", "services"],
};

/** Works, supplies or services as forms print it. */
export const readCategory = labelReader(CATEGORIES);

const SECTORS: Labels<Sector> = {
  catering: [
    "restauration",
    "traiteur",
    "restauration et réception",
    "الإطعام",
    "المطعمة",
    "إطعام",
    "catering",
  ],
  events: [
    "événementiel",
    "évènementiel",
    "événements",
    "organisation d'événements",
    "التظاهرات",
    "تنظيم التظاهرات",
    "تظاهرات",
    "events",
  ],
  services: ["services", "autres services", "خدمات", "الخدمات"],
  other: ["autre", "autres", "hors périmètre", "أخرى", "غير ذلك", "other"],
};

/** The product's sector as a sheet may state it. */
export const readSector = labelReader(SECTORS);

const SCOPES: Labels<NonNullable<Tender["scope"]>> = {
  national: ["national", "nationale", "وطني", "وطنية"],
  international: ["international", "internationale", "دولي", "دولية"],
};

/** National or international. */
export const readScope = labelReader(SCOPES);

const METHODS: Labels<EvaluationMethod> = {
  referencePrice: ["prix de référence", "الثمن المرجعي", "ثمن مرجعي", "reference price"],
  lowestPrice: [
    "moins-disant",
    "moins disant",
    "offre la moins-disante",
    "الأقل ثمنا",
    "أقل ثمن",
    "lowest price",
  ],
  markup: ["majoration", "rabais ou majoration", "الزيادة", "بزيادة", "markup"],
  points: ["points", "notation", "note technico-financière", "grille de notation", "التنقيط", "شبكة التنقيط"],
};

/** How the best offer is chosen. */
export const readMethod = labelReader(METHODS);

const STAGES: Labels<Stage> = {
  draft: ["brouillon", "projet", "en préparation", "مسودة", "draft"],
  published: ["publié", "publiée", "en cours", "lancé", "lancée", "منشور", "معلن عنه", "published"],
  opened: ["ouvert", "plis ouverts", "en cours de jugement", "فتح الأظرفة", "opened"],
  awarded: ["attribué", "attribuée", "adjugé", "مسند", "أسندت", "awarded"],
  completed: ["achevé", "achevée", "exécuté", "réceptionné", "payé", "منجز", "منتهية", "completed"],
};

/** The stage that a call has reached. */
export const readStage = labelReader(STAGES);

const VISITS: Labels<"none" | "optional" | "mandatory"> = {
  none: ["aucune", "non", "sans", "لا", "لا توجد", "بدون", "none"],
  optional: ["facultative", "optionnelle", "اختيارية", "optional"],
  mandatory: ["obligatoire", "إجبارية", "إلزامية", "mandatory"],
};

/** Whether the site is visited. */
export const readSiteVisit = labelReader(VISITS);
