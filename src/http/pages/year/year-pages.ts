import { type Request, type Response, Router, urlencoded } from "express";
import { DomainError } from "../../../domain/errors.ts";
import { SHAPES } from "../../../intake/table/shapes.ts";
import { acceptYear } from "../../../intake/read-year.ts";
import type { Document } from "../../../usecases/ports.ts";
import type { ReadSheet, Sheet, SheetShape } from "../../../uploads/year-sheet.ts";
import { actorIn } from "../../access/present.ts";
import { HttpProblem } from "../../problem.ts";
import { yearIn } from "../../routes/years.ts";
import type { Service } from "../../service.ts";
import { bodyOf } from "../check/read-form.ts";
import { fieldIn, form } from "../form.ts";
import { pageOf, sendPage } from "../page.ts";
import { uploadIn } from "../upload.ts";
import { rememberColumns, rememberedColumns, speaksOfSome } from "./remembered-columns.ts";
import { sheetView } from "./sheet-view.ts";
import { openYear, showYear, triedIn } from "./show-year.ts";

const MEGABYTE = 1024 * 1024;
/** A year has two thousand lines at most; a workbook of them is far smaller. */
const LARGEST_SHEET = 2 * MEGABYTE;

/** A sheet in base64 with its columns. */
const sheetForm = urlencoded({ extended: false, limit: LARGEST_SHEET * 2, parameterLimit: 400 });

const shapeOf = (text: string | undefined): SheetShape =>
  text === "purchaseOrders" ? "purchaseOrders" : "programme";

/** What is said of a sheet beside its columns. */
interface SheetNotice {
  /** Somebody else kept the year meanwhile. */
  readonly isConflict?: boolean;
  /** Its columns were read as the buyer's people said of a sheet before. */
  readonly isRemembered?: boolean;
  /** The box by which they are kept for the next sheet is ticked. */
  readonly isToRemember?: boolean;
}

const confirmSheet = async (
  service: Service,
  request: Request,
  response: Response,
  read: ReadSheet,
  { isConflict = false, isRemembered = false, isToRemember = true }: SheetNotice = {},
): Promise<void> => {
  const { stored } = await openYear(service, request, actorIn(response));
  const page = pageOf(service, request, response, "year");
  const { code, year } = yearIn(request);
  const view = {
    title: page.words["importTitle"] ?? "",
    languagesForm: "import",
    languagesAt: `/years/${encodeURIComponent(code)}/${year}/import`,
    code,
    year,
    // Read again, the sheet goes over what the other person kept: the page says so.
    version: isConflict ? (stored?.version ?? 0) : fieldIn(request, "version"),
    isConflict,
    isRemembered,
    isToRemember,
    ...sheetView(read, page),
  };
  sendPage(response, "year-import", page, view, isConflict ? 409 : view.mayKeep ? 200 : 400);
};

const sheetIn = (request: Request): Sheet => ({
  name: fieldIn(request, "name").slice(0, 200),
  bytes: Buffer.from(fieldIn(request, "sheet"), "base64url"),
  shape: shapeOf(fieldIn(request, "shape")),
});

/** The field that the person chose for each heading: `heading-0` beside `field-0`. */
const columnsIn = (request: Request, { shape }: Sheet): Record<string, string | null> => {
  const body = bodyOf(request);
  const known = new Set<string>(SHAPES[shape].map(({ key }) => key));
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, heading]) => {
      const [, index] = /^heading-(\d{1,3})$/.exec(name) ?? [];
      const field = index === undefined ? undefined : body[`field-${index}`];
      return field === undefined ? [] : [[heading, known.has(field) ? field : null]];
    }),
  );
};

const versionOf = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

const isConflict = (error: unknown): boolean =>
  error instanceof DomainError && error.code === "VERSION_CONFLICT";

/**
 * Changes a part of the year and keeps it at the version that the page showed. The same part sent twice is kept
 * once; where somebody else was faster, nothing is kept
 * and `otherwise` shows what was typed again.
 */
const keep = async (
  service: Service,
  request: Request,
  response: Response,
  part: Document,
  otherwise: (notice: "dayWrong" | "conflict", status: number) => Promise<void>,
): Promise<void> => {
  const { code, year } = yearIn(request);
  const actor = actorIn(response);
  const { document } = await openYear(service, request, actor);
  const whole = Object.fromEntries(
    Object.entries({ ...document, ...part }).filter(([, value]) => value !== undefined),
  );
  const read = acceptYear(whole);
  const kept = (): void => response.redirect(303, `/years/${encodeURIComponent(code)}/${year}?kept=1`);
  if (!read.ok) return otherwise("dayWrong", 400);
  try {
    await service.years.keep(actor, code, year, versionOf(fieldIn(request, "version")), read.document);
  } catch (error) {
    if (!isConflict(error)) throw error;
    if (JSON.stringify(read.document) === JSON.stringify(document)) return kept();
    return otherwise("conflict", 409);
  }
  return kept();
};

const FACTS = ["closed", "programmePublishedOn", "awardedListPublishedOn"];

const keepFacts = (service: Service, request: Request, response: Response): Promise<void> => {
  const typed = Object.fromEntries(FACTS.map((name) => [name, fieldIn(request, name)]));
  const closed = typed["closed"] ?? "";
  const part = {
    closed: closed === "" ? undefined : closed === "yes",
    programmePublishedOn: typed["programmePublishedOn"] || undefined,
    awardedListPublishedOn: typed["awardedListPublishedOn"] || undefined,
  };
  return keep(service, request, response, part, (notice, status) =>
    showYear(service, request, response, { notice, typed, status }),
  );
};

/** Marks the ticked calls of the programme as reserved. */
const reserve = async (service: Service, request: Request, response: Response): Promise<void> => {
  const { document } = await openYear(service, request, actorIn(response));
  const ticked = triedIn(bodyOf(request));
  const entries = (document["entries"] ?? []) as readonly Document[];
  const part = {
    entries: entries.map((entry, index) => (ticked.has(index) ? { ...entry, reserved: true } : entry)),
  };
  return keep(service, request, response, entries.length === 0 ? {} : part, (notice, status) =>
    showYear(service, request, response, { notice, status }),
  );
};

/** A buyer's year: the programme, the gauge, the plan, purchase orders. */
export const yearPages = (service: Service): Router => {
  const router = Router();
  router.get("/year", async (request, response) => {
    const { buyer } = actorIn(response);
    const [first] = await service.accounts.listBuyers();
    const code = buyer ?? first?.code;
    if (code === undefined) throw new HttpProblem("YEAR_NOT_FOUND");
    const { search } = new URL(request.originalUrl, "http://localhost");
    response.redirect(303, `/years/${encodeURIComponent(code)}/${service.today().slice(0, 4)}${search}`);
  });
  router.get("/years/:code/:year", (request, response) => showYear(service, request, response));
  router.post("/years/:code/:year", form, (request, response) => keepFacts(service, request, response));
  router.post("/years/:code/:year/reserve", form, (request, response) => reserve(service, request, response));
  router.post("/years/:code/:year/file", async (request, response) => {
    const { mayKeep } = await openYear(service, request, actorIn(response));
    if (!mayKeep) throw new HttpProblem("YEAR_NOT_FOUND");
    const upload = await uploadIn(request);
    if (upload === null) return showYear(service, request, response, { notice: "noFile", status: 400 });
    if (upload.bytes.length > LARGEST_SHEET) throw new HttpProblem("TOO_LARGE");
    request.body = upload.fields;
    const sheet = { name: upload.name, bytes: upload.bytes, shape: shapeOf(upload.fields["shape"]) };
    const before = await rememberedColumns(service, actorIn(response), sheet.shape);
    const read = await service.uploads.yearSheet({ ...sheet, profile: before });
    return confirmSheet(service, request, response, read, {
      isRemembered: speaksOfSome(before, read.columns),
    });
  });
  router.post("/years/:code/:year/import", sheetForm, async (request, response) => {
    const { mayKeep } = await openYear(service, request, actorIn(response));
    if (!mayKeep) throw new HttpProblem("YEAR_NOT_FOUND");
    const sheet = sheetIn(request);
    const { shape } = sheet;
    const columns = columnsIn(request, sheet);
    const isGuessed = fieldIn(request, "do") === "guess";
    const profile = isGuessed ? null : { shape, columns };
    const read = await service.uploads.yearSheet({ ...sheet, profile });
    // Half a programme would give a wrong share: all of the sheet is kept, or none.
    const mayStore = read.problems.length === 0 && read.count > 0;
    const isToRemember = fieldIn(request, "remember") === "1";
    if (fieldIn(request, "do") !== "keep" || !mayStore)
      return confirmSheet(service, request, response, read, { isToRemember });
    if (isToRemember) await rememberColumns(service, actorIn(response), shape, columns);
    return keep(service, request, response, read.part, () =>
      confirmSheet(service, request, response, read, { isConflict: true, isToRemember }),
    );
  });
  return router;
};
