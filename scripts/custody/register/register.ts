/**
 * The register, data/registre.jsonl: one line an action, only ever added to.
 *
 *   line 1 { n: 1, …, previous: 000…, hash: H1 }
 *   line 2 { n: 2, …, previous: H1,   hash: H2 }
 *
 * That whole lines were cut off its end, no file beside it can prove: whoever cuts the one cuts the other. The papers do (since.ts), and what
 * the folders hold that no line tells any more. A register of before has a file "registre.tete" beside it, which nothing reads.
 */
import { closeSync, fstatSync, fsyncSync, ftruncateSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeAll, writeWhole } from "../../disk/files.ts";
import { takeLock } from "../../disk/lock.ts";
import { toldInFrench } from "../../disk/refusal.ts";
import { makeFolder, openWithRights } from "../../disk/rights.ts";
import { UserError } from "../../model/issue.ts";
import { endsChain, type Head, inOrder, REGISTER_FILE, type RegisterText, readRegisterText } from "./end.ts";
import { chain, FIRST_PREVIOUS, type NewEntry, type RegisterEntry, type RegisterLine } from "./entry.ts";
import { wholeCount, writingFaults } from "./verify-chain.ts";

/** @throws UserError (exit 2) when the register is damaged where it matters to the next line: nothing may be added before someone has seen it. */
export function assertRegister(dataDir: string): RegisterText {
  const register = readRegisterText(dataDir);
  const faults = writingFaults(register);
  if (faults.length === 0) return register;
  throw new UserError(
    `Le registre (data/${REGISTER_FILE}) est abîmé : ${faults.join(" ; ")}.`,
    "Voyez ce qui manque par « npm run registre », comparez à la dernière sauvegarde, puis « npm run registre -- --reparer » : la réparation est elle-même inscrite au registre.",
  );
}

/**
 * Adds one line, forced to the disk before returning.
 * @throws UserError when the end of the register is damaged, or the disk refuses.
 */
export function appendRegister(dataDir: string, entry: NewEntry): RegisterLine {
  toldInFrench(dataDir, () => makeFolder(dataDir));
  using _lock = lockRegister(dataDir);
  return addLine(dataDir, nextLine(assertRegister(dataDir), entry));
}

/** The line that the entry makes at the end of the register. */
export function nextLine(register: RegisterText, entry: NewEntry): RegisterLine {
  const { n, hash } = headOf(register);
  const at = typeof entry.at === "string" ? entry.at : entry.at().toISOString();
  return chain({ ...entry, at }, n + 1, hash);
}

/** Number and hash of the last line; before the first, 0 and what the first is chained to. */
export const headOf = ({ lines }: RegisterText): Head =>
  endsChain(lines.at(-1) ?? "") ?? { n: 0, hash: FIRST_PREVIOUS };

/** Adds a line that was made under the lock, for papers that bear its hash. @throws UserError when the disk refuses. */
export function addLine(dataDir: string, line: RegisterLine): RegisterLine {
  const path = join(dataDir, REGISTER_FILE);
  toldInFrench(path, () => {
    const fd = openWithRights(path, "a+");
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
  return line;
}

/**
 * Puts a damaged register right, in the open: it is kept as it was in a file beside; of the lines, those that are whole are put in their order,
 * each once, and a line says what was found. Nothing is lost and nothing is hidden. undefined when there was nothing to repair.
 */
export function repairRegister(dataDir: string, at: string, who: string): RegisterLine | undefined {
  using _lock = lockRegister(dataDir);
  const register = readRegisterText(dataDir);
  const found = writingFaults(register);
  if (found.length === 0) return undefined;
  const lines = inOrder(register.lines.slice(0, wholeCount(register.lines)));
  const aside = `registre.abime-${at.replace(/[^0-9]/g, "").slice(0, 14)}.txt`;
  writeWhole(join(dataDir, aside), [...register.lines, register.partial ?? ""].join("\n"));
  writeWhole(join(dataDir, REGISTER_FILE), lines.map((line) => `${line}\n`).join(""));
  const entry: RegisterEntry = { at, who, action: "repair", found: [...found], aside };
  return addLine(dataDir, nextLine({ lines, partial: null }, entry));
}

/** One command at a time writes the register: two at once must not chain to the same line. To be held by « using ». @throws UserError when another command does not end. */
export function lockRegister(dataDir: string): Disposable {
  const path = join(dataDir, "registre.verrou");
  return toldInFrench(path, () =>
    takeLock({
      path,
      patienceMs: 30_000, // adding a line takes milliseconds; a distribution of many copies, seconds
      busy: {
        message: "Une autre commande écrit dans le registre en ce moment.",
        hint: "Attendez qu'elle se termine, puis relancez.",
      },
    }),
  );
}
