import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import * as fc from "fast-check";
import { gate } from "../../src/intake/gate.ts";
import { projectRoot } from "../../src/paths.ts";

const SUITE = join(projectRoot, "fixtures/vectors/json-test-suite");

/** Valid JSON that the gate refuses on purpose, and why. */
const REFUSED_ON_PURPOSE: Readonly<Record<string, string>> = {
  "y_object_duplicated_key.json": "DUPLICATE_KEY",
  "y_object_duplicated_key_and_value.json": "DUPLICATE_KEY",
  "y_object_escaped_null_in_key.json": "CONTROL_CHARACTER",
  "y_string_allowed_escapes.json": "CONTROL_CHARACTER",
  "y_string_escaped_control_character.json": "CONTROL_CHARACTER",
  "y_string_null_escape.json": "CONTROL_CHARACTER",
  "y_string_unescaped_char_delete.json": "CONTROL_CHARACTER",
  "y_string_with_del_character.json": "CONTROL_CHARACTER",
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const codeOf = (input: Uint8Array): string | null => {
  const read = gate(input);
  return read.ok ? null : (read.errors[0]?.code ?? "");
};

const errorOf = (text: string) => {
  const read = gate(bytes(text));
  return read.ok ? null : read.errors[0];
};

describe("the gate and the JSON test suite", () => {
  for (const name of readdirSync(SUITE).filter((each) => !each.startsWith("i_")))
    it(name, () => {
      const code = codeOf(readFileSync(join(SUITE, name)));
      if (name.startsWith("n_")) expect(code).to.not.equal(null);
      else expect(code).to.equal(REFUSED_ON_PURPOSE[name] ?? null);
    });
});

describe("the gate", () => {
  it("refuses Latin-1 instead of losing its accents", () => {
    expect(codeOf(Buffer.from('{"a":"é"}', "latin1"))).to.equal("NOT_UTF8");
  });

  it("drops a byte-order mark", () => {
    expect(gate(bytes("\uFEFF{}"))).to.deep.equal({ ok: true, value: {} });
  });

  it("refuses what is empty or blank", () => {
    expect(codeOf(bytes(""))).to.equal("EMPTY");
    expect(codeOf(bytes(" \n"))).to.equal("EMPTY");
  });

  it("refuses what is too large before it reads it", () => {
    expect(codeOf(new Uint8Array(262_145))).to.equal("TOO_LARGE");
  });

  it("accepts 32 levels and refuses 33, a million too", () => {
    const nested = (levels: number) => bytes("[".repeat(levels) + "]".repeat(levels));
    expect(codeOf(nested(32))).to.equal(null);
    expect(codeOf(nested(33))).to.equal("TOO_DEEP");
    expect(gate(bytes("[".repeat(1_000_000)), 2_000_000).ok).to.equal(false);
  });

  it("names the place of a key given twice, in any spelling", () => {
    expect(errorOf('{"a":{"b":1,"\\u0062":2}}')).to.include({ code: "DUPLICATE_KEY", pointer: "/a/b" });
    expect(errorOf('[{"a":1},{"a":1,"a":2}]')).to.include({ code: "DUPLICATE_KEY", pointer: "/1/a" });
  });

  it("refuses keys that reach for a prototype", () => {
    expect(errorOf('{"a":[{"__proto__":{"x":1}}]}')).to.include({
      code: "UNSAFE_KEY",
      pointer: "/a/0/__proto__",
    });
    expect(errorOf('{"constructor":{}}')).to.include({ code: "UNSAFE_KEY" });
  });

  it("refuses numbers that overflow", () => {
    expect(errorOf('{"a":[1,1e400]}')).to.include({ code: "NUMBER_RANGE", pointer: "/a/1" });
    expect(codeOf(bytes('{"a":NaN}'))).to.equal("NOT_JSON");
  });

  it("refuses texts that would not be stored or printed as they are", () => {
    expect(errorOf('{"a":"\\ud800"}')).to.include({ code: "NOT_UNICODE", pointer: "/a" });
    expect(errorOf('{"a":"x\\u202Ey"}')).to.include({ code: "BIDI_CONTROL" });
    expect(errorOf('{"a":"\\u2066x"}')).to.include({ code: "BIDI_CONTROL" });
    expect(errorOf('{"a":"\\u2066x\\u2069"}')).to.equal(null);
  });

  it("says where JSON stops being JSON", () => {
    expect(errorOf('{\n "a": 1,\n "b" 2}')?.message).to.match(/line \d+, column \d+|near its beginning/);
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (input) => typeof gate(input).ok === "boolean"));
  });

  it("gives back any JSON value that it lets in", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const read = gate(bytes(JSON.stringify(value)));
        if (!read.ok) return true;
        expect(read.value).to.deep.equal(JSON.parse(JSON.stringify(value)));
        return true;
      }),
    );
  });
});
