import type { Actor } from "../../domain/actor.ts";
import { TOKEN_PREFIX } from "./authenticate.ts";
import type { AccountPorts, ApiToken, Scope } from "./ports.ts";

/** Makes a token of an account; its secret is shown this once. */
export const makeToken =
  ({ tokens, secrets }: AccountPorts) =>
  async (
    actor: Actor,
    accountId: string,
    name: string,
    scopes: readonly Scope[],
  ): Promise<{ readonly token: ApiToken; readonly secret: string }> => {
    const secret = TOKEN_PREFIX + secrets.make();
    const token = await tokens.insert(actor, accountId, { digest: secrets.digest(secret), name, scopes });
    return { token, secret };
  };
