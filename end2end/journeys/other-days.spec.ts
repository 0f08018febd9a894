import { anotherBrowser, ask, later, newMember, publishListing } from "./people.ts";
import { expect, test } from "./world.ts";

const thing = (title: string) => ({ title, address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingel Uhu" });

test("a loan that is out is extended: proposed, refused with a reason, proposed again, agreed", async ({ page, browser, world }) => {
  const lender = await newMember(page, world, "Jona");
  const listing = await publishListing(page, thing(world.fresh("Längerbohrer")));
  const borrower = await newMember(await anotherBrowser(browser), world, "Mira");
  const mine = borrower.page;
  const booking = await ask(mine, listing, "Für ein Regal", 0, 1);
  await page.goto(booking);
  await page.getByRole("button", { name: "Ja, zusagen" }).click();
  await page.getByRole("button", { name: "Ich habe es übergeben" }).click();
  await mine.goto(booking);
  await mine.getByRole("button", { name: "Ja, ich habe es bekommen" }).click();

  const propose = async (days: number) => {
    await mine.goto(booking);
    await mine.getByText("Länger behalten oder früher zurückbringen").click();
    const to = mine.getByLabel("Zurückbringen");
    await to.fill(later(await to.inputValue(), days));
    await mine.getByLabel(/^Ein Satz dazu, Jona liest ihn/).fill("Die Wand ist aus Beton.");
    await mine.getByRole("button", { name: "Vorschlagen" }).click();
  };
  // The same days are no proposal, and what was typed stays.
  await propose(0);
  await expect(mine.getByText("Das sind die Tage, die ihr schon ausgemacht habt.")).toBeVisible();
  await expect(mine.getByLabel(/^Ein Satz dazu, Jona liest ihn/)).toHaveValue("Die Wand ist aus Beton.");

  await propose(3);
  await expect(mine.getByText("Vorgeschlagen. Wir haben Bescheid gegeben.")).toBeVisible();
  await expect(mine.getByText(/^Du hast andere Tage vorgeschlagen: bis /)).toBeVisible();
  const asked = await world.mailTo(lender.email, /Mira möchte andere Tage/);
  expect(asked.text).toContain("> Die Wand ist aus Beton.");
  await page.goto(world.linkIn(asked, "/bookings/"));
  await expect(page.getByRole("heading", { name: "Mira möchte andere Tage" })).toBeVisible();
  await page.getByText("Nein, es bleibt dabei").click();
  await page.getByLabel(/^Kurzer Grund, Mira liest ihn/).fill("Am Mittwoch brauche ich ihn selbst.");
  await page.getByRole("button", { name: "Es bleibt dabei" }).click();
  await expect(page.getByText("Es bleibt bei den Tagen. Wir haben Bescheid gegeben.")).toBeVisible();
  expect((await world.mailTo(borrower.email, /^Es bleibt bei den Tagen/)).text).toContain("> Am Mittwoch brauche ich ihn selbst.");

  await propose(1);
  await page.goto(booking);
  await page.getByRole("button", { name: "Ja, so machen wir es" }).click();
  await expect(page.getByText("Abgemacht. Die neuen Tage gelten.")).toBeVisible();
  await world.mailTo(borrower.email, /^Abgemacht: neue Tage/);
  await mine.goto(booking);
  await expect(mine.getByText("Auf andere Tage geeinigt")).toBeVisible();

  // The days that came with it are taken for others.
  await mine.goto(listing);
  const other = await newMember(await anotherBrowser(browser), world, "Noor");
  await other.page.goto(listing);
  const first = other.page.getByLabel("Abholen", { exact: true });
  const today = (await first.getAttribute("min")) as string;
  await first.fill(later(today, 2));
  await other.page.getByLabel("Zurückbringen").fill(later(today, 2));
  await other.page.getByLabel(/^Ein Satz an/).fill("Für ein Bild");
  await other.page.getByRole("button", { name: "Bei Jona anfragen" }).click();
  await expect(other.page.getByRole("alert").first()).toContainText(/vergeben|belegt|nicht frei/);
});
