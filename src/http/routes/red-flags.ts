import { Router } from "express";
import { raiseRedFlags } from "../../domain/red-flags/raise-red-flags.ts";
import { allowQuery, jsonBytes, tenderIn } from "../request.ts";

/** Red flags of a tender that is not stored: a list of its own, beside no verdict. */
export const redFlagRoutes = (): Router => {
  const router = Router();
  router.post("/red-flags", jsonBytes, (request, response) => {
    allowQuery(request);
    const { document, tender } = tenderIn(request);
    response.json({ reference: document.reference, redFlags: raiseRedFlags(tender) });
  });
  return router;
};
