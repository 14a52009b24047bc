/**
 * What a bulletin says of a town whose truth is known (truths.ts): each sentence stands with its id in analyses.json, and is found on the pages.
 * By night, the same truths from other seeds.
 */
import { describe, expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import { quarter } from "../../scripts/model/period.ts";
import { questionsText } from "../../scripts/publish/session/texts.ts";
import { plain } from "../compose/find.ts";
import { NIGHTLY } from "../draws.ts";
import { renderSite } from "../templates/site.ts";
import { inputOfTown } from "./input.ts";
import { TRUTHS, type Truth } from "./truths.ts";

interface Written {
  readonly id: string;
  readonly degree: string | null;
  readonly number: number | null;
  readonly says: string;
  /** Pages that hold the sentence: "bulletin", "fiche", "projection", "questions", "annee". */
  readonly on: readonly string[];
}

const writtenIn = (edition: Edition): readonly Written[] => edition.analyses.findings;

/** The words of a page, without its tags, in plain spaces. */
const wordsOf = (html: string): string =>
  plain(
    html
      .replace(/<(?:style|script)[\s\S]*?<\/(?:style|script)>/g, "")
      .replace(/<svg[\s\S]*?<\/svg>/g, " ")
      .replace(/<\/?[^>]+>/g, " ")
      .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
      .replaceAll("&nbsp;", " ")
      .replaceAll("&amp;", "&"),
  );
/** Letters and digits alone: tags and line ends stand anywhere between them. */
const bare = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]/gu, "");

async function pagesOf(edition: Edition): Promise<Readonly<Record<string, string>>> {
  const site = await renderSite([edition]);
  const { id } = edition.bulletin;
  const page = (name: string): string => bare(wordsOf(site.get(`${id}/${name}.html`) ?? ""));
  return {
    bulletin: page("bulletin"),
    fiche: page("fiche"),
    projection: page("projection"),
    annee: page("annee"),
    questions: bare(questionsText(edition.bulletin, edition.session.questions)),
  };
}

const faultsOf = ({ must, may, never }: Truth, written: readonly Written[]) => ({
  unsaid: must.filter(
    ({ id, number }) => !written.some((w) => w.id === id && (number === undefined || w.number === number)),
  ),
  forbidden: written.filter(({ id }) => never.some((form) => form.test(id))),
  unfounded: written.filter(
    ({ id }) => !id.startsWith("followed/") && !must.some((m) => m.id === id) && !may.some((form) => form.test(id)),
  ),
});

describe("towns of known truth:", () => {
  test.each(Object.entries(TRUTHS))("%s", async (_, truth) => {
    const edition = compose(inputOfTown(truth, truth.seed ?? 1));
    const written = writtenIn(edition);
    expect(faultsOf(truth, written)).toEqual({ unsaid: [], forbidden: [], unfounded: [] });
    const pages = await pagesOf(edition);
    for (const { id, says, on, number } of written) {
      expect(on.length, id).toBeGreaterThan(0);
      for (const page of on) expect(pages[page], `${id} on ${page}`).toContain(bare(says));
      if (number !== null) expect(bare(says)).toMatch(number === 0 ? /aucun/i : number === 1 ? /1|un/ : String(number));
    }
    for (const point of edition.bulletin.front.points)
      if (point.mark !== null)
        expect(written.map(({ says }) => bare(says))).toContain(bare(`${point.lead}${point.text}`));
  });

  const saidOf = (town: string, seed: number): readonly Written[] =>
    writtenIn(compose(inputOfTown(TRUTHS[town] as Truth, seed)));
  /** The one sentence that holds a finding. */
  const sentence = (written: readonly Written[], id: string): string =>
    plain(written.find((w) => w.id === id)?.says ?? `${id} is not said`);

  test("a course that the quarter denies in a line, in a wider count and in their family: the line says it for the three, and that it has turned", () => {
    const written = saidOf("a fall denied by its last quarter", 118);
    const told = written.filter(({ id }) => /^(?:quarter|year|course|followed)\//.test(id));
    expect(told.map(({ id }) => id)).toEqual(["quarter/cambriolages-logement/rise"]);
    expect(plain(told[0]?.says ?? "")).toMatch(
      /; 81 dans la famille « Atteintes aux biens » ;.* ; dit en baisse au 2e/,
    );
  });

  test("a family that is only denied with its line has no bold number: bold is always beside a sign", () => {
    const { bulletin } = compose(inputOfTown(TRUTHS["a fall denied by its last quarter"] as Truth, 118));
    const [standing] = bulletin.sections.flatMap(({ blocks }) =>
      blocks.flatMap((b) => (b.kind === "table" ? b.table : [])),
    );
    const bold = (standing?.rows ?? []).filter(({ cells }) => cells.some(({ emphasis }) => emphasis === "strong"));
    expect(bold.map(({ line }) => line)).toEqual(["cambriolages-logement"]);
  });

  test("a family whose quarter denies its course: the lines that share its facts say nothing themselves, and none is called a wider count", () => {
    const written = saidOf("a step four quarters ago", 109);
    expect(written.filter(({ id }) => id.includes("coups-blessures"))).toEqual([]);
    expect(sentence(written, "quarter/atteintes-integrite-physique/fall")).toMatch(
      /coups et blessures : 13 à l’état IS 101 ; violences physiques[^;]* : 14/,
    );
  });

  test("a year whose last quarter denies a fall: what was announced of it is not still so, of its family neither", () => {
    const denied = TRUTHS["a fall denied by its last quarter"] as Truth;
    const { year } = compose(inputOfTown({ ...denied, drawn: { ...denied.drawn, at: quarter(2025, 4) } }, 118));
    const told = year?.sections.find(({ id }) => id === "annonces");
    const rows = (told?.blocks ?? []).flatMap((b) => (b.kind === "table" ? b.table.rows : []));
    const became = rows.map(({ cells }) => [cells[1], cells.at(-1)].map((cell) => plain(cell?.text ?? "")).join(" : "));
    expect(became).toContain("Cambriolages de logement : hausse établie au dernier trimestre");
    expect(became).toContain("Atteintes aux biens : revenu à l’ordinaire");
  });

  test("one sign a line in the review of a year too: its point, its number, its row of five years", () => {
    const { year } = compose(inputOfTown(TRUTHS["a year that closes"] as Truth, 307));
    const signs = new Map(year?.front.points.flatMap(({ line, mark }) => (line && mark ? [[line, mark]] : [])));
    expect([...signs]).toEqual([["cambriolages-logement", "fall-to-follow"]]);
    const rows = year?.sections[0]?.blocks.flatMap((b) => (b.kind === "table" ? b.table.rows : [])) ?? [];
    const row = rows.find(({ line }) => line === "cambriolages-logement");
    expect(row?.cells.map(({ mark }) => mark).filter(Boolean)).toEqual(["fall-to-follow"]);
    expect(row?.cells.map(({ text }) => plain(text))).toContain("évolution : baisse à suivre");
    expect(year?.front.keyFigures.find(({ line }) => line === "cambriolages-logement")?.mark).toBe("fall-to-follow");
  });

  test("a course goes on over a quarter that is against it and is ordinary: both are said", () => {
    const written = saidOf("a slow rise", 131);
    expect(written.filter(({ id }) => id.endsWith("/fall"))).toEqual([]);
    expect(sentence(written, "course/vols-dans-vehicules/rise")).toMatch(
      /mais 21 ce trimestre, contre 25 un an plus tôt/,
    );
  });

  test("nearly all lines at once, few of them announced: one finding, which counts the lines", () => {
    expect(sentence(saidOf("everything doubles", 111), "together/all/rise")).toMatch(
      /presque tout augmente : 19 des 20 lignes jugées au-dessus de leur niveau habituel/,
    );
  });

  test("three lines alone: as many findings, for half of the lines move the other way", () => {
    const three = ["cambriolages-logement", "coups-blessures-15-ans-plus", "ist-tapages"];
    const drawn = {
      ...(TRUTHS["everything doubles"] as Truth).drawn,
      change: (id: string, back: number) => (back < 1 && three.includes(id) ? 4 : 1),
    };
    const ids = writtenIn(compose(inputOfTown({ drawn, must: [], may: [], never: [] }, 1))).map(({ id }) => id);
    expect(ids.filter((id) => /^quarter\/.*\/rise$/.test(id)).length).toBeGreaterThan(2);
    expect(ids).not.toContain("together/all/rise");
  });

  test("one force alone, in a line that is announced: its point names it", () => {
    expect(sentence(saidOf("one force alone", 104), "force/vols-sans-violence-personnes/rise")).toMatch(
      /hausse établie pour la gendarmerie seule : 20, contre \d+ un an plus tôt/,
    );
    // both of them: none is alone
    expect(saidOf("a half-year", 103).map(({ id }) => id)).not.toContain("force/cambriolages-logement/rise");
  });

  /** Of so many draws, the share in which what must be said is said, in which something unfounded is, and how often what must never be. */
  test.runIf(NIGHTLY).each(Object.entries(TRUTHS))("%s, from other seeds", (_, truth) => {
    const draws = Array.from({ length: 40 }, (_, i) =>
      faultsOf(truth, writtenIn(compose(inputOfTown(truth, 100 + i)))),
    );
    const count = (holds: (f: (typeof draws)[number]) => boolean): number => draws.filter(holds).length;
    expect(count(({ unsaid }) => unsaid.length > 0)).toBeLessThanOrEqual(12);
    expect(count(({ unfounded }) => unfounded.length > 0)).toBeLessThanOrEqual(10);
    expect(
      draws.flatMap(({ forbidden }) => forbidden).filter(({ id }) => !id.startsWith("quiet")).length,
    ).toBeLessThanOrEqual(3);
  });
});

describe("a first quarter", () => {
  const firstOf = (size: number, population: number) => {
    const drawn = { at: quarter(2026, 3), quarters: 1, size };
    return compose(inputOfTown({ drawn, population, must: [], may: [], never: [] }, 305)).bulletin;
  };
  const tablesOf = (bulletin: Edition["bulletin"]) =>
    bulletin.sections.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === "table" ? b.table : [])));

  test("of a small commune: the lines under a family stand in table 1, for no other table has them", () => {
    const tables = tablesOf(firstOf(0.16, 1500));
    expect(tables).toHaveLength(1);
    const lines = tables[0]?.rows.flatMap(({ line, isTheme }) => (isTheme ? [] : line)) ?? [];
    expect(lines).toEqual(expect.arrayContaining(["ist-menaces", "ist-tapages", "homicides", "atteintes-biens"]));
    expect(tables[0]?.champ).toBe("Toutes les lignes des états.");
    expect(plain(tables[0]?.source ?? "")).toMatch(/états IS 101 et I\.S\.T, livraison reçue le /);
  });

  test("no line without a sign is called ordinary where none is judged", () => {
    const tables = tablesOf(firstOf(1, 9200));
    expect(tables.length).toBeGreaterThan(3);
    expect(JSON.stringify(tables)).not.toContain("sans signe");
  });
});
