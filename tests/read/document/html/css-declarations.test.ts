/** The declarations of style sheets, each with what it is taken for after "=>". */
import { describe, expect, test } from "vitest";
import { parseStyleSheets } from "../../../../scripts/read/document/html/css.ts";
import { parseDeclarations } from "../../../../scripts/read/document/html/css-declarations.ts";
import { drawsAsWritten } from "../../../../scripts/read/document/html/css-doubts.ts";
import type { Styled } from "../../../../scripts/read/document/html/css-matching.ts";
import { cascade, indexRules, isPainted, NO_VARIABLES } from "../../../../scripts/read/document/html/html-cascade.ts";
import { withValues } from "../../source.ts";
import { element, SECOND } from "./styled-elements.ts";

describe("declarations", () => {
  test("are those that bear on what is seen", () => {
    expect(
      withValues(
        [
          "color:red",
          "COLOR : RED",
          "color:red !important",
          "color:red!important",
          "display:none;;color:red;",
          "border-radius:1px",
          "--Ink: #FFF",
          "content:'A;b'",
          "background:white url(a;b)",
          "text-decoration:underline line-through",
          "inset:1px 2px 3px",
          "margin:1px 2px 3px 4px",
          "margin:1px 2px",
          "padding:5px",
          "font:bold 9pt/12pt Wingdings",
          "font:small Arial",
          "list-style:'1' inside",
          "flex-flow:wrap row-reverse",
          "color",
          "/* color:red */ display:none",
          "color:/*x*/red",
          "content:'\\'a;b'",
          "color:red;color:blue",
        ],
        (text) =>
          parseDeclarations(text).map(
            ({ property, value, important }) => `${property}:${value}${important ? "!" : ""}`,
          ),
      ),
    ).toEqual([
      'color:red => ["color:red"]',
      'COLOR : RED => ["color:red"]',
      'color:red !important => ["color:red!"]',
      'color:red!important => ["color:red!"]',
      'display:none;;color:red; => ["display:none","color:red"]',
      "border-radius:1px => []",
      '--Ink: #FFF => ["--ink:#fff"]',
      "content:'A;b' => [\"content:'A;b'\"]",
      'background:white url(a;b) => ["background-color:white url(-)","background-image:white url(-)"]',
      'text-decoration:underline line-through => ["text-decoration-line:underline line-through"]',
      'inset:1px 2px 3px => ["top:1px","right:2px","bottom:3px","left:2px"]',
      'margin:1px 2px 3px 4px => ["margin-top:1px","margin-right:2px","margin-bottom:3px","margin-left:4px"]',
      'margin:1px 2px => ["margin-top:1px","margin-right:2px","margin-bottom:1px","margin-left:2px"]',
      'padding:5px => ["padding-top:5px","padding-right:5px","padding-bottom:5px","padding-left:5px"]',
      'font:bold 9pt/12pt Wingdings => ["font-size:9pt","font-family:wingdings"]',
      'font:small Arial => ["font-size:small","font-family:arial"]',
      "list-style:'1' inside => [\"list-style-type:'1' inside\"]",
      'flex-flow:wrap row-reverse => ["flex-direction:row-reverse","flex-wrap:wrap"]',
      "color => []",
      '/* color:red */ display:none => ["display:none"]',
      'color:/*x*/red => ["color:red"]',
      "content:'\\'a;b' => [\"content:'\\\\'a;b'\"]",
      'color:red;color:blue => ["color:blue"]',
    ]);
  });

  test("stand in rules, groups and rules within rules", () => {
    const told = (text: string) => {
      const { rules, ownFonts, asksForMore } = parseStyleSheets([text]);
      return [
        ...rules.map(
          ({ selector, order, isOpen }) => `${order} ${selector.key}${isOpen || selector.isStrange ? " open" : ""}`,
        ),
        ...[...ownFonts].map((font) => font.join(" ")),
        ...(asksForMore ? ["more"] : []),
      ];
    };
    expect(
      withValues(
        [
          "td{color:red} .a{display:none}",
          "td, .a{color:red}",
          "@media print{td{color:red}}",
          "@media screen{td{color:red}} .a{color:red}",
          "@media (min-width:1400px){td{color:red}}",
          "@media (min-width:1400px){@media screen{td{color:red}}}",
          "@import 'a.css'; td{color:red}",
          "td{color:red} @import 'a.css';",
          "td{color:red} .x@import{}",
          "@font-face{font-family:'A B';src:url(data:x)}",
          "@font-face{font-family:A;src:local(x)}",
          "@font-face{font-family:A;src:url(a)}",
          "@font-face{font-family:Calibri;panose-1:2 15 5}",
          "@page{color:red}",
          "td{color:red; .a{color:red}}",
          "td{&.a{color:red}}",
          "td{@media print{color:red}}",
          "td{@media screen{color:red}}",
          "td{color:red",
          "td}.a{color:red}",
          "@charset 'x'; td{color:red}",
          "; td{color:red}",
          "td\\{x{color:red} .a{color:red}",
          "a{content:'/*'} .a{color:red} b{content:'*/'}",
          "td{background:url(it's)} .a{color:red}",
          "@namespace 'x'; td{color:red}",
          "td{content:'}'} .a{color:red}",
          "<!-- td{color:red} -->",
          `${"@media all{".repeat(7)}td{color:red}${"}".repeat(7)}`,
          `${"@media all{".repeat(8)}td{color:red}${"}".repeat(8)}`,
        ],
        told,
      ),
    ).toEqual([
      'td{color:red} .a{display:none} => ["0 td","1 .a"]',
      'td, .a{color:red} => ["0 td","1 .a"]',
      "@media print{td{color:red}} => []",
      '@media screen{td{color:red}} .a{color:red} => ["0 td","1 .a"]',
      '@media (min-width:1400px){td{color:red}} => ["0 td open"]',
      '@media (min-width:1400px){@media screen{td{color:red}}} => ["0 td open"]',
      '@import \'a.css\'; td{color:red} => ["0 td","more"]',
      'td{color:red} @import \'a.css\'; => ["0 td","more"]',
      'td{color:red} .x@import{} => ["0 td"]',
      "@font-face{font-family:'A B';src:url(data:x)} => [\"a b within\"]",
      '@font-face{font-family:A;src:local(x)} => ["a within"]',
      '@font-face{font-family:A;src:url(a)} => ["a elsewhere"]',
      "@font-face{font-family:Calibri;panose-1:2 15 5} => []",
      "@page{color:red} => []",
      'td{color:red; .a{color:red}} => ["0 td","1 .a"]',
      'td{&.a{color:red}} => ["0 .a"]',
      "td{@media print{color:red}} => []",
      'td{@media screen{color:red}} => ["0 td"]',
      'td{color:red => ["0 td"]',
      'td}.a{color:red} => ["0 .a open"]',
      "@charset 'x'; td{color:red} => [\"0 td\"]",
      '; td{color:red} => ["0 td open"]',
      'td\\{x{color:red} .a{color:red} => ["0 td{x","1 .a"]',
      'a{content:\'/*\'} .a{color:red} b{content:\'*/\'} => ["0 a","1 .a","2 b"]',
      'td{background:url(it\'s)} .a{color:red} => ["0 td","1 .a"]',
      "@namespace 'x'; td{color:red} => [\"0 td open\"]",
      'td{content:\'}\'} .a{color:red} => ["0 td","1 .a"]',
      '<!-- td{color:red} --> => ["0 td"]',
      '@media all{@media all{@media all{@media all{@media all{@media all{@media all{td{color:red}}}}}}}} => ["0 td"]',
      "@media all{@media all{@media all{@media all{@media all{@media all{@media all{@media all{td{color:red}}}}}}}}} => []",
    ]);
  });

  test("win by their weight, their order, and what is important", () => {
    const won = (sheet: string, style?: string) => {
      const one = { ...SECOND, attributes: { ...SECOND.attributes, ...(style === undefined ? {} : { style }) } };
      const { declared, perhaps, drawn, isPaintedOver } = cascade(
        one,
        indexRules(parseStyleSheets([sheet])),
        NO_VARIABLES,
      );
      const show = (all: ReadonlyMap<string, string>) =>
        [...all].map(([property, value]) => `${property}:${value}`).join(";");
      return [
        show(declared),
        ...perhaps.map((other) => `perhaps ${show(other)}`),
        ...drawn.map((text) => `drawn ${text}`),
        ...(isPaintedOver ? ["painted over"] : []),
      ];
    };
    expect(
      withValues(
        [
          "td{color:red} .b{color:blue}",
          ".b{color:blue} td{color:red}",
          "td{color:red} td{color:blue}",
          "td{color:red!important} #x{color:blue}",
          "#x{color:blue!important} td{color:red!important}",
          "td:last-child{color:red} td{color:blue}",
          "td{--a:red;color:var(--a)}",
          "td{color:var(--z,blue)}",
          "td{color:var(--z)}",
          "td{--a:var(--b);--b:red;color:var(--a)}",
          "td::before{content:'12'}",
          "td::before{content:'▲'}",
          "td::before{content:counter(x)}",
          "td::before{content:none}",
          "td::before{content:'\\31 2'}",
          "td::after{position:absolute;background:red}",
          "td::after{position:absolute}",
          "th{color:red}",
        ],
        (sheet) => won(sheet),
      ),
    ).toEqual([
      'td{color:red} .b{color:blue} => ["color:blue"]',
      '.b{color:blue} td{color:red} => ["color:blue"]',
      'td{color:red} td{color:blue} => ["color:blue"]',
      'td{color:red!important} #x{color:blue} => ["color:red"]',
      '#x{color:blue!important} td{color:red!important} => ["color:blue"]',
      'td:last-child{color:red} td{color:blue} => ["color:blue","perhaps color:red","perhaps color:red"]',
      'td{--a:red;color:var(--a)} => ["--a:red;color:red"]',
      'td{color:var(--z,blue)} => ["color:blue"]',
      'td{color:var(--z)} => ["color:var(--z)"]',
      'td{--a:var(--b);--b:red;color:var(--a)} => ["--a:red;--b:red;color:red"]',
      'td::before{content:\'12\'} => ["","drawn 12"]',
      "td::before{content:'▲'} => [\"\"]",
      'td::before{content:counter(x)} => ["","drawn ?"]',
      'td::before{content:none} => [""]',
      'td::before{content:\'\\31 2\'} => ["","drawn 12"]',
      'td::after{position:absolute;background:red} => ["","painted over"]',
      'td::after{position:absolute} => [""]',
      'th{color:red} => [""]',
    ]);
    expect(won("#x{color:blue}", "color:red")).toEqual(["color:red"]);
    expect(won("#x{color:blue!important}", "color:red")).toEqual(["color:blue"]);
  });

  test("paint over the page when they take an element out of its line with a ground of its own", () => {
    const painted = (text: string) =>
      isPainted(new Map(parseDeclarations(text).map(({ property, value }) => [property, value])));
    expect(
      withValues(
        [
          "position:absolute;background:red",
          "position:fixed;background-image:url(a)",
          "position:absolute;background:none",
          "position:absolute;background:transparent",
          "position:absolute",
          "position:relative;background:red",
          "background:red",
          "position:sticky;background:red",
        ],
        painted,
      ),
    ).toEqual([
      "position:absolute;background:red => true",
      "position:fixed;background-image:url(a) => true",
      "position:absolute;background:none => false",
      "position:absolute;background:transparent => false",
      "position:absolute => false",
      "position:relative;background:red => false",
      "background:red => false",
      "position:sticky;background:red => false",
    ]);
  });

  test("draw the text as it is written, or may not", () => {
    const draws =
      (name: string, more: Partial<Styled> = {}) =>
      (text: string) =>
        drawsAsWritten(
          element(name, more),
          new Map(parseDeclarations(text).map(({ property, value }) => [property, value])),
        );
    const texts = [
      "color:red",
      "transform:none",
      "transform:rotate(1deg)",
      "transform:scale(.4)",
      "transform:scale(0.5)",
      "transform:scaleX(-1)",
      "transform:translateY(1px)",
      "order:0",
      "order:1",
      "writing-mode:horizontal-tb",
      "writing-mode:vertical-rl",
      "filter:none",
      "filter:grayscale(1)",
      "filter:invert(1)",
      "mix-blend-mode:multiply",
      "mix-blend-mode:screen",
      "all:unset",
      "left:1px",
      "position:relative;left:1px",
      "position:relative;left:10px",
      "position:relative;left:11px",
      "position:relative;left:90px",
      "float:right",
      "rotate:0",
      "rotate:90deg",
      "animation:none",
      "animation:k 1s",
      "unicode-bidi:embed",
      "unicode-bidi:bidi-override",
      "flex-direction:row",
      "flex-direction:row-reverse",
      "mask:none",
      "mask:url(a)",
      "order:inherit",
    ];
    expect(withValues(texts, draws("b"))).toEqual([
      "color:red => true",
      "transform:none => true",
      "transform:rotate(1deg) => false",
      "transform:scale(.4) => false",
      "transform:scale(0.5) => true",
      "transform:scaleX(-1) => false",
      "transform:translateY(1px) => true",
      "order:0 => true",
      "order:1 => false",
      "writing-mode:horizontal-tb => true",
      "writing-mode:vertical-rl => false",
      "filter:none => true",
      "filter:grayscale(1) => true",
      "filter:invert(1) => false",
      "mix-blend-mode:multiply => true",
      "mix-blend-mode:screen => false",
      "all:unset => false",
      "left:1px => true",
      "position:relative;left:1px => true",
      "position:relative;left:10px => true",
      "position:relative;left:11px => true",
      "position:relative;left:90px => true",
      "float:right => true",
      "rotate:0 => true",
      "rotate:90deg => false",
      "animation:none => true",
      "animation:k 1s => false",
      "unicode-bidi:embed => true",
      "unicode-bidi:bidi-override => false",
      "flex-direction:row => true",
      "flex-direction:row-reverse => false",
      "mask:none => true",
      "mask:url(a) => false",
      "order:inherit => true",
    ]);
    expect(
      withValues(
        [
          "left:1px",
          "left:90px",
          "position:relative;left:10px",
          "position:relative;left:90px",
          "float:right",
          "float:none",
          "transform:none",
          "transform:translateX(1px)",
          "translate:0",
          "translate:9px",
        ],
        draws("td"),
      ),
    ).toEqual([
      "left:1px => true",
      "left:90px => true",
      "position:relative;left:10px => true",
      "position:relative;left:90px => false",
      "float:right => false",
      "float:none => true",
      "transform:none => true",
      "transform:translateX(1px) => false",
      "translate:0 => true",
      "translate:9px => false",
    ]);
  });
});
