/** One distribution: the copies stamped beside their bulletin, the sheet to sign, the line of the register. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { COPIES_FOLDER } from "../../disk/out-folders.ts";
import { lockOutput } from "../../disk/output-lock.ts";
import { toldInFrench } from "../../disk/refusal.ts";
import { sha256 } from "../../disk/sha256.ts";
import { quote } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";
import type { PrintPaper } from "../paper/form.ts";
import type { Person } from "../people/entitlement.ts";
import type { Head } from "../register/end.ts";
import type { CopyEntry, NewEntry, RegisterLine } from "../register/entry.ts";
import { addLine, assertRegister, headOf, lockRegister, nextLine } from "../register/register.ts";
import { verifyChain } from "../register/verify-chain.ts";
import { copiesOf, lastBuild, lastEdition, nextNumber } from "./copies.ts";
import { heldOutdated } from "./outdated.ts";
import { distributionSheet } from "./sheet.ts";
import { lastNumberIn, placeDistribution, settleStaged, stageDistribution } from "./staged.ts";
import { stampCopy } from "./stamp.ts";

export interface Distribution {
  readonly dataDir: string;
  readonly outDir: string;
  /** "2026-T1" */
  readonly quarter: string;
  readonly recipients: readonly Person[];
  readonly at: NewEntry["at"];
  readonly today: string;
  readonly who: string;
  readonly marking: string;
  readonly commune: string;
  readonly print: PrintPaper;
  /** Why somebody gets another copy of the same edition. */
  readonly reason?: string | undefined;
}

type CopiesEntry = Extract<NewEntry, { readonly action: "copies" }>;

export interface Distributed {
  /** Paths under outDir, in the order of the recipients. */
  readonly copies: readonly CopyEntry[];
  readonly sheet: string;
}

/**
 * Stamps one copy a recipient, from the finished bulletin. Numbers go on from the earlier distributions of the quarter; who holds a copy of an
 * earlier edition is to give it back for the new one.
 * @throws UserError when there is no bulletin, or it is not the one that the register saw built.
 */
export async function distribute(d: Distribution): Promise<Distributed> {
  const source = join(d.outDir, d.quarter, "bulletin.pdf");
  if (!existsSync(source))
    throw new UserError(
      `Il n'y a pas de bulletin ${quote(source)}.`,
      `Faites-le d'abord : npm run build -- --trimestre ${d.quarter}`,
      1,
    );
  // no build may replace the folder meanwhile, and no other command add to the register, whose head the papers bear
  using _output = toldInFrench(d.outDir, () => lockOutput(d.outDir));
  using _register = lockRegister(d.dataDir);
  const bulletin = toldInFrench(source, () => readFileSync(source));
  return await makeCopies(d, bulletin); // awaited here, under the locks
}

async function makeCopies(d: Distribution, bulletin: Uint8Array): Promise<Distributed> {
  const register = assertRegister(d.dataDir);
  const lines = verifyChain(register).value;
  settleStaged(d.outDir, lines);
  const bulletinHash = sha256(bulletin);
  assertAsBuilt(d, lines, bulletinHash);

  const files = new Map<string, Uint8Array>();
  const copies = await stampAll(d, { lines, bulletin, files, register: headOf(register) });
  const entry: CopiesEntry = {
    at: d.at,
    who: d.who,
    action: "copies",
    quarter: d.quarter,
    bulletin: bulletinHash,
    copies: [...copies],
    ...(d.reason !== undefined && { reason: d.reason }),
  };
  const line = { ...nextLine(register, entry), quarter: d.quarter };
  const [first = 0, last = 0] = [copies[0]?.number, copies.at(-1)?.number];
  const sheet = `emargement-${twoDigits(first)}-${twoDigits(last)}.pdf`;
  files.set(sheet, await d.print(distributionSheet(d, { copies, line, lines })));

  stageDistribution(d.outDir, line, files);
  addLine(d.dataDir, line);
  placeDistribution(d.outDir, line);
  return { copies, sheet: `${d.quarter}/${COPIES_FOLDER}/${sheet}` };
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** @throws UserError when the register saw another bulletin built. */
function assertAsBuilt(d: Distribution, lines: readonly RegisterLine[], bulletinHash: string): void {
  const built = lastBuild(lines, d.quarter);
  const expected = built?.outputs.find((o) => o.path === `${d.quarter}/bulletin.pdf`)?.sha256;
  const source = quote(join(d.outDir, d.quarter, "bulletin.pdf"));
  if (expected !== bulletinHash)
    throw new UserError(
      built
        ? `Le bulletin ${source} n'est plus celui que le programme a fait (registre, ligne ${built.n}).`
        : `Le bulletin ${source} n'est pas inscrit au registre : rien ne dit de quoi il est fait.`,
      `Refaites-le : npm run build -- --trimestre ${d.quarter}`,
      1,
    );
}

interface Making {
  readonly lines: readonly RegisterLine[];
  readonly bulletin: Uint8Array;
  /** Before this distribution. */
  readonly register: Head;
  /** Where the copies go, by their names. */
  readonly files: Map<string, Uint8Array>;
}

async function stampAll(d: Distribution, making: Making): Promise<readonly CopyEntry[]> {
  const { lines, bulletin, files, register } = making;
  const known = copiesOf(lines).filter((copy) => copy.quarter === d.quarter);
  const first = Math.max(nextNumber(known, d.quarter), lastNumberIn(d.outDir, d.quarter) + 1);
  const edition = lastEdition(lines, d.quarter);
  const copies: CopyEntry[] = [];
  for (const [i, { name: recipient, role }] of d.recipients.entries()) {
    const number = first + i;
    const replaces = heldOutdated(known, { name: recipient }).map((copy) => copy.number);
    const bytes = await stampCopy(bulletin, { number, edition, replaces, recipient, role, register, date: d.today });
    const name = `exemplaire-${twoDigits(number)}.pdf`;
    files.set(name, bytes);
    copies.push({
      number,
      recipient,
      role,
      path: `${d.quarter}/${COPIES_FOLDER}/${name}`,
      sha256: sha256(bytes),
      ...(replaces.length > 0 && { replaces }),
    });
  }
  return copies;
}
