import type { Prepared } from "../prepared.ts";
import { tenderNumber } from "../prepared.ts";
import type { LoadClass } from "./client.ts";

/** Words of officers and cooperatives: common, rare, in both languages, with and without filters. */
const WORDS = [
  "إطعام",
  "المطعمة",
  "حفل",
  "خدمات",
  "خيام",
  "الاستقبال",
  "traiteur",
  "restauration",
  "réception",
  "festival",
  "gardiennage",
  "pause-café",
  "nettoyage",
  "espaces verts",
  "repas scolaires",
] as const;
const FILTERS = ["", "&sector=catering", "&reserved=yes", "&sort=deadline"] as const;

const request = (method: string, path: string, headers: readonly string[], body = ""): string => {
  const lines = [`${method} ${path} HTTP/1.1`, "Host: 127.0.0.1", ...headers];
  if (body !== "") lines.push("Content-Type: application/json", `Content-Length: ${Buffer.byteLength(body)}`);
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
};

/** Each request comes through the proxy from an address of its own, as those of many offices do. */
const from = (number: number): string =>
  `X-Forwarded-For: 10.${(number >> 16) % 256}.${(number >> 8) % 256}.${number % 256}`;

const OFFICES = 20_000;
const many = (count: number, make: (number: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, number) => make(number));

const checkOf =
  (path: string) =>
  (number: number): string =>
    request("POST", path, [from(number)], JSON.stringify(tenderNumber(number)));

/** The day of a service: half searches, a quarter lists, a quarter checks, one report in a hundred. */
export const loadClasses = ({ token }: Prepared): readonly LoadClass[] => [
  {
    name: "search",
    share: 50,
    requests: many(OFFICES, (number) => {
      const word = encodeURIComponent(WORDS[number % WORDS.length] ?? "");
      return request("GET", `/api/v1/calls?q=${word}${FILTERS[number % FILTERS.length]}`, [from(number)]);
    }),
  },
  {
    name: "list",
    share: 25,
    requests: [request("GET", "/api/v1/tenders?limit=20", [`Authorization: Bearer ${token}`])],
  },
  { name: "check", share: 24, requests: many(OFFICES, checkOf("/api/v1/checks")) },
  { name: "report", share: 1, requests: many(OFFICES / 10, checkOf("/api/v1/checks/report.pdf?lang=ar")) },
];

/** What the smallest service is asked. */
export const helloClass: LoadClass = { name: "hello", share: 1, requests: [request("GET", "/", [])] };
