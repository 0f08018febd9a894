import type { Browser, Page } from "@playwright/test";
import { anotherBrowser, daysBetween, fillPlace, later, newMember, publishListing, searchForm, signUpHere } from "./people.ts";
import { WORDS, type Lang } from "./words.ts";
import { expect, type World } from "./world.ts";

/** Who is there when the story begins. */
export interface Stage {
  page: Page;
  browser: Browser;
  world: World;
}

/** Where Lena lives, roughly: far from where other journeys list their drills, so that hers is not one of many. */
const QUARTER = "Bad Godesberg";

/**
 * The whole story: Lena lists a drill; somebody who has never been here finds it nearby, free on the days wanted, becomes
 * a member on the way, asks; Lena says yes; they meet, and meet again; both confirm both.
 *
 * `today` is for journeys beside others. `weekend` asks for the weekend to come and moves the clock to it.
 */
export async function twoNeighbours({ page, browser, world }: Stage, lang: Lang, when: "today" | "weekend"): Promise<void> {
  const words = WORDS[lang];
  const thing = {
    title: world.fresh(words.drill),
    address: "Am Geheimweg 17, 53177 Bonn",
    handoverNote: "Zweimal klingeln bei Uhu, dritter Stock",
  };
  const lender = await newMember(page, world, "Lena", lang);
  const listing = await publishListing(page, thing, lang);

  // Somebody opens the first page and says what, where and when; then that it must be near.
  const visitors = await anotherBrowser(browser);
  await visitors.goto("/");
  let form = visitors.getByRole("search");
  const today = (await form.getByLabel(words.from, { exact: true }).getAttribute("min")) as string;
  const first = when === "today" ? today : nextSaturday(today);
  const last = later(first, 1);
  await form.getByLabel(words.what).fill(words.drill);
  await fillPlace(form.getByLabel(words.where), QUARTER);
  await form.getByLabel(words.from, { exact: true }).fill(first);
  await form.getByLabel(words.to, { exact: true }).fill(last);
  await form.getByRole("button", { name: words.search }).click();
  await expect(visitors.getByRole("heading", { name: words.within(10, QUARTER) })).toBeVisible();
  form = await searchForm(visitors);
  await form.getByLabel(words.radius).selectOption("3");
  await form.getByRole("button", { name: words.search }).click();
  await expect(visitors.getByRole("heading", { name: words.within(3, QUARTER) })).toBeVisible();
  await expect(visitors.getByRole("list", { name: words.searchedFor }).getByRole("link", { name: words.free })).toBeVisible();
  const search = new URL(visitors.url());
  await visitors.getByRole("link", { name: thing.title, exact: true }).click();
  await expect(visitors.getByRole("heading", { level: 1, name: thing.title })).toBeVisible();
  await expect(visitors.getByRole("region", { name: words.pictures }).getByRole("img", { name: words.photoText })).toBeVisible();
  await saysNothingOf(visitors, thing);

  // They say when, become a member on the way, and what they typed is still there.
  await visitors.getByLabel(words.fetchOn, { exact: true }).fill(first);
  await visitors.getByLabel(words.bringBackOn, { exact: true }).fill(last);
  await visitors.getByRole("button", { name: words.ask("Lena") }).click();
  await expect(visitors.getByRole("heading", { name: words.signIn })).toBeVisible();
  await visitors.getByRole("main").getByRole("link", { name: words.joinIn }).click();
  const borrower = await signUpHere(visitors, world, "Mira", lang);
  await expect(visitors.getByLabel(words.fetchOn, { exact: true })).toHaveValue(first);
  await expect(visitors.getByLabel(words.bringBackOn, { exact: true })).toHaveValue(last);
  await visitors.getByLabel(words.noteTo("Lena")).fill(words.note);
  await visitors.getByRole("button", { name: words.ask("Lena") }).click();
  await expect(visitors.getByText(words.asked)).toBeVisible();
  await expect(visitors.getByRole("heading", { name: words.answersBy("Lena") })).toBeVisible();
  await saysNothingOf(visitors, thing);
  const booking = new URL(visitors.url()).pathname;

  // Lena is told, sees it before everything else, and says yes.
  const request = await world.mailTo(lender.email, words.wouldLike("Mira"));
  expect(request.subject).toContain(thing.title);
  expect(world.linkIn(request, "/bookings/")).toBe(booking);
  await page.goto("/loans");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(words.waitsForYou);
  await page.getByRole("link", { name: thing.title, exact: true }).click();
  await expect(page.getByRole("blockquote")).toHaveText(words.note);
  await page.getByRole("button", { name: words.accept }).click();
  await expect(page.getByText(words.accepted)).toBeVisible();

  // Now Mira sees where it is. Others do not, and do not find it on these days any more.
  await visitors.goto(world.linkIn(await world.mailTo(borrower.email, words.saysYes("Lena")), "/bookings/"));
  await expect(visitors.getByRole("heading", { name: words.fetchIt("Lena") })).toBeVisible();
  await expect(visitors.getByText(thing.address)).toBeVisible();
  await expect(visitors.getByText(thing.handoverNote)).toBeVisible();
  const strangers = await anotherBrowser(browser);
  await strangers.goto(booking);
  await expect(strangers.getByRole("heading", { name: words.signIn })).toBeVisible();
  await strangers.goto(listing);
  await expect(strangers.getByRole("heading", { level: 1, name: thing.title })).toBeVisible();
  await saysNothingOf(strangers, thing);
  const found = strangers.getByRole("main").getByRole("link", { name: thing.title, exact: true });
  search.searchParams.set("q", thing.title);
  await strangers.goto(search.href);
  await expect(strangers.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await expect(found).toHaveCount(0);

  if (when === "weekend") {
    // Too early to have met.
    if (daysBetween(today, first) > 1) {
      await expect(visitors.getByText(words.confirmFrom)).toBeVisible();
      await expect(visitors.getByRole("button", { name: words.gotIt })).toHaveCount(0);
    }
    await world.moveClock({ days: daysBetween(today, first) });
    await visitors.reload();
  }

  // They meet, and both confirm it.
  await visitors.getByRole("button", { name: words.gotIt }).click();
  await expect(visitors.getByRole("heading", { name: words.confirmsHandover("Lena") })).toBeVisible();
  await page.goto(world.linkIn(await world.mailTo(lender.email, words.gotItMail("Mira")), "/bookings/"));
  await page.getByRole("button", { name: words.handedOver }).click();
  await expect(page.getByRole("heading", { name: words.theyBringItBack("Mira") })).toBeVisible();

  // They meet again, and both confirm that too.
  if (when === "weekend") await world.moveClock({ days: 1 });
  await visitors.goto(world.linkIn(await world.mailTo(borrower.email, words.handoverConfirmed), "/bookings/"));
  await expect(visitors.getByRole("heading", { name: words.bringItBack })).toBeVisible();
  await visitors.getByRole("button", { name: words.gaveItBack }).click();
  await page.goto(world.linkIn(await world.mailTo(lender.email, words.gaveItBackMail("Mira")), "/bookings/"));
  await page.getByRole("button", { name: words.allIsBack }).click();
  await expect(page.getByText(words.thanks)).toBeVisible();

  // It is over: the address is nobody else's business any more, and the thing is free again.
  await visitors.goto(world.linkIn(await world.mailTo(borrower.email, words.finishedMail), "/bookings/"));
  await expect(visitors.getByRole("heading", { name: words.finished })).toBeVisible();
  await saysNothingOf(visitors, thing);
  search.searchParams.set("from", last);
  await strangers.goto(search.href);
  await expect(found).toBeVisible();
}

/** What only the two may know stands nowhere in the page, seen or unseen. */
async function saysNothingOf(page: Page, { handoverNote }: { handoverNote: string }): Promise<void> {
  const content = await page.content();
  for (const secret of ["Geheimweg", handoverNote]) expect(content).not.toContain(secret);
}

/** The Saturday to come; on a Saturday the next one. */
function nextSaturday(today: string): string {
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
  return later(today, weekday === 6 ? 7 : 6 - weekday);
}
