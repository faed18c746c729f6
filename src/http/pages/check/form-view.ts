import type { Language } from "../../../domain/tender.ts";
import type { PageWords, Service } from "../../service.ts";
import { type FieldView, fieldView, type FormState } from "./field-view.ts";
import { SECTIONS } from "./form-sections.ts";
import { askedFor, isShown } from "./needed-fields.ts";
import { valueAt } from "./places.ts";

export interface SectionView {
  readonly key: string;
  readonly title: string;
  readonly fields: readonly FieldView[];
}

/** The form for a tender of this kind, as it stands: only what the procedure needs, or what is already given. */
export const formView = (
  service: Service,
  language: Language,
  words: PageWords,
  state: FormState,
): readonly SectionView[] => {
  const asked = askedFor(service, state.document);
  const launched = valueAt(state.document, "/launchedOn");
  const on = typeof launched === "string" ? launched : service.today();
  const showing = { ...state, rulebook: service.rulebook, language, words, asked, on };
  return SECTIONS.map(({ key, fields }) => ({
    key,
    title: words[`section_${key}`] ?? key,
    fields: fields
      .filter((field) => isShown(field, state.document, asked))
      .map((field) => fieldView(field, showing)),
  })).filter(({ fields }) => fields.length > 0);
};
