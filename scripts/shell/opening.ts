/** How the commands begin: who works, what is held, and what stands around the files: persons, folders, register. */
import { join } from "node:path";
import {
  assertEntitled,
  assertRegister,
  checkLectures,
  checkLiveFolders,
  checkReceptions,
  currentAccount,
  entitledList,
  folderWarnings,
  type RegisterLine,
  readRegister,
  recorded,
  registerGone,
  trustedLectures,
} from "../custody/index.ts";
import { DEMO_OUT } from "../disk/out-folders.ts";
import { assertReachable } from "../disk/rights.ts";
import { chooseDataDir } from "../holdings/deliveries.ts";
import { type Holdings, loadHoldings } from "../holdings/holdings.ts";
import { assertCommune, loadRealSettings } from "../holdings/load-settings.ts";
import { NOTHING_RECORDED, type Recorded } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { lecturePath } from "../model/lecture.ts";
import { topicOf } from "../model/rules.ts";
import type { CommandContext } from "./command.ts";
import { type Arguments, localDay } from "./command-line.ts";
import { formatIssue } from "./terminal.ts";

export interface Opening {
  readonly who: string;
  /** The folder that is read: the one asked for, or that of the demonstration. */
  readonly dataDir: string;
  readonly holdings: Holdings;
  /** The folder of the bulletins; one of its own for the demonstration. */
  readonly outDir: string;
  /** Invented figures: no register, no list of persons. */
  readonly isDemo: boolean;
  readonly lines: readonly RegisterLine[];
  readonly recorded: Recorded;
  /** On the persons: each bulletin shows it. */
  readonly remarks: readonly Issue[];
  /** On the deliveries and their lectures as the register knows them: what is no longer as it was is an error. */
  readonly receptions: readonly Issue[];
  /** All that stands around the files: persons, folders, receptions; copies that are out of date are told apart. */
  readonly around: readonly Issue[];
}

/** How the commands begin that look at the register: an account that is not on the list is refused nothing that it could read without the program. */
export function openToLook(dataDir: string, { now, err }: Pick<CommandContext, "now" | "err">) {
  const at = now();
  assertReachable(dataDir);
  const { value: list, issues: remarks } = entitledList(dataDir);
  for (const issue of [...remarks, ...checkLiveFolders(dataDir)]) err(formatIssue(issue));
  return { at: at.toISOString(), today: localDay(at), who: currentAccount(), list, remarks };
}

/**
 * How the commands begin that write in the register.
 * @throws UserError (exit 2) when the account is not on the list, the settings are faulty, or those of the demonstration.
 */
export function openForCustody(dataDir: string, context: Pick<CommandContext, "now" | "err">) {
  const opened = openToLook(dataDir, context);
  const { value: entitled } = assertEntitled(dataDir, opened.today, opened.who);
  const settings = loadRealSettings(dataDir);
  assertCommune(dataDir, settings);
  return { ...opened, entitled, settings };
}

/**
 * How check and build begin: both tell what stands around the files with what the files say, as one list.
 * @param isWriting an account that is not on the list reads what it could read without the program, and writes nothing.
 * @throws UserError (exit 2) when the account may not write, the register is damaged, the settings are faulty.
 */
export function open(args: Arguments, now: Date, isWriting: boolean): Opening {
  const today = localDay(now);
  const who = currentAccount();
  assertReachable(args.dataDir);
  const onPersons = (isWriting ? assertEntitled(args.dataDir, today, who) : entitledList(args.dataDir)).issues;
  const dataDir = chooseDataDir(args.dataDir, args.get("data") === undefined);
  const loaded = loadHoldings(dataDir, today);
  const isDemo = loaded.settings.fictitious;
  const outDir = isDemo && args.get("out") === undefined ? join(args.outDir, DEMO_OUT) : args.outDir;
  const opened = { who, dataDir, outDir, isDemo };
  if (isDemo)
    return {
      ...opened,
      holdings: loaded,
      lines: [],
      recorded: NOTHING_RECORDED,
      remarks: [],
      receptions: [],
      around: [],
    };
  assertRegister(dataDir);
  const lines = readRegister(dataDir);
  const holdings = { ...loaded, lectures: trustedLectures(lines, loaded.lectures) };
  const receptions = [...checkReceptions(lines, dataDir, holdings.deliveries.files), ...lecturesAsKnown(lines, loaded)];
  return {
    ...opened,
    holdings,
    lines,
    recorded: recorded(lines),
    remarks: onPersons,
    receptions,
    around: [
      ...onPersons,
      ...checkLiveFolders(dataDir, lines),
      ...registerGone(lines, outDir), // an error: a build would begin another, and call its bulletin a first edition
      ...folderWarnings(dataDir, outDir),
      ...receptions,
      ...holdings.issues.filter((issue) => topicOf(issue.rule) === "command"),
    ],
  };
}

/** Lectures that are not as the register knows them; what loading has said of one is not said again. */
function lecturesAsKnown(lines: readonly RegisterLine[], { lectures, issues }: Holdings): readonly Issue[] {
  const held = lectures.map(({ delivery, sha256 }) => ({ path: lecturePath(delivery), sha256 }));
  const told = new Set(issues.map(({ place }) => place?.file));
  return checkLectures(lines, held).filter(({ place }) => !told.has(place?.file));
}

/** What a command tells: each once. */
export const together = (...lists: readonly (readonly Issue[])[]): readonly Issue[] => [
  ...new Map(lists.flat().map((issue) => [JSON.stringify(issue), issue])).values(),
];
