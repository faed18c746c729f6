import { type Request, type Response, urlencoded } from "express";
import { LARGEST } from "../../../intake/gate.ts";
import { fieldIn, localAddress } from "../form.ts";

/** A form that was sent when the session had ended, carried through the sign-in by the person's own browser. */
export interface KeptForm {
  /** Where it was sent; an address within the service. */
  readonly action: string;
  /** Its fields, as a form encodes them. */
  readonly fields: string;
}

/** Encoded within another form, Arabic text grows once more. */
const LIMIT = LARGEST * 16;

/** Reads a form of the sign-in, which may carry another form. */
export const carryingForm = urlencoded({ extended: false, limit: LIMIT, parameterLimit: 4000 });

const NONE: KeptForm | null = null;

/** The form of a request that nobody has read yet; null: none was sent, or a file, which no page can send again. */
export const formOf = (request: Request, response: Response): Promise<KeptForm | null> =>
  new Promise((resolve) => {
    if (request.method !== "POST") {
      resolve(NONE);
      return;
    }
    carryingForm(request, response, () => {
      const body: unknown = request.body;
      if (typeof body !== "object" || body === null || !request.is("urlencoded")) {
        resolve(NONE);
        return;
      }
      const fields = Object.entries(body).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      );
      resolve({ action: localAddress(request.originalUrl), fields: new URLSearchParams(fields).toString() });
    });
  });

/** The form that the sign-in carries; null: none. */
export const keptIn = (request: Request): KeptForm | null => {
  const action = localAddress(fieldIn(request, "keptAction"));
  return action === "/" ? NONE : { action, fields: fieldIn(request, "keptFields") };
};

/** The same form to go on with: a tender's comes back to be looked at, any other is sent as it was. */
export const resumed = ({ action, fields }: KeptForm) => {
  const body = new URLSearchParams(fields);
  const isTender = body.has("document");
  if (isTender) body.set("do", "fields");
  return {
    action: isTender && /^\/tenders(?:\?|$)/.test(action) ? "/" : action,
    fields: [...body].map(([name, value]) => ({ name, value })),
  };
};
