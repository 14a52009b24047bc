/** A small town's data folder, and what its operator does there: files delivered, read, answered and checked, each command in this process. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { main as check } from "../scripts/check.ts";
import { main as lecture } from "../scripts/lecture.ts";
import type { Question } from "../scripts/model/question.ts";
import { readHere } from "./read-here.ts";
import { type Answer, runMain } from "./run-main.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface Checked {
  readonly issues: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly place: { readonly file: string } | null;
  }[];
  readonly observations: readonly {
    readonly indicator: string | null;
    readonly label: string;
    readonly force: string;
    readonly period: string;
    readonly value: number;
    readonly provenance: { readonly file: string };
  }[];
}

export interface Town {
  readonly data: string;
  /** Where its pages and bulletins go. */
  readonly out: string;
  readonly put: (path: string, content: string | Uint8Array) => void;
  readonly lecture: (...args: readonly string[]) => ReturnType<typeof runMain>;
  /** At the terminal, where these questions are answered. */
  readonly atTerminal: (answers: readonly Answer[], ...args: readonly string[]) => ReturnType<typeof runMain>;
  readonly questions: (...args: readonly string[]) => Promise<readonly Question[]>;
  readonly check: (...args: readonly string[]) => ReturnType<typeof runMain>;
  readonly checked: () => Promise<Checked>;
}

/** What the check tells of the files, a warning or more. */
export const toldIn = ({ issues }: Checked): Checked["issues"] =>
  issues.filter(({ severity, rule }) => severity !== "info" && !/^(?:statement|settings|delivery)-/.test(rule));

export const settingsText = (commune: string, statement = "IS101"): string =>
  `commune: { nom: ${commune} }\netats_attendus: [${statement}]\n`;

export function createTown(today: string, settings = settingsText("Valmont-sur-Lys")): Town {
  const town = townIn(temporaryFolder("commune"), today);
  town.put("convention.yaml", settings);
  return town;
}

/** A town whose data folder is there already. */
export function townIn(data: string, today: string): Town {
  const now = () => new Date(`${today}T08:00:00Z`);
  const tools = { reader: readHere, openPage: async () => false };
  const out = join(data, "../pages");
  const put: Town["put"] = (path, content) => {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), content);
  };
  const read = (args: readonly string[], answers?: readonly Answer[]) =>
    runMain(lecture, [...args, "--data", data, "--out", out], { now, tools, ...(answers && { answers }) });
  const run: Town["check"] = (...args) => runMain(check, [...args, "--data", data], { now, tools });
  const checked: Town["checked"] = async () => JSON.parse((await run("--json")).stdout) as Checked;
  return {
    data,
    out,
    put,
    lecture: (...args) => read(args),
    atTerminal: (answers, ...args) => read(args, answers),
    questions: async (...args) =>
      (JSON.parse((await read([...args, "--json"])).stdout) as { readonly questions: readonly Question[] }).questions,
    check: run,
    checked,
  };
}
