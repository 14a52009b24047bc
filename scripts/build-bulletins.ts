/** The bulletins of npm run build, from what it has begun with: the latest quarter's, another one, or all. */
import { pathToFileURL } from "node:url";
import type { Beginning } from "./build.ts";
import {
  appendRegister,
  assertRegister,
  folderWarnings,
  readRegister,
  tightenRights,
  unrecordedDeliveries,
} from "./custody/index.ts";
import {
  editionAt,
  fingerprintAt,
  type Holdings,
  inputsAt,
  issuesAt,
  PROGRAM_VERSION,
  quartersHeld,
  readHoldings,
} from "./holdings/holdings.ts";
import { settingsInput } from "./holdings/load-settings.ts";
import { plural, quote } from "./model/format.ts";
import { type Issue, UserError } from "./model/issue.ts";
import { parseQuarterId } from "./model/period.ts";
import { awaitedDeliveries } from "./pipeline.ts";
import type { Publication, Publisher } from "./publish/publisher.ts";
import type { Arguments } from "./shell/command-line.ts";
import type { Progress } from "./shell/progress.ts";
import { countIssues, formatIssue, sortIssues } from "./shell/terminal.ts";

/** Each once; the same line to paste, told by several bulletins with other counts of files, as the last one tells it. */
const once = (issues: readonly Issue[]): readonly Issue[] => [
  ...new Map(issues.map((i) => [i.settingsLine ?? JSON.stringify(i), i])).values(),
];

/** @throws UserError when the quarter asked for is none, or has no delivery. */
function chooseQuarters(args: Arguments, held: readonly string[]): readonly string[] {
  const latest = held.at(-1);
  if (latest === undefined)
    throw new UserError(
      "Aucune livraison à lire.",
      "Créez dans le dossier des données un dossier au nom du trimestre, par exemple 2026-T1, et déposez-y les fichiers déchiffrés.",
      1,
    );
  const asked = args.get("trimestre");
  if (args.has("tous") && asked !== undefined)
    throw new UserError("« --tous » et « --trimestre » se contredisent.", "Gardez l'un des deux.");
  if (args.has("tous")) return held;
  if (asked === undefined) return [latest];
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

/** The bulletins made, in the register of the data folder. */
function record(
  dataDir: string,
  holdings: Holdings,
  publication: Publication,
  accepted: readonly Issue[],
  who: string,
  at: string,
): void {
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
      outputs: Object.entries(outputs).map(([name, sha256]) => ({ path: `${id}/${name}`, sha256 })),
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

const hasError = (issues: readonly Issue[]): boolean => issues.some((i) => i.severity === "error");

function refuse(issues: readonly Issue[], progress: Progress): 1 {
  progress.end();
  const told = sortIssues(issues.filter((i) => i.severity !== "info"));
  console.error(told.map(formatIssue).join("\n\n"));
  console.error(`\nRien n'a été publié : ${countIssues(issues)}. Les bulletins déjà faits sont intacts.`);
  return 1;
}

/** Reads, checks, composes, publishes, records. @returns the exit code. */
export async function buildBulletins(beginning: Beginning, publisher: Publisher): Promise<0 | 1> {
  const { args, now, who, dataDir, settings, deliveries, isDemo, progress } = beginning;
  const holdings = await readHoldings(deliveries, settings, beginning.today, progress.step);
  const held = quartersHeld(holdings);
  if (held.length === 0 && hasError(holdings.issues)) return refuse(holdings.issues, progress);
  const quarters = chooseQuarters(args, held);
  if (!isDemo) assertRegister(dataDir);
  const around = [
    ...beginning.issues,
    ...(isDemo ? [] : folderWarnings(args.dataDir, args.outDir)),
    ...(isDemo ? [] : unrecordedDeliveries(readRegister(dataDir), holdings.deliveries.files)),
    ...awaitedDeliveries(holdings),
  ];
  const byQuarter = quarters.map((quarter) => ({ quarter, issues: issuesAt(holdings, quarter) }));
  const issues = once(byQuarter.flatMap((q) => q.issues));
  if (hasError(issues)) return refuse(issues, progress);
  progress.step("analyse et rédaction");
  const editions = byQuarter.map(({ quarter, issues: own }) =>
    editionAt(holdings, quarter, [...own, ...beginning.shown]),
  );
  const publication = await publisher.publish(editions, {
    out: args.outDir,
    fingerprints: Object.fromEntries(held.map((q) => [q, fingerprintAt(holdings, q)])),
  });
  tightenRights(args.outDir);
  if (!isDemo) record(dataDir, holdings, publication, issues, who, now.toISOString());
  progress.end();
  printResult(publication, [...around, ...issues]);
  return 0;
}
