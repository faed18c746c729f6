import { recordPages } from "./pictured-reports.ts";

await recordPages();
