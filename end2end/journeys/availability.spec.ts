import { anotherBrowser, choose, newMember, publishListing } from "./people.ts";
import { expect, test } from "./world.ts";

// A thing lent by the hour: its plan, its hours by links alone, a day that cannot be had with its reason.

const thing = (title: string) => ({ title, address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingel Uhu" });

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a thing becomes one lent by the hour, and two hours of an evening are asked for", async ({ page, browser, world }) => {
    await newMember(page, world, "Lena");
    const listing = await publishListing(page, thing(world.fresh("Lastenrad")));
    const plan = `/things/${listing.split("/").at(-1) as string}/times`;

    // Hours that overlap are said at their day; a preset mends it.
    await page.goto(plan);
    await choose(page, "Stundenweise");
    await choose(page, "Zu diesen Stunden");
    await page.getByLabel("Montag", { exact: true }).fill("9-12, 11-14");
    await page.getByRole("button", { name: "Speichern" }).click();
    await expect(page.getByText("Zwei Zeiten überschneiden sich.").first()).toBeVisible();
    await expect(page.getByLabel("Montag", { exact: true })).toHaveValue("9-12, 11-14");
    await choose(page, "Abends");
    await page.getByLabel("Wie viele gleiche hast du?").fill("2");
    await page.getByRole("button", { name: "Speichern" }).click();

    const borrower = await newMember(await anotherBrowser(browser), world, "Mira");
    const mine = borrower.page;
    await mine.goto(listing);
    await expect(mine.getByText("Davon gibt es 2.").first()).toBeVisible();
    await expect(mine.getByText("Wähle zuerst einen Tag.")).toBeVisible();
    // Tomorrow at the earliest: today's evening may be over.
    const day = mine.getByRole("link", { name: /^\d+ frei$/ }).nth(1);
    await day.click();
    await mine.getByRole("link", { name: "18 Uhr" }).click();
    await expect(mine.getByText("Wähle jetzt, bis wann.")).toBeVisible();
    await mine.getByRole("link", { name: "20 Uhr" }).click();
    await expect(mine.getByText(/^Ausgewählt: .*18 bis 20 Uhr\./)).toBeVisible();
    await expect(mine.getByLabel("Ab", { exact: true })).toHaveValue("18");
    await expect(mine.getByLabel("Bis", { exact: true })).toHaveValue("20");
    await mine.getByLabel(/^Ein Satz an/).fill("Für zwei Kisten");
    await mine.getByRole("button", { name: /^Bei Lena .*anfragen$/ }).click();
    await expect(mine).toHaveURL(/\/bookings\//);
    const booking = new URL(mine.url()).pathname;
    await page.goto(booking);
    await page.getByRole("button", { name: "Ja, zusagen" }).click();
    await expect(page.getByText("18 Uhr").first()).toBeVisible();
  });

  test("days are chosen by links, and one that cannot be had says why", async ({ page, browser, world }) => {
    await newMember(page, world, "Lena");
    const listing = await publishListing(page, thing(world.fresh("Leiter")));
    await page.goto(`/things/${listing.split("/").at(-1) as string}/close`);
    const visitor = await anotherBrowser(browser);
    await visitor.goto(listing);
    const free = visitor.getByRole("link", { name: /^\d+ frei$/ });
    const closed = (await free.nth(3).locator("time").getAttribute("datetime")) as string;
    await page.getByLabel("Vom").fill(closed);
    await page.getByLabel("Bis zum").fill(closed);
    await page.getByRole("button", { name: "Ansehen, wen es betrifft" }).click();
    await page.getByRole("button", { name: "Tage schließen" }).click();

    await visitor.goto(listing);
    const first = (await free.nth(1).locator("time").getAttribute("datetime")) as string;
    await free.nth(1).click();
    await expect(visitor.getByText(/^Abholen: .* Wähle jetzt den Tag, an dem du es zurückbringst\./)).toBeVisible();
    await visitor.locator(`a:has(time[datetime="${closed}"])`).click();
    await expect(visitor.getByText(/^Am .* ist es nicht zu haben\./)).toBeVisible();
    await free.nth(2).click();
    await expect(visitor.getByText(/^Ausgewählt: /)).toBeVisible();
    await expect(visitor.getByLabel("Abholen", { exact: true })).toHaveValue(first);
  });
});
