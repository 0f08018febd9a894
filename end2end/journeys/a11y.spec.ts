import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./world.ts";

/** WCAG 2.2 AA, as far as a machine can tell. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const PAGES = ["/", "/search", "/search?q=Bohrmaschine"];

for (const path of PAGES) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${path} can be used by everybody (${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect((await page.goto(path))?.status()).toBe(200);
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target).join(", ")}`);
      expect(found).toEqual([]);
    });
  }

  test(`${path} does not scroll sideways at 360 pixels`, async ({ page }) => {
    await page.goto(path);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
