/** A shipped value with where it was read; `verified` is false where it is common knowledge nobody checked. */
export interface ShippedValue<T> {
  value: T;
  source: string;
  verified: boolean;
}

/** A value that practices commonly meet; nobody has checked it against a contract. */
export function assumed<T>(value: T, source = "Common practice; check the contract"): ShippedValue<T> {
  return { value, source, verified: false };
}

/** A value that somebody read where the source says. */
export function read<T>(value: T, source: string): ShippedValue<T> {
  return { value, source, verified: true };
}
