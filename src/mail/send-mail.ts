import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Mail, SendMail } from "../usecases/alerts/ports.ts";

/** Where mails go: a server, or a folder of files when there is none. */
export type MailTarget =
  | { readonly kind: "smtp"; readonly url: string }
  | { readonly kind: "folder"; readonly path: string };

const TIMEOUT_MS = 30_000;

/** What RFC 5322 and RFC 8058 want of a mail that can be stopped with one click. */
const optionsOf = (mail: Mail, from: string) => ({
  from,
  to: mail.to,
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  messageId: mail.messageId,
  headers: {
    "Content-Language": mail.language,
    "Auto-Submitted": "auto-generated",
    ...(mail.unsubscribeUrl === null
      ? {}
      : {
          "List-Unsubscribe": `<${mail.unsubscribeUrl}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }),
  },
});

const openSmtp = async (url: string) => {
  // Most starts of the service send no mail.
  const { createTransport } = await import("nodemailer");
  return createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // No part of a mail names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
};

const smtp = (url: string, from: string): SendMail => {
  let transport: ReturnType<typeof openSmtp> | null = null;
  return async (mail) => {
    transport ??= openSmtp(url);
    await (await transport).sendMail(optionsOf(mail, from));
  };
};

/** One file a mail, whole or not there; the same mail again writes the same file. */
const folder = (path: string, from: string): SendMail => {
  return async (mail) => {
    const { createTransport } = await import("nodemailer");
    const transport = createTransport({ streamTransport: true, buffer: true });
    const { message } = await transport.sendMail(optionsOf(mail, from));
    await mkdir(path, { recursive: true });
    const name = `${mail.messageId.replaceAll(/[^A-Za-z0-9.@-]/g, "")}.eml`;
    const part = join(path, `.${name}.part`);
    const file = await open(part, "w");
    try {
      await file.writeFile(message as Buffer);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, join(path, name));
  };
};

/** Sends mails to a server, or into a folder; `from` is the sender's address. */
export const mailSender = (target: MailTarget, from: string): SendMail =>
  target.kind === "smtp" ? smtp(target.url, from) : folder(target.path, from);
