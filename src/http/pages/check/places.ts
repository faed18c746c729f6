// Places of a plain JSON document. Pointers come from the form's own fields, never from input.

export type Plain = Record<string, unknown>;

const isObject = (value: unknown): value is Plain => typeof value === "object" && value !== null;

const partsOf = (pointer: string): readonly string[] => pointer.split("/").slice(1);

/** What stands at a place; undefined when nothing does. */
export const valueAt = (document: unknown, pointer: string): unknown =>
  partsOf(pointer).reduce<unknown>(
    (value, part) => (isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined),
    document,
  );

const emptyFor = (part: string | undefined): unknown => (part !== undefined && /^\d+$/.test(part) ? [] : {});

const isEmpty = (value: unknown): boolean => isObject(value) && Object.keys(value).length === 0;

/** Puts a value at a place, making what holds it; undefined takes it away, and what it leaves empty. */
export const setAt = (document: Plain, pointer: string, value: unknown): void => {
  const [first = "", ...rest] = partsOf(pointer);
  if (rest.length === 0) {
    if (value === undefined) delete document[first];
    else document[first] = value;
    return;
  }
  const held = document[first];
  if (!isObject(held) && value === undefined) return;
  const holder = (isObject(held) ? held : emptyFor(rest[0])) as Plain;
  document[first] = holder;
  setAt(holder, `/${rest.join("/")}`, value);
  if (value === undefined && isEmpty(holder)) delete document[first];
};
