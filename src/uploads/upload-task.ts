import type { FileText } from "../intake/notice/notice-text.ts";
import type { FirstTender } from "./first-tender.ts";

/** A file as it was sent. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is read out of a file that somebody sent to a page. */
export interface UploadTasks {
  /** The first tender that it holds. */
  readonly firstTender: FirstTender;
  /** The text of a notice. */
  readonly noticeText: FileText;
}

/** What a thread is told to do. */
export interface UploadTask extends UploadedFile {
  readonly task: keyof UploadTasks;
}
