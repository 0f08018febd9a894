import { anotherBrowser, ask, newMember, publishListing } from "./people.ts";
import { expect, test } from "./world.ts";

// What happens when nobody does anything.

test.use({ javaScriptEnabled: false });

const thing = (title: string) => ({ title, address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingel Uhu" });

test("silence is a no: the request runs out, both are told, and the days are free again", async ({ page, browser, world }) => {
  const lender = await newMember(page, world, "Jona");
  const listing = await publishListing(page, thing(world.fresh("Schweigebohrer")));
  const borrower = await newMember(await anotherBrowser(browser), world, "Mira");
  const booking = await ask(borrower.page, listing, "Für ein Regal", 3, 4);

  await world.moveClock({ hours: 23 });
  await page.goto(booking);
  await expect(page.getByRole("button", { name: "Ja, zusagen" })).toBeVisible();
  await world.moveClock({ hours: 2 });

  // The button that is still on the screen comes too late.
  await page.getByRole("button", { name: "Ja, zusagen" }).click();
  await expect(page.getByRole("alert")).toContainText(/zu spät|schon zu Ende/);
  await expect(page.getByRole("heading", { name: "Die Anfrage ist verfallen" })).toBeVisible();
  await world.mailTo(lender.email, /^Verfallen: die Anfrage von Mira/);
  await borrower.page.goto(world.linkIn(await world.mailTo(borrower.email, /^Keine Antwort/), "/bookings/"));
  await expect(borrower.page.getByRole("heading", { name: "Jona hat nicht rechtzeitig geantwortet" })).toBeVisible();
  await expect(borrower.page.getByRole("link", { name: "Etwas Ähnliches suchen" })).toBeVisible();
  await ask(borrower.page, listing, "Noch einmal", 3, 4);
});

test("what one side says counts after a day, and who is late is told so", async ({ page, browser, world }) => {
  const lender = await newMember(page, world, "Jona");
  const listing = await publishListing(page, thing(world.fresh("Spätbohrer")));
  const borrower = await newMember(await anotherBrowser(browser), world, "Mira");
  const booking = await ask(borrower.page, listing, "Für ein Regal", 0, 0);
  await page.goto(booking);
  await page.getByRole("button", { name: "Ja, zusagen" }).click();
  await borrower.page.goto(booking);
  await borrower.page.getByRole("button", { name: "Ich habe es bekommen" }).click();

  // The lender says nothing for a day. Meanwhile the day of the loan is over.
  await world.moveClock({ hours: 25 });
  const confirmed = await world.mailTo(borrower.email, /^Übergabe bestätigt/);
  expect(confirmed.text).toContain("24 Stunden lang hat niemand widersprochen");
  await borrower.page.goto(world.linkIn(confirmed, "/bookings/"));
  await expect(borrower.page.getByRole("heading", { name: "Bring es bitte heute zurück" })).toBeVisible();
  await page.goto("/loans");
  await expect(page.getByText("überfällig")).toBeVisible();
  await page.goto(booking);
  await expect(page.getByRole("heading", { name: /^Mira sollte es gestern zurückbringen$/ })).toBeVisible();

  // Nor does the lender say anything about the return.
  await borrower.page.getByRole("button", { name: "Ich habe es zurückgegeben" }).click();
  await world.mailTo(lender.email, /zurückgegeben. Ist alles da/);
  await world.moveClock({ hours: 25 });
  await world.mailTo(lender.email, /^Abgeschlossen/);
  await borrower.page.goto(world.linkIn(await world.mailTo(borrower.email, /^Abgeschlossen/), "/bookings/"));
  await expect(borrower.page.getByRole("heading", { name: "Alles ist zurück. Danke!" })).toBeVisible();
  await expect(borrower.page.getByText("Geheimweg")).toHaveCount(0);
});
