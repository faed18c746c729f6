import type { IssuedReport, ReportStore } from "./issue-report.ts";
import type { PublishedLog } from "./published-log.ts";

/** One file of the archive. */
export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the archive needs from outside. */
export interface ArchivePorts {
  readonly reports: Pick<ReportStore, "file">;
  readonly log: Pick<PublishedLog, "checkpoint" | "keys">;
  /** SHA-256 of bytes, in hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A reference as part of a file name. */
const safe = (reference: string): string =>
  reference
    .normalize("NFKD")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);

const nameOf = ({ reference, language, variant, id }: IssuedReport): string =>
  `reports/${[safe(reference), language, variant === "full" ? "" : variant, id].filter((part) => part !== "").join("-")}.pdf`;

/**
 * Reports as files with a manifest: each as it was issued, with its proof; the head and the keys of the log, by
 * which each can be verified offline; checksums that `sha256sum -c` reads.
 */
export const reportArchive = ({ reports, log, sha256 }: ArchivePorts) =>
  async function* (chosen: AsyncIterable<IssuedReport>): AsyncGenerator<ArchiveFile> {
    const manifest: object[] = [];
    const sums: string[] = [];
    const listed = (file: ArchiveFile): ArchiveFile => {
      sums.push(`${sha256(file.bytes)}  ${file.name}\n`);
      return file;
    };
    for await (const report of chosen) {
      const bytes = await reports.file(report.id, report.variant);
      if (bytes === null) throw new Error(`report ${report.id} is in the register and is not there`);
      const file = listed({ name: nameOf(report), bytes });
      manifest.push({ file: file.name, sha256: sha256(bytes), ...report });
      yield file;
    }
    yield listed({ name: "manifest.json", bytes: utf8(`${JSON.stringify(manifest, null, 2)}\n`) });
    yield listed({ name: "log/checkpoint", bytes: utf8(await log.checkpoint()) });
    yield listed({ name: "log/keys", bytes: utf8((await log.keys()).map((key) => `${key}\n`).join("")) });
    yield { name: "SHA256SUMS", bytes: utf8(sums.join("")) };
  };
