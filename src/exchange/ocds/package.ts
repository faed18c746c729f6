import { type Published, releaseOf, type ReleaseOptions } from "./release.ts";

const OFFICIAL = [
  "lots",
  "otherRequirements",
  "organizationClassification",
  "partyDetails_scale",
  "selectionCriteria",
  "submissionTerms",
  "suitability",
  "sustainability",
  "bid",
].map(
  (name) =>
    `https://raw.githubusercontent.com/open-contracting-extensions/ocds_${name}_extension/master/extension.json`,
);

/** What the package around the releases says. */
export interface PackageOptions extends ReleaseOptions {
  readonly uri: string;
  readonly publisher: string;
  /** Where the cooperative-priority extension is published. */
  readonly profile: string;
}

/** An OCDS 1.1 release package, line by line: what is written need not fit in memory. Nothing without a tender. */
export async function* releasePackage(
  tenders: AsyncIterable<Published>,
  options: PackageOptions,
): AsyncGenerator<string> {
  const { uri, publisher, profile, date } = options;
  const head = {
    uri,
    version: "1.1",
    extensions: [...OFFICIAL, profile],
    publishedDate: date,
    publisher: { name: publisher },
  };
  let before = `${JSON.stringify(head).slice(0, -1)},"releases":[\n`;
  let isEmpty = true;
  for await (const tender of tenders) {
    yield before + JSON.stringify(releaseOf(tender, options));
    before = ",";
    isEmpty = false;
  }
  // The standard has no package without a release.
  if (!isEmpty) yield "]}";
}
