/** A drawing that answers: pointer and arrow keys tell the figures of each quarter, and mark it. */
import { type Frame, frameOf } from "../../../scripts/draw/frame.ts";
import type { ChartData } from "../../../scripts/model/chart.ts";
import { describePoint } from "./describe.ts";

const SVG = "http://www.w3.org/2000/svg";

export class LiveChart {
  private readonly drawing: SVGElement;
  private readonly data: ChartData;
  private readonly frame: Frame;
  private readonly readout: HTMLElement;
  /** On the quarter that is told. */
  private readonly here: SVGCircleElement;
  /** The quarter told at present; -1: none. */
  private current = -1;

  constructor(holder: HTMLElement, drawing: SVGElement, data: ChartData) {
    const page = holder.ownerDocument;
    this.drawing = drawing;
    this.data = data;
    this.frame = frameOf(data);
    this.here = page.createElementNS(SVG, "circle");
    this.here.setAttribute("class", "chart__here");
    this.here.setAttribute("r", "4");
    drawing.append(this.here);
    drawing.ariaHidden = "true";
    this.readout = page.createElement("p");
    this.readout.className = "chart__readout";
    this.readout.role = "status";
    holder.append(this.readout);
    holder.classList.add("is-live");
    holder.tabIndex = 0;
    holder.role = "application";
    holder.ariaRoleDescription = "graphique";
    holder.ariaLabel = `${data.title}. ${data.alternative} Flèches gauche et droite : lire les trimestres un à un.`;
    holder.addEventListener("keydown", (event) => this.onKey(event));
    holder.addEventListener("blur", () => this.tell(-1));
    holder.addEventListener("pointermove", ({ clientX }) => this.tell(this.quarterAt(clientX)));
    holder.addEventListener("pointerleave", () => this.tell(-1));
  }

  /** @param x of the pointer, in the window */
  private quarterAt(x: number): number {
    const { left, width } = this.drawing.getBoundingClientRect();
    return this.frame.quarterAt(((x - left) / width) * this.frame.width);
  }

  private onKey(event: KeyboardEvent): void {
    const last = this.data.values.length - 1;
    const from = this.current;
    const to: Readonly<Record<string, number>> = {
      ArrowLeft: from < 0 ? last : Math.max(0, from - 1),
      ArrowRight: from < 0 ? 0 : Math.min(last, from + 1),
      Home: 0,
      End: last,
      Escape: -1,
    };
    const index = to[event.key];
    if (index === undefined) return;
    event.preventDefault();
    this.tell(index);
  }

  /** Marks a quarter and says its figures; -1: none. */
  private tell(index: number): void {
    if (index === this.current) return;
    this.current = index;
    const count = this.data.values[index];
    this.here.setAttribute("cx", String(this.frame.x(index)));
    this.here.setAttribute("cy", String(this.frame.y(count ?? 0)));
    this.here.classList.toggle("is-there", count != null);
    this.readout.textContent = index < 0 ? "" : describePoint(this.data, index);
    this.readout.classList.toggle("chart__readout--left", index > this.data.values.length / 2);
  }
}
