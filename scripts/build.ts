/**
 * npm run build, until the files are known: who, where, which settings. The processes that read some of them and that publish get
 * ready while the stages are loaded.
 */

import { assertEntitled, assertThisMachine, currentAccount } from "./custody/index.ts";
import { chooseDataDir, type Deliveries, loadDeliveries } from "./holdings/deliveries.ts";
import { loadSettings } from "./holdings/load-settings.ts";
import type { Issue, Result } from "./model/issue.ts";
import type { Settings } from "./model/settings.ts";
import { type Publisher, startPublisher } from "./publish/publisher.ts";
import { prepareReading } from "./read/index.ts";
import { type Arguments, DATA_OPTION, localDay, OUT_OPTION, runCommand } from "./shell/command-line.ts";
import { createProgress, type Progress } from "./shell/progress.ts";

/** What a build begins with. */
export interface Beginning {
  readonly args: Arguments;
  readonly now: Date;
  /** "2026-04-09" */
  readonly today: string;
  readonly who: string;
  readonly dataDir: string;
  readonly settings: Settings;
  readonly deliveries: Result<Deliveries>;
  /** Fictitious data: no register, no list of persons. */
  readonly isDemo: boolean;
  /** About the machine and the list of persons: for the operator … */
  readonly issues: readonly Issue[];
  /** … and those of them that each bulletin shows. */
  readonly shown: readonly Issue[];
  readonly progress: Progress;
}

function begin(args: Arguments, progress: Progress): Beginning {
  const now = new Date();
  const today = localDay(now);
  const who = currentAccount();
  const machine = assertThisMachine(args.dataDir);
  const entitled = assertEntitled(args.dataDir, today, who);
  const dataDir = chooseDataDir(args.dataDir, args.get("data") === undefined);
  const settings = loadSettings(dataDir);
  const isDemo = dataDir !== args.dataDir || settings.fictitious;
  progress.step("démarrage");
  const deliveries = loadDeliveries(dataDir);
  prepareReading(deliveries.value.files);
  const shown = isDemo ? [] : entitled.issues;
  const issues = [...machine, ...shown];
  return {
    args,
    now,
    today,
    who,
    dataDir,
    settings,
    deliveries,
    isDemo,
    issues,
    shown,
    progress,
  };
}

async function build(args: Arguments): Promise<0 | 1> {
  const progress = createProgress();
  let publisher: Publisher | undefined;
  try {
    const beginning = begin(args, progress);
    const { buildBulletins } = await import("./build-bulletins.ts");
    publisher = startPublisher(beginning.settings.browser, progress.step); // last: it has the time of the reading to get ready
    return await buildBulletins(beginning, publisher);
  } finally {
    progress.end();
    publisher?.stop();
  }
}

void runCommand(
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
