import type { AuditReport } from "../domain/audit.ts";
import type { LocalDate } from "../domain/local-date.ts";
import type { Retention } from "../domain/retention.ts";
import type { ChangedVerdict } from "../usecases/reassess.ts";

/** What a witness is told on the command line. */
export interface WitnessOrder {
  /** Address or exported file of the log. */
  readonly log: string;
  /** Key of the log: name+hash+key, or a file of such lines. */
  readonly logKey: string;
  /** File of the witness's own key; made when it is missing and a name is given. */
  readonly key: string;
  readonly name?: string;
  readonly state: string;
  /** Send the cosignature back to the log's address. */
  readonly send: boolean;
}

/** What a witness saw; see the ledger. */
export interface WitnessReport {
  readonly sighting: "first" | "same" | "grown" | "older" | "forked";
  readonly size: number;
  readonly notes: readonly string[];
  /** Public key of the witness. */
  readonly verifier: string;
}

/** What the command line does with the log; the composition root supplies it. */
export interface LedgerCli {
  readonly audit: (progressed: (leaves: number) => void) => Promise<AuditReport>;
  readonly witness: (order: WitnessOrder) => Promise<WitnessReport>;
  /** Lines of the exported log. */
  readonly exportLog: () => AsyncIterable<string>;
  readonly keys: () => Promise<readonly string[]>;
  /** Gives the log a new key; answers with its public half. */
  readonly rotateKey: () => Promise<string>;
  /** Erases what opens an entry; answers with its number. */
  readonly erase: (subject: string) => Promise<number>;
  /** Assessments whose verdict would change; kept beside the old ones when `store` is set. */
  readonly reassess: (store: boolean) => AsyncIterable<ChangedVerdict>;
  /** Does a buyer ask for four eyes from now on? */
  readonly askFourEyes: (buyer: string, isAsked: boolean) => Promise<void>;
  /** Names a key by which a buyer signs its answers. */
  readonly addBuyerKey: (buyer: string, verifier: string) => Promise<void>;
  /** Signs an answer to a report; the key is made when it is missing and a name is given. */
  readonly signAnswer: (order: {
    readonly reportId: string;
    readonly text: string;
    readonly key: string;
    readonly name?: string;
  }) => { readonly note: string; readonly verifier: string };
  readonly retention: (years: number, on: LocalDate) => AsyncIterable<Retention>;
  /** Freezes the rulebook, and keeps the results it gives for the tenders of a folder. */
  readonly freeze: (
    tenders: string,
    expected: string,
  ) => { readonly version: string; readonly sha256: string };
}
