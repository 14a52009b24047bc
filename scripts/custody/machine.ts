/** Binds the data folder to the dedicated machine: data/poste.json holds a salted hash, never the identifier itself. */
import { createHmac, randomBytes } from "node:crypto";
import { join } from "node:path";
import { readTextIfThere, writeWhole } from "../disk/files.ts";
import { assertReachable } from "../disk/rights.ts";
import { day, v } from "../disk/schema.ts";
import { formatDate } from "../model/format.ts";
import { aNote, type Issue, UserError } from "../model/issue.ts";
import { parseJson } from "../model/text/json.ts";
import { thisSystem } from "./system/index.ts";
import type { System } from "./system/system.ts";

const MACHINE_FILE = "poste.json";

const schema = v.strictObject({
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  machine: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  boundOn: day,
});
export type Binding = v.InferOutput<typeof schema>;

/**
 * HMAC-SHA-256 keyed with the identifier, as machine-id(5) asks: "it should be considered confidential … a cryptographic, keyed
 * hash of the machine ID". The salt keeps two folders of one machine from being told to be so.
 */
const seal = (id: string, salt: string): string =>
  createHmac("sha256", id).update(`bulletin-delinquance:poste:${salt}`).digest("hex");

/** null when the folder is not bound. @throws UserError when poste.json is damaged. */
export function readBinding(dataDir: string): Binding | null {
  const path = join(dataDir, MACHINE_FILE);
  const text = readTextIfThere(path);
  if (text === undefined) return null;
  const binding = v.safeParse(schema, parseJson(text));
  if (binding.success) return binding.output;
  throw new UserError(
    `${path} est abîmé : le programme ne peut plus dire à quel poste ce dossier est lié.`,
    "Si vous êtes sur le poste dédié, reliez-le par « npm run poste -- --relier ».",
  );
}

/**
 * Binds the folder to this machine, in place of any other. `today`: "2026-04-09".
 * @param record writes it in the register, before the folder is bound: killed between the two, no binding is there that no line tells.
 */
export function bindMachine(
  dataDir: string,
  today: string,
  record: (binding: Binding) => void,
  system: System = thisSystem,
): void {
  const salt = randomBytes(16).toString("hex");
  const binding: Binding = { salt, machine: seal(system.machineId(), salt), boundOn: today };
  record(binding);
  writeWhole(join(dataDir, MACHINE_FILE), `${JSON.stringify(binding, null, 2)}\n`);
}

/** Is this the machine that the folder is bound to? null: bound to none. */
export function isThisMachine(dataDir: string, system: System = thisSystem): boolean | null {
  const binding = readBinding(dataDir);
  return binding && seal(system.machineId(), binding.salt) === binding.machine;
}

/**
 * Refuses to go on elsewhere than on the machine that the folder is bound to; an information when it is bound to none.
 * @throws UserError (exit 2) with the way to bind it again, or when the folder is another account's.
 */
export function assertThisMachine(dataDir: string, system: System = thisSystem): readonly Issue[] {
  assertReachable(dataDir);
  const binding = readBinding(dataDir);
  if (!binding)
    return [
      aNote("machine-not-bound", {
        message: "Ce dossier n'est lié à aucun poste : copié ailleurs, il s'y ouvrirait.",
        hint: "Sur le poste dédié : npm run poste",
      }),
    ];
  if (seal(system.machineId(), binding.salt) === binding.machine) return [];
  throw new UserError(
    `Ce dossier est lié depuis le ${formatDate(binding.boundOn)} à un autre poste que celui-ci.`,
    "Travaillez sur le poste dédié. S'il a été remplacé ou réinstallé, une personne habilitée lie le dossier au nouveau poste par « npm run poste -- --relier » ; le registre en garde la trace.",
  );
}
