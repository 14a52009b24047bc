/** Where words can stand in a drawing without touching what is drawn. Pure: units of the drawing. */

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Between words and a line. */
const CLEAR = 1.5;

/** @param area that the words must stay within */
export class Room {
  private readonly area: Box;
  private readonly lines: (readonly [Point, Point])[] = [];
  private readonly taken: Box[] = [];

  constructor(area: Box) {
    this.area = area;
  }

  /** A line through these points, broken where one is not known. */
  addLine(points: readonly (Point | null)[]): void {
    for (const [i, to] of points.entries()) {
      const from = points[i - 1] ?? to;
      if (from && to) this.lines.push([from, to]);
    }
  }
  addBox(box: Box): void {
    this.taken.push(box);
  }

  /** The first of these places, of a box's middle, where it touches nothing; it is then taken. undefined: there is none. */
  find(width: number, height: number, places: Iterable<Point>): Point | undefined {
    for (const place of places) {
      const box = {
        left: place.x - width / 2 - CLEAR,
        right: place.x + width / 2 + CLEAR,
        top: place.y - height / 2 - CLEAR,
        bottom: place.y + height / 2 + CLEAR,
      };
      if (!this.isFree(box)) continue;
      this.addBox(box);
      return place;
    }
    return undefined;
  }

  private isFree(box: Box): boolean {
    const { area } = this;
    return (
      box.left >= area.left &&
      box.right <= area.right &&
      box.top >= area.top &&
      box.bottom <= area.bottom &&
      this.taken.every((o) => o.right < box.left || o.left > box.right || o.bottom < box.top || o.top > box.bottom) &&
      !this.lines.some(([from, to]) => crosses(from, to, box))
    );
  }
}

/** Does the part of a line between two points pass through a box? The part within its sides, then within its top and bottom (Liang and Barsky). */
function crosses(from: Point, to: Point, box: Box): boolean {
  let [start, end] = [0, 1];
  const within = (at: number, by: number, low: number, high: number): boolean => {
    if (by === 0) return at >= low && at <= high;
    const [a = 0, b = 0] = [(low - at) / by, (high - at) / by].toSorted((x, y) => x - y);
    [start, end] = [Math.max(start, a), Math.min(end, b)];
    return start <= end;
  };
  return within(from.x, to.x - from.x, box.left, box.right) && within(from.y, to.y - from.y, box.top, box.bottom);
}
