import { parentPort, workerData } from "node:worker_threads";
import { composePack } from "../compose-pack.ts";
import { DomainError } from "../domain/errors.ts";
import type { PackJob, PackPlace, PackReply } from "./pack-thread.ts";

// One thread that makes packs, one after the other: each reads the database over connections of its own.

const port = parentPort;
if (port === null) throw new Error("pack-worker runs in a worker thread");

const { database, letterhead } = workerData as PackPlace;

const answer = async ({ actor, order, rulebook }: PackJob): Promise<PackReply> => {
  const { makePack, close } = composePack(database, letterhead);
  try {
    return { ok: true, made: await makePack(actor, order, rulebook) };
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, details: error.details };
    const details = { problem: error instanceof Error ? error.message : String(error) };
    return { ok: false, code: "REPORT_FAILED", details };
  } finally {
    await close();
  }
};

const send = (reply: PackReply): void => {
  // The bytes are handed over, not copied: the thread that answers requests waits for nothing.
  port.postMessage(reply, reply.ok ? [reply.made.bytes.buffer as ArrayBuffer] : []);
};

port.on("message", (job: PackJob) => {
  void answer(job).then(send);
});
