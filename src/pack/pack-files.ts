import { createHash } from "node:crypto";
import type { Rulebook } from "../domain/rulebook.ts";
import type { Language } from "../domain/tender.ts";
import type { Press } from "../report/press.ts";
import { type PackContent, type PackMade, packName } from "../usecases/packs.ts";
import type { Hash } from "../usecases/ports.ts";
import { archive, type ArchivedFile } from "./archive.ts";
import { packOcds } from "./pack-ocds.ts";
import { packPayload } from "./pack-payload.ts";
import { packPdf } from "./pack-pdf.ts";
import { packWorkbook } from "./pack-workbook.ts";
import { writingIn } from "./writing.ts";

const LANGUAGES: readonly Language[] = ["ar", "fr", "en"];

/** By what a pack is printed. */
export interface PackTools {
  readonly press: Press;
  readonly hash: Hash;
}

/** One line a file, as `sha256sum -c` reads it. */
const checksums = (files: readonly ArchivedFile[]): ArchivedFile => ({
  name: "SHA256SUMS",
  bytes: Buffer.from(
    files.map(({ name, bytes }) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`).join(""),
  ),
});

/** Every file of a pack, its list of checksums last. The same content gives the same bytes. */
export const packFiles = async (
  content: PackContent,
  rulebook: Rulebook,
  { press, hash }: PackTools,
): Promise<readonly ArchivedFile[]> => {
  const base = packName({ buyer: content.buyer, year: content.pack.year.year });
  const payload = packPayload(content);
  const files: ArchivedFile[] = [];
  for (const language of LANGUAGES) {
    const writing = writingIn(language, rulebook);
    files.push({ name: `${base}-${language}.pdf`, bytes: await packPdf(content, payload, writing, press) });
    files.push({ name: `${base}-${language}.xlsx`, bytes: packWorkbook(content, writing) });
  }
  const ocds = await packOcds(content, hash);
  if (ocds !== "") files.push({ name: `${base}-ocds.json`, bytes: Buffer.from(ocds) });
  files.push({ name: `${base}.json`, bytes: Buffer.from(payload.json) });
  return [...files, checksums(files)];
};

/** A pack as one archive, hashed by whoever makes it: the thread that answers requests has other things to do. */
export const packArchive = async (
  content: PackContent,
  rulebook: Rulebook,
  tools: PackTools,
): Promise<PackMade> => {
  const bytes = archive(await packFiles(content, rulebook, tools));
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
};
