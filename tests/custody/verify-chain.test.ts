/** What the verification says of a register, word for word: each way in which its lines can be other than they were written. */

import { expect, test } from "vitest";
import { assertCorrectable } from "../../scripts/custody/copies/correct.ts";
import type { RegisterText } from "../../scripts/custody/register/end.ts";
import {
  chain,
  FIRST_PREVIOUS,
  hashOf,
  type RegisterEntry,
  type RegisterLine,
} from "../../scripts/custody/register/entry.ts";
import { verifyChain } from "../../scripts/custody/register/verify-chain.ts";
import { parseJson } from "../../scripts/model/text/json.ts";
import { spoken } from "../spoken.ts";

/** Returns of copies 1, 2, 3 … on 1, 2, 3 … April. */
function written(count: number): readonly RegisterLine[] {
  const lines: RegisterLine[] = [];
  for (let n = 1; n <= count; n++) {
    const at = `2026-04-${String(n).padStart(2, "0")}T09:00:00.000Z`;
    const entry = { at, who: "agent1", action: "return", quarter: "2026-T1", number: n } as const;
    lines.push(chain(entry, n, lines.at(-1)?.hash ?? FIRST_PREVIOUS));
  }
  return lines;
}
const HONEST = written(8);
const texts = HONEST.map((line) => JSON.stringify(line));

/** The line of this number, with other words: as it is, or with the hash of what it now says. */
const changed = (n: number, to: Readonly<Record<string, unknown>>, forged = false): string => {
  const line = { ...(parseJson(texts[n - 1] ?? "") as Record<string, unknown>), ...to };
  return JSON.stringify(forged ? { ...line, hash: hashOf(line) } : line);
};
const without = (...numbers: readonly number[]): readonly string[] => texts.filter((_, i) => !numbers.includes(i + 1));
const order = (...numbers: readonly number[]): readonly string[] => numbers.map((n) => texts[n - 1] ?? "");
const replaced = (n: number, text: string): readonly string[] => texts.with(n - 1, text);
const many = written(14).map((line) => JSON.stringify(line));

const SITUATIONS: readonly (readonly [string, Partial<RegisterText>, said: readonly string[], trusted: string])[] = [
  ["as it was written", {}, [], "1 2 3 4 5 6 7 8"],
  ["saved by an editor that ends lines otherwise", { lines: texts.map((text) => `${text}\r`) }, [], "1 2 3 4 5 6 7 8"],
  [
    "a key twice: people read the first, the program the last",
    { lines: replaced(3, (texts[2] ?? "").replace('"number":3', '"number":7,"number":3')) },
    ["register-line-changed ligne 3 | Registre, ligne 3 : elle n'est plus écrite comme le programme l'écrit."],
    "1 2 4 5 6 7 8",
  ],
  [
    "the first line removed",
    { lines: without(1) },
    ["register-line-removed ligne 1 | Registre, ligne 1 : avant la ligne n° 2, la ligne 1 manque."],
    "2 3 4 5 6 7 8",
  ],
  [
    "a line removed",
    { lines: without(4) },
    ["register-line-removed ligne 4 | Registre, ligne 4 : avant la ligne n° 5, la ligne 4 manque."],
    "1 2 3 5 6 7 8",
  ],
  [
    "two lines removed",
    { lines: without(4, 5) },
    ["register-line-removed ligne 4 | Registre, ligne 4 : avant la ligne n° 6, les lignes 4, 5 manquent."],
    "1 2 3 6 7 8",
  ],
  [
    "lines removed in two places",
    { lines: without(2, 5, 6) },
    [
      "register-line-removed ligne 2 | Registre, ligne 2 : avant la ligne n° 3, la ligne 2 manque.",
      "register-line-removed ligne 4 | Registre, ligne 4 : avant la ligne n° 7, les lignes 5, 6 manquent.",
    ],
    "1 3 4 7 8",
  ],
  [
    "the last line removed",
    { lines: without(8) },
    [], // a paper says so: see since.test.ts
    "1 2 3 4 5 6 7",
  ],
  [
    "more lines removed than are named",
    { lines: [...many.slice(0, 1), ...many.slice(13)] },
    [
      "register-line-removed ligne 2 | Registre, ligne 2 : avant la ligne n° 14, les lignes 2, 3, 4, 5, 6, 7, 8, 9, 10, 11… manquent.",
    ],
    "1 14",
  ],
  [
    "two lines exchanged",
    { lines: order(1, 3, 2, 4, 5, 6, 7, 8) },
    [
      "register-line-moved ligne 3 | Registre, ligne 3 : elle porte le numéro 2, qui devait venir plus haut : l'ordre a été changé ou la ligne répétée.",
    ],
    "1 3 2 4 5 6 7 8",
  ],
  [
    "a line put at the end",
    { lines: order(1, 3, 4, 5, 6, 7, 8, 2) },
    [
      "register-line-moved ligne 8 | Registre, ligne 8 : elle porte le numéro 2, qui devait venir plus haut : l'ordre a été changé ou la ligne répétée.",
    ],
    "1 3 4 5 6 7 8 2",
  ],
  [
    "a line written twice",
    { lines: order(1, 2, 2, 3, 4, 5, 6, 7, 8) },
    [
      "register-line-moved ligne 3 | Registre, ligne 3 : elle porte le numéro 2, qui devait venir plus haut : l'ordre a été changé ou la ligne répétée.",
    ],
    "1 2 2 3 4 5 6 7 8",
  ],
  [
    "a line moved, and another removed",
    { lines: order(1, 4, 2, 5, 6, 7, 8) },
    [
      "register-line-removed ligne 2 | Registre, ligne 2 : avant la ligne n° 4, la ligne 3 manque.",
      "register-line-moved ligne 3 | Registre, ligne 3 : elle porte le numéro 2, qui devait venir plus haut : l'ordre a été changé ou la ligne répétée.",
    ],
    "1 4 2 5 6 7 8",
  ],
  [
    "a line changed",
    { lines: replaced(3, changed(3, { number: 9 })) },
    ["register-line-changed ligne 3 | Registre, ligne 3 : l'inscription « retour » du 3 avril 2026 a été modifiée."],
    "1 2 4 5 6 7 8",
  ],
  [
    "a line changed, with its hash",
    { lines: replaced(3, changed(3, { number: 9 }, true)) },
    [
      "register-line-changed ligne 3 | Registre, ligne 3 : l'inscription « retour » du 3 avril 2026 a été récrite : la ligne suivante ne s'y rattache plus.",
    ],
    "1 2 3 4 5 6 7 8",
  ],
  [
    "the first line changed, with its hash",
    { lines: replaced(1, changed(1, { number: 9 }, true)) },
    [
      "register-line-changed ligne 1 | Registre, ligne 1 : l'inscription « retour » du 1er avril 2026 a été récrite : la ligne suivante ne s'y rattache plus.",
    ],
    "1 2 3 4 5 6 7 8",
  ],
  [
    "another first line",
    { lines: replaced(1, changed(1, { previous: "1".repeat(64) }, true)) },
    [
      "register-line-changed ligne 1 | Registre, ligne 1 : la première ligne n'est pas la première inscrite.",
      "register-line-changed ligne 1 | Registre, ligne 1 : l'inscription « retour » du 1er avril 2026 a été récrite : la ligne suivante ne s'y rattache plus.",
    ],
    "1 2 3 4 5 6 7 8",
  ],
  [
    "the last line changed",
    { lines: replaced(8, changed(8, { number: 9 })) },
    ["register-line-changed ligne 8 | Registre, ligne 8 : l'inscription « retour » du 8 avril 2026 a été modifiée."],
    "1 2 3 4 5 6 7",
  ],
  [
    "the last line changed, with its hash",
    { lines: replaced(8, changed(8, { number: 9 }, true)) },
    [], // so does it of this one
    "1 2 3 4 5 6 7 8",
  ],
  [
    "a line of an action that nobody knows",
    { lines: replaced(3, changed(3, { action: "autre" }, true)) },
    ["register-line-unknown ligne 3 | Registre, ligne 3 : elle n'a pas été écrite par cette version du programme."],
    "1 2 4 5 6 7 8",
  ],
  [
    "such a line, changed",
    { lines: replaced(3, changed(3, { action: "autre" })) },
    ["register-line-changed ligne 3 | Registre, ligne 3 : son contenu a été modifié."],
    "1 2 4 5 6 7 8",
  ],
  [
    "a line with a member too many",
    { lines: replaced(3, changed(3, { autre: 1 }, true)) },
    ["register-line-unknown ligne 3 | Registre, ligne 3 : elle n'a pas été écrite par cette version du programme."],
    "1 2 4 5 6 7 8",
  ],
  [
    "a day that is none",
    { lines: replaced(3, changed(3, { at: "2026-02-30T09:00:00.000Z" }, true)) },
    ["register-line-unknown ligne 3 | Registre, ligne 3 : elle n'a pas été écrite par cette version du programme."],
    "1 2 4 5 6 7 8",
  ],
  [
    "a number that is none",
    { lines: replaced(3, changed(3, { n: "3" }, true)) },
    ["register-line-unknown ligne 3 | Registre, ligne 3 : elle n'a pas été écrite par cette version du programme."],
    "1 2 4 5 6 7 8",
  ],
  [
    "a line that is no JSON",
    { lines: replaced(3, "{") },
    ["register-line-changed ligne 3 | Registre, ligne 3 : elle n'est plus écrite comme le programme l'écrit."],
    "1 2 4 5 6 7 8",
  ],
  [
    "a line that is a list",
    { lines: replaced(3, "[]") },
    ["register-line-changed ligne 3 | Registre, ligne 3 : elle n'est plus écrite comme le programme l'écrit."],
    "1 2 4 5 6 7 8",
  ],
  [
    "a line that is nothing",
    { lines: replaced(3, "null") },
    ["register-line-changed ligne 3 | Registre, ligne 3 : elle n'est plus écrite comme le programme l'écrit."],
    "1 2 4 5 6 7 8",
  ],
  [
    "a last line cut short",
    { lines: without(8), partial: (texts[7] ?? "").slice(0, 30) },
    [
      'register-end-damaged ligne 8 | Registre, ligne 8 : elle est incomplète (coupure pendant l\'écriture ?) : « {"at":"2026-04-08T09:00:00.000… ».',
    ],
    "1 2 3 4 5 6 7",
  ],
  ["all lines removed", { lines: [] }, [], ""],
];

test.each(SITUATIONS)("%s", (_, register, said, trusted) => {
  const { value, issues } = verifyChain({ lines: texts, partial: null, ...register });
  const plain = issues.map(spoken).map(({ rule, place, message }) => {
    const part = place && "part" in place ? place.part : "-";
    return `${rule} ${part} | ${message.replace(/[\u00a0\u202f]/g, " ")}`;
  });
  expect(plain).toEqual(said);
  expect(value.map(({ n }) => n).join(" ")).toBe(trusted);
});

/** One of each kind, with all that it may say, and with as little as it may. */
const HASH = "a".repeat(64);
const FILES = [{ path: "2026-T1/a.csv", sha256: HASH }];
const WHEN = { at: "2026-04-09T10:00:00.000Z", who: "a" } as const;
const RECEPTION = {
  ...WHEN,
  action: "reception",
  delivery: "2026-T1",
  messageDate: "2026-04-08",
  openedBy: "A",
} as const;
const BUILD = { ...WHEN, action: "build", quarter: "2026-T1", programVersion: "1", fingerprint: "f" } as const;
const COPY = { number: 1, recipient: "A", role: "Maire", path: "p", sha256: HASH };
const KINDS: readonly RegisterEntry[] = [
  { ...RECEPTION, files: FILES },
  { ...RECEPTION, files: [], reason: "pourquoi", corrects: 1 },
  { ...BUILD, inputs: FILES, outputs: FILES, accepted: [] },
  {
    ...{ ...BUILD, inputs: [], outputs: [], accepted: ["no-entitlement-list"], madeFrom: HASH },
    ...{ edition: { number: 2, day: "2026-04-09", replaces: "2026-04-08" }, replacedAltered: ["a"], replacedOlder: 1 },
  },
  { ...WHEN, action: "copies", quarter: "2026-T1", bulletin: HASH, copies: [COPY, { ...COPY, replaces: [1] }] },
  { ...WHEN, action: "return", quarter: "2026-T1", number: 1 },
  { ...WHEN, action: "destruction", quarter: "2026-T1", number: 1 },
  { ...WHEN, action: "purge", visa: "AD", data: FILES, out: [] },
  { ...WHEN, action: "binding", machine: HASH },
  { ...WHEN, action: "sharing", group: "bulletin" },
  { ...WHEN, action: "index", index: { path: "index.html", sha256: HASH } },
  { ...WHEN, action: "restore", madeAt: WHEN.at },
  { ...WHEN, action: "restore", madeAt: WHEN.at, identity: "a".repeat(32) },
  { ...WHEN, action: "backup", archive: "E:\\a.age", sha256: HASH, files: 3 },
  { ...WHEN, action: "correction", line: 1, reason: "x" },
  { ...WHEN, action: "repair", found: [], aside: "registre.abime-1.txt" },
];

test("each kind of line that the program writes is read back as it was written", () => {
  const lines: RegisterLine[] = [];
  for (const entry of KINDS) lines.push(chain(entry, lines.length + 1, lines.at(-1)?.hash ?? FIRST_PREVIOUS));
  const register = { lines: lines.map((line) => JSON.stringify(line)), partial: null };
  expect(verifyChain(register)).toEqual({ value: lines, issues: [] });
});

test.each([
  ["reception", /relançant « npm run reception »/],
  ["build", /la ligne aussi/],
  ["copies", /se reprend : npm run copies -- 2026-T1 --retour/],
  ["purge", /la ligne aussi/],
  ["binding", /la ligne aussi/],
  ["sharing", /la ligne aussi/],
  ["backup", /la ligne aussi/],
  ["repair", /la ligne aussi/],
])("a line of another kind than a return is not corrected, and what to do instead is said: %s", (action, hint) => {
  const entry = KINDS.find((each) => each.action === action);
  const lines = entry ? [chain(entry, 1, FIRST_PREVIOUS)] : [];
  expect(() => assertCorrectable(lines, 1)).toThrow(
    expect.objectContaining({
      message: expect.stringContaining("ne se corrige pas ainsi"),
      hint: expect.stringMatching(hint),
    }),
  );
});
