import type { Subscription } from "../../domain/alerts.ts";
import type { Call } from "../../domain/search/call.ts";
import type { Territory } from "../../domain/territory.ts";
import type { Language } from "../../domain/tender.ts";
import type { Mail, WriteDigest } from "../../usecases/alerts/ports.ts";
import { amountIn, deadlineIn, inLanguage, placeOf } from "../pages/calls/in-print.ts";
import { renderPage } from "../pages/render-page.ts";
import type { PageWords } from "../service.ts";
import { fill } from "../pages/fill.ts";

/** What writing mails needs. */
export interface Stationery {
  readonly words: (language: Language, ...parts: readonly string[]) => PageWords;
  readonly territory: Territory;
  /** Where people reach the service, without a slash at its end. */
  readonly origin: string;
}

const MOST_SHOWN = 50;

const whatOf = ({ query }: Subscription, words: PageWords): string => {
  if (query === null) return words["alertMatches"] ?? "";
  const text = new URLSearchParams(query).get("q") ?? "";
  return text === "" ? (words["allOpen"] ?? "") : text;
};

const newestFirst = (query: string): string => {
  const parameters = new URLSearchParams(query);
  parameters.set("sort", "newest");
  return parameters.toString();
};

const linkOf = ({ secret }: Subscription, { origin }: Stationery): string => `${origin}/alerts/${secret}`;

/** What every mail shows beside its own lines. */
const frame = (subscription: Subscription, stationery: Stationery, messageId: string) => {
  const { language, email } = subscription;
  const words = stationery.words(language, "calls");
  const stopHref = linkOf(subscription, stationery);
  return {
    words,
    view: { language, direction: language === "ar" ? "rtl" : "ltr", words, stopHref },
    mail: { messageId, to: email, language, unsubscribeUrl: `${stopHref}/stop` },
  };
};

/** The mail by which an address is confirmed. */
export const confirmationMail =
  (stationery: Stationery) =>
  (subscription: Subscription, messageId: string): Mail => {
    const { words, view, mail } = frame(subscription, stationery, messageId);
    const intro = fill(words["mailConfirm"], { what: whatOf(subscription, words) });
    const href = linkOf(subscription, stationery);
    const subject = `${words["name"] ?? ""}: ${words["mailConfirmSubject"] ?? ""}`;
    return {
      ...mail,
      subject,
      text: [intro, href, "", words["mailIgnore"] ?? ""].join("\n"),
      html: renderPage("mails/confirmation", { ...view, subject, intro, href }),
    };
  };

/** The mail that tells new calls. */
export const digestWriter =
  (stationery: Stationery) =>
  (subscription: Subscription): WriteDigest =>
  (fresh: readonly Call[], messageId) => {
    const { words, view, mail } = frame(subscription, stationery, messageId);
    const { language } = subscription;
    const calls = fresh.slice(0, MOST_SHOWN).map((call) => ({
      title: inLanguage(call.title, language),
      href: `${stationery.origin}/calls/${call.id}`,
      facts: [
        inLanguage(call.buyer, language),
        placeOf(call, stationery.territory, language),
        amountIn(call.estimate, language) ?? words["amountNotPrinted"],
        deadlineIn(call, language) ?? words["deadlineUnknown"],
      ]
        .filter((fact) => fact !== undefined && fact !== "")
        .join(" — "),
    }));
    const intro = fill(words["mailDigest"], { what: whatOf(subscription, words) });
    const moreHref =
      fresh.length <= MOST_SHOWN
        ? null
        : `${stationery.origin}/${subscription.query === null ? "cooperative" : `calls?${newestFirst(subscription.query)}`}`;
    const subject = `${words["name"] ?? ""}: ${fill(words["mailDigestSubject"], { n: fresh.length })}`;
    const lines = calls.flatMap(({ title, href, facts }) => [`• ${title}`, `  ${facts}`, `  ${href}`, ""]);
    const more = moreHref === null ? [] : [words["mailMore"] ?? "", moreHref, ""];
    return {
      ...mail,
      subject,
      text: [intro, "", ...lines, ...more, words["mailStop"] ?? "", view.stopHref].join("\n"),
      html: renderPage("mails/digest", { ...view, subject, intro, calls, moreHref }),
    };
  };
