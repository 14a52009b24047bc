/** The register as it stands on the disk, unjudged; and what keeps a line from being added to it. */
import { join } from "node:path";
import { readTextIfThere } from "../../disk/files.ts";
import { quote } from "../../model/format.ts";
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

/** How many lines there are up to the last one that is whole: those after it were changed, and nothing can be chained to them. */
export const wholeCount = (lines: readonly string[]): number =>
  lines.findLastIndex((line) => endsChain(line) !== undefined) + 1;

/** What is wrong with the register, in French: "la ligne 8 est incomplète". */
export interface Fault {
  readonly kind: "line-cut" | "line-changed" | "line-moved";
  /** Where it is: 8. */
  readonly line: number;
  readonly message: string;
}

/** None when a line may be added: the last one is whole, and each stands once, in its place. A line of the middle that was changed keeps none from being added. */
export function writingFaults({ lines, partial }: RegisterText): readonly Fault[] {
  const count = lines.length;
  const whole = wholeCount(lines);
  const faults: Fault[] = [];
  let highest = 0;
  for (const [i, text] of lines.entries()) {
    const n = endsChain(text)?.n ?? Number.POSITIVE_INFINITY;
    if (n <= highest)
      faults.push({
        kind: "line-moved",
        line: i + 1,
        message: `la ligne ${i + 1} porte le numéro ${n}, déjà passé : l'ordre a été changé, ou une ligne répétée`,
      });
    else if (Number.isFinite(n)) highest = n;
  }
  if (partial !== null)
    faults.push({
      kind: "line-cut",
      line: count + 1,
      message: `la ligne ${count + 1} est incomplète (coupure pendant l'écriture ?) : ${quote(`${partial.slice(0, 60)}…`)}`,
    });
  if (whole < count)
    faults.push({
      kind: "line-changed",
      line: count,
      message:
        count - whole === 1
          ? `la dernière ligne (ligne ${count}) a été modifiée`
          : `les dernières lignes (de la ligne ${whole + 1} à la ligne ${count}) ont été modifiées`,
    });
  return faults;
}

/** "la ligne 8 est incomplète … ; la ligne 5 porte le numéro 3 …" */
export const describeFaults = (faults: readonly Fault[]): string => faults.map((f) => f.message).join(" ; ");

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
