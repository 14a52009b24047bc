/** A note is printed if a person ticks it, by its id; it is never a question. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, expect, test } from "vitest";
import { main as build } from "../scripts/build.ts";
import { main as lecture } from "../scripts/lecture.ts";
import { startPublisher } from "../scripts/publish/publisher.ts";
import { textOf } from "./pdf-pages.ts";
import { readHere } from "./read-here.ts";
import { runMain } from "./run-main.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const now = () => new Date("2026-10-20T08:00:00Z");
const NOTE = "Note : données provisoires";
const OTHER = "Note : données consolidées";
let root: string;

function deliver(quarter: number, note = NOTE): void {
  const rows = ["Homicides", "Vols avec armes", "Cambriolages de logement"].map(
    (line, i) => `${line};${i * 7 + quarter}`,
  );
  const head = [
    `IS 101 - Rive-Blanche - ${quarter === 1 ? "1er" : `${quarter}e`} trimestre 2026`,
    "",
    "Nature des faits;Police",
  ];
  mkdirSync(join(root, `data/2026-T${quarter}`), { recursive: true });
  writeFileSync(
    join(root, `data/2026-T${quarter}/IS101 T${quarter} 2026.csv`),
    [...head, ...rows, "", note, OTHER].join("\n"),
  );
}
const folders = () => ["--data", join(root, "data"), "--out", join(root, "dist")];
const read = (...args: readonly string[]) =>
  runMain(lecture, [...args, ...folders()], { now, tools: { reader: readHere, openPage: async () => false } });
interface Listed {
  readonly questions: readonly unknown[];
  readonly notes: readonly { readonly id: string; readonly text: string; readonly isTicked: boolean }[];
}
const listed = async (quarter: number): Promise<Listed> =>
  JSON.parse((await read(`2026-T${quarter}`, "--json")).stdout);

/** All that the bulletin of a quarter says, by file. */
async function printed(quarter: number): Promise<Readonly<Record<string, string>>> {
  await runMain(build, folders(), { now, tools: { startPublisher, reader: readHere } });
  const at = (name: string): string => join(root, `dist/2026-T${quarter}`, name);
  expect(existsSync(at("bulletin.pdf"))).toBe(true);
  const parts = Object.values(unzipSync(readFileSync(at("tableaux.xlsx")))).map((part) => strFromU8(part));
  const plain = (text: string): string => text.replace(/\s+/g, "");
  return {
    html: plain(readFileSync(at("bulletin.html"), "utf8")),
    pdf: plain((await textOf(readFileSync(at("bulletin.pdf")))).join(" ")),
    xlsx: plain(parts.join(" ")),
  };
}

beforeEach(() => {
  root = temporaryFolder("notes");
  mkdirSync(join(root, "data"), { recursive: true });
  writeFileSync(join(root, "data/convention.yaml"), "commune: { nom: Rive-Blanche }\netats_attendus: [IS101]\n");
  deliver(1);
});

test("one that is ticked stands under our table, that one alone, in this quarter and in each that has the same; changed, it is unticked, and that is said", async () => {
  const { questions, notes } = await listed(1);
  expect([questions, notes.map(({ text, isTicked }) => [text, isTicked])]).toEqual([
    [],
    [
      [NOTE, false],
      [OTHER, false],
    ],
  ]);
  const id = notes[0]?.id ?? "";
  expect((await read("2026-T1")).stdout).toContain(id);
  expect((await read("2026-T1", "--confirmer", "--reponse", `${id}=print`)).status).toBe(0);
  for (const said of Object.values(await printed(1))) {
    expect(said).toContain("Note:donnéesprovisoires");
    expect(said).not.toContain("donnéesconsolidées");
  }
  deliver(2);
  expect((await listed(2)).notes.map(({ isTicked }) => isTicked)).toEqual([true, false]);
  expect((await read("2026-T2", "--confirmer")).stdout).toContain("rien de nouveau");
  for (const said of Object.values(await printed(2))) expect(said).toContain("donnéesprovisoires");
  deliver(3, "Note : données définitives");
  const third = await read("2026-T3", "--confirmer");
  expect(third.stdout.match(/n'est plus imprimée/g)).toHaveLength(1);
  for (const said of Object.values(await printed(3))) expect(said).not.toMatch(/données(?:provisoires|définitives)/);
}, 60_000);

test("none is printed unless it is ticked, and one that was may be left out", async () => {
  const [first] = (await listed(1)).notes;
  await read("2026-T1", "--confirmer");
  for (const said of Object.values(await printed(1))) expect(said).not.toMatch(/données(?:provisoires|définitives)/);
  expect((await read("2026-T1", "--confirmer", "--reponse", `${first?.id}=print`)).stderr).toContain("--revoir");
  await read("2026-T1", "--revoir", "--confirmer", "--reponse", `${first?.id}=print`);
  deliver(2);
  const [second] = (await listed(2)).notes;
  await read("2026-T2", "--confirmer", "--reponse", `${second?.id}=leave-out`);
  expect(readFileSync(join(root, "data/lectures/2026-T1.json"), "utf8")).toContain("données provisoires");
  for (const said of Object.values(await printed(2))) expect(said).not.toMatch(/données(?:provisoires|définitives)/);
}, 60_000);
