import { readFigures } from "./figures.ts";
import { plainText } from "./plain-text.ts";
import { type Printed, said, unread } from "./printed.ts";

const UNITS =
  /(?:jours?(?: calendaires| ouvrables)?|days?|يوما?|أيام|ans?|années?|years?|سنوات|سنة|mois|lots?|حصص|حصة)\.?$/;

/** A whole number as printed: `21`, `٢١`, `60 jours`, `1 000`. */
export const readWhole = (printed: string | number): Printed<number> => {
  if (typeof printed === "number")
    return Number.isSafeInteger(printed) && printed >= 0 ? said(printed) : unread("WHOLE_EXPECTED");
  const text = plainText(printed).replace(UNITS, "").trim();
  const figures = /^\d[\d ']*$/.test(text) ? readFigures(text) : unread("WHOLE_EXPECTED");
  if (!figures.ok || figures.value.units > 10n ** 12n) return unread("WHOLE_EXPECTED");
  return said(Number(figures.value.units));
};

/** A year of the calendar: `2026`. */
export const readYearNumber = (printed: string | number): Printed<number> => {
  const [, year] =
    /^(?:(?:année|exercice|year|سنة|السنة) ?)?((?:19|20)\d{2})$/.exec(plainText(String(printed))) ?? [];
  return year === undefined ? unread("YEAR_EXPECTED") : said(Number(year));
};

/** A share of one, from `10 %`, `0,1` or `10`: what is above 1 is a percentage. At most four decimals. */
export const readShare = (printed: string | number): Printed<number> => {
  const text = plainText(String(printed));
  const [, figures, percent] =
    /^(\d{1,3}(?:[.,]\d{1,6})?) ?(%|٪|pour cent|percent|في المائة|بالمائة)?$/.exec(text) ?? [];
  if (figures === undefined) return unread("SHARE_EXPECTED");
  const number = Number(figures.replace(",", "."));
  // A bare 1 may be one per cent or all of it.
  if (percent === undefined && number === 1) return unread("SHARE_EXPECTED");
  const share = percent !== undefined || number > 1 ? number / 100 : number;
  return share <= 1 ? said(Math.round(share * 10_000) / 10_000) : unread("SHARE_EXPECTED");
};
