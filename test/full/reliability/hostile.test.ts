import { expect } from "chai";
import { fuzz } from "../../../bench/reliability/fuzz.ts";

describe("hostile requests", () => {
  it("crash nothing, hang nothing, and are nobody's fault of ours", async () => {
    const { requests, problems } = await fuzz(20_000, 20_261_125);
    expect(problems).to.deep.equal([]);
    expect(requests).to.equal(20_000);
  });
});
