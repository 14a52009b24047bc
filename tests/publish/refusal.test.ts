/** What stops a publication: pages and paper are given by the test, so that each of them can be at fault. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { sha256 } from "../../scripts/disk/sha256.ts";
import { type Edition, FICTITIOUS_BANNER } from "../../scripts/model/document/bulletin.ts";
import type { Printer } from "../../scripts/publish/print/print.ts";
import { publish } from "../../scripts/publish/publication.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { NOTHING_PRINTED } from "./without-browser.ts";

const made = vi.hoisted(() => ({
  pages: new Map<string, string>(),
  /** What the page of all bulletins was asked to list. */
  entries: [] as readonly { id: string; fingerprint: string; outdated: boolean }[],
  /** The bulletin that the disk refuses to put in its place. */
  refused: "",
  /** What a reader holds: "2026-T1". */
  held: "",
}));
vi.mock("../../scripts/publish/swap.ts", async (original) => {
  const real = await original<typeof import("../../scripts/publish/swap.ts")>();
  const swapIn: typeof real.swapIn = (staged, files) => {
    if (made.refused !== "" && staged.includes(made.refused)) throw Object.assign(new Error("held"), { code: "EBUSY" });
    real.swapIn(staged, files);
  };
  const assertReplaceable: typeof real.assertReplaceable = (_, name) => {
    if (name === made.held) throw Object.assign(new Error("held"), { code: "EPERM" });
  };
  return { ...real, swapIn, assertReplaceable };
});
vi.mock("../../scripts/publish/pages.ts", async (original) => ({
  ...(await original<typeof import("../../scripts/publish/pages.ts")>()),
  renderPages: (_: unknown, entries: typeof made.entries) => {
    made.entries = entries;
    return Promise.resolve(made.pages);
  },
}));

const sample = JSON.parse(readFileSync("tests/fixtures/publish/sample-edition.json", "utf8")) as Edition;
const numbered = (id: string, fingerprint = "ab".repeat(32)): Edition => ({
  ...sample,
  bulletin: { ...sample.bulletin, id, fingerprint },
});

let out: string;
let printed = NOTHING_PRINTED;
const print: Printer = () => Promise.resolve(printed);
const write = (...editions: Edition[]) => publish(editions, { out, print });
const pagesOf = (...ids: string[]) =>
  new Map([
    ...ids.flatMap((id) => [
      [`${id}/bulletin.html`, `<p>${id}</p>`] as const,
      [`${id}/controle.html`, "<p>contrôle</p>"] as const,
      [`${id}/fiche.html`, "<p>fiche</p>"] as const,
      [`${id}/projection.html`, "<p>vues</p>"] as const,
    ]),
    ["index.html", "<p>liste</p>"],
  ]);

beforeEach(() => {
  out = temporaryFolder("refus");
  made.pages = pagesOf("2026-T1", "2026-T2");
  printed = NOTHING_PRINTED;
  made.refused = "";
  made.held = "";
});

test("what is at no fault is published, with its list", async () => {
  const { published } = await write(numbered("2026-T1"), numbered("2026-T2"));
  expect(published.map((p) => [p.id, p.folder, p.pages])).toEqual([
    ["2026-T1", join(out, "2026-T1"), 1],
    ["2026-T2", join(out, "2026-T2"), 1],
  ]);
  expect(readdirSync(out).sort()).toEqual([".verrou", "2026-T1", "2026-T2", "index.html"]);
  expect(readFileSync(join(out, "2026-T1", "controle.html"), "utf8")).toBe("<p>contrôle</p>");
});

describe("the publication is stopped, and what was there before stays", () => {
  const refusalOf = async (...editions: Edition[]): Promise<{ message: string; hint: string; exitCode: number }> => {
    const before = [".verrou", "2026-T1", "index.html"];
    expect(readdirSync(out).sort()).toEqual(before);
    const bulletin = readFileSync(join(out, "2026-T1", "bulletin.html"), "utf8");
    const refusal = await write(...editions).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({ name: "UserError" });
    expect(readdirSync(out).sort()).toEqual(before);
    expect(readFileSync(join(out, "2026-T1", "bulletin.html"), "utf8")).toBe(bulletin);
    expect(readFileSync(join(out, "index.html"), "utf8")).toBe("<p>liste</p>");
    return refusal as { message: string; hint: string; exitCode: number };
  };
  beforeEach(async () => {
    await write(numbered("2026-T1"));
    made.pages.set("2026-T1/bulletin.html", "<p>nouveau</p>");
  });

  test("by an address on the control sheet, which is neither printed nor proved otherwise", async () => {
    made.pages.set("2026-T1/controle.html", '<p><img src="https://exemple.fr/a.png"></p>');
    expect(await refusalOf(numbered("2026-T1"))).toMatchObject({
      message:
        "2026-T1 : le document n’est pas conforme à ses preuves et n’a pas été publié. la feuille de contrôle mène à https://exemple.fr/a.png.",
      hint: expect.stringMatching(/^C’est un défaut du programme ou du navigateur, non des données/),
      exitCode: 2,
    });
  });

  test("by an address on the list of bulletins", async () => {
    made.pages.set("index.html", '<a href="//exemple.fr">x</a>');
    expect((await refusalOf(numbered("2026-T1"))).message).toMatch(/^index\.html : le document .*\/\/exemple\.fr/);
  });

  test("by an address in the bulletin, or a proof of its paper", async () => {
    made.pages.set("2026-T1/bulletin.html", '<a href="//exemple.fr">x</a>');
    printed = { ...printed, pdf: { ...printed.pdf, images: [{ width: 65, height: 1 }] } };
    const { message } = await refusalOf(numbered("2026-T1"));
    expect(message).toContain("une image de 65 × 1 points est dans le PDF ; la page mène à //exemple.fr.");
  });

  test.each([
    ["fiche", "fiche : la page mène à //exemple.fr."],
    ["annee", "revue de l’année : la page mène à //exemple.fr."],
    ["projection", "la projection mène à //exemple.fr."],
  ])("by an address in what stands beside it: %s", async (name, said) => {
    made.pages.set("2026-T1/annee.html", "<p>année</p>").set(`2026-T1/${name}.html`, '<a href="//exemple.fr">x</a>');
    const edition = numbered("2026-T1");
    expect((await refusalOf({ ...edition, year: edition.bulletin })).message).toContain(said);
  });

  test("by the second of two bulletins: the first is not put in place alone", async () => {
    made.pages.set("2026-T2/controle.html", '<a href="//exemple.fr">x</a>');
    expect((await refusalOf(numbered("2026-T1"), numbered("2026-T2"))).message).toMatch(/^2026-T2 : /);
  });

  test("with five faults told, and the others counted", async () => {
    const links = (number: number) => Array.from({ length: number }, (_, i) => `<a href="//e${i}.fr">x</a>`).join("");
    made.pages.set("2026-T1/controle.html", links(5));
    expect((await refusalOf(numbered("2026-T1"))).message).toMatch(
      /\/\/e3\.fr ; la feuille de contrôle mène à \/\/e4\.fr\.$/,
    );
    made.pages.set("2026-T1/controle.html", links(6));
    expect((await refusalOf(numbered("2026-T1"))).message).toMatch(/\/\/e4\.fr ; et 1\u00a0autre\.$/);
    made.pages.set("2026-T1/controle.html", links(7));
    expect((await refusalOf(numbered("2026-T1"))).message).toMatch(/\/\/e4\.fr ; et 2\u00a0autres\.$/);
  });
});

test("invented figures take no place beside real ones, nor real ones beside invented ones", async () => {
  const said = (id: string, banner: string | null): Edition => {
    const edition = numbered(id);
    return { ...edition, bulletin: { ...edition.bulletin, banner } };
  };
  await write(said("2026-T1", null));
  for (const id of ["2026-T1", "2026-T2"])
    expect(await messageOf(write(said(id, FICTITIOUS_BANNER)))).toContain(
      `${join(out, "2026-T1")}\u00a0» est un bulletin réel : la démonstration, aux données fictives, ne se met pas à côté de lui.`,
    );
  await write(said("2026-T2", null));
  rmSync(out, { recursive: true });
  await write(said("2026-T1", FICTITIOUS_BANNER));
  for (const id of ["2026-T1", "2026-T2"])
    expect(await messageOf(write(said(id, null)))).toContain("aux données fictives : un bulletin réel ne se met pas");
  expect(readdirSync(out).sort()).toEqual([".verrou", "2026-T1", "index.html"]);
});

const messageOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "",
    (error: unknown) => (error instanceof Error ? error.message : ""),
  );

test("a list that the disk refuses, once the bulletin is in place, is not told as if nothing had changed", async () => {
  await write(numbered("2026-T1"));
  rmSync(join(out, "index.html"));
  mkdirSync(join(out, "index.html", "x"), { recursive: true }); // a file cannot take its place
  made.pages.set("2026-T1/bulletin.html", "<p>nouveau</p>");
  const message = await messageOf(write(numbered("2026-T1")));
  expect(message).toMatch(/^2026-T1 : le nouveau bulletin est en place ; la suite ne l'est pas\. .*index\.html/);
  expect(message).not.toContain("intact");
  expect(readFileSync(join(out, "2026-T1", "bulletin.html"), "utf8")).toBe("<p>nouveau</p>");
  expect(readdirSync(out).sort()).toEqual([".verrou", "2026-T1", "index.html"]);
});

test.each(["2026-T1", "index.html"])(
  "%s is held by a reader: told before anything is recorded or replaced",
  async (name) => {
    await write(numbered("2026-T1"));
    made.pages.set("2026-T1/bulletin.html", "<p>nouveau</p>");
    made.held = name;
    let recorded = 0;
    const record = (): void => {
      recorded += 1;
    };
    const message = await messageOf(publish([numbered("2026-T1")], { out, print, record }));
    expect(message).toContain("un fichier y est ouvert dans un autre programme");
    expect(message).toContain("Le précédent est intact.");
    expect(recorded).toBe(0);
    expect(readFileSync(join(out, "2026-T1", "bulletin.html"), "utf8")).toBe("<p>2026-T1</p>");
  },
);

test("the first of two bulletins stays when the disk refuses the second; refused itself, nothing has changed", async () => {
  made.refused = "2026-T2";
  const message = await messageOf(write(numbered("2026-T1"), numbered("2026-T2")));
  expect(message).toMatch(/^2026-T1 : le nouveau bulletin est en place.*un fichier y est ouvert/);
  expect(await messageOf(write(numbered("2026-T2")))).toContain("Le précédent est intact.");
  expect(readdirSync(out).sort()).toEqual([".verrou", "2026-T1"]);
});

test("a page that the templates did not write is a defect, told as one", async () => {
  made.pages.delete("2026-T1/controle.html");
  await expect(write(numbered("2026-T1"))).rejects.toThrow("templates/ wrote no 2026-T1/controle.html");
  expect(readdirSync(out)).toEqual([".verrou"]);
});

test("what cannot be recorded is not put in place, and leaves nothing", async () => {
  const record = (): never => {
    throw new Error("the register refuses");
  };
  await expect(publish([numbered("2026-T1")], { out, print, record })).rejects.toThrow("the register refuses");
  expect(readdirSync(out)).toEqual([".verrou"]);
});

test("what is recorded is what is then put in place, byte for byte", async () => {
  const seen: string[] = [];
  const { published, indexSha256 } = await publish([numbered("2026-T1")], {
    out,
    print,
    record: ({ published }) => {
      seen.push(...published.map(({ id }) => id), ...readdirSync(out).filter((name) => !name.startsWith(".")));
    },
  });
  expect(seen).toEqual(["2026-T1"]);
  expect(indexSha256).toBe(sha256(readFileSync(join(out, "index.html"))));
  const [{ outputs = {}, edition } = {}] = published;
  expect(edition).toEqual({ number: 1, replaces: null, day: "2026-04-08" });
  expect(Object.keys(outputs).toSorted()).toEqual(readdirSync(join(out, "2026-T1")).toSorted());
  for (const [name, hash] of Object.entries(outputs))
    expect(sha256(readFileSync(join(out, "2026-T1", name))), name).toBe(hash);
});

test("each bulletin is listed once, the newest first, and only one that would change is said to be", async () => {
  await write(numbered("2026-T2"), numbered("2026-T1"));
  await publish([numbered("2026-T1", "cd".repeat(32))], { out, print, outdated: ["2026-T2"] });
  expect(made.entries.map(({ id, fingerprint, outdated }) => [id, fingerprint.slice(0, 2), outdated])).toEqual([
    ["2026-T2", "ab", true],
    ["2026-T1", "cd", false],
  ]);
});

test("a bulletin that a kill left away from its place is back, and listed, when another is published", async () => {
  await write(numbered("2026-T1"));
  renameSync(join(out, "2026-T1"), join(out, ".ancien-2026-T1.1"));
  await write(numbered("2026-T2"));
  expect(made.entries.map(({ id }) => id)).toEqual(["2026-T2", "2026-T1"]);
  expect(readdirSync(out).sort()).toEqual([".verrou", "2026-T1", "2026-T2", "index.html"]);
});

test("the PDF says of what bulletin it is: its fingerprint, which is not that of what it was made from", async () => {
  const finish = vi.fn(() => Promise.resolve(Buffer.from("%PDF")));
  printed = { ...printed, pdf: { ...printed.pdf, finish } };
  await write({ ...numbered("2026-T1"), madeFrom: "m".repeat(64) });
  const { title, quarterLabel, commune, marking, editionIso, programVersion } = sample.bulletin;
  expect(finish).toHaveBeenCalledWith({
    title: `${title} – ${quarterLabel}`,
    author: commune,
    subject: marking,
    day: editionIso,
    fingerprint: "ab".repeat(32),
    program: `bulletin-delinquance ${programVersion}`,
  });
});

test("each step is told: the pages, the printing and the proofs of each, then the exchange", async () => {
  const steps: string[] = [];
  await publish([numbered("2026-T1"), numbered("2026-T2")], { out, print, progress: (step) => steps.push(step) });
  expect(steps).toEqual([
    "2026-T1 : mise en pages",
    "2026-T1 : impression du PDF et preuves",
    "2026-T2 : mise en pages",
    "2026-T2 : impression du PDF et preuves",
    "mise en place",
  ]);
});
