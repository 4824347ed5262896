/** Numbers 0 to 1 from a seed, so that a failure can be repeated. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A file with one thing broken: a segment lost, doubled, swapped or swollen, the end cut off, bits turned. */
export function mutated(original: Uint8Array, random: () => number): Uint8Array {
  const at = (length: number) => Math.floor(random() * length);
  const segments = new TextDecoder("latin1").decode(original).split("~");
  const kind = at(7);
  if (kind === 0) segments.splice(at(segments.length), 1);
  else if (kind === 1) segments.splice(at(segments.length), 0, segments[at(segments.length)]!);
  else if (kind === 2) {
    const [a, b] = [at(segments.length), at(segments.length)];
    [segments[a], segments[b]] = [segments[b]!, segments[a]!];
  } else if (kind === 3) segments[at(segments.length)] += "X".repeat(at(80_000));
  else if (kind === 4) return original.slice(0, at(original.length));
  const bytes = Uint8Array.from(Buffer.from(segments.join("~"), "latin1"));
  if (kind >= 5) for (let flips = 1 + at(4); flips > 0; flips -= 1) bytes[at(bytes.length)]! ^= 1 << at(8);
  return bytes;
}
