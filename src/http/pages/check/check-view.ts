import type { InputError } from "../../../intake/input-error.ts";
import type { LocalText } from "../../../domain/tender.ts";
import type { DutyView } from "../calendar/duty-view.ts";
import { allows } from "../../access/access.ts";
import { ACCESS } from "../../access/access-table.ts";
import type { Actor } from "../../../domain/actor.ts";
import type { Service } from "../../service.ts";
import type { Page, View } from "../page.ts";
import { reasonView } from "../reason-view.ts";
import type { ExclusionView } from "../tenders/exclusion-view.ts";
import { type ChangeView, changeView } from "../result/change-view.ts";
import { flagsView } from "../result/flags-view.ts";
import { pick, type Result, resultView } from "../result/result-view.ts";
import type { FormState } from "./field-view.ts";
import { formView, type SectionView } from "./form-view.ts";

/** A stored tender that is being edited. */
export interface Editing {
  readonly id: string;
  readonly version: number;
}

/** What the page shows: the form, and the result when the form could be read. */
export interface Shown {
  readonly state: FormState;
  readonly result?: Result;
  /** What the check before found: what changed is shown. */
  readonly before?: Result;
  readonly otherErrors?: readonly InputError[];
  /** Key of a sentence at the top: saved, conflict, call stored already, file read. */
  readonly notice?: string;
  readonly editing?: Editing | null;
  /** Duties of a stored tender. */
  readonly duties?: readonly DutyView[];
  /** Whom the demands of a stored tender shut out. */
  readonly exclusion?: ExclusionView | null;
  /** Id of the stored assessment whose report is official; null: none. */
  readonly official?: string | null;
}

interface ErrorLine {
  readonly id: string;
  readonly label: string;
  readonly error: string;
}

/** Every error of the form, each leading to its field. */
const summary = (sections: readonly SectionView[]): readonly ErrorLine[] =>
  sections
    .flatMap(({ fields }) => fields)
    .flatMap((field) => [field, ...field.rows.flatMap(({ cells }) => cells)])
    .flatMap(({ id, label, error }) => (error === null ? [] : [{ id, label, error }]));

const changesOf = ({ result, before }: Shown, service: Service, page: Page): ChangeView | null =>
  result === undefined || before === undefined
    ? null
    : changeView(before.assessment, result.assessment, {
        rulebook: service.rulebook,
        language: page.language,
        words: page.words,
      });

/** Everything the page prints, as strings. */
export const checkView = (service: Service, page: Page, actor: Actor, shown: Shown): View => {
  const {
    state,
    result,
    editing = null,
    notice,
    otherErrors = [],
    duties = [],
    official = null,
    exclusion = null,
  } = shown;
  const { language, words } = page;
  const sections = formView(service, language, words, state);
  const save = ACCESS["POST /tenders"];
  const action = editing === null ? "/" : `/tenders/${editing.id}`;
  return {
    title: result?.read.document.reference ?? words["menuCheck"] ?? "",
    languagesForm: "check",
    languagesAt: action,
    sections,
    errors: summary(sections),
    otherErrors: otherErrors.map((each) => reasonView(each, language)),
    notice: notice === undefined ? null : (words[notice] ?? notice),
    isConflict: notice === "conflict" || notice === "callStored",
    carried: JSON.stringify(state.body === null ? state.document : carriedIn(state)),
    json: JSON.stringify(state.document, null, 1),
    action,
    editing,
    duties,
    official,
    exclusion,
    maySave: save !== undefined && allows(save, actor, service.isDemo),
    isNew: Object.keys(state.document).length === 0,
    examples: service.examples.map(({ name, document }) => ({
      name,
      title: pick(document["title"] as LocalText, language),
    })),
    flags:
      result === undefined
        ? null
        : flagsView(result.read.tender, {
            words: service.words(language, "data"),
            language,
            rulebook: service.rulebook,
          }),
    result: result === undefined ? null : resultView(result, { rulebook: service.rulebook, language, words }),
    changes: changesOf(shown, service, page),
  };
};

/** With errors in it the form goes on from what it was made from, so that nothing half-read is carried along. */
const carriedIn = ({ body, document }: FormState): unknown => {
  const text = body?.["document"];
  return text === undefined || text === "" ? document : (JSON.parse(text) as unknown);
};
