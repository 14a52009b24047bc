/** The register as it stands on the disk, unjudged. */
import { join } from "node:path";
import { readTextIfThere } from "../../disk/files.ts";
import { parseJson } from "../../model/text/json.ts";
import { hashOf } from "./entry.ts";

export const REGISTER_FILE = "registre.jsonl";

/** Number and hash of the last line. */
export interface Head {
  readonly n: number;
  readonly hash: string;
}

/** What the files hold, unjudged. `partial` is text after the last line feed: a line that a crash cut short, or null. */
export interface RegisterText {
  readonly lines: readonly string[];
  readonly partial: string | null;
}

export function readRegisterText(dataDir: string): RegisterText {
  const text = readTextIfThere(join(dataDir, REGISTER_FILE)) ?? "";
  const end = text.lastIndexOf("\n") + 1;
  const last = text.slice(end);
  const whole = last !== "" && endsChain(last);
  return {
    lines: text
      .slice(0, whole ? undefined : end)
      .split("\n")
      .filter((line) => line !== ""),
    partial: last === "" || whole ? null : last,
  };
}

/**
 * A line spelled as the program spells it; undefined for any other: of a key that is there twice, people would read the one and the program
 * the other. An editor may have changed how lines end: that changes nothing of what they say.
 */
export function parseLine(text: string): unknown {
  const line = parseJson(text);
  return JSON.stringify(line) === text.replace(/\r$/, "") ? line : undefined;
}

/** n and hash of a line's text, when it is whole and its hash is right. */
export function endsChain(text: string): Head | undefined {
  const line = parseLine(text);
  if (typeof line !== "object" || line === null || !("n" in line) || !("hash" in line)) return undefined;
  const { n, hash } = line;
  return typeof n === "number" && typeof hash === "string" && hashOf({ ...line }) === hash ? { n, hash } : undefined;
}

/** The lines, each number once and in their order: of two that bear one, the one that is chained to the line before. What is unreadable stays where it is. */
export function inOrder(lines: readonly string[]): readonly string[] {
  let last = 0;
  const numbered = lines.map((text, i) => {
    last = endsChain(text)?.n ?? Math.floor(last) + (i + 1) / 1e9;
    return { text, n: last };
  });
  const kept: string[] = [];
  for (const [, same] of [...Map.groupBy(numbered, ({ n }) => n)].toSorted(([a], [b]) => a - b)) {
    const before = endsChain(kept.at(-1) ?? "")?.hash ?? "none";
    const [first] = same;
    const chained = same.find(({ text }) => text.includes(`"previous":"${before}"`)) ?? first;
    if (chained) kept.push(chained.text);
  }
  return kept;
}
