// Presentation forms come from texts pasted out of PDF files; the font has no U+202F, which Intl and some
// word processors emit in French.
const PRESENTATION_FORMS = /[\uFB50-\uFDFF\uFE70-\uFEFC]+/g;
const NARROW_SPACES = /[\u2007\u202F]/g;
const WIDE_SPACES = /[\t\n\r\f\v\u2000-\u2006\u2008-\u200A\u205F\u3000]+/g;
const NBSP = "\u00A0";

/** Letters and signs that are as they should be already: most texts hold no others. */
const PLAIN = /^[\u0020-\u007E\u00A0-\u02FF\u0600-\u0652\u2010-\u2026\u2066-\u2069]*$/;

const normalised = (text: string): string =>
  text
    .replaceAll(PRESENTATION_FORMS, (forms) => forms.normalize("NFKC"))
    .normalize("NFC")
    .replaceAll(NARROW_SPACES, NBSP)
    .replaceAll(WIDE_SPACES, " ");

/** The same text in the characters that the font and the shaper know; white space becomes plain spaces. */
export const normaliseText = (text: string): string => (PLAIN.test(text) ? text : normalised(text));

/** No line break between the thousands of a number: `250 000`. */
export const withWholeNumbers = (text: string): string => text.replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, NBSP);

/** A space before a sign, after an opening one, and between a small number and what it counts: `7 jours`. */
const BOUND = / (?:(?=[;:!?%»])|(?<=[«°] )|(?<=art\. )|(?<=(?:^|[\s(])\d{1,3}\)? )(?=\p{Ll}))/gu;

/** French typography: no line break before `; : ! ? %`, nor inside « », nor after n° or a small number. */
export const withFrenchSpaces = (text: string): string => text.replaceAll(BOUND, NBSP);
