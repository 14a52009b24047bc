/** The data folders of past versions: invented, confirmed then, and read since by each version. */
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { main as lecture } from "../../scripts/lecture.ts";
import { readHere } from "../read-here.ts";
import { runMain } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const HERE = import.meta.dirname;
export const VERSIONS = readdirSync(HERE, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
export const goldenPath = (version: string, path: string): string => join(HERE, version, path);

/** A copy, to work in. */
export function goldenFolder(version: string): string {
  const data = join(temporaryFolder(`golden-${version}`), "data");
  cpSync(goldenPath(version, "data"), data, { recursive: true });
  return data;
}

const now = () => new Date("2026-07-20T08:00:00Z");
export const read = (data: string, ...args: readonly string[]) =>
  runMain(lecture, [...args, "--data", data, "--out", join(data, "../dist")], {
    now,
    tools: { reader: readHere, openPage: async () => false },
  });

interface Listed {
  readonly questions: readonly { readonly id: string; readonly kind: string; readonly may: readonly string[] }[];
  readonly notes: readonly { readonly id: string; readonly text: string }[];
}
export const listed = async (data: string, delivery: string, ...args: readonly string[]): Promise<Listed> =>
  JSON.parse((await read(data, delivery, "--json", ...args)).stdout);

/** The first quarter, as it was confirmed: its line is kept, its text changes nothing, its note is printed. */
export async function confirmFirst(data: string): Promise<number> {
  const { notes } = await listed(data, "2026-T1");
  const ticked = notes.flatMap(({ id, text }) => (text.startsWith("Note") ? [`${id}=print`] : []));
  const answers: string[] = [];
  for (let isOpen = true; isOpen; ) {
    const { questions } = await listed(data, "2026-T1", "--reponse", answers.join(","));
    for (const { id, may } of questions)
      answers.push(`${id}=${may.find((one) => one === "as-sent" || one === "no-effect") ?? may[0]}`);
    if (!answers.some((one) => ticked.includes(one))) answers.push(...ticked); // as they were given then
    isOpen = questions.length > 0;
  }
  return (await read(data, "2026-T1", "--confirmer", "--reponse", answers.join(","))).status;
}

/** A stored lecture, without the account that confirmed it. */
export const stored = (folder: string, delivery: string): string =>
  readFileSync(join(folder, `lectures/${delivery}.json`), "utf8").replace(/"confirmeePar": "[^"]*"/, "");
