import { deflateSync } from "node:zlib";
import { expect, type Browser, type Locator, type Page } from "@playwright/test";
import type { World } from "./world.ts";

/** Everybody's password here. In the demo it is another: `DEMO_PASSWORD`. */
export const PASSWORD = "drei kluge Eulen";
/** The password of the members of the demo; see `server/src/demo`. */
export const DEMO_PASSWORD = "leihen und lachen";

/** Somebody in a browser of their own. */
export interface Person {
  name: string;
  email: string;
  page: Page;
}

/** A browser that nobody has used yet: another person, or the same one on another device. */
export async function anotherBrowser(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

/** Becomes a member from the sign-up page on, wherever that leads afterwards: form, mail, link, button. */
export async function signUpHere(page: Page, world: World, name: string, lang: "de" | "en" = "de"): Promise<Person> {
  const email = world.fresh(`${name.toLowerCase()}@example.org`);
  const words = {
    de: ["Wie sollen dich die Nachbarn nennen?", "E-Mail-Adresse", "Passwort", "Konto anlegen", "Adresse bestätigen"],
    en: ["What should the neighbours call you?", "E-mail address", "Password", "Make my account", "Confirm my address"],
  }[lang] as [string, string, string, string, string];
  await page.getByLabel(words[0]).fill(name);
  await page.getByLabel(words[1]).fill(email);
  await page.getByLabel(words[2]).fill(PASSWORD);
  await page.getByRole("button", { name: words[3] }).click();
  await expect(page).toHaveURL("/sign-up/sent");
  const mail = await world.mailTo(email, lang === "de" ? /bestätige deine Adresse/ : /confirm your address/);
  await page.goto(world.linkIn(mail, "/confirm"));
  await page.getByRole("button", { name: words[4] }).click();
  await expect(page.getByRole("button", { name: lang === "de" ? "Abmelden" : "Sign out" })).toBeVisible();
  return { name, email, page };
}

/** A new member, signed in. */
export async function newMember(page: Page, world: World, name: string): Promise<Person> {
  await page.goto("/sign-up?next=/things");
  return signUpHere(page, world, name);
}

/** Signs in on the page that asks for it. */
export async function signInHere(page: Page, email: string, password = PASSWORD): Promise<void> {
  const form = page.getByRole("main");
  await form.getByLabel("E-Mail-Adresse").fill(email);
  await form.getByLabel("Passwort").fill(password);
  await form.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByRole("button", { name: "Abmelden" })).toBeVisible();
}

/** What a listing says, as far as a journey wants it its own way. */
export interface Thing {
  title: string;
  /** Seen only by those who were told yes. */
  address: string;
  handoverNote: string;
}

/** Fills in all steps up to the preview, beginning on "my things". */
export async function prepareListing(page: Page, thing: Thing): Promise<void> {
  const next = () => page.getByRole("button", { name: "Weiter" }).click();
  await page.goto("/things/new");
  await page.getByLabel("Wie heißt es?").fill(thing.title);
  await choose(page, "Werkzeug");
  await next();
  await expect(page.getByRole("heading", { name: "Was für eins ist es?" })).toBeVisible();
  await choose(page, "Bohren und Schrauben");
  await next();
  await page.getByLabel("Beschreibung").fill("Läuft ruhig und hat Kraft. Bitte nicht im Regen benutzen.");
  await choose(page, "Sehr gut");
  await page.getByLabel("Was ist dabei?").fill("Koffer\nZwei Akkus");
  await next();
  await page.getByLabel("Fotos vom Telefon oder Computer").setInputFiles(photo("ding.png"));
  await page.getByRole("button", { name: "Hochladen" }).click();
  await page.getByLabel("Was sieht man?").fill("Das Ding auf einem Tisch");
  await next();
  await page.getByLabel("Adresse oder Ort").fill(thing.address);
  await choose(page, "Abholen");
  await page.getByLabel("Was muss man wissen, um es zu finden?").fill(thing.handoverNote);
  await next();
  await expect(page.getByRole("heading", { name: "Wann verleihst du es?" })).toBeVisible();
  for (const day of ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]) await choose(page, day);
  await page.getByLabel("Wie früh willst du es wissen?").selectOption("am selben Tag reicht");
  await page.getByLabel("Wie lange höchstens?").selectOption("14 Tage");
  await next();
  await expect(page.getByRole("heading", { name: "So sieht es aus" })).toBeVisible();
}

/** Lists a thing and publishes it. Answers the path of its page. */
export async function publishListing(page: Page, thing: Thing): Promise<string> {
  await prepareListing(page, thing);
  await page.getByRole("button", { name: "Veröffentlichen" }).click();
  await expect(page.getByText("Veröffentlicht. Deine Nachbarn können es jetzt finden.")).toBeVisible();
  await page.goto("/things");
  const path = await page.getByRole("link", { name: thing.title, exact: true }).getAttribute("href");
  return path as string;
}

/** Ticks a choice by its words. The hint below a choice is part of its name, so this looks at how the name begins. */
export async function choose(page: Page, words: string): Promise<void> {
  const begins = new RegExp(`^${words}`);
  await page.getByRole("radio", { name: begins }).or(page.getByRole("checkbox", { name: begins })).first().check();
}

/** The first day that the form for asking offers, and how it is written in the address: the server's today. */
export async function firstDay(page: Page): Promise<string> {
  const day = await page.getByLabel(/^(Abholen|Pick up)$/).getAttribute("min");
  expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  return day as string;
}

/** So many days later. */
export function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Asks for a thing, signed in, and answers the path of the booking. */
export async function ask(page: Page, listing: string, note: string, from = 0, to = 1): Promise<string> {
  await page.goto(listing);
  const today = await firstDay(page);
  await page.getByLabel("Abholen", { exact: true }).fill(later(today, from));
  await page.getByLabel("Zurückbringen").fill(later(today, to));
  await page.getByLabel(/^Ein Satz an/).fill(note);
  await page.getByRole("button", { name: /^Bei .* anfragen$/ }).click();
  await expect(page.getByText("Deine Anfrage ist unterwegs.")).toBeVisible();
  return new URL(page.url()).pathname;
}

/** The field of the search form with this label. On a phone the form is folded into one line and opened by it. */
export async function searchForm(page: Page): Promise<Locator> {
  const form = page.getByRole("search");
  if (!(await form.getByRole("button").isVisible())) await page.locator("summary", { hasText: /Ändern|Change/ }).click();
  await expect(form.getByRole("button")).toBeVisible();
  return form;
}

/** A file that is a photo: a PNG of a colour that fades, made here, 320 by 240. */
export function photo(name: string): { name: string; mimeType: string; buffer: Buffer } {
  const [width, height] = [320, 240];
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set([60 + (x >> 1), 120, y], y * (1 + width * 3) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each of red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return { name, mimeType: "image/png", buffer: Buffer.concat([signature, ...chunks]) };
}

/** A part of a PNG: its length, its name, what it holds, and the check sum of both. */
function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(checkSum(body));
  return Buffer.concat([length, body, sum]);
}

/** CRC-32 as PNG wants it (ISO 3309, polynomial 0xedb88320). */
function checkSum(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
