import type { Locator, Page } from "@playwright/test";
import { anotherBrowser, newMember, PASSWORD } from "./people.ts";
import { expect, test } from "./world.ts";

// Runs where scripts do: a browser without script cannot be asked where the keyboard is.

/** Goes from control to control until `target` has the keyboard: forwards, or backwards if it lies before. */
async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  await expect(target).toBeAttached();
  let key = "Tab";
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press(key);
    const where = await target.evaluate((element) => {
      const here = document.activeElement ?? document.body;
      if (here === element) return "here";
      return here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? "before" : "after";
    });
    if (where === "here") return;
    key = where === "before" ? "Shift+Tab" : "Tab";
  }
  throw new Error(`${most} tabs do not reach ${target}`);
}

/** Goes past header and navigation, by the link that comes first on every page. */
async function skipToContent(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Zum Inhalt springen" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
}

/** What is wrong with where the keyboard is: no frame shows it, or something lies over it. Nothing, if all is well. */
function badlySeen(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const here = document.activeElement;
    if (!here || here === document.body) return undefined;
    // Inside a date field, at the button that opens the calendar: the browser frames that itself.
    if (here.matches("input[type=date]:not(:focus)")) return undefined;
    const name = `${here.tagName.toLowerCase()}.${here.getAttribute("class") ?? ""} "${here.textContent.trim().slice(0, 40)}"`;
    const framed = (element: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    };
    // The frame may be around what the control lies in: a card, a choice, a day. In the map the field's edge is thick.
    let element: Element | null = here;
    while (element && !framed(element)) element = element.parentElement;
    const edge = here.querySelector("polygon");
    const drawn = edge !== null && Number.parseFloat(getComputedStyle(edge).strokeWidth) >= 4;
    if (!element && !drawn) return `no frame: ${name}`;

    const shown = [...here.getClientRects()].flatMap(({ left, right, top, bottom }) => {
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return [[x, y], [left + 3, y], [right - 3, y], [x, top + 3], [x, bottom - 3]];
    });
    const seen = shown.some(([x, y]) => {
      const top = document.elementFromPoint(x as number, y as number);
      return top !== null && (here.contains(top) || top.contains(here));
    });
    return seen ? undefined : `hidden behind something: ${name}`;
  });
}

test("the skip link comes first and leads past the navigation", async ({ page }) => {
  await page.goto("/search");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Zum Inhalt springen" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  // The next stop is in the content, not in the header again.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
});

test("searching, choosing days, signing in and asking, by keyboard alone", async ({ page, browser, world }) => {
  const member = await newMember(await anotherBrowser(browser), world, "Mira");

  await page.goto("/search");
  await skipToContent(page);
  const form = page.getByRole("search");
  const fold = page.locator("summary", { hasText: "Ändern" });
  if (await fold.isVisible()) {
    await tabTo(page, fold, 5);
    await page.keyboard.press("Enter");
  }
  await tabTo(page, form.getByLabel("Was brauchst du?"), 5);
  await page.keyboard.type("Bohrmaschine");
  await tabTo(page, form.getByLabel("Wo?"), 3);
  await page.keyboard.type("Bonn");
  await tabTo(page, form.getByRole("button", { name: "Suchen" }), 15);
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL(/place=Bonn/);
  await skipToContent(page);
  await tabTo(page, page.getByRole("link", { name: "Bohrmaschine mit Schlagwerk" }));
  await page.keyboard.press("Enter");

  // A free day, and the last day, from the calendar.
  await expect(page.getByRole("heading", { level: 1, name: "Bohrmaschine mit Schlagwerk" })).toBeVisible();
  const from = page.getByLabel("Abholen", { exact: true });
  const to = page.getByLabel("Zurückbringen", { exact: true });
  const free = page.getByRole("link", { name: /^\d+ frei$/ });
  const day = (at: number) => free.nth(at).locator("time").getAttribute("datetime") as Promise<string>;
  const [first, last] = [await day(0), await day(2)];
  await skipToContent(page);
  await tabTo(page, free.nth(0), 30);
  await page.keyboard.press("Enter");
  await expect(from).toHaveValue(first);
  await tabTo(page, free.nth(2), 100);
  await page.keyboard.press("Enter");
  await expect(to).toHaveValue(last);
  await expect(from).toHaveValue(first);
  await tabTo(page, page.getByRole("button", { name: /^Bei Lena .*anfragen$/ }), 100);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
  await skipToContent(page);
  await tabTo(page, page.getByRole("main").getByLabel("E-Mail-Adresse"), 3);
  await page.keyboard.type(member.email);
  await tabTo(page, page.getByRole("main").getByLabel("Passwort"), 3);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("button", { name: "Abmelden" })).toBeVisible();
  await expect(from).toHaveValue(first);
  await expect(to).toHaveValue(last);
  await skipToContent(page);
  await tabTo(page, page.getByLabel(/^Ein Satz an Lena/), 20);
  await page.keyboard.type("Für ein Regal");
  await tabTo(page, page.getByRole("button", { name: /^Bei Lena .*anfragen$/ }), 3);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Deine Anfrage ist unterwegs.")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Lena .*antwortet bis/ })).toBeVisible();
});

for (const path of ["/", "/search?q=Zelt&place=Bonn", "/sign-up"]) {
  test(`one always sees where the keyboard is, on ${path}`, async ({ page }) => {
    await page.goto(path);
    let stops = 0;
    const wrong: string[] = [];
    do {
      await page.keyboard.press("Tab");
      const problem = await badlySeen(page);
      if (problem) wrong.push(problem);
      stops++;
    } while (stops < 200 && (await page.evaluate(() => document.activeElement !== document.body)));
    expect(wrong).toEqual([]);
    expect(stops).toBeGreaterThan(10);
    expect(stops).toBeLessThan(200);
  });
}

test("a field of the map can be reached and chosen by keyboard", async ({ page }) => {
  await page.goto("/search?q=Zelt");
  await skipToContent(page);
  const fold = page.locator("summary", { hasText: "Karte zeigen" });
  if (await fold.isVisible()) {
    await tabTo(page, fold, 120);
    await page.keyboard.press("Enter");
  }
  const field = page.getByRole("group", { name: "Karte: wo es etwas gibt" }).getByRole("link").first();
  await tabTo(page, field, 120);
  const says = (await field.getAttribute("aria-label")) as string;
  expect(await badlySeen(page)).toBeUndefined();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/cell=[0-9a-f]+/);
  const place = says.replace(/^.* bei /, "");
  await expect(page.getByRole("link", { name: new RegExp(`^nur dieses Feld: .*${place}`) })).toBeVisible();
});

test("language and look are chosen by keyboard", async ({ page }) => {
  await page.goto("/how");
  const menu = page.locator("summary").and(page.getByLabel("Sprache und Aussehen"));
  const english = page.getByRole("banner").getByRole("button", { name: "English" });
  await tabTo(page, menu, 20);
  await page.keyboard.press("Enter");
  await expect(english).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(english).toBeHidden();

  await page.keyboard.press("Enter");
  await tabTo(page, english, 3);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "How it works" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");

  await tabTo(page, page.locator("summary").and(page.getByLabel("Language and look")), 20);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("banner").getByRole("button", { name: "Dark" }), 6);
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("heading", { level: 1, name: "How it works" })).toBeVisible();
});
