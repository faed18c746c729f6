import { type Request, raw } from "express";
import { HttpProblem } from "./problem.ts";

/** Beyond any report of ours. */
const LARGEST = 16 * 1024 * 1024;

/** The bytes of a PDF, sent as they are or by a form. */
export const pdfBytes = raw({ type: ["application/pdf", "multipart/form-data"], limit: LARGEST });

const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";

/** The file of a form's field; null when the form is not one, or has no such file. */
const fileIn = async (body: Buffer, type: string, field: string): Promise<Uint8Array | null> => {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
    const value = form.get(field);
    return value instanceof Blob ? new Uint8Array(await value.arrayBuffer()) : null;
  } catch {
    return null;
  }
};

/** The PDF in a request; null when what was sent is none. @throws HttpProblem UNSUPPORTED_TYPE */
export const pdfIn = async (request: Request, field: string): Promise<Uint8Array | null> => {
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body)) throw new HttpProblem("UNSUPPORTED_TYPE");
  const isForm = request.is("multipart/form-data") !== false;
  const bytes = isForm ? await fileIn(body, request.headers["content-type"] ?? "", field) : body;
  return bytes !== null && isPdf(bytes) ? bytes : null;
};
