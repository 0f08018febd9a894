import { anotherBrowser, ask, newMember, publishListing, type Person } from "./people.ts";
import { expect, test } from "./world.ts";

test("several are asked at once; the first yes counts, and the others hear that it is found", async ({ page, browser, world }) => {
  const title = world.fresh("Zementrührer");
  const lenders: [Person, string][] = [];
  for (const name of ["Jona", "Noor"]) {
    const lender = await newMember(await anotherBrowser(browser), world, name);
    const listing = await publishListing(lender.page, { title, address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingeln" });
    lenders.push([lender, listing]);
  }
  const [[jona, first], [noor]] = lenders as [[Person, string], [Person, string]];
  const mira = await newMember(page, world, "Mira");
  const booking = await ask(page, first, "Für die Gartenmauer", 1, 2);

  // What else is free then is there to be ticked; the words stay the same. The search knows a new thing after a moment.
  const others = page.getByText("Auch andere fragen").first();
  await expect(async () => {
    await page.goto(booking);
    await others.click({ timeout: 2_000 });
    await expect(page.getByRole("checkbox", { name: new RegExp(`^${title} von Noor`) })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.getByRole("button", { name: "Auch diese fragen" }).click();
  await expect(page.getByText("Wähle mindestens eines aus.")).toBeVisible();
  await page.getByRole("checkbox", { name: new RegExp(`^${title} von Noor`) }).check();
  await page.getByRole("button", { name: "Auch diese fragen" }).click();
  await expect(page.getByText("Gefragt. Sobald jemand zusagt, schreiben wir dir.")).toBeVisible();
  await expect(page.getByRole("link", { name: `${title} von Noor` })).toBeVisible();

  const letter = await world.mailTo(noor.email, /^Mira möchte/);
  expect(letter.text).toContain("> Für die Gartenmauer");
  const asked = world.linkIn(letter, "/bookings/");
  await noor.page.goto(asked);
  await expect(noor.page.getByText("Mira hat mehrere zugleich gefragt. Die erste Zusage gilt.")).toBeVisible();
  await noor.page.getByRole("button", { name: "Ja, zusagen" }).click();
  await expect(noor.page.getByText("Zugesagt. Wir haben Bescheid gegeben.")).toBeVisible();

  await world.mailTo(mira.email, /^Noor sagt ja/);
  await world.mailTo(jona.email, /^Schon gefunden/);
  await jona.page.goto(booking);
  await expect(jona.page.getByRole("heading", { name: "Mira hat es schon von jemand anderem" })).toBeVisible();
  await expect(jona.page.getByRole("button", { name: "Ja, zusagen" })).toHaveCount(0);
  await page.goto(booking);
  await expect(page.getByRole("heading", { name: "Jemand anderes hat zuerst zugesagt" })).toBeVisible();
});
