/** Each line of the register as the sentence that « npm run registre » shows. */
import { afterEach, expect, test, vi } from "vitest";
import { chain, dayOf, FIRST_PREVIOUS, type RegisterEntry } from "../../scripts/custody/register/entry.ts";
import { describeLine } from "../../scripts/custody/register/text.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

const HASH = "3f2a".padEnd(64, "0");
const file = (path: string) => ({ path, sha256: HASH });
const copy = (number: number, recipient: string, replaces?: readonly number[]) => ({
  number,
  recipient,
  role: "Maire",
  path: `2026-T1/copies/exemplaire-0${number}.pdf`,
  sha256: HASH,
  ...(replaces && { replaces: [...replaces] }),
});
type Action = RegisterEntry extends infer E ? (E extends RegisterEntry ? Omit<E, "at" | "who"> : never) : never;
const sentence = (action: Action, at = "2026-04-09T10:12:00.000Z"): string =>
  describeLine(chain({ at, who: "agent", ...action } as RegisterEntry, 12, FIRST_PREVIOUS), new Map()).replaceAll(
    /[\u00a0\u202f]/g,
    " ",
  );
const reception = { action: "reception", delivery: "2026-T1", messageDate: "2026-04-08", openedBy: "A" } as const;
const build = { action: "build", quarter: "2026-T1", programVersion: "1.0.0", fingerprint: HASH } as const;
const edition = (number: number) => ({ number, day: "2026-04-09", replaces: null });

test.each<readonly [Action, string]>([
  [{ ...reception, files: [file("a")] }, "Réception de 2026-T1 : message du 8 avril 2026, ouvert par A, 1 fichier"],
  [
    { ...reception, files: [], reason: "retiré", corrects: 4 },
    "Réception de 2026-T1 : message du 8 avril 2026, ouvert par A, 0 fichier ; motif du changement : retiré ; corrige la ligne 4",
  ],
  [
    {
      ...build,
      inputs: ["convention.yaml", "2025-T4/a", "2026-T1/b", "2026-T1-bis/c", "reference/d"].map(file),
      outputs: [],
      accepted: ["x", "y"],
      edition: edition(1),
    },
    "Bulletin 2026-T1 : version 1.0.0, contenu 3f2a00000000, 3 fichiers lus, 2 points signalés",
  ],
  [
    {
      ...build,
      inputs: [file("2026-T1/a")],
      outputs: [],
      accepted: ["x"],
      edition: edition(2),
      replacedOlder: 3,
      replacedAltered: ["2026-T1/a.html", "2026-T1/b.pdf"],
    },
    "Bulletin 2026-T1, édition 2 : version 1.0.0, contenu 3f2a00000000, 1 fichier lu, 1 point signalé ; il remplace celui de la ligne 3, qui n'était pas le dernier (commande interrompue, ou ancien bulletin remis à sa place) ; ce qu'il remplace n'était pas ce qui était inscrit : 2026-T1/a.html, 2026-T1/b.pdf",
  ],
  [
    { action: "copies", quarter: "2026-T1", bulletin: HASH, copies: [copy(3, "A", [1, 2]), copy(4, "B")] },
    "Exemplaires 2026-T1 : n° 3 à A (remplace n° 1, n° 2), n° 4 à B",
  ],
  [
    { action: "copies", quarter: "2026-T1", bulletin: HASH, copies: [copy(5, "A")], reason: "égaré" },
    "Exemplaires 2026-T1 : n° 5 à A ; motif d'un second exemplaire : égaré",
  ],
  [
    { action: "destruction", quarter: "2026-T1", number: 3, reason: "brûlé" },
    "Destruction de l'exemplaire n° 3 (2026-T1), jamais revenu ; motif : brûlé",
  ],
  [{ action: "return", quarter: "2026-T1", number: 3 }, "Retour de l'exemplaire n° 3 (2026-T1)"],
  [{ action: "destruction", quarter: "2026-T1", number: 3 }, "Destruction de l'exemplaire n° 3 (2026-T1)"],
  [
    { action: "purge", visa: "AD 1", data: [file("a"), file("b")], out: [file("c")] },
    "Élimination de 3 fichiers, visa « AD 1 »",
  ],
  [{ action: "binding", machine: HASH }, "Dossier lié à ce poste"],
  [{ action: "sharing", group: "bulletin" }, "Dossiers ouverts au groupe « bulletin »"],
  [{ action: "backup", archive: "s.zip.age", sha256: HASH, files: 412 }, "Sauvegarde de 412 fichiers : s.zip.age"],
  [{ action: "correction", line: 7, reason: "mal tapé" }, "Correction : la ligne 7 est annulée ; motif : mal tapé"],
  [{ action: "repair", found: ["a", "b"], aside: "registre.abime-1.txt" }, "Réparation du registre : a ; b"],
])("%o", (action, text) => {
  vi.stubEnv("TZ", "Europe/Paris");
  expect(sentence(action)).toBe(`  12  9 avril 2026 à 12:12  agent  ${text}`);
});

test("the day of a line is that of the machine's clock: half past midnight in Paris is no longer the day before", () => {
  vi.stubEnv("TZ", "Europe/Paris");
  expect(dayOf("2026-04-09T22:30:00.000Z")).toBe("2026-04-10");
  expect(sentence({ action: "sharing", group: "g" }, "2026-04-09T22:30:00.000Z")).toContain("10 avril 2026 à 00:30");
});
