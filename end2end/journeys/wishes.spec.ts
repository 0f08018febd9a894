import { anotherBrowser, choose, fillPlace, later, newMember, type Person } from "./people.ts";
import { expect, test } from "./world.ts";

test("who looks for something hears from three, takes one, and the others are told kindly", async ({ page, browser, world }) => {
  const ruth = await newMember(page, world, "Ruth");
  const title = world.fresh("Klavierträger");
  const next = () => page.getByRole("button", { name: "Weiter" }).click();
  await page.goto("/things/new");
  await page.getByRole("link", { name: /^Hilfe suchen/ }).click();
  await expect(page.getByRole("heading", { name: "Wobei brauchst du Hilfe?" })).toBeVisible();
  await page.getByLabel("Wie heißt es?").fill(title);
  await choose(page, "Hilfe");
  await next();
  await choose(page, "Tragen und Umziehen");
  await next();
  await page.getByLabel("Beschreibung").fill("Ein Klavier soll in den dritten Stock.");
  await next();
  await next();
  await fillPlace(page.getByLabel("Adresse oder Ort"), "Am Geheimweg 17, 53115 Bonn");
  await next();
  await expect(page.getByRole("heading", { name: "Wann brauchst du es?" })).toBeVisible();
  const today = (await page.getByLabel("Vom").getAttribute("min")) as string;
  const day = later(today, 5);
  await page.getByLabel("Vom").fill(day);
  await next();
  await page.getByRole("button", { name: "Veröffentlichen" }).click();
  const wish = new URL(page.url()).pathname;

  const helpers: [Person, string][] = [];
  for (const [name, sum] of [
    ["Mira", ""],
    ["Noor", "15"],
    ["Timo", "7,50"],
  ] as const) {
    const helper = await newMember(await anotherBrowser(browser), world, name);
    await helper.page.goto(wish);
    await expect(helper.page.getByLabel("Erster Tag")).toHaveValue(day);
    await helper.page.getByLabel(/^Was möchtest du dafür\?/).fill(sum);
    await helper.page.getByLabel(/^Ein Satz an/).fill("Ich habe Gurte.");
    await helper.page.getByRole("button", { name: /^Ruth .*Hilfe anbieten$/ }).click();
    await expect(helper.page.getByText("Dein Angebot ist unterwegs.")).toBeVisible();
    helpers.push([helper, new URL(helper.page.url()).pathname]);
  }
  const [[mira, first], [noor, second], [timo, third]] = helpers as [[Person, string], [Person, string], [Person, string]];

  // She would rather have Timo at six.
  const letter = await world.mailTo(ruth.email, /^Timo möchte helfen/);
  await page.goto(world.linkIn(letter, "/bookings/"));
  await expect(page.getByText("Ich habe Gurte.").first()).toBeVisible();
  await page.getByText("Preis oder Tage vorschlagen").click();
  await page.getByLabel("Preis für alles").fill("6");
  await page.getByRole("button", { name: "Vorschlagen" }).click();
  await timo.page.goto(third);
  await expect(timo.page.getByRole("heading", { name: "Ruth schlägt vor: 6 €" })).toBeVisible();
  await timo.page.getByRole("button", { name: "Ja, so machen wir es" }).click();
  await expect(timo.page.getByRole("heading", { name: /^Hilf Ruth/ })).toBeVisible();

  await world.mailTo(mira.email, /^Schon gefunden/);
  for (const [helper, path] of [
    [mira, first],
    [noor, second],
  ] as const) {
    await helper.page.goto(path);
    await expect(helper.page.getByRole("heading", { name: "Ruth hat schon jemanden gefunden" })).toBeVisible();
  }
  expect((await noor.page.goto(wish))?.status()).toBe(404);
});
