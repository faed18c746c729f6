import { type InputError, inputError } from "../input-error.ts";

/** Elements of the envelope of a notice, which say nothing of the call. */
const TECHNICAL = new Set([
  "UBLVersionID",
  "CustomizationID",
  "VersionID",
  "RegulatoryDomain",
  "NoticeSubType",
]);

/** An element; what is asked of it is remembered, so that what nobody asked for can be told. */
export class XmlNode {
  readonly name: string;
  readonly path: string;
  readonly #attributes: Readonly<Record<string, string>>;
  readonly #children: XmlNode[] = [];
  #text = "";
  #isTaken = false;

  constructor(name: string, attributes: Readonly<Record<string, string>>, path: string) {
    this.name = name;
    this.#attributes = attributes;
    this.path = path;
  }

  add(name: string, attributes: Readonly<Record<string, string>>): XmlNode {
    const child = new XmlNode(name, attributes, `${this.path}/${name}`);
    this.#children.push(child);
    return child;
  }

  append(text: string): void {
    this.#text += text;
  }

  /** The first child, whatever its name. */
  first(): XmlNode {
    return this.#children[0] ?? this;
  }

  attribute(name: string): string | undefined {
    return this.#attributes[name];
  }

  /** The text, trimmed; undefined when there is none. */
  text(): string | undefined {
    this.#isTaken = true;
    const text = this.#text.trim();
    return text === "" ? undefined : text;
  }

  /** Every element at the end of a path of names. */
  all(...path: readonly string[]): readonly XmlNode[] {
    const [name, ...rest] = path;
    if (name === undefined) return [this];
    this.#isTaken = true;
    return this.#children.filter((child) => child.name === name).flatMap((child) => child.all(...rest));
  }

  one(...path: readonly string[]): XmlNode | undefined {
    return this.all(...path)[0];
  }

  textAt(...path: readonly string[]): string | undefined {
    return this.one(...path)?.text();
  }

  /** Counts as read, with all that is in it. */
  take(): void {
    this.#isTaken = true;
    for (const child of this.#children) child.take();
  }

  note(code: string, message: string): InputError {
    this.take();
    return inputError(this.path, code, message);
  }

  /** What was never asked for, at the place where nobody looked any further. */
  untaken(): readonly InputError[] {
    if (TECHNICAL.has(this.name)) return [];
    if (!this.#isTaken) return [inputError(this.path, "NO_PLACE", "has no place in the format")];
    return this.#children.flatMap((child) => child.untaken());
  }
}
