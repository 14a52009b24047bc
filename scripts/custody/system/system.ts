/** What custody asks of the operating system. One file a system implements it; nothing else in custody knows which one runs. */

export interface System {
  /** Network file system that holds the path (real path, links resolved), as a person calls it: "NFS (srv:/partage)"; null for a local disk. */
  networkMount(path: string): string | null;
  /**
   * Who else than the account can read the path, in French: "les autres comptes du poste"; null for nobody known, undefined where the
   * system gives no answer.
   * `thorough`: also by ways that start another program (Windows); without it, only what costs under a millisecond.
   */
  readers(path: string, thorough: boolean): string | null | undefined;
  /** Settings of this machine's administrators that keep Edge from printing, as they name them; none: it may print. */
  printerPolicies(): readonly string[];
  /** Takes the rights of the other accounts away from the path and all that it holds; true when the system has done it. */
  tighten(path: string): boolean;
  /** What a person does to the same end, in French. */
  tightenAdvice(path: string): string;
  /**
   * Opens the path and all that it holds to a group of accounts; else, what a person does to the same end, in French.
   * @throws UserError when the group is not there, or the path is another account's.
   */
  share(path: string, group: string): string | undefined;
  /** The group that the path was opened to; null for none known. */
  sharedWith(path: string): string | null;
  /** Is the disk that holds the path (real path, links resolved) encrypted, as far as this account can be told? */
  encryption(path: string): Encryption;
}

export interface Encryption {
  readonly state: "yes" | "no" | "unknown";
  /** What tells it, or why it cannot be told; in French, without a full stop: "dm-crypt (/dev/mapper/racine)". */
  readonly why: string;
}

/** The calls that the implementations make, so that tests can give a system that is not the one at hand. */
export interface SystemCalls {
  /** Text of a file; null when it does not exist or cannot be read. */
  readonly readText: (path: string) => string | null;
  /** Standard output of a program; null when it cannot be started or fails. */
  readonly run: (file: string, args: readonly string[]) => string | null;
  readonly env: (name: string) => string | undefined;
}
