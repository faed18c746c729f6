import type { Source } from "../source/source.ts";
import { xmlEvents } from "../xlsx/xml-events.ts";
import { openZip } from "../xlsx/zip.ts";

const BODY = "word/document.xml";
const MOST = 1_000_000;

/** The text of a Word document, a line for each paragraph; null when it is none. Bounded as workbooks are. */
export const docxText = async (source: Source): Promise<string | null> => {
  const zip = await openZip(source);
  try {
    if (!zip.has(BODY)) return null;
    let isText = false;
    let parts: string[] = [];
    let length = 0;
    const keep = (text: string): void => {
      length += text.length;
      if (length <= MOST) parts.push(text);
    };
    const pieces = xmlEvents<string>(
      zip.read(BODY),
      {
        open: (name) => {
          isText = name === "w:t" || name === "t";
          if (name === "w:tab" || name === "w:br") keep(" ");
        },
        text: (text) => {
          if (isText) keep(text);
        },
        close: (name) => {
          isText = false;
          if (name === "w:p" || name === "p") keep("\n");
        },
      },
      () => {
        const done = parts;
        parts = [];
        return done;
      },
    );
    let text = "";
    for await (const piece of pieces) text += piece;
    return text + parts.join("");
  } finally {
    zip.close();
  }
};
