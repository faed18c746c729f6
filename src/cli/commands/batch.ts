import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from "node:fs";
import type { LocalDate } from "../../domain/local-date.ts";
import { inputError } from "../../intake/input-error.ts";
import { compressed } from "../open-source.ts";
import { openFileSource } from "../../intake/source/file-source.ts";
import type { Source } from "../../intake/source/source.ts";
import {
  type BatchPorts,
  type BatchProgress,
  type BatchRequest,
  type LineFormat,
  NOTHING_DONE,
} from "../../usecases/batch.ts";
import { questionOf, removeState, savedState, saveState } from "../batch-state.ts";
import type { CliApp, Terminal } from "../cli-app.ts";
import { confirmationsIn } from "../confirmations-file.ts";
import { EXIT } from "../exit-code.ts";
import { tell } from "../tell.ts";
import { progressLine } from "../text/progress-text.ts";

export interface BatchOptions {
  readonly as: LineFormat;
  readonly on?: LocalDate;
  readonly confirmations?: string;
  readonly threads: number;
  readonly output?: string;
  readonly resume?: true;
}

const CHUNK = 1_048_576;
const HEAD = 65_536;
/** Milliseconds between two states on disk. */
const SAVE_EVERY = 250;

async function* chunksFrom(source: Source, offset: number): AsyncGenerator<Uint8Array> {
  for (let at = offset; at < source.size; at += CHUNK) yield await source.slice(at, CHUNK);
}

/** Where the assessments go: a file that can be continued, or what follows in the pipe. */
interface Sink {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly onProgress: (progress: BatchProgress) => void;
  readonly finish: () => void;
}

const fileSink = (path: string, question: string, from: BatchProgress): Sink => {
  const handle = openSync(path, from === NOTHING_DONE ? "w" : "r+");
  ftruncateSync(handle, from.outputBytes);
  let position = from.outputBytes;
  let saved = Date.now();
  return {
    write: async (bytes) => {
      position += writeSync(handle, bytes, 0, bytes.length, position);
    },
    onProgress: (progress) => {
      if (Date.now() - saved < SAVE_EVERY) return;
      // The assessments first, then the state that counts them.
      fsyncSync(handle);
      saveState(path, question, progress);
      saved = Date.now();
    },
    finish: () => {
      fsyncSync(handle);
      closeSync(handle);
      removeState(path);
    },
  };
};

const pipeSink = (terminal: Terminal): Sink => ({
  write: terminal.bytes,
  onProgress: () => undefined,
  finish: () => undefined,
});

/** Where to begin; null when there is nothing to continue, which was told. */
const beginning = (options: BatchOptions, question: string, terminal: Terminal): BatchProgress | null => {
  if (options.resume === undefined) return NOTHING_DONE;
  const saved = savedState(options.output ?? "", question);
  if (saved !== null && saved !== "other") return saved;
  const why =
    saved === "other"
      ? "was made from another file, day, law or format; run without --resume"
      : "has no state beside it; was it finished? Run without --resume";
  tell(terminal, options.output ?? "-", [inputError("", "NO_STATE", why)], "error");
  return null;
};

const run = async (
  file: string,
  source: Source | null,
  request: BatchRequest,
  options: BatchOptions,
  app: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const head = source === null ? new Uint8Array() : await source.slice(0, HEAD);
  const question = questionOf(request, app.rulebook.sha256, { size: source?.size ?? 0, head });
  if (/^\uFEFF?\s*\[/.test(Buffer.from(head).toString("utf8")))
    terminal.err(
      `warning: ${file}: is a list; expected a tender a line: awlawiya import FILE | awlawiya batch`,
    );
  const from = beginning(options, question, terminal);
  if (from === null) return EXIT.badInput;
  const sink = options.output === undefined ? pipeSink(terminal) : fileSink(options.output, question, from);
  const line = progressLine(terminal.progress);
  const ports: BatchPorts = {
    chunks: source === null ? process.stdin : chunksFrom(source, from.inputBytes),
    write: sink.write,
    onBad: (bad) => {
      line.clear();
      tell(terminal, `${file}: line ${bad.line}`, bad.problems, "error");
    },
    onProgress: (progress) => {
      sink.onProgress(progress);
      line.show(progress.inputBytes, source?.size ?? null, progress.lines);
    },
  };
  const { assessed, unmapped, bad } = await app.batch(request, ports, from);
  sink.finish();
  line.clear();
  const words = app.dataWords(terminal.language);
  const totals = words["batchTotals"] ?? "";
  terminal.err(totals.replace("{assessed}", String(assessed)).replace("{bad}", String(bad)));
  if (unmapped > 0) terminal.err((words["batchUnmapped"] ?? "").replace("{unmapped}", String(unmapped)));
  return bad > 0 ? EXIT.found : EXIT.nothing;
};

/** JSON Lines of tenders in, JSON Lines of assessments out; exit 1 when a line was bad. */
export const batch = async (
  file: string,
  options: BatchOptions,
  app: CliApp,
  terminal: Terminal,
): Promise<number> => {
  const confirmations = confirmationsIn(options.confirmations, app, terminal);
  if (confirmations === null) return EXIT.badInput;
  if (options.resume === true && (options.output === undefined || file === "-")) {
    terminal.err("error: --resume needs a file to read and -o, the file that was being written");
    return EXIT.badInput;
  }
  const request = { as: options.as, on: options.on ?? null, confirmations, threads: options.threads };
  if (file === "-") return run(file, null, request, options, app, terminal);
  const opened = await openFileSource(file);
  if (!opened.ok) {
    tell(terminal, file, opened.errors, "error");
    return EXIT.badInput;
  }
  try {
    const problem = await compressed(opened.source);
    if (problem === null) return await run(file, opened.source, request, options, app, terminal);
    tell(terminal, file, [problem], "error");
    return EXIT.badInput;
  } finally {
    await opened.source.close();
  }
};
