import type { Assessment } from "../domain/assessment.ts";
import type { LocalDate } from "../domain/local-date.ts";
import type { Rulebook } from "../domain/rulebook.ts";
import type { Language } from "../domain/tender.ts";
import type { CheckTender } from "../usecases/check-tender.ts";
import type { ConfirmedLaw } from "../usecases/confirm.ts";
import type {
  Document,
  ReportRenderer,
  StoredAssessment,
  StoredTender,
  TenderPage,
} from "../usecases/ports.ts";

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
  readonly storeTender: (document: Document) => Promise<StoredTender>;
  readonly replaceTender: (id: string, version: number, document: Document) => Promise<StoredTender>;
  readonly findTender: (id: string) => Promise<StoredTender>;
  readonly listTenders: (after: string | null, limit: number) => Promise<TenderPage>;
  readonly assessTender: (tenderId: string, on: LocalDate | null) => Promise<Assessment>;
  readonly findAssessment: (id: string) => Promise<StoredAssessment>;
  readonly reports: ReportRenderer;
  /** Can the database answer? */
  readonly isReady: () => Promise<boolean>;
  readonly examples: readonly Example[];
  readonly words: (language: Language) => PageWords;
  /** Requests a minute that one address may make to the public checks. */
  readonly checksPerMinute: number;
}
