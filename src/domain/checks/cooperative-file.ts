import { type Given, seen } from "../given.ts";
import {
  broken,
  type Condition,
  type Judgement,
  judge,
  met,
  together,
  unknown,
  worth,
} from "../judgement.ts";
import { statedOf } from "../stated.ts";
import type { Paper, PaperHolder, PaperKind } from "../tender.ts";

interface Papers {
  readonly value: readonly Paper[];
  readonly at: string;
}

const COOPERATIVE: ReadonlySet<PaperHolder> = new Set(["all", "cooperative", "cooperativeUnion"]);

/** Is the paper asked of cooperatives? null when the file does not say of whom. */
const isTheirs = ({ appliesTo }: Paper): boolean | null =>
  appliesTo === undefined ? null : appliesTo.some((holder) => COOPERATIVE.has(holder));

/** Is a paper of that kind asked of cooperatives, in any phase? With the places where it stands. */
const asked = ({ value: papers, at: list }: Papers, kind: PaperKind) => {
  const places = papers.flatMap((paper, index) =>
    paper.kind === kind ? [{ paper, at: `${list}/${index}` }] : [],
  );
  const theirs = new Set(places.map(({ paper }) => isTheirs(paper)));
  return {
    answer: theirs.has(true) ? true : theirs.has(null) ? null : false,
    missing: places.filter(({ paper }) => isTheirs(paper) === null).map(({ at }) => `${at}/appliesTo`),
    evidence: places.map(({ at }) => seen(`${at}/kind`, kind)),
  };
};

const noCommercialRegister = (papers: Papers): Condition => {
  const { answer, missing, evidence } = asked(papers, "commercialRegister");
  if (answer === null) return unknown("holderUnknown", missing, { evidence });
  return answer ? broken("commercialRegisterAsked", { evidence }) : met({ evidence });
};

const ownCertificate = (papers: Papers): Condition => {
  const { answer, missing, evidence } = asked(papers, "cooperativeRegister");
  if (answer === null) return unknown("holderUnknown", missing, { evidence });
  return answer
    ? met({ evidence })
    : { ...broken("ownCertificateNotListed", { evidence }), effect: "warning" };
};

/** A cooperative shows its own register certificate and no commercial register, for the call and for each lot. */
export const cooperativeFile = ({ tender, scale }: Given): Judgement => {
  const lists = statedOf(tender, "papers");
  const inEach = (fits: (papers: Papers) => Condition): Condition =>
    together(
      lists.map(({ value, at }) =>
        value === undefined ? unknown("papersUnknown", [at]) : fits({ value, at }),
      ),
    );
  return judge("fileFits", [
    worth(scale("noCommercialRegister"), inEach(noCommercialRegister)),
    worth(scale("ownCertificate"), inEach(ownCertificate)),
  ]);
};
