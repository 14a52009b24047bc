/**
 * Page one of twelve made towns, as a mayor would read it: page-one/*.txt, checked by hand.
 * ACCEPT=1 writes them again: read each difference aloud, and ask « qu'est-ce qui a changé, et faut-il s'inquiéter ? ».
 */
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import { plain } from "./find.ts";
import { printPageOne } from "./print.ts";
import { TOWNS } from "./towns.ts";

describe("page one:", () => {
  test.each(Object.entries(TOWNS))("%s", (name, made) => {
    const said = `${plain(printPageOne(compose(made()).bulletin))}\n`;
    const file = new URL(`page-one/${name.replaceAll(" ", "-")}.txt`, import.meta.url);
    if (process.env.ACCEPT === "1") writeFileSync(file, said);
    expect(said).toBe(readFileSync(file, "utf8"));
  });
});
