import { FullPage } from "@/components/shell/full-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata = { title: "Not part of your role" };

export default function Forbidden() {
  return (
    <FullPage
      title="Your role does not include this"
      actions={
        <ButtonLink href="/" variant="primary">
          Go to your work
        </ButtonLink>
      }
    >
      Ask an administrator of your organization if you need it. That you asked for this page was noted.
    </FullPage>
  );
}
