import { expect } from "chai";
import { onceATurn } from "../../src/usecases/calls/once-a-turn.ts";

describe("what is read once a turn of the event loop", () => {
  it("is read once for all who ask in one turn, after the last of them asked, and anew in the next", async () => {
    let [value, reads] = ["before", 0];
    const read = onceATurn(async () => {
      reads += 1;
      return value;
    });
    const asked = [read(), read()];
    value = "after";
    expect(await Promise.all(asked)).to.deep.equal(["after", "after"]);
    expect(reads).to.equal(1);
    value = "later";
    expect(await read()).to.equal("later");
    expect(reads).to.equal(2);
  });

  it("fails for all who asked when it cannot be read, and is read anew for who asks next", async () => {
    let reads = 0;
    const read = onceATurn(async () => {
      reads += 1;
      if (reads === 1) throw new Error("no disk");
      return reads;
    });
    const asked = await Promise.allSettled([read(), read()]);
    expect(asked.map(({ status }) => status)).to.deep.equal(["rejected", "rejected"]);
    expect(await read()).to.equal(2);
  });
});
