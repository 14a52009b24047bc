/** One distribution: the copies stamped beside their bulletin, the sheet to sign, the line of the register. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../../disk/files.ts";
import { COPIES_FOLDER } from "../../disk/out-folders.ts";
import { lockOutput } from "../../disk/output-lock.ts";
import { toldInFrench } from "../../disk/refusal.ts";
import { sha256 } from "../../disk/sha256.ts";
import { namesIn } from "../../disk/tree.ts";
import type { PaperToSign } from "../../model/document/paper-to-sign.ts";
import { quote } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";
import type { Person } from "../people/entitlement.ts";
import type { CopyEntry, NewEntry, RegisterLine } from "../register/entry.ts";
import { addLine, assertRegister, headOf, lockRegister, nextLine } from "../register/register.ts";
import { verifyChain } from "../register/verify-chain.ts";
import { copiesOf, lastBuild, lastEdition } from "./copies.ts";
import { heldOutdated } from "./outdated.ts";
import { distributionSheet } from "./sheet.ts";
import { type Stamp, stampCopy } from "./stamp.ts";

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
  /** To PDF. */
  readonly print: (paper: PaperToSign) => Promise<Uint8Array>;
  /** Why somebody gets another copy of the same edition. */
  readonly reason?: string | undefined;
}

export interface Distributed {
  /** Paths under outDir, in the order of the recipients. */
  readonly copies: readonly CopyEntry[];
  readonly sheet: string;
}

/**
 * Stamps one copy a recipient, from the finished bulletin. Numbers go on from the earlier distributions of the quarter; who holds a copy of an
 * earlier edition is to give it back for the new one. The line of the register is written last: a command killed before it leaves papers
 * that « npm run registre » tells that it does not know, and whose numbers nobody else is given.
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
  const register = assertRegister(d.dataDir);
  const lines = verifyChain(register).value;
  assertAsBuilt(d.quarter, source, lines, sha256(bulletin));

  const papers = await stampAll(d, lines, bulletin, headOf(register));
  const copies = papers.map(({ bytes: _, ...copy }) => copy);
  const entry: Extract<NewEntry, { readonly action: "copies" }> = {
    at: d.at,
    who: d.who,
    action: "copies",
    quarter: d.quarter,
    bulletin: sha256(bulletin),
    copies,
    ...(d.reason !== undefined && { reason: d.reason }),
  };
  const line = nextLine(register, entry);
  const [first = "", last = ""] = [copies[0], copies.at(-1)].map((copy) => twoDigits(copy?.number ?? 0));
  const sheet = `${d.quarter}/${COPIES_FOLDER}/emargement-${first}-${last}.pdf`;
  const made = [...papers, { path: sheet, bytes: await d.print(distributionSheet(d, { copies, line, lines })) }];
  try {
    for (const { path, bytes } of made) writeWhole(join(d.outDir, path), bytes);
    addLine(d.dataDir, line);
  } catch (error) {
    for (const { path } of made) rmSync(join(d.outDir, path), { force: true });
    throw error;
  }
  return { copies, sheet };
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** @throws UserError when the register saw another bulletin built. */
function assertAsBuilt(quarter: string, source: string, lines: readonly RegisterLine[], hash: string): void {
  const built = lastBuild(lines, quarter);
  if (built?.outputs.some((file) => file.path === `${quarter}/bulletin.pdf` && file.sha256 === hash)) return;
  throw new UserError(
    built
      ? `Le bulletin ${quote(source)} n'est plus celui que le programme a fait (registre, ligne ${built.n}).`
      : `Le bulletin ${quote(source)} n'est pas inscrit au registre : rien ne dit de quoi il est fait.`,
    `Refaites-le : npm run build -- --trimestre ${quarter}`,
    1,
  );
}

/**
 * Numbers go on within a quarter, so that a number names one copy; those of papers that are there are taken too, for a register brought back
 * from an older backup does not know them.
 */
function nextNumber({ outDir, quarter }: Distribution, known: readonly { readonly number: number }[]): number {
  const named = namesIn(join(outDir, quarter, COPIES_FOLDER)).map(
    (name) => /^(?:exemplaire|emargement-\d+)-(\d+)\.pdf$/.exec(name)?.[1] ?? 0,
  );
  return Math.max(0, ...known.map(({ number }) => number), ...named.map(Number)) + 1;
}

async function stampAll(
  d: Distribution,
  lines: readonly RegisterLine[],
  bulletin: Uint8Array,
  register: Stamp["register"],
): Promise<readonly (CopyEntry & { readonly bytes: Uint8Array })[]> {
  const known = copiesOf(lines).filter((copy) => copy.quarter === d.quarter);
  const first = nextNumber(d, known);
  const edition = lastEdition(lines, d.quarter);
  const stamped = [];
  for (const [i, { name: recipient, role }] of d.recipients.entries()) {
    const number = first + i;
    const replaces = heldOutdated(known, { name: recipient }).map((copy) => copy.number);
    const bytes = await stampCopy(bulletin, { number, edition, replaces, recipient, role, register, date: d.today });
    const path = `${d.quarter}/${COPIES_FOLDER}/exemplaire-${twoDigits(number)}.pdf`;
    const copy = { number, recipient, role, path, sha256: sha256(bytes), ...(replaces.length > 0 && { replaces }) };
    stamped.push({ ...copy, bytes });
  }
  return stamped;
}
