import { parentPort, workerData } from "node:worker_threads";
import { noticeText } from "../intake/notice/notice-text.ts";
import { stepBack } from "../step-back.ts";
import { readFirstTender } from "./first-tender.ts";
import type { UploadTask } from "./upload-task.ts";

// Reads one file, tells what is in it, and ends.
stepBack();
const { task, name, bytes } = workerData as UploadTask;
const read = task === "firstTender" ? await readFirstTender({ name, bytes }) : await noticeText(name, bytes);
parentPort?.postMessage(read, []);
