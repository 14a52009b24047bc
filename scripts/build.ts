/** npm run build: what is held -> the bulletin of the latest quarter, of another one, or of all; in the register. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { awaitedDeliveries } from "./check/index.ts";
import {
  appendRegister,
  assertEntitled,
  assertRegister,
  assertThisMachine,
  checkCopies,
  checkReceptions,
  currentAccount,
  folderWarnings,
  readRegister,
  settleDistributions,
  tightenRights,
} from "./custody/index.ts";
import { DEMO_OUT } from "./disk/demo-folder.ts";
import { hashFile } from "./disk/tree.ts";
import { chooseDataDir } from "./holdings/deliveries.ts";
import {
  fingerprintAt,
  type Holdings,
  inputsAt,
  loadHoldings,
  PROGRAM_VERSION,
  quartersHeld,
} from "./holdings/holdings.ts";
import { settingsInput } from "./holdings/load-settings.ts";
import { plural, quote } from "./model/format.ts";
import { hasError, type Issue, UserError } from "./model/issue.ts";
import { parseQuarterId } from "./model/period.ts";
import { followMainPath } from "./pipeline.ts";
import type { Publication } from "./publish/publication.ts";
import { startPublisher } from "./publish/publisher.ts";
import { type Arguments, DATA_OPTION, localDay, OUT_OPTION, runCommand } from "./shell/command-line.ts";
import { createProgress } from "./shell/progress.ts";
import { countIssues, formatIssue, sortIssues } from "./shell/terminal.ts";

async function build(args: Arguments): Promise<0 | 1> {
  // Who, where, and what is held.
  const now = new Date();
  const today = localDay(now);
  const who = currentAccount();
  const onMachine = assertThisMachine(args.dataDir);
  const onPersons = assertEntitled(args.dataDir, today, who).issues;
  const dataDir = chooseDataDir(args.dataDir, args.get("data") === undefined);
  const holdings = loadHoldings(dataDir, today);
  const isDemo = holdings.settings.fictitious; // no register, no list of persons, and a folder of its own
  const outDir = isDemo && args.get("out") === undefined ? join(args.outDir, DEMO_OUT) : args.outDir;
  const held = quartersHeld(holdings);
  if (held.length === 0) return refuse(holdings.issues);
  const quarters = chooseQuarters(args, held);
  if (!isDemo) assertRegister(dataDir);
  const receptions = isDemo ? [] : checkReceptions(readRegister(dataDir), dataDir, holdings.deliveries.files);
  if (hasError(receptions)) return refuse(receptions);
  if (!isDemo) settleDistributions(outDir, readRegister(dataDir));

  const progress = createProgress();
  const publisher = startPublisher(holdings.settings.browser, progress.step); // its browser starts while the files are read
  try {
    const remarks = isDemo ? [] : onPersons;
    const { recognitions, issues, editions } = await followMainPath(holdings, {
      quarters,
      remarks,
      step: progress.step,
    });
    if (hasError(issues)) {
      progress.end();
      return refuse(issues);
    }
    const publication = await publisher.publish(editions, {
      out: outDir,
      fingerprints: Object.fromEntries(held.map((q) => [q, fingerprintAt(holdings, q)])),
    });
    tightenRights(outDir);
    if (!isDemo) record(publication, { dataDir, outDir, holdings, accepted: issues, who, at: now.toISOString() });
    const around = isDemo
      ? []
      : [...folderWarnings(dataDir, outDir), ...receptions, ...checkCopies(readRegister(dataDir))];
    progress.end();
    const awaited = awaitedDeliveries({ ...holdings, recognitions });
    if (isDemo) console.log("Démonstration : la commune et tous les chiffres sont inventés.\n");
    printResult(publication, [...onMachine, ...remarks, ...around, ...awaited, ...issues]);
    return 0;
  } finally {
    progress.end();
    publisher.stop();
  }
}

/** @param held at least one. @throws UserError when the quarter asked for is none, or has no delivery. */
function chooseQuarters(args: Arguments, held: readonly string[]): readonly string[] {
  const asked = args.get("trimestre");
  if (args.has("tous") && asked !== undefined)
    throw new UserError("« --tous » et « --trimestre » se contredisent.", "Gardez l'un des deux.");
  if (args.has("tous")) return held;
  if (asked === undefined) return held.slice(-1);
  if (!parseQuarterId(asked))
    throw new UserError(`${quote(asked)} n'est pas un trimestre.`, "Écrivez par exemple 2025-T4.");
  if (!held.includes(asked))
    throw new UserError(
      `Aucune livraison du trimestre ${quote(asked)}.`,
      `Trimestres présents : ${held.join(", ")}.`,
      1,
    );
  return [asked];
}

interface Making {
  readonly dataDir: string;
  readonly outDir: string;
  readonly holdings: Holdings;
  /** Issues that did not stop it. */
  readonly accepted: readonly Issue[];
  readonly who: string;
  /** "2026-04-09T08:12:00.000Z" */
  readonly at: string;
}

/** The bulletins made, in the register of the data folder. */
function record(publication: Publication, { dataDir, outDir, holdings, accepted, who, at }: Making): void {
  const file = ({ path, sha256 }: { readonly path: string; readonly sha256: string }) => ({ path, sha256 });
  for (const { id, fingerprint, outputs } of publication.published)
    appendRegister(dataDir, {
      at,
      who,
      action: "build",
      quarter: id,
      programVersion: PROGRAM_VERSION,
      fingerprint,
      inputs: [...settingsInput(dataDir), ...inputsAt(holdings, id).map(file)],
      outputs: [
        ...Object.entries(outputs).map(([name, sha256]) => ({ path: `${id}/${name}`, sha256 })),
        ...[`${id}/manifest.json`, "index.html"].map((path) => hashFile(outDir, path)), // the manifest lists the others
      ],
      accepted: [...new Set(accepted.map((i) => i.rule))].toSorted(),
    });
}

function printResult(publication: Publication, issues: readonly Issue[]): void {
  const told = issues.filter((i) => i.severity !== "info");
  for (const issue of sortIssues(told)) console.log(`${formatIssue(issue)}\n`);
  for (const { folder, pages } of publication.published)
    console.log(`Bulletin écrit : ${folder}/bulletin.pdf (${plural(pages, "page")}) et bulletin.html`);
  for (const id of publication.outdated)
    console.log(
      `Le bulletin ${id} de ce dossier ne correspond plus à ses données : npm run build -- --trimestre ${id}`,
    );
  console.log(`Remarques : ${countIssues(issues)}. Le détail est dans la feuille de contrôle (controle.html).`);
  console.log(`À ouvrir : ${pathToFileURL(publication.index).href}`);
}

function refuse(issues: readonly Issue[]): 1 {
  const told = sortIssues(issues.filter((i) => i.severity !== "info"));
  console.error(told.map(formatIssue).join("\n\n"));
  console.error(`\nRien n'a été publié : ${countIssues(issues)}. Les bulletins déjà faits sont intacts.`);
  return 1;
}

await runCommand(
  {
    name: "npm run build",
    summary:
      "Fait le bulletin du dernier trimestre livré ; avant toute livraison et tout réglage, celui de la démonstration, dans dist/demonstration.",
    examples: ["", "--trimestre 2025-T4", "--tous"],
    options: [
      { name: "trimestre", value: "AAAA-Tn", help: "le bulletin d'un autre trimestre" },
      { name: "tous", value: null, help: "les bulletins de tous les trimestres livrés" },
      DATA_OPTION,
      OUT_OPTION,
    ],
    words: 0,
  },
  build,
);
