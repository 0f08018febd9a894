import type { Page } from "@playwright/test";
import { anotherBrowser, fillPlace, searchForm } from "./people.ts";
import { expect, test } from "./world.ts";

// These look at the demo's things. Other journeys list drills meanwhile, so what is counted here are tents.

/** The titles found, in their order. */
const titles = (page: Page) => page.getByRole("main").getByRole("heading", { level: 3 }).allTextContents();

/** How many the page says there are. */
async function count(page: Page): Promise<number> {
  const said = (await page.getByRole("main").getByRole("heading", { level: 2 }).first().textContent()) ?? "";
  if (said.startsWith("Nichts")) return 0;
  return said.startsWith("Ein Ding") ? 1 : Number.parseInt(said, 10);
}

test("from the first page: a drill near Bonn", async ({ page }) => {
  await page.goto("/");
  const form = page.getByRole("search");
  await form.getByLabel("Was brauchst du?").fill("Bohrmaschine");
  await fillPlace(form.getByLabel("Wo?"), "Bonn");
  await form.getByRole("button", { name: "Suchen" }).click();
  await expect(page.getByRole("heading", { name: /Dinge im Umkreis von 10\skm um Bonn$/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Bohrmaschine mit Schlagwerk" })).toBeVisible();
  // Words of the same kind are found too.
  await expect(page.getByRole("link", { name: /^Bohrhammer/ }).first()).toBeVisible();
});

test("category and radius narrow what is found, and can be taken away again", async ({ page }) => {
  await page.goto("/search?q=Zelt&place=Bonn");
  const all = await count(page);
  let form = await searchForm(page);
  await form.getByLabel("Kategorie").selectOption("camping-travel");
  await form.getByRole("button", { name: "Suchen" }).click();
  await expect(page).toHaveURL(/category=camping-travel/);
  const camping = await count(page);
  expect(camping).toBeGreaterThan(0);
  expect(camping).toBeLessThan(all);

  form = await searchForm(page);
  await form.getByLabel("Umkreis").selectOption("5");
  await form.getByRole("button", { name: "Suchen" }).click();
  await expect(page).toHaveURL(/radius_km=5/);
  const near = await count(page);
  expect(near).toBeGreaterThan(0);
  expect(near).toBeLessThan(camping);

  const chips = page.getByRole("list", { name: "Wonach gerade gesucht wird" });
  await chips.getByRole("link", { name: /^Camping und Reisen/ }).click();
  await expect(page).not.toHaveURL(/category=/);
  await expect(chips.getByRole("link", { name: /„Zelt“/ })).toBeVisible();
});

test("what a category's things state narrows what is found", async ({ page }) => {
  await page.goto("/search?category=drills");
  let form = await searchForm(page);
  await form.getByLabel("Mit Akku").selectOption({ label: "ja" });
  await form.getByRole("button", { name: "Suchen" }).click();
  const chips = page.getByRole("list", { name: "Wonach gerade gesucht wird" });
  await expect(chips.getByRole("link", { name: /^Mit Akku: ja/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Bohrmaschine mit Schlagwerk" }), "that one has a cord").toBeHidden();
  await expect(page.getByRole("main").getByRole("heading", { level: 3 }).first()).toBeVisible();

  form = await searchForm(page);
  await form.getByLabel("Leistung (W), mindestens").fill("900");
  await form.getByLabel("Leistung (W), höchstens").fill("viel");
  await form.getByRole("button", { name: "Suchen" }).click();
  form = await searchForm(page);
  await expect(form.getByLabel("Leistung (W), höchstens"), "what was typed stays").toHaveValue("viel");
  await expect(form.getByText("Bitte eine Zahl.")).toBeVisible();
  await expect(chips.getByRole("link", { name: /^Leistung: ab 900\sW/ })).toBeVisible();
});

test("a field of the map narrows the search and keeps its words", async ({ page }) => {
  await page.goto("/search?q=Zelt");
  const all = await count(page);
  const fold = page.locator("summary", { hasText: "Karte zeigen" });
  if (await fold.isVisible()) await fold.click();
  const map = page.getByRole("group", { name: "Karte: wo es etwas gibt" });
  const field = map.getByRole("link", { name: /^\d+ Dinge bei / }).first();
  const says = (await field.getAttribute("aria-label")) as string;
  await field.click();
  await expect(page).toHaveURL(/q=Zelt/);
  await expect(page).toHaveURL(/cell=[0-9a-f]+/);
  const here = await count(page);
  expect(here).toBe(Number.parseInt(says, 10));
  expect(here).toBeLessThan(all);
  await page.getByRole("link", { name: /^nur dieses Feld: / }).click();
  await expect(page).not.toHaveURL(/cell=/);
  expect(await count(page)).toBe(all);
});

test("where there is nothing, looking further is offered, and finds something", async ({ page }) => {
  await page.goto("/search?q=Raclette&place=Siegburg&radius_km=1");
  await expect(page.getByRole("heading", { name: /^Das verleiht im Umkreis von 1\skm um Siegburg gerade niemand$/ })).toBeVisible();
  // What is offered says how many there are, and there are so many.
  const wider = page.getByRole("link", { name: /^Im Umkreis von \d+\skm: \d+ Dinge$/ }).first();
  const [, km, promised] = /(\d+)\skm: (\d+)/.exec((await wider.textContent()) ?? "") ?? [];
  await wider.click();
  await expect(page).toHaveURL(/q=Raclette/);
  await expect(page).toHaveURL(new RegExp(`radius_km=${km}(&|$)`));
  expect(await count(page)).toBe(Number(promised));
});

test("the address of a search shows somebody else the same", async ({ page, browser }) => {
  await page.goto("/search");
  const form = await searchForm(page);
  await form.getByLabel("Was brauchst du?").fill("Zelt");
  await fillPlace(form.getByLabel("Wo?"), "53115");
  await form.getByLabel("Umkreis").selectOption("20");
  await form.getByLabel("Reihenfolge").selectOption("distance");
  await form.getByRole("button", { name: "Suchen" }).click();
  await expect(page).toHaveURL(/q=Zelt/);
  const found = await titles(page);
  expect(found.length).toBeGreaterThan(2);
  const other = await anotherBrowser(browser);
  await other.goto(page.url());
  expect(await titles(other)).toEqual(found);
});

test.describe("in English", () => {
  test.use({ locale: "en-GB" });

  test("an English word finds what was described in German", async ({ page }) => {
    await page.goto("/");
    const form = page.getByRole("search");
    await form.getByLabel("What do you need?").fill("drill");
    await fillPlace(form.getByLabel("Where?"), "Bonn");
    await form.getByRole("button", { name: "Search" }).click();
    const german = page.getByRole("link", { name: "Bohrmaschine mit Schlagwerk" });
    await expect(german).toBeVisible();
    await expect(german).toHaveAttribute("lang", "de");
  });
});

test("a place that nobody knows is said at its field, and the words stay", async ({ page }) => {
  await page.goto("/search");
  let form = await searchForm(page);
  await form.getByLabel("Was brauchst du?").fill("Zelt");
  await fillPlace(form.getByLabel("Wo?"), "Xyzzyhausen");
  await form.getByRole("button", { name: "Suchen" }).click();
  await expect(page).toHaveURL(/place=Xyzzyhausen/);
  form = await searchForm(page);
  await expect(form.getByLabel("Wo?")).toHaveAccessibleDescription(/Diesen Ort kennen wir nicht/);
  await expect(form.getByLabel("Wo?")).toHaveValue("Xyzzyhausen");
  await expect(form.getByLabel("Was brauchst du?")).toHaveValue("Zelt");
});
