import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Acknowledged } from "../workload.ts";

/** What the traced service did to its database's files, and what it told its clients, in order. */
export type Event =
  | { readonly kind: "write"; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: "truncate"; readonly file: string; readonly size: number }
  | { readonly kind: "sync"; readonly file: string }
  | { readonly kind: "remove"; readonly file: string }
  | { readonly kind: "acknowledged"; readonly what: Acknowledged };

const CALL = /^(\d+) +(\w+)\((.*)$/s;
const RESUMED = /^(\d+) +<\.\.\. (\w+) resumed>/;
const DESCRIPTOR = /^\d+<([^>]*)>/;

const bytesIn = (quoted: string): Buffer => Buffer.from(quoted.replaceAll(String.raw`\x`, ""), "hex");

/** Every quoted argument of a call, together. */
const bytesOf = (parameters: string): Buffer =>
  Buffer.concat(
    [...parameters.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, quoted = ""]) => bytesIn(quoted)),
  );

const pathOf = (parameters: string): string => bytesIn(DESCRIPTOR.exec(parameters)?.[1] ?? "").toString();

/** An answer of 201 names what was stored; a report's answer names the assessment it is of. */
const answerIn = (text: string): Acknowledged | null => {
  const report = /^HTTP\/1\.1 200 .*filename="awlawiya-(\w{26})-/s.exec(text)?.[1];
  if (report !== undefined) return { kind: "report", id: report };
  const [, kind, id] =
    /^HTTP\/1\.1 201 .*\bLocation: \/api\/v1\/(tender|assessment)s\/(\w{26})/s.exec(text) ?? [];
  return id === undefined ? null : { kind: kind as "tender" | "assessment", id };
};

const writeIn = (name: string, parameters: string, file: string): Event | null => {
  if (name === "pwrite64") {
    const at = Number(/, (\d+)(?:\)| <unfinished)/.exec(parameters)?.[1]);
    return { kind: "write", file, at, bytes: bytesOf(parameters) };
  }
  if (name === "ftruncate") return { kind: "truncate", file, size: Number(/>, (\d+)/.exec(parameters)?.[1]) };
  throw new Error(`the database was written by ${name}`);
};

/** Reads a trace of `strace -f -y -xx`; only files whose path `isOurs` matter. */
export async function* eventsIn(trace: string, isOurs: (path: string) => boolean): AsyncGenerator<Event> {
  const syncing = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(trace) })) {
    const [, waiting = ""] = RESUMED.exec(line) ?? [];
    const synced = syncing.get(waiting);
    // What is under way when the power goes may not be there yet: a sync counts when it has come back.
    if (synced !== undefined) {
      syncing.delete(waiting);
      yield { kind: "sync", file: synced };
    }
    const [, thread = "", name = "", parameters = ""] = CALL.exec(line) ?? [];
    if (name === "unlink") {
      const file = bytesOf(parameters).toString();
      if (isOurs(file)) yield { kind: "remove", file };
      continue;
    }
    const file = pathOf(parameters);
    if (name === "fsync" || name === "fdatasync") {
      if (!isOurs(file)) continue;
      if (parameters.endsWith("<unfinished ...>")) syncing.set(thread, file);
      else yield { kind: "sync", file };
      continue;
    }
    if (name === "write" || name === "writev") {
      const what = isOurs(file) ? null : answerIn(bytesOf(parameters).toString("latin1"));
      if (what !== null) yield { kind: "acknowledged", what };
      if (!isOurs(file)) continue;
    }
    const event = name !== "" && isOurs(file) ? writeIn(name, parameters, file) : null;
    if (event !== null) yield event;
  }
}
