import { anotherBrowser, ask, newMember, publishListing } from "./people.ts";
import { expect, test } from "./world.ts";

const thing = (title: string) => ({ title, address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingel Uhu" });

test("kept longer straight from the mail, without signing in, and agreed to in the same way", async ({ page, browser, world }) => {
  const title = world.fresh("Briefbohrer");
  const lender = await newMember(page, world, "Jona");
  const listing = await publishListing(page, thing(title));
  const borrower = await newMember(await anotherBrowser(browser), world, "Mira");
  const booking = await ask(borrower.page, listing, "Für ein Regal", 0, 1);

  // The yes comes from the mail as well, on a phone that nobody is signed in on.
  const phone = await anotherBrowser(browser);
  await phone.goto(world.linkIn(await world.mailTo(lender.email, /möchte .* ausleihen/), "/act/"));
  await expect(phone.getByRole("heading", { name: "Zusagen?" })).toBeVisible();
  await expect(phone.getByRole("main")).toContainText(title);
  await page.goto(booking);
  await expect(page.getByRole("button", { name: "Ja, zusagen" })).toBeVisible();
  await phone.getByRole("button", { name: "Ja, zusagen" }).click();
  await expect(phone.getByRole("heading", { name: "Erledigt" })).toBeVisible();

  await borrower.page.goto(booking);
  await borrower.page.getByRole("button", { name: "Ich habe es bekommen" }).click();
  await page.goto(booking);
  await page.getByRole("button", { name: "Ja, ich habe es übergeben" }).click();

  const longer = world.linkIn(await world.mailTo(borrower.email, /^Übergabe bestätigt/), "/act/");
  await phone.goto(longer);
  await expect(phone.getByRole("heading", { name: "Verlängern?" })).toBeVisible();
  await expect(phone.getByRole("radio").first()).toBeChecked();
  await expect(phone.getByText("Geheimweg")).toHaveCount(0);
  await phone.getByRole("button", { name: "Vorschlagen" }).click();
  await expect(phone.getByRole("heading", { name: "Erledigt" })).toBeVisible();
  // Once is enough, however often the mail is opened.
  await phone.goto(longer);
  await expect(phone.getByRole("heading", { name: "Erledigt" })).toBeVisible();

  await phone.goto(world.linkIn(await world.mailTo(lender.email, /^Mira möchte andere Tage/), "/act/"));
  await phone.getByRole("button", { name: "Ja, einverstanden" }).click();
  await expect(phone.getByRole("heading", { name: "Erledigt" })).toBeVisible();
  await world.mailTo(borrower.email, /^Abgemacht: neue Tage/);
  // None of it opened a session.
  await phone.goto("/loans");
  await expect(phone).toHaveURL(/\/sign-in/);

  await borrower.page.goto(booking);
  await borrower.page.getByLabel("In etwa wie vielen Minuten bist du da?").fill("20");
  await borrower.page.getByRole("button", { name: "Ich bin unterwegs" }).click();
  await expect(borrower.page.getByText("Gesagt: Du bist unterwegs.")).toBeVisible();
  await world.mailTo(lender.email, /^Mira ist unterwegs/);
  await page.goto(booking);
  await expect(page.getByText("Mira ist unterwegs und in etwa 20 Minuten da.").first()).toBeVisible();
});
