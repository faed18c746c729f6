import { type Request, type RequestHandler, type Response, Router, urlencoded } from "express";
import { ask } from "../../../domain/explain.ts";
import { gate } from "../../../intake/gate.ts";
import { LONGEST_NOTICE, type NoticeFact, readNotice } from "../../../intake/notice/read-notice.ts";
import type { Service } from "../../service.ts";
import { showCheck } from "../check/check-pages.ts";
import { displayValue } from "../check/display-value.ts";
import { SECTIONS } from "../check/form-sections.ts";
import { type Plain, setAt } from "../check/places.ts";
import { bodyOf } from "../check/read-form.ts";
import { fieldIn } from "../form.ts";
import { type Page, pageOf, sendPage } from "../page.ts";
import { uploadIn } from "../upload.ts";

/** A form's encoding triples the size of Arabic text. */
const form = urlencoded({ extended: false, limit: LONGEST_NOTICE * 8, parameterLimit: 200 });

const FIELDS = SECTIONS.flatMap(({ fields }) => fields);

interface Shown {
  readonly text: string;
  readonly facts: readonly NoticeFact[] | null;
  readonly error?: string;
}

const labelOf = (pointer: string, service: Service, { words, language }: Page): string =>
  words[`field_${pointer}`] ?? ask(pointer, service.rulebook, language);

/** What a value is in words: the choice's own name, the amount as printed. */
const valueWords = ({ pointer, value }: NoticeFact, service: Service, { words, language }: Page): string => {
  const field = FIELDS.find((each) => each.pointer === pointer);
  const shown = field === undefined ? String(value) : displayValue(field, value);
  const own = words[`opt_${shown}`] ?? service.rulebook.common.procedures[shown]?.[language];
  return field?.kind === "choice" || field?.kind === "flag" ? (own ?? shown) : shown;
};

const show = (
  service: Service,
  request: Request,
  response: Response,
  { text, facts, error }: Shown,
): void => {
  const page = pageOf(service, request, response, "check", "notice");
  sendPage(
    response,
    "notice",
    page,
    {
      title: page.words["menuNotice"] ?? "",
      languagesForm: "notice",
      languagesAt: "/notice",
      text,
      error: error === undefined ? null : (page.words[`notice_${error}`] ?? error),
      isRead: facts !== null,
      found: (facts ?? []).map((fact) => ({
        pointer: fact.pointer,
        label: labelOf(fact.pointer, service, page),
        value: valueWords(fact, service, page),
        quote: fact.quote,
        json: JSON.stringify(fact.value),
      })),
    },
    error === undefined ? 200 : 400,
  );
};

const fromFile = async ({ uploads }: Service, request: Request): Promise<Shown> => {
  const upload = await uploadIn(request);
  if (upload === null) return { text: "", facts: null, error: "noFile" };
  const read = await uploads.noticeText(upload);
  if (!read.ok) return { text: "", facts: null, error: read.problem };
  const text = read.text.slice(0, LONGEST_NOTICE);
  return { text, facts: readNotice(text) };
};

const KNOWN = new Set(FIELDS.map(({ pointer }) => pointer));

/** The document made of the facts that the person confirmed. */
const confirmed = (request: Request): Plain => {
  const document: Plain = {};
  for (const [name, text] of Object.entries(bodyOf(request))) {
    const pointer = name.replace(/^take:/, "");
    if (pointer === name || !KNOWN.has(pointer)) continue;
    const read = gate(new TextEncoder().encode(text));
    if (read.ok) setAt(document, pointer, read.value);
  }
  return document;
};

/** Read a notice: paste it or send its file, confirm what was found, go on to the form. */
export const noticePages = (service: Service, limit: RequestHandler): Router => {
  const router = Router();
  router.get("/notice", (request, response) => {
    show(service, request, response, { text: "", facts: null });
  });
  router.post("/notice", limit, form, (request, response) => {
    const text = fieldIn(request, "text").slice(0, LONGEST_NOTICE);
    show(service, request, response, { text, facts: text.trim() === "" ? null : readNotice(text) });
  });
  router.post("/notice/file", limit, async (request, response) => {
    show(service, request, response, await fromFile(service, request));
  });
  router.post("/notice/confirm", limit, form, (request, response) => {
    const state = { document: confirmed(request), body: null, errors: [] };
    showCheck(service, request, response, { state, notice: "noticeConfirmed" });
  });
  return router;
};
