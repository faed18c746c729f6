import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/paths.ts";
import { startService } from "./running-service.ts";

// `npm run release:record`: issues a report under the rulebook in use and keeps it with the key of its log, to be
// verified by every program to come. Run it once, when the release is frozen.

const TENDER = "guarding-papers-at-bid";
const folder = join(projectRoot, "fixtures/releases");
const running = await startService();
try {
  const { version } = running.service.rulebook;
  const headers = { "content-type": "application/json", ...(await running.as("officer")) };
  const read = async (path: string, method = "GET", body?: string): Promise<Response> => {
    const response = await fetch(running.url + path, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  };
  const idOf = async (path: string, body: string): Promise<string> =>
    ((await (await read(path, "POST", body)).json()) as { readonly id: string }).id;
  const document = readFileSync(join(projectRoot, "fixtures/tenders", `${TENDER}.json`), "utf8");
  const tender = await idOf("/api/v1/tenders", document);
  const assessment = await idOf(`/api/v1/tenders/${tender}/assessments`, "");
  const pdf = await read(`/api/v1/assessments/${assessment}/report.pdf?lang=ar&variant=summary`);
  writeFileSync(join(folder, `${version}.pdf`), Buffer.from(await pdf.arrayBuffer()));
  writeFileSync(join(folder, `${version}.key`), await (await read("/log/keys")).text());
} finally {
  await running.stop();
}
