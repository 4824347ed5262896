export const PASSWORD_MIN_LENGTH = 12;
/** Longer ones would only cost time to hash. */
export const PASSWORD_MAX_LENGTH = 200;

const FAMILIAR =
  /^(.)\1+$|^(?:pass(?:word|wort)|letmein|welcome|qwert[yz]|dorsal|spring|summer|autumn|winter|admin|abc|[0-9])+[^a-z]*$/i;

/**
 * Why a new password is not good enough, in words, or null. Length decides; a rule about signs would only make people
 * write them down. What a guesser tries first is refused: the address, one sign repeated, the usual words.
 */
export function passwordProblem(password: string, email: string): string | null {
  if (password.length < PASSWORD_MIN_LENGTH) return `Use at least ${PASSWORD_MIN_LENGTH} characters.`;
  if (password.length > PASSWORD_MAX_LENGTH) return `Use at most ${PASSWORD_MAX_LENGTH} characters.`;
  const name = email.split("@")[0]?.toLowerCase() ?? "";
  if (name.length >= 4 && password.toLowerCase().includes(name)) return "Leave your email address out of it.";
  if (FAMILIAR.test(password)) return "This one is guessed first. Four unrelated words make a good password.";
  return null;
}
