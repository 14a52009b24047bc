import { describe, expect, test } from "vitest";
import type { StructureNode } from "../../scripts/publish/pdf/document.ts";
import { type Evidence, findFaults } from "../../scripts/publish/proofs/index.ts";

/** A table of one head and one row over two pages: the head is printed on both. */
function evidence(change: { [K in keyof Evidence]?: Evidence[K] } = {}): Evidence {
  const node = (role: string, ...children: StructureNode["children"]): StructureNode => ({
    role,
    alternative: "",
    children,
  });
  return {
    html: '<table id="t"><tr><th>Faits</th></tr></table>',
    facts: {
      tables: [
        {
          name: "T",
          cells: [
            { text: "Faits", place: "ligne 1, colonne 1", head: true },
            { text: "1\u202f012", place: "ligne 2, colonne 1", head: false },
            { text: "3", place: "ligne 3, colonne 1", head: false },
          ],
        },
      ],
      charts: [{ name: "C", hasTable: true, hasAlternative: true }],
    },
    pdf: {
      pages: [
        {
          tagged: new Map([
            [0, "Faits"],
            [1, "1 012"],
          ]),
          loose: "Page 1/2",
          unprinted: "",
        },
        {
          tagged: new Map([
            [0, "Faits"],
            [1, "3"],
          ]),
          loose: "Page 2/2",
          unprinted: "",
        },
      ],
      structure: node(
        "Root",
        node("H1", { page: 1, mark: 9 }),
        node(
          "Table",
          node("TR", node("TH", { page: 1, mark: 0 }, { page: 2, mark: 0 })),
          node("TR", node("TD", { page: 1, mark: 1 })),
          node("TR", node("TD", { page: 2, mark: 1 })),
        ),
      ),
      images: [],
      addresses: [],
      strayMarks: [],
      missingFonts: [],
      finish: () => Promise.resolve(Buffer.alloc(0)),
    },
    requested: [],
    ...change,
  };
}
const { pdf, facts } = evidence();
const h1 = { role: "H1", alternative: "", children: [] };

/** A document of one table: what its cells hold on the page, and where each stands on paper, with what text. */
type Paper = readonly { readonly page: number; readonly text: string }[];
interface OneCell {
  readonly text: string;
  readonly head?: boolean;
  readonly role?: string;
  readonly paper: Paper;
}
function document(...cells: readonly OneCell[]): Evidence {
  const tagged = [1, 2, 3].map(() => new Map<number, string>());
  let mark = 0;
  const rows = cells.map(({ paper, role = "TD" }) => ({
    role: "TR",
    alternative: "",
    children: [
      {
        role,
        alternative: "",
        // as browsers do: the text stands in a paragraph, and each line of it is a piece
        children: [
          {
            role: "P",
            alternative: "",
            children: paper.map(({ page, text }) => {
              mark += 1;
              tagged[page - 1]?.set(mark, text);
              return { page, mark };
            }),
          },
        ],
      },
    ],
  }));
  const head: StructureNode = {
    role: "TR",
    alternative: "",
    children: [{ role: "TH", alternative: "", children: [] }],
  };
  return evidence({
    facts: {
      charts: [],
      tables: [
        {
          name: "T",
          cells: [
            { text: "", place: "ligne 1", head: true },
            ...cells.map(({ text, head = false }, i) => ({ text, place: `ligne ${i + 2}`, head })),
          ],
        },
      ],
    },
    pdf: {
      ...evidence().pdf,
      pages: tagged.map((map, i) => ({ tagged: map, loose: `${i + 1}/3`, unprinted: "" })),
      structure: {
        role: "Root",
        alternative: "",
        children: [h1, { role: "Table", alternative: "", children: [head, ...rows] }],
      },
    },
  });
}
const cell = (text: string, page = 1, more: Partial<OneCell> = {}): OneCell => ({
  text,
  paper: [{ page, text }],
  ...more,
});

describe("the cells of a table, read back from the paper", () => {
  test("stand there as on the page, over as many pages as it takes", () => {
    expect(findFaults(document(cell("3"), cell("4"), cell("5", 2), cell("6", 3)))).toEqual([]);
  });

  test("that go back to an earlier page are a fault, although every text is right", () => {
    expect(findFaults(document(cell("3"), cell("4", 2), cell("5", 1)))).toEqual([
      "tableau « T », ligne 4 : page 1, après la page 2",
    ]);
    expect(findFaults(document(cell("3", 2), cell("4", 3), cell("5", 1), cell("6", 1)))).toEqual([
      "tableau « T », ligne 4 : page 1, après la page 3",
    ]);
  });

  test("that stand beside one cut between two pages begin on its first page: no fault", () => {
    const cut = {
      text: "vols et",
      paper: [
        { page: 1, text: "vols " },
        { page: 2, text: "et" },
      ],
    };
    expect(findFaults(document(cut, cell("4", 1), cell("5", 2)))).toEqual([]);
  });

  test("that are empty have no place in the order", () => {
    expect(findFaults(document(cell("3", 2), { text: "", paper: [] }, cell("4", 2)))).toEqual([]);
    expect(findFaults(document(cell("3", 2), { text: "", paper: [] }, cell("4", 1)))).toHaveLength(1);
    expect(findFaults(document({ text: " \u00ad", paper: [] }))).toEqual([]);
    expect(findFaults(document({ text: "4", paper: [] }))).toEqual([
      "tableau « T », ligne 2 : « 4 » dans la page, «  » dans le PDF",
    ]);
  });

  test("exchanged within one page are two faults", () => {
    const exchanged = document(
      { text: "3", paper: [{ page: 1, text: "4" }] },
      { text: "4", paper: [{ page: 1, text: "3" }] },
    );
    expect(findFaults(exchanged)).toEqual([
      "tableau « T », ligne 2 : « 3 » dans la page, « 4 » dans le PDF",
      "tableau « T », ligne 3 : « 4 » dans la page, « 3 » dans le PDF",
    ]);
  });

  test("are heads that stand whole on each page, or figures that stand once", () => {
    const twice = (again: string): Paper => [
      { page: 1, text: "Faits" },
      { page: 2, text: again },
    ];
    const head = (again: string) =>
      findFaults(document({ text: "Faits", head: true, role: "TH", paper: twice(again) }));
    expect(head("Faits")).toEqual([]);
    expect(head("Fai")).toEqual(["tableau « T », ligne 2 : « Faits » dans la page, « Faits / Fai » dans le PDF"]);
    expect(head("")).toHaveLength(1);
    expect(findFaults(document({ text: "Faits", head: true, role: "TH", paper: [] }))).toHaveLength(1); // printed nowhere
    expect(findFaults(document({ text: "", head: true, role: "TH", paper: [] }))).toEqual([]);
    // In two columns of one page, the head stands at the top of each.
    expect(head("FaitsFaits")).toEqual([]);
    expect(head("FaitsFai")).toHaveLength(1);
    expect(findFaults(document({ text: "Faits", paper: twice("Faits") }))).toEqual([
      "tableau « T », ligne 2 : « Faits » dans la page, « FaitsFaits » dans le PDF",
    ]);
  });

  test.each([
    ["1\u202f012", "1 012"],
    ["1\u00a0012", "1012"],
    ["déclaration", "déclara\u2010 tion"],
    ["déclara\u00adtion", "déclaration"],
    ["efﬁcace", "efficace"],
    ["é", "e\u0301"],
  ])("are the same when only what carries no figure differs: « %s », « %s »", (text, printed) => {
    expect(findFaults(document({ text, paper: [{ page: 1, text: printed }] }))).toEqual([]);
  });

  test.each([
    ["−3", "3"],
    ["-3", "3"],
    ["3,5", "35"],
    ["+3", "3"],
    ["3 %", "3"],
    ["3 €", "3"],
    ["n° 3", "n 3"],
    ["12", "21"],
    ["Vols", "vols"],
    ["α", ""],
    ["ж", ""],
    ["≤ 3", "3"],
    ["^3", "3"],
    ["©", ""],
    ["①", ""],
    ["→", ""],
  ])("differ where a figure, a sign or a letter does: « %s », « %s »", (text, printed) => {
    expect(findFaults(document({ text, paper: [{ page: 1, text: printed }] }))).toHaveLength(1);
  });

  test("one more or one less than on the page is told, and the others are still compared", () => {
    const { facts, ...rest } = document(cell("3"), cell("4"));
    const [table] = facts.tables;
    const cells = table?.cells.slice(0, -1) ?? [];
    expect(findFaults({ ...rest, facts: { ...facts, tables: [{ name: "T", cells }] } })).toEqual([
      "tableau « T » : 3 cellules dans le PDF, 2 dans la page",
    ]);
    const more = [...(table?.cells ?? []), { text: "9", place: "ligne 4", head: false }];
    expect(findFaults({ ...rest, facts: { ...facts, tables: [{ name: "T", cells: more }] } })).toEqual([
      "tableau « T » : 3 cellules dans le PDF, 4 dans la page",
      "tableau « T », ligne 4 : « 9 » dans la page, «  » dans le PDF",
    ]);
  });

  test("are those of the table that stands at the same rank, however deep; a caption has none", () => {
    const two = document(cell("3"), cell("4"));
    const inner = two.pdf.structure.children[1];
    if (inner === undefined || "mark" in inner) throw new Error("no table");
    const caption: StructureNode = {
      role: "Caption",
      alternative: "",
      children: [{ role: "TD", alternative: "", children: [] }],
    };
    const table = { ...inner, children: [caption, { page: 1, mark: 99 }, ...inner.children] };
    const deep: StructureNode = { role: "Sect", alternative: "", children: [{ page: 1, mark: 98 }, table] };
    const structure = { role: "Root", alternative: "", children: [h1, deep, inner] };
    const tables = [
      ...two.facts.tables,
      {
        name: "U",
        cells: (two.facts.tables[0]?.cells ?? []).map((c) => ({ ...c, text: c.text === "4" ? "5" : c.text })),
      },
    ];
    expect(findFaults({ ...two, facts: { ...two.facts, tables }, pdf: { ...two.pdf, structure } })).toEqual([
      "tableau « U », ligne 3 : « 5 » dans la page, « 4 » dans le PDF",
    ]);
    expect(findFaults({ ...two, pdf: { ...two.pdf, structure } })).toEqual(["le PDF a 2 tableaux, la page 1"]);
  });
});

describe("proofs", () => {
  test("a whole document has no fault", () => {
    expect(findFaults(evidence())).toEqual([]);
  });

  test("a cell cut off is named with its place", () => {
    const pages = [
      pdf.pages[0] ?? { tagged: new Map(), loose: "", unprinted: "" },
      { tagged: new Map([[0, "Faits"]]), loose: "Page 2/2", unprinted: "" },
    ];
    expect(findFaults(evidence({ pdf: { ...pdf, pages } }))).toEqual([
      "tableau « T », ligne 3, colonne 1 : « 3 » dans la page, «  » dans le PDF",
    ]);
  });

  test("a cell printed twice is a fault", () => {
    const pages = [
      pdf.pages[0] ?? { tagged: new Map(), loose: "", unprinted: "" },
      {
        tagged: new Map([
          [0, "Faits"],
          [1, "33"],
        ]),
        loose: "2/2",
        unprinted: "",
      },
    ];
    expect(findFaults(evidence({ pdf: { ...pdf, pages } }))[0]).toContain("« 33 » dans le PDF");
  });

  test("a row that comes before the one above it is a fault", () => {
    const pages = [...pdf.pages].reverse().map((page, index) => ({ ...page, loose: `${index + 1}/2` }));
    expect(findFaults(evidence({ pdf: { ...pdf, pages } })).length).toBeGreaterThan(0);
  });

  test("a table that the PDF lacks is a fault", () => {
    expect(
      findFaults(evidence({ pdf: { ...pdf, structure: { role: "Root", alternative: "", children: [h1] } } })),
    ).toContain("le PDF a 0 tableaux, la page 1");
  });

  test("a raster over 64 pixels is a fault, a smaller one is not", () => {
    expect(findFaults(evidence({ pdf: { ...pdf, images: [{ width: 64, height: 64 }] } }))).toEqual([]);
    expect(findFaults(evidence({ pdf: { ...pdf, images: [{ width: 65, height: 10 }] } }))).toEqual([
      "une image de 65 × 10 points est dans le PDF",
    ]);
    expect(findFaults(evidence({ pdf: { ...pdf, images: [{ width: 1, height: 65 }] } }))).toEqual([
      "une image de 1 × 65 points est dans le PDF",
    ]);
  });

  test.each([
    '<img src="https://exemple.fr/a.png">',
    "<a href='//exemple.fr'>x</a>",
    "<style>a{background:url(http://exemple.fr/a)}</style>",
    '<style>@import "https://exemple.fr/a.css";</style>',
    '<a href="file:///home/agent/x">x</a>',
    "<form action=https://exemple.fr>",
    '<img alt="a > b" srcset="a.png 1x, //exemple.fr/b.png 2x">',
    "<p class=a style='background: url(//exemple.fr/a)'>",
    '<svg><use xlink:href="https://exemple.fr/a.svg#b"/></svg>',
    '<svg><rect fill="url(http://exemple.fr/a#b)"/></svg>',
    '<meta http-equiv="refresh" content="0; url=https://exemple.fr">',
    "<META HTTP-EQUIV = refresh CONTENT='0;URL=https://exemple.fr'>",
    "<A HREF = 'HTTPS://exemple.fr'>x</A>",
    "<a href=' https://exemple.fr'>x</a>",
    "<img srcset='a.png 1x,https://exemple.fr/b.png 2x'>",
    "<object data='ftp://exemple.fr/a'>",
    "<video poster='//exemple.fr/a'>",
    "<a ping='//exemple.fr/a'>x</a>",
    "<body background='//exemple.fr/a'>",
    "<blockquote cite='//exemple.fr/a'>",
    "<img longdesc='//exemple.fr/a'>",
    "<html manifest='//exemple.fr/a'>",
    "<button formaction='//exemple.fr/a'>",
    ...["stroke", "clip-path", "mask", "filter", "cursor", "marker", "marker-start", "marker-mid", "marker-end"].map(
      (name) => `<svg><rect ${name}="url( '//exemple.fr/a#b')"/></svg>`,
    ),
    "<style>a{background:url(file:///etc/x)}</style>",
    "<style>@import //exemple.fr/a.css;</style>",
    "<style>@import  'http://exemple.fr/a.css';</style>",
    '<svg xmlns="http://www.w3.org/2000/svg" href="//exemple.fr/a"></svg>',
    '<img src="x data:" srcset="//exemple.fr/b 1x">',
    '<a href="x-data:, https://exemple.fr">x</a>',
    "<STYLE media=print>\na{background:URL('http://exemple.fr/a')}\n</STYLE>",
    "<a class='x' href='file:C:/x'>x</a>",
    "<p title=\"a\" class='b > c' id=d><img src=//exemple.fr></p>",
  ])("an address outside the page is a fault: %s", (html) => {
    expect(findFaults(evidence({ html }))[0]).toMatch(/^la page mène à /);
  });

  test("each address is named whole, and once for each time that it stands there", () => {
    const html =
      "<style>a{background:url(http://a.fr/x)} @import '//b.fr/y';</style><a href=\"https://c.fr/z?q=1\">x</a>" +
      "<img srcset='//d.fr/1 1x, //d.fr/2 2x'><p style=\"background:url('file:/e')\"><meta http-equiv=refresh content='5; URL=//f.fr'>";
    expect(findFaults(evidence({ html }))).toEqual(
      ["http://a.fr/x", "//b.fr/y", "https://c.fr/z?q=1", "//d.fr/1", "//d.fr/2", "file:/e", "//f.fr"].map(
        (address) => `la page mène à ${address}`,
      ),
    );
  });

  test("an address in plain text, a data: address, an anchor and a vocabulary are no fault", () => {
    const html =
      '<p>https://www.data.gouv.fr</p><a href="#x">x</a><a href="controle.html">c</a><img src="data:image/png;base64,//8=">' +
      '<svg xmlns="http://www.w3.org/2000/svg"></svg><script>fetch("https://exemple.fr")</script>';
    expect(findFaults(evidence({ html }))).toEqual([]);
  });

  test.each([
    "<p>&lt;img src=http://exemple.fr&gt; href='//exemple.fr' url(http://exemple.fr)</p>",
    '<p aria-label="<a href=http://exemple.fr> src=//exemple.fr">x</p>',
    "<svg role=img aria-label='url(http://exemple.fr)'><title>@import &quot;http://exemple.fr&quot;</title></svg>",
    '<meta name="author" content="http://exemple.fr">',
    '<tr data-line="src=http://exemple.fr"><td>a &lt; b, href=//exemple.fr &gt; c</td></tr>',
    '<meta http-equiv="refresh" content="5" title="https://exemple.fr">',
    '<script src="a.js" type="text/javascript">let x = "<img src=//exemple.fr>";</script>',
    '<p data-src="//exemple.fr" hrefs="//exemple.fr" xsrc="//exemple.fr" fillx="url(//exemple.fr)" xstyle="url(//exemple.fr)">x</p>',
    '<img alt="url(//exemple.fr)" src=" data:image/png;base64,AA//BB==">',
    '<a href="a//b.html">x</a><a href="?u=https://exemple.fr">x</a>',
    '<meta content="0;url=https://exemple.fr" name="refresh">',
    "<SCRIPT>\nlet a = '<a href=//exemple.fr>';\n</SCRIPT><style>/* //exemple.fr */</style>",
  ])("a label that spells an address or a tag is no fault: %s", (html) => {
    expect(findFaults(evidence({ html }))).toEqual([]);
  });

  test("an address in the PDF, or asked for while printing, is a fault", () => {
    expect(findFaults(evidence({ pdf: { ...pdf, addresses: ["file:///home"] } }))).toEqual([
      "le PDF mène à file:///home",
    ]);
    expect(findFaults(evidence({ requested: ["http://exemple.fr/"] }))).toEqual([
      "la page a demandé http://exemple.fr/",
    ]);
  });

  test("a chart without its table or its text is a fault", () => {
    const charts = [
      { name: "C", hasTable: false, hasAlternative: true },
      { name: "D", hasTable: true, hasAlternative: false },
    ];
    expect(findFaults(evidence({ facts: { ...facts, charts } }))).toEqual([
      "figure « C » : sans tableau de ses chiffres",
      "figure « D » : sans texte de remplacement",
    ]);
  });

  test("a heading that skips a level, a second title, a drawing without words, a table without heads are faults", () => {
    const node = (role: string, ...children: StructureNode["children"]): StructureNode => ({
      role,
      alternative: "",
      children,
    });
    const faults = (...children: StructureNode["children"]): readonly string[] =>
      findFaults(evidence({ facts: { ...facts, tables: [] }, pdf: { ...pdf, structure: node("Root", ...children) } }));
    expect(faults(h1, node("H2"), node("H3"), node("H2"))).toEqual([]);
    expect(faults(h1, node("H3"))).toEqual(["PDF : un titre de niveau 3 suit un titre de niveau 1"]);
    expect(faults(h1, h1)).toEqual(["PDF : 2 titres de premier niveau"]);
    expect(faults(h1, node("Figure", { page: 1, mark: 5 }))).toEqual([
      "PDF : un dessin est sans texte de remplacement",
    ]);
    const drawing = { ...node("Figure", { page: 1, mark: 5 }, node("NonStruct", node("Span"))), alternative: "" };
    expect(faults(h1, drawing)).toEqual(["PDF : un dessin est sans texte de remplacement"]);
    expect(faults(h1, { ...drawing, alternative: "Courbe" })).toEqual([]);
    expect(faults(h1, node("Div", node("Sect", node("Figure"))))).toHaveLength(1);
    expect(faults(node("H2"))).toEqual([
      "PDF : un titre de niveau 2 suit un titre de niveau 0",
      "PDF : 0 titres de premier niveau",
    ]);
    expect(faults(h1, node("H2"), node("H3"), node("H4"), node("H5"), node("H6"), node("H2"))).toEqual([]);
    expect(faults(h1, node("XH4"), node("H4x"), node("H7"))).toEqual([]);
    expect(faults(h1, node("Sect", node("H2"), node("Sect", node("H4"))))).toEqual([
      "PDF : un titre de niveau 4 suit un titre de niveau 2",
    ]);
    expect(faults(h1, node("Figure", node("Caption"), node("P")))).toEqual([]);
    expect(faults(h1, node("Table", node("TR", node("TD"))))).toContain("PDF : un tableau est sans en-tête");
  });

  test("a page without its number is a fault; 1/2 is not found in 11/22", () => {
    const pages = pdf.pages.map((page, index) => ({ ...page, loose: index === 0 ? "11/22" : page.loose }));
    expect(findFaults(evidence({ pdf: { ...pdf, pages } }))).toEqual(["page 1 : « 1/2 » n’y est pas"]);
    const second = (loose: string) =>
      findFaults(
        evidence({ pdf: { ...pdf, pages: pdf.pages.map((page, i) => (i === 1 ? { ...page, loose } : page)) } }),
      );
    expect(second("Page 2 / 2, 3 faits")).toEqual([]);
    expect(second("Page2/2")).toEqual([]);
    for (const wrong of ["Page 2/22", "Page 12/2", "Page 1/2", ""])
      expect(second(wrong)).toEqual(["page 2 : « 2/2 » n’y est pas"]);
  });
});

test("a hidden character in the page is a fault, named once: a template brought it", () => {
  expect(findFaults(evidence({ html: "<p>Faits</p>\t\n<p>1\u202f012 «\u00a0été\u00a0»</p>" }))).toEqual([]);
  expect(findFaults(evidence({ html: "<p>Faits</p>\r\n<p>\u202ea\u0007</p>\r\n" }))).toEqual([
    "la page contient des caractères invisibles : U+000D, U+202E, U+0007",
  ]);
});

test("a mark that is neither tagged nor an artifact is a fault, and so is a font that is not in the file", () => {
  const { pdf } = evidence();
  const faults = findFaults({
    ...evidence(),
    pdf: { ...pdf, strayMarks: [{ page: 2, lines: ["<0003> Tj"] }], missingFonts: ["Helvetica"] },
  });
  expect(faults).toEqual([
    "page 2 du PDF : un tracé n'est ni balisé ni déclaré décoratif (« <0003> Tj »)",
    "la police Helvetica n'est pas dans le PDF",
  ]);
});
