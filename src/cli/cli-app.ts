import type { Confirmation } from "../domain/confirmation.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import type { Territory } from "../domain/territory.ts";
import type { Language } from "../domain/tender.ts";
import type { AccountService } from "../usecases/accounts/account-service.ts";
import type { CheckTender } from "../usecases/check-tender.ts";
import type { Answered, ReportRequest } from "../usecases/ports.ts";
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
  readonly rulebook: Rulebook;
  readonly words: (language: Language) => CliWords;
  /** A check under the rulebook as these jurists have confirmed it. */
  readonly checkWith: (confirmations: readonly Confirmation[]) => CheckTender;
  readonly territory: Territory;
  /** Works with the accounts of the database; `linkOf` makes the address of a one-time link. */
  readonly withAccounts: (
    work: (accounts: AccountService, linkOf: (secret: string) => string) => Promise<void>,
  ) => Promise<void>;
  /** A report as PDF. */
  readonly report: (request: ReportRequest) => Promise<Uint8Array>;
  /** A stored assessment, whoever's it is; ASSESSMENT_NOT_FOUND when there is none. */
  readonly findAssessment: (id: string) => Promise<Answered>;
  readonly operations: () => Promise<Operations>;
  readonly operationWords: (language: Language) => CliWords;
  readonly ledgerWords: (language: Language) => Readonly<Record<string, string>>;
  /** What holds of a report. `key`: the log's, else this machine's own; `log`: its address or an exported file. */
  readonly verify: (file: Uint8Array, key: string | null, log: string | null) => Promise<Verification>;
  readonly ledger: () => Promise<LedgerCli>;
  readonly migrate: () => Promise<readonly string[]>;
  readonly serve: () => Promise<void>;
}

/** Where the command line writes; JSON goes to `out` alone, everything else to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  /** Like `out`, for what may not fit in memory: resolves when more can be taken. */
  readonly line: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  readonly isColour: boolean;
  readonly width: number;
  /** The user's language by the environment; French when it is none of ours. */
  readonly language: Language;
  /** The day on which the command runs, YYYY-MM-DD. */
  readonly today: string;
}
