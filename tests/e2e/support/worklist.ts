import type { Page } from "@playwright/test";

/** Types into the worklist's filter, as nothing typed ever stands in its address, and waits for the narrowed list. */
export async function findInList(page: Page, text: string): Promise<void> {
  const narrowed = page.waitForResponse(
    (answer) =>
      answer.url().endsWith("/api/v1/worklist") && (answer.request().postData() ?? "").includes(text),
  );
  await page.getByLabel("Name, claim number or member id").fill(text);
  await narrowed;
}
