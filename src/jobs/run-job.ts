import { FORMATS, type Format, readers } from "../intake/readers.ts";
import type { Source } from "../intake/source/source.ts";
import { firstOfEachKind } from "../intake/unplaced.ts";
import type { Profile } from "../intake/table/mapping.ts";
import type { ClaimedJob, ImportItem, JobStore } from "../usecases/imports/ports.ts";
import type { Ended, ImportHooks } from "../usecases/imports/run-import.ts";
import { counted } from "./upload-source.ts";

/** Milliseconds between two signs of life: a reader may think for long before its first tender. */
const RENEW_EVERY = 4000;

/** What was refused with every reason; what had no place, the first time that its kind is met. */
async function* itemsOf(source: Source, format: Format, profile: Profile | null): AsyncGenerator<ImportItem> {
  const read = await readers[format]();
  const firstOf = firstOfEachKind();
  for await (const { at, read: one, unmapped } of read(source, profile === null ? {} : { profile }))
    yield {
      at,
      document: one.ok ? one.document : null,
      problems: [...(one.ok ? [] : one.errors), ...firstOf(unmapped)],
    };
}

type RunImport = (job: ClaimedJob, items: AsyncIterable<ImportItem>, hooks: ImportHooks) => Promise<Ended>;

const isFormat = (format: string): format is Format => (FORMATS as readonly string[]).includes(format);

/** Runs a claimed job to its end, to the service's, or until it is lost; what goes wrong fails the job. */
export const runJob = async (
  jobs: JobStore,
  runImport: RunImport,
  job: ClaimedJob,
  source: Source,
  hooks: Pick<ImportHooks, "shouldStop" | "onCommitted">,
): Promise<Ended | "failed"> => {
  const { format } = job;
  if (!isFormat(format)) {
    await jobs.finish(job, "failed", "UNKNOWN_FORMAT");
    return "failed";
  }
  const renewing = setInterval(() => {
    jobs.renew(job).catch(() => undefined);
  }, RENEW_EVERY);
  try {
    const bytes = counted(source);
    const items = itemsOf(bytes, format, job.profile as Profile | null);
    const ended = await runImport(job, items, { ...hooks, bytesRead: bytes.bytesRead });
    if (ended === "done") await jobs.finish(job, "done", null);
    if (ended === "stopped") await jobs.finish(job, "ready", null);
    return ended;
  } catch (error) {
    await jobs.finish(job, "failed", "INTERNAL");
    throw error;
  } finally {
    clearInterval(renewing);
  }
};
