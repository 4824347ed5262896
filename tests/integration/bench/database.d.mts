export interface TestServer {
  url: (role: string, database?: string) => string;
  superUrl: string;
  stop: () => Promise<void>;
}
export function startDatabase(options: { dir: string }): Promise<TestServer>;
export function makeTemplate(server: TestServer, name: string, root?: string): Promise<void>;
