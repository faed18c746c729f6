import express from "express";

// The smallest Express service: what ours is measured against, in the same run.

const app = express();
app.get("/", (_request, response) => {
  response.json({ hello: "world" });
});
const server = app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object")
    console.log(`listening on http://127.0.0.1:${address.port}`);
});
