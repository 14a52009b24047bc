/** npm run build: what is held -> the bulletin of the latest quarter, of another one, or of all; in the register. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { awaitedDeliveries } from "./check/index.ts";
import {
  alteredIn,
  appendRegister,
  checkCopies,
  checkGaveBack,
  copiesOut,
  type RegisterLine,
  readRegister,
  replacedAltered,
  tightenRights,
} from "./custody/index.ts";
import { keepCommunal, loadCommunal } from "./holdings/communal.ts";
import { quartersHeld } from "./holdings/holdings.ts";
import { assertCommune } from "./holdings/load-settings.ts";
import { deliveryOfPath, deliveryQuarter } from "./model/delivery.ts";
import { hasError, type Issue } from "./model/issue.ts";
import { isReadingRule } from "./model/rules.ts";
import { followMainPath } from "./pipeline.ts";
import { leftIn } from "./publish/announcements.ts";
import { type Manifest, readManifests } from "./publish/manifest.ts";
import { startPublisher } from "./publish/publisher.ts";
import type { Reader } from "./reading/job.ts";
import { buildLines } from "./shell/build-lines.ts";
import { printResult, refuse } from "./shell/build-told.ts";
import { assertClock } from "./shell/clock.ts";
import { type CommandContext, defineCommand, runAsProgram } from "./shell/command.ts";
import { type Arguments, DATA_OPTION, OUT_OPTION, USUAL } from "./shell/command-line.ts";
import { noting } from "./shell/noted.ts";
import { type Opening, open, together } from "./shell/opening.ts";
import { chooseQuarters, yearsToReview } from "./shell/quarters-asked.ts";
import { yearStates } from "./shell/year-states.ts";

/** What a build works with. */
export interface BuildTools {
  readonly startPublisher: typeof startPublisher;
  readonly reader?: Reader;
}

export async function build(
  args: Arguments,
  context: CommandContext,
  { startPublisher: start, reader }: BuildTools = { startPublisher },
): Promise<0 | 1> {
  const { err, now, progress } = context;
  const opening = open(args, now(), true);
  const { dataDir, outDir, isDemo } = opening;
  if (!isDemo) await assertClock(opening.lines, context);
  const { nomenclature, settings } = opening.holdings;
  const base = await keepCommunal(dataDir, settings.commune.insee, { nomenclature, step: progress.step });
  const holdings = { ...opening.holdings, communal: loadCommunal(dataDir) };
  const around = together(opening.around, base);
  const held = quartersHeld(holdings);
  if (held.length === 0) return refuse(err, together(around, holdings.issues));
  assertCommune(dataDir, holdings.settings);
  const quarters = chooseQuarters(args, held, holdings.issues);
  if (process.getuid?.() === 0) err(AS_ROOT);
  const isThere = statSync(outDir, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isThere) tightenRights(outDir); // before anything is written: what refuses it must leave no bulletin behind
  const earlier = earlierBulletins(isThere ? readManifests(outDir) : [], held, opening);
  const publisher = start(holdings.settings.browser, progress.step); // its browser starts while the files are read
  try {
    const work = { args, opening: { ...opening, holdings, around }, quarters, earlier, publisher, reader };
    return await publishQuarters(work, context);
  } finally {
    progress.end();
    await publisher.stop();
  }
}

interface Work {
  readonly args: Arguments;
  readonly opening: Opening;
  /** Those of which a bulletin is made. */
  readonly quarters: readonly string[];
  readonly earlier: ReturnType<typeof earlierBulletins>;
  readonly publisher: ReturnType<typeof startPublisher>;
  readonly reader: Reader | undefined;
}

/** All that is done while the browser is there: the files are read and checked, then the bulletins made and recorded, or what stops them told. */
async function publishQuarters(
  { args, opening, quarters, earlier, publisher, reader }: Work,
  { out, err, now, progress }: CommandContext,
): Promise<0 | 1> {
  const { dataDir, outDir, isDemo, holdings, around, remarks, recorded, lines } = opening;
  const { published, left, reviewed } = earlier;
  const outcome = await followMainPath(holdings, {
    quarters,
    remarks,
    recorded,
    published,
    left,
    years: yearsToReview(args, quarters, reviewed),
    step: progress.step,
    reader,
  });
  const awaited = awaitedDeliveries({ ...holdings, recognitions: outcome.recognitions });
  const tell = (register: readonly RegisterLine[]) => together(around, checkCopies(register), awaited, outcome.issues);
  const before = tell(lines);
  if (hasError(before)) {
    progress.end();
    return refuse(err, before);
  }
  const isElsewhere = isOutsideUsual(args);
  const replaced = new Map(isDemo ? [] : quarters.map((id) => [id, alteredIn(lines, outDir, id)]));
  const noted = { words: new Map<string, string>(), changes: new Map<string, string>() };
  const publication = await publisher.publish(noting(outcome.editions, noted), {
    out: outDir,
    outdated: outcome.outdated,
    states: yearStates({
      holdings,
      lines,
      received: isDemo ? undefined : Object.keys(recorded.received),
      toConfirm: (quarter) => hasToConfirm(outcome.issues, quarter),
      today: holdings.today,
      published: [...quarters, ...Object.keys(published)],
    }),
    ...(!isDemo && { copies: copiesOut(lines, dataDir, holdings.today) }),
    record: (made) => {
      if (isDemo || isElsewhere) return;
      // before they are put in place: nothing is published that the register does not know
      for (const line of buildLines(made, opening, { issues: outcome.issues, words: noted.words, replaced }))
        appendRegister(dataDir, { at: now, ...line });
    },
  });
  progress.end();
  const onReplaced = [...replaced].flatMap(([id, found]) => replacedAltered(id, found));
  if (isElsewhere && !isDemo) out(ELSEWHERE);
  if (isDemo) out("Démonstration : la commune et tous les chiffres sont inventés.\n");
  const onReaders = checkGaveBack(lines, publication.published, noted.changes);
  // with what these bulletins make of the copies that are out
  const after = isDemo ? before : [...onReplaced, ...onReaders, ...tell(readRegister(dataDir))];
  printResult(out, publication, outcome.outdated, { issues: after, told: args.has("bref") ? before : null });
  return 0;
}

const hasToConfirm = (issues: readonly Issue[], quarter: string): boolean =>
  issues.some(({ rule, place }) => {
    const delivery = place && deliveryOfPath(place.file);
    return isReadingRule(rule) && delivery !== undefined && deliveryQuarter(delivery) === quarter;
  });

/** A bulletin of the usual deliveries, put where the register does not look: recorded, it would be missed in the usual folder. */
const isOutsideUsual = ({ dataDir, outDir }: Arguments): boolean =>
  resolve(dataDir) === resolve(USUAL.data) && resolve(outDir) !== resolve(USUAL.out);
const ELSEWHERE =
  "Fait hors du dossier habituel (dist) : ce bulletin n'est pas inscrit au registre, et ne se remet pas.\n";

const AS_ROOT =
  "Compte d'administration (root) : le navigateur d'impression travaille sans son bac à sable. Lancez le programme depuis un compte ordinaire.";

/** Of the bulletins that are there, and whose deliveries are held: what they were made from, what they left, which had a year's review. */
function earlierBulletins(manifests: readonly Manifest[], held: readonly string[], { outDir, lines }: Opening) {
  const own = manifests.filter(({ index }) => held.includes(index.id));
  const recorded = lines.flatMap((line) => (line.action === "build" ? line.outputs : []));
  return {
    published: Object.fromEntries(
      own.map(({ index, madeFrom }) => [index.id, { fingerprint: index.fingerprint, madeFrom }]),
    ),
    left: leftIn(outDir, held, new Map(recorded.map(({ path, sha256 }) => [path, sha256]))),
    reviewed: own.flatMap(({ index, outputs }) => ("annee.pdf" in outputs ? index.id : [])),
  };
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
      { name: "bref", value: null, help: "sans les remarques qu'un contrôle vient de dire" },
      DATA_OPTION,
      OUT_OPTION,
    ],
    words: 0,
  },
  build,
);

if (import.meta.main) await runAsProgram(main);
