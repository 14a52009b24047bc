/** Answers typed in one line are given in their order: a question that is asked after the first may be asked no more after the last. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answerAll } from "../scripts/answering.ts";
import { loadHoldings } from "../scripts/holdings/holdings.ts";
import type { Question } from "../scripts/model/question.ts";
import type { Reader } from "../scripts/reading/job.ts";
import { readHere } from "./read-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const PATH = "2026-T1/IS101.csv";
const question = (text: string): Question => ({
  id: text,
  file: PATH,
  kind: "text",
  text,
  may: ["no-effect"],
  places: [],
  statement: null,
  likeName: false,
  list: null,
});

/** « first » and « last » are asked from the start; « between » once « first » is answered, and no more once « last » is. */
const reader: Reader = (knowledge, jobs) =>
  readHere(knowledge, jobs).map(async (documents, i) => {
    const given = new Set((jobs[i]?.given.get(PATH) ?? []).map(({ text }) => text));
    const between = given.has("first") && !given.has("last") ? ["between"] : [];
    const open = ["first", ...between, "last"].filter((text) => !given.has(text));
    return (await documents).map((document) => ({ ...document, questions: open.map(question) }));
  });

async function openAfter(...ids: readonly string[]): Promise<readonly string[]> {
  const data = temporaryFolder("answering");
  mkdirSync(join(data, "2026-T1"));
  writeFileSync(join(data, "convention.yaml"), "commune: { nom: Valmont-sur-Lys }\netats_attendus: [IS101]\n");
  writeFileSync(join(data, PATH), "IS 101 - Valmont-sur-Lys - T1 2026\nNature;Police\nHomicides;0\n");
  const { open } = await answerAll(loadHoldings(data, "2026-07-01"), new Map(ids.map((id) => [id, "no-effect"])), {
    ask: null,
    isWanted: () => true,
    reader,
  });
  return open.map(({ id }) => id);
}

test("each is given while it is asked, in whatever number of readings", async () => {
  expect(await openAfter()).toEqual(["first", "last"]);
  expect(await openAfter("first")).toEqual(["between", "last"]);
  expect(await openAfter("first", "between", "last")).toEqual([]);
  expect(await openAfter("last", "first")).toEqual([]);
});

test("one that does not come first is given all the same; one that is asked no more is refused", async () => {
  expect(await openAfter("between", "first")).toEqual(["last"]);
  await expect(openAfter("first", "last", "between")).rejects.toThrow(/Aucune question ne s'appelle .*between/);
});
