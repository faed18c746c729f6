/** The cooperative-priority index, 0–100: what is certain (`low`), what is still open (up to `high`), the score. */
export interface GaugeData {
  readonly kind: "gauge";
  readonly low: number;
  readonly high: number;
  /** null when nothing could be determined. */
  readonly score: number | null;
}

/** A share of a whole, 0–1. */
export interface CoverageData {
  readonly kind: "coverage";
  readonly share: number;
}

export type ChartData = GaugeData | CoverageData;
