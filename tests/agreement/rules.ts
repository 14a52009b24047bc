/** What must agree on a built page. Each rule yields the faults that it sees, as sentences; it knows nothing of the program. */
import type { BulletinPage, ControlPage, PageCell, PageFigure, PageRow, PageTable } from "./page.ts";

export type Rule = (page: BulletinPage, control: ControlPage) => Iterable<string>;

/** Sections whose numbers are counts of facts. */
const COUNTED = ["ou-en-est-on", "forces-et-mandat", "is101", "ist", "tendances", "contexte"];
/** Columns that hold no count: differences, rates, shares, words. */
const NO_COUNT =
  /Écart$|Part de la police$|^(?:Pour 1 ?000.*|.*\/ )?(?:Taux|Dépt|Commune|Année)$|Lecture$|Unité$|Pour 1 ?000 \(dépt\)$|Pour 1 ?000$/;

const numberIn = (text: string): number | undefined =>
  /^\d{1,3}(?: \d{3})*$|^\d+$/.test(text) ? Number(text.replaceAll(" ", "")) : undefined;
const isStrong = (cell: PageCell): boolean => cell.classes.includes("strong");
const isNumber = (cell: PageCell): boolean => cell.classes.includes("number");
const where = (table: PageTable, row: PageRow, head: string): string =>
  `${table.caption}, « ${row.label} », « ${head} »`;

/** Every cell of every table, with its row and its head. */
function* cellsOf(page: BulletinPage, sections = [...page.sections.keys()]) {
  for (const table of page.tables)
    if (sections.includes(table.section))
      for (const row of table.rows) for (const [head, cell] of row.cells) yield { table, row, head, cell };
}

const statementTables = (page: BulletinPage): readonly PageTable[] =>
  page.tables.filter(
    ({ heads }) => heads.includes("Lecture") && heads.some((head) => quarterOf(page).heads.test(head)),
  );

/** The bulletin's quarter: { number: 3, year: 2026 }. */
function quarterOf(page: BulletinPage) {
  const [, number = "", year = ""] = /^(\d)er? trimestre (\d{4})$/.exec(page.quarter) ?? [];
  return { number: Number(number), year: Number(year), heads: new RegExp(`^${number}er? trimestre / ${year}$`) };
}

// --- years under quarters -----------------------------------------------------------------------

/** A year printed under four quarters is their sum, or says why not. */
const years: Rule = function* ({ figures }) {
  for (const figure of figures)
    for (const [year, ...cells] of figure.rows) {
      const total = cells.at(-1)?.text ?? "";
      const quarters = cells.slice(0, 4).map(({ text }) => numberIn(text));
      const known = quarters.flatMap((n) => n ?? []);
      const sum = known.length === 4 ? known.reduce((a, b) => a + b, 0) : undefined;
      const given = numberIn(total);
      const place = `figure ${figure.number}, ${year?.text}`;
      if (given !== undefined && sum !== undefined && given !== sum && !figure.note.includes(`${year?.text} :`))
        yield `${place} : total ${total}, et ses trimestres ${cells
          .slice(0, 4)
          .map((c) => c.text)
          .join(" ")}`;
      else if (given === undefined && !/^(?:–|n\.d\.|secret|s\.o\.)$/.test(total))
        yield `${place} : total « ${total} »`;
    }
};

/** The quarters of a line, by "2026-3", as its figure prints them. */
const quartersOf = (figure: PageFigure): ReadonlyMap<string, number> =>
  new Map(
    figure.rows.flatMap(([year, ...cells]) =>
      cells.slice(0, 4).flatMap(({ text }, i) => {
        const n = numberIn(text);
        return n === undefined ? [] : [[`${year?.text}-${i + 1}`, n] as const];
      }),
    ),
  );

/** "12 mois à fin septembre / 2025" => the four quarters that end with it; undefined for a column of one quarter, or of none. */
function spanOf(page: BulletinPage, head: string): readonly string[] | undefined {
  const { number, year: own } = quarterOf(page);
  const twelve = /^12 mois( précédents)?$/.exec(head);
  const [, group = "", year = ""] = twelve
    ? [head, "12 mois", String(twelve[1] ? own - 1 : own)]
    : (/^(.*?) ?\/? (\d{4})$/.exec(head) ?? []);
  const last = Number(year) * 4 + number - 1;
  const back = (count: number) =>
    Array.from({ length: count }, (_, i) => `${Math.floor((last - i) / 4)}-${((last - i) % 4) + 1}`);
  if (/^12 mois/.test(group) || /^Année/.test(group)) return back(4);
  if (/^(?:Cumul janvier|1er semestre)/.test(group)) return back(number);
  if (/^Depuis le début du mandat \/ avr\.–sept\.$/.test(group)) return back(2);
  return undefined;
}

/** So is every longer span of a table whose quarters stand beside a chart. */
const spans: Rule = function* (page) {
  for (const { table, row, head, cell } of cellsOf(page, COUNTED)) {
    const span = spanOf(page, head);
    const figure = figureOf(page, row);
    const value = numberIn(cell.text);
    if (!span || !figure || value === undefined) continue;
    const quarters = quartersOf(figure);
    const known = span.flatMap((q) => quarters.get(q) ?? []);
    const sum = known.reduce((a, b) => a + b, 0);
    if (known.length < span.length || sum === value) continue;
    // Page one prints no note of a sum: the detailed table does.
    const notes = table.section === "ou-en-est-on" ? page.tables.flatMap((t) => t.notes) : table.notes;
    if (!notes.some((note) => note.includes(`« ${figure.title} »`) && note.includes(`somme de ses trimestres ${sum}`)))
      yield `${where(table, row, head)} : ${value}, et ses trimestres font ${sum}`;
  }
};

/** The figure of a row: the only one of the same key. */
function figureOf(page: BulletinPage, row: PageRow): PageFigure | undefined {
  const own = page.figures.filter((f) => f.line === row.line);
  return own.length === 1 ? own[0] : undefined;
}

// --- degrees ------------------------------------------------------------------------------------

const SAID = /(?:hausse|baisse) (?:établie|à suivre)/;
/** "hausse établie (due à « X ») ; 12 mois : baisse à suivre" => what is said of the quarter, and of twelve months; "" for nothing. */
function wordsOf(reading: string): { readonly quarter: string; readonly year: string } {
  const [, year = ""] = /12 mois : (.*)$/.exec(reading) ?? [];
  const quarter = reading.replace(/(?: ; )?12 mois : .*$/, "");
  return { quarter: SAID.exec(quarter)?.[0] ?? "", year: SAID.exec(year)?.[0] ?? "" };
}

const OF_QUARTER = (page: BulletinPage, head: string): boolean => {
  const { number, year, heads } = quarterOf(page);
  return heads.test(head) || head === `T${number} ${year}`;
};
const OF_YEAR = (page: BulletinPage, head: string): boolean =>
  new RegExp(`^(?:12 mois(?: à fin \\S+ / ${quarterOf(page).year})?|Année / ${quarterOf(page).year})$`).test(head);

/** The one sign of a line stands with its words; the number that they are of is in bold, and nothing else. */
const degrees: Rule = function* (page) {
  for (const { table, row, head, cell } of cellsOf(page)) {
    const reading = row.cells.get("Lecture");
    const words = wordsOf(reading?.text ?? "");
    const isJudged = reading !== undefined && table.section !== "forces-et-mandat" && isNumber(cell);
    const said = isJudged ? (OF_QUARTER(page, head) ? words.quarter : OF_YEAR(page, head) ? words.year : "") : "";
    const sign = cell === reading && table.section !== "forces-et-mandat" ? (SAID.exec(cell.text)?.[0] ?? "") : "";
    if (cell.mark !== sign)
      yield `${where(table, row, head)} : signe « ${cell.mark} », et « ${sign} » en toutes lettres`;
    const isBold = isNumber(cell) ? said !== "" : SAID.test(cell.text) || /transmis, somme/.test(cell.text);
    if (isStrong(cell) !== isBold) yield `${where(table, row, head)} : « ${cell.text} », gras ${isStrong(cell)}`;
  }
  for (const [, selector = "", body = ""] of page.css.matchAll(/([^{}]+)\{([^{}]*)\}/g))
    if (
      /font-weight:\s*(?:[6-9]00|bold)/.test(body) &&
      /(?:figures|data)-table.*(?:tbody|td|level-|family)/.test(selector) &&
      !/td\.strong\s*$/.test(selector)
    )
      yield `style « ${selector.trim()} » : gras`;
};

/** What is said of a number is said outside its ordinary range, and only there; a figure and its line's row say the same. */
const ranges: Rule = function* (page) {
  for (const figure of page.figures.filter(({ reading }) => reading !== "")) {
    const place = `figure ${figure.number}, « ${figure.title} »`;
    const [, n = "", said = "", low = "", high] =
      /^(Aucun|[\d ]+) faits? enregistrés? au .*? \d{4}(?:, ((?:hausse|baisse) [^(]+?))? \(rien ne serait annoncé (?:de |à )([\d ]+?)(?: à ([\d ]+?))?\)/.exec(
        figure.reading,
      ) ?? [];
    const table = statementTables(page).find(
      (t) => figureOf(page, t.rows.find((r) => r.line === figure.line) ?? NO_ROW) === figure,
    );
    const row = table?.rows.find((r) => r.line === figure.line && r.label === figure.title);
    const words = wordsOf(row?.cells.get("Lecture")?.text ?? "");
    if (row && words.quarter !== said && !isSurer(words.year, said))
      yield `${place} : « ${said} », et « ${words.quarter} » au tableau`;
    const [, lasting = ""] = new RegExp(`Sur douze mois : .*? : (${SAID.source})\\.`).exec(figure.reading) ?? [];
    if (row && words.year !== lasting && !isSurer(words.quarter, lasting))
      yield `${place} : « ${lasting} » sur douze mois, et « ${words.year} » au tableau`;
    const told = figure.news.includes("sur douze mois") ? lasting : said;
    const [, direction = "?"] = /en (?:nette )?(hausse|baisse)/.exec(figure.news) ?? [];
    const isSame = told.startsWith(direction) && figure.news.includes("à suivre") === told.endsWith("à suivre");
    if (said + lasting !== "" && !isSame) yield `${place} : le titre dit « ${figure.news} »`;
    if (low === "") continue;
    const [count, from, to] = [zero(n), low, high ?? low].map((x) => Number(x.replaceAll(" ", ""))) as [
      number,
      number,
      number,
    ];
    if (count >= from && count <= to && said !== "") yield `${place} : ${count} pour ${from} à ${to}, « ${said} »`;
    if (count > to && !said.startsWith("hausse")) yield `${place} : ${count} au-dessus de ${to}, « ${said} »`;
    if (count < from && !said.startsWith("baisse")) yield `${place} : ${count} en dessous de ${from}, « ${said} »`;
  }
};

/** A row says the surest alone. */
const isSurer = (shown: string, other: string): boolean => shown.endsWith("établie") && other.endsWith("à suivre");

const NO_ROW: PageRow = { line: "", label: "", level: 0, cells: new Map() };

// --- periods ------------------------------------------------------------------------------------

/** The period in a title is that of the figures below. */
const periods: Rule = function* (page) {
  const { number, year } = quarterOf(page);
  for (const { section, caption, heads } of page.tables.filter((t) => COUNTED.includes(t.section))) {
    for (const [period] of caption.matchAll(/\d(?:er|e) (?:trimestre|semestre) \d{4}|année \d{4}/g))
      if (period !== page.quarter) yield `${caption} : « ${period} » n'est pas la période du bulletin`;
    for (const head of heads)
      for (const [found] of head.matchAll(/\b(?:19|20)\d{2}\b/g))
        if (
          section !== "contexte" &&
          section !== "tendances" &&
          Number(found) !== year &&
          Number(found) !== year - 1 &&
          !/mandat/.test(head)
        )
          yield `${caption} : la colonne « ${head} »`;
  }
  for (const { caption, heads, rows } of page.tables.filter((t) => /^(?:tendances|trimestres)$/.test(t.section))) {
    const columns = heads
      .slice(1)
      .filter((head) => !head.endsWith(" / Total"))
      .map((head) => head.replace(/^(\d{4}) \/ (T\d)$/, "$2 $1"));
    if (
      !caption.endsWith(`, ${columns[0]} à ${columns.at(-1)}`) &&
      !(columns.length === 1 && caption.endsWith(`, ${columns[0]}`))
    )
      yield `« ${caption} », et les colonnes vont de ${columns[0]} à ${columns.at(-1)}`;
    if (!rows.some((row) => /^\d/.test(row.cells.get(heads[1] ?? "")?.text ?? "")))
      yield `« ${caption} » : rien au premier trimestre`;
  }
  if (page.curves !== "") {
    const [, q1, y1, q2, y2] = /, T(\d) (\d{4}) à T(\d) (\d{4})$/.exec(page.curves) ?? [];
    const [first] = page.figures.flatMap((f) => [...quartersOf(f).keys()]).sort();
    const isWhole = !page.tables.some(({ notes }) => notes.some((note) => note.includes("donnees.csv")));
    if (`${q2} ${y2}` !== `${number} ${year}`) yield `« ${page.curves} » ne finit pas au ${page.quarter}`;
    if (isWhole && first !== `${y1}-${q1}`) yield `« ${page.curves} », et le premier nombre est ${first}`;
  }
};

// --- one number, one place ----------------------------------------------------------------------

/** The same number of the same line is the same wherever it is printed: tables, figures, sentences. */
const everywhere: Rule = function* (page) {
  const seen = new Map<string, { readonly text: string; readonly place: string }>();
  const faults: string[] = [];
  const say = (key: string, text: string, place: string): void => {
    const known = seen.get(key);
    if (known === undefined) seen.set(key, { text, place });
    else if (known.text !== text) faults.push(`${key} : ${known.text} (${known.place}) et ${text} (${place})`);
  };
  const { number, year } = quarterOf(page);
  for (const { table, row, head, cell } of cellsOf(page, COUNTED)) {
    if (!isNumber(cell) || NO_COUNT.test(head)) continue;
    const figure = figureOf(page, row);
    const line = `${row.line} ${figure?.title ?? row.label}`;
    const of = (force: string, span: string) => say(`${line} ${force} ${span}`, cell.text, table.caption);
    const [, column = "", of1 = ""] = /^(.*?) ?\/? (\d{4})$/.exec(head) ?? [];
    if (/^\der? trimestre$/.test(column)) of("Ensemble", `${of1}-${number}`);
    else if (/^(?:Police|Gendarmerie), trimestre$/.test(column) && cell.text !== "–")
      of(column.replace(", trimestre", ""), `${of1}-${number}`);
    else if (/trimestre \d{4} \//.test(head)) of(head.split(" / ")[1] ?? "", `${year}-${number}`);
    else if (/^(?:12 mois à fin \S+|Année) \d{4} \//.test(head)) of(head.split(" / ")[1] ?? "", `an ${year}`);
    else if (/^12 mois|^Année/.test(column)) of("Ensemble", `an ${of1}`);
    else if (/^Cumul janvier|^1er semestre/.test(column)) of("Ensemble", `cumul ${of1}`);
    else if (/12 mois à fin .* \/ Nombre$/.test(head)) of("Ensemble", `an ${year}`);
    else if (/^\d{4} \/ T\d$/.test(head)) of("Ensemble", head.replace(" / T", "-"));
    else if (/^T\d \d{4}$/.test(head)) of("Ensemble", head.replace(/T(\d) (\d{4})/, "$2-$1"));
    else if (head === "12 mois") of("Ensemble", `an ${year}`);
    else if (/^12 mois d.avant$/.test(head)) of("Ensemble", `an ${year - 1}`);
  }
  for (const figure of page.figures) {
    const line = `${figure.line} ${figure.title} Ensemble`;
    for (const [y, ...cells] of figure.rows) {
      const now = cells[number - 1];
      if (now && Number(y?.text) >= year - 1) say(`${line} ${y?.text}-${number}`, now.text, `figure ${figure.number}`);
      const total = cells.at(-1)?.text.replace(/ (?:transmis|calculé)$/, "");
      if (number === 4 && total !== undefined && Number(y?.text) >= year - 1)
        say(`${line} an ${y?.text}`, total, `figure ${figure.number}`);
    }
    const place = `« ${figure.reading} »`;
    const [, count] = /^(Aucun|[\d ]+) faits? enregistrés? au /.exec(figure.reading) ?? [];
    if (count) say(`${line} ${year}-${number}`, zero(count), place);
    const [, rolling, before] =
      /Sur douze mois : (aucun|[\d ]+?)(?: \([^)]*\))?(?:, contre (aucun|[\d ]+) un an plus tôt)?[.,]/.exec(
        figure.reading,
      ) ?? [];
    if (rolling) say(`${line} an ${year}`, zero(rolling), place);
    if (before) say(`${line} an ${year - 1}`, zero(before), place);
  }
  yield* faults;
};

const zero = (text: string): string => (/^aucun$/i.test(text) ? "0" : text);

/** A difference is that of the two numbers before it, and a percentage that of the first. */
const differences: Rule = function* (page) {
  for (const table of page.tables)
    for (const [i, head] of table.heads.entries()) {
      if (!/Écart$/.test(head)) continue;
      for (const row of table.rows) {
        const cells = [...row.cells.values()];
        const [left, right] = [numberIn(cells[i - 2]?.text ?? ""), numberIn(cells[i - 1]?.text ?? "")];
        const text = cells[i]?.text ?? "";
        const [, sign = "", size = "", percent] = /^([+−]?)([\d ]+)(?: \(([+−]?\d[\d ]*) %\))?$/.exec(text) ?? [];
        if (left === undefined || right === undefined || size === "") {
          if (size !== "" || !/^(?:–|n\.d\.)$/.test(text)) yield `${where(table, row, head)} : « ${text} »`;
          continue;
        }
        // « Ancien, Nouveau, Écart » of a revision; everywhere else the newer number comes first.
        const [after, before] = table.section === "revisions" ? [right, left] : [left, right];
        if (Number(`${sign === "−" ? "-" : ""}${size.replaceAll(" ", "")}`) !== after - before)
          yield `${where(table, row, head)} : « ${text} » pour ${after} et ${before}`;
        if (
          percent !== undefined &&
          Math.abs(Number(percent.replace("−", "-").replaceAll(" ", "")) - (100 * (after - before)) / before) > 0.51
        )
          yield `${where(table, row, head)} : « ${text} » pour ${after} et ${before}`;
      }
    }
};

// --- links --------------------------------------------------------------------------------------

/** The commune's rate leads to the counts that it is made from; a public base is on no control sheet. */
const COMMUNE_RATE = /\(dépt\)$|\/ Commune$|12 mois à fin .* \/ Taux$/;

/** Every count leads to a place of the control sheet, which shows the same number. */
const links: Rule = function* (page, control) {
  const inTables = [...cellsOf(page, [...COUNTED, "revisions", "autres-etats"])].flatMap(
    ({ table, row, head, cell }) =>
      isNumber(cell) && (!NO_COUNT.test(head) || COMMUNE_RATE.test(head))
        ? [{ place: where(table, row, head), cell }]
        : [],
  );
  const inFigures = page.figures.flatMap((figure) =>
    figure.rows.flatMap(([year, ...cells]) =>
      cells.map((cell) => ({ place: `figure ${figure.number}, ${year?.text}`, cell })),
    ),
  );
  for (const { place, cell } of [...inTables, ...inFigures]) {
    if (!/^\d/.test(cell.text)) continue;
    if (cell.origin === null) yield `${place} : ${cell.text} ne mène nulle part`;
    else if (!control.places.has(cell.origin))
      yield `${place} : ${cell.text} mène à « ${cell.origin} », absent de la feuille`;
    else if (!cell.text.includes(",") && digits(control.places.get(cell.origin) ?? "") !== digits(cell.text))
      yield `${place} : ${cell.text} mène à « ${control.places.get(cell.origin)} »`;
  }
};

/** "1 012", "+ 1 012 fait(s)", "1012,00" => "1012" */
const digits = (text: string): string => text.replace(/[.,]0+\b/, "").replace(/\D/g, "");

// --- marks --------------------------------------------------------------------------------------

/** A mark in place of a number is explained under its table. */
const marks: Rule = function* (page) {
  for (const table of page.tables)
    for (const mark of ["n.d.", "secret", "s.o."])
      if (
        table.rows.some((row) => [...row.cells.values()].some(({ text }) => text === mark)) &&
        !table.notes.some((note) => note.startsWith(`${mark} :`))
      )
        yield `${table.caption} : « ${mark} » n'est pas expliqué`;
};

// --- totals -------------------------------------------------------------------------------------

/** Totals as sent stand with the year before, and say whether their lines make them. */
const totals: Rule = function* (page) {
  for (const table of page.tables) {
    if (!/totaux tels que transmis/.test(table.caption)) continue;
    for (const row of table.rows) {
      const period = row.cells.get("Période")?.text ?? "";
      if (!period.includes(String(quarterOf(page).year))) yield `${table.caption} : la période « ${period} »`;
    }
  }
};

// --- page one -----------------------------------------------------------------------------------

/** From page one alone: each indicator and family, its numbers and its marks as the detail gives them; what is said, with the same numbers. */
const first: Rule = function* (page) {
  const { number, year, heads: ofQuarter } = quarterOf(page);
  const standing = page.tables.find((t) => t.section === "ou-en-est-on");
  if (page.headline === "") yield "première page : sans titre";
  if (page.points.filter(({ tag }) => !/^(?:À savoir|Édition|Faut-il|À demander)/.test(tag)).length > 5)
    yield `première page : ${page.points.length} points`;
  if (standing === undefined) return;
  for (const section of ["is101", "ist"]) {
    const main = statementTables(page).find((t) => t.section === section);
    for (const row of main?.rows ?? []) {
      if (row.level > 0 || isWithoutTotal(main, row)) continue;
      const found = standing.rows.filter((r) => r.line === row.line);
      if (found.length === 0) yield `première page : « ${row.label} » (${section}) n'y est pas`;
      for (const [head, cell] of row.cells) {
        const same =
          head === "Lecture"
            ? head
            : ofQuarter.test(head)
              ? `T${number} ${year}`
              : ofQuarter.test(head.replace(String(year - 1), String(year)))
                ? `T${number} ${year - 1}`
                : OF_YEAR(page, head)
                  ? "12 mois"
                  : "";
        const there = (r: PageRow): PageCell | undefined => r.cells.get(same);
        if (same === "" || !found.some(there)) continue;
        const isSame = (r: PageRow): boolean =>
          there(r)?.mark === cell.mark && (same === "Lecture" || there(r)?.text === cell.text);
        if (!found.some(isSame))
          yield `première page, « ${row.label} », « ${same} » : ${found.map((r) => there(r)?.text)}, et ${cell.text} ${cell.mark} au tableau`;
      }
    }
  }
  yield* saidFirst(page, standing);
  const order = [...page.sections.keys()];
  for (const [before, after] of [
    ["ou-en-est-on", "avertissements"],
    ["avertissements", "tendances"],
    ["tendances", "is101"],
  ] as const)
    if (order.includes(before) && order.includes(after) && order.indexOf(before) > order.indexOf(after))
      yield `« ${after} » vient avant « ${before} »`;
};

const isWithoutTotal = (table: PageTable | undefined, row: PageRow): boolean =>
  /le total de la famille n.a pas été transmis/.test(table?.notes.find((n) => n.includes(`« ${row.label} »`)) ?? "");

const isSignOf = (row: PageRow, mark: string): boolean => (row.cells.get("Lecture")?.mark ?? "") === mark;

/** The sentences and the large numbers beside the table under them. */
function* saidFirst(page: BulletinPage, standing: PageTable): Generator<string> {
  const { number, year } = quarterOf(page);
  const [now, before] = [`T${number} ${year}`, `T${number} ${year - 1}`];
  for (const item of page.keyFigures) {
    const rows = standing.rows.filter((r) => r.line === item.line);
    const [, said] = /^(aucun|[\d ]+) un an plus tôt$/.exec(item.before) ?? [];
    if (
      !rows.some(
        (r) =>
          r.cells.get(now)?.text === item.value &&
          isSignOf(r, item.mark) &&
          (said === undefined || r.cells.get(before)?.text === zero(said)),
      )
    )
      yield `première page, ${item.value} ${item.mark}, ${item.before} : autre chose au tableau`;
  }
  for (const { lead, text, mark } of page.points) {
    const rows = standing.rows.filter((r) => r.label.replace(/ \((?:IS 101|I\.S\.T)\)$/, "") === lead);
    if (lead === "" || rows.length === 0) continue;
    const of = (form: RegExp, head: string): boolean => {
      const [, n] = form.exec(text) ?? [];
      return n === undefined || rows.some((r) => r.cells.get(head)?.text === zero(n));
    };
    if (
      !of(/ : (aucun|\d[\d ]*), (?:environ|divisé|pour|contre|aucun)/, now) ||
      !of(/(aucun|\d[\d ]*) un an plus tôt/, before) ||
      !of(/(aucun|\d[\d ]*) sur douze mois/, "12 mois")
    )
      yield `première page, « ${text} » : autre chose au tableau`;
    if (mark !== "" && !rows.some((r) => isSignOf(r, mark)) && !/ par an |niveau plus /.test(text))
      yield `première page, « ${text} » : signe « ${mark} », autre au tableau`;
  }
}

export const RULES = {
  first,
  marks,
  years,
  spans,
  degrees,
  ranges,
  periods,
  everywhere,
  differences,
  links,
  totals,
} as const satisfies Readonly<Record<string, Rule>>;
