import { anotherBrowser, ask, newMember, publishListing } from "./people.ts";
import { expect, test } from "./world.ts";

test("loans show in a calendar at a secret address, until it is switched off", async ({ page, browser, playwright, world, baseURL }) => {
  await newMember(page, world, "Jona");
  const title = world.fresh("Kalenderbohrer");
  const listing = await publishListing(page, { title, address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingeln" });
  const { page: mine } = await newMember(await anotherBrowser(browser), world, "Mira");
  const booking = await ask(mine, listing, "Für ein Regal", 1, 2);
  await page.goto(booking);
  await page.getByRole("button", { name: "Ja, zusagen" }).click();

  await mine.goto("/me/calendar");
  await mine.getByRole("button", { name: "Geheime Adresse machen" }).click();
  const address = await mine.getByLabel("Adresse zum Kopieren").inputValue();
  // A calendar program knows the address and nothing else.
  const program = await playwright.request.newContext({ baseURL });
  const path = new URL(address).pathname;
  const feed = await program.get(path);
  expect(feed.headers()["content-type"]).toContain("text/calendar");
  const text = (await feed.text()).replaceAll("\r\n ", "");
  expect(text).toContain(`SUMMARY:${title} (von Jona)`);
  expect(text).toContain("Geheimweg 17");
  const unchanged = await program.get(path, { headers: { "if-none-match": feed.headers()["etag"] as string } });
  expect(unchanged.status()).toBe(304);

  await mine.goto("/me/calendar");
  await expect(mine.getByText(/Zuletzt abgerufen/)).toBeVisible();
  await mine.getByRole("button", { name: "Adresse abschalten" }).click();
  await expect(mine.getByText("Die Adresse ist abgeschaltet.")).toBeVisible();
  expect((await program.get(path)).status()).toBeGreaterThanOrEqual(400);
  await program.dispose();
});

test("a foreign calendar is read only from the open internet, and what was typed stays", async ({ page, world }) => {
  await newMember(page, world, "Jona");
  const listing = await publishListing(page, {
    title: world.fresh("Sperrbohrer"),
    address: "Am Geheimweg 17, 53115 Bonn",
    handoverNote: "Klingeln",
  });
  await page.goto(listing.replace("/listings/", "/things/") + "/calendar");
  for (const [typed, said] of [
    ["http://127.0.0.1:1/kalender.ics", "Diese Adresse liegt in einem privaten Netz."],
    ["https://lena:geheim@example.org/kalender.ics", "In der Adresse stehen ein Name oder ein Passwort"],
    ["kein kalender", "Das ist keine Adresse, die wir abrufen können."],
  ] as const) {
    await page.getByLabel("Adresse des Kalenders").fill(typed);
    await page.getByRole("button", { name: "Hinzufügen" }).click();
    await expect(page.getByText(said, { exact: false }).first()).toBeVisible();
    await expect(page.getByLabel("Adresse des Kalenders")).toHaveValue(typed);
  }
});
