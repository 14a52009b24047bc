/** A commune that has lived through two editions of a quarter, with their copies, made by the commands: small files, soon built again. */
import { cpSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { runCommand } from "../run-main.ts";

/** A command on the folders of such a world. */
export function runIn(world: string, command: string, ...args: readonly string[]) {
  const out = command === "reception" ? [] : ["--out", join(world, "dist")];
  return runCommand(command, ...args, "--data", join(world, "data"), ...out);
}

export function statement(quarter: string, count: number): string {
  const [year, number] = quarter.split("-T");
  return `IS 101 - Trimestre ${number} ${year}\nIndicateur;Police nationale;Gendarmerie nationale;Ensemble\nHomicides;0;0;0\nCambriolages de logement;${count};1;${count + 1}\n`;
}

/**
 * Thirteen lines: receptions of 2025-T4 and 2026-T1; their lectures; build; copy 1; reception of 2026-T1-rectificatif; build, edition 2;
 * copy 2, which replaces copy 1; return of copy 1; and the list of the bulletins after each of the three on copies. Beside data/ and dist/: the bulletin and the register as they were with the first edition.
 */
export async function makeSmallWorld(world: string): Promise<void> {
  const put = (path: string, text: string): void => {
    mkdirSync(join(world, path, ".."), { recursive: true });
    writeFileSync(join(world, path), text);
  };
  put(
    "data/convention.yaml",
    "commune: { nom: Ville-Fictive }\netats_attendus: [IS101]\nconservation: { annees: 2 }\n",
  );
  put(
    "data/habilitations.yaml",
    `responsable: la direction\npersonnes:\n  - { nom: Élise Martin, fonction: Maire, compte: "${userInfo().username}", du: 2026-01-01 }\n`,
  );
  put("data/2025-T4/IS101.csv", statement("2025-T4", 4));
  put("data/2026-T1/IS101.csv", statement("2026-T1", 5));
  put("rectificatif/IS101.csv", statement("2026-T1", 6));
  const does = async (command: string, ...args: readonly string[]): Promise<void> => {
    const { status, stdout, stderr } = await runIn(world, command, ...args);
    if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stdout}${stderr}`);
  };
  await does("poste");
  await does("reception", "2025-T4", "--message", "2026-01-08");
  await does("reception", "2026-T1", "--message", "2026-04-08");
  await does("lecture", "--confirmer");
  await does("build");
  await does("copies", "2026-T1", "--pour", "tous");
  cpSync(join(world, "dist/2026-T1"), join(world, "first-edition"), { recursive: true });
  cpSync(join(world, "data/registre.jsonl"), join(world, "first-registre.jsonl"));
  renameSync(join(world, "rectificatif"), join(world, "data/2026-T1-rectificatif"));
  await does("reception", "2026-T1-rectificatif", "--message", "2026-04-20");
  await does("lecture", "--confirmer");
  await does("build");
  await does("copies", "2026-T1", "--remplacer");
  await does("copies", "--retour", "1");
}
