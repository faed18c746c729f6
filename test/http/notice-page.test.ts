import { expect } from "chai";
import { type RunningService, startService } from "../support/running-service.ts";

const NOTICE = `Commune fictive d'Ain Sahel
AVIS D'APPEL D'OFFRES OUVERT NATIONAL N° 07/2026
L'ouverture des plis aura lieu le 24 mars 2026 à 10 heures, ayant pour objet : Restauration des invités.
Le cautionnement provisoire est fixé à 20 000,00 DH.`;

const file = (bytes: string | Uint8Array<ArrayBuffer> | null, name: string): FormData => {
  const form = new FormData();
  if (bytes !== null) form.set("file", new Blob([bytes]), name);
  else form.set("file", "");
  return form;
};
const taken = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/name="(take:[^"]+)" value="([^"]*)" checked/g)].map(([, name = "", value = ""]) => [
      name,
      value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'"),
    ]),
  );

describe("the page that reads a notice", () => {
  let running: RunningService;

  before(async () => {
    running = await startService();
  });
  after(async () => {
    expect(running.faults).to.deep.equal([]);
    await running.stop();
  });

  const send = (path: string, body: URLSearchParams | FormData): Promise<Response> =>
    fetch(`${running.url}${path}`, { method: "POST", body, headers: { accept: "text/html" } });
  it("shows each fact with its words, and fills the form with what is confirmed", async () => {
    const html = await (await send("/notice?lang=fr", new URLSearchParams({ text: NOTICE }))).text();
    expect(html).to.match(/<blockquote dir="auto">cautionnement provisoire est fixé à 20 000,00 DH/);
    const facts = taken(html);
    delete facts["take:/provisionalGuarantee/amount"];
    const form = await (await send("/notice/confirm?lang=fr", new URLSearchParams(facts))).text();
    expect(form).to.match(/name="\/reference"[^>]* value="07\/2026"/);
    expect(form).to.not.match(/name="\/provisionalGuarantee\/amount"[^>]* value="[^"]/);
  });

  it("reads the file of a notice, and says what it cannot read", async () => {
    const read = await (await send("/notice/file?lang=fr", file(NOTICE, "avis.txt"))).text();
    expect(taken(read)).to.have.property("take:/reference", '"07/2026"');
    for (const [bytes, name] of [
      [null, ""],
      [Uint8Array.of(0xff, 0xfe, 0xfd), "image.png"],
      ["%PDF-1.7 not really", "avis.pdf"],
    ] as const) {
      const response = await send("/notice/file?lang=ar", file(bytes, name));
      expect(response.status).to.equal(400);
      expect(await response.text()).to.match(/role="alert"/);
    }
  });

  it("takes no place that the form does not have, and no value that is no JSON", async () => {
    const forged = { "take:/__proto__/x": "1", "take:/reference": "{", "take:/title/fr": '"Repas"' };
    const response = await send("/notice/confirm", new URLSearchParams(forged));
    expect(await response.text()).to.match(/name="\/title\/fr"[^>]* value="Repas"|>Repas<\/textarea>/);
  });
});
