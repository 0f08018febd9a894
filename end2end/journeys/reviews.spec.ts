import type { Browser, Page } from "@playwright/test";
import { anotherBrowser, ask, neverQuiet, newMember, publishListing, type Person } from "./people.ts";
import { expect, test, type World } from "./world.ts";

// How it was: both say so, neither reads the other before, and afterwards everybody can.

interface Loan {
  lender: Person;
  borrower: Person;
  listing: string;
  booking: string;
  title: string;
}

/** A loan for today, from the listing to the return. */
async function finishedLoan(page: Page, browser: Browser, world: World): Promise<Loan> {
  const lender = await newMember(page, world, "Jona");
  const title = world.fresh("Sternbohrer");
  const listing = await publishListing(page, { title, address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingel Uhu" });
  const borrower = await newMember(await anotherBrowser(browser), world, "Mira");
  await neverQuiet(borrower.page);
  const booking = await ask(borrower.page, listing, "Für ein Regal", 0, 0);
  for (const [who, button] of [
    [page, "Ja, zusagen"],
    [borrower.page, "Ich habe es bekommen"],
    [page, "Ja, ich habe es übergeben"],
    [borrower.page, "Ich habe es zurückgegeben"],
    [page, "Ja, alles ist wieder da"],
  ] as const) {
    await who.goto(booking);
    await who.getByRole("button", { name: button }).click();
  }
  return { lender, borrower, listing, booking, title };
}

test("both say how it was, and only then can either be read", async ({ page, browser, world }) => {
  const { borrower, listing, booking } = await finishedLoan(page, browser, world);
  const theirs = borrower.page;

  // Nothing chosen yet: the form says so, and keeps what was typed.
  await theirs.goto(booking);
  await theirs.getByRole("link", { name: "Sag, wie es war" }).click();
  await expect(theirs.getByRole("heading", { name: "Wie war es bei Jona?" })).toBeVisible();
  await theirs.getByLabel("In deinen Worten").fill("Bohrt wie durch Butter.");
  await theirs.getByRole("button", { name: "Abschicken" }).click();
  await expect(theirs.getByRole("alert")).toContainText("Hier fehlt noch etwas.");
  await expect(theirs.getByLabel("In deinen Worten")).toHaveValue("Bohrt wie durch Butter.");
  await theirs.getByRole("group", { name: "Alles in allem" }).getByRole("radio", { name: /^gut/ }).check();
  await theirs.getByText("Genauer: Beschreibung, Zustand, Absprachen (freiwillig)").click();
  await theirs.getByRole("group", { name: "In welchem Zustand war es?" }).getByRole("radio", { name: /^sehr gut/ }).check();
  await theirs.getByRole("button", { name: "Abschicken" }).click();
  await expect(theirs.getByText("Noch liest es niemand.")).toBeVisible();

  // Nobody can tell that there is something: not the lender, not a stranger.
  await page.goto(booking);
  await expect(page.getByRole("heading", { name: "Wie war es mit Mira?" })).toBeVisible();
  const stranger = await anotherBrowser(browser);
  for (const [who, path] of [[page, booking], [page, listing], [stranger, listing], [stranger, `${listing}/reviews`]] as const) {
    await who.goto(path);
    expect(await who.content()).not.toContain("Butter");
  }
  await expect(stranger.getByRole("heading", { name: "Noch keine Bewertungen" })).toBeVisible();

  // She thinks better of it, as long as nobody has read it.
  await theirs.getByRole("link", { name: "Ändern" }).click();
  await theirs.getByRole("group", { name: "Alles in allem" }).getByRole("radio", { name: /^sehr gut/ }).check();
  await theirs.getByRole("button", { name: "Abschicken" }).click();

  await page.goto(booking);
  await page.getByRole("link", { name: "Sag, wie es war" }).click();
  await page.getByRole("group", { name: "Alles in allem" }).getByRole("radio", { name: /^gut/ }).check();
  await page.getByLabel("In deinen Worten").fill("Alles sauber zurück.");
  await page.getByRole("button", { name: "Abschicken" }).click();
  await expect(page.getByText("Jetzt könnt ihr beide lesen, was ihr geschrieben habt.")).toBeVisible();
  await expect(page.getByText("Bohrt wie durch Butter.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Ändern" })).toHaveCount(0);

  // One answer, for everybody.
  await page.getByText("Mira antworten", { exact: true }).first().click();
  await page.getByRole("textbox", { name: "Mira antworten" }).fill("Danke, gern wieder!");
  await page.getByRole("button", { name: "Antwort veröffentlichen" }).click();
  await expect(page.getByText("Deine Antwort steht jetzt darunter.")).toBeVisible();

  const letter = await world.mailTo(borrower.email, /^Jona sagt, wie es war/);
  await theirs.goto(world.linkIn(letter, "/bookings/"));
  await expect(theirs.getByText("Alles sauber zurück.")).toBeVisible();
  await stranger.goto(listing);
  const said = stranger.getByRole("region", { name: "Was andere sagen" });
  await expect(said.getByText("Bohrt wie durch Butter.")).toBeVisible();
  await expect(said.getByText("Danke, gern wieder!")).toBeVisible();
  await expect(said.getByRole("row", { name: /sehr gut 1$/ })).toBeVisible();
  await said.getByRole("link", { name: "Mira" }).click();
  await expect(stranger.getByRole("heading", { name: "Wenn Mira ausleiht" })).toBeVisible();
  await expect(stranger.getByText("Alles sauber zurück.")).toBeVisible();
  await expect(stranger.getByText("Sternbohrer")).toHaveCount(0);
});

test("stars are given by keyboard alone, and everything to press is as large as a finger", async ({ page, browser, world }) => {
  const { borrower, booking } = await finishedLoan(page, browser, world);
  const theirs = borrower.page;
  await theirs.goto(`${booking}/review`);
  const stars = theirs.getByRole("group", { name: "Alles in allem" });
  for (const choice of await stars.locator("label").all()) {
    const box = await choice.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }
  await stars.getByRole("radio", { name: /^sehr gut/ }).focus();
  await theirs.keyboard.press("ArrowDown");
  await expect(stars.getByRole("radio", { name: /^gut/ })).toBeChecked();
  await theirs.keyboard.press("Tab");
  await expect(theirs.getByLabel("In deinen Worten")).toBeFocused();
  await theirs.keyboard.type("Gern wieder.");
  await theirs.getByRole("button", { name: "Abschicken" }).focus();
  await theirs.keyboard.press("Enter");
  await expect(theirs.getByText("Noch liest es niemand.")).toBeVisible();
});
