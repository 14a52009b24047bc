/** One distribution: the copies stamped beside their bulletin, the sheet to sign, the line of the register. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { COPIES_FOLDER } from "../../disk/copies-folder.ts";
import { writeWhole } from "../../disk/files.ts";
import { lockOutput } from "../../disk/output-lock.ts";
import { toldInFrench } from "../../disk/refusal.ts";
import { sha256 } from "../../disk/sha256.ts";

import { formatPeriod, quote } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";
import { parseQuarterId } from "../../model/period.ts";
import { drawForm } from "../paper/form.ts";
import type { Person } from "../people/entitlement.ts";
import type { RegisterLine } from "../register/entry.ts";
import { appendRegister, assertRegister } from "../register/register.ts";
import { verifyChain } from "../register/verify-chain.ts";
import { copiesOf, nextNumber } from "./copies.ts";
import { openForStamping } from "./stamp.ts";

export interface Distribution {
  readonly dataDir: string;
  readonly outDir: string;
  /** "2026-T1" */
  readonly quarter: string;
  readonly recipients: readonly Person[];
  /** Instant, ISO 8601 in UTC, and the local day of it. */
  readonly at: string;
  readonly today: string;
  readonly who: string;
  readonly marking: string;
  readonly commune: string;
}

export interface Distributed {
  /** Paths under outDir, in the order of the recipients. */
  readonly copies: readonly { readonly path: string; readonly number: number; readonly recipient: string }[];
  readonly sheet: string;
}

/**
 * Stamps one copy a recipient, from the finished bulletin. Numbers go on from the earlier distributions of the quarter.
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
  // no build may replace the folder meanwhile, and no other distribution take the same numbers
  const release = toldInFrench(d.outDir, () => lockOutput(d.outDir));
  try {
    return await distributeLocked(d, source);
  } finally {
    release();
  }
}

async function distributeLocked(d: Distribution, source: string): Promise<Distributed> {
  const lines = verifyChain(assertRegister(d.dataDir)).value;
  const bulletin = toldInFrench(source, () => readFileSync(source));
  const bulletinHash = sha256(bulletin);
  const built = lines.findLast(
    (line) => line.action === "build" && line.quarter === d.quarter && line.outputs.length > 0,
  );
  const expected =
    built?.action === "build" ? built.outputs.find((o) => o.path === `${d.quarter}/bulletin.pdf`)?.sha256 : undefined;
  if (expected !== bulletinHash)
    throw new UserError(
      built
        ? `Le bulletin ${quote(source)} n'est plus celui que le programme a fait (registre, ligne ${built.n}).`
        : `Le bulletin ${quote(source)} n'est pas inscrit au registre : rien ne dit de quoi il est fait.`,
      `Refaites-le : npm run build -- --trimestre ${d.quarter}`,
      1,
    );

  const first = nextNumber(copiesOf(lines), d.quarter);
  const of = first + d.recipients.length - 1;
  const stamp = await openForStamping(bulletin);
  const copies = [];
  for (const [i, person] of d.recipients.entries()) {
    const number = first + i;
    const bytes = await stamp({ number, of, recipient: person.name, role: person.role, date: d.today });
    const path = `${d.quarter}/${COPIES_FOLDER}/exemplaire-${String(number).padStart(2, "0")}.pdf`;
    writeWhole(join(d.outDir, path), bytes);
    copies.push({ number, of, recipient: person.name, role: person.role, path, sha256: sha256(bytes) });
  }
  const line = appendRegister(d.dataDir, {
    at: d.at,
    who: d.who,
    action: "copies",
    quarter: d.quarter,
    bulletin: bulletinHash,
    copies,
  });
  const sheet = `${d.quarter}/${COPIES_FOLDER}/emargement-${String(first).padStart(2, "0")}-${String(of).padStart(2, "0")}.pdf`;
  writeWhole(join(d.outDir, sheet), await distributionSheet(d, copies, line));
  return { copies, sheet };
}

function distributionSheet(
  d: Distribution,
  copies: readonly {
    readonly number: number;
    readonly of: number;
    readonly recipient: string;
    readonly role: string;
  }[],
  line: RegisterLine,
): Promise<Uint8Array> {
  const quarter = parseQuarterId(d.quarter);
  return drawForm({
    title: "Feuille d'émargement des exemplaires numérotés",
    subtitle: `${d.commune} – Bulletin de la délinquance enregistrée, ${quarter ? formatPeriod(quarter) : d.quarter}`,
    marking: d.marking,
    landscape: true,
    date: d.today,
    before: [
      "Chaque exemplaire est personnel. La personne qui le reçoit est tenue au secret professionnel (article 226-13 du Code pénal), ne le copie pas, ne le prête pas, et le rend pour destruction.",
    ],
    columns: [
      { label: "N°", share: 2 },
      { label: "Destinataire", share: 6 },
      { label: "Fonction", share: 6 },
      { label: "Remis le, signature", share: 6 },
      { label: "Rendu le, signature", share: 6 },
      { label: "Détruit le, par", share: 5 },
    ],
    rows: copies.map((c) => [`${c.number}/${c.of}`, c.recipient, c.role, "", "", ""]),
    after: [
      `Inscrit au registre, ligne ${line.n}, empreinte ${line.hash.slice(0, 16)}. Cette feuille signée prouve l'état du registre ce jour : conservez-la avec les actes.`,
    ],
    signatures: [],
  });
}
