import type { Browser, Page } from "@playwright/test";
import { anotherBrowser, ask, DEMO_PASSWORD, newMember, publishListing, signInHere, type Person } from "./people.ts";
import { expect, test, type World } from "./world.ts";

/** A drill that is worth 90 € has come back to Jona; Mira had it. */
async function returned(page: Page, browser: Browser, world: World): Promise<{ jona: Person; mira: Person; booking: string; title: string }> {
  const jona = await newMember(page, world, "Jona");
  const title = world.fresh("Bruchbohrer");
  const listing = await publishListing(page, { title, address: "Am Geheimweg 17, 53115 Bonn", handoverNote: "Klingeln" });
  await page.goto(`${listing.replace("/listings/", "/things/")}/details`);
  await page.getByText("Regeln, Wert, Stichwörter").click();
  await page.getByLabel(/^Was würde es neu kosten\?/).fill("90");
  await page.getByRole("button", { name: "Speichern" }).click();
  const mira = await newMember(await anotherBrowser(browser), world, "Mira");
  const booking = await ask(mira.page, listing, "Für ein Regal", 0, 0);
  await page.goto(booking);
  await page.getByRole("button", { name: "Ja, zusagen" }).click();
  await page.getByRole("button", { name: "Ich habe es übergeben" }).click();
  await mira.page.goto(booking);
  await mira.page.getByRole("button", { name: /^Ja, ich habe es bekommen|^Ich habe es bekommen/ }).click();
  await mira.page.getByRole("button", { name: "Ich habe es zurückgegeben" }).click();
  await page.goto(booking);
  await page.getByRole("button", { name: /^Ja, es ist wieder da|^Es ist wieder da|^Ja, alles ist wieder da/ }).click();
  await expect(page.getByRole("heading", { name: "Es ist wieder bei dir" })).toBeVisible();
  return { jona, mira, booking, title };
}

test("it is broken, and the two settle it between them", async ({ page, browser, world }) => {
  const { mira, booking } = await returned(page, browser, world);
  await page.getByRole("link", { name: /^Etwas ist kaputt, fehlt/ }).click();
  await page.getByLabel(/^Wie viel\?/).fill("95");
  await page.getByLabel(/^Was ist passiert\?/).fill("Der Griff ist abgebrochen.");
  await page.getByRole("button", { name: "Melden", exact: true }).click();
  await expect(page.getByText("Mehr als 90 € geht nicht.")).toBeVisible();
  await expect(page.getByLabel(/^Was ist passiert\?/)).toHaveValue("Der Griff ist abgebrochen.");
  await page.getByLabel(/^Wie viel\?/).fill("60");
  await page.getByRole("button", { name: "Melden", exact: true }).click();
  await expect(page.getByText("Gemeldet. Wir haben Bescheid gegeben.")).toBeVisible();

  const letter = await world.mailTo(mira.email, /^Jona meldet: Bei/);
  expect(letter.text).toContain("> Der Griff ist abgebrochen.");
  await mira.page.goto(booking);
  await expect(mira.page.getByText("Jona möchte: 60 €")).toBeVisible();
  await mira.page.getByText("Etwas anderes vorschlagen").click();
  await mira.page.locator("#counter-lender").getByLabel(/^Wie viel\?/).fill("20");
  await mira.page.locator("#counter-lender").getByLabel(/^Warum\?/).fill("Er war vorher schon locker.");
  await mira.page.getByRole("button", { name: "Vorschlagen" }).last().click();
  await expect(mira.page.getByText("Gesagt. Wir haben Bescheid gegeben.")).toBeVisible();

  await page.goto("/loans");
  await expect(page.getByRole("heading", { name: "Noch zu klären" })).toBeVisible();
  await page.getByRole("link", { name: "Ansehen" }).first().click();
  await expect(page.getByText("Mira möchte: 20 €")).toBeVisible();
  await page.getByRole("button", { name: "Ja, einverstanden" }).click();
  await page.getByRole("button", { name: "Ich habe das Geld bekommen" }).click();
  await expect(page.getByText("Geklärt: 20 €")).toBeVisible();
  await world.mailTo(mira.email, /^Erledigt:/);
});

test("they cannot settle it: somebody decides with a reason, and somebody else about the appeal", async ({ page, browser, world }) => {
  const { jona, mira, booking, title } = await returned(page, browser, world);
  await page.goto(`${booking}/claim`);
  await page.getByLabel(/^Wie viel\?/).fill("60");
  await page.getByLabel(/^Was ist passiert\?/).fill("Der Griff ist abgebrochen.");
  await page.getByRole("button", { name: "Melden", exact: true }).click();
  await mira.page.goto(`${booking}/claims/lender`);
  await mira.page.getByText("Entscheiden lassen").click();
  await expect(mira.page.getByText("Euer Gespräch bleibt privat.")).toBeVisible();
  await mira.page.getByRole("button", { name: "Entscheidung verlangen" }).click();

  const decide = async (who: Page, amount: string, reason: string): Promise<void> => {
    await who.goto("/operator/claims");
    await who.getByRole("link", { name: title }).click();
    await expect(who.getByText("Der Griff ist abgebrochen.")).toBeVisible();
    await who.getByLabel(/^Wie viel\?/).fill(amount);
    await who.getByLabel(/^Begründung für beide/).fill(reason);
    await who.getByRole("button", { name: "Entscheiden", exact: true }).click();
    await expect(who.getByText("Entschieden. Beide haben eine E-Mail mit deiner Begründung.")).toBeVisible();
  };
  const olga = await anotherBrowser(browser);
  await olga.goto("/sign-in");
  await signInHere(olga, "olga@example.org", DEMO_PASSWORD);
  await decide(olga, "30", "Auf den Bildern ist der Griff vorher heil.");
  const told = await world.mailTo(mira.email, /^Entschieden:/);
  expect(told.text).toContain("> Auf den Bildern ist der Griff vorher heil.");

  await mira.page.goto(`${booking}/claims/lender`);
  await expect(mira.page.getByText("Entschieden: 30 €").first()).toBeVisible();
  await mira.page.getByText("Widersprechen", { exact: true }).click();
  await mira.page.getByLabel(/^Was stimmt daran nicht/).fill("Die Bilder sind von einem anderen Tag.");
  await mira.page.getByRole("button", { name: "Widerspruch einlegen" }).click();
  await olga.goto("/operator/claims");
  await olga.getByRole("link", { name: title }).click();
  await expect(olga.getByText("Jemand anderes muss entscheiden.")).toBeVisible();
  const petra = await anotherBrowser(browser);
  await petra.goto("/sign-in");
  await signInHere(petra, "petra@example.org", DEMO_PASSWORD);
  await decide(petra, "10", "Belegen lässt sich nur ein kleiner Teil davon.");
  await page.goto(`${booking}/claims/lender`);
  await expect(page.getByText("Endgültig entschieden: 10 €")).toBeVisible();
  await page.getByRole("button", { name: "Ich habe das Geld bekommen" }).click();
  await expect(page.getByText("Geklärt: 10 €")).toBeVisible();
  expect(jona.email).not.toBe(mira.email);
});
