import { monitorEventLoopDelay } from "node:perf_hooks";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Seconds: from a health check to the slowest report. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/** A request that was answered, by its route as declared. */
export interface Finished {
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** Figures of the process and of its requests, for Prometheus. */
export interface Metrics {
  readonly finished: (request: Finished) => void;
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

const NANOSECONDS = 1e9;

/** How long a request may wait for its turn at worst: one in a thousand waits longer. */
const watchEventLoop = (registry: Registry): void => {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const gauge: Gauge = new Gauge({
    name: "awlawiya_event_loop_delay_p999_seconds",
    help: "99.9th percentile of the delay of the event loop since the start",
    registers: [registry],
    collect: () => gauge.set(delay.percentile(99.9) / NANOSECONDS),
  });
};

/** A registry of its own, so that two services in one process do not mix. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  watchEventLoop(registry);
  const requests = new Histogram({
    name: "awlawiya_http_request_seconds",
    help: "Time from a request to the end of its answer, by route as declared",
    labelNames: ["route", "method", "status"],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    finished: ({ route, method, status, milliseconds }) =>
      requests.observe({ route, method, status: String(status) }, milliseconds / 1000),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
