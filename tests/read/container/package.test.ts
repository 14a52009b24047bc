/** The parts of a package are found as Office finds them, or the file is refused. */

import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { openPackage } from "../../../scripts/read/container/package.ts";
import { quotedBy } from "../../spoken.ts";
import { refusal } from "../source.ts";

const LINKS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/officeDocument" Target="XL\\.\\a/../Book.xml"/></Relationships>`;
const named = (...names: readonly string[]): Uint8Array =>
  zipSync({
    "_rels/.rels": strToU8(LINKS),
    ...Object.fromEntries(names.map((name) => [name, strToU8(`<a>${name}</a>`)])),
  });

test("whatever the case of their names, and the way to them", () => {
  const { main, parse } = openPackage(named("xl/BOOK.xml"));
  expect([main, parse(main)?.children]).toEqual(["xl/book.xml", ["xl/BOOK.xml"]]);
});

test("one that is there twice is none; twice the same picture is nobody's business", () => {
  expect(quotedBy(refusal(() => openPackage(named("xl/book.xml", "xl/Book.xml")).text("xl/book.xml")))).toContain(
    "deux parties",
  );
  expect(openPackage(named("xl/book.xml", "a.png", "A.png")).text("xl/book.xml")).toContain("book");
});
