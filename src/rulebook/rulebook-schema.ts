import { Type } from "../schema-type.ts";

// The shapes of the rulebook's files; the domain types in src/domain/rulebook.ts say what each means.

const closed = { additionalProperties: false } as const;
const day = Type.String({ format: "date" });
const id = Type.String({ pattern: "^[a-z0-9-]+$" });
const said = Type.String({ minLength: 1 });
const inThreeLanguages = { ar: said, fr: said, en: said };
const wordsOf = Type.Object(inThreeLanguages, closed);
const period = { from: day, until: Type.Optional(day) };
const grade = Type.Enum(["T", "D", "S", "R", "C", "P"]);
const outcome = Type.Enum(["passed", "failed", "cantTell", "inapplicable"]);
const effect = Type.Enum(["breach", "warning", "points", "info"]);
const article = Type.Optional(said);
const procedures = Type.Array(Type.String());
const wordsByKey = Type.Record(Type.String(), wordsOf);

const reason = Type.Object(
  {
    outcome,
    remedy: Type.Optional(id),
    ...inThreeLanguages,
  },
  closed,
);

const manifest = Type.Object(
  {
    id,
    version: Type.String({ pattern: "^\\d+\\.\\d+\\.\\d+$" }),
    languages: Type.Array(Type.String()),
    checkedOn: day,
    rules: Type.Array(id, { minItems: 1 }),
    yearRules: Type.Array(id),
  },
  closed,
);

const text = Type.Object(
  {
    id,
    kind: Type.Enum(["law", "policy"]),
    title: wordsOf,
    short: wordsOf,
    signedOn: Type.Optional(day),
    // The first release named the issue in French alone.
    bulletin: Type.Optional(Type.Union([wordsOf, said])),
    inForce: Type.Optional(Type.Object(period, closed)),
    repeals: Type.Optional(id),
    procedures: Type.Optional(procedures),
  },
  closed,
);

const parameter = Type.Object(
  {
    id,
    unit: Type.Enum(["share", "dirhams", "days", "hours", "count", "monthDay", "yesNo"]),
    title: wordsOf,
    question: wordsOf,
    unusedBecause: Type.Optional(said),
    values: Type.Array(Type.Object({ ...period, value: Type.Number(), text: id, article, grade }, closed), {
      minItems: 1,
    }),
  },
  closed,
);

const rule = Type.Object(
  {
    id,
    check: Type.Optional(id),
    norm: Type.Enum(["binding", "recommended"]),
    effect,
    stage: Type.Enum(["draft", "published", "awarded", "completed"]),
    inForce: Type.Optional(Type.Array(Type.Object({ ...period, atMost: Type.Optional(effect) }, closed))),
    onlyFor: Type.Optional(procedures),
    notFor: Type.Optional(procedures),
    byLot: Type.Optional(Type.Enum(["estimate", "guarantee", "reservation", "capacity", "award"])),
    legalBasis: Type.Array(
      Type.Object({ text: id, article, grade, from: Type.Optional(day), until: Type.Optional(day) }, closed),
    ),
    parameters: Type.Array(id),
    points: Type.Optional(
      Type.Object(
        {
          possible: Type.Number({ exclusiveMinimum: 0 }),
          scale: Type.Record(Type.String(), Type.Number({ minimum: 0 })),
        },
        closed,
      ),
    ),
    title: wordsOf,
    demand: wordsOf,
    reasons: Type.Record(Type.String(), reason),
  },
  closed,
);

const remedy = Type.Object(
  {
    id,
    ...inThreeLanguages,
  },
  closed,
);

const words = { ar: said, fr: said };
/** How sure a line of the calendar is, in words. */
const status = Type.Optional(said);

const calendar = Type.Object(
  {
    version: said,
    note: Type.Optional(wordsOf),
    fixed: Type.Array(
      Type.Object(
        {
          monthDay: Type.String({ pattern: "^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$" }),
          fromYear: Type.Optional(Type.Integer()),
          ...words,
          status,
        },
        closed,
      ),
    ),
    religious: Type.Array(
      Type.Object(
        {
          hijriMonthDay: Type.String({ pattern: "^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|30)$" }),
          days: Type.Integer({ minimum: 1 }),
          ...words,
          status,
          observed: Type.Array(Type.Object({ firstDay: day, status }, closed)),
        },
        closed,
      ),
    ),
    exceptional: Type.Array(Type.Object({ day: day, why: Type.Optional(said), status }, closed)),
  },
  closed,
);

const questions = Type.Array(
  Type.Object(
    {
      pointer: Type.String({ pattern: "^/" }),
      ...inThreeLanguages,
    },
    closed,
  ),
);

const common = Type.Object(
  {
    reasons: Type.Record(Type.String(), reason),
    labels: wordsByKey,
    grades: wordsByKey,
    outcomes: wordsByKey,
    effects: wordsByKey,
    verdicts: wordsByKey,
    sectors: wordsByKey,
    stages: wordsByKey,
    procedures: wordsByKey,
    families: wordsByKey,
  },
  closed,
);

// Folded: they are looked for as they stand.
const folded = Type.Array(Type.String({ minLength: 2, pattern: "^[\\p{L}\\p{N} ]+$" }), { minItems: 1 });
const reservationWords = Type.Object(
  {
    reserved: folded,
    notReserved: folded,
    cooperative: folded,
    cooperativeUnion: folded,
    selfEntrepreneur: folded,
    firm: folded,
  },
  closed,
);

/** The schemas of a rulebook's files, by what a file holds. */
export const rulebookSchemas = {
  manifest,
  text,
  parameter,
  rule,
  remedy,
  calendar,
  questions,
  common,
  reservationWords,
} as const;

export type RulebookSchema = keyof typeof rulebookSchemas;
