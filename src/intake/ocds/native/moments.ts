import type { TenderDocument } from "../../schema/tender-schema.ts";
import type { Json, Release } from "../merge-releases.ts";
import { MEDIUM, LANGUAGE } from "../codes.ts";
import { Fields, isObject, present } from "./fields.ts";

type Amendment = NonNullable<TenderDocument["amendments"]>[number];

/** All publications, where the profile lists them: only there is the list known to be complete. */
export const publicationsIn = (tender: Fields): TenderDocument["publications"] =>
  tender.objects("publications")?.flatMap((publication) => {
    const medium = publication.code("medium", MEDIUM);
    const read = present({
      name: publication.text("name", 200),
      language: publication.code("language", LANGUAGE),
      publishedAt: publication.moment("date"),
    });
    publication.rest();
    return medium === undefined ? [] : [{ medium, ...read }];
  });

/** The first notice among the documents; the documents themselves have no place in the format. */
const noticeDay = (tender: Fields): string | undefined => {
  const days = (tender.objects("documents") ?? [])
    .filter((document) => document.raw("documentType") === "tenderNotice" && document.has("datePublished"))
    .flatMap((document) => document.day("datePublished") ?? []);
  if (tender.has("documents"))
    tender.note(
      "documents",
      "PARTLY",
      "give the day of the notice alone; documents have no place in the format",
    );
  return days.toSorted()[0];
};

/**
 * The day of launch: as the profile has it, else the first notice, else the start of the tender period. Where the
 * profile lists the publications, the start was made from them.
 */
export const launchIn = (tender: Fields, period: Fields | undefined): string | undefined => {
  const launched = tender.day("launchDate");
  const notice = noticeDay(tender);
  const start = period?.day("startDate");
  return launched ?? (tender.has("publications") ? undefined : (notice ?? start));
};

/** A bid opening as one release says it. */
interface Announced {
  readonly day: string;
  readonly releaseId: string;
  readonly opening: string;
}

const openingOf = (release: Json): string | undefined => {
  const tender = release["tender"];
  if (!isObject(tender)) return undefined;
  return new Fields(tender, "", []).object("bidOpening")?.moment("date");
};

/** Each opening announced by a release that was not already in force, oldest first. */
const announcedIn = (releases: readonly Release[]): readonly Announced[] => {
  const sorted = releases.toSorted((one, other) => Date.parse(one.date) - Date.parse(other.date));
  const announced: Announced[] = [];
  for (const release of sorted) {
    const opening = openingOf(release);
    const day = new Fields(release, "", []).day("date");
    if (opening !== undefined && day !== undefined && announced.at(-1)?.opening !== opening)
      announced.push({ day, releaseId: release.id, opening });
  }
  return announced;
};

interface Read {
  readonly releaseId: string | undefined;
  readonly amendment: Amendment;
}

const amendmentsIn = (tender: Fields): Read[] | undefined => {
  const single = tender.object("amendment");
  const all = tender.objects("amendments") ?? (single === undefined ? undefined : [single]);
  return all?.map((fields) => {
    const changedOn = fields.day("date");
    const amendment = present({
      changedOn,
      noticePublishedOn: fields.day("noticeDate"),
      newOpeningAt: fields.moment("newOpeningDate"),
    });
    fields.skip("id", "amendsReleaseID");
    const releaseId = fields.text("releaseID");
    fields.rest();
    return { releaseId, amendment: amendment ?? {} };
  });
};

/** A release that moves the opening is an amendment and its notice, whether or not it says so itself. */
const withMoves = (read: readonly Read[], moves: readonly Announced[]): Amendment[] => {
  const said = read.map(({ releaseId, amendment }) => {
    const move = moves.find((each) => each.releaseId === releaseId);
    return move === undefined || amendment.newOpeningAt !== undefined
      ? amendment
      : { ...amendment, newOpeningAt: move.opening };
  });
  if (moves.length === 0) return said;
  const unsaid = moves
    .filter(({ releaseId }) => !read.some((each) => each.releaseId === releaseId))
    .map(({ day, opening }) => ({ changedOn: day, noticePublishedOn: day, newOpeningAt: opening }));
  return [...said, ...unsaid].toSorted((one, other) =>
    (one.changedOn ?? "").localeCompare(other.changedOn ?? ""),
  );
};

/** The first opening announced, and every change: from the profile, or from the releases one after the other. */
export const openingIn = (
  tender: Fields,
  releases: readonly Release[],
  isStatedEmpty: boolean,
): Pick<TenderDocument, "openingAt" | "amendments"> => {
  const opening = tender.object("bidOpening");
  const inForce = opening?.moment("date");
  const initial = opening?.moment("initialDate");
  opening?.rest();
  const read = amendmentsIn(tender);
  const announced = releases.length > 1 ? announcedIn(releases) : [];
  const moves = initial === undefined ? announced.slice(1) : [];
  const isMoved = read?.some(({ amendment }) => amendment.newOpeningAt !== undefined) === true;
  const first =
    initial ?? (moves.length > 0 ? announced[0]?.opening : undefined) ?? (isMoved ? undefined : inForce);
  const none = isStatedEmpty ? [] : undefined;
  const amendments = read === undefined && moves.length === 0 ? none : withMoves(read ?? [], moves);
  return present({ openingAt: first, amendments }) ?? {};
};

/** When it was launched, and until when offers are taken. */
export const periodIn = (tender: Fields) => {
  const period = tender.object("tenderPeriod");
  const launchedOn = launchIn(tender, period);
  const submissionDeadline = period?.moment("endDate");
  period?.skip("durationInDays", "maxExtentDate");
  return { launchedOn, submissionDeadline };
};
