// The plan editor: typing, moving, splitting, taking back, two who write at once, and a line that goes.
import { device, hold, middle, touch } from "./browser.mjs";

const planOf = async (page, server) => {
  const answer = await page.request.get(`${server.origin}/meetings/${server.seeded.meeting}/plan`, { headers: { accept: "application/json" } });
  return (await answer.json()).plan;
};

const titles = (page) => page.locator("#ed-rows > li").evaluateAll((rows) => rows.map((row) => row.dataset.title));

async function until(check, truth, look, ms = 8000) {
  const end = Date.now() + ms;
  let got = await look();
  while (got !== true && Date.now() < end) {
    await new Promise((next) => setTimeout(next, 60));
    got = await look();
  }
  check.that(truth, got === true, String(got));
}

const isSaved = (page) => async () => ((await page.getAttribute("#ed-status", "data-state")) === "saved" ? true : await page.textContent("#ed-status"));

async function open(server, browser, width = 1440, height = 1000, more = {}) {
  const page = await device(browser, width, height, more);
  await page.goto(server.link(server.seeded.links.console));
  await page.goto(`${server.origin}/meetings/${server.seeded.meeting}/plan`);
  await page.waitForFunction(() => document.documentElement.dataset.line === "online");
  return page;
}

export async function editor({ server, browser, check }) {
  const page = await open(server, browser);
  await hold(check, page, "editor");
  await typing({ server, page, check });
  await moving({ page, check });
  await byFinger({ server, browser, check });
  await adding({ server, page, check });
  await together({ server, browser, page, check });
  await away({ server, page, check });
  await pages({ server, page, check });
  await phone({ server, browser, check });
  await withoutScripts({ server, browser, check });
  check.that("no script failed and no policy was broken", page.wrong.length === 0 && page.foreign.length === 0, [...page.wrong, ...page.foreign].join(", "));
}

async function typing({ server, page, check }) {
  await page.click("#ed-about > summary");
  await page.fill("#f-title", "Hva forteller elevundersøkelsen oss?");
  await until(check, "what is typed is saved by itself", isSaved(page));
  await until(check, "and stands in the heading", async () => (await page.textContent("h1")) === "Hva forteller elevundersøkelsen oss?" || (await page.textContent("h1")));
  await page.fill("#f-starts_at", "2027-04-26T12:00");
  await page.fill("#f-ends_at", "2027-04-26T13:00");
  await until(check, "start and end are said in words", async () => (await page.textContent(".ed-meta")).includes("mandag 26. april 2027 kl. 12.00–13.00") || (await page.textContent(".ed-meta")));
  await until(check, "a program that is too long says by how much", async () => (await page.locator(".ed-over").count()) === 1 || "no line");
  await hold(check, page, "editor about the meeting");
  await page.click("#ed-shorten");
  await until(check, "and is shortened where it can be", async () => (await page.locator(".ed-over").count()) === 0 || (await page.textContent(".ed-over")));
  await page.click("#ed-undo");
  await until(check, "which can be taken back", async () => (await page.locator(".ed-over").count()) === 1 || "still short");
  check.that("the plan on the server has the title", (await planOf(page, server)).title === "Hva forteller elevundersøkelsen oss?");
  await page.click("#ed-about > summary");
}

async function moving({ page, check }) {
  const before = await titles(page);
  await page.focus("#row-i1 > details > summary");
  await page.keyboard.press("Alt+ArrowDown");
  await until(check, "Alt and an arrow move a row", async () => (await titles(page))[1] === before[0] || (await titles(page)).join());
  await until(check, "and it is said aloud", async () => (await page.textContent("[data-announce]")).includes("plass 2 av") || (await page.textContent("[data-announce]")));
  check.that("the focus stays in the row", await page.evaluate(() => document.activeElement?.closest("li")?.id === "row-i1"));
  await page.keyboard.press("Control+z");
  await until(check, "Ctrl+Z moves it back", async () => (await titles(page)).join() === before.join() || (await titles(page)).join());
  await page.keyboard.press("Control+Shift+Z");
  await until(check, "and Ctrl+Shift+Z does it again", async () => (await titles(page))[1] === before[0] || (await titles(page)).join());
  await page.click("#ed-undo");
  await until(check, "the button does the same", async () => (await titles(page)).join() === before.join() || (await titles(page)).join());

  const handle = page.locator("#ed-rows > li").nth(0).locator("[data-drag]");
  const target = await page.locator("#ed-rows > li").nth(2).boundingBox();
  await handle.scrollIntoViewIfNeeded();
  const from = await handle.boundingBox();
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(from.x + 5, target.y + target.height - 8, { steps: 6 });
  await page.screenshot({ path: new URL("shots/editor-drag.png", import.meta.url).pathname });
  await page.mouse.up();
  await until(check, "a row is dragged by its handle", async () => (await titles(page))[2] === before[0] || (await titles(page)).join());
  await page.click("[data-undo-now]");
  await until(check, "and «Angret?» takes it back", async () => (await titles(page)).join() === before.join() || (await titles(page)).join());
}

async function byFinger({ server, browser, check }) {
  const phone = await open(server, browser, 360, 740, { hasTouch: true });
  const before = await titles(phone);
  const handle = phone.locator("#ed-rows > li").nth(0).locator("[data-drag]");
  await handle.evaluate((it) => it.scrollIntoView({ block: "start" }));
  const { width, height } = await handle.boundingBox();
  check.that("a row's handle is wide enough for a thumb", width >= 24 && height >= 44, `${width} by ${height}`);
  const target = await phone.locator("#ed-rows > li").nth(1).boundingBox();
  const finger = await touch(phone);
  await finger.down(await middle(handle));
  await finger.move({ x: 180, y: target.y + target.height - 8 });
  await phone.screenshot({ path: new URL("shots/editor-drag-finger.png", import.meta.url).pathname });
  finger.up();
  await until(check, "a row is dragged by a finger", async () => (await titles(phone))[1] === before[0] || (await titles(phone)).join());
  await phone.click("[data-undo-now]");
  await until(check, "and what a finger moved is taken back", async () => (await titles(phone)).join() === before.join() || (await titles(phone)).join());
  await phone.close();
}

async function adding({ server, page, check }) {
  const before = await titles(page);
  await page.click("#ed-add-igp");
  await until(check, "a way of working is added with one press", async () => (await titles(page)).length === before.length + 1 || (await titles(page)).length);
  await page.locator("#ed-rows > li").nth(1).locator(".what").click();
  await until(check, "a click on a row opens its fields", async () => (await page.locator("#ed-rows > li").nth(1).locator("> details").getAttribute("open")) !== null || "closed");
  const minutes = page.locator("#ed-rows > li").nth(1).locator("[data-minutes]");
  await minutes.fill("44");
  await minutes.press("ArrowUp");
  await minutes.press("Shift+ArrowUp");
  await until(check, "minutes are typed, and counted with arrows", async () => (await minutes.inputValue()) === "50" || (await minutes.inputValue()));
  await until(check, "and saved", isSaved(page));
  await hold(check, page, "editor row open");
  await page.locator("#ed-rows > li").nth(1).locator("button[value^='split:']").click();
  await until(check, "a row is split in two", async () => (await titles(page)).length === before.length + 2 || (await titles(page)).length);
  check.that("into halves", (await minutes.inputValue()) === "25", await minutes.inputValue());
  await page.locator("#ed-rows > li").nth(1).locator("button[value^='join:']").click();
  await until(check, "and joined again", async () => (await minutes.inputValue()) === "50" || (await minutes.inputValue()));
  await page.locator("#ed-rows > li").nth(1).locator("select[name$='-kind']").selectOption("administration");
  await until(check, "a choice saves itself", async () => (await page.locator("#ed-rows > li").nth(1).locator(".tags").textContent()).includes("Forvaltning") || "not shown");
  await page.locator("#ed-rows > li").nth(1).locator("select[name$='-kind']").selectOption("development");
  await until(check, "and back", isSaved(page));
  const row = page.locator("#ed-rows > li").nth(1);
  await row.locator("details[id$='-own'] > summary").click();
  await row.locator("button[value^='add-part:']").click();
  await until(check, "a row is put together by hand from the steps it had", async () => 1 < (await row.locator(".ed-part").count()) || (await row.locator(".ed-part").count()));
  await row.locator(".ed-part input[name$='-says']").first().fill("Gå to og to");
  await until(check, "with words of its own", async () => JSON.stringify(await planOf(page, server)).includes("Gå to og to") || "not saved");
  await hold(check, page, "editor own parts");
  await page.click("#ed-before > summary");
  await page.click("#ed-prep-add");
  await page.locator("textarea[name$='-instruction']").fill("Les artikkelen, og merk tre steder");
  await page.locator("#ed-before input[name$='-due_at']").fill("2027-04-24T12:00");
  await until(check, "a preparation stands in its card with its due day", async () => (await page.textContent("#ed-phases")).includes("frist lørdag 24. april") || (await page.textContent("#ed-phases")));
  await row.locator("input[name*='-used-'][type=checkbox]").check();
  await until(check, "and in the row that uses it", async () => (await row.locator(".tags").textContent()).includes("Bygger på forberedelsen") || (await row.locator(".tags").textContent()));
  await hold(check, page, "editor preparation");
  await page.click("#ed-before > summary");
}

async function together({ server, browser, page, check }) {
  const other = await open(server, browser);
  for (const one of [page, other]) if (!(await one.locator("#f-purpose").isVisible())) await one.click("#ed-about > summary");
  await page.fill("#f-purpose", "Vi møtes for å lære");
  await until(check, "what one writes, the other sees", async () => (await other.inputValue("#f-purpose")) === "Vi møtes for å lære" || (await other.inputValue("#f-purpose")));
  await page.focus("#f-purpose");
  await page.keyboard.press("Home");
  await other.focus("#f-purpose");
  await other.keyboard.press("End");
  const first = (async () => {
    for (const word of ["fredag ", "kveld "]) await page.keyboard.type(word, { delay: 60 });
  })();
  const second = (async () => {
    for (const word of [" sammen", " om", " resultatene"]) await other.keyboard.type(word, { delay: 60 });
  })();
  const third = other.waitForTimeout(200).then(() => page.evaluate(() => 0));
  await Promise.all([first, second, third]);
  const wanted = ["fredag", "kveld", "Vi", "møtes", "sammen", "om", "resultatene"];
  const hasAll = (text) => wanted.every((word) => text.includes(word));
  await until(check, "two who write in one field both keep their words", async () => hasAll((await planOf(page, server)).purpose) || (await planOf(page, server)).purpose);
  await until(check, "and both see all of them", async () => (await page.inputValue("#f-purpose")) === (await other.inputValue("#f-purpose")) && hasAll(await page.inputValue("#f-purpose")) ? true : `${await page.inputValue("#f-purpose")} / ${await other.inputValue("#f-purpose")}`);
  await Promise.all([page.fill("#f-result", "Tre ting å prøve"), other.fill("#f-place", "Personalrommet")]);
  await until(check, "two who write in different fields both see both", async () =>
    ((await other.inputValue("#f-result")) === "Tre ting å prøve" && (await page.inputValue("#f-place")) === "Personalrommet") || "not yet");
  const before = await titles(page);
  await page.focus("#f-result");
  await other.locator("#ed-rows > li").first().locator("button[value^='down:']").click();
  await until(check, "a move by one reaches the other", async () => (await titles(page))[1] === before[0] || (await titles(page)).join());
  check.that("who keeps the focus in the field", await page.evaluate(() => document.activeElement?.id === "f-result"));
  await other.context().close();
}

async function away({ server, page, check }) {
  await page.context().setOffline(true);
  await page.fill("#f-place", "Biblioteket i kjelleren");
  await until(check, "without a line it says where the words are", async () => (await page.textContent("#ed-status")).includes("ligger på denne enheten") || (await page.textContent("#ed-status")), 15_000);
  await page.locator("#ed-rows > li").first().locator("button[value^='down:']").click();
  await hold(check, page, "editor offline");
  const order = await titles(page);
  await page.context().setOffline(false);
  await until(check, "and when the line is back they are saved", async () => (await planOf(page, server)).place === "Biblioteket i kjelleren" || (await planOf(page, server)).place, 20_000);
  await until(check, "with what was pressed after them, once", async () => (await titles(page))[1] === order[0] || (await titles(page)).join(), 20_000);
  await until(check, "and the line says saved", isSaved(page), 20_000);
  await page.fill("#f-place", "Biblioteket i kjelleren, rom 2");
  await page.reload();
  await until(check, "a reload in the middle of a word loses nothing", async () => (await planOf(page, server)).place === "Biblioteket i kjelleren, rom 2" || (await planOf(page, server)).place, 15_000);
}

async function pages({ server, page, check }) {
  const base = `${server.origin}/meetings/${server.seeded.meeting}/plan`;
  await page.goto(`${base}/tools?purpose=share`);
  await hold(check, page, "editor tools");
  await page.locator("#tool-speed-date button").click();
  await page.waitForURL(base);
  check.that("a way of working is picked from the list", (await titles(page)).at(-1).startsWith("Speed-date"), (await titles(page)).join());
  await page.goto(`${base}/versions`);
  check.that("the versions say what changed", (await page.locator("ins").count()) > 0);
  await hold(check, page, "editor versions");
  await page.goto(base);
  await page.click("#ed-mirror > summary");
  await hold(check, page, "editor mirror");
}

async function phone({ server, browser, check }) {
  for (const width of [390, 320]) {
    const small = await open(server, browser, width, 800);
    await hold(check, small, `editor phone ${width}`);
    await small.locator("#ed-rows > li").nth(1).locator("> details > summary").click();
    await hold(check, small, `editor phone row ${width}`);
    await small.context().close();
  }
}

async function withoutScripts({ server, browser, check }) {
  const plain = await device(browser, 1280, 900, { javaScriptEnabled: false });
  await plain.goto(server.link(server.seeded.links.console));
  await plain.goto(`${server.origin}/meetings/${server.seeded.meeting}/plan`);
  const before = await titles(plain).catch(() => []);
  await plain.locator("#ed-about > summary").click();
  await plain.fill("#f-leader", "Astrid uten skript");
  await plain.locator("#ed-rows > li").first().locator("button[value^='down:']").click();
  const now = await planOf(plain, server);
  check.that("one plans without scripts", now.leader === "Astrid uten skript", now.leader);
  check.that("and moves a row", before.length === 0 || now.items[1].title === before[0], JSON.stringify(now.items.map((it) => it.title)));
  await plain.click("#ed-undo");
  check.that("and takes the newest change back", (await planOf(plain, server)).leader !== "Astrid uten skript");
}
