import { Router } from "express";

/** Is the process alive, and can it serve? */
export const healthRoutes = (isReady: () => Promise<boolean>): Router => {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.json({ status: "ok" });
  });
  router.get("/readyz", async (_request, response) => {
    const ready = await isReady();
    response.status(ready ? 200 : 503).json({ status: ready ? "ready" : "notReady" });
  });
  return router;
};
