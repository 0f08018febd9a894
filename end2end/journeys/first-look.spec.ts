import { expect, test } from "./world.ts";

test("the server says that it is well", async ({ request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
  expect((await request.get("/readyz")).status()).toBe(200);
});

test("the landing page has a heading, its style, and nothing that fails to load", async ({ page }) => {
  const failed: string[] = [];
  page.on("requestfailed", (request) => failed.push(request.url()));
  page.on("response", (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
  });
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator('link[rel="stylesheet"]')).toHaveAttribute("href", /^\/pkg\/[0-9a-f]+\/main\.css$/);
  expect(failed).toEqual([]);
});

test("nothing is loaded from anywhere else", async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL as string) && !request.url().startsWith("data:")) elsewhere.push(request.url());
  });
  await page.goto("/");
  await page.goto("/search");
  expect(elsewhere).toEqual([]);
});

test("language and look are chosen once and stay", async ({ page }) => {
  await page.goto("/how");
  const footer = page.getByRole("contentinfo");
  await footer.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "How it works" })).toBeVisible();
  await expect(page).toHaveURL("/how");
  await footer.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.goto("/search");
  await expect(page.getByRole("heading", { level: 2, name: /things found$/ })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await footer.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /Dinge gefunden$/ })).toBeVisible();
  await footer.getByRole("button", { name: "Wie mein Gerät" }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});
