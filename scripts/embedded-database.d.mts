import type { ChildProcess } from "node:child_process";

export interface EmbeddedDatabase {
  url: (role: string, database?: string) => string;
  makeReady: () => Promise<void>;
  stop: () => Promise<void>;
  server: ChildProcess;
}
export function startEmbeddedDatabase(options: {
  dataDir: string;
  passwords: Record<string, string>;
  rolesFile: string;
}): Promise<EmbeddedDatabase>;
