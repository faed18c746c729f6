import { type InputError, inputError } from "../input-error.ts";
import type { Imported, Reader } from "../readers.ts";
import { isZip } from "../xlsx/is-zip.ts";
import { cutOcds, type OcdsUnit } from "./cut-ocds.ts";
import { flattenedUnit, isFlattened } from "./flat/read-flat.ts";
import { compileReleases, type Release } from "./merge-releases.ts";
import { toTender } from "./native/to-tender.ts";
import { type Opened, openPart, type Statement } from "./open-part.ts";

const refused = (at: string, errors: readonly InputError[]): Imported => ({
  at,
  read: { ok: false, errors },
  unmapped: [],
});

/** The same release said twice is one; another release under the same id is kept, for nothing may be lost. */
const distinct = (releases: readonly Release[]): readonly Release[] => {
  if (releases.length < 2) return releases;
  return [...new Map(releases.map((release) => [JSON.stringify(release), release])).values()];
};

const warned = (imported: Imported, warnings: readonly InputError[]): Imported => {
  const { read } = imported;
  if (!read.ok || warnings.length === 0) return imported;
  return { ...imported, read: { ...read, warnings: [...warnings, ...read.warnings] } };
};

const COMPILED_TWICE = inputError(
  "",
  "DUPLICATE_OCID",
  "is the record of a process that the file has told already; give it once",
);

/** One process from all that the file says of it. */
const readProcess = (statements: readonly Statement[]): readonly Imported[] => {
  const [first, ...others] = statements;
  if (first === undefined) return [];
  const releases = distinct(statements.flatMap((statement) => statement.releases));
  const twice = others
    .filter(({ compiled }) => compiled !== null)
    .map(({ at }) => refused(at, [COMPILED_TWICE]));
  const compiled = releases.length > 0 ? compileReleases(releases, first.rules.merge) : first.compiled;
  const tender = { at: first.at, ...toTender(compiled ?? {}, releases) };
  return [
    warned(
      tender,
      statements.flatMap(({ warnings }) => warnings),
    ),
    ...twice,
  ];
};

const ocidOf = (opened: Opened): string | null => (opened.ok ? opened.statement.ocid : opened.ocid);

/** A process of which one release is refused is refused whole: merged without it, it would say something else. */
const readGroup = (group: readonly Opened[]): readonly Imported[] => {
  const wrong = group.filter((opened) => !opened.ok);
  if (wrong.length === 0)
    return readProcess(group.flatMap((opened) => (opened.ok ? [opened.statement] : [])));
  return wrong.map(({ at, errors }) => refused(at, errors));
};

/**
 * Reads what belongs to one process (or, in a line that is a package, to several). Plain data in, plain data out:
 * any thread may do it.
 */
export const readOcdsUnit = ({ parts, context, errors, at }: OcdsUnit): readonly Imported[] => {
  if (errors.length > 0) return [refused(at, errors)];
  const opened = parts.flatMap((part, index) =>
    openPart(part, context !== null && index > 0 ? { ...context, notices: [] } : context),
  );
  const groups = new Map<string, Opened[]>();
  opened.forEach((each, index) => {
    const key = ocidOf(each) ?? `no ocid ${index}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  });
  return [...groups.values()].flatMap(readGroup);
};

/**
 * OCDS 1.0 and 1.1, in order: releases, records, packages of them, lists, JSON Lines, or a flattened workbook or CSV
 * file.
 */
export const readOcdsFile: Reader = async function* readOcdsFile(source) {
  if ((await isZip(source)) || (await isFlattened(source))) {
    yield* readOcdsUnit(await flattenedUnit(source));
    return;
  }
  let isEmpty = true;
  for await (const unit of cutOcds(source)) {
    isEmpty = false;
    yield* readOcdsUnit(unit);
  }
  if (isEmpty) yield refused("", [inputError("", "EMPTY", "is empty; expected OCDS releases or records")]);
};
