/** npm run build: the latest quarter's bulletin, another one, or all, from data/ to dist/. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Arguments, DATA_OPTION, localDay, OUT_OPTION, runCommand } from "./command-line.ts";
import {
  appendRegister,
  assertEntitled,
  assertRegister,
  assertThisMachine,
  currentAccount,
  folderWarnings,
  readRegister,
  tightenRights,
  unrecordedDeliveries,
} from "./custody/index.ts";
import { chooseDataDir, type Deliveries, deliveryQuarter, loadDeliveries } from "./deliveries.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { loadSettings } from "./load-settings.ts";
import type { ReferenceRate } from "./model/analysis.ts";
import type { Edition } from "./model/bulletin.ts";
import { plural, quote } from "./model/format.ts";
import { type Issue, type Result, UserError } from "./model/issue.ts";
import type { Nomenclature } from "./model/nomenclature.ts";
import type { Recognition } from "./model/observation.ts";
import { parseQuarterId } from "./model/period.ts";
import type { Settings } from "./model/settings.ts";
import { loadNomenclature } from "./nomenclature/index.ts";
import { check, edit, readReferences, understand } from "./pipeline.ts";
import { createProgress, type Progress } from "./progress.ts";
import { launchBrowser, type Publication, publish, startPagesProcess } from "./publish/index.ts";
import { countIssues, formatIssue, sortIssues } from "./terminal.ts";

const PROGRAM_VERSION = (
  JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { readonly version: string }
).version;

/** Everything that the editions are made from, once read. */
interface Work {
  readonly dataDir: string;
  readonly today: string;
  readonly settings: Settings;
  readonly nomenclature: Nomenclature;
  readonly deliveries: Deliveries;
  readonly recognitions: readonly Recognition[];
  readonly references: readonly ReferenceRate[];
  /** Of loading, reading and recognition. */
  readonly issues: readonly Issue[];
}

/** Delivery that an issue is about; undefined for one about the folder or the settings. */
const deliveryOf = (issue: Issue): string | undefined => {
  const name = issue.place?.file.split("/")[0] ?? "";
  return deliveryQuarter(name) === undefined ? undefined : name;
};
const isKnownAt = (delivery: string, quarter: string): boolean => (deliveryQuarter(delivery) ?? "") <= quarter;

/** Issues that concern a bulletin of that quarter: its own deliveries and the earlier ones, checked as they stood then. */
function issuesAt(work: Work, quarter: string): readonly Issue[] {
  const recognitions = work.recognitions.filter((r) => isKnownAt(r.file.source.delivery, quarter));
  return [...work.issues, ...check({ ...work, recognitions })].filter((i) => {
    const delivery = deliveryOf(i);
    return delivery === undefined || isKnownAt(delivery, quarter);
  });
}

/** Deliveries that are awaited today: told to the operator, of no bulletin, which would else change with the day. */
const awaited = (work: Work): readonly Issue[] => check(work).filter((i) => i.rule === "delivery-late");

/** Each once; the same line to paste, told by several bulletins with other counts of files, as the last one tells it. */
const once = (issues: readonly Issue[]): readonly Issue[] => [
  ...new Map(issues.map((i) => [i.settingsLine ?? JSON.stringify(i), i])).values(),
];

function editQuarter(work: Work, quarter: string, issues: readonly Issue[]): Edition {
  const period = parseQuarterId(quarter);
  if (!period) throw new Error(`not a quarter: ${quarter}`);
  return edit({
    ...work,
    recognitions: work.recognitions.filter((r) => isKnownAt(r.file.source.delivery, quarter)),
    issues,
    quarter: period,
    fingerprint: fingerprintAt(work, quarter),
    programVersion: PROGRAM_VERSION,
  });
}

const inputsAt = (work: Work, quarter: string) => [
  ...work.deliveries.files.filter((f) => isKnownAt(f.delivery, quarter)),
  ...work.deliveries.references,
];
const fingerprintAt = (work: Work, quarter: string): string =>
  fingerprintOf({ ...work, files: inputsAt(work, quarter), programVersion: PROGRAM_VERSION, quarter });

/** Quarters that have a delivery, oldest first. */
const quartersOf = (names: readonly string[]): readonly string[] =>
  [...new Set(names.map(deliveryQuarter).filter((q) => q !== undefined))].toSorted();

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

async function load(
  dataDir: string,
  settings: Settings,
  today: string,
  step: (text: string) => void,
): Promise<Result<Work>> {
  const nomenclature = loadNomenclature();
  const { value: deliveries, issues } = loadDeliveries(dataDir);
  step(`lecture de ${plural(deliveries.files.length, "fichier")}`);
  const understood = await understand(deliveries.files, nomenclature, settings);
  const references = await readReferences(deliveries.references, nomenclature, settings);
  const all = [...issues, ...understood.issues, ...references.issues];
  return {
    value: {
      dataDir,
      today,
      settings,
      nomenclature,
      deliveries,
      recognitions: understood.recognitions,
      references: references.value,
      issues: all,
    },
    issues: all,
  };
}

function record(work: Work, publication: Publication, accepted: readonly Issue[], who: string, at: string): void {
  const file = ({ path, sha256 }: { readonly path: string; readonly sha256: string }) => ({ path, sha256 });
  for (const { id, fingerprint, outputs } of publication.published)
    appendRegister(work.dataDir, {
      at,
      who,
      action: "build",
      quarter: id,
      programVersion: PROGRAM_VERSION,
      fingerprint,
      inputs: inputsAt(work, id).map(file),
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

async function build(args: Arguments): Promise<0 | 1> {
  const now = new Date();
  const today = localDay(now);
  const who = currentAccount();
  const machine = assertThisMachine(args.dataDir);
  const entitled = assertEntitled(args.dataDir, today, who);
  const dataDir = chooseDataDir(args.dataDir, args.get("data") === undefined);
  const settings = loadSettings(dataDir);
  const isDemo = dataDir !== args.dataDir || settings.fictitious;
  const progress = createProgress();
  progress.step("démarrage");
  // the pages' process and the browser get ready while the files are read; a failure is told when they are needed
  const pages = startPagesProcess();
  const loading = load(dataDir, settings, today, progress.step);
  loading.catch(() => {});
  const browser = launchBrowser(settings, () => progress.step("première utilisation : préparation du navigateur"));
  browser.catch(() => {});
  try {
    const { value: work } = await loading;
    const held = quartersOf(work.deliveries.names);
    if (held.length === 0 && hasError(work.issues)) return refuse(work.issues, progress);
    const quarters = chooseQuarters(args, held);
    if (!isDemo) assertRegister(dataDir);
    const register = isDemo ? [] : unrecordedDeliveries(readRegister(dataDir), work.deliveries.files);
    const around = [
      ...machine,
      ...(isDemo ? [] : entitled.issues),
      ...(isDemo ? [] : folderWarnings(args.dataDir, args.outDir)),
      ...register,
      ...awaited(work),
    ];
    const byQuarter = quarters.map((quarter) => ({ quarter, issues: issuesAt(work, quarter) }));
    const issues = once(byQuarter.flatMap((q) => q.issues));
    if (hasError(issues)) return refuse(issues, progress);
    progress.step("analyse et rédaction");
    const editions = byQuarter.map(({ quarter, issues: own }) =>
      editQuarter(work, quarter, [...own, ...(isDemo ? [] : entitled.issues)]),
    );
    const publication = await publish(editions, {
      out: args.outDir,
      browser,
      pages,
      fingerprints: Object.fromEntries(held.map((q) => [q, fingerprintAt(work, q)])),
      progress: progress.step,
    });
    tightenRights(args.outDir);
    if (!isDemo) record(work, publication, issues, who, now.toISOString());
    progress.end();
    printResult(publication, [...around, ...issues]);
    return 0;
  } finally {
    progress.end();
    pages.stop();
    await browser.then((b) => b.close()).catch(() => {});
  }
}

/** The command. */
export const buildBulletins = (): Promise<void> =>
  runCommand(
    {
      name: "npm run build",
      summary: "Fait le bulletin du dernier trimestre livré ; sans aucune livraison, celui de la démonstration.",
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
