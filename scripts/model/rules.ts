/**
 * The rules: every name that an issue may bear, with what it bears on for a reader of the bulletin. A name that is not here does not
 * compile; tests/model/rules.test.ts finds one that nothing tells any more, or that the operator's guide (data/LISEZMOI.md) lacks.
 */

/** What an issue bears on; what it is about is in about.ts, its French in remarks/. */
export type Topic =
  | "disagreement" // numbers of the statements contradict each other
  | "printed-change" // a change that the statement prints is wrong
  | "improbable" // a number is to be confirmed
  | "two-values" // one number has two values
  | "not-understood" // a part of a table is not read
  | "ambiguous" // a table is refused until the settings decide
  | "period" // the period was taken from the folder
  | "reference" // a public base
  | "persons" // the list of the entitled persons
  | "file" // a file, or a part of one, is not read
  | "other" // anything else in the statements: to be verified
  // « Avertissements » tells it in words of its own: the issue itself is not repeated there.
  | "own-notice"
  // Of the day, the machine or the register. No bulletin holds it: the same files must give the same bytes on two days and in two
  // folders. The commands print it.
  | "command";

export const TOPICS = {
  // holdings/: the files of data/
  "delivery-empty": "command", // nothing was received: a bulletin tells it by the quarters that are not held
  "no-delivery": "file",
  "delivery-name": "file",
  "file-not-readable": "file",
  "file-outside-delivery": "file",
  "not-a-file": "file",
  "same-file-twice": "file",

  // read/: bytes to grids
  "ambiguous-header": "ambiguous",
  "csv-quotes-broken": "file",
  "csv-without-separator": "file",
  "document-part-not-read": "file",
  "document-without-text": "file",
  "encoding-doubtful": "other",
  "file-empty": "file",
  "file-format-old": "file",
  "file-format-unknown": "file",
  "file-not-read": "file",
  "file-password-protected": "file",
  "file-still-encrypted": "file",
  "file-too-large": "file",
  "file-too-slow": "file",
  "file-unreadable": "file",
  "file-without-content": "file",
  "formula-without-value": "file",
  "may-look-otherwise": "other",
  "own-document": "file",
  "part-too-large": "file",
  "pdf-cut-figures": "file",
  "pdf-form": "file",
  "pdf-page-without-text": "file",
  "pdf-slanted-text": "file",
  "pdf-unreadable-text": "file",
  "pdf-unseen-text": "file",
  "pdf-without-text": "file",
  "sheet-only-drawings": "file",

  // twin/: a document and its PDF
  "twin-disagrees": "disagreement",
  "twin-line-alone": "other",
  "twin-read": "other",

  // recognise/: grids to counts
  "ambiguous-reading": "ambiguous",
  "cell-not-understood": "not-understood",
  "column-not-understood": "not-understood",
  "columns-hidden": "file",
  "figure-beside-hidden": "other",
  "figure-beside-struck": "other",
  "figure-beside-unplain": "other",
  "force-unsaid": "other",
  "no-figures-read": "file",
  "nominative-column": "file",
  "not-our-commune": "file",
  "other-document": "file",
  "other-place-set-aside": "file",
  "part-hidden": "file",
  "period-from-folder": "period",
  "person-masked": "file",
  "public-base-in-delivery": "file",
  "reference-given-twice": "reference",
  "reference-not-published": "reference",
  "reference-not-recognised": "reference",
  "reference-rate-contradicts-count": "reference",
  "reference-territory-absent": "reference",
  "reference-territory-unknown": "reference",
  "reference-value-unreadable": "reference",
  "row-not-understood": "not-understood",
  "rows-hidden": "file",

  // lectures/: held to what a person confirmed
  "answer-awaited": "not-understood",
  "figures-copied": "file",
  "lecture-altered": "command",
  "lecture-file-gone": "command",
  "lecture-missing": "command",
  "lecture-unlike-file": "command",
  "lecture-unreadable": "command",
  "reading-changed": "command", // every page of the bulletin says « Lecture à confirmer »
  "reading-unconfirmed": "command",
  "remark-of-before": "other",

  // check/: what the counts say together
  "cumulative-below-part": "disagreement",
  "cumulative-not-its-parts": "disagreement",
  "delivery-late": "command",
  "delivery-missing": "command", // the bulletin tells it by the quarters that are not held
  "figure-given-twice": "two-values",
  "figure-revised": "other",
  "half-year-not-its-quarters": "disagreement",
  "improbable-count": "improbable",
  "lines-exceed-family": "disagreement",
  "printed-change-impossible": "printed-change",
  "printed-change-mismatch": "printed-change",
  "printed-trend-mismatch": "printed-change",
  "settings-commune": "command",
  "settings-default": "own-notice",
  "statement-missing": "own-notice",
  "statement-of-another-quarter": "other",
  "total-does-not-add-up": "disagreement",
  "total-of-one-force": "improbable",
  "unknown-line": "own-notice",
  "value-confidential": "other",
  "value-missing": "other",
  "value-not-applicable": "other",

  // custody/: persons, machine, register, copies
  "backup-on-same-disk": "command",
  "bulletin-altered": "command",
  "bulletin-missing": "command",
  "bulletin-was-altered": "command",
  "copy-altered": "command",
  "copy-missing": "command",
  "copies-outdated": "command",
  "copies-with-former": "command",
  "delivery-not-recorded": "command",
  "edition-read-before": "command",
  "file-not-recorded": "command",
  "files-renamed": "command",
  "folder-on-network": "command",
  "folder-readable-by-others": "command",
  "folder-synchronised": "command",
  "input-altered": "command",
  "input-missing": "command",
  "no-entitlement-list": "persons",
  "output-unknown": "command",
  "purged-file-present": "command",
  "reference-changed": "command",
  "reference-missing": "command",
  "register-clock-ahead": "command",
  "register-clock-back": "command",
  "register-elsewhere": "command",
  "register-end-damaged": "command",
  "register-gone": "command",
  "register-line-changed": "command",
  "register-line-moved": "command",
  "register-line-removed": "command",
  "register-line-unknown": "command",
  "register-rewritten": "command",
  "setting-changed": "command",
  "setting-missing": "command",
} as const satisfies Readonly<Record<string, Topic>>;

/** Stable name in kebab-case: "total-does-not-add-up". */
export type RuleName = keyof typeof TOPICS;

/** Told by nothing any more: a lecture of before may hold one, and its French stays. */
export const RETIRED: ReadonlySet<RuleName> = new Set(["pdf-slanted-text"]);

export const RULE_NAMES = Object.keys(TOPICS) as readonly RuleName[];

export const topicOf = (rule: RuleName): Topic => TOPICS[rule];

/** Does it say that a person has still to confirm how a file is read? */
export const isReadingRule = (rule: string): boolean => rule === "reading-unconfirmed" || rule === "reading-changed";
