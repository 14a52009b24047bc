/** The named list of the convention, data/habilitations.yaml: who may open, build, and receive. */

import { join } from "node:path";
import { readNamedIfThere } from "../../disk/files.ts";
import { day, group, v } from "../../disk/schema.ts";
import { decodeYaml, parseYaml } from "../../disk/yaml.ts";
import { formatDate, quote } from "../../model/format.ts";
import { aWarning, type Result, UserError } from "../../model/issue.ts";
import { typedDay } from "../../model/typed.ts";
import { currentAccount, sameAccount } from "./account.ts";

const writtenDay = v.pipe(
  v.string(),
  v.transform((text) => typedDay(text) ?? text),
  day,
);

export interface Person {
  readonly name: string;
  readonly role: string;
  /** Account of the dedicated machine; null: receives paper only. */
  readonly account: string | null;
  /** First and last day, "2026-04-10"; `until` null: no end set. */
  readonly from: string;
  readonly until: string | null;
}

export interface Entitlements {
  /** Whom to ask: "la secrétaire générale". */
  readonly contact: string;
  readonly persons: readonly Person[];
}

export const ENTITLEMENTS_FILE = "habilitations.yaml";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const personSchema = v.pipe(
  group({ nom: text, fonction: text, compte: v.nullish(text), du: writtenDay, au: v.nullish(writtenDay) }),
  v.partialCheck(
    [["du"], ["au"]],
    ({ du, au }) => !au || au >= du,
    "la date de fin (au) précède la date de début (du)",
  ),
);
const schema = group({ responsable: text, personnes: v.pipe(v.array(personSchema), v.nonEmpty()) });

export function parseEntitlements(yamlText: string, fileName: string): Entitlements {
  const list = parseYaml(yamlText, fileName, schema);
  return {
    contact: list.responsable,
    persons: list.personnes.map((p) => ({
      name: p.nom,
      role: p.fonction,
      account: p.compte ?? null,
      from: p.du,
      until: p.au ?? null,
    })),
  };
}

/** null when there is no list. @throws UserError when the file is faulty or cannot be read. */
export function loadEntitlements(dataDir: string): Entitlements | null {
  const path = join(dataDir, ENTITLEMENTS_FILE);
  const bytes = readNamedIfThere(dataDir, ENTITLEMENTS_FILE);
  return bytes ? parseEntitlements(decodeYaml(bytes, path), path) : null;
}

/** `date` is "2026-04-09"; both ends are included. */
export const isEntitledOn = (person: Person, date: string): boolean =>
  person.from <= date && (person.until === null || date <= person.until);

/** The list, which each bulletin says to be lacking where there is none. @throws UserError when the file is faulty or cannot be read. */
export function entitledList(dataDir: string): Result<Entitlements | null> {
  const value = loadEntitlements(dataDir);
  return { value, issues: value ? [] : [aWarning("no-entitlement-list", {})] };
}

interface Entitled {
  readonly list: Entitlements | null;
  /** The person at work; null when there is no list. */
  readonly person: Person | null;
}

/**
 * Refuses an account that is not on the list or not valid on that day.
 * Without a list: a warning, to be shown in the terminal and on each bulletin.
 *
 * @param today "2026-04-09"
 * @throws UserError (exit 2) naming whom to ask.
 */
export function assertEntitled(dataDir: string, today: string, account: string = currentAccount()): Result<Entitled> {
  const { value: list, issues } = entitledList(dataDir);
  if (!list) return { value: { list, person: null }, issues };
  const own = list.persons.filter((p) => p.account !== null && sameAccount(p.account, account));
  const person = own.find((p) => isEntitledOn(p, today));
  if (person) return { value: { list, person }, issues };
  const hint = `Adressez-vous à ${list.contact}, qui tient la liste ${ENTITLEMENTS_FILE}.`;
  const spans = own.map(({ from, until }) => `du ${formatDate(from)}${until ? ` au ${formatDate(until)}` : ""}`);
  throw new UserError(
    own.length > 0
      ? `Le compte ${quote(account)} n'est pas habilité aujourd'hui : il l'est ${spans.join(", et ")}.`
      : `Le compte ${quote(account)} n'est pas sur la liste des personnes habilitées.`,
    hint,
  );
}
