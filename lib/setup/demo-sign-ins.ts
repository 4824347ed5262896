/**
 * Who may sign in to the demo practice; printed at every start. Plain Node reads this file too, so it imports nothing.
 * The password is no secret: the demo holds invented people only, and a banner says so on every screen.
 */
export const DEMO_PASSWORD = "dorsal-demo-2026";

export interface DemoSignIn {
  email: string;
  password: string;
  /** A role of lib/domain/access/roles.ts. */
  role: string;
  name: string;
}

const signIn = (email: string, role: string, name: string): DemoSignIn => ({
  ...{ email: `${email}@demo.test`, password: DEMO_PASSWORD, role, name },
});

export const DEMO_SIGN_INS: readonly DemoSignIn[] = [
  signIn("coder", "coder", "Maya Lindqvist"),
  signIn("coder2", "coder", "Theo Brandt"),
  signIn("leadcoder", "lead_coder", "Irene Castellan"),
  signIn("authorizations", "authorization_specialist", "Paul Okonjo"),
  signIn("denials", "denial_specialist", "Rosa Whitfield"),
  signIn("denialslead", "denial_lead", "Hugo Marchetti"),
  signIn("physician", "physician", "Dr. Gwen Hollister"),
  signIn("compliance", "compliance_officer", "Vera Sandoval"),
  signIn("leader", "leader", "Martin Ashby"),
  signIn("admin", "administrator", "Nadia Fairbank"),
];
