import bidiFactory, { type Bidi } from "bidi-js";

// bidi-js declares an ES default export, but Node loads its CommonJS build, whose export is the factory itself.
const factory = bidiFactory as unknown as () => Bidi;

/** The Unicode Bidirectional Algorithm (UAX 9). */
export const bidi = factory();
