import type { Cents } from "@/lib/domain/shared/money";

/** The practice's charge for one unit, in cents; for anaesthesia the charge of one minute. */
const PHYSICIAN: Record<string, Cents> = {
  "63650": 475_000,
  "63655": 820_000,
  "63661": 310_000,
  "63663": 420_000,
  "63685": 560_000,
  "63688": 345_000,
  "77003": 18_000,
  "95970": 9_500,
  "95971": 17_500,
  "95972": 29_500,
  "95973": 14_000,
  "99203": 21_000,
  "99204": 31_000,
  "99213": 17_500,
  "99214": 24_500,
  "20553": 16_500,
  "62321": 68_000,
  "62323": 66_500,
  "64483": 72_000,
  "64484": 36_000,
  "64493": 58_000,
  "64494": 29_500,
  "64635": 132_000,
  "64636": 61_000,
  L8680: 45_000,
};

const FACILITY: Record<string, Cents> = {
  "63650": 1_150_000,
  "63655": 2_980_000,
  "63661": 480_000,
  "63663": 960_000,
  "63685": 3_640_000,
  "63688": 610_000,
};

const MINUTE: Cents = 1_450;

export function feeOf(code: string, kind: "physician" | "facility" | "anaesthesia"): Cents {
  if (kind === "anaesthesia") return MINUTE;
  const fee = (kind === "facility" ? FACILITY : PHYSICIAN)[code];
  if (fee === undefined) throw new RangeError(`the practice has no charge for ${code}`);
  return fee;
}
