/**
 * What pdf.js looks for when it loads, so that it does without the native canvas that it would draw on (70 MB of native code
 * and 0.2 s at each start, replaced by an empty package in package.json): here it only reads text and rules, and draws nothing.
 */
class NoDrawing {}

/** Scaled, then moved: with it pdf.js tells the outlines of a sign that is a picture of points (LaTeX's own fonts). */
class Placing {
  a = 1;
  readonly b = 0;
  readonly c = 0;
  d = 1;
  e = 0;
  f = 0;

  scaleSelf(across: number, down: number): this {
    this.a *= across;
    this.d *= down;
    return this;
  }

  translateSelf(across: number, down: number): this {
    this.e += this.a * across;
    this.f += this.d * down;
    return this;
  }
}

for (const [name, made] of Object.entries({ DOMMatrix: Placing, ImageData: NoDrawing, Path2D: NoDrawing }))
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: made });
