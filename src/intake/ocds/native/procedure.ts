import type { Procedure } from "../../../domain/tender.ts";
import { PROCEDURE, PROCEDURE_NAMES, STAGE } from "../codes.ts";
import { type Fields, present } from "./fields.ts";

/** The procedure by its code, by its printed name, or `open` where the method alone says so. */
export const procedureIn = (tender: Fields): Procedure | undefined => {
  const coded = tender.code("procedure", PROCEDURE);
  const method = tender.text("procurementMethod");
  const details = tender.text("procurementMethodDetails", 5000);
  if (coded !== undefined) return coded;
  const named = PROCEDURE_NAMES.find(([pattern]) => details !== undefined && pattern.test(details))?.[1];
  if (named !== undefined) return named;
  if (details !== undefined)
    tender.note(
      "procurementMethodDetails",
      "PROCEDURE",
      "names no procedure of Moroccan law that is known here",
    );
  if (method === "open") return "open";
  return method === undefined
    ? undefined
    : tender.note("procurementMethod", "PROCEDURE", `"${method}" can be several procedures of Moroccan law`);
};

/** What a purchase order is given without competition for, and how it is booked. */
export const purchaseOrderIn = (tender: Fields, procedure: Procedure | undefined) => {
  const order = tender.object("purchaseOrder");
  const stated = order?.text("justification", 5000);
  const rationale =
    procedure === "purchaseOrder" && stated === undefined
      ? tender.text("procurementMethodRationale", 5000)
      : undefined;
  const read = present({
    withoutCompetition: order?.flag("withoutCompetition"),
    justification: stated ?? rationale,
    natureCode: order?.text("natureCode", 60),
    budgetYear: order?.whole("budgetYear", 2100),
  });
  order?.rest();
  return read;
};

/** Where a process stands is shown by the facts; only a plan that was never published says more. */
export const stageIn = (tender: Fields) => {
  const status = tender.text("status");
  const stage = tender.code("stage", STAGE);
  if (stage !== undefined || status === undefined) return stage;
  if (status === "planning" || status === "planned") return "draft";
  if (["cancelled", "unsuccessful", "withdrawn"].includes(status))
    tender.note("status", "CODE", `"${status}" has no counterpart in the format`);
  return undefined;
};
