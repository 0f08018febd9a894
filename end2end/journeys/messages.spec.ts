import { anotherBrowser, ask, newMember, photo, publishListing } from "./people.ts";
import { expect, test } from "./world.ts";

const thing = (title: string) => ({ title, address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingel Uhu" });

test("a question on a thing is answered, with a picture, and goes on in the loan", async ({ page, browser, world, withScript }) => {
  const title = world.fresh("Fragebohrer");
  const lender = await newMember(page, world, "Jona");
  const listing = await publishListing(page, thing(title));
  const { page: mine } = await newMember(await anotherBrowser(browser), world, "Mira");
  await mine.goto(listing);
  await mine.getByRole("link", { name: "Jona etwas fragen" }).click();
  await mine.getByLabel("Deine Nachricht an Jona").fill("Ist der Koffer dabei?");
  await mine.getByRole("button", { name: "Senden" }).click();
  await expect(mine.getByRole("heading", { name: "Gespräch mit Jona" })).toBeVisible();
  await expect(mine.getByText("Ist der Koffer dabei?")).toBeVisible();
  const conversation = new URL(mine.url()).pathname;

  await page.goto("/conversations");
  await expect(page.getByText("eine neue Nachricht")).toBeVisible();
  await page.getByRole("link", { name: new RegExp(`^Mira · ${title}`) }).click();
  await expect(page.getByText("Neu", { exact: true })).toBeVisible();
  await page.getByLabel("Deine Nachricht an Mira").fill("Ja, hier ist er.");
  await page.getByLabel(/^Fotos dazu/).setInputFiles(photo("koffer.png"));
  await page.getByRole("button", { name: "Senden" }).click();
  await expect(page.getByText("Ja, hier ist er.")).toBeVisible();

  // Where scripts run it appears by itself; otherwise on the next page.
  if (!withScript) await mine.goto(conversation);
  await expect(mine.getByText("Ja, hier ist er.")).toBeVisible();
  const picture = mine.getByRole("img", { name: "Bild von Jona" });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  // A stranger who knows its address does not get it.
  const file = (await picture.getAttribute("src")) as string;
  const stranger = await newMember(await anotherBrowser(browser), world, "Noor");
  expect((await stranger.page.request.get(file)).status()).toBe(404);
  expect((await stranger.page.request.get(conversation)).status()).toBe(404);

  await ask(mine, listing, "Für ein Regal");
  await mine.getByRole("link", { name: "Jona schreiben" }).click();
  await expect(mine.getByRole("heading", { name: "Vor der Anfrage gefragt" })).toBeVisible();
  await expect(mine.getByText("Ja, hier ist er.")).toBeVisible();
  await expect(mine.getByText(/^Du hast angefragt: /)).toBeVisible();
  await expect(mine.getByText("Geheimweg")).toHaveCount(0);
  await page.goto(conversation);
  await expect(page.getByText("Dort geht es weiter")).toBeVisible();
  await page.getByRole("link", { name: "Dort weiterschreiben" }).click();
  await expect(page.getByText(/^Mira hat angefragt: /)).toBeVisible();
  expect(lender.email).not.toBe("");
});

test("new messages come while the page is open, without taking the keyboard, and what happens to the loan too", { tag: "@script" }, async ({
  page,
  browser,
  world,
}) => {
  await newMember(page, world, "Jona");
  const listing = await publishListing(page, thing(world.fresh("Livebohrer")));
  const { page: mine } = await newMember(await anotherBrowser(browser), world, "Mira");
  const booking = await ask(mine, listing, "Für ein Regal");
  const conversation = booking.replace("/bookings/", "/conversations/");
  await mine.goto(conversation);
  await expect(mine.locator("html")).toHaveAttribute("data-awake", "");
  const field = mine.getByLabel("Deine Nachricht an Jona");
  await field.fill("Ich tippe gerade");
  await field.focus();

  await page.goto(conversation);
  await expect(page.locator("html")).toHaveAttribute("data-awake", "");
  await page.getByLabel("Deine Nachricht an Mira").fill("Passt es dir um sechs?");
  const before = page.url();
  await page.getByRole("button", { name: "Senden" }).click();
  await expect(page.getByText("Passt es dir um sechs?")).toBeVisible();
  await expect(page.getByLabel("Deine Nachricht an Mira")).toHaveValue("");
  expect(page.url()).toBe(before);

  await expect(mine.getByText("Passt es dir um sechs?")).toBeVisible();
  await expect(mine.getByRole("status").filter({ hasText: "Neue Nachricht von Jona" })).toBeAttached();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("Ich tippe gerade");

  await page.goto(booking);
  await page.getByRole("button", { name: "Ja, zusagen" }).click();
  await expect(mine.locator("#messages").getByText("Jona hat zugesagt.")).toBeVisible();

  // A second message from the same page is a second message; one that cannot be sent stays in its field.
  await field.fill("Um sechs passt.");
  await mine.getByRole("button", { name: "Senden" }).click();
  await expect(mine.getByText("Um sechs passt.")).toHaveCount(1);
  await field.fill("Bis dann!");
  await mine.getByRole("button", { name: "Senden" }).click();
  await expect(mine.locator(".message").filter({ hasText: "Bis dann!" })).toHaveCount(1);
  await mine.context().setOffline(true);
  await field.fill("Ohne Netz");
  await mine.getByRole("button", { name: "Senden" }).click();
  await expect(mine.getByRole("status").filter({ hasText: "Nicht gesendet" })).toBeAttached();
  await expect(field).toHaveValue("Ohne Netz");
  await mine.context().setOffline(false);
});

test("who is blocked writes no more and is told nothing, and can be heard again", async ({ page, browser, world }) => {
  await newMember(page, world, "Jona");
  const listing = await publishListing(page, thing(world.fresh("Ruhebohrer")));
  const { page: mine } = await newMember(await anotherBrowser(browser), world, "Mira");
  await mine.goto(`${listing}/ask`);
  await mine.getByLabel("Deine Nachricht an Jona").fill("Überweise mir erst 50 Euro.");
  await mine.getByRole("button", { name: "Senden" }).click();
  const conversation = new URL(mine.url()).pathname;

  await page.goto(conversation);
  await page.getByRole("link", { name: "Diese Nachricht melden" }).click();
  await page.getByRole("radio", { name: /^Betrug/ }).check();
  await page.getByRole("button", { name: "Melden", exact: true }).click();
  await expect(page.getByText("Danke für die Meldung.")).toBeVisible();
  await page.getByText("Mira blockieren").first().click();
  await page.getByRole("button", { name: "Mira blockieren" }).click();
  await expect(page.getByText("Du hörst jetzt nichts mehr von dieser Person.")).toBeVisible();

  await mine.goto(conversation);
  await expect(mine.getByText("Hier kannst du gerade nicht schreiben.")).toBeVisible();
  await expect(mine.getByText(/blockiert/)).toHaveCount(0);
  await mine.goto(listing);
  await mine.getByRole("button", { name: /anfragen$/ }).click();
  await expect(mine.getByRole("alert")).toBeVisible();

  await page.goto("/me/blocked");
  await page.getByRole("button", { name: /^Nicht mehr blockieren/ }).click();
  await expect(page.getByText("Ihr könnt euch wieder schreiben.")).toBeVisible();
  await mine.goto(conversation);
  await mine.getByLabel("Deine Nachricht an Jona").fill("Entschuldige.");
  await mine.getByRole("button", { name: "Senden" }).click();
  await expect(mine.getByText("Entschuldige.")).toBeVisible();
});
