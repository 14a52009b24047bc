/** npm run build: what is held -> the bulletin of the latest quarter, of another one, or of all; in the register. */
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { awaitedDeliveries } from "./check/index.ts";
import {
  appendRegister,
  checkCopies,
  circulationOf,
  findReplaced,
  NOTHING_REPLACED,
  type RegisterLine,
  type Replaced,
  readRegister,
  replacedAltered,
  settleDistributions,
  tightenRights,
} from "./custody/index.ts";
import { keepCommunal, loadCommunal } from "./holdings/communal.ts";
import { wordsHash } from "./holdings/fingerprint.ts";
import { inputsAt, PROGRAM_VERSION, quartersHeld } from "./holdings/holdings.ts";
import { assertCommune, settingsInput } from "./holdings/load-settings.ts";
import { plural, quote } from "./model/format.ts";
import { hasError, type Issue, UserError } from "./model/issue.ts";
import { parseQuarterId } from "./model/period.ts";
import { followMainPath, type Outcome } from "./pipeline.ts";
import { announcedIn } from "./publish/announcements.ts";
import { readManifests } from "./publish/manifest.ts";
import type { Publication } from "./publish/publication.ts";
import { startPublisher } from "./publish/publisher.ts";
import type { Reader } from "./reading/job.ts";
import { type CommandContext, defineCommand, runAsProgram } from "./shell/command.ts";
import { type Arguments, DATA_OPTION, OUT_OPTION, quarterNamed, USUAL } from "./shell/command-line.ts";
import { type Opening, open, together } from "./shell/opening.ts";
import { countIssues, formatIssue, gatherUnconfirmed, sortIssues } from "./shell/terminal.ts";
import { yearStates } from "./shell/year-states.ts";

/** What a build works with. */
export interface BuildTools {
  readonly startPublisher: typeof startPublisher;
  readonly reader?: Reader;
}

async function build(
  args: Arguments,
  { out, err, now, progress }: CommandContext,
  { startPublisher: start, reader }: BuildTools = { startPublisher },
): Promise<0 | 1> {
  const moment = now();
  const opening = open(args, moment);
  const { outDir, isDemo, remarks, recorded } = opening;
  const { nomenclature, settings } = opening.holdings;
  const base = await keepCommunal(opening.dataDir, settings.commune.insee, { nomenclature, step: progress.step });
  const holdings = { ...opening.holdings, communal: loadCommunal(opening.dataDir) };
  const around = together(opening.around, base);
  const held = quartersHeld(holdings);
  if (held.length === 0) return refuse(err, together(around, holdings.issues));
  assertCommune(opening.dataDir, holdings.settings);
  const quarters = chooseQuarters(args, held, holdings.issues);
  if (process.getuid?.() === 0) err(AS_ROOT);
  const elsewhere = isElsewhere(args);
  const isThere = isFolder(outDir);
  if (isThere) tightenRights(outDir); // before anything is written: what refuses it must leave no bulletin behind
  if (isThere && !isDemo) settleDistributions(outDir, opening.lines);

  const publisher = start(holdings.settings.browser, progress.step); // its browser starts while the files are read
  try {
    const published = isThere ? publishedIn(outDir, held) : {};
    const outputs = opening.lines.flatMap((line) => (line.action === "build" ? line.outputs : []));
    const known = new Map(outputs.map(({ path, sha256 }) => [path, sha256]));
    const outcome = await followMainPath(holdings, {
      quarters,
      remarks,
      recorded,
      published,
      announced: announcedIn(outDir, held, known),
      years: yearsToReview(args, outDir, quarters),
      step: progress.step,
      reader,
    });
    const awaited = awaitedDeliveries({ ...holdings, recognitions: outcome.recognitions });
    const tell = (lines: readonly RegisterLine[]) => together(around, checkCopies(lines), awaited, outcome.issues);
    const before = tell(opening.lines);
    if (hasError(before)) {
      progress.end();
      return refuse(err, before);
    }
    const replaced = new Map(isDemo ? [] : quarters.map((id) => [id, findReplaced(opening.lines, outDir, id)]));
    const publication = await publisher.publish(outcome.editions, {
      out: outDir,
      outdated: outcome.outdated,
      states: yearStates({
        holdings,
        lines: opening.lines,
        received: isDemo ? undefined : Object.keys(recorded.received),
        issues: outcome.issues,
        published: [...quarters, ...Object.keys(published)],
      }),
      ...(!isDemo && { copies: circulationOf(opening.lines).flatMap(({ out }) => out) }),
      record: (made) => {
        if (!isDemo && !elsewhere) record(made, opening, { ...outcome, replaced, now });
      },
    });
    progress.end();
    const onReplaced = [...replaced].flatMap(([id, found]) => replacedAltered(id, found));
    if (elsewhere && !isDemo) out(ELSEWHERE);
    if (isDemo) out("Démonstration : la commune et tous les chiffres sont inventés.\n");
    // with what these bulletins make of the copies that are out
    printResult(
      out,
      publication,
      outcome.outdated,
      isDemo ? before : [...onReplaced, ...tell(readRegister(opening.dataDir))],
    );
    return 0;
  } finally {
    progress.end();
    publisher.stop();
  }
}

/** A bulletin of the usual deliveries, put where the register does not look: recorded, it would be missed in the usual folder. */
const isElsewhere = ({ dataDir, outDir }: Arguments): boolean =>
  resolve(dataDir) === resolve(USUAL.data) && resolve(outDir) !== resolve(USUAL.out);
const ELSEWHERE =
  "Fait hors du dossier habituel (dist) : ce bulletin n'est pas inscrit au registre, et ne se remet pas.\n";

const AS_ROOT =
  "Compte d'administration (root) : le navigateur d'impression travaille sans son bac à sable. Lancez le programme depuis un compte ordinaire.";

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Asked for once, a review is made again with its quarter. */
const yearsToReview = (args: Arguments, outDir: string, quarters: readonly string[]): ReadonlySet<string> => {
  const reviewed = isFolder(outDir) ? readManifests(outDir).filter(({ outputs }) => "annee.pdf" in outputs) : [];
  return new Set(quarters.filter((id) => id === yearAsked(args) || reviewed.some(({ index }) => index.id === id)));
};

/** "2026" => "2026-T4" */
function yearAsked(args: Arguments): string | undefined {
  const typed = args.get("annee");
  if (typed === undefined || parseQuarterId(`${typed}-T4`)) return typed && `${typed}-T4`;
  throw new UserError(`${quote(typed)} n'est pas une année.`, "Écrivez par exemple --annee 2026.");
}

/** Bulletins of the folder whose deliveries are held, by quarter. */
const publishedIn = (outDir: string, held: readonly string[]) =>
  Object.fromEntries(
    readManifests(outDir)
      .filter(({ index }) => held.includes(index.id))
      .map(({ index, madeFrom }) => [index.id, { fingerprint: index.fingerprint, madeFrom }]),
  );

/** @param held at least one. @throws UserError when the quarter asked for is none, or has no delivery. */
function chooseQuarters(args: Arguments, held: readonly string[], issues: readonly Issue[]): readonly string[] {
  const typed = args.get("trimestre") ?? yearAsked(args);
  const asked = typed === undefined ? undefined : quarterNamed(typed);
  if (args.has("tous") && asked !== undefined)
    throw new UserError("« --tous » et « --trimestre » se contredisent.", "Gardez l'un des deux.");
  if (args.has("tous")) return held;
  if (asked === undefined) return held.slice(-1);
  if (!held.includes(asked)) {
    const empty = issues.find(({ rule, place }) => rule === "delivery-empty" && place?.file === asked);
    throw new UserError(
      empty?.message ?? `Aucune livraison du trimestre ${quote(asked)}.`,
      empty?.hint ?? `Trimestres présents : ${held.join(", ")}.`,
      1,
    );
  }
  return [asked];
}

interface Making extends Pick<Outcome, "editions" | "issues"> {
  /** By quarter: what is replaced and was not as it had been made. */
  readonly replaced: ReadonlyMap<string, Replaced>;
  readonly now: () => Date;
}

/** The bulletins made, in the register of the data folder, before they are put in place: nothing is published that it does not know. */
function record(
  publication: Publication,
  { dataDir, holdings, who }: Opening,
  { editions, issues, replaced, now }: Making,
): void {
  const words = new Map(editions.map(({ bulletin }) => [bulletin.id, wordsHash(bulletin)]));
  const file = ({ path, sha256 }: { readonly path: string; readonly sha256: string }) => ({ path, sha256 });
  for (const { id, fingerprint, madeFrom, edition, outputs } of publication.published) {
    const { altered, older } = replaced.get(id) ?? NOTHING_REPLACED;
    appendRegister(dataDir, {
      at: now,
      who,
      action: "build",
      quarter: id,
      programVersion: PROGRAM_VERSION,
      fingerprint,
      edition: { ...edition },
      madeFrom,
      words: words.get(id),
      inputs: [...settingsInput(dataDir), ...inputsAt(holdings, id).map(file)],
      outputs: [
        ...Object.entries(outputs).map(([name, sha256]) => ({ path: `${id}/${name}`, sha256 })),
        { path: "index.html", sha256: publication.indexSha256 },
      ],
      accepted: [...new Set(issues.map((i) => i.rule))].toSorted(),
      ...(altered.length > 0 && { replacedAltered: [...altered] }),
      ...(older !== null && { replacedOlder: older }),
    });
  }
}

type Print = CommandContext["out"];

function printResult(
  out: Print,
  publication: Publication,
  outdated: readonly string[],
  issues: readonly Issue[],
): void {
  const told = gatherUnconfirmed(issues).filter((i) => i.severity !== "info");
  for (const issue of sortIssues(told)) out(`${formatIssue(issue)}\n`);
  for (const { folder, pages } of publication.published)
    out(`Bulletin écrit : ${join(folder, "bulletin.pdf")} (${plural(pages, "page")}) et bulletin.html`);
  for (const id of outdated)
    out(
      `Le bulletin ${id} de ce dossier ne dit plus ce que disent ses données et ses réglages : npm run build -- --trimestre ${id}`,
    );
  out(
    `Remarques : ${countIssues(gatherUnconfirmed(issues))}. Celles des fichiers lus sont aussi dans la feuille de contrôle (controle.html).`,
  );
  out(`À ouvrir par un double-clic : ${publication.index}`);
}

function refuse(err: Print, issues: readonly Issue[]): 1 {
  const told = sortIssues(gatherUnconfirmed(issues).filter((i) => i.severity !== "info"));
  err(told.map(formatIssue).join("\n\n"));
  err(`\nRien n'a été publié : ${countIssues(gatherUnconfirmed(issues))}. Les bulletins déjà faits sont intacts.`);
  return 1;
}

export const main = defineCommand(
  {
    name: "npm run build",
    summary:
      "Fait le bulletin du dernier trimestre livré ; avant toute livraison et tout réglage, celui de la démonstration, dans dist/demonstration.",
    examples: ["", "--trimestre 2025-T4", "--tous", "--annee 2025"],
    options: [
      { name: "trimestre", value: "AAAA-Tn", help: "le bulletin d'un autre trimestre" },
      {
        name: "annee",
        value: "AAAA",
        help: "avec le bulletin de son quatrième trimestre, la revue de l'année (annee.pdf)",
      },
      { name: "tous", value: null, help: "les bulletins de tous les trimestres livrés" },
      DATA_OPTION,
      OUT_OPTION,
    ],
    words: 0,
  },
  build,
);

if (import.meta.main) await runAsProgram(main);
