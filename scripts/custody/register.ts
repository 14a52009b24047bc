/**
 * The register, data/registre.jsonl: one line an action, only ever added to.
 *
 *   line 1 { n: 1, …, previous: 000…, hash: H1 }
 *   line 2 { n: 2, …, previous: H1,   hash: H2 }      registre.tete: { n: 2, hash: H2 }
 *
 * A line is forced to the disk before the head is: a crash leaves the head one line behind, never ahead. The head is what tells
 * that the last lines were cut off.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
} from "node:fs";
import { join } from "node:path";
import { plural, quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { z } from "../yaml.ts";
import { toldInFrench, writeAll, writeWhole } from "./disk.ts";
import { chain, FIRST_PREVIOUS, hashOf, type RegisterEntry, type RegisterLine } from "./register-entry.ts";
import { withRegisterLock } from "./register-lock.ts";

export const REGISTER_FILE = "registre.jsonl";
export const HEAD_FILE = "registre.tete";

/** Number and hash of the last line. */
export interface Head {
  readonly n: number;
  readonly hash: string;
}
const headSchema = z.strictObject({ n: z.int().min(1), hash: z.string() });

/** What the files hold, unjudged. `partial` is text after the last line feed: a line that a crash cut short, or null. */
export interface RegisterText {
  readonly lines: readonly string[];
  readonly partial: string | null;
  /** null: no head file; "unreadable": not what the program writes. */
  readonly head: Head | null | "unreadable";
}

export function readRegisterText(dataDir: string): RegisterText {
  const text = readOrNull(join(dataDir, REGISTER_FILE)) ?? "";
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

function readOrNull(path: string): string | null {
  return existsSync(path) ? toldInFrench(path, () => readFileSync(path, "utf8")) : null;
}

function readHead(dataDir: string): RegisterText["head"] {
  const text = readOrNull(join(dataDir, HEAD_FILE));
  if (text === null) return null;
  const head = headSchema.safeParse(parseJson(text));
  return head.success ? head.data : "unreadable";
}

/** undefined for what is not JSON: each caller says what that means where it reads. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** n and hash of a line's text, when it is whole and its hash is right. */
export function endsChain(text: string): Head | undefined {
  const line = parseJson(text);
  if (typeof line !== "object" || line === null || !("n" in line) || !("hash" in line)) return undefined;
  const { n, hash } = line;
  return typeof n === "number" && typeof hash === "string" && hashOf({ ...line }) === hash ? { n, hash } : undefined;
}

/** What is wrong at the end of the register, in French: "registre.tete est abîmé". */
export interface EndFault {
  readonly kind: "line-cut" | "line-changed" | "head-damaged" | "lines-removed";
  /** The line that it is about, when it is one: 8. */
  readonly line?: number;
  readonly message: string;
}

/** None when a line may be added. Looks at the last line and at the head only. */
export function endFaults({ lines, partial, head }: RegisterText): readonly EndFault[] {
  const faults: EndFault[] = [];
  const count = lines.length;
  if (partial !== null)
    faults.push({
      kind: "line-cut",
      line: count + 1,
      message: `la ligne ${count + 1} est incomplète (coupure pendant l'écriture ?) : ${quote(`${partial.slice(0, 60)}…`)}`,
    });
  if (count > 0 && !endsChain(lines.at(-1) ?? ""))
    faults.push({
      kind: "line-changed",
      line: count,
      message: `la dernière ligne (ligne ${count}) a été modifiée`,
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

/** @throws UserError (exit 2) when the end of the register is damaged: nothing may be added before someone has seen it. */
export function assertRegister(dataDir: string): RegisterText {
  const register = readRegisterText(dataDir);
  const faults = endFaults(register);
  if (faults.length === 0) return register;
  throw new UserError(
    `Le registre (data/${REGISTER_FILE}) est abîmé à la fin : ${describeFaults(faults)}.`,
    "Voyez ce qui manque par « npm run registre », comparez à la dernière sauvegarde, puis « npm run registre -- --reparer » : la réparation est elle-même inscrite au registre.",
  );
}

/**
 * Adds one line, forced to the disk before returning.
 * @throws UserError when the end of the register is damaged, or the disk refuses.
 */
export function appendRegister(dataDir: string, entry: RegisterEntry): RegisterLine {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return withRegisterLock(dataDir, () => addLine(dataDir, assertRegister(dataDir), entry));
}

function addLine(dataDir: string, register: RegisterText, entry: RegisterEntry): RegisterLine {
  const last = endsChain(register.lines.at(-1) ?? "");
  const line = chain(entry, (last?.n ?? 0) + 1, last?.hash ?? FIRST_PREVIOUS);
  const path = join(dataDir, REGISTER_FILE);
  toldInFrench(path, () => {
    const fd = openSync(path, "a+", 0o600);
    const { size } = fstatSync(fd);
    try {
      // a line that was whole but for its line feed is given it
      const lineFeed = size > 0 && readFileSync(path).at(-1) !== 0x0a ? "\n" : "";
      writeAll(fd, Buffer.from(`${lineFeed}${JSON.stringify(line)}\n`));
      fsyncSync(fd);
    } catch (error) {
      ftruncateSync(fd, size); // a full disk must not leave half a line
      throw error;
    } finally {
      closeSync(fd);
    }
  });
  writeHead(dataDir, line);
  return line;
}

const writeHead = (dataDir: string, { n, hash }: Head): void =>
  writeWhole(join(dataDir, HEAD_FILE), `${JSON.stringify({ n, hash })}\n`);

/**
 * Puts a damaged end right, in the open: an incomplete line goes to a file beside, the head is set on what is left, and a line of
 * the register says what was found. Nothing is lost and nothing is hidden. undefined when there was nothing to repair.
 */
export function repairRegister(dataDir: string, at: string, who: string): RegisterLine | undefined {
  return withRegisterLock(dataDir, () => {
    const register = readRegisterText(dataDir);
    const found = endFaults(register);
    if (found.length === 0) return undefined;
    const path = join(dataDir, REGISTER_FILE);
    const broken = endsChain(register.lines.at(-1) ?? "") ? 0 : register.lines.length > 0 ? 1 : 0;
    const kept = register.lines.slice(0, register.lines.length - broken);
    const removed = [...register.lines.slice(kept.length), ...(register.partial === null ? [] : [register.partial])];
    let aside: string | null = null;
    if (removed.length > 0) {
      aside = `registre.abime-${at.replace(/[^0-9]/g, "").slice(0, 14)}.txt`;
      writeWhole(join(dataDir, aside), removed.join("\n"));
      const text = readFileSync(path);
      const keptBytes = Buffer.byteLength(kept.map((line) => `${line}\n`).join(""));
      toldInFrench(path, () => truncateSync(path, Math.min(keptBytes, text.length)));
    }
    return addLine(
      dataDir,
      { lines: kept, partial: null, head: null },
      { at, who, action: "repair", found: found.map((f) => f.message), aside },
    );
  });
}
