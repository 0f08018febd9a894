import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { anotherBrowser, ask, DEMO_PASSWORD, newMember, photo, publishListing, signInHere, suggestionsFor } from "./people.ts";
import { expect, test } from "./world.ts";

/** WCAG 2.2 AA, as far as a machine can tell. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What everybody sees: with things, without any, with a mistake, and where there is nothing. */
const PAGES = {
  "what is found": ["/", "/search", "/search?q=Bohrmaschine&place=Bonn&from=2030-05-04&to=2030-05-05"],
  "what is not found": ["/search?q=Xyzzy&place=Bonn", "/search?place=Xyzzyhausen"],
  "the ways in": ["/sign-in", "/sign-up", "/sign-up/sent", "/reset", "/confirm?token=none", "/reset/choose?token=none"],
  "what is explained": ["/how", "/conduct", "/privacy", "/credits"],
};

/** The steps of changing a thing, and the page that leads to them. */
const STEPS = ["", "/what", "/sort", "/details", "/photos", "/place", "/times"];

/** Complains about the page as it stands, in both looks; the test goes on. */
async function isForEverybody(page: Page): Promise<void> {
  const path = new URL(page.url()).pathname;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // The legacy mode leaves out frames of other origins, of which there are none, and takes half the time.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // Only colours differ between the looks.
    const { violations } = await (colorScheme === "light" ? axe.withTags(RULES) : axe.withRules("color-contrast")).analyze();
    const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target).join(", ")}`);
    expect.soft(found, `${path} (${colorScheme})`).toEqual([]);
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(overflow, `${path} scrolls sideways at 360 pixels`).toBeLessThanOrEqual(0);
}

/** Opens pages one after another and looks at each. */
async function areForEverybody(page: Page, paths: Iterable<string>, status = 200): Promise<void> {
  for (const path of paths) {
    const answer = await page.goto(path);
    expect.soft(answer?.status(), path).toBe(status);
    await isForEverybody(page);
  }
}

/** Where the links in a page's content lead whose path fits, each once. */
async function linked(page: Page, path: RegExp): Promise<string[]> {
  const links = page.getByRole("main").getByRole("link");
  const all = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  const fits = [...new Set(all.filter((href) => path.test(href)))];
  expect(fits, `links like ${path}`).not.toEqual([]);
  return fits;
}

/** Signs a member of the demo in, and goes to a page. */
async function as(page: Page, name: string, path: string): Promise<void> {
  await page.goto(`/sign-in?next=${path}`);
  await signInHere(page, `${name}@example.org`, DEMO_PASSWORD);
}

for (const [what, paths] of Object.entries(PAGES)) {
  test(`${what} is for everybody`, ({ page }) => areForEverybody(page, paths));
}

test("a page that does not exist is for everybody", ({ page }) => areForEverybody(page, ["/nowhere", "/listings/1"], 404));

test("a thing and its owner are for everybody", async ({ page }) => {
  await page.goto("/search?q=Bohrmaschine&place=Bonn");
  const [thing] = (await linked(page, /^\/listings\//)) as [string];
  await areForEverybody(page, [thing]);
  await areForEverybody(page, await linked(page, /^\/members\//));
});

test("what is one's own is for everybody", async ({ page }) => {
  await as(page, "lena", "/things");
  await areForEverybody(page, ["/things", "/things/new", "/things/new?kind=rent", "/me", "/me/sessions", "/me/calendar", "/me/letters", "/me/known", "/circles", "/me/account"]);
});

test("each step of changing a thing is for everybody", async ({ page }) => {
  await as(page, "lena", "/things");
  const [thing] = (await linked(page, /^\/things\/[0-9a-f]{32}$/)) as [string];
  await areForEverybody(page, STEPS.map((step) => thing + step));
});

test("what whoever runs the place decides about is for everybody", async ({ page }) => {
  await as(page, "olga", "/operator/claims");
  await areForEverybody(page, ["/operator/claims"]);
});

// Between them: asked, agreed, under way, late, given back, finished, declined, called off, run out.
for (const name of ["lena", "bea", "jonas", "petra"]) {
  test(`the loans of ${name} are for everybody`, async ({ page }) => {
    await as(page, name, "/loans");
    await areForEverybody(page, ["/loans", ...(await linked(page, /^\/bookings\//))]);
  });
}

test("mails are for everybody", async ({ page, world }) => {
  // Somebody who has mail.
  const { email } = await newMember(page, world, "Mira");
  await areForEverybody(page, [`/dev/mail?to=${encodeURIComponent(email)}`]);
  await areForEverybody(page, await linked(page, /^\/dev\/mail\/./));
  await areForEverybody(page, ["/loans", "/things"]);
});

test("both sides of a disagreement are for everybody", async ({ page, browser, world }) => {
  const thing = { title: world.fresh("Streitbohrer"), address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingel Uhu" };
  await newMember(page, world, "Jona");
  const listing = await publishListing(page, thing);
  const { page: mine } = await newMember(await anotherBrowser(browser), world, "Mira");
  const booking = await ask(mine, listing, "Für ein Regal");
  await page.goto(booking);
  await page.getByRole("button", { name: "Ja, zusagen" }).click();
  await mine.goto(booking);
  await mine.getByRole("button", { name: "Ich habe es bekommen" }).click();
  await expect(mine.getByRole("heading", { name: "Jona bestätigt noch die Übergabe" })).toBeVisible();
  await isForEverybody(mine);

  await page.goto(booking);
  await isForEverybody(page);
  await page.getByText("Nein, das stimmt nicht").click();
  await page.getByRole("button", { name: "Widersprechen" }).click();
  await expect(page.getByLabel("Was stimmt nicht? Mira liest es")).toHaveAttribute("aria-invalid", "true");
  await isForEverybody(page);
  await page.getByLabel("Was stimmt nicht? Mira liest es").fill("Der Koffer fehlt.");
  await page.getByRole("button", { name: "Widersprechen" }).click();
  await expect(page.getByRole("heading", { name: "Ihr seht die Übergabe verschieden" })).toBeVisible();
  await isForEverybody(page);
  await mine.goto(booking);
  await expect(mine.getByRole("heading", { name: "Jona sagt: Die Übergabe war nicht so" })).toBeVisible();
  await isForEverybody(mine);

  // Settled, and brought back.
  await page.getByRole("button", { name: "Ja, ich habe es übergeben" }).click();
  await expect(page.getByRole("heading", { name: /^Mira bringt es bis .* zurück$/ })).toBeVisible();
  await mine.goto(booking);
  await mine.getByRole("button", { name: "Ich habe es zurückgegeben" }).click();
  await expect(mine.getByRole("heading", { name: "Jona bestätigt noch die Rückgabe" })).toBeVisible();
  await isForEverybody(mine);
});

test("writing down the state, codes and the record are for everybody", async ({ page, browser, world }) => {
  const title = world.fresh("Protokollbohrer");
  await newMember(page, world, "Jona");
  const listing = await publishListing(page, { title, address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingel Uhu" });
  const { page: mine } = await newMember(await anotherBrowser(browser), world, "Mira");
  const booking = await ask(mine, listing, "Für ein Regal", 0, 0);
  await page.goto(booking);
  await page.getByRole("button", { name: "Ja, zusagen" }).click();
  await isForEverybody(page);
  await areForEverybody(page, [`${booking}/moves/handover/plan`, `${booking}/moves/handover/enter`, `${booking}/moves/handover`]);
  await page.getByRole("button", { name: "Festhalten" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await isForEverybody(page);
  await page.getByRole("group", { name: "Koffer", exact: true }).getByRole("radio", { name: "fehlt" }).check();
  await page.getByLabel("Fotos auswählen").setInputFiles(photo("koffer.png"));
  await page.getByRole("button", { name: "Festhalten" }).click();
  await expect(page.getByText("Festgehalten.", { exact: true })).toBeVisible();
  await isForEverybody(page);
  await page.getByRole("button", { name: "Code zeigen" }).click();
  await expect(page.locator(".code")).toBeVisible();
  await isForEverybody(page);
  await areForEverybody(mine, [booking, `${booking}/record`]);
});

test("conversations are for everybody", async ({ page, browser, world }) => {
  const thing = { title: world.fresh("Redebohrer"), address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingel Uhu" };
  await newMember(page, world, "Jona");
  await areForEverybody(page, ["/conversations", "/me/blocked"]);
  const listing = await publishListing(page, thing);
  const { page: mine } = await newMember(await anotherBrowser(browser), world, "Mira");
  await areForEverybody(mine, [`${listing}/ask`]);
  await mine.getByRole("button", { name: "Senden" }).click();
  await expect(mine.getByRole("alert")).toBeVisible();
  await isForEverybody(mine);
  await mine.getByLabel("Deine Nachricht an Jona").fill("Passt das hier? https://example.org/ein/sehr/langer/weg/der/nicht/in/eine/zeile/passt");
  await mine.getByLabel(/^Fotos dazu/).setInputFiles(photo("wand.png"));
  await mine.getByRole("button", { name: "Senden" }).click();
  await expect(mine.getByRole("img", { name: "Bild von dir" })).toBeVisible();
  await isForEverybody(mine);
  await areForEverybody(page, ["/conversations"]);
  await page.goto(new URL(mine.url()).pathname);
  await page.getByText("Mira blockieren").first().click();
  await isForEverybody(page);
  await areForEverybody(page, await linked(page, /\/report\/1$/));
  const booking = await ask(mine, listing, "Für ein Regal");
  await areForEverybody(mine, [booking.replace("/bookings/", "/conversations/")]);
});

test("forms with mistakes are for everybody", async ({ page, world }) => {
  await page.goto("/sign-up");
  await page.getByRole("button", { name: "Konto anlegen" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await isForEverybody(page);

  await page.goto("/sign-in");
  await page.getByRole("main").getByLabel("E-Mail-Adresse").fill(world.fresh("niemand@example.org"));
  await page.getByRole("main").getByLabel("Passwort").fill("falsch geraten");
  await page.getByRole("main").getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await isForEverybody(page);

  await page.goto("/confirm?token=none");
  await page.getByRole("button", { name: "Adresse bestätigen" }).click();
  await expect(page.getByRole("heading", { name: "Dieser Link gilt nicht mehr" })).toBeVisible();
  await isForEverybody(page);

  await newMember(page, world, "Mira");
  await page.goto("/things/new?kind=lend");
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await isForEverybody(page);

  await page.goto("/search?q=Bohrmaschine&place=Bonn");
  const [thing] = (await linked(page, /^\/listings\//)) as [string];
  await page.goto(thing);
  await page.getByRole("button", { name: /anfragen$/ }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await isForEverybody(page);
});

test("open menus and lists are for everybody", async ({ page }) => {
  await page.goto("/search?place=Bonn");
  await page.locator("summary").and(page.getByLabel("Sprache und Aussehen")).click();
  await isForEverybody(page);
  await page.locator("summary").and(page.getByLabel("Sprache und Aussehen")).click();
  await page.locator("summary", { hasText: "Karte zeigen" }).click();
  await page.locator("summary", { hasText: "Ändern" }).click();
  const place = page.getByRole("search").getByLabel("Wo?");
  await suggestionsFor(place, "Popp");
  await place.press("ArrowDown");
  await isForEverybody(page);
});

test.describe("in English", () => {
  test.use({ locale: "en-GB" });

  test("the way from the first page to a thing is for everybody", async ({ page }) => {
    const way = ["/", "/search?q=drill&place=Bonn", "/search?q=Xyzzy&place=Bonn", "/sign-up", "/how"];
    await areForEverybody(page, way);
    await page.goto("/search?q=drill&place=Bonn");
    const [thing] = (await linked(page, /^\/listings\//)) as [string];
    await areForEverybody(page, [thing]);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });

  test("one's own in English is for everybody", async ({ page, world }) => {
    await newMember(page, world, "Robin", "en");
    await areForEverybody(page, ["/things", "/things/new", "/loans", "/me", "/me/account"]);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });
});
