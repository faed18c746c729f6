import type { Actor } from "../domain/actor.ts";
import type { Assessment } from "../domain/assessment.ts";
import type { LocalDate, Moment } from "../domain/local-date.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import type { Call } from "../domain/search/call.ts";
import type { SearchVocabulary } from "../domain/search/vocabulary.ts";
import type { Language, Tender } from "../domain/tender.ts";
import type { AccountService } from "../usecases/accounts/account-service.ts";
import type { AlertService } from "../usecases/alerts/alert-service.ts";
import type { SearchCalls } from "../usecases/calls/search-calls.ts";
import type { CheckTender } from "../usecases/check-tender.ts";
import type { ImportService } from "../usecases/imports/import-service.ts";
import type { ConfirmedLaw } from "../usecases/confirm.ts";
import type { CooperativeService } from "../usecases/cooperatives/cooperative-service.ts";
import type { LedgerService } from "../usecases/ledger-service.ts";
import type { MakePack } from "../usecases/packs.ts";
import type { YearService } from "../usecases/years.ts";
import type {
  Document,
  ReportRenderer,
  StoredAssessment,
  StoredTender,
  TenderPage,
} from "../usecases/ports.ts";
import type { UploadReader } from "../uploads/upload-reader.ts";
import type { MetricsPage } from "./routes/metrics.ts";

/** Words of the pages in one language, by key. */
export type PageWords = Readonly<Record<string, string>>;

/** An example that the page offers. */
export interface Example {
  readonly name: string;
  readonly document: Document;
}

/** The use-cases that the HTTP layer calls; wired in the composition root. */
export interface Service {
  readonly rulebook: Rulebook;
  readonly law: ConfirmedLaw;
  readonly check: CheckTender;
  readonly accounts: AccountService;
  readonly storeTender: (actor: Actor, document: Document, buyer?: string | null) => Promise<StoredTender>;
  /** For a form: sent twice it stores once. */
  readonly storeTenderOnce: (actor: Actor, document: Document) => Promise<StoredTender>;
  readonly replaceTender: (
    actor: Actor,
    id: string,
    version: number,
    document: Document,
  ) => Promise<StoredTender>;
  readonly findTender: (actor: Actor, id: string) => Promise<StoredTender>;
  readonly listTenders: (actor: Actor, after: string | null, limit: number) => Promise<TenderPage>;
  /** The newest first. */
  readonly newestTenders: (actor: Actor, before: string | null, limit: number) => Promise<TenderPage>;
  /** A stored document as the domain judges it. */
  readonly understand: (document: Document) => Tender;
  /** The instant, with its day in Morocco. */
  readonly moment: () => Moment;
  /** The day in Morocco. */
  readonly today: () => LocalDate;
  readonly assessTender: (actor: Actor, tenderId: string, on: LocalDate | null) => Promise<Assessment>;
  readonly findAssessment: (actor: Actor, id: string) => Promise<StoredAssessment>;
  readonly searchCalls: SearchCalls;
  /** By which the words of a query are highlighted. */
  readonly vocabulary: SearchVocabulary;
  /** A public call; null when there is none, or it is not public. */
  readonly findCall: (tenderId: string) => Promise<Call | null>;
  readonly cooperatives: CooperativeService;
  readonly years: YearService;
  readonly makePack: MakePack;
  readonly alerts: AlertService;
  readonly imports: ImportService;
  /** Reads the files that are sent to the pages. */
  readonly uploads: UploadReader;
  readonly reports: ReportRenderer;
  /** Figures of the process and its requests, for the machine itself. */
  readonly metrics: MetricsPage;
  /** Requests that may be at work at once; one more is told to come back. */
  readonly mostAtWork: number;
  readonly ledger: LedgerService;
  /** Can the database answer? */
  readonly isReady: () => Promise<boolean>;
  readonly examples: readonly Example[];
  /** Words of the pages: those of every page and those of the given parts. */
  readonly words: (language: Language, ...parts: readonly string[]) => PageWords;
  /** Requests a minute that one address may make to the public checks. */
  readonly checksPerMinute: number;
  /** Searches a minute that one address may make. */
  readonly searchesPerMinute: number;
  /** Where people reach the service, without a slash at its end; null: where it listens. */
  readonly publicUrl: string | null;
  /** The demo runs: whoever comes may look at its invented buyers, and sign in there. */
  readonly isDemo: boolean;
}
