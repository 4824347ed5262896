export interface SupervisedProcess {
  /** As people know it: "web server". */
  name: string;
  /** For this same Node. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Holds its process number while it runs. */
  pidFile: string;
  /** Passes on everything that it prints. */
  raw?: boolean;
  onFall?: (falls: number) => void;
}

export function supervise(wanted: SupervisedProcess): { stop: () => Promise<void> };
