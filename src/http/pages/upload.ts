import busboyModule from "@fastify/busboy";
import type { Request } from "express";
import { HttpProblem } from "../problem.ts";

/** A file that a form sent, with the form's fields. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly fields: Readonly<Record<string, string>>;
}

const MEGABYTE = 1024 * 1024;
/** Largest file that a page takes. */
export const LARGEST_UPLOAD = 8 * MEGABYTE;

const LIMITS = {
  fileSize: LARGEST_UPLOAD,
  files: 1,
  fields: 40,
  fieldNameSize: 100,
  fieldSize: 4 * MEGABYTE,
  parts: 50,
  headerPairs: 40,
};

const { Busboy } = busboyModule;

/** @throws HttpProblem MALFORMED_REQUEST when the type names no boundary */
const parserOf = (type: string): InstanceType<typeof Busboy> => {
  try {
    return new Busboy({ headers: { "content-type": type }, limits: LIMITS });
  } catch {
    throw new HttpProblem("MALFORMED_REQUEST");
  }
};

/**
 * The file of a multipart form, in memory and bounded; null when none was chosen.
 * @throws HttpProblem UNSUPPORTED_TYPE, TOO_LARGE or MALFORMED_REQUEST
 */
export const uploadIn = (request: Request): Promise<Upload | null> => {
  const type = request.headers["content-type"];
  if (type === undefined || !type.startsWith("multipart/form-data"))
    throw new HttpProblem("UNSUPPORTED_TYPE");
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {};
    let file: { readonly name: string; readonly chunks: Uint8Array[] } | null = null;
    let isTooLarge = false;
    const fail = (code: string): void => {
      request.unpipe();
      request.resume();
      reject(new HttpProblem(code));
    };
    const parser = parserOf(type);
    parser.on("file", (_field, stream, name) => {
      const chunks: Uint8Array[] = [];
      if (name) file = { name, chunks };
      stream.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      stream.on("limit", () => {
        isTooLarge = true;
      });
      // A form that breaks off within its file: unheard, this would end the process.
      stream.on("error", () => fail("MALFORMED_REQUEST"));
    });
    parser.on("field", (name, value, _nameTruncated, isCut) => {
      isTooLarge ||= isCut;
      if (name !== "__proto__") fields[name] = value;
    });
    parser.on("error", () => fail("MALFORMED_REQUEST"));
    parser.on("finish", () => {
      if (isTooLarge) return fail("TOO_LARGE");
      return resolve(file === null ? null : { name: file.name, bytes: Buffer.concat(file.chunks), fields });
    });
    request.pipe(parser);
  });
};
