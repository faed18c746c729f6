// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assess } from "../../dist/src/domain/assess.js";
import { matchableCall } from "../../dist/src/domain/matching/matchable-call.js";
import { matchableProfile, matchesFor, matchOf } from "../../dist/src/domain/matching/match.js";
import { readerOfCalls } from "../../dist/src/domain/search/call-of.js";
import { acceptCooperative } from "../../dist/src/intake/read-cooperative.js";
import { acceptTender } from "../../dist/src/intake/read-tender.js";
import { projectRoot } from "../../dist/src/paths.js";
import { loadRulebook } from "../../dist/src/rulebook/load-rulebook.js";
import { loadTerritory } from "../../dist/src/territory/load-territory.js";

// node bench/match/run.js [profiles 10000] [calls 500] — build first. Invented calls and profiles, the same in every run.
// CPU time is printed beside wall time: it does not depend on who shares the machine.

const [PROFILES = 10_000, CALLS = 500] = process.argv.slice(2).map(Number);
const MANY = 25_000;
const TODAY = "2026-03-02";

let state = 99;
const random = () => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state / 2_147_483_648;
};
const pick = (/** @type {readonly any[]} */ list) => list[Math.floor(random() * list.length)];
const read = (/** @type {string} */ path) => JSON.parse(readFileSync(join(projectRoot, path), "utf8"));

const rulebook = loadRulebook(join(projectRoot, "rulebook"));
const territory = loadTerritory(projectRoot);
const asCall = readerOfCalls(rulebook, territory);
const places = territory.places;
const communes = places.filter(({ kind }) => kind === "commune" || kind === "arrondissement");
const provinces = places.filter(({ kind }) => kind === "province" || kind === "prefecture");
const regions = places.filter(({ kind }) => kind === "region");
const templates = [
  "catering-council-meetings",
  "school-canteens-lots",
  "festival-tents-sound",
  "cleaning-buildings",
  "green-spaces",
  "reception-purchase-order",
].map((name) => read(`fixtures/calls/${name}.json`));
const makers = [
  "1-annour-catering",
  "2-khaima-tents",
  "3-tamount-meals",
  "4-amal-cleaning",
  "5-zahra-gardens",
  "6-new-cooks",
].map((name) => read(`fixtures/cooperatives/${name}.json`));

const callOf = (/** @type {number} */ index) => {
  const document = { ...pick(templates), reference: `${index}/2026`, places: [pick(communes).code] };
  const accepted = acceptTender(document);
  if (!accepted.ok) throw new Error(JSON.stringify(accepted.errors));
  const { tender } = accepted;
  return matchableCall(asCall(String(index), tender), tender, assess(tender, rulebook, null), rulebook);
};

/** A profile serves communes, whole provinces, or a region. */
const placeServed = () => {
  const choice = random();
  if (choice < 0.5) return pick(communes).code;
  return pick(choice < 0.85 ? provinces : regions).code;
};

const profileOf = (/** @type {number} */ index) => {
  const document = {
    ...pick(makers),
    places: Array.from({ length: 1 + Math.floor(random() * 3) }, placeServed),
  };
  const accepted = acceptCooperative(document, () => true);
  if (!accepted.ok) throw new Error(JSON.stringify(accepted.errors));
  return matchableProfile(String(index), accepted.profile);
};

const timed = (/** @type {string} */ name, /** @type {number} */ target, /** @type {() => number} */ run) => {
  run();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const matches = run();
  const [wall, { user, system }] = [performance.now() - start, process.cpuUsage(cpu)];
  console.log(
    `| ${name} | ${wall.toFixed(0)} | ${((user + system) / 1000).toFixed(0)} | ${target} | ${matches} |`,
  );
};

const calls = Array.from({ length: CALLS }, (_, index) => callOf(index));
const profiles = Array.from({ length: PROFILES }, (_, index) => profileOf(index));
const many = Array.from({ length: MANY }, (_, index) => profileOf(index));
console.log("| what | wall ms | CPU ms | target ms | matches |\n|---|---|---|---|---|");
timed(`${PROFILES} profiles × ${CALLS} calls`, 1000, () =>
  profiles.reduce((sum, profile) => sum + matchesFor(profile, calls, TODAY).length, 0),
);
timed(`one new call × ${MANY} profiles`, 50, () => {
  const call = /** @type {any} */ (calls[0]);
  return many.reduce((sum, profile) => sum + (matchOf(profile, call, TODAY) === null ? 0 : 1), 0);
});
