import type { Confirmation } from "../domain/confirmation.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import type { Territory } from "../domain/territory.ts";
import type { Language } from "../domain/tender.ts";
import type { AccountService } from "../usecases/accounts/account-service.ts";
import type { RunBatch } from "../usecases/batch.ts";
import type { Job, NewJob, StoredProblem } from "../usecases/imports/ports.ts";
import type { CheckTender } from "../usecases/check-tender.ts";
import type { Answered, Hash, ReportRequest, StoredTender } from "../usecases/ports.ts";
import type { PackOrder } from "../usecases/packs.ts";
import type { Verification } from "../domain/verification.ts";
import type { LedgerCli } from "./ledger-cli.ts";
import type { CliWords } from "./text/cli-words.ts";

/** What was copied of one table. */
export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
}

type Tell = (copied: CopiedTable) => void;

/** Keeping the service: nothing of it needs the service to run. */
export interface Operations {
  readonly backup: (file: string, tell: Tell) => Promise<readonly CopiedTable[]>;
  readonly restore: (file: string, tell: Tell) => Promise<readonly CopiedTable[]>;
  readonly move: (url: string, tell: Tell) => Promise<readonly CopiedTable[]>;
  readonly doctor: () => Promise<
    readonly {
      readonly subject: string;
      readonly state: "well" | "doubt" | "ill";
      readonly remark?: string;
      readonly facts: Readonly<Record<string, string>>;
    }[]
  >;
}

/** What the command line needs of the product; the composition root supplies it. */
export interface CliApp {
  /** Every tender of the database, in order of id. */
  readonly storedTenders: () => AsyncIterable<StoredTender>;
  readonly hash: Hash;
  readonly rulebook: Rulebook;
  readonly words: (language: Language) => CliWords;
  /** A check under the rulebook as these jurists have confirmed it. */
  readonly checkWith: (confirmations: readonly Confirmation[]) => CheckTender;
  /** Words of imports, batches, coverage and red flags. */
  readonly dataWords: (language: Language) => CliWords;
  /** Checks JSON Lines on worker threads. */
  readonly batch: RunBatch;
  /** Read when it is asked for: few commands name places. */
  readonly territory: () => Territory;
  /** Works with the accounts of the database; `linkOf` makes the address of a one-time link. */
  readonly withAccounts: (
    work: (accounts: AccountService, linkOf: (secret: string) => string) => Promise<void>,
  ) => Promise<void>;
  /** A report as PDF, with the letterhead in a folder; else with that of the environment, if any. */
  readonly report: (request: ReportRequest, letterhead?: string) => Promise<Uint8Array>;
  /** What a buyer publishes of a year, from the database, as one archive; YEAR_NOT_FOUND when none is kept. */
  readonly pack: (order: PackOrder, letterhead?: string) => Promise<Uint8Array>;
  /** A stored assessment, whoever's it is; ASSESSMENT_NOT_FOUND when there is none. */
  readonly findAssessment: (id: string) => Promise<Answered>;
  readonly operations: () => Promise<Operations>;
  readonly operationWords: (language: Language) => CliWords;
  readonly ledgerWords: (language: Language) => Readonly<Record<string, string>>;
  /** What holds of a report. `key`: the log's, else this machine's own; `log`: its address or an exported file. */
  readonly verify: (file: Uint8Array, key: string | null, log: string | null) => Promise<Verification>;
  readonly ledger: () => Promise<LedgerCli>;
  readonly imports: () => Promise<LocalImports>;
  readonly migrate: () => Promise<readonly string[]>;
  /** Runs the service until it is told to stop. `isDemo`: with the fictitious tenders. */
  readonly serve: (isDemo: boolean) => Promise<void>;
}

/** Imports that this process itself runs, over the database. */
export interface LocalImports {
  /** Keeps a file and makes a job of it: answers with its id. */
  readonly begin: (job: NewJob, bytes: AsyncIterable<Uint8Array>) => Promise<string>;
  /** Runs a job to its end; null when there is none that waits. */
  readonly run: (id: string, onProgress: (job: Job) => void) => Promise<Job | null>;
  /** What was wrong in the file of a job, in its order. */
  readonly problems: (id: string) => AsyncIterable<StoredProblem>;
  readonly close: () => Promise<void>;
}

/** Where the command line writes; JSON goes to `out` alone, everything else to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  /** Like `out`, for what may not fit in memory: resolves when more can be taken. */
  readonly line: (text: string) => Promise<void>;
  readonly bytes: (bytes: Uint8Array) => Promise<void>;
  readonly err: (text: string) => void;
  /** A line that is written over; null when nobody is looking. */
  readonly progress: ((text: string) => void) | null;
  readonly isColour: boolean;
  readonly width: number;
  /** `--lang`, else the user's language by the environment; French when it is none of ours. */
  readonly language: Language;
  /** The day on which the command runs, YYYY-MM-DD. */
  readonly today: string;
}
