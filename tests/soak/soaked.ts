import type { Kind } from "./kinds";
import type { Person } from "./person";

/** How far an import is, as the database has it at one moment. */
export interface Progress {
  status: string;
  isRunning: boolean;
  done: number;
  total: number;
  /** Raised by every step of a run. */
  touches: number;
  /** Rows of the file that people can see already; none before it is published. */
  shown: number;
}

/** One kind of import under the killings of a round. */
export interface Soaked {
  kind: Kind;
  /** Makes the round's file, always the same for a round; brings in first what the file is about. */
  prepare(person: Person, round: number): Promise<SoakedFile>;
}

export interface SoakedFile {
  bytes: Buffer;
  /** Parts that the import counts its progress in. */
  parts: number;
  look(importId: string): Promise<Progress>;
  /** Throws when anything is lost, doubled or left over. `view` is what the product answers about the import. */
  verify(importId: string, view: unknown): Promise<void>;
}

/** Throws the sentence when `is` is false. */
export function check(is: boolean, what: string): void {
  if (!is) throw new Error(what);
}
