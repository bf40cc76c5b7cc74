// A device without a line, one that lost its seat, and a server that cannot store.
import assert from "node:assert/strict";

export function outages(test, { soon, says, note, status, line }) {
  test("a reload keeps the draft, and then saves it", async ({ page, room, context, open }) => {
    await open("/m/7");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await says(line(page), "Tilkoblet");
    await context.setOffline(true);
    await note(page).pressSequentially("Halvskre");
    await page.reload();
    await soon(async () => assert.equal(await note(page).inputValue(), "Halvskre"));
    assert.equal(await page.locator("[data-offline-strip]").isVisible(), true);
    await note(page).pressSequentially("vet");
    await context.setOffline(false);
    await says(status(page), "Lagret 14.32");
    await soon(() => assert.equal(room.rows.at(-1)?.text, "Halvskrevet"));
    await says(line(page), "Tilkoblet");
  });

  test("a page that the device may not see any more is dropped at the next line", async ({ page, room, context, open }) => {
    await open("/m/7");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await says(line(page), "Tilkoblet");
    const kept = () => page.evaluate(async () => (await (await caches.open("sloyfe-page")).keys()).length);
    await soon(async () => assert.equal(await kept(), 1));
    room.shared = true;
    await page.reload();
    await says(line(page), "Tilkoblet");
    assert.equal(await kept(), 0);
    await context.setOffline(true);
    await assert.rejects(page.reload());
    await context.setOffline(false);
  });

  test("a server that cannot store is told of as that, and the text is sent when it can", async ({ page, room, open }) => {
    await open("/m/7");
    const full = { status: 503, body: { error: { code: "not-stored", title: "", text: "" } } };
    room.posts = [full, full];
    await note(page).fill("Trygg på telefonen");
    await says(page.locator(".sl-strip"), "Serveren får ikke lagret akkurat nå.");
    assert.equal(await note(page).inputValue(), "Trygg på telefonen");
    await says(status(page), "Lagret 14.32");
    assert.deepEqual(room.rows.map((row) => row.text), ["Trygg på telefonen"]);
  });
}
