import type { Browser, Page } from "@playwright/test";
import { anotherBrowser, ask, newMember, photo, publishListing } from "./people.ts";
import { expect, test, type World } from "./world.ts";

// It goes out and comes back: both write down its state, and a code confirms it for both at once.

/** A loan for today that is agreed: the lender is on `page`, the borrower on `mine`. */
async function agreedLoan(page: Page, browser: Browser, world: World): Promise<{ mine: Page; booking: string; title: string }> {
  await newMember(page, world, "Jona");
  const title = world.fresh("Übergabebohrer");
  const listing = await publishListing(page, { title, address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingel Uhu" });
  const { page: mine } = await newMember(await anotherBrowser(browser), world, "Mira");
  const booking = await ask(mine, listing, "Für ein Regal", 0, 0);
  await page.goto(booking);
  await page.getByRole("button", { name: "Ja, zusagen" }).click();
  await expect(page.getByRole("heading", { name: "Übergabe", exact: true })).toBeVisible();
  return { mine, booking, title };
}

/** Ticks how a point of the checklist was found. */
async function find(page: Page, point: string, how: string): Promise<void> {
  await page.getByRole("group", { name: point, exact: true }).getByRole("radio", { name: how, exact: true }).check();
}

/** Shows a code on the page of a booking, and answers its digits. */
async function showCode(page: Page, booking: string): Promise<string> {
  await page.goto(booking);
  await page.getByRole("button", { name: "Code zeigen" }).click();
  await expect(page.getByRole("img", { name: /führt zum Eingeben des Codes$/ })).toBeVisible();
  const digits = ((await page.locator(".code").textContent()) ?? "").replace(/\D/g, "");
  expect(digits).toMatch(/^\d{6}$/);
  return digits;
}

/** Enters a code on the page of a booking. */
async function enterCode(page: Page, booking: string, code: string): Promise<void> {
  await page.goto(booking);
  await page.getByRole("link", { name: "Code eingeben" }).click();
  await page.getByLabel(/^Der Code, den /).fill(code);
  await page.getByRole("button", { name: "Bestätigen" }).click();
}

test("it goes out and comes back, with its state written down and a code for both", async ({ page, browser, world }) => {
  const { mine, booking, title } = await agreedLoan(page, browser, world);

  // The lender writes down how it is; the borrower reads it at once.
  await page.getByRole("link", { name: "Zustand festhalten" }).click();
  await page.getByRole("button", { name: "Festhalten" }).click();
  await expect(page.getByRole("alert")).toContainText("Schreib einen Satz");
  await find(page, title, "in Ordnung");
  await find(page, "Koffer", "in Ordnung");
  await page.getByLabel(/^In welchem Zustand ist es\?/).fill("Ein Kratzer am Griff.");
  await page.getByLabel("Fotos auswählen").setInputFiles(photo("vorher.png"));
  await page.getByRole("button", { name: "Festhalten" }).click();
  await expect(page.getByText("Festgehalten.", { exact: true })).toBeVisible();
  await mine.goto(booking);
  await mine.getByRole("link", { name: /^Protokoll ansehen/ }).click();
  await expect(mine.getByText("Ein Kratzer am Griff.")).toBeVisible();

  // A wrong code is told; the right one confirms for both.
  const code = await showCode(page, booking);
  await enterCode(mine, booking, code === "000000" ? "000001" : "000000");
  await expect(mine.getByRole("alert")).toContainText("Du hast noch 4 Versuche.");
  await mine.getByLabel(/^Der Code, den /).fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await mine.getByRole("button", { name: "Bestätigen" }).click();
  await expect(mine.getByText("Die Übergabe ist bestätigt.")).toBeVisible();

  // Back: something is broken, and that stands beside how it was.
  await page.goto(booking);
  await expect(page.getByRole("heading", { name: "Rückgabe", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Zustand festhalten" }).click();
  await find(page, title, "kaputt");
  await find(page, "Koffer", "fehlt");
  await page.getByLabel("Fotos auswählen").setInputFiles(photo("nachher.png"));
  await page.getByRole("button", { name: "Festhalten" }).click();
  await expect(page.getByText("Festgehalten.", { exact: true })).toBeVisible();
  await enterCode(page, booking, await showCode(mine, booking));
  await expect(page.getByText("Alles zurück. Danke!")).toBeVisible();

  await page.goto(`${booking}/record`);
  await expect(page.getByText("Alles ist so, wie es festgehalten wurde")).toBeVisible();
  const row = page.getByRole("row", { name: /^Koffer/ });
  await expect(row.getByRole("cell").nth(0)).toContainText("in Ordnung");
  await expect(row.getByRole("cell").nth(1)).toContainText("fehlt");
  const pictures = page.getByRole("region", { name: "Vorher und nachher" }).getByRole("img");
  await expect(pictures).toHaveCount(2);
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });

  // Nobody else has any of it.
  const file = (await pictures.first().getAttribute("src")) as string;
  const stranger = await newMember(await anotherBrowser(browser), world, "Noor");
  for (const path of [file, `${booking}/record`, `${booking}/record/entries/1.txt`, `${booking}/moves/handover`]) {
    expect((await stranger.page.request.get(path)).status()).toBe(404);
  }
});

test("a neighbour hands it over once both have agreed", async ({ page, browser, world }) => {
  const { mine, booking } = await agreedLoan(page, browser, world);
  await page.getByRole("link", { name: "Ihr trefft euch nicht? Schlag einen anderen Weg vor" }).click();
  await page.getByRole("radio", { name: "jemand anderes macht es" }).check();
  await page.getByLabel(/^Wie genau\?/).fill("Olga im zweiten Stock");
  await page.getByRole("button", { name: "Vorschlagen" }).click();
  await expect(page.getByText("Er gilt, sobald Mira zustimmt.")).toBeVisible();

  await mine.goto(booking);
  await mine.getByRole("link", { name: "Antworten" }).click();
  await expect(mine.getByRole("blockquote")).toContainText("Olga im zweiten Stock");
  await mine.getByRole("button", { name: "Einverstanden" }).click();
  await expect(mine.getByText("So macht ihr die Übergabe:")).toBeVisible();
  await showCode(page, booking);
  await expect(page.getByText(/^Der Code gilt bis morgen, /)).toBeVisible();
});

test("without a connection nothing is lost, and it is sent when the net is back", { tag: "@script" }, async ({ page, browser, world }) => {
  const { booking } = await agreedLoan(page, browser, world);
  const form = `${booking}/moves/handover`;
  await page.goto(form);
  await expect(page.locator("html")).toHaveAttribute("data-awake", "");
  const note = page.getByLabel(/^In welchem Zustand ist es\?/);
  const kept = page.getByRole("status");

  // Leaving the page and coming back, it is all still there: words, ticks and photos.
  await note.fill("Akku halb voll.");
  await find(page, "Koffer", "fehlt");
  await page.getByLabel("Fotos auswählen").setInputFiles(photo("eins.png"));
  await page.getByLabel("Foto aufnehmen").setInputFiles(photo("zwei.png"));
  await expect(page.getByRole("listitem").filter({ hasText: "zwei.png" })).toBeVisible();
  await page.goto("/loans");
  await page.goto(form);
  await expect(kept.filter({ hasText: "Das war noch nicht gesendet." })).toBeVisible();
  await expect(note).toHaveValue("Akku halb voll.");
  await expect(page.getByRole("group", { name: "Koffer", exact: true }).getByRole("radio", { name: "fehlt" })).toBeChecked();
  for (const name of ["eins.png", "zwei.png"]) await expect(page.getByRole("listitem").filter({ hasText: name })).toBeVisible();

  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Festhalten" }).click();
  await expect(kept.filter({ hasText: "Keine Verbindung." })).toBeVisible();
  await expect(note).toHaveValue("Akku halb voll.");
  await page.context().setOffline(false);
  await expect(page.getByText("Festgehalten.", { exact: true })).toBeVisible();
  await page.goto(`${booking}/record`);
  await expect(page.getByText("Akku halb voll.")).toHaveCount(1);
  await expect(page.getByRole("region", { name: "Vorher und nachher" }).getByRole("img")).toHaveCount(2);
});
