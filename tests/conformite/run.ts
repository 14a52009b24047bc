/**
 * npm run conformite: every sort of PDF, made from the demo, read by veraPDF, the reference checker of PDF/UA and PDF/A. It needs Java
 * (17 or later) and veraPDF's jars, which Maven brings; where they are not to be had, it says so and how to get them.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { stampCopy } from "../../scripts/custody/copies/stamp.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const JARS = join(ROOT, "node_modules", ".cache", "verapdf");
/** Of the demo, a year that is closed: its fourth quarter has all of them. */
const YEAR = "2025";
const FLAVOURS = [
  ["ua1", "PDF/UA-1"],
  ["2a", "PDF/A-2a"],
] as const;

const runs = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore", timeout: 300_000 }).status === 0;

/** Is the checker there? Otherwise what is missing, in French. */
function missing(): string | undefined {
  if (!runs("java", "-version"))
    return "Java n'est pas installé : installez Java 17 ou plus récent (paquet openjdk-17-jre-headless), puis relancez.";
  const hasJars = (): boolean =>
    existsSync(JARS) && readdirSync(JARS).some((name) => name.startsWith("greenfield-apps"));
  if (hasJars()) return undefined;
  const pom = join(import.meta.dirname, "pom.xml");
  if (runs("mvn", "-q", "-f", pom, "dependency:copy-dependencies", `-DoutputDirectory=${JARS}`) && hasJars())
    return undefined;
  return (
    "veraPDF n'est pas là, et Maven n'a pas pu l'apporter (commande mvn absente, ou dépôt central hors de portée). Sur un poste qui " +
    `atteint Maven Central : mvn -f tests/conformite/pom.xml dependency:copy-dependencies -DoutputDirectory=${JARS}`
  );
}

/** @returns the lines of the checker's verdict: "PASS file ua1", or "FAIL …" and the rules. */
function verdict(flavour: string, files: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(
    "java",
    [
      "-cp",
      join(JARS, "*"),
      "org.verapdf.apps.GreenfieldCliWrapper",
      "-f",
      flavour,
      "--format",
      "text",
      "-v",
      ...files,
    ],
    { encoding: "utf8" },
  );
  if (stdout === "") throw new Error(`veraPDF said nothing (exit ${status}): ${stderr}`);
  return stdout.trim();
}

const reason = missing();
if (reason !== undefined) console.log(`Conformité non vérifiée. ${reason}`);
else {
  const folder = mkdtempSync(join(tmpdir(), "conformite-"));
  try {
    const build = spawnSync(
      process.execPath,
      ["--import", "./scripts/preload.js", "scripts/build.ts", "--data", "data/demo", "--out", folder, "--annee", YEAR],
      { cwd: ROOT, encoding: "utf8" },
    );
    if (build.status !== 0) throw new Error(build.stderr);
    const [bulletin = "", ...others] = ["bulletin.pdf", "fiche.pdf", "annee.pdf"].map((name) =>
      join(folder, `${YEAR}-T4`, name),
    );
    const copy = join(folder, "exemplaire.pdf");
    const entry = {
      number: 6,
      edition: 2,
      replaces: [2],
      register: { n: 11, hash: "3f2a9c41".repeat(8) },
      recipient: "Élise Œuvrard",
      role: "adjointe à la sécurité",
      date: "2026-10-09",
    };
    writeFileSync(copy, await stampCopy(readFileSync(bulletin), entry));
    for (const [flavour, name] of FLAVOURS) {
      const files = [bulletin, copy, ...others];
      const said = verdict(flavour, files);
      const isKept = said.match(/^PASS /gm)?.length === files.length && !/^FAIL /m.test(said);
      console.log(
        `${name}, bulletin, exemplaire, fiche et revue de l'année : ${isKept ? "conformes" : `NON CONFORMES\n${said}`}`,
      );
      if (!isKept) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
