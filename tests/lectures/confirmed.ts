/** A file as it is kept once it is confirmed: without the texts that it does not use. */
import { createVocabulary, withoutUnused } from "../../scripts/lectures/index.ts";
import type { Issue } from "../../scripts/model/issue.ts";
import type { Answer, ConfirmedFile } from "../../scripts/model/lecture.ts";
import type { Recognition } from "../../scripts/model/observation.ts";
import { NOMENCLATURE, settingsOf } from "../recognise/tables.ts";

export const KEY = "5a".repeat(32);
export const KNOWN = { settings: settingsOf(), nomenclature: NOMENCLATURE };
const { isKnown } = createVocabulary(KNOWN.nomenclature, KNOWN.settings);

export const confirmedFile = (
  recognition: Recognition,
  remarks: readonly Issue[] = [],
  answers: readonly Answer[] = [],
): ConfirmedFile =>
  withoutUnused({ recognition, remarks, answers, pdf: null, settings: "", key: KEY }, { key: KEY, isKnown });
