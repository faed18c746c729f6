import { Option } from "commander";
import { ROLES } from "../../domain/actor.ts";
import type { AccountOptions } from "../commands/user.ts";
import type { AddCommands } from "./options.ts";

/** `user add` and `user link`: accounts, from the machine on which the service runs. */
export const addAccounts: AddCommands = (program, app, terminal, finish) => {
  const user = program.command("user").description("accounts of the service");
  user
    .command("add")
    .description("add an account; prints a one-time link by which its owner chooses a password")
    .argument("<login>", "an e-mail address or a plain name")
    .addOption(new Option("--role <role>", "what the person may be").choices(ROLES).makeOptionMandatory())
    .option("--buyer <code>", "code of the buyer (High Commission for Planning), or a name one place has")
    .action(async (login: string, options: AccountOptions) => {
      const { addUser } = await import("../commands/user.ts");
      finish(await addUser(login, options, app(), terminal));
    });
  user
    .command("link")
    .description("print a new one-time link for an account; those before it no longer work")
    .argument("<login>", "name of the account")
    .action(async (login: string) => {
      const { issueUserLink } = await import("../commands/user.ts");
      finish(await issueUserLink(login, app(), terminal));
    });
};
