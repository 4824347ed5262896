"use client";

import { CodeForm } from "./code-form";
import { EnrolForm, type SecondFactorOffer } from "./enrol-form";

/** What is missing after the password; then on to where the person wanted to go. */
export function SecondFactorStep({ offer, next }: { offer: SecondFactorOffer | null; next: string | null }) {
  const goOn = () => window.location.assign(next ?? "/");
  return offer ? <EnrolForm offer={offer} onEnrolled={goOn} /> : <CodeForm onPassed={goOn} />;
}
