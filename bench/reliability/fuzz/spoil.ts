import { NAUGHTY, NUMBERS } from "./naughty.ts";

export type Random = () => number;

/** Any of a list. */
export const pick = <T>(random: Random, list: readonly T[]): T => {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new RangeError("nothing to pick from");
  return chosen;
};

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

const anything = (random: Random): unknown => {
  const kind = Math.floor(random() * 9);
  if (kind < 4) return pick(random, NAUGHTY);
  if (kind < 6) return pick(random, NUMBERS);
  return [null, true, [], {}, [[]], nested(40), Array.from({ length: 300 }, () => 1)][
    Math.floor(random() * 7)
  ];
};

/** A copy of plain JSON in which one place, anywhere, was replaced, removed, renamed, doubled or added. */
export const spoil = (value: unknown, random: Random): unknown => {
  if (typeof value !== "object" || value === null || random() < 0.15) return anything(random);
  if (Array.isArray(value)) return spoilList(value, random);
  const entries = Object.entries(value);
  if (entries.length === 0) return { [pick(random, NAUGHTY)]: anything(random) };
  const at = Math.floor(random() * entries.length);
  const [name = "", inside] = entries[at] ?? [];
  const change = random();
  const rest = entries.filter((_, index) => index !== at);
  if (change < 0.1) return Object.fromEntries(rest);
  if (change < 0.2) return Object.fromEntries([...rest, [pick(random, NAUGHTY), inside]]);
  if (change < 0.25) return Object.fromEntries([...entries, [pick(random, NAUGHTY), anything(random)]]);
  return Object.fromEntries(entries.map(([key, each]) => [key, key === name ? spoil(each, random) : each]));
};

const spoilList = (list: readonly unknown[], random: Random): unknown => {
  if (list.length === 0) return [anything(random)];
  const at = Math.floor(random() * list.length);
  if (random() < 0.15) return [...list, list[at]];
  return list.map((each, index) => (index === at ? spoil(each, random) : each));
};

const HOSTILE_JSON: readonly string[] = [
  "",
  "{",
  "}",
  "[]",
  "nul",
  '{"a":1,}',
  "{'a':1}",
  '{"a":01}',
  '{"a":1}{"b":2}',
  '{"reference":"1","reference":"2"}',
  '{"\\u0072eference":"1","reference":"2"}',
  '{"a":"\\ud800"}',
  '{"a":"\\x41"}',
  '{"a":\u00A01}',
  "\uFEFF{}",
  "[".repeat(100_000),
  '{"a":'.repeat(50_000),
  `{"a":${"9".repeat(5000)}}`,
  `{"a":1e${"9".repeat(500)}}`,
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
];

/** A body that may not even be JSON: hostile as it is, or valid with some bytes changed. */
export const spoilBytes = (valid: unknown, random: Random): Buffer => {
  if (random() < 0.3) return Buffer.from(pick(random, HOSTILE_JSON));
  const bytes = Buffer.from(JSON.stringify(valid));
  const changes = 1 + Math.floor(random() * 4);
  for (let change = 0; change < changes; change += 1)
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return random() < 0.2 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes;
};
