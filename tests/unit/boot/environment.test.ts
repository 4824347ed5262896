import { describe, expect, test } from "vitest";
import { readEnvironment, variablesOf } from "@/lib/env";

const COMPLETE = {
  DATABASE_URL: "postgresql://dorsal_app:word@db.example:5432/dorsal?sslmode=require",
  DORSAL_MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
  NEXTAUTH_SECRET: "x".repeat(32),
};

describe("the environment", () => {
  test("needs three variables; the rest follows from them", () => {
    const environment = readEnvironment(COMPLETE);
    expect(environment).toMatchObject({
      databaseAuthUrl: "postgresql://dorsal_auth:word@db.example:5432/dorsal?sslmode=require",
      databaseWorkerUrl: "postgresql://dorsal_worker:word@db.example:5432/dorsal?sslmode=require",
      host: "127.0.0.1",
      port: 3000,
      publicUrl: "http://127.0.0.1:3000",
      dataDir: ".data",
    });
    expect(readEnvironment(variablesOf(environment))).toEqual(environment);
  });

  test("names everything that is missing at once", () => {
    expect(() => readEnvironment({})).toThrow(
      "The environment is not complete: DATABASE_URL is not set; DORSAL_MASTER_KEY is not set; NEXTAUTH_SECRET is not set.",
    );
  });

  test.each([
    ["DATABASE_URL", "mysql://somewhere/x", "must be a postgresql:// address"],
    ["DORSAL_MASTER_KEY", Buffer.alloc(31).toString("base64"), "must be 32 bytes in base64"],
    ["NEXTAUTH_SECRET", "short", "must have at least 32 characters"],
    ["PORT", "70000", "PORT"],
    ["PUBLIC_URL", "dorsal.example", "must be the address that browsers use"],
  ])("refuses a wrong %s without showing its value", (name, value, sentence) => {
    const read = () => readEnvironment({ ...COMPLETE, [name]: value });
    expect(read).toThrow(name);
    expect(read).toThrow(sentence);
    expect(read).not.toThrow(value);
  });

  test("takes an empty variable as not set", () => {
    expect(readEnvironment({ ...COMPLETE, PUBLIC_URL: "", PORT: "" }).publicUrl).toBe(
      "http://127.0.0.1:3000",
    );
  });
});
