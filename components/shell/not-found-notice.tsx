import { FullPage } from "./full-page";
import { ButtonLink } from "@/components/ui/button-link";

/** The same words for what does not exist and for what belongs to another organization. */
export function NotFoundNotice({ inside = false }: { inside?: boolean }) {
  return (
    <FullPage
      inside={inside}
      title="There is nothing here"
      actions={
        <ButtonLink href="/" variant="primary">
          Go to your work
        </ButtonLink>
      }
    >
      The page or record does not exist. The address may be mistyped, or what it named is gone.
    </FullPage>
  );
}
