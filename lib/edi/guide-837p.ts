/** The parts of a professional claim file, in file order; a segment belongs to exactly one of them. */
export type GuideArea = "header" | "billing" | "subscriber" | "patient" | "claim" | "line";

/** The implementation guides of 837P that are read: the 2006 guide and its two errata. */
export const SUPPORTED_GUIDES: readonly string[] = ["005010X222", "005010X222A1", "005010X222A2"];

interface GuideLoop {
  loop: string;
  /** The loop around it; null for the first loop of an area. */
  parent: string | null;
  /** The segment that opens it; null for an area's first loop, which HL, CLM or LX opens. */
  opener: string | null;
  /** Values of the opener's first element that mean this loop; null for any. */
  qualifiers: string[] | null;
  segments: string[];
}

const provider = (loop: string, parent: string, qualifiers: string[], ...segments: string[]): GuideLoop => ({
  loop,
  parent,
  opener: "NM1",
  qualifiers,
  segments: ["NM1", ...segments],
});

const opened = (loop: string, parent: string, opener: string, ...segments: string[]): GuideLoop => ({
  loop,
  parent,
  opener,
  qualifiers: null,
  segments: [opener, ...segments],
});

const first = (loop: string, ...segments: string[]): GuideLoop => ({
  loop,
  parent: null,
  opener: null,
  qualifiers: null,
  segments,
});

/** 005010X222 with A1 and A2: every loop with its segments, situational ones included. */
export const GUIDE_837P: Record<GuideArea, GuideLoop[]> = {
  header: [
    first("header", "BHT", "REF"),
    provider("1000A", "header", ["41"], "PER"),
    provider("1000B", "header", ["40"]),
  ],
  billing: [
    first("2000A", "PRV", "CUR"),
    provider("2010AA", "2000A", ["85"], "N3", "N4", "REF", "PER"),
    provider("2010AB", "2000A", ["87"], "N3", "N4"),
    provider("2010AC", "2000A", ["PE"], "N3", "N4", "REF"),
  ],
  subscriber: [
    first("2000B", "SBR", "PAT"),
    provider("2010BA", "2000B", ["IL"], "N3", "N4", "DMG", "REF", "PER"),
    provider("2010BB", "2000B", ["PR"], "N3", "N4", "REF"),
  ],
  patient: [first("2000C", "PAT"), provider("2010CA", "2000C", ["QC"], "N3", "N4", "DMG", "REF", "PER")],
  claim: [
    first("2300", "CLM", "DTP", "PWK", "CN1", "AMT", "REF", "K3", "NTE", "CR1", "CR2", "CRC", "HI", "HCP"),
    provider("2310A", "2300", ["DN", "P3"], "PRV", "REF"),
    provider("2310B", "2300", ["82"], "PRV", "REF"),
    provider("2310C", "2300", ["77"], "N3", "N4", "REF", "PER"),
    provider("2310D", "2300", ["DQ"], "REF"),
    provider("2310E", "2300", ["PW"], "N3", "N4"),
    provider("2310F", "2300", ["45"], "N3", "N4"),
    opened("2320", "2300", "SBR", "CAS", "AMT", "OI", "MOA"),
    provider("2330A", "2320", ["IL"], "N3", "N4", "REF"),
    provider("2330B", "2320", ["PR"], "N3", "N4", "DTP", "REF"),
    provider("2330C", "2320", ["DN", "P3"], "REF"),
    provider("2330D", "2320", ["82"], "REF"),
    provider("2330E", "2320", ["77"], "REF"),
    provider("2330F", "2320", ["DQ"], "REF"),
    provider("2330G", "2320", ["85"], "REF"),
  ],
  line: [
    first(
      "2400",
      ...[
        "LX",
        "SV1",
        "SV5",
        "PWK",
        "CR1",
        "CR3",
        "CRC",
        "DTP",
        "QTY",
        "MEA",
        "CN1",
        "REF",
        "AMT",
        "K3",
        "NTE",
      ],
      ...["PS1", "HCP"],
    ),
    opened("2410", "2400", "LIN", "CTP", "REF"),
    provider("2420A", "2400", ["82"], "PRV", "REF"),
    provider("2420B", "2400", ["QB"], "REF"),
    provider("2420C", "2400", ["77"], "N3", "N4", "REF"),
    provider("2420D", "2400", ["DQ"], "REF"),
    provider("2420E", "2400", ["DK"], "N3", "N4", "REF", "PER"),
    provider("2420F", "2400", ["DN", "P3"], "REF"),
    provider("2420G", "2400", ["PW"], "N3", "N4"),
    provider("2420H", "2400", ["45"], "N3", "N4"),
    opened("2430", "2400", "SVD", "CAS", "DTP", "AMT"),
    opened("2440", "2400", "LQ", "FRM"),
  ],
};

/** References that only the claim or the line itself may carry: found behind a provider they still belong to it. */
const OWN_REFERENCES = new Set([
  "G1",
  "9F",
  "F8",
  "D9",
  "EA",
  "P4",
  "LX",
  "4N",
  "F5",
  "EW",
  "9A",
  "9C",
  "X4",
  "6R",
]);
const KEEPS_REFERENCES = new Set(["2330A", "2330B", "2330C", "2330D", "2330E", "2330F", "2330G"]);

interface Place {
  parent: string | null;
  segments: Set<string>;
}

const PLACES = new Map<string, Place>();
/** `parent loop|segment|qualifier` -> the loop it opens. */
const OPENERS = new Map<string, string>();
const OPENING = new Set<string>();
const OPENING_QUALIFIERS = new Set<string>();
for (const loops of Object.values(GUIDE_837P)) {
  for (const { loop, parent, opener, qualifiers, segments } of loops) {
    PLACES.set(loop, { parent, segments: new Set(segments) });
    if (opener === null) continue;
    OPENING.add(opener);
    for (const qualifier of qualifiers ?? ["*"]) OPENERS.set(`${parent}|${opener}|${qualifier}`, loop);
    for (const qualifier of qualifiers ?? []) OPENING_QUALIFIERS.add(qualifier);
  }
}

/** The first loop of an area. */
export const firstLoop = (area: GuideArea): string => GUIDE_837P[area][0]!.loop;

/**
 * The loop that a segment belongs to, given the loop of the segment before it in the same area. A segment that comes
 * later than the guide wants is given to the loop around; null when no loop of the area knows it.
 */
export function loopOf(current: string, id: string, qualifier: string | undefined): string | null {
  const found = NEXT.get(current)!.get(id);
  if (found === undefined) return null;
  if (found.byQualifier === null) return found.loop;
  const own = found.byQualifier.get(qualifier ?? "");
  return own === undefined ? found.loop : own;
}

/** Where a segment leads from a loop: by its first element where that decides. */
interface Step {
  loop: string | null;
  byQualifier: Map<string, string | null> | null;
}

/** The guide walked beforehand: loop -> segment -> step. Reading asks this for every segment of a file. */
const NEXT = new Map<string, Map<string, Step>>();
for (const loop of PLACES.keys()) NEXT.set(loop, stepsFrom(loop));

function stepsFrom(current: string): Map<string, Step> {
  const steps = new Map<string, Step>();
  const ids = new Set([...PLACES.values()].flatMap(({ segments }) => [...segments]));
  for (const id of ids) {
    const loop = walk(current, id, undefined);
    if (id !== "REF" && !OPENING.has(id)) {
      steps.set(id, { loop, byQualifier: null });
      continue;
    }
    const byQualifier = new Map<string, string | null>();
    for (const qualifier of [...OWN_REFERENCES, ...OPENING_QUALIFIERS]) {
      const own = walk(current, id, qualifier);
      if (own !== loop) byQualifier.set(qualifier, own);
    }
    steps.set(id, { loop, byQualifier });
  }
  return steps;
}

function walk(current: string, id: string, qualifier: string | undefined): string | null {
  if (OPENING.has(id)) {
    for (let loop: string | null = current; loop !== null; loop = PLACES.get(loop)!.parent) {
      const found = OPENERS.get(`${loop}|${id}|${qualifier}`) ?? OPENERS.get(`${loop}|${id}|*`);
      if (found !== undefined) return found;
    }
  }
  for (let loop: string | null = current; loop !== null;) {
    const place: Place = PLACES.get(loop)!;
    const own =
      id === "REF" &&
      place.parent !== null &&
      !KEEPS_REFERENCES.has(loop) &&
      OWN_REFERENCES.has(qualifier ?? "");
    if (!own && id !== "NM1" && place.segments.has(id)) return loop;
    loop = place.parent;
  }
  return null;
}
