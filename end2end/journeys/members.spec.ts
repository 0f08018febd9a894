import { anotherBrowser, newMember, PASSWORD, photo, signInHere, suggestionsFor } from "./people.ts";
import { expect, test } from "./world.ts";

test("mistakes while signing up are said at their fields, and what was typed stays", async ({ page, world }) => {
  const email = world.fresh("jona");
  await page.goto("/sign-up");
  await page.getByLabel("Wie sollen dich die Nachbarn nennen?").fill("Jona vom Berg");
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort").fill("kurz");
  await page.getByRole("button", { name: "Konto anlegen" }).click();
  await expect(page.getByRole("alert")).toContainText("Das hat noch nicht geklappt");
  await expect(page.getByLabel("Wie sollen dich die Nachbarn nennen?")).toHaveValue("Jona vom Berg");
  await expect(page.getByLabel("E-Mail-Adresse")).toHaveValue(email);
  await expect(page.getByLabel("E-Mail-Adresse")).toHaveAccessibleDescription(/Das ist keine E-Mail-Adresse/);
  await expect(page.getByLabel("E-Mail-Adresse")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Passwort")).toHaveAccessibleDescription(/Bitte mindestens \d+ Zeichen/);
  await expect(page.getByLabel("Passwort")).toHaveValue("");
  // The list of mistakes leads to the field.
  await page.getByRole("alert").getByRole("link", { name: /E-Mail-Adresse/ }).click();
  await expect(page.getByLabel("E-Mail-Adresse")).toBeFocused();
});

test("a link from a mail works once", async ({ page, browser, world }) => {
  const member = await newMember(page, world, "Jona");
  const link = world.linkIn(await world.mailTo(member.email, /bestätige deine Adresse/), "/confirm");
  const elsewhere = await anotherBrowser(browser);
  await elsewhere.goto(link);
  await elsewhere.getByRole("button", { name: "Adresse bestätigen" }).click();
  await expect(elsewhere.getByRole("heading", { name: "Dieser Link gilt nicht mehr" })).toBeVisible();
});

test("nobody can tell whether an address has an account", async ({ page, world }) => {
  const member = await newMember(page, world, "Jona");
  await page.getByRole("button", { name: "Abmelden" }).click();
  await page.goto("/sign-up");
  await page.getByLabel("Wie sollen dich die Nachbarn nennen?").fill("Jemand");
  await page.getByLabel("E-Mail-Adresse").fill(member.email);
  await page.getByLabel("Passwort").fill("ganz andere Worte");
  await page.getByRole("button", { name: "Konto anlegen" }).click();
  await expect(page.getByRole("heading", { name: "Schau in deine E-Mails" })).toBeVisible();
  await world.mailTo(member.email, /Du bist schon bei/);
});

test("a forgotten password is replaced by mail, and other devices are signed out", async ({ page, browser, world }) => {
  const member = await newMember(page, world, "Jona");
  const phone = await anotherBrowser(browser);
  await phone.goto("/sign-in");
  await phone.getByLabel("E-Mail-Adresse").fill(member.email);
  await phone.getByRole("main").getByLabel("Passwort").fill("irgendetwas anderes");
  await phone.getByRole("main").getByRole("button", { name: "Anmelden" }).click();
  await expect(phone.getByRole("alert")).toContainText("passen nicht zusammen");
  await expect(phone.getByLabel("E-Mail-Adresse")).toHaveValue(member.email);
  await phone.getByRole("link", { name: "Passwort vergessen?" }).click();
  await phone.getByLabel("E-Mail-Adresse").fill(member.email);
  await phone.getByRole("button", { name: "Link schicken" }).click();
  await expect(phone.getByText("Wenn es zu dieser Adresse ein Konto gibt")).toBeVisible();
  await phone.goto(world.linkIn(await world.mailTo(member.email, /neues Passwort/), "/reset/choose"));
  await phone.getByLabel("Neues Passwort").fill("vier neue blaue Eulen");
  await phone.getByRole("button", { name: "Passwort speichern" }).click();
  await expect(phone.getByRole("button", { name: "Abmelden" })).toBeVisible();
  await world.mailTo(member.email, /Passwort wurde geändert/);

  await page.goto("/me");
  await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
  await signInHere(page, member.email, "vier neue blaue Eulen");
  await expect(page.getByRole("heading", { name: "Mein Profil" })).toBeVisible();
});

test("devices are listed, and another one can be signed out", async ({ page, browser, world }) => {
  const member = await newMember(page, world, "Jona");
  const other = await anotherBrowser(browser);
  await other.goto("/sign-in?next=/things");
  await signInHere(other, member.email);
  await page.goto("/me/sessions");
  const devices = page.getByRole("main").getByRole("listitem").filter({ hasText: /zuletzt da/ });
  await expect(devices).toHaveCount(2);
  await expect(devices.filter({ hasText: "dieses Gerät" })).toHaveCount(1);
  await devices.filter({ hasNotText: "dieses Gerät" }).getByRole("button", { name: /^Abmelden/ }).click();
  await expect(page.getByText("Das Gerät ist abgemeldet.")).toBeVisible();
  await expect(devices).toHaveCount(1);
  await other.goto("/things");
  await expect(other.getByRole("heading", { name: "Anmelden" })).toBeVisible();
});

test("a profile has a place that is suggested, a photo, and languages", async ({ page, browser, world, withScript }) => {
  await newMember(page, world, "Jona");
  await page.goto("/me");
  const place = page.getByLabel("Ort, Stadtteil oder Postleitzahl");
  if (withScript) {
    await suggestionsFor(place, "Poppels");
    await expect(page.getByRole("option").first()).toContainText("Poppelsdorf");
    await place.press("ArrowDown");
    await expect(page.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
    await place.press("Enter");
    await expect(page.getByRole("listbox")).toBeHidden();
    await expect(place).toHaveValue(/Poppelsdorf/);
  } else {
    await place.fill("Poppelsdorf");
  }
  await page.getByLabel("Über dich").fill("Ich baue gern Regale.");
  await page.getByRole("checkbox", { name: "Polnisch" }).check();
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Gespeichert.")).toBeVisible();
  await expect(place).toHaveValue(/Poppelsdorf/);

  await page.getByLabel("Foto", { exact: false }).and(page.locator("input[type=file]")).setInputFiles(photo("ich.png"));
  await page.getByRole("button", { name: "Foto hochladen" }).click();
  await expect(page.getByText("Das Foto ist da.")).toBeVisible();

  const profile = (await page.getByRole("link", { name: "So sehen es andere" }).getAttribute("href")) as string;
  const stranger = await anotherBrowser(browser);
  await stranger.goto(profile);
  await expect(stranger.getByRole("heading", { level: 1, name: "Jona" })).toBeVisible();
  await expect(stranger.getByText("Poppelsdorf")).toBeVisible();
  await expect(stranger.getByText("Ich baue gern Regale.")).toBeVisible();
  await expect(stranger.getByText(/Spricht .*Polnisch/)).toBeVisible();

  await page.getByRole("button", { name: "Foto entfernen" }).click();
  await expect(page.getByText("Das Foto ist weg.")).toBeVisible();
});

test("a place that nobody knows is said at its field", async ({ page, world }) => {
  await newMember(page, world, "Jona");
  await page.goto("/me");
  const place = page.getByLabel("Ort, Stadtteil oder Postleitzahl");
  await place.fill("Xyzzyhausen");
  await page.getByLabel("Über dich").fill("Ich baue gern Regale.");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(place).toHaveAccessibleDescription(/Diesen Ort kennen wir nicht/);
  await expect(place).toHaveValue("Xyzzyhausen");
  await expect(page.getByLabel("Über dich")).toHaveValue("Ich baue gern Regale.");
});

test("an account can be deleted, and then nobody can sign in with it", async ({ page, world }) => {
  const member = await newMember(page, world, "Jona");
  await page.goto("/me/account");
  await page.getByText("Ich möchte gehen").click();
  const danger = page.getByRole("group").filter({ hasText: "Ich möchte gehen" });
  await danger.getByLabel("Dein jetziges Passwort").fill("falsch geraten");
  await danger.getByRole("button", { name: "Konto endgültig löschen" }).click();
  await expect(page.getByText("Das ist nicht dein jetziges Passwort.").first()).toBeVisible();
  await danger.getByLabel("Dein jetziges Passwort").fill(PASSWORD);
  await danger.getByRole("button", { name: "Konto endgültig löschen" }).click();
  await expect(page.getByText("Dein Konto ist gelöscht. Mach’s gut!")).toBeVisible();
  await world.mailTo(member.email, /ist gelöscht/);
  await page.goto("/sign-in");
  await page.getByLabel("E-Mail-Adresse").fill(member.email);
  await page.getByLabel("Passwort").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByRole("alert")).toContainText("passen nicht zusammen");
});
