import { expect, test } from "vitest";
import { SvgContext } from "../../scripts/draw/svg-context.ts";

const context = (): SvgContext => new SvgContext({});

test("paths of one look that follow each other become one element", () => {
  const drawing = context();
  drawing.fillStyle = "red";
  drawing.fillRect(0, 0, 2, 2);
  drawing.fillRect(3, 0, 2, 2);
  drawing.fillStyle = "blue";
  drawing.fillRect(6, 0, 2, 2);
  expect(drawing.content()).toBe(
    '<path d="M0 0L2 0L2 2L0 2zM3 0L5 0L5 2L3 2z" fill="red"/><path d="M6 0L8 0L8 2L6 2z" fill="blue"/>',
  );
});

test("a dot after a shape of its colour is drawn", () => {
  const drawing = context();
  drawing.fillRect(0, 0, 2, 2);
  drawing.beginPath();
  drawing.arc(5, 5, 1, 0, 2 * Math.PI);
  drawing.fill();
  expect(drawing.content()).toContain('<circle cx="5" cy="5" r="1"');
});

test("a path of several lines keeps them all", () => {
  const drawing = context();
  for (const x of [0, 5]) {
    drawing.moveTo(x, 0);
    drawing.lineTo(x, 2);
  }
  drawing.stroke();
  expect(drawing.content()).toContain('d="M0 0L0 2M5 0L5 2"');
});

test("restore gives back every part of the look, so that nothing drawn later is dashed or coloured by what came before", () => {
  const look = (drawing: SvgContext): void => {
    drawing.beginPath();
    drawing.moveTo(0, 0);
    drawing.lineTo(4, 2);
    drawing.stroke();
    drawing.fillRect(1, 1, 2, 2);
    drawing.fillText("12", 3, 3);
  };
  const begun = (): SvgContext => {
    const drawing = context();
    Object.assign(drawing, { fillStyle: "green", strokeStyle: "grey", lineWidth: 3, font: "700 8px x" });
    Object.assign(drawing, { textAlign: "center", textBaseline: "top" });
    drawing.setLineDash([3, 1]);
    drawing.setTransform(1, 0, 0, 1, 2, 2);
    return drawing;
  };
  const changed = begun();
  changed.save();
  Object.assign(changed, { fillStyle: "red", strokeStyle: "blue", lineWidth: 7, font: "600 20px x" });
  Object.assign(changed, { textAlign: "right", textBaseline: "middle" });
  changed.setLineDash([1, 2]);
  changed.setTransform(1, 0, 0, 1, 5, 5);
  changed.restore();
  look(changed);
  const untouched = begun();
  look(untouched);
  expect(changed.content()).toBe(untouched.content());
});

test("part of a circle is refused rather than drawn whole", () => {
  expect(() => context().arc(0, 0, 3, 0, 1)).toThrow("part of a circle");
});

test("what would turn or stretch the drawing throws: a new kind of chart shows at once what it needs", () => {
  const context = new SvgContext({});
  expect(() => context.setTransform(2, 0, 0, 1, 0, 0)).toThrow("only places are moved");
  expect(() => context.rotate(1)).toThrow("nothing is turned yet");
  context.setTransform(1, 0, 0, 1, 3, 4);
  context.rotate(0);
});
