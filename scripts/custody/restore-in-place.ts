/** A backup, back into the program's own folders: made beside them first, then moved in, all of it or nothing. */
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { toldInFrench } from "../disk/refusal.ts";
import { makeFolder } from "../disk/rights.ts";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { type Restored, restore, type Told } from "./restore.ts";

/** Where a restoring in place is made first, beside the folders that it fills. */
const BESIDE = ".restauration-sur-place";

/**
 * Restores into the program's own folders, which hold nothing of the town hall's yet: see the caller. All takes its place, or nothing does.
 * @throws UserError as restore, and when something of that name is there already.
 */
export async function restoreInPlace(
  archive: string,
  { dataDir, outDir }: { readonly dataDir: string; readonly outDir: string },
  passphrase: string,
  told: Told = {},
): Promise<Restored> {
  const beside = join(dirname(resolve(dataDir)), BESIDE);
  toldInFrench(beside, () => rmSync(beside, { recursive: true, force: true }));
  try {
    const restored = await restore(archive, beside, passphrase, told);
    const moves = (
      [
        ["data", dataDir],
        ["dist", outDir],
      ] as const
    ).flatMap(([part, place]) => {
      const from = join(beside, part);
      return existsSync(from) ? readdirSync(from).map((name) => [join(from, name), join(place, name)] as const) : [];
    });
    const taken = moves.find(([, to]) => existsSync(to));
    if (taken)
      throw new UserError(
        `${quote(taken[1])} est déjà là : rien n'a été restauré.`,
        "Déplacez-le, puis relancez la commande.",
      );
    for (const folder of [dataDir, outDir]) toldInFrench(folder, () => makeFolder(folder));
    toldInFrench(dataDir, () => moveAll(moves));
    return restored;
  } finally {
    toldInFrench(beside, () => rmSync(beside, { recursive: true, force: true }));
  }
}

function moveAll(moves: readonly (readonly [from: string, to: string])[]): void {
  const moved: (readonly [from: string, to: string])[] = [];
  try {
    for (const move of moves) {
      renameSync(...move);
      moved.push(move);
    }
  } catch (error) {
    for (const [from, to] of moved) renameSync(to, from);
    throw error;
  }
}
