import { tenderNumber } from "./prepared.ts";

/** What the service acknowledged to a client: it must be there whatever happens next. */
export type Acknowledged =
  | { readonly kind: "tender"; readonly id: string }
  | { readonly kind: "assessment"; readonly id: string }
  /** The id is the assessment's. */
  | { readonly kind: "report"; readonly id: string };

const LANGUAGES = ["ar", "fr", "en"] as const;

const post = async (url: string, token: string, body: unknown): Promise<{ readonly id: string }> => {
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (response.status !== 201)
    throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as { id: string };
};

const reportOf = async (api: string, token: string, assessment: string, number: number): Promise<void> => {
  const language = LANGUAGES[number % LANGUAGES.length];
  const response = await fetch(`${api}/assessments/${assessment}/report.pdf?lang=${language}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const bytes = await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`the report answered ${response.status}`);
  if (bytes.byteLength === 0) throw new Error("the report is empty");
};

/**
 * An officer's work: stores a tender, has it assessed, and takes a report of one in `reportEach`. Each is yielded when the
 * service has acknowledged it; throws when it does not.
 */
export async function* officersWork(
  url: string,
  token: string,
  { from, count, reportEach }: { readonly from: number; readonly count: number; readonly reportEach: number },
): AsyncGenerator<Acknowledged> {
  const api = `${url}/api/v1`;
  for (let number = from; number < from + count; number += 1) {
    const tender = await post(`${api}/tenders`, token, tenderNumber(number));
    yield { kind: "tender", id: tender.id };
    const { id } = await post(`${api}/tenders/${tender.id}/assessments`, token, {});
    yield { kind: "assessment", id };
    if (number % reportEach !== 0) continue;
    await reportOf(api, token, id, number);
    yield { kind: "report", id };
  }
}
