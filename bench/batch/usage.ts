import { writeFileSync } from "node:fs";

// Loaded before a program (`node --import`): writes what its process, all threads together, has used when it ends.

const file = process.env["USAGE_FILE"];
if (file !== undefined)
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: Math.round(maxRSS / 1024) };
    writeFileSync(file, JSON.stringify(usage));
  });
