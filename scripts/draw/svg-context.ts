/**
 * A canvas context that writes SVG: the part of CanvasRenderingContext2D that Chart.js calls, and no more.
 *
 * Why not a canvas library: Skia's SVG export turns each dot into thirty curves and each dash into an outline (1.7 kB a
 * dot, 2 MB a bulletin), cuts text into glyphs and takes 60 ms to load. Here a dot is a <circle>, a line a stroke, a text
 * a <text> in the page's own font; colours may be CSS variables. A call that is not listed throws: a new kind of drawing shows at once what it needs.
 */
import { escapeXml } from "../model/text/xml.ts";

/** What save keeps and restore gives back. */
const KEPT = ["offset", "dash", "fillStyle", "strokeStyle", "lineWidth", "font", "textAlign", "textBaseline"] as const;

/** 12.340000001 => "12.3": a tenth of a unit is finer than any printer. */
const round = (value: number): string => String(Math.round(value * 10) / 10 || 0);

/** '600 10.5px "Source Sans 3"' => { weight: "600", size: 10.5 } */
function parseFont(font: string): { readonly weight: string; readonly size: number } {
  const size = /([\d.]+)px/.exec(font)?.[1] ?? "10";
  return { weight: /\b([5-9]00|bold)\b/.exec(font)?.[1] ?? "400", size: Number(size) };
}

/** Advance widths of Source Sans 3, in em: digits are tabular (0.497). Close enough to lay out; SVG anchors do the rest. */
function textWidth(text: string, size: number): number {
  let em = 0;
  for (const c of text)
    em += /\d/.test(c) ? 0.497 : /[\s.,:;'’il|!]/.test(c) ? 0.25 : /[A-ZÀ-Þmw]/.test(c) ? 0.62 : 0.5;
  return em * size;
}

const TEXT_ANCHOR: Readonly<Record<string, string>> = { center: "middle", right: "end", end: "end" };
/** Shift of the baseline, in em: half the height of a digit for "middle". */
const BASELINE: Readonly<Record<string, number>> = { middle: 0.33, top: 0.75, hanging: 0.75, bottom: -0.2 };

export class SvgContext {
  readonly canvas: object;
  fillStyle = "#000";
  strokeStyle = "#000";
  lineWidth = 1;
  font = "10px sans-serif";
  textAlign = "start";
  textBaseline = "alphabetic";

  offset: readonly [x: number, y: number] = [0, 0];
  dash: readonly number[] = [];

  private readonly out: string[] = [];
  private readonly stack: object[] = [];
  private path = "";
  private circle: { x: number; y: number; radius: number } | null = null;

  constructor(canvas: object) {
    this.canvas = canvas;
  }

  /** The drawing so far: SVG elements without their root. */
  content(): string {
    return this.out.join("");
  }

  save(): void {
    this.stack.push(Object.fromEntries(KEPT.map((name) => [name, this[name]])));
  }
  restore(): void {
    Object.assign(this, this.stack.pop());
  }

  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    if (a !== 1 || b !== 0 || c !== 0 || d !== 1) throw new Error("svg-context: only places are moved");
    this.offset = [e, f];
  }
  resetTransform(): void {
    this.offset = [0, 0];
  }
  translate(x: number, y: number): void {
    this.offset = this.map(x, y);
  }
  rotate(angle: number): void {
    if (angle !== 0) throw new Error("svg-context: nothing is turned yet");
  }

  beginPath(): void {
    this.path = "";
    this.circle = null;
  }
  closePath(): void {
    if (this.path !== "") this.path += "z";
  }
  moveTo(x: number, y: number): void {
    this.path += `M${this.point(x, y)}`;
  }
  lineTo(x: number, y: number): void {
    this.path += `${this.path === "" ? "M" : "L"}${this.point(x, y)}`;
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.path += `M${this.point(x, y)}L${this.point(x + width, y)}L${this.point(x + width, y + height)}L${this.point(x, y + height)}z`;
  }
  /** Full circles only: dots. */
  arc(x: number, y: number, radius: number, start: number, end: number): void {
    if (Math.abs(end - start) < 2 * Math.PI - 1e-6) throw new Error("svg-context: part of a circle is not drawn yet");
    this.circle = { x, y, radius };
  }

  fill(): void {
    this.paint(`fill="${escapeXml(this.fillStyle)}"`);
  }
  stroke(): void {
    if (this.strokeStyle === "transparent" || this.lineWidth === 0) return;
    const dash = this.dash.length > 0 ? ` stroke-dasharray="${this.dash.map(round).join(" ")}"` : "";
    const look = `stroke="${escapeXml(this.strokeStyle)}" stroke-width="${round(this.lineWidth)}"${dash}`;
    // A shape just filled gets its outline on the same element: a dot is one circle.
    const filled = `${this.shape()} fill="${escapeXml(this.fillStyle)}"/>`;
    if (this.out.at(-1) === filled) this.out[this.out.length - 1] = `${filled.slice(0, -2)} ${look}/>`;
    else this.paint(`fill="none" ${look}`);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }
  clearRect(): void {}

  /** Nothing is drawn outside of the chart. */
  clip(): void {}

  setLineDash(dash: readonly number[]): void {
    this.dash = [...dash];
  }

  measureText(text: string): { readonly width: number } {
    return { width: textWidth(text, parseFont(this.font).size) };
  }
  fillText(text: string, x: number, y: number): void {
    if (text === "") return;
    const { weight, size } = parseFont(this.font);
    const anchor = TEXT_ANCHOR[this.textAlign];
    const [left, baseline] = this.map(x, y + size * (BASELINE[this.textBaseline] ?? 0));
    const look = (weight === "400" ? "" : ` font-weight="${weight}"`) + (anchor ? ` text-anchor="${anchor}"` : "");
    this.out.push(
      `<text x="${round(left)}" y="${round(baseline)}" font-size="${size}"${look} fill="${escapeXml(this.fillStyle)}">${escapeXml(text)}</text>`,
    );
  }

  private map(x: number, y: number): readonly [number, number] {
    return [x + this.offset[0], y + this.offset[1]];
  }
  private point(x: number, y: number): string {
    return this.map(x, y).map(round).join(" ");
  }
  /** The current path as an element that is not closed yet: `<path d="…"`. */
  private shape(): string {
    if (!this.circle) return this.path === "" ? "" : `<path d="${this.path}"`;
    const [x, y] = this.map(this.circle.x, this.circle.y);
    return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(this.circle.radius)}"`;
  }
  /** Adds the shape. Paths with the same look that follow each other become one element: a band of forty bars is one. */
  private paint(attributes: string): void {
    const shape = this.shape();
    if (shape === "") return;
    const tail = ` ${attributes}/>`;
    const last = this.out.at(-1) ?? "";
    const follows = !this.circle && last.startsWith("<path") && last.endsWith(`"${tail}`);
    if (follows) this.out[this.out.length - 1] = `${last.slice(0, -tail.length - 1)}${this.path}"${tail}`;
    else this.out.push(shape + tail);
  }
}
