import type { FileText } from "../intake/notice/notice-text.ts";
import type { FirstTender } from "./first-tender.ts";
import type { AskedSheet, ReadSheet } from "./year-sheet.ts";

/** A file as it was sent. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is read out of a file that somebody sent to a page, and of which file. */
export interface UploadTasks {
  /** The first tender that it holds. */
  readonly firstTender: { readonly of: UploadedFile; readonly read: FirstTender };
  /** The text of a notice. */
  readonly noticeText: { readonly of: UploadedFile; readonly read: FileText };
  /** The lines of a buyer's year. */
  readonly yearSheet: { readonly of: AskedSheet; readonly read: ReadSheet };
}

/** What a thread is told to do. */
export interface UploadTask<Task extends keyof UploadTasks = keyof UploadTasks> {
  readonly task: Task;
  readonly file: UploadTasks[Task]["of"];
}
