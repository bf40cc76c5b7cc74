// Groups before a meeting: a person is dragged to another table by mouse and by finger.

import assert from "node:assert/strict";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };

export function dragging(test, soon) {
  byFinger(test, soon);
  atTheEdges(test, soon);
  byMouseAndPen(test, soon);
}

function byFinger(test, soon) {
  test("a finger drags a person by the handle, and is told what it costs before it lets go", async ({ page, room, open }) => {
    await open("/groups");
    const finger = await touch(page);
    await finger.down(await middle(page, "#seat-1 [data-drag]"));
    await finger.move(await middle(page, "#table-2 h3"));
    await soon(async () => assert.equal(await page.locator(".gr-ghost").innerText(), "Kari 1\nBord 2: Koster 2."));
    assert.deepEqual(await marked(page), ["2"]);
    assert.deepEqual(room.rows, []);
    finger.up();
    await page.waitForURL(/moves/);
    assert.deepEqual(room.rows, [{ path: "/moves", person: "1", table: "2" }]);
  }, PHONE);

  test("a swipe over the names scrolls the page and moves nobody", async ({ page, room, open }) => {
    await open("/groups");
    const finger = await touch(page);
    const from = await middle(page, "#seat-6 .gr-name");
    await finger.down(from);
    for (let step = 1; step <= 10; step += 1) await finger.move({ x: from.x, y: from.y - step * 25 });
    finger.up();
    await soon(async () => assert.ok((await page.evaluate(() => scrollY)) > 100));
    assert.equal(await page.locator(".gr-ghost").count(), 0);
    assert.deepEqual(room.rows, []);
  }, PHONE);

  test("a tap on the handle chooses the person, and a handle is wide enough for a thumb", async ({ page, open }) => {
    await open("/groups");
    const { width, height } = await page.locator("#seat-1 [data-drag]").boundingBox();
    assert.ok(width >= 44 && height >= 44, `${width} by ${height}`);
    await page.locator("#seat-1 [data-drag]").tap();
    await page.waitForURL(/person=1/);
  }, PHONE);
}

function atTheEdges(test, soon) {
  test("what is taken back or dropped outside the tables moves nobody", async ({ page, room, open }) => {
    await open("/groups");
    const finger = await touch(page);
    const lift = async (to) => {
      await finger.down(await middle(page, "#seat-1 [data-drag]"));
      await finger.move(to);
      await page.locator(".gr-ghost").waitFor();
    };
    await lift(await middle(page, "#table-2 h3"));
    await page.keyboard.press("Escape");
    await quiet(page);
    finger.up();
    await lift(await middle(page, "#table-2 h3"));
    await finger.cancel();
    await quiet(page);
    await lift(await middle(page, "h1"));
    assert.deepEqual(await marked(page), []);
    finger.up();
    await quiet(page);
    await lift(await middle(page, "#seat-2 .gr-name"));
    assert.deepEqual(await marked(page), []);
    finger.up();
    await quiet(page);
    assert.ok(page.url().endsWith("/groups"));
    assert.deepEqual(room.rows, []);
  }, PHONE);

  test("a finger at the edge brings tables that were out of sight", async ({ page, room, open }) => {
    await open("/groups");
    const finger = await touch(page);
    await finger.down(await middle(page, "#seat-1 [data-drag]"));
    await finger.move({ x: 180, y: 735 });
    await page.waitForFunction(() => innerHeight + scrollY >= document.documentElement.scrollHeight - 1);
    await finger.move(await middle(page, "#table-6 h3"));
    assert.deepEqual(await marked(page), ["6"]);
    finger.up();
    await page.waitForURL(/moves/);
    assert.deepEqual(room.rows, [{ path: "/moves", person: "1", table: "6" }]);
  }, PHONE);
}

function byMouseAndPen(test, soon) {
  test("a mouse drags a person by the name, and no link is opened by it", async ({ page, room, open }) => {
    await open("/groups");
    await drag(page, "#seat-1 .gr-name", "#table-2 h3");
    assert.deepEqual(await marked(page), ["2"]);
    await page.mouse.up();
    await page.waitForURL(/moves/);
    assert.deepEqual(room.rows, [{ path: "/moves", person: "1", table: "2" }]);
    await open("/groups");
    await drag(page, "#seat-1 .gr-name", "#seat-2 .gr-name");
    await page.mouse.up();
    await quiet(page);
    assert.ok(page.url().endsWith("/groups"));
    assert.equal(await page.evaluate(() => getSelection().isCollapsed), true);
    await page.locator("#seat-1 .gr-name").click();
    await page.waitForURL(/person=1/);
  });

  test("a pen drags a person by the handle", async ({ page, context, room, open }) => {
    await open("/groups");
    const session = await context.newCDPSession(page);
    const pen = (type, at) => session.send("Input.dispatchMouseEvent", { type, ...at, button: "left", buttons: 1, clickCount: 1, pointerType: "pen" });
    await pen("mousePressed", await middle(page, "#seat-1 [data-drag]"));
    await pen("mouseMoved", await middle(page, "#table-2 h3"));
    assert.deepEqual(await marked(page), ["2"]);
    void pen("mouseReleased", await middle(page, "#table-2 h3")).catch(() => {});
    await page.waitForURL(/moves/);
    assert.deepEqual(room.rows, [{ path: "/moves", person: "1", table: "2" }]);
  });

  test("who is locked is not dragged", async ({ page, room, open }) => {
    await open("/groups");
    await drag(page, "#seat-5 .gr-name", "#table-1 h3");
    assert.equal(await page.locator(".gr-ghost").count(), 0);
    await page.mouse.up();
    assert.deepEqual(room.rows, []);
  });
}

/** One finger, through the browser's own input. The release may take the page away, and its answer with it, so nobody waits for that. */
async function touch(page) {
  const session = await page.context().newCDPSession(page);
  const send = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  let at;
  const move = async (to) => {
    const from = at;
    for (let step = 1; step <= 4; step += 1) {
      at = { x: from.x + ((to.x - from.x) * step) / 4, y: from.y + ((to.y - from.y) * step) / 4 };
      await send("touchMove", [at]);
    }
  };
  return { down: (to) => send("touchStart", [(at = to)]), move, up: () => void send("touchEnd", []).catch(() => {}), cancel: () => send("touchCancel", []) };
}

async function drag(page, from, to) {
  const [start, end] = [await middle(page, from), await middle(page, to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 4 });
}

async function middle(page, selector) {
  const { x, y, width, height } = await page.locator(selector).boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

const marked = (page) => page.locator("[data-over]").evaluateAll((all) => all.map((it) => it.dataset.table));

/** Nothing is in the air. */
async function quiet(page) {
  await page.locator(".gr-ghost").waitFor({ state: "detached" });
  assert.equal(await page.locator("[data-over], [data-dragged]").count(), 0);
}
