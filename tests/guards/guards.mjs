/**
 * Every guard that stands between a request and somebody else's data, money or past: where it is, how it is removed,
 * and the test that must fail then. `find` is exact text that occurs once in the file.
 */
export const GUARDS = [
  {
    name: "policy: rows of another organization",
    file: "prisma/access.sql",
    find: "rule := 'organization_id = ' || tenant;",
    replace: "rule := 'true';",
    test: "tests/integration/data/tenant-transaction.test.ts",
  },
  {
    name: "policy: the organization's own row",
    file: "prisma/access.sql",
    find: "rule := 'id = ' || tenant;",
    replace: "rule := 'true';",
    test: "tests/integration/data/tenant-transaction.test.ts",
  },
  {
    name: "fence: a query outside a transaction",
    file: "lib/data/fenced-adapter.ts",
    find: "queryRaw: outside,",
    replace: "queryRaw: (query) => inner.queryRaw(query),",
    test: "tests/integration/data/tenant-transaction.test.ts",
  },
  {
    name: "fence: a statement after the end",
    file: "lib/data/statement-fence.ts",
    find: 'if (ended) throw new FenceError("a statement came after the end of its transaction");',
    replace: "",
    test: "tests/integration/data/tenant-transaction.test.ts",
  },
  {
    name: "fence: a swallowed error",
    file: "lib/data/statement-fence.ts",
    find: "    failed() {\n      failure = true;",
    replace: "    failed() {\n      failure = false;",
    test: "tests/integration/data/tenant-transaction.test.ts",
  },
  {
    name: "fence: a second organization in one transaction",
    file: "lib/data/statement-fence.ts",
    find: "if (names && scoped)",
    replace: "if (names && scoped && ended)",
    test: "tests/integration/data/tenant-transaction.test.ts",
  },
  {
    name: "composite key: a profile of another organization's payer",
    file: "prisma/migrations/20261124000000_lay_the_tables/migration.sql",
    find: 'ALTER TABLE "payer_profile_version" ADD CONSTRAINT "payer_profile_version_organization_id_payer_id_fkey" FOREIGN KEY ("organization_id", "payer_id") REFERENCES "payer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;',
    replace: "",
    test: "tests/integration/data/tenant-transaction.test.ts",
  },
];
