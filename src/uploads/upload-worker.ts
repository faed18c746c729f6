import { parentPort, workerData } from "node:worker_threads";
import { noticeText } from "../intake/notice/notice-text.ts";
import { stepBack } from "../step-back.ts";
import { readFirstTender } from "./first-tender.ts";
import type { UploadTask, UploadTasks } from "./upload-task.ts";
import { readYearSheet } from "./year-sheet.ts";

// Reads one file, tells what is in it, and ends.

type Readers = {
  [Task in keyof UploadTasks]: (of: UploadTasks[Task]["of"]) => Promise<UploadTasks[Task]["read"]>;
};

const readers: Readers = {
  firstTender: readFirstTender,
  noticeText: ({ name, bytes }) => noticeText(name, bytes),
  yearSheet: readYearSheet,
};

const readOf = <Task extends keyof UploadTasks>({ task, file }: UploadTask<Task>) => readers[task](file);

stepBack();
parentPort?.postMessage(await readOf(workerData as UploadTask), []);
