import { shortened } from "../report/pdf/paint/pdf-string.ts";
import type { RunningLines } from "../report/pdf/paint/running-lines.ts";
import { renderPdf } from "../report/pdf/render-pdf.ts";
import { type Press, templateOf } from "../report/press.ts";
import { directionIn, LOCALES } from "../report/report-languages.ts";
import type { PackContent } from "../usecases/packs.ts";
import type { PackPayload } from "./pack-payload.ts";
import { packView } from "./pack-view.ts";
import type { Writing } from "./writing.ts";

const AUTHOR = "Awlawiya";
/** Longer names would run into the number of the page. */
const LONGEST_NAME = 60;

/** The pack of a year as PDF/A-3a and PDF/UA-1, its payload attached. The same content gives the same bytes. */
export const packPdf = (
  content: PackContent,
  payload: PackPayload,
  writing: Writing,
  press: Press,
): Promise<Uint8Array> => {
  const { language, printer } = writing;
  const view = packView(content, payload, writing);
  const buyer = view.buyer?.text ?? content.buyer;
  const lines = [
    printer.fill("footPack", { id: payload.id }),
    `SHA-256 ${payload.sha256}`,
    printer.isolated(shortened(buyer, LONGEST_NAME)),
  ];
  return renderPdf({
    html: templateOf(press, "pack")(view),
    shorter: [],
    logo: press.logo,
    identity: {
      title: `${view.title} — ${buyer}`,
      subject: buyer,
      author: AUTHOR,
      language: LOCALES[language],
      direction: directionIn(language),
      date: new Date(content.asOf),
    },
    attachment: {
      name: "pack.json",
      description: printer.word("attachment"),
      bytes: Buffer.from(payload.json, "utf8"),
    },
    foot: (page: number, pages: number): RunningLines => ({
      lines,
      end: printer.fill("footPage", { page: printer.number(page), pages: printer.number(pages) }),
    }),
    address: null,
  });
};
