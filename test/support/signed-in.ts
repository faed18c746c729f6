import { type Role, SERVICE } from "../../src/domain/actor.ts";
import type { RunningService } from "./running-service.ts";

const PASSWORD = "quatre grains de sésame";

let count = 0;

/** The session of a new account of that role, as a browser keeps it: name and value of its cookie. */
export const sessionOf = async (
  { service, url }: RunningService,
  role: Role,
  buyer: string | null,
): Promise<{ readonly name: string; readonly value: string }> => {
  count += 1;
  const { secret } = await service.accounts.addAccount(SERVICE, { login: `session-${count}`, role, buyer });
  const response = await fetch(`${url}/welcome/${secret}`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ password: PASSWORD, again: PASSWORD }),
  });
  const [name = "", value = ""] = (response.headers.get("set-cookie") ?? "").split(";")[0]?.split("=") ?? [];
  return { name, value };
};

/** The session of a role of the demo. */
export const demoSessionOf = async (
  { url }: RunningService,
  role: string,
): Promise<{ readonly name: string; readonly value: string }> => {
  const body = new URLSearchParams({ role });
  const response = await fetch(`${url}/login/demo`, { method: "POST", redirect: "manual", body });
  const [name = "", value = ""] = (response.headers.get("set-cookie") ?? "").split(";")[0]?.split("=") ?? [];
  return { name, value };
};
