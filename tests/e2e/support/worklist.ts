import type { Page } from "@playwright/test";

/** Types into a list's filter, as nothing typed ever stands in its address, and waits for the narrowed list. */
export async function findInList(
  page: Page,
  text: string,
  list: "worklist" | "denials" = "worklist",
): Promise<void> {
  const narrowed = page.waitForResponse(
    (answer) =>
      answer.url().endsWith(`/api/v1/${list}`) && (answer.request().postData() ?? "").includes(text),
  );
  await page.getByLabel("Name, claim number or member id").fill(text);
  await narrowed;
}
