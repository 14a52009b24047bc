/** One drawing that Chart.js has taken over: pointer and arrow keys tell the value of each quarter. */
import type { ChartConfiguration } from "chart.js";
import { Chart } from "../../../scripts/draw/chart.ts";
import { chartConfiguration, sizeOf } from "../../../scripts/draw/configuration.ts";
import type { Palette } from "../../../scripts/draw/palette.ts";
import type { ChartData } from "../../../scripts/model/chart.ts";
import { describePoint } from "./describe.ts";

/** The page's chart colours as they are now, light or dark. */
function paletteOf(element: HTMLElement): Palette {
  const probe = element.ownerDocument.createElement("span");
  element.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--chart-${name})`;
    return getComputedStyle(probe).color;
  };
  const [ink, muted, line] = [read("ink"), read("muted"), read("line")];
  const palette = {
    ink,
    muted,
    line,
    accent: read("accent"),
    band: read("band"),
    pastBand: read("past-band"),
    paper: read("paper"),
  };
  probe.remove();
  return palette;
}

export class LiveChart {
  private readonly holder: HTMLElement;
  private readonly data: ChartData;
  private readonly readout: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private chart: Chart<"bar" | "line">;
  /** The quarter told at present; -1: none. */
  private current = -1;

  constructor(holder: HTMLElement, data: ChartData) {
    this.holder = holder;
    this.data = data;
    const page = holder.ownerDocument;
    this.canvas = page.createElement("canvas");
    // Chart.js sets the size and the display of the canvas itself; a frame around it can be hidden on paper.
    const frame = page.createElement("div");
    frame.className = "chart__live";
    frame.ariaHidden = "true";
    frame.append(this.canvas);
    this.readout = page.createElement("p");
    this.readout.className = "chart__readout";
    this.readout.role = "status";
    holder.append(frame, this.readout);
    holder.classList.add("is-live");
    holder.tabIndex = 0;
    holder.role = "application";
    holder.ariaRoleDescription = "graphique";
    holder.ariaLabel = `${data.title}. ${data.alternative} Flèches gauche et droite : lire les trimestres un à un.`;
    holder.addEventListener("keydown", (event) => this.onKey(event));
    holder.addEventListener("blur", () => this.tell(-1));
    holder.addEventListener("pointermove", ({ clientX }) => this.tell(this.quarterAt(clientX)));
    holder.addEventListener("pointerleave", () => this.tell(-1));
    this.chart = this.draw();
  }

  /** Shows or hides a series: 0 counts, 1 mean of twelve months, 2 expected range. */
  show(series: number, visible: boolean): void {
    this.chart.setDatasetVisibility(series, visible);
    this.chart.update();
  }

  /** Draws again in the colours of the page. */
  restyle(): void {
    const hidden = [0, 1, 2].filter((series) => !this.chart.isDatasetVisible(series));
    this.chart.destroy();
    this.chart = this.draw();
    for (const series of hidden) this.chart.setDatasetVisibility(series, false);
    if (hidden.length > 0) this.chart.update();
  }

  /** As large as its place, in the proportions and with the words of the drawing. */
  private draw(): Chart<"bar" | "line"> {
    const drawn = chartConfiguration(this.data, paletteOf(this.holder));
    const { width, height } = sizeOf(this.data);
    Object.assign(this.canvas, { width, height });
    const live: ChartConfiguration<"bar" | "line"> = {
      ...drawn,
      options: {
        ...drawn.options,
        devicePixelRatio: (devicePixelRatio * this.holder.clientWidth) / width,
        // Nothing moves (`animation: false` in the configuration), so a reader who asks for less motion needs nothing more.
        events: [], // it would look for the pointer in the drawing's own units
      },
    };
    const chart = new Chart(this.canvas, live);
    Object.assign(this.canvas.style, { width: "100%", height: "auto" });
    return chart;
  }

  /** @param x of the pointer, in the window */
  private quarterAt(x: number): number {
    const { left, width } = this.canvas.getBoundingClientRect();
    return this.chart.scales.x?.getValueForPixel(((x - left) / width) * sizeOf(this.data).width) ?? -1;
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
    this.chart.setActiveElements(index < 0 ? [] : [{ datasetIndex: 0, index }]);
    this.chart.update("none");
    this.readout.textContent = index < 0 ? "" : describePoint(this.data, index);
    this.readout.classList.toggle("chart__readout--left", index > this.data.values.length / 2);
  }
}
