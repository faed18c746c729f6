import { createRequire } from "node:module";
import { type InputError, inputError, type Read } from "../input-error.ts";
import { XmlNode } from "./xml-node.ts";

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What we use of saxes, whose own types the compiler refuses. */
interface Parser {
  on(event: "error", handler: (error: Error) => void): void;
  on(event: "doctype" | "processinginstruction", handler: () => void): void;
  on(event: "opentag" | "closetag", handler: (tag: Tag) => void): void;
  on(event: "text" | "cdata", handler: (text: string) => void): void;
  write(text: string): Parser;
  close(): void;
}

const { SaxesParser } = createRequire(import.meta.url)("saxes") as { SaxesParser: new () => Parser };

/** Largest notice, in bytes: 8 MiB. */
export const LARGEST_NOTICE = 8_388_608;
/** Deepest nesting, and most elements, of a notice; real ones have about 20 and some thousands. */
const DEEPEST = 64;
const MOST_ELEMENTS = 200_000;

/** Ends the reading with an answer for the user. */
class Refusal extends Error {
  readonly error: InputError;
  constructor(code: string, message: string) {
    super(code);
    this.error = inputError("", code, message);
  }
}

const refuse = (code: string, message: string): never => {
  throw new Refusal(code, message);
};

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("NOT_UTF8", "is not UTF-8");
  }
};

/** Names without their prefix: eForms uses each local name for one thing. */
const local = (name: string): string => name.slice(name.indexOf(":") + 1);

const build = (text: string): XmlNode => {
  const parser = new SaxesParser();
  const root = new XmlNode("", {}, "");
  const open: XmlNode[] = [root];
  let count = 0;
  parser.on("doctype", () => refuse("DOCTYPE", "has a document type; entities and DTDs are not read"));
  parser.on("error", ({ message }) =>
    refuse("NOT_XML", `is no well-formed XML: ${message.split("\n")[0] ?? ""}`),
  );
  parser.on("opentag", ({ name, attributes }) => {
    count += 1;
    if (count > MOST_ELEMENTS) refuse("TOO_LARGE", `has more than ${MOST_ELEMENTS} elements`);
    if (open.length > DEEPEST) refuse("TOO_DEEP", `is nested deeper than ${DEEPEST} levels`);
    const parent = open.at(-1) ?? root;
    open.push(parent.add(local(name), attributes));
  });
  parser.on("text", (part) => open.at(-1)?.append(part));
  parser.on("cdata", (part) => open.at(-1)?.append(part));
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return root.first();
};

/** The bytes of an XML document as a tree, or why not: no document type, no entity but the five of XML, bounded. */
export const readXml = (bytes: Uint8Array): Read<{ readonly root: XmlNode }> => {
  try {
    if (bytes.length > LARGEST_NOTICE) refuse("TOO_LARGE", `is larger than ${LARGEST_NOTICE} bytes`);
    const text = decode(bytes);
    if (text.trim() === "") refuse("EMPTY", "is empty; expected a notice");
    return { ok: true, root: build(text) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, errors: [error.error] };
    throw error;
  }
};
