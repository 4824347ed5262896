// The data folder of an installation: one Dorsal at a time, its secrets, its files.
import { randomBytes } from "node:crypto";
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync } from "node:fs";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { explainUnwritable, OperatorError } from "./operator-error.mjs";
import { identityOf } from "./process-identity.mjs";

const ADVICE = "set DATA_DIR to a folder of yours, or change the rights of this one";

/** Makes the folder, for its owner alone. */
export function openDataFolder(dir) {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    accessSync(dir, constants.W_OK | constants.X_OK);
    chmodSync(dir, 0o700);
  } catch (error) {
    explainUnwritable(error, dir, ADVICE);
  }
}

function holderOf(file) {
  try {
    const { pid, identity } = JSON.parse(readFileSync(file, "utf8"));
    return identity === identityOf(pid) ? pid : null;
  } catch {
    // No such file, or cut short by a crash: nobody holds it.
    return null;
  }
}

/**
 * Takes the folder for this process; a lock whose process is gone is taken over.
 * Answers how to give it back. Throws an OperatorError when another Dorsal works in it.
 */
export function lockDataFolder(dir) {
  const file = path.join(dir, "dorsal.lock");
  const text = JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) });
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(file, text, { flag: "wx", mode: 0o600 });
      return () => holderOf(file) === process.pid && rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") explainUnwritable(error, dir, ADVICE);
    }
    const holder = holderOf(file);
    if (holder !== null) {
      throw new OperatorError(
        `Another Dorsal (process ${holder}) works in ${dir}: stop it first, or set DATA_DIR to another folder.`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new OperatorError(`The lock ${file} cannot be taken: remove it if no Dorsal is running.`);
}

const secretText = (bytes, encoding) => randomBytes(bytes).toString(encoding);

/** Secrets of an installation that was given none: made once, kept for the owner of the folder alone. */
export function loadSecrets(dir) {
  const file = path.join(dir, "secrets.json");
  const kept = existsSync(file) ? readSecrets(file) : {};
  const secrets = {
    masterKey: secretText(32, "base64"),
    nextAuthSecret: secretText(32, "base64url"),
    ...kept,
    databasePasswords: {
      postgres: secretText(24, "base64url"),
      dorsal_owner: secretText(24, "base64url"),
      dorsal_app: secretText(24, "base64url"),
      dorsal_auth: secretText(24, "base64url"),
      dorsal_worker: secretText(24, "base64url"),
      ...kept.databasePasswords,
    },
  };
  writePrivate(file, JSON.stringify(secrets, null, 2));
  return secrets;
}

function readSecrets(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Never made anew: files sealed with a lost key are lost too.
    throw new OperatorError(`${file} cannot be read: put back the copy from your backup.`);
  }
}

/** Writes a file that only its owner reads, whole or not at all. */
export function writePrivate(file, text) {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text, { mode: 0o600 });
  renameSync(temporary, file);
}
