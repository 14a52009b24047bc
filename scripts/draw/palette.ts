/** Colours of a drawing, by what they are used for. No meaning rests on a colour alone: words and shapes carry it. */
export interface Palette {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly band: string;
  /** Of the earlier quarters. */
  readonly pastBand: string;
  readonly paper: string;
}

/** On paper: CSS variables of the page, so that one drawing serves light, dark and print; the value after the comma serves elsewhere. */
export const PAPER: Palette = {
  ink: "var(--chart-ink,#1c1d21)",
  muted: "var(--chart-muted,#5b5f69)",
  line: "var(--chart-line,#d4d7dd)",
  accent: "var(--chart-accent,#15397f)",
  band: "var(--chart-band,#d5dae4)",
  pastBand: "var(--chart-past-band,#eff1f4)",
  paper: "var(--chart-paper,#fff)",
};
