import { FullPage } from "@/components/shell/full-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata = { title: "Not found" };

/** The same words for what does not exist and for what belongs to another organization. */
export default function NotFound() {
  return (
    <FullPage
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
