import { anotherBrowser, choose, fillPlace, later, newMember } from "./people.ts";
import { expect, test } from "./world.ts";

/** The next Sunday on which the clocks in Germany change: the last one of March or October. */
function clocksChange(today: string): string {
  const year = Number(today.slice(0, 4));
  const lastSunday = (of: number, month: number) => {
    const end = new Date(Date.UTC(of, month, 0));
    return new Date(end.getTime() - end.getUTCDay() * 86_400_000).toISOString().slice(0, 10);
  };
  const all = [lastSunday(year, 3), lastSunday(year, 10), lastSunday(year + 1, 3)];
  return all.find((day) => day > later(today, 7)) as string;
}

test("a cargo bike is rented for the weekend on which the clocks change, with delivery, extended, and called off in time", async ({
  page,
  browser,
  world,
}) => {
  await newMember(page, world, "Jona");
  const title = world.fresh("Zeitrad");
  const next = () => page.getByRole("button", { name: "Weiter" }).click();
  await page.goto("/things/new");
  await page.getByRole("link", { name: /^Etwas vermieten/ }).click();
  await page.getByLabel("Wie heißt es?").fill(title);
  await choose(page, "Fahrrad und Transport");
  await next();
  await choose(page, "Lastenräder");
  await next();
  await page.getByLabel("Beschreibung").fill("Trägt zwei Kinder oder einen Kühlschrank.");
  await next();
  await next();
  await fillPlace(page.getByLabel("Adresse oder Ort"), "Am Geheimweg 17, 53115 Bonn");
  await choose(page, "Abholen");
  await next();
  await next();
  await expect(page.getByRole("heading", { name: "Was soll es kosten?" })).toBeVisible();
  // Nothing typed, a word, and a week dearer by the hour than by the day: each is said at its field, and nothing is lost.
  await next();
  await expect(page.getByRole("alert")).toContainText("Ein Tag");
  await page.getByLabel("Ein Tag", { exact: true }).fill("zwanzig");
  await next();
  await expect(page.getByLabel("Ein Tag", { exact: true })).toHaveValue("zwanzig");
  await page.getByLabel("Ein Tag", { exact: true }).fill("20");
  await page.getByLabel("Eine Woche", { exact: true }).fill("90");
  const more = page.getByText("Wochenende, Rabatt, Bringen, Kaution");
  if (!(await page.getByLabel("Ein Samstag oder Sonntag").isVisible())) await more.click();
  await page.getByLabel("Ein Samstag oder Sonntag").fill("25,50");
  await page.getByLabel("Bringen und Abholen").fill("8");
  await page.getByLabel("Kaution").fill("100");
  await choose(page, "Streng");
  await next();
  await expect(page.getByText("ab 12,86 € am Tag").first()).toBeVisible();
  await page.getByRole("button", { name: "Veröffentlichen" }).click();
  const listing = new URL(page.url()).pathname;

  const mine = (await newMember(await anotherBrowser(browser), world, "Mira")).page;
  await mine.goto(listing);
  const today = (await mine.getByLabel("Abholen", { exact: true }).getAttribute("min")) as string;
  const sunday = clocksChange(today);
  const friday = later(sunday, -2);
  // Days and price, before anything is asked.
  await mine.goto(`${listing}?from=${friday}&to=${sunday}`);
  const panel = mine.locator("#request");
  await expect(panel.getByRole("row", { name: /^ein Tag/ })).toContainText("20 €");
  await expect(panel.getByRole("row", { name: /Wochenende/ })).toContainText("51 €");
  await expect(panel.getByRole("row", { name: /^Zusammen/ })).toContainText("71 €");
  await panel.getByRole("checkbox", { name: /^Jona .*soll es bringen/ }).check();
  await panel.getByLabel(/^Ein Satz an/).fill("Für den Umzug meiner Schwester.");
  // Delivery was chosen after the price was shown: the new one is said, and asked for again.
  await panel.getByRole("button", { name: /anfragen$/ }).click();
  await expect(mine.getByText("Das kostet 79 €.")).toBeVisible();
  await expect(mine.getByLabel(/^Ein Satz an/)).toHaveValue("Für den Umzug meiner Schwester.");
  await mine.getByRole("button", { name: /^Für 79 € bei Jona .*anfragen$/ }).click();
  await expect(mine.getByText("Deine Anfrage ist unterwegs.")).toBeVisible();
  const booking = new URL(mine.url()).pathname;

  await page.goto(booking);
  await expect(page.getByRole("row", { name: /^Du bekommst/ })).toContainText("79 €");
  await page.getByRole("button", { name: "Ja, zusagen" }).click();

  // One day more: both see what it would cost before they agree.
  await mine.goto(booking);
  await mine.getByText("Andere Tage vorschlagen").click();
  await mine.getByLabel("Zurückbringen").fill(later(sunday, 1));
  await mine.getByRole("button", { name: "Vorschlagen" }).click();
  await expect(mine.getByText("Das kostet dann 98 € statt 79 €.")).toBeVisible();
  await page.goto(booking);
  await expect(page.getByText("Das kostet dann 98 € statt 79 €.")).toBeVisible();
  await page.getByRole("button", { name: "Ja, so machen wir es" }).click();
  await expect(page.getByRole("row", { name: /^Du bekommst/ })).toContainText("98 €");

  // Called off within the hour of second thoughts it costs nothing, and says so before.
  await mine.goto(booking);
  await mine.getByText("Ausleihe absagen").click();
  await expect(mine.getByText(/^Absagen kostet dich jetzt nichts\./)).toBeVisible();
  await mine.getByLabel(/^Warum\? Jona liest es/).fill("Der Umzug fällt aus.");
  await mine.getByRole("button", { name: "Absagen", exact: true }).click();
  await expect(mine.getByRole("heading", { name: "Du hast die Ausleihe abgesagt" })).toBeVisible();
});
