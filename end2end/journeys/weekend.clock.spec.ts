import { twoNeighbours } from "./story.ts";
import { test } from "./world.ts";

// The story as it happens: asked for today, lent next weekend.

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("found for the weekend to come, lent on Saturday, brought back on Sunday", async ({ page, browser, world }) => {
    await twoNeighbours({ page, browser, world }, "de", "weekend");
  });
});

test.describe("in English, with script", () => {
  test.use({ locale: "en-GB" });

  test("found for the weekend to come, lent on Saturday, brought back on Sunday", async ({ page, browser, world }) => {
    await twoNeighbours({ page, browser, world }, "en", "weekend");
  });
});
