import { expect, test } from "./world.ts";

test("somebody signs up, confirms the address, signs out and in again", async ({ page, world }) => {
  const bea = await world.join(page, "Bea");
  await world.signOut(page);
  await world.signIn(page, bea);
  await page.goto("/me");
  await expect(page.locator('input[name="name"]')).toHaveValue("Bea");
});

test("a form that cannot be accepted comes back with what was typed", async ({ page }) => {
  await page.goto("/sign-up");
  await page.locator('input[name="name"]').fill("Bea");
  await page.locator('input[name="email"]').fill("bea at home");
  await page.locator('input[name="password"]').fill("short");
  await page.locator('form[action="/sign-up"] button').click();
  await expect(page.locator('input[name="email"]')).toHaveValue("bea at home");
  await expect(page.locator('input[name="email"]')).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator('input[name="name"]')).toHaveValue("Bea");
});

test("a page for members sends a visitor to the sign-in and back", async ({ page }) => {
  await page.goto("/me");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});
