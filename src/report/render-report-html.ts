import { readFileSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";
import { type DefaultTreeAdapterTypes as Tree, parseFragment, serialize } from "parse5";
import { projectRoot } from "../paths.ts";
import { chartSvg } from "./charts/chart-svg.ts";
import type { Direction } from "./pdf/text/shape-text.ts";
import { readChart } from "./pdf/markup/read-chart.ts";
import type { Logo } from "./letterhead/logo.ts";
import { attributeOf, isElement } from "./pdf/markup/tree.ts";
import { directionIn, LOCALES } from "./report-languages.ts";
import { reportContent } from "./report-content.ts";
import type { PrintInput } from "./report-input.ts";
import { reportPayload } from "./report-payload.ts";
import { ownPress, type Press, templateOf } from "./press.ts";

/** Width of a chart's own space; the browser scales it. */
const CHART_WIDTH = 220;

/** A picture inside the page itself; what it shows is said by the figure around it. */
const imageTag = ({ type, bytes }: Logo): string =>
  `<img alt="" src="data:${type};base64,${Buffer.from(bytes).toString("base64")}">`;

const figureHtml = (figure: Tree.Element, direction: Direction, logo: Logo | null): string =>
  attributeOf(figure, "data-image") !== undefined && logo !== null
    ? imageTag(logo)
    : chartSvg(readChart(figure), CHART_WIDTH, direction);

const drawFigures = (nodes: readonly Tree.ChildNode[], direction: Direction, logo: Logo | null): void => {
  for (const node of nodes.filter(isElement)) {
    if (node.tagName === "figure")
      node.childNodes = parseFragment(figureHtml(node, direction, logo)).childNodes;
    else drawFigures(node.childNodes, direction, logo);
  }
};

const style = (stylesheet: string | undefined): string =>
  stylesheet === undefined
    ? `<style>${readFileSync(join(projectRoot, "public/report.css"), "utf8")}</style>`
    : `<link rel="stylesheet" href="${Handlebars.escapeExpression(stylesheet)}">`;

/** The report as a web page of its own: the same template, with charts as SVG. */
export const renderReportHtml = (
  input: PrintInput,
  stylesheet?: string,
  press: Press = ownPress(),
): string => {
  const { template, view, title } = reportContent(input, reportPayload(input));
  const direction = directionIn(input.language);
  const body = parseFragment(templateOf(press, template)(view));
  drawFigures(body.childNodes, direction, press.logo);
  return `<!doctype html>
<html lang="${LOCALES[input.language]}" dir="${direction}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${Handlebars.escapeExpression(title)}</title>${style(stylesheet)}
</head>
<body class="report"><main>${serialize(body)}</main></body>
</html>
`;
};
