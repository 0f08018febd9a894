import { anotherBrowser, ask, later, newMember, photo, prepareListing, publishListing, signInHere } from "./people.ts";
import { expect, test } from "./world.ts";

const thing = (title: string) => ({ title, address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingel Uhu" });

test("a lender says no and why, and the borrower reads it", async ({ page, browser, world }) => {
  const title = world.fresh("Neinbohrer");
  const lender = await newMember(page, world, "Jona");
  const listing = await publishListing(page, thing(title));
  const borrower = await newMember(await anotherBrowser(browser), world, "Mira");
  const booking = await ask(borrower.page, listing, "Für ein Regal");

  await page.goto(world.linkIn(await world.mailTo(lender.email, /Mira möchte/), "/bookings/"));
  await page.getByText("Nein, diesmal nicht").click();
  await page.getByLabel("Kurzer Grund, Mira liest ihn").fill("Der Akku ist gerade kaputt.");
  await page.getByRole("button", { name: "Absagen" }).click();
  await expect(page.getByText("Abgesagt. Wir haben freundlich Bescheid gegeben.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Du hast diesmal abgesagt" })).toBeVisible();

  const mail = await world.mailTo(borrower.email, /Jona kann diesmal nicht/);
  expect(mail.text).toContain("> Der Akku ist gerade kaputt.");
  await borrower.page.goto(booking);
  await expect(borrower.page.getByRole("heading", { name: "Jona kann diesmal nicht" })).toBeVisible();
  await expect(borrower.page.getByRole("blockquote")).toHaveText("Der Akku ist gerade kaputt.");
  await expect(borrower.page.getByRole("link", { name: "Etwas Ähnliches suchen" })).toBeVisible();
  await expect(borrower.page.getByText("Geheimweg")).toHaveCount(0);
});

test("a request can be withdrawn, and the days are free for the next try", async ({ page, browser, world }) => {
  const lender = await newMember(page, world, "Jona");
  const listing = await publishListing(page, thing(world.fresh("Zurückbohrer")));
  const borrower = await newMember(await anotherBrowser(browser), world, "Mira");
  await ask(borrower.page, listing, "Für ein Regal");
  await borrower.page.getByRole("button", { name: "Anfrage zurückziehen" }).click();
  await expect(borrower.page.getByText("Du hast deine Anfrage zurückgezogen.")).toBeVisible();
  await expect(borrower.page.getByRole("heading", { name: "Du hast die Anfrage zurückgezogen" })).toBeVisible();
  await world.mailTo(lender.email, /Mira hat die Anfrage zurückgezogen/);
  await ask(borrower.page, listing, "Doch noch einmal");
});

test("two want the same days: one gets them, the other is told kindly and gets them when the first calls off", async ({
  page,
  browser,
  world,
}) => {
  await newMember(page, world, "Jona");
  const listing = await publishListing(page, thing(world.fresh("Wunschbohrer")));
  const first = await newMember(await anotherBrowser(browser), world, "Mira");
  const second = await newMember(await anotherBrowser(browser), world, "Noor");
  const booking = await ask(first.page, listing, "Für ein Regal", 1, 2);
  const other = await ask(second.page, listing, "Für ein Bild", 2, 3);
  await page.goto(booking);
  await page.getByRole("button", { name: "Ja, zusagen" }).click();
  await expect(page.getByText("Zugesagt. Wir haben Bescheid gegeben.")).toBeVisible();

  const kind = await world.mailTo(second.email, /^Schon vergeben/);
  expect(kind.text).toContain("Das liegt nicht an dir.");
  await second.page.goto(world.linkIn(kind, "/bookings/"));
  expect(new URL(second.page.url()).pathname).toBe(other);
  await expect(second.page.getByRole("heading", { name: "Diese Tage gingen an jemand anderen" })).toBeVisible();
  await expect(second.page.getByText("Geheimweg")).toHaveCount(0);

  await first.page.goto(booking);
  await expect(first.page.getByText("Geheimweg")).toBeVisible();
  await first.page.getByText("Ausleihe absagen").click();
  await first.page.getByLabel("Warum? Jona liest es").fill("Das Regal ist schon dran.");
  await first.page.getByRole("button", { name: "Absagen" }).click();
  await expect(first.page.getByRole("heading", { name: "Du hast die Ausleihe abgesagt" })).toBeVisible();
  await expect(first.page.getByText("Geheimweg")).toHaveCount(0);
  await page.goto(booking);
  await expect(page.getByRole("heading", { name: "Mira hat die Ausleihe abgesagt" })).toBeVisible();
  await expect(page.getByRole("blockquote")).toHaveText("Das Regal ist schon dran.");
  await ask(second.page, listing, "Noch einmal", 2, 3);
});

test("the same days cannot be asked for twice, and what was typed stays", async ({ page, browser, world }) => {
  await newMember(page, world, "Jona");
  const listing = await publishListing(page, thing(world.fresh("Doppelbohrer")));
  const { page: mine } = await newMember(await anotherBrowser(browser), world, "Mira");
  await ask(mine, listing, "Für ein Regal", 1, 2);
  await mine.goto(listing);
  await expect(mine.getByText(/^Du hast schon angefragt/)).toBeVisible();
  const today = (await mine.getByLabel("Abholen", { exact: true }).getAttribute("min")) as string;
  await mine.getByLabel("Abholen", { exact: true }).fill(later(today, 2));
  await mine.getByLabel("Zurückbringen").fill(later(today, 3));
  await mine.getByLabel(/^Ein Satz an/).fill("Noch ein Regal");
  await mine.getByRole("button", { name: "Bei Jona anfragen" }).click();
  await expect(mine.getByRole("alert")).toContainText("Für einen dieser Tage hast du schon angefragt.");
  await expect(mine.getByLabel("Abholen", { exact: true })).toHaveValue(later(today, 2));
  await expect(mine.getByLabel(/^Ein Satz an/)).toHaveValue("Noch ein Regal");
});

test("a paused thing is nowhere for strangers until it is shown again", async ({ page, browser, world }) => {
  const title = world.fresh("Pausenbohrer");
  await newMember(page, world, "Jona");
  const listing = await publishListing(page, thing(title));
  const stranger = await anotherBrowser(browser);
  expect((await stranger.goto(listing))?.status()).toBe(200);

  await page.goto("/things");
  await page.getByRole("button", { name: new RegExp(`^Pausieren ?: ${title}$`) }).click();
  await expect(page.getByText("Pausiert. Niemand findet es, bis du es wieder zeigst.")).toBeVisible();
  expect((await stranger.goto(listing))?.status()).toBe(404);
  await expect(stranger.getByRole("heading", { name: "Das gibt es hier nicht" })).toBeVisible();
  expect((await page.goto(listing))?.status()).toBe(200);
  await expect(page.getByText("Das ist pausiert. Nur du siehst es")).toBeVisible();

  await page.goto("/things");
  await page.getByRole("button", { name: new RegExp(`^Wieder zeigen ?: ${title}$`) }).click();
  await expect(page.getByText("Wieder sichtbar.")).toBeVisible();
  expect((await stranger.goto(listing))?.status()).toBe(200);
});

test("a draft is still there after signing out and in again, and only there", async ({ page, browser, world }) => {
  const title = world.fresh("Entwurfsbohrer");
  const lender = await newMember(page, world, "Jona");
  await page.goto("/things/new?kind=lend");
  await page.getByLabel("Wie heißt es?").fill(title);
  await page.getByRole("radio", { name: /^Werkzeug/ }).check();
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByLabel("Beschreibung").fill("Läuft ruhig und hat Kraft.");
  await page.getByRole("radio", { name: /^Gut/ }).check();
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByRole("heading", { name: "Zeig es" })).toBeVisible();
  const draft = new URL(page.url()).pathname;

  await page.getByRole("button", { name: "Abmelden" }).click();
  await expect(page.getByText("Du bist abgemeldet.")).toBeVisible();
  await page.goto("/things");
  await signInHere(page, lender.email);
  await expect(page.getByText("Entwurf", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: new RegExp(`^Weitermachen ?: ${title}$`) }).click();
  await page.getByRole("button", { name: "Zurück", exact: true }).click();
  await expect(page.getByLabel("Beschreibung")).toHaveValue("Läuft ruhig und hat Kraft.");

  const other = await newMember(await anotherBrowser(browser), world, "Mira");
  expect((await other.page.goto(draft))?.status()).toBe(404);
});

test("nothing is published before it is complete, and the list of what is missing leads there", async ({ page, world }) => {
  await newMember(page, world, "Jona");
  await page.goto("/things/new?kind=lend");
  await page.getByLabel("Wie heißt es?").fill(world.fresh("Halbbohrer"));
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByRole("alert")).toContainText("Wozu gehört es?");
  await expect(page.getByLabel("Wie heißt es?")).toHaveValue(/Halbbohrer/);
});

test("a file that is no photo is refused in words, and a photo beside it arrives", async ({ page, world }) => {
  await newMember(page, world, "Jona");
  await page.goto("/things/new?kind=lend");
  await page.getByLabel("Wie heißt es?").fill(world.fresh("Bildbohrer"));
  await page.getByRole("radio", { name: /^Werkzeug/ }).check();
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByLabel("Beschreibung").fill("Läuft ruhig und hat Kraft.");
  await page.getByRole("radio", { name: /^Gut/ }).check();
  await page.getByRole("button", { name: "Weiter" }).click();
  const letter = { name: "brief.jpg", mimeType: "image/jpeg", buffer: Buffer.from("Sehr geehrte Damen und Herren") };
  await page.getByLabel("Fotos vom Telefon oder Computer").setInputFiles([letter, photo("ding.png")]);
  await page.getByRole("button", { name: "Hochladen" }).click();
  await expect(page.getByRole("alert")).toContainText("„brief.jpg“: Das ist kein Foto, das wir kennen.");
  await expect(page.getByLabel("Was sieht man?")).toHaveCount(1);
});

test("one's own thing cannot be asked for", async ({ page, world }) => {
  const title = world.fresh("Eigenbohrer");
  await newMember(page, world, "Jona");
  const listing = await publishListing(page, thing(title));
  await page.goto(listing);
  await expect(page.getByText("Das verleihst du selbst.")).toBeVisible();
  await expect(page.getByRole("button", { name: /anfragen$/ })).toHaveCount(0);
  // Nor by sending the form anyway.
  const answer = await page.request.post(`${listing}/request`, {
    form: { from: "2030-05-02", to: "2030-05-02" },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(409);
  expect(await answer.text()).toContain("Das gehört dir selbst.");
});

test("a draft can be thrown away", async ({ page, world }) => {
  const title = world.fresh("Wegwerfbohrer");
  await newMember(page, world, "Jona");
  await prepareListing(page, thing(title));
  await page.getByText("Entwurf wegwerfen").first().click();
  await page.getByRole("button", { name: "Entwurf wegwerfen" }).click();
  await expect(page.getByText("Entfernt.")).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
});
