import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import { SAMPLE } from "./sample.ts";

const FILE = new URL("../fixtures/publish/sample-edition.json", import.meta.url);
const printed = (): string => `${JSON.stringify(compose(SAMPLE), null, 1)}\n`;

// Accept a change with: ACCEPT=1 npm test -- tests/compose/sample-edition.test.ts, then read the difference.
if (process.env.ACCEPT === "1") writeFileSync(FILE, printed());

test("the sample edition is the one that the templates are designed against", () => {
  expect(printed()).toBe(readFileSync(FILE, "utf8"));
});

test("two runs give the same bytes", () => {
  expect(printed()).toBe(printed());
});
