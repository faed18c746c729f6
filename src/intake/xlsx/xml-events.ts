import { createRequire } from "node:module";
import { TableError } from "../table/row.ts";

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What we use of saxes, whose own types the compiler refuses. */
interface Parser {
  on(event: "error" | "doctype", handler: () => void): void;
  on(event: "opentag" | "closetag", handler: (tag: Tag) => void): void;
  on(event: "text", handler: (text: string) => void): void;
  write(text: string): Parser;
  close(): void;
}

const { SaxesParser } = createRequire(import.meta.url)("saxes") as { SaxesParser: new () => Parser };

/** What happens while XML is read; names come without their prefix. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const broken = (): never => {
  throw new TableError("NOT_A_WORKBOOK");
};

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/**
 * Reads XML as it comes; no entity but the five of XML is known, and a document type is refused.
 * `after` runs once a chunk, so that what was gathered can be handed on.
 */
export async function* xmlEvents<T>(
  chunks: AsyncIterable<Uint8Array>,
  events: XmlEvents,
  after: () => readonly T[],
): AsyncGenerator<T> {
  const parser = new SaxesParser();
  parser.on("error", broken);
  parser.on("doctype", broken);
  parser.on("opentag", ({ name, attributes }) => events.open?.(local(name), attributes));
  parser.on("text", (text) => events.text?.(text));
  parser.on("closetag", ({ name }) => events.close?.(local(name)));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      return broken();
    }
  };
  for await (const chunk of chunks) {
    parser.write(decode(chunk));
    yield* after();
  }
  parser.write(decode()).close();
  yield* after();
}
