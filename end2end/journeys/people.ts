import { deflateSync } from "node:zlib";
import { expect, type Browser, type Locator, type Page } from "@playwright/test";
import { WORDS, type Lang } from "./words.ts";
import type { World } from "./world.ts";

/** Everybody's password here. In the demo it is another: `DEMO_PASSWORD`. */
export const PASSWORD = "drei kluge Eulen";
/** The password of the members of the demo; see `server/src/demo`. */
export const DEMO_PASSWORD = "leihen und lachen";

/** In milliseconds. */
const DAY = 86_400_000;

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
export async function signUpHere(page: Page, world: World, name: string, lang: Lang = "de"): Promise<Person> {
  const words = WORDS[lang];
  const email = world.fresh(`${name.toLowerCase()}@example.org`);
  await page.getByLabel(words.name).fill(name);
  await page.getByLabel(words.email).fill(email);
  await page.getByLabel(words.password).fill(PASSWORD);
  await page.getByRole("button", { name: words.makeAccount }).click();
  await expect(page).toHaveURL("/sign-up/sent");
  await page.goto(world.linkIn(await world.mailTo(email, words.confirmMail), "/confirm"));
  // Opening the link changes nothing, because mail programs do that by themselves; the button does.
  await page.getByRole("button", { name: words.confirmAddress }).click();
  await expect(page.getByRole("button", { name: words.signOut })).toBeVisible();
  return { name, email, page };
}

/** A new member, signed in. */
export async function newMember(page: Page, world: World, name: string, lang: Lang = "de"): Promise<Person> {
  await page.goto("/sign-up?next=/things");
  return signUpHere(page, world, name, lang);
}

/** Signs in on the page that asks for it. */
export async function signInHere(page: Page, email: string, password = PASSWORD): Promise<void> {
  const form = page.getByRole("main");
  await form.getByLabel("E-Mail-Adresse").fill(email);
  await form.getByLabel("Passwort").fill(password);
  await form.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByRole("button", { name: "Abmelden" })).toBeVisible();
}

/** Has no quiet hours from now on, so that every letter comes at once, whatever time of day it is. */
export async function neverQuiet(page: Page): Promise<void> {
  await page.goto("/me/letters");
  await page.getByLabel("Ruhig ab").selectOption("0");
  await page.getByLabel("bis", { exact: true }).selectOption("0");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Gespeichert.")).toBeVisible();
}

/** What a listing says, as far as a journey wants it its own way. */
export interface Thing {
  title: string;
  /** Seen only by those who were told yes. */
  address: string;
  handoverNote: string;
}

/** Fills in all steps up to the preview. */
export async function prepareListing(page: Page, thing: Thing, lang: Lang = "de"): Promise<void> {
  const words = WORDS[lang];
  const next = () => page.getByRole("button", { name: words.next }).click();
  await page.goto("/things/new");
  await page.getByRole("link", { name: words.lendSomething }).click();
  await page.getByLabel(words.title).fill(thing.title);
  await choose(page, words.tools);
  await next();
  await expect(page.getByRole("heading", { name: words.whatKind })).toBeVisible();
  await choose(page, words.drills);
  await next();
  await page.getByLabel(words.description).fill(words.descriptionText);
  await choose(page, words.veryGood);
  await page.getByLabel(words.accessories).fill(words.accessoriesText);
  await next();
  await page.getByLabel(words.photos).setInputFiles(photo("ding.png"));
  await page.getByRole("button", { name: words.upload }).click();
  await page.getByLabel(words.photoShows).fill(words.photoText);
  await next();
  await fillPlace(page.getByLabel(words.address), thing.address);
  await choose(page, words.pickUp);
  await page.getByLabel(words.handoverNote).fill(thing.handoverNote);
  await next();
  await expect(page.getByRole("heading", { name: words.whenLent })).toBeVisible();
  await choose(page, words.theseDays);
  for (const day of words.weekdays) await choose(page, day);
  // By the hour the same is asked once more, out of sight.
  await page.getByLabel(words.notice).filter({ visible: true }).selectOption(words.sameDay);
  await page.getByLabel(words.longest).filter({ visible: true }).selectOption(words.fortnight);
  await next();
  await expect(page.getByRole("heading", { name: words.preview })).toBeVisible();
}

/** Lists a thing and publishes it. Answers the path of its page. */
export async function publishListing(page: Page, thing: Thing, lang: Lang = "de"): Promise<string> {
  await prepareListing(page, thing, lang);
  await page.getByRole("button", { name: WORDS[lang].publish }).click();
  await expect(page.getByText(WORDS[lang].published)).toBeVisible();
  await page.goto("/things");
  const path = await page.getByRole("link", { name: thing.title, exact: true }).getAttribute("href");
  return path as string;
}

/** Ticks a choice by its words. The hint below a choice is part of its name, so this looks at how the name begins. */
export async function choose(page: Page, words: string): Promise<void> {
  const begins = new RegExp(`^${words}`);
  await page.getByRole("radio", { name: begins }).or(page.getByRole("checkbox", { name: begins })).first().check();
}

/**
 * Types a place and leaves the field, as the tab key does: where scripts run, the list of suggestions lies over what
 * comes below until then.
 */
export async function fillPlace(field: Locator, place: string): Promise<void> {
  await field.fill(place);
  await field.press("Tab");
}

/** The first day that the form for asking offers, as addresses write it: the server's today. */
export async function firstDay(page: Page): Promise<string> {
  const day = await page.getByLabel(/^(Abholen|Pick up)$/).getAttribute("min");
  expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  return day as string;
}

/** So many days later. */
export function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** How many days lie between two. */
export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY);
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

/** Types into a field that suggests places until it does, and answers the list. */
export async function suggestionsFor(field: Locator, text: string): Promise<Locator> {
  const list = field.page().getByRole("listbox", { name: "Orte" });
  // The page may still be waking up: type until somebody listens.
  await expect(async () => {
    await field.fill("");
    await field.pressSequentially(text);
    await expect(list).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return list;
}

/** The search form on the page of results. On a phone it is folded into one line and opened by it. */
export async function searchForm(page: Page): Promise<Locator> {
  const form = page.getByRole("search");
  const send = form.getByRole("button", { name: /^(Suchen|Search)$/ });
  if (!(await send.isVisible())) await page.locator("summary", { hasText: /Ändern|Change/ }).click();
  await expect(send).toBeVisible();
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
