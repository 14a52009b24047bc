/** The register as it stands on the disk, unjudged; and what is wrong at its end, where lines are added. */
import { join } from "node:path";
import { readTextIfThere } from "../../disk/files.ts";
import { v, wholeNumber } from "../../disk/schema.ts";
import { plural, quote } from "../../model/format.ts";
import { parseJson } from "../../model/text/json.ts";
import { hashOf } from "./entry.ts";

export const REGISTER_FILE = "registre.jsonl";
export const HEAD_FILE = "registre.tete";

/** Number and hash of the last line. */
export interface Head {
  readonly n: number;
  readonly hash: string;
}
const headSchema = v.strictObject({ n: v.pipe(wholeNumber, v.minValue(1)), hash: v.string() });

/** What the files hold, unjudged. `partial` is text after the last line feed: a line that a crash cut short, or null. */
export interface RegisterText {
  readonly lines: readonly string[];
  readonly partial: string | null;
  /** null: no head file; "unreadable": not what the program writes. */
  readonly head: Head | null | "unreadable";
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
    head: readHead(dataDir),
  };
}

function readHead(dataDir: string): RegisterText["head"] {
  const text = readTextIfThere(join(dataDir, HEAD_FILE));
  if (text === undefined) return null;
  const head = v.safeParse(headSchema, parseJson(text));
  return head.success ? head.output : "unreadable";
}

/**
 * A line spelled as the program spells it; undefined for any other: of a key that is there twice, people would read the one and the program
 * the other. An editor may have changed how lines end: that changes nothing of what they say, and verifyChain tells it.
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

/** What is wrong at the end of the register, in French: "registre.tete est abîmé". */
export interface EndFault {
  readonly kind: "line-cut" | "line-changed" | "head-damaged" | "lines-removed";
  /** The line that it is about, when it is one: 8. */
  readonly line?: number;
  readonly message: string;
}

/** None when a line may be added. Looks at the last lines and at the head only. */
export function endFaults({ lines, partial, head }: RegisterText): readonly EndFault[] {
  const faults: EndFault[] = [];
  const count = lines.length;
  if (partial !== null)
    faults.push({
      kind: "line-cut",
      line: count + 1,
      message: `la ligne ${count + 1} est incomplète (coupure pendant l'écriture ?) : ${quote(`${partial.slice(0, 60)}…`)}`,
    });
  const whole = wholeCount(lines);
  if (whole < count)
    faults.push({
      kind: "line-changed",
      line: count,
      message:
        count - whole === 1
          ? `la dernière ligne (ligne ${count}) a été modifiée`
          : `les dernières lignes (de la ligne ${whole + 1} à la ligne ${count}) ont été modifiées`,
    });
  if (head === "unreadable") faults.push({ kind: "head-damaged", message: "registre.tete est abîmé" });
  else if (head === null && count > 1)
    faults.push({
      kind: "head-damaged",
      message: "registre.tete a disparu : des lignes ont pu être retirées à la fin",
    });
  else if (head && count < head.n)
    faults.push({
      kind: "lines-removed",
      message: `il compte ${plural(count, "ligne")} au lieu de ${head.n} : des lignes ont été retirées`,
    });
  else if (head && endsChain(lines[head.n - 1] ?? "")?.hash !== head.hash)
    faults.push({
      kind: "line-changed",
      line: head.n,
      message: `la ligne ${head.n} n'est plus celle que registre.tete a retenue`,
    });
  return faults;
}

/** "la ligne 8 est incomplète … ; registre.tete est abîmé" */
export const describeFaults = (faults: readonly EndFault[]): string => faults.map((f) => f.message).join(" ; ");
