import { expect, test } from "vitest";
import { drawSparkline } from "../../scripts/draw/sparkline.ts";
import { drawChart } from "../../scripts/draw/svg.ts";
import type { ChartData } from "../../scripts/model/chart.ts";
import { fc } from "../fast-check.ts";

const LABELS = Array.from({ length: 12 }, (_, i) => `T${(i % 4) + 1}\u00a0${2023 + Math.floor(i / 4)}`);

const chart = (changes: Partial<ChartData> = {}): ChartData => ({
  id: "graphique-essai",
  title: "Cambriolages de logement",
  news: "",
  unit: "infractions",
  labels: LABELS,
  values: [3, 5, 2, 4, 6, 3, 7, 5, 4, 12, 3, 9],
  rolling: [null, null, null, 14, 17, 15, 20, 21, 19, 28, 24, 28],
  range: LABELS.map((_, i) => (i < 8 ? null : { low: 1, high: 8 })),
  verdict: "ordinary",
  course: [],
  breaks: [],
  alternative: "De 2 à 12 par trimestre.",
  ...changes,
});

/** Vertices of the polylines drawn in the accent colour: the counts. */
const lineOf = (svg: string): string =>
  /<path d="([^"]*)" fill="none" stroke="var\(--chart-accent/.exec(svg)?.[1] ?? "";

test("the same chart gives the same text", () => {
  expect(drawChart(chart())).toBe(drawChart(chart()));
});

test("a chart is an image with its title and its alternative, escaped", () => {
  const svg = drawChart(chart({ title: '<script>alert("1")</script> & été', alternative: "a < b" }));
  expect(svg).toContain('role="img" aria-labelledby="graphique-essai-t graphique-essai-d"');
  expect(svg).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; été</title>");
  expect(svg).toContain("a &lt; b</desc>");
  expect(svg).not.toContain("<script");
});

test("every identifier in a drawing starts with the chart's own, and stands once", () => {
  const ids = [...drawChart(chart()).matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? "");
  expect(ids).toHaveLength(2);
  expect(ids.filter((id) => !id.startsWith("graphique-essai-"))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test("what is announced of the last count is a triangle, up or down, filled or hollow; the others are dots", () => {
  const triangles = (svg: string): readonly number[][] =>
    [...svg.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)z/g)].map((m) => m.slice(1).map(Number));
  const up = drawChart(chart({ verdict: "rise-established" }));
  const down = drawChart(chart({ verdict: "fall-established" }));
  expect(up.match(/<circle/g)).toHaveLength(11);
  const [apex = 0, left = 0] = [triangles(up)[0]?.[1], triangles(up)[0]?.[3]];
  expect(apex).toBeLessThan(left);
  const [tip = 0, base = 0] = [triangles(down)[0]?.[1], triangles(down)[0]?.[3]];
  expect(tip).toBeGreaterThan(base);
  for (const verdict of ["ordinary", "none", "not-judged"] as const)
    expect(drawChart(chart({ verdict })).match(/<circle/g)).toHaveLength(12);
  const fillOf = (svg: string): string | undefined =>
    /M[\d. ]+L[\d. ]+L[\d. ]+z" fill="var\(--chart-(accent|paper)/.exec(svg)?.[1];
  expect(fillOf(up)).toBe("accent");
  expect(fillOf(drawChart(chart({ verdict: "rise-to-follow" })))).toBe("paper");
});

test("the levels on either side of a change are two lines that do not join, the higher one higher, over the band", () => {
  const level = (value: number, from: number, to: number) => ({
    label: `${value} en moyenne`,
    values: LABELS.map((_, i) => (i >= from && i < to ? value : null)),
  });
  const svg = drawChart(chart({ course: [level(4, 0, 6), level(7, 6, 12)] }));
  const lines = [...svg.matchAll(/<path d="([^"]*)" fill="none" stroke="var\(--chart-ink[^"]*" stroke-width="1"\/>/g)];
  const ends = lines
    .flatMap(([, d = ""]) => d.split(/(?=M)/)) // of one look, they are one element
    .map((d) => [...d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map((m) => m.slice(1).map(Number)))
    .toSorted(([a], [b]) => (a?.[0] ?? 0) - (b?.[0] ?? 0));
  expect(ends).toHaveLength(2);
  const [before = [], after = []] = ends;
  expect(before[0]?.[1]).toBe(before.at(-1)?.[1]);
  expect(before[0]?.[1]).toBeGreaterThan(after[0]?.[1] ?? 0);
  expect(before.at(-1)?.[0]).toBeLessThan(after[0]?.[0] ?? 0);
  expect(svg.indexOf("--chart-band"), "over the band, which would hide it").toBeLessThan(svg.indexOf("--chart-ink"));
  expect(svg).toContain(">7 en moyenne</text>");
  expect(drawChart(chart())).not.toContain('fill="none" stroke="var(--chart-ink');
});

test("the words of a level stand beside it, never beyond its ends: there they would be those of the next", () => {
  const labels = Array.from({ length: 20 }, (_, i) => `T${(i % 4) + 1}\u00a0${2021 + Math.floor(i / 4)}`);
  let written = 0;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 20, maxLength: 20 }),
      fc.integer({ min: 3, max: 16 }),
      (counts, from) => {
        const values = counts.map((count, i) => count + (i < from ? 10 : 30));
        const level = (value: number, isIn: (i: number) => boolean) => ({
          label: `${value} en moyenne`,
          values: values.map((_, i) => (isIn(i) ? value : null)),
        });
        const course = [level(16, (i) => i < from), level(36, (i) => i >= from)];
        const svg = drawChart(
          chart({ labels, values, rolling: values.map((n) => n * 4), range: labels.map(() => null), course }),
        );
        const dots = [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x));
        for (const [, x, text] of svg.matchAll(/<text x="([\d.]+)"[^>]*>(16|36) en moyenne</g)) {
          written += 1;
          const ends = text === "16" ? [dots[0], dots[from - 1]] : [dots[from], dots[19]];
          expect(Number(x), `${text} from ${from}`).toBeGreaterThanOrEqual((ends[0] ?? 0) - 0.1);
          expect(Number(x), `${text} from ${from}`).toBeLessThanOrEqual((ends[1] ?? 0) + 0.1);
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(written).toBeGreaterThan(30);
});

test("a quarter that is not known leaves a gap in the line, and no dot", () => {
  const values = [3, 5, 2, 4, null, 3, 7, 5, 4, 12, 3, 9];
  const svg = drawChart(chart({ values }));
  expect(lineOf(drawChart(chart())).match(/M/g)).toHaveLength(1);
  expect(lineOf(svg).match(/M/g)).toHaveLength(2);
  expect(svg.match(/<circle/g)).toHaveLength(11);
});

test("no line crosses a break in series, and its words are written", () => {
  const svg = drawChart(
    chart({
      breaks: [
        { before: 3, label: "octobre 2023" },
        { before: 6, label: "juillet 2024" },
      ],
    }),
  );
  expect(lineOf(svg).match(/M/g)).toHaveLength(3);
  expect(svg).toContain(">octobre 2023</text>");
  expect(svg).toContain(">juillet 2024</text>");
});

/** Of the dots, from the top. */
const heights = (svg: string): readonly number[] =>
  [...svg.matchAll(/<circle [^>]*cy="([\d.]+)"/g)].map(([, y]) => Number(y));

test("the line stops at the quarter before a break, whose rule stands half-way and whose words turn inwards", () => {
  for (const [before, side] of [
    [2, ""],
    [9, ' text-anchor="end"'],
  ] as const) {
    const svg = drawChart(chart({ breaks: [{ before, label: "a & <b>" }] }));
    const runs = lineOf(svg).split("M").slice(1);
    expect(runs.map((run) => new Set(run.split("L")).size)).toEqual([before, 12 - before]);
    const dots = [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    const [, rule = 0, from = 0, to = 0] = (
      /d="M([\d.]+) ([\d.]+)L[\d.]+ ([\d.]+)"[^>]*stroke-dasharray="1 2"/.exec(svg) ?? []
    ).map(Number);
    expect(from, "from above the scale").toBeLessThan(Math.min(...heights(svg)));
    expect(to, "to the axis").toBeGreaterThan(Math.max(...heights(svg)));
    expect(rule).toBeCloseTo(((dots[before - 1] ?? 0) + (dots[before] ?? 0)) / 2, 0);
    const words = /<text [^>]*>a &amp; &lt;b&gt;<\/text>/.exec(svg)?.[0] ?? "";
    expect(/ text-anchor="[^"]*"/.exec(words)?.[0] ?? "").toBe(side);
  }
});

test("the last count that is known is written, though later quarters are not", () => {
  const values = [3, 5, 2, 4, 6, 3, 7, 5, 4, 12, null, null];
  const texts = [...drawChart(chart({ values })).matchAll(/>([^<]*)<\/text>/g)].map((match) => match[1]);
  expect(texts).toContain("12");
});

test("of more than twelve years, every second one is written, the even ones", () => {
  const labels = Array.from({ length: 52 }, (_, i) => `T${(i % 4) + 1}\u00a0${2014 + Math.floor(i / 4)}`);
  const none = labels.map(() => null);
  const svg = drawChart(chart({ labels, values: labels.map(() => 1), rolling: none, range: none }));
  const years = [...svg.matchAll(/>(20\d\d)<\/text>/g)].map((match) => match[1]);
  expect(years).toEqual(["2014", "2016", "2018", "2020", "2022", "2024", "2026"]);
});

test("the last count is written beside its dot, years under the axis, whole numbers on the scale", () => {
  const texts = [...drawChart(chart()).matchAll(/>([^<]*)<\/text>/g)].map((match) => match[1]);
  expect(texts.slice(0, 8)).toEqual(["2023", "2024", "2025", "0", "5", "10", "15", "9"]);
});

test("small counts keep a whole scale from zero: one fact does not fill the height", () => {
  const svg = drawChart(
    chart({
      values: LABELS.map((_, i) => i % 2),
      rolling: LABELS.map(() => null),
      range: LABELS.map(() => null),
    }),
  );
  const texts = [...svg.matchAll(/>([^<]*)<\/text>/g)].map((match) => match[1]);
  expect(texts.slice(3, 7)).toEqual(["0", "2", "4", "1"]);
});

test("whoever reads the drawing by its scale finds the counts, the expected ranges and the means again", () => {
  const data = chart({
    values: [3, 5, 2, 4, 6, 0, 7, 5, 4, 12, 3, 9],
    verdict: "rise-to-follow",
    range: LABELS.map((_, i) => (i < 8 ? null : { low: i - 7, high: 8 })),
  });
  const svg = drawChart(data);
  const scale = [
    ...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)" font-size="([\d.]+)" text-anchor="end"[^>]*>(\d+)</g),
  ].map(([, y, size, text]) => ({ y: Number(y) - 0.33 * Number(size), value: Number(text) }));
  expect(scale.map(({ value }) => value)).toEqual([0, 5, 10, 15]);
  const [bottom = { y: 0, value: 0 }, top = bottom] = [scale[0], scale.at(-1)];
  const valueAt = (y: number): number => ((bottom.y - y) / (bottom.y - top.y)) * top.value;
  const points = (path: string): readonly (readonly number[])[] =>
    [...new Set(path.match(/[\d.]+ [\d.]+/g))].map((point) => point.split(" ").map(Number));
  const near = (found: readonly number[], wanted: readonly (number | null)[]): void => {
    expect(found).toHaveLength(wanted.length);
    for (const [i, value] of wanted.entries()) expect(found[i]).toBeCloseTo(value ?? 0, 0.5);
  };

  const line = points(lineOf(svg));
  near(
    line.map(([, y = 0]) => valueAt(y)),
    data.values,
  );
  const dots = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => `${x} ${y}`);
  expect(dots).toEqual(line.flatMap(([x, y], i) => (i === 11 ? [] : [`${x} ${y}`])));
  const step = ((line.at(-1)?.[0] ?? 0) - (line[0]?.[0] ?? 0)) / 11;
  for (const [i, [x]] of line.entries()) expect(x).toBeCloseTo((line[0]?.[0] ?? 0) + i * step, 0);

  const bands = [...svg.matchAll(/<path d="([^"]*)" fill="var\(--chart-((?:past-)?band)/g)];
  expect(bands.map(([, , colour]) => colour)).toEqual(["past-band", "band"]);
  const bars = bands.flatMap(([, band = ""]) => band.split("z").filter(Boolean).map(points));
  expect(bars).toHaveLength(4);
  for (const [i, bar] of bars.entries()) {
    const ys = bar.map(([, y = 0]) => valueAt(y));
    near([Math.min(...ys), Math.max(...ys)], [i + 1, 8]);
    const xs = bar.map(([x = 0]) => x);
    expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo(line[8 + i]?.[0] ?? 0, 0);
    expect(Math.abs(Math.max(...xs) - Math.min(...xs) - step), "each touches the next").toBeLessThan(1);
  }

  const [, mean = ""] =
    /<path d="([^"]*)" fill="none" stroke="var\(--chart-muted[^"]*" stroke-width="1" stroke-dasharray="3 2"/.exec(
      svg,
    ) ?? [];
  near(
    points(mean).map(([, y = 0]) => valueAt(y)),
    data.rolling.flatMap((value) => (value === null ? [] : [value / 4])),
  );
  // The last count stands at the right of its dot.
  const [, x = 0, y = 0] = (/<text x="([\d.]+)" y="([\d.]+)"[^>]*font-weight="600"[^>]*>9</.exec(svg) ?? []).map(
    Number,
  );
  const [lastX = 0, lastY = 0] = line.at(-1) ?? [];
  expect(x - lastX).toBeGreaterThan(4);
  expect(x - lastX).toBeLessThan(12);
  expect(Math.abs(y - lastY)).toBeLessThan(5);
  // A year is written where its first quarter begins.
  const years = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>20\d\d</g)].map(([, x]) => Number(x));
  for (const [i, x] of years.entries()) expect(Math.abs(x - (line[4 * i]?.[0] ?? 0))).toBeLessThan(step);
});

test("each year begins under its first quarter; words stand within the drawing; each colour says one thing", () => {
  const svg = drawChart(chart({ breaks: [{ before: 10, label: "juillet 2025" }] }));
  const texts = [
    ...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"([^>]*) fill="([^"]*)">([^<]*)</g),
  ].map(([, x, y, size, look = "", fill = "", text = ""]) => ({ x: Number(x), y: Number(y), size, look, fill, text }));
  const dots = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"([^>]*)>/g)];
  const [, right = 0, bottom = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
  expect(right / bottom).toBeGreaterThan(2);
  const years = texts.filter(({ text }) => /^20\d\d$/.test(text));
  expect(years.map(({ x, look }) => [x, look])).toEqual([0, 4, 8].map((i) => [Number(dots[i]?.[1]), ""]));
  const last = texts.find(({ text }) => text === "9");
  expect(last?.look).toBe(' font-weight="600"');
  expect(last?.x).toBeCloseTo(Number(dots[11]?.[1]) + 7.5, 0);
  expect(last?.y).toBeCloseTo(Number(dots[11]?.[2]) + 0.33 * 8.5, 0);
  for (const { x, y, size, look, text } of texts) {
    const width = text.length * 4.3;
    expect(size).toBe("8.5"); // a unit is a point, or nearly, on paper
    const left = look.includes("end") ? x - width : look.includes("middle") ? x - width / 2 : x;
    expect(left, text).toBeGreaterThanOrEqual(0);
    expect(left + width, text).toBeLessThanOrEqual(right);
    expect(y).toBeGreaterThan(6);
    expect(y).toBeLessThan(bottom);
  }
  expect(dots.map(([, , , r]) => r)).toEqual([...Array.from({ length: 11 }, () => "1.2"), "2.4"]); // the last is larger
  const colours = (pattern: RegExp): ReadonlySet<string> =>
    new Set([...svg.matchAll(pattern)].map(([, colour = ""]) => colour));
  expect(colours(/<circle[^>]* fill="var\(--chart-(\w+)/g)).toEqual(new Set(["accent"]));
  expect(colours(/stroke="var\(--chart-(\w+)[^>]* stroke-dasharray="1 2"/g)).toEqual(new Set(["ink"])); // the break
  expect(colours(/stroke="var\(--chart-(\w+)[^>]* stroke-dasharray="3 2"/g)).toEqual(new Set(["muted"])); // the mean
  expect(colours(/stroke="var\(--chart-(\w+)[^>]* stroke-width="1.3"/g)).toEqual(new Set(["accent"])); // the counts
  expect(last?.fill).toContain("--chart-ink");
  const axes = texts.filter(({ text }) => /^\d+$/.test(text) && text !== "9");
  expect(new Set(axes.map(({ fill }) => /--chart-(\w+)/.exec(fill)?.[1]))).toEqual(new Set(["muted"]));
});

test("a last count of nothing is written above the axis, not across it", () => {
  const svg = drawChart(chart({ values: [3, 5, 2, 4, 6, 3, 7, 5, 4, 12, 3, 0] }));
  const dot = Number([...svg.matchAll(/<circle [^>]*cy="([\d.]+)"/g)].at(-1)?.[1]);
  const [, y = 0] = (/y="([\d.]+)"[^>]*font-weight="600"[^>]*>0</.exec(svg) ?? []).map(Number);
  expect(y).toBeLessThan(dot - 1);
  expect(y).toBeGreaterThan(dot - 8);
});

test("a sparkline is drawn from zero, its last count a dot", () => {
  const path = (values: readonly (number | null)[]): string =>
    / d="([^"]*)"/.exec(drawSparkline({ values, alternative: "" }))?.[1] ?? "";
  expect(path([0, 8, 4])).toBe("M2.5 13.5L32 2.5L61.5 8");
  expect(path([1, 1])).toBe("M2.5 10.8L61.5 10.8"); // one fact a quarter stays low
  expect(drawSparkline({ values: [0, 8, 4, null], alternative: "" })).toContain('<circle cx="41.8" cy="8"');
});

test("thousands are written in the French manner", () => {
  const svg = drawChart(chart({ values: LABELS.map(() => 1012), range: LABELS.map(() => null) }));
  expect(svg).toContain(">1\u202f012</text>");
});

test("a chart with no count at all is still drawn", () => {
  const none = LABELS.map(() => null);
  const svg = drawChart(chart({ values: none, rolling: none, range: none }));
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect(svg).toContain(">2024</text>");
});

test("forty quarters take less than 10 kB, and no coordinate is broken", () => {
  const labels = Array.from({ length: 40 }, (_, i) => `T${(i % 4) + 1}\u00a0${2016 + Math.floor(i / 4)}`);
  const values = labels.map((_, i) => (i * 7) % 13);
  const svg = drawChart(
    chart({
      labels,
      values,
      rolling: values.map((v) => v * 4),
      range: values.map(() => ({ low: 1, high: 9 })),
      verdict: "fall-to-follow",
      course: [{ label: "8 en moyenne", values: values.map((_, i) => (i < 20 ? null : 8)) }],
    }),
  );
  expect(svg.length).toBeLessThan(10_000);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

test("a sparkline breaks where a quarter is missing and names itself", () => {
  const svg = drawSparkline({ values: [1, 2, null, 4], alternative: 'a "b"' });
  expect(/<path d="([^"]*)"/.exec(svg)?.[1]?.match(/M/g)).toHaveLength(2);
  expect(svg).toContain('role="img" aria-label="a &quot;b&quot;"');
  expect(drawSparkline({ values: [], alternative: "vide" })).not.toMatch(/NaN|undefined|Infinity/);
});

/** Words of a drawing, as boxes: some two fifths of an em a letter. */
const boxesOf = (svg: string) =>
  [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*?(?:text-anchor="(\w+)")?[^>]*>([^<]*)</g)].map(
    ([whole, x, y, , text = ""]) => {
      const anchor = /text-anchor="(\w+)"/.exec(whole)?.[1];
      const width = text.length * 3.5;
      const left = Number(x) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
      return { text, left, right: left + width, top: Number(y) - 5.5, bottom: Number(y) + 1.5 };
    },
  );
type Box = ReturnType<typeof boxesOf>[number];
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test("a note that is cut leaves no bracket open", () => {
  const text = "Éclairage public rénové au centre (exemple fictif, pour la seule démonstration)";
  const [note] = boxesOf(drawChart(chart({ events: [{ at: 9, text }] }))).filter((box) => box.text.startsWith("Écl"));
  expect(note?.text).toBe("Éclairage public rénové au centre…");
});

test("no line of the grid runs through words on the lines: the paper is under them, over the grid", () => {
  const svg = drawChart(chart());
  const word = boxesOf(svg).find(({ text }) => text === "moyenne sur douze mois");
  const papers = [...svg.matchAll(/<path d="([^"]*)" fill="var\(--chart-paper[^"]*"/g)].map((m) => ({
    at: m.index,
    boxes: (m[1] ?? "").split("z").map((box) => [...box.matchAll(/[\d.]+/g)].map(([n]) => Number(n))),
  }));
  const under = papers.find(({ boxes }) =>
    boxes.some(([left = 0, top = 0, right = 0, , , bottom = 0]) => {
      const middle = word ? (word.left + word.right) / 2 : 0;
      return word && left < middle - 30 && right > middle + 30 && top < word.top + 2 && bottom > word.bottom - 2;
    }),
  );
  const grid = svg.lastIndexOf('stroke="var(--chart-line');
  const band = svg.indexOf('fill="var(--chart-past-band');
  expect([grid, under?.at, band].toSorted((x = 0, y = 0) => x - y)).toEqual([grid, under?.at, band]);
  expect(under).toBeDefined();
});

test("a note stands over its quarter, in words; each has a row, and no line passes through the words of another", () => {
  const events = [
    { at: 7, text: "Éclairage public rénové dans le quartier des Fleurs et dans les rues voisines" },
    { at: 10, text: "Caméras" },
  ];
  const svg = drawChart(chart({ events, breaks: [{ before: 2, label: "rupture" }] }));
  const boxes = boxesOf(svg);
  const words = ["Éclairage", "Caméras", "rupture"].map((start) => boxes.find(({ text }) => text.startsWith(start)));
  expect(words.map((box) => box?.text)).toEqual([
    expect.stringMatching(/^Éclairage public .*[a-zé]…$/),
    "Caméras",
    "rupture",
  ]);
  expect(new Set(words.map((box) => box?.top)).size).toBe(3);
  const rules = [...svg.matchAll(/<path d="M([\d.]+) ([\d.]+)L\1 ([\d.]+)"[^>]*stroke-dasharray/g)].map((m) =>
    m.slice(1).map(Number),
  );
  expect(rules).toHaveLength(3);
  for (const box of words)
    for (const [x = 0, from = 0] of rules)
      expect(box && box.left < x - 0.5 && x + 0.5 < box.right && from < box.bottom, box?.text).toBe(false);
  const many = Array.from({ length: 9 }, (_, i) => ({ at: i, text: `Note ${i}` }));
  expect(boxesOf(drawChart(chart({ events: many }))).filter(({ text }) => text.startsWith("Note"))).toHaveLength(3);
});

test("words on the lines touch no line and no other word, whatever the counts; those without room are left out", () => {
  let written = 0;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 20, maxLength: 20 }),
      fc.integer({ min: 1, max: 60 }),
      (values, high) => {
        const labels = values.map((_, i) => `T${(i % 4) + 1}\u00a0${2021 + Math.floor(i / 4)}`);
        const rolling = values.map((_, i) => (i < 3 ? null : values.slice(i - 3, i + 1).reduce((a, b) => a + b, 0)));
        const course = [{ label: "-12 % par an", values: values.map((_, i) => 20 * 0.97 ** i) }];
        const range = values.map((_, i) => (i < 12 ? null : { low: 0, high }));
        const svg = drawChart(chart({ labels, values, rolling, range, course }));
        const boxes = boxesOf(svg);
        const labelled = boxes.filter(({ text }) => /moyenne|ordinaires|plus tôt|par an/.test(text));
        written += labelled.length;
        const lines = [
          ...svg.matchAll(
            /<path d="(M[^"]*)" fill="none" stroke="var\(--chart-(?:accent|ink|muted)[^"]*" stroke-width="1(?:\.3)?"/g,
          ),
        ]
          .map(([, d = ""]) => [...d.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const))
          .filter((points) => points.length > 4);
        expect(lines.length).toBe(3);
        for (const box of labelled) {
          expect(boxes.filter((other) => other !== box && meet(box, other)).map(({ text }) => text)).toEqual([]);
          for (const points of lines)
            for (const [i, [x, y]] of points.entries()) {
              const [px, py] = points[i - 1] ?? [x, y];
              for (let t = 0; t <= 1; t += 0.05) {
                const [qx, qy] = [px + (x - px) * t, py + (y - py) * t];
                expect(qx > box.left && qx < box.right && qy > box.top && qy < box.bottom, box.text).toBe(false);
              }
            }
        }
      },
    ),
    { numRuns: 30 },
  );
  expect(written).toBeGreaterThan(40);
});

test("a small chart has its counts, the band and the last count, on the scale that is given, and no axis", () => {
  const svg = drawChart(
    chart({ top: 40, course: [{ label: "x", values: LABELS.map(() => 5) }], events: [{ at: 3, text: "Note" }] }),
  );
  expect(boxesOf(svg).map(({ text }) => text)).toEqual(["9"]);
  expect(svg).not.toContain("stroke-dasharray");
  expect([svg, drawChart(chart())].map((one) => /viewBox="([^"]+)"/.exec(one)?.[1])).toEqual([
    "0 0 84 27",
    "0 0 250 112",
  ]);
  const heightOf = (top: number): number => {
    const ys = [...lineOf(drawChart(chart({ top }))).matchAll(/ ([\d.]+)/g)].map(([, y]) => Number(y));
    return Math.max(...ys) - Math.min(...ys);
  };
  expect(heightOf(20) / heightOf(40)).toBeCloseTo(2, 0);
});
