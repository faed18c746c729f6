import Database from "better-sqlite3";
import { expect } from "chai";
import { keptStatements } from "../../src/store/kept-statements.ts";

describe("a connection that keeps its statements", () => {
  it("prepares each once, and again when it has prepared many others since", () => {
    const connection = keptStatements(new Database(":memory:"));
    const first = connection.prepare("select 1 as one");
    expect(connection.prepare("select 1 as one")).to.equal(first);
    for (let number = 0; number < 400; number += 1) connection.prepare(`select ${number} as other`);
    expect(connection.prepare("select 1 as one")).to.not.equal(first);
    connection.close();
  });

  it("sees a table as it is now", () => {
    const connection = keptStatements(new Database(":memory:"));
    connection.exec("create table cup (size integer) strict; insert into cup values (1)");
    const all = (): unknown => connection.prepare("select * from cup").all();
    expect(all()).to.deep.equal([{ size: 1 }]);
    connection.exec("alter table cup add column colour text");
    expect(all()).to.deep.equal([{ size: 1, colour: null }]);
    connection.close();
  });
});
