import { shortened } from "./pdf-string.ts";
import { PAGE } from "./operators.ts";
import { catalogOf, type OpenDocument, openPdfDocument } from "./pdfkit-document.ts";
import type { Direction } from "../text/shape-text.ts";

/** What the document says of itself. */
export interface Identity {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  /** Date of the document: never the clock, so that the same report has the same bytes. */
  readonly date: Date;
}

/** Of a title in the document's properties, in UTF-16 units. */
const LONGEST = 500;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** pdfkit puts a title unescaped into XMP by `toString`, and into the Info dictionary by `valueOf`. */
class XmlSafe extends String {
  override toString(): string {
    return this.valueOf().replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
  }
}

// PDF/A asks for the description of every XMP schema it does not know, and it does not know PDF/UA's.
const PDF_UA = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

const infoOf = ({ title, subject, author, date }: Identity): Readonly<Record<string, unknown>> => ({
  Title: new XmlSafe(shortened(title, LONGEST)),
  Subject: new XmlSafe(shortened(subject, LONGEST)),
  Author: new XmlSafe(author),
  Producer: "Awlawiya",
  Creator: "Awlawiya",
  CreationDate: date,
  ModDate: date,
});

/** A tagged document that claims PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once. */
export const openArchivalDocument = (identity: Identity): OpenDocument => {
  const opened = openPdfDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    font: null,
    compress: false,
    autoFirstPage: false,
    pdfVersion: "1.7",
    subset: "PDF/A-3a",
    tagged: true,
    displayTitle: true,
    lang: identity.language,
    info: infoOf(identity),
  });
  const { doc } = opened;
  doc.appendXML(PDF_UA);
  const preferences = catalogOf(doc).data["ViewerPreferences"] as { readonly data: Record<string, unknown> };
  if (identity.direction === "rtl") preferences.data["Direction"] = "R2L";
  return opened;
};
