import { expect } from "chai";
import { Type as TypeBox } from "typebox";
import { Type } from "../src/schema-type.ts";

const schemasOf = (type: typeof Type) => {
  const closed = { additionalProperties: false };
  const name = type.String({ minLength: 1, maxLength: 200 });
  return [
    type.Object({}),
    type.Object({ name: type.Optional(name) }, { ...closed, minProperties: 1 }),
    type.Object({ name, note: type.Optional(type.Array(name, { maxItems: 3 })) }, closed),
    type.Union([type.Null(), type.Integer({ minimum: 0 }), type.Number()], { description: "a sum" }),
    type.Enum(["catering", "events"], { description: "a sector" }),
    type.Record(type.String({ pattern: "^[a-z]+$" }), type.Boolean()),
    type.Record(type.String(), type.Unknown({ description: "as sent" }), { maxProperties: 2 }),
  ];
};

describe("the builders of schemas", () => {
  it("build what TypeBox builds", () => {
    const [own, theirs] = [schemasOf(Type), schemasOf(TypeBox)].map((each) => JSON.stringify(each, null, 1));
    expect(own).to.equal(theirs);
  });
});
