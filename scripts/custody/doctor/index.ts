/** The state of this installation, subject by subject, each with its remedy. What it asks of the machine is given to it: see Probes. */
import { assertReachable } from "../../disk/rights.ts";
import type { Settings } from "../../model/settings.ts";
import { type Finding, isFinding, orFix, type Probes } from "./finding.ts";
import { browser, guard, kit, policies, runtime, space } from "./installation.ts";
import { encryption, folders, list, machine, olderProgram, register, settingsFinding, writing } from "./operator.ts";

export type { Finding, Probes } from "./finding.ts";

/** Every subject, in the order in which they are put right. */
export async function diagnose(probes: Probes): Promise<readonly Finding[]> {
  const reserved = orFix("Droits des dossiers", () => assertReachable(probes.dataDir));
  const settings = orFix("Réglages", probes.loadSettings);
  const printer = await browser(probes, isFinding(settings) ? null : settings);
  return [
    runtime(probes.nodeVersion),
    ...kit(probes.kit()),
    printer,
    ...policies(probes.printerPolicies(), printer.state !== "fix"),
    ...(isFinding(reserved) ? [reserved] : ofData(probes, settings)),
    encryption(probes),
    space(probes),
    ...guard(probes.gitGuard()),
  ];
}

/** What can only be said by an account that may read the folder. */
const ofData = (probes: Probes, settings: Settings | Finding): readonly Finding[] => [
  ...folders(probes),
  ...writing(probes),
  machine(probes.dataDir),
  list(probes),
  isFinding(settings) ? settings : settingsFinding(settings),
  register(probes.dataDir),
  ...olderProgram(probes),
];
