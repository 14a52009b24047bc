/**
 * Tables, and beside each row what is read of it: the notation of cases/. "=>" begins what the program says.
 *
 *   == the name of the case
 *   delivery: 2026-T1                                what is not usual of the file, the table or its sheets ("# Police")
 *   Infractions|T1 2026|T1 2025|Rang
 *   Homicides|1|2|4          => | homicides PN 2026-01/2026-03 = 1 | PN 2025-01/2025-03 = 2 | -
 *   Tapages <text>|3|?       => | « Tapages <text> » 3 | ?
 *   => warning unknown-line A3: « Tapages <text> » line homicides, other
 *   -- nocturnes                                     the case is tried with each of these texts, and the same is said of all
 *   -- diurnes => info rows-hidden A3            but what is said after one, of the whole
 *
 * A cell's place in its row is its place in the table. A count says its line where the count at its left is of another one, its force and
 * its months where the count above it is of others. "-": not used, "?": not understood. In told/, the reason too where it is not that of
 * the last one, and what each text is taken for ("label: ligne": the line of its own name).
 */

import { isDeepStrictEqual } from "node:util";
import { columnName } from "../../scripts/model/format.ts";
import type { Issue } from "../../scripts/model/issue.ts";
import type { Observation, Reading, ReadTable } from "../../scripts/model/observation.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { spoken } from "../spoken.ts";
import { type Options, readTables, wordLine } from "./tables.ts";

export interface Case {
  readonly title: string;
  /** The table, with "<text>" where `texts` stand in their turn; none: it stands for itself. */
  readonly given: readonly string[];
  readonly texts: readonly { readonly text: string; readonly issue: string }[];
  readonly said: Said;
}
export interface Said {
  /** For each line of what is given. */
  readonly rows: readonly string[];
  readonly issues: readonly string[];
}
/** A case as it is tried: each text in its place. */
type Trial = Omit<Case, "texts">;

const OPTION = /^(name|part|delivery|settings|besides|comments|hiddenRows|hiddenColumns): (.*)$/;

export function parseCases(text: string): readonly Case[] {
  return text
    .split(/^== /m)
    .slice(1)
    .map((block) => {
      const [title = "", ...lines] = block.trimEnd().split("\n");
      const own = lines.filter((line) => !line.startsWith("=> ") && !line.startsWith("-- "));
      const pairs = own.map((line) => line.split(/ +=> /));
      return {
        title,
        given: pairs.map(([given = ""]) => given),
        texts: lines
          .filter((line) => line.startsWith("-- "))
          .map((line) => {
            const [text = "", issue = ""] = line.slice("-- ".length).split(/ +=> /);
            return { text, issue };
          }),
        said: {
          rows: pairs.map(([, said = ""]) => said),
          issues: lines.filter((line) => line.startsWith("=> ")).map((line) => line.slice("=> ".length)),
        },
      };
    });
}

export function trialsOf({ title, given, texts, said }: Case): readonly Trial[] {
  if (texts.length === 0) return [{ title, given, said }];
  return texts.map(({ text, issue }) => {
    const put = (lines: readonly string[]): readonly string[] => lines.map((line) => line.replaceAll("<text>", text));
    const issues = [...put(said.issues), ...(issue === "" ? [] : [issue])];
    return { title: `${title}: ${text}`, given: put(given), said: { rows: put(said.rows), issues } };
  });
}

/** A table and what is said of it, set under one another. */
export function writeTrial(given: readonly string[], { rows, issues }: Said): string {
  const width = Math.max(0, ...given.filter((line, y) => rows[y] && line.length <= 60).map((line) => line.length));
  const lines = given.map((line, y) => (rows[y] ? `${line.padEnd(width)} => ${rows[y]}` : line));
  return [...lines, ...issues.map((line) => `=> ${line}`)].join("\n");
}

export function writeCase({ title, given, texts, said }: Case): string {
  const ofTexts = texts.map(({ text, issue }) => (issue === "" ? `-- ${text}` : `-- ${text} => ${issue}`));
  return `${[`== ${title}`, writeTrial(given, said), ...ofTexts].join("\n")}\n`;
}

/** The case as it is now read; texts of which not the same is said any more are cases of their own, those that are said alike in one. */
export function acceptedOf(one: Case, isTold: boolean): readonly Case[] {
  const found = trialsOf(one).map((trial, i) => {
    const text = one.texts[i]?.text ?? "";
    const own = say(trial.given, isTold);
    const hide = (lines: readonly string[]) => (text === "" ? lines : lines.map((l) => l.replaceAll(text, "<text>")));
    return { ...trial, text, said: own, hidden: { rows: hide(own.rows), issues: hide(own.issues) } };
  });
  type Found = (typeof found)[number];
  const apart = ({ title, given, said }: Found): Case => ({ title, given, texts: [], said });
  if (one.texts.length === 0) return found.map(apart);
  const [as, alike = []] = (["said", "hidden"] as const)
    .map((way) => [way, [...Map.groupBy(found, (each) => JSON.stringify(each[way].rows)).values()]] as const)
    .reduce((said, hidden) => (hidden[1].length < said[1].length ? hidden : said));
  return alike.flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group.map(apart);
    const shared = [group.map((each) => each.said.issues), group.map((each) => each.hidden.issues)].find((all) =>
      all.every((issues) => isDeepStrictEqual(issues, all[0])),
    )?.[0];
    if (!shared && group.some(({ said }) => said.issues.length > 1)) return group.map(apart);
    const texts = group.map(({ text, said }) => ({ text, issue: shared ? "" : (said.issues[0] ?? "") }));
    return [{ ...one, texts, said: { rows: first[as].rows, issues: shared ?? [] } }];
  });
}

/** A case, read; `settings`: lines of convention.yaml besides its own. `sheets`: where the lines of each are. */
function readGiven(given: readonly string[], settings = "") {
  const first = given.findIndex((line) => !OPTION.test(line));
  const options: Record<string, string | readonly string[]> = {};
  for (const line of given.slice(0, first)) {
    const [, name = "", value = ""] = OPTION.exec(line) ?? [];
    options[name] = /^(?:besides|comments|hidden)/.test(name) ? value.split(", ") : value.replaceAll("\\n", "\n");
  }
  if (settings !== "") options.settings = [options.settings, settings].filter(Boolean).join("\n");
  const heads = given.flatMap((line, i) => (line.startsWith("# ") ? [i] : []));
  const sheets = (heads.length === 0 ? [first - 1] : heads).map((head, i, all) => ({
    name: given[head]?.slice(2) ?? "",
    lines: given.slice(head + 1, all[i + 1]),
    from: head + (given[head + 1] === "" ? 2 : 1), // a first blank line is no row
  }));
  const tables = sheets.map(({ name, lines }) => [name, lines.join("\n")] as const);
  const read = heads.length === 0 ? (tables[0]?.[1] ?? "") : Object.fromEntries(tables);
  return { ...readTables(read, options as Options), sheets, isOneSheet: heads.length === 0 };
}

/** What is said of a table; `isTold`: with its reasons and the words of its issues. */
export function say(given: readonly string[], isTold: boolean): Said {
  const { recognition, issues, sheets, isOneSheet } = readGiven(given);
  const rows = given.map(() => "");
  for (const { name, from } of sheets) {
    const table = recognition.tables.find(({ grid }) => isOneSheet || grid.part === name);
    if (table) for (const [y, row] of tableSaid(table, isTold).entries()) rows[from + y] = plain(row);
  }
  return { rows, issues: issues.flatMap((issue) => issueLines(issue, isTold)) };
}

/** Whether what is asked first is asked no more once the first of its answers is in the settings; null: nothing is asked, or they have words already. */
export function isSettled(given: readonly string[]): boolean | null {
  const [asked] = readGiven(given).issues.filter(({ asks }) => asks);
  const answer = wordLine(asked);
  if (answer === "" || given.some((line) => line.startsWith("settings: mots:"))) return null;
  const { issues } = readGiven(given, `mots:\n${answer}`);
  return issues.every(({ asks }) => asks?.text !== asked?.asks?.text);
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

/** Row by row; "": nothing is said of it. */
function tableSaid({ grid, readings }: ReadTable, isTold: boolean): readonly string[] {
  const above = new Map<number, string>();
  let why = "";
  const unless = (last: string, said: string): string => (last === said ? "" : said);
  const sayCell = (reading: Reading, own: string, x: number, row: { line: string }): string => {
    switch (reading.kind) {
      case "empty":
        return "";
      case "text":
        return isTold ? textSaid(reading, own) : "";
      case "count": {
        const { observation } = reading;
        const [line, when] = [lineOf(observation), `${observation.force} ${periodKey(observation.period)}`];
        const said = [unless(row.line, line), unless(above.get(x) ?? "", when) && `${when} =`];
        row.line = line;
        above.set(x, when);
        return [...said.filter(Boolean), observation.value ?? observation.status].join(" ");
      }
      case "printed": {
        const { measure, value, precision, between } = reading.figure;
        return `${measure} ${value} ±${precision}${between ? ` ${between.map(periodKey).join(" > ")}` : ""}`;
      }
      default: {
        const sign = reading.kind === "ignored" ? "-" : "?";
        const reason = isTold ? unless(why, `${sign}: ${reading.why}`) : "";
        why = isTold ? `${sign}: ${reading.why}` : "";
        return reason || sign;
      }
    }
  };
  return readings.map((row, y) => {
    const state = { line: "" };
    const cells = row.map((reading, x) => sayCell(reading, grid.rows[y]?.[x]?.text ?? "", x, state));
    return cells.join(" | ").replace(/^ | ?[ |]*$/g, "");
  });
}

function lineOf({ kind, label, indicator, family }: Observation): string {
  const line = kind === "total" ? `total « ${label} »` : (indicator ?? `« ${label} »`);
  return family === null ? line : `${line} (${family})`;
}

function textSaid({ role, means }: Reading & { kind: "text" }, own: string): string {
  if (means === null) return `${role}: sans effet`;
  return `${role}: ${means === `ligne : ${own}` ? "ligne" : means}`;
}

function issueLines(issue: Issue, isTold: boolean): readonly string[] {
  const { severity, rule, message, hint = "", asks, place } = spoken(issue);
  const where = place && "row" in place ? ` ${columnName(place.column)}${place.row}` : "";
  const asked = asks ? `: « ${asks.text} » ${asks.kind} ${asks.may.join(", ")}` : "";
  return [`${severity} ${rule}${where}${asked}`, ...(isTold ? [`  ${message}`, `  ${hint}`] : [])].map((line) =>
    plain(line).replaceAll("\n", "\\n").trimEnd(),
  );
}
