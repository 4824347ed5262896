export interface BundleOptions {
  /** Relative to the repository, or absolute. */
  entry: string;
  outfile: string;
  /** Further modules to leave out. */
  external?: string[];
  /** Takes the packages into the bundle too. */
  inlinePackages?: boolean;
}

export function bundle(options: BundleOptions): Promise<{ outfile: string; rebuilt: boolean }>;
