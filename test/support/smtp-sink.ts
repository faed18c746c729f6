import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { type ParsedMail, simpleParser } from "mailparser";

/** A real mail server on a free port that keeps what it is given. */
export interface SmtpSink {
  readonly url: string;
  readonly mails: readonly ParsedMail[];
  /** Called when a mail is kept, before its sender is told so. */
  readonly onKept: (hear: () => void) => void;
  /** The next so many mails are refused for now (451). */
  readonly refuse: (count: number) => void;
  readonly stop: () => Promise<void>;
}

/** Starts the server; stop it when done. */
export const smtpSink = async (): Promise<SmtpSink> => {
  const mails: ParsedMail[] = [];
  let refused = 0;
  let kept: (() => void) | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onData: (stream, _session, done) => {
      const isRefused = refused > 0;
      if (isRefused) refused -= 1;
      simpleParser(stream, (error: Error | null, mail) => {
        if (error === null && !isRefused) {
          mails.push(mail);
          kept?.();
        }
        done(isRefused ? Object.assign(new Error("try again later"), { responseCode: 451 }) : error);
      });
    },
  });
  // A client that is killed in the middle of a conversation is part of the test.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    onKept: (hear) => {
      kept = hear;
    },
    refuse: (count) => {
      refused = count;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
};
