/** Another name under a statement than the quarter before is nothing new; any other text in its place is. */
import { expect, test } from "vitest";
import { confirmedOf } from "../../scripts/reading/confirmed.ts";
import { source } from "../read/source.ts";
import { understand } from "../reading/files.ts";
import { KEY, KNOWN } from "./confirmed.ts";

/** « Utilisateur » stands over the table, a signature under it. */
const statement = (quarter: number, ...signed: readonly string[]): string =>
  [
    ...signed.filter((line) => line.includes(";")),
    `IS 101 - Saint-Aubin-les-Tilleuls - Police nationale - T${quarter} 2026`,
    "",
    "Infractions;Faits",
    "Vols avec armes;2",
    `Cambriolages de logement;${quarter + 3}`,
    "",
    ...signed.filter((line) => !line.includes(";")),
  ].join("\n");

/** What is told of the second quarter, once the first is confirmed. */
async function told(first: readonly string[], second: readonly string[]): Promise<readonly string[]> {
  const before = await understand([source("IS101.csv", statement(1, ...first))]);
  const files = confirmedOf(before, "2026-T1", KNOWN, KEY);
  const lectures = [{ delivery: "2026-T1", by: "", at: "", programVersion: "", files }];
  const [later] = await understand([source("IS101.csv", statement(2, ...second), "2026-T2")], lectures);
  expect(later?.recognition.observations).toHaveLength(2);
  return later?.held?.differences.map(({ says }) => says) ?? [];
}

test.each([
  ["Le capitaine Wallet", "Le lieutenant Coquel"],
  ["Le capitaine Wallet", "La commissaire Coquel, chef de service"],
  ["Signé : A. Wallet", "Signé : B. Coquel"],
  ["Rédacteur : Wallet", "Rédacteur : Coquel"],
  ["Édition du 07/04/2026 – rédacteur : GPX Wallet", "Édition du 08/07/2026 – rédacteur : GPX Coquel"],
  ["Le 7 avril 2026, adjudant Wallet", "Le 8 juillet 2026, adjudant Coquel"],
  ["Utilisateur;WALLET", "Utilisateur;COQUEL"],
  ["Requête lancée par;PN087", "Requête lancée par;PN113"],
  ["Accueil - Connecté : klf204", "Accueil - Connecté : wal087"],
  ["Bgd-chef Wallet", "MDC Coquel"],
  ["Cordialement, Zinzolin", "Cordialement, Beffroi"],
  ["Cordialement,\nLe BCS", "Cordialement,\nLe bureau de coordination et de soutien"],
  ["Cordialement,\nA. Wallet\nZinzolin", "Cordialement,\nB. Coquel\nBeffroi"],
  [
    "Le commissaire général, chef de la circonscription, à Monsieur le Maire de Saint-Aubin-les-Tilleuls",
    "Le commissaire divisionnaire, chef de la circonscription, à Monsieur le Maire de Saint-Aubin-les-Tilleuls",
  ],
])("%s, then %s", async (first, second) => {
  expect(await told([first], [second])).toEqual([]);
});

test.each([
  ["Le capitaine Wallet", "Hors vélos"],
  ["Le capitaine Wallet", "Le lieutenant Coquel, hors vélos"],
  ["Le capitaine Wallet", "Le lieutenant Coquel, chiffres provisoires"],
  ["Le capitaine Wallet", "Zinzolin"],
  ["Le capitaine Wallet", "Le lieutenant Coquel, qui commande la brigade de nuit, vous prie de le joindre"],
  ["Cordialement,\nLe BCS", "Cordialement,\nLe BCS, hors plaintes en ligne"],
  ["Bonjour,\nLe BCS", "Bonjour,\nBeffroi"],
  ["Bilan;WALLET", "Bilan;COQUEL"],
  ["Le capitaine Wallet, à Monsieur le Maire", "Le lieutenant Coquel, à Monsieur le Maire, hors vélos"],
  ["Faits relevés par;WALLET", "Faits relevés par;COQUEL"],
])("%s, then %s: told, or asked", async (first, second) => {
  const before = await understand([source("IS101.csv", statement(1, first))]);
  const files = confirmedOf(before, "2026-T1", KNOWN, KEY);
  const lectures = [{ delivery: "2026-T1", by: "", at: "", programVersion: "", files }];
  const [later] = await understand([source("IS101.csv", statement(2, second), "2026-T2")], lectures);
  const isAsked = later?.issues.some(({ severity }) => severity === "error") === true;
  expect(isAsked || later?.held?.state === "changed").toBe(true);
});
