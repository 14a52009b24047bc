/** What must agree on a built page. Each rule yields the faults that it sees, as sentences; it knows nothing of the program. */
import type { BulletinPage, ControlPage, PageCell, PageFigure, PageRow, PageTable } from "./page.ts";

export type Rule = (page: BulletinPage, control: ControlPage) => Iterable<string>;

/** Sections whose numbers are counts of facts. */
const COUNTED = ["ou-en-est-on", "forces-et-mandat", "is101", "ist", "tendances", "semestre", "annee", "contexte"];
/** Columns that hold no count: differences, rates, shares, words. */
const NO_COUNT =
  /Écart$|Part de la police$|^(?:Pour 1 ?000.*|.*\/ )?(?:Taux|Dépt|Commune|Année)$|Lecture$|Unité$|Pour 1 ?000$/;

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
      if (given !== undefined && given !== sum)
        yield `${place} : total ${total}, et ses trimestres ${cells
          .slice(0, 4)
          .map((c) => c.text)
          .join(" ")}`;
      else if (given === undefined && !/^(?:–|n\.d\.|secret|s\.o\.|[\d ]+ (?:transmis|calculé))$/.test(total))
        yield `${place} : total « ${total} »`;
      else if (sum !== undefined && given === undefined && !figure.note.includes(`${year?.text} :`))
        yield `${place} : total « ${total} » sans raison, ses trimestres font ${sum}`;
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
  const { number } = quarterOf(page);
  const [, group = "", year = ""] = /^(.*?) ?\/? (\d{4})$/.exec(head) ?? [];
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
    const figure = figureOf(page, table, row);
    const value = numberIn(cell.text);
    if (!span || !figure || value === undefined) continue;
    const quarters = quartersOf(figure);
    const known = span.flatMap((q) => quarters.get(q) ?? []);
    const sum = known.reduce((a, b) => a + b, 0);
    if (known.length < span.length || sum === value) continue;
    if (
      !table.notes.some((note) => note.includes(`« ${row.label} »`) && note.includes(`somme de ses trimestres ${sum}`))
    )
      yield `${where(table, row, head)} : ${value}, et ses trimestres font ${sum}`;
  }
};

/** The figure of a row: same key, and same statement where the section tells it. */
function figureOf(page: BulletinPage, table: PageTable, row: PageRow): PageFigure | undefined {
  const statement = { is101: "IS 101", ist: "I.S.T" }[table.section];
  return page.figures.find(
    (f) => f.line === row.line && f.title === row.label && (statement === undefined || f.group.startsWith(statement)),
  );
}

// --- bold ---------------------------------------------------------------------------------------

/** Bold is a number of the quarter out of its range, a word that tells a change, or a check that fails; a family is not bold for being one. */
const bold: Rule = function* (page) {
  const { heads: ofQuarter } = quarterOf(page);
  for (const { table, row, head, cell } of cellsOf(page)) {
    if (!isStrong(cell)) continue;
    const fits = isNumber(cell) ? ofQuarter.test(head) : /hausse|baisse|transmis, somme/.test(cell.text);
    if (!fits) yield `${where(table, row, head)} : « ${cell.text} » en gras`;
  }
  for (const [, selector = "", body = ""] of page.css.matchAll(/([^{}]+)\{([^{}]*)\}/g))
    if (
      /font-weight:\s*(?:[6-9]00|bold)/.test(body) &&
      /(?:figures|data)-table.*(?:tbody|td|level-|family)/.test(selector) &&
      !/td\.strong\s*$/.test(selector)
    )
      yield `style « ${selector.trim()} » : gras`;
};

/** "« Vols » (3, attendu de 0 à 1)" => ["Vols", 3, 0, 1] */
const NAMED = /« ([^»]+) » \((\d[\d ]*), attendu (?:de (\d[\d ]*) à )?(\d[\d ]*)\)/g;

/** A list that says « hors de l'intervalle » names all the bold numbers and no other, with the numbers that the table prints. */
const outside: Rule = function* (page) {
  const { heads: ofQuarter } = quarterOf(page);
  const everywhere = new Set<string>();
  const main = new Set<string>();
  for (const table of statementTables(page)) {
    const head = table.heads.find((h) => ofQuarter.test(h)) ?? "";
    const inBold = table.rows.flatMap((row) => {
      const cell = row.cells.get(head);
      return cell && isStrong(cell) ? [`${row.label} ${cell.text}`] : [];
    });
    const note = table.notes.find((text) => text.startsWith("Nombre du trimestre en gras")) ?? "";
    yield* sameNames(`${table.caption}, note`, namesIn(note), inBold);
    for (const name of inBold) (table.section === "ou-en-est-on" ? everywhere : main).add(name);
  }
  for (const name of everywhere)
    if (!main.has(name)) yield `première page : « ${name} » en gras, et nulle part ailleurs`;
  const trends = page.sections.get("tendances");
  const said = /sortent de leur intervalle attendu : .*?\. Le seul hasard/.exec(trends ?? "")?.[0] ?? "";
  if (trends !== undefined) yield* sameNames("Tendances", namesIn(said), [...main]);
  for (const text of [said, ...statementTables(page).flatMap((t) => t.notes)])
    for (const [, label, count = "", low, high = ""] of text.matchAll(NAMED)) {
      const [n, from, to] = [count, low ?? high, high].map((x) => Number(x.replaceAll(" ", ""))) as [
        number,
        number,
        number,
      ];
      if (n >= from && n <= to) yield `« ${label} » : ${n} est dit hors de ${from} à ${to}`;
    }
  for (const figure of page.figures) {
    const row = statementTables(page)
      .filter(
        (t) =>
          t.section !== "ou-en-est-on" &&
          figure.group.startsWith(t.caption.replace(/^Tableau \d+ /, "").split(" :")[0] ?? ""),
      )
      .flatMap((t) => t.rows)
      .find((r) => r.line === figure.line && r.label === figure.title);
    const cell = row?.cells.get([...row.cells.keys()].find((h) => ofQuarter.test(h)) ?? "");
    const says = /(?:au-dessus|en dessous) de l[’']intervalle/.test(figure.reading);
    if (cell && isStrong(cell) !== says)
      yield `figure ${figure.number}, « ${figure.title} » : « ${figure.reading} », gras ${isStrong(cell)}`;
  }
};

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(NAMED)].map(([, label, count]) => `${label} ${count}`);

function* sameNames(place: string, said: readonly string[], inBold: readonly string[]): Generator<string> {
  for (const name of inBold) if (!said.includes(name)) yield `${place} : « ${name} » est en gras et n'est pas nommé`;
  for (const name of said) if (!inBold.includes(name)) yield `${place} : « ${name} » est nommé et n'est pas en gras`;
}

// --- periods ------------------------------------------------------------------------------------

/** The period in a title is that of the figures below. */
const periods: Rule = function* (page) {
  const { number, year } = quarterOf(page);
  const closed = number === 4 ? `année ${year}` : number === 2 ? `1er semestre ${year}` : "";
  for (const { section, caption, heads } of page.tables.filter((t) => COUNTED.includes(t.section))) {
    for (const [period] of caption.matchAll(/\d(?:er|e) (?:trimestre|semestre) \d{4}|année \d{4}/g))
      if (period !== page.quarter && period !== closed)
        yield `${caption} : « ${period} » n'est pas la période du bulletin`;
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
  for (const { caption, heads, rows } of page.tables.filter((t) => t.section === "tendances")) {
    const columns = heads.slice(1).map((head) => head.replace(/^(\d{4}) \/ (T\d)$/, "$2 $1"));
    if (
      !caption.endsWith(`, ${columns[0]} à ${columns.at(-1)}`) &&
      !(columns.length === 1 && caption.endsWith(`, ${columns[0]}`))
    )
      yield `« ${caption} », et les colonnes vont de ${columns[0]} à ${columns.at(-1)}`;
    if (!rows.some((row) => /^\d/.test(row.cells.get(heads[1] ?? "")?.text ?? "")))
      yield `« ${caption} » : rien au premier trimestre`;
  }
  for (const [group, figures] of Map.groupBy(page.figures, (f) => f.group)) {
    const [, q1, y1, q2, y2] = /, T(\d) (\d{4}) à T(\d) (\d{4})$/.exec(group) ?? [];
    const known = page.figures.flatMap((f) => [...quartersOf(f).keys()]).sort();
    const before = figures.flatMap((f) => /(\d{4}) à \d{4} : voir/.exec(f.note)?.[1] ?? []).sort()[0];
    if (`${q2} ${y2}` !== `${number} ${year}`) yield `« ${group} » ne finit pas au ${page.quarter}`;
    if (before === undefined ? known[0] !== `${y1}-${q1}` : before !== y1)
      yield `« ${group} », et le premier nombre est ${before ?? known[0]}`;
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
    const figure = figureOf(page, table, row);
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
  for (const finding of page.findings) {
    const [, label = "", statement = "", count, before] =
      /^(.+?) \((IS 101|I\.S\.T)[^)]*\) : (aucun|[\d ]+) faits? enregistrés?.*?(?: \((\d[\d ]*) au \der? trimestre \d{4}\))?\. /.exec(
        finding,
      ) ?? [];
    const table = statementTables(page).find((t) => t.section === (statement === "IS 101" ? "is101" : "ist"));
    const row = table?.rows.find((r) => r.label.replace(" (hors nomenclature)", "") === label);
    if (!row || !count) continue;
    const text = (y: number) =>
      row.cells.get([...row.cells.keys()].find((h) => new RegExp(`^\\der? trimestre / ${y}$`).test(h)) ?? "")?.text;
    if (text(year) !== zero(count)) faults.push(`« ${finding} » : ${text(year)} au tableau`);
    if (before !== undefined && text(year - 1) !== before) faults.push(`« ${finding} » : ${text(year - 1)} au tableau`);
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
const COMMUNE_RATE = /\/ Commune$|12 mois à fin .* \/ Taux$/;

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

/** Totals as sent stand with the year before, and say what they leave out where their lines tell it. */
const totals: Rule = function* (page) {
  for (const table of page.tables) {
    if (!/totaux tels que transmis/.test(table.caption)) continue;
    if (!table.heads.includes("Un an plus tôt")) yield `${table.caption} : sans l'année précédente`;
    for (const row of table.rows) {
      const period = row.cells.get("Période")?.text ?? "";
      if (!period.includes(String(quarterOf(page).year))) yield `${table.caption} : la période « ${period} »`;
    }
    const main = page.tables.find((t) => t.section === table.section && t !== table && t.heads.includes("Lecture"));
    const force = (row: PageRow) => row.cells.get("Service")?.text;
    const quarterTotal = table.rows.find(
      (row) => force(row) === "Ensemble" && /^T\d/.test(row.cells.get("Période")?.text ?? ""),
    );
    const given = numberIn(quarterTotal?.cells.get("Nombre")?.text ?? "");
    const head = main?.heads.find((h) => quarterOf(page).heads.test(h)) ?? "";
    const note = table.notes.join(" ");
    if (main === undefined || given === undefined) continue;
    // Families and lines that stand under none: a sub-line is in its family.
    const lines = main.rows.map((row) => ({ label: row.label, n: numberIn(row.cells.get(head)?.text ?? "") }));
    const left = lines.filter(({ label }) => new RegExp(`laissent de côté .*« ${escaped(label)} »`).test(note));
    const sum = (rows: typeof lines): number => rows.reduce((s, { n = 0 }) => s + n, 0);
    if (table.section !== "is101" || lines.some(({ n }) => n === undefined)) continue;
    // The lines are those of today, the total that of its day: what was revised in between is named.
    const revised = lines.filter(({ label }) => new RegExp(`avant la révision de .*« ${escaped(label)} »`).test(note));
    if (revised.length > 0) continue;
    const gap = sum(lines) - given;
    if (gap === 0 && left.length > 0 && sum(left) > 0) yield `${table.caption} : rien n'est laissé de côté`;
    if (gap !== 0 && left.length > 0 && sum(left) !== gap)
      yield `${table.caption} : il manque ${gap}, et « ${left.map((l) => l.label).join(", ")} » font ${sum(left)}`;
    if (gap !== 0 && left.length === 0 && !/ne sont pas la somme/.test(note))
      yield `${table.caption} : il manque ${gap}, et rien ne le dit`;
    if (gap !== 0 && /est la somme des lignes/.test(note)) yield `${table.caption} : dit la somme, il manque ${gap}`;
  }
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** « Sur 10 lignes, 7 sont sans évolution claire » counts the words of the table under it. */
const counts: Rule = function* (page) {
  const WORDS: readonly (readonly [RegExp, RegExp])[] = [
    [/en hausse nette/, /^hausse nette/],
    [/en hausse(?! nette)/, /^hausse(?! nette)/],
    [/en baisse nette/, /^baisse nette/],
    [/en baisse(?! nette)/, /^baisse(?! nette)/],
    [/sans évolution claire/, /^pas d’évolution claire/],
    [/nombres nuls ou trop petits/, /^(?:trop peu pour conclure|aucun fait)/],
    [/comparables?/, /^(?:non comparable|rupture de série)/],
  ];
  for (const section of ["is101", "ist"]) {
    const table = statementTables(page).find((t) => t.section === section);
    const said = /Sur [\d ]+ lignes?, (.*?)\. /.exec(page.sections.get(section) ?? "")?.[1];
    if (table === undefined || said === undefined) continue;
    const words = table.rows.flatMap((row) => row.cells.get("Lecture")?.text ?? []);
    for (const part of said.split(/, | et (?=\d)/)) {
      const [, n = ""] = /^(\d+) /.exec(part) ?? [];
      const [, word] = WORDS.find(([form]) => form.test(part)) ?? [];
      const found = words.filter((text) => word?.test(text)).length;
      if (word && Number(n) !== found) yield `${section} : « ${part} », ${found} au tableau`;
    }
  }
};

// --- page one -----------------------------------------------------------------------------------

/** From page one alone: for each indicator and family, where it stands against last year and whether that can be told. */
const first: Rule = function* (page) {
  const { number, year, heads: ofQuarter } = quarterOf(page);
  const standing = page.tables.find((t) => t.section === "ou-en-est-on");
  if (standing === undefined) return;
  for (const section of ["is101", "ist"]) {
    const main = statementTables(page).find((t) => t.section === section);
    for (const row of main?.rows ?? []) {
      const head = main?.heads.find((h) => ofQuarter.test(h)) ?? "";
      if (
        row.level > 0 ||
        /le total de la famille n.a pas été transmis/.test(
          main?.notes.find((n) => n.includes(`« ${row.label} »`)) ?? "",
        )
      )
        continue;
      const found = standing.rows.filter((r) => r.line === row.line && r.label === row.label);
      if (found.length === 0) yield `première page : « ${row.label} » (${section}) n'y est pas`;
      for (const h of [
        head,
        head.replace(String(year), String(year - 1)),
        head.replace(String(year), "Écart"),
        "Lecture",
      ]) {
        const there = row.cells.get(h)?.text.replace(/ \(réf\. [^)]*\)$/, "");
        if (found.length > 0 && !found.some((r) => r.cells.get(h)?.text === there && there !== ""))
          yield `première page, « ${row.label} », « ${h} » : ${found.map((r) => r.cells.get(h)?.text)}, et ${there} au tableau`;
      }
    }
  }
  const closed = number === 4 ? /^L’année \d{4} :/ : number === 2 ? /^Le 1er semestre \d{4} :/ : undefined;
  const [lead] = page.findings.filter((text) => !text.startsWith("Données incomplètes"));
  if (closed && !closed.test(lead ?? "") && !page.findings.some((text) => text.includes("aucun constat ne porte")))
    yield `À retenir commence par « ${lead} »`;
  if (page.findings.length > 5) yield `À retenir a ${page.findings.length} phrases`;
  const order = [...page.sections.keys()];
  for (const [before, after] of [
    ["ou-en-est-on", "a-retenir"],
    ["a-retenir", "avertissements"],
    ["a-retenir", "is101"],
  ] as const)
    if (order.includes(before) && order.includes(after) && order.indexOf(before) > order.indexOf(after))
      yield `« ${after} » vient avant « ${before} »`;
};

export const RULES = {
  first,
  marks,
  years,
  spans,
  bold,
  outside,
  periods,
  everywhere,
  differences,
  links,
  totals,
  counts,
} as const satisfies Readonly<Record<string, Rule>>;
