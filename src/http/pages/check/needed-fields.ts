import type { Question } from "../../../domain/assessment.ts";
import { acceptTender } from "../../../intake/read-tender.ts";
import type { Service } from "../../service.ts";
import type { Field } from "./field.ts";
import { type Plain, setAt, valueAt } from "./places.ts";

/** What decides which rules apply; everything else is what they then ask for. */
const IDENTITY = [
  "/procedure",
  "/stage",
  "/category",
  "/sector",
  "/launchedOn",
  "/scope",
  "/studies",
  "/title",
  "/description",
];
const UNNAMED = { reference: "–", buyer: { name: { fr: "–" } }, title: { fr: "–" } };

const questionsFor = (service: Service, document: Plain): readonly Question[] => {
  const read = acceptTender({ ...UNNAMED, ...document });
  // Without a day the law of today asks: which fields are shown must not wait for one.
  const on = document["launchedOn"] === undefined ? service.today() : null;
  return read.ok ? service.check(read, on).questions : [];
};

const identityOf = (document: Plain): Plain => {
  const identity: Plain = {};
  for (const pointer of IDENTITY) setAt(identity, pointer, valueAt(document, pointer));
  return identity;
};

const meet = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

/** The rules that ask for each field, for the procedure and the stage of the document. */
export type Asked = (field: Field) => readonly string[];

/** What the rules ask for: of a tender of this kind of which nothing else is known, and of this one as it is. */
export const askedFor = (service: Service, document: Plain): Asked => {
  const questions = [...questionsFor(service, identityOf(document)), ...questionsFor(service, document)];
  const rulesOf = ({ pointer, group = pointer }: Field): readonly string[] => {
    const near = questions.filter((question) => meet(question.pointer, group));
    const own = near.filter((question) => meet(question.pointer, pointer));
    return [...new Set((own.length > 0 ? own : near).flatMap(({ resolves }) => resolves))];
  };
  const known = new Map<Field, readonly string[]>();
  return (field) => {
    const rules = known.get(field) ?? rulesOf(field);
    known.set(field, rules);
    return rules;
  };
};

/** Is the field shown: asked for, already given, or always? */
export const isShown = (field: Field, document: Plain, asked: Asked): boolean =>
  field.isAlways === true || valueAt(document, field.pointer) !== undefined || asked(field).length > 0;
