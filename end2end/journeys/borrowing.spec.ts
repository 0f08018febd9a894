import { anotherBrowser, ask, firstDay, later, newMember, publishListing } from "./people.ts";
import { WORDS } from "./words.ts";
import { expect, test } from "./world.ts";

const words = WORDS.de;

const THING = { address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Bei Klingel drei" };

test("a thing that is not for everybody says what is missing, and a neighbour who knows her helps", async ({ page, browser, world }) => {
  await newMember(page, world, "Lena");
  const trusted = await newMember(await anotherBrowser(browser), world, "Hassan");
  const newcomer = await newMember(await anotherBrowser(browser), world, "Bea");

  // Hassan has lent and brought back something before.
  const hammer = await publishListing(page, { ...THING, title: world.fresh("Hammer") });
  const loan = await ask(trusted.page, hammer, "Für ein Bild.", 0, 0);
  await page.goto(loan);
  await page.getByRole("button", { name: words.accept }).click();
  await trusted.page.goto(loan);
  await trusted.page.getByRole("button", { name: words.gotIt }).click();
  await page.goto(loan);
  await page.getByRole("button", { name: words.handedOver }).click();
  await trusted.page.goto(loan);
  await trusted.page.getByRole("button", { name: words.gaveItBack }).click();
  await page.goto(loan);
  await page.getByRole("button", { name: words.allIsBack }).click();
  await expect(page.getByText(words.thanks)).toBeVisible();

  const drill = await publishListing(page, { ...THING, title: world.fresh("Stemmhammer") });
  await page.goto(drill.replace("/listings/", "/things/"));
  await page.getByRole("link", { name: /Ändern.*Wer sich melden darf/ }).click();
  await page.getByLabel(/^Jemand muss bestätigt haben/).check();
  await page.getByRole("button", { name: "Speichern" }).click();

  await newcomer.page.goto(drill);
  await expect(newcomer.page.getByText("Noch nicht für dich")).toBeVisible();
  await expect(newcomer.page.getByText("Es hat noch niemand bestätigt, dich zu kennen.")).toBeVisible();
  await newcomer.page.goto("/me");
  const profile = await newcomer.page.getByRole("link", { name: "So sehen es andere" }).getAttribute("href");
  await trusted.page.goto(profile as string);
  await trusted.page.getByRole("button", { name: "Ich kenne diese Person" }).click();
  await expect(trusted.page.getByText("Du hast bestätigt, Bea zu kennen.")).toBeVisible();
  await newcomer.page.goto("/me/known");
  await expect(newcomer.page.getByRole("link", { name: trusted.name })).toBeVisible();
  await ask(newcomer.page, drill, "Für die Fliesen.", 3, 4);
});

test("who waits for days is told when they become free, and can ask first", async ({ page, browser, world }) => {
  await newMember(page, world, "Lena");
  const listing = await publishListing(page, { ...THING, title: world.fresh("Leiter") });
  const first = await newMember(await anotherBrowser(browser), world, "Bea");
  const second = await newMember(await anotherBrowser(browser), world, "Hassan");
  const third = await newMember(await anotherBrowser(browser), world, "Olga");
  const loan = await ask(first.page, listing, "Für die Decke.", 5, 6);
  await page.goto(loan);
  await page.getByRole("button", { name: words.accept }).click();

  await second.page.goto(listing);
  const today = await firstDay(second.page);
  const days = `?from=${later(today, 5)}&to=${later(today, 6)}`;
  await second.page.goto(listing + days);
  await second.page.getByRole("button", { name: "Auf die Warteliste" }).click();
  await expect(second.page.getByText("Du bist als Nächstes dran.")).toBeVisible();

  await first.page.goto(loan);
  await first.page.getByText("Ausleihe absagen", { exact: true }).click();
  await first.page.getByLabel(/^Warum\? .* liest es/).fill("Wir streichen doch nicht.");
  await first.page.getByRole("button", { name: "Absagen", exact: true }).click();

  const letter = await world.mailTo(second.email, /^Frei geworden/);
  await third.page.goto(listing + days);
  await expect(third.page.getByText(/zuerst jemandem versprochen/).first()).toBeVisible();
  await second.page.goto(world.linkIn(letter, "/listings/"));
  await second.page.getByRole("button", { name: /^Bei .* anfragen$/ }).click();
  await expect(second.page.getByText("Deine Anfrage ist unterwegs.")).toBeVisible();
});
