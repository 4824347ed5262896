/** Claims of one batch: written, checked and moved in one transaction of some seconds. */
export const MAX_BATCH_CLAIMS = 5_000;

/** Held claims that are named; the others are counted. */
export const MAX_HELD_SHOWN = 200;

/** A batch's file is a few kilobytes a claim; more than this is no claim file. */
export const MAX_BATCH_BYTES = 500_000_000;
