export interface Secrets {
  masterKey: string;
  nextAuthSecret: string;
  databasePasswords: Record<string, string>;
}
export function openDataFolder(dir: string): void;
export function lockDataFolder(dir: string): () => void;
export function loadSecrets(dir: string): Secrets;
export function writePrivate(file: string, text: string): void;
