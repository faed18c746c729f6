import type { Mount } from "../../access/route-list.ts";
import type { SessionCookie } from "../../access/session-cookie.ts";
import type { Service } from "../../service.ts";
import { actsPage } from "./acts-page.ts";
import { administrationPages } from "./administration-pages.ts";
import { ownAccountPages } from "./own-account-pages.ts";
import { providerPages } from "./provider-pages.ts";
import { signInPages } from "./sign-in-pages.ts";
import { welcomePages } from "./welcome-pages.ts";

/** The pages of accounts. */
export const accountPages = (service: Service, cookie: SessionCookie): readonly Mount[] =>
  [
    signInPages(service, cookie),
    providerPages(service, cookie),
    welcomePages(service, cookie),
    ownAccountPages(service, cookie),
    administrationPages(service),
    actsPage(service),
  ].map((router) => ({ path: "/", router }));
