import type { Call, CallFacts, IndexedCall } from "../../domain/search/call.ts";
import type { Projected } from "../../domain/search/call-of.ts";
import type { Moment } from "../../domain/local-date.ts";
import type { LocalText, Procedure, Sector } from "../../domain/tender.ts";

/** What the search reads of a row. */
export interface IndexRow {
  readonly number: number;
  readonly change: number;
  readonly is_public: number;
  readonly sector: string | null;
  readonly region: string | null;
  readonly province: string | null;
  readonly commune: string | null;
  readonly procedure: string | null;
  readonly reserved: number | null;
  readonly estimate: number | null;
  readonly smallest_lot: number | null;
  readonly published_on: string | null;
  readonly deadline_day: string | null;
  readonly closes_at: number | null;
  readonly title_tokens: string;
  readonly other_tokens: string;
}

export const INDEX_COLUMNS: readonly (keyof IndexRow)[] = [
  "number",
  "change",
  "is_public",
  "sector",
  "region",
  "province",
  "commune",
  "procedure",
  "reserved",
  "estimate",
  "smallest_lot",
  "published_on",
  "deadline_day",
  "closes_at",
  "title_tokens",
  "other_tokens",
];

/** What a page shows of a row. */
export interface CallRow extends IndexRow {
  readonly tender_id: string;
  readonly reference: string;
  readonly title: string;
  readonly buyer: string;
  readonly lots: number;
  readonly guarantee: number | null;
  readonly deadline: string | null;
}

const splitTokens = (tokens: string): readonly string[] => (tokens === "" ? [] : tokens.split(" "));
const toReserved = (reserved: number | null): boolean | null => (reserved === null ? null : reserved === 1);

const toFacts = (row: IndexRow): CallFacts => ({
  sector: row.sector as Sector | null,
  region: row.region,
  province: row.province,
  commune: row.commune,
  procedure: row.procedure as Procedure | null,
  reserved: toReserved(row.reserved),
  estimate: row.estimate,
  smallestLot: row.smallest_lot,
  publishedOn: row.published_on,
  deadlineDay: row.deadline_day,
  closesAt: row.closes_at,
});

export const toIndexed = (row: IndexRow): IndexedCall => ({
  number: row.number,
  facts: toFacts(row),
  title: splitTokens(row.title_tokens),
  other: splitTokens(row.other_tokens),
});

export const toCall = (row: CallRow): Call => {
  const { deadlineDay: _day, closesAt: _closing, ...facts } = toFacts(row);
  return {
    ...facts,
    id: row.tender_id,
    reference: row.reference,
    title: JSON.parse(row.title) as LocalText,
    buyer: JSON.parse(row.buyer) as LocalText,
    lots: row.lots,
    guarantee: row.guarantee,
    deadline: row.deadline === null ? null : (JSON.parse(row.deadline) as Moment),
  };
};

/** A tender that is not public leaves no words behind. */
const HIDDEN = {
  is_public: 0,
  reference: "",
  title: "{}",
  buyer: "{}",
  sector: null,
  region: null,
  province: null,
  commune: null,
  procedure: null,
  reserved: null,
  estimate: null,
  smallest_lot: null,
  lots: 0,
  guarantee: null,
  published_on: null,
  deadline: null,
  deadline_day: null,
  closes_at: null,
  title_tokens: "",
  other_tokens: "",
};

/** The columns of a call as read; those of a hidden row when it is not public. */
export const toColumns = (projected: Projected | null): typeof HIDDEN | Record<string, unknown> => {
  if (projected === null) return HIDDEN;
  const { call, closesAt, title, other } = projected;
  return {
    is_public: 1,
    reference: call.reference,
    title: JSON.stringify(call.title),
    buyer: JSON.stringify(call.buyer),
    sector: call.sector,
    region: call.region,
    province: call.province,
    commune: call.commune,
    procedure: call.procedure,
    reserved: call.reserved === null ? null : Number(call.reserved),
    estimate: call.estimate,
    smallest_lot: call.smallestLot,
    lots: call.lots,
    guarantee: call.guarantee,
    published_on: call.publishedOn,
    deadline: call.deadline === null ? null : JSON.stringify(call.deadline),
    deadline_day: call.deadline?.day ?? null,
    closes_at: closesAt,
    title_tokens: title.join(" "),
    other_tokens: other.join(" "),
  };
};
