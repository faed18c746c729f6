import { SECTORS, STAGES } from "../domain/code-lists.ts";
import type { TSchema } from "typebox";
import { confirmationSchema } from "../intake/schema/confirmation-schema.ts";
import { Type } from "../schema-type.ts";

// What the API answers, for the OpenAPI document and its contract tests.

const text = (description: string) => Type.String({ description });
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false } as const;
const hash = (description: string) => Type.String({ description, pattern: "^[0-9a-f]{64}$" });
const id = (description: string) => Type.String({ description, pattern: "^[0-9A-HJKMNP-TV-Z]{26}$" });
const grade = Type.Enum(["T", "D", "S", "R", "C", "P"], {
  description:
    "How the source was read: T legal text, D tender document, S secondary, R recalled, C conflicting, P policy",
});

const singles = [
  Type.Object({ amount: Type.Number({ description: "Dirhams" }) }, closed),
  Type.Object({ day: text("YYYY-MM-DD") }, closed),
  Type.Object({ count: Type.Number() }, closed),
  Type.Object({ text: text("As sent") }, closed),
  Type.Object({ words: Type.Record(Type.String(), Type.String()) }, closed),
  Type.Object({ families: Type.Array(Type.String()) }, closed),
];
const figure = Type.Union([
  ...singles,
  Type.Object(
    {
      each: Type.Array(Type.Union([...singles, Type.Null()]), {
        description: "One of each of several things; null: not known",
      }),
    },
    closed,
  ),
]);
const figures = Type.Record(Type.String(), figure, {
  description: "Beside a remedy: what its text needs of this case, by the name of its place",
});

const findingSchema = Type.Object(
  {
    rule: text("Id of the rule"),
    lot: Type.Optional(text("Lot, where the rule is judged by lot")),
    outcome: Type.Enum(["passed", "failed", "cantTell", "inapplicable"], { description: "What was found" }),
    norm: Type.Enum(["binding", "recommended"], { description: "binding: the law; recommended: the policy" }),
    effect: nullable(
      Type.Enum(["breach", "warning", "points", "info"], {
        description: "After the cap by source; null unless failed",
      }),
    ),
    reason: text("Key into the rulebook's wording"),
    evidence: Type.Array(
      Type.Object(
        { pointer: text("JSON Pointer into the document"), value: Type.Unknown({ description: "As sent" }) },
        closed,
      ),
    ),
    arithmetic: Type.Array(
      Type.Object(
        {
          label: text("Key into the rulebook's labels"),
          expression: text("The calculation"),
          value: Type.Union([Type.String(), Type.Number()]),
        },
        closed,
      ),
    ),
    missing: Type.Array(text("Pointer to a fact that would settle it")),
    parameters: Type.Array(
      Type.Object({ id: text("Parameter of the law"), value: Type.Number(), grade }, closed),
    ),
    legalBasis: Type.Array(
      Type.Object(
        { text: text("Id of the legal text"), article: Type.Optional(text("Article")), grade },
        closed,
      ),
    ),
    points: nullable(
      Type.Object({ earned: Type.Number(), possible: Type.Number(), undetermined: Type.Number() }, closed),
    ),
    remedy: nullable(text("Key of a text to paste")),
    figures: Type.Optional(figures),
    title: Type.Optional(text("With a language: title of the rule")),
    demand: Type.Optional(text("With a language: what the rule asks")),
    explanation: Type.Optional(text("With a language: what was found and why it matters")),
    remedyText: Type.Optional(nullable(text("With a language: the text to paste"))),
  },
  { ...closed, description: "What one rule says of the tender, or of one lot" },
);

const percentage = (description: string) => nullable(Type.Number({ minimum: 0, maximum: 100, description }));

export const assessmentSchema = Type.Object(
  {
    id: id("Derived from the input, the rulebook, the day and the tender"),
    tenderId: Type.Optional(id("The stored tender")),
    inputSha256: hash("SHA-256 of the document's RFC 8785 canonical JSON"),
    on: nullable(text("Day whose law applies; null when unknown")),
    rulebook: Type.Object(
      { id: text("Rulebook"), version: text("Its version"), sha256: hash("Hash of its files") },
      closed,
    ),
    sector: Type.Object(
      {
        code: nullable(Type.Enum(SECTORS, { description: "null: cannot tell" })),
        confidence: Type.Number({ minimum: 0, maximum: 1 }),
        terms: Type.Array(text("A word that decided")),
      },
      closed,
    ),
    verdict: Type.Enum(
      ["compliant", "compliantWithReservations", "nonCompliant", "undetermined", "outOfScope"],
      {
        description: "The legal verdict",
      },
    ),
    stage: Type.Object(
      {
        value: Type.Enum(STAGES),
        assumed: Type.Boolean({ description: "true: shown by the facts, not stated" }),
      },
      closed,
    ),
    index: Type.Object(
      {
        score: percentage("The cooperative-priority index"),
        low: percentage("With all that is open lost"),
        high: percentage("With all that is open won"),
        coverage: nullable(
          Type.Number({ minimum: 0, maximum: 1, description: "Share of the weight that is determined" }),
        ),
      },
      closed,
    ),
    unverified: Type.Array(text("Binding rule that could not be determined")),
    findings: Type.Array(findingSchema),
    questions: Type.Array(
      Type.Object(
        {
          pointer: text("The fact that is asked"),
          resolves: Type.Array(text("Rule that it would settle")),
          gain: Type.Number({ description: "Points of the index that it may move" }),
          text: Type.Optional(text("With a language: the question")),
        },
        closed,
      ),
    ),
    confirmations: Type.Array(confirmationSchema, {
      description: "Confirmations that lifted a cap by source",
    }),
  },
  { ...closed, description: "An assessment; words are added when a language is asked for" },
);

export const problemSchema = Type.Object(
  {
    type: text("Kind of problem"),
    title: text("What went wrong"),
    status: Type.Integer({ description: "HTTP status" }),
    code: text("Stable code"),
    errors: Type.Array(
      Type.Object(
        { pointer: text("Where"), code: text("Kind of error"), message: text("What, and what was expected") },
        closed,
      ),
    ),
  },
  { ...closed, description: "RFC 9457 problem document" },
);
