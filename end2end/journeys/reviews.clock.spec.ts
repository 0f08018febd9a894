import { anotherBrowser, ask, neverQuiet, newMember, publishListing } from "./people.ts";
import { expect, test } from "./world.ts";

// One writes, the other does not: a reminder half-way, and after a fortnight everybody can read what there is.

test.use({ javaScriptEnabled: false });

test("who has not written is reminded once, and after a fortnight what there is can be read", async ({ page, browser, world }) => {
  const lender = await newMember(page, world, "Jona");
  const thing = { title: world.fresh("Wartebohrer"), address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingel Uhu" };
  const listing = await publishListing(page, thing);
  const borrower = await newMember(await anotherBrowser(browser), world, "Mira");
  await neverQuiet(page);
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
  await borrower.page.goto(`${booking}/review`);
  await borrower.page.getByRole("group", { name: "Alles in allem" }).getByRole("radio", { name: /^nicht gut/ }).check();
  await borrower.page.getByLabel("In deinen Worten").fill("Der Akku hielt keine fünf Minuten.");
  await borrower.page.getByRole("button", { name: "Abschicken" }).click();

  // Half of a fortnight; a reminder that would come at night waits for the morning.
  await world.moveClock({ days: 7, hours: 12 });
  const reminder = await world.mailTo(lender.email, /^Wie war es/);
  expect(reminder.text).not.toContain("Akku");
  expect((await world.mailsTo(borrower.email)).filter((mail) => /^Wie war es/.test(mail.subject))).toEqual([]);
  await page.goto(world.linkIn(reminder, "/bookings/"));
  await expect(page.getByRole("heading", { name: "Wie war es mit Mira?" })).toBeVisible();
  expect(await page.content()).not.toContain("Akku");

  await world.moveClock({ days: 7 });
  await page.goto(world.linkIn(await world.mailTo(lender.email, /^Mira sagt, wie es war/), "/bookings/"));
  await expect(page.getByText("Der Akku hielt keine fünf Minuten.")).toBeVisible();
  await page.goto(`${booking}/review`);
  await expect(page.getByRole("heading", { name: "Wie es war" })).toBeVisible();
  await page.goto(listing);
  await expect(page.getByText("Der Akku hielt keine fünf Minuten.")).toBeVisible();
  expect((await world.mailsTo(lender.email)).filter((mail) => /^Wie war es/.test(mail.subject))).toHaveLength(1);
});
