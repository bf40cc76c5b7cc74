// The client in a real browser, against a server that fails on purpose. One server and one browser context a test.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { chromium } from "playwright-core";
import { ARGS, CHROMIUM, startByHand } from "./chromium.mjs";
import { dragging } from "./dragging.mjs";
import { outages } from "./outages.mjs";
import { startServer } from "./server.mjs";

const tests = [];
const test = (name, run, options = {}) => tests.push({ name, run, options });
const note = (page) => page.getByLabel("Noter det viktigste");
const status = (page) => page.locator("#note-1-status");
const line = (page) => page.locator("[data-connection]");

/** Waits until the claim holds, and fails with its last reason. */
async function soon(claim, limitMs = 8_000) {
  const until = Date.now() + limitMs;
  for (;;) {
    try {
      return await claim();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}
const says = (locator, text) => soon(async () => assert.equal((await locator.textContent())?.trim(), text));

test("a stream that fails at the first attempt comes back, and says so meanwhile", async ({ page, room, open }) => {
  room.refuseStreams = Infinity;
  await open("/m/7");
  await says(line(page), "Kobler til igjen …");
  await soon(() => assert.ok(room.connects > 1, "it tries again"));
  room.refuseStreams = 0;
  await says(line(page), "Tilkoblet");
  room.push();
  await says(page.locator("#question"), "Steg 1, trykk 1");
});

test("a cut stream resumes from the last id", async ({ page, room, open }) => {
  await open("/m/7");
  await says(line(page), "Tilkoblet");
  room.push();
  await says(page.locator("#question"), "Steg 1, trykk 1");
  room.cut();
  room.seq += 1;
  room.pushes = 99;
  await says(page.locator("#question"), "Steg 1, trykk 99");
  assert.equal(room.lastEventIds.at(-1), "2");
});

test("half-typed text, focus, caret and open details survive a push", async ({ page, room, open }) => {
  await open("/m/7");
  await says(line(page), "Tilkoblet");
  await page.getByText("Hvorfor gjør vi dette?").click();
  await page.getByLabel("Ett ord").fill("tillit");
  await note(page).fill("Vi lytter");
  await note(page).evaluate((field) => field.setSelectionRange(3, 5));
  for (let push = 1; push <= 3; push += 1) room.push();
  await says(page.locator("#question"), "Steg 1, trykk 3");
  assert.equal(await note(page).inputValue(), "Vi lytter");
  assert.equal(await page.getByLabel("Ett ord").inputValue(), "tillit");
  assert.deepEqual(await page.evaluate(() => [document.activeElement.id, document.activeElement.selectionStart, document.activeElement.selectionEnd]), ["note-1", 3, 5]);
  assert.equal(await page.locator("#why-1").evaluate((details) => details.open), true);
  assert.equal(await page.locator("label[for=note-1]").count(), 1);
});

test("a tick and a choice that are not sent yet survive a push", async ({ page, room, open }) => {
  await open("/m/7");
  await says(line(page), "Tilkoblet");
  await page.locator("#grew-1").check();
  await page.locator("#owner").selectOption("3");
  for (let push = 1; push <= 3; push += 1) room.push();
  await says(page.locator("#question"), "Steg 1, trykk 3");
  assert.equal(await page.locator("#grew-1").isChecked(), true);
  assert.equal(await page.locator("#owner").inputValue(), "3");
});

test("what was opened and ticked in one step is neither in the next", async ({ page, room, open }) => {
  await open("/m/7");
  await says(line(page), "Tilkoblet");
  await page.locator("#why-1 summary").click();
  await page.locator("#grew-1").check();
  room.push({ step: 2 });
  await says(page.locator("#question"), "Steg 2, trykk 1");
  assert.equal(await page.locator("#why-2").evaluate((it) => it.open), false);
  assert.equal(await page.locator("#grew-2").isChecked(), false);
});

test("a part that lands between press and release waits, and the tap counts", async ({ page, room, open }) => {
  await open("/m/7");
  await says(line(page), "Tilkoblet");
  const box = await page.locator("#grew-1").boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  room.push({ above: 4 });
  await page.waitForFunction(() => document.documentElement.dataset.held || /trykk 1/.test(document.querySelector("#question").textContent));
  await page.mouse.up();
  await says(page.locator("#question"), "Steg 1, trykk 1");
  assert.equal(await page.locator("#grew-1").isChecked(), true);
});

test("what has just been opened stands still under a finger, and the tap counts", async ({ page, open }) => {
  await open("/m/7");
  await says(line(page), "Tilkoblet");
  const at = await page.evaluate(() => {
    document.querySelector("#cards-1 summary").click();
    const last = document.querySelector("#card-1-11");
    last.scrollIntoView({ block: "center" });
    const { x, y, width, height } = last.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((it) => it.effect?.getComputedTiming().iterations !== Infinity).map((it) => it.finished)));
  await page.mouse.up();
  assert.equal(await page.locator("#card-1-11").isChecked(), true);
});

test("a pointer that is never lifted does not hold the page for good", async ({ page, room, open }) => {
  await open("/m/7");
  await says(line(page), "Tilkoblet");
  await page.mouse.move(10, 10);
  await page.mouse.down();
  room.push();
  await says(page.locator("#question"), "Steg 1, trykk 1");
});

test("what others write reaches a field that nobody touches here", async ({ page, room, open }) => {
  await open("/m/7");
  await says(line(page), "Tilkoblet");
  room.push({ note: "Fra en annen telefon", version: 5 });
  await soon(async () => assert.equal(await note(page).inputValue(), "Fra en annen telefon"));
});

test("a space or a line break before a pause stays under the fingers", async ({ page, room, open }) => {
  for (const pause of [" ", "  ", "\n", " \n"]) {
    Object.assign(room, { note: "", version: 0, rows: [] });
    await open("/m/7");
    await says(line(page), "Tilkoblet");
    await note(page).pressSequentially(`Vi lytter${pause}`);
    await says(status(page), "Lagret 14.32");
    room.push({ note: "Vi lytter", version: 2 }); // without the space, as the server keeps it
    await soon(async () => assert.equal(await note(page).getAttribute("data-version"), "2"));
    await note(page).pressSequentially("og noterer");
    assert.equal(await note(page).inputValue(), `Vi lytter${pause}og noterer`);
    await soon(() => assert.deepEqual(room.rows[1]?.base, "2"));
  }
});

test("typing saves itself, and «Lagret» comes only after the answer", async ({ page, room, open }) => {
  await open("/m/7");
  room.posts = ["slow"];
  await note(page).pressSequentially("Vi lytter");
  assert.equal((await status(page).textContent()).trim(), "Lagres …");
  await soon(() => assert.equal(room.rows.length, 1));
  assert.equal((await status(page).textContent()).trim(), "Lagres …");
  await says(status(page), "Lagret 14.32");
  assert.deepEqual(room.rows, [{ path: "/note", text: "Vi lytter", autosave: "1", base: "0" }]);
  await note(page).pressSequentially(" mer");
  await soon(() => assert.equal(room.rows.length, 2));
  assert.equal(room.rows[1].base, "1");
});

test("a lost answer is delivered exactly once", async ({ page, room, open }) => {
  await open("/m/7");
  room.posts = ["drop-answer", "drop-answer", "portal"];
  await note(page).fill("Bare én gang");
  await page.getByRole("button", { name: "Lever" }).click();
  await says(status(page), "Lagret 14.32");
  assert.deepEqual(room.rows.map((row) => row.text), ["Bare én gang"]);
});

test("without a line the wishes queue, are told as unsent, and arrive in order", async ({ page, room, context, open }) => {
  await open("/m/7");
  await says(line(page), "Tilkoblet");
  await context.setOffline(true);
  room.cut();
  await says(line(page), "Ikke på nett");
  for (const word of ["en", "to", "tre"]) {
    await page.getByLabel("Ett ord").fill(word);
    await page.getByRole("button", { name: "Send ordet" }).click();
    await soon(async () => assert.equal(await page.getByLabel("Ett ord").inputValue(), ""));
  }
  await note(page).fill("Skrevet uten nett");
  await says(status(page), "Lagres …");
  await page.getByRole("button", { name: "Rekk opp hånda" }).click();
  await soon(async () => assert.match((await page.locator(".sl-strip").textContent()) ?? "", /venter på nett/));
  assert.equal(room.rows.length, 0);
  await context.setOffline(false);
  await says(line(page), "Tilkoblet");
  await soon(() => assert.equal(room.rows.length, 5));
  assert.deepEqual(room.rows.map((row) => row.word ?? row.text ?? row.raise), ["en", "to", "tre", "Skrevet uten nett", "yes"]);
  await says(status(page), "Lagret 14.32");
  await soon(async () => assert.equal(await page.locator(".sl-strip").count(), 0));
});

test("a text that was saved while the page went away is not doubled", async ({ page, room, open }) => {
  await open("/m/7");
  await note(page).pressSequentially("Rett før jeg dro");
  await page.goto("about:blank");
  await open("/m/7");
  await soon(() => assert.equal(room.rows.length >= 1, true));
  await soon(async () => assert.equal(await note(page).inputValue(), "Rett før jeg dro"));
  await new Promise((done) => setTimeout(done, 1_500));
  // A slow machine may have saved half the sentence on the way. No text comes twice.
  const texts = room.rows.map((row) => row.text);
  assert.equal(texts.at(-1), "Rett før jeg dro");
  assert.equal(new Set(texts).size, texts.length);
});

test("a change of step keeps the half-written text, and says where it went", async ({ page, room, open }) => {
  await open("/m/7");
  await says(line(page), "Tilkoblet");
  await note(page).pressSequentially("Halvferdig tanke");
  room.push({ step: 2 });
  await soon(async () => assert.equal(await page.locator("#note-2").count(), 1));
  assert.equal(await page.locator("#note-2").inputValue(), "");
  await says(page.locator(".sl-kept"), "Teksten din er lagret under forrige steg");
  assert.deepEqual(room.rows.map((row) => [row.path, row.text]), [["/note", "Halvferdig tanke"]]);
});

test("two texts that differ are shown, and both can be kept", async ({ page, room, open }) => {
  await open("/m/7");
  room.posts = [{ status: 409, body: { error: { code: "changed", title: "Noen andre har skrevet", text: "Velg hva som skal stå.", yours: "Min", theirs: "Din", version: "7" } } }];
  await note(page).pressSequentially("Min");
  await page.getByRole("heading", { name: "Noen andre har skrevet" }).waitFor();
  await page.getByRole("button", { name: "Behold begge" }).click();
  await soon(() => assert.equal(room.rows.length, 1));
  assert.equal(room.rows[0].text.replaceAll("\r", ""), "Din\n\nMin");
  assert.equal(room.rows[0].base, "7");
  await says(status(page), "Lagret 14.32");
  assert.equal(await page.locator(".sl-question").count(), 0);
});

test("a refused text stays, with the reason, also after a reload", async ({ page, room, open }) => {
  await open("/m/7");
  room.posts = [{ status: 422, body: { error: { code: "too-long", title: "Teksten er for lang", text: "Kort den ned." } } }];
  await note(page).pressSequentially("Lang");
  await page.getByRole("heading", { name: "Teksten er for lang" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Teksten er for lang" }).waitFor();
  await soon(async () => assert.equal(await note(page).inputValue(), "Lang"));
  await page.getByRole("button", { name: "Prøv igjen" }).click();
  await soon(() => assert.deepEqual(room.rows.map((row) => row.text), ["Lang"]));
});

test("a lost seat keeps the text and asks to join again", async ({ page, room, open }) => {
  await open("/m/7");
  room.posts = [{ status: 401, body: {} }];
  await note(page).pressSequentially("Fortsatt her");
  await soon(async () => assert.match((await page.locator(".sl-strip").textContent()) ?? "", /Bli med igjen for å sende/));
  await says(status(page), "Ikke sendt – ligger på denne enheten");
});

test("two tabs deliver each wish once", async ({ page, context, room, open, url }) => {
  await open("/m/7");
  const other = await context.newPage();
  await other.goto(`${url}/m/7`);
  room.posts = ["slow", "slow"];
  await page.getByRole("button", { name: "Rekk opp hånda" }).click();
  await other.getByRole("button", { name: "Rekk opp hånda" }).click();
  await soon(() => assert.equal(room.rows.length, 2));
  await new Promise((done) => setTimeout(done, 800));
  assert.equal(room.rows.length, 2);
});

test("signing off forgets the device, but not unsent text at the first press", async ({ page, context, room, open }) => {
  await open("/m/7");
  await says(line(page), "Tilkoblet");
  room.posts = Array.from({ length: 20 }, () => "down");
  await note(page).pressSequentially("Hemmelig");
  await page.getByRole("button", { name: "Logg av denne enheten" }).click();
  await soon(async () => assert.match((await page.locator("[data-leave-status]").textContent()) ?? "", /1 svar er ikke sendt/));
  await page.getByRole("button", { name: "Logg av denne enheten" }).click();
  await page.getByRole("heading", { name: "Du er logget av" }).waitFor();
  room.posts = [];
  await open("/m/7");
  await new Promise((done) => setTimeout(done, 500));
  assert.equal(await note(page).inputValue(), "");
  assert.equal(room.rows.length, 0);
});

test("on a shared device nothing is left when the tab is closed", async ({ page, context, room, open, url }) => {
  room.shared = true;
  await open("/m/7");
  room.posts = Array.from({ length: 50 }, () => "down");
  await note(page).pressSequentially("Delt nettbrett");
  await page.reload();
  await soon(async () => assert.equal(await note(page).inputValue(), "Delt nettbrett"));
  const next = await context.newPage();
  await page.close();
  await next.goto(`${url}/m/7`);
  await new Promise((done) => setTimeout(done, 500));
  assert.equal(await next.getByLabel("Noter det viktigste").inputValue(), "");
});

test("another seat on the same phone sees none of it", async ({ page, room, open }) => {
  await open("/m/7");
  room.posts = Array.from({ length: 50 }, () => "down");
  await note(page).pressSequentially("Mitt");
  room.seat = 13;
  await page.reload();
  await new Promise((done) => setTimeout(done, 500));
  assert.equal(await note(page).inputValue(), "");
});

test("a meeting that is over, or not yours, is not asked for again", async ({ page, room, open }) => {
  await open("/m/7");
  await says(line(page), "Tilkoblet");
  room.event("over", {});
  await says(line(page), "Møtet er slutt");
  const before = room.connects;
  await new Promise((done) => setTimeout(done, 2_000));
  assert.equal(room.connects, before);
  room.streamStatus = 404;
  await page.reload();
  await says(line(page), "Du er ikke med lenger");
});

test("the clock follows the server, not the phone", async ({ page, room, open }) => {
  room.clockAhead = 60_000;
  room.ends = Date.now() + 180_500;
  await open("/m/7");
  await soon(async () => assert.match((await page.locator("[data-clock-text]").textContent()) ?? "", /^(2:0[01]|1:5\d)$/));
  const offset = await page.locator("sl-clock .left").evaluate((ring) => Number(ring.style.strokeDashoffset));
  assert.ok(offset > 48 && offset < 60, String(offset));
  room.push({ ends: Date.now() + 60_000 - 31_000 });
  await soon(async () => assert.match((await page.locator("[data-clock-text]").textContent()) ?? "", /^\+0:3\d$/));
  assert.equal(await page.locator("sl-clock").getAttribute("data-phase"), "over");
});

test("the presenter's keys press their buttons, never from a field, and black goes away", async ({ page, open }) => {
  await open("/projector");
  await page.evaluate(() => {
    window.pressed = 0;
    document.querySelector("#next").addEventListener("click", () => (window.pressed += 1));
  });
  for (const key of ["PageDown", "ArrowRight", "Space"]) await page.keyboard.press(key);
  assert.equal(await page.evaluate(() => window.pressed), 3);
  await page.keyboard.press("b");
  assert.equal(await page.evaluate(() => document.documentElement.className), "sl-black");
  await page.keyboard.press("PageDown");
  assert.equal(await page.evaluate(() => document.documentElement.className), "");
  assert.equal(await page.evaluate(() => window.pressed), 3);
  await page.keyboard.press("?");
  assert.equal(await page.locator("#help").evaluate((dialog) => dialog.open), true);
  await page.keyboard.press("PageDown");
  assert.equal(await page.evaluate(() => window.pressed), 3);
});

test("a projector can be read from the back row, in dark and light", async ({ page, room, open }) => {
  room.ends = Date.now() + 760_000;
  for (const [width, height] of [[1920, 1080], [1280, 720]]) {
    await page.setViewportSize({ width, height });
    await open("/projector");
    const u = width / 1920;
    const size = (selector) => page.locator(selector).first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    assert.ok((await size(".pj-foot")) >= 28 * u);
    assert.ok((await size(".ppl")) >= 31 * u);
    const digits = await page.locator("[data-clock-text]").evaluate((text) => (150 * text.ownerSVGElement.getBoundingClientRect().width) / 560);
    assert.ok(digits >= 149 * u, String(digits));
    assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 1), `fits ${width}`);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/projector-${width}.png` });
    await axe(page);
  }
  await page.getByRole("button", { name: "Lyst" }).click();
  assert.equal(await page.locator("body").getAttribute("data-color-scheme"), "light");
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/projector-light.png` });
  await axe(page);
});

test("a new round flashes and rings the switch's choice, and leaves still people in peace", async ({ page, room, open }) => {
  await open("/m/7");
  await says(line(page), "Tilkoblet");
  room.push({ round: 2 });
  await soon(async () => assert.equal(await page.evaluate(() => document.documentElement.className), "sl-flash"));
  await soon(async () => assert.equal(await page.evaluate(() => document.documentElement.className), ""));
  await page.emulateMedia({ reducedMotion: "reduce" });
  room.push({ round: 3 });
  await says(page.locator("#question"), "Steg 1, trykk 2");
  assert.equal(await page.evaluate(() => document.documentElement.className), "");

  await open("/projector");
  const bell = page.locator("[data-bell]");
  assert.equal(await bell.getAttribute("aria-pressed"), "false");
  await page.locator(".pj").hover();
  await bell.click();
  assert.equal(await bell.getAttribute("aria-pressed"), "true");
});

test("one voice, at most once in five seconds, and the last word is the true one", async ({ page, room, open }) => {
  await open("/m/7");
  await page.evaluate(() => {
    window.heard = [];
    new MutationObserver(() => window.heard.push([Date.now(), document.querySelector("[data-announce]").textContent])).observe(
      document.querySelector("[data-announce]"), { childList: true });
  });
  await says(line(page), "Tilkoblet");
  for (let cut = 0; cut < 3; cut += 1) {
    room.cut();
    await soon(() => assert.equal(room.streams.size, 1));
    await new Promise((done) => setTimeout(done, 300));
  }
  await new Promise((done) => setTimeout(done, 5_500));
  const heard = await page.evaluate(() => window.heard);
  assert.equal(heard.at(-1)[1], "Tilkoblet");
  for (let n = 1; n < heard.length; n += 1) assert.ok(heard[n][0] - heard[n - 1][0] >= 4_900, JSON.stringify(heard));
});

test("no sideways scroll at 320 px, and nothing for axe to say", async ({ page, room, open }) => {
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await open("/m/7");
    await says(line(page), "Tilkoblet");
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/phone-${width}.png`, fullPage: true });
    await axe(page);
  }
});

test("the form works without a script", async ({ page, room, open }) => {
  await open("/m/7");
  await page.getByLabel("Ett ord").fill("uten");
  await page.getByRole("button", { name: "Send ordet" }).click();
  await soon(() => assert.deepEqual(room.rows, [{ path: "/word", word: "uten" }]));
}, { javaScriptEnabled: false });

async function axe(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  assert.deepEqual(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`), []);
}

test("a browser that is killed has kept all but the last moment's typing", async ({ room, url }) => {
  const folder = mkdtempSync(join(tmpdir(), "sloyfe-ui-"));
  const first = await startByHand(folder);
  await first.page.goto(`${url}/m/7`);
  room.posts = Array.from({ length: 100 }, () => "down");
  await note(first.page).pressSequentially("Alt dette er skrevet");
  await new Promise((done) => setTimeout(done, 1_000));
  first.kill();
  const second = await startByHand(folder);
  await second.page.goto(`${url}/m/7`);
  await soon(async () => assert.equal(await note(second.page).inputValue(), "Alt dette er skrevet"));
  second.kill();
  await soon(() => rmSync(folder, { recursive: true, force: true }));
});

outages(test, { soon, says, note, status, line });
dragging(test, soon);

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
const only = process.argv[2];
let failed = 0;
let passed = 0;
for (const { name, run, options } of tests) {
  if (only && !name.includes(only)) continue;
  const { room, url, close } = await startServer();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => /Content Security Policy|Content-Security-Policy/.test(message.text()) && faults.push(message.text()));
  const started = Date.now();
  try {
    await run({ page, context, room, url, open: (path) => page.goto(url + path) });
    assert.deepEqual(faults, []);
    passed += 1;
    console.log(`ok   ${name} (${Date.now() - started} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n     ${String(error.stack ?? error).split("\n").slice(0, 14).join("\n     ")}`);
    if (faults.length > 0) console.log(`     page: ${faults.join("\n     ")}`);
  }
  await context.close();
  close();
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
