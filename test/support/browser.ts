import { existsSync } from "node:fs";

// Debian's Chromium through playwright-core. Its types need the browser's own library, which our compiler does not
// load: what the journeys use is named here.

export interface Locator {
  readonly first: () => Locator;
  readonly click: () => Promise<void>;
  readonly fill: (text: string) => Promise<void>;
  readonly count: () => Promise<number>;
  readonly innerText: () => Promise<string>;
  readonly allInnerTexts: () => Promise<readonly string[]>;
  readonly getAttribute: (name: string) => Promise<string | null>;
  readonly inputValue: () => Promise<string>;
  readonly setInputFiles: (file: {
    readonly name: string;
    readonly mimeType: string;
    readonly buffer: Buffer;
  }) => Promise<void>;
  readonly selectOption: (value: string) => Promise<unknown>;
  readonly check: () => Promise<void>;
  readonly waitFor: () => Promise<void>;
  readonly press: (key: string) => Promise<void>;
}

export interface Download {
  readonly path: () => Promise<string>;
  readonly suggestedFilename: () => string;
}

export interface Page {
  readonly goto: (url: string) => Promise<unknown>;
  readonly evaluate: <T>(script: string) => Promise<T>;
  readonly keyboard: {
    readonly press: (key: string) => Promise<void>;
    readonly type: (text: string) => Promise<void>;
  };
  readonly waitForURL: (url: RegExp) => Promise<void>;
  readonly locator: (selector: string) => Locator;
  readonly url: () => string;
  readonly context: () => Context;
  readonly waitForEvent: (name: "download") => Promise<Download>;
  readonly on: (name: "request" | "pageerror", hear: (event: { url: () => string }) => void) => void;
}

interface Answer {
  readonly json: () => Promise<unknown>;
  readonly body: () => Promise<Buffer>;
}

export interface Context {
  readonly addCookies: (
    cookies: readonly { readonly name: string; readonly value: string; readonly url: string }[],
  ) => Promise<void>;
  readonly newPage: () => Promise<Page>;
  readonly clearCookies: () => Promise<void>;
  /** Calls with the cookies of the pages. */
  readonly request: {
    readonly get: (url: string) => Promise<Answer>;
    readonly post: (
      url: string,
      options: { readonly headers: Readonly<Record<string, string>> },
    ) => Promise<Answer>;
  };
  readonly close: () => Promise<void>;
}

export interface Browser {
  readonly newContext: (options: {
    readonly javaScriptEnabled: boolean;
    readonly locale: string;
    readonly viewport: { readonly width: number; readonly height: number };
    readonly colorScheme?: "light" | "dark";
    /** For tests that put scripts of their own into a page. */
    readonly bypassCSP?: boolean;
  }) => Promise<Context>;
  readonly close: () => Promise<void>;
}

interface Playwright {
  readonly chromium: {
    readonly launch: (options: {
      readonly executablePath: string;
      readonly args: readonly string[];
    }) => Promise<Browser>;
  };
}

const CHROMIUM = "/usr/bin/chromium";
const PACKAGE: string = "playwright-core";
const QUIET = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser that talks to nobody but the page's own host. @throws Error when Chromium is not installed */
export const launchBrowser = async (): Promise<Browser> => {
  if (!existsSync(CHROMIUM)) throw new Error(`${CHROMIUM} is missing: apt-get install chromium`);
  const { chromium } = (await import(PACKAGE)) as Playwright;
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET });
};
