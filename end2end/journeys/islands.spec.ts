import { suggestionsFor } from "./people.ts";
import { expect, test } from "./world.ts";

// What islands of script add to pages that work without them.

test("places are suggested while typing, and chosen with the arrow keys", async ({ page }) => {
  await page.goto("/");
  const place = page.getByRole("search").getByLabel("Wo?");
  const list = await suggestionsFor(place, "Poppel");
  await expect(place).toHaveAttribute("aria-expanded", "true");
  await place.press("Escape");
  await expect(list).toBeHidden();
  await expect(place).toHaveAttribute("aria-expanded", "false");
  await expect(place).toHaveValue("Poppel");
  await place.pressSequentially("s");
  const option = page.getByRole("option", { name: /^Poppelsdorf/ });
  await expect(option).toBeVisible();
  await expect(option).toHaveAttribute("aria-selected", "false");
  await place.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect(place).toHaveAttribute("aria-activedescendant", (await option.getAttribute("id")) as string);
  await place.press("Enter");
  await expect(list).toBeHidden();
  await expect(place).toHaveValue(/Poppelsdorf/);
  await place.press("Enter");
  await expect(page.getByRole("heading", { name: /um Poppelsdorf/ }).first()).toBeVisible();
});

test("a suggested place is chosen by pointing at it, the last one too", async ({ page }) => {
  await page.goto("/");
  const form = page.getByRole("search");
  const place = form.getByLabel("Wo?");
  const list = await suggestionsFor(place, "Bonn");
  await expect(list.getByRole("option").first()).toHaveText(/^Bonn /);
  // Nothing lies over the list down to its edge, not even the cards that it hangs down over.
  const covered = await list.evaluate((element) => {
    element.scrollIntoView({ block: "center" });
    const { left, right, bottom } = element.getBoundingClientRect();
    return !element.contains(document.elementFromPoint((left + right) / 2, bottom - 8));
  });
  expect(covered, "something lies over the list").toBe(false);
  await list.getByRole("option").last().click();
  await expect(list).toBeHidden();
  await expect(place).toHaveValue(/^Bonn.+/);
  const chosen = await place.inputValue();
  await form.getByRole("button", { name: "Suchen" }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toContainText(chosen);
});

test("where one is can be searched around, and nobody learns it exactly", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["geolocation"], { origin: baseURL });
  const around = async (latitude: number, longitude: number) => {
    await context.setGeolocation({ latitude, longitude });
    await page.goto("/");
    const form = page.getByRole("search");
    await form.getByRole("button", { name: "Hier, wo ich bin" }).click();
    await expect(form.getByRole("status").filter({ hasText: "Bonn" })).toBeVisible();
    await form.getByRole("button", { name: "Suchen" }).click();
    await expect(page.getByRole("heading", { name: /Umkreis von 10\skm um .*Bonn/ })).toBeVisible();
    const sent = new URL(page.url()).searchParams;
    expect(sent.get("place") ?? "").toBe("");
    return [Number(sent.get("lat")), Number(sent.get("lon"))] as const;
  };
  const [lat, lon] = await around(50.72371, 7.11853);
  expect(lat).toBeCloseTo(50.72, 1);
  // A hundred metres further is the same to everybody else.
  expect(await around(lat + 0.001, lon - 0.001)).toEqual([lat, lon]);
});
