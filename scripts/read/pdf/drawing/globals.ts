/**
 * What pdf.js looks for when it loads, so that it does without the native canvas that it would draw on (70 MB of native code
 * and 0.2 s at each start, replaced by an empty package in package.json): here it only reads text and rules, and draws nothing.
 */
class NoDrawing {}

for (const name of ["DOMMatrix", "ImageData", "Path2D"])
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: NoDrawing });
