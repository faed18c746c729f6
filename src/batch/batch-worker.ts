import { parentPort, workerData } from "node:worker_threads";
import { canonicalHash } from "../canonical-hash.ts";
import { withConfirmations } from "../domain/confirmation.ts";
import { loadRulebook } from "../rulebook/load-rulebook.ts";
import { checkTender } from "../usecases/check-tender.ts";
import type { BatchSetting } from "./batch-thread.ts";
import { judgeLines } from "./judge-lines.ts";
import { lineReaders } from "./line-readers.ts";
import { linesWriter } from "./lines-writer.ts";

// One thread that judges: it answers each block of lines with a block of assessments.

const port = parentPort;
if (port === null) throw new Error("batch-worker runs in a worker thread");

const { rulebookDirectory, request } = workerData as BatchSetting;
const law = withConfirmations(loadRulebook(rulebookDirectory), request.confirmations);
const check = checkTender(() => law, canonicalHash);
const bench = { readLine: await lineReaders[request.as](), check, output: linesWriter() };

port.on("message", (bytes: Uint8Array) => {
  const judged = judgeLines(bytes, bench, request.on);
  port.postMessage(judged, [judged.output.buffer as ArrayBuffer]);
});
