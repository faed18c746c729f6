import { readFileSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";
import { type DefaultTreeAdapterTypes as Tree, parseFragment, serialize } from "parse5";
import { projectRoot } from "../paths.ts";
import { chartSvg } from "./charts/chart-svg.ts";
import type { Direction } from "./pdf/text/shape-text.ts";
import { readChart } from "./pdf/markup/read-chart.ts";
import { isElement } from "./pdf/markup/tree.ts";
import { directionIn, LOCALES } from "./render-report.ts";
import type { ReportInput, ReportOptions } from "./report-input.ts";
import { reportPayload } from "./report-payload.ts";
import { reportTemplate } from "./report-templates.ts";
import { printerOf } from "./view/printer.ts";
import { reportView } from "./view/report-view.ts";

/** Width of a chart's own space; the browser scales it. */
const CHART_WIDTH = 220;

const drawCharts = (nodes: readonly Tree.ChildNode[], direction: Direction): void => {
  for (const node of nodes.filter(isElement)) {
    if (node.tagName === "figure")
      node.childNodes = parseFragment(chartSvg(readChart(node), CHART_WIDTH, direction)).childNodes;
    else drawCharts(node.childNodes, direction);
  }
};

const style = (): string => readFileSync(join(projectRoot, "templates/reports/report.css"), "utf8");

/** The report as a web page of its own: the same template, with charts as SVG. */
export const renderReportHtml = (input: ReportInput, options: ReportOptions = {}): string => {
  const view = reportView(input, reportPayload(input));
  const direction = directionIn(input.language);
  const body = parseFragment(reportTemplate(options.template ?? "report")(view));
  drawCharts(body.childNodes, direction);
  const title = Handlebars.escapeExpression(
    `${printerOf(input.language).word("reportTitle")} — ${view.tender.reference.text}`,
  );
  return `<!doctype html>
<html lang="${LOCALES[input.language]}" dir="${direction}">
<head><meta charset="utf-8"><title>${title}</title><style>${style()}</style></head>
<body class="report">${serialize(body)}</body>
</html>
`;
};
