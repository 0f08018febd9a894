import { twoNeighbours } from "./story.ts";
import { test } from "./world.ts";

test("two neighbours: listed, found, asked for, lent, brought back", async ({ page, browser, world }) => {
  await twoNeighbours({ page, browser, world }, "de", "today");
});
