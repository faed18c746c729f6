import { GROUPS, type Group, type GroupContracts } from "../domain/pack/statutory-pack.ts";
import { undeterminedIn } from "../domain/pack/undetermined.ts";
import type { AwardedContract } from "../domain/awarded-share.ts";
import type { YearEntry } from "../domain/year.ts";
import type { PackContent } from "../usecases/packs.ts";
import { figuresTable } from "./figures-table.ts";
import { ordersTable } from "./orders-table.ts";
import { rulesTable } from "./rules-table.ts";
import {
  amount,
  amountOr,
  type Cell,
  count,
  EMPTY,
  orUnknown,
  ref,
  said,
  type Table,
  UNKNOWN,
  word,
} from "./table.ts";
import type { Writing } from "./writing.ts";

const yesNo = (value: boolean | undefined, { printer }: Writing): Cell =>
  orUnknown(value, (known) => word(printer.word(known ? "yes" : "no")));

const entryRow = (entry: YearEntry, writing: Writing): readonly Cell[] => [
  orUnknown(entry.reference, ref),
  orUnknown(entry.title, said),
  orUnknown(entry.procedure, (procedure) => word(writing.procedureWord(procedure))),
  amountOr(entry.amount?.centimes),
  yesNo(entry.reserved, writing),
  orUnknown(entry.launchPlannedFor, (month) => ({ kind: "month", month })),
  yesNo(entry.launched, writing),
];

const programmeTable = ({ pack: { year } }: PackContent, writing: Writing): Table => {
  const entries = year.entries ?? [];
  const { word: wordOf } = writing.printer;
  const sum = entries.reduce((total, { amount: each }) => total + (each?.centimes ?? 0), 0);
  return {
    key: "programme",
    columns: ["reference", "object", "procedure", "amount", "reserved", "month", "launched"].map(wordOf),
    rows: entries.map((entry) => entryRow(entry, writing)),
    sum:
      entries.length === 0
        ? null
        : [word(wordOf("knownSum")), EMPTY, EMPTY, amount(sum), EMPTY, EMPTY, EMPTY],
  };
};

const contractRow = (contract: AwardedContract, { formWord }: Writing): readonly Cell[] => [
  ref(contract.tender.reference),
  contract.lot === undefined ? EMPTY : ref(contract.lot),
  said(contract.tender.title),
  contract.holder === undefined || contract.holder === "" ? UNKNOWN : said(contract.holder),
  contract.legalForm === undefined || contract.legalForm === "unknown"
    ? UNKNOWN
    : word(formWord(contract.legalForm)),
  orUnknown(contract.decidedOn, (day) => ({ kind: "day", day })),
  amountOr(contract.centimes),
];

const contractsTable = (
  key: Group | "undecided",
  { contracts, centimes }: GroupContracts,
  writing: Writing,
): Table => {
  const { word: wordOf } = writing.printer;
  return {
    key,
    columns: ["reference", "lot", "object", "holder", "legalForm", "decidedOn", "amount"].map(wordOf),
    rows: contracts.map((contract) => contractRow(contract, writing)),
    sum:
      contracts.length === 0
        ? null
        : [word(wordOf("knownSum")), EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, amount(centimes)],
  };
};

const undeterminedTable = ({ pack }: PackContent, { printer }: Writing): Table => ({
  key: "undetermined",
  columns: ["whatIsUnknown", "howMany", "references"].map(printer.word),
  rows: undeterminedIn(pack).map(({ key, count: many, references }) => [
    word(printer.word(`undetermined_${key}`)),
    count(many),
    references.length === 0 ? EMPTY : ref([...new Set(references)].join(" · ")),
  ]),
  sum: null,
});

/** The parts of a pack in one language, in their order. */
export const tablesOf = (content: PackContent, writing: Writing): readonly Table[] => [
  figuresTable(content, writing),
  programmeTable(content, writing),
  ...GROUPS.map((group) => contractsTable(group, content.pack.groups[group], writing)),
  contractsTable("undecided", content.pack.undecided, writing),
  ordersTable(content, writing),
  undeterminedTable(content, writing),
  rulesTable(content, writing),
];
