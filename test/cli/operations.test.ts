import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { awlawiyaWith } from "../support/awlawiya.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("keeping the service", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const url = (name: string): string => `sqlite:${join(folder.path, name)}`;
  after(() => folder.remove());

  it("looks at what the service stands on, and says what to do", async () => {
    const before = await awlawiyaWith({ DATABASE_URL: url("new.sqlite") }, "doctor");
    expect(before.code).to.equal(0);
    expect(before.out).to.match(/! No database yet in .*new\.sqlite/);
    expect(existsSync(join(folder.path, "new.sqlite"))).to.equal(false);
    await awlawiyaWith({ DATABASE_URL: url("new.sqlite") }, "migrate");
    const after = await awlawiyaWith({ DATABASE_URL: url("new.sqlite"), LANG: "ar_MA.UTF-8" }, "doctor");
    expect(after.out).to.include("✓ قاعدة البيانات: SQLite");
    const french = await awlawiyaWith({ DATABASE_URL: url("new.sqlite") }, "doctor", "--lang", "fr");
    expect(french.out).to.include("✓ Base de données : SQLite");
  });

  it("backs up, restores and moves, and refuses to write over rows or files", async () => {
    const env = { DATABASE_URL: url("new.sqlite") };
    const file = join(folder.path, "kept.backup");
    expect((await awlawiyaWith(env, "backup", file)).code).to.equal(0);
    const again = await awlawiyaWith(env, "backup", file);
    expect([again.code, again.err]).to.deep.equal([
      2,
      `error: ${file}: there is already a file of that name\n`,
    ]);
    expect((await awlawiyaWith({ DATABASE_URL: url("restored.sqlite") }, "restore", file)).code).to.equal(0);
    expect((await awlawiyaWith(env, "move", url("moved.sqlite"))).code).to.equal(0);
    const bad = await awlawiyaWith(env, "move", "mysql://host");
    expect([bad.code, bad.out]).to.deep.equal([2, ""]);
    expect(bad.err).to.match(/DATABASE_URL: expected/);
  });

  it("say in one line that a database cannot be opened", async () => {
    const ran = await awlawiyaWith({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" }, "migrate");
    expect(ran.code).to.equal(2);
    expect(ran.err.trim().split("\n"), ran.err).to.have.length(1);
    const below = await awlawiyaWith({ DATABASE_URL: "sqlite:/dev/null/a.sqlite" }, "migrate");
    expect([below.code, below.err]).to.deep.equal([
      2,
      "error: the database: its folder /dev/null cannot be made (EEXIST)\n",
    ]);
  });
});
