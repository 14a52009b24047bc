import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const MODEL = resolve(import.meta.dirname, "../../scripts/model");

/** "row-not-understood.subject" is told by its field alone: a field may serve several rules. */
test("no field of what a remark is about is ever removed or renamed: lectures keep them", () => {
  const sources = ["about.ts", "about-files.ts", "about-counts.ts"].map((name) =>
    readFileSync(join(MODEL, name), "utf8"),
  );
  const fields = new Set(
    sources.flatMap((text) => [...text.matchAll(/readonly (\w+)\??:/g)].map(([, name = ""]) => name)),
  );
  const ever = readFileSync(join(import.meta.dirname, "about-fields.txt"), "utf8")
    .trim()
    .split("\n");
  expect(ever.filter((name) => !fields.has(name))).toEqual([]);
  // a new one is added to the list with what brings it
  expect([...fields].filter((name) => !ever.includes(name))).toEqual([]);
});

test("no question and no answer is ever removed or renamed either", () => {
  const text = readFileSync(join(MODEL, "question.ts"), "utf8");
  for (const kind of ["force", "line", "period", "place", "statement", "head", "text", "name", "copy", "note"])
    expect(text).toContain(`  "${kind}",`);
  for (const choice of "count change rate other commune no-effect as-sent nobody own leave-out print unknown".split(
    " ",
  ))
    expect(text).toContain(`: "${choice}",`);
});
