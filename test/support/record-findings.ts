import { recordFindings } from "./recorded-findings.ts";

recordFindings();
