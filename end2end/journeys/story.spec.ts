import { anotherBrowser, firstDay, later, photo, choose, newMember, publishListing, searchForm, signUpHere } from "./people.ts";
import { expect, test } from "./world.ts";

test("two neighbours: listed, found, asked for, lent, brought back", async ({ page, browser, world }) => {
  test.setTimeout(120_000);
  const thing = {
    title: world.fresh("Wunderbohrer"),
    address: "Am Geheimweg 17, 53115 Bonn",
    handoverNote: "Zweimal klingeln bei Uhu, dritter Stock",
  };
  const lender = await newMember(page, world, "Jona");
  await publishListing(page, thing);

  // A stranger finds it nearby, free on the days wanted.
  const borrowers = await anotherBrowser(browser);
  await borrowers.goto("/search");
  let form = await searchForm(borrowers);
  const today = (await form.getByLabel("Von", { exact: true }).getAttribute("min")) as string;
  const tomorrow = later(today, 1);
  await form.getByLabel("Was brauchst du?").fill(thing.title);
  await form.getByLabel("Wo?").fill("53115");
  await form.getByLabel("Umkreis").selectOption("3");
  await form.getByLabel("Von", { exact: true }).fill(today);
  await form.getByLabel("Bis", { exact: true }).fill(tomorrow);
  await form.getByRole("button", { name: "Suchen" }).click();
  await borrowers.getByRole("link", { name: thing.title, exact: true }).click();
  await expect(borrowers.getByRole("heading", { level: 1, name: thing.title })).toBeVisible();
  await expect(borrowers.getByRole("img", { name: "Das Ding auf einem Tisch" })).toBeVisible();
  for (const secret of ["Geheimweg", "Uhu"]) expect(await borrowers.content()).not.toContain(secret);

  // They say when, become a member on the way, and what they typed is still there.
  await borrowers.getByLabel("Abholen", { exact: true }).fill(today);
  await borrowers.getByLabel("Zurückbringen").fill(tomorrow);
  await borrowers.getByRole("button", { name: "Bei Jona anfragen" }).click();
  await expect(borrowers.getByRole("heading", { name: "Anmelden" })).toBeVisible();
  await borrowers.getByRole("link", { name: "Mach mit" }).click();
  const borrower = await signUpHere(borrowers, world, "Mira");
  await expect(borrowers.getByLabel("Abholen", { exact: true })).toHaveValue(today);
  await expect(borrowers.getByLabel("Zurückbringen")).toHaveValue(tomorrow);
  await borrowers.getByLabel("Ein Satz an Jona").fill("Für ein Regal im Kinderzimmer");
  await borrowers.getByRole("button", { name: "Bei Jona anfragen" }).click();
  await expect(borrowers.getByText("Deine Anfrage ist unterwegs.")).toBeVisible();
  await expect(borrowers.getByRole("heading", { name: /^Jona antwortet bis/ })).toBeVisible();
  for (const secret of ["Geheimweg", "Uhu"]) expect(await borrowers.content()).not.toContain(secret);
  const booking = new URL(borrowers.url()).pathname;

  // The lender is told, sees it before everything else, and says yes.
  expect(world.linkIn(await world.mailTo(lender.email, /Mira möchte .*Wunderbohrer/), "/bookings/")).toBe(booking);
  await page.goto("/loans");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Das wartet auf dich");
  await page.getByRole("link", { name: thing.title, exact: true }).click();
  await expect(page.getByRole("blockquote")).toHaveText("Für ein Regal im Kinderzimmer");
  await page.getByRole("button", { name: "Ja, zusagen" }).click();
  await expect(page.getByText("Zugesagt. Wir haben Bescheid gegeben.")).toBeVisible();

  // Now the borrower sees where it is; others still do not.
  const accepted = await world.mailTo(borrower.email, /Jona sagt ja/);
  await borrowers.goto(world.linkIn(accepted, "/bookings/"));
  await expect(borrowers.getByText(thing.address)).toBeVisible();
  await expect(borrowers.getByText(thing.handoverNote)).toBeVisible();
  const strangers = await anotherBrowser(browser);
  await strangers.goto(booking);
  await expect(strangers.getByRole("heading", { name: "Anmelden" })).toBeVisible();

  // The handover, confirmed by both.
  await borrowers.getByRole("button", { name: "Ich habe es bekommen" }).click();
  await expect(borrowers.getByRole("heading", { name: "Jona bestätigt noch die Übergabe" })).toBeVisible();
  await page.goto(world.linkIn(await world.mailTo(lender.email, /Mira hat .* bekommen. Stimmt das/), "/bookings/"));
  await page.getByRole("button", { name: "Ja, ich habe es übergeben" }).click();
  await expect(page.getByRole("heading", { name: /^Mira bringt es bis .* zurück$/ })).toBeVisible();

  // And back, confirmed by both.
  await borrowers.goto(world.linkIn(await world.mailTo(borrower.email, /^Übergabe bestätigt/), "/bookings/"));
  await expect(borrowers.getByRole("heading", { name: /^Bring es bis .* zurück$/ })).toBeVisible();
  await borrowers.getByRole("button", { name: "Ich habe es zurückgegeben" }).click();
  await page.goto(world.linkIn(await world.mailTo(lender.email, /Mira hat .* zurückgegeben. Ist alles da/), "/bookings/"));
  await page.getByRole("button", { name: "Ja, alles ist wieder da" }).click();
  await expect(page.getByText("Alles zurück. Danke!")).toBeVisible();

  // It is over: the address is nobody else's business any more.
  await borrowers.goto(world.linkIn(await world.mailTo(borrower.email, /^Abgeschlossen/), "/bookings/"));
  await expect(borrowers.getByRole("heading", { name: "Alles ist zurück. Danke!" })).toBeVisible();
  for (const secret of ["Geheimweg", "Uhu"]) expect(await borrowers.content()).not.toContain(secret);

  // And it is free again.
  await strangers.goto("/search");
  form = await searchForm(strangers);
  await form.getByLabel("Was brauchst du?").fill(thing.title);
  await form.getByRole("button", { name: "Suchen" }).click();
  await expect(strangers.getByRole("link", { name: thing.title, exact: true })).toBeVisible();
});

test("the same in English, in short", async ({ page, browser, world }) => {
  test.setTimeout(120_000);
  const title = world.fresh("Wonderdrill");
  await page.goto("/sign-up?next=/things/new&lang=en");
  const lender = await signUpHere(page, world, "Robin", "en");
  await page.getByLabel("What is it called?").fill(title);
  await choose(page, "Tools");
  const next = () => page.getByRole("button", { name: "Next" }).click();
  await next();
  await expect(page.getByRole("heading", { name: "What kind is it?" })).toBeVisible();
  await next();
  await page.getByLabel("Description").fill("Runs quietly. Please keep it dry.");
  await choose(page, "Good");
  await next();
  await page.getByLabel("Photos from your phone or computer").setInputFiles(photo("drill.png"));
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByLabel("What can be seen?")).toBeVisible();
  await next();
  await page.getByLabel("Address or place").fill("Am Geheimweg 18, 53115 Bonn");
  await choose(page, "Pick up");
  await page.getByLabel("What does one need to know to find it?").fill("Ring twice");
  await next();
  await expect(page.getByRole("heading", { name: "When do you lend it?" })).toBeVisible();
  await page.getByLabel("How early do you want to know?").selectOption("the same day is fine");
  await next();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published. Your neighbours can find it now.")).toBeVisible();

  const borrowers = await anotherBrowser(browser);
  await borrowers.goto("/search?lang=en");
  const form = await searchForm(borrowers);
  await form.getByLabel("What do you need?").fill(title);
  await form.getByRole("button", { name: "Search" }).click();
  await borrowers.getByRole("link", { name: title, exact: true }).click();
  const today = await firstDay(borrowers);
  await borrowers.getByLabel("Pick up", { exact: true }).fill(today);
  await borrowers.getByLabel("Bring back").fill(today);
  await borrowers.getByRole("button", { name: "Ask Robin" }).click();
  await borrowers.getByRole("link", { name: "Join in" }).click();
  const borrower = await signUpHere(borrowers, world, "Casey", "en");
  await borrowers.getByLabel("A line to Robin").fill("For a shelf");
  await borrowers.getByRole("button", { name: "Ask Robin" }).click();
  await expect(borrowers.getByText("Your request is on its way.")).toBeVisible();

  await page.goto(world.linkIn(await world.mailTo(lender.email, /Casey would like to borrow/), "/bookings/"));
  await page.getByRole("button", { name: "Yes, lend it" }).click();
  await borrowers.goto(world.linkIn(await world.mailTo(borrower.email, /Robin says yes/), "/bookings/"));
  await expect(borrowers.getByText("Am Geheimweg 18, 53115 Bonn")).toBeVisible();
  await borrowers.getByRole("button", { name: "I have got it" }).click();
  await page.reload();
  await page.getByRole("button", { name: "Yes, I have handed it over" }).click();
  await page.getByRole("button", { name: "It is back with me" }).click();
  await borrowers.reload();
  await borrowers.getByRole("button", { name: "Yes, I have given it back" }).click();
  await expect(borrowers.getByRole("heading", { name: "Everything is back. Thank you!" })).toBeVisible();
  await expect(borrowers.getByText("Geheimweg")).toHaveCount(0);
  await world.mailTo(lender.email, /^Finished/);
});
