import { FullPage } from "./full-page";
import { ButtonLink } from "@/components/ui/button-link";

export function ForbiddenNotice({ inside = false }: { inside?: boolean }) {
  return (
    <FullPage
      inside={inside}
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
