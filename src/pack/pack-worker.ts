import { parentPort, workerData } from "node:worker_threads";
import { composePack } from "../compose-packs.ts";
import { DomainError } from "../domain/errors.ts";
import type { PackJob, PackReply } from "./pack-thread.ts";

// One thread that makes one pack: it reads the database over connections of its own, and answers once.

const port = parentPort;
if (port === null) throw new Error("pack-worker runs in a worker thread");

const answer = async ({ database, letterhead, actor, order, rulebook }: PackJob): Promise<PackReply> => {
  const { makePack, close } = composePack(database, letterhead);
  try {
    return { ok: true, bytes: await makePack(actor, order, rulebook) };
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, details: error.details };
    throw error;
  } finally {
    await close();
  }
};

const reply = await answer(workerData as PackJob);
// The bytes are handed over, not copied: the thread that answers requests waits for nothing.
port.postMessage(reply, reply.ok ? [reply.bytes.buffer as ArrayBuffer] : []);
