import { expect, test as base, type APIRequestContext } from "@playwright/test";

/**
 * What a journey can do besides looking at pages: read the mail that the server wrote, and move its clock.
 *
 * The community is shared by all journeys that run at the same time. So each journey makes its own members and things,
 * with names from `fresh`, and never expects to be alone.
 */
export class World {
  readonly #request: APIRequestContext;
  readonly #suffix: string;

  constructor(request: APIRequestContext, suffix: string) {
    this.#request = request;
    this.#suffix = suffix;
  }

  /** A name or address nobody else uses: `fresh("lena@example.org")` is `lena+k3j9x@example.org`. */
  fresh(name: string): string {
    const at = name.indexOf("@");
    return at < 0 ? `${name} ${this.#suffix}` : `${name.slice(0, at)}+${this.#suffix}${name.slice(at)}`;
  }

  /** Moves the server's clock forward, for everybody; deadlines that pass meanwhile fall due. Only in `*.clock.spec.ts`. */
  async moveClock(by: { days?: number; hours?: number; minutes?: number }): Promise<void> {
    const seconds = ((by.days ?? 0) * 24 + (by.hours ?? 0)) * 3600 + (by.minutes ?? 0) * 60;
    const answer = await this.#request.post("/__test__/clock", { data: { advance_seconds: seconds } });
    expect(answer.ok(), `moving the clock: ${answer.status()}`).toBe(true);
  }

  /** All mails to an address, oldest first. */
  async mailsTo(address: string): Promise<Mail[]> {
    const answer = await this.#request.get("/dev/mail", { params: { to: address }, headers: { accept: "application/json" } });
    expect(answer.ok(), `reading mail: ${answer.status()}`).toBe(true);
    return (await answer.json()) as Mail[];
  }

  /** Waits for a mail whose subject matches. Mails are written by jobs, a moment after the page has answered. */
  async mailTo(address: string, subject: RegExp): Promise<Mail> {
    let found: Mail | undefined;
    await expect
      .poll(async () => (found = (await this.mailsTo(address)).findLast((mail) => subject.test(mail.subject)))?.subject, {
        message: `a mail to ${address} about ${subject}`,
      })
      .toBeDefined();
    return found as Mail;
  }

  /** The first link of a mail whose path begins with `path`, as a path on this server. */
  linkIn(mail: Mail, path: string): string {
    const links = mail.text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
    const paths = links.map((link) => new URL(link)).map((url) => url.pathname + url.search);
    const link = paths.find((candidate) => candidate.startsWith(path));
    expect(link, `a link to ${path} in the mail "${mail.subject}"`).toBeDefined();
    return link as string;
  }
}

/** A mail as `/dev/mail` shows it. */
export interface Mail {
  to: string;
  subject: string;
  /** The plain-text part. */
  text: string;
}

/** Playwright's `test` with a `world`, and whether scripts run. */
export const test = base.extend<{ world: World; withScript: boolean }>({
  world: async ({ playwright, baseURL }, use, info) => {
    const request = await playwright.request.newContext({ baseURL });
    const unique = `${info.parallelIndex}${Date.now().toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`;
    await use(new World(request, unique));
    await request.dispose();
  },
  withScript: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled ?? true),
});

export { expect };
